//! `missionlint check`.

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use xxhash_rust::xxh3::xxh3_128;

use super::Outcome;
use super::args::CheckOptions;
use super::coverage::{covers_all, is_usual};
use super::naming;
use super::schema;
use super::terminal::{complain, error_look, look, plain_look, today};
use crate::catalogue::builtin;
use crate::config::{self, Settings, Source, plain};
use crate::discover::{Discovered, Name, config_above, config_for, discover, folder_of, same_file};
use crate::engine::{self, Content, Input, Request, applies_to_values, config_findings};
use crate::message::{Language, Messages};
use crate::nearest::nearest;
use crate::output::{Format, Look, render, render_findings, render_summary};
use crate::report::{Report, RunFault};
use crate::rules;
use crate::schema::Contract;

/// Why a run cannot start.
struct Refusal;

/// Runs the command.
pub(super) fn run(options: &CheckOptions) -> Outcome {
    match prepare(options).and_then(|prepared| check(options, prepared)) {
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
}

fn refuse<T>(reason: &str) -> Result<T, Refusal> {
    complain(reason);
    Err(Refusal)
}

fn prepare(options: &CheckOptions) -> Result<Prepared, Refusal> {
    known_rules(options.select.iter().chain(&options.ignore))?;
    if options.by.schema.is_some() {
        rules_of_values(&options.select)?;
    }
    let outputs = options
        .output
        .iter()
        .map(|output| parse_output(output, options.format));
    let outputs = outputs.collect::<Result<Vec<_>, _>>()?;
    let base = match std::env::current_dir() {
        Ok(base) => base,
        Err(error) => return refuse(&format!("the current directory cannot be read: {error}")),
    };
    let given = naming::read(options).or_else(|reason| refuse(&reason))?;
    let config = find_config(given.as_deref(), options, &base)?;
    let (mut settings, source) = match &config {
        Some(path) => read_config(path, options)?,
        None => (Settings::default(), Source::default()),
    };
    if options.exceptions.ignore_allow {
        settings.allow.clear();
    }
    let origin = config.as_deref().map(|path| schema::Origin {
        path,
        shown: source.path.clone(),
        text: &source.text,
    });
    let contract = schema::contract(options, &settings, origin.as_ref(), &base).ok_or(Refusal)?;
    let config_base = plain(config.as_deref().and_then(Path::parent).unwrap_or(&base));
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
    one_configuration(&found, config.as_deref(), options)?;
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
    })
}

fn known_rules<'o>(mut names: impl Iterator<Item = &'o String>) -> Result<(), Refusal> {
    let catalogue = rules::catalogue();
    let known: Vec<&str> = catalogue
        .iter()
        .flat_map(|rule| [rule.id, rule.group.code()])
        .collect();
    match names.find(|name| !known.contains(&name.as_str())) {
        None => Ok(()),
        Some(name) => refuse(&unknown_rule(name, &known)),
    }
}

/// Refuses to select what a schema has no say in: nothing would be checked.
fn rules_of_values(selected: &[String]) -> Result<(), Refusal> {
    let is_foreign = |name: &&String| {
        let entries = builtin::ALL.iter().filter(|entry| applies_to_values(entry));
        entries
            .flat_map(|entry| [entry.id, entry.group.code()])
            .all(|known| known != name.as_str())
    };
    match selected.iter().find(is_foreign) {
        None => Ok(()),
        Some(name) => refuse(&format!(
            "--select {name}: with --schema no rules of policy or records apply, so nothing would be checked"
        )),
    }
}

/// The complaint about a rule that does not exist.
pub(super) fn unknown_rule(name: &str, known: &[&str]) -> String {
    match nearest(name, known.iter().copied()) {
        Some(close) => format!("there is no rule {name}; did you mean {close}?"),
        None => format!("there is no rule {name}; missionlint rules lists them"),
    }
}

