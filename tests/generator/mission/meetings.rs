//! Meetings month by month, with attendance by those who have seats.

use super::ROSTER;
use super::paperwork::Absence;
use crate::generator::day::Day;
use crate::generator::draft::{Draft, Meeting, Row};
use crate::generator::json::Json;
use crate::generator::plan::AS_OF;
use crate::generator::rng::Rng;
use crate::generator::words::{AGENDA, NOTES, ORGANISATIONS, REASONS};

/// Holds the meetings of all platforms.
pub(super) fn build(draft: &mut Draft, absences: &[Absence], rng: &mut Rng) {
    for platform in 0..draft.platforms.len() {
        let rhythm = draft.platforms[platform].rhythm;
        if rhythm == 0 {
            continue;
        }
        let slot = Slot {
            day: rng.range(1, 24),
            start: 60 * rng.range(8, 15),
        };
        for month in (0..draft.plan.months)
            .rev()
            .step_by(usize::try_from(rhythm).unwrap_or(1))
        {
            let day = draft.plan.first.month_start(month).plus(slot.day).workday();
            if draft.platforms[platform].is_active(day) {
                hold(draft, platform, day, slot.start, absences, rng);
            }
        }
    }
    handover(draft, rng);
    planned(draft, rng);
}

struct Slot {
    day: i32,
    start: i32,
}

/// One row of an attendance list before it is written.
struct Entry {
    person: String,
    capacity: &'static str,
    presence: &'static str,
    remote: bool,
    reason: Option<&'static str>,
}

fn hold(
    draft: &mut Draft,
    platform: usize,
    day: Day,
    start: i32,
    absences: &[Absence],
    rng: &mut Rng,
) {
    let is_smt = draft.platforms[platform].sort == "smt";
    let mode = *rng.pick(&[
        "in-person",
        "in-person",
        "in-person",
        "in-person",
        "hybrid",
        "remote",
    ]);
    let absence = absences
        .iter()
        .find(|absence| is_smt && absence.from <= day && day <= absence.to);
    let mut entries = seated(draft, platform, day, rng);
    if let Some(absence) = absence {
        send_deputy(&mut entries, absence);
    }
    if let Some(guest) = guest(draft, platform, day, mode, rng) {
        entries.push(guest);
    }
    let cancelled = !is_smt && rng.chance(3);
    if cancelled {
        entries.clear();
    }
    let acting = absence.is_some();
    record(
        draft,
        &Occasion {
            platform,
            day,
            start,
            mode,
            status: if cancelled { "cancelled" } else { "held" },
            acting,
        },
        &entries,
        rng,
    );
}

/// Rows of those who have a seat on the day.
fn seated(draft: &Draft, platform: usize, day: Day, rng: &mut Rng) -> Vec<Entry> {
    let is_smt = draft.platforms[platform].sort == "smt";
    let mut entries: Vec<Entry> = Vec::new();
    for seat in draft
        .seats
        .iter()
        .filter(|seat| seat.platform == platform && seat.covers(day))
    {
        let (listed, present) = match seat.capacity {
            "member" | "coordinator" => (100, if is_smt { 100 } else { 92 }),
            "observer" => (70, 85),
            _ => (45, 90),
        };
        if !rng.chance(listed) || entries.iter().any(|entry| entry.person == seat.person) {
            continue;
        }
        let present = rng.chance(present);
        entries.push(Entry {
            person: seat.person.clone(),
            capacity: seat.capacity,
            presence: if present { "present" } else { "excused" },
            remote: seat.person.contains('/') || rng.chance(20),
            reason: (!present).then(|| *rng.pick(&REASONS)),
        });
    }
    entries
}

/// The chief is excused, the deputy acts.
fn send_deputy(entries: &mut Vec<Entry>, absence: &Absence) {
    for entry in entries
        .iter_mut()
        .filter(|entry| entry.person == absence.chief)
    {
        entry.presence = "excused";
        entry.reason = Some("Away from the duty station; the deputy acts.");
    }
    entries.retain(|entry| entry.person != absence.deputy);
    let person = absence.deputy.clone();
    entries.push(Entry {
        person,
        capacity: "member",
        presence: "present",
        remote: false,
        reason: None,
    });
}

/// Somebody who has no seat and observes: at a distance where another meeting may go on at the same time.
fn guest(draft: &Draft, platform: usize, day: Day, mode: &str, rng: &mut Rng) -> Option<Entry> {
    let platform = &draft.platforms[platform];
    if mode != "hybrid" || matches!(platform.sort, "smt" | "asmt") || !rng.chance(40) {
        return None;
    }
    let person = match &draft.plan.home_of_guests {
        Some(home) if rng.chance(50) => format!("{home}/{ROSTER}"),
        _ => {
            let others = draft
                .people
                .iter()
                .filter(|person| person.seated && person.post_on(day).is_some());
            let others: Vec<&str> = others.map(|person| person.id.as_str()).collect();
            (*rng.pick(&others)).to_owned()
        }
    };
    let seat_there = draft
        .seats
        .iter()
        .any(|seat| draft.platforms[seat.platform].id == platform.id && seat.person == person);
    (!seat_there).then_some(Entry {
        person,
        capacity: "observer",
        presence: "present",
        remote: true,
        reason: None,
    })
}

