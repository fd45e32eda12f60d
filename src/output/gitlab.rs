//! Code quality of GitLab: a list of entries, each at a line of a file.
//!
//! The format has nothing but entries, so what is no finding becomes one rather than get lost:
//! * what could not be checked is an entry for each rule, mission and obstacle, at the severity of the rule;
//! * a fault of the run is an entry at the severity `blocker`;
//! * a finding that does not count keeps its entry at the severity `info`, with the reason in its description. GitLab
//!   compares a merge request with its target by fingerprints: without the entry it would call the finding fixed;
//! * what is left out because the file would be too large is an entry that says so.
//!
//! Errors are `critical`, warnings `major`, advice is `info`. A description begins with the id of the rule, because
//! GitLab does not show `check_name`. The other places of a finding are lines of its description.

use std::collections::BTreeSet;
use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::PrettyFormatter;
use sha2::{Digest, Sha256};

use super::escape::SafeFormatter;
use super::quota::{GITLAB_BYTES, within, worst_first};
use super::{details, told};
use crate::catalogue::Severity;
use crate::message::Messages;
use crate::report::{Found, NotChecked, Report, RunFault};
use crate::text::hex;

#[derive(Serialize)]
struct Entry<'r> {
    description: String,
    check_name: &'r str,
    fingerprint: String,
    severity: &'static str,
    location: Place<'r>,
}

#[derive(Serialize)]
struct Place<'r> {
    path: &'r str,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: u64,
    end: u64,
}

/// Writes the report, pretty-printed, with a line end: of its findings the worst if not all have room.
pub(super) fn render(report: &Report, messages: &Messages, out: &mut dyn Write) -> io::Result<()> {
    // What does not count comes last.
    let mut findings = worst_first(report.counting());
    findings.extend(worst_first(report.suppressed().map(|(found, _)| found)));
    let size = |bytes: &[u8]| Ok(bytes.len() as u64);
    out.write_all(&within(GITLAB_BYTES, findings.len(), size, |kept| {
        let mut entries: Vec<Entry<'_>> = Vec::new();
        entries.extend(report.faults.iter().map(|fault| of_fault(fault, messages)));
        let blocked = report.not_checked.iter();
        entries.extend(blocked.map(|entry| not_checked(entry, messages)));
        let found = findings.iter().take(kept);
        entries.extend(found.map(|found| finding(found, messages)));
        let left = findings.len() - kept;
        if left > 0 {
            entries.push(left_out(left, messages));
        }
        number_repeats(&mut entries);
        let mut bytes = Vec::new();
        let formatter = SafeFormatter(PrettyFormatter::new());
        entries.serialize(&mut serde_json::Serializer::with_formatter(
            &mut bytes, formatter,
        ))?;
        bytes.push(b'\n');
        Ok(bytes)
    })?)
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "critical",
        Severity::Warning => "major",
        Severity::Advice => "info",
    }
}

/// A path as GitLab wants it: without the folder it starts from.
fn relative(path: &str) -> &str {
    path.strip_prefix("./").unwrap_or(path)
}

fn finding<'r>(found: &'r Found, messages: &Messages) -> Entry<'r> {
    let lines = told::lines(found, messages).join("\n");
    Entry {
        description: format!("{}: {lines}", found.rule.id),
        check_name: found.rule.id,
        fingerprint: found.fingerprint.clone(),
        severity: match found.suppressed {
            Some(_) => "info",
            None => severity(found.severity),
        },
        location: Place {
            path: relative(&found.location.path),
            lines: Lines {
                begin: found.location.start.line,
                end: found.location.end.line,
            },
        },
    }
}

fn not_checked<'r>(entry: &'r NotChecked, messages: &Messages) -> Entry<'r> {
    let first = entry.locations.first();
    let path = first.map_or("", |location| relative(&location.path));
    let text = told::blocked_rule(entry, messages);
    let mission = entry.mission.as_deref().unwrap_or("");
    Entry {
        description: format!("{}: {text}", entry.rule.id),
        check_name: entry.rule.id,
        fingerprint: identity(&["not-checked", entry.rule.id, entry.reason, mission, path]),
        severity: severity(entry.severity),
        location: Place {
            path,
            lines: Lines {
                begin: first.map_or(1, |location| location.start.line),
                end: first.map_or(1, |location| location.end.line),
            },
        },
    }
}

fn of_fault<'r>(fault: &'r RunFault, messages: &Messages) -> Entry<'r> {
    Entry {
        description: format!("{}: {}", fault.kind, details::fault(fault, messages)),
        check_name: fault.kind,
        fingerprint: identity(&["fault", fault.kind, &fault.subject]),
        severity: "blocker",
        location: Place {
            path: relative(&fault.subject),
            lines: Lines { begin: 1, end: 1 },
        },
    }
}

fn left_out(count: usize, messages: &Messages) -> Entry<'static> {
    Entry {
        description: messages.say("gitlab-left-out", &[("count", count.into())]),
        check_name: "left-out",
        fingerprint: identity(&["left-out"]),
        severity: "info",
        location: Place {
            path: env!("CARGO_PKG_NAME"),
            lines: Lines { begin: 1, end: 1 },
        },
    }
}

/// The identity of what is no finding.
fn identity(parts: &[&str]) -> String {
    hex(&Sha256::digest(parts.join("\0")), 16)
}

/// GitLab keeps one entry of each fingerprint: those that are alike are told apart by their order.
fn number_repeats(entries: &mut [Entry<'_>]) {
    let mut seen = BTreeSet::new();
    for entry in entries {
        let mut number = 1;
        while !seen.insert(entry.fingerprint.clone()) {
            number += 1;
            entry.fingerprint = identity(&[&entry.fingerprint, &number.to_string()]);
        }
    }
}
