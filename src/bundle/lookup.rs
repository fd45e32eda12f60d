//! Following references.

use super::{Bundle, Guest, Key, Target};
use crate::document::{Blocked, Kind, Marked, Obstacle, Read};
use crate::finding::Place;
use crate::record::{Office, Person, Platform, Programme};

/// Where a reference leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lookup<T> {
    /// To what it should.
    Found(T),
    /// To something of another kind: its kind and its id's place.
    WrongKind(Target, Place),
    /// Nowhere.
    Missing,
    /// That cannot be told.
    Unknown(Blocked),
}

impl<T> Lookup<T> {
    /// What was found; otherwise a check is blocked by the reference at `from` (or by what could not be told).
    pub fn read(self, from: Place) -> Read<T> {
        match self {
            Self::Found(found) => Ok(found),
            Self::Unknown(blocked) => Err(blocked),
            Self::WrongKind(..) | Self::Missing => Err(Blocked {
                place: from,
                obstacle: Obstacle::Reference,
            }),
        }
    }

    pub(super) fn as_ref(&self) -> Lookup<&T> {
        match self {
            Self::Found(found) => Lookup::Found(found),
            Self::WrongKind(target, place) => Lookup::WrongKind(*target, *place),
            Self::Missing => Lookup::Missing,
            Self::Unknown(blocked) => Lookup::Unknown(*blocked),
        }
    }

    pub(super) fn map<U>(self, change: impl FnOnce(T) -> U) -> Lookup<U> {
        match self {
            Self::Found(found) => Lookup::Found(change(found)),
            Self::WrongKind(target, place) => Lookup::WrongKind(target, place),
            Self::Missing => Lookup::Missing,
            Self::Unknown(blocked) => Lookup::Unknown(blocked),
        }
    }
}

