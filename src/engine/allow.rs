//! Findings that the configuration accepts, and what is to be said about its entries.
//!
//! What is accepted stays in the report. It is matched by what it is about before anything is masked, and after one
//! finding has replaced others: accepting it does not bring these back.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use glob::Pattern;
use missionlint_tape::Node;
use serde::{Deserialize, Serialize};

use super::Request;
use super::collect::Counts;
use super::config::File;
use super::fingerprint::{self, fingerprint};
use super::finish::Closing;
use super::show::Show;
use super::work::Done;
use crate::bundle::GLOBAL;
use crate::catalogue::{Group, Meta, builtin};
use crate::config::{AllowSetting, Source};
use crate::document::Kind;
use crate::finding::{Fact, Finding};
use crate::report::{Audience, Found, MASK, Shown, Suppressed, Suppressor};
use crate::rules;

/// The entries of the configuration, and how often each has matched.
pub(super) struct Allowing<'a> {
    entries: Vec<Entry<'a>>,
    source: Source,
    /// Whether reasons and owners may be shown.
    open: bool,
}

struct Entry<'a> {
    setting: &'a AllowSetting,
    rule: &'static Meta,
    expired: bool,
}

/// How often entries have matched, by position.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Matches(Vec<Matched>);

/// How often an entry has matched.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Matched {
    /// Findings that it matches, alone or with others, and what they have replaced.
    all: u64,
    /// Findings that it would suppress, had it not expired.
    again: u64,
}

impl Matches {
    fn of(&self, entry: usize) -> Matched {
        self.0.get(entry).copied().unwrap_or_default()
    }

    fn entry(&mut self, entry: usize) -> &mut Matched {
        if self.0.len() <= entry {
            self.0.resize(entry + 1, Matched::default());
        }
        &mut self.0[entry]
    }

    /// Adds those of other findings.
    pub(super) fn add(&mut self, other: &Self) {
        for (entry, more) in other.0.iter().enumerate() {
            let here = self.entry(entry);
            here.all += more.all;
            here.again += more.again;
        }
    }
}

/// What a finding is about, unmasked.
struct Subject<'s> {
    mission: Option<&'s str>,
    record: Option<(Option<Kind>, &'s str)>,
    /// Relative to the configuration.
    path: String,
    /// From the root of the document, and from the record.
    pointers: Vec<String>,
}

impl Entry<'_> {
    fn matches(&self, subject: &Subject<'_>) -> bool {
        let setting = self.setting;
        let is_record = setting.record.as_ref().is_none_or(|wanted| {
            subject.record.is_some_and(|(kind, id)| {
                let code = kind.map(Kind::code);
                id == wanted.id && (wanted.kind.is_none() || wanted.kind.as_deref() == code)
            })
        });
        let mission = setting.mission.as_deref();
        is_record
            && mission.is_none_or(|mission| subject.mission == Some(mission))
            && setting.covers_path(&subject.path)
            && setting.covers_pointer(&subject.pointers)
    }
}

impl<'a> Allowing<'a> {
    pub(super) fn new(request: &'a Request) -> Self {
        let catalogue = rules::catalogue();
        let entries = request.settings.allow.iter().filter_map(|setting| {
            let mut rules = catalogue.iter();
            Some(Entry {
                setting,
                rule: rules.find(|rule| rule.id == setting.rule)?,
                expired: setting.is_expired(request.as_of),
            })
        });
        Self {
            entries: entries.collect(),
            source: request.configs.first().cloned().unwrap_or_default(),
            open: request.audience == Audience::Internal || request.reveal,
        }
    }

    fn entries_for(&self, rule: &Meta) -> impl Iterator<Item = (usize, &Entry<'a>)> {
        let entries = self.entries.iter().enumerate();
        entries.filter(|(_, entry)| entry.rule.id == rule.id)
    }

    /// A text of the configuration as it may be shown.
    fn shown(&self, text: &str) -> String {
        if self.open { text } else { MASK }.to_owned()
    }
}

