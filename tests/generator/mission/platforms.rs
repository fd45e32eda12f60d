//! The coordination bodies of the country.

use super::people::{Cast, Holder};
use super::{dated, upkeep};
use crate::generator::day::Day;
use crate::generator::draft::{Draft, Platform, Stage};
use crate::generator::json::Json;
use crate::generator::plan::{AS_OF, Context};
use crate::generator::rng::Rng;
use crate::generator::words::AREAS;

/// IOM among the lead agencies.
const IOM: &str = "XM-DAC-47066";

/// What most platforms have.
struct Sketch {
    id: String,
    sort: &'static str,
    office: usize,
    parent: Option<&'static str>,
    rhythm: i32,
    stages: Vec<Stage>,
}

impl Sketch {
    fn new(
        id: impl Into<String>,
        sort: &'static str,
        parent: Option<&'static str>,
        rhythm: i32,
    ) -> Self {
        let since = Stage {
            value: "active",
            from: Day::new(2017, 1, 1),
            to: None,
        };
        Self {
            id: id.into(),
            sort,
            office: 0,
            parent,
            rhythm,
            stages: vec![since],
        }
    }

    fn since(mut self, day: Day) -> Self {
        self.stages[0].from = day;
        self
    }

    fn at(mut self, office: usize) -> Self {
        self.office = office;
        self
    }
}

/// Founds the platforms.
pub(super) fn build(draft: &mut Draft, cast: &Cast, rng: &mut Rng) {
    united_nations(draft, rng);
    security(draft, rng);
    match draft.plan.context {
        Context::Cluster => humanitarian(draft, cast, rng),
        Context::Mixed => {
            humanitarian(draft, cast, rng);
            refugees(draft, rng);
        }
        Context::Refugee => refugees(draft, rng),
    }
    subnational(draft, cast, rng);
    working_groups(draft, rng);
}

/// Writes the record of a platform, with the members particular to it.
fn found(draft: &mut Draft, sketch: Sketch, rng: &mut Rng, particular: impl FnOnce(Json) -> Json) {
    let office = &draft.offices[sketch.office];
    let ended = sketch
        .stages
        .last()
        .is_some_and(|stage| stage.value == "deactivated");
    let body = upkeep(Json::object().with("id", &sketch.id), ended, rng)
        .with("types", [sketch.sort])
        .with_some(
            "local_names",
            rng.chance(40)
                .then(|| local_names(sketch.sort, &office.town)),
        )
        .with(
            "level",
            if sketch.office == 0 {
                "national"
            } else {
                "subnational"
            },
        );
    let place = match &office.pcode {
        Some(pcode) if rng.chance(15) => Json::object()
            .with("place", &office.town)
            .with("pcode", pcode),
        _ => Json::from(&office.id),
    };
    let body = body
        .with("place", place)
        .with_some("parents", sketch.parent.map(|parent| [parent]));
    let cadence = match sketch.rhythm {
        0 => None,
        months => (rng.chance(60) && sketch.stages.len() == 1).then(|| format!("P{months}M")),
    };
    let url = format!(
        "https://coordination.example.org/{}/{}",
        draft.plan.id, sketch.id
    );
    let body = particular(body)
        .with_some("cadence", cadence)
        .with_some("url", rng.chance(40).then_some(url))
        .with(
            "status",
            sketch.stages.iter().map(stage_json).collect::<Vec<_>>(),
        );
    let cluster = match body.at("/clusters/0") {
        Some(Json::Text(code)) => AREAS
            .iter()
            .flat_map(|area| [area.cluster, area.merged])
            .find(|known| known == code),
        _ => None,
    };
    let record = draft.add("platform", body);
    let Sketch {
        id,
        sort,
        office,
        rhythm,
        stages,
        ..
    } = sketch;
    draft.platforms.push(Platform {
        id,
        sort,
        office,
        cluster,
        stages,
        rhythm,
        record,
    });
}

fn stage_json(stage: &Stage) -> Json {
    let reason = match stage.value {
        "suspended" => {
            Some("Suspended by the convener until the review of working methods is done.")
        }
        "deactivated" => Some("Fonctions reprises par le ministère."),
        "not-established" => Some("No area security structure outside the capital."),
        _ => None,
    };
    dated(
        Json::object()
            .with("value", stage.value)
            .with_some("reason", reason),
        stage.from,
        stage.to,
    )
}

