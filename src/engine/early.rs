//! Judging missions as soon as their texts seem complete, so that they need not be held until everything is read.
//!
//! ## Decisions
//! * What seems complete may not be. A result counts only if the key of its unit is the same when everything is known;
//!   a unit whose key has changed is judged again.
//! * What refers to a mission that was given up, or is referred to by it, is not judged before the end: both will be one
//!   unit.
//! * A mission seems complete when nothing of it stands at the end of what was read last, or shortly before, and all of
//!   its lines stand together. Where that keeps failing, or nothing can be given up, documents are given up unjudged.

use std::collections::BTreeSet;

use rustc_hash::{FxHashMap, FxHashSet};

use super::Inputs;
use super::fate::{Fate, NEAR, Reading, named, unfinished};
use super::files::Files;
use super::load::{Loaded, LoadedFile};
use super::plan::{Drawn, Folders, Form, NOBODY, Number, Plan, Register, UNNUMBERED};
use super::room::Room;
use super::run::Run;
use super::spent::Spent;
use super::work::Done;

/// So many units that seemed complete and were not are no matter.
const FEW: usize = 8;

/// While all may be held, only so many units may refer to what has not come, or prove to be judged in vain: with more it
/// costs less to hold all …
const HELD: usize = 2;

/// … unless they are no more than one of so many.
const ONE_OF: usize = 8;

/// Results that may hold, and what is known of what was given up.
pub(super) struct Early {
    /// Files with documents that are kept.
    holding: BTreeSet<usize>,
    /// Documents that were kept when room was last made: nothing in them is new.
    known: BTreeSet<Place>,
    /// Units by position, with the key that their result holds for.
    results: Vec<Option<(u128, Done)>>,
    /// Missions of which texts were given up.
    spent: Spent,
    /// Units that seemed complete and were not.
    failed: usize,
    /// Units that were judged before others came that belong with them.
    joined: usize,
    /// After what folders, and files, are named, once somebody asks.
    places: Option<FxHashSet<u64>>,
    /// What is named in folders, once something was read that does not tell its mission.
    folders: Option<Folders>,
    is_settled: bool,
    is_over: bool,
}

/// Reading has paused, for room to be made.
pub(super) struct Pause<'p> {
    pub(super) inputs: &'p Inputs,
    pub(super) register: &'p Register,
    pub(super) room: &'p Room,
    /// Files that are not read to their end.
    pub(super) open: Vec<usize>,
    /// The file that was begun last.
    pub(super) last: Option<usize>,
    /// Large files of lines. Those that are not read to their end are the last ones, with any before that are open.
    pub(super) large: &'p [u32],
}

/// A document that is kept: its file, and the part of it.
type Place = (usize, usize);

/// What has come since room was last made.
#[derive(Default)]
struct News {
    /// Missions of which something has come.
    missions: FxHashSet<Number>,
    /// Whether something of no mission has: every unit reads it.
    is_of_all: bool,
}

impl Default for Early {
    fn default() -> Self {
        Self {
            holding: BTreeSet::new(),
            known: BTreeSet::new(),
            results: Vec::new(),
            spent: Spent::default(),
            failed: 0,
            joined: 0,
            places: None,
            folders: None,
            is_settled: true,
            is_over: false,
        }
    }
}

impl Early {
    /// Takes note of a file of which something was read, at a position in order of paths.
    pub(super) fn take_note(&mut self, at: usize, file: &mut LoadedFile) {
        let number = u32::try_from(at).unwrap_or(UNNUMBERED);
        let LoadedFile { parts, path, .. } = file;
        let new = parts.iter_mut().rev();
        for part in new.take_while(|part| part.sketch.file == UNNUMBERED) {
            part.sketch.file = number;
            self.is_settled &= !part.sketch.is_unsettled();
            if let Some(folders) = &mut self.folders {
                folders.add(&part.sketch, path);
            }
        }
        if file.parts.iter().any(|part| part.kept.is_some()) {
            self.holding.insert(at);
        }
    }

    /// The results, by key.
    pub(super) fn results(self) -> FxHashMap<u128, Done> {
        self.results.into_iter().flatten().collect()
    }

    /// Judges what seems complete, and gives up what is not needed any more.
    pub(super) fn judge(&mut self, run: &Run<'_>, files: &mut Files, pause: &Pause<'_>) {
        if self.is_over {
            return;
        }
        let (places, mut kept) = self.take_kept(files);
        let mut plan = self.plan(files, &places, pause);
        let tied = self.spent.tied(&plan);
        let news = self.news(&places, &plan);
        if news.is_of_all {
            self.drop_all();
        }
        self.places.get_or_insert_with(|| named(pause.inputs));
        let fates = self.fates(&plan, pause, &tied, &news.missions);
        if pause.room.has_room() && self.is_in_vain(&fates) {
            self.keep_folders(&mut plan);
            drop(plan);
            for (place, loaded) in places.into_iter().zip(kept) {
                self.keep(files, place, loaded);
            }
            pause.room.fill();
            return;
        }
        let readings: Vec<Reading> = plan
            .full_sketches()
            .map(|sketch| Reading::of(&plan, sketch, &fates, pause.room.has_room()))
            .collect();
        let judged = judge_complete(run, &plan, &fates, &readings, &mut kept);
        self.note(&plan, run, (&fates, &tied), &news.missions, judged);
        self.keep_folders(&mut plan);
        drop(plan);
        self.keep_needed(files, pause, (places, kept), &readings);
        self.make_room(files, pause, &fates);
    }

