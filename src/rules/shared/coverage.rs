//! Where the organization should be, and whether it is.

use super::standing::is_standing;
use super::{all, any};
use crate::bundle::Bundle;
use crate::calendar::Day;
use crate::document::{Marked, Read};
use crate::record::{Platform, Representation};
use crate::rules::Judge;

/// Judges each standing platform that passes a test, while the policy is in force.
pub(in crate::rules) fn judge_each<'b, 't>(
    bundle: &'b Bundle<'t>,
    judge: &mut Judge<'_>,
    applies: impl Fn(&Judge<'_>, &'b Platform<'t>) -> Read<bool>,
    mut check: impl FnMut(&mut Judge<'_>, &'b Platform<'t>) -> Read<()>,
) {
    if !judge.in_force(judge.as_of()) {
        return;
    }
    for platform in &bundle.platforms {
        let stands = all([is_standing(judge, platform), applies(judge, platform)]);
        judge.consider(
            platform.head.place(),
            stands.map(|stands| stands.then_some(())),
            |judge, ()| check(judge, platform),
        );
    }
}

/// Whether a seat speaks for the organization: observers do not.
pub(in crate::rules) fn is_voice(seat: &Representation<'_>) -> Read<bool> {
    let capacity = seat.capacity?.value;
    Ok(matches!(capacity, "member" | "alternate" | "coordinator"))
}

/// Whether anybody has a seat on a platform on a day.
pub(in crate::rules) fn has_seat(
    bundle: &Bundle<'_>,
    platform: &Platform<'_>,
    day: Day,
) -> Read<bool> {
    has(bundle, platform, day, |_| Ok(true))
}

/// Whether anybody speaks for the organization on a platform on a day.
pub(in crate::rules) fn has_voice(
    bundle: &Bundle<'_>,
    platform: &Platform<'_>,
    day: Day,
) -> Read<bool> {
    has(bundle, platform, day, is_voice)
}

/// Whether a seat on a platform on a day passes a test. One that does ends the search.
pub(in crate::rules) fn has<'t>(
    bundle: &Bundle<'t>,
    platform: &Platform<'t>,
    day: Day,
    test: impl Fn(&Representation<'t>) -> Read<bool>,
) -> Read<bool> {
    let seats = bundle.seats_of(platform.head.id?.value);
    let found = any(seats.on(day).map(test));
    any([found, seats.complete(day, day).map(|()| false)])
}

/// The codes of a platform's clusters as written.
pub(in crate::rules) fn codes_of(platform: &Platform<'_>) -> Read<Vec<String>> {
    let codes = crate::document::entries(&platform.clusters);
    codes.map(|code| Ok((*code?)?.value.to_owned())).collect()
}

/// A person as references of this mission name it.
pub(in crate::rules) fn plain_person<'t>(
    bundle: &Bundle<'t>,
    seat: &Representation<'t>,
) -> Read<Marked<&'t str>> {
    let person = seat.person?;
    Ok(Marked {
        value: bundle.plain(person.value),
        ..person
    })
}
