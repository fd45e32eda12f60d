//! Charts, drawn by hand. What they show is said in words beside them.

use maud::{Markup, html};

use crate::calendar::Day;
use crate::overview::{MeetingFacts, MeetingStatus, Presence};

/// Months that a chart of attendance covers.
pub(super) const MONTHS: usize = 12;

/// Width of a month in a chart.
const COLUMN: usize = 9;
/// Greatest height of a chart.
const HEIGHT: usize = 28;
/// Height of a meeting, unless there are too many in a month.
const MEETING: usize = 8;

/// Held meetings of a platform in the months up to a day.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Attendance {
    /// By month, the oldest first.
    months: [Month; MONTHS],
}

/// Held meetings of a month.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Month {
    /// Somebody of the organization was there.
    present: usize,
    /// Nobody was; somebody was excused.
    excused: usize,
    /// Nobody was.
    absent: usize,
    /// It is not known.
    unknown: usize,
}

impl Month {
    fn all(self) -> usize {
        self.present + self.excused + self.absent + self.unknown
    }
}

impl Attendance {
    /// Counts the meetings that are known to have been held, and when.
    pub(super) fn of(meetings: &[MeetingFacts], today: Day) -> Self {
        let mut attendance = Self::default();
        for meeting in meetings {
            let is_held = meeting.status.known() == Some(&MeetingStatus::Held);
            let day = meeting.date.known().filter(|day| is_held && **day <= today);
            let Some(month) = day.and_then(|day| attendance.month(*day, today)) else {
                continue;
            };
            *match meeting.presence.known() {
                Some(Presence::Present(_)) => &mut month.present,
                Some(Presence::Excused) => &mut month.excused,
                Some(Presence::Absent | Presence::NobodyListed) => &mut month.absent,
                None => &mut month.unknown,
            } += 1;
        }
        attendance
    }

    fn month(&mut self, day: Day, today: Day) -> Option<&mut Month> {
        let number = |day: Day| i32::from(day.year()) * 12 + i32::from(day.month());
        let ago = usize::try_from(number(today) - number(day)).ok()?;
        self.months.get_mut(MONTHS.checked_sub(ago + 1)?)
    }

    /// Meetings, and those of them at which somebody was present.
    pub(super) fn counts(&self) -> (usize, usize) {
        let all = self.months.iter().map(|month| month.all()).sum();
        (all, self.months.iter().map(|month| month.present).sum())
    }

    /// Months as columns, meetings as boxes upon each other.
    pub(super) fn draw(&self) -> Markup {
        let most = self.months.iter().map(|month| month.all()).max();
        let most = most.unwrap_or(1).max(1);
        let step = (HEIGHT / most).clamp(1, MEETING);
        let base = (most * step).min(HEIGHT) + 1;
        html! {
            svg.attendance aria-hidden="true" focusable="false" width=(COLUMN * MONTHS) height=(base + 1)
                viewBox=(format!("0 0 {} {}", COLUMN * MONTHS, base + 1)) {
                path.base d=(format!("M0 {base}.5H{}", COLUMN * MONTHS)) {}
                @for (at, month) in self.months.iter().enumerate() {
                    @for (box_at, class) in boxes(*month).enumerate().take(HEIGHT) {
                        rect.(class) x=(at * COLUMN + 1) y=(base.saturating_sub((box_at + 1) * step))
                            width=(COLUMN - 2) height=(step.saturating_sub(1).max(1)) {}
                    }
                }
            }
        }
    }
}

/// The boxes of a month from below.
fn boxes(month: Month) -> impl Iterator<Item = &'static str> {
    let kinds = [
        ("present", month.present),
        ("excused", month.excused),
        ("absent", month.absent),
        ("unknown", month.unknown),
    ];
    kinds
        .into_iter()
        .flat_map(|(class, count)| std::iter::repeat_n(class, count))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::calendar::parse_day;
    use crate::document::Kind;
    use crate::overview::{Record, Source, Told};
    use crate::text::Position;

    fn meeting(day: &str, presence: Told<Presence>) -> MeetingFacts {
        let start = Position {
            line: 1,
            column: 1,
            offset: 0,
            byte_column: 1,
        };
        MeetingFacts {
            record: Record {
                kind: Kind::Meeting,
                id: None,
                source: Source {
                    path: Arc::from("a.json"),
                    start,
                },
                end: 1,
            },
            date: Told::Known(parse_day(day).unwrap()),
            status: Told::Known(MeetingStatus::Held),
            presence,
        }
    }

    #[test]
    fn meetings_are_counted_in_their_months() {
        let present = || Told::Known(Presence::Present(Vec::new()));
        let meetings = [
            meeting("2024-03-31", present()),
            meeting("2024-04-01", present()),
            meeting("2025-03-01", Told::Known(Presence::NobodyListed)),
            meeting("2025-03-31", Told::Masked),
            meeting("2025-04-01", present()),
        ];
        let attendance = Attendance::of(&meetings, parse_day("2025-03-31").unwrap());
        assert_eq!(
            attendance.months[0],
            Month {
                present: 1,
                ..Month::default()
            }
        );
        let last = Month {
            absent: 1,
            unknown: 1,
            ..Month::default()
        };
        assert_eq!(attendance.months[11], last);
        assert_eq!(attendance.counts(), (3, 1));
    }
}
