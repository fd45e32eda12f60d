//! Documents and the records found in them.

mod container;
mod damage;
mod field;
mod kind;
mod other;
mod values;
mod view;

use std::sync::Arc;

use missionlint_tape::{Node, Span, Tree};

pub(crate) use container::type_name;
pub use container::{Found, find_records};
pub use damage::Damage;
pub use field::Field;
pub use kind::{Class, Kind};
pub use values::find_values;
pub use view::{Blocked, Dated, Location, Marked, Obstacle, Read, View, any, entries};

use crate::finding::{DocumentId, Place, Spot};
use crate::text::Origins;

/// One parsed text: a file, or a run of lines of an NDJSON file.
#[derive(Debug)]
pub struct Document {
    /// Its number in this run.
    pub id: DocumentId,
    /// Path of the file as reports show it.
    pub path: Arc<str>,
    /// Where the text stands in the file.
    pub origins: Origins,
    /// Whether each of its lines stands for itself, as if it were a file of its own: nothing found in one says
    /// anything about others.
    pub apart: bool,
    /// The text and its tape.
    pub tree: Tree,
    /// What of it cannot be relied on.
    pub damage: Damage,
    /// Its records, in order of the text.
    pub slots: Vec<Slot>,
    /// Texts in it, or parts of them, that may have held records nobody read.
    pub broken: Vec<Span>,
    /// Texts in it that are no JSON, read as far as possible: not all they hold is on the tape.
    pub flawed: Vec<Span>,
}

/// A record's place in a document, with what its container says about it.
#[derive(Debug, Clone, Copy)]
pub struct Slot {
    /// Token of the record's object.
    pub node: u32,
    /// Its kind; none where it cannot be told.
    pub kind: Option<Kind>,
    /// Token of the string naming its mission; none for a regional contact or where it cannot be told.
    pub mission: Option<u32>,
    /// Whether its mission could not be told though it must have one.
    pub astray: bool,
    /// The stricter of its own class and its envelope's.
    pub class: Class,
    /// Whether it is restricted only because its class, or that of its envelope, may have been lost.
    pub assumed: bool,
    /// Token of the envelope's object, if it stands in one.
    pub envelope: Option<u32>,
}

impl Document {
    /// Makes records restricted whose class, or whose envelope's, may only be misspelt, misplaced or lost. `found` is
    /// where something was found: what is written as it should be, in a text in which nothing is wrong, means what it
    /// says.
    pub fn restrict_unclear(&mut self, found: impl IntoIterator<Item = Spot>) {
        let mut texts: Vec<Span> = found.into_iter().map(|spot| self.text_of(spot)).collect();
        if texts.is_empty() {
            return;
        }
        texts.sort_by_key(|text| text.start);
        let is_concerned = |start: u32| {
            let after = texts.partition_point(|text| text.start <= start);
            after
                .checked_sub(1)
                .is_some_and(|at| start <= texts[at].end)
        };
        let Self {
            damage,
            slots,
            tree,
            flawed,
            ..
        } = self;
        let unclear = |token: u32| {
            let object = tree.node(token);
            let absent = object.get("classification").is_none();
            let lost = || damage.obstacle_to_absence(token, "classification");
            absent && lost().is_some() || says_restricted(object)
        };
        // Behind a slip, words of one record may have come to stand in another, or in none.
        let secret: Vec<Span> = flawed
            .iter()
            .copied()
            .filter(|text| mentions_restricted(text.slice(tree.text())))
            .collect();
        let is_in_secret = |token: u32| {
            let start = tree.node(token).span().start;
            secret
                .iter()
                .any(|text| text.start <= start && start < text.end)
        };
        for slot in slots.iter_mut() {
            if !is_concerned(tree.node(slot.node).span().start) {
                continue;
            }
            let around = slot.envelope.is_some_and(unclear);
            if around || unclear(slot.node) || is_in_secret(slot.node) {
                slot.assumed |= slot.class != Class::Restricted;
                slot.class = Class::Restricted;
            }
        }
    }

    /// The part of the text that stands for itself and holds a byte: a line, or all of it.
    pub fn text_at(&self, byte: u32) -> Span {
        let text = self.tree.text().as_bytes();
        let narrow = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        if !self.apart {
            return Span::new(0, narrow(text.len()));
        }
        let at = (byte as usize).min(text.len());
        let start = memchr::memrchr(b'\n', &text[..at]).map_or(0, |end| end + 1);
        let end = memchr::memchr(b'\n', &text[at..]).map_or(text.len(), |length| at + length);
        Span::new(narrow(start), narrow(end))
    }

