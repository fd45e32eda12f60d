//! Someone represents the organization in a cluster in a role that is not about its activities.

use super::shared::cluster_seat::{self, Seat};
use super::{Judge, Rule};
use crate::bundle::Bundle;
use crate::catalogue::{Example, Group, Meta, Scope, Severity, Strength};
use crate::document::{Blocked, Marked, Obstacle, Read, any};
use crate::finding::Fact;
use crate::reference::{self, RoleClass};

static META: Meta = Meta {
    id: "cluster-role-unsuitable",
    group: Group::Humanitarian,
    severity: Severity::Warning,
    scope: Scope::Subject,
    summary: "IOM's representative in a cluster has no programme or operations role.",
    page: "## What it checks\n\
        Every representation on a platform of type `cluster` in the capacity `member` or `alternate`, on its last day \
        or the date of the run, whichever is earlier, where the person's programmes match the cluster: one of the \
        person's roles on that day is of the class `programme`, `operations` or `coordination`.\n\n\
        ## Why it matters\n\
        IOM attends cluster meetings through the programme or operations officers who implement the activities of \
        that cluster. Administration, security and support serve the same programmes, but do not carry out their \
        activities.\n\n\
        ## Exceptions\n\
        Heads of sub-offices, who often run the operation; observers (information management attends as such); \
        temporary `cover` of up to 30 days (parameter `cluster.cover_days`); persons without an assignment on that \
        day; representations that begin after the date of the run or ended before 1 November 2022; platforms that \
        name no cluster. Where the programmes do not match, `cluster-staff-mismatch` says so.\n\n\
        ## What it marks\n\
        The `person` of the representation. Related: the `role` of each assignment on that day.\n",
    example: EXAMPLE,
    source: "IOM Emergency Manual, Coordination in Different Contexts (November 2022)",
    statements: &["N20"],
    strength: Strength::Should,
    pack: Some("em-contexts"),
    also_packs: &[],
    params: cluster_seat::PARAMS,
};

const EXAMPLE: Example = Example::Records {
    as_of: "2025-03-31",
    given: r#"
{"mission": "mli", "records": [
  {"kind": "programme", "id": "G-hea", "areas": ["health"], "crisis": true, "sites": ["bko"],
   "from": "2024-01-01"},
  {"kind": "person", "id": "P-06", "programmes": [{"programme": "G-hea"}], "assignments": [
    {"role": "programme-officer", "kind": "staff", "duty_station": "bko", "from": "2024-01-15"}]},
  {"kind": "person", "id": "P-22", "programmes": [{"programme": "G-hea"}], "assignments": [
    {"role": "finance-officer", "kind": "staff", "duty_station": "bko", "from": "2024-01-15"}]},
  {"kind": "platform", "id": "cl-hea", "types": ["cluster"], "clusters": ["HEA"],
   "level": "national", "status": [{"value": "active", "from": "2012-04-01"}]}
]}
"#,
    valid: r#"
{"kind": "representation", "id": "R-1", "mission": "mli", "platform": "cl-hea",
 "person": "P-06", "capacity": "member", "from": "2024-02-01"}
"#,
    invalid: r#"
{"kind": "representation", "id": "R-1", "mission": "mli", "platform": "cl-hea",
 "person": "P-22", "capacity": "member", "from": "2024-02-01"}
"#,
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    cluster_seat::judge_each(bundle, judge, judge_seat);
}

fn judge_seat(judge: &mut Judge<'_>, seat: &Seat<'_, '_>) -> Read<()> {
    let is_suitable = any(seat.roles().map(|role| is_suitable(role?)));
    if is_suitable == Ok(true) {
        return Ok(());
    }
    let roles = seat.roles().collect::<Read<Vec<_>>>();
    if roles.as_ref().is_ok_and(Vec::is_empty) || !seat.cluster.suits(seat.holder)? {
        return Ok(());
    }
    is_suitable?;
    let roles = roles?;
    let Some(first) = roles.first() else {
        return Ok(());
    };
    judge.report(
        seat.finding(judge)?
            .with("role", Fact::Role(first.value.to_owned()))
            .with("class", Fact::Kind(class_of(*first)?.code().to_owned()))
            .with("date", Fact::Day(seat.cluster.day))
            .and_all("role", roles.iter().map(|role| role.place)),
    );
    Ok(())
}

fn is_suitable(role: Marked<&str>) -> Read<bool> {
    let is_of_class = matches!(
        class_of(role)?,
        RoleClass::Programme | RoleClass::Operations | RoleClass::Coordination
    );
    Ok(is_of_class || role.value == "head-of-sub-office")
}

fn class_of(role: Marked<&str>) -> Read<RoleClass> {
    let blocked = Blocked {
        place: role.place,
        obstacle: Obstacle::Schema,
    };
    reference::role(role.value)
        .map(|role| role.class)
        .ok_or(blocked)
}
