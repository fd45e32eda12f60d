//! Somebody below the head of the mission represents it in the Humanitarian Country Team.

use super::shared::alternate::{HCT_ALTERNATE, is_supported};
use super::shared::leadership::Leadership;
use super::shared::seat::{self, Seat, Wanted, first_role, with_roles};
use super::shared::theme::roles_on;
use super::shared::{all, any};
use super::{Judge, Rule};
use crate::bundle::{Bundle, Terms};
use crate::catalogue::{Example, Group, Meta, Scope, Severity, Strength};
use crate::document::Read;
use crate::finding::Fact;
use crate::record::Designation;
use crate::reference::{self, RoleClass};

static META: Meta = Meta {
    id: "hct-representation-level",
    group: Group::Humanitarian,
    severity: Severity::Warning,
    scope: Scope::Subject,
    summary: "Somebody below the head of the mission represents IOM in the HCT.",
    page: "## What it checks\n\
        Every representation on a Humanitarian Country Team with the capacity `member` or `alternate`, on its last day \
        or the date of the run: the person is Chief of Mission (of this mission or the one in `covered_by`), acts as \
        such by a designation `acting-com` that has no `scope` or names the platform, or is a supported alternate (see \
        `hct-alternate-unsupported`).\n\n\
        ## Why it matters\n\
        The team takes the strategic decisions of the response, and IOM should be represented there by its highest \
        representative in the country.\n\n\
        ## Exceptions\n\
        While nobody is Chief of Mission a `head-of-office` is the highest representative. In a mission that another \
        one covers anybody whose post is of class head may sit there. An `alternate` may also be a deputy or head of \
        office: the source speaks of the seat itself only. These three are our reading. \
        `hct-alternate-unsupported`, `hct-coordinator-not-observer` and `com-post-vacant` replace this finding where \
        they apply.\n\n\
        ## What it marks\n\
        The `person` of the representation. Related: each post of the person on that day, the post of each Chief of \
        Mission.\n",
    example: EXAMPLE,
    source: "IOM Emergency Manual, Coordination in Different Contexts (November 2022): should",
    statements: &["N14", "N15"],
    strength: Strength::Should,
    pack: Some("em-contexts"),
    also_packs: &[],
    params: &[],
};

const EXAMPLE: Example = Example::Records {
    as_of: "2025-03-31",
    given: r#"
{"mission": "mli", "records": [
  {"kind": "person", "id": "P-01", "assignments": [
    {"role": "chief-of-mission", "kind": "staff", "duty_station": "bko", "from": "2024-02-01"}]},
  {"kind": "person", "id": "P-03", "assignments": [
    {"role": "senior-programme-manager", "kind": "staff", "duty_station": "bko",
     "from": "2023-01-01"}]},
  {"kind": "platform", "id": "hct", "types": ["hct"], "level": "national",
   "status": [{"value": "active", "from": "2012-04-01"}]}
]}
"#,
    valid: r#"
{"kind": "representation", "id": "R-1", "mission": "mli", "platform": "hct",
 "person": "P-01", "capacity": "member", "from": "2024-02-01"}
"#,
    invalid: r#"
{"kind": "representation", "id": "R-1", "mission": "mli", "platform": "hct",
 "person": "P-03", "capacity": "member", "from": "2024-02-01"}
"#,
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

const SEATS: Wanted = Wanted {
    kind: "hct",
    except: &[],
    capacities: &["member", "alternate"],
};

/// The lowest level of a post whose holder may be the chief's alternate.
const ALTERNATE_LEVEL: u8 = 2;

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    let leadership = Leadership::of(bundle);
    let alternates = bundle.designation_terms(HCT_ALTERNATE);
    seat::judge_each(
        bundle,
        judge,
        &SEATS,
        |_, _| Ok(true),
        |judge, seat| judge_seat(judge, seat, &leadership, &alternates),
    );
}

fn judge_seat<'t>(
    judge: &mut Judge<'_>,
    seat: &Seat<'_, 't>,
    leadership: &Leadership<'_, 't>,
    alternates: &Terms<&Designation<'t>>,
) -> Read<()> {
    let head = leadership.is_head(seat.reference, seat.person, seat.day, seat.platform_id()?);
    if head == Ok(true) || any([head, is_deputy(seat), is_supported(seat, alternates)])? {
        return Ok(());
    }
    let roles = seat.roles()?;
    let finding = seat
        .finding_at_person(judge)?
        .with("capacity", seat.capacity()?)
        .with_some("role", first_role(&roles))
        .with("date", Fact::Day(seat.day))
        .with_some("chief", leadership.chief(seat.day));
    judge.report(leadership.with_posts(with_roles(finding, &roles), seat.day));
    Ok(())
}

/// Whether the seat is an alternate's, who is next to the chief.
fn is_deputy(seat: &Seat<'_, '_>) -> Read<bool> {
    let is_alternate = seat.record.capacity.map(|held| held.value == "alternate");
    let deputies = roles_on(seat.person, seat.day).map(|role| {
        let role = reference::role(role?.value);
        Ok(role.is_some_and(|role| {
            role.class == RoleClass::Head
                && role.level.is_some_and(|level| level <= ALTERNATE_LEVEL)
        }))
    });
    all([is_alternate, any(deputies)])
}
