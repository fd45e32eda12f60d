//! Somebody attends a platform regularly without a standing seat.

use rustc_hash::FxHashMap;

use super::shared::{all, any, items, present_rows};
use super::{Judge, Rule};
use crate::bundle::Bundle;
use crate::calendar::{Day, Moment};
use crate::catalogue::{Example, Group, Meta, Param, ParamValue, Scope, Severity, Strength};
use crate::document::{Blocked, Kind, Marked, Obstacle, Read};
use crate::finding::{Fact, Finding};
use crate::record::{Designation, Meeting, Representation, Row};

static MEETINGS: Param = Param {
    table: "attendee-without-representation",
    key: "meetings",
    value: ParamValue::Number(3, 1, 1_000),
    doc: "Number of meetings without a standing seat from which on attendance counts as regular.",
};

static META: Meta = Meta {
    id: "attendee-without-representation",
    group: Group::Integrity,
    severity: Severity::Advice,
    scope: Scope::Subject,
    summary: "A person attends a platform regularly without a representation on it.",
    page: "## What it checks\n\
        For each person and platform, the meetings held that the person attended, other than as an observer, on days \
        that no representation of the person on the platform covers. From `meetings` (3) on they are reported.\n\n\
        ## Why it matters\n\
        Somebody who comes regularly sits there for the organization; without a standing record nobody sees who \
        does, and the rules on representation judge an empty seat.\n\n\
        ## Exceptions\n\
        General coordination meetings, which are open to all. Days on which the person was designated `acting-com` \
        or `hct-alternate` for the platform or without limitation.\n\n\
        ## What it marks\n\
        The `person` of the first such attendance; related: the next ones, up to the number that makes it regular.\n",
    example: EXAMPLE,
    source: "our own inference",
    statements: &[],
    strength: Strength::Inferred,
    pack: None,
    also_packs: &[],
    params: &[&MEETINGS],
};

const EXAMPLE: Example = Example::Records {
    as_of: "2025-03-31",
    given: r#"
{"mission": "mli", "records": [
  {"kind": "person", "id": "P-06", "assignments": [
    {"role": "programme-officer", "kind": "staff", "duty_station": "bko", "from": "2024-01-15"}]},
  {"kind": "person", "id": "P-10", "assignments": [
    {"role": "programme-manager", "kind": "staff", "duty_station": "bko", "from": "2023-02-01"}]},
  {"kind": "platform", "id": "imwg", "types": ["working-group"], "level": "national",
   "status": [{"value": "active", "from": "2012-04-01"}]},
  {"kind": "meeting", "id": "M-1", "platform": "imwg", "start": "2025-01-15T10:00:00Z",
   "status": "held", "mode": "in-person",
   "attendance": [{"person": "P-06", "capacity": "member", "presence": "present"}]},
  {"kind": "meeting", "id": "M-2", "platform": "imwg", "start": "2025-02-12T10:00:00Z",
   "status": "held", "mode": "in-person",
   "attendance": [{"person": "P-06", "capacity": "member", "presence": "present"}]},
  {"kind": "meeting", "id": "M-3", "platform": "imwg", "start": "2025-03-12T10:00:00Z",
   "status": "held", "mode": "in-person",
   "attendance": [{"person": "P-06", "capacity": "member", "presence": "present"}]}
]}
"#,
    valid: r#"
{"kind": "representation", "id": "R-1", "mission": "mli", "platform": "imwg",
 "person": "P-06", "capacity": "member", "from": "2024-02-01"}
"#,
    invalid: r#"
{"kind": "representation", "id": "R-1", "mission": "mli", "platform": "imwg",
 "person": "P-10", "capacity": "member", "from": "2024-02-01"}
"#,
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    let meetings = usize::try_from(judge.number(&MEETINGS)).unwrap_or(usize::MAX);
    let gathered = gather(bundle);
    for blocked in &gathered.unread {
        judge.block(*blocked);
    }
    for attendee in &gathered.attendees {
        let Some((meeting, row)) = attendee.attended else {
            continue;
        };
        let platform = bundle.platform_of(meeting);
        let about = platform.map_or(row.place, |platform| platform.head.place());
        judge.subject(about, |judge| {
            // Too few to be regular, whatever the days.
            if attendee.rows.len() < meetings || is_open_to_all(bundle, attendee)? {
                return Ok(());
            }
            let (counted, untold) = count(bundle, attendee, gathered.seat_unread(attendee));
            match (counted.first(), untold.first()) {
                (Some(first), _) if counted.len() >= meetings => {
                    judge.report(finding(first, &counted, meetings)?);
                }
                (_, Some(blocked)) if counted.len() + untold.len() >= meetings => {
                    return Err(*blocked);
                }
                _ => {}
            }
            Ok(())
        });
    }
}

