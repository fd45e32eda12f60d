//! Meetings and who attends them.

use super::{some, some_meeting, some_person, some_platform};
use crate::generator::day::Day;
use crate::generator::draft::Draft;
use crate::generator::json::Json;
use crate::generator::mission::{moment, row_json};
use crate::generator::plan::AS_OF;
use crate::generator::rng::Rng;

/// `attendance-outside-assignment`: somebody who has left, or not come yet, is present.
pub(super) fn outside_assignment(draft: &mut Draft, rng: &mut Rng) -> bool {
    let Some(person) = some_person(draft, rng, |person| {
        !person.seated
            && person
                .posts
                .iter()
                .all(|post| post.to.is_some() || post.from >= AS_OF.plus(-10))
    }) else {
        return false;
    };
    let absent = &draft.people[person];
    let meeting = some_meeting(draft, rng, |meeting| {
        draft.platforms[meeting.platform].sort != "smt" && absent.post_on(meeting.day).is_none()
    });
    let Some(meeting) = meeting else { return false };
    let (id, record, post) = (
        absent.id.clone(),
        draft.meetings[meeting].record,
        absent.record,
    );
    draft.claim_record(record);
    draft.claim_record(post);
    let position = draft
        .body(record)
        .list("attendance")
        .push(row_json(&id, "observer", "present"));
    draft.expect(
        "attendance-outside-assignment",
        "error",
        record,
        format!("/attendance/{position}/person"),
    );
    true
}

/// `person-in-two-places`: somebody in the field also sits in a meeting in the capital half an hour later.
pub(super) fn two_places(draft: &mut Draft, rng: &mut Rng) -> bool {
    let Some(elsewhere) = some_platform(
        draft,
        rng,
        &["working-group", "unct", "iccg", "refugee-coordination"],
    ) else {
        return false;
    };
    let present_once = |meeting: &crate::generator::draft::Meeting| {
        meeting.mode == "in-person"
            && draft.platforms[meeting.platform].sort == "subnational-coordination"
            && draft.platforms[elsewhere].is_active(meeting.day)
            && meeting.rows.first().is_some_and(|row| row.present)
    };
    let Some(meeting) = some_meeting(draft, rng, present_once) else {
        return false;
    };
    let (record, day, start, ends) = {
        let meeting = &draft.meetings[meeting];
        (meeting.record, meeting.day, meeting.start, meeting.ends)
    };
    let person = draft.meetings[meeting].rows[0].person.clone();
    let on_that_day = draft.meetings.iter().filter(|other| other.day == day);
    let attended = on_that_day
        .filter(|other| other.rows.iter().any(|row| row.person == person))
        .count();
    let Some(home) = draft
        .person(&person)
        .map(|position| draft.people[position].record)
    else {
        return false;
    };
    let there = draft.platforms[elsewhere].id.clone();
    if attended > 1
        || !draft.is_free(home)
        || !draft.share(
            &format!("present in {there}"),
            &format!("away from {there}"),
        )
        || !draft.claim(&[format!("{person} on {day}")])
    {
        return false;
    }
    draft.claim_record(record);
    draft.claim_record(home);
    let has_end = rng.chance(70);
    let offset = draft.plan.offset;
    // The same moment may be written with another offset, as long as the day stays.
    let shift = if start + 120 < 22 * 60 && rng.chance(30) {
        60
    } else {
        0
    };
    let end = has_end.then(|| moment(day, start + 90 + shift, offset + shift));
    let body = Json::object()
        .with("id", format!("M-x-{}-{person}", day.digits()))
        .with("platform", there)
        .with("start", moment(day, start + 30 + shift, offset + shift))
        .with_some("end", end)
        .with("status", "held")
        .with("mode", "in-person")
        .with("attendance", vec![row_json(&person, "observer", "present")])
        .with("recorded_on", day.plus(2).min(AS_OF));
    let later = add_meeting(draft, day, body);
    // Whether they overlap depends on the end of the earlier one.
    let severity = if ends { "error" } else { "warning" };
    draft.expect(
        "person-in-two-places",
        severity,
        later,
        "/attendance/0/person",
    );
    true
}

