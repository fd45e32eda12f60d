//! What an audit keeps of a mission: few numbers, however many records it has.
//!
//! Everything is counted by platform type and by month as well. The class of what is counted decides in which of them:
//! a month that the reader may not see is [`MASKED`], and so is, for the public, a type of platform.

use std::collections::BTreeMap;
use std::sync::Arc;

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::desk::{Desk, Reader};
use super::facts::{Coverage, PlatformFacts, SecurityMeetingFacts, Share};
use super::told::{Source, Told};
use super::verdicts::Verdicts;
use crate::bundle::Bundle;
use crate::calendar::Day;
use crate::catalogue::Meta;
use crate::config::Settings;
use crate::document::{Class, Document, Read};
use crate::finding::{Cell, Place, Spot};
use crate::known;
use crate::privacy::{Audience, clearance};
use crate::record::{Head, Platform};
use crate::rules::shared::security_meeting::SMT;
use crate::rules::{Tally, Verdict};

/// What is about no platform.
pub const NONE: &str = "none";
/// What has no month.
pub const UNDATED: &str = "undated";
/// What cannot be told.
pub const UNKNOWN: &str = "unknown";
/// What the reader may not see.
pub const MASKED: &str = "masked";

/// The numbers of a mission.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct MissionCounts {
    /// Its id; none for records of no mission.
    pub id: Option<Arc<str>>,
    /// ISO 3166-1 alpha-3 codes.
    pub countries: Told<Vec<String>>,
    /// Records that are its own.
    pub records: u64,
    /// Files, or lines of NDJSON, that hold records of no other.
    pub texts: u64,
    /// How often each rule was applied, in order of ids.
    #[serde(deserialize_with = "known::map")]
    pub rules: BTreeMap<&'static str, Tally>,
    /// Platforms and meetings.
    pub coverage: Coverage,
    /// By canonical types of the platform concerned, joined by `+`, or [`NONE`], [`UNKNOWN`], [`MASKED`].
    pub platform_types: BTreeMap<Arc<str>, Slice>,
    /// By month, as `YYYY-MM`, or [`UNDATED`], [`UNKNOWN`], [`MASKED`].
    pub months: BTreeMap<Arc<str>, Slice>,
}

/// What is counted of a part of a mission.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slice {
    /// Records.
    pub records: u64,
    /// How often rules were applied.
    pub checks: Tally,
    /// Platforms and meetings; of months meetings alone.
    pub coverage: Coverage,
}

/// In which cells the records of a mission are counted.
#[derive(Debug)]
pub struct Cells {
    records: FxHashMap<Place, Cell>,
    outside: Cell,
    unknown: Cell,
}

impl Cells {
    /// Those of a bundle for a reader.
    pub fn of(bundle: &Bundle<'_>, audience: Audience, reveal: bool) -> Self {
        let making = Making {
            bundle,
            audience,
            clearance: clearance(audience, reveal),
            none: NONE.into(),
            undated: UNDATED.into(),
            unknown: UNKNOWN.into(),
            masked: MASKED.into(),
        };
        let undated = |platform_type: &Arc<str>| Cell {
            platform_type: platform_type.clone(),
            month: making.undated.clone(),
            in_mission: false,
        };
        let others = bundle
            .heads
            .iter()
            .map(|head| (head, undated(&making.none)));
        let mut records: FxHashMap<Place, Cell> =
            others.map(|(head, cell)| (head.place(), cell)).collect();
        for platform in &bundle.platforms {
            let types = making.types(&platform.head, Ok(platform));
            records.insert(platform.head.place(), undated(&types));
        }
        for seat in &bundle.representations {
            let platform = seat.platform.and_then(|named| bundle.platform(named));
            let types = making.types(&seat.head, platform);
            records.insert(seat.head.place(), undated(&types));
        }
        for meeting in &bundle.meetings {
            let platform = meeting.platform.and_then(|named| bundle.platform(named));
            let day = meeting.start.map(|start| start.value.day);
            records.insert(
                meeting.head.place(),
                making.cell(&meeting.head, platform, day),
            );
        }
        for log in &bundle.contact_logs {
            let platform = log.platform.and_then(|named| bundle.platform(named));
            let day = log.date.map(|date| date.value);
            records.insert(log.head.place(), making.cell(&log.head, platform, day));
        }
        Self {
            records,
            outside: undated(&making.none),
            unknown: Cell {
                platform_type: making.unknown.clone(),
                month: making.unknown.clone(),
                in_mission: false,
            },
        }
    }

