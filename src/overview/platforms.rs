//! Platforms: what they are, who represents the organization on them, whether anybody went.

use jiff::Span;

use super::desk::{Desk, Seen, one_of, opaque, schema};
use super::facts::{
    ContactFacts, DesignationFacts, Expectation, Level, MeetingFacts, MeetingStatus, Party, Place,
    PlatformFacts, Presence, SeatFacts, Status, StatusFacts, SuspensionFacts,
};
use super::told::{Listed, Told};
use crate::bundle::Bundle;
use crate::calendar::Day;
use crate::document::{Marked, Read, any, entries};
use crate::privacy::show_id;
use crate::record::{self, ContactLog, Meeting, Platform, Representation};
use crate::rules::shared::all;
use crate::rules::shared::alternate::HCT_ALTERNATE;
use crate::rules::shared::place::Site;
use crate::rules::shared::security_meeting::{ACTING_COM, SMT};
use crate::rules::shared::standing::{
    entry_on, expects_iom, is_active, is_level, is_relevant, permits,
};
use crate::rules::shared::suspension::suspended_on;

/// Codes of capacities, the weightiest first.
const CAPACITIES: [&str; 4] = ["member", "coordinator", "alternate", "observer"];
const OUTCOMES: [&str; 2] = ["reached", "unreachable"];

/// How weighty a capacity is: 0 = most.
fn rank(capacity: Option<&String>) -> usize {
    let rank = capacity.and_then(|code| CAPACITIES.iter().position(|known| known == code));
    rank.unwrap_or(CAPACITIES.len())
}

impl<'b, 't> Desk<'b, 't> {
    pub(super) fn platform(&self, platform: &'b Platform<'t>, seen: Seen) -> PlatformFacts {
        let today = self.today;
        let status = self.tell(seen, status_on(platform, today), |it| it);
        let is_suspended =
            |it: &Option<StatusFacts>| it.is_some_and(|status| status.value == Status::Suspended);
        let suspension = match &status {
            Told::Known(status) if !is_suspended(status) => Told::Known(None),
            _ => self.suspension(platform, seen),
        };
        let seats = self.seats(platform);
        let (meetings, last_held, last_attended) = self.attendance(platform, seen);
        let cadence = platform
            .cadence()
            .and_then(|it| it.map(duration).transpose());
        let clusters = || {
            entries(&platform.clusters)
                .map(|code| opaque((*code?)?).map(str::to_owned))
                .collect::<Read<Vec<_>>>()
        };
        PlatformFacts {
            record: self.record(&platform.head),
            masked: seen == Seen::Masked,
            types: self.types(platform),
            clusters: self.tell(seen, clusters(), |it| it),
            level: self.tell(seen, level_of(platform), |it| it),
            place: self.tell(seen, self.place_of(platform), |it| it),
            status,
            expectation: self.tell(seen, expectation_of(platform), |it| it),
            cadence: self.tell(seen, cadence, |it| it.map(str::to_owned)),
            represented: is_represented(&seats),
            judgement: self.platform_judgement(platform),
            seats,
            designations: self.designations_of(platform),
            meetings,
            last_held,
            last_attended,
            suspension,
        }
    }

    fn types(&self, platform: &Platform<'t>) -> Listed<String> {
        let mut types = Listed::default();
        for written in entries(&platform.types) {
            let code = written.copied().and_then(|written| {
                let written = written?;
                written.code().ok_or(schema(written.written.place))
            });
            match code {
                Ok(code) => types.items.push(code.to_owned()),
                Err(blocked) => self.doubt(&mut types, Err(blocked)),
            }
        }
        types
    }

    fn place_of(&self, platform: &Platform<'t>) -> Read<Option<Place>> {
        let site = Site::of_platform(self.bundle, platform)?;
        site.map(|site| place_of(&site)).transpose()
    }

    /// The seats of the day, and what hides further ones.
    fn seats_today(&self, platform: &Platform<'t>) -> (Vec<&'b Representation<'t>>, Read<()>) {
        match platform.head.id {
            Ok(id) => {
                let terms = self.bundle.seats_of(id.value);
                let complete = terms.complete(self.today, self.today);
                (terms.on(self.today).collect(), complete)
            }
            Err(blocked) => (Vec::new(), Err(blocked)),
        }
    }

