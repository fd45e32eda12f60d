//! What a bundle needs of other missions.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::{Bundle, Lookup, Target};
use crate::document::{Blocked, Kind, Marked, Obstacle, Read};
use crate::record::Person;

/// The target of a reference into another mission.
#[derive(Debug, Clone)]
pub enum Guest<'t> {
    /// A person, with posts and programmes.
    Person(Box<Person<'t>>),
    /// Something else that exists.
    Other,
}

/// Targets of a bundle's references into other missions.
#[derive(Debug, Default)]
pub struct Guests<'t> {
    targets: FxHashMap<(Target, &'t str), Lookup<Guest<'t>>>,
    /// People of the mission whose chief of mission covers this one; none where it has its own.
    covering: Option<Result<Vec<Person<'t>>, Obstacle>>,
}

impl<'t> Guests<'t> {
    /// Where a reference into another mission leads.
    pub fn get(&self, target: Target, reference: Marked<&'t str>) -> Lookup<&Guest<'t>> {
        match self.targets.get(&(target, reference.value)) {
            Some(Lookup::Found(guest)) => Lookup::Found(guest),
            Some(Lookup::WrongKind(target, place)) => Lookup::WrongKind(*target, *place),
            Some(Lookup::Missing) => Lookup::Missing,
            Some(Lookup::Unknown(blocked)) => Lookup::Unknown(*blocked),
            None => Lookup::Unknown(Blocked { place: reference.place, obstacle: Obstacle::MissionNotInRun }),
        }
    }

    /// People of the covering mission; an obstacle at `place` where it is not part of the run.
    pub(crate) fn covering(&self, blocked: impl Fn(Obstacle) -> Blocked) -> Read<&[Person<'t>]> {
        match &self.covering {
            None => Ok(&[]),
            Some(Ok(people)) => Ok(people),
            Some(Err(obstacle)) => Err(blocked(*obstacle)),
        }
    }
}

/// Finds for every bundle what it needs of the others.
pub(crate) fn invite<'t>(bundles: &BTreeMap<&'t str, Bundle<'t>>) -> BTreeMap<&'t str, Guests<'t>> {
    bundles.iter().map(|(id, bundle)| (*id, guests_of(bundle, bundles))).collect()
}

fn guests_of<'t>(bundle: &Bundle<'t>, bundles: &BTreeMap<&'t str, Bundle<'t>>) -> Guests<'t> {
    let mut guests = Guests::default();
    bundle.each_reference(&mut |target, reference| {
        let Ok(reference) = reference else { return };
        if let Some((mission, id)) = reference.value.split_once('/')
            && let Some(home) = bundles.get(mission)
        {
            let found = find_guest(home, target, Marked { value: id, place: reference.place });
            guests.targets.insert((target, reference.value), found);
        }
    });
    let covered_by = bundle.missions.first().and_then(|mission| mission.covered_by.ok().flatten());
    guests.covering = covered_by.map(|mission| match bundles.get(mission.value) {
        Some(home) => Ok(home.people.clone()),
        None => Err(Obstacle::MissionNotInRun),
    });
    guests
}

fn find_guest<'t>(home: &Bundle<'t>, target: Target, reference: Marked<&'t str>) -> Lookup<Guest<'t>> {
    match home.follow(target, reference) {
        Lookup::Found(()) if target == Target::Record(Kind::Person) => match home.person(reference) {
            Ok(person) => Lookup::Found(Guest::Person(Box::new(person.clone()))),
            Err(blocked) => Lookup::Unknown(blocked),
        },
        Lookup::Found(()) => Lookup::Found(Guest::Other),
        Lookup::WrongKind(target, place) => Lookup::WrongKind(target, place),
        Lookup::Missing => Lookup::Missing,
        Lookup::Unknown(blocked) => Lookup::Unknown(blocked),
    }
}

impl<'t> Bundle<'t> {
    /// Fills in the guests of all bundles.
    pub fn introduce(bundles: &mut BTreeMap<&'t str, Bundle<'t>>) {
        for (id, guests) in invite(bundles) {
            if let Some(bundle) = bundles.get_mut(id) {
                bundle.guests = guests;
            }
        }
    }
}