    /// The cell of what is found at a place in a document.
    pub fn at(&self, document: &Document, place: Place) -> &Cell {
        let slot = match place.spot {
            Spot::Bytes(span) => document.slot_around(span),
            Spot::Value(token) | Spot::Key(token) | Spot::KeyOf(token) => document.slot_at(token),
        };
        let Some(slot) = slot else {
            return match place.spot {
                Spot::Bytes(_) => &self.unknown,
                _ => &self.outside,
            };
        };
        let record = Place {
            spot: Spot::Value(slot.node),
            ..place
        };
        self.records.get(&record).unwrap_or(&self.unknown)
    }
}

/// The cell of what is found in no record of a mission.
pub fn cell_outside() -> Cell {
    Cell {
        platform_type: NONE.into(),
        month: UNDATED.into(),
        in_mission: false,
    }
}

/// Everything at hand while cells are made.
struct Making<'b, 't> {
    bundle: &'b Bundle<'t>,
    audience: Audience,
    clearance: Class,
    none: Arc<str>,
    undated: Arc<str>,
    unknown: Arc<str>,
    masked: Arc<str>,
}

impl<'t> Making<'_, 't> {
    fn is_hidden(&self, head: &Head<'t>) -> bool {
        let document = head.view.document();
        let slot = document.slot_at(head.view.node().index());
        slot.is_none_or(|slot| self.bundle.class_of_slot(document, slot) > self.clearance)
    }

    /// Types of platforms stay visible whatever the class, for those who may know of the record.
    fn types(&self, head: &Head<'t>, platform: Read<&Platform<'t>>) -> Arc<str> {
        if self.audience == Audience::Public && self.is_hidden(head) {
            return self.masked.clone();
        }
        let types = platform.and_then(|platform| {
            let types = platform.types.as_ref().map_err(|blocked| *blocked)?;
            let written = types.iter().map(|written| Ok((*written)?.code()));
            written.collect::<Read<Option<Vec<&str>>>>()
        });
        match types {
            Ok(Some(types)) => joined(types, &self.none),
            Ok(None) | Err(_) => self.unknown.clone(),
        }
    }

    fn cell(&self, head: &Head<'t>, platform: Read<&Platform<'t>>, day: Read<Day>) -> Cell {
        let month = match day {
            _ if self.is_hidden(head) => self.masked.clone(),
            Ok(day) => month_of(day),
            Err(_) => self.unknown.clone(),
        };
        Cell {
            platform_type: self.types(head, platform),
            month,
            in_mission: false,
        }
    }
}

/// Codes as the name of one group, whatever their order.
fn joined(mut codes: Vec<&str>, none: &Arc<str>) -> Arc<str> {
    codes.sort_unstable();
    codes.dedup();
    if codes.is_empty() {
        return none.clone();
    }
    codes.join("+").into()
}

fn month_of(day: Day) -> Arc<str> {
    format!("{:04}-{:02}", day.year(), day.month()).into()
}

impl MissionCounts {
    /// No numbers yet.
    pub fn new(id: Option<Arc<str>>) -> Self {
        Self {
            id,
            countries: Told::Known(Vec::new()),
            records: 0,
            texts: 0,
            rules: BTreeMap::new(),
            coverage: Coverage::default(),
            platform_types: BTreeMap::new(),
            months: BTreeMap::new(),
        }
    }

    fn slices(&mut self, cell: &Cell, change: impl Fn(&mut Slice)) {
        let types = self.platform_types.entry(cell.platform_type.clone());
        change(types.or_default());
        change(self.months.entry(cell.month.clone()).or_default());
    }

    /// Adds the records of its bundle, and those of which not even the kind could be read: `all` there are.
    pub fn add_records(&mut self, bundle: &Bundle<'_>, cells: &Cells, all: u64) {
        self.records = all;
        for head in &bundle.heads {
            let cell = cells.at(head.view.document(), head.place());
            self.slices(cell, |slice| slice.records += 1);
        }
        let unread = all.saturating_sub(bundle.heads.len() as u64);
        if unread > 0 {
            self.slices(&cells.unknown, |slice| slice.records += unread);
        }
    }