/// A handover meeting of the deactivated cluster.
fn handover(draft: &mut Draft, rng: &mut Rng) {
    let Some(platform) = draft.platform("cl-nut") else {
        return;
    };
    let ended = draft.platforms[platform].stages[1].from;
    let day = ended.plus(rng.range(3, 20)).workday();
    if day < draft.plan.first || day > AS_OF || rng.chance(40) {
        return;
    }
    let occasion = Occasion {
        platform,
        day,
        start: 600,
        mode: "remote",
        status: "held",
        acting: false,
    };
    record(draft, &occasion, &[], rng);
    let last = draft.records.len() - 1;
    draft.body(last).set("extraordinary", "handover");
}

/// Meetings after the day of the run.
fn planned(draft: &mut Draft, rng: &mut Rng) {
    for id in ["omt", "gen", "wg-im"] {
        let Some(platform) = draft.platform(id) else {
            continue;
        };
        let day = AS_OF.plus(rng.range(5, 40)).workday();
        let occasion = Occasion {
            platform,
            day,
            start: 540,
            mode: "in-person",
            status: "planned",
            acting: false,
        };
        record(draft, &occasion, &[], rng);
    }
}

struct Occasion {
    platform: usize,
    day: Day,
    start: i32,
    mode: &'static str,
    status: &'static str,
    acting: bool,
}

fn record(draft: &mut Draft, occasion: &Occasion, entries: &[Entry], rng: &mut Rng) {
    let Occasion {
        platform,
        day,
        start,
        mode,
        status,
        acting,
    } = *occasion;
    let offset = draft.plan.offset;
    let held = status == "held";
    let ends = !held || rng.chance(92);
    let end = ends.then(|| moment(day, start + *rng.pick(&[60, 75, 90, 120]), offset));
    let body = Json::object()
        .with(
            "id",
            format!("M-{}-{}", draft.platforms[platform].id, day.digits()),
        )
        .with("platform", &draft.platforms[platform].id)
        .with("start", moment(day, start, offset))
        .with_some("end", end)
        .with("status", status)
        .with("mode", mode)
        .with_some("place", place(draft, platform, status, rng))
        .with_some(
            "notice_date",
            rng.chance(30).then(|| day.plus(-rng.range(3, 14))),
        )
        .with(
            "attendance",
            entries
                .iter()
                .map(|entry| entry_json(entry, mode))
                .collect::<Vec<_>>(),
        );
    let body = if held {
        minutes(body, draft, platform, day, rng)
    } else {
        body
    };
    let rows = entries.iter().map(|entry| Row {
        person: entry.person.clone(),
        present: entry.presence == "present",
    });
    let rows = rows.collect();
    let record = draft.add("meeting", body);
    draft.records[record].day = Some(day);
    draft.meetings.push(Meeting {
        platform,
        day,
        start,
        mode,
        held,
        ends,
        rows,
        acting,
        record,
    });
}

fn place(draft: &Draft, platform: usize, status: &str, rng: &mut Rng) -> Option<Json> {
    let office = &draft.offices[draft.platforms[platform].office];
    if status == "planned" {
        return None;
    }
    match rng.below(10) {
        0..=4 => None,
        5..=7 => Some(Json::from(&office.id)),
        _ => Some(
            Json::object()
                .with("place", &office.town)
                .with_some("pcode", office.pcode.as_ref()),
        ),
    }
}

/// What is written down after a meeting.
fn minutes(body: Json, draft: &Draft, platform: usize, day: Day, rng: &mut Rng) -> Json {
    let restricted = matches!(draft.platforms[platform].sort, "smt" | "asmt");
    let start = rng.below(AGENDA.len() - 4);
    let agenda = AGENDA[start..start + 2 + rng.below(3)].to_vec();
    let external = (0..rng.below(4)).map(|step| {
        let org = ORGANISATIONS[(start + step * 5) % ORGANISATIONS.len()];
        Json::object().with("org", org)
    });
    let external: Vec<Json> = external.collect();
    let file = format!(
        "minutes/{}/{}-{day}.pdf",
        draft.plan.id, draft.platforms[platform].id
    );
    let body = body
        .with_some("external", (!external.is_empty()).then_some(external))
        .with_some(
            "category",
            rng.chance(20).then_some("Coordination meetings"),
        )
        .with_some("agenda", (!restricted && rng.chance(80)).then_some(agenda))
        .with_some(
            "meeting_minutes",
            (!restricted && rng.chance(60)).then_some(file),
        )
        .with("recorded_on", day.plus(rng.range(0, 14)).min(AS_OF));
    if !restricted && rng.chance(5) {
        body.with("note", *rng.pick(&NOTES))
    } else {
        body
    }
}

fn entry_json(entry: &Entry, mode: &str) -> Json {
    let how = (mode == "hybrid").then_some(if entry.remote { "remote" } else { "in-person" });
    row_json(&entry.person, entry.capacity, entry.presence)
        .with_some("mode", how.filter(|_| entry.presence == "present"))
        .with_some("reason", entry.reason)
}

/// A row of an attendance list.
pub(crate) fn row_json(person: &str, capacity: &'static str, presence: &'static str) -> Json {
    Json::object()
        .with("person", person.to_owned())
        .with("capacity", capacity)
        .with("presence", presence)
}

/// A date-time: so many minutes after midnight of a local day, at an offset in minutes.
pub(crate) fn moment(day: Day, minutes: i32, offset: i32) -> String {
    let (hour, minute) = (minutes / 60, minutes % 60);
    if offset == 0 {
        return format!("{day}T{hour:02}:{minute:02}:00Z");
    }
    let sign = if offset < 0 { '-' } else { '+' };
    let (ahead_hours, ahead_minutes) = (offset.abs() / 60, offset.abs() % 60);
    format!("{day}T{hour:02}:{minute:02}:00{sign}{ahead_hours:02}:{ahead_minutes:02}")
}