impl Show<'_, '_> {
    /// Why a finding does not count, where an entry accepts it. All entries that match count as used, also those that
    /// match what it has replaced; the first that holds gives the reason.
    pub(super) fn suppressed(
        &self,
        finding: &Finding,
        mission: Option<&str>,
    ) -> Option<Suppressed> {
        let allowing = &self.stage.allowing;
        if allowing.entries.is_empty() {
            return None;
        }
        for nested in &finding.because {
            self.note_replaced(nested, mission);
        }
        let matching = self.matching(finding, mission);
        let valid = matching.iter().find(|(_, entry)| !entry.expired);
        let mut matches = self.matches.borrow_mut();
        for (position, _) in &matching {
            let here = matches.entry(*position);
            here.all += 1;
            here.again += u64::from(valid.is_none());
        }
        valid.map(|(_, entry)| Suppressed {
            by: Suppressor::Allow,
            reason: allowing.shown(&entry.setting.reason),
            owner: entry.setting.owner.as_deref().map(|it| allowing.shown(it)),
            expires: entry.setting.expires,
            created: None,
        })
    }

    fn note_replaced(&self, finding: &Finding, mission: Option<&str>) {
        for (position, _) in self.matching(finding, mission) {
            self.matches.borrow_mut().entry(position).all += 1;
        }
        for nested in &finding.because {
            self.note_replaced(nested, mission);
        }
    }

    fn matching(&self, finding: &Finding, mission: Option<&str>) -> Vec<(usize, &Entry<'_>)> {
        let mut entries = self.stage.allowing.entries_for(finding.rule).peekable();
        if entries.peek().is_none() {
            return Vec::new();
        }
        let subject = self.subject(finding, mission);
        entries
            .filter(|(_, entry)| entry.matches(&subject))
            .collect()
    }

    fn subject<'s>(&'s self, finding: &Finding, mission: Option<&'s str>) -> Subject<'s> {
        let place = finding.primary;
        let slot = self.stage.slot(place);
        let of_none = slot.is_some_and(|(_, slot)| !slot.astray);
        let record = slot.and_then(|(document, slot)| {
            let id = document.tree.node(slot.node).get("id");
            Some((slot.kind, id.and_then(Node::as_str)?))
        });
        let mut pointers = vec![self.pointer(place, false)];
        if !self.stage.any {
            pointers.push(self.record_pointer(place));
        }
        Subject {
            mission: mission.or(of_none.then_some(GLOBAL)),
            record: record.filter(|_| !self.stage.any),
            path: self
                .stage
                .allowing
                .source
                .relative(&self.stage.document(place.document).path),
            pointers,
        }
    }
}

/// What of the run could not be judged.
pub(super) struct Unjudged {
    /// Rules that were blocked, by mission.
    blocked: BTreeSet<(&'static str, String)>,
    /// Whether the run has faults, or values that no schema was applied to.
    faulty: bool,
}

impl Unjudged {
    pub(super) fn of(done: &[Done], faulty: bool) -> Self {
        let missions = done.iter().flat_map(|done| &done.shown.not_checked);
        let blocked = missions.flat_map(|(mission, entries)| {
            let entries = entries.iter();
            entries.map(move |entry| (entry.rule.id, mission.clone()))
        });
        Self {
            blocked: blocked.collect(),
            faulty: faulty || done.iter().any(|done| !done.faults.is_empty()),
        }
    }
}

impl Closing<'_> {
    /// What is to be said about the entries themselves, once everything is judged.
    pub(super) fn allow_findings(&self, unjudged: &Unjudged, counts: &mut Counts) -> Vec<Found> {
        let allowing = &self.allowing;
        if allowing.entries.is_empty() {
            return Vec::new();
        }
        let source = &allowing.source;
        let file = File::new(&source.path, &source.text, !allowing.open);
        let mut findings = Vec::new();
        let expired = self.request.wants(&builtin::ALLOW_EXPIRED);
        let unused = self.request.wants(&builtin::ALLOW_UNUSED);
        let (mut dated, mut known) = (0, 0);
        let entries = allowing.entries.iter().enumerate();
        for (position, entry) in entries.filter(|(_, entry)| self.is_in_run(entry)) {
            let matched = self.matches.of(position);
            dated += u64::from(entry.setting.expires.is_some());
            if entry.expired {
                if expired {
                    findings.push(self.expired(entry, matched, &file));
                }
                continue;
            }
            let used = matched.all > 0;
            let is_known = used
                || source.covered && {
                    let mission = entry.setting.mission.as_deref();
                    self.is_judged(entry.rule, mission, unjudged)
                };
            known += u64::from(is_known);
            if unused && is_known && !used {
                findings.push(self.unused(entry, &file));
            }
        }
        if expired {
            counts.insert(&builtin::ALLOW_EXPIRED, dated);
        }
        if unused {
            counts.insert(&builtin::ALLOW_UNUSED, known);
        }
        findings
    }

