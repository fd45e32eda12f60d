//! Reports that are compared, read from files. What they say may come from anybody: nothing of it is obeyed.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value;

use super::configuration::{Refusal, refuse};
use crate::catalogue::Severity;
use crate::finding::Phrase;
use crate::message::Messages;
use crate::report::INTERRUPTED;

/// A finding of a report.
#[derive(Debug, Clone)]
pub(super) struct Told {
    pub(super) fingerprint: String,
    pub(super) rule: String,
    pub(super) severity: Severity,
    pub(super) mission: Option<String>,
    pub(super) message: String,
    pub(super) path: String,
    pub(super) line: u64,
    pub(super) column: u64,
}

/// A place that a rule could not judge.
#[derive(Debug, Clone)]
pub(super) struct Blocked {
    pub(super) rule: String,
    pub(super) severity: Severity,
    pub(super) reason: String,
    pub(super) mission: Option<String>,
    pub(super) path: String,
    pub(super) line: u64,
    pub(super) column: u64,
    /// The record, or where there is none the place in the file.
    pub(super) place: String,
}

/// A report, as far as it is compared.
pub(super) struct Read {
    pub(super) run: Value,
    pub(super) version: Value,
    /// Findings that count, in the order of the report.
    pub(super) findings: Vec<Told>,
    /// What rules could not judge.
    pub(super) blocked: Vec<Blocked>,
    /// What went wrong with the run: of what, and why.
    pub(super) faults: Vec<(String, String)>,
    /// The rules that were applied.
    pub(super) rules: BTreeSet<String>,
    /// Missions that were not judged; none for records of no mission.
    not_judged: BTreeSet<Option<String>>,
    /// Whether the run was stopped: there may be missions that it has not even read.
    is_stopped: bool,
}

impl Read {
    /// Whether the run would have found a thing again, were it there still. `same_paths` says that both runs were of
    /// the same paths.
    pub(super) fn looked_for(&self, found: &Told, same_paths: bool) -> bool {
        let paths: Vec<&str> = words(&self.run["paths"]).collect();
        let covers = |named: &&str| {
            let certain = named.split(['*', '?', '[']).next().unwrap_or_default();
            let is_pattern = certain.len() < named.len();
            let named = if is_pattern { certain } else { plain(certain) };
            let rest = plain(&found.path).strip_prefix(named);
            rest.is_some_and(|rest| {
                is_pattern || named.is_empty() || rest.is_empty() || rest.starts_with('/')
            })
        };
        let is_there = same_paths || paths.is_empty() || paths.iter().any(covers);
        let is_judged = !self.is_stopped && !self.not_judged.contains(&found.mission);
        is_there && is_judged && self.rules.contains(&found.rule)
    }

    /// What the run was limited to.
    pub(super) fn scope(&self) -> [BTreeSet<&str>; 3] {
        ["select", "ignore", "paths"].map(|name| words(&self.run[name]).map(plain).collect())
    }
}

fn words(list: &Value) -> impl Iterator<Item = &str> {
    list.as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
}

/// A path without what leads nowhere.
fn plain(path: &str) -> &str {
    let path = path.trim_end_matches('/');
    let path = path.strip_prefix("./").unwrap_or(path);
    if path == "." { "" } else { path }
}

/// Reads a report.
pub(super) fn read(path: &Path, messages: &Messages) -> Result<Read, Refusal> {
    let shown = path.to_string_lossy();
    let phrase = |id| Phrase::new(id).with("path", shown.as_ref());
    let text = std::fs::read_to_string(path)
        .or_else(|error| refuse(messages, &phrase("cannot-read").because(&error)))?;
    let text = text.trim_start_matches('\u{feff}');
    let report: Value =
        serde_json::from_str(text).or_else(|_| refuse(messages, &phrase("diff-no-report")))?;
    let version = &report["schema_version"];
    if report["tool"]["name"] != env!("CARGO_PKG_NAME") {
        return refuse(messages, &phrase("diff-no-report"));
    }
    if *version != 1 {
        let phrase = phrase("diff-version").with("version", version.to_string());
        return refuse(messages, &phrase);
    }
    let findings = report["findings"].as_array();
    let told: Option<Vec<Told>> = findings.and_then(|findings| {
        let counting = findings
            .iter()
            .filter(|found| found["suppressed"].is_null());
        counting.map(told).collect()
    });
    let (Some(findings), true) = (told, report["run"].is_object()) else {
        return refuse(messages, &phrase("diff-no-report"));
    };
    let not_checked = report["not_checked"].as_array();
    let blocked = not_checked.and_then(|entries| {
        let places: Option<Vec<Vec<Blocked>>> = entries.iter().map(blocked).collect();
        places.map(|places| places.concat())
    });
    let rules = report["rules"].as_array().map(|rules| {
        let names = rules.iter().filter_map(|rule| rule["rule"].as_str());
        names.map(str::to_owned).collect()
    });
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let not_judged = report["not_judged"].as_array().into_iter().flatten();
    let not_judged = not_judged.map(|left| text(&left["mission"])).collect();
    let all_faults = report["faults"].as_array().into_iter().flatten();
    let is_stopped = all_faults
        .map(|fault| &fault["kind"])
        .any(|kind| kind == INTERRUPTED);
    let faults = report["faults"].as_array().map(|faults| {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let faults = faults.iter();
        faults
            .map(|fault| (text(&fault["subject"]), text(&fault["reason"])))
            .collect()
    });
    let (Some(blocked), Some(rules), Some(faults)) = (blocked, rules, faults) else {
        return refuse(messages, &phrase("diff-no-report"));
    };
    Ok(Read {
        findings,
        blocked,
        rules,
        faults,
        not_judged,
        is_stopped,
        version: report["tool"]["version"].clone(),
        run: report["run"].clone(),
    })
}

fn told(found: &Value) -> Option<Told> {
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let location = &found["location"];
    Some(Told {
        fingerprint: text(&found["fingerprint"])?,
        rule: text(&found["rule"])?,
        severity: found["severity"].as_str()?.parse().ok()?,
        mission: text(&found["mission"]),
        message: text(&found["message"])?,
        path: text(&location["path"])?,
        line: location["start"]["line"].as_u64()?,
        column: location["start"]["column"].as_u64()?,
    })
}

/// The places of an entry about what could not be judged.
fn blocked(entry: &Value) -> Option<Vec<Blocked>> {
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let places = entry["locations"].as_array()?.iter();
    places
        .map(|location| {
            let path = text(&location["path"])?;
            let pointer = location["pointer"].as_str()?;
            let record = &location["record"];
            let place = match record["id"].as_str() {
                // Where it stands among other records does not matter.
                Some(id) => {
                    let inside = pointer
                        .split('/')
                        .filter(|step| step.parse::<u64>().is_err());
                    let inside = inside.collect::<Vec<_>>().join("/");
                    format!("{}/{id} {inside}", record["kind"])
                }
                None => format!("{path} {pointer}"),
            };
            Some(Blocked {
                rule: text(&entry["rule"])?,
                severity: entry["severity"].as_str()?.parse().ok()?,
                reason: text(&entry["reason"])?,
                mission: text(&entry["mission"]),
                path,
                line: location["start"]["line"].as_u64()?,
                column: location["start"]["column"].as_u64()?,
                place,
            })
        })
        .collect()
}
