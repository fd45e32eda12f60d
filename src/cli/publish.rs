//! Where the report goes: standard output, and files written whole or not at all.
//!
//! The file that GitHub shows as the summary of a step is added to, for other parts of the step write to it too.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::args::CheckOptions;
use super::configuration::{Refusal, refuse};
use super::terminal::{complain_of, error_look, look, plain_look};
use crate::discover::same_file;
use crate::engine::Input;
use crate::finding::Phrase;
use crate::message::Messages;
use crate::output::{Format, Look, render, render_summary};
use crate::report::Report;
use crate::whole::write_atomically;

/// Bytes of the summary of a step: GitHub takes 1 MiB and shows nothing beyond. Source: docs.github.com, *Workflow
/// commands*, step isolation and limits. What other parts of the step still write needs room too.
const STEP_SUMMARY: usize = 900 << 10;

/// `FORMAT=FILE`, or `FILE` in the format that its extension names, else in that of `--format`, else in the usual one.
fn parse_output(
    output: &str,
    options: &CheckOptions,
    messages: &Messages,
) -> Result<(Format, PathBuf), Refusal> {
    let mistake = |id| Phrase::new(id).with("output", output);
    if let Some((name, path)) = output.split_once('=')
        && !name.contains(['/', '.', '\\'])
    {
        return match name.parse() {
            Ok(_) if path.is_empty() => refuse(messages, &mistake("output-without-name")),
            Ok(_) if path == "-" => refuse(messages, &mistake("output-to-itself")),
            Ok(format) => Ok((format, PathBuf::from(path))),
            Err(()) => {
                let known = Format::ALL.map(Format::code).join(", ");
                let mistake = mistake("unknown-output-format").with("format", name);
                refuse(messages, &mistake.with("known", known))
            }
        };
    }
    if output == "-" {
        return refuse(messages, &mistake("output-to-itself"));
    }
    let path = PathBuf::from(output);
    let extension = path.extension().and_then(|extension| extension.to_str());
    let (format, by_name) = (options.format, extension.and_then(Format::of_extension));
    let possible = extension.map_or(&[][..], Format::all_of_extension);
    if by_name.is_none()
        && !possible.is_empty()
        && !format.is_some_and(|format| possible.contains(&format))
    {
        // Text in a file that looks like another would only be noticed by who reads it.
        let choices: Vec<String> = possible
            .iter()
            .map(|format| format!("{}={output}", format.code()))
            .collect();
        let mistake = mistake("output-of-several-formats");
        return refuse(messages, &mistake.with("choices", choices.join(", ")));
    }
    Ok((by_name.or(format).unwrap_or(options.usual_format), path))
}

/// All outputs: each to a file of its own.
pub(super) fn parse_outputs(
    options: &CheckOptions,
    messages: &Messages,
) -> Result<Vec<(Format, PathBuf)>, Refusal> {
    let mut outputs: Vec<(Format, PathBuf)> = Vec::new();
    for output in &options.output {
        let (format, path) = parse_output(output, options, messages)?;
        is_free(&path, &outputs, messages)?;
        outputs.push((format, path));
    }
    Ok(outputs)
}

/// Refuses an output that is a directory, or the file of another one.
pub(super) fn is_free<F>(
    path: &Path,
    others: &[(F, PathBuf)],
    messages: &Messages,
) -> Result<(), Refusal> {
    let shown = path.to_string_lossy();
    if path.is_dir() {
        let error = io::Error::from(io::ErrorKind::IsADirectory);
        let phrase = Phrase::new("cannot-write").with("path", shown);
        return refuse(messages, &phrase.because(&error));
    }
    if others.iter().any(|(_, other)| same_output(other, path)) {
        return refuse(messages, &Phrase::new("output-twice").with("path", shown));
    }
    Ok(())
}

/// Whether two outputs would be the same file, also one that is not there yet.
pub(super) fn same_output(one: &Path, other: &Path) -> bool {
    let plain = |path: &Path| -> PathBuf {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        match (path.parent().map(Path::canonicalize), path.file_name()) {
            (Some(Ok(folder)), Some(name)) => folder.join(name),
            _ => path,
        }
    };
    same_file(one, other) || plain(one) == plain(other)
}

