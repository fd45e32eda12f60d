//! What becomes of units and of documents when room is made for more.

use std::collections::VecDeque;

use rustc_hash::FxHashSet;

use super::Inputs;
use super::plan::{Drawn, Form, NOBODY, Number, Plan, Sketch, digest};

/// Of more files none is named after a mission.
const FILES: usize = 1000;

/// What becomes of a unit now.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    /// It is judged.
    Complete,
    /// There may be more of it.
    Waiting,
    /// It refers to a mission that may come, and there is room to wait for it.
    Referring,
    /// It was judged, and nothing has come since that belongs with it.
    Judged,
    /// A part of it was given up before.
    Spent,
    /// It is judged when everything is read.
    OfNobody,
}

/// What stands for the names of folders, and of files where there are few: those that are named after their mission are.
pub(super) fn named(inputs: &Inputs) -> FxHashSet<u64> {
    let mut named = FxHashSet::default();
    let mut last = "";
    for at in 0..inputs.len() {
        let folder = inputs.folder(at);
        if folder != last {
            named.extend(folder.split('/').map(digest));
            last = folder;
        }
        if inputs.len() <= FILES {
            let path = inputs.path(at);
            let name = path.rsplit('/').next().unwrap_or_default();
            named.extend(name.split('.').next().map(digest));
        }
    }
    named
}

/// Who reads a document that is kept.
pub(super) struct Reading {
    /// Whether a unit that is judged reads it.
    pub(super) is_needed: bool,
    /// Whether it is needed any longer.
    pub(super) stays: bool,
}

impl Reading {
    /// `has_room` tells whether what will be judged at the end may be held until then.
    pub(super) fn of(plan: &Plan<'_>, sketch: &Sketch, fates: &[Fate], has_room: bool) -> Self {
        let mut reading = Self {
            is_needed: false,
            stays: sketch.form == Form::Unreadable,
        };
        for run in &sketch.runs {
            let is_of_nobody = plan.is_of_nobody(sketch, run);
            reading.is_needed |= is_of_nobody;
            reading.stays |= is_of_nobody;
            for number in plan.readers(sketch, run) {
                match fates[plan.unit_of(number)] {
                    Fate::Complete => reading.is_needed = true,
                    Fate::Waiting | Fate::Referring | Fate::OfNobody => reading.stays = true,
                    Fate::Judged => {}
                    Fate::Spent => reading.stays |= has_room,
                }
            }
        }
        reading
    }
}

/// So many missions before the one at the end of what was read wait with it: what comes next may refer to them.
pub(super) const NEAR: usize = 2;

/// Missions of which more may come, or what refers to them: those at the end of what was read, and those whose lines
/// are mixed with others'.
/// `open` are files that are not read to their end, `last` the one that was begun last. While there are `large` files to
/// be read, all that is not in one of them yet may come in one.
pub(super) fn unfinished(
    plan: &Plan<'_>,
    open: &[usize],
    last: Option<usize>,
    large: &[u32],
) -> FxHashSet<Number> {
    let is_large = |file: usize| large.iter().any(|large| *large as usize == file);
    let is_over = large.last().map(|large| *large as usize) == last;
    let awaits_large = !large.is_empty() && (!is_over || open.iter().any(|open| is_large(*open)));
    let mut unfinished = FxHashSet::default();
    let (mut elsewhere, mut arrived) = (FxHashSet::default(), FxHashSet::default());
    let mut seen = FxHashSet::default();
    let beside = |one: &Drawn<'_>, other: &Drawn<'_>| one.file() == other.file();
    for of_file in plan.drawn.chunk_by(beside) {
        seen.clear();
        let mut before: Vec<Number> = Vec::new();
        // Those before them, the last one at the end.
        let mut near: VecDeque<Vec<Number>> = VecDeque::new();
        for sketch in of_file.iter().filter_map(|drawn| drawn.full()) {
            for run in &sketch.runs {
                let readers: Vec<Number> = plan.readers(sketch, run).collect();
                // What is judged at the end stays at hand: where it stands does not matter.
                if readers.is_empty() || readers.contains(&NOBODY) {
                    continue;
                }
                let again = readers
                    .iter()
                    .filter(|it| !seen.insert(**it) && !before.contains(it));
                unfinished.extend(again.copied());
                if readers != before {
                    near.push_back(std::mem::replace(&mut before, readers));
                    near.drain(..near.len().saturating_sub(NEAR));
                }
            }
        }
        let file = of_file.first().map(|drawn| drawn.file() as usize);
        if file.is_some_and(is_large) {
            arrived.extend(seen.iter().copied());
        } else if awaits_large {
            elsewhere.extend(seen.iter().copied());
        }
        let is_open = open.iter().any(|open| Some(*open) == file);
        if is_open {
            unfinished.extend(near.into_iter().flatten().chain(before));
        } else if file == last {
            unfinished.extend(seen.iter().copied());
        }
    }
    unfinished.extend(elsewhere.difference(&arrived));
    unfinished
}
