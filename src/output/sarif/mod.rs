//! SARIF 2.1.0, for code scanning and for editors.
//!
//! A report is one run. Columns count Unicode code points and the run says so; byte offsets are given too. Paths are
//! percent-encoded, relative to `%SRCROOT%`. What SARIF has no place for stands in properties, under the names that
//! the JSON report gives it.
//!
//! * What could not be checked is a notification of the run for each rule, mission and obstacle, at the level of the
//!   rule, and again in `properties.not_checked`. A result of kind `open` would be nearer to the standard, but GitHub
//!   shows results of every kind as alerts.
//! * Faults of the run are notifications too, and make `executionSuccessful` false.
//! * Findings that do not count are results with a suppression of kind `external`. GitHub does not regard it: where
//!   alerts are to agree with the verdict, `jq` drops results whose `suppressions` are not empty before the upload.
//! * The fingerprint is `missionlint/v1`, which survives reformatting. `primaryLocationLineHash`, the only one that
//!   GitHub reads, is a hash of the line that its upload action works out itself and compares: another value there
//!   makes it complain about every result.
//! * `automationDetails` have no id: GitHub takes it for the category of the upload and lets runs of one category
//!   replace each other, and jobs of a matrix would all have the same. The upload action sets it.

mod model;
mod place;
mod result;
mod rule;

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Serialize as _;
use serde_json::ser::PrettyFormatter;

use super::escape::SafeFormatter;
use super::quota::{
    SARIF_GZIP, SARIF_KEPT, SARIF_PLACES, SARIF_RESULTS, gzip_size, within, worst_first,
};
use super::shape;
use super::text::summary_line;
use super::{details, told};
use crate::catalogue::{Meta, Severity};
use crate::message::Messages;
use crate::report::{Found, Report, RunFault};

use model::{
    Described, Descriptor, Driver, Invocation, Log, Notification, RuleReference, Run,
    RunProperties, Tool,
};

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// Notifications: what could not be checked, what is left out, and the kinds of faults.
const NOT_CHECKED: &str = "not-checked";
const LEFT_OUT: &str = "left-out";
const FAULTS: [&str; 5] = [
    "cannot-read",
    "changed-while-read",
    "interrupted",
    "rule-failed",
    "tool-schema",
];

/// Writes the report, pretty-printed, with a line end: as many of its findings as GitHub takes, the worst first.
pub(super) fn render(report: &Report, messages: &Messages, out: &mut dyn Write) -> io::Result<()> {
    // What does not count comes last.
    let mut findings = worst_first(report.counting());
    findings.extend(worst_first(report.suppressed().map(|(found, _)| found)));
    let rules = rules(report);
    let log = |kept: usize| {
        let log = Log {
            schema: SCHEMA,
            version: "2.1.0",
            runs: [run(report, &rules, &findings, kept, messages)],
        };
        let mut bytes = Vec::new();
        let formatter = SafeFormatter(PrettyFormatter::new());
        log.serialize(&mut serde_json::Serializer::with_formatter(
            &mut bytes, formatter,
        ))?;
        bytes.push(b'\n');
        Ok(bytes)
    };
    let all = findings.len().min(SARIF_RESULTS);
    out.write_all(&within(SARIF_GZIP, all, gzip_size, log)?)
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "note",
    }
}

/// The rules applied, and any other that something was found of, with their positions.
type Rules = BTreeMap<&'static str, (usize, &'static Meta)>;

fn rules(report: &Report) -> Rules {
    let applied = report.rules.iter().map(|count| count.rule);
    let found = report.findings.iter().map(|found| found.rule);
    let blocked = report.not_checked.iter().map(|entry| entry.rule);
    let rules = applied.chain(found).chain(blocked);
    let mut rules: Rules = rules.map(|rule| (rule.id, (0, rule))).collect();
    for (position, (index, _)) in rules.values_mut().enumerate() {
        *index = position;
    }
    rules
}

fn index(rules: &Rules, id: &str) -> usize {
    rules.get(id).map_or(0, |(index, _)| *index)
}

