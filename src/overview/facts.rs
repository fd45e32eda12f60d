//! What an overview holds. Plain data that owns its texts, fit to be shown to the reader it was made for.

use super::told::{Listed, Record, Told, Unknown};
use crate::calendar::Day;
use crate::document::Kind;

/// A mission at a glance, on the day of the run.
#[derive(Debug, Clone)]
pub struct Overview {
    /// The day of the run.
    pub as_of: Day,
    /// Id of the mission as reports name it.
    pub id: String,
    /// What its own record says.
    pub mission: MissionFacts,
    /// Who leads it.
    pub leadership: Leadership,
    /// Its platforms: national ones first, then by place; each by its id.
    pub platforms: Listed<PlatformFacts>,
    /// Where the organization is, and which subnational platforms are there.
    pub places: PlacesFacts,
    /// The chief of mission in meetings of the Security Management Team.
    pub security: SecurityFacts,
    /// Counts for comparing missions.
    pub coverage: Coverage,
    /// Everything that may be a record of the mission and could not be read, with its kind where that is known.
    pub unread: Vec<(Option<Kind>, Unknown)>,
    /// Whom and what each record is about, for telling who has to act on a finding.
    pub index: Index,
}

/// What the mission's own record says. Everything is `Unknown` without one only where one may exist unread.
#[derive(Debug, Clone)]
pub struct MissionFacts {
    /// The record; none where none was read.
    pub record: Option<Record>,
    /// Its name.
    pub name: Told<Option<String>>,
    /// ISO 3166-1 alpha-3 codes.
    pub countries: Told<Vec<String>>,
    /// Ids of the regional offices that support it on the day.
    pub regional_offices: Told<Vec<String>>,
    /// Codes of its phase on the day; several where the record says several.
    pub phases: Told<Vec<String>>,
    /// Codes of how the response is coordinated on the day.
    pub context_models: Told<Vec<String>>,
    /// Mission whose chief covers this one.
    pub covered_by: Told<Option<String>>,
}

/// Who leads the mission on the day of the run.
#[derive(Debug, Clone)]
pub struct Leadership {
    /// Chiefs of mission in post: one, none, or two while one hands over to the other.
    pub chiefs: Listed<PostFacts>,
    /// Who acts in the place of the chief.
    pub acting: Listed<DesignationFacts>,
    /// The post is declared vacant.
    pub vacancies: Listed<VacancyFacts>,
    /// All of it in a word.
    pub state: Told<LeadershipState>,
}

/// How the post of chief of mission is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeadershipState {
    /// Somebody is in post.
    InPost,
    /// Nobody is, and somebody acts.
    Acting,
    /// Nobody is, and nobody acts.
    Vacant,
}

/// Somebody in a post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostFacts {
    /// Who.
    pub person: PersonFacts,
    /// Since when.
    pub from: Told<Day>,
    /// Until when; none = open.
    pub to: Told<Option<Day>>,
}

/// Somebody of the organization.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonFacts {
    /// Opaque id as references of this mission write it, or the pseudonym.
    pub id: String,
    /// The person's record, if it is in this mission.
    pub record: Option<Record>,
    /// Roles on the day of the run, the highest first.
    pub roles: Told<Vec<RoleFacts>>,
}

/// A role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleFacts {
    /// Its code in the table of roles.
    pub code: String,
    /// 1 = highest; none where it says nothing.
    pub level: Option<u8>,
}

/// One person put in another's place, on the day of the run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DesignationFacts {
    /// The record.
    pub record: Record,
    /// acting-com or hct-alternate.
    pub sort: Told<String>,
    /// Who is represented.
    pub from_person: Told<PersonFacts>,
    /// Who represents.
    pub to_person: Told<PersonFacts>,
    /// Code of the ground.
    pub ground: Told<Option<String>>,
    /// Ids of the platforms it is limited to; none = all.
    pub scope: Told<Vec<String>>,
    /// First day.
    pub from: Told<Day>,
    /// Last day; none = open.
    pub to: Told<Option<Day>>,
}

/// A post nobody holds, on the day of the run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VacancyFacts {
    /// The record.
    pub record: Record,
    /// Code of the role.
    pub role: Told<String>,
    /// First day.
    pub from: Told<Day>,
    /// Whether somebody is being sought.
    pub advertised: Told<bool>,
}

/// A platform.
#[derive(Debug, Clone)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// For the whole country.
    National,
    /// For a part of it.
    Subnational,
}

/// A place as records write it.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Id of the office there.
    pub office: Option<String>,
    /// The town.
    pub town: Option<String>,
    /// Its P-code.
    pub pcode: Option<String>,
}

/// A platform's status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StatusFacts {
    /// Which.
    pub value: Status,
    /// First day.
    pub since: Day,
    /// Last day; none = open.
    pub until: Option<Day>,
}

