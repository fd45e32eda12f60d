//! The outcome of a run: what every output format is made from.
//!
//! A report holds no more than may be shown: values of records above the reader's clearance are masked before they
//! get here.

mod earlier;
mod part;

use std::sync::Arc;

pub use earlier::Earlier;
pub use part::Elsewhere;

use serde::{Deserialize, Serialize};

use crate::calendar::Day;
use crate::catalogue::{Meta, Severity};
use crate::comparison;
use crate::decisions::Decisions;
use crate::document::Kind;
use crate::finding::{Cell, Fact, Phrase, Safety};
use crate::known::{self, Word};
use crate::overview::{About, MissionCounts, Overview};
use crate::reference::{self, Pack, Policy};
use crate::rules::{Tally, by_id};
use crate::text::Position;

pub use crate::privacy::{Audience, MASK};

/// One line of an excerpt, ready to show: control characters made visible, long lines cut, secrets masked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// 1-based number in the file.
    pub number: u64,
    /// The text shown.
    pub text: String,
    /// Whether text to the left was cut.
    pub cut: bool,
    /// Whether text to the right was cut.
    pub more: bool,
}

/// A place with the lines around it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Location {
    /// Path of the file, with `/`.
    pub path: Arc<str>,
    /// JSON Pointer from the document's root (NDJSON: from the line's value).
    pub pointer: String,
    /// First character.
    pub start: Position,
    /// One past the last.
    pub end: Position,
    /// The record it belongs to: kind and, where it can be read, id.
    pub record: Option<(Kind, Option<String>)>,
    /// The marked line with a line before and after it.
    pub excerpt: Vec<Line>,
    /// Position of the marked line in the excerpt.
    pub marked_line: usize,
    /// Bytes of the marked line's text that are marked.
    pub mark: (usize, usize),
}

/// An edit ready to apply.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    /// Path of the file.
    pub path: Arc<str>,
    /// First character to replace.
    pub start: Position,
    /// One past the last.
    pub end: Position,
    /// What to put there.
    pub text: String,
}

/// A finding ready to show.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Found {
    /// Its catalogue entry.
    #[serde(with = "by_id")]
    pub rule: &'static Meta,
    /// How much it weighs in this run.
    pub severity: Severity,
    /// The mission concerned; none where it cannot be told.
    pub mission: Option<Arc<str>>,
    /// The value to change.
    pub location: Location,
    /// The other places, with the message attribute that says what is there.
    #[serde(deserialize_with = "known::pairs")]
    pub related: Vec<(&'static str, Location)>,
    /// What it rests on, masked where need be.
    #[serde(deserialize_with = "known::pairs")]
    pub evidence: Vec<(&'static str, Shown)>,
    /// What it replaces or sums up.
    pub because: Vec<Found>,
    /// An edit that would put it right.
    pub fix: Option<(Safety, Vec<Edit>)>,
    /// The policy pack it rests on.
    #[serde(deserialize_with = "reference::pack_by_id")]
    pub pack: Option<&'static Pack>,
    /// The day whose policy decided, where there is one and it may be shown.
    pub judged_on: Option<Day>,
    /// Identity that survives reformatting.
    pub fingerprint: String,
    /// What ties decisions about it to the record that it marks.
    pub anchor: Anchor,
    /// Number of the check that found it, among those of its rule in the mission, or among those of its file where it is
    /// no coded rule; none unless an audit asked.
    pub check: Option<u64>,
    /// Where an audit counts it; none unless one asked.
    pub cell: Option<Cell>,
    /// Why it does not count; none where it does.
    pub suppressed: Option<Suppressed>,
}

/// What ties a decision about a finding to the record that it marks. Empty unless missions are described.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Anchor {
    /// JSON Pointer from the record; none for the record itself, and where it may not be told.
    pub pointer: Option<String>,
    /// Digest of the record, whatever its layout; none where there is no record, or nothing may be told of it.
    pub record_hash: Option<String>,
}

/// What keeps a finding from counting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Suppressor {
    /// An allow entry of the configuration.
    Allow,
    /// The baseline: it was there when checking began.
    Baseline,
}

impl Suppressor {
    /// Its name in reports.
    pub fn code(self) -> &'static str {
        match self {
            Self::Allow => "allow",
            Self::Baseline => "baseline",
        }
    }
}

