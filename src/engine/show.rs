//! From findings to what a report holds: places resolved, values masked.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Range;

use missionlint_tape::{Node, Span};
use serde::{Deserialize, Serialize};

use super::allow::Matches;
use super::excerpt::{Clear, Excerpt, excerpt};
use super::fingerprint::fingerprint;
use super::judge::Judged;
use super::position::{Prefix, prefixes};
use super::reveal::{mission_name, show_fact, show_pointer};
use super::stage::Stage;
use crate::bundle::{Bundle, GLOBAL};
use crate::config::is_mission_id;
use crate::document::{Class, Document, Kind, Slot};
use crate::finding::{DocumentId, Finding, Fix, Place, Spot};
use crate::privacy::{is_opaque, pseudonym};
use crate::reference;
use crate::report::{Audience, Edit, Found, Location, NotChecked};
use crate::text::{LineIndex, Position};

/// A text, by its document and first byte, and a mission.
type SeenText = (DocumentId, u32, Option<String>);

/// Turns places of one unit into locations.
pub(super) struct Show<'a, 't> {
    pub(super) stage: &'a Stage<'a, 't>,
    bundles: &'a BTreeMap<&'t str, Bundle<'t>>,
    /// What no excerpt repeats, by document.
    concealed: BTreeMap<DocumentId, Vec<Range<usize>>>,
    /// The strictest class in a text, as seen from a mission.
    strictest: RefCell<BTreeMap<SeenText, Class>>,
    pub(super) hashes: RefCell<BTreeMap<(DocumentId, u32), String>>,
    /// How often the configuration accepts what is shown.
    pub(super) matches: RefCell<Matches>,
}

/// What a unit gives to the report.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Shown {
    pub(super) findings: Vec<Found>,
    /// By mission.
    pub(super) not_checked: Vec<(String, Vec<NotChecked>)>,
    /// How often the configuration accepts it.
    pub(super) matches: Matches,
}

impl<'a, 't> Show<'a, 't> {
    pub(super) fn new(
        stage: &'a Stage<'a, 't>,
        bundles: &'a BTreeMap<&'t str, Bundle<'t>>,
    ) -> Self {
        Self {
            stage,
            bundles,
            concealed: BTreeMap::new(),
            strictest: RefCell::default(),
            hashes: RefCell::default(),
            matches: RefCell::default(),
        }
    }

    /// Shows everything found in a unit.
    pub(super) fn all(mut self, loading: Vec<Finding>, judged: Vec<(&'t str, Judged)>) -> Shown {
        let mut shown = Shown::default();
        let judged_findings = judged.iter().map(|(_, judged)| judged.findings.len());
        shown
            .findings
            .reserve_exact(loading.len() + judged_findings.sum::<usize>());
        if !self.stage.request.reveal {
            self.conceal(judged.iter().flat_map(|(_, judged)| &judged.findings));
        }
        for finding in loading {
            let mission = self.stage.mission_at(finding.primary);
            let finding = self.counted(finding, mission, &judged);
            shown.findings.push(self.found(finding, mission));
        }
        for (mission, judged) in judged {
            for finding in judged.findings {
                shown.findings.push(self.found(finding, Some(mission)));
            }
            let mut entries = Vec::new();
            self.not_checked(mission, judged.not_checked, &mut entries);
            if !entries.is_empty() {
                shown.not_checked.push((mission.to_owned(), entries));
            }
        }
        shown.matches = self.matches.take();
        shown
    }

    /// Notes the places of findings that are about what must not be repeated.
    fn conceal<'f>(&mut self, findings: impl Iterator<Item = &'f Finding>) {
        for finding in findings.filter(|finding| finding.conceals) {
            let span = self.span(finding.primary);
            let parts = self.concealed.entry(finding.primary.document).or_default();
            parts.push(span.start as usize..span.end as usize);
        }
        for parts in self.concealed.values_mut() {
            parts.sort_by_key(|part| (part.start, part.end));
        }
    }

    fn concealed_in(&self, document: DocumentId) -> &[Range<usize>] {
        self.concealed
            .get(&document)
            .map(Vec::as_slice)
            .unwrap_or_default()
    }

