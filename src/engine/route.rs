//! Which mission each record belongs to, and which missions something unread may belong to.
//!
//! A record's own mission (or its envelope's) decides, not its folder. What cannot tell its mission goes to the one
//! that the records around it name; where several are named, it blocks every mission its own text names, else all of
//! those.

use std::collections::{BTreeMap, BTreeSet};

use missionlint_tape::Span;
use rustc_hash::FxHashMap;

use super::misspelt;
use crate::bundle::{GLOBAL, Unread};
use crate::document::{Blocked, Document, Kind, Obstacle, Slot};
use crate::finding::{DocumentId, Finding, Place, Spot};

/// What belongs to one mission.
#[derive(Debug, Default)]
pub(super) struct Share {
    /// Its records, in order of path and text.
    pub(super) slots: Vec<(DocumentId, Slot)>,
    /// What may belong to it.
    pub(super) unread: Vec<Unread>,
}

/// Everything, by mission.
#[derive(Debug, Default)]
pub(super) struct Routed<'t> {
    pub(super) shares: BTreeMap<&'t str, Share>,
    /// Records that were given a mission by the records around them: document and token.
    pub(super) adopted: BTreeMap<(DocumentId, u32), &'t str>,
    /// Missions that are misspelt.
    pub(super) findings: Vec<Finding>,
}

impl<'t> Routed<'t> {
    /// The mission that a record is judged with.
    pub(super) fn mission_of<'d>(&self, document: &'d Document, slot: &Slot) -> Option<&'d str>
    where
        't: 'd,
    {
        let adopted = self.adopted.get(&(document.id, slot.node)).copied();
        adopted.or_else(|| document.mission_of(slot).filter(|_| !slot.astray))
    }
}

impl Routed<'_> {
    /// Number of missions that have records in the run.
    pub(super) fn missions(&self) -> usize {
        self.shares
            .iter()
            .filter(|(id, share)| **id != GLOBAL && !share.slots.is_empty())
            .count()
    }
}

/// Sorts the records of all documents by mission.
pub(super) fn route(documents: &[Document]) -> Routed<'_> {
    let folders = if documents.iter().all(is_settled) {
        Folders::default()
    } else {
        Folders::of(documents)
    };
    let mut routed = Sorting::default();
    for document in documents {
        for slot in &document.slots {
            route_slot(document, slot, &folders, &mut routed);
        }
        for &broken in &document.broken {
            let blocked = Blocked {
                place: place(document, Spot::Bytes(broken)),
                obstacle: Obstacle::Syntax,
            };
            block(document, broken, blocked, &folders, &mut routed);
        }
    }
    let mut routed = Routed {
        shares: routed.shares.into_iter().collect(),
        adopted: routed.adopted,
        findings: Vec::new(),
    };
    misspelt::adopt(documents, &mut routed);
    routed
}

/// [`Routed`] while records are still being sorted.
#[derive(Default)]
struct Sorting<'t> {
    shares: FxHashMap<&'t str, Share>,
    adopted: BTreeMap<(DocumentId, u32), &'t str>,
}

fn is_settled(document: &Document) -> bool {
    document.broken.is_empty() && document.slots.iter().all(|slot| !slot.astray)
}

fn place(document: &Document, spot: Spot) -> Place {
    Place {
        document: document.id,
        spot,
    }
}

fn route_slot<'t>(
    document: &'t Document,
    slot: &Slot,
    folders: &Folders<'t>,
    routed: &mut Sorting<'t>,
) {
    let mission = if slot.astray {
        folders.only_mission(document)
    } else {
        Some(document.mission_of(slot).unwrap_or(GLOBAL))
    };
    if let Some(mission) = mission {
        if slot.astray {
            routed.adopted.insert((document.id, slot.node), mission);
        }
        routed
            .shares
            .entry(mission)
            .or_default()
            .slots
            .push((document.id, *slot));
        return;
    }
    if slot.kind.is_some_and(Kind::is_custom) {
        // No rule reads it, so none has missed anything.
        return;
    }
    let node = document.tree.node(slot.node);
    let blocked = Blocked {
        place: document.place(node),
        obstacle: Obstacle::MissionUnknown,
    };
    block(document, node.span(), blocked, folders, routed);
}

