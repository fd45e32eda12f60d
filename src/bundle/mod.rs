//! The mission bundle: all records of one mission, indexed. The unit of work and of distribution.
//!
//! Judging a bundle is a pure function of the bundle, the settings and the date of the run. What it needs of other
//! missions (a surge colleague, the chief of mission who covers it) is put into it as guests beforehand.

mod around;
mod class;
mod envelopes;
mod guests;
mod lookup;
mod meetings;
mod references;
mod roster;
#[cfg(test)]
pub(crate) mod testing;

use std::hash::{Hash, Hasher};
use std::sync::{Arc, Mutex};

use rustc_hash::FxHashMap;

use crate::document::{Blocked, Class, Document, Kind, Obstacle, Read, Slot};
use crate::finding::{DocumentId, Place};
use crate::record::{
    Contact, ContactLog, Designation, Head, Meeting, Mission, Office, Person, Platform, Programme,
    Representation, Vacancy,
};
use crate::reference::TypeNames;

pub use envelopes::{Envelope, Period};
pub use guests::{Guest, Guests, Regional};
pub use lookup::Lookup;
pub use references::Target;
pub(crate) use roster::CHIEF;
pub use roster::{Holder, Terms};

use around::Around;
use roster::Doubt;

/// Id of the bundle of records that belong to no mission.
pub const GLOBAL: &str = "global";

/// Something that may belong to the mission and could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unread {
    /// Where and why.
    pub blocked: Blocked,
    /// The kind of record it is, where that is known.
    pub kind: Option<Kind>,
}

/// All records of one mission. Lists are in order of path and text.
#[derive(Debug)]
pub struct Bundle<'t> {
    /// Id of the mission.
    pub id: &'t str,
    /// All documents of the run, by their ids.
    pub documents: &'t [Document],
    /// Heads of all records.
    pub heads: Vec<Head<'t>>,
    /// Its mission records: one, unless something is wrong.
    pub missions: Vec<Mission<'t>>,
    /// Its persons.
    pub people: Vec<Person<'t>>,
    /// Its programmes.
    pub programmes: Vec<Programme<'t>>,
    /// Its platforms.
    pub platforms: Vec<Platform<'t>>,
    /// Its seats on platforms.
    pub representations: Vec<Representation<'t>>,
    /// Who stands in for whom.
    pub designations: Vec<Designation<'t>>,
    /// Posts nobody holds.
    pub vacancies: Vec<Vacancy<'t>>,
    /// Its meetings.
    pub meetings: Vec<Meeting<'t>>,
    /// Contacts with conveners.
    pub contact_logs: Vec<ContactLog<'t>>,
    /// Functional contacts of the organization.
    pub contacts: Vec<Contact<'t>>,
    /// What may belong to it and could not be read.
    pub unread: Vec<Unread>,
    /// What it needs of other missions.
    pub guests: Guests<'t>,
    /// What types of platforms are called in it, besides the names of the tables.
    pub type_names: Arc<TypeNames>,
    index: Index<'t>,
    around: Around,
    /// The class asked for last: one record may have findings by the thousand, and keys as many.
    last_class: Mutex<Option<(Place, Class)>>,
}

/// Positions in the lists of a bundle.
#[derive(Debug, Default)]
struct Index<'t> {
    by_id: FxHashMap<Key<'t>, Entry>,
    offices: FxHashMap<&'t str, usize>,
    meetings_by_type: FxHashMap<&'static str, Vec<(usize, usize)>>,
    meetings_untold: Vec<(usize, Blocked)>,
    posts: FxHashMap<&'t str, Vec<(usize, usize)>>,
    posts_untold: Vec<Doubt>,
}

/// Kind and id of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Key<'t>(Kind, &'t str);

/// By the id alone: records of different kinds seldom have the same, and the kind takes longer to hash.
impl Hash for Key<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write(self.1.as_bytes());
    }
}

#[derive(Debug, Clone, Copy)]
struct Entry {
    position: usize,
    id_place: Place,
}

impl<'t> Bundle<'t> {
    /// Builds the bundle of mission `id`, where types of platforms have these names, from its slots, given in order of
    /// path and text.
    pub fn build(
        id: &'t str,
        documents: &'t [Document],
        slots: &[(DocumentId, Slot)],
        unread: Vec<Unread>,
        type_names: Arc<TypeNames>,
    ) -> Self {
        let mut index = Index::default();
        index.by_id.reserve(slots.len());
        let number_of = |kind| {
            let of_kind = slots.iter().filter(|(_, slot)| slot.kind == Some(kind));
            of_kind.count()
        };
        let mut bundle = Self {
            id,
            documents,
            heads: Vec::with_capacity(slots.len()),
            missions: Vec::new(),
            people: Vec::with_capacity(number_of(Kind::Person)),
            programmes: Vec::new(),
            platforms: Vec::new(),
            representations: Vec::with_capacity(number_of(Kind::Representation)),
            designations: Vec::new(),
            vacancies: Vec::new(),
            meetings: Vec::with_capacity(number_of(Kind::Meeting)),
            contact_logs: Vec::new(),
            contacts: Vec::new(),
            unread,
            guests: Guests::default(),
            type_names,
            index,
            around: Around::default(),
            last_class: Mutex::default(),
        };
        for (document, slot) in slots {
            bundle.add(&documents[document.0 as usize], slot);
        }
        bundle.index_offices();
        bundle.index_posts();
        bundle.index_meetings();
        bundle
    }

