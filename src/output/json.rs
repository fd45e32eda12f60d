//! The JSON report, version 1: `schemas/report.schema.json` describes it. Additions keep the version.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::Value;

use super::escape::SafeFormatter;
use crate::catalogue::Severity;
use crate::finding::{Fact, Safety};
use crate::message::Messages;
use crate::report::{Found, Location, MASK, Report, RuleCount, Shown};
use crate::text::Position;

#[derive(Serialize)]
struct PositionJson {
    line: u64,
    column: u64,
    offset: u64,
}

#[derive(Serialize)]
struct RecordJson<'r> {
    kind: &'static str,
    id: Option<&'r str>,
}

#[derive(Serialize)]
struct LocationJson<'r> {
    path: &'r str,
    pointer: &'r str,
    start: PositionJson,
    end: PositionJson,
    record: Option<RecordJson<'r>>,
}

#[derive(Serialize)]
struct RelatedJson<'r> {
    message: String,
    location: LocationJson<'r>,
}

#[derive(Serialize)]
struct EvidenceJson {
    key: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    value: Value,
}

#[derive(Serialize)]
struct BecauseJson<'r> {
    rule: &'static str,
    message: String,
    location: LocationJson<'r>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    because: Vec<BecauseJson<'r>>,
}

#[derive(Serialize)]
struct EditJson<'r> {
    path: &'r str,
    start: PositionJson,
    end: PositionJson,
    text: &'r str,
}

#[derive(Serialize)]
struct FixJson<'r> {
    safety: &'static str,
    edits: Vec<EditJson<'r>>,
}

#[derive(Serialize)]
struct PackJson {
    pack: &'static str,
    valid_from: Option<String>,
    strength: &'static str,
    judged_on: Option<String>,
}

#[derive(Serialize)]
struct FindingJson<'r> {
    rule: &'static str,
    severity: &'static str,
    message: String,
    help: Option<String>,
    mission: Option<&'r str>,
    location: LocationJson<'r>,
    related: Vec<RelatedJson<'r>>,
    evidence: Vec<EvidenceJson>,
    because: Vec<BecauseJson<'r>>,
    fix: Option<FixJson<'r>>,
    policy: Option<PackJson>,
    help_url: String,
    fingerprint: &'r str,
    suppressed: Option<SuppressedJson<'r>>,
}

#[derive(Serialize)]
struct SuppressedJson<'r> {
    by: &'static str,
    reason: Option<&'r str>,
    owner: Option<&'r str>,
    expires: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    created: Option<String>,
}

#[derive(Serialize)]
struct NotCheckedJson<'r> {
    rule: &'static str,
    severity: &'static str,
    reason: &'static str,
    mission: Option<&'r str>,
    locations: Vec<LocationJson<'r>>,
}

#[derive(Serialize)]
struct ReportJson<'r> {
    schema_version: u32,
    tool: ToolJson,
    run: RunJson<'r>,
    summary: SummaryJson,
    rules: Vec<RuleJson>,
    findings: Vec<FindingJson<'r>>,
    not_checked: Vec<NotCheckedJson<'r>>,
    faults: Vec<FaultJson<'r>>,
}

#[derive(Serialize)]
struct ToolJson {
    name: &'static str,
    version: &'static str,
}

#[derive(Serialize)]
struct RunJson<'r> {
    as_of: String,
    lang: &'static str,
    audience: &'static str,
    policy: Vec<&'r str>,
    policy_mode: &'static str,
    configs: Vec<ConfigJson<'r>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    schema: Option<&'r str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    schemas: Vec<ConfigJson<'r>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    since: Option<SinceJson<'r>>,
    inputs: InputsJson<'r>,
}

#[derive(Serialize)]
struct ConfigJson<'r> {
    path: &'r str,
    hash: &'r str,
}

#[derive(Serialize)]
struct InputsJson<'r> {
    missions: usize,
    files: usize,
    records: usize,
    bytes: u64,
    hash: &'r str,
}

