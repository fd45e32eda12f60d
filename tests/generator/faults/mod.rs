//! Planting faults, each with exactly one finding to be expected.
//!
//! Faults never touch each other: every one takes the records, people and times it depends on, and none is planted
//! where something is taken already.

mod chairs;
mod clusters;
mod countries;
mod coverage;
mod form;
mod integrity;
mod mali;
mod meetings;
mod organization;
mod privacy;
mod programmes;
mod references;
mod seats;
mod security;
mod syntax;
mod timeliness;

use super::day::Day;
use super::draft::Draft;
use super::json::Json;
use super::plan::{AS_OF, Faults};
use super::rng::Rng;

/// Plants one fault if it can; otherwise leaves the mission as it was.
type Planter = fn(&mut Draft, &mut Rng) -> bool;

/// The faults against the rules, by rule, and those of form where no rule reads.
const POLICY: [Planter; 79] = [
    integrity::duplicate,
    references::dangling,
    references::wrong_kind,
    countries::unknown,
    countries::mismatch,
    countries::pcode,
    integrity::inverted,
    integrity::two_holders,
    meetings::outside_assignment,
    meetings::two_places,
    meetings::outside_lifetime,
    meetings::future,
    integrity::cycle,
    meetings::without_seat,
    security::absent,
    security::observer_only,
    security::delegate,
    security::vacant,
    clusters::mismatch,
    clusters::unsuitable,
    clusters::attendance,
    clusters::double_hat,
    clusters::without_coordinator,
    clusters::uncovered,
    seats::smt_chief,
    seats::smt_officer,
    seats::hct_alternate,
    seats::hct_coordinator,
    seats::hct_level,
    seats::iccg_absent,
    seats::iccg_other,
    seats::omt,
    seats::pmt,
    seats::unct,
    chairs::smt,
    chairs::hct,
    chairs::unct,
    chairs::iccg,
    chairs::parent,
    chairs::alias,
    chairs::refugee_context,
    chairs::merged_cluster,
    coverage::unrepresented,
    coverage::disengaged,
    coverage::sector,
    coverage::status,
    coverage::contact_missing,
    coverage::contact_stale,
    coverage::subnational,
    coverage::elsewhere,
    coverage::expired,
    coverage::cadence,
    programmes::cross_cutting,
    programmes::sector_missing,
    programmes::sector_of_old,
    programmes::old_strategy,
    programmes::unknown_objective,
    programmes::old_framework,
    organization::old_unit,
    organization::acronym,
    organization::office_kind,
    organization::regional_office,
    organization::specialist,
    organization::scale_up,
    timeliness::late,
    timeliness::period,
    timeliness::before_policies,
    timeliness::stale,
    privacy::contact_detail,
    privacy::retention,
    privacy::security_text,
    form::unread,
    references::dangling,
    form::unread,
    countries::mismatch,
    form::unread,
    meetings::outside_assignment,
    meetings::outside_lifetime,
    timeliness::stale,
];

/// The faults that there can be only in Mali.
const IN_MALI: [Planter; 3] = [mali::early, mali::composition, mali::member];

/// The faults of form.
const FORM: [Planter; 10] = [
    syntax::broken_file,
    form::anywhere,
    syntax::encoding,
    form::anywhere,
    form::anywhere,
    form::unread,
    syntax::misfit,
    form::anywhere,
    form::anywhere,
    form::unread,
];

/// Plants so many faults, or as many as there is room for.
pub(crate) fn plant(draft: &mut Draft, wanted: usize, rng: &mut Rng) {
    let mut planters = match draft.plan.faults {
        Faults::Policy => POLICY.to_vec(),
        Faults::Form => FORM.to_vec(),
    };
    reserve(draft);
    rng.shuffle(&mut planters);
    if draft.plan.faults == Faults::Policy && draft.plan.is_in_mali() {
        planters.splice(0..0, IN_MALI);
    }
    let mut planted = 0;
    let mut failures = 0;
    for planter in planters.into_iter().cycle() {
        if planted == wanted || failures > 2 * POLICY.len() {
            break;
        }
        if planter(draft, rng) {
            planted += 1;
            failures = 0;
        } else {
            failures += 1;
        }
    }
}

/// Keeps out of reach what other missions rely on.
fn reserve(draft: &mut Draft) {
    let lent = draft.plan.lends_chief;
    let relied_on = |id: &str| id == super::mission::ROSTER || (lent && id == "P-01");
    let records: Vec<usize> = draft
        .people
        .iter()
        .filter(|person| relied_on(&person.id))
        .map(|person| person.record)
        .collect();
    for record in records {
        draft.claim_record(record);
    }
    if lent {
        draft.claim(&["chief of mission".to_owned()]);
    }
}

