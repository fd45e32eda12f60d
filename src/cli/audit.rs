//! `missionlint audit`: many missions in numbers.

use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

use super::Outcome;
use super::audit_args::AuditOptions;
use super::check::{Judged, judge};
use super::configuration::{Refusal, refuse};
use super::publish::{is_free, is_printed};
use super::review::parsed;
use super::sheets::{self, Written};
use super::terminal::{complain, complain_of, error_look};
use crate::audit::{Audit, Compared, parse_audit};
use crate::catalogue::Severity;
use crate::finding::Phrase;
use crate::message::Messages;
use crate::output::{
    AuditFormat, group_in_words, render_audit, render_audit_page, render_summary, run_data,
};
use crate::whole::write_atomically;

/// Runs the command.
pub(super) fn run(options: &AuditOptions, messages: &Messages) -> Outcome {
    match made(options, messages) {
        Ok(outcome) => outcome,
        Err(Refusal) => Outcome::Unusable,
    }
}

fn made(options: &AuditOptions, messages: &Messages) -> Result<Outcome, Refusal> {
    let outputs = outputs(options, messages)?;
    let earlier = options.compare.as_deref();
    let earlier = earlier
        .map(|path| parsed(path, parse_audit, messages))
        .transpose()?;
    let written = outputs.iter().map(|(_, path)| path.clone()).collect();
    if let Some(earlier) = &earlier {
        let check = options.as_check(Vec::new());
        let same = earlier.for_the_same_readers(check.audience.into(), check.reveal);
        let path = options.compare.as_deref().unwrap_or(Path::new(""));
        same.or_else(|reason| {
            let phrase = Phrase::new("cannot-read").with("path", path.to_string_lossy());
            refuse(messages, &phrase.because(reason))
        })?;
    }
    let mut check = options.as_check(written);
    check.read.extend(options.compare.clone());
    if let Some((path, earlier)) = options.compare.as_ref().zip(earlier.as_ref())
        && earlier.faults() > 0
    {
        let phrase = Phrase::new("audit-earlier-incomplete")
            .with("path", path.to_string_lossy())
            .with("count", earlier.faults().to_string());
        complain(&messages.phrase(&phrase));
    }
    let judged = judge(&check, messages)?;
    let mut audit = Audit::of(&judged.report, judged.request.reveal);
    if let Some(earlier) = earlier {
        let run = run_data(&judged.report, &judged.messages);
        audit.compare_with(&earlier, &judged.report, &run);
    }
    audit.compare_with_thresholds(&judged.request.settings.audit);
    tell_unapplied(&audit, messages);
    tell_unknown(&audit, messages);
    let others: Vec<&Path> = outputs.iter().map(|(_, path)| path.as_path()).collect();
    let folder = options.sheets.as_deref();
    let written = folder.map(|folder| sheets::write(&judged, &audit, folder, &others));
    let written = written.transpose()?.unwrap_or_default();
    write_all(&judged, &audit, options, &outputs, &written)?;
    let report = &judged.report;
    let limit = options.fail_on.limit();
    let keeps_thresholds = audit.worst_breach().is_none_or(|severity| {
        severity < Severity::Error && limit.is_none_or(|limit| severity < limit)
    });
    Ok(if !report.faults.is_empty() {
        Outcome::Unusable
    } else if keeps_thresholds && report.passes(limit, options.accepted.allow_blocked) {
        Outcome::Passed
    } else {
        Outcome::Failed
    })
}

/// All outputs: each to a file of its own.
fn outputs(
    options: &AuditOptions,
    messages: &Messages,
) -> Result<Vec<(AuditFormat, PathBuf)>, Refusal> {
    let mut outputs: Vec<(AuditFormat, PathBuf)> = Vec::new();
    if let Some(format) = options.format {
        is_built(format).or_else(|reason| refuse(messages, &reason))?;
        if format.is_binary() && io::stdout().is_terminal() {
            let phrase = Phrase::new("audit-binary").with("format", format.code());
            return refuse(messages, &phrase);
        }
    }
    for output in &options.output {
        let (format, path) =
            output_of(output, options).or_else(|reason| refuse(messages, &reason))?;
        is_built(format).or_else(|reason| refuse(messages, &reason))?;
        is_free(&path, &outputs, messages)?;
        outputs.push((format, path));
    }
    Ok(outputs)
}

/// Refuses a format that this build of the program cannot write.
fn is_built(format: AuditFormat) -> Result<(), Phrase> {
    if format.is_built() {
        Ok(())
    } else {
        Err(Phrase::new("audit-not-built").with("format", format.code()))
    }
}

