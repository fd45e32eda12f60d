//! Which mission every record of a run belongs to, and which missions are judged together: decided on sketches of all
//! documents, so with complete knowledge, before or without having their texts at hand.

mod folders;
mod key;
mod left;
mod misspelt;
mod named;
mod plain;
mod register;
mod runs;
mod seat;
mod sketch;
mod told;
mod unit;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use rustc_hash::FxHashMap;

pub(super) use folders::Folders;
pub(super) use left::Left;
pub(super) use named::missions_named_in;
pub(super) use plain::{Drawn, Gathered, Plain};
pub(super) use register::{ASTRAY, NOBODY, Number, Register, digest};
pub(super) use runs::{Owner, Run};
#[cfg(test)]
pub(super) use sketch::Odd;
pub(super) use sketch::{Form, More, Sketch, UNNUMBERED, sketch};

use super::Inputs;

/// What is decided about a run.
#[derive(Debug)]
pub(super) struct Plan<'s> {
    /// All documents, in order of path and text.
    pub(super) drawn: Vec<Drawn<'s>>,
    /// What they say of missions.
    gathered: Option<&'s Gathered>,
    /// The files, by number.
    inputs: &'s Inputs,
    /// Names of missions by number, also of those that nothing belongs to.
    names: Vec<Arc<str>>,
    pub(super) folders: Folders,
    /// Misspelt missions with those that are meant.
    meant: FxHashMap<Number, Number>,
    shares: Shares,
    /// The missions of each unit, in order; every mission of the run is in one, and so is
    /// [`GLOBAL`](crate::bundle::GLOBAL).
    pub(super) units: Vec<Vec<Number>>,
    unit_of: FxHashMap<Number, usize>,
    number_by_name: FxHashMap<Arc<str>, Number>,
}

/// How much belongs to each mission, by number.
#[derive(Debug, Default)]
struct Shares {
    records: Vec<u64>,
    /// Whether it has records, or something that may be one of them.
    present: Vec<bool>,
}

impl Shares {
    fn add(&mut self, number: Number, records: u64) {
        let at = number as usize;
        if let (Some(count), Some(present)) = (self.records.get_mut(at), self.present.get_mut(at)) {
            *count += records;
            *present = true;
        }
    }

    fn len(&self) -> usize {
        self.present.iter().filter(|present| **present).count()
    }
}

impl<'s> Plan<'s> {
    /// Decides about all documents of a run, given in order of path and text, with what plain ones say of missions.
    pub(super) fn new(
        (drawn, gathered): (Vec<Drawn<'s>>, &'s Gathered),
        inputs: &'s Inputs,
        register: &Register,
    ) -> Self {
        let mut full = drawn.iter().filter_map(|drawn| drawn.full());
        let is_unsettled = full.any(Sketch::is_unsettled);
        let folders = is_unsettled.then(|| Folders::of(drawn.iter().copied(), inputs));
        Self::by((drawn, Some(gathered)), inputs, register, folders)
    }

    /// Decides about documents, given in order of path and text, by what is known of folders: nothing, where all
    /// that is in the documents tells its mission.
    pub(super) fn by(
        (drawn, gathered): (Vec<Drawn<'s>>, Option<&'s Gathered>),
        inputs: &'s Inputs,
        register: &Register,
        folders: Option<Folders>,
    ) -> Self {
        let names = register.names();
        let mut plan = Self {
            shares: Shares {
                records: vec![0; names.len()],
                present: vec![false; names.len()],
            },
            names,
            drawn,
            gathered,
            inputs,
            folders: folders.unwrap_or_default(),
            meant: FxHashMap::default(),
            units: Vec::new(),
            unit_of: FxHashMap::default(),
            number_by_name: FxHashMap::default(),
        };
        plan.share_out();
        plan.adopt();
        let numbered = plan.names.iter().zip(0..);
        let wanted = numbered.filter(|(_, number)| {
            *number == NOBODY
                || plan.shares.present[*number as usize]
                || plan.meant.contains_key(number)
        });
        plan.number_by_name = wanted
            .map(|(name, number)| (name.clone(), number))
            .collect();
        plan.units = plan.divide();
        let units = plan.units.iter().enumerate();
        plan.unit_of = units
            .flat_map(|(unit, missions)| missions.iter().map(move |number| (*number, unit)))
            .collect();
        plan
    }

