//! Platforms and places.

use serde::{Deserialize, Serialize};

use super::{DesignationFacts, PersonFacts};
use crate::calendar::Day;
use crate::known;
use crate::overview::told::{Listed, Record, Told, Unknown};

/// A platform.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PlatformFacts {
    /// The record.
    pub record: Record,
    /// Whether it is shown though the reader is not cleared for it: only ids, canonical types and roles are.
    pub masked: bool,
    /// Its canonical types.
    pub types: Listed<String>,
    /// Codes of its clusters.
    pub clusters: Told<Vec<String>>,
    /// National or subnational.
    pub level: Told<Level>,
    /// Where it meets or works; none where that is not recorded.
    pub place: Told<Option<Place>>,
    /// What it is on the day of the run; none where no entry covers the day.
    pub status: Told<Option<StatusFacts>>,
    /// Whether the organization should be there.
    pub expectation: Told<Expectation>,
    /// How often it should meet, as an ISO 8601 duration.
    pub cadence: Told<Option<String>>,
    /// Whether anybody has a seat on the day of the run, in whatever capacity.
    pub represented: Told<bool>,
    /// Whether the right persons represent the organization: what is said of its seats, and whether somebody who must
    /// have one is missing.
    pub judgement: Judgement,
    /// Seats on the day of the run: members first, by person.
    pub seats: Listed<SeatFacts>,
    /// Who stands in for whom on it on the day of the run.
    pub designations: Listed<DesignationFacts>,
    /// All its meetings in order of their starts; those at an unknown time last.
    pub meetings: Listed<MeetingFacts>,
    /// The last day, not after that of the run, on which it met.
    pub last_held: Told<Option<Day>>,
    /// The last day, not after that of the run, on which somebody of the organization was present.
    pub last_attended: Told<Option<Day>>,
    /// While it is suspended: the contact kept with its convener.
    pub suspension: Told<Option<SuspensionFacts>>,
}

/// The level of a platform.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Level {
    /// For the whole country.
    National,
    /// For a part of it.
    Subnational,
}

/// A place as records write it.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    /// Id of the office there.
    pub office: Option<String>,
    /// The town.
    pub town: Option<String>,
    /// Its P-code.
    pub pcode: Option<String>,
}

/// A platform's status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatusFacts {
    /// Which.
    pub value: Status,
    /// First day.
    pub since: Day,
    /// Last day; none = open.
    pub until: Option<Day>,
}

/// What a platform can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Status {
    /// It works.
    Active,
    /// It rests.
    Suspended,
    /// It is over.
    Deactivated,
    /// It never was.
    NotEstablished,
}

/// Whether the organization should be on a platform.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Expectation {
    /// It should.
    Expected,
    /// It has no seat of its own on platforms of these types.
    NoSeat,
    /// The mission declares it irrelevant.
    NotRelevant,
    /// A neighbouring hub covers it, by its local terms.
    CoveredByHub,
    /// Nobody can get there, by its local terms.
    NoAccess,
}

/// A seat on a platform.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeatFacts {
    /// The record.
    pub record: Record,
    /// Who.
    pub person: Told<PersonFacts>,
    /// Code: member, observer, alternate, coordinator.
    pub capacity: Told<String>,
    /// First day.
    pub from: Told<Day>,
    /// Last day; none = open.
    pub to: Told<Option<Day>>,
    /// Whether it is declared a temporary cover.
    pub cover: Told<bool>,
    /// Whether the right person holds it.
    pub judgement: Judgement,
}

/// What the rules on who may hold a seat say of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Judgement {
    /// All that apply were passed; their ids.
    Right(#[serde(deserialize_with = "known::words")] Vec<&'static str>),
    /// These ids of findings say otherwise.
    Wrong(#[serde(deserialize_with = "known::words")] Vec<&'static str>),
    /// Some apply and could not judge, because of this.
    Unknown(Vec<Unknown>),
    /// No rule of the run is about such a seat.
    NoRule,
}

/// A meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeetingFacts {
    /// The record.
    pub record: Record,
    /// The local day it starts on.
    pub date: Told<Day>,
    /// Whether it took place.
    pub status: Told<MeetingStatus>,
    /// Who of the organization was there.
    pub presence: Told<Presence>,
}

/// Whether a meeting took place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum MeetingStatus {
    /// It did.
    Held,
    /// It did not.
    Cancelled,
    /// It is still to come.
    Planned,
}

/// The organization at a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Presence {
    /// Present, in these capacities (codes), the weightiest first.
    Present(Vec<String>),
    /// Nobody present, somebody excused.
    Excused,
    /// Nobody present or excused, somebody absent.
    Absent,
    /// Nobody is listed.
    NobodyListed,
}

/// A suspended platform.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SuspensionFacts {
    /// First day of the suspension.
    pub since: Day,
    /// Who would convene it again; none where no convener is recorded.
    pub convener: Told<Option<Party>>,
    /// The last contact since then; none where there was none.
    pub last_contact: Told<Option<ContactFacts>>,
}

/// Somebody outside the organization.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    /// Code of the organisation, masked where it is written as a name; none where only a function is recorded.
    pub org: Option<String>,
}

/// A contact with the convener of a platform.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactFacts {
    /// The record.
    pub record: Record,
    /// The day.
    pub date: Day,
    /// With whom.
    pub with: Told<Party>,
    /// Code: reached or unreachable; none where that is not recorded.
    pub outcome: Told<Option<String>>,
}

/// Subnational presence, place by place.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct PlacesFacts {
    /// Offices that are open on the day of the run, then other sites of programmes that run on it.
    pub places: Listed<PlaceFacts>,
    /// Subnational platforms, active or of unknown status, at none of these places; positions in
    /// [`Overview::platforms`](super::Overview::platforms).
    pub elsewhere: Vec<usize>,
    /// Those of which it is not recorded, not known or not to be seen where they are, or whether they are subnational.
    pub unplaced: Vec<usize>,
}

/// A place where the organization is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaceFacts {
    /// Where.
    pub place: Place,
    /// Ids of programmes that run there on the day.
    pub programmes: Listed<String>,
    /// Subnational platforms there, active or of unknown status.
    pub platforms: Listed<PlacedPlatform>,
}

/// A platform at a place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlacedPlatform {
    /// Position in [`Overview::platforms`](super::Overview::platforms).
    pub platform: usize,
    /// Whether anybody of the organization has a seat on the day of the run.
    pub represented: Told<bool>,
}
