//! Reports that lie among the records, from an earlier run or another checker, decisions of reviewers and baselines: they
//! are no records.
//!
//! What begins like a report is read whole, and has to be one: a record that only looks like it at the start is checked.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use aho_corasick::packed::Searcher;
use memchr::memmem;
use serde_json::Value;

use super::args::CheckOptions;
use crate::discover::same_file;
use crate::engine::{Apart, Content, Holding, Input};
use crate::source;

/// Bytes by which a file is looked at more closely or not.
const START: u64 = 2_048;

/// Whether a file is a report that another may take the place of: no baseline, which nothing makes anew.
pub(super) fn is_report(path: &Path) -> bool {
    let input = Input {
        path: path.to_string_lossy().into(),
        content: Content::File(path.to_owned()),
    };
    let is_kept = || {
        let bytes = source::read(&input.content, &input.path).unwrap_or_default();
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes);
        serde_json::from_slice(bytes).is_ok_and(|value| is_baseline(&value))
    };
    holds_report(&input) && !is_kept()
}

/// Whether an input is a report: of missionlint as JSON or lines of JSON, decisions about one, a baseline, or SARIF,
/// Code Quality of GitLab, rdjson.
pub(super) fn holds_report(input: &Input) -> bool {
    // With room for all of it, it is read at once.
    let mut start = Vec::with_capacity(usize::try_from(START).unwrap_or_default());
    let read = source::open(&input.content, &input.path);
    let read = read.and_then(|content| content.take(START).read_to_end(&mut start));
    if read.is_err() || !begins_like_report(&start) {
        return false;
    }
    is_whole_a_report(input)
}

/// What is said of reports among the inputs of a run: they are left out, unless a file was named, or everything is to be
/// checked by a schema.
#[derive(Debug, Clone)]
pub(super) struct LeavingOut {
    is_for_all: bool,
    named: Vec<PathBuf>,
}

impl LeavingOut {
    pub(super) fn of(options: &CheckOptions, base: &Path) -> Self {
        let named = options.paths.iter();
        Self {
            is_for_all: options.by.schema.is_some(),
            named: named.map(|path| base.join(path)).collect(),
        }
    }

    /// Whether an input is left out if it is a report.
    fn concerns(&self, input: &Input) -> bool {
        let is_named = |path: &Path| self.named.iter().any(|named| same_file(named, path));
        match &input.content {
            _ if self.is_for_all => false,
            Content::File(path) => !is_named(path),
            Content::Member(_) => true,
            Content::Bytes(_) | Content::Once(_) | Content::Defective(..) => false,
        }
    }

    /// Whether an input is a report that is left out.
    pub(super) fn leaves_out(&self, input: &Input) -> bool {
        // What can be read once is not looked into.
        let is_there_again = !matches!(input.content, Content::Once(_));
        !self.is_for_all && is_there_again && holds_report(input) && self.concerns(input)
    }

    /// What an input holds, by its first bytes, which may be all.
    fn held(&self, input: &Input, bytes: &[u8], is_all: bool) -> Holding {
        let is_report = || {
            if is_all {
                is_report_text(bytes)
            } else {
                is_whole_a_report(input)
            }
        };
        if !begins_like_report(start_of(bytes)) {
            Holding::Records
        } else if self.concerns(input) {
            if is_report() {
                Holding::Nothing
            } else {
                Holding::Records
            }
        } else if !self.is_for_all && !is_all && are_report_lines(input) {
            Holding::Report
        } else {
            Holding::Records
        }
    }
}

/// The reports that a run meets among its inputs.
#[derive(Debug, Clone, Default)]
pub(super) struct Met(Arc<Mutex<Vec<Arc<str>>>>);

impl Met {
    /// Leaves out what is to be, and keeps its paths.
    pub(super) fn leaving_out(&self, leaving_out: LeavingOut) -> Apart {
        let met = Arc::clone(&self.0);
        Apart::those(move |input, bytes, is_all| {
            let held = leaving_out.held(input, bytes, is_all);
            if held == Holding::Nothing {
                let mut met = met.lock().unwrap_or_else(PoisonError::into_inner);
                met.push(input.path.clone());
            }
            held
        })
    }