impl<'t> Bundle<'t> {
    /// A reference as it is written within the mission: without the mission's own id in front.
    pub fn plain<'r>(&self, reference: &'r str) -> &'r str {
        match parted(reference) {
            Some((mission, id)) if mission == self.id => id,
            _ => reference,
        }
    }

    /// Whether a reference leads into another mission.
    pub fn is_foreign(&self, reference: &str) -> bool {
        parted(reference)
            .is_some_and(|(mission, id)| mission != self.id || id.as_bytes().contains(&b'/'))
    }

    /// The person a reference leads to, of this mission or a guest.
    pub fn person(&self, reference: Marked<&'t str>) -> Read<&Person<'t>> {
        if self.is_foreign(reference.value) {
            return match self.guests.get(Target::Record(Kind::Person), reference) {
                Lookup::Found(Guest::Person(person)) => Ok(person),
                other => other.read(reference.place).and(Err(blocked_by(reference))),
            };
        }
        self.find(Target::Record(Kind::Person), reference)
            .map(|at| &self.people[at])
            .read(reference.place)
    }

    /// The platform a reference leads to, of this mission or a guest.
    pub fn platform(&self, reference: Marked<&'t str>) -> Read<&Platform<'t>> {
        if self.is_foreign(reference.value) {
            return match self.guests.get(Target::Record(Kind::Platform), reference) {
                Lookup::Found(Guest::Platform(platform)) => Ok(platform),
                other => other.read(reference.place).and(Err(blocked_by(reference))),
            };
        }
        self.find(Target::Record(Kind::Platform), reference)
            .map(|at| &self.platforms[at])
            .read(reference.place)
    }

    /// The programme of this mission a reference leads to.
    pub fn programme(&self, reference: Marked<&'t str>) -> Read<&Programme<'t>> {
        self.find(Target::Record(Kind::Programme), reference)
            .map(|at| &self.programmes[at])
            .read(reference.place)
    }

    /// The programme that a reference in a record of mission `home` leads to, of this mission or a guest.
    pub fn programme_from(
        &self,
        home: &'t str,
        reference: Marked<&'t str>,
    ) -> Read<&Programme<'t>> {
        let (mission, id) = reference
            .value
            .split_once('/')
            .unwrap_or((home, reference.value));
        if mission == self.id {
            return self.programme(Marked {
                value: id,
                ..reference
            });
        }
        self.guests
            .programme(mission, id, reference.place)
            .read(reference.place)
    }

    /// The office of this mission a reference leads to.
    pub fn office_of(&self, reference: Marked<&'t str>) -> Read<&Office<'t>> {
        let offices = self.offices()?;
        self.find(Target::Office, reference)
            .map(|at| &offices[at])
            .read(reference.place)
    }

    /// Whether a reference, of this mission or into another, leads to what it should.
    pub fn follow(&self, target: Target, reference: Marked<&'t str>) -> Lookup<()> {
        if self.is_foreign(reference.value) {
            return self.guests.get(target, reference).map(|_| ());
        }
        self.find(target, reference).map(|_| ())
    }

    /// Position of the target of a reference without mission in the list of its kind.
    pub(super) fn find(&self, target: Target, reference: Marked<&'t str>) -> Lookup<usize> {
        let id = self.plain(reference.value);
        let position = match target {
            Target::Record(kind) => self
                .index
                .by_id
                .get(&Key(kind, id))
                .map(|entry| entry.position),
            Target::Office => self.index.offices.get(id).copied(),
        };
        if let Some(position) = position {
            return Lookup::Found(position);
        }
        // What could not be read may be of the right kind.
        if let Err(blocked) = self.may_be_unread(target) {
            return Lookup::Unknown(blocked);
        }
        match self.other_kind(target, id) {
            Some((other, place)) => Lookup::WrongKind(other, place),
            // Where none was given, each reference leading nowhere would say the same.
            None if !self.has_any(target) => Lookup::Unknown(Blocked {
                place: reference.place,
                obstacle: Obstacle::NotGiven,
            }),
            None => Lookup::Missing,
        }
    }

    /// What stands in the way where a reference leads to no record of a kind.
    pub(super) fn obstacle_of_missing(&self, kind: Kind) -> Obstacle {
        if self.has_any(Target::Record(kind)) {
            Obstacle::Reference
        } else {
            Obstacle::NotGiven
        }
    }

    /// Whether anything was given that a reference of this kind may lead to.
    fn has_any(&self, target: Target) -> bool {
        match target {
            Target::Record(Kind::Person) => !self.people.is_empty(),
            Target::Record(Kind::Platform) => !self.platforms.is_empty(),
            Target::Record(Kind::Programme) => !self.programmes.is_empty(),
            // Nothing leads to the others.
            Target::Record(_) => true,
            Target::Office => !self.missions.is_empty(),
        }
    }

    fn may_be_unread(&self, target: Target) -> Read<()> {
        match target {
            Target::Record(kind) => self.nothing_unread(kind),
            Target::Office => match self.mission()? {
                None => Ok(()),
                Some(mission) => mission
                    .offices
                    .as_ref()
                    .map_err(|blocked| *blocked)?
                    .iter()
                    .try_for_each(|office| office.id.map(|_| ())),
            },
        }
    }

    /// Something of another kind with that id.
    fn other_kind(&self, target: Target, id: &str) -> Option<(Target, Place)> {
        let mut records = Kind::ALL
            .into_iter()
            .filter(|&kind| Target::Record(kind) != target);
        let record = records.find_map(|kind| {
            Some((
                Target::Record(kind),
                self.index.by_id.get(&Key(kind, id))?.id_place,
            ))
        });
        record.or_else(|| {
            let office = self.office(id).filter(|_| target != Target::Office)?;
            Some((Target::Office, office.id.ok()?.place))
        })
    }

    /// The place of the id of the first record with a kind and an id.
    pub fn first_id(&self, kind: Kind, id: &str) -> Option<Place> {
        let entry = self.index.by_id.get(&Key(kind, id))?;
        Some(entry.id_place)
    }

    /// Ids of all records of a kind (or of offices), with their places, in order of the id.
    pub fn ids_of(&self, target: Target) -> Vec<(&'t str, Place)> {
        let mut ids: Vec<(&'t str, Place)> = match target {
            Target::Record(kind) => {
                let entries = self.heads.iter().filter(|head| head.kind == kind);
                entries
                    .filter_map(|head| head.id.ok())
                    .map(|id| (id.value, id.place))
                    .collect()
            }
            Target::Office => {
                let offices = self.offices().unwrap_or_default().iter();
                offices
                    .filter_map(|office| office.id.ok())
                    .map(|id| (id.value, id.place))
                    .collect()
            }
        };
        ids.sort_unstable();
        ids.dedup_by_key(|(id, _)| *id);
        ids
    }
}

/// The mission and the id of a reference that has both. Ids are short: a plain loop tells soonest that there is no
/// slash.
pub(super) fn parted(reference: &str) -> Option<(&str, &str)> {
    let slash = reference.bytes().position(|byte| byte == b'/')?;
    Some((&reference[..slash], &reference[slash + 1..]))
}

fn blocked_by(reference: Marked<&str>) -> Blocked {
    Blocked {
        place: reference.place,
        obstacle: Obstacle::Reference,
    }
}
