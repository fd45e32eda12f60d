//! The mission record with its offices.

use super::{dated, upkeep};
use crate::generator::day::Day;
use crate::generator::draft::{Draft, Office};
use crate::generator::json::Json;
use crate::generator::plan::{AS_OF, Context, Size};
use crate::generator::rng::Rng;
use crate::generator::words::{PLACE_HEADS, PLACE_TAILS};

/// Invents the offices and writes the mission record, the first of all records.
pub(super) fn build(draft: &mut Draft, rng: &mut Rng) {
    let hubs = match draft.plan.size {
        Size::Small => 1 + rng.below(2),
        Size::Medium => 2 + rng.below(3),
        Size::Large => 8 + rng.below(17),
    };
    let mut number = 0;
    for _ in 0..=hubs {
        number += 1 + rng.below(if hubs > 10 { 1 } else { 2 });
        let town = town(draft, rng);
        let id = unused_id(draft, &town);
        let pcode = Some(draft.plan.country.pcode(number));
        draft.offices.push(Office {
            id,
            town,
            pcode,
            parent: None,
            staffed: true,
        });
    }
    if draft.plan.has_regular_pcodes() {
        let parent = 1 + rng.below(hubs);
        let pcode = draft.offices[parent]
            .pcode
            .as_ref()
            .map(|code| format!("{code}{:02}", 1 + rng.below(9)));
        add_unstaffed(draft, rng, pcode, Some(parent));
        let closed = Some(draft.plan.country.pcode(number + 3));
        add_unstaffed(draft, rng, closed, None);
    }
    let capital = draft.offices[0].town.clone();
    draft.offices.push(Office {
        id: "depot".into(),
        town: capital,
        pcode: None,
        parent: None,
        staffed: false,
    });
    let record = record(draft, rng);
    draft.add("mission", record);
}

fn add_unstaffed(draft: &mut Draft, rng: &mut Rng, pcode: Option<String>, parent: Option<usize>) {
    let town = town(draft, rng);
    let id = unused_id(draft, &town);
    draft.offices.push(Office {
        id,
        town,
        pcode,
        parent,
        staffed: false,
    });
}

/// A town that is not used yet.
fn town(draft: &Draft, rng: &mut Rng) -> String {
    loop {
        let town = format!("{}{}", rng.pick(&PLACE_HEADS), rng.pick(&PLACE_TAILS));
        if draft.offices.iter().all(|office| office.town != town) {
            return town;
        }
    }
}

/// The first three letters of the town, with a number where they are taken.
fn unused_id(draft: &Draft, town: &str) -> String {
    let letters = town.chars().filter(char::is_ascii_alphabetic).take(3);
    let stem: String = letters.map(|letter| letter.to_ascii_lowercase()).collect();
    let taken = |id: &str| draft.offices.iter().any(|office| office.id == id);
    let numbered = (2..100).map(|number| format!("{stem}{number}"));
    std::iter::once(stem.clone())
        .chain(numbered)
        .find(|id| !taken(id))
        .unwrap_or_default()
}

fn record(draft: &Draft, rng: &mut Rng) -> Json {
    let plan = &draft.plan;
    let mut countries = vec![Json::from(plan.country.alpha3)];
    countries.extend(plan.second.map(|country| Json::from(country.alpha3)));
    let region = Json::object().with("office", format!("ro-{}", plan.country.region));
    let context = Json::object().with("value", plan.context.code());
    let body = Json::object().with("id", &plan.id);
    upkeep(body, false, rng)
        .with(
            "name",
            format!("IOM mission {} (fictional)", plan.id.to_uppercase()),
        )
        .with("countries", Json::List(countries))
        .with(
            "regional_office",
            [dated(region, Day::new(2024, 10, 11), None)],
        )
        .with("offices", offices(draft, rng))
        .with("phase", phases(rng))
        .with(
            "context_model",
            [dated(context, Day::new(2016, 5, 1), None)],
        )
        .with("scale_ups", [scale_up()])
        .with_some("humanitarian_coordinator", coordinator(plan.context))
        .with("ocha_presence", presence(draft))
        .with_some("cluster_transition_date", plan.transition)
        .with_some("covered_by", covered_by(draft))
        .with("crises", crises(draft, rng))
        .with(
            "plans",
            vec![
                format!("HNRP-{}-2025", plan.country.alpha3),
                format!("HNRP-{}-2026", plan.country.alpha3),
            ],
        )
        .with("retention_years", i64::from(rng.range(4, 7)))
}

fn offices(draft: &Draft, rng: &mut Rng) -> Json {
    let mut list = Vec::new();
    for (position, office) in draft.offices.iter().enumerate() {
        let country =
            (office.pcode.is_some() && rng.chance(60)).then_some(draft.plan.country.alpha3);
        let closed = !office.staffed && office.pcode.is_some() && office.parent.is_none();
        let body = Json::object()
            .with("id", &office.id)
            .with("place", &office.town)
            .with_some("country", country)
            .with_some("pcode", office.pcode.as_ref())
            .with_some(
                "parent",
                office.parent.map(|parent| &draft.offices[parent].id),
            );
        let from = Day::new(
            2009 + i32::try_from(position % 8).unwrap_or(0),
            rng.range(1, 12),
            rng.range(1, 28),
        );
        list.push(dated(body, from, closed.then(|| Day::new(2024, 6, 30))));
    }
    Json::List(list)
}

fn phases(rng: &mut Rng) -> Json {
    let change = Day::new(2019, 1, 1).plus(rng.range(0, 1_000));
    let emergency = Json::object().with("value", "emergency");
    let protracted = Json::object().with("value", "protracted");
    Json::List(vec![
        dated(emergency, Day::new(2016, 5, 1), Some(change.plus(-1))),
        dated(protracted, change, None),
    ])
}

fn scale_up() -> Json {
    let internal = Json::object().with("system", "l3-internal");
    dated(internal, Day::new(2024, 3, 4), Some(Day::new(2024, 8, 31)))
}

fn coordinator(context: Context) -> Option<Json> {
    let since = dated(Json::object(), Day::new(2016, 5, 1), None);
    (context != Context::Refugee).then(|| Json::List(vec![since]))
}

fn presence(draft: &Draft) -> Json {
    let staffed = draft.offices.iter().filter(|office| office.staffed);
    let at = |office: &str| {
        dated(
            Json::object().with("place", office.to_owned()),
            Day::new(2017, 2, 1),
            None,
        )
    };
    Json::List(staffed.map(|office| at(&office.id)).collect())
}

fn covered_by(draft: &Draft) -> Option<String> {
    match &draft.plan.command {
        crate::generator::plan::Command::Covered(by) => Some(by.clone()),
        _ => None,
    }
}

fn crises(draft: &Draft, rng: &mut Rng) -> Json {
    let country = draft.plan.country.alpha3;
    let (year, _, _) = AS_OF.date();
    let glide = format!("FL-{}-{:06}-{country}", year - 1, rng.below(400));
    Json::List(vec![
        Json::object().with(
            "name",
            "Déplacements de population dans les régions frontalières",
        ),
        Json::object().with("glide", glide).with("name", "Floods"),
    ])
}
