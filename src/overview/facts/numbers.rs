//! The chief of mission in security meetings, and counts.

use serde::{Deserialize, Serialize};

use super::MeetingStatus;
use crate::calendar::Day;
use crate::overview::told::{Listed, Record, Told, Unknown};

/// The chief of mission in the meetings of the Security Management Team.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SecurityFacts {
    /// Positions of the teams in [`Overview::platforms`](super::Overview::platforms).
    pub platforms: Vec<usize>,
    /// Months from that of the first meeting, at most the last 24, to that of the day of the run.
    pub months: Vec<MonthFacts>,
    /// Meetings that are in none of these months: those whose day the reader may not see, the number of those that the
    /// reader may not see at all, and what may be such a meeting or hides when one was.
    pub undated: Listed<Record>,
}

/// A month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MonthFacts {
    /// Its first day.
    pub first: Day,
    /// What is recorded of it.
    pub meetings: Vec<SecurityMeetingFacts>,
    /// What it means when there is no meeting.
    pub blank: Blank,
}

/// What it means when a month shows no meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Blank {
    /// None is recorded.
    NothingRecorded,
    /// The records of the month are declared complete: there was none.
    NoMeeting,
    /// There may be one that the reader may not see.
    Masked,
    /// There may be one that could not be read.
    Unknown(Unknown),
}

/// A meeting of the Security Management Team.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecurityMeetingFacts {
    /// The record.
    pub record: Record,
    /// The day.
    pub date: Day,
    /// Whether it took place.
    pub status: Told<MeetingStatus>,
    /// Where the chief was; of no meaning unless it took place.
    pub chief: Told<ChiefPresence>,
}

/// The chief of mission of the day at a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ChiefPresence {
    /// Present.
    Present,
    /// Somebody acting as chief was.
    ActingPresent,
    /// Nobody was; the chief, or the acting one, was excused.
    Excused,
    /// Nobody was; the chief, or the acting one, was absent.
    Absent,
    /// Neither the chief nor an acting one is listed.
    NotListed,
    /// Nobody was chief or acted as such on the day.
    NobodyInPost,
}

/// Counts for comparing missions. For internal readers they cover masked records as well, as the counts of rules do;
/// for the public only what is public.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coverage {
    /// Platforms.
    pub platforms: usize,
    /// Of which active on the day.
    pub active: usize,
    /// Of which it is not known whether they are active.
    pub status_unknown: usize,
    /// Active ones on which the organization should be: whether anybody has a seat.
    pub expected: Share,
    /// Those of them with a seat that any rule judges: whether the right persons hold all of them.
    pub level: Share,
    /// Meetings of the Security Management Team held in the months of [`SecurityFacts::months`]: whether the chief, or
    /// an acting one, was present.
    pub security_meetings: Share,
    /// Suspended platforms on which the organization should be: whether there was any contact since.
    pub suspended: Share,
}

/// How many of some things have what they should have. `total = yes + no + unknown`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share {
    /// Those that do.
    pub yes: usize,
    /// Those that do not.
    pub no: usize,
    /// Those of which it is not known.
    pub unknown: usize,
}

impl Share {
    /// All of them.
    pub fn total(self) -> usize {
        self.yes + self.no + self.unknown
    }
}
