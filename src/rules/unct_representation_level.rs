//! Somebody below the head of the mission represents it in the United Nations Country Team.

use super::shared::leadership::Leadership;
use super::shared::seat::{self, Seat, Wanted, first_role, with_roles};
use super::{Judge, Rule};
use crate::bundle::Bundle;
use crate::catalogue::{Example, Group, Meta, Scope, Severity, Strength};
use crate::document::Read;
use crate::finding::Fact;

static META: Meta = Meta {
    id: "unct-representation-level",
    group: Group::Development,
    severity: Severity::Warning,
    scope: Scope::Subject,
    summary: "Somebody below the head of the mission represents IOM in the UNCT.",
    page: "## What it checks\n\
        Every representation on a United Nations Country Team with the capacity `member`, on its last day or the date \
        of the run: the person is Chief of Mission, or acts as such by a designation `acting-com` that has no `scope` \
        or names the platform.\n\n\
        ## Why it matters\n\
        The team is where the heads of the United Nations agencies decide together on the country's development \
        cooperation. IOM is usually represented there by its Chief of Mission.\n\n\
        ## Exceptions\n\
        Alternates and observers are not judged, nor are missions that name another one in `covered_by`. While nobody \
        is Chief of Mission a `head-of-office` is the highest representative; that is our reading. Where the team is \
        merged with the Humanitarian Country Team, `hct-representation-level` judges it. `com-post-vacant` replaces \
        this finding where it applies.\n\n\
        ## What it marks\n\
        The `person` of the representation. Related: each post of the person on that day, the post of each Chief of \
        Mission.\n",
    example: EXAMPLE,
    source: "IOM Emergency Manual, Pre-Crisis Coordination Structure (September 2022): usually",
    statements: &["N24"],
    strength: Strength::Usual,
    pack: Some("em-precrisis"),
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
  {"kind": "platform", "id": "unct", "types": ["unct"], "level": "national",
   "status": [{"value": "active", "from": "2002-01-01"}]}
]}
"#,
    valid: r#"
{"kind": "representation", "id": "R-1", "mission": "mli", "platform": "unct",
 "person": "P-01", "capacity": "member", "from": "2024-02-01"}
"#,
    invalid: r#"
{"kind": "representation", "id": "R-1", "mission": "mli", "platform": "unct",
 "person": "P-03", "capacity": "member", "from": "2024-02-01"}
"#,
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

const SEATS: Wanted = Wanted {
    kind: "unct",
    except: &["hct"],
    capacities: &["member"],
};

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    let leadership = Leadership::of(bundle);
    seat::judge_each(
        bundle,
        judge,
        &SEATS,
        |_, _| leadership.is_covered().map(|covered| !covered),
        |judge, seat| judge_seat(judge, seat, &leadership),
    );
}

fn judge_seat<'t>(
    judge: &mut Judge<'_>,
    seat: &Seat<'_, 't>,
    leadership: &Leadership<'_, 't>,
) -> Read<()> {
    if leadership.is_head(seat.reference, seat.person, seat.day, seat.platform_id()?)? {
        return Ok(());
    }
    let roles = seat.roles()?;
    let finding = seat
        .finding_at_person(judge)?
        .with_some("role", first_role(&roles))
        .with("date", Fact::Day(seat.day))
        .with_some("chief", leadership.chief(seat.day));
    judge.report(leadership.with_posts(with_roles(finding, &roles), seat.day));
    Ok(())
}
