//! `missionlint baseline`, and reading what it writes.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::Outcome;
use super::args::CheckOptions;
use super::check::{Judged, judge};
use super::configuration::{Refusal, refuse, shown};
use super::files::Files;
use super::ground::{Ground, Law};
use super::inspect::print;
use super::options::{BaselineAction, BaselineFiles};
use super::terminal::{complain_of, error_look};
use crate::catalogue::Severity;
use crate::config::{
    BASELINE, BASELINE_VERSION, Baseline, BaselineEntry, Settings, is_allowable, parse_baseline,
};
use crate::engine::config_findings;
use crate::finding::Phrase;
use crate::message::Messages;
use crate::output::render_findings;
use crate::report::{Found, Suppressor};
use crate::whole::write_atomically;

/// Where the baseline lies that the options name, or the configuration in a folder, or else nobody.
pub(super) fn place(
    options: &CheckOptions,
    settings: &Settings,
    folder: &Path,
    base: &Path,
) -> PathBuf {
    match (&options.exceptions.baseline, &settings.baseline) {
        (Some(named), _) => base.join(named),
        (None, Some(named)) => folder.join(named),
        (None, None) => folder.join(BASELINE),
    }
}

/// Whether a run goes by a baseline: one that nobody names is a file like others.
pub(super) fn is_named(options: &CheckOptions, settings: &Settings) -> bool {
    options.exceptions.baseline.is_some() || settings.baseline.is_some()
}

impl Ground<'_> {
    /// The baseline of a run, if it has one. Of a revision, it need not be there.
    pub(super) fn baseline(
        &self,
        law: &Law,
        files: Files<'_>,
        covered: bool,
    ) -> Result<Option<Baseline>, Refusal> {
        let options = self.options;
        if options.exceptions.no_baseline || !is_named(options, &law.settings) {
            return Ok(None);
        }
        let path = place(options, &law.settings, &law.folder, self.base);
        let shown = shown(&path);
        let unreadable = |reason: Phrase| {
            let phrase = Phrase::new("cannot-read").with("path", shown.as_str());
            let _ = refuse::<()>(self.messages, &phrase.because(reason));
            Refusal
        };
        let bytes = files.read(&path).map_err(unreadable)?;
        let Some(bytes) = bytes else { return Ok(None) };
        let text = String::from_utf8(bytes);
        let text = text.map_err(|_| unreadable(Phrase::new("reason-not-utf8")))?;
        match parse_baseline(&shown, &text) {
            Ok(baseline) => Ok(Some(Baseline {
                covered,
                ..baseline
            })),
            Err(errors) => {
                let found = config_findings(&shown, &text, errors);
                let look = error_look(options.color);
                let _ = render_findings(&found, self.messages, look, &mut io::stderr().lock());
                Err(Refusal)
            }
        }
    }
}

/// Runs the command.
pub(super) fn run(action: &BaselineAction, messages: &Messages) -> Outcome {
    let done = match action {
        BaselineAction::Create(files) => create(files, messages),
        BaselineAction::Update(files) => update(files, messages),
        BaselineAction::Prune(files) => prune(files, messages),
    };
    match done {
        Ok(text) => print(&(text + "\n")),
        Err(Refusal) => Outcome::Unusable,
    }
}

fn create(files: &BaselineFiles, messages: &Messages) -> Result<String, Refusal> {
    let judged = judged(files, false, messages)?;
    if judged.baseline.exists() {
        let phrase = Phrase::new("baseline-exists").with("path", shown(&judged.baseline));
        return refuse(messages, &phrase);
    }
    let entries: Vec<BaselineEntry> = fresh(&judged).collect();
    write(&judged, &entries, messages)?;
    let mut text = told("baseline-created", &judged, &entries, messages);
    if files.baseline.is_none() && judged.request.settings.baseline.is_none() {
        let _ = write!(text, "\n{}", messages.say("baseline-name-it", &[]));
    }
    Ok(text)
}

fn update(files: &BaselineFiles, messages: &Messages) -> Result<String, Refusal> {
    let judged = judged(files, true, messages)?;
    let known = known(&judged, messages)?;
    let mut entries: BTreeMap<String, BaselineEntry> = BTreeMap::new();
    for entry in known {
        entries.insert(entry.fingerprint.clone(), entry);
    }
    let mut added = Vec::new();
    for new in fresh(&judged) {
        let old = entries.remove(&new.fingerprint);
        let merged = match old {
            // It weighs more than it did: that is taken in, and why it is not put right stays.
            Some(old) => BaselineEntry {
                severity: new.severity,
                ..old
            },
            None => new,
        };
        added.push(merged.clone());
        entries.insert(merged.fingerprint.clone(), merged);
    }
    let all: Vec<BaselineEntry> = entries.into_values().collect();
    write(&judged, &all, messages)?;
    Ok(told("baseline-updated", &judged, &added, messages))
}

fn prune(files: &BaselineFiles, messages: &Messages) -> Result<String, Refusal> {
    let judged = judged(files, true, messages)?;
    let known = known(&judged, messages)?;
    let stale: BTreeSet<&String> = judged.report.stale.iter().collect();
    let (gone, kept): (Vec<_>, Vec<_>) = known
        .into_iter()
        .partition(|entry| stale.contains(&entry.fingerprint));
    write(&judged, &kept, messages)?;
    let mut text = told("baseline-pruned", &judged, &gone, messages);
    let covered = judged
        .request
        .baseline
        .as_ref()
        .is_some_and(|it| it.covered);
    if !covered {
        let _ = write!(text, "\n{}", messages.say("baseline-not-covered", &[]));
    }
    Ok(text)
}

