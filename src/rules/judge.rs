//! What a rule gets to judge with, and what it leaves behind.

use serde::{Deserialize, Serialize};

use crate::bundle::Bundle;
use crate::calendar::Day;
use crate::catalogue::{Meta, Param};
use crate::config::Settings;
use crate::document::{Blocked, Read, any, entries};
use crate::finding::{Finding, Place};
use crate::reference::{self, Pack, Policy};

/// How often a rule applied: `applicable = run + blocked`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// Subjects the rule applies to.
    pub applicable: u64,
    /// Subjects it judged.
    pub run: u64,
    /// Subjects it could not judge.
    pub blocked: u64,
}

impl Tally {
    /// So many subjects, all judged.
    pub(crate) fn of_run(number: u64) -> Self {
        Self {
            applicable: number,
            run: number,
            blocked: 0,
        }
    }

    /// Takes a subject that was judged away, if there is one.
    pub(crate) fn take_run(&mut self) -> bool {
        let is_there = self.run > 0 && self.applicable > 0;
        if is_there {
            self.applicable -= 1;
            self.run -= 1;
        }
        is_there
    }
}

impl std::ops::AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.applicable += other.applicable;
        self.run += other.run;
        self.blocked += other.blocked;
    }
}

/// A subject that a rule could not judge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct NotChecked {
    /// What stood in the way.
    pub blocked: Blocked,
}

/// What a rule leaves behind about one bundle.
#[derive(Debug, Default)]
pub struct Verdict {
    /// What is wrong.
    pub findings: Vec<Finding>,
    /// What could not be judged.
    pub not_checked: Vec<NotChecked>,
    /// The counts.
    pub tally: Tally,
    /// Seats that were judged, where somebody asked for them.
    pub seats: Vec<JudgedSeat>,
    /// All subjects in the order in which they were judged, where somebody asked for them.
    pub subjects: Vec<JudgedSubject>,
}

/// A subject that a rule applied to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct JudgedSubject {
    /// The record that it is about, or a place in it.
    pub about: Place,
    /// Whether it could not be judged.
    pub blocked: bool,
}

/// A seat that a rule on who may hold it applied to, or a platform on which somebody must have one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct JudgedSeat {
    /// The record of the seat or of the platform; what the rule finds is about it.
    pub seat: Place,
    /// What stood in the way of judging it.
    pub blocked: Option<Blocked>,
}

/// Judges one rule on one bundle.
#[derive(Debug)]
pub struct Judge<'s> {
    rule: &'static Meta,
    /// The policy pack that the rule rests on.
    pack: Option<&'static Pack>,
    settings: &'s Settings,
    as_of: Day,
    policy: Policy,
    notes_seats: bool,
    notes_subjects: bool,
    verdict: Verdict,
}

impl<'s> Judge<'s> {
    /// A judge of `rule` on the day of the run.
    pub fn new(rule: &'static Meta, settings: &'s Settings, as_of: Day, policy: Policy) -> Self {
        Self {
            rule,
            pack: rule.pack.and_then(reference::pack),
            settings,
            as_of,
            policy,
            notes_seats: false,
            notes_subjects: false,
            verdict: Verdict::default(),
        }
    }

    /// Notes which seats are judged.
    #[must_use]
    pub fn noting_seats(mut self, notes_seats: bool) -> Self {
        self.notes_seats = notes_seats;
        self
    }

    /// Notes all subjects, and with each finding the subject it belongs to.
    #[must_use]
    pub fn noting_subjects(mut self, notes_subjects: bool) -> Self {
        self.notes_subjects = notes_subjects;
        self
    }

    /// The day of the run.
    pub fn as_of(&self) -> Day {
        self.as_of
    }

