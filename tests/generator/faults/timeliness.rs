//! What is recorded too late, declared too early, or not confirmed any more.

use super::{colleague, seat, some, some_meeting};
use crate::generator::day::Day;
use crate::generator::draft::{Draft, Meeting, Spot};
use crate::generator::json::Json;
use crate::generator::mission::moment;
use crate::generator::plan::AS_OF;
use crate::generator::rng::Rng;

/// `late-entry`: recorded more than thirty days after the meeting.
pub(super) fn late(draft: &mut Draft, rng: &mut Rng) -> bool {
    let first = AS_OF.plus(-31);
    let old = |meeting: &Meeting| meeting.day < first;
    let Some(meeting) = some_meeting(draft, rng, old) else {
        return false;
    };
    let (record, day) = (draft.meetings[meeting].record, draft.meetings[meeting].day);
    let latest = AS_OF.since(day).min(90);
    let entered = Json::from(day.plus(rng.range(31.min(latest), latest)));
    let same_day = draft
        .records
        .iter()
        .filter(|record| record.body.get("recorded_on") == Some(&entered));
    // Many of one day are an import.
    if draft.records[record].body.get("recorded_on").is_none() || same_day.count() > 3 {
        return false;
    }
    draft.claim_record(record);
    draft.body(record).set("recorded_on", entered);
    draft.expect("late-entry", "advice", record, "/recorded_on");
    true
}

/// `period-incomplete`: a period that is left open, declared complete before it is over, or with an open meeting.
pub(super) fn period(draft: &mut Draft, rng: &mut Rng) -> bool {
    const RULE: &str = "period-incomplete";
    // Open to everybody: no rule counts who attends.
    let Some(platform) = draft.platform("gen").or_else(|| draft.platform("ref")) else {
        return false;
    };
    let id = draft.platforms[platform].id.clone();
    let span = |from: Day, to: Day| Json::object().with("from", from).with("to", to);
    let month = span(AS_OF.month_start(-2), AS_OF.month_start(-1).plus(-1));
    let day = AS_OF.month_start(-2).plus(rng.range(2, 25));
    let (period, day, status, pointer) = match rng.below(4) {
        0 => (
            month.with("complete", false),
            day,
            "held",
            "/period/complete",
        ),
        1 => (month, day, "held", "/period"),
        2 => (month.with("complete", true), day, "planned", "/status"),
        _ => (
            span(AS_OF.plus(-9), AS_OF.plus(20)).with("complete", true),
            AS_OF.plus(rng.range(2, 18)),
            "planned",
            "/period/complete",
        ),
    };
    let body = Json::object()
        .with("id", draft.next_id("M-p"))
        .with("platform", id)
        .with("start", moment(day, 600, draft.plan.offset))
        .with("status", status)
        .with("mode", "remote")
        .with("attendance", Json::List(Vec::new()));
    let record = draft.add("meeting", body);
    draft.claim_record(record);
    draft.records[record].day = Some(day);
    draft.records[record].period = Some(period);
    // What is missing in the period is told at its key.
    let spot = if pointer == "/period" {
        Spot::Key
    } else {
        Spot::Value
    };
    draft.expect_at(spot, RULE, "advice", record, pointer);
    if pointer != "/status" {
        draft.of_document();
    }
    true
}

/// `policy-version-gap`: a seat that was over before there was a policy.
pub(super) fn before_policies(draft: &mut Draft, rng: &mut Rng) -> bool {
    if !draft.claim(&["before the policies".to_owned()]) {
        return false;
    }
    for platform in ["unct", "omt", "smt"] {
        if rng.chance(60) || platform == "smt" {
            let person = colleague(draft, "administrative-officer", 0);
            let span = (Day::new(2019, 6, 1), Some(Day::new(2022, 3, 31)));
            let record = seat(draft, platform, &person, "observer", span);
            draft.body(record).remove("confirmed");
            draft.body(record).set("historic", true);
        }
    }
    draft.expect("policy-version-gap", "advice", 0, "/id");
    true
}

/// `stale-record`: confirmed more than a year ago, vacancies more than half a year.
pub(super) fn stale(draft: &mut Draft, rng: &mut Rng) -> bool {
    let kinds = [
        "person",
        "programme",
        "platform",
        "representation",
        "contact",
        "vacancy",
    ];
    let kind = *rng.pick(&kinds);
    let is_current = |draft: &Draft, record: usize| match kind {
        "person" => draft
            .people
            .iter()
            .any(|person| person.record == record && person.post_on(AS_OF).is_some()),
        // The status of the others has a rule of its own.
        "platform" => draft.platforms.iter().any(|platform| {
            platform.record == record
                && platform.is_active(AS_OF)
                && !matches!(platform.sort, "unct" | "pmt" | "omt" | "smt")
        }),
        _ => true,
    };
    let fitting = (0..draft.records.len()).filter(|&record| {
        draft.records[record].kind == kind
            && draft.is_free(record)
            && draft.records[record].body.get("confirmed").is_some()
            && is_current(draft, record)
    });
    let Some(record) = some(fitting, rng) else {
        return false;
    };
    draft.claim_record(record);
    let least = if kind == "vacancy" { 185 } else { 370 };
    draft
        .body(record)
        .set("confirmed", AS_OF.plus(-rng.range(least, 900)));
    draft.expect("stale-record", "warning", record, "/confirmed");
    true
}
