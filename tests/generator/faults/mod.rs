//! Planting faults, each with exactly one finding to be expected.
//!
//! Faults never touch each other: every one takes the records, people and times it depends on, and none is planted
//! where something is taken already.

mod clusters;
mod countries;
mod form;
mod integrity;
mod meetings;
mod references;
mod security;
mod syntax;

use super::draft::Draft;
use super::plan::Faults;
use super::rng::Rng;

/// Plants one fault if it can; otherwise leaves the mission as it was.
type Planter = fn(&mut Draft, &mut Rng) -> bool;

/// The faults against the rules, by rule, and those of form where no rule reads.
const POLICY: [Planter; 26] = [
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
    form::unread,
    references::dangling,
    form::unread,
    countries::mismatch,
    form::unread,
    meetings::outside_assignment,
];

/// The faults of form.
const FORM: [Planter; 8] = [
    syntax::broken_file,
    form::anywhere,
    form::anywhere,
    form::anywhere,
    form::unread,
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