/// A person on a platform.
struct Attendee<'b, 't> {
    platform: &'t str,
    person: &'t str,
    seats: Vec<&'b Representation<'t>>,
    /// The first attendance other than as an observer, if there is any.
    attended: Option<(&'b Meeting<'t>, &'b Row<'t>)>,
    /// Such attendance on days of which it is not certain that a seat covers them.
    rows: Vec<(&'b Meeting<'t>, &'b Row<'t>)>,
}

impl<'b, 't> Attendee<'b, 't> {
    fn attends(&mut self, meeting: &'b Meeting<'t>, row: &'b Row<'t>) {
        self.attended = self.attended.or(Some((meeting, row)));
        let seated = |day: Day| {
            let mut dated = self.seats.iter().filter_map(|seat| seat.interval.ok());
            dated.any(|dated| dated.interval.covers(day))
        };
        if !meeting.start.is_ok_and(|start| seated(start.value.day)) {
            self.rows.push((meeting, row));
        }
    }
}

/// Everybody on every platform.
struct Gathered<'b, 't> {
    attendees: Vec<Attendee<'b, 't>>,
    /// By platform and person.
    index: FxHashMap<(&'t str, &'t str), usize>,
    /// Attendance of which it cannot be told whose it is.
    unread: Vec<Blocked>,
    /// A representation of which it cannot be told whose it is.
    seat_unread: Option<Blocked>,
    /// Representations that lead to nobody, by platform, or to no platform, by person: they may be meant for those who
    /// attend.
    astray: FxHashMap<&'t str, Blocked>,
}

impl<'b, 't> Gathered<'b, 't> {
    /// Changes the attendee for a platform and a person, references as they are written within the mission.
    fn with(
        &mut self,
        (platform, person): (&'t str, &'t str),
        change: impl FnOnce(&mut Attendee<'b, 't>),
    ) {
        let at = *self
            .index
            .entry((platform, person))
            .or_insert(self.attendees.len());
        if at == self.attendees.len() {
            self.attendees.push(Attendee {
                platform,
                person,
                seats: Vec::new(),
                attended: None,
                rows: Vec::new(),
            });
        }
        if let Some(attendee) = self.attendees.get_mut(at) {
            change(attendee);
        }
    }
}

impl<'t> Gathered<'_, 't> {
    fn note_astray(
        &mut self,
        bundle: &Bundle<'t>,
        seat: &Representation<'t>,
        (platform, person): (&'t str, &'t str),
    ) {
        let leads_nowhere = |blocked: &Blocked| {
            matches!(blocked.obstacle, Obstacle::Reference | Obstacle::NotGiven)
        };
        let to_nobody = seat.person.and_then(|person| bundle.person(person)).err();
        if let Some(blocked) = to_nobody.filter(leads_nowhere) {
            self.astray.entry(platform).or_insert(blocked);
        }
        let nowhere = seat.platform.and_then(|to| bundle.platform(to)).err();
        if let Some(blocked) = nowhere.filter(leads_nowhere) {
            self.astray.entry(person).or_insert(blocked);
        }
    }

    /// An obstacle if a representation may be meant for somebody on a platform that does not say so.
    fn seat_unread(&self, attendee: &Attendee<'_, '_>) -> Option<Blocked> {
        let astray = [attendee.platform, attendee.person];
        let astray = astray.iter().find_map(|id| self.astray.get(id).copied());
        self.seat_unread.or(astray)
    }
}

fn gather<'b, 't>(bundle: &'b Bundle<'t>) -> Gathered<'b, 't> {
    let mut gathered = Gathered {
        attendees: Vec::new(),
        index: FxHashMap::default(),
        unread: Vec::new(),
        seat_unread: bundle.nothing_unread(Kind::Representation).err(),
        astray: FxHashMap::default(),
    };
    let plain = |platform: Read<Marked<&'t str>>, person: Read<Marked<&'t str>>| -> Read<_> {
        Ok((bundle.plain(platform?.value), bundle.plain(person?.value)))
    };
    for seat in &bundle.representations {
        match plain(seat.platform, seat.person) {
            Ok(both) => {
                gathered.note_astray(bundle, seat, both);
                gathered.with(both, |attendee| attendee.seats.push(seat));
            }
            Err(blocked) => gathered.seat_unread = gathered.seat_unread.or(Some(blocked)),
        }
    }
    for attended in present_rows(bundle) {
        let read = attended
            .and_then(|(meeting, row)| Ok((plain(meeting.platform, row.person)?, meeting, row)));
        match read {
            Ok((.., row))
                if row
                    .capacity
                    .is_ok_and(|capacity| capacity.value == "observer") => {}
            Ok((both, meeting, row)) => {
                gathered.with(both, |attendee| attendee.attends(meeting, row));
            }
            Err(blocked) => gathered.unread.push(blocked),
        }
    }
    gathered
}

