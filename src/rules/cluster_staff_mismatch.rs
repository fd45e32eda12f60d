//! Someone represents the organization in a cluster to which none of their programmes belongs.

use rustc_hash::FxHashMap;

use super::shared::cluster_seat::{self, Seat};
use super::shared::theme::{areas_of, candidates_for, distinct, is_coordinator, severity_for};
use super::{Judge, Rule};
use crate::bundle::Bundle;
use crate::calendar::Day;
use crate::catalogue::{Example, Group, Meta, Scope, Severity, Strength};
use crate::document::{Read, View, any};
use crate::finding::{Fact, Finding, Place};

static META: Meta = Meta {
    id: "cluster-staff-mismatch",
    group: Group::Humanitarian,
    severity: Severity::Error,
    scope: Scope::Subject,
    summary: "IOM's representative in a cluster works in no programme of that cluster.",
    page: "## What it checks\n\
        Every representation on a platform of type `cluster` in the capacity `member` or `alternate`, on its last day \
        or the date of the run, whichever is earlier: the person works on that day for a programme in force that \
        belongs to one of the platform's `clusters`. It does so if one of its `areas` is mapped to the cluster \
        (table `programme-area-clusters`, match `member`), or if its own `clusters` name it. From the mission's \
        `cluster_transition_date` on the clusters merged by the Humanitarian Reset count as one; before, and without \
        that date, each code stands for itself.\n\n\
        ## Why it matters\n\
        IOM attends cluster meetings through the programme or operations officers who implement the activities of \
        that cluster: a health officer sits in the Health Cluster.\n\n\
        ## Exceptions\n\
        Observers, coordinators and co-coordinators of clusters; temporary `cover` of up to 30 days (parameter \
        `cluster.cover_days`); representations that begin after the date of the run or ended before 1 November 2022; \
        platforms that name no cluster. The finding weighs one step less when the person works in an area that is not \
        the namesake of a cluster, because then the mapping is our inference.\n\n\
        ## What it marks\n\
        The `person` of the representation. Related: the `areas` of each programme, the platform's `clusters`, the \
        `role` of each assignment on that day. Up to five colleagues in programme or operations roles whose \
        programmes match are named.\n",
    example: EXAMPLE,
    source: "IOM Emergency Manual, Coordination in Different Contexts (November 2022)",
    statements: &["N20", "N21"],
    strength: Strength::Should,
    pack: Some("em-contexts"),
    also_packs: &[],
    params: cluster_seat::PARAMS,
};

const EXAMPLE: Example = Example::Records {
    as_of: "2025-03-31",
    given: r#"
{"mission": "mli", "records": [
  {"kind": "programme", "id": "G-shl", "areas": ["shelter"], "crisis": true, "sites": ["mop"],
   "from": "2024-01-01"},
  {"kind": "programme", "id": "G-hea", "areas": ["health"], "crisis": true, "sites": ["bko"],
   "from": "2024-01-01"},
  {"kind": "person", "id": "P-03", "programmes": [{"programme": "G-shl"}], "assignments": [
    {"role": "senior-programme-manager", "kind": "staff", "duty_station": "bko",
     "from": "2023-01-01"}]},
  {"kind": "person", "id": "P-06", "programmes": [{"programme": "G-hea"}], "assignments": [
    {"role": "programme-officer", "kind": "staff", "duty_station": "bko", "from": "2024-01-15"}]},
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
 "person": "P-03", "capacity": "member", "from": "2024-02-01"}
"#,
};

/// Ids of colleagues who could take a seat, by cluster and day.
type Candidates = FxHashMap<(Place, Day), Vec<String>>;

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    let mut candidates = Candidates::default();
    cluster_seat::judge_each(bundle, judge, |judge, seat| {
        judge_seat(judge, seat, &mut candidates)
    });
}

fn judge_seat(judge: &mut Judge<'_>, seat: &Seat<'_, '_>, candidates: &mut Candidates) -> Read<()> {
    let matches = seat.cluster.suits(seat.holder);
    if matches == Ok(true) {
        return Ok(());
    }
    let coordinates = any(seat.roles().map(|role| Ok(is_coordinator(role?.value))));
    if coordinates == Ok(true) {
        return Ok(());
    }
    matches?;
    coordinates?;
    let finding = describe(judge, seat)?;
    let names = candidates
        .entry(seat.cluster.key())
        .or_insert_with(|| candidates_for(&seat.cluster));
    let names = Some(names.clone()).filter(|names| !names.is_empty());
    judge.report(finding.with_some("candidates", names.map(Fact::People)));
    Ok(())
}

fn describe(judge: &Judge<'_>, seat: &Seat<'_, '_>) -> Read<Finding> {
    let cluster = &seat.cluster;
    let programmes = distinct(
        cluster
            .programmes_of(seat.holder)
            .collect::<Read<Vec<_>>>()?,
    );
    let areas = areas_of(&programmes)?;
    let codes = cluster
        .codes()
        .map(|code| Ok(code?.value.to_owned()))
        .collect::<Read<Vec<_>>>()?;
    let roles = seat.roles().collect::<Read<Vec<_>>>()?;
    let first = roles.first().map(|role| Fact::Role(role.value.to_owned()));
    let mut finding = seat.finding(judge)?.weighing(severity_for(&META, &areas));
    for programme in &programmes {
        finding = finding.and("areas", programme.areas_view?.place());
    }
    let clusters = cluster.platform.clusters_view?;
    Ok(finding
        .and_all("clusters", clusters.map(View::place))
        .and_all("role", roles.iter().map(|role| role.place))
        .with("clusters", Fact::Codes(codes))
        .with("areas", Fact::Codes(areas))
        .with_some("role", first)
        .with("date", Fact::Day(cluster.day)))
}
