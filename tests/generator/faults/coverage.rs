//! Platforms that nobody goes to, seats that are over, contacts that are missing.

use super::{colleague, platform, seat, some, some_hub, some_platform};
use crate::generator::day::Day;
use crate::generator::draft::{Draft, Platform};
use crate::generator::json::Json;
use crate::generator::mission::clustered;
use crate::generator::plan::AS_OF;
use crate::generator::rng::Rng;
use crate::generator::words::{AREAS, Area};

/// Since when platforms are active that have been so for long.
fn long_ago(rng: &mut Rng) -> Day {
    AS_OF.plus(-rng.range(300, 900))
}

/// `active-platform-unrepresented`.
pub(super) fn unrepresented(draft: &mut Draft, rng: &mut Rng) -> bool {
    let from = AS_OF.plus(-rng.range(60, 900));
    let (_, record) = platform(draft, "working-group", 0, &[("active", from, None)]);
    draft.expect("active-platform-unrepresented", "warning", record, "/id");
    true
}

/// `continuing-platform-disengaged`: everybody was excused for a year.
pub(super) fn disengaged(draft: &mut Draft, rng: &mut Rng) -> bool {
    let Some(platform) = some_platform(draft, rng, &["unct", "omt", "pmt"]) else {
        return false;
    };
    let Platform { id, record, .. } = &draft.platforms[platform];
    let (id, record) = (id.clone(), *record);
    let since = AS_OF.plus(-370);
    let held = draft
        .meetings
        .iter()
        .filter(|meeting| meeting.platform == platform && meeting.held && meeting.day > since);
    let meetings: Vec<usize> = held.map(|meeting| meeting.record).collect();
    let days = draft.meetings.iter().filter(|meeting| {
        meeting.platform == platform && meeting.held && meeting.day > AS_OF.plus(-360)
    });
    let enough = days.count() >= 3;
    let all_free = meetings.iter().all(|meeting| draft.is_free(*meeting));
    if !enough
        || !all_free
        || !draft.is_free(record)
        || !draft.share(&format!("away from {id}"), &format!("present in {id}"))
    {
        return false;
    }
    draft.claim_record(record);
    for meeting in meetings {
        draft.claim_record(meeting);
        if let Json::List(rows) = draft.body(meeting).list("attendance") {
            for row in rows {
                row.remove("mode");
                row.set("presence", *rng.pick(&["excused", "absent"]));
            }
        }
    }
    draft.expect("continuing-platform-disengaged", "warning", record, "/id");
    true
}

/// `mcof-sector-not-engaged`: a programme in a new area, whose cluster has just started without IOM.
pub(super) fn sector(draft: &mut Draft, rng: &mut Rng) -> bool {
    if !draft.plan.has_clusters() {
        return false;
    }
    let is_new = |area: &Area| {
        let cluster = draft.plan.cluster_of(*area);
        let taken = draft
            .programmes
            .iter()
            .any(|programme| programme.cluster == Some(cluster));
        !taken
    };
    let new = (0..AREAS.len()).filter(|area| is_new(&AREAS[*area]));
    let Some(area) = some(new, rng).map(|area| AREAS[area]) else {
        return false;
    };
    let cluster = draft.plan.cluster_of(area);
    if !draft.claim(&[format!("cluster {cluster}")]) {
        return false;
    }
    // So new that nobody has to sit there yet; but a programme needs some engagement.
    let from = AS_OF.plus(-rng.range(5, 25));
    let (_, record) = platform(draft, "cluster", 0, &[("active", from, None)]);
    draft.body(record).set("clusters", [cluster]);
    let body = clustered(draft, area, rng);
    let programme = draft.add("programme", body);
    draft.claim_record(programme);
    draft.expect("mcof-sector-not-engaged", "advice", programme, "/id");
    true
}

/// `platform-status-missing`: not confirmed for more than half a year, and less than a year.
pub(super) fn status(draft: &mut Draft, rng: &mut Rng) -> bool {
    let Some(platform) = some_platform(draft, rng, &["unct", "omt", "pmt", "smt"]) else {
        return false;
    };
    let record = draft.platforms[platform].record;
    if !draft.claim_record(record) {
        return false;
    }
    let confirmed = AS_OF.plus(-rng.range(185, 360));
    draft.body(record).set("confirmed", confirmed);
    draft.expect("platform-status-missing", "warning", record, "/confirmed");
    true
}