    /// Adds what a rule has judged.
    pub fn add_checks(
        &mut self,
        rule: &'static Meta,
        verdict: &Verdict,
        bundle: &Bundle<'_>,
        cells: &Cells,
    ) {
        *self.rules.entry(rule.id).or_default() += verdict.tally;
        for subject in &verdict.subjects {
            let document = &bundle.documents[subject.about.document.0 as usize];
            let cell = cells.at(document, subject.about);
            let tally = Tally {
                applicable: 1,
                run: u64::from(!subject.blocked),
                blocked: u64::from(subject.blocked),
            };
            self.slices(cell, |slice| slice.checks += tally);
        }
        // What could not be read may hold subjects of any sort.
        let unread = verdict.tally.applicable - verdict.subjects.len() as u64;
        if unread > 0 {
            let tally = Tally {
                applicable: unread,
                run: 0,
                blocked: unread,
            };
            self.slices(&cells.unknown, |slice| slice.checks += tally);
        }
    }

    /// Adds the platforms and meetings, and the countries.
    pub fn add_coverage(
        &mut self,
        bundle: &Bundle<'_>,
        settings: &Settings,
        as_of: Day,
        reader: &Reader<'_>,
        verdicts: &Verdicts,
    ) {
        let desk = Desk::new(bundle, settings, as_of, reader, verdicts);
        self.countries = desk.mission().countries;
        let visible = desk.meetings_told();
        let all = Reader {
            reveal: reader.reveal || reader.audience == Audience::Internal,
            ..*reader
        };
        let desk = Desk::new(bundle, settings, as_of, &all, verdicts);
        let (made, _) = super::platforms(&desk);
        let security = desk.security(&BTreeMap::new());
        let platforms = || made.iter().map(|(facts, _)| facts);
        self.coverage = Coverage::of(platforms(), &security, as_of);
        let mut by_type: BTreeMap<Arc<str>, Vec<&PlatformFacts>> = BTreeMap::new();
        for platform in platforms() {
            by_type
                .entry(types_of(platform))
                .or_default()
                .push(platform);
        }
        let no_meetings = super::SecurityFacts {
            platforms: Vec::new(),
            months: Vec::new(),
            undated: super::Listed::default(),
        };
        for (types, platforms) in by_type {
            let coverage = Coverage::of(platforms, &no_meetings, as_of);
            self.platform_types.entry(types).or_default().coverage += coverage;
        }
        let teams = desk.teams();
        for meeting in security.months.iter().flat_map(|month| &month.meetings) {
            let Some(attended) = meeting.is_attended(as_of) else {
                continue;
            };
            let month = if visible.contains(&meeting.record.source) {
                month_of(meeting.date)
            } else {
                MASKED.into()
            };
            let types = teams.get(&meeting.record.source);
            let types = types.cloned().unwrap_or_else(|| SMT.into());
            let mut share = Share::default();
            share.add(&attended);
            self.add_meetings(types, month, share);
        }
        let unread = security.undated.unread.len();
        if unread > 0 {
            let share = Share {
                unknown: unread,
                ..Share::default()
            };
            self.add_meetings(UNKNOWN.into(), UNKNOWN.into(), share);
        }
    }

    fn add_meetings(&mut self, platform_type: Arc<str>, month: Arc<str>, share: Share) {
        let cell = Cell {
            platform_type,
            month,
            in_mission: false,
        };
        self.slices(&cell, |slice| slice.coverage.security_meetings += share);
    }
}

/// The types of a platform as a group.
fn types_of(platform: &PlatformFacts) -> Arc<str> {
    if !platform.types.unread.is_empty() {
        return UNKNOWN.into();
    }
    let types = platform.types.items.iter().map(String::as_str);
    joined(types.collect(), &NONE.into())
}

impl Desk<'_, '_> {
    /// The security meetings of which the reader may know when they were and whether the chief was there.
    fn meetings_told(&self) -> std::collections::BTreeSet<Source> {
        let security = self.security(&BTreeMap::new());
        let meetings = security.months.into_iter().flat_map(|month| month.meetings);
        let told = |meeting: &SecurityMeetingFacts| meeting.chief != Told::Masked;
        let told = meetings.filter(told);
        told.map(|meeting| meeting.record.source).collect()
    }

    /// The types of the teams of security meetings, by where the record of the meeting begins.
    fn teams(&self) -> BTreeMap<Source, Arc<str>> {
        let meetings = self.bundle.meetings_with_type(SMT);
        let types = |platform: &Platform<'_>| {
            let types = platform.types.iter().flatten();
            let codes: Vec<&str> = types.filter_map(|it| it.ok()?.code()).collect();
            joined(codes, &NONE.into())
        };
        let told = meetings.filter_map(|(meeting, platform)| {
            Some((self.source(meeting.head.place()), types(platform.ok()?)))
        });
        told.collect()
    }
}