    /// The paths of those met so far, in order.
    pub(super) fn paths(&self) -> Vec<Arc<str>> {
        let met = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut paths = met.clone();
        paths.sort();
        paths
    }
}

fn start_of(bytes: &[u8]) -> &[u8] {
    let end = usize::try_from(START).unwrap_or(usize::MAX);
    &bytes[..end.min(bytes.len())]
}

/// Whether a file that can be read again is lines of a report.
fn are_report_lines(input: &Input) -> bool {
    if !matches!(input.content, Content::File(_)) {
        return false;
    }
    let text = source::read(&input.content, &input.path).unwrap_or_default();
    let text = std::str::from_utf8(&text).unwrap_or_default();
    are_lines_of_report(text.trim_start_matches('\u{feff}'))
}

fn is_whole_a_report(input: &Input) -> bool {
    source::read(&input.content, &input.path).is_ok_and(|bytes| is_report_text(&bytes))
}

/// Whether the content of a file is one.
pub(super) fn is_report_text(bytes: &[u8]) -> bool {
    if !begins_like_report(start_of(bytes)) {
        return false;
    }
    std::str::from_utf8(bytes).is_ok_and(|text| {
        let text = text.trim_start_matches('\u{feff}');
        match serde_json::from_str(text) {
            Ok(value) => is_whole_report(&value),
            Err(_) => are_lines_of_report(text),
        }
    })
}

/// Whether a file is empty, or the empty list that Code Quality reports of clean records are: nothing to lose.
pub(super) fn holds_nothing(path: &Path) -> bool {
    let is_short = std::fs::metadata(path).is_ok_and(|file| file.is_file() && file.len() < 16);
    let text = is_short
        .then(|| std::fs::read_to_string(path))
        .and_then(Result::ok);
    text.is_some_and(|text| {
        let signs = text.trim_start_matches('\u{feff}').split_whitespace();
        matches!(&*signs.collect::<String>(), "" | "[]")
    })
}

/// Words one of which the start of every report has, and nearly no record.
const WORDS: [&str; 6] = [
    "\"tool\"",
    "\"entries\"",
    "sarif",
    "\"runs\"",
    "\"diagnostics\"",
    "\"check_name\"",
];

fn begins_like_report(start: &[u8]) -> bool {
    static FINDER: LazyLock<Option<Searcher>> = LazyLock::new(|| Searcher::new(WORDS));
    let has_word = match &*FINDER {
        Some(words) => words.find(start).is_some(),
        // Not every machine has what it takes.
        None => WORDS
            .iter()
            .any(|word| memmem::find(start, word.as_bytes()).is_some()),
    };
    if !has_word {
        return false;
    }
    let start: Vec<u8> = start
        .iter()
        .copied()
        .filter(|byte| !byte.is_ascii_whitespace())
        .collect();
    let start = start.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&start);
    let has = |part: &str| memchr::memmem::find(start, part.as_bytes()).is_some();
    match start {
        [b'{', b'"', ..] => {
            has("\"tool\":{\"name\":\"missionlint\"")
                || has("sarif")
                || has("\"runs\":[")
                || has("\"diagnostics\":[")
                || has("\"entries\":[")
        }
        [b'[', b'{', b'"', ..] => has("\"check_name\":"),
        _ => false,
    }
}

fn is_whole_report(value: &Value) -> bool {
    let has = |members: &[&str]| members.iter().all(|member| value.get(member).is_some());
    // What names a kind or holds records is not left out, whatever else it says.
    if has(&["kind"]) || has(&["records"]) {
        return false;
    }
    let list = |name: &str| value[name].as_array();
    match value {
        Value::Array(findings) => {
            let is_finding = |finding: &Value| {
                let wanted = ["description", "check_name", "fingerprint", "location"];
                wanted.iter().all(|member| finding.get(member).is_some())
                    && finding.get("kind").is_none()
            };
            !findings.is_empty() && findings.iter().all(is_finding)
        }
        _ if is_ours(value) && has(&["totals"]) => has(&["run", "groups", "findings", "faults"]),
        _ if is_ours(value) && has(&["decisions"]) => are_decisions(value),
        _ if is_ours(value) => has(&[
            "run",
            "summary",
            "rules",
            "findings",
            "not_checked",
            "faults",
        ]),
        _ if has(&["entries"]) => is_baseline(value),
        _ if value["version"] == "2.1.0" => list("runs").is_some_and(|runs| {
            runs.iter()
                .all(|run| run["tool"]["driver"]["name"].is_string())
        }),
        _ => {
            value["source"]["name"].is_string()
                && list("diagnostics").is_some_and(|diagnostics| {
                    diagnostics
                        .iter()
                        .all(|diagnostic| diagnostic["message"].is_string())
                })
        }
    }
}

