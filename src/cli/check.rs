//! `missionlint check`.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::Outcome;
use super::args::CheckOptions;
use super::baseline;
use super::configuration::{Refusal, find_config, one_configuration, read_config, refuse};
use super::coverage::{covers_all, is_usual};
use super::files::Files;
use super::ground::{Ground, Law, names};
use super::means;
use super::naming;
use super::publish::{Existing, parse_outputs, write_all};
use super::reports::{LeavingOut, Met};
use super::schema;
use super::selection::{known_rules, rules_of_values};
use super::since::Before;
use super::spare::{spare_read, spare_records};
use super::terminal::{complain, complain_about, today};
use super::wording;
use crate::comparison::Earlier;
use crate::config::Settings;
use crate::decisions::Decisions;
use crate::discover::{Discovered, Name, same_file};
use crate::engine::{Content, Describe, Input, Request};
use crate::finding::Phrase;
use crate::message::{Language, Messages};
use crate::output::Format;
use crate::report::{Report, RunFault};
use crate::schema::Contract;

/// Runs the command.
pub(super) fn run(options: &CheckOptions, messages: &Messages) -> Outcome {
    run_with(options, Beside::default(), messages)
}

/// What a report is shown beside.
#[derive(Default)]
pub(super) struct Beside {
    /// Decisions about the findings of an earlier run.
    pub(super) decisions: Option<Decisions>,
    /// What an earlier run found.
    pub(super) earlier: Option<Earlier>,
}

/// Runs the command, and puts what is known of earlier runs into the report.
pub(super) fn run_with(options: &CheckOptions, beside: Beside, messages: &Messages) -> Outcome {
    let judged = judge(options, messages);
    let told = judged.and_then(|mut judged| {
        judged.report.decisions = beside.decisions;
        judged.report.compared = beside.earlier;
        write_all(&judged.report, options, &judged.outputs, &judged.messages)?;
        Ok(judged)
    });
    match told {
        Err(Refusal) => Outcome::Unusable,
        Ok(judged) if !judged.report.faults.is_empty() => Outcome::Unusable,
        Ok(judged) => {
            let limit = options.fail_on.limit();
            let passes = judged.report.passes(limit, options.allow_blocked);
            // The process ends, and all of its memory is given back at once.
            std::mem::forget(judged);
            if passes {
                Outcome::Passed
            } else {
                Outcome::Failed
            }
        }
    }
}

/// What a run gives.
pub(super) struct Judged {
    pub(super) report: Report,
    /// With the wording of the configuration.
    pub(super) messages: Messages,
    outputs: Vec<(Format, PathBuf)>,
    /// What the run was asked for.
    pub(super) request: Request,
    /// Where the baseline lies, or would.
    pub(super) baseline: PathBuf,
}

/// Judges without writing anything.
pub(super) fn judge(options: &CheckOptions, messages: &Messages) -> Result<Judged, Refusal> {
    prepare(options, messages).and_then(|prepared| check(prepared, options, messages))
}

/// What a run starts from.
pub(super) struct Prepared {
    pub(super) request: Request,
    pub(super) contract: Contract,
    pub(super) found: Discovered,
    pub(super) outputs: Vec<(Format, PathBuf)>,
    pub(super) wording: Vec<(Language, String)>,
    /// The current directory.
    pub(super) base: PathBuf,
    /// The paths and patterns that were named, relative to it.
    pub(super) named: Vec<String>,
    /// What findings are compared with.
    pub(super) before: Option<Before>,
    /// Where the baseline lies, or would.
    pub(super) baseline: PathBuf,
    /// Which reports among the files are left out; it shows where these are read.
    pub(super) reports: LeavingOut,
    /// What else is left out though it was found, and why.
    pub(super) left_out: Vec<(Arc<str>, Phrase)>,
}

