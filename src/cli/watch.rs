//! `missionlint check --watch`: checks again whatever changes, until Ctrl-C.
//!
//! What has happened is not told by events, which get lost, come twice or name files that are gone already: an event
//! only says that it is time to look. Every look starts from what the user named, as a fresh run does; what did not
//! change is kept in memory.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::Outcome;
use super::args::CheckOptions;
use super::check::{
    Prepared, compared, complain_about_nothing, prepare, tell_left_out, with_unusable,
};
use super::configuration::{Refusal, literal_part};
use super::interrupt;
use super::publish::write_all;
use super::terminal::{clean, complain, is_screen, now};
use super::{naming, schema};
use crate::calendar::Day;
use crate::config::Settings;
use crate::discover::Unusable;
use crate::engine::{Change, Store};
use crate::finding::Phrase;
use crate::message::{Language, Messages};
use crate::output::Format;
use crate::report::Report;

/// Changes are looked at when there was none for so long: an editor writes several times.
const QUIET: Duration = Duration::from_millis(150);

/// They are looked at after so long in any case.
const PATIENCE: Duration = Duration::from_secs(2);

/// Erases the screen and what was above it.
const CLEAR: &str = "\u{1b}[2J\u{1b}[3J\u{1b}[H";

/// Stands between two reports where no screen can be erased.
const SEPARATOR: &str = "════════════════════════════════════════════════════════════════════════";

/// Runs the command.
pub(super) fn run(options: CheckOptions, messages: &Messages) -> Outcome {
    if naming::needs_standard_input(&options) {
        complain(&messages.say("watch-stdin", &[]));
        return Outcome::Unusable;
    }
    let (ends, end) = mpsc::channel();
    let interrupted = ends.clone();
    interrupt::on_each(move || {
        let _ = interrupted.send(Outcome::Passed);
    });
    let language = messages.language();
    // On a thread of its own: Ctrl-C need not wait for a check that is under way.
    std::thread::spawn(move || {
        let watching = || watch(&options, &Messages::new(language));
        let outcome = catch_unwind(AssertUnwindSafe(watching));
        let _ = ends.send(outcome.unwrap_or(Outcome::Unusable));
    });
    end.recv().unwrap_or(Outcome::Unusable)
}

/// Goes on until what was asked for cannot be done at all.
fn watch(options: &CheckOptions, messages: &Messages) -> Outcome {
    let mut looking = Looking::default();
    let mut places = BTreeMap::new();
    loop {
        // Watched before it is read: what changes meanwhile is seen as well.
        let (watcher, events) = match watcher_of(&places) {
            Ok(watched) => watched,
            Err(reason) => {
                complain(&messages.phrase(&reason));
                return Outcome::Unusable;
            }
        };
        let prepared = prepare(options, messages);
        match &prepared {
            Err(Refusal) if looking.last.is_none() => return Outcome::Unusable,
            Err(Refusal) => {}
            Ok(prepared) => {
                let now = places_of(options, prepared);
                if now != places {
                    places = now;
                    continue;
                }
            }
        }
        if looking.look(prepared, options, messages).is_err() {
            // Nobody reads any more.
            return Outcome::Passed;
        }
        wait(&events);
        drop(watcher);
    }
}

/// Waits for a change, and then until there is none for a while.
fn wait(events: &Receiver<()>) {
    if events.recv().is_err() {
        return;
    }
    let begun = Instant::now();
    while begun.elapsed() < PATIENCE {
        if let Err(RecvTimeoutError::Timeout) = events.recv_timeout(QUIET) {
            return;
        }
    }
}

/// Places in the file system, and whether all that is below them belongs to them.
type Places = BTreeMap<PathBuf, bool>;

/// A watcher of places, made anew for every look: what was removed and made again is watched again.
fn watcher_of(places: &Places) -> Result<(RecommendedWatcher, Receiver<()>), Phrase> {
    let (changes, events) = mpsc::channel();
    let watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
        if event.as_ref().map_or(true, may_matter) {
            let _ = changes.send(());
        }
    });
    let cannot = |path: &Path, error: &notify::Error| {
        let phrase = Phrase::new("watch-cannot").with("path", path.to_string_lossy());
        match &error.kind {
            notify::ErrorKind::Io(error) => phrase.because(error),
            _ => phrase.because(Phrase::new("reason-system").with("text", error.to_string())),
        }
    };
    let mut watcher = watcher.map_err(|error| cannot(Path::new("."), &error))?;
    for (path, all) in places {
        let mode = if *all {
            RecursiveMode::Recursive
        } else {
            RecursiveMode::NonRecursive
        };
        match watcher.watch(path, mode) {
            // Gone meanwhile: the next preparation finds what is there instead.
            Err(error) if is_absence(&error) => {}
            Err(error) => return Err(cannot(path, &error)),
            Ok(()) => {}
        }
    }
    Ok((watcher, events))
}

fn is_absence(error: &notify::Error) -> bool {
    match &error.kind {
        notify::ErrorKind::PathNotFound => true,
        notify::ErrorKind::Io(error) => error.kind() == io::ErrorKind::NotFound,
        _ => false,
    }
}

