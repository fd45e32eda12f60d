//! What an overview is made from, for whom, and what of it may be told.

use missionlint_tape::Node;
use rustc_hash::FxHashMap;

use super::facts::{PersonFacts, RoleFacts};
use super::told::{Listed, Record, Source, Told, Unknown};
use super::verdicts::Verdicts;
use crate::bundle::{Bundle, Target};
use crate::calendar::{Day, Interval};
use crate::config::Settings;
use crate::document::{Blocked, Class, Dated, Kind, Marked, Obstacle, Read};
use crate::finding::Place;
use crate::privacy::{Audience, clearance, is_opaque, pseudonym, show_id};
use crate::record::{Head, Meeting, Person, Platform};
use crate::reference;
use crate::rules::shared::leadership::Leadership;
use crate::text::Position;

/// For whom an overview is made.
pub struct Reader<'r> {
    /// Who reads it.
    pub audience: Audience,
    /// Whether to show what would be masked.
    pub reveal: bool,
    /// First character of a place in its file, and one past the last.
    pub positions: &'r (dyn Fn(Place) -> (Position, Position) + 'r),
}

/// How much of a record the reader may see.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Seen {
    /// All of it.
    Clear,
    /// That it exists: its id, roles and canonical types.
    Masked,
    /// Nothing.
    LeftOut,
}

/// Everything at hand while an overview is made.
pub(super) struct Desk<'b, 't> {
    pub(super) bundle: &'b Bundle<'t>,
    pub(super) settings: &'b Settings,
    pub(super) today: Day,
    pub(super) reader: &'b Reader<'b>,
    pub(super) verdicts: &'b Verdicts,
    pub(super) leadership: Leadership<'b, 't>,
    /// Meetings by the id of the platform they name.
    pub(super) meetings: FxHashMap<&'b str, Vec<&'b Meeting<'t>>>,
    /// The first thing that may be a meeting of any platform.
    pub(super) astray: Option<Blocked>,
}

impl<'b, 't> Desk<'b, 't> {
    pub(super) fn new(
        bundle: &'b Bundle<'t>,
        settings: &'b Settings,
        today: Day,
        reader: &'b Reader<'b>,
        verdicts: &'b Verdicts,
    ) -> Self {
        let mut desk = Self {
            bundle,
            settings,
            today,
            reader,
            verdicts,
            leadership: Leadership::of(bundle),
            meetings: FxHashMap::default(),
            astray: bundle.nothing_unread(Kind::Meeting).err(),
        };
        for meeting in &bundle.meetings {
            match desk.platform_named(meeting.platform) {
                Ok(Some(id)) => desk.meetings.entry(id).or_default().push(meeting),
                Ok(None) => {}
                Err(blocked) => desk.astray = desk.astray.or(Some(blocked)),
            }
        }
        desk
    }

