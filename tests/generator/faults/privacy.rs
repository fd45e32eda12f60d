//! What records should not hold, or not any more.

use super::{some, some_meeting};
use crate::generator::draft::{Draft, Spot};
use crate::generator::json::Json;
use crate::generator::mission::{moment, row_json};
use crate::generator::plan::AS_OF;
use crate::generator::rng::Rng;

/// `personal-contact-detail`: a telephone number or a personal mailbox in a note, or as the mailbox of a contact.
pub(super) fn contact_detail(draft: &mut Draft, rng: &mut Rng) -> bool {
    let kind = *rng.pick(&[
        "vacancy",
        "programme",
        "representation",
        "person",
        "contact",
    ]);
    let fitting = (0..draft.records.len())
        .filter(|&record| draft.records[record].kind == kind && draft.is_free(record));
    let Some(record) = some(fitting, rng) else {
        return false;
    };
    draft.claim_record(record);
    let (key, text) = if kind == "contact" {
        ("mailbox", "focal.point.regional@gmail.com")
    } else {
        let texts = [
            "Call +223 20 22 37 76 before a visit.",
            "Écrire à aminata.kone@mail.example pour le calendrier.",
            "Llamar al +507 6123 4567 por la tarde.",
        ];
        ("note", *rng.pick(&texts))
    };
    draft.body(record).set(key, text);
    draft.expect(
        "personal-contact-detail",
        "warning",
        record,
        format!("/{key}"),
    );
    true
}

/// `retention-exceeded`: attendance of a meeting that is older than the mission keeps it.
pub(super) fn retention(draft: &mut Draft, rng: &mut Rng) -> bool {
    // Open to everybody, and active for long. With a cadence there would be a gap to the next meeting.
    let Some(platform) = draft.platform("gen").or_else(|| draft.platform("ref")) else {
        return false;
    };
    let (id, place) = (
        draft.platforms[platform].id.clone(),
        draft.platforms[platform].record,
    );
    let Some(&Json::Number(years)) = draft.records[0].body.get("retention_years") else {
        return false;
    };
    if draft.records[place].body.get("cadence").is_some() || !draft.claim(&["retention".to_owned()])
    {
        return false;
    }
    let years = i32::try_from(years).unwrap_or(5);
    let day = AS_OF.plus(-366 * years - rng.range(5, 300)).workday();
    let person = draft.people[0].id.clone();
    let body = Json::object()
        .with("id", format!("M-{id}-{}-old", day.digits()))
        .with("platform", id)
        .with("start", moment(day, 600, draft.plan.offset))
        .with("status", "held")
        .with("mode", "in-person")
        .with("attendance", vec![row_json(&person, "observer", "excused")]);
    let record = draft.add("meeting", body);
    draft.claim_record(record);
    draft.records[record].day = Some(day);
    draft.expect_at(
        Spot::Key,
        "retention-exceeded",
        "advice",
        record,
        "/attendance",
    );
    true
}

/// `sensitive-content-in-security-record`: free text about a meeting of the security team, or where the next one is.
pub(super) fn security_text(draft: &mut Draft, rng: &mut Rng) -> bool {
    const RULE: &str = "sensitive-content-in-security-record";
    let Some(team) = draft.platform("smt") else {
        return false;
    };
    if rng.chance(30) && draft.claim(&["next security meeting".to_owned()]) {
        let day = AS_OF.plus(rng.range(3, 40)).workday();
        let body = Json::object()
            .with("id", format!("M-smt-{}-next", day.digits()))
            .with("platform", "smt")
            .with("start", moment(day, 600, draft.plan.offset))
            .with("status", "planned")
            .with("mode", "in-person")
            .with("place", &draft.offices[0].id)
            .with("attendance", Json::List(Vec::new()));
        let record = draft.add("meeting", body);
        draft.claim_record(record);
        draft.records[record].day = Some(day);
        draft.expect(RULE, "warning", record, "/place");
        return true;
    }
    let Some(meeting) = some_meeting(draft, rng, |meeting| meeting.platform == team) else {
        return false;
    };
    let record = draft.meetings[meeting].record;
    draft.claim_record(record);
    if rng.chance(50) {
        let note = "The convoy to the border leaves before dawn.";
        draft.body(record).set("note", note);
        draft.expect(RULE, "warning", record, "/note");
    } else {
        let agenda = ["Routes of the next convoys"];
        draft.body(record).set("agenda", agenda);
        draft.expect_at(Spot::Value, RULE, "warning", record, "/agenda");
    }
    true
}