    /// The plan of the documents at these places.
    fn plan<'p>(&mut self, files: &'p Files, places: &[Place], pause: &Pause<'p>) -> Plan<'p> {
        if self.folders.is_none() && !self.is_settled {
            self.folders = Some(Folders::of(files.drawn(), pause.inputs));
        }
        let drawn = |&(file, part): &Place| Drawn::Full(&files.parts(file)[part].sketch);
        let drawn = places.iter().map(drawn).collect();
        let folders = self.folders.take();
        Plan::by((drawn, None), pause.inputs, pause.register, folders)
    }

    /// Takes back what a plan was told of folders.
    fn keep_folders(&mut self, plan: &mut Plan<'_>) {
        if !self.is_settled {
            self.folders = Some(std::mem::take(&mut plan.folders));
        }
    }

    /// Keeps the documents that are needed any longer, and gives up the others.
    fn keep_needed(
        &mut self,
        files: &mut Files,
        pause: &Pause<'_>,
        (places, kept): (Vec<Place>, Vec<Option<Box<Loaded>>>),
        readings: &[Reading],
    ) {
        self.known.clear();
        for ((place, loaded), reading) in places.into_iter().zip(kept).zip(readings) {
            if reading.stays {
                self.keep(files, place, loaded);
                self.known.insert(place);
            } else {
                let part = &files.parts(place.0)[place.1];
                pause.room.give(part.sketch.length);
                files.settle(place.0);
            }
        }
    }

    /// Decides how reading goes on after what is complete was judged.
    fn make_room(&mut self, files: &mut Files, pause: &Pause<'_>, fates: &[Fate]) {
        let waiting = fates.iter().filter(|fate| **fate == Fate::Waiting).count();
        let is_stuck = pause.room.held() > pause.room.limit() / 4 * 3;
        let is_mixed = is_stuck && waiting > pause.open.len() * (NEAR + 1) + 1 || self.is_failing();
        match pause.room.has_room() {
            true if is_mixed => pause.room.fill(),
            false if is_mixed => self.give_up(files, pause),
            _ => pause.room.go_on(),
        }
    }

    /// What has come since room was last made.
    fn news(&self, places: &[Place], plan: &Plan<'_>) -> News {
        let mut news = News::default();
        let drawn = places.iter().zip(plan.full_sketches());
        for (_, sketch) in drawn.filter(|(place, _)| !self.known.contains(place)) {
            for run in &sketch.runs {
                news.missions.extend(plan.readers(sketch, run));
                news.is_of_all |= plan.is_of_nobody(sketch, run);
            }
        }
        news
    }

    /// Gives up all results: none of them can hold.
    fn drop_all(&mut self) {
        let results = self.results.iter_mut();
        self.failed += results.filter_map(Option::take).count();
    }

    /// Whether so many units belong with others, here and there, that judging them before all is read would be in vain.
    fn is_in_vain(&self, fates: &[Fate]) -> bool {
        let count = |wanted: Fate| fates.iter().filter(|fate| **fate == wanted).count();
        let referring = count(Fate::Referring) + self.joined;
        let all = self.results.len() + count(Fate::Complete) + count(Fate::Referring);
        referring > HELD.max(all / ONE_OF) || self.is_failing()
    }

    /// Whether too many units were judged that were not complete.
    fn is_failing(&self) -> bool {
        self.failed > FEW.max(self.results.len() / 4)
    }

    /// Keeps a document where it was.
    fn keep(&mut self, files: &mut Files, place: Place, loaded: Option<Box<Loaded>>) {
        files.parts_mut(place.0)[place.1].kept = loaded;
        self.holding.insert(place.0);
    }

    /// Takes all documents that are kept, in order of path and text.
    fn take_kept(&mut self, files: &mut Files) -> (Vec<Place>, Vec<Option<Box<Loaded>>>) {
        let (mut places, mut kept) = (Vec::new(), Vec::new());
        for file in std::mem::take(&mut self.holding) {
            for (at, part) in files.parts_mut(file).iter_mut().enumerate() {
                if let Some(loaded) = part.kept.take() {
                    places.push((file, at));
                    kept.push(Some(loaded));
                }
            }
        }
        (places, kept)
    }

