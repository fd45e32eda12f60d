//! Records about platforms, by the platform they name.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::roster::{Doubt, Terms};
use super::{Bundle, Key, Lookup};
use crate::calendar::Interval;
use crate::document::{Blocked, Kind, Marked, Read};
use crate::record::{ContactLog, Meeting, Representation};

/// Each made when first asked for: meetings are many, and few rules ask.
#[derive(Debug, Default)]
pub(super) struct Around {
    seats: OnceLock<Named>,
    meetings: OnceLock<Named>,
    contact_logs: OnceLock<Named>,
    /// The number of references, if all lead to what they should.
    all_found: OnceLock<Option<u64>>,
}

/// Positions of records of a kind, by the position of the platform they name. (No references: behind a lock they would
/// tie the lifetimes of bundles and records to each other.)
#[derive(Debug, Default)]
struct Named {
    by_platform: FxHashMap<usize, Vec<usize>>,
    doubts: Vec<Doubt>,
}

impl Named {
    fn of(&self, platform: Option<usize>) -> &[usize] {
        let positions = platform.and_then(|at| self.by_platform.get(&at));
        positions.map(Vec::as_slice).unwrap_or_default()
    }
}

impl<'t> Bundle<'t> {
    /// The mission's seats on a platform, with the days they last; in order of path and text. A doubt is every seat of
    /// which it cannot be told on which platform it is, or when.
    pub fn seats_of(&self, platform: &str) -> Terms<&Representation<'t>> {
        let seats = self.around.seats.get_or_init(|| {
            let seats = self.representations.iter();
            let seats = seats.map(|seat| (seat.platform, days_of_seat(seat)));
            self.by_platform(Kind::Representation, seats)
        });
        let mut terms = Terms::doubting(&seats.doubts);
        for &at in seats.of(self.position_of(platform)) {
            let seat = &self.representations[at];
            terms.put(days_of_seat(seat), seat);
        }
        terms
    }

    /// The meetings of a platform, whatever their status, each for the day it starts on; in order of their starts. A
    /// doubt is every meeting of which it cannot be told of which platform it is, or when.
    pub fn meetings_of(&self, platform: &str) -> Terms<&Meeting<'t>> {
        let meetings = self.around.meetings.get_or_init(|| {
            let meetings = self.meetings.iter();
            let meetings = meetings.map(|meeting| (meeting.platform, day_of_meeting(meeting)));
            let mut named = self.by_platform(Kind::Meeting, meetings);
            let start = |at: &usize| {
                self.meetings[*at]
                    .start
                    .ok()
                    .map(|start| start.value.instant)
            };
            named.sort_by_key(start);
            named
        });
        let mut terms = Terms::doubting(&meetings.doubts);
        for &at in meetings.of(self.position_of(platform)) {
            let meeting = &self.meetings[at];
            terms.put(day_of_meeting(meeting), meeting);
        }
        terms
    }

    /// Contacts with the convener of a platform, each for its day; in order of their days. A doubt is every contact of
    /// which it cannot be told for which platform it was, or when.
    pub fn contact_logs_of(&self, platform: &str) -> Terms<&ContactLog<'t>> {
        let logs = self.around.contact_logs.get_or_init(|| {
            let logs = self.contact_logs.iter();
            let logs = logs.map(|log| (log.platform, day_of_log(log)));
            let mut named = self.by_platform(Kind::ContactLog, logs);
            named.sort_by_key(|at| self.contact_logs[*at].date.ok().map(|date| date.value));
            named
        });
        let mut terms = Terms::doubting(&logs.doubts);
        for &at in logs.of(self.position_of(platform)) {
            let log = &self.contact_logs[at];
            terms.put(day_of_log(log), log);
        }
        terms
    }

    /// The number of references of the bundle's records, if every one leads to what it should. Nearly always all do,
    /// and several rules ask.
    pub fn references_that_lead(&self) -> Option<u64> {
        *self.around.all_found.get_or_init(|| {
            let (mut number, mut all_found) = (0, true);
            let settled = self.each_unsettled_reference(&mut |target, reference| {
                number += 1;
                let lookup = reference.map(|reference| self.follow(target, reference));
                all_found = all_found && matches!(lookup, Ok(Lookup::Found(())));
            });
            all_found.then_some(number + settled)
        })
    }

    fn by_platform(
        &self,
        kind: Kind,
        records: impl Iterator<Item = (Read<Marked<&'t str>>, Read<Interval>)>,
    ) -> Named {
        let mut named = Named::default();
        named.doubts.extend(Doubt::of(self.nothing_unread(kind)));
        for (at, (platform, days)) in records.enumerate() {
            match self.platform_named(platform) {
                Ok(Some(named_at)) => named.by_platform.entry(named_at).or_default().push(at),
                Ok(None) => {}
                Err(blocked) => named.doubts.push(Doubt {
                    days: days.ok(),
                    blocked,
                }),
            }
        }
        named
    }

    /// Position of the platform with an id.
    fn position_of(&self, platform: &str) -> Option<usize> {
        let entry = self
            .index
            .by_id
            .get(&Key(Kind::Platform, self.plain(platform)))?;
        Some(entry.position)
    }

    /// Position of the platform that a reference names; none for one of another mission. One that leads nowhere may be
    /// any platform of the mission, misspelt.
    fn platform_named(&self, reference: Read<Marked<&'t str>>) -> Read<Option<usize>> {
        let reference = reference?;
        let position = self.position_of(reference.value);
        if position.is_none() && !self.is_foreign(reference.value) {
            return Err(Blocked {
                place: reference.place,
                obstacle: self.obstacle_of_missing(Kind::Platform),
            });
        }
        Ok(position)
    }
}

