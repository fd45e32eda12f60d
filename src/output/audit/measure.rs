//! The numbers of a group by name, for tables.

use crate::audit::{Measured, Numbers};
use crate::config::{Dimension, Metric};
use crate::overview::Share;

/// A column of numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Measure {
    /// Records.
    Records,
    /// Platforms that are active.
    ActivePlatforms,
    /// Checks that apply.
    Applicable,
    /// Missions that were not judged.
    NotJudged,
    /// What thresholds can be set for.
    Of(Metric),
}

impl Measure {
    /// All, in the order of columns.
    pub(super) fn all() -> impl Iterator<Item = Self> {
        let (counts, shares) =
            Metric::ALL.split_at(Metric::ALL.iter().filter(|it| !it.is_share()).count());
        let counts = counts.iter().copied().map(Self::Of);
        let shares = shares.iter().copied().map(Self::Of);
        [Self::Records, Self::ActivePlatforms, Self::Applicable]
            .into_iter()
            .chain(counts)
            .chain(shares)
            .chain([Self::NotJudged])
    }

    /// Its name in tables.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Records => "records",
            Self::ActivePlatforms => "active-platforms",
            Self::Applicable => "applicable",
            Self::NotJudged => "not-judged",
            Self::Of(metric) => metric.code(),
        }
    }

    pub(super) fn is_share(self) -> bool {
        matches!(self, Self::Of(metric) if metric.is_share())
    }

    /// Whether groups of a dimension have it; none is everything together.
    pub(super) fn is_of(self, dimension: Option<Dimension>) -> bool {
        match self {
            Self::Records => dimension.is_none_or(Dimension::has_records),
            Self::ActivePlatforms => Metric::Representation.is_of(dimension),
            Self::Applicable => true,
            Self::NotJudged => Metric::Missions.is_of(dimension),
            Self::Of(metric) => metric.is_of(dimension),
        }
    }

    /// Its value in a group.
    pub(super) fn value(self, numbers: &Numbers) -> Option<Measured> {
        match self {
            Self::Records => numbers.records.map(Measured::Count),
            Self::ActivePlatforms => {
                let active = numbers.coverage?.active;
                Some(Measured::Count(active as u64))
            }
            Self::Applicable => Some(Measured::Count(numbers.checks.applicable)),
            Self::NotJudged => numbers.missions.map(|it| Measured::Count(it.not_judged)),
            Self::Of(metric) => numbers.measure(metric),
        }
    }

    /// How many of what it is a share of are not known.
    pub(super) fn unknown(self, numbers: &Numbers) -> Option<u64> {
        let coverage = numbers.coverage?;
        let share: Share = match self {
            Self::Of(Metric::Representation) => coverage.expected,
            Self::Of(Metric::RightLevel) => coverage.level,
            Self::Of(Metric::SmtAttendance) => coverage.security_meetings,
            Self::Of(Metric::SuspendedContact) => coverage.suspended,
            _ => return None,
        };
        Some(share.unknown as u64)
    }
}
