//! What a bundle needs of other missions.

use std::collections::BTreeMap;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::lookup::parted;
use super::{Bundle, Lookup, Target};
use crate::document::{Blocked, Kind, Marked, Obstacle, Read};
use crate::finding::Place;
use crate::record::{Contact, Person, Platform, Programme};

/// The target of a reference into another mission.
#[derive(Debug, Clone)]
pub enum Guest<'t> {
    /// A person, with posts and programmes.
    Person(Box<Person<'t>>),
    /// A platform.
    Platform(Box<Platform<'t>>),
    /// Something else that exists.
    Other,
}

/// Targets of a bundle's references into other missions.
#[derive(Debug, Default)]
pub struct Guests<'t> {
    targets: FxHashMap<(Target, &'t str), Lookup<Guest<'t>>>,
    /// Programmes of other missions that persons work for, by mission and id.
    programmes: FxHashMap<(&'t str, &'t str), Lookup<Programme<'t>>>,
    /// The mission whose chief of mission covers this one; none where no other does or it is not in the run.
    covering: Option<Covering<'t>>,
    /// Contacts that belong to no mission.
    regional: Arc<Regional<'t>>,
}

/// Contacts that belong to no mission: those of regional offices and headquarters.
#[derive(Debug)]
pub struct Regional<'t> {
    /// The contacts, in order of path and text.
    pub contacts: Vec<Contact<'t>>,
    /// An obstacle if there may be contacts that could not be read.
    pub complete: Read<()>,
}

impl Default for Regional<'_> {
    fn default() -> Self {
        Self {
            contacts: Vec::new(),
            complete: Ok(()),
        }
    }
}

impl<'t> Regional<'t> {
    /// Those of the bundle [`GLOBAL`](super::GLOBAL).
    pub fn of(global: &Bundle<'t>) -> Self {
        Self {
            contacts: global.contacts.clone(),
            complete: global.nothing_unread(Kind::Contact),
        }
    }
}

/// Who may be chief of mission in another mission.
#[derive(Debug)]
pub(crate) struct Covering<'t> {
    /// Persons who hold or held the post, and those whose posts cannot be read.
    pub(crate) people: Vec<Person<'t>>,
    /// An obstacle if there may be persons that could not be read.
    pub(crate) unread: Read<()>,
}

impl<'t> Guests<'t> {
    /// Contacts that belong to no mission.
    pub fn regional(&self) -> &Regional<'t> {
        &self.regional
    }

    /// Where a reference into another mission leads.
    pub fn get(&self, target: Target, reference: Marked<&'t str>) -> Lookup<&Guest<'t>> {
        match self.targets.get(&(target, reference.value)) {
            Some(found) => found.as_ref(),
            None => Lookup::Unknown(Blocked {
                place: reference.place,
                obstacle: Obstacle::MissionNotInRun,
            }),
        }
    }

    /// The programme of another mission; `place` is where it is named.
    pub(crate) fn programme(
        &self,
        mission: &'t str,
        id: &'t str,
        place: Place,
    ) -> Lookup<&Programme<'t>> {
        match self.programmes.get(&(mission, id)) {
            Some(found) => found.as_ref(),
            None => Lookup::Unknown(Blocked {
                place,
                obstacle: Obstacle::MissionNotInRun,
            }),
        }
    }

    /// The covering mission; an obstacle at `place`, which names it, where it is not part of the run.
    pub(crate) fn covering(&self, place: Place) -> Read<&Covering<'t>> {
        self.covering.as_ref().ok_or(Blocked {
            place,
            obstacle: Obstacle::MissionNotInRun,
        })
    }
}

/// Finds for every bundle what it needs of the others.
pub(crate) fn invite<'t>(bundles: &BTreeMap<&'t str, Bundle<'t>>) -> BTreeMap<&'t str, Guests<'t>> {
    bundles
        .iter()
        .map(|(id, bundle)| (*id, guests_of(bundle, bundles)))
        .collect()
}