/// Whether the platform's meetings are general ones. An obstacle where the platform or the person is not known.
fn is_open_to_all(bundle: &Bundle<'_>, attendee: &Attendee<'_, '_>) -> Read<bool> {
    let Some((meeting, row)) = attendee.rows.first() else {
        return Ok(true);
    };
    bundle.person(row.person?)?;
    Bundle::is_of_type(bundle.platform_of(meeting)?, "general-coordination")
}

/// Attendance that no seat and no designation explains.
struct Counted<'b, 't> {
    meeting: &'b Meeting<'t>,
    row: &'b Row<'t>,
    start: Moment<'t>,
}

/// What counts, by start, and what cannot be told whether it counts.
fn count<'b, 't>(
    bundle: &Bundle<'t>,
    attendee: &Attendee<'b, 't>,
    seat_unread: Option<Blocked>,
) -> (Vec<Counted<'b, 't>>, Vec<Blocked>) {
    let unread = seat_unread.or(bundle.nothing_unread(Kind::Designation).err());
    let is_for_other = |to: Marked<&str>| bundle.plain(to.value) != attendee.person;
    let designations = bundle
        .designations
        .iter()
        .filter(|designation| !designation.to_person.is_ok_and(is_for_other));
    let designations: Vec<&Designation<'t>> = designations.collect();
    let (mut counted, mut untold) = (Vec::new(), Vec::new());
    for &(meeting, row) in &attendee.rows {
        let explained = meeting.start.and_then(|start| {
            let day = start.value.day;
            let seats = attendee
                .seats
                .iter()
                .map(|seat| Ok(seat.interval?.interval.covers(day)));
            let stands_in = designations
                .iter()
                .map(|designation| is_for(bundle, designation, attendee.platform, day));
            let observer = row.capacity.map(|capacity| capacity.value == "observer");
            any(seats
                .chain(stands_in)
                .chain([observer])
                .chain(unread.map(Err)))
        });
        match (explained, meeting.start) {
            (Ok(false), Ok(start)) => counted.push(Counted {
                meeting,
                row,
                start: start.value,
            }),
            (Err(blocked), _) | (_, Err(blocked)) => untold.push(blocked),
            (Ok(true), Ok(_)) => {}
        }
    }
    counted.sort_by_key(|counted| counted.start.instant);
    (counted, untold)
}

/// Whether a designation to the person covers a platform on a day.
fn is_for(
    bundle: &Bundle<'_>,
    designation: &Designation<'_>,
    platform: &str,
    day: Day,
) -> Read<bool> {
    let names = |scope: &[Read<Marked<&str>>]| {
        let names = scope
            .iter()
            .map(|named| named.map(|named| bundle.plain(named.value) == platform));
        any([Ok(scope.is_empty())].into_iter().chain(names))
    };
    all([
        designation
            .designation
            .map(|sort| matches!(sort.value, "acting-com" | "hct-alternate")),
        designation.interval.map(|dated| dated.interval.covers(day)),
        items(&designation.scope).and_then(names),
        designation.to_person.map(|_| true),
    ])
}

fn finding(first: &Counted<'_, '_>, counted: &[Counted<'_, '_>], meetings: usize) -> Read<Finding> {
    let person = first.row.person?;
    let last = counted.last().unwrap_or(first);
    let others = counted
        .iter()
        .take(meetings)
        .skip(1)
        .map(|counted| Ok(counted.row.person?.place));
    let finding = Finding::new(&META, person.place)
        .with("person", Fact::Person(person.value.to_owned()))
        .with(
            "platform",
            Fact::Id(first.meeting.platform?.value.to_owned()),
        )
        .with(
            "count",
            Fact::Number(i64::try_from(counted.len()).unwrap_or(i64::MAX)),
        )
        .with("from", Fact::Day(first.start.day))
        .with("to", Fact::Day(last.start.day))
        .and_all("again", others.collect::<Read<Vec<_>>>()?);
    let rows = counted.iter().map(|counted| counted.row.place);
    Ok(rows.fold(finding, Finding::about))
}
