//! Reading values of records, minding what is damaged.
//!
//! A rule that reads a damaged or missing value gets [`Blocked`] instead, and passes it on with `?`: that is how a
//! check is blocked exactly where it depends on something broken.

use missionlint_tape::{Keys, Node, ValueKind};
use serde::{Deserialize, Serialize};

use super::Field;
use crate::calendar::{Day, Interval, Moment, parse_day};
use crate::document::Document;
use crate::finding::Place;

/// Why a check could not be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Obstacle {
    /// The text is no JSON there.
    Syntax,
    /// A value that should hold records holds nothing, and may have lost some.
    NoRecord,
    /// The value does not satisfy the schema, or is missing.
    Schema,
    /// The interval ends before it begins.
    InvertedInterval,
    /// A reference leads nowhere.
    Reference,
    /// Nothing of the kind that a reference leads to was given.
    NotGiven,
    /// It depends on a mission that is not part of this run.
    MissionNotInRun,
    /// A record's mission could not be told.
    MissionUnknown,
}

impl Obstacle {
    /// Its code in reports and messages.
    pub fn code(self) -> &'static str {
        match self {
            Self::Syntax => "syntax",
            Self::NoRecord => "no-record",
            Self::Schema => "schema",
            Self::InvertedInterval => "inverted-interval",
            Self::Reference => "reference",
            Self::NotGiven => "not-given",
            Self::MissionNotInRun => "mission-not-in-run",
            Self::MissionUnknown => "mission-unknown",
        }
    }
}

/// A check could not be made because of something at this place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Blocked {
    /// Where the obstacle is.
    pub place: Place,
    /// What it is.
    pub obstacle: Obstacle,
}

/// A value, unless something stands in the way of reading it.
pub type Read<T> = Result<T, Blocked>;

/// Whether any answer is yes, which one suffices for; otherwise the first obstacle.
pub fn any(answers: impl IntoIterator<Item = Read<bool>>) -> Read<bool> {
    let mut answer = Ok(false);
    for each in answers {
        match each {
            Ok(true) => return Ok(true),
            Ok(false) => {}
            Err(blocked) => answer = answer.and(Err(blocked)),
        }
    }
    answer
}

/// The entries of a list, or the obstacle in its place.
pub fn entries<T>(list: &Read<Vec<T>>) -> impl Iterator<Item = Read<&T>> {
    let (entries, obstacle) = match list {
        Ok(entries) => (entries.as_slice(), None),
        Err(blocked) => (&[][..], Some(Err(*blocked))),
    };
    entries.iter().map(Ok).chain(obstacle)
}

/// A value with its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marked<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub place: Place,
}

/// An interval with the places of its bounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dated {
    /// The days.
    pub interval: Interval,
    /// Place of `from`.
    pub from: Place,
    /// Place of `to`, if it has one.
    pub to: Option<Place>,
}

/// Where something is: an office of a mission, or a town.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Location<'t> {
    /// Reference to an office.
    Office(Marked<&'t str>),
    /// A town by name.
    Town {
        /// Its name.
        name: Marked<&'t str>,
        /// Its P-code.
        pcode: Option<Marked<&'t str>>,
    },
}

/// A value of a record, to be read with regard to damage.
#[derive(Debug, Clone, Copy)]
pub struct View<'t> {
    document: &'t Document,
    node: Node<'t>,
}

/// The bounds of an interval.
const BOUNDS: Keys<2> = Keys::new(["from", "to"]);

impl<'t> View<'t> {
    /// A view of a value of `document`.
    #[inline]
    pub fn new(document: &'t Document, node: Node<'t>) -> Self {
        Self { document, node }
    }

