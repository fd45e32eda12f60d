//! A security officer takes part in the Security Management Team otherwise than as an observer.

use super::shared::leadership::Leadership;
use super::shared::seat::{self, Seat, Wanted, first_role, with_roles};
use super::shared::security_meeting::SMT;
use super::shared::standing::permits;
use super::shared::theme::roles_on;
use super::shared::{all, any, held, items, quoted};
use super::{Judge, Rule};
use crate::bundle::Bundle;
use crate::calendar::Day;
use crate::catalogue::{Example, Group, Meta, Scope, Severity, Strength};
use crate::document::{Marked, Read};
use crate::finding::{Fact, Finding, Safety};
use crate::record::{Meeting, Platform, Representation, Row};
use crate::reference::{self, RoleClass};

static META: Meta = Meta {
    id: "smt-security-officer-not-observer",
    group: Group::Security,
    severity: Severity::Warning,
    scope: Scope::Subject,
    summary: "A security officer is in the Security Management Team, but not as observer.",
    page: "## What it checks\n\
        Every representation on a Security Management Team, on its last day or the date of the run, and everybody \
        recorded as `present` at a meeting of the team that was held: where all posts of the person on that day are of \
        security (such as `field-security-officer`), the capacity is `observer`.\n\n\
        ## Why it matters\n\
        Field security officers and advisers may attend as observers. The seat is the Chief of Mission's, so that a \
        security officer recorded as member or alternate hides who speaks for IOM.\n\n\
        ## Exceptions\n\
        Somebody who acts as Chief of Mission that day (designation `acting-com`), or has another post besides, is not \
        judged: the seat may come from that. Local terms of reference with `permits` \
        `security-officer-member` are respected. Where both the representation and the attendance say so, only the \
        representation is reported.\n\n\
        ## What it marks\n\
        The `capacity` of the representation or of the attendance. Related: each post of the person on that day.\n",
    example: EXAMPLE,
    source: "IOM Emergency Manual, Pre-Crisis Coordination Structure (September 2022): may attend",
    statements: &["N40"],
    strength: Strength::May,
    pack: Some("em-precrisis"),
    also_packs: &[],
    params: &[],
};

const EXAMPLE: Example = Example::Records {
    as_of: "2025-03-31",
    given: r#"
{"mission": "mli", "records": [
  {"kind": "person", "id": "P-05", "assignments": [
    {"role": "field-security-officer", "kind": "staff", "duty_station": "bko",
     "from": "2022-09-01"}]},
  {"kind": "platform", "id": "smt", "types": ["smt"], "level": "national",
   "status": [{"value": "active", "from": "2013-01-01"}]}
]}
"#,
    valid: r#"
{"kind": "representation", "id": "R-1", "mission": "mli", "platform": "smt",
 "person": "P-05", "capacity": "observer", "from": "2022-09-01"}
"#,
    invalid: r#"
{"kind": "representation", "id": "R-1", "mission": "mli", "platform": "smt",
 "person": "P-05", "capacity": "member", "from": "2022-09-01"}
"#,
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

const SEATS: Wanted = Wanted {
    kind: SMT,
    except: &[],
    capacities: &[],
};

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    let leadership = Leadership::of(bundle);
    seat::judge_each(
        bundle,
        judge,
        &SEATS,
        |_, _| Ok(true),
        |judge, seat| judge_seat(judge, seat, &leadership),
    );
    for (meeting, platform) in bundle.meetings_with_type(SMT) {
        let day = held(meeting).and_then(|held| {
            if !held {
                return Ok(None);
            }
            let day = meeting.start?.value.day;
            Ok(judge.in_force(day).then_some(day))
        });
        let Ok(Some(day)) = day else {
            judge.consider(
                meeting.head.place(),
                day.map(|_| None::<()>),
                |_, ()| Ok(()),
            );
            continue;
        };
        let rows = platform.and_then(|platform| Ok((platform, items(&meeting.attendance)?)));
        let (platform, rows) = match rows {
            Ok(found) => found,
            Err(blocked) => {
                judge.subject(meeting.head.place(), |_| Err(blocked));
                continue;
            }
        };
        let attended = Attended {
            bundle,
            leadership: &leadership,
            meeting,
            platform,
            day,
        };
        for row in rows {
            let present = row
                .presence
                .map(|presence| (presence.value == "present").then_some(()));
            judge.consider(row.place, present, |judge, ()| {
                attended.judge_row(judge, row)
            });
        }
    }
}

