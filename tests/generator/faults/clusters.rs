//! Who represents IOM in clusters.

use super::{some, some_meeting, some_person};
use crate::generator::day::Day;
use crate::generator::draft::{Draft, Person};
use crate::generator::json::Json;
use crate::generator::mission::row_json;
use crate::generator::plan::AS_OF;
use crate::generator::rng::Rng;

/// `cluster-staff-mismatch`: somebody whose programmes belong to other clusters, or to none.
pub(super) fn mismatch(draft: &mut Draft, rng: &mut Rng) -> bool {
    let Some((platform, cluster)) = some_cluster(draft, rng) else {
        return false;
    };
    let fits = |person: &Person| {
        let elsewhere = person
            .programmes
            .iter()
            .all(|&programme| draft.programmes[programme].cluster != Some(cluster));
        let post = person.post_on(AS_OF);
        let settled = post.is_some_and(|post| {
            post.to.is_none() && post.from < AS_OF.plus(-130) && post.office == 0
        });
        let coordinates = post.is_some_and(|post| post.role.starts_with("cluster-"));
        elsewhere && settled && !coordinates
    };
    let Some(person) = some_person(draft, rng, fits) else {
        return false;
    };
    let somebody = &draft.people[person];
    let (id, home) = (somebody.id.clone(), somebody.record);
    let areas = somebody
        .programmes
        .iter()
        .map(|&programme| draft.programmes[programme].cluster);
    // An area without a cluster is in no confirmed row.
    let severity = if areas.flatten().count() < somebody.programmes.len() {
        "warning"
    } else {
        "error"
    };
    if !adds_voice(draft, platform) || !draft.claim(&[format!("{id} in {platform}")]) {
        return false;
    }
    draft.claim_record(home);
    let cover = rng
        .chance(20)
        .then(|| Json::object().with("reason", "Long sick leave of the officer."));
    let from = AS_OF.plus(-rng.range(50, 100));
    // As a cover it lasts more than thirty days.
    let to = (cover.is_some() || rng.chance(30)).then(|| from.plus(rng.range(30, 45)));
    let record = seat(draft, platform, &id, cover, (from, to));
    draft.expect("cluster-staff-mismatch", severity, record, "/person");
    true
}

/// `cluster-role-unsuitable`: the programme fits, the role does not.
pub(super) fn unsuitable(draft: &mut Draft, rng: &mut Rng) -> bool {
    let Some((platform, cluster)) = some_cluster(draft, rng) else {
        return false;
    };
    let programmes = (0..draft.programmes.len())
        .filter(|&programme| draft.programmes[programme].cluster == Some(cluster));
    let Some(programme) = some(programmes, rng) else {
        return false;
    };
    let unsuitable = [
        "administrative-officer",
        "finance-officer",
        "human-resources-officer",
        "procurement-officer",
        "emergency-coordinator",
        "liaison-officer",
        "other",
    ];
    let fits = |person: &Person| {
        let settled = person.post_on(AS_OF).is_some_and(|post| {
            post.to.is_none() && post.from < AS_OF.plus(-130) && unsuitable.contains(&post.role)
        });
        settled && !person.seated && person.programmes.is_empty()
    };
    let Some(person) = some_person(draft, rng, fits) else {
        return false;
    };
    if !adds_voice(draft, platform) {
        return false;
    }
    let (id, home) = (draft.people[person].id.clone(), draft.people[person].record);
    draft.claim_record(home);
    let stint = Json::object().with("programme", &draft.programmes[programme].id);
    draft.body(home).list("programmes").push(stint);
    let from = AS_OF.plus(-rng.range(20, 100));
    let record = seat(draft, platform, &id, None, (from, None));
    draft.expect("cluster-role-unsuitable", "warning", record, "/person");
    true
}

/// `cluster-attendance-mismatch`: somebody of another programme speaks for IOM at one meeting.
pub(super) fn attendance(draft: &mut Draft, rng: &mut Rng) -> bool {
    let without_seat = |person: &Person| !person.seated && !person.programmes.is_empty();
    let Some(person) = some_person(draft, rng, without_seat) else {
        return false;
    };
    let somebody = &draft.people[person];
    let clusters: Vec<Option<&str>> = somebody
        .programmes
        .iter()
        .map(|&programme| draft.programmes[programme].cluster)
        .collect();
    // By then all programmes had begun.
    let begun = Day::new(2024, 8, 1);
    let meeting = some_meeting(draft, rng, |meeting| {
        let cluster = draft.platforms[meeting.platform].cluster;
        cluster.is_some()
            && !clusters.contains(&cluster)
            && meeting.day >= begun
            && somebody.post_on(meeting.day).is_some()
    });
    let Some(meeting) = meeting else {
        return false;
    };
    let (id, home) = (somebody.id.clone(), somebody.record);
    let record = draft.meetings[meeting].record;
    // An area without a cluster is in no confirmed row.
    let severity = if clusters.contains(&None) {
        "advice"
    } else {
        "warning"
    };
    draft.claim_record(record);
    draft.claim_record(home);
    let capacity = *rng.pick(&["member", "alternate"]);
    let row = row_json(&id, capacity, "present");
    let position = draft.body(record).list("attendance").push(row);
    let pointer = format!("/attendance/{position}/person");
    draft.expect("cluster-attendance-mismatch", severity, record, pointer);
    true
}