    /// The rule's catalogue entry, for making findings.
    pub fn rule(&self) -> &'static Meta {
        self.rule
    }

    /// A whole-number parameter as set.
    pub fn number(&self, param: &Param) -> i64 {
        self.settings.number(param)
    }

    /// A switch as set.
    pub fn flag(&self, param: &Param) -> bool {
        self.settings.flag(param)
    }

    /// By which policy the records of a day are judged.
    pub fn policy(&self) -> Policy {
        self.policy
    }

    /// Whether the rule's policy pack is in force on a day; always, for rules that rest on none and where the latest
    /// policy is wanted.
    pub fn in_force(&self, day: Day) -> bool {
        self.policy == Policy::Latest || self.pack.is_none_or(|pack| pack.covers(day))
    }

    /// The first day on which the rule judges; none = it judges any day.
    pub fn pack_start(&self) -> Option<Day> {
        match self.policy {
            Policy::Dated => self.pack.and_then(Pack::from),
            Policy::Latest => None,
        }
    }

    /// The day for which vocabularies that change (offices, units, clusters) are asked about a subject of `day`.
    pub fn vocabulary_day(&self, day: Day) -> Day {
        match self.policy {
            Policy::Dated => day,
            Policy::Latest => self.as_of,
        }
    }

    /// Whether the rule's policy pack concerns a mission: it is limited to no countries, or the mission covers one
    /// of them. Not, where there is no mission record.
    pub fn pack_concerns(&self, bundle: &Bundle<'_>) -> Read<bool> {
        self.pack.map_or(Ok(true), |pack| concerns(pack, bundle))
    }

    /// Judges one subject: `about` is its record, or a place in it. When the check meets an obstacle, what it reported
    /// before is dropped and the subject counts as blocked.
    pub fn subject(&mut self, about: Place, check: impl FnOnce(&mut Self) -> Read<()>) {
        self.verdict.tally.applicable += 1;
        let before = self.verdict.findings.len();
        let checked = check(self);
        match checked {
            Ok(()) => self.verdict.tally.run += 1,
            Err(blocked) => {
                self.verdict.findings.truncate(before);
                self.verdict.tally.blocked += 1;
                self.verdict.not_checked.push(NotChecked { blocked });
            }
        }
        if self.notes_subjects {
            let number = self.verdict.subjects.len();
            for finding in &mut self.verdict.findings[before..] {
                finding.subject = Some(number as u64);
            }
            self.verdict.subjects.push(JudgedSubject {
                about,
                blocked: checked.is_err(),
            });
        }
    }

    /// So many subjects of which it is known that nothing is wrong with them; not where each has to be noted.
    pub fn pass(&mut self, subjects: u64) -> bool {
        if !self.notes_subjects {
            self.verdict.tally += Tally::of_run(subjects);
        }
        !self.notes_subjects
    }

    /// One subject that could not be judged, and of which no more is known than the obstacle.
    pub fn block(&mut self, blocked: Blocked) {
        self.subject(blocked.place, |_| Err(blocked));
    }

    /// Judges one subject that the rule may not apply to: `applies` says so, or meets an obstacle. `about` as in
    /// [`Judge::subject`].
    pub fn consider<S>(
        &mut self,
        about: Place,
        applies: Read<Option<S>>,
        check: impl FnOnce(&mut Self, S) -> Read<()>,
    ) {
        match applies {
            Ok(None) => {}
            Ok(Some(subject)) => self.subject(about, |judge| check(judge, subject)),
            Err(blocked) => self.subject(about, |_| Err(blocked)),
        }
    }

    /// Like [`Judge::consider`], for a rule on who may hold a seat, or must; `seat` as in [`JudgedSeat`].
    pub fn consider_seat<S>(
        &mut self,
        seat: Place,
        applies: Read<Option<S>>,
        check: impl FnOnce(&mut Self, S) -> Read<()>,
    ) {
        let is_subject = !matches!(applies, Ok(None));
        let before = self.verdict.not_checked.len();
        self.consider(seat, applies, check);
        if self.notes_seats && is_subject {
            let blocked = self.verdict.not_checked.get(before);
            self.verdict.seats.push(JudgedSeat {
                seat,
                blocked: blocked.map(|entry| entry.blocked),
            });
        }
    }

    /// Reports something wrong.
    pub fn report(&mut self, finding: Finding) {
        self.verdict.findings.push(finding);
    }

    /// What was found, once the rule is done.
    pub fn finish(self) -> Verdict {
        self.verdict
    }
}

/// Whether a policy pack concerns a mission, as [`Judge::pack_concerns`] says.
pub fn concerns(pack: &Pack, bundle: &Bundle<'_>) -> Read<bool> {
    if pack.countries.is_empty() {
        return Ok(true);
    }
    let Some(mission) = bundle.mission()? else {
        return Ok(false);
    };
    any(entries(&mission.countries).map(|country| {
        let country = (*country?)?.value;
        Ok(pack.countries.iter().any(|listed| listed == country))
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::{Example, Group, Scope, Severity, Strength};
    use jiff::civil::date;

    static META: Meta = Meta {
        id: "example",
        group: Group::Organization,
        severity: Severity::Warning,
        scope: Scope::Subject,
        summary: "",
        page: "",
        example: Example::None,
        source: "",
        statements: &[],
        strength: Strength::Inferred,
        pack: Some("strategic-plan-2024"),
        also_packs: &[],
        params: &[],
    };

    #[test]
    fn the_latest_policy_was_always_in_force() {
        let settings = Settings::default();
        let as_of = date(2025, 3, 31);
        let judge = |policy| Judge::new(&META, &settings, as_of, policy);
        let (first, before) = (date(2024, 1, 1), date(2023, 12, 31));
        let dated = judge(Policy::Dated);
        assert!(dated.in_force(first) && !dated.in_force(before));
        assert_eq!(dated.pack_start(), Some(first));
        assert_eq!(dated.vocabulary_day(before), before);
        let latest = judge(Policy::Latest);
        assert!(latest.in_force(before));
        assert_eq!(latest.pack_start(), None);
        assert_eq!(latest.vocabulary_day(before), as_of);
    }
}
