//! What audits group by, and what they count.

use std::str::FromStr;

/// What numbers are grouped by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dimension {
    /// ISO 3166-1 alpha-3 codes of a mission's countries, joined by `+`.
    Country,
    /// The regional offices that cover these countries on the day of the run, joined by `+`.
    RegionalOffice,
    /// The rule.
    Rule,
    /// The family of the rule.
    Family,
    /// Canonical types of the platform concerned, joined by `+`.
    PlatformType,
    /// The month of the meeting or contact concerned, as `YYYY-MM`.
    Month,
    /// The mission.
    Mission,
}

impl Dimension {
    /// All, in the order of reports.
    pub const ALL: [Self; 7] = [
        Self::Country,
        Self::RegionalOffice,
        Self::Rule,
        Self::Family,
        Self::PlatformType,
        Self::Month,
        Self::Mission,
    ];

    /// Its name in reports and settings.
    pub fn code(self) -> &'static str {
        match self {
            Self::Country => "country",
            Self::RegionalOffice => "regional_office",
            Self::Rule => "rule",
            Self::Family => "family",
            Self::PlatformType => "platform_type",
            Self::Month => "month",
            Self::Mission => "mission",
        }
    }

    /// Whether it groups missions.
    pub fn is_of_missions(self) -> bool {
        matches!(self, Self::Country | Self::RegionalOffice | Self::Mission)
    }

    /// Whether it groups rules.
    pub fn is_of_rules(self) -> bool {
        matches!(self, Self::Rule | Self::Family)
    }

    /// Whether records, platforms and meetings are in its groups: a rule has none.
    pub fn has_records(self) -> bool {
        !self.is_of_rules()
    }
}

impl FromStr for Dimension {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let mut known = Self::ALL.into_iter();
        known.find(|it| it.code() == text).ok_or(())
    }
}

/// A number that a group can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Metric {
    /// Findings that count, of any severity.
    Findings,
    /// Errors.
    Errors,
    /// Warnings.
    Warnings,
    /// Advice.
    Advice,
    /// Findings that are accepted.
    Suppressed,
    /// Checks that found something.
    Failed,
    /// Checks that could not be made.
    Blocked,
    /// What went wrong with the run.
    Faults,
    /// Missions.
    Missions,
    /// Missions that are not ready.
    NotReady,
    /// Failed checks, of those that apply.
    FailureRate,
    /// Blocked checks, of those that apply.
    BlockedRate,
    /// Missions that are ready, of all.
    Ready,
    /// Platforms with a seat taken, of those that should have one.
    Representation,
    /// Platforms represented at the right level, of those that a rule judges.
    RightLevel,
    /// Security meetings with the chief of mission, or an acting one.
    SmtAttendance,
    /// Suspended platforms with contact, of those that should have some.
    SuspendedContact,
}

impl Metric {
    /// All, counts first.
    pub const ALL: [Self; 17] = [
        Self::Findings,
        Self::Errors,
        Self::Warnings,
        Self::Advice,
        Self::Suppressed,
        Self::Failed,
        Self::Blocked,
        Self::Faults,
        Self::Missions,
        Self::NotReady,
        Self::FailureRate,
        Self::BlockedRate,
        Self::Ready,
        Self::Representation,
        Self::RightLevel,
        Self::SmtAttendance,
        Self::SuspendedContact,
    ];

    /// Its name in settings and reports.
    pub fn code(self) -> &'static str {
        match self {
            Self::Findings => "findings",
            Self::Errors => "errors",
            Self::Warnings => "warnings",
            Self::Advice => "advice",
            Self::Suppressed => "suppressed",
            Self::Failed => "failed",
            Self::Blocked => "blocked",
            Self::Faults => "faults",
            Self::Missions => "missions",
            Self::NotReady => "not-ready",
            Self::FailureRate => "failure-rate",
            Self::BlockedRate => "blocked-rate",
            Self::Ready => "ready",
            Self::Representation => "representation",
            Self::RightLevel => "right-level",
            Self::SmtAttendance => "smt-attendance",
            Self::SuspendedContact => "suspended-contact",
        }
    }

    /// Whether it is a share of something: limits are per cent.
    pub fn is_share(self) -> bool {
        self >= Self::FailureRate
    }

    /// Whether groups of a dimension have it; none is everything together.
    pub fn is_of(self, dimension: Option<Dimension>) -> bool {
        let Some(dimension) = dimension else {
            return true;
        };
        match self {
            Self::Missions | Self::NotReady | Self::Ready => dimension.is_of_missions(),
            Self::SmtAttendance => dimension.has_records(),
            Self::Representation | Self::RightLevel | Self::SuspendedContact => {
                dimension.has_records() && dimension != Dimension::Month
            }
            _ => true,
        }
    }
}
