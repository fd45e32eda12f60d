//! The Security Management Team without the Chief of Mission.

use super::some_meeting;
use crate::generator::day::Day;
use crate::generator::draft::{Draft, Spot};
use crate::generator::json::Json;
use crate::generator::mission::row_json;
use crate::generator::plan::Command;
use crate::generator::rng::Rng;

/// How the chief's absence is recorded.
struct Absence {
    meeting: usize,
    record: usize,
    /// Where the finding is.
    spot: Spot,
    pointer: String,
    severity: &'static str,
}

/// `smt-com-absent`: nobody of IOM is present.
pub(super) fn absent(draft: &mut Draft, rng: &mut Rng) -> bool {
    let Some(absence) = send_away(draft, rng) else {
        return false;
    };
    draft.expect_at(
        absence.spot,
        "smt-com-absent",
        absence.severity,
        absence.record,
        absence.pointer,
    );
    true
}

/// `smt-observer-only`: only the security officer is present.
pub(super) fn observer_only(draft: &mut Draft, rng: &mut Rng) -> bool {
    let Some(absence) = send_away(draft, rng) else {
        return false;
    };
    // The security officer has had a seat since before the recorded months.
    let officer = seat_of(draft, absence.meeting, "observer").unwrap_or_default();
    draft
        .body(absence.record)
        .list("attendance")
        .push(row_json(&officer, "observer", "present"));
    draft.expect_at(
        absence.spot,
        "smt-observer-only",
        absence.severity,
        absence.record,
        absence.pointer,
    );
    draft.because(&["smt-com-absent"]);
    true
}

/// `smt-delegate-not-acting`: somebody takes the chief's place without being designated.
pub(super) fn delegate(draft: &mut Draft, rng: &mut Rng) -> bool {
    // A third attendance without a seat would be a finding of its own.
    let slots = ["first delegate".to_owned(), "second delegate".to_owned()];
    let Some(deputy) = draft
        .people
        .iter()
        .find(|person| person.posts[0].role == "deputy-chief-of-mission")
    else {
        return false;
    };
    let deputy = deputy.id.clone();
    if !slots
        .iter()
        .any(|slot| draft.claim(std::slice::from_ref(slot)))
    {
        return false;
    }
    let Some(absence) = send_away(draft, rng) else {
        return false;
    };
    if rng.chance(40)
        && let Some(officer) = seat_of(draft, absence.meeting, "observer")
    {
        draft
            .body(absence.record)
            .list("attendance")
            .push(row_json(&officer, "observer", "present"));
    }
    let capacity = *rng.pick(&["member", "alternate"]);
    let row = row_json(&deputy, capacity, "present");
    let position = draft.body(absence.record).list("attendance").push(row);
    let pointer = format!("/attendance/{position}/person");
    draft.expect(
        "smt-delegate-not-acting",
        absence.severity,
        absence.record,
        pointer,
    );
    draft.because(&["smt-com-absent"]);
    true
}

/// `com-post-vacant`: the acting designation ends before the vacancy does.
pub(super) fn vacant(draft: &mut Draft, rng: &mut Rng) -> bool {
    let Command::Vacancy(from, to) = draft.plan.command else {
        return false;
    };
    let from_text = from.to_string();
    let acting = draft.records.iter().position(|record| {
        let is =
            |key: &str, value: &str| record.body.get(key).and_then(Json::as_text) == Some(value);
        record.kind == "designation" && is("ground", "vacancy") && is("from", &from_text)
    });
    let Some(acting) = acting.filter(|&record| draft.is_free(record)) else {
        return false;
    };
    let last = from.plus(rng.range(3, to.since(from) - 1));
    let concerned: Vec<usize> = (0..draft.meetings.len())
        .filter(|&position| {
            let meeting = &draft.meetings[position];
            draft.platforms[meeting.platform].sort == "smt"
                && last < meeting.day
                && meeting.day <= to
        })
        .collect();
    let all_free = concerned
        .iter()
        .all(|&meeting| draft.is_free(draft.meetings[meeting].record));
    let seats = seats_of_vacancy(draft, (from, to));
    let seats_free = seats.iter().all(|&(record, _)| draft.is_free(record));
    if !all_free || !seats_free || !draft.claim(&["chief of mission".to_owned()]) {
        return false;
    }
    draft.claim_record(acting);
    draft.body(acting).set("to", last);
    let mut folded = Vec::new();
    for &meeting in &concerned {
        let record = draft.meetings[meeting].record;
        draft.claim_record(record);
        folded.push("smt-com-absent");
        match rng.below(3) {
            // The deputy goes on without a designation.
            0 => folded.push("smt-delegate-not-acting"),
            1 => draft.body(record).set("attendance", Json::List(Vec::new())),
            _ => {
                if let Some(officer) = seat_of(draft, meeting, "observer") {
                    draft.body(record).set(
                        "attendance",
                        vec![row_json(&officer, "observer", "present")],
                    );
                    folded.push("smt-observer-only");
                }
            }
        }
    }
    // Whoever acted sits in the country teams to the end.
    for (record, rule) in seats {
        draft.claim_record(record);
        folded.push(rule);
    }
    draft.expect("com-post-vacant", "warning", 0, "/id");
    let order = [
        "smt-observer-only",
        "smt-delegate-not-acting",
        "smt-com-absent",
        "hct-representation-level",
        "unct-representation-level",
    ];
    folded.sort_by_key(|rule| order.iter().position(|name| name == rule));
    draft.because(&folded);
    true
}

