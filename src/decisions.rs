//! What a reviewer decided about findings: the file that a review sheet saves, `schemas/review.schema.json`.

use serde::Deserialize;

use crate::calendar::{Day, parse_day};
use crate::finding::Phrase;

/// The version of the file that is understood.
pub const VERSION: u32 = 1;

/// Decisions of one review.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Decisions {
    /// In what role the reviewer decided, as written.
    pub role: Option<String>,
    /// The day on which they were saved.
    pub decided_on: Option<Day>,
    /// Hash over the inputs of the run that was reviewed.
    pub inputs_hash: String,
    /// In the order of the file, one for each finding.
    pub all: Vec<Decision>,
    /// Rules of decisions that a later one on the same finding takes the place of.
    pub replaced: Vec<String>,
}

/// What was decided about a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// Identity of the finding.
    pub fingerprint: String,
    /// Id of its rule.
    pub rule: String,
    /// Its mission.
    pub mission: Option<String>,
    /// The record that it marks: kind and id.
    pub record: Option<(String, String)>,
    /// What of the record it marks, as a JSON Pointer from the record.
    pub pointer: Option<String>,
    /// What was decided.
    pub ruling: Ruling,
    /// Why.
    pub reason: Option<String>,
    /// Who answers for it.
    pub owner: Option<String>,
    /// The last day it holds.
    pub expires: Option<Day>,
    /// Digest of the record as it was; none where that must not be told.
    pub record_hash: Option<String>,
}

/// What can be decided about a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ruling {
    /// It is right, and nothing has to be done now.
    Accepted,
    /// It is right, and has to be put right.
    ToFix,
    /// It does not count here, for a reason.
    Exception,
}

impl Ruling {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Accepted, Self::ToFix, Self::Exception];

    /// Its name in the file.
    pub fn code(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::ToFix => "to-fix",
            Self::Exception => "exception",
        }
    }
}

#[derive(Deserialize)]
struct FileJson {
    schema_version: u32,
    run: RunJson,
    reviewer: Option<ReviewerJson>,
    decided_on: Option<String>,
    decisions: Vec<DecisionJson>,
}

#[derive(Deserialize)]
struct RunJson {
    inputs: InputsJson,
}

#[derive(Deserialize)]
struct InputsJson {
    hash: String,
}

#[derive(Deserialize)]
struct ReviewerJson {
    role: Option<String>,
}

#[derive(Deserialize)]
struct RecordJson {
    kind: String,
    id: Option<String>,
}

#[derive(Deserialize)]
struct DecisionJson {
    fingerprint: String,
    rule: String,
    mission: Option<String>,
    record: Option<RecordJson>,
    pointer: Option<String>,
    decision: Ruling,
    reason: Option<String>,
    owner: Option<String>,
    expires: Option<String>,
    record_hash: Option<String>,
}

/// Reads the file. The last decision about a finding holds. The error says what is wrong, and where.
pub fn parse(text: &str) -> Result<Decisions, Phrase> {
    let file: FileJson = serde_json::from_str(text).map_err(|error| {
        Phrase::new("reason-no-review")
            .with("line", error.line().to_string())
            .with("column", error.column().to_string())
    })?;
    if file.schema_version != VERSION {
        let version = file.schema_version.to_string();
        return Err(Phrase::new("reason-review-version").with("version", version));
    }
    let mut decisions = Decisions {
        role: file.reviewer.and_then(|reviewer| filled(reviewer.role)),
        decided_on: day(file.decided_on)?,
        inputs_hash: file.run.inputs.hash,
        all: Vec::new(),
        replaced: Vec::new(),
    };
    for entry in file.decisions {
        let decision = decision(entry)?;
        let same = |earlier: &mut Decision| earlier.fingerprint == decision.fingerprint;
        let replaced = decisions.all.extract_if(.., same);
        decisions
            .replaced
            .extend(replaced.map(|earlier| earlier.rule));
        decisions.all.push(decision);
    }
    Ok(decisions)
}

fn decision(entry: DecisionJson) -> Result<Decision, Phrase> {
    let reason = filled(entry.reason);
    if entry.decision == Ruling::Exception && reason.is_none() {
        return Err(Phrase::new("reason-exception-without-reason").with("rule", entry.rule));
    }
    Ok(Decision {
        fingerprint: entry.fingerprint,
        rule: entry.rule,
        mission: filled(entry.mission),
        record: entry
            .record
            .and_then(|record| Some((record.kind, filled(record.id)?))),
        pointer: filled(entry.pointer),
        ruling: entry.decision,
        reason,
        owner: filled(entry.owner),
        expires: day(entry.expires)?,
        record_hash: filled(entry.record_hash),
    })
}

/// A text with single blanks; none where nothing is written.
fn filled(text: Option<String>) -> Option<String> {
    let words = text?.split_whitespace().collect::<Vec<_>>().join(" ");
    (!words.is_empty()).then_some(words)
}

fn day(text: Option<String>) -> Result<Option<Day>, Phrase> {
    let Some(text) = filled(text) else {
        return Ok(None);
    };
    let day = parse_day(&text);
    day.map(Some)
        .ok_or_else(|| Phrase::new("reason-no-day").with("text", text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(entry: &str) -> String {
        format!(
            r#"{{"schema_version": 1, "run": {{"inputs": {{"hash": "ab"}}}}, "reviewer": null, "decided_on": "2025-04-01",
               "decisions": [{entry}]}}"#
        )
    }

    #[test]
    fn the_last_decision_about_a_finding_holds() {
        let entry = |decision: &str| {
            format!(
                r#"{{"fingerprint": "f", "rule": "r", "decision": "{decision}", "reason": " a \n b "}}"#
            )
        };
        let text = file(&[entry("exception"), entry("to-fix")].join(","));
        let decisions = parse(&text).unwrap();
        assert_eq!(decisions.all.len(), 1);
        assert_eq!(decisions.replaced, ["r"]);
        assert_eq!(decisions.all[0].ruling, Ruling::ToFix);
        assert_eq!(decisions.all[0].reason.as_deref(), Some("a b"));
        assert_eq!(decisions.inputs_hash, "ab");
    }

    #[test]
    fn what_is_no_review_is_refused() {
        let refusal = |text: &str| parse(text).unwrap_err().id;
        assert_eq!(refusal("[]"), "reason-no-review");
        assert_eq!(refusal("{"), "reason-no-review");
        let newer = file("").replace("\"schema_version\": 1", "\"schema_version\": 2");
        assert_eq!(refusal(&newer), "reason-review-version");
        let entry = r#"{"fingerprint": "f", "rule": "r", "decision": "exception", "reason": " "}"#;
        assert_eq!(refusal(&file(entry)), "reason-exception-without-reason");
        let entry = r#"{"fingerprint": "f", "rule": "r", "decision": "to-fix", "expires": "soon"}"#;
        assert_eq!(refusal(&file(entry)), "reason-no-day");
        let entry = r#"{"fingerprint": "f", "rule": "r", "decision": "maybe"}"#;
        assert_eq!(refusal(&file(entry)), "reason-no-review");
    }
}