/// Why a finding does not count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suppressed {
    /// By what.
    pub by: Suppressor,
    /// The reason given; empty where a baseline gives none.
    pub reason: String,
    /// Who answers for it.
    pub owner: Option<String>,
    /// The last day it holds.
    pub expires: Option<Day>,
    /// The day it was taken into the baseline.
    pub created: Option<Day>,
}

impl Found {
    /// What of it tells who has to act on it, and on which platforms.
    pub fn about(&self) -> About<'_> {
        let clear = self.evidence.iter().filter_map(|(key, shown)| match shown {
            Shown::Clear(fact) => Some((*key, fact)),
            Shown::Masked(_) => None,
        });
        let people = clear.clone().filter_map(|fact| match fact {
            ("person", Fact::Person(id)) => Some(id.as_str()),
            _ => None,
        });
        let mut platforms = clear.filter_map(|fact| match fact {
            ("platform", Fact::Id(id)) => Some(id.as_str()),
            _ => None,
        });
        About {
            rule: self.rule.id,
            group: self.rule.group,
            path: &self.location.path,
            offset: self.location.start.offset,
            record: self
                .location
                .record
                .as_ref()
                .map(|(kind, id)| (*kind, id.as_deref())),
            people: people.collect(),
            platform: platforms.next(),
        }
    }

    /// What findings of a mission are sorted by.
    pub fn place(&self) -> (&str, u64, u64, &str) {
        let location = &self.location;
        (
            &location.path,
            location.start.offset,
            location.end.offset,
            self.rule.id,
        )
    }
}

/// A fact as it may be shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Shown {
    /// In the clear (persons under their pseudonyms for the public).
    Clear(Fact),
    /// Masked; the type stays known.
    Masked(#[serde(deserialize_with = "known::word")] Word),
}

/// Why subjects of a rule could not be judged.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct NotChecked {
    /// The rule.
    #[serde(with = "by_id")]
    pub rule: &'static Meta,
    /// What its findings weigh in this run.
    pub severity: Severity,
    /// Code of the obstacle.
    #[serde(deserialize_with = "known::word")]
    pub reason: Word,
    /// The mission concerned.
    pub mission: Option<Arc<str>>,
    /// Where the obstacles are.
    pub locations: Vec<Location>,
    /// Identity of what is blocked there, by location: it survives reformatting.
    pub identities: Vec<String>,
}

/// How often a rule applied.
#[derive(Debug, Clone, Copy)]
pub struct RuleCount {
    /// The rule.
    pub rule: &'static Meta,
    /// Its counts.
    pub tally: Tally,
    /// Its findings that count.
    pub findings: u64,
}

/// The kind of the fault of a run that was stopped.
pub const INTERRUPTED: &str = "interrupted";

/// Something that is wrong with the run, not with the data.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct RunFault {
    /// What kind: `cannot-read`, `changed-while-read`, `interrupted`, `rule-failed`, `tool-schema`.
    pub kind: &'static str,
    /// File or rule concerned.
    pub subject: String,
    /// What happened.
    pub reason: Phrase,
}

/// A mission of which there are records that were not judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotJudged {
    /// Its id; none for records of no mission.
    pub mission: Option<Arc<str>>,
    /// Its records, as far as they were read.
    pub records: u64,
    /// Where it is.
    pub countries: Countries,
}

/// The countries of a mission, as far as its record tells them without being judged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Countries {
    /// ISO 3166-1 alpha-3 codes.
    Known(Vec<String>),
    /// The reader may not see them.
    Masked,
    /// No record tells, or several do.
    Unknown,
}

/// What was read.
#[derive(Debug, Clone, Default)]
pub struct Inputs {
    /// Missions that records name.
    pub missions: usize,
    /// Files read.
    pub files: usize,
    /// Records found.
    pub records: usize,
    /// Bytes read.
    pub bytes: u64,
    /// Hash over paths and contents, hexadecimal.
    pub hash: String,
}

