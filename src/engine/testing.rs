//! Runs in memory, unit by unit, for tests of the engine.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use super::apart::Apart;
use super::digest::Digest;
use super::load::{Loaded, Loading, load};
use super::plan::{Drawn, Gathered, Plan, Register, Sketch};
use super::room::Room;
use super::run::Run;
use super::work::Done;
use super::{Content, Describe, Input, Inputs, Means, Progress, Request};
use crate::config::Settings;
use crate::privacy::clearance;
use crate::reference::Policy;
use crate::report::{Audience, Found};
use crate::schema::Contract;

/// Path and text.
pub(super) type File<'f> = (&'f str, &'f str);

/// What a unit gave.
pub(super) struct Judged {
    pub(super) missions: Vec<String>,
    pub(super) key: u128,
    /// Everything that it gave, in words.
    pub(super) told: String,
}

/// A request that asks for everything.
pub(super) fn request() -> Request {
    Request {
        settings: Settings::default(),
        as_of: crate::calendar::parse_day("2025-03-31").unwrap(),
        policy: Policy::Dated,
        select: Vec::new(),
        ignore: Vec::new(),
        audience: Audience::Internal,
        reveal: false,
        describe: Describe::Nothing,
        configs: Vec::new(),
        held: None,
        baseline: None,
    }
}

/// What is read of files, whose paths are in any order.
struct Read {
    inputs: Inputs,
    sketches: Vec<Sketch>,
    kept: Vec<Loaded>,
}

impl Read {
    fn of(files: &[File<'_>], request: &Request, register: &Register) -> Self {
        let loading = Loading {
            contract: &Contract::default(),
            settings: &request.settings,
            clearance: clearance(request.audience, request.reveal),
            register,
            room: &Room::new(u64::MAX),
            progress: &Progress::default(),
            is_once: false,
            apart: &Apart::default(),
            shelf: None,
            digest: Digest::Quick,
        };
        let inputs = files.iter().map(|(path, text)| Input {
            path: (*path).into(),
            content: Content::Bytes(text.as_bytes().to_vec()),
        });
        let inputs: Inputs = inputs.collect();
        let (mut sketches, mut kept) = (Vec::new(), Vec::new());
        for (input, number) in inputs.iter().zip(0..) {
            for part in load(&input, &loading).parts {
                let mut sketch = part.sketch;
                sketch.file = number;
                sketches.push(sketch);
                kept.push(*part.kept.unwrap());
            }
        }
        Self {
            inputs,
            sketches,
            kept,
        }
    }

    fn drawn(&self) -> Vec<Drawn<'_>> {
        self.sketches.iter().map(Drawn::Full).collect()
    }
}

/// Plans files, whose paths are in any order, for who wants to see the plan.
pub(super) fn planned<T>(
    files: &[File<'_>],
    register: &Register,
    see: impl FnOnce(&Plan<'_>) -> T,
) -> T {
    let read = Read::of(files, &request(), register);
    let gathered = Gathered::default();
    see(&Plan::new(
        (read.drawn(), &gathered),
        &read.inputs,
        register,
    ))
}

/// Judges files, whose paths are in any order; `told` says whether to tell what each unit gave.
pub(super) fn judged(files: &[File<'_>], request: &Request, told: bool) -> Vec<Judged> {
    let (contract, means) = (Contract::default(), Means::default());
    let register = Register::default();
    let mut read = Read::of(files, request, &register);
    let kept = std::mem::take(&mut read.kept);
    let gathered = Gathered::default();
    let plan = Plan::new((read.drawn(), &gathered), &read.inputs, &register);
    let run = Run::new(request, &contract, &means);
    let keys = plan.keys(run.law());
    let all: Vec<usize> = (0..plan.units.len()).collect();
    let done = if told {
        run.judge(&plan, kept, &all, &|_| false).1
    } else {
        Vec::new()
    };
    let mut words = vec![String::new(); all.len()];
    for (unit, mut done) in done {
        words[unit] = in_words(&mut done);
    }
    let units = all.into_iter().zip(keys).zip(words);
    let units = units.map(|((unit, key), told)| Judged {
        missions: plan
            .missions_of(unit)
            .into_iter()
            .map(str::to_owned)
            .collect(),
        key,
        told,
    });
    units.collect()
}

fn in_words(done: &mut Done) -> String {
    let mut words = String::new();
    for found in &mut done.shown.findings {
        forget_numbers(found);
        let rule = found.rule.id;
        let Found {
            severity,
            mission,
            location,
            related,
            evidence,
            fix,
            fingerprint,
            anchor,
            cell,
            suppressed,
            judged_on,
            ..
        } = &*found;
        let because: Vec<&str> = found.because.iter().map(|nested| nested.rule.id).collect();
        let _ = writeln!(
            words,
            "{rule} {severity:?} {mission:?} {location:?} {related:?}"
        );
        let _ = writeln!(
            words,
            "{evidence:?} {fix:?} {fingerprint} {anchor:?} {cell:?}"
        );
        let _ = writeln!(words, "{suppressed:?} {judged_on:?} {because:?}");
    }
    for (mission, entries) in &done.shown.not_checked {
        for entry in entries {
            let _ = writeln!(
                words,
                "{mission} {} {} {:?}",
                entry.rule.id, entry.reason, entry.locations
            );
        }
    }
    for (rule, tally) in done.tallies.iter() {
        let _ = writeln!(words, "{} {tally:?}", rule.id);
    }
    let _ = writeln!(
        words,
        "{:?} {:?} {:?}",
        done.overviews, done.counts, done.faults
    );
    words
}

/// Numbers of checks tell them apart within one run, and only there.
fn forget_numbers(found: &mut Found) {
    found.check = None;
    found.because.iter_mut().for_each(forget_numbers);
}

/// The files of a folder of the fixtures, and of those in it.
pub(super) fn fixture(folder: &str) -> BTreeMap<String, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fixtures")
        .join(folder);
    let mut files = BTreeMap::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path
                .extension()
                .is_some_and(|it| it == "json" || it == "ndjson")
            {
                let inner = path.strip_prefix(&root).unwrap().to_str().unwrap();
                files.insert(inner.to_owned(), std::fs::read_to_string(&path).unwrap());
            }
        }
    }
    files
}
