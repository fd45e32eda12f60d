//! Judging more than there is room for: as many units at a time as fit, whose documents are read again.
//!
//! Records of no mission, which every unit may need, stay at hand.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use rayon::prelude::*;

use super::Inputs;
use super::load::Loaded;
use super::plan::{Form, Plan, Run as Texts, Sketch};
use super::reread::{Key, Wanted, Wish};
use super::run::Run;
use super::work::Done;
use crate::report::RunFault;

/// A document at hand, with where it belongs.
struct Held {
    key: Key,
    loaded: Loaded,
    /// Whether it is all of its text: nothing of it need be read.
    is_whole: bool,
}

/// Units whose documents are at hand, with these.
struct Near {
    units: Vec<usize>,
    held: Vec<Held>,
}

/// What was read again, and the files that could not be.
#[derive(Default)]
struct Reread {
    held: Vec<Held>,
    faults: BTreeMap<u32, RunFault>,
}

impl Run<'_> {
    /// Judges the units in turn that are not judged yet. Units of which something has changed since it was first read
    /// are not judged: the faults say so.
    pub(super) fn judge_in_turn(
        &self,
        plan: &Plan<'_>,
        at_hand: BTreeMap<usize, Box<Loaded>>,
        inputs: &Inputs,
        done: &mut [Option<Done>],
    ) -> Vec<RunFault> {
        let mut left: Vec<bool> = done.iter().map(Option::is_none).collect();
        if !left.contains(&true) {
            return Vec::new();
        }
        let (mut resident, near) = sort_out(plan, at_hand, inputs, &mut left);
        let of_nobody = self.read_again(plan, inputs, &Wants::OfNobody, &resident);
        if !of_nobody.faults.is_empty() {
            // No unit can be judged without them.
            return of_nobody.faults.into_values().collect();
        }
        resident.extend(of_nobody.held);
        resident.sort_by_key(|held| held.key);
        if !near.units.is_empty() {
            self.judge_beside(plan, &mut resident, near.held, &near.units, done);
        }
        let mut faults = BTreeMap::new();
        for units in batches(plan, self.means.memory, &left) {
            if self.means.progress.is_stopped() {
                break;
            }
            let mut of_batch = vec![false; plan.units.len()];
            for unit in &units {
                of_batch[*unit] = true;
            }
            let wants = Wants::Units(&of_batch);
            let read = self.read_again(plan, inputs, &wants, &resident);
            let units = judgeable(plan, units, &read.faults);
            faults.extend(read.faults);
            self.judge_beside(plan, &mut resident, read.held, &units, done);
        }
        faults.into_values().collect()
    }

    /// Judges units by their documents and those that stay at hand.
    fn judge_beside(
        &self,
        plan: &Plan<'_>,
        resident: &mut Vec<Held>,
        held: Vec<Held>,
        units: &[usize],
        done: &mut [Option<Done>],
    ) {
        let stays = resident.iter().map(|held| (held.key, held.is_whole));
        let stays: BTreeMap<Key, bool> = stays.collect();
        let mut held = held;
        held.append(resident);
        held.sort_by_key(|held| held.key);
        let keys: Vec<Key> = held.iter().map(|held| held.key).collect();
        let keeps = |position: usize| stays.contains_key(&keys[position]);
        let loaded = held.into_iter().map(|held| held.loaded).collect();
        let (kept, judged) = self.judge(plan, loaded, units, &keeps);
        let kept = stays.into_iter().zip(kept);
        let kept = kept.map(|((key, is_whole), loaded)| Held {
            key,
            loaded,
            is_whole,
        });
        *resident = kept.collect();
        for (unit, judged) in judged {
            done[unit] = Some(judged);
        }
    }

    /// Reads all texts again that are wanted.
    fn read_again(
        &self,
        plan: &Plan<'_>,
        inputs: &Inputs,
        wants: &Wants<'_>,
        resident: &[Held],
    ) -> Reread {
        let is_whole = |held: &&Held| held.is_whole;
        let is_held: BTreeSet<usize> = resident
            .iter()
            .filter(is_whole)
            .map(|held| held.key.0)
            .collect();
        let drawn = plan.drawn.par_iter().enumerate();
        let wishes = drawn.filter_map(|(at, drawn)| {
            if is_held.contains(&at) {
                return None;
            }
            let sketch = drawn.sketch();
            let wanted = wanted(plan, &sketch, wants)?;
            Some((sketch.file, (at, sketch, wanted)))
        });
        let mut files: Vec<(u32, Wish<'_>)> = Vec::new();
        for (file, wish) in wishes.collect::<Vec<_>>() {
            match files.last_mut() {
                Some((last, wishes)) if *last == file => wishes.push(wish),
                _ => files.push((file, vec![wish])),
            }
        }
        let read = files.into_par_iter().map(|(file, wish)| {
            let read = self.reread(&inputs.get(file as usize), wish);
            read.map_err(|fault| (file, fault))
        });
        let mut reread = Reread::default();
        for read in read.collect::<Vec<_>>() {
            match read {
                Ok(loaded) => {
                    let held = loaded.into_iter();
                    reread.held.extend(held.map(|(key, loaded)| Held {
                        key,
                        loaded,
                        is_whole: false,
                    }));
                }
                Err((file, fault)) => {
                    reread.faults.insert(file, fault);
                }
            }
        }
        reread
    }
}