    fn add(&mut self, document: &'t Document, slot: &Slot) {
        let view = document.view(slot.node);
        let Some(kind) = slot.kind else {
            let told = view.optional("kind");
            let blocked = told.err().unwrap_or(view.blocked(Obstacle::Schema));
            self.unread.push(Unread {
                blocked,
                kind: None,
            });
            return;
        };
        let head = Head {
            envelope: slot.envelope,
            assumed: slot.assumed,
            ..Head::read(kind, slot.class, view)
        };
        self.heads.push(head);
        let position = self.push(head);
        match head.id {
            Ok(id) => {
                let entry = Entry {
                    position,
                    id_place: id.place,
                };
                let key = Key(kind, id.value);
                self.index.by_id.entry(key).or_insert(entry);
            }
            Err(blocked) => self.unread.push(Unread {
                blocked,
                kind: Some(kind),
            }),
        }
    }

    /// Reads the record into its list; gives its position there.
    fn push(&mut self, head: Head<'t>) -> usize {
        fn put<T>(list: &mut Vec<T>, item: T) -> usize {
            list.push(item);
            list.len() - 1
        }
        match head.kind {
            Kind::Mission => put(&mut self.missions, Mission::read(head)),
            Kind::Person => put(&mut self.people, Person::read(head)),
            Kind::Programme => put(&mut self.programmes, Programme::read(head)),
            Kind::Platform => put(&mut self.platforms, Platform::read(head, &self.type_names)),
            Kind::Representation => put(&mut self.representations, Representation::read(head)),
            Kind::Designation => put(&mut self.designations, Designation::read(head)),
            Kind::Vacancy => put(&mut self.vacancies, Vacancy::read(head)),
            Kind::Meeting => put(&mut self.meetings, Meeting::read(head)),
            Kind::ContactLog => put(&mut self.contact_logs, ContactLog::read(head)),
            Kind::Contact => put(&mut self.contacts, Contact::read(head)),
            Kind::Custom(_) => 0,
        }
    }

    fn index_offices(&mut self) {
        let Some(Ok(offices)) = self.missions.first().map(|mission| &mission.offices) else {
            return;
        };
        for (position, office) in offices.iter().enumerate() {
            if let Ok(id) = office.id {
                self.index.offices.entry(id.value).or_insert(position);
            }
        }
    }

    fn index_posts(&mut self) {
        for (at, person) in self.people.iter().enumerate() {
            match &person.assignments {
                Ok(assignments) => {
                    for (position, assignment) in assignments.iter().enumerate() {
                        match assignment.role {
                            Ok(role) => self
                                .index
                                .posts
                                .entry(role.value)
                                .or_default()
                                .push((at, position)),
                            Err(blocked) => {
                                let days = assignment.interval.ok().map(|dated| dated.interval);
                                self.index.posts_untold.push(Doubt { days, blocked });
                            }
                        }
                    }
                }
                Err(blocked) => self.index.posts_untold.push(Doubt {
                    days: None,
                    blocked: *blocked,
                }),
            }
        }
    }

    /// The mission's own record.
    pub fn mission(&self) -> Read<Option<&Mission<'t>>> {
        match self.missions.first() {
            Some(mission) => Ok(Some(mission)),
            None => self.nothing_unread(Kind::Mission).map(|()| None),
        }
    }

    /// The mission's offices; none without a mission record.
    pub fn offices(&self) -> Read<&[Office<'t>]> {
        match self.mission()? {
            Some(mission) => mission.offices.as_deref().map_err(|blocked| *blocked),
            None => Ok(&[]),
        }
    }

    /// The office of this mission with that id.
    pub fn office(&self, id: &str) -> Option<&Office<'t>> {
        let position = *self.index.offices.get(id)?;
        self.missions.first()?.offices.as_ref().ok()?.get(position)
    }

    /// An obstacle if something that may be a record of this kind could not be read: then "there is none" is not
    /// known.
    pub fn nothing_unread(&self, kind: Kind) -> Read<()> {
        match self
            .unread
            .iter()
            .find(|unread| unread.kind.is_none_or(|unread| unread == kind))
        {
            Some(unread) => Err(unread.blocked),
            None => Ok(()),
        }
    }

    /// The mission and the id that a reference names.
    pub fn home_of<'r>(&self, reference: &'r str) -> (&'r str, &'r str)
    where
        't: 'r,
    {
        reference.split_once('/').unwrap_or((self.id, reference))
    }

    /// Platforms that have a canonical type, and with an obstacle those of which that cannot be told.
    pub fn platforms_of_type(&self, kind: &str) -> impl Iterator<Item = (&Platform<'t>, Read<()>)> {
        self.platforms
            .iter()
            .filter_map(move |platform| match Self::is_of_type(platform, kind) {
                Ok(true) => Some((platform, Ok(()))),
                Ok(false) => None,
                Err(blocked) => Some((platform, Err(blocked))),
            })
    }

    /// Whether this is the bundle of records that belong to no mission.
    pub fn is_global(&self) -> bool {
        self.id == GLOBAL
    }

    /// Whether a platform has a canonical type.
    pub fn is_of_type(platform: &Platform<'_>, kind: &str) -> Read<bool> {
        let types = platform.types.as_ref().map_err(|blocked| *blocked)?;
        let mut untold = None;
        for written in types {
            match written {
                Ok(written) if written.is(kind) => return Ok(true),
                Ok(_) => {}
                Err(blocked) => untold = Some(*blocked),
            }
        }
        untold.map_or(Ok(false), Err)
    }
}
