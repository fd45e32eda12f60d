//! Meetings of platforms, and who of the organization was there.

use super::desk::{Desk, Seen, one_of, schema};
use super::facts::{MeetingFacts, MeetingStatus, Presence};
use super::platforms::{CAPACITIES, rank};
use super::told::{Listed, Told};
use crate::calendar::Day;
use crate::document::{Read, any};
use crate::record::{Meeting, Platform};
use crate::rules::shared::all;

impl<'t> Desk<'_, 't> {
    /// Its meetings, the last day on which one was held, and the last on which somebody was there.
    pub(super) fn attendance(
        &self,
        platform: &Platform<'t>,
        seen: Seen,
    ) -> (Listed<MeetingFacts>, Told<Option<Day>>, Told<Option<Day>>) {
        let id = match self.id_of(platform) {
            Ok(id) => id,
            Err(blocked) => {
                let mut none = Listed::default();
                self.doubt(&mut none, Err(blocked));
                let unknown = || self.tell(seen, Err::<Option<Day>, _>(blocked), |it| it);
                return (none, unknown(), unknown());
            }
        };
        let named = self.meetings.get(id).map(Vec::as_slice).unwrap_or_default();
        let mut list = Listed::default();
        let mut dated = Vec::new();
        for meeting in named {
            match self.seen(&meeting.head) {
                Seen::LeftOut => list.left_out += 1,
                its => {
                    let start = meeting.start.ok().filter(|_| its == Seen::Clear);
                    dated.push((
                        start.is_none(),
                        start.map(|it| it.value.instant),
                        self.meeting(meeting, its),
                    ));
                }
            }
        }
        let hidden = list.left_out > 0 || dated.iter().any(|(_, _, it)| it.date == Told::Masked);
        dated.sort_by_key(|(undated, start, _)| (*undated, *start));
        list.items = dated.into_iter().map(|(_, _, meeting)| meeting).collect();
        self.doubt(&mut list, self.astray.map_or(Ok(()), Err));
        let seen = if hidden { Seen::Masked } else { seen };
        let last_with = |test: &dyn Fn(&Meeting<'t>) -> Read<bool>| {
            self.tell(seen, self.last(id, test), |it| it)
        };
        let held = last_with(&|meeting| is_held(meeting));
        let attended = last_with(&|meeting| {
            all([
                is_held(meeting),
                presence_at(meeting).map(|it| is_there(&it)),
            ])
        });
        (list, held, attended)
    }

    fn meeting(&self, meeting: &Meeting<'t>, seen: Seen) -> MeetingFacts {
        MeetingFacts {
            record: self.record(&meeting.head),
            date: self.tell(seen, meeting.start, |start| start.value.day),
            status: self.tell(seen, meeting_status(meeting), |it| it),
            presence: self.tell(seen, presence_at(meeting), |it| it),
        }
    }

    /// The day of the last meeting until the day of the run that passes a test. That a later one does not must be
    /// certain.
    fn last(&self, platform: &str, test: &dyn Fn(&Meeting<'t>) -> Read<bool>) -> Read<Option<Day>> {
        let meetings = self.bundle.meetings_of(platform);
        let mut found = None;
        for (days, meeting) in meetings.found().iter().rev() {
            if days.from <= self.today && test(meeting)? {
                found = Some(days.from);
                break;
            }
        }
        let since = found.map_or(Some(Day::MIN), |day| day.tomorrow().ok());
        match since {
            Some(since) if since <= self.today => meetings.complete(since, self.today)?,
            _ => {}
        }
        Ok(found)
    }
}

/// Whether a meeting took place.
pub(super) fn meeting_status(meeting: &Meeting<'_>) -> Read<MeetingStatus> {
    let written = meeting.status?;
    match written.value {
        "held" => Ok(MeetingStatus::Held),
        "cancelled" => Ok(MeetingStatus::Cancelled),
        "planned" => Ok(MeetingStatus::Planned),
        _ => Err(schema(written.place)),
    }
}

fn is_held(meeting: &Meeting<'_>) -> Read<bool> {
    Ok(meeting_status(meeting)? == MeetingStatus::Held)
}

fn is_there(presence: &Presence) -> bool {
    matches!(presence, Presence::Present(_))
}

fn presence_at(meeting: &Meeting<'_>) -> Read<Presence> {
    let rows = meeting.attendance.as_ref().map_err(|blocked| *blocked)?;
    let mut capacities: Vec<String> = Vec::new();
    let mut present = false;
    for row in rows {
        if row
            .presence
            .is_ok_and(|presence| presence.value == "present")
        {
            present = true;
            let code = row.capacity.and_then(|it| one_of(it, &CAPACITIES));
            capacities.extend(code.ok().map(str::to_owned));
        }
    }
    if present {
        capacities.sort_by_key(|code| rank(Some(code)));
        capacities.dedup();
        return Ok(Presence::Present(capacities));
    }
    let is = |code: &'static str| {
        any(rows.iter().map(move |row| {
            let codes = ["present", "excused", "absent"];
            Ok(one_of(row.presence?, &codes)? == code)
        }))
    };
    // Nobody was present for certain only if every row can be read.
    is("present")?;
    Ok(if is("excused")? {
        Presence::Excused
    } else if is("absent")? {
        Presence::Absent
    } else {
        Presence::NobodyListed
    })
}