fn local_names(sort: &str, town: &str) -> Json {
    let french = match sort {
        "hct" => "Équipe humanitaire du pays",
        "iccg" => "Groupe de coordination inter-clusters",
        "unct" => "Équipe de pays des Nations Unies",
        "cluster" => "Groupe sectoriel",
        _ => "Cadre de concertation",
    };
    Json::object().with("fr", format!("{french} – {town}"))
}

fn chair(role: &'static str) -> [Json; 1] {
    [dated(
        Json::object().with("role", role),
        Day::new(2017, 1, 1),
        None,
    )]
}

fn chair_of(org: &'static str) -> [Json; 1] {
    [dated(
        Json::object().with("org", org),
        Day::new(2017, 1, 1),
        None,
    )]
}

fn org(code: &'static str) -> Json {
    Json::object().with("org", code)
}

fn united_nations(draft: &mut Draft, rng: &mut Rng) {
    found(draft, Sketch::new("unct", "unct", None, 1), rng, |body| {
        body.with("chair", chair("RC"))
    });
    let mut pmt = Sketch::new("pmt", "pmt", Some("unct"), 2);
    if rng.chance(35) {
        let from = AS_OF.plus(-rng.range(95, 150));
        pmt.stages[0].to = Some(from.plus(-1));
        pmt.stages.push(Stage {
            value: "suspended",
            from,
            to: None,
        });
    }
    found(draft, pmt, rng, |body| body.with("convener", org("UNDP")));
    found(
        draft,
        Sketch::new("omt", "omt", Some("unct"), 1),
        rng,
        |body| body.with("convener", org("UNFPA")),
    );
}

fn security(draft: &mut Draft, rng: &mut Rng) {
    let members = vec![
        Json::object().with("role", "DO"),
        org(IOM),
        Json::object()
            .with("org", "UNDSS")
            .with("role", "chief-security-adviser"),
    ];
    let smt = Sketch::new("smt", "smt", None, 1);
    found(draft, smt, rng, |body| {
        body.with("classification", "restricted")
            .with("chair", chair("DO"))
            .with("members", members)
    });
    let mut asmt = Sketch::new("asmt", "asmt", None, 3).at(1);
    if rng.chance(40) {
        asmt.rhythm = 0;
        asmt.stages[0].value = "not-established";
    }
    found(draft, asmt, rng, |body| {
        body.with("classification", "restricted")
            .with("chair", chair("ASC"))
    });
}

fn humanitarian(draft: &mut Draft, cast: &Cast, rng: &mut Rng) {
    let hct = Sketch::new("hct", "hct", None, 1);
    found(draft, hct, rng, |body| {
        body.with("chair", chair("HC"))
            .with("facilitator", org("OCHA"))
    });
    let iccg = Sketch::new("iccg", "iccg", Some("hct"), 1);
    found(draft, iccg, rng, |body| {
        body.with("setting", "cluster")
            .with("chair", chair_of("OCHA"))
    });
    let general = Sketch::new("gen", "general-coordination", None, 1);
    found(draft, general, rng, |body| {
        body.with("facilitator", org("OCHA"))
    });
    clusters(draft, cast, rng);
    nutrition(draft, rng);
    if rng.chance(50) {
        let cell = Sketch::new("cmcoord", "cmcoord", None, 3);
        found(draft, cell, rng, |body| {
            let member = |org: &'static str, function: &'static str| {
                Json::object().with("org", org).with("function", function)
            };
            let members = vec![
                org("armed-forces"),
                member("UNDSS", "security"),
                member("WFP", "logistics"),
                member("OCHA", "coordination"),
            ];
            body.with("coordinator", org("OCHA"))
                .with("members", members)
        });
    }
}

/// One cluster for each programme; the first is co-led by IOM and has a subnational part.
fn clusters(draft: &mut Draft, cast: &Cast, rng: &mut Rng) {
    let first = draft.programmes[0].cluster;
    let mut done: Vec<&str> = Vec::new();
    for programme in 0..draft.programmes.len() {
        let Some(cluster) = draft.programmes[programme].cluster else {
            continue;
        };
        if done.contains(&cluster) {
            continue;
        }
        done.push(cluster);
        let lead = AREAS
            .iter()
            .find(|area| area.code == draft.programmes[programme].area)
            .map_or("UNHCR", |area| area.lead);
        let is_led_by_iom = Some(cluster) == first;
        let since = cluster_start(draft, cluster);
        let id = cluster_id(cluster);
        found(
            draft,
            Sketch::new(&id, "cluster", Some("iccg"), 1).since(since),
            rng,
            |body| {
                cluster_members(
                    body,
                    cluster,
                    lead,
                    since,
                    is_led_by_iom.then_some(&cast.cluster_coordinators[..]),
                )
            },
        );
        if is_led_by_iom {
            let team = cast.teams.first().map_or(1, |team| team.office);
            let sketch = Sketch::new(format!("{id}-sub"), "cluster", Some("iccg"), 2)
                .since(since)
                .at(team);
            found(draft, sketch, rng, |body| {
                cluster_members(body, cluster, lead, since, None)
            });
        }
    }
}

