//! Diagnostics for reviewdog (`DiagnosticResult` of its `reviewdog.proto`), which comments on pull requests.
//!
//! Columns count UTF-8 bytes. Members are only those that every reviewdog knows: it refuses others, so the other
//! places of a finding are lines of its message. What could not be checked is a diagnostic for each rule, mission and
//! obstacle, at the severity of the rule; a fault of the run is one at its file. Findings that do not count are told at
//! the least severity, with why they do not: a reporter that should not comment on them filters by level.
//!
//! A fix is a suggestion where all its edits are in the file of the finding; the host of the pull request applies
//! suggestions one by one and knows no other files.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::PrettyFormatter;

use super::escape::SafeFormatter;
use super::{details, told};
use crate::catalogue::Severity;
use crate::message::Messages;
use crate::report::{Found, Location, NotChecked, Report, RunFault};

#[derive(Serialize)]
struct Outcome<'r> {
    source: Source,
    severity: &'static str,
    diagnostics: Vec<Diagnostic<'r>>,
}

#[derive(Serialize)]
struct Source {
    name: &'static str,
    url: &'static str,
}

#[derive(Serialize)]
struct Diagnostic<'r> {
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    location: Option<Place<'r>>,
    severity: &'static str,
    code: Code<'r>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    suggestions: Vec<Suggestion<'r>>,
}

#[derive(Serialize)]
struct Code<'r> {
    value: &'r str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
}

#[derive(Serialize)]
struct Place<'r> {
    path: &'r str,
    #[serde(skip_serializing_if = "Option::is_none")]
    range: Option<Range>,
}

#[derive(Serialize)]
struct Range {
    start: Position,
    end: Position,
}

#[derive(Serialize)]
struct Position {
    line: i32,
    column: i32,
}

#[derive(Serialize)]
struct Suggestion<'r> {
    range: Range,
    text: &'r str,
}

/// Writes the report, pretty-printed, with a line end.
pub(super) fn render(report: &Report, messages: &Messages, out: &mut dyn Write) -> io::Result<()> {
    let faults = report.faults.iter().map(|fault| of_fault(fault, messages));
    let blocked = report.not_checked.iter();
    let blocked = blocked.map(|entry| not_checked(entry, messages));
    let found = report.findings.iter().map(|found| finding(found, messages));
    let weights = report.counting().map(|found| found.severity);
    let weights = weights.chain(report.not_checked.iter().map(|entry| entry.severity));
    let worst = if report.faults.is_empty() {
        weights.max().unwrap_or(Severity::Advice)
    } else {
        Severity::Error
    };
    let result = Outcome {
        source: Source {
            name: env!("CARGO_PKG_NAME"),
            url: env!("CARGO_PKG_REPOSITORY"),
        },
        severity: severity(worst),
        diagnostics: faults.chain(found).chain(blocked).collect(),
    };
    result.serialize(&mut serde_json::Serializer::with_formatter(
        &mut *out,
        SafeFormatter(PrettyFormatter::new()),
    ))?;
    writeln!(out)
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "ERROR",
        Severity::Warning => "WARNING",
        Severity::Advice => "INFO",
    }
}

fn finding<'r>(found: &'r Found, messages: &Messages) -> Diagnostic<'r> {
    let edits = found.fix.iter().flat_map(|(_, edits)| edits);
    let elsewhere = |path: &str| *path != *found.location.path;
    let suggestions = if edits.clone().any(|edit| elsewhere(&edit.path)) {
        Vec::new()
    } else {
        edits
            .map(|edit| Suggestion {
                range: range(edit.start, edit.end),
                text: &edit.text,
            })
            .collect()
    };
    Diagnostic {
        message: told::lines(found, messages).join("\n"),
        location: Some(place(&found.location)),
        severity: severity(match found.suppressed {
            Some(_) => Severity::Advice,
            None => found.severity,
        }),
        code: code(found.rule.id),
        suggestions,
    }
}

fn code(rule: &str) -> Code<'_> {
    Code {
        value: rule,
        url: Some(told::help_url(rule)),
    }
}

fn not_checked<'r>(entry: &'r NotChecked, messages: &Messages) -> Diagnostic<'r> {
    Diagnostic {
        message: told::blocked_rule(entry, messages),
        location: entry.locations.first().map(place),
        severity: severity(entry.severity),
        code: code(entry.rule.id),
        suggestions: Vec::new(),
    }
}

fn of_fault<'r>(fault: &'r RunFault, messages: &Messages) -> Diagnostic<'r> {
    let is_file = fault.kind == "cannot-read";
    Diagnostic {
        message: details::fault(fault, messages),
        location: is_file.then_some(Place {
            path: &fault.subject,
            range: None,
        }),
        severity: severity(Severity::Error),
        code: Code {
            value: fault.kind,
            url: None,
        },
        suggestions: Vec::new(),
    }
}

fn place(location: &Location) -> Place<'_> {
    Place {
        path: &location.path,
        range: Some(range(location.start, location.end)),
    }
}

fn range(start: crate::text::Position, end: crate::text::Position) -> Range {
    // Numbers of the format have 32 bits; one that is too large would make all of it unreadable.
    let number = |number: u64| i32::try_from(number).unwrap_or(i32::MAX);
    let position = |position: crate::text::Position| Position {
        line: number(position.line),
        column: number(position.byte_column),
    };
    Range {
        start: position(start),
        end: position(end),
    }
}