/// A person's record that is free and fits, at random.
fn some_person(
    draft: &Draft,
    rng: &mut Rng,
    fits: impl Fn(&super::draft::Person) -> bool,
) -> Option<usize> {
    let fitting = (0..draft.people.len()).filter(|&position| {
        let person = &draft.people[position];
        draft.is_free(person.record) && fits(person)
    });
    some(fitting, rng)
}

/// A free record of a kind, at random. Copies and records of other faults are not free.
fn some_record(draft: &Draft, rng: &mut Rng, kind: &str) -> Option<usize> {
    let fitting = (0..draft.records.len())
        .filter(|&record| draft.records[record].kind == kind && draft.is_free(record));
    some(fitting, rng)
}

/// A free meeting that took place and fits, at random.
fn some_meeting(
    draft: &Draft,
    rng: &mut Rng,
    fits: impl Fn(&super::draft::Meeting) -> bool,
) -> Option<usize> {
    let fitting = (0..draft.meetings.len()).filter(|&position| {
        let meeting = &draft.meetings[position];
        meeting.held && draft.is_free(meeting.record) && fits(meeting)
    });
    some(fitting, rng)
}

/// An active platform of a type, at random.
fn some_platform(draft: &Draft, rng: &mut Rng, sorts: &[&str]) -> Option<usize> {
    let fitting = (0..draft.platforms.len()).filter(|&position| {
        let platform = &draft.platforms[position];
        sorts.contains(&platform.sort)
            && platform.office == 0
            && platform.stages.len() == 1
            && platform.rhythm > 0
    });
    some(fitting, rng)
}

fn some(candidates: impl Iterator<Item = usize>, rng: &mut Rng) -> Option<usize> {
    let list: Vec<usize> = candidates.collect();
    (!list.is_empty()).then(|| *rng.pick(&list))
}

/// A new colleague in an office since years, who has no seat and attends nothing. Gives the id.
fn colleague(draft: &mut Draft, role: &'static str, office: usize) -> String {
    let id = draft.next_id("P-N");
    let post = Json::object()
        .with("role", role)
        .with("kind", "staff")
        .with("duty_station", &draft.offices[office].id)
        .with("from", Day::new(2019, 3, 1));
    let body = Json::object()
        .with("id", &id)
        .with("confirmed", AS_OF.plus(-3))
        .with("assignments", vec![post]);
    let record = draft.add("person", body);
    draft.claim_record(record);
    id
}

/// A new representation that is not over, unless a last day is given. Gives its record.
fn seat(
    draft: &mut Draft,
    platform: &str,
    person: &str,
    capacity: &'static str,
    (from, to): (Day, Option<Day>),
) -> usize {
    let body = Json::object()
        .with("id", draft.next_id("R"))
        .with("confirmed", AS_OF.plus(-5))
        .with("platform", platform.to_owned())
        .with("person", person.to_owned())
        .with("capacity", capacity)
        .with("from", from)
        .with_some("to", to);
    let record = draft.add("representation", body);
    draft.claim_record(record);
    record
}

/// A new platform at an office with its life, on which nobody sits and which holds no meetings. Gives id and record.
fn platform(
    draft: &mut Draft,
    sort: &'static str,
    office: usize,
    stages: &[(&'static str, Day, Option<Day>)],
) -> (String, usize) {
    let id = draft.next_id(if sort == "cluster" { "cl" } else { "body" });
    let level = if office == 0 {
        "national"
    } else {
        "subnational"
    };
    let stages = stages.iter().map(|(value, from, to)| {
        Json::object()
            .with("value", *value)
            .with("from", *from)
            .with_some("to", *to)
    });
    let body = Json::object()
        .with("id", &id)
        .with("confirmed", AS_OF.plus(-7))
        .with("types", [sort])
        .with("level", level)
        .with("place", &draft.offices[office].id)
        .with("status", stages.collect::<Vec<_>>());
    let record = draft.add("platform", body);
    draft.claim_record(record);
    (id, record)
}

/// The record of a platform, if the mission has it and no other fault is there.
fn free_platform(draft: &Draft, id: &str) -> Option<usize> {
    let record = draft.platforms[draft.platform(id)?].record;
    draft.is_free(record).then_some(record)
}

/// A staffed office outside the capital, at random.
fn some_hub(draft: &Draft, rng: &mut Rng) -> Option<usize> {
    some(
        (1..draft.offices.len()).filter(|office| draft.offices[*office].staffed),
        rng,
    )
}
