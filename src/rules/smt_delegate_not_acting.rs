//! Someone sat in the chief of mission's place in the Security Management Team without acting as such.

use super::shared::security_meeting::{self, SecurityMeeting, capacity_present, with_bound};
use super::{Judge, Rule};
use crate::bundle::Bundle;
use crate::catalogue::{Example, Group, Meta, Scope, Severity, Strength};
use crate::document::{Marked, Read};
use crate::finding::Fact;
use crate::record::Row;

static META: Meta = Meta {
    id: "smt-delegate-not-acting",
    group: Group::Security,
    severity: Severity::Error,
    scope: Scope::Subject,
    summary: "Someone without an acting designation took the Chief of Mission's SMT seat.",
    page: "## What it checks\n\
        Every Security Management Team meeting that was held without a Chief of Mission in post or acting (see \
        `smt-com-absent`): nobody is recorded as present in the capacity `member` or `alternate`.\n\n\
        ## Why it matters\n\
        The seat belongs to the Chief of Mission, and the policy names no delegate. Whoever takes it needs to be able \
        to speak and decide for the mission, which a designation `acting-com` puts on record.\n\n\
        ## Exceptions\n\
        Those of `smt-com-absent`, which this finding replaces. An `hct-alternate` may speak for IOM in the \
        Humanitarian Country Team, not here. `smt-observer-only` and `com-post-vacant` replace this finding where \
        they apply.\n\n\
        ## What it marks\n\
        The `person` of the first such row. Related: the nearest end or begin of a designation `acting-com` of this \
        person, the `presence` of the Chief of Mission if listed, the post of each Chief of Mission.\n",
    example: EXAMPLE,
    source: "IOM Emergency Manual, Pre-Crisis Coordination Structure (September 2022): mandatory",
    statements: &["N38", "N39"],
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
  {"kind": "person", "id": "P-02", "assignments": [
    {"role": "resource-management-officer", "kind": "staff", "duty_station": "bko",
     "from": "2023-06-01"}]},
  {"kind": "platform", "id": "smt", "types": ["smt"], "level": "national",
   "status": [{"value": "active", "from": "2013-01-01"}]},
  {"kind": "meeting", "id": "M-1", "platform": "smt",
   "start": "2025-03-05T09:00:00Z", "status": "held", "mode": "in-person",
   "attendance": [{"person": "P-02", "capacity": "alternate", "presence": "present"}]}
]}
"#,
    valid: r#"
{"kind": "designation", "id": "D-1", "mission": "mli", "designation": "acting-com",
 "from_person": "P-01", "to_person": "P-02", "ground": "absence",
 "from": "2025-02-24", "to": "2025-03-07"}
"#,
    invalid: r#"
{"kind": "designation", "id": "D-1", "mission": "mli", "designation": "acting-com",
 "from_person": "P-01", "to_person": "P-02", "ground": "absence",
 "from": "2025-02-24", "to": "2025-03-04"}
"#,
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    security_meeting::judge_each(bundle, judge, judge_meeting);
}

fn judge_meeting(judge: &mut Judge<'_>, meeting: &SecurityMeeting<'_, '_>) -> Read<()> {
    let delegate = first_delegate(meeting.rows()?);
    if delegate == Ok(None) {
        return Ok(());
    }
    let Some(absence) = meeting.absence()? else {
        return Ok(());
    };
    let Some(person) = delegate? else {
        return Ok(());
    };
    let bound = meeting.nearest_bound_of(person.value);
    let designation = bound
        .as_ref()
        .and_then(|bound| bound.designation.head.id.ok());
    let finding = absence
        .finding(judge, person.place)?
        .with("person", Fact::Person(person.value.to_owned()))
        .with_some("chief", absence.chief()?.map(Fact::Person));
    let finding = meeting.with_meeting(finding)?.with_some(
        "designation",
        designation.map(|id| Fact::Id(id.value.to_owned())),
    );
    let finding = with_bound(finding, bound.as_ref());
    let chief = absence.chief_row().map(|row| row.presence).transpose()?;
    let finding = finding.and_all("chief-row", chief.map(|presence| presence.place));
    judge.report(absence.with_posts(finding));
    Ok(())
}

/// The person of the first row of someone present who does not merely observe or coordinate.
fn first_delegate<'t>(rows: &[Row<'t>]) -> Read<Option<Marked<&'t str>>> {
    for row in rows {
        if let Some(capacity) = capacity_present(row)?
            && matches!(capacity.value, "member" | "alternate")
        {
            return row.person.map(Some);
        }
    }
    Ok(None)
}
