//! The organization leads a cluster, and nobody coordinates it for the organization.

use super::shared::coordinator::{coordinators, is_excused, lead_of, vacancies};
use super::shared::coverage::codes_of;
use super::shared::standing::{cluster_today, is_active};
use super::shared::theme::Cluster;
use super::{Judge, Rule};
use crate::bundle::Bundle;
use crate::calendar::Day;
use crate::catalogue::{Example, Group, Meta, Scope, Severity, Strength};
use crate::document::{Marked, Read, entries};
use crate::finding::{Fact, Finding, Place};
use crate::record::{LeadAgency, Platform};

static META: Meta = Meta {
    id: "cluster-lead-without-coordinator",
    group: Group::Humanitarian,
    severity: Severity::Warning,
    scope: Scope::Subject,
    summary: "IOM leads or co-leads an active cluster that nobody coordinates for it.",
    page: "## What it checks\n\
        Every platform of type `cluster` that is active on the date of the run and of which IOM is lead or co-lead \
        agency: somebody coordinates it for IOM. That is a person among its `cluster_coordinators`, or a cluster \
        coordinator or co-coordinator of one of its clusters in post; in a subnational cluster, in post at its \
        place.\n\n\
        ## Why it matters\n\
        The lead agency provides the coordinator. Without one nobody convenes the partners, and the agency does not \
        deliver what it took on.\n\n\
        ## Exceptions\n\
        Local terms that permit `coordinator-by-partner`; a recorded vacancy of the post that is `advertised`; as \
        co-lead, the coordinator of another organisation among the `cluster_coordinators`.\n\n\
        ## What it marks\n\
        The `id` of the platform. Related: IOM as lead agency; the `role` of a vacancy that is not advertised; the \
        last day of the coordinator whom the platform named last.\n",
    example: EXAMPLE,
    source: "IOM Emergency Manual, Coordination in Different Contexts (November 2022)",
    statements: &["N17"],
    strength: Strength::Contextual,
    pack: Some("em-contexts"),
    also_packs: &[],
    params: &[],
};

const EXAMPLE: Example = Example::Records {
    as_of: "2025-03-31",
    given: r#"
{"kind": "platform", "id": "cl-shl", "mission": "mli", "types": ["cluster"], "clusters": ["SHL"],
 "level": "national", "lead_agencies": [{"org": "IOM", "capacity": "lead", "from": "2012-04-01"}],
 "status": [{"value": "active", "from": "2012-04-01"}]}
"#,
    valid: r#"
{"kind": "person", "id": "P-04", "mission": "mli", "assignments": [
  {"role": "cluster-coordinator", "kind": "staff", "duty_station": "bko", "cluster": ["SHL"],
   "from": "2024-05-01", "to": "2025-10-31"}]}
"#,
    invalid: r#"
{"kind": "person", "id": "P-04", "mission": "mli", "assignments": [
  {"role": "cluster-coordinator", "kind": "staff", "duty_station": "bko", "cluster": ["SHL"],
   "from": "2024-05-01", "to": "2024-10-31"}]}
"#,
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    if !judge.in_force(judge.as_of()) {
        return;
    }
    for platform in &bundle.platforms {
        let led = led_today(bundle, judge, platform);
        judge.consider(platform.head.place(), led, |judge, (cluster, lead)| {
            let coordinators = coordinators(&cluster);
            if !coordinators.found.is_empty() {
                return Ok(());
            }
            let excused = is_excused(&cluster, &lead);
            if excused == Ok(true) {
                return Ok(());
            }
            coordinators.complete?;
            excused?;
            judge.report(describe(&cluster, &lead)?);
            Ok(())
        });
    }
}

/// A cluster that is active on the day of the run and led by the organization, and how.
fn led_today<'b, 't>(
    bundle: &'b Bundle<'t>,
    judge: &Judge<'_>,
    platform: &'b Platform<'t>,
) -> Read<Option<(Cluster<'b, 't>, LeadAgency<'t>)>> {
    let active = is_active(platform, judge.as_of());
    if active == Ok(false) {
        return Ok(None);
    }
    let Some(cluster) = cluster_today(bundle, judge, platform)? else {
        return Ok(None);
    };
    let Some(lead) = lead_of(&cluster)? else {
        return Ok(None);
    };
    active.map(|_| Some((cluster, lead)))
}

/// The last day of the coordinator for the organization whom the platform named last before a day.
fn ended_last(platform: &Platform<'_>, day: Day) -> Read<Option<Place>> {
    let mut last: Option<Marked<Day>> = None;
    for entry in entries(&platform.cluster_coordinators) {
        let entry = entry?;
        let dated = entry.interval()?;
        let ended = dated.interval.to.zip(dated.to).filter(|(to, _)| *to < day);
        if let (Some((value, place)), Some(_)) = (ended, entry.person?)
            && last.is_none_or(|known| known.value < value)
        {
            last = Some(Marked { value, place });
        }
    }
    Ok(last.map(|last| last.place))
}

fn describe(cluster: &Cluster<'_, '_>, lead: &LeadAgency<'_>) -> Read<Finding> {
    let platform = cluster.platform;
    let id = platform.head.id?;
    let vacancy = vacancies(cluster).next().transpose()?;
    let role = vacancy.map(|vacancy| vacancy.role).transpose()?;
    let vacant = vacancy.map(|vacancy| vacancy.head.id).transpose()?;
    Ok(Finding::new(&META, id.place)
        .about(platform.head.place())
        .and("lead", lead.org?.place)
        .and_all("vacancy", role.map(|role| role.place))
        .and_all("ended", ended_last(platform, cluster.day)?)
        .with("platform", Fact::Id(id.value.to_owned()))
        .with("clusters", Fact::Codes(codes_of(platform)?))
        .with("capacity", Fact::Code(lead.capacity?.value.to_owned()))
        .with("since", Fact::Day(lead.interval?.interval.from))
        .with_some(
            "vacancy",
            vacant.map(|vacant| Fact::Id(vacant.value.to_owned())),
        )
        .with("date", Fact::Day(cluster.day)))
}
