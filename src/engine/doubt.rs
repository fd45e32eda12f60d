//! Records behind a slip of which it is plain that they were not read as they were meant.
//!
//! ## Decisions
//! * One sign in place of another may make every bracket behind it close the wrong one. Where more is wrong behind such
//!   a slip than a record or two explain, what is there is not read at all: the slip is said, and the rest is not
//!   checked.

use missionlint_tape::Span;

use super::syntax::span;
use crate::catalogue::builtin;
use crate::document::Document;
use crate::finding::{Fact, Finding, Spot};

/// So many findings behind a slip may be of the data.
const MOST: usize = 4;

/// Slips behind which values may stand in the wrong place.
const STRUCTURAL: [&str; 18] = [
    "doubled-quotes",
    "extra-bracket",
    "extra-quote",
    "inner-quote",
    "mismatched-bracket",
    "missing-colon",
    "missing-comma",
    "missing-list-opening",
    "missing-opening",
    "missing-value",
    "round-bracket",
    "trailing-text",
    "unclosed-bracket",
    "unclosed-string",
    "unexpected-character",
    "unopened-string",
    "wrong-brace",
    "wrong-bracket",
];

/// Gives up what cannot be relied on in a document with slips.
pub(super) fn doubt(document: &mut Document, findings: &mut Vec<Finding>) {
    let slips = findings.iter().filter_map(structural);
    let Some(first) = slips.min_by_key(|slip| slip.start) else {
        return;
    };
    let start_of = |token: u32| document.tree.node(token).span().start;
    let around = document
        .slot_around(first)
        .map_or(first.start, |slot| start_of(slot.node));
    let from = around.min(first.start);
    let end = document.tree.text().len();
    let follows = |finding: &Finding| {
        let start = finding.primary.spot.token().map(start_of);
        start.is_some_and(|start| start >= from)
    };
    if findings.iter().filter(|finding| follows(finding)).count() > MOST {
        findings.retain(|finding| !follows(finding));
        let tree = &document.tree;
        document
            .slots
            .retain(|slot| tree.node(slot.node).span().start < from);
        document.broken.push(span(from as usize, end));
    } else if let Some(rest) = unread(document) {
        document.broken.push(rest);
    }
    document.broken.sort_by_key(|span| (span.start, span.end));
}

/// Where a slip is behind which values may stand in the wrong place.
fn structural(finding: &Finding) -> Option<Span> {
    let Spot::Bytes(place) = finding.primary.spot else {
        return None;
    };
    let is = |(name, fact): &(&str, Fact)| match fact {
        Fact::Vocabulary(words) => {
            *name == "slip" && words.iter().any(|word| STRUCTURAL.contains(&word.as_str()))
        }
        _ => false,
    };
    let of_syntax = finding.rule.id == builtin::SYNTAX_ERROR.id;
    (of_syntax && finding.evidence.iter().any(is)).then_some(place)
}

/// The text behind the last record, where it seems to hold more of them.
fn unread(document: &Document) -> Option<Span> {
    let last = document.slots.last()?;
    let text = document.tree.text();
    let start = document.tree.node(last.node).span().end as usize;
    let rest = text.get(start..)?;
    rest.contains("\"id\"").then(|| span(start, text.len()))
}
