//! The coordinator of a cluster that the organization leads has no seat on the inter-cluster group.

use super::shared::coordinator::{Coordinators, coordinators, is_excused, lead_of};
use super::shared::coverage::{codes_of, has, is_voice, plain_person};
use super::shared::standing::{cluster_today, is_active, is_level, permits};
use super::shared::theme::Cluster;
use super::shared::{all, any};
use super::{Judge, Rule};
use crate::bundle::Bundle;
use crate::catalogue::{Example, Group, Meta, Scope, Severity, Strength};
use crate::document::{Kind, Read};
use crate::finding::{Fact, Finding};
use crate::record::{LeadAgency, Platform};

static META: Meta = Meta {
    id: "iccg-coordinator-absent",
    group: Group::Humanitarian,
    severity: Severity::Warning,
    scope: Scope::Subject,
    summary: "No coordinator of a cluster that IOM leads sits on the inter-cluster group.",
    page: "## What it checks\n\
        Every national platform of type `cluster` that is active on the date of the run and of which IOM is lead or \
        co-lead agency, while an inter-cluster coordination group is active: one of those who coordinate the cluster \
        for IOM has a seat there as member, alternate or coordinator.\n\n\
        ## Why it matters\n\
        The inter-cluster group consists of the cluster coordinators. A cluster that is missing there is missing in \
        the common plan, and IOM with it.\n\n\
        ## Exceptions\n\
        Missions without an active inter-cluster group. Local terms that permit `coordinator-by-partner`. Clusters \
        without a coordinator for a reason that `cluster-lead-without-coordinator` accepts.\n\n\
        ## What it marks\n\
        The `id` of the cluster. Related: IOM as lead agency; the `role` (or the entry) of each coordinator; the \
        `id` of each active inter-cluster group.\n",
    example: EXAMPLE,
    source: "IOM Emergency Manual, Coordination in Different Contexts (November 2022)",
    statements: &["N18"],
    strength: Strength::Should,
    pack: Some("em-contexts"),
    also_packs: &[],
    params: &[],
};

const EXAMPLE: Example = Example::Records {
    as_of: "2025-03-31",
    given: r#"
{"mission": "mli", "records": [
  {"kind": "person", "id": "P-04", "assignments": [
    {"role": "cluster-coordinator", "kind": "staff", "duty_station": "bko", "cluster": ["SHL"],
     "from": "2024-05-01"}]},
  {"kind": "platform", "id": "iccg", "types": ["iccg"], "level": "national",
   "status": [{"value": "active", "from": "2012-04-01"}]},
  {"kind": "platform", "id": "cl-shl", "types": ["cluster"], "clusters": ["SHL"],
   "level": "national", "lead_agencies": [{"org": "IOM", "capacity": "lead", "from": "2012-04-01"}],
   "status": [{"value": "active", "from": "2012-04-01"}]}
]}
"#,
    valid: r#"
{"kind": "representation", "id": "R-1", "mission": "mli", "platform": "iccg",
 "person": "P-04", "capacity": "coordinator", "from": "2024-05-01"}
"#,
    invalid: r#"
{"kind": "representation", "id": "R-1", "mission": "mli", "platform": "iccg",
 "person": "P-04", "capacity": "observer", "from": "2024-05-01"}
"#,
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    if !judge.in_force(judge.as_of()) {
        return;
    }
    for platform in &bundle.platforms {
        let subject = subject(bundle, judge, platform);
        judge.consider(platform.head.place(), subject, |judge, subject| {
            let found = &subject.coordinators.found;
            let is_coordinator = |seat: &crate::record::Representation<'_>| {
                all([
                    is_voice(seat),
                    plain_person(bundle, seat)
                        .map(|person| found.iter().any(|one| one.person == person.value)),
                ])
            };
            let seated = subject
                .groups
                .iter()
                .map(|group| has(bundle, group, judge.as_of(), is_coordinator));
            if any(seated)? {
                return Ok(());
            }
            subject.coordinators.complete?;
            judge.report(describe(&subject)?);
            Ok(())
        });
    }
}

/// A cluster that should be heard on the inter-cluster group.
struct Subject<'b, 't> {
    cluster: Cluster<'b, 't>,
    lead: LeadAgency<'t>,
    coordinators: Coordinators<'t>,
    groups: Vec<&'b Platform<'t>>,
}

fn subject<'b, 't>(
    bundle: &'b Bundle<'t>,
    judge: &Judge<'_>,
    platform: &'b Platform<'t>,
) -> Read<Option<Subject<'b, 't>>> {
    let is_meant = all([
        is_active(platform, judge.as_of()),
        is_level(platform, "national"),
        permits(platform, "coordinator-by-partner").map(|permitted| !permitted),
    ]);
    if is_meant == Ok(false) {
        return Ok(None);
    }
    let Some(cluster) = cluster_today(bundle, judge, platform)? else {
        return Ok(None);
    };
    let Some(lead) = lead_of(&cluster)? else {
        return Ok(None);
    };
    let groups = groups(bundle, judge)?;
    if groups.is_empty() {
        return Ok(None);
    }
    is_meant?;
    let coordinators = coordinators(&cluster);
    if coordinators.found.is_empty() && is_excused(&cluster, &lead)? {
        return Ok(None);
    }
    Ok(Some(Subject {
        cluster,
        lead,
        coordinators,
        groups,
    }))
}

/// The inter-cluster groups that are active on the day of the run.
fn groups<'b, 't>(bundle: &'b Bundle<'t>, judge: &Judge<'_>) -> Read<Vec<&'b Platform<'t>>> {
    let mut groups = Vec::new();
    for (platform, told) in bundle.platforms_of_type("iccg") {
        if all([is_active(platform, judge.as_of()), told.map(|()| true)])? {
            groups.push(platform);
        }
    }
    if groups.is_empty() {
        bundle.nothing_unread(Kind::Platform)?;
    }
    Ok(groups)
}

fn describe(subject: &Subject<'_, '_>) -> Read<Finding> {
    let cluster = &subject.cluster;
    let id = cluster.platform.head.id?;
    let found = &subject.coordinators.found;
    let groups = subject.groups.iter().map(|group| group.head.id);
    let groups = groups.collect::<Read<Vec<_>>>()?;
    let people: Vec<String> = found.iter().map(|one| one.person.to_owned()).collect();
    let first = groups.first().map(|group| Fact::Id(group.value.to_owned()));
    Ok(Finding::new(&META, id.place)
        .about(cluster.platform.head.place())
        .and("lead", subject.lead.org?.place)
        .and_all("coordinator", found.iter().map(|one| one.place))
        .and_all("group", groups.iter().map(|group| group.place))
        .with("platform", Fact::Id(id.value.to_owned()))
        .with("clusters", Fact::Codes(codes_of(cluster.platform)?))
        .with_some(
            "coordinators",
            Some(people)
                .filter(|people| !people.is_empty())
                .map(Fact::People),
        )
        .with_some("iccg", first)
        .with("date", Fact::Day(cluster.day)))
}
