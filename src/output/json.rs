//! The JSON report, version 1: `schemas/report.schema.json` describes it. Additions keep the version.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::PrettyFormatter;

use super::escape::SafeFormatter;
use super::left_out::{LeftOutJson, left_out};
use super::shape::{
    self, FaultJson, FindingJson, NotCheckedJson, RuleJson, RunJson, SummaryJson, ToolJson,
};
use crate::message::Messages;
use crate::report::{NotJudged, Report};

#[derive(Serialize)]
struct ReportJson<'r> {
    schema_version: u32,
    tool: ToolJson,
    run: RunJson<'r>,
    summary: SummaryJson,
    rules: Vec<RuleJson>,
    findings: Vec<FindingJson<'r>>,
    not_checked: Vec<NotCheckedJson<'r>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    not_judged: Vec<NotJudgedJson<'r>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    left_out: Vec<LeftOutJson<'r>>,
    faults: Vec<FaultJson<'r>>,
}

/// A mission that was not judged.
#[derive(Serialize)]
pub(super) struct NotJudgedJson<'r> {
    mission: Option<&'r str>,
    records: u64,
}

/// Writes the report, pretty-printed, with a line end.
pub(super) fn render(report: &Report, messages: &Messages, out: &mut dyn Write) -> io::Result<()> {
    let findings = report.findings.iter();
    let faults = report.faults.iter();
    let shaped = ReportJson {
        schema_version: shape::VERSION,
        tool: shape::tool(),
        run: shape::run(report, messages),
        summary: shape::summary(report),
        rules: report.rules.iter().map(shape::rule).collect(),
        findings: findings
            .map(|found| shape::finding(found, messages))
            .collect(),
        not_checked: report.not_checked.iter().map(shape::not_checked).collect(),
        not_judged: report.not_judged.iter().map(not_judged).collect(),
        left_out: left_out(report, messages),
        faults: faults.map(|fault| shape::fault(fault, messages)).collect(),
    };
    shaped.serialize(&mut serde_json::Serializer::with_formatter(
        &mut *out,
        SafeFormatter(PrettyFormatter::new()),
    ))?;
    writeln!(out)
}

pub(super) fn not_judged(left: &NotJudged) -> NotJudgedJson<'_> {
    NotJudgedJson {
        mission: left.mission.as_deref(),
        records: left.records,
    }
}