/// A working group that has been suspended since a day.
fn suspended(draft: &mut Draft, since: Day) -> (String, usize) {
    let stages = [
        ("active", Day::new(2022, 4, 1), Some(since.plus(-1))),
        ("suspended", since, None),
    ];
    platform(draft, "working-group", 0, &stages)
}

fn contact(draft: &mut Draft, platform: &str, day: Day) -> usize {
    let body = Json::object()
        .with("id", draft.next_id("C"))
        .with("platform", platform.to_owned())
        .with("date", day)
        .with("with", Json::object().with("org", "NRC"))
        .with("by", "P-01")
        .with("outcome", "reached");
    let record = draft.add("contact-log", body);
    draft.claim_record(record);
    record
}

/// `suspended-contact-missing`: no convener, or no contact with it.
pub(super) fn contact_missing(draft: &mut Draft, rng: &mut Rng) -> bool {
    if !draft.share("suspension", "stray contact") {
        return false;
    }
    let since = AS_OF.plus(-rng.range(35, 200));
    let (id, record) = suspended(draft, since);
    let convener = Json::object().with("org", "NRC");
    match rng.below(3) {
        0 => {
            contact(draft, &id, AS_OF.plus(-rng.range(2, 25)));
        }
        // Before the suspension does not count.
        1 => {
            draft.body(record).set("convener", convener);
            contact(draft, &id, since.plus(-rng.range(2, 25)));
        }
        _ => draft.body(record).set("convener", convener),
    }
    draft.expect("suspended-contact-missing", "warning", record, "/id");
    true
}

/// `suspended-contact-stale`.
pub(super) fn contact_stale(draft: &mut Draft, rng: &mut Rng) -> bool {
    if !draft.share("suspension", "stray contact") {
        return false;
    }
    let since = AS_OF.plus(-rng.range(220, 400));
    let (id, record) = suspended(draft, since);
    let convener = Json::object().with("org", "NRC");
    draft.body(record).set("convener", convener);
    let log = contact(draft, &id, AS_OF.plus(-rng.range(95, 210)));
    draft.expect("suspended-contact-stale", "advice", log, "/date");
    true
}

/// `subnational-presence-unrepresented`.
pub(super) fn subnational(draft: &mut Draft, rng: &mut Rng) -> bool {
    let Some(office) = some_hub(draft, rng) else {
        return false;
    };
    let from = long_ago(rng);
    let stages = [("active", from, None)];
    let (_, record) = platform(draft, "subnational-coordination", office, &stages);
    draft.expect(
        "subnational-presence-unrepresented",
        "warning",
        record,
        "/id",
    );
    draft.because(&["active-platform-unrepresented"]);
    true
}

/// `subnational-representative-elsewhere`: the seat is held from the capital.
pub(super) fn elsewhere(draft: &mut Draft, rng: &mut Rng) -> bool {
    let Some(office) = some_hub(draft, rng) else {
        return false;
    };
    let from = long_ago(rng);
    let stages = [("active", from, None)];
    let (id, _) = platform(draft, "subnational-coordination", office, &stages);
    let person = colleague(draft, "programme-officer", 0);
    let capacity = *rng.pick(&["member", "alternate"]);
    let record = seat(draft, &id, &person, capacity, (AS_OF.plus(-50), None));
    draft.expect(
        "subnational-representative-elsewhere",
        "advice",
        record,
        "/person",
    );
    true
}

/// `representation-expired`: the only seat is over.
pub(super) fn expired(draft: &mut Draft, rng: &mut Rng) -> bool {
    let from = long_ago(rng);
    let (id, _) = platform(draft, "working-group", 0, &[("active", from, None)]);
    let person = colleague(draft, "coordination-officer", 0);
    let to = AS_OF.plus(-rng.range(1, 90));
    let span = (AS_OF.plus(-250), Some(to));
    let record = seat(draft, &id, &person, "member", span);
    draft.expect("representation-expired", "warning", record, "/to");
    draft.because(&["active-platform-unrepresented"]);
    true
}

/// `meeting-cadence-gap`: a group that meets every month has no meeting on record.
pub(super) fn cadence(draft: &mut Draft, rng: &mut Rng) -> bool {
    let from = AS_OF.plus(-rng.range(100, 340));
    let (id, record) = platform(draft, "working-group", 0, &[("active", from, None)]);
    let cadence = *rng.pick(&["P1M", "P4W", "P30D"]);
    draft.body(record).set("cadence", cadence);
    let person = colleague(draft, "coordination-officer", 0);
    seat(draft, &id, &person, "member", (from, None));
    draft.expect("meeting-cadence-gap", "warning", record, "/cadence");
    true
}