/// Whether it is what a review sheet saves, with nothing in it that no sheet saves.
fn are_decisions(value: &Value) -> bool {
    let members = [
        "schema_version",
        "tool",
        "run",
        "reviewer",
        "decided_on",
        "decisions",
    ];
    let needed = ["fingerprint", "rule", "decision"];
    let optional = [
        "mission",
        "record",
        "pointer",
        "reason",
        "owner",
        "expires",
        "record_hash",
    ];
    let is_decision = |entry: &Value| consists_of(entry, &needed, &optional);
    let decisions = value["decisions"].as_array();
    consists_of(value, &members, &[]) && decisions.is_some_and(|all| all.iter().all(is_decision))
}

/// Whether it is a baseline, with nothing in it that no baseline has.
fn is_baseline(value: &Value) -> bool {
    let needed = [
        "fingerprint",
        "rule",
        "severity",
        "mission",
        "record",
        "path",
        "created",
    ];
    let is_text = |(key, value): (&String, &Value)| key == "record" || !value.is_object();
    let is_entry = |entry: &Value| {
        let record = &entry["record"];
        consists_of(entry, &needed, &["reason", "owner"])
            && entry
                .as_object()
                .is_some_and(|members| members.iter().all(is_text))
            && (record.is_null() || consists_of(record, &["kind", "id"], &[]))
    };
    let entries = value["entries"].as_array();
    value["version"].is_u64()
        && consists_of(value, &["version", "entries"], &[])
        && entries.is_some_and(|all| all.iter().all(is_entry))
}

/// Members of each type of line that is not the first one: those it has, and those it may have.
const LINES: [(&str, &[&str], &[&str]); 5] = [
    (
        "rule",
        &["rule", "applicable", "run", "blocked", "findings"],
        &[],
    ),
    (
        "finding",
        &["rule", "severity", "message", "location", "fingerprint"],
        &[
            "help",
            "mission",
            "related",
            "evidence",
            "because",
            "fix",
            "policy",
            "help_url",
            "suppressed",
        ],
    ),
    (
        "not_checked",
        &["rule", "severity", "reason", "locations"],
        &["mission"],
    ),
    ("not_judged", &["mission", "records"], &[]),
    ("fault", &["kind", "subject", "reason"], &[]),
];

/// Whether each line is one of a report, with nothing in it that no report has: a record may say of itself what it likes.
fn are_lines_of_report(text: &str) -> bool {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    let mut lines = lines.map(|line| serde_json::from_str::<Value>(line).unwrap_or_default());
    let is_first = |line: &Value| {
        let members = ["schema_version", "tool", "run", "summary"];
        line["type"] == "run" && is_ours(line) && consists_of(line, &members, &[])
    };
    let is_other = |line: &Value| {
        LINES.iter().any(|(name, members, optional)| {
            line["type"] == *name && consists_of(line, members, optional)
        })
    };
    lines.next().is_some_and(|line| is_first(&line)) && lines.all(|line| is_other(&line))
}

/// Whether an object has all these members, and besides them and `type` only optional ones.
fn consists_of(line: &Value, members: &[&str], optional: &[&str]) -> bool {
    let Some(object) = line.as_object() else {
        return false;
    };
    let is_known =
        |key: &str| key == "type" || [members, optional].iter().any(|list| list.contains(&key));
    members.iter().all(|member| object.contains_key(*member))
        && object.keys().all(|key| is_known(key))
}

fn is_ours(value: &Value) -> bool {
    value["schema_version"].is_u64() && value["tool"]["name"] == env!("CARGO_PKG_NAME")
}