/// Reading a file is no change, or looking would cause the next look.
fn may_matter(event: &Event) -> bool {
    let is_read = match event.kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => false,
        EventKind::Access(_) => true,
        _ => false,
    };
    let is_of_git = |path: &PathBuf| path.components().any(|part| part.as_os_str() == ".git");
    let is_foreign = !event.paths.is_empty() && event.paths.iter().all(is_of_git);
    !is_read && !is_foreign
}

/// All places whose changes may change the report.
fn places_of(options: &CheckOptions, prepared: &Prepared) -> Places {
    let mut places = Places::new();
    let mut add = |path: &Path, all: bool| {
        let existing = path.ancestors().find(|path| path.is_dir());
        if let Some(existing) = existing {
            let all = all && existing == path;
            *places.entry(existing.to_owned()).or_default() |= all;
        }
    };
    let base = &prepared.base;
    for name in &prepared.named {
        let path = base.join(name);
        if path.is_file() {
            // Editors put another file in its place.
            add(path.parent().unwrap_or(base), false);
        } else {
            add(&base.join(literal_part(name)), true);
        }
    }
    let request = &prepared.request;
    let folder = request.configs.first().map(|config| &config.folder);
    let folder = folder.unwrap_or(base);
    add(folder, false);
    let wording = request.settings.messages.iter();
    let wording = wording.map(|setting| folder.join(&setting.path));
    let given = options.config.iter().map(|path| base.join(path));
    let lists = options.files_from.iter().map(|path| base.join(path));
    let schemas = schema::files_of(&prepared.contract, base);
    let baseline = std::iter::once(prepared.baseline.clone());
    let single = baseline
        .chain(wording)
        .chain(given)
        .chain(lists)
        .chain(schemas);
    for path in single {
        add(path.parent().unwrap_or(base), false);
    }
    places
}

/// What a report rests on besides the files that are checked.
#[derive(Debug, PartialEq)]
struct Basis {
    settings: Settings,
    wording: Vec<(Language, String)>,
    schemas: Vec<(String, String)>,
    as_of: Day,
    unusable: Vec<Unusable>,
    baseline: Option<String>,
    /// The commit that is compared with.
    since: Option<String>,
}

impl Basis {
    fn of(prepared: &Prepared) -> Self {
        let schemas = prepared.contract.schemas();
        let request = &prepared.request;
        Self {
            settings: prepared.request.settings.clone(),
            wording: prepared.wording.clone(),
            schemas: schemas.flat_map(|schema| schema.hashes.clone()).collect(),
            as_of: prepared.request.as_of,
            unusable: prepared.found.unusable.clone(),
            baseline: request.baseline.as_ref().map(|it| it.text.clone()),
            since: prepared.before.as_ref().map(|it| it.commit.clone()),
        }
    }
}

/// How often each finding of a report is there.
type Findings = BTreeMap<String, usize>;

/// What is remembered from look to look.
#[derive(Default)]
struct Looking {
    store: Store,
    last: Option<Basis>,
    findings: Option<Findings>,
    is_stuck: bool,
}

impl Looking {
    /// Checks and tells, if anything has changed. An error means that nobody reads what is told.
    fn look(
        &mut self,
        prepared: Result<Prepared, Refusal>,
        options: &CheckOptions,
        messages: &Messages,
    ) -> io::Result<()> {
        let Ok(mut prepared) = prepared else {
            return self.stuck(messages);
        };
        let mut inputs = Vec::from(std::mem::take(&mut prepared.found.inputs));
        let left_out = inputs.extract_if(.., |input| prepared.reports.leaves_out(input));
        let reports: Vec<Arc<str>> = left_out.map(|input| input.path).collect();
        let count = inputs.len();
        let basis = Some(Basis::of(&prepared));
        let changes = self
            .store
            .refresh(inputs, &prepared.request, &prepared.contract);
        let has_other_basis = self.last != basis;
        let is_first = self.last.is_none();
        if changes.is_empty() && !has_other_basis && !self.is_stuck {
            return Ok(());
        }
        self.last = basis;
        let messages = &messages.with_wording(prepared.wording.clone());
        if !is_first {
            separate(options)?;
        }
        let left_out = std::mem::take(&mut prepared.left_out);
        let left_out = tell_left_out(&reports, left_out, messages);
        if count == 0 {
            complain_about_nothing(&prepared.found, messages);
            return self.stuck(messages);
        }
        let mut report = self.store.report(&prepared.request, &prepared.contract);
        report.left_out = left_out;
        let report = with_unusable(report, prepared.found);
        let report = compared(report, prepared.before.as_ref());
        if write_all(&report, options, &prepared.outputs, messages).is_err() {
            return self.stuck(messages);
        }
        self.is_stuck = false;
        let findings = findings_of(&report);
        let before = self.findings.replace(findings);
        let told = match before {
            None => messages.say(
                "watch-started",
                &[("time", now().into()), ("files", (count as u64).into())],
            ),
            Some(before) => told(
                &files(&changes, messages),
                &before,
                self.findings.as_ref().unwrap_or(&before),
                messages,
            ),
        };
        tell(&told)
    }