    fn fates(
        &self,
        plan: &Plan<'_>,
        pause: &Pause<'_>,
        tied: &[Vec<Number>],
        new: &FxHashSet<Number>,
    ) -> Vec<Fate> {
        // Where there is no room, nothing waits for what may not come.
        let large = if pause.room.has_room() {
            pause.large
        } else {
            &[]
        };
        let unfinished = unfinished(plan, &pause.open, pause.last, large);
        let places = self.places.as_ref().filter(|_| pause.room.has_room());
        let referring = places.map(|places| self.spent.referring(plan, places));
        let referring = referring.unwrap_or_default();
        let is_judged = |missions: &[Number], tied: &[Number]| {
            let all = missions.iter().chain(tied);
            let mut results = all.map(|mission| self.result_of(*mission));
            let first = results.next().flatten();
            first.is_some()
                && results.all(|other| other == first)
                && !missions.iter().any(|mission| new.contains(mission))
        };
        let units = plan.units.iter().zip(tied).enumerate();
        let units = units.map(|(unit, (missions, tied))| {
            if missions.contains(&NOBODY) {
                Fate::OfNobody
            } else if is_judged(missions, tied) {
                Fate::Judged
            } else if !tied.is_empty() || missions.iter().any(|it| self.spent.has(*it)) {
                Fate::Spent
            } else if missions.iter().any(|it| unfinished.contains(it)) {
                Fate::Waiting
            } else if referring.contains(&unit) {
                Fate::Referring
            } else {
                Fate::Complete
            }
        });
        units.collect()
    }

    /// Takes note of what was judged, and of what must be judged again.
    fn note(
        &mut self,
        plan: &Plan<'_>,
        run: &Run<'_>,
        (fates, tied): (&[Fate], &[Vec<Number>]),
        new: &FxHashSet<Number>,
        judged: Vec<(usize, Done)>,
    ) {
        for (unit, missions) in plan.units.iter().enumerate() {
            let is_new = |mission: &Number| new.contains(mission) || !self.spent.has(*mission);
            if fates[unit] != Fate::Spent || !missions.iter().any(is_new) {
                continue;
            }
            for mission in missions {
                self.failed += usize::from(self.drop_result(*mission));
            }
            for mission in &tied[unit] {
                self.joined += usize::from(self.drop_result(*mission));
            }
            self.spent.give_up(plan, unit, None);
        }
        if !judged.is_empty() {
            let keys = plan.keys(run.law());
            for (unit, done) in judged {
                let position = self.results.len();
                self.spent.give_up(plan, unit, Some(position));
                self.results.push(Some((keys[unit], done)));
            }
        }
        self.spent.await_named(plan);
    }

    /// The position of the result of a mission, if there is one that may hold.
    fn result_of(&self, mission: Number) -> Option<usize> {
        let position = self.spent.result_of(mission)?;
        self.results.get(position)?.is_some().then_some(position)
    }

    /// Gives up a result that cannot hold; whether there was one.
    fn drop_result(&mut self, mission: Number) -> bool {
        let position = self.result_of(mission);
        position.is_some_and(|position| self.results[position].take().is_some())
    }

    /// Holds nothing any more but what all units may need and what cannot be read again.
    fn give_up(&mut self, files: &mut Files, pause: &Pause<'_>) {
        self.is_over = true;
        pause.room.close();
        for file in std::mem::take(&mut self.holding) {
            if pause.inputs.is_once(file) && !pause.open.contains(&file) {
                continue;
            }
            for part in files.parts_mut(file) {
                let may_go = part.sketch.form != Form::Unreadable && !part.sketch.has_of_nobody();
                if may_go && part.kept.take().is_some() {
                    pause.room.give(part.sketch.length);
                }
            }
            files.settle(file);
        }
    }
}

/// Judges the units that are complete; takes the documents that they read, and puts those back that stay.
fn judge_complete(
    run: &Run<'_>,
    plan: &Plan<'_>,
    fates: &[Fate],
    readings: &[Reading],
    kept: &mut [Option<Box<Loaded>>],
) -> Vec<(usize, Done)> {
    let units = 0..fates.len();
    let complete: Vec<usize> = units
        .filter(|unit| fates[*unit] == Fate::Complete)
        .collect();
    if complete.is_empty() {
        return Vec::new();
    }
    let needed = (0..readings.len()).filter(|at| readings[*at].is_needed);
    let needed: Vec<usize> = needed.collect();
    let loaded = needed.iter().filter_map(|at| kept[*at].take());
    let loaded: Vec<Loaded> = loaded.map(|loaded| *loaded).collect();
    let stays = |position: usize| readings[needed[position]].stays;
    let (left, judged) = run.judge_early(plan, loaded, &complete, &stays);
    let staying = needed.iter().filter(|at| readings[**at].stays);
    for (at, loaded) in staying.zip(left) {
        kept[*at] = Some(Box::new(loaded));
    }
    judged
}
