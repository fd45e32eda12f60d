//! What is wrong with schemas that users bring, as it is shown: schemas hold no records, so nothing is masked.

use missionlint_tape::{Node, Span};

use super::excerpt::excerpt;
use super::fingerprint::fingerprint;
use crate::config::Settings;
use crate::document::Document;
use crate::finding::{Finding, Place, Spot};
use crate::report::{Edit, Found, Location, Shown};
use crate::schema::UserSchema;
use crate::text::{LineIndex, Origin, Position};

/// All findings about a schema, in order of its files, for those who gave it.
pub fn schema_findings(schema: &UserSchema, settings: &Settings) -> Vec<Found> {
    let show = Show {
        documents: &schema.documents,
        indices: schema
            .documents
            .iter()
            .map(|document| LineIndex::new(document.tree.text()))
            .collect(),
        settings,
    };
    schema
        .findings
        .iter()
        .filter_map(|finding| show.found(finding))
        .collect()
}

struct Show<'s> {
    documents: &'s [Document],
    indices: Vec<LineIndex>,
    settings: &'s Settings,
}

impl Show<'_> {
    fn found(&self, finding: &Finding) -> Option<Found> {
        let location = self.location(finding.primary)?;
        let related = finding
            .related
            .iter()
            .filter_map(|related| Some((related.label, self.location(related.place)?)));
        let clear = finding
            .evidence
            .iter()
            .map(|(key, fact)| (*key, Shown::Clear(fact.clone())));
        let mut found = Found {
            rule: finding.rule,
            severity: self.settings.severity(finding.rule, finding.severity),
            mission: None,
            related: related.collect(),
            evidence: clear.collect(),
            because: finding
                .because
                .iter()
                .filter_map(|nested| self.found(nested))
                .collect(),
            fix: finding.fix.as_ref().map(|fix| {
                let edits = fix.edits.iter();
                let edits = edits.filter_map(|(place, text)| self.edit(*place, text));
                (fix.safety, edits.collect())
            }),
            pack: None,
            fingerprint: String::new(),
            location,
        };
        found.fingerprint = fingerprint(&found, &found.location.pointer, &finding.evidence);
        Some(found)
    }

    fn edit(&self, place: Place, text: &str) -> Option<Edit> {
        let location = self.location(place)?;
        Some(Edit {
            path: location.path,
            start: location.start,
            end: location.end,
            text: text.to_owned(),
        })
    }

    fn location(&self, place: Place) -> Option<Location> {
        let at = place.document.0 as usize;
        let (document, index) = (self.documents.get(at)?, self.indices.get(at)?);
        let span = span(document, place.spot);
        let text = document.tree.text();
        let shown = excerpt(document, index, span, &(0..text.len()));
        Some(Location {
            path: document.path.clone(),
            pointer: pointer(document, place.spot),
            start: position(index, text, span.start, document.origin),
            end: position(index, text, span.end, document.origin),
            record: None,
            excerpt: shown.lines,
            marked_line: shown.marked_line,
            mark: shown.mark,
        })
    }
}

fn position(index: &LineIndex, text: &str, offset: u32, origin: Origin) -> Position {
    index.position(text, offset as usize, origin)
}

fn span(document: &Document, spot: Spot) -> Span {
    let tree = &document.tree;
    match spot {
        Spot::Value(token) | Spot::Key(token) => tree.node(token).span(),
        Spot::KeyOf(token) => tree.key_of(token).map_or_else(
            || {
                let start = tree.node(token).span().start;
                Span::new(start, start + 1)
            },
            Node::span,
        ),
        Spot::Bytes(span) => span,
    }
}

fn pointer(document: &Document, spot: Spot) -> String {
    let tree = &document.tree;
    let root = spot.token().and_then(|token| tree.root_of(token));
    match (spot.token(), root) {
        (Some(token), Some(root)) => tree.node(token).pointer_from(root),
        _ => String::new(),
    }
}
