//! Limits that groups must keep.

use std::cmp::Ordering;
use std::sync::Arc;

use super::{Audit, Dimension, Missions, Numbers, Ratio};
use crate::catalogue::Severity;
use crate::config::{Condition, Metric, Operator, Threshold};
use crate::overview::UNKNOWN;

/// A threshold of the configuration, with the groups that it was compared with.
#[derive(Debug, Clone)]
pub struct Compared {
    /// The threshold.
    pub threshold: Threshold,
    /// How many groups have such a number: 0 where it was compared with nothing.
    pub groups: u64,
    /// In how many it does not hold as far as is known, but not everything was judged: whether they keep it is not known.
    pub not_judged: u64,
    /// Those in which its condition holds.
    pub breaches: Vec<Breach>,
}

/// A group that breaks a threshold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Breach {
    /// The key of the group; none for everything together.
    pub group: Option<Arc<str>>,
    /// Its number.
    pub value: Measured,
}

impl Compared {
    /// The groups that break it, the worst first; equal ones in order of their keys.
    pub fn worst_first(&self) -> Vec<&Breach> {
        let mut breaches: Vec<&Breach> = self.breaches.iter().collect();
        let is_least = matches!(
            self.threshold.condition.operator,
            Operator::Less | Operator::AtMost
        );
        breaches.sort_by(|one, other| {
            let order = one.value.compared_with(other.value);
            if is_least { order } else { order.reverse() }
        });
        breaches
    }
}

/// A number of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measured {
    /// How many.
    Count(u64),
    /// What share.
    Share(Ratio),
}

impl Measured {
    /// Which of two numbers of one sort is greater, exactly.
    fn compared_with(self, other: Self) -> Ordering {
        let parts = |value| match value {
            Self::Count(count) => (u128::from(count), 1),
            Self::Share(Ratio { part, whole }) => (u128::from(part), u128::from(whole)),
        };
        let ((part, whole), (other_part, other_whole)) = (parts(self), parts(other));
        (part * other_whole).cmp(&(other_part * whole))
    }

    /// Whether a condition on such a number holds: compared as whole numbers, so that nothing is lost by rounding.
    fn meets(self, condition: &Condition) -> bool {
        let limit = u128::from(condition.limit);
        let (number, limit) = match self {
            Self::Count(count) => (u128::from(count) * 1_000_000, limit),
            Self::Share(Ratio { part, whole }) => {
                (u128::from(part) * 100_000_000, limit * u128::from(whole))
            }
        };
        match condition.operator {
            Operator::Less => number < limit,
            Operator::AtMost => number <= limit,
            Operator::More => number > limit,
            Operator::AtLeast => number >= limit,
        }
    }
}

impl Numbers {
    /// A number by its name; none where the group has no such number, or nothing of which it would be a share.
    pub fn measure(&self, metric: Metric) -> Option<Measured> {
        let findings = self.findings;
        let share = |ratio: Option<Ratio>| ratio.map(Measured::Share);
        let count = |number: u64| Some(Measured::Count(number));
        match metric {
            Metric::Findings => count(findings.counting()),
            Metric::Errors => count(findings.error),
            Metric::Warnings => count(findings.warning),
            Metric::Advice => count(findings.advice),
            Metric::Suppressed => count(findings.suppressed),
            Metric::Failed => count(self.failed),
            Metric::Blocked => count(self.checks.blocked),
            Metric::Faults => count(self.faults),
            Metric::Missions => count(self.missions?.all),
            Metric::NotReady => {
                let Missions {
                    all,
                    ready,
                    not_judged,
                } = self.missions?;
                count(all.saturating_sub(ready).saturating_sub(not_judged))
            }
            Metric::FailureRate => share(self.failure_rate()),
            Metric::BlockedRate => share(self.blocked_rate()),
            Metric::Ready => share(self.readiness()),
            Metric::Representation => share(self.representation()),
            Metric::RightLevel => share(self.right_level()),
            Metric::SmtAttendance => share(self.smt_attendance()),
            Metric::SuspendedContact => share(self.suspended_contact()),
        }
    }
}

impl Audit {
    /// Compares groups with thresholds.
    pub fn compare_with_thresholds(&mut self, thresholds: &[Threshold]) {
        let compared = thresholds.iter().map(|threshold| self.compared(threshold));
        self.thresholds = compared.collect();
    }

    fn compared(&self, threshold: &Threshold) -> Compared {
        let numbers: Vec<(Option<&Arc<str>>, &Numbers)> = match threshold.dimension {
            None => vec![(None, &self.totals)],
            Some(dimension) => {
                let wanted = threshold.group.as_deref();
                let groups = self.table(dimension).iter();
                groups
                    .filter(|group| wanted.is_none_or(|key| key == &*group.key))
                    .map(|group| (Some(&group.key), &group.numbers))
                    .collect()
            }
        };
        let condition = &threshold.condition;
        let mut compared = Compared {
            threshold: threshold.clone(),
            groups: 0,
            not_judged: 0,
            breaches: Vec::new(),
        };
        for (group, numbers) in numbers {
            let value = numbers.measure(condition.metric);
            compared.groups += u64::from(value.is_some());
            match value.filter(|value| value.meets(condition)) {
                Some(value) => compared.breaches.push(Breach {
                    group: group.cloned(),
                    value,
                }),
                None if self.may_grow(threshold.dimension, numbers) => compared.not_judged += 1,
                None => {}
            }
        }
        let is_seen = compared.groups + compared.not_judged > 0;
        // What was not read may be of a group that nobody has heard of yet.
        compared.not_judged += u64::from(!is_seen && self.is_partial);
        compared
    }

    /// Whether something that was not judged may belong to a group, or to everything.
    fn may_grow(&self, dimension: Option<Dimension>, numbers: &Numbers) -> bool {
        match dimension {
            Some(dimension) if dimension.is_of_missions() && self.is_partial => {
                let mut groups = self.table(dimension).iter();
                let may_be_any = |key: &str| key == UNKNOWN && dimension != Dimension::Mission;
                !numbers.is_judged()
                    || self.totals.is_judged()
                    || groups.any(|group| may_be_any(&group.key) && !group.numbers.is_judged())
            }
            _ => self.is_partial,
        }
    }

    /// The heaviest threshold that is broken.
    pub fn worst_breach(&self) -> Option<Severity> {
        let broken = self.thresholds.iter();
        let broken = broken.filter(|compared| !compared.breaches.is_empty());
        broken.map(|compared| compared.threshold.severity).max()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_met_exactly() {
        let meets = |value, condition: &str| {
            let condition: Condition = condition.parse().unwrap();
            Measured::meets(value, &condition)
        };
        let share = |part, whole| Measured::Share(Ratio::new(part, whole).unwrap());
        assert!(!meets(share(8, 10), "ready < 80%") && meets(share(8, 10), "ready <= 80%"));
        assert!(meets(share(79, 100), "ready < 79.001%"));
        assert!(!meets(share(1, 3), "ready < 33.333%") && meets(share(1, 3), "ready > 33.333%"));
        assert!(
            meets(Measured::Count(6), "errors > 5") && !meets(Measured::Count(5), "errors > 5")
        );
        assert!(meets(Measured::Count(5), "errors >= 5"));
        let most = u64::MAX;
        assert!(meets(share(most, most), "ready >= 100%"), "no overflow");
    }
}