fn cluster_members(
    body: Json,
    cluster: &'static str,
    lead: &'static str,
    since: Day,
    coordinators: Option<&[Holder]>,
) -> Json {
    let agency = |org: &'static str, capacity: &'static str| {
        dated(
            Json::object().with("org", org).with("capacity", capacity),
            since,
            None,
        )
    };
    let mut agencies = vec![agency(lead, "lead")];
    let body = body.with("clusters", [cluster]).with("setting", "cluster");
    let Some(coordinators) = coordinators else {
        return body.with("lead_agencies", agencies);
    };
    agencies.push(agency(IOM, "co-lead"));
    let seats = coordinators.iter().map(|holder| {
        dated(
            Json::object().with("person", &holder.person),
            holder.from.max(since),
            holder.to,
        )
    });
    body.with("lead_agencies", agencies)
        .with("cluster_coordinators", seats.collect::<Vec<_>>())
}

fn cluster_id(cluster: &str) -> String {
    format!("cl-{}", cluster.trim_start_matches("x-").to_lowercase())
}

/// A merged cluster starts with the country's transition.
fn cluster_start(draft: &Draft, cluster: &str) -> Day {
    match draft.plan.transition {
        Some(day) if cluster.starts_with("x-") => day,
        _ => Day::new(2017, 1, 1),
    }
}

/// A cluster that was deactivated; some while ago, or within the recorded months with a handover meeting.
fn nutrition(draft: &mut Draft, rng: &mut Rng) {
    let from = AS_OF.plus(-rng.range(60, 30 * draft.plan.months + 200));
    let mut sketch = Sketch::new("cl-nut", "cluster", Some("iccg"), 1);
    sketch.stages[0].to = Some(from.plus(-1));
    sketch.stages.push(Stage {
        value: "deactivated",
        from,
        to: None,
    });
    found(draft, sketch, rng, |body| {
        let lead = Json::object()
            .with("org", "UNICEF")
            .with("capacity", "lead");
        let relevance = Json::object()
            .with("value", "not-relevant")
            .with("reason", "No nutrition activities.");
        body.with("clusters", ["NUT"])
            .with("setting", "cluster")
            .with(
                "lead_agencies",
                [dated(lead, Day::new(2017, 1, 1), Some(from.plus(-1)))],
            )
            .with("relevance", relevance)
    });
}

fn refugees(draft: &mut Draft, rng: &mut Rng) {
    let forum = Sketch::new("ref", "refugee-coordination", None, 1);
    found(draft, forum, rng, |body| {
        body.with("setting", "sector")
            .with("chair", chair_of("UNHCR"))
    });
    for sector in ["shelter", "health", "livelihoods"] {
        let group = Sketch::new(format!("ref-{sector}"), "working-group", Some("ref"), 2);
        found(draft, group, rng, |body| {
            body.with("setting", "sector")
                .with("convener", org("UNHCR"))
        });
    }
}

fn subnational(draft: &mut Draft, cast: &Cast, rng: &mut Rng) {
    let parent = if draft.plan.has_clusters() {
        "iccg"
    } else {
        "ref"
    };
    for team in &cast.teams {
        let id = format!("sub-{}", draft.offices[team.office].id);
        let sketch = Sketch::new(id, "subnational-coordination", Some(parent), 1).at(team.office);
        found(draft, sketch, rng, |body| {
            body.with("facilitator", org("OCHA"))
        });
    }
}

fn working_groups(draft: &mut Draft, rng: &mut Rng) {
    let parent = if draft.plan.has_clusters() {
        "iccg"
    } else {
        "ref"
    };
    for topic in ["im", "cash", "aap", "access"] {
        let since = if topic == "access" {
            draft.plan.first.plus(20)
        } else {
            Day::new(2021, 4, 1)
        };
        let group =
            Sketch::new(format!("wg-{topic}"), "working-group", Some(parent), 1).since(since);
        let convener = *rng.pick(&["OCHA", "WFP", "NRC"]);
        found(draft, group, rng, |body| {
            body.with("convener", org(convener))
        });
    }
}