    fn document(&self, id: DocumentId) -> &'t Document {
        self.stage.document(id)
    }

    pub(super) fn slot(&self, place: Place) -> Option<(&'t Document, &'t Slot)> {
        self.stage.slot(place)
    }

    fn index(&self, document: &Document) -> &LineIndex {
        self.stage.lines[document.id.0 as usize]
            .get_or_init(|| LineIndex::new(document.tree.text()))
    }

    /// The token of the value or key at a place, or of the value of a record that its bytes lie in.
    pub(super) fn token(&self, place: Place) -> Option<u32> {
        match place.spot {
            Spot::Bytes(span) => {
                let (document, slot) = self.slot(place)?;
                Some(document.value_around(slot, span).index())
            }
            Spot::Value(token) | Spot::Key(token) | Spot::KeyOf(token) => Some(token),
        }
    }

    /// The class of what belongs to several records: as strict as all, each in its own mission. Looked for once.
    fn strictest_in(&self, document: &Document, text: Span, mission: Option<&str>) -> Class {
        let key = (document.id, text.start, mission.map(str::to_owned));
        if let Some(&class) = self.strictest.borrow().get(&key) {
            return class;
        }
        let records = document.slots_in(text).iter().map(|slot| Place {
            document: document.id,
            spot: Spot::Value(slot.node),
        });
        let class = records
            .map(|record| self.class_of(record, mission))
            .max()
            .unwrap_or(Class::Restricted);
        self.strictest.borrow_mut().insert(key, class);
        class
    }

    pub(super) fn class_of(&self, place: Place, mission: Option<&str>) -> Class {
        let document = self.document(place.document);
        let slot = self.slot(place);
        if slot.is_none() {
            let text = document.text_of(place.spot);
            let unread = matches!(place.spot, Spot::Bytes(_)) && document.is_broken_in(text);
            if !unread {
                return self.strictest_in(document, text, mission);
            }
        }
        if let Some((_, slot)) = slot
            && self.stage.any
            && slot.kind.is_none()
        {
            // No record: nothing of a mission has a say.
            return slot.class;
        }
        let told = self.stage.mission_at(place);
        if told.is_none() && slot.is_some_and(|(_, slot)| slot.astray) {
            // It may be of any mission, and one of them may be restricted.
            return Class::Restricted;
        }
        let own = told.or(mission).unwrap_or(GLOBAL);
        // Records of no mission may be marked beside those of one whose unit they are not in.
        let bundle = self.bundles.get(own);
        if own != GLOBAL && !is_mission_id(own) && bundle.is_none_or(|it| it.missions.is_empty()) {
            // No id, and no record says that it is a mission: it may mean one that is restricted.
            return Class::Restricted;
        }
        let bundle = bundle.or_else(|| (own == GLOBAL).then_some(&self.stage.global));
        match (bundle, slot) {
            (Some(bundle), Some((document, slot))) => bundle.class_of_slot(document, slot),
            // What is no JSON may be part of a restricted record.
            _ => Class::Restricted,
        }
    }

    /// The strictest class of all places of a finding.
    fn class_of_finding(&self, finding: &Finding, mission: Option<&str>) -> Class {
        if finding.conceals {
            return Class::Restricted;
        }
        let places = std::iter::once(finding.primary)
            .chain(finding.related.iter().map(|related| related.place));
        let own = places
            .map(|place| self.class_of(place, mission))
            .max()
            .unwrap_or(Class::Restricted);
        finding
            .because
            .iter()
            .map(|nested| self.class_of_finding(nested, mission))
            .fold(own, Class::max)
    }

    fn found(&self, finding: Finding, mission: Option<&'t str>) -> Found {
        let masked = self.class_of_finding(&finding, mission) > self.stage.clearance;
        let suppressed = self.suppressed(&finding, mission);
        Found {
            suppressed,
            ..self.found_masked(finding, mission, masked)
        }
    }

    fn found_masked(&self, finding: Finding, mission: Option<&'t str>, masked: bool) -> Found {
        let show = |fact| {
            show_fact(
                fact,
                masked,
                self.stage.request.audience,
                mission.unwrap_or(GLOBAL),
            )
        };
        let judged_on = finding.day_judged().filter(|_| !masked);
        let mission_name = mission.and_then(mission_name);
        let subject = self.subject_of(finding.primary);
        let name = mission_name.as_deref();
        let fingerprint = fingerprint(finding.rule, name, &subject, &finding.evidence);
        let mut found = Found {
            rule: finding.rule,
            severity: self.stage.settings(mission).severity_at(
                finding.rule,
                finding.severity,
                &self.document(finding.primary.document).path,
            ),
            mission: mission_name,
            location: self.location(finding.primary, mission, masked, true),
            related: finding
                .related
                .iter()
                .map(|related| {
                    (
                        related.label,
                        self.location(related.place, mission, masked, true),
                    )
                })
                .collect(),
            evidence: finding
                .evidence
                .into_iter()
                .map(|(key, fact)| (key, show(fact)))
                .collect(),
            because: finding
                .because
                .into_iter()
                .map(|nested| self.found_masked(nested, mission, masked))
                .collect(),
            fix: finding
                .fix
                .filter(|_| !masked && self.stage.request.audience == Audience::Internal)
                .map(|fix| self.fix(fix)),
            pack: finding.pack.and_then(reference::pack),
            judged_on,
            fingerprint,
            anchor: self.anchor(finding.primary, masked),
            check: finding.subject,
            cell: finding.cell,
            suppressed: None,
        };
        // What the configuration has raised does not weigh less because something else includes it.
        let nested = found.because.iter();
        let raised = nested.filter(|nested| nested.severity > nested.rule.severity);
        if let Some(raised) = raised.map(|nested| nested.severity).max() {
            found.severity = found.severity.max(raised);
        }
        found
    }

    fn fix(&self, fix: Fix) -> (crate::finding::Safety, Vec<Edit>) {
        let edits = fix.edits.into_iter().map(|(place, text)| {
            let document = self.document(place.document);
            let (start, end) = self.positions(document, self.span(place));
            Edit {
                path: document.path.clone(),
                start,
                end,
                text,
            }
        });
        (fix.safety, edits.collect())
    }

    /// The bytes a place marks.
    fn span(&self, place: Place) -> Span {
        let tree = &self.document(place.document).tree;
        match place.spot {
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

    /// First character of a place, and one past the last.
    pub(super) fn ends(&self, place: Place) -> (Position, Position) {
        self.positions(self.document(place.document), self.span(place))
    }

    fn positions(&self, document: &Document, span: Span) -> (Position, Position) {
        let index = self.index(document);
        let text = document.tree.text();
        let at = |offset: u32| index.position(text, offset as usize, document.origins.at(offset));
        (at(span.start), at(span.end))
    }

    pub(super) fn pointer(&self, place: Place, masked: bool) -> String {
        let tree = &self.document(place.document).tree;
        let ways = &self.stage.ways[place.document.0 as usize];
        let Some(token) = self.token(place) else {
            return String::new();
        };
        if let Some((document, slot)) = self.slot(place) {
            let prefixes =
                self.stage.prefixes[document.id.0 as usize].get_or_init(|| prefixes(document));
            let position = document
                .slots
                .partition_point(|other| other.node < slot.node);
            let prefix = prefixes
                .get(position)
                .map(Prefix::to_string)
                .unwrap_or_default();
            let record = tree.node(slot.node);
            return prefix + &show_pointer(ways, tree.node(token), record, masked);
        }
        tree.root_of(token).map_or_else(String::new, |root| {
            show_pointer(ways, tree.node(token), root, masked)
        })
    }

    pub(super) fn record_pointer(&self, place: Place) -> String {
        match (self.slot(place), self.token(place)) {
            (Some((document, slot)), Some(token)) => {
                let (node, record) = (document.tree.node(token), document.tree.node(slot.node));
                self.stage.ways[document.id.0 as usize].pointer(node, record)
            }
            _ => self.pointer(place, false),
        }
    }

    pub(super) fn location(
        &self,
        place: Place,
        mission: Option<&str>,
        masked: bool,
        with_excerpt: bool,
    ) -> Location {
        let document = self.document(place.document);
        let span = self.span(place);
        let (start, end) = self.positions(document, span);
        let hide = masked
            || (self.stage.request.audience == Audience::Public && !self.stage.request.reveal);
        let excerpt = if with_excerpt {
            excerpt(
                document,
                self.index(document),
                span,
                &Clear {
                    range: self.clear(place, hide),
                    but: self.concealed_in(place.document),
                },
            )
        } else {
            Excerpt::default()
        };
        Location {
            path: document.path.clone(),
            pointer: self.pointer(place, masked),
            start,
            end,
            record: self
                .slot(place)
                .and_then(|(document, slot)| self.record(document, slot, mission)),
            excerpt: excerpt.lines,
            marked_line: excerpt.marked_line,
            mark: excerpt.mark,
        }
    }

    /// The bytes around a place that may be shown as they are: its record's, or all of a document whose strictest
    /// record may be shown.
    fn clear(&self, place: Place, hide: bool) -> std::ops::Range<usize> {
        if hide {
            return 0..0;
        }
        match self.slot(place) {
            Some((document, slot)) => {
                let span = document.tree.node(slot.node).span();
                span.start as usize..span.end as usize
            }
            None => 0..self.document(place.document).tree.text().len(),
        }
    }

    fn record(
        &self,
        document: &Document,
        slot: &Slot,
        mission: Option<&str>,
    ) -> Option<(Kind, Option<String>)> {
        let kind = slot.kind?;
        let id = document
            .tree
            .node(slot.node)
            .get("id")
            .and_then(Node::as_str)
            .filter(|id| is_opaque(id));
        let id = id.map(|id| match (kind, self.stage.request.audience) {
            (Kind::Person, Audience::Public) => {
                let own = self.stage.routed.mission_of(document, slot);
                pseudonym(id, own.or(mission).unwrap_or(GLOBAL))
            }
            _ => id.to_owned(),
        });
        Some((kind, id))
    }
}
