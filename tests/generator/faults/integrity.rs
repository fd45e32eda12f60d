//! Identity, intervals, exclusive posts, chains of parents.

use super::{some, some_person, some_platform, some_record};
use crate::generator::day::Day;
use crate::generator::draft::{Draft, Record};
use crate::generator::json::Json;
use crate::generator::mission::moment;
use crate::generator::plan::AS_OF;
use crate::generator::rng::Rng;

/// `duplicate-id`: a record is written twice, the second time with the same or with other content.
pub(super) fn duplicate(draft: &mut Draft, rng: &mut Rng) -> bool {
    let kind = *rng.pick(&[
        "contact-log",
        "contact",
        "vacancy",
        "representation",
        "meeting",
    ]);
    let Some(record) = some_record(draft, rng, kind) else {
        return false;
    };
    let original = &draft.records[record];
    let is = |key: &str, value: &str| original.body.get(key).and_then(Json::as_text) == Some(value);
    // A note about a security meeting would be another fault.
    let is_security = is("platform", "smt") || is("platform", "asmt");
    if original.after.is_some() || is_security || is("role", "chief-of-mission") {
        return false;
    }
    let mut body = original.body.clone();
    let day = original.day;
    let severity = if rng.chance(40) {
        "warning"
    } else {
        body.set("note", "Copied from the file of the year before.");
        "error"
    };
    draft.claim_record(record);
    draft.records.push(Record {
        kind,
        body,
        day,
        after: Some(record),
        period: None,
    });
    let copy = draft.records.len() - 1;
    draft.claim_record(copy);
    draft.expect("duplicate-id", severity, copy, "/id");
    true
}

/// `interval-inverted`: the last day before the first.
pub(super) fn inverted(draft: &mut Draft, rng: &mut Rng) -> bool {
    let from = AS_OF.plus(-rng.range(200, 400));
    let to = from.plus(-rng.range(1, 60));
    match rng.below(7) {
        0 => {
            let Some(platform) = some_platform(draft, rng, &["working-group", "omt"]) else {
                return false;
            };
            let Some(person) = some_person(draft, rng, |person| !person.seated) else {
                return false;
            };
            draft.claim_record(draft.people[person].record);
            let body = Json::object()
                .with("id", draft.next_id("R"))
                .with("historic", true)
                .with("platform", &draft.platforms[platform].id)
                .with("person", &draft.people[person].id)
                .with("capacity", "observer");
            new_record(draft, "representation", body, from, to)
        }
        1 => {
            let body = Json::object()
                .with("id", draft.next_id("V"))
                .with("historic", true)
                .with("role", "finance-officer");
            new_record(draft, "vacancy", body, from, to)
        }
        2 => {
            let body = Json::object()
                .with("id", draft.next_id("K"))
                .with("historic", true)
                .with("role", "mcof-focal-point")
                .with("unit", "DHRR")
                .with("office", format!("ro-{}", draft.plan.country.region))
                .with("mailbox", "mcof@iom.int");
            new_record(draft, "contact", body, from, to)
        }
        3 => {
            if !draft.claim(&["scale-up".to_owned()]) {
                return false;
            }
            let entry = Json::object()
                .with("system", "l3-internal")
                .with("from", from)
                .with("to", to);
            let position = draft.body(0).list("scale_ups").push(entry);
            draft.expect(
                "interval-inverted",
                "error",
                0,
                format!("/scale_ups/{position}/to"),
            );
            true
        }
        4 => inverted_meeting(draft, rng),
        5 => inverted_stint(draft, rng, from, to),
        _ => {
            let Some(platform) = some_platform(
                draft,
                rng,
                &["working-group", "cluster", "refugee-coordination"],
            ) else {
                return false;
            };
            let record = draft.platforms[platform].record;
            if !draft.claim_record(record) {
                return false;
            }
            let entry = Json::object()
                .with("org", "UNDP")
                .with("capacity", "co-lead")
                .with("from", from)
                .with("to", to);
            let position = draft.body(record).list("lead_agencies").push(entry);
            draft.expect(
                "interval-inverted",
                "error",
                record,
                format!("/lead_agencies/{position}/to"),
            );
            true
        }
    }
}

fn new_record(draft: &mut Draft, kind: &'static str, body: Json, from: Day, to: Day) -> bool {
    let record = draft.add(kind, body.with("from", from).with("to", to));
    draft.claim_record(record);
    draft.expect("interval-inverted", "error", record, "/to");
    true
}

