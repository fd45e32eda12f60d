//! `missionlint check`.

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use xxhash_rust::xxh3::xxh3_128;

use super::Outcome;
use super::args::{CheckOptions, Color};
use super::coverage::{covers_all, is_usual};
use super::naming;
use super::schema;
use super::selection::{known_rules, rules_of_values};
use super::terminal::{complain, error_look, look, plain_look, today};
use super::wording;
use crate::config::{self, Home, Settings, Source, plain};
use crate::discover::{Discovered, Name, config_above, config_for, discover, folder_of, same_file};
use crate::engine::{self, Content, Input, Request, config_findings};
use crate::finding::Phrase;
use crate::message::{Language, Messages};
use crate::output::{Format, Look, render, render_findings, render_summary};
use crate::report::{Report, RunFault};
use crate::rules;
use crate::schema::Contract;

/// Why a run cannot start.
pub(super) struct Refusal;

/// Runs the command.
pub(super) fn run(options: &CheckOptions, messages: &Messages) -> Outcome {
    match prepare(options, messages).and_then(|prepared| check(options, prepared, messages)) {
        Ok(outcome) => outcome,
        Err(Refusal) => Outcome::Unusable,
    }
}

/// What a run starts from.
struct Prepared {
    request: Request,
    contract: Contract,
    found: Discovered,
    outputs: Vec<(Format, PathBuf)>,
    wording: Vec<(Language, String)>,
}

pub(super) fn refuse<T>(messages: &Messages, reason: &Phrase) -> Result<T, Refusal> {
    complain(&messages.phrase(reason));
    Err(Refusal)
}

fn prepare(options: &CheckOptions, messages: &Messages) -> Result<Prepared, Refusal> {
    known_rules(options.select.iter().chain(&options.ignore))
        .or_else(|reason| refuse(messages, &reason))?;
    if options.by.schema.is_some() {
        rules_of_values(&options.select).or_else(|reason| refuse(messages, &reason))?;
    }
    let outputs = options
        .output
        .iter()
        .map(|output| parse_output(output, options.format, messages));
    let outputs = outputs.collect::<Result<Vec<_>, _>>()?;
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
    let mut found = discover(named, &base, &settings.exclude, &config_base);
    found.inputs.retain(|input| !is_output(input, &outputs));
    leave_out_schemas(&mut found, &contract, options, &base);
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
        configs: source.into_iter().collect(),
    };
    Ok(Prepared {
        request,
        contract,
        found,
        outputs,
        wording,
    })
}

/// `FORMAT=FILE`, or `FILE` in the format that its extension names, else in that of `--format`, else as text.
fn parse_output(
    output: &str,
    format: Option<Format>,
    messages: &Messages,
) -> Result<(Format, PathBuf), Refusal> {
    let mistake = |id| Phrase::new(id).with("output", output);
    if let Some((name, path)) = output.split_once('=')
        && !name.contains(['/', '.', '\\'])
    {
        return match name.parse() {
            Ok(_) if path.is_empty() => refuse(messages, &mistake("output-without-name")),
            Ok(format) => Ok((format, PathBuf::from(path))),
            Err(()) => {
                let known = Format::ALL.map(Format::code).join(", ");
                let mistake = mistake("unknown-output-format").with("format", name);
                refuse(messages, &mistake.with("known", known))
            }
        };
    }
    let path = PathBuf::from(output);
    let extension = path.extension().and_then(|extension| extension.to_str());
    let by_name = extension.and_then(|extension| extension.parse().ok());
    Ok((by_name.or(format).unwrap_or(Format::Text), path))
}

/// Whether a file is about to be overwritten: the report of an earlier run is no record.
fn is_output(input: &Input, outputs: &[(Format, PathBuf)]) -> bool {
    match &input.content {
        Content::File(path) => outputs.iter().any(|(_, output)| same_file(path, output)),
        Content::Bytes(_) => false,
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

/// The one configuration of the run: named, or found at or above the paths.
pub(super) fn find_config(
    given: Option<&[Name]>,
    named: Option<&Path>,
    base: &Path,
    messages: &Messages,
) -> Result<Option<PathBuf>, Refusal> {
    if let Some(named) = named {
        return Ok(Some(base.join(named)));
    }
    let paths = given
        .unwrap_or_default()
        .iter()
        .filter_map(|name| match name {
            Name::Pattern(path) => Some(literal_part(path)),
            Name::Literal(path) | Name::Bytes(path, _) => Some(path.as_str()),
            Name::Unusable(_) => None,
        });
    // A list may name very many files in few folders.
    let folders: BTreeSet<PathBuf> = paths
        .filter_map(|path| folder_of(&base.join(path)))
        .collect();
    let configs: BTreeSet<Option<PathBuf>> =
        folders.iter().map(|folder| config_above(folder)).collect();
    let mut configs = configs.into_iter();
    match (configs.next(), configs.next()) {
        (None, _) => Ok(config_for(base)),
        (Some(one), None) => Ok(one),
        (first, second) => {
            let mut phrase = Phrase::new("several-configurations");
            for (name, path) in [("first", first), ("second", second)] {
                if let Some(path) = path.flatten() {
                    phrase = phrase.with(name, shown(&path));
                }
            }
            refuse(messages, &phrase)
        }
    }
}

/// The folders of a glob before its first wildcard.
pub(super) fn literal_part(pattern: &str) -> &str {
    match pattern.find(['*', '?', '[']) {
        Some(wild) => pattern[..wild]
            .rfind('/')
            .map_or("", |slash| &pattern[..slash]),
        None => pattern,
    }
}

fn one_configuration(
    found: &Discovered,
    config: Option<&Path>,
    options: &CheckOptions,
    messages: &Messages,
) -> Result<(), Refusal> {
    if options.config.is_some() {
        return Ok(());
    }
    let is_other = |path: &&PathBuf| config.is_none_or(|config| !same_file(path, config));
    match found.configs.iter().find(is_other) {
        Some(other) => refuse(
            messages,
            &Phrase::new("configuration-below").with("path", shown(other)),
        ),
        None => Ok(()),
    }
}

/// A path as it is told: relative to the current directory where it lies below it, with `/`.
pub(super) fn shown(path: &Path) -> String {
    let base = std::env::current_dir().unwrap_or_default();
    path.strip_prefix(base)
        .unwrap_or(path)
        .to_string_lossy()
        .replace('\\', "/")
}

pub(super) fn read_config(
    path: &Path,
    color: Color,
    messages: &Messages,
) -> Result<(Settings, Source), Refusal> {
    let shown = shown(path);
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) => {
            let phrase = Phrase::new("cannot-read").with("path", shown);
            return refuse(messages, &phrase.because(&error));
        }
    };
    match config::parse(&text, &rules::catalogue()) {
        Ok(settings) => {
            let source = Source {
                path: shown,
                hash: format!("{:032x}", xxh3_128(text.as_bytes())),
                text,
                ..Source::default()
            };
            Ok((settings, source))
        }
        Err(errors) => {
            let findings = config_findings(&shown, &text, errors);
            let look = error_look(color);
            let _ = render_findings(&findings, messages, look, &mut io::stderr().lock());
            Err(Refusal)
        }
    }
}

