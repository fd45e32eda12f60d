//! A cluster concerns a programme, and nobody speaks for the organization there.

use super::shared::coverage::{codes_of, has_voice, judge_each};
use super::shared::demand::{Demand, ENDING_DAYS, demands};
use super::shared::place::Site;
use super::shared::standing::{NEW_DAYS, cluster_today, is_standing, permits};
use super::shared::theme::{Cluster, candidates_for};
use super::shared::{all, any};
use super::{Judge, Rule};
use crate::bundle::Bundle;
use crate::catalogue::{Example, Group, Meta, Scope, Severity, Strength};
use crate::document::Read;
use crate::finding::{Fact, Finding};
use crate::record::Platform;

static META: Meta = Meta {
    id: "cluster-programme-uncovered",
    group: Group::Humanitarian,
    severity: Severity::Warning,
    scope: Scope::Subject,
    summary: "A programme belongs to an active cluster in which nobody speaks for IOM.",
    page: "## What it checks\n\
        Every platform of type `cluster` that is active on the date of the run and has been for more than 30 days \
        (parameter `coverage.new_days`), if a running programme names one of its clusters or works in an area of \
        them: a representation as member, alternate or coordinator covers that day. For a programme that is there by \
        its area only, a seat in another active cluster of the same level (and place) to which the area belongs will \
        do. Subnational clusters are judged only for programmes with a site at their place.\n\n\
        ## Why it matters\n\
        IOM attends the clusters of its programmes: there the response is planned, gaps are divided and funds are \
        allocated. A programme that is absent is planned without.\n\n\
        ## Exceptions\n\
        Programmes that end within 30 days (parameter `coverage.ending_days`); platforms declared `not-relevant` or \
        whose local terms permit `covered-by-hub` or `no-access`. Observers do not count: they have no voice.\n\n\
        ## What it marks\n\
        The `id` of the platform. Related: the `areas` of each programme. Up to five colleagues in programme or \
        operations roles whose programmes match are named.\n",
    example: EXAMPLE,
    source: "IOM Emergency Manual, Coordination in Different Contexts (November 2022)",
    statements: &["N7", "N20"],
    strength: Strength::Should,
    pack: Some("em-contexts"),
    also_packs: &["iasc-clusters-11", "iasc-reset-8"],
    params: &[&NEW_DAYS, &ENDING_DAYS],
};

const EXAMPLE: Example = Example::Records {
    as_of: "2025-03-31",
    given: r#"
{"mission": "mli", "records": [
  {"kind": "programme", "id": "G-was", "areas": ["wash"], "crisis": true, "sites": ["mop"],
   "from": "2024-01-01"},
  {"kind": "person", "id": "P-08", "programmes": [{"programme": "G-was"}], "assignments": [
    {"role": "operations-officer", "kind": "staff", "duty_station": "mop", "from": "2024-03-01"}]},
  {"kind": "platform", "id": "cl-wsh", "types": ["cluster"], "clusters": ["WSH"],
   "level": "national", "status": [{"value": "active", "from": "2012-04-01"}]}
]}
"#,
    valid: r#"
{"kind": "representation", "id": "R-1", "mission": "mli", "platform": "cl-wsh",
 "person": "P-08", "capacity": "member", "from": "2024-03-01"}
"#,
    invalid: r#"
{"kind": "representation", "id": "R-1", "mission": "mli", "platform": "cl-wsh",
 "person": "P-08", "capacity": "observer", "from": "2024-03-01"}
"#,
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    let today = judge.as_of();
    let is_concerned = |judge: &Judge<'_>, platform: &Platform<'_>| {
        let Some(cluster) = cluster_today(bundle, judge, platform)? else {
            return Ok(false);
        };
        match demands(judge, &cluster).exist() {
            // A seat answers any demand there may be.
            Err(_) if has_voice(bundle, platform, today) == Ok(true) => Ok(true),
            exist => exist,
        }
    };
    judge_each(bundle, judge, is_concerned, |judge, platform| {
        let excused = is_excused(platform);
        if excused == Ok(true) || has_voice(bundle, platform, today)? {
            return Ok(());
        }
        let Some(cluster) = cluster_today(bundle, judge, platform)? else {
            return Ok(());
        };
        let mut open = Vec::new();
        for demand in demands(judge, &cluster).found {
            if demand.is_named || is_open(judge, &cluster, &demand)? {
                open.push(demand);
            }
        }
        if !open.is_empty() {
            excused?;
            judge.report(describe(&cluster, &open)?);
        }
        Ok(())
    });
}

fn is_excused(platform: &Platform<'_>) -> Read<bool> {
    any([
        permits(platform, "covered-by-hub"),
        permits(platform, "no-access"),
    ])
}

/// Whether for one of the areas nobody speaks in any cluster that it belongs to.
fn is_open(judge: &Judge<'_>, cluster: &Cluster<'_, '_>, demand: &Demand<'_, '_>) -> Read<bool> {
    any(demand.areas.iter().map(|area| {
        let others = cluster.bundle.platforms.iter();
        let covered = any(others.map(|other| is_covered_by(judge, cluster, other, area)));
        covered.map(|covered| !covered)
    }))
}

/// Whether somebody speaks for an area in another cluster of the same level and place.
fn is_covered_by(
    judge: &Judge<'_>,
    cluster: &Cluster<'_, '_>,
    other: &Platform<'_>,
    area: &str,
) -> Read<bool> {
    let bundle = cluster.bundle;
    let suits = || match cluster_today(bundle, judge, other)? {
        Some(other) => other.suits_area(area),
        None => Ok(false),
    };
    all([
        has_voice(bundle, other, cluster.day),
        is_standing(judge, other),
        suits(),
        is_beside(bundle, cluster.platform, other),
    ])
}

fn is_beside(bundle: &Bundle<'_>, one: &Platform<'_>, other: &Platform<'_>) -> Read<bool> {
    let level = one.level()?.value;
    if other.level()?.value != level || level == "national" {
        return Ok(other.level()?.value == level);
    }
    match (
        Site::of_platform(bundle, one)?,
        Site::of_platform(bundle, other)?,
    ) {
        (Some(one), Some(other)) => one.is_same(&other),
        _ => Ok(false),
    }
}

fn describe(cluster: &Cluster<'_, '_>, open: &[Demand<'_, '_>]) -> Read<Finding> {
    let platform = cluster.platform;
    let id = platform.head.id?;
    let mut finding = Finding::new(&META, id.place).about(platform.head.place());
    let (mut programmes, mut areas) = (Vec::new(), Vec::<String>::new());
    for demand in open {
        let programme = demand.programme;
        programmes.push(programme.head.id?.value.to_owned());
        for area in &demand.areas {
            if !areas.iter().any(|known| known == area) {
                areas.push((*area).to_owned());
            }
        }
        finding = finding
            .about(programme.head.place())
            .and("areas", programme.areas_view?.place());
    }
    let candidates = Some(candidates_for(cluster)).filter(|names| !names.is_empty());
    Ok(finding
        .with("platform", Fact::Id(id.value.to_owned()))
        .with("clusters", Fact::Codes(codes_of(platform)?))
        .with("programmes", Fact::Ids(programmes))
        .with("areas", Fact::Codes(areas))
        .with("date", Fact::Day(cluster.day))
        .with_some("candidates", candidates.map(Fact::People)))
}
