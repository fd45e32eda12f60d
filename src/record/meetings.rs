//! Seats on platforms, meetings and who was there.

use crate::calendar::{Day, Moment};
use crate::document::{Blocked, Class, Dated, Location, Marked, Obstacle, Read, View};
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

impl<'t> Representation<'t> {
    /// Reads a representation record.
    pub fn read(head: Head<'t>) -> Self {
        let view = head.view;
        Self {
            head,
            platform: view.text_of("platform"),
            person: view.text_of("person"),
            capacity: view.text_of("capacity"),
            cover: view.optional("cover").map(|cover| cover.is_some()),
            interval: view.interval(),
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

impl<'t> Meeting<'t> {
    /// Reads a meeting record.
    pub fn read(head: Head<'t>) -> Self {
        let view = head.view;
        let (start, end) = times(view);
        Self {
            head,
            platform: view.text_of("platform"),
            start,
            end,
            status: view.text_of("status"),
            mode: view.text_of("mode"),
            place: view.optional_location("place"),
            extraordinary: view.optional_text("extraordinary"),
            notice_date: view.optional_day("notice_date"),
            attendance: view.list("attendance", Row::read),
            attendance_view: view.member("attendance"),
        }
    }

    /// When it was entered.
    pub fn recorded_on(&self) -> Read<Option<Marked<Day>>> {
        self.head.view.optional_day("recorded_on")
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
fn times(meeting: View<'_>) -> Times<'_> {
    let start = meeting.member("start").and_then(View::moment);
    let end = meeting
        .optional("end")
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

impl<'t> Row<'t> {
    fn read(view: View<'t>) -> Self {
        Self {
            person: view.text_of("person"),
            capacity: view.text_of("capacity"),
            presence: view.text_of("presence"),
            mode: view.optional_text("mode"),
            reason: view.optional_text("reason"),
            place: view.place(),
        }
    }
}