/// Sorts out what is at hand: what stays there, because every unit may need it or because it cannot be read again, and
/// what units need of which nothing is missing; these are not left.
fn sort_out(
    plan: &Plan<'_>,
    mut at_hand: BTreeMap<usize, Box<Loaded>>,
    inputs: &Inputs,
    left: &mut [bool],
) -> (Vec<Held>, Near) {
    let mut is_near = left.to_vec();
    let missing = plan.sketches().enumerate();
    let missing = missing.filter(|(at, _)| !at_hand.contains_key(at));
    for (_, sketch) in missing {
        let is_resident = |run: Texts| plan.is_of_nobody(&sketch, run);
        if !sketch.is_divisible() && sketch.runs.iter().any(is_resident) {
            continue;
        }
        for run in sketch.runs.iter().filter(|run| !is_resident(*run)) {
            for number in plan.readers(&sketch, run) {
                is_near[plan.unit_of(number)] = false;
            }
        }
    }
    let mut resident = Vec::new();
    let mut near = Near {
        units: (0..left.len()).filter(|unit| is_near[*unit]).collect(),
        held: Vec::new(),
    };
    for (at, sketch) in plan.sketches().enumerate() {
        let Some(loaded) = at_hand.remove(&at) else {
            continue;
        };
        let held = Held {
            key: (at, sketch.origin.offset),
            loaded: *loaded,
            is_whole: true,
        };
        let is_of_nobody = |run: Texts| plan.is_of_nobody(&sketch, run);
        let is_read = |run: Texts| {
            let mut readers = plan.readers(&sketch, run);
            readers.any(|number| is_near[plan.unit_of(number)])
        };
        let is_once = inputs.is_once(sketch.file as usize);
        if is_once || sketch.form == Form::Unreadable || sketch.runs.iter().any(is_of_nobody) {
            resident.push(held);
        } else if sketch.runs.iter().any(is_read) {
            near.held.push(held);
        }
    }
    for unit in &near.units {
        left[*unit] = false;
    }
    (resident, near)
}

/// Which texts are wanted.
enum Wants<'w> {
    /// Those with records of no mission.
    OfNobody,
    /// The others that units read, by unit.
    Units(&'w [bool]),
}