    /// The sketches of all documents, in order of path and text.
    pub(super) fn sketches(&self) -> impl Iterator<Item = Cow<'s, Sketch>> {
        self.drawn.iter().map(|drawn| drawn.sketch())
    }

    /// The sketches that are at length.
    pub(super) fn full_sketches(&self) -> impl Iterator<Item = &'s Sketch> {
        self.drawn.iter().filter_map(|drawn| drawn.full())
    }

    /// The path of a file.
    fn path(&self, file: u32) -> Cow<'s, str> {
        self.inputs.path(file as usize)
    }

    fn share_out(&mut self) {
        let mut shares = std::mem::take(&mut self.shares);
        for sketch in self.sketches() {
            for run in &sketch.runs {
                match run.owner {
                    Owner::One(number) => shares.add(number, run.records.into()),
                    Owner::Odd(at) => {
                        for (number, records) in &sketch.odd(at).missions {
                            if let Some(number) = self.adopted(&sketch, *number) {
                                shares.add(number, (*records).into());
                            }
                        }
                        for number in self.blocked(&sketch, at) {
                            shares.add(number, 0);
                        }
                    }
                }
            }
        }
        self.shares = shares;
    }

    /// The mission of records as far as folders tell it: none where they do not.
    fn adopted(&self, sketch: &Sketch, number: Number) -> Option<Number> {
        if number == ASTRAY {
            self.folders.only_mission(&self.path(sketch.file))
        } else {
            Some(number)
        }
    }

    /// Missions that something in an odd text may belong to.
    fn blocked(&self, sketch: &Sketch, odd: u32) -> BTreeSet<Number> {
        let strays = sketch.odd(odd).strays.iter();
        let path = self.path(sketch.file);
        strays
            .flat_map(|stray| self.folders.blocked_by(stray, &path))
            .collect()
    }

    /// The mission that is meant by a name.
    fn meant(&self, number: Number) -> Number {
        self.meant.get(&number).copied().unwrap_or(number)
    }

    /// The mission that records are judged with: none where that cannot be told.
    fn resolved(&self, sketch: &Sketch, number: Number) -> Option<Number> {
        self.adopted(sketch, number)
            .map(|number| self.meant(number))
    }

    /// The missions that records of a run belong to, or may belong to, each once.
    pub(super) fn owners(&self, sketch: &Sketch, run: Run) -> Vec<Number> {
        match run.owner {
            Owner::One(number) => vec![self.meant(number)],
            Owner::Odd(at) => {
                let missions = sketch.odd(at).missions.iter();
                let records = missions.filter_map(|(number, _)| self.resolved(sketch, *number));
                let blocked = self.blocked(sketch, at).into_iter();
                let all = records.chain(blocked.map(|number| self.meant(number)));
                let each: BTreeSet<Number> = all.collect();
                each.into_iter().collect()
            }
        }
    }

    /// Whether records of a run belong to no mission, or may belong to none.
    pub(super) fn is_of_nobody(&self, sketch: &Sketch, run: Run) -> bool {
        match run.owner {
            Owner::One(number) => number == NOBODY,
            Owner::Odd(_) => self.owners(sketch, run).contains(&NOBODY),
        }
    }

    /// The name of a mission.
    pub(super) fn name(&self, number: Number) -> &str {
        self.names
            .get(number as usize)
            .map_or(crate::bundle::GLOBAL, |name| name)
    }

    /// The mission that is meant by a misspelt name.
    pub(super) fn meant_by(&self, name: &str) -> Option<&str> {
        if self.meant.is_empty() {
            return None;
        }
        let meant = self.meant.get(self.number_by_name.get(name)?)?;
        Some(self.name(*meant))
    }

    /// The unit of a mission: that of records of no mission for one that is not in the run.
    pub(super) fn unit_of(&self, number: Number) -> usize {
        let unit = self.unit_of.get(&number).or(self.unit_of.get(&NOBODY));
        unit.copied().unwrap_or_default()
    }

    /// The unit of a mission by its name.
    pub(super) fn unit_named(&self, mission: &str) -> usize {
        let number = self.number_by_name.get(mission);
        self.unit_of(number.copied().unwrap_or(NOBODY))
    }

    /// The missions of a unit, by name.
    pub(super) fn missions_of(&self, unit: usize) -> Vec<&str> {
        let missions = self.units[unit].iter();
        missions.map(|number| self.name(*number)).collect()
    }

    /// Number of missions that have records in the run.
    pub(super) fn missions(&self) -> usize {
        let records = self.shares.records.iter().enumerate();
        records
            .filter(|(number, records)| *number != NOBODY as usize && **records > 0)
            .count()
    }

    /// Whether a mission has records in the run.
    pub(super) fn has_records(&self, mission: &str) -> bool {
        let number = self.number_by_name.get(mission);
        number.is_some_and(|number| self.shares.records[*number as usize] > 0)
    }

    /// The paths of files that documents were read from.
    pub(super) fn files(&self) -> impl Iterator<Item = Cow<'s, str>> {
        let files = self.drawn.iter().map(|drawn| drawn.file());
        let mut last = None;
        let files = files.filter(move |file| last.replace(*file) != Some(*file));
        files.map(|file| self.path(file))
    }

    /// Whether nothing was lost to slips in any document.
    pub(super) fn is_sound(&self) -> bool {
        self.full_sketches().all(|sketch| sketch.is_sound)
    }
}
