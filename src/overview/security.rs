//! The chief of mission in the meetings of the Security Management Team, month by month.

use std::collections::BTreeMap;

use jiff::ToSpan;

use super::desk::{Desk, Seen, schema};
use super::facts::{
    Blank, ChiefPresence, MeetingStatus, MonthFacts, SecurityFacts, SecurityMeetingFacts,
};
use super::meetings::meeting_status;
use super::told::{Listed, Record, Told, Unknown};
use crate::calendar::{Day, Interval};
use crate::document::{Blocked, Kind, Read};
use crate::record::{Meeting, Platform};
use crate::rules::shared::security_meeting::{ACTING_COM_SATISFIES, Command, SMT, SecurityMeeting};

/// How many months are told.
const MONTHS: i32 = 24;

/// What hides meetings, with the day on which one may have been; none = any day.
type Doubt = (Option<Day>, Blocked);

/// The meetings that can be put into months, and what may be others.
struct Sorted<'b, 't> {
    dated: Vec<(Day, &'b Meeting<'t>, &'b Platform<'t>)>,
    undated: Listed<Record>,
    doubts: Vec<Doubt>,
}

impl<'b, 't> Desk<'b, 't> {
    /// `positions` are those of the platforms that are shown, by their ids.
    pub(super) fn security(&self, positions: &BTreeMap<&str, usize>) -> SecurityFacts {
        let sorted = self.sorted();
        let teams = self.bundle.platforms_of_type(SMT);
        let ids: Vec<&str> = teams
            .filter_map(|(platform, told)| told.and(platform.head.id).ok())
            .map(|id| id.value)
            .collect();
        let mut platforms: Vec<usize> = ids
            .iter()
            .filter_map(|id| positions.get(id))
            .copied()
            .collect();
        platforms.sort_unstable();
        platforms.dedup();
        let command = Command::of(self.bundle, self.settings.flag(&ACTING_COM_SATISFIES));
        let complete = self.complete_time(&ids);
        let months = self.months(&sorted).into_iter().map(|first| {
            let last = first.last_of_month();
            let within = sorted
                .dated
                .iter()
                .filter(|(day, ..)| (first..=last).contains(day));
            let meetings = within
                .map(|(day, meeting, platform)| {
                    let at = SecurityMeeting {
                        meeting,
                        platform,
                        day: *day,
                        command: &command,
                    };
                    self.security_meeting(&at)
                })
                .collect();
            MonthFacts {
                first,
                meetings,
                blank: self.blank(&sorted, &complete, first, last.min(self.today)),
            }
        });
        SecurityFacts {
            platforms,
            months: months.collect(),
            undated: sorted.undated.clone(),
        }
    }

    fn sorted(&self) -> Sorted<'b, 't> {
        let mut sorted = Sorted {
            dated: Vec::new(),
            undated: Listed::default(),
            doubts: Vec::new(),
        };
        let unread = self.bundle.nothing_unread(Kind::Meeting).err();
        sorted.doubts.extend(unread.map(|blocked| (None, blocked)));
        for (meeting, platform) in self.bundle.meetings_with_type(SMT) {
            let day = meeting.start.map(|start| start.value.day);
            match (self.seen(&meeting.head), platform, day) {
                (Seen::LeftOut, ..) => sorted.undated.left_out += 1,
                // Of which platform it is stays visible, where that can be told.
                (Seen::Masked, Ok(_), _) => sorted.undated.items.push(self.record(&meeting.head)),
                (Seen::Clear, Err(blocked), Ok(day)) => sorted.doubts.push((Some(day), blocked)),
                (_, Err(blocked), _) | (Seen::Clear, Ok(_), Err(blocked)) => {
                    sorted.doubts.push((None, blocked));
                }
                (Seen::Clear, Ok(platform), Ok(day)) => sorted.dated.push((day, meeting, platform)),
            }
        }
        sorted
            .dated
            .sort_by_key(|(_, meeting, _)| meeting.start.ok().map(|start| start.value.instant));
        let unread = sorted.doubts.iter().map(|(_, by)| self.unknown(*by));
        sorted.undated.unread = unread.collect();
        sorted
    }