/// What a platform can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
#[derive(Debug, Clone, PartialEq, Eq)]
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Judgement {
    /// All that apply were passed; their ids.
    Right(Vec<&'static str>),
    /// These ids of findings say otherwise.
    Wrong(Vec<&'static str>),
    /// These rules apply and could not judge.
    Unknown(Vec<(&'static str, Unknown)>),
    /// No rule of the run is about such a seat.
    NoRule,
}

/// A meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MeetingStatus {
    /// It did.
    Held,
    /// It did not.
    Cancelled,
    /// It is still to come.
    Planned,
}

/// The organization at a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SuspensionFacts {
    /// First day of the suspension.
    pub since: Day,
    /// Who would convene it again: the code of the organisation. None where no convener is recorded.
    pub convener: Told<Option<Party>>,
    /// The last contact since then; none where there was none.
    pub last_contact: Told<Option<ContactFacts>>,
}

/// Somebody outside the organization.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    /// Code of the organisation; none where only a function is recorded.
    pub org: Option<String>,
}

/// A contact with the convener of a platform.
#[derive(Debug, Clone, PartialEq, Eq)]
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
#[derive(Debug, Clone, Default)]
pub struct PlacesFacts {
    /// Offices that are open on the day of the run, then other sites of programmes that run on it.
    pub places: Listed<PlaceFacts>,
    /// Subnational platforms, active or of unknown status, at none of these places; positions in
    /// [`Overview::platforms`].
    pub elsewhere: Vec<usize>,
    /// Those of which it is not recorded, not known or not to be seen where they are, or whether they are subnational.
    pub unplaced: Vec<usize>,
}

/// A place where the organization is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceFacts {
    /// Where.
    pub place: Place,
    /// Ids of programmes that run there on the day.
    pub programmes: Listed<String>,
    /// Subnational platforms there, active or of unknown status.
    pub platforms: Listed<PlacedPlatform>,
}

/// A platform at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacedPlatform {
    /// Position in [`Overview::platforms`].
    pub platform: usize,
    /// Whether anybody of the organization has a seat on the day of the run.
    pub represented: Told<bool>,
}

/// The chief of mission in the meetings of the Security Management Team.
#[derive(Debug, Clone)]
pub struct SecurityFacts {
    /// Positions of the teams in [`Overview::platforms`].
    pub platforms: Vec<usize>,
    /// Months from that of the first meeting, at most the last 24, to that of the day of the run.
    pub months: Vec<MonthFacts>,
    /// Meetings that are in none of these months: those whose day the reader may not see, the number of those that the
    /// reader may not see at all, and what may be such a meeting or hides when one was.
    pub undated: Listed<Record>,
}

/// A month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MonthFacts {
    /// Its first day.
    pub first: Day,
    /// What is recorded of it.
    pub meetings: Vec<SecurityMeetingFacts>,
    /// What it means when there is no meeting.
    pub blank: Blank,
}

/// What it means when a month shows no meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Blank {
    /// None is recorded.
    NothingRecorded,
    /// The records of the month are declared complete: there was none.
    NoMeeting,
    /// There may be one that the reader may not see.
    Masked,
    /// There may be one that could not be read.
    Unknown(Unknown),
}

/// A meeting of the Security Management Team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SecurityMeetingFacts {
    /// The record.
    pub record: Record,
    /// The day.
    pub date: Day,
    /// Whether it took place.
    pub status: Told<MeetingStatus>,
    /// Where the chief was; of no meaning unless it took place.
    pub chief: Told<ChiefPresence>,
}

/// The chief of mission of the day at a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChiefPresence {
    /// Present.
    Present,
    /// Somebody acting as chief was.
    ActingPresent,
    /// Nobody was; the chief, or the acting one, was excused.
    Excused,
    /// Nobody was; the chief, or the acting one, was absent.
    Absent,
    /// Neither the chief nor an acting one is listed.
    NotListed,
    /// Nobody was chief or acted as such on the day.
    NobodyInPost,
}

/// Counts for comparing missions. For internal readers they cover masked records as well, as the counts of rules do;
/// for the public only what is public.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Platforms.
    pub platforms: usize,
    /// Of which active on the day.
    pub active: usize,
    /// Of which it is not known whether they are active.
    pub status_unknown: usize,
    /// Active ones on which the organization should be.
    pub expected: Share,
    /// Those with a seat: whether every seat is held at the right level, as far as any rule judges that.
    pub level: Share,
    /// Meetings of the Security Management Team held in the months of [`SecurityFacts::months`]: whether the chief, or
    /// an acting one, was present.
    pub security_meetings: Share,
    /// Suspended platforms on which the organization should be: whether there was any contact since.
    pub suspended: Share,
}

/// How many of some things have what they should have. `total = yes + no + unknown`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Share {
    /// Those that do.
    pub yes: usize,
    /// Those that do not.
    pub no: usize,
    /// Those of which it is not known.
    pub unknown: usize,
}

impl Share {
    /// All of them.
    pub fn total(self) -> usize {
        self.yes + self.no + self.unknown
    }
}

/// What the records of the mission are about.
#[derive(Debug, Clone, Default)]
pub struct Index {
    /// By path and place.
    pub entries: Vec<IndexEntry>,
}

/// What a record is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndexEntry {
    /// The record.
    pub record: Record,
    /// Positions in [`Overview::platforms`] of the platforms it is about.
    pub platforms: Vec<usize>,
    /// Ids of the persons it is about, as [`PersonFacts::id`].
    pub people: Vec<String>,
}

/// Who has to act on a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// Id of the person, as [`PersonFacts::id`]; none for whoever keeps the records, and where nobody can be told.
    pub person: Option<String>,
    /// Why.
    pub reason: Reason,
}

/// Why somebody has to act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// The finding names the person.
    Named,
    /// The person represents the organization on the platform concerned.
    Represents,
    /// The person is chief of mission or acts as such; nobody nearer is known.
    Leads,
    /// It is the records that are wrong: whoever keeps them.
    Keeps,
}

/// What of a finding tells who has to act on it.
#[derive(Debug, Clone)]
pub struct About<'f> {
    /// Group of its rule.
    pub group: crate::catalogue::Group,
    /// Path of the file it marks.
    pub path: &'f str,
    /// 0-based byte of the file where the mark begins.
    pub offset: u64,
    /// Persons that it names, the one concerned first.
    pub people: Vec<&'f str>,
    /// Id of the platform that it names.
    pub platform: Option<&'f str>,
}
