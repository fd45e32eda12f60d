//! Judging more than there is room for: as many units at a time as fit, whose documents are read again.
//!
//! Records of no mission, which every unit may need, stay at hand.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use rayon::prelude::*;

use super::Input;
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
}

/// What was read again, and the files that could not be.
#[derive(Default)]
struct Reread {
    held: Vec<Held>,
    faults: BTreeMap<u32, RunFault>,
}

impl Run<'_> {
    /// Judges units in turn. Those of which something has changed since it was first read are not judged: the faults
    /// say so.
    pub(super) fn judge_in_turn(
        &self,
        plan: &Plan<'_>,
        at_hand: Vec<Option<Box<Loaded>>>,
        inputs: &[Input],
        units: &[usize],
        done: &mut [Option<Done>],
    ) -> Vec<RunFault> {
        let fits = self.fits(plan, &at_hand, units);
        let stays = |sketch: &Sketch| fits || sketch.form == Form::Unreadable;
        let at_hand = at_hand.into_iter().zip(&plan.sketches);
        let at_hand = at_hand.map(|(loaded, sketch)| loaded.filter(|_| stays(sketch)));
        let at_hand: Vec<Option<Box<Loaded>>> = at_hand.collect();
        let is_there: Vec<bool> = at_hand.iter().map(Option::is_some).collect();
        let mut resident = self.read_again(plan, inputs, &Wants::OfNobody, &is_there);
        if !resident.faults.is_empty() {
            // No unit can be judged without them.
            return resident.faults.into_values().collect();
        }
        let at_hand = at_hand.into_iter().enumerate();
        let staying = at_hand.filter_map(|(at, loaded)| {
            let key = (at, 0);
            let loaded = *loaded?;
            Some(Held { key, loaded })
        });
        resident.held.extend(staying);
        let mut faults = BTreeMap::new();
        let batches = if fits {
            vec![units.to_vec()]
        } else {
            batches(plan, units, self.means.memory)
        };
        for units in batches {
            if self.means.progress.is_stopped() {
                break;
            }
            let mut of_batch = vec![false; plan.units.len()];
            for unit in &units {
                of_batch[*unit] = true;
            }
            let read = self.read_again(plan, inputs, &Wants::Units(&of_batch), &is_there);
            let units = judgeable(plan, units, &read.faults);
            faults.extend(read.faults);
            let is_resident = resident.held.iter().map(|held| held.key);
            let is_resident: BTreeSet<Key> = is_resident.collect();
            let mut held = std::mem::take(&mut resident.held);
            held.extend(read.held);
            held.sort_by_key(|held| held.key);
            let keys: Vec<Key> = held.iter().map(|held| held.key).collect();
            let keeps = |position: usize| is_resident.contains(&keys[position]);
            let loaded = held.into_iter().map(|held| held.loaded).collect();
            let (kept, judged) = self.judge(plan, loaded, &units, &keeps);
            let keys = is_resident.iter().copied();
            resident.held = keys
                .zip(kept)
                .map(|(key, loaded)| Held { key, loaded })
                .collect();
            for (unit, judged) in judged {
                done[unit] = Some(judged);
            }
        }
        faults.into_values().collect()
    }

    /// Whether units can be judged at once: there is room for what they read beside what is at hand.
    fn fits(&self, plan: &Plan<'_>, at_hand: &[Option<Box<Loaded>>], units: &[usize]) -> bool {
        if self.shelf.is_none() {
            // What is not at hand had no room.
            return false;
        }
        let mut wanted = vec![false; plan.units.len()];
        for unit in units {
            wanted[*unit] = true;
        }
        let is_read = |sketch: &Sketch| {
            let of_nobody = |run| plan.is_of_nobody(sketch, run);
            let mut readers = sketch.runs.iter().flat_map(|run| plan.readers(sketch, run));
            readers.any(|number| wanted[plan.unit_of(number)]) || sketch.runs.iter().any(of_nobody)
        };
        let all = plan.sketches.iter().zip(at_hand);
        let read = all.filter(|(sketch, loaded)| loaded.is_some() || is_read(sketch));
        read.map(|(sketch, _)| sketch.length).sum::<u64>() <= self.means.memory
    }

    /// Reads all texts again that are wanted and not there.
    fn read_again(
        &self,
        plan: &Plan<'_>,
        inputs: &[Input],
        wants: &Wants<'_>,
        is_there: &[bool],
    ) -> Reread {
        let sketches = plan.sketches.par_iter().enumerate();
        let sketches = sketches.filter(|(at, _)| !is_there[*at]);
        let wishes = sketches.filter_map(|(at, sketch)| {
            let wanted = wanted(plan, sketch, wants)?;
            Some((sketch.file, (at, *sketch, wanted)))
        });
        let mut files: Vec<(u32, Wish<'_>)> = Vec::new();
        for (file, wish) in wishes.collect::<Vec<_>>() {
            match files.last_mut() {
                Some((last, wishes)) if *last == file => wishes.push(wish),
                _ => files.push((file, vec![wish])),
            }
        }
        let read = files.into_par_iter().map(|(file, wish)| {
            let read = self.reread(&inputs[file as usize], wish);
            read.map_err(|fault| (file, fault))
        });
        let mut reread = Reread::default();
        for read in read.collect::<Vec<_>>() {
            match read {
                Ok(loaded) => {
                    let held = loaded.into_iter();
                    reread
                        .held
                        .extend(held.map(|(key, loaded)| Held { key, loaded }));
                }
                Err((file, fault)) => {
                    reread.faults.insert(file, fault);
                }
            }
        }
        reread
    }
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
    let of_nobody = |run: &Texts| plan.is_of_nobody(sketch, run);
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
    let mut lines: Vec<Range<u32>> = Vec::new();
    let (mut start, mut is_all) = (0, true);
    for run in &sketch.runs {
        let is_wanted = match wants {
            Wants::OfNobody => of_nobody(run),
            Wants::Units(units) => {
                let mut readers = plan.readers(sketch, run).into_iter();
                !of_nobody(run) && readers.any(|number| units[plan.unit_of(number)])
            }
        };
        match lines.last_mut() {
            _ if !is_wanted => is_all = false,
            Some(last) if last.end == start => last.end = run.end,
            _ => lines.push(start..run.end),
        }
        start = run.end;
    }
    match lines.as_slice() {
        [] => None,
        _ if is_all || whole => Some(Wanted::All),
        _ => Some(Wanted::Lines(lines)),
    }
}

/// Those of some units whose texts fit into so many bytes together, in order of where they begin.
fn batches(plan: &Plan<'_>, units: &[usize], memory: u64) -> Vec<Vec<usize>> {
    let mut sizes: Vec<u64> = vec![0; plan.units.len()];
    let mut order = Vec::new();
    let mut seen = vec![true; plan.units.len()];
    for unit in units {
        seen[*unit] = false;
    }
    for sketch in &plan.sketches {
        let mut start = 0;
        let mut whole = BTreeSet::new();
        for run in &sketch.runs {
            let owners = plan.readers(sketch, run);
            let units: BTreeSet<usize> = owners.iter().map(|it| plan.unit_of(*it)).collect();
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
    for unit in order {
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
    let changed = plan.sketches.iter();
    let changed = changed.filter(|sketch| faults.contains_key(&sketch.file));
    let runs = changed.flat_map(|sketch| sketch.runs.iter().map(move |run| (sketch, run)));
    let readers = runs.flat_map(|(sketch, run)| plan.readers(sketch, run));
    let concerned: BTreeSet<usize> = readers.map(|number| plan.unit_of(number)).collect();
    units.retain(|unit| !concerned.contains(unit));
    units
}