    /// Whether the mission and the files of an entry are part of the run, as all are that there are where it covers
    /// everything: an entry for others is for none. Values that need not be records have no missions and no ids, and
    /// only schemas judge them.
    fn is_in_run(&self, entry: &Entry<'_>) -> bool {
        let setting = entry.setting;
        let has_records = |mission: &String| self.plan.has_records(mission);
        let is_covered = |path: Cow<'_, str>| {
            let path = self.allowing.source.relative(&path);
            setting.covers_path(&path)
        };
        let of_records = setting.mission.is_some()
            || setting.record.is_some()
            || entry.rule.group != Group::Schema;
        !(self.any && of_records)
            && (self.allowing.source.covered
                || setting.mission.as_ref().is_none_or(has_records)
                    && (setting.path.is_none() || self.plan.files().any(is_covered)))
    }

    /// Whether a rule has judged everything in a mission, or in all.
    pub(super) fn is_judged(
        &self,
        rule: &Meta,
        mission: Option<&str>,
        unjudged: &Unjudged,
    ) -> bool {
        // What could not be read and names no mission may belong to any.
        let is_there = |other: &String| other == GLOBAL || mission.is_none_or(|it| it == other);
        let mut blocked = unjudged.blocked.iter();
        let blocked = blocked.any(|(id, mission)| *id == rule.id && is_there(mission));
        // No rule of a schema says that it was blocked.
        let whole = rule.group != Group::Schema || self.plan.is_sound();
        self.request.wants(rule) && whole && !blocked && !unjudged.faulty
    }

    fn expired(&self, entry: &Entry<'_>, matched: Matched, file: &File) -> Found {
        let again = i64::try_from(matched.again).unwrap_or(i64::MAX);
        let last = entry.setting.expires.map(|day| ("expires", Fact::Day(day)));
        let facts = last.into_iter().chain([("again", Fact::Number(again))]);
        let place = &entry.setting.expires_span;
        self.told(&builtin::ALLOW_EXPIRED, place, entry.setting, facts, file)
    }

    fn unused(&self, entry: &Entry<'_>, file: &File) -> Found {
        let place = &entry.setting.rule_span;
        self.told(&builtin::ALLOW_UNUSED, place, entry.setting, [], file)
    }

    fn told(
        &self,
        rule: &'static Meta,
        place: &Range<usize>,
        setting: &AllowSetting,
        facts: impl IntoIterator<Item = (&'static str, Fact)>,
        file: &File,
    ) -> Found {
        let text = |text: &String| Fact::Text(self.allowing.shown(text));
        let mut evidence = vec![
            ("rule", Fact::Kind(setting.rule.to_owned())),
            ("reason", text(&setting.reason)),
        ];
        evidence.extend(setting.owner.iter().map(|owner| ("owner", text(owner))));
        evidence.extend(facts);
        let clear = evidence.into_iter();
        let clear = clear.map(|(key, fact)| (key, Shown::Clear(fact)));
        let mut found = file.found(rule, place, clear.collect());
        found.severity = self.request.settings.severity(rule, rule.severity);
        let subject = fingerprint::Subject {
            home: vec![identity(setting).into()],
            steps: Vec::new(),
        };
        found.fingerprint = fingerprint(rule, None, &subject, &Vec::new());
        found
    }
}

/// What tells an entry from others, wherever it stands.
fn identity(setting: &AllowSetting) -> String {
    let AllowSetting {
        rule,
        mission,
        record,
        path,
        pointer,
        ..
    } = setting;
    let record = record.as_ref().map(|record| (&record.kind, &record.id));
    let path = path.as_ref().map(Pattern::as_str);
    format!("{rule} {mission:?} {record:?} {path:?} {pointer:?}")
}