/// `meeting-outside-platform-lifetime`: a meeting before the platform was active or after.
pub(super) fn outside_lifetime(draft: &mut Draft, rng: &mut Rng) -> bool {
    let day = AS_OF
        .plus(-rng.range(0, 27 * draft.plan.months))
        .workday()
        .min(AS_OF);
    let inactive = (0..draft.platforms.len()).filter(|&platform| {
        let platform = &draft.platforms[platform];
        // Far enough from active times that no handover is meant.
        !platform.is_active(day.plus(-35))
            && !platform.is_active(day)
            && !platform.is_active(day.plus(35))
    });
    let Some(platform) = some(inactive, rng) else {
        return false;
    };
    let id = draft.platforms[platform].id.clone();
    if !draft.claim(&[format!("inactive {id} on {day}")]) {
        return false;
    }
    let body = Json::object()
        .with("id", format!("M-{id}-{}-out", day.digits()))
        .with("platform", id)
        .with("start", moment(day, 570, draft.plan.offset))
        .with("end", moment(day, 640, draft.plan.offset))
        .with("status", "held")
        .with("mode", *rng.pick(&["in-person", "remote"]))
        .with("attendance", Json::List(Vec::new()))
        .with("recorded_on", day.plus(3).min(AS_OF));
    let record = add_meeting(draft, day, body);
    draft.expect(
        "meeting-outside-platform-lifetime",
        "warning",
        record,
        "/start",
    );
    true
}

/// `future-attendance`: somebody is present at a meeting that is still to come.
pub(super) fn future(draft: &mut Draft, rng: &mut Rng) -> bool {
    let sorts = ["working-group", "unct", "omt", "iccg", "hct", "cluster"];
    let Some(platform) = some_platform(draft, rng, &sorts) else {
        return false;
    };
    let day = AS_OF.plus(rng.range(4, 50)).workday();
    let id = draft.platforms[platform].id.clone();
    let seats = draft
        .seats
        .iter()
        .filter(|seat| seat.platform == platform && seat.to.is_none());
    let people: Vec<String> = seats.map(|seat| seat.person.clone()).take(2).collect();
    if people.is_empty() || !draft.claim(&[format!("future of {id}")]) {
        return false;
    }
    let mut rows = vec![row_json(&people[0], "member", "present")];
    if rng.chance(40) && people.len() > 1 {
        rows.insert(
            0,
            row_json(&people[1], "alternate", "excused").with("reason", "Annual leave."),
        );
    }
    let first = rows.len() - 1;
    let body = Json::object()
        .with("id", format!("M-{id}-{}-next", day.digits()))
        .with("platform", id)
        .with("start", moment(day, 600, draft.plan.offset))
        .with("status", *rng.pick(&["planned", "held"]))
        .with("mode", "remote")
        .with("attendance", rows);
    let record = add_meeting(draft, day, body);
    draft.expect(
        "future-attendance",
        "error",
        record,
        format!("/attendance/{first}/presence"),
    );
    true
}

/// `attendee-without-representation`: somebody without a seat attends three to five times.
pub(super) fn without_seat(draft: &mut Draft, rng: &mut Rng) -> bool {
    let Some(platform) = some_platform(draft, rng, &["working-group", "omt", "unct", "pmt"]) else {
        return false;
    };
    let mut meetings: Vec<usize> = (0..draft.meetings.len())
        .filter(|&position| {
            let meeting = &draft.meetings[position];
            meeting.platform == platform && meeting.held && draft.is_free(meeting.record)
        })
        .collect();
    let wanted = 3 + rng.below(3);
    rng.shuffle(&mut meetings);
    meetings.truncate(wanted);
    meetings.sort_by_key(|&position| draft.meetings[position].day);
    let here = |day: Day, person: &crate::generator::draft::Person| {
        person
            .post_on(day)
            .is_some_and(|post| post.office == 0 && post.to.is_none())
    };
    let first = meetings
        .first()
        .map(|&position| draft.meetings[position].day);
    let Some(first) = first.filter(|_| meetings.len() >= 3) else {
        return false;
    };
    let place = draft.platforms[platform].id.clone();
    if !draft.share(
        &format!("no seat in {place}"),
        &format!("stray seat in {place}"),
    ) {
        return false;
    }
    let Some(person) = some_person(draft, rng, |person| !person.seated && here(first, person))
    else {
        return false;
    };
    draft.claim_record(draft.people[person].record);
    let id = draft.people[person].id.clone();
    for (number, &meeting) in meetings.iter().enumerate() {
        let record = draft.meetings[meeting].record;
        draft.claim_record(record);
        let capacity = *rng.pick(&["member", "alternate"]);
        let position = draft
            .body(record)
            .list("attendance")
            .push(row_json(&id, capacity, "present"));
        if number == 0 {
            let pointer = format!("/attendance/{position}/person");
            draft.expect("attendee-without-representation", "advice", record, pointer);
        }
    }
    true
}

/// Adds the record of a meeting that belongs to one fault only.
fn add_meeting(draft: &mut Draft, day: Day, body: Json) -> usize {
    let record = draft.add("meeting", body);
    draft.records[record].day = Some(day);
    draft.claim_record(record);
    record
}
