//! `missionlint check`.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use xxhash_rust::xxh3::xxh3_128;

use super::Outcome;
use super::args::CheckOptions;
use super::terminal::{complain, look, plain_look, today};
use crate::config::{self, Settings};
use crate::discover::{Discovered, config_for, discover};
use crate::engine::{self, Request, config_findings};
use crate::message::{Language, Messages};
use crate::nearest::nearest;
use crate::output::{Format, render, render_findings};
use crate::report::{Report, RunFault};
use crate::rules;

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
    found: Discovered,
    outputs: Vec<(Format, PathBuf)>,
}

fn refuse<T>(reason: &str) -> Result<T, Refusal> {
    complain(reason);
    Err(Refusal)
}

fn prepare(options: &CheckOptions) -> Result<Prepared, Refusal> {
    known_rules(options.select.iter().chain(&options.ignore))?;
    let outputs = options.output.iter().map(|output| parse_output(output, options.format)).collect::<Result<_, _>>()?;
    let base = match std::env::current_dir() {
        Ok(base) => base,
        Err(error) => return refuse(&format!("the current directory cannot be read: {error}")),
    };
    let config = find_config(options, &base)?;
    let (settings, configs) = match &config {
        Some(path) => read_config(path, &base, options)?,
        None => (Settings::default(), Vec::new()),
    };
    let config_base = config.as_deref().and_then(Path::parent).unwrap_or(&base).to_owned();
    let (named, named_base) = match (&options.paths, &settings.paths) {
        (named, _) if !named.is_empty() => (named.clone(), base.clone()),
        (_, paths) if !paths.is_empty() => {
            let absolute = paths.iter().map(|path| config_base.join(path).to_string_lossy().into_owned());
            (absolute.collect(), base.clone())
        }
        _ => (vec![".".to_owned()], base.clone()),
    };
    let found = discover(&named, &named_base, &settings.exclude, &config_base);
    one_configuration(&found, config.as_deref(), options)?;
    let as_of = options.as_of.or(settings.as_of).unwrap_or_else(today);
    let request = Request {
        settings,
        as_of,
        select: options.select.clone(),
        ignore: options.ignore.clone(),
        audience: options.audience.into(),
        reveal: options.reveal,
        configs,
    };
    Ok(Prepared { request, found, outputs })
}

fn known_rules<'o>(mut names: impl Iterator<Item = &'o String>) -> Result<(), Refusal> {
    let catalogue = rules::catalogue();
    let known: Vec<&str> = catalogue.iter().flat_map(|rule| [rule.id, rule.group.code()]).collect();
    match names.find(|name| !known.contains(&name.as_str())) {
        None => Ok(()),
        Some(name) => refuse(&unknown_rule(name, &known)),
    }
}

/// The complaint about a rule that does not exist.
pub(super) fn unknown_rule(name: &str, known: &[&str]) -> String {
    match nearest(name, known.iter().copied()) {
        Some(close) => format!("there is no rule {name}; did you mean {close}?"),
        None => format!("there is no rule {name}; missionlint rules lists them"),
    }
}

fn parse_output(output: &str, format: Option<Format>) -> Result<(Format, PathBuf), Refusal> {
    if let Some((name, path)) = output.split_once('=')
        && !name.contains(['/', '.', '\\'])
    {
        return match name.parse() {
            Ok(format) => Ok((format, PathBuf::from(path))),
            Err(reason) => refuse(&format!("--output {output}: {reason}")),
        };
    }
    Ok((format.unwrap_or(Format::Text), PathBuf::from(output)))
}

/// The one configuration of the run: named, or found at or above the paths.
fn find_config(options: &CheckOptions, base: &Path) -> Result<Option<PathBuf>, Refusal> {
    if let Some(named) = &options.config {
        return Ok(Some(base.join(named)));
    }
    let named: Vec<PathBuf> = options.paths.iter().map(|path| base.join(literal_part(path))).collect();
    let mut configs: Vec<Option<PathBuf>> = named.iter().map(|path| config_for(path)).collect();
    configs.dedup();
    match configs.as_slice() {
        [] => Ok(config_for(base)),
        [one] => Ok(one.clone()),
        _ => refuse("the paths belong to different configurations; check them one by one, or name one with --config"),
    }
}

/// The folders of a glob before its first wildcard.
fn literal_part(pattern: &str) -> &str {
    match pattern.find(['*', '?', '[']) {
        Some(wild) => pattern[..wild].rfind('/').map_or("", |slash| &pattern[..slash]),
        None => pattern,
    }
}

fn one_configuration(found: &Discovered, config: Option<&Path>, options: &CheckOptions) -> Result<(), Refusal> {
    let other = found.configs.iter().find(|path| Some(path.as_path()) != config);
    match other {
        Some(other) if options.config.is_none() => refuse(&format!(
            "{} lies below the paths, but one configuration holds for a whole run; check that directory by itself, or \
             name the configuration with --config",
            other.display()
        )),
        _ => Ok(()),
    }
}

type ReadConfig = (Settings, Vec<(String, String)>);

fn read_config(path: &Path, base: &Path, options: &CheckOptions) -> Result<ReadConfig, Refusal> {
    let shown = path.strip_prefix(base).unwrap_or(path).to_string_lossy().replace('\\', "/");
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) => return refuse(&format!("{shown} could not be read: {error}")),
    };
    match config::parse(&text, &rules::catalogue()) {
        Ok(settings) => Ok((settings, vec![(shown, format!("{:032x}", xxh3_128(text.as_bytes())))])),
        Err(errors) => {
            let findings = config_findings(&shown, &text, errors);
            let look = look(options.color, true);
            let messages = Messages::new(Language::English);
            let _ = render_findings(&findings, &messages, look, &mut io::stderr().lock());
            Err(Refusal)
        }
    }
}

fn check(options: &CheckOptions, prepared: Prepared) -> Result<Outcome, Refusal> {
    let Prepared { request, found, outputs } = prepared;
    if found.inputs.is_empty() {
        for unusable in &found.unusable {
            complain(&format!("{}: {}", unusable.path, unusable.reason));
        }
        return refuse("no file to check was found");
    }
    let mut report = engine::check(found.inputs, &request);
    report.faults.extend(found.unusable.into_iter().map(|unusable| RunFault {
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

fn write_all(report: &Report, options: &CheckOptions, outputs: &[(Format, PathBuf)]) -> Result<(), Refusal> {
    let messages = Messages::new(Language::English);
    for (format, path) in outputs {
        let mut bytes = Vec::new();
        let written = render(report, &messages, *format, plain_look(options.quiet), &mut bytes)
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
        return Ok(());
    }
    let mut out = io::BufWriter::new(io::stdout().lock());
    let format = options.format.unwrap_or(Format::Text);
    let written = render(report, &messages, format, look(options.color, options.quiet), &mut out).and_then(|()| out.flush());
    match written {
        // The reader has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        Err(error) => refuse(&format!("the report could not be written: {error}")),
        Ok(()) => Ok(()),
    }
}

/// Writes a file whole or not at all.
fn write_atomically(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let name = path.file_name().ok_or_else(|| io::Error::from(io::ErrorKind::InvalidInput))?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)?;
    let temporary = folder.join(format!(".{}.{}.tmp", name.to_string_lossy(), std::process::id()));
    let written = std::fs::write(&temporary, bytes).and_then(|()| std::fs::rename(&temporary, path));
    if written.is_err() {
        let _ = std::fs::remove_file(&temporary);
    }
    written
}
