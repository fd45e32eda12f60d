//! Missions that are misspelt: what names one is read as of the mission that the records around it name.
//!
//! ## Decisions
//! * A mission of its own is never taken for a slip: one whose record is given, one that a file or folder is named
//!   after, one that is named by the code of a country.
//! * What is taken for one is said, so that nothing is judged in silence with records of another mission.

use std::collections::BTreeSet;

use super::route::{Folders, Routed};
use crate::bundle::GLOBAL;
use crate::catalogue::builtin;
use crate::document::{Document, Kind};
use crate::finding::{DocumentId, Fact, Finding, Place, Safety, Spot};
use crate::nearest::nearest;
use crate::reference;

/// Gives the records of misspelt missions to those that were meant.
pub(super) fn adopt<'t>(documents: &'t [Document], routed: &mut Routed<'t>) {
    let candidates: Vec<&str> = routed
        .shares
        .keys()
        .copied()
        .filter(|mission| may_be_slip(documents, routed, mission))
        .collect();
    if candidates.is_empty() || routed.shares.len() < 2 {
        return;
    }
    let folders = Folders::of(documents);
    for mission in candidates {
        if let Some(meant) = meant_by(mission, documents, routed, &folders) {
            give(mission, meant, routed);
        }
    }
}

/// Whether nothing but the records themselves speaks for a mission of that name.
fn may_be_slip(documents: &[Document], routed: &Routed<'_>, mission: &str) -> bool {
    let share = &routed.shares[mission];
    let own_record = |(document, slot): &(DocumentId, crate::document::Slot)| {
        let node = documents[document.0 as usize].tree.node(slot.node);
        let id = node.get("id").and_then(missionlint_tape::Node::as_str);
        slot.kind == Some(Kind::Mission) && id == Some(mission)
    };
    let names_path = |(document, _): &(DocumentId, crate::document::Slot)| {
        let path = &documents[document.0 as usize].path;
        path.split('/')
            .any(|part| part.split('.').next() == Some(mission))
    };
    mission != GLOBAL
        && !share.slots.is_empty()
        && reference::by_alpha3(&mission.to_uppercase()).is_none()
        && !share.slots.iter().any(own_record)
        && !share.slots.iter().any(names_path)
}

/// The mission that the records around all records of a mission name, if the one is a slip of the other.
fn meant_by<'t>(
    mission: &str,
    documents: &'t [Document],
    routed: &Routed<'t>,
    folders: &Folders<'t>,
) -> Option<&'t str> {
    let slots = &routed.shares[mission].slots;
    let within: BTreeSet<DocumentId> = slots.iter().map(|(document, _)| *document).collect();
    let mut around = within
        .into_iter()
        .map(|document| folders.only_other(&documents[document.0 as usize], mission));
    let meant = around.next()??;
    let close = nearest(mission, [meant]).is_some();
    let most = routed.shares.get(meant)?.slots.len() > slots.len();
    (close && most && around.all(|other| other == Some(meant))).then_some(meant)
}

/// Moves all records of a mission, and says so once for each place that names it.
fn give<'t>(mission: &str, meant: &'t str, routed: &mut Routed<'t>) {
    let Some(mut share) = routed.shares.remove(mission) else {
        return;
    };
    let mut told: BTreeSet<Place> = BTreeSet::new();
    for (document, slot) in &share.slots {
        routed.adopted.insert((*document, slot.node), meant);
        let Some(token) = slot.mission else {
            continue;
        };
        let primary = Place {
            document: *document,
            spot: Spot::Value(token),
        };
        if told.insert(primary) {
            let id = |id: &str| Fact::Id(id.to_owned());
            routed.findings.push(
                Finding::new(&builtin::MISSING_MISSION, primary)
                    .with("found", id(mission))
                    .with("nearest", id(meant))
                    .fixed_by(Safety::Suggested, vec![(primary, format!("\"{meant}\""))]),
            );
        }
    }
    let into = routed.shares.entry(meant).or_default();
    into.slots.append(&mut share.slots);
    into.slots
        .sort_by_key(|(document, slot)| (*document, slot.node));
    into.unread.append(&mut share.unread);
}
