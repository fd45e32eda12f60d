//! Seats on platforms, meetings and who was there.

use missionlint_tape::Keys;

use crate::calendar::{Day, Moment};
use crate::document::{Blocked, Class, Dated, Field, Location, Marked, Obstacle, Read, View};
use crate::finding::Place;
use crate::record::Head;

/// A standing seat of a person on a platform.
#[derive(Debug, Clone, Copy)]
pub struct Representation<'t> {
    /// Kind, id, class.
    pub head: Head<'t>,
    /// Reference to the platform.
    pub platform: Read<Marked<&'t str>>,
    /// Reference to the person.
    pub person: Read<Marked<&'t str>>,
    /// member, observer, alternate, coordinator.
    pub capacity: Read<Marked<&'t str>>,
    /// Whether it is declared a temporary cover.
    pub cover: Read<bool>,
    /// When.
    pub interval: Read<Dated>,
}

/// What is read of a representation.
const OF_SEATS: Keys<6> = Keys::new(["platform", "person", "capacity", "cover", "from", "to"]);

impl<'t> Representation<'t> {
    /// Reads a representation record.
    pub fn read(head: Head<'t>) -> Self {
        let [platform, person, capacity, cover, from, to] = head.view.fields(&OF_SEATS);
        Self {
            head,
            platform: platform.text(),
            person: person.text(),
            capacity: capacity.text(),
            cover: cover.optional().map(|cover| cover.is_some()),
            interval: head.view.interval_of(from, to),
        }
    }

    /// Whether it says on what it rests, such as an invitation.
    pub fn has_basis(&self) -> Read<bool> {
        Ok(self.head.view.optional("basis")?.is_some())
    }
}

/// A meeting of a platform.
#[derive(Debug, Clone)]
pub struct Meeting<'t> {
    /// Kind, id, class.
    pub head: Head<'t>,
    /// Reference to the platform.
    pub platform: Read<Marked<&'t str>>,
    /// Position of that platform in the bundle, where it is one of the mission's own.
    pub(crate) platform_at: Option<usize>,
    /// When it starts. An obstacle, like its end, where it ends before it starts: their own rule reports that.
    pub start: Read<Marked<Moment<'t>>>,
    /// When it ends.
    pub end: Read<Option<Marked<Moment<'t>>>>,
    /// held, cancelled, planned.
    pub status: Read<Marked<&'t str>>,
    /// in-person, remote, hybrid.
    pub mode: Read<Marked<&'t str>>,
    /// Where, if not at the platform's place.
    pub place: Read<Option<Location<'t>>>,
    /// extraordinary or handover.
    pub extraordinary: Read<Option<Marked<&'t str>>>,
    /// When it was announced.
    pub notice_date: Read<Option<Marked<Day>>>,
    /// When it was entered.
    pub recorded_on: Read<Option<Marked<Day>>>,
    /// Who of the organization was there or not.
    pub attendance: Read<Vec<Row<'t>>>,
    /// The attendance list as a whole.
    pub attendance_view: Read<View<'t>>,
}

/// One person's attendance at a meeting.
#[derive(Debug, Clone, Copy)]
pub struct Row<'t> {
    /// Reference to the person.
    pub person: Read<Marked<&'t str>>,
    /// Position of that person in the bundle, where it is one of the mission's own.
    pub(crate) person_at: Option<usize>,
    /// member, observer, alternate, coordinator.
    pub capacity: Read<Marked<&'t str>>,
    /// present, excused, absent.
    pub presence: Read<Marked<&'t str>>,
    /// in-person or remote, where it differs from the meeting's.
    pub mode: Read<Option<Marked<&'t str>>>,
    /// Why excused or absent.
    pub reason: Read<Option<Marked<&'t str>>>,
    /// The whole row.
    pub place: Place,
}

/// What is read of a meeting.
const OF_MEETINGS: Keys<10> = Keys::new([
    "platform",
    "start",
    "end",
    "status",
    "mode",
    "place",
    "attendance",
    "recorded_on",
    "extraordinary",
    "notice_date",
]);

impl<'t> Meeting<'t> {
    /// Reads a meeting record.
    pub fn read(head: Head<'t>) -> Self {
        let [
            platform,
            start,
            end,
            status,
            mode,
            place,
            attendance,
            recorded_on,
            extraordinary,
            notice_date,
        ] = head.view.fields(&OF_MEETINGS);
        let (start, end) = times(start, end);
        Self {
            head,
            platform: platform.text(),
            platform_at: None,
            start,
            end,
            status: status.text(),
            mode: mode.text(),
            place: place.optional_location(),
            extraordinary: extraordinary.optional_text(),
            notice_date: notice_date.optional_day(),
            recorded_on: recorded_on.optional_day(),
            attendance: attendance.list(Row::read),
            attendance_view: attendance.needed(),
        }
    }

    /// The remark.
    pub fn note(&self) -> Read<Option<View<'t>>> {
        self.head.view.optional("note")
    }

    /// The list of agenda items as a whole.
    pub fn agenda(&self) -> Read<Option<View<'t>>> {
        self.head.view.optional("agenda")
    }

    /// The class that the record itself states, whatever its envelope, platform and mission say.
    pub fn own_class(&self) -> Read<Option<Class>> {
        let written = self.head.view.optional_text("classification")?;
        Ok(written.map(|written| Class::of_code(written.value)))
    }
}

type Times<'t> = (Read<Marked<Moment<'t>>>, Read<Option<Marked<Moment<'t>>>>);

/// `start` and `end`; obstacles both where the end comes first.
fn times<'t>(start: Field<'t, '_>, end: Field<'t, '_>) -> Times<'t> {
    let start = start.needed().and_then(View::moment);
    let end = end
        .optional()
        .and_then(|end| end.map(View::moment).transpose());
    match (start, end) {
        (Ok(first), Ok(Some(last))) if last.value.instant < first.value.instant => {
            let blocked = Blocked {
                place: last.place,
                obstacle: Obstacle::InvertedInterval,
            };
            (Err(blocked), Err(blocked))
        }
        times => times,
    }
}

/// What is read of a row of attendance.
const OF_ROWS: Keys<5> = Keys::new(["person", "capacity", "presence", "mode", "reason"]);

impl<'t> Row<'t> {
    fn read(view: View<'t>) -> Self {
        let [person, capacity, presence, mode, reason] = view.fields(&OF_ROWS);
        Self {
            person: person.text(),
            person_at: None,
            capacity: capacity.text(),
            presence: presence.text(),
            mode: mode.optional_text(),
            reason: reason.optional_text(),
            place: view.place(),
        }
    }
}