/// A meeting that ends before it starts: plainly, or because the offsets differ.
fn inverted_meeting(draft: &mut Draft, rng: &mut Rng) -> bool {
    // Open to everybody: no rule counts who attends.
    let Some(platform) = some_platform(draft, rng, &["general-coordination"]) else {
        return false;
    };
    let day = draft.plan.first.plus(rng.range(0, 27)).workday();
    let id = draft.platforms[platform].id.clone();
    if !draft.claim(&[format!("extra meeting of {id} on {day}")]) {
        return false;
    }
    let offset = draft.plan.offset;
    let (start, end) = if rng.chance(50) {
        (moment(day, 690, offset), moment(day, 600, offset))
    } else {
        (moment(day, 600, offset), moment(day, 660, offset + 120))
    };
    let body = Json::object()
        .with("id", format!("M-{id}-{}-x", day.digits()))
        .with("platform", id)
        .with("start", start)
        .with("end", end)
        .with("status", "held")
        .with("mode", "in-person")
        .with("attendance", Json::List(Vec::new()));
    let record = draft.add("meeting", body);
    draft.records[record].day = Some(day);
    draft.claim_record(record);
    draft.expect("interval-inverted", "error", record, "/end");
    true
}

fn inverted_stint(draft: &mut Draft, rng: &mut Rng, from: Day, to: Day) -> bool {
    let Some(person) = some_person(draft, rng, |person| {
        !person.seated && person.post_on(AS_OF).is_some()
    }) else {
        return false;
    };
    let record = draft.people[person].record;
    draft.claim_record(record);
    let programme = Json::object()
        .with("programme", &draft.programmes[0].id)
        .with("from", from)
        .with("to", to);
    let position = draft.body(record).list("programmes").push(programme);
    draft.expect(
        "interval-inverted",
        "error",
        record,
        format!("/programmes/{position}/to"),
    );
    true
}

/// `concurrent-office-holder`: a second holder for longer than a handover may take.
pub(super) fn two_holders(draft: &mut Draft, rng: &mut Rng) -> bool {
    let role = *rng.pick(&[
        "chief-of-mission",
        "resource-management-officer",
        "cluster-coordinator",
    ]);
    let held = (0..draft.people.len()).filter(|&person| {
        draft.people[person]
            .post_on(AS_OF)
            .is_some_and(|post| post.role == role)
    });
    let Some(holder) = some(held, rng) else {
        return false;
    };
    let post = draft.people[holder]
        .post_on(AS_OF)
        .map(|post| (post.office, post.cluster, post.from));
    let Some((office, cluster, since)) = post else {
        return false;
    };
    let from = AS_OF.plus(-rng.range(14, 45));
    let name = if role == "chief-of-mission" {
        "chief of mission"
    } else {
        role
    };
    if since >= from
        || !draft.claim(&[name.to_owned()])
        || !draft.claim_record(draft.people[holder].record)
    {
        return false;
    }
    let assignment = Json::object()
        .with("role", role)
        .with("kind", "staff")
        .with("duty_station", &draft.offices[office].id)
        .with_some("cluster", cluster.map(|cluster| [cluster]))
        .with("from", from);
    let body = Json::object()
        .with("id", draft.next_id("P-N"))
        .with("confirmed", AS_OF)
        .with("assignments", vec![assignment]);
    let record = draft.add("person", body);
    draft.claim_record(record);
    draft.expect(
        "concurrent-office-holder",
        "error",
        record,
        "/assignments/0/role",
    );
    true
}

/// `platform-parent-cycle`: platforms that are each other's parents, or one its own.
pub(super) fn cycle(draft: &mut Draft, rng: &mut Rng) -> bool {
    let groups = (0..draft.platforms.len()).filter(|&position| {
        let platform = &draft.platforms[position];
        platform.sort == "working-group" && draft.is_free(platform.record)
    });
    let mut groups: Vec<usize> = groups.collect();
    rng.shuffle(&mut groups);
    groups.truncate(1 + rng.below(3));
    let Some(smallest) = groups
        .iter()
        .copied()
        .min_by_key(|&group| draft.platforms[group].id.clone())
    else {
        return false;
    };
    for (position, &group) in groups.iter().enumerate() {
        let parent = groups[(position + 1) % groups.len()];
        let (record, parent) = (
            draft.platforms[group].record,
            draft.platforms[parent].id.clone(),
        );
        draft.claim_record(record);
        let link = draft.body(record).list("parents").push(parent);
        if group == smallest {
            draft.expect(
                "platform-parent-cycle",
                "error",
                record,
                format!("/parents/{link}"),
            );
        }
    }
    true
}