fn check(
    options: &CheckOptions,
    prepared: Prepared,
    messages: &Messages,
) -> Result<Outcome, Refusal> {
    let Prepared {
        request,
        contract,
        found,
        outputs,
        wording,
    } = prepared;
    let messages = &messages.with_wording(wording);
    if found.inputs.is_empty() {
        for unusable in &found.unusable {
            complain_about(&unusable.path, &unusable.reason, messages);
        }
        let here = messages.say("current-directory", &[]);
        let walked = found.walked.iter();
        let walked: Vec<&str> = walked
            .map(|path| if path.is_empty() { &here } else { path }.as_str())
            .collect();
        let nothing = Phrase::new("nothing-to-check");
        return refuse(
            messages,
            &match walked.as_slice() {
                [] => nothing,
                _ => nothing.with("folders", walked.join(", ")),
            },
        );
    }
    let mut report = engine::check_by(found.inputs, &request, &contract);
    report
        .faults
        .extend(found.unusable.into_iter().map(|unusable| RunFault {
            kind: "cannot-read",
            subject: unusable.path,
            reason: unusable.reason,
        }));
    report.faults.sort();
    write_all(&report, options, &outputs, messages)?;
    Ok(if !report.faults.is_empty() {
        Outcome::Unusable
    } else if report.passes(options.fail_on.limit(), options.allow_blocked) {
        Outcome::Passed
    } else {
        Outcome::Failed
    })
}

pub(super) fn complain_about(subject: &str, reason: &Phrase, messages: &Messages) {
    let values = [
        ("label", subject.into()),
        ("text", messages.phrase(reason).into()),
    ];
    complain(&messages.say("labelled", &values));
}

fn write_all(
    report: &Report,
    options: &CheckOptions,
    outputs: &[(Format, PathBuf)],
    messages: &Messages,
) -> Result<(), Refusal> {
    for (format, path) in outputs {
        let mut bytes = Vec::new();
        let written = render(
            report,
            messages,
            *format,
            as_wanted(plain_look(), options),
            &mut bytes,
        )
        .and_then(|()| write_atomically(path, &bytes));
        if let Err(error) = written {
            let phrase = Phrase::new("cannot-write").with("path", path.to_string_lossy());
            return refuse(messages, &phrase.because(&error));
        }
    }
    if !outputs.is_empty() && options.format.is_none() {
        // What went wrong with the run itself is said in any case.
        for fault in &report.faults {
            complain_about(&fault.subject, &fault.reason, messages);
        }
        if !options.quiet {
            let _ = render_summary(
                report,
                messages,
                error_look(options.color),
                &mut io::stderr().lock(),
            );
        }
        return Ok(());
    }
    let mut out = io::BufWriter::new(io::stdout().lock());
    let format = options.format.unwrap_or(Format::Text);
    let written = render(
        report,
        messages,
        format,
        as_wanted(look(options.color), options),
        &mut out,
    )
    .and_then(|()| out.flush());
    match written {
        // The reader has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        Err(error) => refuse(
            messages,
            &Phrase::new("report-cannot-write").because(&error),
        ),
        Ok(()) => Ok(()),
    }
}

fn as_wanted(look: Look, options: &CheckOptions) -> Look {
    Look {
        quiet: options.quiet,
        suppressed: options.exceptions.show_allowed,
        ..look
    }
}

/// Writes a file whole or not at all.
fn write_atomically(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let name = path
        .file_name()
        .ok_or_else(|| io::Error::from(io::ErrorKind::InvalidInput))?;
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)?;
    let temporary = folder.join(format!(
        ".{}.{}.tmp",
        name.to_string_lossy(),
        std::process::id()
    ));
    let written =
        std::fs::write(&temporary, bytes).and_then(|()| std::fs::rename(&temporary, path));
    if written.is_err() {
        let _ = std::fs::remove_file(&temporary);
    }
    written
}
