//! Missions that are misspelt: what names one is read as of the mission that the records around it name.
//!
//! ## Decisions
//! * A mission of its own is never taken for a slip: one whose record is given, one that a file or folder is named
//!   after, one that is named by the code of a country.
//! * What is taken for one is said, so that nothing is judged in silence with records of another mission.

use std::collections::{BTreeMap, BTreeSet};

use super::register::{NOBODY, Number, digest};
use super::runs::Owner;
use super::sketch::Sketch;
use super::{Folders, Plan};
use crate::nearest::nearest;
use crate::reference;

impl Plan<'_> {
    /// Gives the records of misspelt missions to those that were meant.
    pub(super) fn adopt(&mut self) {
        let all = self.shares.records.iter();
        if all.filter(|records| **records > 0).count() < 2 {
            // There is no other mission that could be meant.
            return;
        }
        let mut candidates = self.candidates();
        if candidates.is_empty() || self.shares.len() < 2 {
            return;
        }
        let whole = Folders::of(self.drawn.iter().copied(), self.inputs);
        let order: BTreeSet<(String, Number)> = candidates
            .keys()
            .map(|number| (self.name(*number).to_owned(), *number))
            .collect();
        for (_, number) in order {
            if let Some(meant) = self.meant_instead(number, &candidates, &whole) {
                self.give(number, meant, &mut candidates);
            }
        }
    }

    /// Missions for which nothing but their records speaks, with the documents that hold these.
    fn candidates(&self) -> BTreeMap<Number, BTreeSet<usize>> {
        let numbered = self.names.iter().zip(0..);
        let mut candidates: BTreeMap<Number, BTreeSet<usize>> = numbered
            .filter(|(name, number)| {
                *number != NOBODY
                    && self.shares.records[*number as usize] > 0
                    && reference::by_alpha3(&name.to_uppercase()).is_none()
            })
            .map(|(_, number)| (number, BTreeSet::new()))
            .collect();
        if candidates.is_empty() {
            return candidates;
        }
        for (number, id) in self.gathered.iter().flat_map(|gathered| &gathered.own) {
            if digest(self.name(*number)) == *id {
                candidates.remove(number);
            }
        }
        for sketch in self.full_sketches() {
            for (number, id) in sketch.more.iter().flat_map(|more| &more.own) {
                if let Some(number) = self.adopted(sketch, *number)
                    && digest(self.name(number)) == *id
                {
                    candidates.remove(&number);
                }
            }
        }
        for (at, sketch) in self.sketches().enumerate() {
            if candidates.is_empty() {
                break;
            }
            for number in self.numbers_in(&sketch) {
                let path = self.path(sketch.file);
                let mut parts = path.split('/');
                if parts.any(|part| part.split('.').next() == Some(self.name(number))) {
                    candidates.remove(&number);
                } else if let Some(documents) = candidates.get_mut(&number) {
                    documents.insert(at);
                }
            }
        }
        candidates
    }

    /// Missions that records of a document are routed to.
    fn numbers_in(&self, sketch: &Sketch) -> BTreeSet<Number> {
        let mut numbers = BTreeSet::new();
        for run in &sketch.runs {
            match run.owner {
                Owner::One(number) => numbers.extend([number]),
                Owner::Odd(at) => {
                    let missions = sketch.odd(at).missions.iter();
                    numbers
                        .extend(missions.filter_map(|(number, _)| self.adopted(sketch, *number)));
                }
            }
        }
        numbers
    }

    /// The mission that the records around all records of a mission name, if the one is a slip of the other.
    fn meant_instead(
        &self,
        number: Number,
        candidates: &BTreeMap<Number, BTreeSet<usize>>,
        folders: &Folders,
    ) -> Option<Number> {
        let documents = candidates.get(&number)?.iter();
        let mut around = documents.map(|at| {
            let path = self.path(self.drawn[*at].file());
            folders.only_other(&path, number)
        });
        let meant = around.next()??;
        let close = nearest(self.name(number), [self.name(meant)]).is_some();
        let is_there = self.shares.present[meant as usize];
        let records = &self.shares.records;
        let most = records[meant as usize] > records[number as usize];
        (close && is_there && most && around.all(|other| other == Some(meant))).then_some(meant)
    }

    fn give(
        &mut self,
        number: Number,
        meant: Number,
        candidates: &mut BTreeMap<Number, BTreeSet<usize>>,
    ) {
        let records = std::mem::take(&mut self.shares.records[number as usize]);
        self.shares.present[number as usize] = false;
        self.shares.add(meant, records);
        for before in self.meant.values_mut().filter(|before| **before == number) {
            *before = meant;
        }
        self.meant.insert(number, meant);
        let moved = candidates.get(&number).cloned().unwrap_or_default();
        if let Some(documents) = candidates.get_mut(&meant) {
            documents.extend(moved);
        }
    }
}