#[derive(Serialize)]
struct SummaryJson {
    error: usize,
    warning: usize,
    advice: usize,
    suppressed: usize,
    blocked: u64,
    verdict: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    earlier: Option<EarlierJson>,
}

/// What was there before and is left out.
#[derive(Serialize)]
struct EarlierJson {
    error: usize,
    warning: usize,
    advice: usize,
    suppressed: usize,
    blocked: usize,
}

#[derive(Serialize)]
struct SinceJson<'r> {
    revision: &'r str,
    commit: &'r str,
}

#[derive(Serialize)]
struct RuleJson {
    rule: &'static str,
    applicable: u64,
    run: u64,
    blocked: u64,
    findings: u64,
}

#[derive(Serialize)]
struct FaultJson<'r> {
    kind: &'static str,
    subject: &'r str,
    reason: String,
}

/// Writes the report, pretty-printed, with a line end.
pub(super) fn render(report: &Report, messages: &Messages, out: &mut dyn Write) -> io::Result<()> {
    let dto = ReportJson {
        schema_version: 1,
        tool: ToolJson {
            name: env!("CARGO_PKG_NAME"),
            version: env!("CARGO_PKG_VERSION"),
        },
        run: run(report, messages),
        summary: summary(report),
        rules: report.rules.iter().map(rule).collect(),
        findings: report
            .findings
            .iter()
            .map(|found| finding(found, messages))
            .collect(),
        not_checked: not_checked(report),
        faults: report
            .faults
            .iter()
            .map(|fault| FaultJson {
                kind: fault.kind,
                subject: &fault.subject,
                reason: messages.phrase(&fault.reason),
            })
            .collect(),
    };
    dto.serialize(&mut serde_json::Serializer::with_formatter(
        &mut *out,
        SafeFormatter::new(),
    ))?;
    writeln!(out)
}

fn run<'r>(report: &'r Report, messages: &Messages) -> RunJson<'r> {
    let inputs = &report.inputs;
    RunJson {
        as_of: report.as_of.to_string(),
        lang: messages.language().code(),
        audience: report.audience.code(),
        policy: report.packs.iter().map(|pack| pack.id.as_str()).collect(),
        policy_mode: report.policy.code(),
        configs: report
            .configs
            .iter()
            .map(|(path, hash)| ConfigJson { path, hash })
            .collect(),
        schema: report.schema.as_deref(),
        schemas: report
            .schemas
            .iter()
            .map(|(path, hash)| ConfigJson { path, hash })
            .collect(),
        since: report.earlier.as_ref().map(|earlier| SinceJson {
            revision: &earlier.revision,
            commit: &earlier.commit,
        }),
        inputs: InputsJson {
            missions: inputs.missions,
            files: inputs.files,
            records: inputs.records,
            bytes: inputs.bytes,
            hash: &inputs.hash,
        },
    }
}

fn summary(report: &Report) -> SummaryJson {
    SummaryJson {
        error: report.count(Severity::Error),
        warning: report.count(Severity::Warning),
        advice: report.count(Severity::Advice),
        suppressed: report.suppressed().count(),
        blocked: report.blocked(),
        verdict: if report.is_ready() {
            "ready"
        } else {
            "not-ready"
        },
        earlier: report.earlier.as_ref().map(|earlier| EarlierJson {
            error: earlier.count(Severity::Error),
            warning: earlier.count(Severity::Warning),
            advice: earlier.count(Severity::Advice),
            suppressed: earlier.suppressed,
            blocked: earlier.blocked,
        }),
    }
}

fn rule(count: &RuleCount) -> RuleJson {
    RuleJson {
        rule: count.rule.id,
        applicable: count.tally.applicable,
        run: count.tally.run,
        blocked: count.tally.blocked,
        findings: count.findings,
    }
}

