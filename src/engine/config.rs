//! Mistakes in the configuration, shown like findings.

use std::sync::Arc;

use missionlint_tape::{Span, Tree};

use super::excerpt::{Clear, excerpt};
use crate::config::ConfigError;
use crate::document::{Damage, Document};
use crate::finding::{DocumentId, Fact};
use crate::report::{Found, Location, Shown};
use crate::text::{LineIndex, Origin};

/// The mistakes of a configuration file, ready to show.
pub fn config_findings(path: &str, text: &str, errors: Vec<ConfigError>) -> Vec<Found> {
    let document = Document {
        id: DocumentId(0),
        path: Arc::from(path),
        origin: Origin::default(),
        tree: Tree::new(text.to_owned()),
        damage: Damage::default(),
        slots: Vec::new(),
        broken: Vec::new(),
        flawed: Vec::new(),
    };
    let index = LineIndex::new(text);
    errors
        .into_iter()
        .map(|error| found(&document, &index, error))
        .collect()
}

fn found(document: &Document, index: &LineIndex, error: ConfigError) -> Found {
    let text = document.tree.text();
    let end = error.span.end.min(text.len());
    let start = error.span.start.min(end);
    let narrow = |position: usize| u32::try_from(position).unwrap_or(u32::MAX);
    let shown = excerpt(
        document,
        index,
        Span::new(narrow(start), narrow(end)),
        &Clear {
            range: 0..text.len(),
            but: &[],
        },
    );
    let word = |word: &str| Shown::Clear(Fact::Vocabulary(vec![word.to_owned()]));
    let mut evidence = vec![
        ("found", Shown::Clear(Fact::Text(error.found))),
        ("what", word(error.what)),
    ];
    if !error.key.is_empty() {
        evidence.push(("key", Shown::Clear(Fact::Text(error.key))));
    }
    if let Some(nearest) = error.nearest {
        evidence.push(("nearest", word(&nearest)));
    }
    evidence.push((
        "several",
        word(if error.expected.len() > 1 {
            "yes"
        } else {
            "no"
        }),
    ));
    if !error.expected.is_empty() {
        evidence.push(("expected", Shown::Clear(Fact::Vocabulary(error.expected))));
    }
    Found {
        rule: error.rule,
        severity: error.rule.severity,
        mission: None,
        location: Location {
            path: document.path.clone(),
            pointer: String::new(),
            start: index.position(text, start, document.origin),
            end: index.position(text, end, document.origin),
            record: None,
            excerpt: shown.lines,
            marked_line: shown.marked_line,
            mark: shown.mark,
        },
        related: Vec::new(),
        evidence,
        because: Vec::new(),
        fix: None,
        pack: None,
        judged_on: None,
        fingerprint: String::new(),
    }
}
