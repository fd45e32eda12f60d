//! Findings as facts: no text, no rendering.

use std::io::ErrorKind;
use std::sync::Arc;

use missionlint_tape::Span;
use serde::{Deserialize, Serialize};

use crate::calendar::Day;
use crate::catalogue::{Meta, Severity};
use crate::known::{self, Word};

/// A loaded document of this run: its position in the order of paths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocumentId(pub u32);

/// What of a document is marked. In order of the tokens, so that it does not matter what one document holds and what
/// the next one does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Spot {
    /// The value at a token.
    Value(u32),
    /// The key in front of the value at a token; its opening bracket where it has no key (roots, array items).
    KeyOf(u32),
    /// The key at a token.
    Key(u32),
    /// Bytes that are no token.
    Bytes(Span),
}

impl Spot {
    /// The token it is about, if any.
    pub fn token(self) -> Option<u32> {
        match self {
            Self::Value(token) | Self::KeyOf(token) | Self::Key(token) => Some(token),
            Self::Bytes(_) => None,
        }
    }

    /// What it is sorted by: bytes come last.
    fn rank(self) -> (u32, u8, Option<(u32, u32)>) {
        match self {
            Self::Key(token) => (token, 0, None),
            Self::KeyOf(token) => (token, 1, None),
            Self::Value(token) => (token, 2, None),
            Self::Bytes(span) => (u32::MAX, 3, Some((span.start, span.end))),
        }
    }
}

impl Ord for Spot {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.rank().cmp(&other.rank())
    }
}

impl PartialOrd for Spot {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

/// A place in a document of this run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Which document.
    pub document: DocumentId,
    /// What of it.
    pub spot: Spot,
}

impl Place {
    /// The key of the value this place marks (or its opening bracket).
    #[must_use]
    pub fn key(self) -> Self {
        match self.spot {
            Spot::Value(token) => Self {
                spot: Spot::KeyOf(token),
                ..self
            },
            _ => self,
        }
    }
}

/// Something to be told in the language of the reader: a message of the interface and its values.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Phrase {
    /// Id of the message.
    #[serde(deserialize_with = "known::word")]
    pub id: Word,
    /// Its variables.
    #[serde(deserialize_with = "known::pairs")]
    pub values: Vec<(&'static str, String)>,
    /// What its variable `reason` says.
    pub reason: Option<Box<Phrase>>,
}

impl Phrase {
    /// A message without values.
    pub fn new(id: &'static str) -> Self {
        Self {
            id,
            values: Vec::new(),
            reason: None,
        }
    }

    /// Gives a reason.
    #[must_use]
    pub fn because(mut self, reason: impl Into<Self>) -> Self {
        self.reason = Some(Box::new(reason.into()));
        self
    }

    /// Adds a value.
    #[must_use]
    pub fn with(mut self, key: &'static str, value: impl Into<String>) -> Self {
        self.values.push((key, value.into()));
        self
    }
}

impl From<&std::io::Error> for Phrase {
    /// Why the system refuses something, in the same words on every system.
    fn from(error: &std::io::Error) -> Self {
        match error.kind() {
            ErrorKind::NotFound => Self::new("reason-no-such-file"),
            ErrorKind::NotADirectory => Self::new("reason-not-in-directory"),
            ErrorKind::PermissionDenied => Self::new("reason-permission"),
            ErrorKind::IsADirectory => Self::new("reason-directory"),
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::new("reason-no-room"),
            ErrorKind::ReadOnlyFilesystem => Self::new("reason-read-only"),
            ErrorKind::InvalidData => Self::new("reason-not-utf8"),
            _ => Self::new("reason-system").with("text", error.to_string()),
        }
    }
}

/// A typed value that a finding rests on. What is visible of restricted records depends on the type.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fact {
    /// An opaque record id. Stays visible.
    Id(String),
    /// The id of a person. Stays visible to internal readers.
    Person(String),
    /// Ids of persons.
    People(Vec<String>),
    /// Ids of records.
    Ids(Vec<String>),
    /// A code that tells what kind of thing is concerned (record kind, role, platform type). Stays visible.
    Kind(String),
    /// Code of a role; told by its title. Stays visible.
    Role(String),
    /// A coded value of a record.
    Code(String),
    /// Coded values of a record.
    Codes(Vec<String>),
    /// A day.
    Day(Day),
    /// A date-time as written.
    Moment(String),
    /// A whole number.
    Number(i64),
    /// Free text or a value as written.
    Text(String),
    /// Words of a schema or of a table, never of a record. Stay visible.
    Vocabulary(Vec<String>),
    /// Words of the tool's own. Stay visible.
    Phrase(Phrase),
}

impl Fact {
    /// Its type in reports.
    pub fn type_name(&self) -> &'static str {
        match self {
            Self::Id(_) | Self::Person(_) => "id",
            Self::People(_) | Self::Ids(_) | Self::Codes(_) | Self::Vocabulary(_) => "list",
            Self::Kind(_) | Self::Role(_) | Self::Code(_) => "code",
            Self::Day(_) => "date",
            Self::Moment(_) => "datetime",
            Self::Number(_) => "number",
            Self::Text(_) | Self::Phrase(_) => "text",
        }
    }
}

/// Ordered, named facts. The names are message variables and part of the report format.
pub type Evidence = Vec<(&'static str, Fact)>;

/// Another place that belongs to a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// Where.
    pub place: Place,
    /// Name of the message attribute that says what is there.
    pub label: &'static str,
}

