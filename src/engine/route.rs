//! The records of documents that are at hand, by mission, as planned.
//!
//! A record's own mission (or its envelope's) decides, not its folder. What cannot tell its mission goes to the one
//! that the records around it name; where several are named, it blocks every mission its own text names, else all of
//! those.

use std::collections::BTreeMap;

use missionlint_tape::Span;
use rustc_hash::FxHashMap;
use serde::de::IgnoredAny;

use super::plan::{Plan, missions_named_in};
use crate::bundle::{GLOBAL, Unread};
use crate::catalogue::builtin;
use crate::document::{Blocked, Document, Kind, Obstacle, Slot};
use crate::finding::{DocumentId, Fact, Finding, Place, Safety, Spot};

/// What belongs to one mission.
#[derive(Debug, Default)]
pub(super) struct Share {
    /// Its records, in order of path and text.
    pub(super) slots: Vec<(DocumentId, Slot)>,
    /// What may belong to it.
    pub(super) unread: Vec<Unread>,
}

/// Everything in the documents at hand, by mission.
#[derive(Debug, Default)]
pub(super) struct Routed<'t> {
    pub(super) shares: BTreeMap<&'t str, Share>,
    /// Records that are judged with another mission than they name, or name none: document and token.
    adopted: BTreeMap<(DocumentId, u32), &'t str>,
    /// Missions that something which tells none may belong to, by document and first byte.
    blocked: BTreeMap<(DocumentId, u32), Vec<&'t str>>,
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

    /// Missions that something in a part of a document may belong to.
    pub(super) fn blocked_in(
        &self,
        document: DocumentId,
        text: Span,
    ) -> impl Iterator<Item = &'t str> {
        let within = (document, text.start)..=(document, text.end);
        let blocked = self.blocked.range(within);
        blocked.flat_map(|(_, missions)| missions.iter().copied())
    }
}

/// Sorts the records of documents by mission.
pub(super) fn route<'t>(documents: &'t [Document], plan: &'t Plan<'_>) -> Routed<'t> {
    let mut sorting = Sorting {
        plan,
        shares: FxHashMap::default(),
        routed: Routed::default(),
        told: None,
    };
    for document in documents {
        // In order of the text: what one document holds and what the next one does not matter.
        let mut broken = document.broken.iter().copied().peekable();
        for slot in &document.slots {
            let start = document.tree.node(slot.node).span().start;
            while let Some(broken) = broken.next_if(|broken| broken.start < start) {
                sorting.block_broken(document, broken);
            }
            sorting.route(document, slot);
        }
        for broken in broken {
            sorting.block_broken(document, broken);
        }
    }
    Routed {
        shares: sorting.shares.into_iter().collect(),
        ..sorting.routed
    }
}

fn place(document: &Document, spot: Spot) -> Place {
    Place {
        document: document.id,
        spot,
    }
}

/// [`Routed`] while records are still being sorted.
struct Sorting<'t, 'p> {
    plan: &'t Plan<'p>,
    shares: FxHashMap<&'t str, Share>,
    routed: Routed<'t>,
    /// The place that was last said to name a misspelt mission: an envelope's stands for all its records.
    told: Option<Place>,
}

impl<'t> Sorting<'t, '_> {
    fn route(&mut self, document: &'t Document, slot: &Slot) {
        let plan = self.plan;
        let mission = if slot.astray {
            let only = plan.folders.only_mission(&document.path);
            only.map(|number| plan.name(number))
        } else {
            Some(document.mission_of(slot).unwrap_or(GLOBAL))
        };
        let Some(named) = mission else {
            let node = document.tree.node(slot.node);
            let blocked = Blocked {
                place: document.place(node),
                obstacle: Obstacle::MissionUnknown,
            };
            // No rule reads records of a country's own kind, so none has missed anything.
            if !slot.kind.is_some_and(Kind::is_custom) {
                self.block(document, node.span(), blocked);
            }
            return;
        };
        let mission = plan.meant_by(named).unwrap_or(named);
        if slot.astray || mission != named {
            self.routed
                .adopted
                .insert((document.id, slot.node), mission);
        }
        if mission != named {
            self.tell_misspelt(document, slot, named, mission);
        }
        self.shares
            .entry(mission)
            .or_default()
            .slots
            .push((document.id, *slot));
    }

    /// Says that a mission is misspelt, once for each place that names it.
    fn tell_misspelt(&mut self, document: &Document, slot: &Slot, named: &str, meant: &str) {
        let Some(token) = slot.mission else { return };
        let primary = place(document, Spot::Value(token));
        if self.told.replace(primary) == Some(primary) {
            return;
        }
        let id = |id: &str| Fact::Id(id.to_owned());
        self.routed.findings.push(
            Finding::new(&builtin::MISSING_MISSION, primary)
                .with("found", id(named))
                .with("nearest", id(meant))
                .fixed_by(Safety::Suggested, vec![(primary, format!("\"{meant}\""))]),
        );
    }

    fn block_broken(&mut self, document: &'t Document, broken: Span) {
        let holds_nothing = holds_nothing(broken.slice(document.tree.text()));
        let blocked = Blocked {
            place: place(document, Spot::Bytes(broken)),
            obstacle: if holds_nothing {
                Obstacle::NoRecord
            } else {
                Obstacle::Syntax
            },
        };
        self.block(document, broken, blocked);
    }

    /// Blocks the missions that something at `span` may belong to.
    fn block(&mut self, document: &'t Document, span: Span, blocked: Blocked) {
        let plan = self.plan;
        let named = missions_named_in(span.slice(document.tree.text()));
        let mut missions: Vec<&'t str> = match plan.folders.only_mission(&document.path) {
            None if !named.is_empty() => named.into_iter().collect(),
            _ => {
                let around = plan.folders.around_or_nobody(&document.path).into_iter();
                around.map(|number| plan.name(number)).collect()
            }
        };
        for mission in &mut missions {
            *mission = plan.meant_by(mission).unwrap_or(mission);
        }
        missions.sort_unstable();
        missions.dedup();
        for mission in &missions {
            let unread = Unread {
                blocked,
                kind: None,
            };
            self.shares.entry(mission).or_default().unread.push(unread);
        }
        if !missions.is_empty() {
            let at = self.routed.blocked.entry((document.id, span.start));
            at.or_default().extend(missions);
        }
    }
}

/// Whether a text is a whole value, and nothing is in it.
fn holds_nothing(text: &str) -> bool {
    match text.trim().strip_prefix('{') {
        Some(inner) => inner.trim_start() == "}",
        None => {
            !text.trim_start().starts_with('[') && serde_json::from_str::<IgnoredAny>(text).is_ok()
        }
    }
}