/// `FORMAT=FILE`, or `FILE` in the format that its extension names, else in that of `--format`, else as text.
fn parse_output(output: &str, format: Option<Format>) -> Result<(Format, PathBuf), Refusal> {
    if let Some((name, path)) = output.split_once('=')
        && !name.contains(['/', '.', '\\'])
    {
        return match name.parse() {
            Ok(_) if path.is_empty() => refuse(&format!(
                "--output {output}: a file name belongs after the ="
            )),
            Ok(format) => Ok((format, PathBuf::from(path))),
            Err(reason) => refuse(&format!("--output {output}: {reason}")),
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
fn find_config(
    given: Option<&[Name]>,
    options: &CheckOptions,
    base: &Path,
) -> Result<Option<PathBuf>, Refusal> {
    if let Some(named) = &options.config {
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
        _ => refuse(
            "the paths belong to different configurations; check them one by one, or name one with --config",
        ),
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
) -> Result<(), Refusal> {
    if options.config.is_some() {
        return Ok(());
    }
    let is_other = |path: &&PathBuf| config.is_none_or(|config| !same_file(path, config));
    match found.configs.iter().find(is_other) {
        Some(other) => refuse(&format!(
            "{} lies below the paths, but one configuration holds for a whole run; check that directory by itself, \
             exclude it, or name the configuration with --config",
            shown(other)
        )),
        None => Ok(()),
    }
}

/// A path as it is told: relative to the current directory where it lies below it, with `/`.
fn shown(path: &Path) -> String {
    let base = std::env::current_dir().unwrap_or_default();
    path.strip_prefix(base)
        .unwrap_or(path)
        .to_string_lossy()
        .replace('\\', "/")
}

fn read_config(path: &Path, options: &CheckOptions) -> Result<(Settings, Source), Refusal> {
    let shown = shown(path);
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) => return refuse(&format!("{shown} could not be read: {error}")),
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
            let look = error_look(options.color);
            let messages = Messages::new(Language::English);
            let _ = render_findings(&findings, &messages, look, &mut io::stderr().lock());
            Err(Refusal)
        }
    }
}

fn check(options: &CheckOptions, prepared: Prepared) -> Result<Outcome, Refusal> {
    let Prepared {
        request,
        contract,
        found,
        outputs,
    } = prepared;
    if found.inputs.is_empty() {
        for unusable in &found.unusable {
            complain(&format!("{}: {}", unusable.path, unusable.reason));
        }
        let walked: Vec<&str> = found
            .walked
            .iter()
            .map(|path| {
                if path.is_empty() {
                    "the current directory"
                } else {
                    path
                }
            })
            .collect();
        return refuse(&match walked.as_slice() {
            [] => "no file to check was found".to_owned(),
            _ => format!(
                "no .json, .ndjson or .jsonl file to check was found in {}",
                walked.join(", ")
            ),
        });
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
    write_all(&report, options, &outputs)?;
    Ok(if !report.faults.is_empty() {
        Outcome::Unusable
    } else if report.passes(options.fail_on.limit(), options.allow_blocked) {
        Outcome::Passed
    } else {
        Outcome::Failed
    })
}

fn write_all(
    report: &Report,
    options: &CheckOptions,
    outputs: &[(Format, PathBuf)],
) -> Result<(), Refusal> {
    let messages = Messages::new(Language::English);
    for (format, path) in outputs {
        let mut bytes = Vec::new();
        let written = render(
            report,
            &messages,
            *format,
            as_wanted(plain_look(), options),
            &mut bytes,
        )
        .and_then(|()| write_atomically(path, &bytes));
        if let Err(error) = written {
            return refuse(&format!("{} could not be written: {error}", path.display()));
        }
    }
    if !outputs.is_empty() && options.format.is_none() {
        // What went wrong with the run itself is said in any case.
        for fault in &report.faults {
            complain(&format!("{}: {}", fault.subject, fault.reason));
        }
        if !options.quiet {
            let _ = render_summary(
                report,
                &messages,
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
        &messages,
        format,
        as_wanted(look(options.color), options),
        &mut out,
    )
    .and_then(|()| out.flush());
    match written {
        // The reader has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        Err(error) => refuse(&format!("the report could not be written: {error}")),
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
