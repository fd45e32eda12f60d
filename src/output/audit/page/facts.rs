//! What is told of each mission besides its numbers: which rules found most there, and what could not be checked.

use std::cmp::{Ordering, Reverse};
use std::collections::{BTreeMap, BTreeSet};

use crate::audit::{Audit, Group, Numbers, Ratio};
use crate::catalogue::{Meta, Severity};
use crate::overview::NONE;
use crate::report::Report;

/// A rule with the number of its findings that count.
pub(super) struct Spot {
    pub(super) rule: &'static Meta,
    pub(super) severity: Severity,
    pub(super) count: u64,
}

/// How a mission stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// Everything was checked, and nothing at `error` was found.
    Ready,
    /// Nothing at `error` was found, but not everything was checked.
    Doubtful,
    /// Something at `error` was found, or could not be checked.
    NotReady,
    /// It was not judged: the faults of the run say why.
    NotJudged,
    /// There are no records of it.
    Empty,
}

impl State {
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Ready => "ready",
            Self::Doubtful => "doubtful",
            Self::NotReady => "not-ready",
            Self::NotJudged => "not-judged",
            Self::Empty => "empty",
        }
    }

    pub(super) fn sign(self) -> &'static str {
        match self {
            Self::Ready => "ok",
            Self::Doubtful | Self::NotJudged | Self::Empty => "unknown",
            Self::NotReady => "error",
        }
    }
}

/// What is told of missions and rules.
pub(super) struct Facts<'r> {
    /// By mission: the rules with the heaviest and most findings first.
    spots: BTreeMap<&'r str, Vec<Spot>>,
    /// By mission: the rules that could not check everything.
    blocked: BTreeMap<&'r str, BTreeSet<&'static str>>,
    /// By rule: the missions in which it found something, most first.
    missions: BTreeMap<&'static str, Vec<(&'r str, u64)>>,
    /// Why none can be called fully checked: the message that says what was not, and may be of any of them.
    pub(super) doubt: Option<&'static str>,
    /// Whether an error may be in what was not checked and may be of any mission: none can be called ready.
    pub(super) may_be_wrong: bool,
}

impl<'r> Facts<'r> {
    pub(super) fn of(report: &'r Report, audit: &'r Audit) -> Self {
        let mut counts: BTreeMap<(&str, &str), Spot> = BTreeMap::new();
        for (found, keys) in report.findings.iter().zip(&audit.keys) {
            if found.suppressed.is_some() {
                continue;
            }
            let spot = counts.entry((&keys.place.mission, found.rule.id));
            let spot = spot.or_insert(Spot {
                rule: found.rule,
                severity: found.severity,
                count: 0,
            });
            spot.severity = spot.severity.max(found.severity);
            spot.count += 1;
        }
        let mut spots: BTreeMap<&str, Vec<Spot>> = BTreeMap::new();
        let mut missions: BTreeMap<&'static str, Vec<(&str, u64)>> = BTreeMap::new();
        for ((mission, _), spot) in counts {
            let of_rule = missions.entry(spot.rule.id).or_default();
            if mission != NONE {
                of_rule.push((mission, spot.count));
            }
            spots.entry(mission).or_default().push(spot);
        }
        for list in spots.values_mut() {
            list.sort_by_key(|spot| (Reverse(spot.severity), Reverse(spot.count), spot.rule.id));
        }
        for list in missions.values_mut() {
            list.sort_by_key(|(mission, count)| (Reverse(*count), *mission));
        }
        let mut blocked: BTreeMap<&str, BTreeSet<&'static str>> = BTreeMap::new();
        for entry in &report.not_checked {
            let mission = entry.mission.as_deref().unwrap_or(NONE);
            blocked.entry(mission).or_default().insert(entry.rule.id);
        }
        let doubt = if blocked.contains_key(NONE) {
            Some("atlas-doubt")
        } else {
            (!report.faults.is_empty()).then_some("atlas-doubt-run")
        };
        let mut of_any = report.not_checked.iter().filter(|it| it.mission.is_none());
        let may_be_wrong =
            !report.faults.is_empty() || of_any.any(|it| it.severity == Severity::Error);
        Self {
            spots,
            blocked,
            missions,
            doubt,
            may_be_wrong,
        }
    }

