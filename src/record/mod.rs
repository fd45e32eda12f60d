//! Records as typed facts: every value with its place, every obstacle kept.
//!
//! A field is a [`Read`]: a rule takes it with `?` and is blocked there when it cannot be read. Only what rules
//! read is here; the schemas hold the whole contract.

mod contacts;
mod meetings;
mod mission;
mod people;
mod platforms;
mod programmes;

use crate::calendar::Day;
use crate::document::{Class, Dated, Kind, Marked, Read, View};
use crate::finding::Place;

pub use contacts::{Contact, ContactLog};
pub use meetings::{Meeting, Representation, Row};
pub use mission::{Mission, Office, Presence, ScaleUp};
pub use people::{Assignment, Designation, Person, Stint, Vacancy};
pub use platforms::{ClusterCoordinator, LeadAgency, LocalName, Platform, PlatformKind, Status};
pub use programmes::{Issue, Mcof, Programme, Strategy, UnFramework};

/// What all records have.
#[derive(Debug, Clone, Copy)]
pub struct Head<'t> {
    /// Its kind.
    pub kind: Kind,
    /// Its id.
    pub id: Read<Marked<&'t str>>,
    /// Its own class or its envelope's, whichever is stricter.
    pub class: Class,
    /// Whether it is restricted only because its class may have been lost.
    pub assumed: bool,
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
            assumed: false,
            view,
            envelope: None,
        }
    }

    /// When it was last confirmed.
    pub fn confirmed(&self) -> Read<Option<Marked<Day>>> {
        self.view.optional_day("confirmed")
    }

    /// Whether it is kept as history: nobody keeps it up to date.
    pub fn is_historic(&self) -> Read<bool> {
        let historic = self.view.optional_flag("historic")?;
        Ok(historic.is_some_and(|historic| historic.value))
    }

    /// Whether it has a remark.
    pub fn has_note(&self) -> Read<bool> {
        Ok(self.view.optional("note")?.is_some())
    }

    /// The place of the whole record.
    pub fn place(&self) -> Place {
        self.view.place()
    }
}

/// A coded value for some time.
#[derive(Debug, Clone, Copy)]
pub struct Phase<'t> {
    /// The code.
    pub value: Read<Marked<&'t str>>,
    /// When.
    pub interval: Read<Dated>,
}

impl<'t> Phase<'t> {
    /// Reads an entry whose code stands under `name`.
    fn read(view: View<'t>, name: &str) -> Self {
        Self {
            value: view.text_of(name),
            interval: view.interval(),
        }
    }
}

/// Somebody outside the organization: an organisation, a function, or both.
#[derive(Debug, Clone, Copy)]
pub struct Party<'t> {
    /// The organisation, as written.
    pub org: Read<Option<Marked<&'t str>>>,
    /// The function, such as `HC` or `DSRSG/RC/HC`.
    pub role: Read<Option<Marked<&'t str>>>,
    /// The object.
    pub view: View<'t>,
}

impl<'t> Party<'t> {
    fn read(view: View<'t>) -> Self {
        Self {
            org: view.optional_text("org"),
            role: view.optional_text("role"),
            view,
        }
    }

    /// When, for a party with an interval.
    pub fn interval(&self) -> Read<Dated> {
        self.view.interval()
    }
}