pub(super) fn prepare(options: &CheckOptions, messages: &Messages) -> Result<Prepared, Refusal> {
    known_rules(options.select.iter().chain(&options.ignore))
        .or_else(|reason| refuse(messages, &reason))?;
    if options.by.schema.is_some() {
        rules_of_values(&options.select).or_else(|reason| refuse(messages, &reason))?;
    }
    let outputs = parse_outputs(options, messages)?;
    let base = match std::env::current_dir() {
        Ok(base) => base,
        Err(error) => {
            let phrase = Phrase::new("no-current-directory").because(&error);
            return refuse(messages, &phrase);
        }
    };
    let given = naming::read(options).or_else(|reason| refuse(messages, &reason))?;
    let config = find_config(given.as_deref(), options.config.as_deref(), &base, messages)?;
    let (settings, source) = match &config {
        Some(path) => {
            let (settings, source) = read_config(path, options.color, messages)?;
            (settings, Some(source))
        }
        None => (Settings::default(), None),
    };
    let ground = Ground {
        options,
        given: given.as_deref(),
        config: config.as_deref(),
        base: &base,
        messages,
    };
    let folder = ground.folder_of(config.as_deref());
    let origin = source.as_ref().zip(config.as_deref());
    let origin = origin.map(|(source, path)| schema::Origin {
        path,
        shown: source.path.clone(),
        text: &source.text,
    });
    let wording = match &origin {
        Some(origin) => wording::read(&settings, origin, &base, options.color, messages),
        None => Some(Vec::new()),
    };
    let wording = wording.ok_or(Refusal)?;
    let contract = schema::contract(
        options,
        &settings,
        origin.as_ref(),
        &base,
        Files::Disk,
        messages,
    )
    .ok_or(Refusal)?;
    let authority = options.news.allow_from.as_deref();
    let authority = authority.map(|name| ground.authority(name)).transpose()?;
    let mut found = ground.discover(&settings, &folder, authority.as_ref());
    let named = texts_of(names(given.as_deref(), &settings, &folder));
    found.named = paths_of(given.as_deref().unwrap_or_default(), &base);
    let written = written(options, &outputs);
    let place = baseline::place(options, &settings, &folder, &base);
    let mut apart = schema::files_of(&contract, &base);
    apart.extend(baseline::is_named(options, &settings).then(|| place.clone()));
    let read = apart.iter().map(PathBuf::as_path).chain(config.as_deref());
    let spared = spare_read(options, read, &written).and_then(|()| spare_records(&found, &written));
    spared.or_else(|reason| refuse(messages, &reason))?;
    leave_out_rewritten(&mut found, &written);
    leave_out(&mut found, &apart, options, &base);
    let left_out = leave_out_others(&mut found);
    let reports = LeavingOut::of(options, &base);
    one_configuration(&found, config.as_deref(), options, messages)?;
    let covered = is_usual(options, &settings)
        && covers_all(&found, options, &settings, &base, &folder, &reports);
    let held = authority
        .as_ref()
        .and_then(|authority| authority.held_back(&settings, source.as_ref()));
    let files = authority
        .as_ref()
        .map_or(Files::Disk, |it| Files::Of(&it.revision));
    let law = Law::of(settings, source, folder, authority.as_ref());
    let accepted = ground.baseline(&law, files, covered)?;
    let as_of = options.as_of.or(law.settings.as_of).unwrap_or_else(today);
    let mut request = law.request(&ground, as_of, covered, held, accepted);
    let since = options.news.since.as_deref();
    let before = since.map(|since| {
        let authority = authority.as_ref();
        ground.before(since, authority, &request, covered, &outputs)
    });
    request.describe = described(options, &outputs);
    Ok(Prepared {
        before: before.transpose()?,
        baseline: place,
        request,
        contract,
        found,
        outputs,
        wording,
        named,
        base,
        reports,
        left_out,
    })
}

/// The paths and patterns among names.
fn texts_of(names: Vec<Name>) -> Vec<String> {
    let texts = names.into_iter().filter_map(|name| match name {
        Name::Pattern(text) | Name::Literal(text) => Some(text),
        Name::Bytes(..) | Name::Once(..) | Name::Unusable(_) => None,
    });
    texts.collect()
}

/// All files that are written.
fn written(options: &CheckOptions, outputs: &[(Format, PathBuf)]) -> Vec<(Format, PathBuf)> {
    let written = options.written.iter();
    let written = written.map(|path| (Format::default(), path.clone()));
    outputs.iter().cloned().chain(written).collect()
}

/// How much the wanted forms tell of missions.
fn described(options: &CheckOptions, outputs: &[(Format, PathBuf)]) -> Describe {
    if let Some(describe) = options.describe {
        return describe;
    }
    let printed = options.format.unwrap_or(options.usual_format);
    let mut all = outputs.iter().map(|(format, _)| *format).chain([printed]);
    if all.any(|format| format == Format::Html) {
        Describe::Overview
    } else {
        Describe::Nothing
    }
}

/// Leaves out what is no record by its name: configurations in archives, and names that are nearly those of records.
/// Gives their paths, and why.
fn leave_out_others(found: &mut Discovered) -> Vec<(Arc<str>, Phrase)> {
    let packed = found.packed_configs.iter().map(|path| {
        let reason = Phrase::new("reason-packed-configuration");
        (path.as_str().into(), reason)
    });
    let mut left_out: Vec<_> = packed.collect();
    found
        .passed_over
        .sort_by(|one, other| one.path.cmp(&other.path));
    let passed_over = found.passed_over.drain(..);
    left_out.extend(passed_over.map(|passed| (passed.path.into(), passed.reason)));
    left_out
}

/// Tells what is left out, and gives it: reports, by their paths, and what else is.
pub(super) fn tell_left_out(
    reports: &[Arc<str>],
    left_out: Vec<(Arc<str>, Phrase)>,
    messages: &Messages,
) -> Vec<(Arc<str>, Phrase)> {
    let reports = reports.iter();
    let reports = reports.map(|path| (path.clone(), Phrase::new("reason-report")));
    let all: Vec<_> = reports.chain(left_out).collect();
    for (path, reason) in &all {
        complain_about(path, reason, messages);
    }
    all
}

