//! Units and offices of the organization, and what a mission says about emergencies.

use super::some;
use crate::generator::WITHOUT_SPECIALIST;
use crate::generator::day::Day;
use crate::generator::draft::Draft;
use crate::generator::json::Json;
use crate::generator::plan::AS_OF;
use crate::generator::rng::Rng;
use crate::generator::words::REGIONS;

/// A new contact that is not the thematic specialist. Gives its record.
fn contact(
    draft: &mut Draft,
    unit: &'static str,
    office: String,
    mailbox: &'static str,
    from: Day,
) -> usize {
    let body = Json::object()
        .with("id", draft.next_id("K"))
        .with("confirmed", AS_OF.plus(-6))
        .with("role", "focal-point")
        .with("unit", unit)
        .with("office", office)
        .with("mailbox", mailbox)
        .with("from", from);
    let record = draft.add("contact", body);
    draft.claim_record(record);
    record
}

fn own_office(draft: &Draft) -> String {
    format!("ro-{}", draft.plan.country.region)
}

/// `superseded-unit-name`.
pub(super) fn old_unit(draft: &mut Draft, rng: &mut Rng) -> bool {
    let unit = *rng.pick(&["DOE", "SSU", "UNSECOORD"]);
    let from = Day::new(2024, 10, 11).plus(rng.range(0, 300));
    let office = own_office(draft);
    let record = contact(draft, unit, office, "dhrr@iom.int", from);
    draft.expect("superseded-unit-name", "warning", record, "/unit");
    true
}

/// `ambiguous-acronym`: it stood for two divisions, one after the other.
pub(super) fn acronym(draft: &mut Draft, rng: &mut Rng) -> bool {
    let from = Day::new(2024, 10, 1).plus(-rng.range(10, 400));
    let office = own_office(draft);
    let record = contact(draft, "PRD", office, "PRDCoreGroupHQ@iom.int", from);
    draft.expect("ambiguous-acronym", "advice", record, "/unit");
    true
}

/// `office-kind-conflict`: an office that was closed, or that the city does not have.
pub(super) fn office_kind(draft: &mut Draft, rng: &mut Rng) -> bool {
    let office = *rng.pick(&[
        "ro-pretoria",
        "ro-brussels",
        "ro-sanjose",
        "ro-buenosaires",
        "go-pretoria",
        "copa-dakar",
        "sro-nairobi",
    ]);
    let from = Day::new(2024, 10, 11).plus(rng.range(0, 300));
    let record = contact(draft, "DHRR", office.to_owned(), "dhrr@iom.int", from);
    draft.expect("office-kind-conflict", "warning", record, "/office");
    true
}

/// A regional office that is not the mission's own and has a specialist.
fn other_office(draft: &Draft, rng: &mut Rng) -> Option<String> {
    let others = (0..REGIONS.len()).filter(|city| {
        REGIONS[*city] != draft.plan.country.region && !WITHOUT_SPECIALIST.contains(&REGIONS[*city])
    });
    some(others, rng).map(|city| format!("ro-{}", REGIONS[city]))
}

/// `regional-office-mismatch`: another regional office.
pub(super) fn regional_office(draft: &mut Draft, rng: &mut Rng) -> bool {
    if draft.plan.second.is_some() || !draft.claim(&["regional office".to_owned()]) {
        return false;
    }
    let Some(other) = other_office(draft, rng) else {
        return false;
    };
    if let Some(entry) = draft.body(0).at_mut("/regional_office/0") {
        entry.set("office", other);
    }
    // Where the coverage is inferred the finding rests on no confirmed row.
    let severity = if draft.plan.country.has_named_coverage() {
        "warning"
    } else {
        "advice"
    };
    let pointer = "/regional_office/0/office";
    draft.expect("regional-office-mismatch", severity, 0, pointer);
    true
}

/// `rts-missing`: the mission's own thematic specialist is elsewhere, in another unit, or none.
pub(super) fn specialist(draft: &mut Draft, rng: &mut Rng) -> bool {
    const RULE: &str = "rts-missing";
    if !WITHOUT_SPECIALIST.contains(&draft.plan.country.region) {
        return false;
    }
    let own = draft.records.iter().position(|record| {
        record.body.get("role").and_then(Json::as_text) == Some("regional-thematic-specialist")
    });
    let Some(record) = own.filter(|record| draft.is_free(*record)) else {
        return false;
    };
    let Some(other) = other_office(draft, rng) else {
        return false;
    };
    if !draft.claim(&["regional office".to_owned()]) {
        return false;
    }
    draft.claim_record(record);
    match rng.below(3) {
        0 => {
            draft.body(record).set("office", other);
            draft.expect(RULE, "advice", record, "/office");
        }
        1 => {
            draft.body(record).set("unit", "OSS");
            draft.expect(RULE, "advice", record, "/unit");
        }
        _ => {
            draft.body(record).set("role", "focal-point");
            draft.expect(RULE, "advice", 0, "/id");
        }
    }
    true
}

/// `scale-up-overrun`: longer than six months, or nine with an extension; or under the former name.
pub(super) fn scale_up(draft: &mut Draft, rng: &mut Rng) -> bool {
    if !draft.claim(&["scale-up".to_owned()]) {
        return false;
    }
    let from = Day::new(2024, 1, 10).plus(rng.range(0, 300));
    let entry = Json::object();
    let (entry, key) = match rng.below(3) {
        0 => (
            entry
                .with("system", "iasc-scale-up")
                .with("from", from)
                .with("to", from.plus(rng.range(190, 300))),
            "to",
        ),
        1 => (
            entry
                .with("system", "iasc-scale-up")
                .with("extension", true)
                .with("from", from)
                .with("to", from.plus(rng.range(285, 400))),
            "to",
        ),
        _ => (
            entry
                .with("system", "iasc-l3")
                .with("from", from)
                .with("to", from.plus(rng.range(20, 300))),
            "system",
        ),
    };
    let position = draft.body(0).list("scale_ups").push(entry);
    let pointer = format!("/scale_ups/{position}/{key}");
    draft.expect("scale-up-overrun", "advice", 0, pointer);
    true
}
