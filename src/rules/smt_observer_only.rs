//! Only observers were at a meeting of the Security Management Team.

use super::shared::security_meeting::{self, SecurityMeeting, capacity_present};
use super::{Judge, Rule};
use crate::bundle::Bundle;
use crate::catalogue::{Example, Group, Meta, Scope, Severity, Strength};
use crate::document::Read;
use crate::finding::Fact;
use crate::record::Row;

static META: Meta = Meta {
    id: "smt-observer-only",
    group: Group::Security,
    severity: Severity::Error,
    scope: Scope::Subject,
    summary: "Only observers were present at a Security Management Team meeting.",
    page: "## What it checks\n\
        Every Security Management Team meeting that was held without a Chief of Mission in post or acting (see \
        `smt-com-absent`): somebody was present, and all who were are recorded as `observer`.\n\n\
        ## Why it matters\n\
        Field security officers and advisers may attend as observers, beside the Chief of Mission. They do not take \
        the seat, so that IOM was not represented.\n\n\
        ## Exceptions\n\
        Those of `smt-com-absent`, which this finding replaces. Somebody who is recorded as `observer` but acts as \
        Chief of Mission on that date satisfies the duty. `com-post-vacant` replaces this finding during a vacancy.\n\n\
        ## What it marks\n\
        The `presence` of the Chief of Mission, else of the acting one; the key `attendance` where neither is listed. \
        Related: the `capacity` of each observer; the post of each Chief of Mission, the nearest end or begin of a \
        designation `acting-com` within 90 days, the platform.\n",
    example: EXAMPLE,
    source: "IOM Emergency Manual, Pre-Crisis Coordination Structure (September 2022): mandatory",
    statements: &["N38", "N40"],
    strength: Strength::Mandatory,
    pack: Some("em-precrisis"),
    also_packs: &[],
    params: security_meeting::PARAMS,
};

const EXAMPLE: Example = Example::Records {
    as_of: "2025-03-31",
    given: r#"
{"mission": "mli", "records": [
  {"kind": "person", "id": "P-01", "assignments": [
    {"role": "chief-of-mission", "kind": "staff", "duty_station": "bko", "from": "2024-02-01"}]},
  {"kind": "person", "id": "P-05", "assignments": [
    {"role": "field-security-officer", "kind": "staff", "duty_station": "bko",
     "from": "2022-09-01"}]},
  {"kind": "platform", "id": "smt", "types": ["smt"], "level": "national",
   "status": [{"value": "active", "from": "2013-01-01"}]}
]}
"#,
    valid: r#"
{"kind": "meeting", "id": "M-1", "mission": "mli", "platform": "smt",
 "start": "2025-03-05T09:00:00Z", "status": "held", "mode": "in-person",
 "attendance": [
   {"person": "P-01", "capacity": "member", "presence": "present"},
   {"person": "P-05", "capacity": "observer", "presence": "present"}]}
"#,
    invalid: r#"
{"kind": "meeting", "id": "M-1", "mission": "mli", "platform": "smt",
 "start": "2025-03-05T09:00:00Z", "status": "held", "mode": "in-person",
 "attendance": [
   {"person": "P-01", "capacity": "member", "presence": "absent"},
   {"person": "P-05", "capacity": "observer", "presence": "present"}]}
"#,
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    security_meeting::judge_each(bundle, judge, judge_meeting);
}

fn judge_meeting(judge: &mut Judge<'_>, meeting: &SecurityMeeting<'_, '_>) -> Read<()> {
    let observers = observers_only(meeting.rows()?);
    if observers.as_ref().is_ok_and(Vec::is_empty) {
        return Ok(());
    }
    let Some(absence) = meeting.absence()? else {
        return Ok(());
    };
    let mut people = Vec::new();
    let mut finding = absence.finding(judge, absence.mark()?)?;
    for observer in observers? {
        people.push(observer.person?.value.to_owned());
        finding = finding.and("observer", observer.capacity?.place);
    }
    let finding = absence.with_context(absence.with_facts(finding)?)?;
    judge.report(finding.with("observers", Fact::People(people)));
    Ok(())
}

/// The rows of everyone present, if all observe; none as soon as one does not.
fn observers_only<'b, 't>(rows: &'b [Row<'t>]) -> Read<Vec<&'b Row<'t>>> {
    let mut observers = Vec::new();
    let mut unread = Ok(());
    for row in rows {
        match capacity_present(row) {
            Ok(None) => {}
            Ok(Some(capacity)) if capacity.value == "observer" => observers.push(row),
            Ok(Some(_)) => return Ok(Vec::new()),
            Err(blocked) => unread = Err(blocked),
        }
    }
    unread.map(|()| observers)
}
