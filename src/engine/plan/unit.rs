//! Which missions have to be judged together.
//!
//! A unit's records are read, judged and shown, and their memory given back, before or beside those of other units:
//! what a run needs at a time follows the largest units, not all missions. Missions belong together where one refers
//! to the other, or where something found in a text is about records of both. Joining too many costs memory,
//! joining too few would lose findings: so what cannot be told joins all.

use rustc_hash::FxHashMap;

use super::Plan;
use super::register::{NOBODY, Number, digest};
use super::sketch::{More, Sketch};

impl Plan<'_> {
    /// The missions of each unit, in order; every mission of the run is in one, and so is
    /// [`GLOBAL`](crate::bundle::GLOBAL).
    pub(super) fn divide(&self) -> Vec<Vec<Number>> {
        let present = self.shares.present.iter().zip(0..);
        let mut missions: Vec<Number> = present
            .filter(|(present, number)| **present || *number == NOBODY)
            .map(|(_, number)| number)
            .collect();
        missions.sort_by(|one, other| self.name(*one).cmp(self.name(*other)));
        let ranks = missions.iter().zip(0..);
        let mut joining = Joining {
            plan: self,
            ranks: ranks
                .clone()
                .map(|(number, rank)| (*number, rank))
                .collect(),
            by_digest: ranks
                .map(|(number, rank)| (digest(self.name(*number)), rank))
                .collect(),
            union: Union((0..missions.len()).collect()),
        };
        // One mission alone needs nothing of others that could be found.
        let several = self.shares.len() > 1;
        let with_more = self.full_sketches();
        let with_more = with_more.filter_map(|sketch| Some((sketch, sketch.more.as_deref()?)));
        for (sketch, more) in with_more {
            if several && more.untold {
                joining.join_all();
            }
            joining.join_within(sketch, more);
        }
        for (number, named) in self.gathered.iter().flat_map(|gathered| &gathered.ties) {
            joining.join_named(self.meant(*number), *named);
        }
        let mut union = joining.union;
        let mut units: FxHashMap<usize, Vec<Number>> = FxHashMap::default();
        for (rank, number) in missions.into_iter().enumerate() {
            units.entry(union.root(rank)).or_default().push(number);
        }
        // The missions of a unit are in order, and so the units are by their first.
        let mut units: Vec<(usize, Vec<Number>)> = units.into_iter().collect();
        units.sort_unstable();
        units.into_iter().map(|(_, missions)| missions).collect()
    }

    /// What may be names of missions that records of a unit refer to, where sketches at length tell it: with the unit.
    pub(in crate::engine) fn references(&self) -> impl Iterator<Item = (usize, u64)> {
        self.full_sketches().flat_map(move |sketch| {
            let ties = sketch.more.iter().flat_map(|more| &more.ties);
            ties.map(move |(number, named)| {
                let number = self.resolved(sketch, *number).unwrap_or(NOBODY);
                (self.unit_of(number), *named)
            })
        })
    }
}

struct Joining<'p> {
    plan: &'p Plan<'p>,
    /// Positions of missions in the order of their names.
    ranks: FxHashMap<Number, usize>,
    by_digest: FxHashMap<u64, usize>,
    union: Union,
}

impl Joining<'_> {
    fn join_all(&mut self) {
        (1..self.union.0.len()).for_each(|rank| self.union.join(0, rank));
    }

    /// Joins a mission with the one whose name may be this.
    fn join_named(&mut self, number: Number, named: u64) {
        let pair = (self.ranks.get(&number), self.by_digest.get(&named));
        if let (Some(one), Some(other)) = pair {
            self.union.join(*one, *other);
        }
    }

    /// Joins missions of which one names or covers the other, that share an envelope, or a text with findings about it
    /// as a whole.
    fn join_within(&mut self, sketch: &Sketch, more: &More) {
        for (number, named) in &more.ties {
            let number = self.plan.resolved(sketch, *number);
            self.join_named(number.unwrap_or(NOBODY), *named);
        }
        let mut pairs = Vec::new();
        let told = |number: Number| {
            let number = self.plan.resolved(sketch, number)?;
            self.ranks.get(&number).copied()
        };
        for (one, other) in &more.envelopes {
            if let (Some(one), Some(other)) = (told(*one), told(*other)) {
                pairs.push((one, other));
            }
        }
        for odd in more.odd.iter().filter(|odd| odd.outside) {
            let mut all = odd.missions.iter().filter_map(|(number, _)| told(*number));
            if let Some(first) = all.next() {
                pairs.extend(all.map(|other| (first, other)));
            }
        }
        for (one, other) in pairs {
            self.union.join(one, other);
        }
    }
}

/// Missions by rank; each points to one it belongs with.
struct Union(Vec<usize>);

impl Union {
    fn root(&mut self, mut rank: usize) -> usize {
        while self.0[rank] != rank {
            self.0[rank] = self.0[self.0[rank]];
            rank = self.0[rank];
        }
        rank
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        self.0[one.max(other)] = one.min(other);
    }
}
