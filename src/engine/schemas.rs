//! What is wrong with schemas that users bring, as it is shown: schemas hold no records, so nothing is masked.

use std::borrow::Cow;
use std::collections::BTreeSet;

use missionlint_tape::{Node, Span};

use super::Request;
use super::excerpt::{Clear, excerpt};
use super::fingerprint::{Subject, fingerprint};
use super::plan::Plan;
use super::reveal::show_fact;
use crate::bundle::GLOBAL;
use crate::catalogue::{Meta, Scope, builtin};
use crate::config::Settings;
use crate::document::{Document, Obstacle};
use crate::finding::{Finding, Place, Spot};
use crate::privacy::{Audience, are_records};
use crate::report::{Anchor, Edit, Found, Location, NotChecked};
use crate::schema::{Contract, UserSchema};
use crate::text::{LineIndex, Position};

/// All findings about a schema, in order of its files, for those who gave it.
pub fn schema_findings(schema: &UserSchema, settings: &Settings) -> Vec<Found> {
    let show = Show {
        documents: &schema.documents,
        indices: schema
            .documents
            .iter()
            .map(|document| LineIndex::new(document.tree.text()))
            .collect(),
        settings: settings.for_mission(GLOBAL),
    };
    schema
        .findings
        .iter()
        .filter_map(|finding| show.found(finding))
        .filter(|found| show.settings.is_on_at(found.rule, &found.location.path))
        .collect()
}

/// What is to be said about the schemas themselves.
pub(super) fn notes(request: &Request, contract: &Contract) -> Vec<Found> {
    let all = contract
        .schemas()
        .flat_map(|schema| schema_findings(schema, &request.settings));
    // Several kinds may share files.
    let mut seen = BTreeSet::new();
    all.filter(|found| request.selects(found.rule))
        .filter(|found| {
            let location = &found.location;
            seen.insert((location.path.clone(), location.start.offset, found.rule.id))
        })
        .collect()
}

/// Path and hash of every file of a schema, each once.
pub(super) fn hashes(contract: &Contract) -> Vec<(String, String)> {
    let mut hashes: Vec<(String, String)> = contract
        .schemas()
        .flat_map(|schema| schema.hashes.iter().cloned())
        .collect();
    hashes.sort();
    hashes.dedup();
    hashes
}

/// Texts that could not be read, or not whole, so that the schema was not applied to all they hold.
///
/// One entry stands for all that may be found in values: the least particular of those that are wanted.
pub(super) fn unread(plan: &Plan<'_>, request: &Request) -> Option<NotChecked> {
    let of_values = builtin::ALL
        .iter()
        .rev()
        .filter(|entry| entry.scope == Scope::Record && !is_of_containers(entry));
    let rule = of_values.copied().find(|entry| request.wants(entry))?;
    // A value depends on no other document: where the entry is off, nothing is missing.
    let settings = request.settings.for_mission(GLOBAL);
    let all = plan.full_sketches().filter_map(|it| it.more.as_ref());
    let locations: Vec<Location> = all
        .flat_map(|more| &more.unread)
        .filter(|location| settings.is_on_at(rule, &location.path))
        .cloned()
        .collect();
    let weights = locations
        .iter()
        .map(|location| settings.severity_at(rule, rule.severity, &location.path));
    let reason = Obstacle::Syntax.code();
    let identity = |location| {
        let mut subject = subject(&settings, location);
        subject.home.push(reason.into());
        fingerprint(rule, None, &subject, &Vec::new())
    };
    Some(NotChecked {
        rule,
        severity: weights.max()?,
        reason,
        mission: None,
        identities: locations.iter().map(identity).collect(),
        locations,
    })
}

/// The texts of a document to which a schema could not be applied.
pub(super) fn unread_in(document: &Document) -> Vec<Location> {
    // A slip may hide nothing: a comma too many, a comment.
    let hides = |text: &&Span| {
        let inside = |root: &Node<'_>| {
            text.start <= root.span().start && root.span().start < text.end.max(1)
        };
        let mut roots = document.tree.roots().filter(inside);
        roots.any(|root| document.damage.has_gap(root.index(), root.end_index()))
    };
    let spans = document
        .broken
        .iter()
        .chain(document.flawed.iter().filter(hides));
    let spans: BTreeSet<(u32, u32)> = spans.map(|span| (span.start, span.end)).collect();
    if spans.is_empty() {
        return Vec::new();
    }
    let text = document.tree.text();
    let index = LineIndex::new(text);
    let at = |offset| position(&index, text, offset, document);
    let locations = spans.into_iter().map(|(start, end)| Location {
        path: document.path.clone(),
        pointer: String::new(),
        start: at(start),
        end: at(end),
        record: None,
        excerpt: Vec::new(),
        marked_line: 0,
        mark: (0, 0),
    });
    locations.collect()
}