fn finding<'r>(found: &'r Found, messages: &Messages) -> FindingJson<'r> {
    FindingJson {
        rule: found.rule.id,
        severity: found.severity.code(),
        message: messages.headline(found),
        help: messages.attribute(found, "help"),
        mission: found.mission.as_deref(),
        location: location(&found.location),
        related: found
            .related
            .iter()
            .map(|(label, place)| RelatedJson {
                message: messages
                    .attribute(found, label)
                    .unwrap_or_else(|| (*label).to_owned()),
                location: location(place),
            })
            .collect(),
        evidence: found
            .evidence
            .iter()
            .map(|(key, shown)| evidence(key, shown))
            .collect(),
        because: found
            .because
            .iter()
            .map(|nested| because(nested, messages))
            .collect(),
        fix: found.fix.as_ref().map(|(safety, edits)| FixJson {
            safety: match safety {
                Safety::Safe => "safe",
                Safety::Suggested => "suggested",
            },
            edits: edits
                .iter()
                .map(|edit| EditJson {
                    path: &edit.path,
                    start: position(edit.start),
                    end: position(edit.end),
                    text: &edit.text,
                })
                .collect(),
        }),
        policy: found.pack.map(|pack| PackJson {
            pack: &pack.id,
            valid_from: pack.from().map(|day| day.to_string()),
            strength: found.rule.strength.code(),
            judged_on: found.judged_on.map(|day| day.to_string()),
        }),
        help_url: help_url(found.rule.id),
        fingerprint: &found.fingerprint,
        suppressed: found.suppressed.as_ref().map(|suppressed| SuppressedJson {
            by: suppressed.by.code(),
            reason: Some(suppressed.reason.as_str()).filter(|reason| !reason.is_empty()),
            owner: suppressed.owner.as_deref(),
            expires: suppressed.expires.map(|day| day.to_string()),
            created: suppressed.created.map(|day| day.to_string()),
        }),
    }
}

/// The page of a rule in the catalogue that is kept with the rules.
fn help_url(rule: &str) -> String {
    let repository = env!("CARGO_PKG_REPOSITORY");
    format!("{repository}/blob/main/src/rules/README.md#{rule}")
}

fn because<'r>(found: &'r Found, messages: &Messages) -> BecauseJson<'r> {
    BecauseJson {
        rule: found.rule.id,
        message: messages.headline(found),
        location: location(&found.location),
        because: found
            .because
            .iter()
            .map(|nested| because(nested, messages))
            .collect(),
    }
}

fn not_checked(report: &Report) -> Vec<NotCheckedJson<'_>> {
    let entries = report.not_checked.iter().map(|entry| NotCheckedJson {
        rule: entry.rule.id,
        severity: entry.severity.code(),
        reason: entry.reason,
        mission: entry.mission.as_deref(),
        locations: entry.locations.iter().map(location).collect(),
    });
    entries.collect()
}

fn evidence(key: &'static str, shown: &Shown) -> EvidenceJson {
    match shown {
        Shown::Masked(kind) => EvidenceJson {
            key,
            kind,
            value: Value::from(MASK),
        },
        Shown::Clear(fact) => EvidenceJson {
            key,
            kind: fact.type_name(),
            value: plain(fact),
        },
    }
}

fn plain(fact: &Fact) -> Value {
    match fact {
        Fact::Id(text)
        | Fact::Person(text)
        | Fact::Kind(text)
        | Fact::Role(text)
        | Fact::Code(text)
        | Fact::Moment(text)
        | Fact::Text(text) => Value::from(text.as_str()),
        Fact::People(list) | Fact::Ids(list) | Fact::Codes(list) | Fact::Vocabulary(list) => {
            Value::from(list.as_slice())
        }
        Fact::Phrase(phrase) => Value::from(phrase.id),
        Fact::Day(day) => Value::from(day.to_string()),
        Fact::Number(number) => Value::from(*number),
    }
}

fn location(location: &Location) -> LocationJson<'_> {
    LocationJson {
        path: &location.path,
        pointer: &location.pointer,
        start: position(location.start),
        end: position(location.end),
        record: location.record.as_ref().map(|(kind, id)| RecordJson {
            kind: kind.code(),
            id: id.as_deref(),
        }),
    }
}

fn position(position: Position) -> PositionJson {
    PositionJson {
        line: position.line,
        column: position.column,
        offset: position.offset,
    }
}
