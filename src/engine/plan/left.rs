//! What of everything that was read nobody has judged.

use rustc_hash::FxHashMap;

use super::Plan;
use super::register::{NOBODY, Number};
use super::runs::{Owner, Run};
use super::sketch::Sketch;
use crate::engine::reveal::mission_name;
use crate::report::{Countries, NotJudged};

/// How much is of units that were not judged.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::engine) struct Left {
    /// Texts that should each be a JSON value.
    pub(in crate::engine) texts: u64,
    pub(in crate::engine) records: u64,
    /// Roots of documents.
    pub(in crate::engine) values: u64,
}

impl Plan<'_> {
    /// The mission whose unit knows everything that is found in a run outside of records.
    fn home(&self, sketch: &Sketch, run: Run) -> Number {
        let Owner::Odd(at) = run.owner else {
            return self.owners(sketch, run).first().copied().unwrap_or(NOBODY);
        };
        if let [only] = self.owners(sketch, run).as_slice() {
            return *only;
        }
        let missions = sketch.odd(at).missions.iter();
        let mut told = missions.filter_map(|(number, _)| self.resolved(sketch, *number));
        told.find(|number| *number != NOBODY).unwrap_or(NOBODY)
    }

    /// How much of a document, which is so many texts and values, is of units that were not judged.
    pub(in crate::engine) fn left(
        &self,
        sketch: &Sketch,
        (texts, values): (u32, u32),
        is_judged: &[bool],
    ) -> Left {
        let is_left = |number: Number| !is_judged.get(self.unit_of(number)).unwrap_or(&false);
        let folded = sketch.more.as_deref().map(|more| &more.folded);
        let folded: FxHashMap<u32, u32> = folded.into_iter().flatten().copied().collect();
        let (mut left, mut seen) = (Left::default(), 0);
        let is_single = sketch.runs.single().is_some();
        for (run, at) in sketch.runs.iter().zip(0..) {
            let here = match run.owner {
                _ if is_single => texts,
                Owner::Odd(_) => 1,
                Owner::One(_) => folded.get(&at).copied().unwrap_or(run.records),
            };
            seen += here;
            if is_left(self.home(sketch, run)) {
                left.texts += u64::from(here);
            }
            match run.owner {
                Owner::One(number) if is_left(self.meant(number)) => {
                    left.records += u64::from(run.records);
                }
                Owner::One(_) => {}
                Owner::Odd(at) => {
                    for (number, records) in &sketch.odd(at).missions {
                        let number = self.resolved(sketch, *number).unwrap_or(NOBODY);
                        if is_left(number) {
                            left.records += u64::from(*records);
                        }
                    }
                }
            }
        }
        // What holds no record, and in which nothing was found, is of no mission.
        if is_left(NOBODY) {
            left.texts += u64::from(texts.saturating_sub(seen));
            left.values += u64::from(values);
        }
        left
    }

    /// The missions with records that were not judged, in order of their ids; what belongs to none comes first.
    pub(in crate::engine) fn not_judged(&self, is_judged: &[bool]) -> Vec<NotJudged> {
        let mut seats: FxHashMap<Number, Countries> = FxHashMap::default();
        let gathered = self.gathered.iter().flat_map(|gathered| &gathered.seats);
        let gathered = gathered.map(|(number, countries)| (self.meant(*number), countries));
        let said = self.full_sketches().flat_map(|sketch| {
            let seats = sketch.more.iter().flat_map(|more| &more.seats);
            seats.filter_map(|(number, countries)| {
                Some((self.resolved(sketch, *number)?, countries))
            })
        });
        for (number, countries) in gathered.chain(said) {
            let seat = seats.entry(number);
            seat.and_modify(|seat| *seat = Countries::Unknown)
                .or_insert_with(|| countries.clone());
        }
        let units = self.units.iter().zip(is_judged);
        let left = units.filter(|(_, is_judged)| !**is_judged);
        let numbers = left.flat_map(|(missions, _)| missions);
        let left = numbers.filter_map(|number| {
            let records = self.shares.records.get(*number as usize).copied();
            Some(NotJudged {
                mission: mission_name(self.name(*number)),
                records: records.filter(|records| *records > 0)?,
                countries: seats.remove(number).unwrap_or(Countries::Unknown),
            })
        });
        let mut left: Vec<NotJudged> = left.collect();
        left.sort_by(|one, other| one.mission.cmp(&other.mission));
        left
    }
}