    /// The rules that found something in a mission.
    pub(super) fn spots(&self, mission: &str) -> &[Spot] {
        self.spots.get(mission).map_or(&[], Vec::as_slice)
    }

    /// How many rules could not check everything in a mission.
    pub(super) fn blocked(&self, mission: &str) -> usize {
        self.blocked.get(mission).map_or(0, BTreeSet::len)
    }

    /// The missions in which a rule found something.
    pub(super) fn missions(&self, rule: &str) -> &[(&'r str, u64)] {
        self.missions.get(rule).map_or(&[], Vec::as_slice)
    }

    /// How the missions of a group stand, if it is one mission.
    pub(super) fn state(&self, group: &Group) -> State {
        let Some(missions) = group.numbers.missions.filter(|missions| missions.all > 0) else {
            return State::Empty;
        };
        if missions.ready + missions.not_judged < missions.all {
            State::NotReady
        } else if missions.not_judged > 0 {
            State::NotJudged
        } else if self.doubt.is_some()
            || self.blocked(&group.key) > 0
            || group.numbers.checks.blocked > 0
        {
            State::Doubtful
        } else {
            State::Ready
        }
    }
}

/// Checks that found something or could not be made, of all that apply: what groups are ranked by. Nothing looks
/// better because it could not be read.
pub(super) fn not_passed(numbers: &Numbers) -> Option<Ratio> {
    let checks = numbers.checks;
    let part = numbers.failed.saturating_add(checks.blocked);
    Ratio::new(part.min(checks.applicable), checks.applicable)
}

/// The greater part first, none last.
fn weakest_first(one: Option<Ratio>, other: Option<Ratio>) -> Ordering {
    match (one, other) {
        (Some(one), Some(other)) => {
            let cross = |one: Ratio, other: Ratio| u128::from(one.part) * u128::from(other.whole);
            cross(other, one).cmp(&cross(one, other))
        }
        (one, other) => other.is_some().cmp(&one.is_some()),
    }
}

/// A group with its place in a ranking.
pub(super) struct Ranked<'r> {
    pub(super) group: &'r Group,
    /// From 1; none where there is nothing to rank by.
    pub(super) place: Option<usize>,
    /// Whether others have the same place.
    pub(super) is_tied: bool,
}

/// Groups by the share of checks that did not pass, the weakest first. Equal ones have the same place.
pub(super) fn ranked(groups: &[Group]) -> Vec<Ranked<'_>> {
    let rate = |group: &&Group| not_passed(&group.numbers);
    let mut groups: Vec<&Group> = groups.iter().collect();
    groups.sort_by(|one, other| {
        let by_rate = weakest_first(rate(one), rate(other));
        by_rate.then_with(|| one.key.cmp(&other.key))
    });
    let is_same = |one: &&Group, other: &&Group| weakest_first(rate(one), rate(other)).is_eq();
    let mut ranked = Vec::with_capacity(groups.len());
    let mut at = 0;
    for tied in groups.chunk_by(is_same) {
        for group in tied {
            ranked.push(Ranked {
                group,
                place: rate(group).map(|_| at + 1),
                is_tied: tied.len() > 1,
            });
        }
        at += tied.len();
    }
    ranked
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::Tally;

    fn group(key: &str, failed: u64, blocked: u64, applicable: u64) -> Group {
        let numbers = Numbers {
            failed,
            checks: Tally {
                applicable,
                run: applicable - blocked,
                blocked,
            },
            ..Numbers::default()
        };
        Group {
            key: key.into(),
            within: Vec::new(),
            numbers,
            then: None,
        }
    }

    #[test]
    fn the_weakest_come_first_and_ties_share_their_place() {
        let groups = [
            group("few", 1, 0, 100),
            group("tied", 2, 0, 20),
            group("also", 1, 0, 10),
            group("none", 0, 0, 0),
            group("unread", 0, 9, 10),
            group("clean", 0, 0, 5),
        ];
        let ranked = ranked(&groups);
        let told: Vec<_> = ranked
            .iter()
            .map(|it| (&*it.group.key, it.place, it.is_tied))
            .collect();
        assert_eq!(
            told,
            [
                ("unread", Some(1), false),
                ("also", Some(2), true),
                ("tied", Some(2), true),
                ("few", Some(4), false),
                ("clean", Some(5), false),
                ("none", None, false),
            ]
        );
    }
}