    /// First days of the months to tell.
    fn months(&self, sorted: &Sorted<'_, '_>) -> Vec<Day> {
        let last = self.today.first_of_month();
        let earliest = last.checked_sub((MONTHS - 1).months()).unwrap_or(last);
        let first = sorted
            .dated
            .iter()
            .map(|(day, ..)| day.first_of_month())
            .min();
        let Some(first) = first.map(|first| first.max(earliest)) else {
            return Vec::new();
        };
        first
            .series(1.month())
            .take_while(|month| *month <= last)
            .collect()
    }

    /// The intervals for which the meetings of all teams are declared complete.
    fn complete_time(&self, teams: &[&str]) -> Vec<Vec<Interval>> {
        let periods = |id: &&str| {
            let periods = self.bundle.complete_periods(id).into_iter();
            periods.map(|(interval, _)| interval).collect()
        };
        teams.iter().map(periods).collect()
    }

    fn blank(
        &self,
        sorted: &Sorted<'_, '_>,
        complete: &[Vec<Interval>],
        first: Day,
        last: Day,
    ) -> Blank {
        let mut doubts = sorted.doubts.iter();
        let may_be = |day: Option<Day>| day.is_none_or(|day| (first..=last).contains(&day));
        if let Some((_, blocked)) = doubts.find(|(day, _)| may_be(*day)) {
            return Blank::Unknown(self.unknown(*blocked));
        }
        if !sorted.undated.items.is_empty() || sorted.undated.left_out > 0 {
            return Blank::Masked;
        }
        let covers = |intervals: &Vec<Interval>| {
            let whole = |it: &Interval| it.covers(first) && it.covers(last);
            intervals.iter().any(whole)
        };
        if !complete.is_empty() && complete.iter().all(covers) {
            Blank::NoMeeting
        } else {
            Blank::NothingRecorded
        }
    }

    fn security_meeting(&self, at: &SecurityMeeting<'_, 't>) -> SecurityMeetingFacts {
        let seen = if self.sees_leaders(at.day) {
            Seen::Clear
        } else {
            Seen::Masked
        };
        SecurityMeetingFacts {
            record: self.record(&at.meeting.head),
            date: at.day,
            status: self.tell(Seen::Clear, meeting_status(at.meeting), |it| it),
            chief: self.tell(seen, chief_at(at), |it| it),
        }
    }
}

fn chief_at(at: &SecurityMeeting<'_, '_>) -> Read<ChiefPresence> {
    let Some(absence) = at.absence()? else {
        return Ok(if at.has_chief() == Ok(true) {
            ChiefPresence::Present
        } else {
            ChiefPresence::ActingPresent
        });
    };
    match absence.presence()? {
        None if absence.is_leaderless() => Ok(ChiefPresence::NobodyInPost),
        None => Ok(ChiefPresence::NotListed),
        Some(presence) => match presence.value {
            "excused" => Ok(ChiefPresence::Excused),
            "absent" => Ok(ChiefPresence::Absent),
            _ => Err(schema(presence.place)),
        },
    }
}

impl SecurityMeetingFacts {
    /// Whether the duty was satisfied; none where the meeting did not take place by the day of the run.
    pub(super) fn is_attended(&self, today: Day) -> Option<Told<bool>> {
        match &self.status {
            Told::Known(MeetingStatus::Held) if self.date <= today => {
                Some(self.chief.clone().map(|chief| {
                    matches!(chief, ChiefPresence::Present | ChiefPresence::ActingPresent)
                }))
            }
            Told::Known(_) => None,
            Told::Masked => Some(Told::Masked),
            Told::Unknown(unknown) => Some(Told::Unknown(Unknown::clone(unknown))),
        }
    }
}