fn run<'r>(
    report: &'r Report,
    rules: &Rules,
    findings: &[&'r Found],
    kept: usize,
    messages: &Messages,
) -> Run<'r> {
    let language = messages.language().code();
    let findings = &findings[..kept.min(findings.len())];
    let results = findings
        .iter()
        .map(|found| result::result(found, index(rules, found.rule.id), messages));
    let kinds = FAULTS.into_iter().chain([NOT_CHECKED, LEFT_OUT]);
    let folder = messages.say("sarif-folder", &[]);
    Run {
        tool: Tool {
            driver: Driver {
                name: env!("CARGO_PKG_NAME"),
                version: env!("CARGO_PKG_VERSION"),
                semantic_version: env!("CARGO_PKG_VERSION"),
                information_uri: env!("CARGO_PKG_REPOSITORY"),
                language,
                rules: rules
                    .values()
                    .map(|(_, rule)| rule::rule(rule, messages))
                    .collect(),
                notifications: kinds.map(|id| Descriptor { id }).collect(),
            },
        },
        language,
        column_kind: "unicodeCodePoints",
        original_uri_base_ids: BTreeMap::from([(place::ROOT, described(folder))]),
        automation_details: described(summary_line(report, messages)),
        invocations: [Invocation {
            execution_successful: report.faults.is_empty(),
            tool_execution_notifications: notifications(report, rules, findings, messages),
        }],
        results: results.collect(),
        properties: RunProperties {
            run: shape::run(report, messages),
            summary: shape::summary(report),
            not_checked: report.not_checked.iter().map(shape::not_checked).collect(),
        },
    }
}

fn described(text: String) -> Described {
    Described {
        description: text.into(),
    }
}

fn notifications<'r>(
    report: &'r Report,
    rules: &Rules,
    findings: &[&Found],
    messages: &Messages,
) -> Vec<Notification<'r>> {
    let faults = report.faults.iter().map(|fault| of_fault(fault, messages));
    let mut told: Vec<Notification<'r>> = faults.collect();
    told.extend(report.not_checked.iter().map(|entry| {
        Notification {
            descriptor: Descriptor { id: NOT_CHECKED },
            associated_rule: Some(RuleReference {
                id: entry.rule.id,
                index: index(rules, entry.rule.id),
            }),
            level: level(entry.severity),
            message: result::escape(&told::blocked_rule(entry, messages)).into(),
            locations: entry
                .locations
                .iter()
                .take(SARIF_PLACES)
                .map(|location| place::place(location, None))
                .collect(),
        }
    }));
    let left = report.findings.len() - findings.len();
    let places = findings.iter().map(|found| result::places_left_out(found));
    let blocked = report.not_checked.iter();
    let blocked = blocked.map(|entry| entry.locations.len().saturating_sub(SARIF_PLACES));
    let kept = if left == 0 && findings.len() > SARIF_KEPT {
        findings.len()
    } else {
        0
    };
    let cuts = [
        ("sarif-left-out", left, SARIF_RESULTS),
        (
            "sarif-left-out-places",
            places.chain(blocked).sum(),
            SARIF_PLACES,
        ),
        ("sarif-kept", kept, SARIF_KEPT),
    ];
    for (id, count, limit) in cuts.into_iter().filter(|(_, count, _)| *count > 0) {
        let text = messages.say(id, &[("count", count.into()), ("limit", limit.into())]);
        told.push(Notification {
            descriptor: Descriptor { id: LEFT_OUT },
            associated_rule: None,
            level: "warning",
            message: text.into(),
            locations: Vec::new(),
        });
    }
    told
}

fn of_fault(fault: &RunFault, messages: &Messages) -> Notification<'static> {
    let is_file = fault.kind == "cannot-read";
    Notification {
        descriptor: Descriptor { id: fault.kind },
        associated_rule: None,
        level: "error",
        message: result::escape(&details::fault(fault, messages)).into(),
        locations: is_file
            .then(|| place::whole_file(&fault.subject))
            .into_iter()
            .collect(),
    }
}