    fn seats(&self, platform: &Platform<'t>) -> Listed<SeatFacts> {
        let mut seats = Listed::default();
        let (today, complete) = self.seats_today(platform);
        for seat in today {
            match self.seen(&seat.head) {
                Seen::LeftOut => seats.left_out += 1,
                seen => seats.items.push(self.seat(seat, seen)),
            }
        }
        seats.items.sort_by(|one, other| {
            let key = |seat: &SeatFacts| {
                let person = seat.person.known().map(|person| person.id.clone());
                (rank(seat.capacity.known()), person)
            };
            key(one).cmp(&key(other))
        });
        self.doubt(&mut seats, complete);
        seats
    }

    fn seat(&self, seat: &Representation<'t>, seen: Seen) -> SeatFacts {
        let (from, to) = self.days(seen, seat.interval);
        SeatFacts {
            record: self.record(&seat.head),
            // Ids stay visible whatever the class.
            person: self.tell(Seen::Clear, seat.person, |it| self.person(it)),
            capacity: self.code(seen, seat.capacity, &CAPACITIES),
            from,
            to,
            cover: self.tell(seen, seat.cover, |it| it),
            judgement: self.judgement([seat.head.place()], None),
        }
    }

    fn platform_judgement(&self, platform: &Platform<'t>) -> super::facts::Judgement {
        let (seats, complete) = self.seats_today(platform);
        let seats = seats.iter().map(|seat| seat.head.place());
        self.judgement(
            std::iter::once(platform.head.place()).chain(seats),
            complete.err(),
        )
    }

    fn designations_of(&self, platform: &Platform<'t>) -> Listed<DesignationFacts> {
        let mut doubts = Vec::new();
        let mut found = Vec::new();
        for (sort, usual) in [(ACTING_COM, SMT), (HCT_ALTERNATE, "hct")] {
            let terms = self.bundle.designation_terms(sort);
            for designation in terms.on(self.today) {
                let concerned = platform.head.id.and_then(|id| {
                    let is_usual = Bundle::is_of_type(platform, usual);
                    self.concerns(designation, id.value, is_usual)
                });
                match concerned {
                    Ok(true) => found.push(designation),
                    Ok(false) => {}
                    Err(blocked) => doubts.push(blocked),
                }
            }
            doubts.extend(terms.complete(self.today, self.today).err());
        }
        doubts.sort_unstable();
        doubts.dedup();
        let mut list = self.designations(found.into_iter());
        list.unread = doubts.into_iter().map(|by| self.unknown(by)).collect();
        list
    }