impl Named {
    /// Sorts the records of each platform; those without a key come first.
    fn sort_by_key<K: Ord>(&mut self, key: impl Fn(&usize) -> K) {
        #[expect(clippy::iter_over_hash_type, reason = "each list is sorted for itself")]
        for positions in self.by_platform.values_mut() {
            positions.sort_by_key(&key);
        }
    }
}

fn days_of_seat(seat: &Representation<'_>) -> Read<Interval> {
    seat.interval.map(|dated| dated.interval)
}

fn day_of_meeting(meeting: &Meeting<'_>) -> Read<Interval> {
    meeting.start.map(|start| Interval::on(start.value.day))
}

fn day_of_log(log: &ContactLog<'_>) -> Read<Interval> {
    log.date.map(|date| Interval::on(date.value))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{bundle, document};
    use crate::calendar::Day;
    use crate::document::Obstacle;
    use jiff::civil::date;

    fn day(day: i8) -> Day {
        date(2025, 3, day)
    }

    fn obstacle(complete: crate::document::Read<()>) -> Option<Obstacle> {
        complete.err().map(|blocked| blocked.obstacle)
    }

    #[test]
    fn seats_are_found_by_platform_and_what_may_be_one_is_a_doubt() {
        let documents = [document(
            r#"{"mission": "mli", "records": [
            {"kind": "platform", "id": "smt"}, {"kind": "platform", "id": "hct"},
            {"kind": "representation", "id": "1", "platform": "smt", "from": "2025-03-01", "to": "2025-03-05"},
            {"kind": "representation", "id": "2", "platform": "mli/smt", "from": "2025-03-05"},
            {"kind": "representation", "id": "3", "platform": "eth/smt", "from": "2025-03-01"},
            {"kind": "representation", "id": "4", "platform": "hct", "from": "2025-03-01"},
            {"kind": "representation", "id": "5", "platform": "smpt", "from": "2025-03-10", "to": "2025-03-12"}
        ]}"#,
        )];
        let bundle = bundle(&documents);
        let seats = bundle.seats_of("smt");
        let ids = |day| {
            let seats = seats.on(day).map(|seat| seat.head.id.unwrap().value);
            seats.collect::<Vec<_>>()
        };
        assert_eq!(ids(day(4)), ["1"]);
        assert_eq!(ids(day(5)), ["1", "2"]);
        assert_eq!(bundle.seats_of("mli/hct").found().len(), 1);
        assert_eq!(obstacle(seats.complete(day(1), day(9))), None);
        assert_eq!(
            obstacle(seats.complete(day(9), day(10))),
            Some(Obstacle::Reference),
            "the fifth may be on this platform"
        );
    }

    #[test]
    fn meetings_are_in_order_of_their_starts() {
        let documents = [document(
            r#"{"mission": "mli", "kind": "meeting", "records": [
            {"kind": "platform", "id": "smt"},
            {"id": "b", "platform": "smt", "start": "2025-03-05T10:00:00Z"},
            {"id": "a", "platform": "smt", "start": "2025-03-05T10:30:00+01:00"},
            {"id": "c", "platform": "smt", "start": "2025-03-01T10:00:00Z"}
        ]}"#,
        )];
        let bundle = bundle(&documents);
        let meetings = bundle.meetings_of("smt");
        let found = meetings.found().iter();
        let ids: Vec<&str> = found
            .map(|(_, meeting)| meeting.head.id.unwrap().value)
            .collect();
        assert_eq!(ids, ["c", "a", "b"]);
        assert_eq!(obstacle(meetings.complete(day(1), day(31))), None);
        assert_eq!(meetings.on(day(5)).count(), 2);
    }

    #[test]
    fn a_meeting_at_an_unknown_time_may_be_at_any() {
        let documents = [document(
            r#"[{"kind": "platform", "id": "smt", "mission": "mli"},
            {"kind": "meeting", "mission": "mli", "id": "a", "platform": "smt", "start": "yesterday"}]"#,
        )];
        let bundle = bundle(&documents);
        let meetings = bundle.meetings_of("smt");
        assert!(meetings.found().is_empty());
        assert_eq!(
            obstacle(meetings.complete(day(1), day(1))),
            Some(Obstacle::Schema)
        );
    }

    #[test]
    fn periods_are_complete_for_platforms_that_their_records_name() {
        let documents = [document(
            r#"{"mission": "mli", "kind": "contact-log",
            "period": {"from": "2025-03-01", "to": "2025-03-31", "complete": true},
            "records": [{"id": "a", "platform": "mli/pmt", "date": "2025-03-04"},
                        {"id": "b", "platform": "hct", "date": "2025-03-02"}]}"#,
        )];
        let bundle = bundle(&documents);
        let periods = bundle.complete_periods("pmt");
        let days: Vec<_> = periods
            .iter()
            .map(|(days, _)| (days.from, days.to))
            .collect();
        assert_eq!(days, [(day(1), Some(day(31)))]);
        assert!(bundle.complete_periods("smt").is_empty());
        assert_eq!(bundle.envelopes().len(), 1);
    }
}