    /// The value on the tape.
    #[inline]
    pub fn node(self) -> Node<'t> {
        self.node
    }

    /// Its document.
    #[inline]
    pub fn document(self) -> &'t Document {
        self.document
    }

    /// Its place.
    #[inline]
    pub fn place(self) -> Place {
        self.document.place(self.node)
    }

    /// The same check, blocked by the value itself.
    #[inline]
    pub fn blocked(self, obstacle: Obstacle) -> Blocked {
        Blocked {
            place: self.place(),
            obstacle,
        }
    }

    #[inline]
    pub(super) fn sound(self) -> Read<Self> {
        match self.document.damage.obstacle_at(self.node.index()) {
            Some(obstacle) => Err(self.blocked(obstacle)),
            None => Ok(self),
        }
    }

    /// A member, whether it is there or not.
    #[inline]
    pub fn field(self, name: &str) -> Field<'t, '_> {
        Field::new(self, name, self.node.get(name))
    }

    /// Members of different names, found in one walk: quicker than one by one where many are read.
    pub fn fields<const N: usize>(self, keys: &Keys<N>) -> [Field<'t, 'static>; N] {
        let nodes = self.node.get_each(keys);
        std::array::from_fn(|at| Field::new(self, keys.names()[at], nodes[at]))
    }

    /// A member that may be absent.
    #[inline]
    pub fn optional(self, name: &str) -> Read<Option<Self>> {
        self.field(name).optional()
    }

    /// A member that must be there.
    #[inline]
    pub fn member(self, name: &str) -> Read<Self> {
        self.field(name).needed()
    }

    /// The string.
    #[inline]
    pub fn text(self) -> Read<Marked<&'t str>> {
        let value = self
            .sound()?
            .node
            .as_str()
            .ok_or_else(|| self.blocked(Obstacle::Schema))?;
        Ok(Marked {
            value,
            place: self.place(),
        })
    }

    /// The day.
    pub fn day(self) -> Read<Marked<Day>> {
        let text = self.text()?;
        let value = parse_day(text.value).ok_or_else(|| self.blocked(Obstacle::Schema))?;
        Ok(Marked {
            value,
            place: text.place,
        })
    }

    /// The moment.
    pub fn moment(self) -> Read<Marked<Moment<'t>>> {
        let text = self.text()?;
        let value = Moment::parse(text.value).ok_or_else(|| self.blocked(Obstacle::Schema))?;
        Ok(Marked {
            value,
            place: text.place,
        })
    }

    /// The boolean.
    pub fn flag(self) -> Read<Marked<bool>> {
        let value = self.sound()?.node.as_bool();
        Ok(Marked {
            value: value.ok_or_else(|| self.blocked(Obstacle::Schema))?,
            place: self.place(),
        })
    }

    /// The whole number.
    pub fn whole(self) -> Read<Marked<i64>> {
        let value = self.sound()?.node.as_i64();
        Ok(Marked {
            value: value.ok_or_else(|| self.blocked(Obstacle::Schema))?,
            place: self.place(),
        })
    }

    /// A string member.
    pub fn text_of(self, name: &str) -> Read<Marked<&'t str>> {
        self.field(name).text()
    }

    /// A string member that may be absent.
    pub fn optional_text(self, name: &str) -> Read<Option<Marked<&'t str>>> {
        self.field(name).optional_text()
    }

    /// A day that may be absent.
    pub fn optional_day(self, name: &str) -> Read<Option<Marked<Day>>> {
        self.field(name).optional_day()
    }

    /// A boolean that may be absent.
    pub fn optional_flag(self, name: &str) -> Read<Option<Marked<bool>>> {
        self.optional(name)?.map(Self::flag).transpose()
    }

    /// The members of an object with the views of their keys' names and of their values, in order of the text.
    pub fn members(self) -> Read<impl Iterator<Item = (&'t str, View<'t>)>> {
        self.sound()?;
        if self.node.kind() != ValueKind::Object {
            return Err(self.blocked(Obstacle::Schema));
        }
        if self.document.damage.is_lossy(self.node.index()) {
            return Err(self.blocked(Obstacle::Syntax));
        }
        Ok(self
            .node
            .members()
            .filter_map(move |(key, node)| Some((key.as_str()?, Self { node, ..self }))))
    }

    /// The elements of an array.
    pub fn elements(self) -> Read<impl ExactSizeIterator<Item = View<'t>>> {
        self.sound()?;
        if self.node.kind() != ValueKind::Array {
            return Err(self.blocked(Obstacle::Schema));
        }
        if self.document.damage.is_lossy(self.node.index()) {
            return Err(self.blocked(Obstacle::Syntax));
        }
        Ok(self.node.elements().map(move |node| Self { node, ..self }))
    }

    /// The elements of an array member that must be there, each read in the same way.
    pub fn list<T>(self, name: &str, read: impl FnMut(View<'t>) -> T) -> Read<Vec<T>> {
        self.field(name).list(read)
    }

    /// The elements of an array member; none where it is absent.
    pub fn optional_list<T>(self, name: &str, read: impl FnMut(View<'t>) -> T) -> Read<Vec<T>> {
        self.field(name).optional_list(read)
    }

    /// The elements of an array member, each read in the same way; none where it is absent, unlike one that is empty.
    pub fn given_list<T>(
        self,
        name: &str,
        read: impl FnMut(View<'t>) -> T,
    ) -> Read<Option<Vec<T>>> {
        match self.optional(name)? {
            Some(array) => Ok(Some(array.elements()?.map(read).collect())),
            None => Ok(None),
        }
    }

    /// The interval `from` to `to` of this object. An inverted one is an obstacle: its own rule reports it.
    pub fn interval(self) -> Read<Dated> {
        let [from, to] = self.fields(&BOUNDS);
        self.interval_of(from, to)
    }

    /// The interval of this object between two of its members, as [`View::interval`] reads it.
    pub fn interval_of(self, from: Field<'t, '_>, to: Field<'t, '_>) -> Read<Dated> {
        let from = from.needed()?.day()?;
        let to = to.optional_day()?;
        if to.is_some_and(|to| to.value < from.value) {
            return Err(self.blocked(Obstacle::InvertedInterval));
        }
        let interval = Interval {
            from: from.value,
            to: to.map(|to| to.value),
        };
        Ok(Dated {
            interval,
            from: from.place,
            to: to.map(|to| to.place),
        })
    }

    /// The interval of this object where `from` may be absent too; none without `from` and `to`.
    pub fn optional_interval(self) -> Read<Option<Interval>> {
        let from = self.optional_day("from")?;
        let to = self.optional_day("to")?;
        let (from, to) = (from.map(|day| day.value), to.map(|day| day.value));
        match (from, to) {
            (None, None) => Ok(None),
            (Some(from), Some(to)) if to < from => Err(self.blocked(Obstacle::InvertedInterval)),
            _ => Ok(Some(Interval {
                from: from.unwrap_or(Day::MIN),
                to,
            })),
        }
    }

    /// The value as a location: an office reference or a town.
    pub fn location(self) -> Read<Location<'t>> {
        match self.sound()?.node.kind() {
            ValueKind::String => self.text().map(Location::Office),
            ValueKind::Object => Ok(Location::Town {
                name: self.text_of("place")?,
                pcode: self.optional_text("pcode")?,
            }),
            _ => Err(self.blocked(Obstacle::Schema)),
        }
    }

    /// A location member that may be absent.
    pub fn optional_location(self, name: &str) -> Read<Option<Location<'t>>> {
        self.field(name).optional_location()
    }
}
