//! The report in the form of Checkstyle, which many services turn into annotations.
//!
//! The form has an `error` with a place, a severity, a message and a source, and nothing else; readers pass over
//! attributes that they do not know. So that nothing is lost:
//! * The message has lines: what is wrong, then help, related places, policy, fingerprint and the page of the rule. The
//!   fingerprint is also an attribute of its own.
//! * Errors and warnings keep their severity, advice is `info`.
//! * Findings that do not count have the severity `ignore`, Checkstyle's own word for what is not to be reported, and
//!   say why.
//! * What was not checked is an `error` at each place that stands in the way, with the severity of the heaviest rule it
//!   blocks, the source `missionlint.not-checked.<obstacle>` and the names of all these rules.
//! * A fault of the run is an `error` of the file concerned, else of the file `missionlint`, on line 0.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use super::details::{detail_lines, fault, obstacle, suppression};
use super::text::clean;
use super::told::help_url;
use super::xml::Xml;
use crate::catalogue::Severity;
use crate::message::Messages;
use crate::report::{Found, Location, Report};

/// Version of Checkstyle whose form this is; the form has not changed since.
const VERSION: &str = "10.0";

/// One `error`.
struct Entry {
    line: u64,
    column: u64,
    severity: &'static str,
    message: String,
    source: String,
    fingerprint: Option<String>,
}

/// Writes the report.
pub(super) fn render(report: &Report, messages: &Messages, out: &mut dyn Write) -> io::Result<()> {
    let mut files: BTreeMap<&str, Vec<Entry>> = BTreeMap::new();
    for entry in &report.faults {
        let path = match entry.kind {
            "cannot-read" => entry.subject.as_str(),
            _ => "missionlint",
        };
        let of_run = Entry {
            line: 0,
            column: 0,
            severity: "error",
            message: fault(entry, messages),
            source: format!("missionlint.run.{}", entry.kind),
            fingerprint: None,
        };
        files.entry(path).or_default().push(of_run);
    }
    for found in &report.findings {
        let of_file = files.entry(&found.location.path).or_default();
        of_file.push(finding(found, messages));
    }
    for (path, entry) in not_checked(report, messages) {
        files.entry(path).or_default().push(entry);
    }
    let mut xml = Xml::new(out)?;
    xml.open("checkstyle", &[("version", VERSION)])?;
    for (path, mut entries) in files {
        entries.sort_by_key(|entry| (entry.line, entry.column));
        xml.open("file", &[("name", &clean(path))])?;
        for entry in entries {
            write_entry(&entry, &mut xml)?;
        }
        xml.close("file")?;
    }
    xml.close("checkstyle")?;
    xml.finish()
}

fn write_entry(entry: &Entry, xml: &mut Xml<'_>) -> io::Result<()> {
    let (line, column) = (entry.line.to_string(), entry.column.to_string());
    let mut attributes = vec![
        ("line", line.as_str()),
        ("column", &column),
        ("severity", entry.severity),
        ("message", &entry.message),
        ("source", &entry.source),
    ];
    let fingerprint = entry.fingerprint.as_deref();
    attributes.extend(fingerprint.map(|fingerprint| ("fingerprint", fingerprint)));
    xml.empty("error", &attributes)
}

fn finding(found: &Found, messages: &Messages) -> Entry {
    let url = help_url(found.rule.id);
    let mut message = vec![clean(&messages.headline(found))];
    message.extend(detail_lines(found, messages, &url));
    Entry {
        line: found.location.start.line,
        column: found.location.start.column,
        severity: match suppression(found, messages) {
            Some(_) => "ignore",
            None => name(found.severity),
        },
        message: message.join("\n"),
        source: format!("missionlint.{}.{}", found.rule.group.code(), found.rule.id),
        fingerprint: Some(found.fingerprint.clone()),
    }
}

/// Checkstyle's name of a severity.
fn name(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "info",
    }
}

/// What stands in the way, by path: one entry for each place and obstacle.
fn not_checked<'r>(report: &'r Report, messages: &Messages) -> Vec<(&'r str, Entry)> {
    type Rules = (Option<Severity>, BTreeSet<&'static str>);
    let mut blocked: BTreeMap<(&str, u64, u64, &'static str), Rules> = BTreeMap::new();
    for entry in &report.not_checked {
        for Location { path, start, .. } in &entry.locations {
            let key = (&**path, start.line, start.column, entry.reason);
            let (severity, rules) = blocked.entry(key).or_default();
            *severity = (*severity).max(Some(entry.severity));
            rules.insert(entry.rule.id);
        }
    }
    let entries = blocked
        .into_iter()
        .map(|((path, line, column, reason), (severity, rules))| {
            let names: Vec<&str> = rules.into_iter().collect();
            let values = [
                ("obstacle", obstacle(reason, 1, messages).into()),
                ("which", "some".into()),
                ("count", names.len().into()),
                ("rules", messages.list(&names, 0).into()),
            ];
            let entry = Entry {
                line,
                column,
                severity: severity.map_or("error", name),
                message: messages.say("not-checked-line", &values),
                source: format!("missionlint.not-checked.{reason}"),
                fingerprint: None,
            };
            (path, entry)
        });
    entries.collect()
}
