//! The mission and who leads it.

use serde::{Deserialize, Serialize};

use super::{Coverage, Index, PlacesFacts, PlatformFacts, SecurityFacts};
use crate::calendar::Day;
use crate::document::Kind;
use crate::overview::told::{Listed, Record, Told, Unknown};

/// A mission at a glance, on the day of the run.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Overview {
    /// The day of the run.
    pub as_of: Day,
    /// Id of the mission as reports name it.
    pub id: String,
    /// What its own record says.
    pub mission: MissionFacts,
    /// Who leads it.
    pub leadership: Leadership,
    /// Those of its people whom the reader may know of, by their ids.
    pub people: Vec<PersonFacts>,
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
#[derive(Debug, Clone, Serialize, Deserialize)]
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
#[derive(Debug, Clone, Serialize, Deserialize)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum LeadershipState {
    /// Somebody is in post.
    InPost,
    /// Nobody is, and somebody acts.
    Acting,
    /// Nobody is, and nobody acts.
    Vacant,
}

/// Somebody in a post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostFacts {
    /// Who.
    pub person: PersonFacts,
    /// Since when.
    pub from: Told<Day>,
    /// Until when; none = open.
    pub to: Told<Option<Day>>,
}

/// Somebody of the organization.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonFacts {
    /// Opaque id as references of this mission write it, or the pseudonym.
    pub id: String,
    /// The person's record, if it is in this mission.
    pub record: Option<Record>,
    /// Roles on the day of the run, the highest first.
    pub roles: Told<Vec<RoleFacts>>,
}

/// A role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoleFacts {
    /// Its code in the table of roles.
    pub code: String,
    /// 1 = highest; none where it says nothing.
    pub level: Option<u8>,
}

/// One person put in another's place, on the day of the run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
