//! What the mission does.

use super::{dated, upkeep};
use crate::generator::day::Day;
use crate::generator::draft::{Draft, Programme};
use crate::generator::json::Json;
use crate::generator::plan::AS_OF;
use crate::generator::rng::Rng;
use crate::generator::words::{AREAS, Area, ISSUES, MODALITIES, OTHER_AREAS, REASONS};

/// Chooses programmes: always one that IOM leads the cluster of, several of other clusters, two without a cluster,
/// and one that is over.
pub(super) fn build(draft: &mut Draft, rng: &mut Rng) {
    let lead = rng.below(2);
    let mut others: Vec<usize> = (0..AREAS.len()).filter(|area| *area != lead).collect();
    rng.shuffle(&mut others);
    others.truncate(3 + rng.below(4));
    others.insert(0, lead);
    for area in others {
        add_clustered(draft, AREAS[area], rng);
    }
    let start = rng.below(OTHER_AREAS.len());
    for step in 0..2 {
        let area = OTHER_AREAS[(start + step) % OTHER_AREAS.len()];
        add_other(draft, area, rng);
    }
    add_old(draft, rng);
}

fn add_clustered(draft: &mut Draft, area: Area, rng: &mut Rng) {
    let body = clustered(draft, area, rng);
    let id = id_of(area);
    draft.add("programme", body);
    let cluster = draft
        .plan
        .has_clusters()
        .then_some(draft.plan.cluster_of(area));
    draft.programmes.push(Programme {
        id,
        area: area.code,
        cluster,
        over: false,
    });
}

fn id_of(area: Area) -> String {
    format!("G-{}", area.short)
}

/// The body of a programme that responds to a crisis.
pub(crate) fn clustered(draft: &Draft, area: Area, rng: &mut Rng) -> Json {
    let body = upkeep(Json::object().with("id", id_of(area)), false, rng)
        .with("areas", [area.code])
        .with("crisis", true)
        .with("sites", sites(draft, rng))
        .with_some("mcof", mcof(area))
        .with("cross_cutting", cross_cutting(rng))
        .with("modalities", modalities(rng))
        .with("strategy", strategy("strategic-plan-2024", "sp24-1"))
        .with(
            "iati",
            format!("XM-DAC-47066-DP.{}", 1_000 + rng.below(9_000)),
        );
    let to = rng.chance(70).then(|| AS_OF.plus(rng.range(90, 700)));
    dated(body, Day::new(2024, 1, 1).plus(rng.range(0, 200)), to)
}

fn add_other(draft: &mut Draft, area: &'static str, rng: &mut Rng) {
    let id = format!("G-{area}");
    let framework = Json::object()
        .with("name", "UNSDCF")
        .with("cycle_from", 2024_i64);
    let body = upkeep(Json::object().with("id", &id), false, rng)
        .with("areas", [area])
        .with("crisis", false)
        .with("sites", [draft.offices[0].id.clone()])
        .with("modalities", modalities(rng))
        .with("strategy", strategy("strategic-plan-2024", "sp24-3"))
        .with("un_framework", framework);
    let body = dated(body, Day::new(2024, 1, 1).plus(rng.range(0, 200)), None);
    draft.add("programme", body);
    draft.programmes.push(Programme {
        id,
        area,
        cluster: None,
        over: false,
    });
}

/// A programme under the strategy before the present one.
fn add_old(draft: &mut Draft, rng: &mut Rng) {
    let body = upkeep(Json::object().with("id", "G-old"), true, rng)
        .with("areas", ["diaspora"])
        .with("crisis", false)
        .with("sites", [draft.offices[0].id.clone()])
        .with("strategy", strategy("strategic-vision-2019", "sv19-2"));
    let body = dated(body, Day::new(2020, 3, 1), Some(Day::new(2023, 6, 30)));
    draft.add("programme", body);
    draft.programmes.push(Programme {
        id: "G-old".into(),
        area: "diaspora",
        cluster: None,
        over: true,
    });
}

/// The staffed offices, and sometimes places without an office.
fn sites(draft: &Draft, rng: &mut Rng) -> Json {
    let staffed = draft.offices.iter().filter(|office| office.staffed);
    let mut sites: Vec<String> = staffed.map(|office| office.id.clone()).collect();
    if draft.plan.has_regular_pcodes() && rng.chance(50) {
        sites.push(draft.plan.country.pcode(40 + rng.below(50)));
    }
    sites.into()
}

/// The sector, where the vocabulary of 2021 is publicly known.
fn mcof(area: Area) -> Option<Json> {
    let sector = match area.code {
        "shelter-settlements" => "shelter-and-settlements",
        "cccm" => "camp-coordination-and-camp-management",
        _ => return None,
    };
    Some(
        Json::object()
            .with("version", 2021_i64)
            .with("sectors", [sector]),
    )
}

fn cross_cutting(rng: &mut Rng) -> Json {
    let mut issues = Vec::new();
    for issue in ISSUES {
        let addressed = rng.chance(85);
        let reason = (!addressed).then(|| *rng.pick(&REASONS));
        let entry = Json::object()
            .with("issue", issue)
            .with("addressed", addressed);
        issues.push(entry.with_some("reason", reason));
    }
    Json::List(issues)
}

fn modalities(rng: &mut Rng) -> Json {
    let start = rng.below(MODALITIES.len() - 2);
    MODALITIES[start..=start + 1 + rng.below(2)].to_vec().into()
}

fn strategy(framework: &'static str, objective: &'static str) -> Json {
    Json::object()
        .with("framework", framework)
        .with("objectives", [objective])
}