/// Runs what a baseline is made of. With files that could not be read, nobody knows what is missing.
fn judged(
    files: &BaselineFiles,
    with_baseline: bool,
    messages: &Messages,
) -> Result<Judged, Refusal> {
    let judged = judge(&files.as_check(with_baseline), messages)?;
    for fault in &judged.report.faults {
        complain_of(fault, messages);
    }
    if judged.report.faults.is_empty() {
        Ok(judged)
    } else {
        Err(Refusal)
    }
}

/// The entries that are there.
fn known(judged: &Judged, messages: &Messages) -> Result<Vec<BaselineEntry>, Refusal> {
    match &judged.request.baseline {
        Some(baseline) => Ok(baseline.entries.clone()),
        None => refuse(messages, &Phrase::new("baseline-none")),
    }
}

/// Entries for what counts: never for what an exception accepts already.
fn fresh(judged: &Judged) -> impl Iterator<Item = BaselineEntry> {
    let findings = judged.report.counting();
    let findings = findings.filter(|found| is_allowable(found.rule));
    findings.map(|found| entry(found, judged))
}

fn entry(found: &Found, judged: &Judged) -> BaselineEntry {
    let location = &found.location;
    let home = &judged.request.settings.home;
    let record = location.record.as_ref();
    BaselineEntry {
        fingerprint: found.fingerprint.clone(),
        rule: found.rule.id.to_owned(),
        severity: found.severity,
        mission: found.mission.as_deref().map(str::to_owned),
        record: record.map(|(kind, id)| (kind.code().to_owned(), id.clone())),
        path: home.relative(&location.path).into_owned(),
        created: judged.report.as_of,
        reason: None,
        owner: None,
        span: 0..0,
    }
}

/// Writes entries, each on a line of its own and in an order that does not depend on the run.
fn write(judged: &Judged, entries: &[BaselineEntry], messages: &Messages) -> Result<(), Refusal> {
    let mut sorted: Vec<&BaselineEntry> = entries.iter().collect();
    sorted.sort_by_key(|entry| {
        (
            &entry.mission,
            &entry.rule,
            &entry.record,
            &entry.path,
            &entry.fingerprint,
        )
    });
    let lines: Vec<String> = sorted
        .into_iter()
        .map(|it| format!("    {}", line(it)))
        .collect();
    let mut text = format!("{{\n  \"version\": {BASELINE_VERSION},\n  \"entries\": [");
    if lines.is_empty() {
        text.push_str("]\n}\n");
    } else {
        let _ = write!(text, "\n{}\n  ]\n}}\n", lines.join(",\n"));
    }
    write_atomically(&judged.baseline, text.as_bytes()).or_else(|error| {
        let phrase = Phrase::new("cannot-write").with("path", shown(&judged.baseline));
        refuse(messages, &phrase.because(&error))
    })
}

/// An entry as JSON.
fn line(entry: &BaselineEntry) -> String {
    let record = entry.record.as_ref();
    let record = record.map(|(kind, id)| json!({"kind": kind, "id": id}));
    let members = [
        ("fingerprint", Some(json!(entry.fingerprint))),
        ("rule", Some(json!(entry.rule))),
        ("severity", Some(json!(entry.severity.code()))),
        ("mission", Some(json!(entry.mission))),
        ("record", Some(json!(record))),
        ("path", Some(json!(entry.path))),
        ("created", Some(json!(entry.created.to_string()))),
        ("reason", entry.reason.as_ref().map(|text| json!(text))),
        ("owner", entry.owner.as_ref().map(|text| json!(text))),
    ];
    let members = members.into_iter();
    let members = members.filter_map(|(key, value)| Some(format!("\"{key}\": {}", safe(&value?))));
    format!("{{ {} }}", members.collect::<Vec<_>>().join(", "))
}

/// A value as JSON of letters that are seen as they are.
fn safe(value: &Value) -> String {
    let mut text = String::new();
    for character in value.to_string().chars() {
        if crate::text::visible(character) == character {
            text.push(character);
        } else {
            let mut units = [0; 2];
            for unit in character.encode_utf16(&mut units) {
                let _ = write!(text, "\\u{unit:04x}");
            }
        }
    }
    text
}

/// What was done, and to how many entries of which severity.
fn told(id: &str, judged: &Judged, entries: &[BaselineEntry], messages: &Messages) -> String {
    let kinds = [
        ("count-error", Severity::Error),
        ("count-warning", Severity::Warning),
        ("count-advice", Severity::Advice),
    ];
    let counts: Vec<String> = kinds
        .into_iter()
        .map(|(id, severity)| {
            (
                id,
                entries.iter().filter(|it| it.severity == severity).count(),
            )
        })
        .filter(|(_, count)| *count > 0)
        .map(|(id, count)| messages.say(id, &[("count", count.into())]))
        .collect();
    let values = [
        ("path", shown(&judged.baseline).into()),
        ("count", entries.len().into()),
        ("counts", counts.join(", ").into()),
    ];
    let mut text = messages.say(id, &values);
    let left = judged
        .report
        .counting()
        .filter(|found| !is_allowable(found.rule));
    let left = left.count() + judged.report.not_checked.len();
    if left > 0 && id != "baseline-pruned" {
        let _ = write!(text, "\n{}", messages.say("baseline-left", &[]));
    }
    let allowed = judged.report.suppressed();
    let allowed = allowed
        .filter(|(_, why)| why.by == Suppressor::Allow)
        .count();
    if allowed > 0 && id == "baseline-created" {
        let count = [("count", allowed.into())];
        let _ = write!(text, "\n{}", messages.say("baseline-allowed", &count));
    }
    text
}