    /// The part of the text that stands for itself and holds what is marked.
    pub fn text_of(&self, spot: Spot) -> Span {
        let start = match spot {
            Spot::Bytes(span) => span.start,
            Spot::Value(token) | Spot::Key(token) | Spot::KeyOf(token) => {
                self.tree.node(token).span().start
            }
        };
        self.text_at(start)
    }

    /// The records in a part of the text.
    pub fn slots_in(&self, text: Span) -> &[Slot] {
        let start_of = |slot: &Slot| self.tree.node(slot.node).span().start;
        let from = self
            .slots
            .partition_point(|slot| start_of(slot) < text.start);
        let to = self
            .slots
            .partition_point(|slot| start_of(slot) <= text.end);
        self.slots.get(from..to).unwrap_or_default()
    }

    /// Whether a part of the text may hold records nobody read.
    pub fn is_broken_in(&self, text: Span) -> bool {
        let from = self.broken.partition_point(|span| span.start < text.start);
        self.broken
            .get(from)
            .is_some_and(|span| span.start <= text.end)
    }

    /// The place of a value.
    #[inline]
    pub fn place(&self, node: Node<'_>) -> Place {
        Place {
            document: self.id,
            spot: Spot::Value(node.index()),
        }
    }

    /// A reader of the value at a token.
    #[inline]
    pub fn view(&self, token: u32) -> View<'_> {
        View::new(self, self.tree.node(token))
    }

    /// The record that contains a token.
    pub fn slot_at(&self, token: u32) -> Option<&Slot> {
        let position = self
            .slots
            .partition_point(|slot| slot.node <= token)
            .checked_sub(1)?;
        let slot = &self.slots[position];
        (token < self.tree.node(slot.node).end_index()).then_some(slot)
    }

    /// The record that a slip at `span` belongs to: one that it lies in, or that was not closed before it.
    pub fn slot_around(&self, span: Span) -> Option<&Slot> {
        let start_of = |slot: &Slot| self.tree.node(slot.node).span().start;
        let position = self
            .slots
            .partition_point(|slot| start_of(slot) < span.start)
            .checked_sub(1)?;
        let slot = &self.slots[position];
        self.reaches(slot, span).then_some(slot)
    }

    /// Whether a record that begins before `span` holds it, or was not closed before it.
    pub(crate) fn reaches(&self, slot: &Slot, span: Span) -> bool {
        let end = self.tree.node(slot.node).span().end;
        if span.end <= end {
            return true;
        }
        let between = self.tree.text().get(end as usize..span.start as usize);
        self.damage.is_lossy(slot.node) && between.is_some_and(|between| between.trim().is_empty())
    }

    /// The innermost value of a record that `span` lies in.
    pub fn value_around(&self, slot: &Slot, span: Span) -> Node<'_> {
        let mut here = self.tree.node(slot.node);
        loop {
            let inner = here
                .members()
                .map(|(_, value)| value)
                .chain(here.elements())
                .find(|value| value.span().start <= span.start && span.end <= value.span().end);
            match inner {
                Some(inner) => here = inner,
                None => return here,
            }
        }
    }

    /// The id of the mission a slot names.
    pub fn mission_of(&self, slot: &Slot) -> Option<&str> {
        self.tree.node(slot.mission?).as_str()
    }
}

/// The strictest class as records write it.
const RESTRICTED: &str = "restricted";

/// Whether an object, records in it aside, holds the word of the class anywhere: under a wrong key, or at a wrong
/// level.
fn says_restricted(object: Node<'_>) -> bool {
    object
        .members()
        .filter(|(key, _)| key.as_str() != Some("records"))
        .any(|(key, value)| {
            (key.index()..value.end_index()).any(|token| {
                let text = object.tree().node(token).as_str();
                text.is_some_and(|text| text.trim().eq_ignore_ascii_case(RESTRICTED))
            })
        })
}

/// Whether a text that is no JSON holds the word of the class, in whatever case.
fn mentions_restricted(text: &str) -> bool {
    let word = RESTRICTED.as_bytes();
    text.as_bytes()
        .windows(word.len())
        .any(|part| part.eq_ignore_ascii_case(word))
}
