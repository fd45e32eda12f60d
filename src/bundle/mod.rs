//! The mission bundle: all records of one mission, indexed. The unit of work and of distribution.
//!
//! Judging a bundle is a pure function of the bundle, the settings and the date of the run. What it needs of other
//! missions (a surge colleague, the chief of mission who covers it) is put into it as guests beforehand.

mod guests;
mod lookup;
mod references;
mod roster;

use missionlint_tape::Node;
use rustc_hash::FxHashMap;

use crate::document::{Blocked, Class, Document, Kind, Obstacle, Read, Slot};
use crate::finding::{DocumentId, Place};
use crate::record::{
    ContactLog, Designation, Head, Meeting, Mission, Office, Person, Platform, Programme,
    Representation, Vacancy,
};
use crate::reference;

pub use guests::{Guest, Guests};
pub use lookup::Lookup;
pub use references::Target;
pub use roster::{Holder, Terms};

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
    /// What may belong to it and could not be read.
    pub unread: Vec<Unread>,
    /// What it needs of other missions.
    pub guests: Guests<'t>,
    index: Index<'t>,
}

/// Positions in the lists of a bundle.
#[derive(Debug, Default)]
struct Index<'t> {
    by_id: FxHashMap<(Kind, &'t str), Entry>,
    offices: FxHashMap<&'t str, usize>,
    meetings_by_type: FxHashMap<&'static str, Vec<(usize, usize)>>,
    meetings_untold: Vec<(usize, Blocked)>,
    posts: FxHashMap<&'t str, Vec<(usize, usize)>>,
    posts_untold: Vec<Doubt>,
}

#[derive(Debug, Clone, Copy)]
struct Entry {
    position: usize,
    id_place: Place,
}