/// Whether a file is about to be overwritten: the report of an earlier run is no record.
pub(super) fn is_output(input: &Input, outputs: &[(Format, PathBuf)]) -> bool {
    let file = input.content.file();
    file.is_some_and(|path| outputs.iter().any(|(_, output)| same_file(path, output)))
}

/// An output that is there already: nothing else can be one of the files that are read.
pub(super) struct Existing {
    path: PathBuf,
    is_link: bool,
}

impl Existing {
    pub(super) fn among(outputs: &[(Format, PathBuf)]) -> Vec<Self> {
        let existing = outputs.iter().filter(|(_, path)| path.exists());
        let existing = existing.map(|(_, path)| Self {
            path: path.clone(),
            is_link: path.is_symlink(),
        });
        existing.collect()
    }

    /// Whether it is an input. There may be very many, of which few have its name.
    pub(super) fn is(&self, input: &Input) -> bool {
        // Elsewhere one file may go by several names.
        let has_one_name = cfg!(target_os = "linux") && !self.is_link;
        input.content.file().is_some_and(|path| {
            let is_other = || path.file_name() != self.path.file_name() && !path.is_symlink();
            !(has_one_name && is_other()) && same_file(path, &self.path)
        })
    }
}

/// Writes a report to every file and, unless files alone are wanted, to standard output.
pub(super) fn write_all(
    report: &Report,
    options: &CheckOptions,
    outputs: &[(Format, PathBuf)],
    messages: &Messages,
) -> Result<(), Refusal> {
    for (format, path) in outputs {
        let written = before(path).and_then(|mut bytes| {
            let mut look = as_wanted(plain_look(), options);
            if is_step_summary(path) && options.markdown_limit.is_none() {
                look.room = STEP_SUMMARY.saturating_sub(bytes.len());
            }
            render(report, messages, *format, look, &mut bytes)?;
            write_atomically(path, &bytes)
        });
        if let Err(error) = written {
            let phrase = Phrase::new("cannot-write").with("path", path.to_string_lossy());
            return refuse(messages, &phrase.because(&error));
        }
    }
    if !outputs.is_empty() && options.format.is_none() {
        // What went wrong with the run itself is said in any case.
        for fault in &report.faults {
            complain_of(fault, messages);
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
    let format = options.format.unwrap_or(options.usual_format);
    let written = render(
        report,
        messages,
        format,
        as_wanted(look(options.color), options),
        &mut out,
    )
    .and_then(|()| out.flush());
    is_printed(written, messages)
}

/// Refuses where standard output could not be written; that its reader has seen enough is no failure.
pub(super) fn is_printed(written: io::Result<()>, messages: &Messages) -> Result<(), Refusal> {
    match written {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        Err(error) => refuse(
            messages,
            &Phrase::new("report-cannot-write").because(&error),
        ),
        Ok(()) => Ok(()),
    }
}

/// Whether GitHub shows a file as the summary of the step that runs.
pub(super) fn is_step_summary(path: &Path) -> bool {
    let summary = std::env::var_os("GITHUB_STEP_SUMMARY");
    summary.is_some_and(|summary| !summary.is_empty() && same_output(Path::new(&summary), path))
}

/// What stays in a file before the report.
fn before(path: &Path) -> io::Result<Vec<u8>> {
    if !is_step_summary(path) || !path.exists() {
        return Ok(Vec::new());
    }
    let mut bytes = std::fs::read(path)?;
    if !bytes.is_empty() && !bytes.ends_with(b"\n") {
        bytes.push(b'\n');
    }
    Ok(bytes)
}

fn as_wanted(look: Look, options: &CheckOptions) -> Look {
    Look {
        room: options.markdown_limit.unwrap_or(look.room),
        quiet: options.quiet,
        suppressed: options.exceptions.show_allowed,
        ..look
    }
}
