//! The report as lines of JSON, for programs that read large reports piece by piece: first the run, then the rules, the
//! findings, what was not checked, the missions that were not judged, the faults. `$defs/line` of `schemas/report.schema.json` describes a line: its shape
//! is that of the JSON report, with `type` in front.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::CompactFormatter;

use super::escape::SafeFormatter;
use super::json::{NotJudgedJson, not_judged};
use super::shape::{
    self, FaultJson, FindingJson, NotCheckedJson, RuleJson, RunJson, SummaryJson, ToolJson,
};
use crate::message::Messages;
use crate::report::Report;

#[derive(Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
enum LineJson<'r> {
    Run(Box<HeadJson<'r>>),
    Rule(RuleJson),
    Finding(Box<FindingJson<'r>>),
    NotChecked(NotCheckedJson<'r>),
    NotJudged(NotJudgedJson<'r>),
    Fault(FaultJson<'r>),
}

#[derive(Serialize)]
struct HeadJson<'r> {
    schema_version: u32,
    tool: ToolJson,
    run: RunJson<'r>,
    summary: SummaryJson,
}

/// Writes the report.
pub(super) fn render(report: &Report, messages: &Messages, out: &mut dyn Write) -> io::Result<()> {
    let head = LineJson::Run(Box::new(HeadJson {
        schema_version: shape::VERSION,
        tool: shape::tool(),
        run: shape::run(report, messages),
        summary: shape::summary(report),
    }));
    let rules = report.rules.iter().map(shape::rule).map(LineJson::Rule);
    let findings = report.findings.iter();
    let findings =
        findings.map(|found| LineJson::Finding(Box::new(shape::finding(found, messages))));
    let not_checked = report.not_checked.iter().map(shape::not_checked);
    let left = report.not_judged.iter().map(not_judged);
    let faults = report.faults.iter();
    let faults = faults.map(|fault| LineJson::Fault(shape::fault(fault, messages)));
    // One line at a time: a report may be larger than what one wants to hold twice.
    std::iter::once(head)
        .chain(rules)
        .chain(findings)
        .chain(not_checked.map(LineJson::NotChecked))
        .chain(left.map(LineJson::NotJudged))
        .chain(faults)
        .try_for_each(|line| write_line(&line, out))
}

fn write_line(line: &LineJson<'_>, out: &mut dyn Write) -> io::Result<()> {
    line.serialize(&mut serde_json::Serializer::with_formatter(
        &mut *out,
        SafeFormatter(CompactFormatter),
    ))?;
    writeln!(out)
}
