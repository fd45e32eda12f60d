//! A security record tells where people will meet, or holds free text.

use super::shared::any;
use super::{Judge, Rule};
use crate::bundle::Bundle;
use crate::calendar::end_of;
use crate::catalogue::{Example, Group, Meta, Scope, Severity, Strength};
use crate::document::{Class, Read};
use crate::finding::{Fact, Finding, Place};
use crate::record::{Head, Meeting, Platform};

static META: Meta = Meta {
    id: "sensitive-content-in-security-record",
    group: Group::Protection,
    severity: Severity::Warning,
    scope: Scope::Subject,
    summary: "A security record holds free text or says where a coming meeting will be.",
    page: "## What it checks\n\
        Every meeting and every contact with a convener that is restricted (by its own class or that of its file, \
        platform or mission), and every meeting of a security management team, an area security meeting or a \
        security cell whatever its class: it has no `note` and, unless the record itself is marked `public`, no \
        `agenda`. Such a meeting, and one of civil-military coordination, that is still to come has no `place` of its \
        own.\n\n\
        ## Why it matters\n\
        Records travel: into exports, reports and repositories. When and where the heads of all organisations will \
        sit in one room, and what was said on threats, has no place in them.\n\n\
        ## Exceptions\n\
        Cancelled meetings may keep their place. The reasons of those who were excused are not looked at.\n\n\
        ## What it marks\n\
        The `place`, `note` or `agenda`. Related: the `start` of the meeting; for free text the `id` of the \
        platform.\n",
    example: EXAMPLE,
    source: "our own inference from the principles of data protection of the organization",
    statements: &[],
    strength: Strength::Inferred,
    pack: None,
    also_packs: &[],
    params: &[],
};

const EXAMPLE: Example = Example::Records {
    as_of: "2025-03-31",
    given: r#"
{"kind": "platform", "id": "smt", "mission": "mli", "types": ["smt"], "level": "national",
 "status": [{"value": "active", "from": "2013-01-01"}]}
"#,
    valid: r#"
{"kind": "meeting", "id": "M-1", "mission": "mli", "platform": "smt",
 "start": "2025-03-05T09:00:00Z", "status": "held", "mode": "in-person",
 "attendance": [{"person": "P-01", "capacity": "member", "presence": "present"}]}
"#,
    invalid: r#"
{"kind": "meeting", "id": "M-1", "mission": "mli", "platform": "smt",
 "start": "2025-03-05T09:00:00Z", "status": "held", "mode": "in-person",
 "note": "Routes of the next convoy were discussed.",
 "attendance": [{"person": "P-01", "capacity": "member", "presence": "present"}]}
"#,
};

/// Types of platforms whose meetings are about security.
const SECURITY: &[&str] = &["smt", "asmt", "security-cell"];

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

/// Types of platforms whose meetings are about security, and of those with the military.
const TYPES: [&[&str]; 2] = [SECURITY, &["cmcoord"]];

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    let sensitive = |platform| TYPES.map(|types| is_sensitive(platform, types));
    // Told once for all meetings of a platform.
    let platforms: Vec<[Read<bool>; 2]> = bundle.platforms.iter().map(sensitive).collect();
    for meeting in &bundle.meetings {
        let platform = bundle.platform_of(meeting);
        let own = meeting
            .platform_at
            .and_then(|at| platforms.get(at).copied());
        let about = own.unwrap_or_else(|| match platform {
            Ok(platform) => sensitive(platform),
            Err(blocked) => [Err(blocked); 2],
        });
        let [secure, military] = about.map(|about| is_secure(bundle, &meeting.head, about));
        let concerned = any([secure, military]);
        let concerned = concerned_by(concerned, &meeting.head, &["place", "note", "agenda"]);
        judge.consider(meeting.head.place(), concerned, |judge, ()| {
            let record = Record {
                head: &meeting.head,
                platform: id_of(platform),
                date: Fact::Day(meeting.start?.value.day),
            };
            future_place(judge, &record, meeting)?;
            if secure? {
                free_text(judge, &record, "note")?;
                if meeting.own_class()? != Some(Class::Public) {
                    free_text(judge, &record, "agenda")?;
                }
            }
            Ok(())
        });
    }
    for log in &bundle.contact_logs {
        let platform = log.platform.and_then(|named| bundle.platform(named));
        let about = platform.and_then(|platform| is_sensitive(platform, &[]));
        let secure = is_secure(bundle, &log.head, about);
        judge.consider(
            log.head.place(),
            concerned_by(secure, &log.head, &["note"]),
            |judge, ()| {
                let record = Record {
                    head: &log.head,
                    platform: id_of(platform),
                    date: Fact::Day(log.date?.value),
                };
                free_text(judge, &record, "note")
            },
        );
    }
}