    /// Its meetings, the last day on which one was held, and the last on which somebody was there.
    fn attendance(
        &self,
        platform: &Platform<'t>,
        seen: Seen,
    ) -> (Listed<MeetingFacts>, Told<Option<Day>>, Told<Option<Day>>) {
        let id = match platform.head.id {
            Ok(id) => id.value,
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
        let astray = self.astray.iter().map(|blocked| self.unknown(*blocked));
        list.unread.extend(astray);
        let seen = if hidden { Seen::Masked } else { seen };
        let last = |test: &dyn Fn(&Meeting<'t>) -> Read<bool>| {
            self.tell(seen, self.last(id, test), |it| it)
        };
        let held = last(&|meeting| is_held(meeting));
        let attended = last(&|meeting| {
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

    fn suspension(&self, platform: &'b Platform<'t>, seen: Seen) -> Told<Option<SuspensionFacts>> {
        let suspension = suspended_on(self.bundle, platform, self.today);
        self.tell(seen, suspension, |suspension| {
            suspension.map(|suspension| {
                let known = |first| suspension.contacts_are_known(first, self.today);
                let last = match suspension.last_contact(self.today) {
                    Some((day, log)) => match day.tomorrow() {
                        Ok(next) if next <= self.today => known(next),
                        _ => Ok(()),
                    }
                    .map(|()| Some((day, log))),
                    None => known(suspension.since).map(|()| None),
                };
                let seen = self.seen_contacts(suspension.id.value, suspension.since);
                SuspensionFacts {
                    since: suspension.since,
                    convener: self.tell(
                        Seen::Clear,
                        platform.convener().and_then(|it| it.map(party).transpose()),
                        |it| it,
                    ),
                    last_contact: self.tell(seen, last, |last| {
                        last.map(|(day, log)| self.contact(day, log))
                    }),
                }
            })
        })
    }

    /// Whether the reader may see all contacts of a time.
    fn seen_contacts(&self, platform: &str, since: Day) -> Seen {
        let logs = self.bundle.contact_logs_of(platform);
        let mut within = logs.found().iter().filter(|(days, _)| days.from >= since);
        if within.all(|(_, log)| self.seen(&log.head) == Seen::Clear) {
            Seen::Clear
        } else {
            Seen::Masked
        }
    }

    fn contact(&self, date: Day, log: &ContactLog<'t>) -> ContactFacts {
        let outcome = log
            .outcome()
            .and_then(|it| it.map(|it| one_of(it, &OUTCOMES)).transpose());
        ContactFacts {
            record: self.record(&log.head),
            date,
            with: self.tell(Seen::Clear, log.with().and_then(party), |it| it),
            outcome: self.tell(Seen::Clear, outcome, |it| it.map(str::to_owned)),
        }
    }
}

fn party(party: record::Party<'_>) -> Read<Party> {
    let org = party.org?.map(opaque).transpose()?;
    Ok(Party {
        org: org.map(str::to_owned),
    })
}

fn duration(written: Marked<&str>) -> Read<&str> {
    match written.value.parse::<Span>() {
        Ok(_) => Ok(written.value),
        Err(_) => Err(schema(written.place)),
    }
}

fn is_represented(seats: &Listed<SeatFacts>) -> Told<bool> {
    if !seats.items.is_empty() {
        Told::Known(true)
    } else if seats.left_out > 0 {
        Told::Masked
    } else if let Some(unknown) = seats.unread.first() {
        Told::Unknown(unknown.clone())
    } else {
        Told::Known(false)
    }
}

/// The place of a site.
pub(super) fn place_of(site: &Site<'_>) -> Read<Place> {
    Ok(Place {
        office: site.office.map(|office| show_id(office).to_owned()),
        town: site.town?.map(str::to_owned),
        pcode: site.pcode?.map(str::to_owned),
    })
}

fn level_of(platform: &Platform<'_>) -> Read<Level> {
    let written = platform.level()?;
    match written.value {
        "national" => Ok(Level::National),
        "subnational" => Ok(Level::Subnational),
        _ => Err(schema(written.place)),
    }
}

/// The status of a day: of several entries an active one counts, as for the rules, else the first.
fn status_on(platform: &Platform<'_>, day: Day) -> Read<Option<StatusFacts>> {
    let entry = if is_active(platform, day)? {
        let covers = |status: &&record::Status<'_>| {
            status
                .interval
                .is_ok_and(|dated| dated.interval.covers(day))
                && status.value.is_ok_and(|value| value.value == "active")
        };
        platform
            .status
            .as_ref()
            .ok()
            .and_then(|list| list.iter().find(covers))
    } else {
        entry_on(platform, day)?
    };
    let Some(entry) = entry else {
        return Ok(None);
    };
    let days = entry.interval?.interval;
    let written = entry.value?;
    let value = match written.value {
        "active" => Status::Active,
        "suspended" => Status::Suspended,
        "deactivated" => Status::Deactivated,
        "not-established" => Status::NotEstablished,
        _ => return Err(schema(written.place)),
    };
    Ok(Some(StatusFacts {
        value,
        since: days.from,
        until: days.to,
    }))
}

fn expectation_of(platform: &Platform<'_>) -> Read<Expectation> {
    let (relevant, expected) = (is_relevant(platform), expects_iom(platform));
    if relevant == Ok(false) {
        return Ok(Expectation::NotRelevant);
    }
    if expected == Ok(false) {
        return Ok(Expectation::NoSeat);
    }
    relevant?;
    expected?;
    let permits_below = |what| all([is_level(platform, "subnational"), permits(platform, what)]);
    if permits_below("covered-by-hub")? {
        Ok(Expectation::CoveredByHub)
    } else if permits_below("no-access")? {
        Ok(Expectation::NoAccess)
    } else {
        Ok(Expectation::Expected)
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