/// The outcome of a run.
#[derive(Debug, Clone)]
pub struct Report {
    /// The day of the run.
    pub as_of: Day,
    /// For whom it is made.
    pub audience: Audience,
    /// By which policy the records of a day are judged.
    pub policy: Policy,
    /// Policy packs that rules of the run rest on.
    pub packs: Vec<&'static Pack>,
    /// Configuration files: path and hash.
    pub configs: Vec<(String, String)>,
    /// The only rules and families that were applied; none where all were.
    pub select: Vec<String>,
    /// Rules and families that were not applied.
    pub ignore: Vec<String>,
    /// Paths and patterns that were named in place of the usual ones; none where none were.
    pub paths: Vec<String>,
    /// The schema that values were judged by, in place of the record contract: its path.
    pub schema: Option<String>,
    /// Files of schemas that the user brought: path and hash.
    pub schemas: Vec<(String, String)>,
    /// What was read.
    pub inputs: Inputs,
    /// Counts of every entry that was applied, in order of ids.
    pub rules: Vec<RuleCount>,
    /// Findings by mission, path, place, rule; those without a mission first.
    pub findings: Vec<Found>,
    /// What could not be judged, by mission and rule.
    pub not_checked: Vec<NotChecked>,
    /// Every mission at a glance, in order of their ids; none unless they were asked for.
    pub overviews: Vec<Overview>,
    /// The numbers of every mission, in order of their ids; none unless they were asked for. Records of no mission come
    /// first.
    pub counts: Vec<MissionCounts>,
    /// Of what was read: missions that were not judged, in order of their ids; none unless the run was stopped, or something
    /// has changed while it was read. What belongs to none comes first.
    pub not_judged: Vec<NotJudged>,
    /// Files that were found and left out, because they are no records: path and reason.
    pub left_out: Vec<(Arc<str>, Phrase)>,
    /// What a reviewer decided about the findings of an earlier run.
    pub decisions: Option<Decisions>,
    /// What an earlier report found, for a page that tells what has changed.
    pub compared: Option<comparison::Earlier>,
    /// What went wrong with the run itself.
    pub faults: Vec<RunFault>,
    /// What is left out because it was there before.
    pub earlier: Option<Earlier>,
    /// What belongs to no mission and is left out of the part of one; none in reports of everything.
    pub elsewhere: Option<Elsewhere>,
    /// Fingerprints of entries of the baseline that are known to stand for nothing.
    pub stale: Vec<String>,
}

impl Report {
    /// Drops what only records have: kinds, ids, missions. What is left goes by path and place.
    pub(crate) fn forget_records(&mut self) {
        fn forget(found: &mut Found) {
            found.mission = None;
            found.location.record = None;
            for (_, location) in &mut found.related {
                location.record = None;
            }
            found.because.iter_mut().for_each(forget);
        }
        self.findings.iter_mut().for_each(forget);
        self.findings
            .sort_by(|one, other| one.place().cmp(&other.place()));
    }

    /// The overview of the mission of a finding; none where there is none.
    pub fn overview_of(&self, found: &Found) -> Option<&Overview> {
        let mission = found.mission.as_deref()?;
        self.overviews
            .iter()
            .find(|overview| overview.id == mission)
    }

    /// Findings that count.
    pub fn counting(&self) -> impl Iterator<Item = &Found> {
        let findings = self.findings.iter();
        findings.filter(|found| found.suppressed.is_none())
    }

    /// Findings that do not count, each with the reason.
    pub fn suppressed(&self) -> impl Iterator<Item = (&Found, &Suppressed)> {
        let findings = self.findings.iter();
        findings.filter_map(|found| Some((found, found.suppressed.as_ref()?)))
    }

    /// Findings that the baseline has, each with the day it was taken in.
    pub fn baselined(&self) -> impl Iterator<Item = (&Found, Day)> {
        let suppressed = self.suppressed();
        suppressed.filter_map(|(found, why)| Some((found, why.created?)))
    }

    /// Findings of a severity that count.
    pub fn count(&self, severity: Severity) -> usize {
        self.counting()
            .filter(|found| found.severity == severity)
            .count()
    }

    /// Subjects that could not be judged.
    pub fn blocked(&self) -> u64 {
        self.rules.iter().map(|count| count.tally.blocked).sum()
    }

    /// Whether everything was checked and nothing that counts was found at `limit` or above. `None` is no limit: findings never
    /// fail. `allow_blocked` lets pass what could not be judged.
    pub fn passes(&self, limit: Option<Severity>, allow_blocked: bool) -> bool {
        let Some(limit) = limit else { return true };
        let findings = self.counting().all(|found| found.severity < limit);
        findings && (allow_blocked || self.not_checked.iter().all(|entry| entry.severity < limit))
    }

    /// Whether the missions may submit: nothing at `error` found or blocked, and the run itself sound.
    pub fn is_ready(&self) -> bool {
        self.faults.is_empty() && self.passes(Some(Severity::Error), false)
    }
}