impl<'t> Bundle<'t> {
    /// Builds the bundle of mission `id` from its slots, given in order of path and text.
    pub fn build(
        id: &'t str,
        documents: &'t [Document],
        slots: &[(DocumentId, Slot)],
        unread: Vec<Unread>,
    ) -> Self {
        let mut bundle = Self {
            id,
            documents,
            heads: Vec::with_capacity(slots.len()),
            missions: Vec::new(),
            people: Vec::new(),
            programmes: Vec::new(),
            platforms: Vec::new(),
            representations: Vec::new(),
            designations: Vec::new(),
            vacancies: Vec::new(),
            meetings: Vec::new(),
            contact_logs: Vec::new(),
            unread,
            guests: Guests::default(),
            index: Index::default(),
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
                self.index.by_id.entry((kind, id.value)).or_insert(entry);
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
            Kind::Platform => put(&mut self.platforms, Platform::read(head)),
            Kind::Representation => put(&mut self.representations, Representation::read(head)),
            Kind::Designation => put(&mut self.designations, Designation::read(head)),
            Kind::Vacancy => put(&mut self.vacancies, Vacancy::read(head)),
            Kind::Meeting => put(&mut self.meetings, Meeting::read(head)),
            Kind::ContactLog => put(&mut self.contact_logs, ContactLog::read(head)),
            Kind::Contact | Kind::Custom(_) => 0,
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

    fn index_meetings(&mut self) {
        for at in 0..self.meetings.len() {
            if let Err(blocked) = self.index_meeting(at) {
                self.index.meetings_untold.push((at, blocked));
            }
        }
    }

    /// Puts a meeting under each type of its platform; an obstacle where a type cannot be told.
    fn index_meeting(&mut self, at: usize) -> Read<()> {
        let reference = self.meetings[at].platform?;
        let blocked = Blocked {
            place: reference.place,
            obstacle: Obstacle::Reference,
        };
        let entry = self
            .index
            .by_id
            .get(&(Kind::Platform, self.plain(reference.value)))
            .ok_or(blocked)?;
        let platform = entry.position;
        let mut told = Ok(());
        for written in self.platforms[platform]
            .types
            .as_ref()
            .map_err(|blocked| *blocked)?
        {
            match written.map(|written| reference::canonical_type(written.value)) {
                Ok(Some(kind)) => {
                    let meetings = self.index.meetings_by_type.entry(kind).or_default();
                    // A type and its alias on one platform are one.
                    if meetings.last() != Some(&(at, platform)) {
                        meetings.push((at, platform));
                    }
                }
                Ok(None) => {}
                Err(blocked) => told = Err(blocked),
            }
        }
        told
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

    /// Meetings of platforms of a canonical type, with the platform; an obstacle for each meeting whose platform's
    /// type cannot be told.
    pub fn meetings_of_type(
        &self,
        kind: &str,
    ) -> impl Iterator<Item = Read<(&Meeting<'t>, &Platform<'t>)>> {
        self.meetings_with_type(kind)
            .map(|(meeting, platform)| Ok((meeting, platform?)))
    }

    /// Meetings that are or may be of a platform of a canonical type, with the platform or what hides it.
    pub fn meetings_with_type(
        &self,
        kind: &str,
    ) -> impl Iterator<Item = (&Meeting<'t>, Read<&Platform<'t>>)> {
        let told = self
            .index
            .meetings_by_type
            .get(kind)
            .map(Vec::as_slice)
            .unwrap_or_default();
        let is_told = |at: usize| {
            told.binary_search_by_key(&at, |&(meeting, _)| meeting)
                .is_ok()
        };
        let untold = self
            .index
            .meetings_untold
            .iter()
            .filter(move |&&(at, _)| !is_told(at));
        let untold = untold.map(|&(at, blocked)| (&self.meetings[at], blocked));
        told.iter()
            .map(|&(meeting, platform)| (&self.meetings[meeting], Ok(&self.platforms[platform])))
            .chain(untold.filter_map(move |(meeting, blocked)| {
                Some((
                    meeting,
                    self.platform_of_type(meeting, blocked, kind).transpose()?,
                ))
            }))
    }

    /// The platform of a meeting that could not be told from the mission's own records: it may be a guest.
    fn platform_of_type(
        &self,
        meeting: &Meeting<'t>,
        blocked: Blocked,
        kind: &str,
    ) -> Read<Option<&Platform<'t>>> {
        let reference = meeting.platform?;
        if !self.is_foreign(reference.value) {
            return Err(blocked);
        }
        let platform = self.platform(reference)?;
        Ok(Self::is_of_type(platform, kind)?.then_some(platform))
    }

    /// The mission and the id that a reference names.
    pub fn home_of<'r>(&self, reference: &'r str) -> (&'r str, &'r str)
    where
        't: 'r,
    {
        reference.split_once('/').unwrap_or((self.id, reference))
    }

    /// Whether a platform has a canonical type.
    pub fn is_of_type(platform: &Platform<'_>, kind: &str) -> Read<bool> {
        let types = platform.types.as_ref().map_err(|blocked| *blocked)?;
        let mut untold = None;
        for written in types {
            match written {
                Ok(written) if reference::canonical_type(written.value) == Some(kind) => {
                    return Ok(true);
                }
                Ok(_) => {}
                Err(blocked) => untold = Some(*blocked),
            }
        }
        untold.map_or(Ok(false), Err)
    }

    /// The class of a record: the strictest of record, envelope, platform and mission; restricted where that cannot be
    /// told.
    pub fn class_of_slot(&self, document: &'t Document, slot: &Slot) -> Class {
        let record = document.tree.node(slot.node);
        let around = self.class_around(slot);
        let mut platforms = record
            .members()
            .filter(|(key, _)| key.as_str() == Some("platform"))
            .peekable();
        if platforms.peek().is_some() {
            return platforms
                .map(|(_, named)| self.class_of_platform(named))
                .fold(around, Class::max);
        }
        // One whose platform is missing may be about a restricted platform.
        let about_platform = matches!(
            slot.kind,
            Some(Kind::Meeting | Kind::Representation | Kind::ContactLog)
        );
        if about_platform || record.get("attendance").is_some() {
            Class::Restricted
        } else {
            around
        }
    }

    /// The stricter of a record's class and the mission's; restricted where the mission's record could not be read.
    fn class_around(&self, slot: &Slot) -> Class {
        match self.missions.iter().map(|mission| mission.head.class).max() {
            Some(mission) => mission.max(slot.class),
            None if self.nothing_unread(Kind::Mission).is_err() => Class::Restricted,
            None => slot.class,
        }
    }

    /// The strictest class of the platforms with an id; restricted where there is none.
    fn class_of_platform(&self, named: Node<'_>) -> Class {
        let id = named.as_str().map(|id| self.plain(id));
        let platforms = self
            .platforms
            .iter()
            .filter(|platform| platform.head.id.ok().map(|id| id.value) == id);
        let classes = platforms
            .filter(|_| id.is_some())
            .map(|platform| platform.head.class);
        classes.max().unwrap_or(Class::Restricted)
    }
}
