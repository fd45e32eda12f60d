//! The numbers of a group.

use super::Dimension;
use crate::catalogue::Severity;
use crate::overview::{Coverage, Share, Slice};
use crate::report::Found;
use crate::rules::Tally;

/// The numbers of a group. What has no meaning in a dimension is none there.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Numbers {
    /// Missions that have records.
    pub missions: Option<Missions>,
    /// Records.
    pub records: Option<u64>,
    /// What was found.
    pub findings: Findings,
    /// Checks: each rule, applied to each subject of it. An entry about files or records is applied to each of them.
    pub checks: Tally,
    /// Checks that have found something that counts: at most as many as are applicable.
    pub failed: u64,
    /// What went wrong with the run itself.
    pub faults: u64,
    /// Platforms and meetings; in groups by month meetings alone.
    pub coverage: Option<Coverage>,
}

/// Missions.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Missions {
    /// All.
    pub all: u64,
    /// Those in which nothing at `error` is found or could not be checked.
    pub ready: u64,
    /// Those that were not judged, because the run was stopped before, or a file changed: nothing is known of them.
    pub not_judged: u64,
}

/// Findings by severity; those that do not count apart.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Findings {
    /// Errors that count.
    pub error: u64,
    /// Warnings that count.
    pub warning: u64,
    /// Advice that counts.
    pub advice: u64,
    /// Findings that an allow entry or the baseline accepts.
    pub suppressed: u64,
}

impl Findings {
    /// Adds a finding.
    pub(super) fn add(&mut self, found: &Found) {
        *match (&found.suppressed, found.severity) {
            (Some(_), _) => &mut self.suppressed,
            (None, Severity::Error) => &mut self.error,
            (None, Severity::Warning) => &mut self.warning,
            (None, Severity::Advice) => &mut self.advice,
        } += 1;
    }

    /// Those that count.
    pub fn counting(self) -> u64 {
        self.error + self.warning + self.advice
    }
}

/// A part of a whole; none of nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ratio {
    /// The part.
    pub part: u64,
    /// The whole, more than 0.
    pub whole: u64,
}

impl Ratio {
    /// A ratio, unless there is nothing of which it would be a part.
    pub fn new(part: u64, whole: u64) -> Option<Self> {
        (whole > 0).then_some(Self { part, whole })
    }

    /// That of a share. What is not known counts as missing: nothing looks better than it is known to be.
    pub fn of(share: Share) -> Option<Self> {
        Self::new(share.yes as u64, share.total() as u64)
    }

    /// The ratio from 0 to 1, in millionths.
    pub fn millionths(self) -> u64 {
        let (part, whole) = (u128::from(self.part), u128::from(self.whole));
        let rounded = (part * 2_000_000 + whole) / (2 * whole);
        u64::try_from(rounded).unwrap_or(u64::MAX)
    }

    /// The ratio from 0 to 1, to six decimal places.
    #[expect(clippy::cast_precision_loss, reason = "a million and less is exact")]
    pub fn value(self) -> f64 {
        self.millionths() as f64 / 1e6
    }
}

impl Numbers {
    /// None yet, of everything.
    pub(super) fn of_everything() -> Self {
        Self {
            missions: Some(Missions::default()),
            records: Some(0),
            coverage: Some(Coverage::default()),
            ..Self::default()
        }
    }

    /// None yet, of a group of a dimension.
    pub(super) fn of(dimension: Dimension) -> Self {
        let all = Self::of_everything();
        Self {
            missions: all.missions.filter(|_| dimension.is_of_missions()),
            records: all.records.filter(|_| dimension.has_records()),
            coverage: all.coverage.filter(|_| dimension.has_records()),
            ..all
        }
    }

    /// Adds a part of a mission. To each record `entries` about records are applied.
    pub(super) fn add_slice(&mut self, slice: &Slice, entries: u64) {
        self.add_records(slice.records);
        self.checks += slice.checks;
        self.checks += Tally::of_run(slice.records * entries);
        if let Some(coverage) = &mut self.coverage {
            *coverage += slice.coverage;
        }
    }

    pub(super) fn add_records(&mut self, number: u64) {
        if let Some(records) = &mut self.records {
            *records += number;
        }
    }

    pub(super) fn add_missions(&mut self, added: Missions) {
        if let Some(missions) = &mut self.missions {
            missions.all += added.all;
            missions.ready += added.ready;
            missions.not_judged += added.not_judged;
        }
    }

    /// Whether no mission is left that was not judged.
    pub fn is_judged(&self) -> bool {
        self.missions
            .is_none_or(|missions| missions.not_judged == 0)
    }

    /// Checks that failed, of all that apply.
    pub fn failure_rate(&self) -> Option<Ratio> {
        Ratio::new(self.failed, self.checks.applicable)
    }

    /// Checks that could not be made, of all that apply.
    pub fn blocked_rate(&self) -> Option<Ratio> {
        Ratio::new(self.checks.blocked, self.checks.applicable)
    }

    /// Active platforms on which the organization should be that have a seat taken.
    pub fn representation(&self) -> Option<Ratio> {
        Ratio::of(self.coverage?.expected)
    }

    /// Those of them that the right persons represent, of those that a rule judges.
    pub fn right_level(&self) -> Option<Ratio> {
        Ratio::of(self.coverage?.level)
    }

    /// Security meetings at which the chief of mission, or an acting one, was present.
    pub fn smt_attendance(&self) -> Option<Ratio> {
        Ratio::of(self.coverage?.security_meetings)
    }

    /// Suspended platforms with whose convener there was contact.
    pub fn suspended_contact(&self) -> Option<Ratio> {
        Ratio::of(self.coverage?.suspended)
    }

    /// Missions that are ready, of all: what is not judged is not ready.
    pub fn readiness(&self) -> Option<Ratio> {
        let missions = self.missions?;
        Ratio::new(missions.ready, missions.all)
    }
}

#[cfg(test)]
mod tests {
    use super::Ratio;

    #[test]
    fn ratios_are_rounded_once() {
        let millionths = |part, whole| Ratio::new(part, whole).unwrap().millionths();
        assert_eq!(millionths(1, 3), 333_333);
        assert_eq!(millionths(2, 3), 666_667);
        assert_eq!(millionths(1, 1), 1_000_000);
        assert_eq!(millionths(1, 2_000_000), 1, "half is rounded up");
        assert_eq!(Ratio::new(0, 0), None);
    }
}
