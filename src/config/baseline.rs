//! Baselines: findings that were there when checking began.
//!
//! One entry stands for one finding, by its fingerprint. All else is for people, but the severity: a finding that weighs
//! more than when it was taken in counts again.

use std::ops::Range;

use missionlint_tape::{Node, Tree};

use super::ConfigError;
use crate::calendar::{Day, parse_day};
use crate::catalogue::{Severity, builtin};

/// The version of the form that is read and written.
pub const BASELINE_VERSION: i64 = 1;

/// Its name beside the configuration, where nothing else is said.
pub const BASELINE: &str = "missionlint-baseline.json";

/// A baseline file.
#[derive(Debug, Clone, Default)]
pub struct Baseline {
    /// Path of the file as reports show it.
    pub path: String,
    /// Its content.
    pub text: String,
    /// Its entries, as they stand there.
    pub entries: Vec<BaselineEntry>,
    /// Whether the run covers everything that the baseline is for.
    pub covered: bool,
}

/// A finding that was there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaselineEntry {
    /// Identity of the finding.
    pub fingerprint: String,
    /// Id of its rule.
    pub rule: String,
    /// What it weighed.
    pub severity: Severity,
    /// Its mission, if any.
    pub mission: Option<String>,
    /// Kind and id of its record, if any.
    pub record: Option<(String, Option<String>)>,
    /// Where it was, relative to the configuration.
    pub path: String,
    /// The day of the run that took it in.
    pub created: Day,
    /// Why it is not put right yet.
    pub reason: Option<String>,
    /// Who answers for it.
    pub owner: Option<String>,
    /// Where it stands in the file, in bytes.
    pub span: Range<usize>,
}

/// Reads a baseline; what is wrong with it is told with its place.
pub fn parse_baseline(path: &str, text: &str) -> Result<Baseline, Vec<ConfigError>> {
    let mut tree = Tree::new(text.to_owned());
    if let Err(error) = tree.parse_document() {
        let end = text.len().min(error.span.end as usize);
        let at = end.min(error.span.start as usize);
        return Err(vec![mistake("syntax", at..end, "")]);
    }
    let Some(root) = tree.roots().next() else {
        return Err(vec![mistake("syntax", 0..0, "")]);
    };
    let version = root.get("version");
    if let Some(version) = version.filter(|it| it.as_i64() != Some(BASELINE_VERSION)) {
        return Err(vec![mistake("version", range(version), version.lexeme())]);
    }
    let (Some(_), Some(entries)) = (version, root.get("entries")) else {
        return Err(vec![mistake("shape", range(root), "this")]);
    };
    let mut errors = Vec::new();
    let mut read: Vec<BaselineEntry> = Vec::new();
    for node in entries.elements() {
        match entry(node) {
            Err(error) => errors.push(*error),
            Ok(entry) => read.push(entry),
        }
    }
    let mut by_print: Vec<&BaselineEntry> = read.iter().collect();
    by_print.sort_by_key(|entry| (&entry.fingerprint, entry.span.start));
    for pair in by_print.windows(2) {
        if pair[0].fingerprint == pair[1].fingerprint {
            errors.push(mistake("twice", pair[1].span.clone(), &pair[1].fingerprint));
        }
    }
    if errors.is_empty() {
        Ok(Baseline {
            path: path.to_owned(),
            text: text.to_owned(),
            entries: read,
            covered: false,
        })
    } else {
        errors.sort_by_key(|error| error.span.start);
        Err(errors)
    }
}

fn range(node: Node<'_>) -> Range<usize> {
    let span = node.span();
    span.start as usize..span.end as usize
}

fn mistake(what: &'static str, span: Range<usize>, found: &str) -> ConfigError {
    let mut error = ConfigError::new(&builtin::BASELINE_INVALID, span, found);
    error.what = what;
    error
}

fn entry(node: Node<'_>) -> Result<BaselineEntry, Box<ConfigError>> {
    let wrong = |key: &str| {
        let mut error = match node.get(key) {
            Some(value) => mistake("shape", range(value), value.lexeme()),
            None => mistake("lacks", range(node), ""),
        };
        key.clone_into(&mut error.key);
        Box::new(error)
    };
    let text = |key: &str| node.get(key).and_then(Node::as_str).map(str::to_owned);
    let needed = |key: &str| text(key).ok_or_else(|| wrong(key));
    let fingerprint = needed("fingerprint")?;
    if fingerprint.len() != 32 || !fingerprint.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Err(wrong("fingerprint"));
    }
    let severity = needed("severity")?.parse();
    let created = parse_day(&needed("created")?);
    let record = node.get("record").and_then(|record| {
        let text = |key: &str| record.get(key).and_then(Node::as_str).map(str::to_owned);
        Some((text("kind")?, text("id")))
    });
    Ok(BaselineEntry {
        fingerprint,
        rule: needed("rule")?,
        severity: severity.map_err(|()| wrong("severity"))?,
        mission: text("mission"),
        record,
        path: text("path").unwrap_or_default(),
        created: created.ok_or_else(|| wrong("created"))?,
        reason: text("reason").filter(|reason| !reason.trim().is_empty()),
        owner: text("owner").filter(|owner| !owner.trim().is_empty()),
        span: range(node),
    })
}