/// Blocks the missions that something at `span` may belong to.
fn block<'t>(
    document: &'t Document,
    span: Span,
    blocked: Blocked,
    folders: &Folders<'t>,
    routed: &mut Sorting<'t>,
) {
    let mut missions = folders.around(document);
    if missions.len() != 1 {
        let named = missions_named_in(span.slice(document.tree.text()));
        if !named.is_empty() {
            missions = named;
        }
    }
    if missions.is_empty() {
        missions.insert(GLOBAL);
    }
    for mission in missions {
        routed
            .shares
            .entry(mission)
            .or_default()
            .unread
            .push(Unread {
                blocked,
                kind: None,
            });
    }
}

/// Missions named by the records in each folder and below it.
#[derive(Default)]
pub(super) struct Folders<'t> {
    missions: BTreeMap<&'t str, BTreeSet<&'t str>>,
}

impl<'t> Folders<'t> {
    pub(super) fn of(documents: &'t [Document]) -> Self {
        let mut folders = Self::default();
        for document in documents {
            let named = document
                .slots
                .iter()
                .filter_map(|slot| document.mission_of(slot));
            let named: BTreeSet<&str> = named.collect();
            for folder in ancestors(&document.path) {
                folders.missions.entry(folder).or_default().extend(&named);
            }
        }
        folders
    }

    /// Missions named in the folder of a document, or in the nearest folder above that names any.
    fn around(&self, document: &'t Document) -> BTreeSet<&'t str> {
        let named = ancestors(&document.path).filter_map(|folder| self.missions.get(folder));
        named
            .into_iter()
            .find(|missions| !missions.is_empty())
            .cloned()
            .unwrap_or_default()
    }

    /// The one mission beside `named` in the nearest folder of a document that names another.
    pub(super) fn only_other(&self, document: &'t Document, named: &str) -> Option<&'t str> {
        let mut folders = ancestors(&document.path).filter_map(|folder| self.missions.get(folder));
        folders.find_map(|missions| {
            let mut others = missions.iter().copied().filter(|other| *other != named);
            let first = others.next()?;
            Some(others.next().is_none().then_some(first))
        })?
    }

    fn only_mission(&self, document: &'t Document) -> Option<&'t str> {
        let around = self.around(document);
        if around.len() == 1 {
            around.into_iter().next()
        } else {
            None
        }
    }
}

/// The folders of a path, innermost first, ending with the empty one.
fn ancestors(path: &str) -> impl Iterator<Item = &str> {
    let mut next = Some(path);
    std::iter::from_fn(move || {
        let here = next?;
        let folder = here.rsplit_once('/').map_or("", |(folder, _)| folder);
        next = if here.is_empty() || folder == here {
            None
        } else {
            Some(folder)
        };
        if here.is_empty() { None } else { Some(folder) }
    })
}

/// Values of `"mission"` in a text that may be no JSON.
fn missions_named_in(text: &str) -> BTreeSet<&str> {
    let after_key = text.split("\"mission\"").skip(1);
    after_key
        .filter_map(|rest| {
            let value = rest
                .trim_start()
                .strip_prefix(':')?
                .trim_start()
                .strip_prefix('"')?;
            let id = &value[..value.find(['"', '\n', '\\'])?];
            (!id.is_empty()
                && id
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'))
            .then_some(id)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_go_outwards() {
        assert_eq!(
            ancestors("a/b/c.json").collect::<Vec<_>>(),
            ["a/b", "a", ""]
        );
        assert_eq!(ancestors("c.json").collect::<Vec<_>>(), [""]);
    }

    #[test]
    fn missions_are_read_from_broken_text() {
        let named = missions_named_in(
            "{\"mission\" : \"mli\", {\"mission\":\"eth\" \"mission\": 3, \"mission\":\"a b\"",
        );
        assert_eq!(named.into_iter().collect::<Vec<_>>(), ["eth", "mli"]);
    }
}
