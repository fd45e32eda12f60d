//! Contacts with conveners, and functional contacts of the organization.

use crate::calendar::Day;
use crate::document::{Dated, Marked, Read, View};
use crate::record::{Head, Party};

/// A contact with the convener of a platform.
#[derive(Debug, Clone, Copy)]
pub struct ContactLog<'t> {
    /// Kind, id, class.
    pub head: Head<'t>,
    /// Reference to the platform.
    pub platform: Read<Marked<&'t str>>,
    /// Reference to the person who made it.
    pub by: Read<Marked<&'t str>>,
    /// The day.
    pub date: Read<Marked<Day>>,
}

impl<'t> ContactLog<'t> {
    /// Reads a contact-log record.
    pub fn read(head: Head<'t>) -> Self {
        let view = head.view;
        Self {
            head,
            platform: view.text_of("platform"),
            by: view.text_of("by"),
            date: view.member("date").and_then(View::day),
        }
    }

    /// With whom it was.
    pub fn with(&self) -> Read<Party<'t>> {
        Ok(Party::read(self.head.view.member("with")?))
    }

    /// reached or unreachable.
    pub fn outcome(&self) -> Read<Option<Marked<&'t str>>> {
        self.head.view.optional_text("outcome")
    }
}

/// A functional contact: a role at an office, reached by a mailbox. No person.
#[derive(Debug, Clone, Copy)]
pub struct Contact<'t> {
    /// Kind, id, class.
    pub head: Head<'t>,
    /// Code of the role.
    pub role: Read<Marked<&'t str>>,
    /// Code or name of the unit, as written.
    pub unit: Read<Marked<&'t str>>,
    /// Id of the supporting office.
    pub office: Read<Marked<&'t str>>,
    /// The address.
    pub mailbox: Read<Marked<&'t str>>,
    /// When.
    pub interval: Read<Dated>,
}

impl<'t> Contact<'t> {
    /// Reads a contact record.
    pub fn read(head: Head<'t>) -> Self {
        let view = head.view;
        Self {
            head,
            role: view.text_of("role"),
            unit: view.text_of("unit"),
            office: view.text_of("office"),
            mailbox: view.text_of("mailbox"),
            interval: view.interval(),
        }
    }
}