/// What is wanted of a document: nothing of one that cannot be read.
fn wanted(plan: &Plan<'_>, sketch: &Sketch, wants: &Wants<'_>) -> Option<Wanted> {
    let of_nobody = |run: Texts| plan.is_of_nobody(sketch, run);
    let whole = !sketch.is_divisible();
    if sketch.form == Form::Unreadable {
        return None;
    }
    if whole
        && let Wants::Units(_) = wants
        && sketch.runs.iter().any(of_nobody)
    {
        return None;
    }
    // Documents are judged in order of the text: records of no mission, which come from elsewhere, part those before
    // from those behind.
    let mut groups: Vec<Vec<Range<u32>>> = Vec::new();
    let (mut start, mut is_all, mut is_parted) = (0, true, true);
    for run in &sketch.runs {
        let is_of_nobody = of_nobody(run);
        let is_wanted = match wants {
            Wants::OfNobody => is_of_nobody,
            Wants::Units(units) => {
                let is_read = |number| units[plan.unit_of(number)];
                !is_of_nobody && plan.readers(sketch, run).any(is_read)
            }
        };
        match groups.last_mut() {
            _ if !is_wanted => {
                is_all = false;
                is_parted |= is_of_nobody || matches!(wants, Wants::OfNobody);
            }
            Some(lines) if !is_parted => match lines.last_mut() {
                Some(last) if last.end == start => last.end = run.end,
                _ => lines.push(start..run.end),
            },
            _ => {
                let lines = start..run.end;
                groups.push(vec![lines]);
            }
        }
        is_parted &= !is_wanted;
        start = run.end;
    }
    match groups.as_slice() {
        [] => None,
        _ if is_all || whole => Some(Wanted::All),
        _ => Some(Wanted::Lines(groups)),
    }
}

/// Units whose texts fit into so many bytes together, in order of where they begin.
fn batches(plan: &Plan<'_>, memory: u64, wanted: &[bool]) -> Vec<Vec<usize>> {
    let mut sizes: Vec<u64> = vec![0; plan.units.len()];
    let mut order = Vec::new();
    let mut seen = vec![false; plan.units.len()];
    for sketch in plan.sketches() {
        let mut start = 0;
        let mut whole = BTreeSet::new();
        for run in &sketch.runs {
            let readers = plan.readers(&sketch, run);
            let units: BTreeSet<usize> = readers.map(|it| plan.unit_of(it)).collect();
            for unit in &units {
                if !std::mem::replace(&mut seen[*unit], true) {
                    order.push(*unit);
                }
                if sketch.is_divisible() {
                    sizes[*unit] += u64::from(run.end.saturating_sub(start));
                }
            }
            whole.extend(units);
            start = run.end;
        }
        if !sketch.is_divisible() {
            for unit in whole {
                sizes[unit] += sketch.length;
            }
        }
    }
    let rest = (0..plan.units.len()).filter(|unit| !seen[*unit]);
    order.extend(rest);
    let mut batches: Vec<Vec<usize>> = Vec::new();
    let mut left = 0;
    for unit in order.into_iter().filter(|unit| wanted[*unit]) {
        let size = sizes[unit];
        match batches.last_mut() {
            Some(last) if size <= left => {
                last.push(unit);
                left -= size;
            }
            _ => {
                batches.push(vec![unit]);
                left = memory.saturating_sub(size);
            }
        }
    }
    batches
}

/// The units that need nothing of files that have changed.
fn judgeable(
    plan: &Plan<'_>,
    mut units: Vec<usize>,
    faults: &BTreeMap<u32, RunFault>,
) -> Vec<usize> {
    if faults.is_empty() {
        return units;
    }
    let changed = plan.sketches();
    let changed = changed.filter(|sketch| faults.contains_key(&sketch.file));
    let mut concerned = BTreeSet::new();
    for sketch in changed {
        let readers = sketch
            .runs
            .iter()
            .flat_map(|run| plan.readers(&sketch, run));
        concerned.extend(readers.map(|number| plan.unit_of(number)));
    }
    units.retain(|unit| !concerned.contains(unit));
    units
}