/// The records of the seats in the country teams that last as long as a vacancy, with the rule on each.
fn seats_of_vacancy(draft: &Draft, (from, to): (Day, Day)) -> Vec<(usize, &'static str)> {
    let (from, to) = (from.to_string(), to.to_string());
    let text = |body: &Json, key: &str| body.get(key).and_then(Json::as_text).map(str::to_owned);
    let seats = draft.records.iter().enumerate().filter_map(|(at, record)| {
        let is = |key: &str, value: &str| text(&record.body, key).as_deref() == Some(value);
        let lasts = record.kind == "representation" && is("from", &from) && is("to", &to);
        if !lasts || !is("capacity", "member") {
            return None;
        }
        match text(&record.body, "platform")?.as_str() {
            "hct" => Some((at, "hct-representation-level")),
            "unct" => Some((at, "unct-representation-level")),
            _ => None,
        }
    });
    seats.collect()
}

/// Reference to the holder of a seat at a meeting.
fn seat_of(draft: &Draft, meeting: usize, capacity: &str) -> Option<String> {
    let meeting = &draft.meetings[meeting];
    let seats = draft
        .seats
        .iter()
        .filter(|seat| seat.platform == meeting.platform && seat.covers(meeting.day));
    let mut fitting = seats.filter(|seat| seat.capacity == capacity);
    fitting.next().map(|seat| seat.person.clone())
}

/// Chooses a meeting with exactly one chief and nobody acting, and rewrites its list: only the chief's row, if any.
fn send_away(draft: &mut Draft, rng: &mut Rng) -> Option<Absence> {
    let vacancy = match draft.plan.command {
        Command::Vacancy(from, to) => Some((from, to)),
        _ => None,
    };
    let meeting = some_meeting(draft, rng, |meeting| {
        let in_vacancy = vacancy.is_some_and(|(from, to)| from <= meeting.day && meeting.day <= to);
        let chiefs = draft.seats.iter().filter(|seat| {
            seat.platform == meeting.platform
                && seat.capacity == "member"
                && seat.covers(meeting.day)
        });
        draft.platforms[meeting.platform].sort == "smt"
            && !meeting.acting
            && !in_vacancy
            && chiefs.count() == 1
    })?;
    let (record, day) = (draft.meetings[meeting].record, draft.meetings[meeting].day);
    let chief = seat_of(draft, meeting, "member")?;
    draft.claim_record(record);
    draft.body(record).remove("notice_date");
    let row = |presence| row_json(&chief, "member", presence);
    let (rows, spot, pointer, severity) = match rng.below(5) {
        0 => (Vec::new(), Spot::Key, "/attendance", "error"),
        1 => (
            vec![row("excused")],
            Spot::Value,
            "/attendance/0/presence",
            "error",
        ),
        2 => (
            vec![row("excused").with("reason", "Annual leave.")],
            Spot::Value,
            "/attendance/0/presence",
            "warning",
        ),
        3 => {
            draft.body(record).set("notice_date", day);
            (
                vec![row("absent")],
                Spot::Value,
                "/attendance/0/presence",
                "warning",
            )
        }
        _ => (
            vec![row("absent")],
            Spot::Value,
            "/attendance/0/presence",
            "error",
        ),
    };
    draft.body(record).set("attendance", rows);
    Some(Absence {
        meeting,
        record,
        spot,
        pointer: pointer.to_owned(),
        severity,
    })
}