    /// Id of the platform of this mission that a reference names; none for one of another mission. One that leads
    /// nowhere may be any.
    pub(super) fn platform_named(&self, reference: Read<Marked<&'t str>>) -> Read<Option<&'b str>> {
        let reference = reference?;
        if self.bundle.is_foreign(reference.value) {
            return Ok(None);
        }
        let target = Target::Record(Kind::Platform);
        self.bundle
            .follow(target, reference)
            .read(reference.place)?;
        Ok(Some(self.bundle.plain(reference.value)))
    }

    /// How much of a record of this mission the reader may see.
    pub(super) fn seen(&self, head: &Head<'t>) -> Seen {
        let document = head.view.document();
        let class = document
            .slot_at(head.view.node().index())
            .map_or(Class::Restricted, |slot| {
                self.bundle.class_of_slot(document, slot)
            });
        let Reader {
            audience, reveal, ..
        } = *self.reader;
        if class <= clearance(audience, reveal) {
            return Seen::Clear;
        }
        match audience {
            Audience::Internal => Seen::Masked,
            Audience::Public => Seen::LeftOut,
        }
    }

    /// How much of a record the reader may see; of one of another mission only that it exists, as nothing is known here
    /// of the class of that mission.
    pub(super) fn seen_of(&self, mission: &str, head: &Head<'t>) -> Seen {
        if mission == self.bundle.id {
            return self.seen(head);
        }
        match self.reader {
            Reader { reveal: true, .. } => Seen::Clear,
            Reader {
                audience: Audience::Internal,
                ..
            } => Seen::Masked,
            Reader {
                audience: Audience::Public,
                ..
            } => Seen::LeftOut,
        }
    }

    /// Id of a platform by which other records name it. Of several platforms with one id the first is meant, as for the
    /// rules; what is about the others cannot be told.
    pub(super) fn id_of(&self, platform: &Platform<'t>) -> Read<&'t str> {
        let id = platform.head.id?;
        let meant = self.bundle.platform(id)?;
        if meant.head.place() == platform.head.place() {
            Ok(id.value)
        } else {
            Err(Blocked {
                place: id.place,
                obstacle: Obstacle::Reference,
            })
        }
    }

    pub(super) fn source(&self, place: Place) -> Source {
        let (start, _) = (self.reader.positions)(place);
        let document = &self.bundle.documents[place.document.0 as usize];
        Source {
            path: document.path.clone(),
            start,
        }
    }

    pub(super) fn unknown(&self, blocked: Blocked) -> Unknown {
        Unknown {
            obstacle: blocked.obstacle,
            source: self.source(blocked.place),
        }
    }

    /// A record as findings about it are joined by.
    pub(super) fn record(&self, head: &Head<'t>) -> Record {
        let (_, end) = (self.reader.positions)(head.place());
        // As written, whatever is wrong with it: findings name the record in the same way.
        let written = head.view.node().get("id").and_then(Node::as_str);
        let id = written.filter(|id| is_opaque(id));
        Record {
            kind: head.kind,
            id: id.map(|id| match head.kind {
                Kind::Person => self.person_id(id),
                _ => id.to_owned(),
            }),
            source: self.source(head.place()),
            end: end.offset,
        }
    }

    /// A value of a record as the reader may see it.
    pub(super) fn tell<T, U>(
        &self,
        seen: Seen,
        read: Read<T>,
        show: impl FnOnce(T) -> U,
    ) -> Told<U> {
        match (seen, read) {
            (Seen::Clear, Ok(value)) => Told::Known(show(value)),
            (Seen::Clear, Err(blocked)) => Told::Unknown(self.unknown(blocked)),
            (Seen::Masked | Seen::LeftOut, _) => Told::Masked,
        }
    }

    /// A code as the reader may see it.
    pub(super) fn code(
        &self,
        seen: Seen,
        written: Read<Marked<&'t str>>,
        codes: &[&str],
    ) -> Told<String> {
        self.tell(
            seen,
            written.and_then(|it| one_of(it, codes)),
            str::to_owned,
        )
    }

    /// First and last day of an interval.
    pub(super) fn days(&self, seen: Seen, interval: Read<Dated>) -> (Told<Day>, Told<Option<Day>>) {
        let days = interval.map(|dated| dated.interval);
        (
            self.tell(seen, days, |Interval { from, .. }| from),
            self.tell(seen, days, |Interval { to, .. }| to),
        )
    }

    /// Adds what could not be read.
    pub(super) fn doubt<T>(&self, list: &mut Listed<T>, read: Read<()>) {
        list.unread
            .extend(read.err().map(|blocked| self.unknown(blocked)));
    }

    /// A reference to a person as the reader may see it.
    pub(super) fn person_id(&self, reference: &str) -> String {
        match self.reader.audience {
            Audience::Public => pseudonym(reference, self.bundle.id),
            Audience::Internal => show_id(self.bundle.plain(reference)).to_owned(),
        }
    }

    /// Somebody a record refers to.
    pub(super) fn person(&self, reference: Marked<&'t str>) -> PersonFacts {
        let (home, _) = self.bundle.home_of(reference.value);
        self.person_facts(home, reference.value, self.bundle.person(reference))
    }

    /// Somebody, with the mission that the person's record belongs to.
    pub(super) fn person_facts(
        &self,
        home: &str,
        reference: &str,
        found: Read<&Person<'t>>,
    ) -> PersonFacts {
        let seen = found.map(|person| self.seen_of(home, &person.head));
        let roles = || {
            if seen == Ok(Seen::LeftOut) {
                return Told::Masked;
            }
            // Roles stay visible whatever the class.
            self.tell(Seen::Clear, found.and_then(|it| self.roles(it)), |it| it)
        };
        let own = found
            .ok()
            .filter(|_| home == self.bundle.id && seen != Ok(Seen::LeftOut));
        PersonFacts {
            id: self.person_id(reference),
            record: own.map(|person| self.record(&person.head)),
            roles: roles(),
        }
    }

    fn roles(&self, person: &Person<'t>) -> Read<Vec<RoleFacts>> {
        let mut roles = Vec::new();
        for post in Bundle::posts_of(person, self.today) {
            let written = post?.role?;
            let role = reference::role(written.value).ok_or(Blocked {
                place: written.place,
                obstacle: Obstacle::Schema,
            })?;
            roles.push(RoleFacts {
                code: role.code.clone(),
                level: role.level,
            });
        }
        roles.sort_by(|one, other| {
            let rank = |role: &RoleFacts| role.level.unwrap_or(u8::MAX);
            (rank(one), &one.code).cmp(&(rank(other), &other.code))
        });
        roles.dedup();
        Ok(roles)
    }
}

/// A code that is one of those there are; anything else may be anything.
pub(super) fn one_of<'t>(written: Marked<&'t str>, codes: &[&str]) -> Read<&'t str> {
    if codes.contains(&written.value) {
        Ok(written.value)
    } else {
        Err(schema(written.place))
    }
}

/// A code of any table: as opaque as an id.
pub(super) fn opaque(written: Marked<&str>) -> Read<&str> {
    if is_opaque(written.value) {
        Ok(written.value)
    } else {
        Err(schema(written.place))
    }
}

pub(super) fn schema(place: Place) -> Blocked {
    Blocked {
        place,
        obstacle: Obstacle::Schema,
    }
}
