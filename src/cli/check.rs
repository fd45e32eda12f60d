//! `missionlint check`.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::Outcome;
use super::args::CheckOptions;
use super::configuration::{Refusal, find_config, one_configuration, read_config, refuse};
use super::coverage::{covers_all, is_usual};
use super::naming;
use super::publish::{is_output, parse_outputs, write_all};
use super::reports::is_report;
use super::schema;
use super::selection::{known_rules, rules_of_values};
use super::terminal::{complain, complain_about, today};
use super::wording;
use crate::comparison::Earlier;
use crate::config::{Home, Settings, Source, plain};
use crate::decisions::Decisions;
use crate::discover::{Discovered, Name, discover, same_file};
use crate::engine::{self, Content, Input, Request};
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
    let done =
        prepare(options, messages).and_then(|prepared| check(options, prepared, beside, messages));
    match done {
        Ok(outcome) => outcome,
        Err(Refusal) => Outcome::Unusable,
    }
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
    /// The reports that are left out.
    pub(super) reports: Vec<Arc<str>>,
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
    let (mut settings, source) = match &config {
        Some(path) => read_config(path, options.color, messages)?,
        None => (Settings::default(), Source::default()),
    };
    if options.exceptions.ignore_allow {
        settings.allow.clear();
    }
    let config_base = plain(config.as_deref().and_then(Path::parent).unwrap_or(&base));
    settings.home = Home::new(base.clone(), config_base.clone());
    let origin = config.as_deref().map(|path| schema::Origin {
        path,
        shown: source.path.clone(),
        text: &source.text,
    });
    let wording = match &origin {
        Some(origin) => wording::read(&settings, origin, &base, options.color, messages),
        None => Some(Vec::new()),
    };
    let wording = wording.ok_or(Refusal)?;
    let contract =
        schema::contract(options, &settings, origin.as_ref(), &base, messages).ok_or(Refusal)?;
    let named = match given {
        Some(named) => named,
        None if settings.paths.is_empty() => vec![Name::Pattern(".".to_owned())],
        None => {
            let absolute = settings
                .paths
                .iter()
                .map(|path| config_base.join(path).to_string_lossy().into_owned());
            absolute.map(Name::Pattern).collect()
        }
    };
    let texts = named.iter().filter_map(|name| match name {
        Name::Pattern(text) | Name::Literal(text) => Some(text.clone()),
        Name::Bytes(..) | Name::Unusable(_) => None,
    });
    let texts = texts.collect();
    let mut found = discover(named, &base, &settings.exclude, &config_base);
    spare_records(&found, &outputs).or_else(|reason| refuse(messages, &reason))?;
    found.inputs.retain(|input| !is_output(input, &outputs));
    leave_out_schemas(&mut found, &contract, options, &base);
    let reports = match options.by.schema {
        None => leave_out_reports(&mut found, options, &base),
        Some(_) => Vec::new(),
    };
    one_configuration(&found, config.as_deref(), options, messages)?;
    let source = config.is_some().then(|| Source {
        covered: is_usual(options, &settings)
            && covers_all(&found, options, &settings, &base, &config_base),
        base: base.clone(),
        folder: config_base,
        ..source
    });
    let as_of = options.as_of.or(settings.as_of).unwrap_or_else(today);
    let request = Request {
        settings,
        as_of,
        policy: options.policy.into(),
        select: options.select.clone(),
        ignore: options.ignore.clone(),
        audience: options.audience.into(),
        reveal: options.reveal,
        overview: shows_overview(options, &outputs),
        configs: source.into_iter().collect(),
    };
    Ok(Prepared {
        request,
        contract,
        found,
        outputs,
        wording,
        base,
        named: texts,
        reports,
    })
}

/// Whether a form is wanted that describes missions.
fn shows_overview(options: &CheckOptions, outputs: &[(Format, PathBuf)]) -> bool {
    let printed = options.format.unwrap_or(options.usual_format);
    let mut all = outputs.iter().map(|(format, _)| *format).chain([printed]);
    all.any(|format| format == Format::Html)
}

/// Refuses to write a report over a file that is to be checked, unless that is a report itself.
fn spare_records(found: &Discovered, outputs: &[(Format, PathBuf)]) -> Result<(), Phrase> {
    let is_lost = |path: &Path| {
        let is_empty = std::fs::metadata(path).is_ok_and(|file| file.len() == 0);
        !is_empty && !is_report(path)
    };
    for input in found
        .inputs
        .iter()
        .filter(|input| is_output(input, outputs))
    {
        if let Content::File(path) = &input.content
            && is_lost(path)
        {
            return Err(Phrase::new("output-over-records").with("path", &*input.path));
        }
    }
    Ok(())
}

/// Leaves out reports that were found, not named, and gives their paths.
fn leave_out_reports(found: &mut Discovered, options: &CheckOptions, base: &Path) -> Vec<Arc<str>> {
    let is_named = |path: &Path| {
        let mut named = options.paths.iter();
        named.any(|named| same_file(&base.join(named), path))
    };
    let is_left_out = |input: &mut Input| match &input.content {
        Content::File(path) => is_report(path) && !is_named(path),
        Content::Bytes(_) => false,
    };
    let left_out = found.inputs.extract_if(.., is_left_out);
    left_out.map(|input| input.path).collect()
}

/// Tells which reports are left out.
pub(super) fn tell_reports(reports: &[Arc<str>], messages: &Messages) {
    for path in reports {
        complain_about(path, &Phrase::new("reason-report"), messages);
    }
}

/// Leaves out files of schemas that were found, not named.
fn leave_out_schemas(
    found: &mut Discovered,
    contract: &Contract,
    options: &CheckOptions,
    base: &Path,
) {
    let schemas = schema::files_of(contract, base);
    let is_schema = |path: &Path| {
        let mut schemas = schemas.iter();
        schemas.any(|schema| schema.file_name() == path.file_name() && same_file(schema, path))
    };
    let is_named = |path: &Path| {
        let mut named = options.paths.iter();
        named.any(|named| same_file(&base.join(named), path))
    };
    found.inputs.retain(|input| match &input.content {
        Content::File(path) => !is_schema(path) || is_named(path),
        Content::Bytes(_) => true,
    });
}

fn check(
    options: &CheckOptions,
    prepared: Prepared,
    beside: Beside,
    messages: &Messages,
) -> Result<Outcome, Refusal> {
    let Prepared {
        request,
        contract,
        mut found,
        outputs,
        wording,
        reports,
        ..
    } = prepared;
    tell_reports(&reports, messages);
    let messages = &messages.with_wording(wording);
    if found.inputs.is_empty() {
        complain_about_nothing(&found, messages);
        return Err(Refusal);
    }
    let inputs = std::mem::take(&mut found.inputs);
    let mut report = with_unusable(engine::check_by(inputs, &request, &contract), found);
    report.decisions = beside.decisions;
    report.earlier = beside.earlier;
    write_all(&report, options, &outputs, messages)?;
    Ok(if !report.faults.is_empty() {
        Outcome::Unusable
    } else if report.passes(options.fail_on.limit(), options.allow_blocked) {
        Outcome::Passed
    } else {
        Outcome::Failed
    })
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
    report
}
