//! What every machine format says of a report, in the shapes of `schemas/report.schema.json`: one place decides what is
//! shown, each format only how.

use serde::Serialize;
use serde_json::Value;

use super::told::help_url;
use crate::catalogue::Severity;
use crate::finding::{Fact, Safety};
use crate::message::Messages;
use crate::report::{Found, Location, MASK, NotChecked, Report, RuleCount, RunFault, Shown};
use crate::text::Position;

/// Version of the shapes.
pub(super) const VERSION: u32 = 1;

#[derive(Serialize)]
pub(super) struct PositionJson {
    pub(super) line: u64,
    pub(super) column: u64,
    pub(super) offset: u64,
}

#[derive(Serialize)]
pub(super) struct RecordJson<'r> {
    pub(super) kind: &'static str,
    pub(super) id: Option<&'r str>,
}

#[derive(Serialize)]
pub(super) struct LocationJson<'r> {
    pub(super) path: &'r str,
    pub(super) pointer: &'r str,
    pub(super) start: PositionJson,
    pub(super) end: PositionJson,
    pub(super) record: Option<RecordJson<'r>>,
}

#[derive(Serialize)]
pub(super) struct RelatedJson<'r> {
    pub(super) message: String,
    pub(super) location: LocationJson<'r>,
}

#[derive(Serialize)]
pub(super) struct EvidenceJson {
    pub(super) key: &'static str,
    #[serde(rename = "type")]
    pub(super) kind: &'static str,
    pub(super) value: Value,
}

#[derive(Serialize)]
pub(super) struct BecauseJson<'r> {
    pub(super) rule: &'static str,
    pub(super) message: String,
    pub(super) location: LocationJson<'r>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) because: Vec<BecauseJson<'r>>,
}

#[derive(Serialize)]
pub(super) struct EditJson<'r> {
    pub(super) path: &'r str,
    pub(super) start: PositionJson,
    pub(super) end: PositionJson,
    pub(super) text: &'r str,
}

#[derive(Serialize)]
pub(super) struct FixJson<'r> {
    pub(super) safety: &'static str,
    pub(super) edits: Vec<EditJson<'r>>,
}

#[derive(Serialize)]
pub(super) struct PackJson {
    pub(super) pack: &'static str,
    pub(super) valid_from: Option<String>,
    pub(super) strength: &'static str,
    pub(super) judged_on: Option<String>,
}

#[derive(Serialize)]
pub(super) struct FindingJson<'r> {
    pub(super) rule: &'static str,
    pub(super) severity: &'static str,
    pub(super) message: String,
    pub(super) help: Option<String>,
    pub(super) mission: Option<&'r str>,
    pub(super) location: LocationJson<'r>,
    pub(super) related: Vec<RelatedJson<'r>>,
    pub(super) evidence: Vec<EvidenceJson>,
    pub(super) because: Vec<BecauseJson<'r>>,
    pub(super) fix: Option<FixJson<'r>>,
    pub(super) policy: Option<PackJson>,
    pub(super) help_url: String,
    pub(super) fingerprint: &'r str,
    pub(super) suppressed: Option<SuppressedJson<'r>>,
}

#[derive(Serialize)]
pub(super) struct SuppressedJson<'r> {
    pub(super) by: &'static str,
    pub(super) reason: Option<&'r str>,
    pub(super) owner: Option<&'r str>,
    pub(super) expires: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) created: Option<String>,
}

#[derive(Serialize)]
pub(super) struct NotCheckedJson<'r> {
    pub(super) rule: &'static str,
    pub(super) severity: &'static str,
    pub(super) reason: &'static str,
    pub(super) mission: Option<&'r str>,
    pub(super) locations: Vec<LocationJson<'r>>,
}

#[derive(Serialize)]
pub(super) struct ToolJson {
    pub(super) name: &'static str,
    pub(super) version: &'static str,
}

#[derive(Serialize)]
pub(super) struct RunJson<'r> {
    pub(super) as_of: String,
    pub(super) lang: &'static str,
    pub(super) audience: &'static str,
    pub(super) policy: Vec<&'r str>,
    pub(super) policy_mode: &'static str,
    pub(super) configs: Vec<ConfigJson<'r>>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub(super) select: &'r [String],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub(super) ignore: &'r [String],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub(super) paths: &'r [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) schema: Option<&'r str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) schemas: Vec<ConfigJson<'r>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) since: Option<SinceJson<'r>>,
    pub(super) inputs: InputsJson<'r>,
}

