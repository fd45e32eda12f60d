//! Somebody other than the resource management officer represents IOM in the Operations Management Team.

use super::shared::leadership::has_role;
use super::shared::seat::{self, Seat, Wanted, first_role, with_roles};
use super::shared::theme::roles_on;
use super::shared::{all, any, quoted};
use super::{Judge, Rule};
use crate::bundle::{Bundle, Holder, Terms};
use crate::calendar::length_in_days;
use crate::catalogue::{Example, Group, Meta, Param, ParamValue, Scope, Severity, Strength};
use crate::document::{Marked, Read};
use crate::finding::{Fact, Safety};
use crate::reference::{self, RoleClass};

static COVER_DAYS: Param = Param {
    table: "omt-representation-rmo",
    key: "cover_days",
    value: ParamValue::Number(30, 0, 366),
    doc: "A representation declared as temporary `cover` is not judged if it lasts no longer than this many days, the \
          first and the last included.",
};

static META: Meta = Meta {
    id: "omt-representation-rmo",
    group: Group::Development,
    severity: Severity::Warning,
    scope: Scope::Subject,
    summary: "Somebody other than the Resource Management Officer represents IOM in the OMT.",
    page: "## What it checks\n\
        Every representation on an Operations Management Team with the capacity `member`, on its last day or the date \
        of the run: the person is Resource Management Officer on that day. While nobody is, it may be whoever holds \
        the highest post of administration in the mission.\n\n\
        ## Why it matters\n\
        The team agrees on common services, premises and procurement of the United Nations agencies. IOM is usually \
        represented by the Resource Management Officer, who is responsible for these.\n\n\
        ## Exceptions\n\
        Alternates and observers are not judged, nor is a representation with `cover` that is not longer than \
        `omt-representation-rmo.cover_days`. Where nobody in the mission has a post of administration nothing is \
        reported. Who may stand in is our reading: the source does not say. Where the team is merged with a country \
        team or the Programme Management Team, the rules on those judge it.\n\n\
        ## What it marks\n\
        The `person` of the representation. Related: the post of each Resource Management Officer, each post of the \
        person on that day.\n",
    example: EXAMPLE,
    source: "IOM Emergency Manual, Pre-Crisis Coordination Structure (September 2022): should",
    statements: &["N30", "N31"],
    strength: Strength::Should,
    pack: Some("em-precrisis"),
    also_packs: &[],
    params: &[&COVER_DAYS],
};

const EXAMPLE: Example = Example::Records {
    as_of: "2025-03-31",
    given: r#"
{"mission": "mli", "records": [
  {"kind": "person", "id": "P-02", "assignments": [
    {"role": "resource-management-officer", "kind": "staff", "duty_station": "bko",
     "from": "2023-06-01"}]},
  {"kind": "person", "id": "P-22", "assignments": [
    {"role": "procurement-officer", "kind": "staff", "duty_station": "bko", "from": "2023-06-01"}]},
  {"kind": "platform", "id": "omt", "types": ["omt"], "level": "national",
   "status": [{"value": "active", "from": "2015-01-01"}]}
]}
"#,
    valid: r#"
{"kind": "representation", "id": "R-1", "mission": "mli", "platform": "omt",
 "person": "P-02", "capacity": "member", "from": "2023-06-01"}
"#,
    invalid: r#"
{"kind": "representation", "id": "R-1", "mission": "mli", "platform": "omt",
 "person": "P-22", "capacity": "member", "from": "2023-06-01"}
"#,
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

const SEATS: Wanted = Wanted {
    kind: "omt",
    except: &["hct", "unct", "pmt"],
    capacities: &["member"],
};

const OFFICER: &str = "resource-management-officer";

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    let officers = bundle.terms(OFFICER);
    seat::judge_each(
        bundle,
        judge,
        &SEATS,
        |_, _| Ok(true),
        |judge, seat| judge_seat(judge, seat, &officers),
    );
}

fn judge_seat<'t>(
    judge: &mut Judge<'_>,
    seat: &Seat<'_, 't>,
    officers: &Terms<Holder<'_, 't>>,
) -> Read<()> {
    let cover = is_short_cover(seat, judge.number(&COVER_DAYS));
    if any([cover, has_role(seat.person, seat.day, OFFICER)])? {
        return Ok(());
    }
    let mut in_post = Vec::new();
    for officer in officers.on(seat.day) {
        in_post.push((
            officer.person.head.id?.value,
            officer.assignment.role?.place,
        ));
    }
    if in_post.is_empty() {
        // One whose post cannot be read may be the officer.
        officers.complete(seat.day, seat.day)?;
        if may_stand_in(seat)? {
            return Ok(());
        }
    }
    let roles = seat.roles()?;
    let first = in_post.iter().map(|(id, _)| *id).min();
    let finding = seat
        .finding_at_person(judge)?
        .with_some("role", first_role(&roles))
        .with_some("rmo", first.map(|id| Fact::Person(id.to_owned())))
        .with("date", Fact::Day(seat.day))
        .and_all("rmo", in_post.iter().map(|(_, place)| *place));
    let finding = with_roles(finding, &roles);
    judge.report(match in_post.as_slice() {
        [(only, _)] => finding.fixed_by(
            Safety::Suggested,
            vec![(seat.reference.place, quoted(only))],
        ),
        _ => finding,
    });
    Ok(())
}

fn is_short_cover(seat: &Seat<'_, '_>, most: i64) -> Read<bool> {
    let days = seat.record.interval?.interval;
    let is_short = days
        .to
        .is_some_and(|to| length_in_days(days.from, to) <= most);
    all([Ok(is_short), seat.record.cover])
}

/// Whether nobody in the mission has a higher post of administration than the person, or nobody has any.
fn may_stand_in(seat: &Seat<'_, '_>) -> Read<bool> {
    let mut best: Option<u8> = None;
    for person in &seat.bundle.people {
        for role in roles_on(person, seat.day) {
            if let Some(level) = level_of(role?) {
                best = Some(best.map_or(level, |best| best.min(level)));
            }
        }
    }
    let Some(best) = best else {
        return Ok(true);
    };
    any(roles_on(seat.person, seat.day).map(|role| Ok(level_of(role?) == Some(best))))
}

/// The level of a post of administration.
fn level_of(role: Marked<&str>) -> Option<u8> {
    let role = reference::role(role.value)?;
    (role.class == RoleClass::Administration).then_some(role.level?)
}
