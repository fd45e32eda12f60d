//! Records as typed facts: every value with its place, every obstacle kept.
//!
//! A field is a [`Read`]: a rule takes it with `?` and is blocked there when it cannot be read. Only what rules
//! read is here; the schemas hold the whole contract.

mod mission;
mod people;
mod platforms;

use crate::document::{Class, Kind, Marked, Read, View};
use crate::finding::Place;

pub use mission::{Mission, Office};
pub use people::{Assignment, Designation, Person, Programme, Stint, Vacancy};
pub use platforms::{ContactLog, Meeting, Platform, Representation, Row, Status};

/// What all records have.
#[derive(Debug, Clone, Copy)]
pub struct Head<'t> {
    /// Its kind.
    pub kind: Kind,
    /// Its id.
    pub id: Read<Marked<&'t str>>,
    /// Its own class or its envelope's, whichever is stricter.
    pub class: Class,
    /// The record's object.
    pub view: View<'t>,
    /// Token of the envelope it stands in, if any.
    pub envelope: Option<u32>,
}

impl<'t> Head<'t> {
    /// Reads the head of a record that stands in no envelope.
    pub fn read(kind: Kind, class: Class, view: View<'t>) -> Self {
        Self {
            kind,
            id: view.text_of("id"),
            class,
            view,
            envelope: None,
        }
    }

    /// The place of the whole record.
    pub fn place(&self) -> Place {
        self.view.place()
    }
}
