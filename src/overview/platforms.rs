//! Platforms: what they are, who represents the organization on them, whether anybody went.

use jiff::Span;

use super::desk::{Desk, Seen, opaque, schema};
use super::facts::{
    DesignationFacts, Expectation, Judgement, Level, Place, PlatformFacts, SeatFacts, Status,
    StatusFacts,
};
use super::told::{Listed, Told};
use crate::bundle::Bundle;
use crate::calendar::Day;
use crate::document::{Marked, Read, entries};
use crate::privacy::show_id;
use crate::record::{self, Platform, Representation};
use crate::rules::shared::all;
use crate::rules::shared::alternate::HCT_ALTERNATE;
use crate::rules::shared::place::Site;
use crate::rules::shared::security_meeting::{ACTING_COM, SMT};
use crate::rules::shared::standing::{
    entry_on, expects_iom, is_active, is_level, is_relevant, permits,
};

/// Codes of capacities, the weightiest first.
pub(super) const CAPACITIES: [&str; 4] = ["member", "coordinator", "alternate", "observer"];

/// How weighty a capacity is: 0 = most.
pub(super) fn rank(capacity: Option<&String>) -> usize {
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
        match self.id_of(platform) {
            Ok(id) => {
                let terms = self.bundle.seats_of(id);
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

    fn platform_judgement(&self, platform: &Platform<'t>) -> Judgement {
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
                let concerned = self.id_of(platform).and_then(|id| {
                    let is_usual = Bundle::is_of_type(platform, usual);
                    self.concerns(designation, id, is_usual)
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
