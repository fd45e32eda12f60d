//! Who may see a record.

use std::sync::PoisonError;

use missionlint_tape::Node;

use super::Bundle;
use crate::document::{Class, Document, Kind, Slot};

impl<'t> Bundle<'t> {
    /// The class of a record: the strictest of record, envelope, platform and mission; restricted where that cannot be
    /// told.
    pub fn class_of_slot(&self, document: &'t Document, slot: &Slot) -> Class {
        let place = document.place(document.tree.node(slot.node));
        let last = || {
            self.last_class
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
        };
        let known = last().filter(|(known, _)| *known == place);
        known.map_or_else(
            || {
                let class = self.told_class(document, slot);
                *last() = Some((place, class));
                class
            },
            |(_, class)| class,
        )
    }

    fn told_class(&self, document: &'t Document, slot: &Slot) -> Class {
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