/// How far a fix can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Safety {
    /// Keeps the meaning.
    Safe,
    /// Probably what was meant.
    Suggested,
}

/// A minimal edit of the data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// How far to trust it.
    pub safety: Safety,
    /// What to put in place of what each place marks.
    pub edits: Vec<(Place, String)>,
}

/// Where an audit counts a check or a finding.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Cell {
    /// The canonical types of the platform it is about, joined by `+`, or a word for what has none.
    pub platform_type: Arc<str>,
    /// The month of the meeting or contact it is about, as `YYYY-MM`, or a word for what has none.
    pub month: Arc<str>,
    /// Whether the file or line it stands in is counted with those of its mission.
    pub in_mission: bool,
}

/// One thing wrong.
#[derive(Debug, Clone)]
pub struct Finding {
    /// Its catalogue entry.
    pub rule: &'static Meta,
    /// How much it weighs, before configuration.
    pub severity: Severity,
    /// The policy pack it rests on: the rule's, unless the rule decides by the subject.
    pub pack: Option<&'static str>,
    /// The day whose policy decided, where it is not the fact `date`: see [`Finding::day_judged`].
    pub judged_on: Option<Day>,
    /// The value to change.
    pub primary: Place,
    /// The other places, in the order the rule's page gives.
    pub related: Vec<Related>,
    /// What it rests on.
    pub evidence: Evidence,
    /// Findings this one replaces, and errors it sums up.
    pub because: Vec<Finding>,
    /// An edit that would put it right.
    pub fix: Option<Fix>,
    /// What it is about when several rules judge the same thing: they fold along the precedence.
    pub subjects: Vec<Place>,
    /// Number of the subject it was found at, among those that its rule judged in the mission; none unless they are
    /// noted.
    pub subject: Option<u64>,
    /// Where an audit counts it; none unless there is to be one.
    pub cell: Option<Cell>,
    /// Whether what it marks is shown only to those who may see everything, whatever the class of the record.
    pub conceals: bool,
}

impl Finding {
    /// A finding of `rule` at `primary` with the rule's own severity.
    pub fn new(rule: &'static Meta, primary: Place) -> Self {
        Self {
            rule,
            severity: rule.severity,
            pack: rule.pack,
            judged_on: None,
            primary,
            related: Vec::new(),
            evidence: Vec::new(),
            because: Vec::new(),
            fix: None,
            subjects: Vec::new(),
            subject: None,
            cell: None,
            conceals: false,
        }
    }

    /// Adds a fact.
    #[must_use]
    pub fn with(mut self, key: &'static str, fact: Fact) -> Self {
        self.evidence.push((key, fact));
        self
    }

    /// Adds a fact if there is one.
    #[must_use]
    pub fn with_some(self, key: &'static str, fact: Option<Fact>) -> Self {
        match fact {
            Some(fact) => self.with(key, fact),
            None => self,
        }
    }

    /// Adds another place; `label` names the message attribute that says what is there.
    #[must_use]
    pub fn and(mut self, label: &'static str, place: Place) -> Self {
        self.related.push(Related { place, label });
        self
    }

    /// Adds other places with one label.
    #[must_use]
    pub fn and_all(mut self, label: &'static str, places: impl IntoIterator<Item = Place>) -> Self {
        self.related
            .extend(places.into_iter().map(|place| Related { place, label }));
        self
    }

    /// Sets the severity.
    #[must_use]
    pub fn weighing(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    /// Names another policy pack than the rule's; it must be among the rule's `also_packs`.
    #[must_use]
    pub fn resting_on(mut self, pack: &'static str) -> Self {
        debug_assert!(
            self.rule.pack == Some(pack) || self.rule.also_packs.contains(&pack),
            "{} does not rest on {pack}",
            self.rule.id
        );
        self.pack = Some(pack);
        self
    }

    /// Says on which day it was judged, where its evidence has no `date`.
    #[must_use]
    pub fn judged_on(mut self, day: Day) -> Self {
        self.judged_on = Some(day);
        self
    }

    /// The day whose policy decided: the one told, else the fact `date`, by which rules name the day that they judge.
    /// None for what rests on no policy, and where a rule compares days with a policy whatever its time.
    pub fn day_judged(&self) -> Option<Day> {
        self.pack?;
        let told = self.evidence.iter().find_map(|fact| match fact {
            ("date", Fact::Day(day)) => Some(*day),
            _ => None,
        });
        self.judged_on.or(told)
    }

    /// Says what it is about, for folding.
    #[must_use]
    pub fn about(mut self, subject: Place) -> Self {
        self.subjects.push(subject);
        self
    }

    /// Hides what it marks as if the record were restricted.
    #[must_use]
    pub fn concealing(mut self) -> Self {
        self.conceals = true;
        self
    }

    /// Adds an edit that would put it right.
    #[must_use]
    pub fn fixed_by(mut self, safety: Safety, edits: Vec<(Place, String)>) -> Self {
        self.fix = Some(Fix { safety, edits });
        self
    }

    /// Puts all its places into another document, for findings made before documents have their ids.
    pub fn rehome(&mut self, document: DocumentId) {
        self.primary.document = document;
        for related in &mut self.related {
            related.place.document = document;
        }
        for subject in &mut self.subjects {
            subject.document = document;
        }
        for (place, _) in self.fix.iter_mut().flat_map(|fix| &mut fix.edits) {
            place.document = document;
        }
        for nested in &mut self.because {
            nested.rehome(document);
        }
    }
}
