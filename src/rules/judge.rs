//! What a rule gets to judge with, and what it leaves behind.

use crate::calendar::Day;
use crate::catalogue::{Meta, Param};
use crate::config::Settings;
use crate::document::{Blocked, Read};
use crate::finding::Finding;
use crate::reference;

/// How often a rule applied: `applicable = run + blocked`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Subjects the rule applies to.
    pub applicable: u64,
    /// Subjects it judged.
    pub run: u64,
    /// Subjects it could not judge.
    pub blocked: u64,
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
}

/// Judges one rule on one bundle.
#[derive(Debug)]
pub struct Judge<'s> {
    rule: &'static Meta,
    settings: &'s Settings,
    as_of: Day,
    verdict: Verdict,
}

impl<'s> Judge<'s> {
    /// A judge of `rule` on the day of the run.
    pub fn new(rule: &'static Meta, settings: &'s Settings, as_of: Day) -> Self {
        Self {
            rule,
            settings,
            as_of,
            verdict: Verdict::default(),
        }
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

    /// Whether the rule's policy pack is in force on a day; always, for rules that rest on none.
    pub fn in_force(&self, day: Day) -> bool {
        self.rule
            .pack
            .and_then(reference::pack)
            .is_none_or(|pack| pack.covers(day))
    }

    /// Judges one subject. When the check meets an obstacle, what it reported before is dropped and the subject
    /// counts as blocked.
    pub fn subject(&mut self, check: impl FnOnce(&mut Self) -> Read<()>) {
        self.verdict.tally.applicable += 1;
        let before = self.verdict.findings.len();
        match check(self) {
            Ok(()) => self.verdict.tally.run += 1,
            Err(blocked) => {
                self.verdict.findings.truncate(before);
                self.verdict.tally.blocked += 1;
                self.verdict.not_checked.push(NotChecked { blocked });
            }
        }
    }

    /// Judges one subject that the rule may not apply to: `applies` says so, or meets an obstacle.
    pub fn consider<S>(
        &mut self,
        applies: Read<Option<S>>,
        check: impl FnOnce(&mut Self, S) -> Read<()>,
    ) {
        match applies {
            Ok(None) => {}
            Ok(Some(subject)) => self.subject(|judge| check(judge, subject)),
            Err(blocked) => self.subject(|_| Err(blocked)),
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
