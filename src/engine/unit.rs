//! Which missions have to be judged together.
//!
//! A unit's records are read, judged and shown, and their memory given back, before or beside those of other units:
//! what a run needs at a time follows the largest units, not all missions. Missions belong together where one refers
//! to the other, or where something found in a document is about records of both. Joining too many costs memory,
//! joining too few would lose findings: so what cannot be told joins all.

use std::collections::BTreeSet;

use memchr::{memchr_iter, memmem};
use missionlint_tape::{Node, Span};
use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::route::Routed;
use crate::bundle::GLOBAL;
use crate::document::{Document, Kind};
use crate::finding::DocumentId;

/// Mission ids are not longer than this: the look back from a `/` ends there.
const LONGEST_ID: usize = 64;

/// The missions of each unit, in order; every mission of the run is in one, and so is [`GLOBAL`].
///
/// `shared` are documents in which something was found outside of any record.
pub(super) fn units<'t>(
    documents: &'t [Document],
    routed: &Routed<'t>,
    shared: &BTreeSet<DocumentId>,
) -> Vec<Vec<&'t str>> {
    let mut missions: Vec<&'t str> = routed.shares.keys().copied().collect();
    if let Err(position) = missions.binary_search(&GLOBAL) {
        missions.insert(position, GLOBAL);
    }
    let numbers: FxHashMap<&str, usize> = missions
        .iter()
        .enumerate()
        .map(|(number, mission)| (*mission, number))
        .collect();
    let mut union = Union((0..missions.len()).collect());
    // One mission alone needs nothing of others that could be found.
    let several = routed.shares.len() > 1;
    let ties: Option<Vec<Vec<(&str, &str)>>> = documents
        .par_iter()
        .filter(|_| several)
        .map(|document| references(document, routed, &numbers))
        .collect();
    match ties {
        Some(ties) => ties
            .into_iter()
            .flatten()
            .for_each(|(one, other)| union.join(numbers[one], numbers[other])),
        None => (1..missions.len()).for_each(|number| union.join(0, number)),
    }
    join_within_documents(documents, routed, shared, &numbers, &mut union);
    let mut units: FxHashMap<usize, Vec<&'t str>> = FxHashMap::default();
    for (number, mission) in missions.into_iter().enumerate() {
        units.entry(union.root(number)).or_default().push(mission);
    }
    let mut units: Vec<Vec<&'t str>> = units.into_values().collect();
    units.sort_unstable();
    units
}

/// Missions by number; each points to one it belongs with.
struct Union(Vec<usize>);

impl Union {
    fn root(&mut self, mut number: usize) -> usize {
        while self.0[number] != number {
            self.0[number] = self.0[self.0[number]];
            number = self.0[number];
        }
        number
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        self.0[one.max(other)] = one.min(other);
    }
}

/// Pairs of missions of which a record of the first seems to name the second, as `"mission/id"`. None where that
/// cannot be told from the text as it is written.
fn references<'t>(
    document: &'t Document,
    routed: &Routed<'t>,
    missions: &FxHashMap<&'t str, usize>,
) -> Option<Vec<(&'t str, &'t str)>> {
    let text = document.tree.text();
    // Escapes of the letters that a reference is made of, the slash among them: nobody writes them so.
    if memmem::find(text.as_bytes(), b"\\u00").is_some_and(|at| may_be_ascii(text, at)) {
        return None;
    }
    let mut found = Vec::new();
    for slash in memchr_iter(b'/', text.as_bytes()) {
        let Some(named) = before_slash(text, slash) else {
            continue;
        };
        if let Some((named, _)) = missions.get_key_value(named)
            && let Some(slot) = document.slot_around(span_at(slash))
        {
            let own = mission_of(document, slot, routed);
            if own != *named {
                found.push((own, *named));
            }
        }
    }
    Some(found)
}

/// Whether any escape from `at` on stands for a character of ASCII.
fn may_be_ascii(text: &str, at: usize) -> bool {
    memmem::find_iter(&text.as_bytes()[at..], b"\\u00").any(|escape| {
        text.as_bytes()
            .get(at + escape + 4)
            .is_some_and(|digit| (b'2'..=b'7').contains(digit))
    })
}

/// What stands between a quote and the slash at `slash`.
fn before_slash(text: &str, slash: usize) -> Option<&str> {
    let bytes = text.as_bytes();
    let end = slash - usize::from(slash > 0 && bytes[slash - 1] == b'\\');
    let least = end.saturating_sub(LONGEST_ID);
    let start = bytes
        .get(least..end)?
        .iter()
        .rposition(|byte| *byte == b'"')?;
    text.get(least + start + 1..end)
}

fn span_at(at: usize) -> Span {
    let at = u32::try_from(at).unwrap_or(u32::MAX);
    Span::new(at, at)
}

fn mission_of<'t>(
    document: &'t Document,
    slot: &crate::document::Slot,
    routed: &Routed<'t>,
) -> &'t str {
    routed.mission_of(document, slot).unwrap_or(GLOBAL)
}

/// Joins missions that one covers for the other, that share an envelope, or a document with findings about it as a
/// whole.
fn join_within_documents<'t>(
    documents: &'t [Document],
    routed: &Routed<'t>,
    shared: &BTreeSet<DocumentId>,
    numbers: &FxHashMap<&str, usize>,
    union: &mut Union,
) {
    let mut envelopes: FxHashMap<(DocumentId, u32), usize> = FxHashMap::default();
    let mut whole: FxHashMap<DocumentId, usize> = FxHashMap::default();
    for (mission, share) in &routed.shares {
        let number = numbers[mission];
        for (document, slot) in &share.slots {
            if let Some(envelope) = slot.envelope {
                let first = *envelopes.entry((*document, envelope)).or_insert(number);
                union.join(first, number);
            }
            if shared.contains(document) {
                let first = *whole.entry(*document).or_insert(number);
                union.join(first, number);
            }
            if slot.kind == Some(Kind::Mission) {
                let record = documents[document.0 as usize].tree.node(slot.node);
                let covering = record.get("covered_by").and_then(Node::as_str);
                if let Some(other) = covering.and_then(|other| numbers.get(other)) {
                    union.join(number, *other);
                }
            }
        }
    }
}
