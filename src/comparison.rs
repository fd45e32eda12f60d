//! An earlier report, as far as a later one is compared with it: `schemas/report.schema.json`.

use serde::Deserialize;

use crate::calendar::{Day, parse_day};
use crate::finding::Phrase;

/// What an earlier report found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Earlier {
    /// The day it judged as of.
    pub as_of: Option<Day>,
    /// Findings that counted.
    pub findings: Vec<EarlierFinding>,
}

/// A finding of an earlier report. Nothing of it is told that could hold more than this reader may see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EarlierFinding {
    /// Its identity.
    pub fingerprint: String,
    /// Id of its rule.
    pub rule: String,
    /// Its mission.
    pub mission: Option<String>,
    /// The record that it marked: kind and id.
    pub record: Option<(String, Option<String>)>,
}

#[derive(Deserialize)]
struct ReportJson {
    schema_version: u32,
    tool: ToolJson,
    run: RunJson,
    findings: Vec<FindingJson>,
}

#[derive(Deserialize)]
struct ToolJson {
    name: String,
}

#[derive(Deserialize)]
struct RunJson {
    as_of: String,
}

#[derive(Deserialize)]
struct FindingJson {
    fingerprint: String,
    rule: String,
    mission: Option<String>,
    location: LocationJson,
    suppressed: Option<serde::de::IgnoredAny>,
}

#[derive(Deserialize)]
struct LocationJson {
    record: Option<RecordJson>,
}

#[derive(Deserialize)]
struct RecordJson {
    kind: String,
    id: Option<String>,
}

/// Reads a report in JSON. The error says what is wrong, and where.
pub fn parse(text: &str) -> Result<Earlier, Phrase> {
    let report: ReportJson = serde_json::from_str(text).map_err(|error| {
        Phrase::new("reason-no-json-report")
            .with("line", error.line().to_string())
            .with("column", error.column().to_string())
    })?;
    if report.schema_version != 1 || report.tool.name != env!("CARGO_PKG_NAME") {
        return Err(Phrase::new("reason-report-version"));
    }
    let counting = report
        .findings
        .into_iter()
        .filter(|found| found.suppressed.is_none());
    Ok(Earlier {
        as_of: parse_day(&report.run.as_of),
        findings: counting
            .map(|found| EarlierFinding {
                fingerprint: found.fingerprint,
                rule: found.rule,
                mission: found.mission,
                record: found.location.record.map(|record| (record.kind, record.id)),
            })
            .collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn only_reports_of_this_tool_are_compared() {
        let report = |name: &str, version: u32| {
            format!(
                r#"{{"schema_version": {version}, "tool": {{"name": "{name}"}}, "run": {{"as_of": "2025-03-31",
                   "audience": "internal"}}, "findings": [
                   {{"fingerprint": "a", "rule": "r", "mission": null, "location": {{"record": null}}, "suppressed": null}},
                   {{"fingerprint": "b", "rule": "r", "mission": null, "location": {{"record": null}},
                    "suppressed": {{"by": "allow"}}}}]}}"#
            )
        };
        let earlier = parse(&report("missionlint", 1)).unwrap();
        assert_eq!(earlier.findings.len(), 1);
        assert_eq!(
            parse(&report("other", 1)).unwrap_err().id,
            "reason-report-version"
        );
        assert_eq!(
            parse(&report("missionlint", 2)).unwrap_err().id,
            "reason-report-version"
        );
        assert_eq!(parse("{}").unwrap_err().id, "reason-no-json-report");
    }
}
