//! A mission at a glance: who represents it where, at the right level, how often, and what is not known.
//!
//! The facts of the review sheet and of the audit. They are made from a bundle while it is in memory and hold no more
//! than the reader may see. What stands in no record is told as none; what could not be read as unknown, with the
//! place of the obstacle; what the reader may not see as masked or left out, and how much of it.

mod counts;
mod coverage;
mod desk;
mod facts;
mod index;
mod meetings;
mod mission;
mod places;
mod platforms;
mod security;
mod suspension;
mod told;
mod verdicts;

use std::collections::BTreeMap;

pub use counts::{Cells, MASKED, MissionCounts, NONE, Slice, UNDATED, UNKNOWN, cell_outside};
pub use desk::Reader;
pub use facts::*;
pub use told::{Listed, Record, Source, Told, Unknown};
pub use verdicts::Verdicts;

use desk::{Desk, Seen};

use crate::bundle::Bundle;
use crate::calendar::Day;
use crate::config::Settings;
use crate::finding::Place as Spot;
use crate::privacy::{Audience, is_opaque, show_id};
use crate::record::Platform;

/// A platform with the record it was made from.
type Made<'b, 't> = (PlatformFacts, &'b Platform<'t>);

impl Overview {
    /// The overview of a mission on a day for a reader; `verdicts` is what the rules say of its seats.
    pub fn of(
        bundle: &Bundle<'_>,
        settings: &Settings,
        as_of: Day,
        reader: &Reader<'_>,
        verdicts: &Verdicts,
    ) -> Self {
        let desk = Desk::new(bundle, settings, as_of, reader, verdicts);
        let (made, left_out) = platforms(&desk);
        let (positions, shown) = positions(&desk, &made);
        let security = desk.security(&positions);
        let unread = bundle
            .unread
            .iter()
            .map(|unread| (unread.kind, desk.unknown(unread.blocked)));
        let overview = Self {
            as_of,
            id: show_id(bundle.id).to_owned(),
            mission: desk.mission(),
            leadership: desk.leadership(),
            people: people(&desk),
            places: desk.places(&made),
            coverage: coverage(&desk, &made, &security),
            security,
            unread: unread.collect(),
            index: desk.index(&positions, &shown),
            platforms: Listed::default(),
        };
        let mut platforms = Listed {
            items: made.into_iter().map(|(facts, _)| facts).collect(),
            left_out,
            unread: Vec::new(),
        };
        desk.doubt(
            &mut platforms,
            bundle.nothing_unread(crate::document::Kind::Platform),
        );
        Self {
            platforms,
            ..overview
        }
    }
}

/// The people of the mission whom the reader may know of. Of several with one id the first is meant, as for the rules.
fn people(desk: &Desk<'_, '_>) -> Vec<PersonFacts> {
    let known = desk.bundle.people.iter();
    let known = known.filter(|person| desk.seen(&person.head) != Seen::LeftOut);
    let ids = known.filter_map(|person| person.head.id.ok());
    let ids = ids.filter(|id| is_opaque(id.value));
    let mut people: Vec<PersonFacts> = ids
        .map(|id| desk.person_facts(desk.bundle.id, id.value, desk.bundle.person(id)))
        .collect();
    people.sort_by(|one, other| one.id.cmp(&other.id));
    people.dedup_by(|one, other| one.id == other.id);
    people
}

/// The platforms that the reader may see, in order, and the number of the others.
fn platforms<'b, 't>(desk: &Desk<'b, 't>) -> (Vec<Made<'b, 't>>, usize) {
    let mut made = Vec::new();
    let mut left_out = 0;
    for platform in &desk.bundle.platforms {
        match desk.seen(&platform.head) {
            Seen::LeftOut => left_out += 1,
            seen => made.push((desk.platform(platform, seen), platform)),
        }
    }
    made.sort_by(|(one, _), (other, _)| {
        let level = |platform: &PlatformFacts| match platform.level {
            Told::Known(Level::National) => 0,
            Told::Masked | Told::Unknown(_) => 1,
            Told::Known(Level::Subnational) => 2,
        };
        let place = |platform: &PlatformFacts| match level(platform) {
            2 => platform.place.known().cloned().flatten(),
            _ => None,
        };
        let key = |it: &PlatformFacts| (level(it), place(it), it.record.id.clone());
        key(one).cmp(&key(other))
    });
    (made, left_out)
}

/// Positions of platforms by id and by record.
fn positions<'t>(
    desk: &Desk<'_, 't>,
    made: &[Made<'_, 't>],
) -> (BTreeMap<&'t str, usize>, BTreeMap<Spot, usize>) {
    let mut by_id: BTreeMap<&str, usize> = BTreeMap::new();
    let mut by_record = BTreeMap::new();
    for (at, (_, platform)) in made.iter().enumerate() {
        by_record.insert(platform.head.place(), at);
        if let Ok(id) = desk.id_of(platform) {
            by_id.insert(id, at);
        }
    }
    (by_id, by_record)
}

/// The counts. Those for internal readers cover what is masked.
fn coverage(desk: &Desk<'_, '_>, made: &[Made<'_, '_>], security: &SecurityFacts) -> Coverage {
    let reader = desk.reader;
    if reader.reveal || reader.audience == Audience::Public {
        return Coverage::of(made.iter().map(|(facts, _)| facts), security, desk.today);
    }
    let reader = Reader {
        reveal: true,
        ..*reader
    };
    let desk = Desk::new(
        desk.bundle,
        desk.settings,
        desk.today,
        &reader,
        desk.verdicts,
    );
    let (made, _) = platforms(&desk);
    let security = desk.security(&BTreeMap::new());
    Coverage::of(made.iter().map(|(facts, _)| facts), &security, desk.today)
}
