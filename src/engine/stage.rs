//! All documents of a run, and whose what is in them is.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use missionlint_tape::{Span, Ways};

use super::Request;
use super::allow::Allowing;
use super::names::Names;
use super::plan::Plan;
use super::position::Prefix;
use super::route::Routed;
use super::run::Run;
use crate::bundle::{Bundle, GLOBAL, Regional};
use crate::catalogue::Meta;
use crate::config::Settings;
use crate::document::{Class, Document, Slot};
use crate::finding::{DocumentId, Place, Spot};
use crate::privacy::clearance;
use crate::text::LineIndex;

/// What showing needs of all documents.
pub(super) struct Stage<'a, 't> {
    pub(super) documents: &'t [Document],
    pub(super) routed: &'a Routed<'t>,
    pub(super) request: &'a Request,
    pub(super) lines: Vec<OnceLock<LineIndex>>,
    /// The ways to values, by document.
    pub(super) ways: Vec<Ways>,
    /// Pointers of the records of each document, made once: an array may hold millions.
    pub(super) prefixes: Vec<OnceLock<Vec<Prefix>>>,
    pub(super) plan: &'t Plan<'t>,
    /// Whose the documents are that are not divided into lines.
    whose: Vec<OnceLock<Whose<'t>>>,
    pub(super) clearance: Class,
    /// Whether values are judged by a schema of the user's, whatever they are.
    pub(super) any: bool,
    /// Records of no mission: findings about any mission may mark them.
    pub(super) global: Bundle<'t>,
    pub(super) regional: Arc<Regional<'t>>,
    /// By mission, where the settings differ by mission or file.
    settings: BTreeMap<&'t str, Arc<Settings>>,
    /// What the configuration accepts.
    pub(super) allowing: &'a Allowing<'a>,
}

/// Whose a text is.
#[derive(Debug, Clone, Copy)]
struct Whose<'t> {
    /// The one mission that all of it belongs to.
    owner: Option<&'t str>,
    /// The mission whose unit knows everything that is found in it outside of records.
    home: &'t str,
}

impl<'a, 't> Stage<'a, 't> {
    pub(super) fn new(
        documents: &'t [Document],
        routed: &'a Routed<'t>,
        run: &'a Run<'a>,
        plan: &'t Plan<'t>,
    ) -> Self {
        let request = run.request;
        let (slots, unread) = routed.shares.get(GLOBAL).map_or_else(
            || (Default::default(), Vec::new()),
            |share| (share.slots.as_slice(), share.unread.clone()),
        );
        let global = Bundle::build(
            GLOBAL,
            documents,
            slots,
            unread,
            Names::of(&request.settings).of_mission(GLOBAL),
        );
        Self {
            regional: Arc::new(Regional::of(&global)),
            global,
            documents,
            routed,
            request,
            lines: documents.iter().map(|_| OnceLock::new()).collect(),
            ways: documents.iter().map(|_| Ways::default()).collect(),
            plan,
            whose: documents.iter().map(|_| OnceLock::new()).collect(),
            prefixes: documents.iter().map(|_| OnceLock::new()).collect(),
            clearance: clearance(request.audience, request.reveal),
            any: run.any,
            settings: settings_of(routed, &request.settings),
            allowing: &run.allowing,
        }
    }

    /// What holds in a mission, or for records of none.
    pub(super) fn settings(&self, mission: Option<&str>) -> &Settings {
        let mission = mission.filter(|_| !self.any).unwrap_or(GLOBAL);
        let own = self.settings.get(mission);
        own.or_else(|| self.settings.get(GLOBAL))
            .map_or(&self.request.settings, |own| own)
    }

    /// Whether a finding of an entry at a place is wanted.
    pub(super) fn wants(&self, rule: &Meta, place: Place) -> bool {
        if self.settings.is_empty() {
            return self.request.wants(rule);
        }
        let settings = self.settings(self.mission_at(place));
        let path = &self.document(place.document).path;
        self.request.selects(rule) && settings.is_on_at(rule, path)
    }

    pub(super) fn document(&self, id: DocumentId) -> &'t Document {
        &self.documents[id.0 as usize]
    }

    /// The record that a place is in.
    pub(super) fn slot(&self, place: Place) -> Option<(&'t Document, &'t Slot)> {
        let document = self.document(place.document);
        let slot = match place.spot {
            Spot::Bytes(span) => document.slot_around(span),
            Spot::Value(token) | Spot::Key(token) | Spot::KeyOf(token) => document.slot_at(token),
        };
        Some((document, slot?))
    }

    /// The mission that a place found while loading belongs to, where that can be told.
    pub(super) fn mission_at(&self, place: Place) -> Option<&'t str> {
        if let Some((document, slot)) = self.slot(place) {
            return self.routed.mission_of(document, slot);
        }
        self.whose(place).owner
    }

    /// The one mission that the whole file, or line, around a place belongs to.
    pub(super) fn owner_of(&self, place: Place) -> Option<&'t str> {
        let owner = self.whose(place).owner;
        owner.filter(|owner| *owner != GLOBAL)
    }

    /// The mission whose unit knows everything about a place found while loading.
    pub(super) fn home_of(&self, place: Place) -> &'t str {
        match self.slot(place) {
            Some((document, slot)) => self.routed.mission_of(document, slot).unwrap_or(GLOBAL),
            None => self.whose(place).home,
        }
    }

    /// Whose the text around a place is.
    fn whose(&self, place: Place) -> Whose<'t> {
        let document = self.document(place.document);
        let text = document.text_of(place.spot);
        if document.apart {
            return self.whose_is(document, text);
        }
        *self.whose[place.document.0 as usize].get_or_init(|| self.whose_is(document, text))
    }

    fn whose_is(&self, document: &'t Document, text: Span) -> Whose<'t> {
        let slots = document.slots_in(text);
        let told = slots
            .iter()
            .filter_map(|slot| self.routed.mission_of(document, slot));
        let routed = slots.iter().filter_map(|slot| {
            let mission = self.routed.mission_of(document, slot);
            mission.or((!slot.astray).then_some(GLOBAL))
        });
        let mut all = routed.chain(self.routed.blocked_in(document.id, text));
        let first = all.next();
        let owner = first.filter(|first| all.all(|other| other == *first));
        Whose {
            owner,
            home: owner.or(told.clone().next()).unwrap_or(GLOBAL),
        }
    }
}

/// The settings of every mission, where any differ from those of all; equal ones are held once.
fn settings_of<'t>(routed: &Routed<'t>, settings: &Settings) -> BTreeMap<&'t str, Arc<Settings>> {
    if settings.overrides.is_empty() {
        return BTreeMap::new();
    }
    let mut made: BTreeMap<Vec<usize>, Arc<Settings>> = BTreeMap::new();
    let missions = routed.shares.keys().copied().chain([GLOBAL]);
    let own = missions.map(|mission| {
        let overrides = settings.overrides_of(mission);
        let own = made
            .entry(overrides)
            .or_insert_with(|| Arc::new(settings.for_mission(mission)));
        (mission, own.clone())
    });
    own.collect()
}