/// Whether an entry may be found in values that are judged by a schema alone, or in the schema.
pub fn applies_to_values(entry: &Meta) -> bool {
    !matches!(entry.scope, Scope::Subject | Scope::Config) && !is_of_containers(entry)
}

/// Whether an entry is about records and their containers, which are not looked for when values are judged by a
/// schema alone.
pub(super) fn is_of_containers(entry: &Meta) -> bool {
    const OF_CONTAINERS: [&Meta; 5] = [
        &builtin::NOT_A_RECORD,
        &builtin::MISSING_KIND,
        &builtin::UNKNOWN_KIND,
        &builtin::MISSING_MISSION,
        &builtin::SCHEMA_KIND_CONFLICT,
    ];
    OF_CONTAINERS.iter().any(|rule| rule.id == entry.id)
}

/// Keys of schemas that no record has.
const SCHEMA_KEYWORDS: [&str; 8] = [
    "type",
    "properties",
    "$ref",
    "$defs",
    "definitions",
    "items",
    "enum",
    "const",
];

struct Show<'s> {
    documents: &'s [Document],
    indices: Vec<LineIndex>,
    /// Of records of no mission: schemas belong to none.
    settings: Settings,
}

impl Show<'_> {
    fn found(&self, finding: &Finding) -> Option<Found> {
        let location = self.location(finding.primary)?;
        let related = finding
            .related
            .iter()
            .filter_map(|related| Some((related.label, self.location(related.place)?)));
        let masked = self.is_masked(finding.primary);
        let shown = finding.evidence.iter().map(|(key, fact)| {
            (
                *key,
                show_fact(fact.clone(), masked, Audience::Internal, GLOBAL),
            )
        });
        let mut found = Found {
            rule: finding.rule,
            severity: self
                .settings
                .severity_at(finding.rule, finding.severity, &location.path),
            mission: None,
            related: related.collect(),
            evidence: shown.collect(),
            because: finding
                .because
                .iter()
                .filter_map(|nested| self.found(nested))
                .collect(),
            fix: finding.fix.as_ref().filter(|_| !masked).map(|fix| {
                let edits = fix.edits.iter();
                let edits = edits.filter_map(|(place, text)| self.edit(*place, text));
                (fix.safety, edits.collect())
            }),
            pack: None,
            judged_on: None,
            fingerprint: String::new(),
            anchor: Anchor::default(),
            check: None,
            cell: None,
            suppressed: None,
            location,
        };
        let subject = subject(&self.settings, &found.location);
        found.fingerprint = fingerprint(finding.rule, None, &subject, &finding.evidence);
        Some(found)
    }

    /// Whether records were named as a schema.
    fn is_masked(&self, place: Place) -> bool {
        let document = self.documents.get(place.document.0 as usize);
        document.is_some_and(|it| are_records(it.tree.text(), &SCHEMA_KEYWORDS))
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
        let masked = self.is_masked(place);
        let shown = excerpt(
            document,
            index,
            span,
            &Clear {
                range: 0..text.len(),
                but: &[],
            },
        );
        Some(Location {
            path: document.path.clone(),
            pointer: if masked {
                String::new()
            } else {
                pointer(document, place.spot)
            },
            start: position(index, text, span.start, document),
            end: position(index, text, span.end, document),
            record: None,
            excerpt: if masked { Vec::new() } else { shown.lines },
            marked_line: shown.marked_line,
            mark: shown.mark,
        })
    }
}

/// A place of a file without records.
fn subject<'s>(settings: &'s Settings, location: &'s Location) -> Subject<'s> {
    let is_position = |step: &str| step.bytes().all(|byte| byte.is_ascii_digit());
    let steps = location.pointer.split('/').skip(1);
    let steps = steps.map(|step| if is_position(step) { "*" } else { step });
    Subject {
        home: vec![settings.home.relative(&location.path)],
        steps: steps.map(Cow::Borrowed).collect(),
    }
}

fn position(index: &LineIndex, text: &str, offset: u32, document: &Document) -> Position {
    index.position(text, offset as usize, document.origins.at(offset))
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
