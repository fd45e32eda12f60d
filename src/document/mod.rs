//! Documents and the records found in them.

mod container;
mod kind;
mod values;
mod view;

use std::sync::Arc;

use missionlint_tape::{Node, Span, Tree};

pub(crate) use container::type_name;
pub use container::{Found, find_records};
pub use kind::{Class, Kind};
pub use values::find_values;
pub use view::{Blocked, Dated, Location, Marked, Obstacle, Read, View, any, entries};

use crate::finding::{DocumentId, Place, Spot};
use crate::text::Origin;

/// One parsed text: a file, or a run of lines of an NDJSON file.
#[derive(Debug)]
pub struct Document {
    /// Its number in this run.
    pub id: DocumentId,
    /// Path of the file as reports show it.
    pub path: Arc<str>,
    /// Where the text stands in the file.
    pub origin: Origin,
    /// The text and its tape.
    pub tree: Tree,
    /// What of it cannot be relied on.
    pub damage: Damage,
    /// Its records, in order of the text.
    pub slots: Vec<Slot>,
    /// Texts in it that are no JSON: where, and what they may have held.
    pub broken: Vec<Span>,
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
    /// Token of the envelope's object, if it stands in one.
    pub envelope: Option<u32>,
}

/// What of a document cannot be relied on, because something is wrong with it.
#[derive(Debug, Default)]
pub struct Damage {
    /// Tokens of values, in order.
    tokens: Vec<u32>,
    /// Missing optional members that a misspelt key may stand for: token of the object, name.
    names: Vec<(u32, String)>,
}

impl Damage {
    /// Marks the value at a token.
    pub fn mark(&mut self, token: u32) {
        if let Err(position) = self.tokens.binary_search(&token) {
            self.tokens.insert(position, token);
        }
    }

    /// Marks a member that is not there, of the object at a token.
    pub fn mark_missing(&mut self, object: u32, name: &str) {
        self.names.push((object, name.to_owned()));
    }

    /// Adds what another examination of the same document found.
    pub fn extend(&mut self, other: Self) {
        other.tokens.into_iter().for_each(|token| self.mark(token));
        self.names.extend(other.names);
    }

    /// Whether the value at a token itself is marked.
    pub fn holds(&self, token: u32) -> bool {
        !self.tokens.is_empty() && self.tokens.binary_search(&token).is_ok()
    }

    /// Whether a member that is not there may only be misspelt.
    pub fn lacks(&self, object: u32, name: &str) -> bool {
        self.names
            .iter()
            .any(|(token, missing)| *token == object && missing == name)
    }
}

impl Document {
    /// Makes records restricted whose class, or whose envelope's, may only be misspelt.
    pub fn restrict_unclear(&mut self) {
        let Self { damage, slots, .. } = self;
        let unclear = |token: u32| damage.lacks(token, "classification");
        for slot in slots
            .iter_mut()
            .filter(|slot| unclear(slot.node) || slot.envelope.is_some_and(unclear))
        {
            slot.class = Class::Restricted;
        }
    }

    /// The place of a value.
    pub fn place(&self, node: Node<'_>) -> Place {
        Place {
            document: self.id,
            spot: Spot::Value(node.index()),
        }
    }

    /// A reader of the value at a token.
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

    /// The id of the mission a slot names.
    pub fn mission_of(&self, slot: &Slot) -> Option<&str> {
        self.tree.node(slot.mission?).as_str()
    }
}
