//! A cluster is recorded by a name that the reset of clusters has merged into another.

use super::shared::standing::is_active;
use super::shared::{all, items, quoted};
use super::{Judge, Rule};
use crate::bundle::Bundle;
use crate::calendar::Day;
use crate::catalogue::{Example, Group, Meta, Scope, Severity, Strength};
use crate::document::{Marked, Read};
use crate::finding::{Fact, Finding, Safety};
use crate::record::Platform;
use crate::reference::merged_into;

static META: Meta = Meta {
    id: "superseded-cluster-name",
    group: Group::Terminology,
    severity: Severity::Advice,
    scope: Scope::Subject,
    summary: "A cluster keeps a name that was merged into another one.",
    page: "## What it checks\n\
        Every platform of the type `cluster` that is active on the date of the run, in a mission whose \
        `cluster_transition_date` has come: none of its `clusters` is one that the simplification of clusters has \
        merged into another, such as `CCM` and `SHL`.\n\n\
        ## Why it matters\n\
        After the transition the merged cluster is the one that partners, funds and rules know. The old code looks as \
        if the former cluster were still active beside it.\n\n\
        ## Exceptions\n\
        Clusters that became part of one that stayed are not reported: the country decides whether it keeps them \
        apart. Missions without a transition date are not judged.\n\n\
        ## What it marks\n\
        The first such element of `clusters`. Related: the mission's `cluster_transition_date`.\n",
    example: EXAMPLE,
    source: "Humanitarian Reset, Cluster Simplification: Interim Messages to Country Operations (September 2025)",
    statements: &[],
    strength: Strength::Contextual,
    pack: Some("iasc-reset-8"),
    also_packs: &[],
    params: &[],
};

const EXAMPLE: Example = Example::Records {
    as_of: "2025-12-31",
    given: r#"
{"kind": "mission", "id": "mli", "mission": "mli", "name": "IOM Mali", "countries": ["MLI"],
 "regional_office": [{"office": "ro-dakar", "from": "2011-07-01"}],
 "offices": [{"id": "bko", "place": "Bamako", "from": "1998-03-01"}],
 "phase": [{"value": "protracted", "from": "2015-01-01"}],
 "context_model": [{"value": "cluster", "from": "2012-04-01"}],
 "cluster_transition_date": "2025-01-01"}
"#,
    valid: r#"
{"kind": "platform", "id": "cl-slsc", "mission": "mli", "types": ["cluster"],
 "clusters": ["x-slsc"], "level": "national", "status": [{"value": "active", "from": "2012-04-01"}]}
"#,
    invalid: r#"
{"kind": "platform", "id": "cl-slsc", "mission": "mli", "types": ["cluster"],
 "clusters": ["SHL"], "level": "national", "status": [{"value": "active", "from": "2012-04-01"}]}
"#,
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    let today = judge.as_of();
    if !judge.in_force(today) {
        return;
    }
    let transition = transition_by(bundle, today);
    if transition == Ok(None) {
        return;
    }
    for (platform, told) in bundle.platforms_of_type("cluster") {
        let applies = all([
            told.map(|()| true),
            is_active(platform, today),
            items(&platform.clusters).map(|codes| !codes.is_empty()),
        ]);
        judge.consider(
            platform.head.place(),
            applies.map(|applies| applies.then_some(())),
            |judge, ()| {
                let old = superseded(platform)?;
                let (Some(first), Some(transition)) = (old.first(), transition?) else {
                    return Ok(());
                };
                let finding = describe(platform, *first, &old, transition)?;
                judge.report(finding.judged_on(today));
                Ok(())
            },
        );
    }
}

/// The day of the transition, if it has come.
fn transition_by(bundle: &Bundle<'_>, day: Day) -> Read<Option<Marked<Day>>> {
    let Some(mission) = bundle.mission()? else {
        return Ok(None);
    };
    let transition = mission.cluster_transition_date?;
    Ok(transition.filter(|transition| transition.value <= day))
}

/// A code that was merged, and into which.
type Superseded<'t> = (Marked<&'t str>, &'static str);

fn superseded<'t>(platform: &Platform<'t>) -> Read<Vec<Superseded<'t>>> {
    let mut old = Vec::new();
    for code in items(&platform.clusters)? {
        let code = (*code)?;
        old.extend(merged_into(code.value).map(|new| (code, new)));
    }
    Ok(old)
}

fn describe(
    platform: &Platform<'_>,
    (first, successor): Superseded<'_>,
    old: &[Superseded<'_>],
    transition: Marked<Day>,
) -> Read<Finding> {
    let codes = old.iter().map(|(code, _)| code.value.to_owned());
    let finding = Finding::new(&META, first.place)
        .about(platform.head.place())
        .with("platform", Fact::Id(platform.head.id?.value.to_owned()))
        .with("clusters", Fact::Codes(codes.collect()))
        .with("successor", Fact::Code(successor.to_owned()))
        .with("transition", Fact::Day(transition.value))
        .and("transition", transition.place);
    let mut listed = items(&platform.clusters)?.iter().flatten();
    let is_listed = listed.any(|code| code.value == successor);
    Ok(if old.len() == 1 && !is_listed {
        finding.fixed_by(Safety::Suggested, vec![(first.place, quoted(successor))])
    } else {
        finding
    })
}