/// Leaves out what is about to be overwritten: the report of an earlier run is no record.
fn leave_out_rewritten(found: &mut Discovered, written: &[(Format, PathBuf)]) {
    let rewritten = Existing::among(written);
    let is_rewritten = |input: &Input| rewritten.iter().any(|output| output.is(input));
    if !rewritten.is_empty() {
        found.inputs.retain(|input| !is_rewritten(input));
    }
}

/// Leaves out files that are no records, such as schemas, where they were found, not named.
fn leave_out(found: &mut Discovered, apart: &[PathBuf], options: &CheckOptions, base: &Path) {
    let is_apart = |path: &Path| {
        let mut apart = apart.iter();
        apart.any(|other| other.file_name() == path.file_name() && same_file(other, path))
    };
    let is_named = |path: &Path| {
        let mut named = options.paths.iter();
        named.any(|named| same_file(&base.join(named), path))
    };
    if apart.is_empty() {
        return;
    }
    found.inputs.retain(|input| match &input.content {
        Content::File(path) => !is_apart(path) || is_named(path),
        _ => true,
    });
}

fn check(
    prepared: Prepared,
    options: &CheckOptions,
    messages: &Messages,
) -> Result<Judged, Refusal> {
    let Prepared {
        request,
        contract,
        mut found,
        outputs,
        wording,
        before,
        baseline,
        reports,
        left_out,
        ..
    } = prepared;
    let own = messages.with_wording(wording);
    let inputs = std::mem::take(&mut found.inputs);
    let count = inputs.len();
    let met = Met::default();
    let report = (count > 0).then(|| {
        let apart = met.leaving_out(reports);
        means::check(&inputs, &request, &contract, (options, apart), &own)
    });
    let reports = met.paths();
    let left_out = tell_left_out(&reports, left_out, messages);
    let messages = &own;
    let Some(mut report) = report.filter(|_| reports.len() < count) else {
        complain_about_nothing(&found, messages);
        return Err(Refusal);
    };
    report.left_out = left_out;
    let report = with_unusable(report, found);
    if options.by.schema.is_none() && is_without_records(&report) {
        complain(&messages.say("no-records", &[]));
        return Err(Refusal);
    }
    Ok(Judged {
        report: compared(report, before.as_ref()),
        messages: own,
        outputs,
        request,
        baseline,
    })
}

/// Whether nothing was checked, and nothing in the report says why.
fn is_without_records(report: &Report) -> bool {
    let is_silent = report.findings.is_empty() && report.faults.is_empty();
    report.inputs.records == 0 && is_silent
}

/// Tells that there is nothing to check, and why.
pub(super) fn complain_about_nothing(found: &Discovered, messages: &Messages) {
    for unusable in &found.unusable {
        complain_about(&unusable.path, &unusable.reason, messages);
    }
    let here = messages.say("current-directory", &[]);
    let walked = found.walked.iter();
    let walked: Vec<&str> = walked
        .map(|path| if path.is_empty() { &here } else { path }.as_str())
        .collect();
    let nothing = Phrase::new("nothing-to-check");
    complain(&messages.phrase(&match walked.as_slice() {
        [] => nothing,
        _ => nothing.with("folders", walked.join(", ")),
    }));
}

/// The report with what was named and cannot be checked.
pub(super) fn with_unusable(mut report: Report, found: Discovered) -> Report {
    let faults = found.unusable.into_iter().map(|unusable| RunFault {
        kind: "cannot-read",
        subject: unusable.path,
        reason: unusable.reason,
    });
    report.faults.extend(faults);
    report.faults.sort();
    report.paths = found.named;
    report
}

/// The paths and patterns among names, each once, relative to the current directory where they lie below it.
fn paths_of(names: &[Name], base: &Path) -> Vec<String> {
    let paths = names.iter().map(|name| match name {
        Name::Pattern(text) | Name::Literal(text) | Name::Bytes(text, _) | Name::Once(text, _) => {
            text
        }
        Name::Unusable(unusable) => &unusable.path,
    });
    let relative = |path: &String| match Path::new(path).strip_prefix(base) {
        Ok(below) if below == Path::new("") => ".".to_owned(),
        Ok(below) => below.to_string_lossy().replace('\\', "/"),
        Err(_) => path.clone(),
    };
    let paths: BTreeSet<String> = paths.map(relative).collect();
    paths.into_iter().collect()
}

/// The report without what was there before.
pub(super) fn compared(mut report: Report, before: Option<&Before>) -> Report {
    if let Some(before) = before {
        report.leave_out(&before.report, &before.revision, &before.commit);
    }
    report
}
