//! Somebody who is no senior programme manager represents IOM in the Programme Management Team.

use super::shared::any;
use super::shared::leadership::Leadership;
use super::shared::seat::{self, Seat, Wanted, first_role, with_roles};
use super::shared::theme::roles_on;
use super::{Judge, Rule};
use crate::bundle::Bundle;
use crate::catalogue::{Example, Group, Meta, Scope, Severity, Strength};
use crate::document::{Marked, Read};
use crate::finding::Fact;
use crate::reference::{self, RoleClass};

static META: Meta = Meta {
    id: "pmt-representation-level",
    group: Group::Development,
    severity: Severity::Warning,
    scope: Scope::Subject,
    summary: "Somebody who is no senior programme manager represents IOM in the PMT.",
    page: "## What it checks\n\
        Every representation on a Programme Management Team with the capacity `member`, on its last day or the date of \
        the run: a post of the person on that day leads the mission or its programmes (class head or programme, level \
        3 or higher, such as `senior-programme-manager`).\n\n\
        ## Why it matters\n\
        The team consists of the deputies of the heads of agencies and of senior programme staff, who can commit their \
        agency on joint programmes.\n\n\
        ## Exceptions\n\
        Alternates and observers are not judged, nor is somebody with a post `other`, whose title the roles do not \
        list. An acting Chief of Mission (designation `acting-com`) is accepted. Where the team is merged with the \
        Humanitarian or the United Nations Country Team, the rules on those judge it.\n\n\
        ## What it marks\n\
        The `person` of the representation. Related: each post of the person on that day.\n",
    example: EXAMPLE,
    source: "IOM Emergency Manual, Pre-Crisis Coordination Structure (September 2022): should",
    statements: &["N27", "N28"],
    strength: Strength::Should,
    pack: Some("em-precrisis"),
    also_packs: &[],
    params: &[],
};

const EXAMPLE: Example = Example::Records {
    as_of: "2025-03-31",
    given: r#"
{"mission": "mli", "records": [
  {"kind": "person", "id": "P-03", "assignments": [
    {"role": "senior-programme-manager", "kind": "staff", "duty_station": "bko",
     "from": "2023-01-01"}]},
  {"kind": "person", "id": "P-06", "assignments": [
    {"role": "programme-officer", "kind": "staff", "duty_station": "bko", "from": "2024-01-15"}]},
  {"kind": "platform", "id": "pmt", "types": ["pmt"], "level": "national",
   "status": [{"value": "active", "from": "2015-01-01"}]}
]}
"#,
    valid: r#"
{"kind": "representation", "id": "R-1", "mission": "mli", "platform": "pmt",
 "person": "P-03", "capacity": "member", "from": "2024-02-01"}
"#,
    invalid: r#"
{"kind": "representation", "id": "R-1", "mission": "mli", "platform": "pmt",
 "person": "P-06", "capacity": "member", "from": "2024-02-01"}
"#,
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

const SEATS: Wanted = Wanted {
    kind: "pmt",
    except: &["hct", "unct"],
    capacities: &["member"],
};

/// The lowest level of senior staff.
const SENIOR_LEVEL: u8 = 3;

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    let leadership = Leadership::of(bundle);
    seat::judge_each(
        bundle,
        judge,
        &SEATS,
        |_, _| Ok(true),
        |judge, seat| judge_seat(judge, seat, &leadership),
    );
}

fn judge_seat<'t>(
    judge: &mut Judge<'_>,
    seat: &Seat<'_, 't>,
    leadership: &Leadership<'_, 't>,
) -> Read<()> {
    let acting = leadership.is_acting(seat.reference.value, seat.day, seat.platform_id()?);
    let complete = leadership.acting.complete(seat.day, seat.day);
    let suits =
        any(roles_on(seat.person, seat.day).map(|role| role.map(|role| is_suitable(role.value))));
    if any([suits, acting, complete.map(|()| false)])? {
        return Ok(());
    }
    let roles = seat.roles()?;
    let finding = seat
        .finding_at_person(judge)?
        .with_some("role", first_role(&roles))
        .with_some("level", highest_level(&roles))
        .with("date", Fact::Day(seat.day));
    judge.report(with_roles(finding, &roles));
    Ok(())
}

/// Whether a post is one of senior staff, or one of which that cannot be told.
fn is_suitable(role: &str) -> bool {
    let is_senior = reference::role(role).is_some_and(|role| {
        matches!(role.class, RoleClass::Head | RoleClass::Programme)
            && role.level.is_some_and(|level| level <= SENIOR_LEVEL)
    });
    is_senior || role == "other"
}

fn highest_level(roles: &[Marked<&str>]) -> Option<Fact> {
    let levels = roles
        .iter()
        .filter_map(|role| reference::role(role.value)?.level);
    levels.min().map(|level| Fact::Number(i64::from(level)))
}
