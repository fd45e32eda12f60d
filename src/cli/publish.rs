//! Where the report goes: standard output, and files written whole or not at all.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::args::CheckOptions;
use super::configuration::{Refusal, refuse};
use super::terminal::{complain_about, error_look, look, plain_look};
use crate::discover::same_file;
use crate::engine::{Content, Input};
use crate::finding::Phrase;
use crate::message::Messages;
use crate::output::{Format, Look, render, render_summary};
use crate::report::Report;

/// `FORMAT=FILE`, or `FILE` in the format that its extension names, else in that of `--format`, else in the usual one.
pub(super) fn parse_output(
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
    let by_name = extension.and_then(Format::of_extension);
    let format = by_name.or(options.format);
    Ok((format.unwrap_or(options.usual_format), path))
}

/// Whether a file is about to be overwritten: the report of an earlier run is no record.
pub(super) fn is_output(input: &Input, outputs: &[(Format, PathBuf)]) -> bool {
    match &input.content {
        Content::File(path) => outputs.iter().any(|(_, output)| same_file(path, output)),
        Content::Bytes(_) => false,
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
    let format = options.format.unwrap_or(options.usual_format);
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
pub(super) fn write_atomically(path: &Path, bytes: &[u8]) -> io::Result<()> {
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