/// `cluster-double-hat`: the coordinator takes the seat of the programmes, whose people only observe.
pub(super) fn double_hat(draft: &mut Draft, _: &mut Rng) -> bool {
    let Some(platform) = led_by_iom(draft) else {
        return false;
    };
    let coordinator = draft
        .seats
        .iter()
        .find(|seat| {
            seat.platform == platform && seat.capacity == "coordinator" && seat.covers(AS_OF)
        })
        .map(|seat| seat.person.clone());
    let Some(coordinator) = coordinator else {
        return false;
    };
    if !draft.is_free(draft.platforms[platform].record) || !silence(draft, platform) {
        return false;
    }
    let span = (AS_OF.plus(-70), None);
    let record = seat(draft, platform, &coordinator, None, span);
    draft.body(record).set("capacity", "member");
    draft.expect("cluster-double-hat", "advice", record, "/capacity");
    true
}

/// `cluster-lead-without-coordinator`: IOM co-leads a cluster besides, but nobody coordinates it.
pub(super) fn without_coordinator(draft: &mut Draft, rng: &mut Rng) -> bool {
    let Some(platform) = not_led_by_iom(draft, rng) else {
        return false;
    };
    let record = draft.platforms[platform].record;
    if !draft.claim_record(record) {
        return false;
    }
    let agency = Json::object()
        .with("org", "XM-DAC-47066")
        .with("capacity", *rng.pick(&["lead", "co-lead"]))
        .with("from", AS_OF.plus(-rng.range(40, 200)));
    draft.body(record).list("lead_agencies").push(agency);
    draft.expect("cluster-lead-without-coordinator", "warning", record, "/id");
    // Whoever does not exist cannot sit in the inter-cluster group.
    draft.because(&["iccg-coordinator-absent"]);
    true
}

/// `cluster-programme-uncovered`: all who spoke for IOM only observe.
pub(super) fn uncovered(draft: &mut Draft, rng: &mut Rng) -> bool {
    let Some(platform) = not_led_by_iom(draft, rng) else {
        return false;
    };
    let record = draft.platforms[platform].record;
    if !draft.is_free(record) || !silence(draft, platform) {
        return false;
    }
    draft.expect("cluster-programme-uncovered", "warning", record, "/id");
    true
}

/// Makes observers of all members and alternates of a national cluster and takes its record, if nothing else happens to
/// them.
fn silence(draft: &mut Draft, platform: usize) -> bool {
    let voices = draft.seats.iter().filter(|seat| {
        seat.platform == platform
            && seat.covers(AS_OF)
            && matches!(seat.capacity, "member" | "alternate")
    });
    let records: Vec<usize> = voices.map(|seat| seat.record).collect();
    let id = draft.platforms[platform].id.clone();
    if records.iter().any(|record| !draft.is_free(*record))
        || !draft.share(&format!("silence in {id}"), &format!("voice in {id}"))
    {
        return false;
    }
    draft.claim_record(draft.platforms[platform].record);
    for record in records {
        draft.claim_record(record);
        draft.body(record).set("capacity", "observer");
    }
    true
}

/// Whether another fault may add a seat in a cluster.
fn adds_voice(draft: &mut Draft, platform: usize) -> bool {
    let id = draft.platforms[platform].id.clone();
    draft.share(&format!("voice in {id}"), &format!("silence in {id}"))
}

/// The national cluster of the first programme.
pub(super) fn led_by_iom(draft: &Draft) -> Option<usize> {
    let first = draft.programmes[0].cluster?;
    draft
        .platforms
        .iter()
        .position(|platform| platform.cluster == Some(first) && platform.office == 0)
}

/// Another national cluster.
pub(super) fn not_led_by_iom(draft: &Draft, rng: &mut Rng) -> Option<usize> {
    let first = draft.programmes[0].cluster?;
    let others = (0..draft.platforms.len()).filter(|&platform| {
        let platform = &draft.platforms[platform];
        platform.office == 0 && platform.cluster.is_some_and(|cluster| cluster != first)
    });
    some(others, rng)
}

fn some_cluster(draft: &Draft, rng: &mut Rng) -> Option<(usize, &'static str)> {
    let clusters =
        (0..draft.platforms.len()).filter(|&platform| draft.platforms[platform].cluster.is_some());
    let platform = some(clusters, rng)?;
    Some((platform, draft.platforms[platform].cluster?))
}

fn seat(
    draft: &mut Draft,
    platform: usize,
    person: &str,
    cover: Option<Json>,
    (from, to): (Day, Option<Day>),
) -> usize {
    let ended = to.is_some_and(|to| to < AS_OF);
    let body = Json::object()
        .with("id", draft.next_id("R"))
        .with_some("historic", ended.then_some(true))
        .with_some("confirmed", (!ended).then(|| AS_OF.plus(-5)))
        .with("platform", &draft.platforms[platform].id)
        .with("person", person.to_owned())
        .with(
            "capacity",
            if to.is_some() { "alternate" } else { "member" },
        )
        .with_some("cover", cover)
        .with("from", from)
        .with_some("to", to);
    let record = draft.add("representation", body);
    draft.claim_record(record);
    record
}