/// `FORMAT=FILE`, or `FILE` in the one format that its extension stands for, else in that of `--format`.
fn output_of(output: &str, options: &AuditOptions) -> Result<(AuditFormat, PathBuf), Phrase> {
    let mistake = |id| Phrase::new(id).with("output", output);
    if let Some((name, path)) = output.split_once('=')
        && !name.contains(['/', '.', '\\'])
    {
        return match name.parse() {
            Ok(_) if path.is_empty() => Err(mistake("output-without-name")),
            Ok(_) if path == "-" => Err(mistake("output-to-itself")),
            Ok(format) => Ok((format, PathBuf::from(path))),
            Err(()) => {
                let known = AuditFormat::ALL.map(AuditFormat::code).join(", ");
                let mistake = mistake("unknown-output-format").with("format", name);
                Err(mistake.with("known", known))
            }
        };
    }
    if output == "-" {
        return Err(mistake("output-to-itself"));
    }
    let path = PathBuf::from(output);
    let extension = path.extension().and_then(|extension| extension.to_str());
    let possible = extension.map_or(&[][..], AuditFormat::all_of_extension);
    let wanted = options.format.unwrap_or(AuditFormat::Html);
    match possible {
        // A page or a picture that holds JSON would only be noticed by who opens it.
        [] if options.format.is_none() => {
            let known = AuditFormat::ALL.map(AuditFormat::code).join(", ");
            Err(mistake("unknown-output-ending").with("known", known))
        }
        [] => Ok((wanted, path)),
        [one] => Ok((*one, path)),
        several
            if options
                .format
                .is_some_and(|format| several.contains(&format)) =>
        {
            Ok((wanted, path))
        }
        several => {
            let choices = several.iter();
            let choices: Vec<String> = choices
                .map(|format| format!("{}={output}", format.code()))
                .collect();
            let mistake = mistake("output-of-several-formats");
            Err(mistake.with("choices", choices.join(", ")))
        }
    }
}

/// How many groups that break a threshold are named.
const NAMED: usize = 3;

/// Tells which thresholds are broken, and where: where audits go to files, nothing else says so.
fn tell_breaches(audit: &Audit, messages: &Messages) {
    let broken = audit.thresholds.iter();
    for compared in broken.filter(|compared| !compared.breaches.is_empty()) {
        let worst = compared.worst_first();
        let groups = worst.iter().filter_map(|breach| breach.group.as_deref());
        let groups: Vec<String> = groups
            .take(NAMED)
            .map(|key| group_in_words(key, messages))
            .collect();
        let severity = compared.threshold.severity.code();
        let mut phrase = about("audit-breach", compared).with("severity", severity);
        if !groups.is_empty() {
            phrase = phrase.with("groups", groups.join(", "));
        }
        if worst.len() > NAMED {
            phrase = phrase.with("more", (worst.len() - NAMED).to_string());
        }
        complain(&messages.phrase(&phrase));
    }
}

/// Tells which thresholds were compared with nothing: such a one is kept, whatever it says.
fn tell_unapplied(audit: &Audit, messages: &Messages) {
    let unapplied = audit.thresholds.iter();
    let unapplied = unapplied.filter(|compared| compared.groups + compared.not_judged == 0);
    for compared in unapplied {
        complain(&messages.phrase(&about("audit-unapplied", compared)));
    }
}

/// Tells of which thresholds it is not known whether they are kept, because not everything was judged.
fn tell_unknown(audit: &Audit, messages: &Messages) {
    let unknown = audit.thresholds.iter();
    for compared in unknown.filter(|compared| compared.not_judged > 0) {
        let phrase = about("audit-not-judged", compared);
        let phrase = phrase.with("groups", compared.not_judged.to_string());
        complain(&messages.phrase(&phrase));
    }
}

fn about(id: &'static str, compared: &Compared) -> Phrase {
    let threshold = &compared.threshold;
    Phrase::new(id)
        .with("table", threshold.table())
        .with("condition", threshold.condition.to_string())
}

/// Writes the audit to every file and, unless files alone are wanted, to standard output.
fn write_all(
    judged: &Judged,
    audit: &Audit,
    options: &AuditOptions,
    outputs: &[(AuditFormat, PathBuf)],
    sheets: &Written,
) -> Result<(), Refusal> {
    let Judged {
        report, messages, ..
    } = judged;
    for (format, path) in outputs {
        let mut bytes = Vec::new();
        let to = (*format, options.hxl);
        let written = rendered(judged, audit, to, &mut bytes, (sheets, Some(path)))
            .and_then(|()| write_atomically(path, &bytes));
        if let Err(error) = written {
            let phrase = Phrase::new("cannot-write").with("path", path.to_string_lossy());
            return refuse(messages, &phrase.because(&error));
        }
    }
    if !outputs.is_empty() && options.format.is_none() {
        for fault in &report.faults {
            complain_of(fault, messages);
        }
        tell_breaches(audit, messages);
        if !options.quiet {
            let look = error_look(super::args::Color::Auto);
            let _ = render_summary(report, messages, look, &mut io::stderr().lock());
        }
        return Ok(());
    }
    let mut out = io::BufWriter::new(io::stdout().lock());
    let to = (options.format.unwrap_or(AuditFormat::Html), options.hxl);
    let written = rendered(judged, audit, to, &mut out, (sheets, None)).and_then(|()| out.flush());
    is_printed(written, messages)
}

/// Writes the audit in a format; a page links to the sheets that were written from where it lies.
fn rendered(
    judged: &Judged,
    audit: &Audit,
    to: (AuditFormat, bool),
    out: &mut dyn Write,
    (written, page): (&Written, Option<&Path>),
) -> io::Result<()> {
    let Judged {
        report, messages, ..
    } = judged;
    if to.0 == AuditFormat::Html {
        let sheets = sheets::links(written, page);
        render_audit_page(report, audit, messages, &sheets, out)
    } else {
        render_audit(report, audit, messages, to, out)
    }
}
