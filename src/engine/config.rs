//! What is said about the configuration, shown like findings.

use std::ops::Range;
use std::sync::Arc;

use missionlint_tape::{Span, Tree};

use super::excerpt::{Clear, excerpt};
use super::toml;
use crate::catalogue::{Meta, builtin};
use crate::config::ConfigError;
use crate::document::{Damage, Document};
use crate::finding::{DocumentId, Fact};
use crate::privacy::are_records;
use crate::report::{Anchor, Found, Location, Shown};
use crate::text::{LineIndex, Origins};

/// The mistakes of a configuration file, ready to show.
pub fn config_findings(path: &str, text: &str, errors: Vec<ConfigError>) -> Vec<Found> {
    let are_records = are_records(text, &["entries"]);
    let file = File::new(path, text, are_records);
    let errors = errors.into_iter();
    errors
        .map(|error| {
            let mut told = told(&error);
            if are_records {
                for (_, shown) in &mut told {
                    mask(shown);
                }
            }
            file.found(error.rule, &error.span, told)
        })
        .collect()
}

/// Masks what a text wrote.
fn mask(shown: &mut Shown) {
    if let Shown::Clear(fact @ Fact::Text(_)) = shown {
        *shown = Shown::Masked(fact.type_name());
    }
}

/// What a mistake rests on.
fn told(error: &ConfigError) -> Vec<(&'static str, Shown)> {
    let text = |text: &String| Shown::Clear(Fact::Text(text.clone()));
    let words = |words: Vec<String>| Shown::Clear(Fact::Vocabulary(words));
    let word = |word: &str| words(vec![word.to_owned()]);
    let written = if error.rule.id == builtin::CONFIG_SYNTAX.id {
        Shown::Clear(Fact::Phrase(toml::phrase(&error.found)))
    } else {
        text(&error.found)
    };
    let mut evidence = vec![("found", written), ("what", word(error.what))];
    if !error.key.is_empty() {
        evidence.push(("key", text(&error.key)));
    }
    if let Some(nearest) = &error.nearest {
        evidence.push(("nearest", word(nearest)));
    }
    let several = error.expected.len() > 1;
    evidence.push(("several", word(if several { "yes" } else { "no" })));
    if let Some(reason) = &error.reason {
        evidence.push(("expected", Shown::Clear(Fact::Phrase(reason.clone()))));
    }
    if !error.expected.is_empty() {
        evidence.push(("expected", words(error.expected.clone())));
    }
    evidence.push(("hint", word(error.hint)));
    for (name, value) in &error.details {
        evidence.push((name, text(value)));
    }
    for (name, list) in &error.lists {
        evidence.push((name, Shown::Clear(Fact::Ids(list.clone()))));
    }
    evidence
}

/// A configuration file in which places are marked.
pub(super) struct File {
    document: Document,
    index: LineIndex,
    /// Whether what it says is masked.
    masked: bool,
}

impl File {
    pub(super) fn new(path: &str, text: &str, masked: bool) -> Self {
        let end = u32::try_from(text.len()).unwrap_or(u32::MAX);
        Self {
            document: Document {
                id: DocumentId(0),
                path: Arc::from(path),
                origins: Origins::default(),
                apart: false,
                tree: Tree::new(text.to_owned()),
                damage: Damage::default(),
                slots: Vec::new(),
                broken: Vec::new(),
                // No JSON: masked, nothing but its brackets is shown.
                flawed: vec![Span::new(0, end)],
            },
            index: LineIndex::new(text),
            masked,
        }
    }

    /// Something to say about the bytes at `span`.
    pub(super) fn found(
        &self,
        rule: &'static Meta,
        span: &Range<usize>,
        evidence: Vec<(&'static str, Shown)>,
    ) -> Found {
        let text = self.document.tree.text();
        let end = span.end.min(text.len());
        let start = span.start.min(end);
        let narrow = |position: usize| u32::try_from(position).unwrap_or(u32::MAX);
        let clear = if self.masked { 0 } else { text.len() };
        let shown = excerpt(
            &self.document,
            &self.index,
            Span::new(narrow(start), narrow(end)),
            &Clear {
                range: 0..clear,
                but: &[],
            },
        );
        let position = |at: usize| self.index.position(text, at, self.document.origins.first());
        Found {
            rule,
            severity: rule.severity,
            mission: None,
            location: Location {
                path: self.document.path.clone(),
                pointer: String::new(),
                start: position(start),
                end: position(end),
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
            anchor: Anchor::default(),
            check: None,
            cell: None,
            suppressed: None,
        }
    }
}
