//! What types of platforms are called, mission by mission.
//!
//! The check by schema accepts what the mission's bundle will understand, and nothing else.

use std::collections::BTreeSet;
use std::sync::Arc;

use missionlint_tape::{Node, Tree};

use crate::config::Settings;
use crate::document::{Kind, Slot};
use crate::reference::TypeNames;

/// Names of types of platforms by mission.
pub(super) struct Names<'s> {
    settings: &'s Settings,
    none: Arc<TypeNames>,
}

impl<'s> Names<'s> {
    pub(super) fn of(settings: &'s Settings) -> Self {
        Self {
            settings,
            none: Arc::default(),
        }
    }

    pub(super) fn of_mission(&self, mission: &str) -> Arc<TypeNames> {
        if self.settings.platform_names.is_empty() {
            return self.none.clone();
        }
        Arc::new(self.settings.type_names(Some(mission)))
    }
}

/// Elements of the types of platforms that the configuration gives a meaning, though the record contract does not
/// know them.
///
/// Of a record that does not say its mission only names of all missions are known: whose it is, is found out later.
pub(super) fn understood(tree: &Tree, slots: &[Slot], settings: &Settings) -> BTreeSet<u32> {
    if settings.platform_names.is_empty() {
        return BTreeSet::new();
    }
    let platforms = slots
        .iter()
        .filter(|slot| slot.kind == Some(Kind::Platform));
    let understood = platforms.flat_map(|slot| {
        let mission = slot.mission.and_then(|mission| tree.node(mission).as_str());
        let names = settings.type_names(mission);
        let types = tree.node(slot.node).get("types");
        let elements = types.into_iter().flat_map(Node::elements);
        let known = elements.filter(|element| element.as_str().is_some_and(|name| names.has(name)));
        known.map(Node::index).collect::<Vec<_>>()
    });
    understood.collect()
}