/// Where it cannot be told whether a record is about security, it matters only if there is something to find.
fn concerned_by(secure: Read<bool>, head: &Head<'_>, names: &[&str]) -> Read<Option<()>> {
    let is_empty = |name: &&str| matches!(head.view.optional(name), Ok(None));
    match secure {
        Err(_) if names.iter().all(is_empty) => Ok(None),
        secure => secure.map(|secure| secure.then_some(())),
    }
}

/// Whether a record is restricted, by whatever of its surroundings, or about a platform of which that is told.
fn is_secure(bundle: &Bundle<'_>, head: &Head<'_>, about: Read<bool>) -> Read<bool> {
    let mut missions = bundle.missions.iter().map(|mission| &mission.head);
    if is_restricted(head) || missions.any(is_restricted) {
        return Ok(true);
    }
    about
}

/// Whether a platform is restricted or of one of the types.
fn is_sensitive(platform: &Platform<'_>, types: &[&str]) -> Read<bool> {
    let of_type = types.iter().map(|kind| Bundle::is_of_type(platform, kind));
    any([Ok(is_restricted(&platform.head))]
        .into_iter()
        .chain(of_type))
}

/// Whether a record says so; one that is masked because its class may have been lost does not.
fn is_restricted(head: &Head<'_>) -> bool {
    head.class == Class::Restricted && !head.assumed
}

/// What findings on a record have in common.
struct Record<'b, 't> {
    head: &'b Head<'t>,
    platform: Option<Place>,
    date: Fact,
}

impl Record<'_, '_> {
    fn finding(&self, primary: Place, fault: &str) -> Read<Finding> {
        Ok(Finding::new(&META, primary)
            .about(primary)
            .with("kind", Fact::Kind(self.head.kind.code().to_owned()))
            .with("id", Fact::Id(self.head.id?.value.to_owned()))
            .with("fault", Fact::Kind(fault.to_owned()))
            .with("date", self.date.clone()))
    }
}

fn id_of(platform: Read<&Platform<'_>>) -> Option<Place> {
    platform.ok()?.head.id.ok().map(|id| id.place)
}

fn future_place(judge: &mut Judge<'_>, record: &Record<'_, '_>, meeting: &Meeting<'_>) -> Read<()> {
    let start = meeting.start?;
    let is_coming = start.value.instant >= end_of(judge.as_of());
    if !is_coming || meeting.place?.is_none() || meeting.status?.value == "cancelled" {
        return Ok(());
    }
    let place = record.head.view.member("place")?.place();
    judge.report(
        record
            .finding(place, "future-place")?
            .and("start", start.place),
    );
    Ok(())
}

fn free_text(judge: &mut Judge<'_>, record: &Record<'_, '_>, name: &str) -> Read<()> {
    let Some(text) = record.head.view.optional(name)? else {
        return Ok(());
    };
    if name == "agenda" && text.elements()?.len() == 0 {
        return Ok(());
    }
    let finding = record.finding(text.place(), "free-text")?;
    judge.report(finding.and_all("platform", record.platform));
    Ok(())
}