fn guests_of<'t>(bundle: &Bundle<'t>, bundles: &BTreeMap<&'t str, Bundle<'t>>) -> Guests<'t> {
    let mut guests = Guests::default();
    bundle.each_reference(&mut |target, reference| {
        let Ok(reference) = reference else { return };
        if let Some((mission, id)) = parted(reference.value)
            && let Some(home) = bundles.get(mission)
        {
            let found = find_guest(
                home,
                target,
                Marked {
                    value: id,
                    place: reference.place,
                },
            );
            if let Lookup::Found(Guest::Person(person)) = &found {
                add_programmes(&mut guests, bundle, mission, person, bundles);
            }
            guests.targets.insert((target, reference.value), found);
        }
    });
    for person in &bundle.people {
        add_programmes(&mut guests, bundle, bundle.id, person, bundles);
    }
    guests.covering = covering_of(bundle, bundles);
    guests
}

/// Adds the programmes outside the bundle that a person of mission `home` works for.
fn add_programmes<'t>(
    guests: &mut Guests<'t>,
    bundle: &Bundle<'t>,
    home: &'t str,
    person: &Person<'t>,
    bundles: &BTreeMap<&'t str, Bundle<'t>>,
) {
    for stint in person.programmes.iter().flatten() {
        let Ok(reference) = stint.programme else {
            continue;
        };
        let (mission, id) = reference
            .value
            .split_once('/')
            .unwrap_or((home, reference.value));
        if mission != bundle.id
            && let Some(other) = bundles.get(mission)
        {
            let found = other.find(
                Target::Record(Kind::Programme),
                Marked {
                    value: id,
                    place: reference.place,
                },
            );
            guests
                .programmes
                .insert((mission, id), found.map(|at| other.programmes[at].clone()));
        }
    }
}

fn covering_of<'t>(
    bundle: &Bundle<'t>,
    bundles: &BTreeMap<&'t str, Bundle<'t>>,
) -> Option<Covering<'t>> {
    let covered_by = bundle.missions.first()?.covered_by.ok()??;
    let home = bundles.get(covered_by.value)?;
    let people = home
        .people
        .iter()
        .filter(|person| Bundle::may_be_chief(person))
        .cloned()
        .collect();
    Some(Covering {
        people,
        unread: home.nothing_unread(Kind::Person),
    })
}

fn find_guest<'t>(
    home: &Bundle<'t>,
    target: Target,
    reference: Marked<&'t str>,
) -> Lookup<Guest<'t>> {
    home.find(target, reference).map(|at| match target {
        Target::Record(Kind::Person) => Guest::Person(Box::new(home.people[at].clone())),
        Target::Record(Kind::Platform) => Guest::Platform(Box::new(home.platforms[at].clone())),
        _ => Guest::Other,
    })
}

impl<'t> Bundle<'t> {
    /// Fills in the guests of all bundles; `regional` are the contacts of no mission, whether or not their bundle is
    /// among these.
    pub fn introduce(bundles: &mut BTreeMap<&'t str, Bundle<'t>>, regional: &Arc<Regional<'t>>) {
        for (id, guests) in invite(bundles) {
            if let Some(bundle) = bundles.get_mut(id) {
                bundle.guests = Guests {
                    regional: Arc::clone(regional),
                    ..guests
                };
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{bundle, document};
    use super::*;

    #[test]
    fn every_bundle_knows_the_contacts_of_no_mission() {
        let regional = [document(
            r#"{"kind": "contact", "id": "rts-dakar", "office": "ro-dakar"}"#,
        )];
        let regional = Arc::new(Regional::of(&bundle(&regional)));
        let records = [document(
            r#"{"kind": "contact", "id": "K-1", "mission": "mli", "office": "ro-nairobi"}"#,
        )];
        let mut bundles = BTreeMap::from([("mli", bundle(&records))]);
        Bundle::introduce(&mut bundles, &regional);
        let guests = &bundles["mli"].guests;
        let offices = |contacts: &[Contact<'_>]| {
            let offices = contacts.iter().map(|contact| contact.office.unwrap().value);
            offices.map(str::to_owned).collect::<Vec<_>>()
        };
        assert_eq!(offices(&guests.regional().contacts), ["ro-dakar"]);
        assert_eq!(offices(&bundles["mli"].contacts), ["ro-nairobi"]);
        assert_eq!(guests.regional().complete, Ok(()));
    }
}