#[derive(Serialize)]
pub(super) struct SinceJson<'r> {
    pub(super) revision: &'r str,
    pub(super) commit: &'r str,
}

#[derive(Serialize)]
pub(super) struct ConfigJson<'r> {
    pub(super) path: &'r str,
    pub(super) hash: &'r str,
}

#[derive(Serialize)]
pub(super) struct InputsJson<'r> {
    pub(super) missions: usize,
    pub(super) files: usize,
    pub(super) records: usize,
    pub(super) bytes: u64,
    pub(super) hash: &'r str,
}

#[derive(Serialize)]
pub(super) struct SummaryJson {
    pub(super) error: usize,
    pub(super) warning: usize,
    pub(super) advice: usize,
    pub(super) suppressed: usize,
    pub(super) blocked: u64,
    pub(super) verdict: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) earlier: Option<EarlierJson>,
}

/// What was there before and is left out.
#[derive(Serialize)]
pub(super) struct EarlierJson {
    pub(super) error: usize,
    pub(super) warning: usize,
    pub(super) advice: usize,
    pub(super) suppressed: usize,
    pub(super) blocked: usize,
}

#[derive(Serialize)]
pub(super) struct RuleJson {
    pub(super) rule: &'static str,
    pub(super) applicable: u64,
    pub(super) run: u64,
    pub(super) blocked: u64,
    pub(super) findings: u64,
}

#[derive(Serialize)]
pub(super) struct FaultJson<'r> {
    pub(super) kind: &'static str,
    pub(super) subject: &'r str,
    pub(super) reason: String,
}

/// What the report depends on.
pub(super) fn run<'r>(report: &'r Report, messages: &Messages) -> RunJson<'r> {
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
        select: &report.select,
        ignore: &report.ignore,
        paths: &report.paths,
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

/// What the report depends on, as data.
pub fn run_data(report: &Report, messages: &Messages) -> Value {
    serde_json::to_value(run(report, messages)).unwrap_or_default()
}

/// The outcome in numbers.
pub(super) fn summary(report: &Report) -> SummaryJson {
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

/// How often a rule was applied.
pub(super) fn rule(count: &RuleCount) -> RuleJson {
    RuleJson {
        rule: count.rule.id,
        applicable: count.tally.applicable,
        run: count.tally.run,
        blocked: count.tally.blocked,
        findings: count.findings,
    }
}

/// A finding with its sentences.
pub(super) fn finding<'r>(found: &'r Found, messages: &Messages) -> FindingJson<'r> {
    let about = messages.about(found);
    FindingJson {
        rule: found.rule.id,
        severity: found.severity.code(),
        message: about.headline(),
        help: about.attribute("help"),
        mission: found.mission.as_deref(),
        location: location(&found.location),
        related: found
            .related
            .iter()
            .map(|(label, place)| RelatedJson {
                message: about
                    .attribute(label)
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

/// What could not be judged.
pub(super) fn not_checked(entry: &NotChecked) -> NotCheckedJson<'_> {
    NotCheckedJson {
        rule: entry.rule.id,
        severity: entry.severity.code(),
        reason: entry.reason,
        mission: entry.mission.as_deref(),
        locations: entry.locations.iter().map(location).collect(),
    }
}

/// Something that is wrong with the run.
pub(super) fn fault<'r>(fault: &'r RunFault, messages: &Messages) -> FaultJson<'r> {
    FaultJson {
        kind: fault.kind,
        subject: &fault.subject,
        reason: messages.phrase(&fault.reason),
    }
}

/// The tool.
pub(super) fn tool() -> ToolJson {
    ToolJson {
        name: env!("CARGO_PKG_NAME"),
        version: env!("CARGO_PKG_VERSION"),
    }
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
        record: record(location),
    }
}

/// The record that a place belongs to.
pub(super) fn record(location: &Location) -> Option<RecordJson<'_>> {
    let (kind, id) = location.record.as_ref()?;
    Some(RecordJson {
        kind: kind.code(),
        id: id.as_deref(),
    })
}

fn position(position: Position) -> PositionJson {
    PositionJson {
        line: position.line,
        column: position.column,
        offset: position.offset,
    }
}