/// Whether all posts a person has are of security, and there is one.
fn is_security(roles: &[Marked<&str>]) -> bool {
    let of_security = |role: &Marked<&str>| {
        let role = reference::role(role.value);
        role.is_some_and(|role| role.class == RoleClass::Security)
    };
    !roles.is_empty() && roles.iter().all(of_security)
}

fn judge_seat<'t>(
    judge: &mut Judge<'_>,
    seat: &Seat<'_, 't>,
    leadership: &Leadership<'_, 't>,
) -> Read<()> {
    let capacity = seat.record.capacity?;
    if capacity.value == "observer" {
        return Ok(());
    }
    let roles = seat.roles()?;
    if !is_security(&roles) {
        return Ok(());
    }
    let id = seat.platform_id()?;
    if is_excepted(leadership, seat.platform, seat.reference, seat.day, id)? {
        return Ok(());
    }
    let finding = seat.finding_at_capacity(judge)?;
    let finding = finding
        .with_some("role", first_role(&roles))
        .with("capacity", seat.capacity()?)
        .with("date", Fact::Day(seat.day));
    judge.report(as_observer(with_roles(finding, &roles)));
    Ok(())
}

/// Whether the person acts as chief that day, or local terms let security officers be members.
fn is_excepted(
    leadership: &Leadership<'_, '_>,
    platform: &Platform<'_>,
    person: Marked<&str>,
    day: Day,
    id: &str,
) -> Read<bool> {
    any([
        permits(platform, "security-officer-member"),
        leadership.is_acting(person.value, day, id),
        leadership.acting.complete(day, day).map(|()| false),
    ])
}

/// With the capacity, which is what the finding marks, set right.
fn as_observer(finding: Finding) -> Finding {
    let capacity = finding.primary;
    finding.fixed_by(Safety::Suggested, vec![(capacity, quoted("observer"))])
}

/// A held meeting of the team.
struct Attended<'m, 'b, 't> {
    bundle: &'b Bundle<'t>,
    leadership: &'m Leadership<'b, 't>,
    meeting: &'m Meeting<'t>,
    platform: &'m Platform<'t>,
    day: Day,
}

impl<'t> Attended<'_, '_, 't> {
    fn judge_row(&self, judge: &mut Judge<'_>, row: &Row<'t>) -> Read<()> {
        let capacity = row.capacity?;
        if capacity.value == "observer" {
            return Ok(());
        }
        let reference = row.person?;
        let person = self.bundle.person(reference)?;
        let roles = roles_on(person, self.day).collect::<Read<Vec<_>>>()?;
        if !is_security(&roles) {
            return Ok(());
        }
        let id = self.bundle.plain(self.meeting.platform?.value);
        if is_excepted(self.leadership, self.platform, reference, self.day, id)?
            || self.has_such_a_seat(id, reference.value)?
        {
            return Ok(());
        }
        let finding = Finding::new(&META, capacity.place)
            .with("person", Fact::Person(reference.value.to_owned()))
            .with("platform", Fact::Id(id.to_owned()))
            .with_some("role", first_role(&roles))
            .with("capacity", Fact::Code(capacity.value.to_owned()))
            .with("meeting", Fact::Id(self.meeting.head.id?.value.to_owned()))
            .with("date", Fact::Day(self.day));
        judge.report(as_observer(with_roles(finding, &roles)));
        Ok(())
    }

    /// Whether a seat of the person for the day is itself not an observer's, and so is what is reported.
    fn has_such_a_seat(&self, platform: &str, person: &str) -> Read<bool> {
        let same = |seat: &Representation<'t>| {
            let named = seat.person.map(|named| self.bundle.plain(named.value));
            named.map(|named| named == self.bundle.plain(person))
        };
        let seats = self.bundle.seats_of(platform);
        any(seats.on(self.day).map(|seat| {
            let speaks = seat.capacity.map(|capacity| capacity.value != "observer");
            all([same(seat), speaks])
        }))
    }
}