    fn stuck(&mut self, messages: &Messages) -> io::Result<()> {
        self.is_stuck = true;
        tell(&messages.say("watch-stuck", &[("time", now().into())]))
    }
}

/// The files that changed, by name.
fn files(changes: &[(Arc<str>, Change)], messages: &Messages) -> Vec<String> {
    let said = changes.iter().map(|(path, change)| {
        let change = match change {
            Change::Added => "added",
            Change::Changed => "changed",
            Change::Removed => "removed",
        };
        let values = [("path", path.to_string().into()), ("change", change.into())];
        messages.say("watch-file", &values)
    });
    said.collect()
}

fn findings_of(report: &Report) -> Findings {
    let mut findings = Findings::new();
    let counted = report.findings.iter();
    for found in counted.filter(|found| found.suppressed.is_none()) {
        *findings.entry(found.fingerprint.clone()).or_default() += 1;
    }
    findings
}

/// What has changed, and what that did.
fn told(paths: &[String], before: &Findings, after: &Findings, messages: &Messages) -> String {
    let time = ("time", now().into());
    let what = match paths {
        [] => messages.say("watch-settings", &[time]),
        [first, rest @ ..] => {
            let mut values = vec![
                time,
                ("count", (paths.len() as u64).into()),
                ("first", first.clone().into()),
                ("more", (paths.len().saturating_sub(2) as u64).into()),
            ];
            values.extend(rest.first().map(|second| ("second", second.clone().into())));
            messages.say("watch-files", &values)
        }
    };
    let missing = |from: &Findings, of: &Findings| -> u64 {
        let counts = of.iter();
        let counts = counts.map(|(key, count)| count.saturating_sub(*from.get(key).unwrap_or(&0)));
        counts.sum::<usize>() as u64
    };
    let still = after.values().sum::<usize>() as u64 - missing(before, after);
    let values = [
        ("new", missing(before, after).into()),
        ("fixed", missing(after, before).into()),
        ("still", still.into()),
    ];
    format!("{what} · {}", messages.say("watch-found", &values))
}

/// A line about the watching itself, apart from the report.
fn tell(line: &str) -> io::Result<()> {
    writeln!(io::stderr().lock(), "{}", clean(line))
}

/// Sets what follows on standard output apart from what is there, where people read it.
fn separate(options: &CheckOptions) -> io::Result<()> {
    let is_shown = options.format.is_some() || options.output.is_empty();
    if !is_shown || options.format.is_some_and(|format| format != Format::Text) {
        return Ok(());
    }
    let mut out = io::stdout().lock();
    if is_screen() {
        out.write_all(CLEAR.as_bytes())?;
    } else {
        writeln!(out, "\n{SEPARATOR}\n")?;
    }
    out.flush()
}

#[cfg(test)]
mod tests {
    use notify::event::{CreateKind, ModifyKind, RemoveKind};

    use super::*;

    /// Else every look would be the cause of the next one.
    #[test]
    fn reading_is_no_change() {
        let event = |kind: EventKind, path: &str| Event::new(kind).add_path(PathBuf::from(path));
        let reading = [
            AccessKind::Open(AccessMode::Any),
            AccessKind::Read,
            AccessKind::Close(AccessMode::Read),
        ];
        for kind in reading {
            assert!(!may_matter(&event(EventKind::Access(kind), "/a/b.json")));
        }
        let changing = [
            EventKind::Access(AccessKind::Close(AccessMode::Write)),
            EventKind::Create(CreateKind::Any),
            EventKind::Modify(ModifyKind::Any),
            EventKind::Remove(RemoveKind::Any),
            EventKind::Other,
        ];
        for kind in changing {
            assert!(may_matter(&event(kind, "/a/b.json")));
            assert!(!may_matter(&event(kind, "/a/.git/index.lock")));
            // Events were lost: anything may have happened.
            assert!(may_matter(&Event::new(kind)));
        }
    }

    #[test]
    fn findings_are_counted_as_often_as_they_are_there() {
        let messages = Messages::new(Language::English);
        let findings = |list: &[(&str, usize)]| -> Findings {
            let pairs = list.iter();
            pairs
                .map(|(key, count)| ((*key).to_owned(), *count))
                .collect()
        };
        let before = findings(&[("a", 2), ("b", 1)]);
        let after = findings(&[("a", 1), ("c", 3)]);
        let line = told(&["x".to_owned()], &before, &after, &messages);
        assert!(
            line.ends_with("UTC · x · 3 new, 2 fixed, 1 still there"),
            "{line}"
        );
        let paths = ["x", "y", "z"].map(str::to_owned);
        let line = told(&paths, &before, &before, &messages);
        assert!(
            line.ends_with("UTC · x, y and 1 more · 0 new, 0 fixed, 3 still there"),
            "{line}"
        );
    }
}
