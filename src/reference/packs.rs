//! Policy packs: the dated documents that rules rest on.

use std::sync::OnceLock;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::sources::{Source, sources_of};
use super::table::{Certainty, day};
use crate::calendar::Day;

/// By which policy the records of a day are judged.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Policy {
    /// By the packs in force on that day.
    #[default]
    Dated,
    /// By the packs of today, whatever the day: as if they had always been in force.
    Latest,
}

impl Policy {
    /// Its name in reports and options.
    pub fn code(self) -> &'static str {
        match self {
            Self::Dated => "dated",
            Self::Latest => "latest",
        }
    }
}

/// A row of the table.
#[derive(Debug, Deserialize)]
pub struct Pack {
    /// Its id.
    pub id: String,
    /// The document.
    pub document: String,
    /// The countries it is limited to, as ISO 3166-1 alpha-3 codes; none = all.
    #[serde(default)]
    pub countries: Vec<String>,
    /// How well its dates and document are established.
    pub certainty: Certainty,
    /// A remark on its dates.
    pub note: Option<String>,
    source: String,
    #[serde(default)]
    also: Vec<String>,
    #[serde(default, deserialize_with = "day")]
    valid_from: Option<Day>,
    #[serde(default, deserialize_with = "day")]
    valid_to: Option<Day>,
}

impl Pack {
    /// The first day it is in force; none = always was.
    pub fn from(&self) -> Option<Day> {
        self.valid_from
    }

    /// The last day it is in force; none = no end is known.
    pub fn to(&self) -> Option<Day> {
        self.valid_to
    }

    /// What is known of it, the main source first.
    pub fn sources(&self) -> impl Iterator<Item = &'static Source> {
        sources_of(&self.source, &self.also)
    }

    /// Whether it is in force on a day.
    pub fn covers(&self, day: Day) -> bool {
        self.valid_from.is_none_or(|from| from <= day) && self.valid_to.is_none_or(|to| day <= to)
    }
}

/// All packs, in order of the table.
pub fn packs() -> &'static [Pack] {
    static PACKS: OnceLock<Vec<Pack>> = OnceLock::new();
    PACKS.get_or_init(|| super::table::rows("policy-packs"))
}

/// The pack with that id.
pub fn pack(id: &str) -> Option<&'static Pack> {
    packs().iter().find(|pack| pack.id == id)
}

/// In a file of results it is its id.
impl Serialize for Pack {
    fn serialize<S: Serializer>(&self, file: S) -> Result<S::Ok, S::Error> {
        file.serialize_str(&self.id)
    }
}

/// Reads a pack back, if there is one.
pub(crate) fn pack_by_id<'de, D: Deserializer<'de>>(
    file: D,
) -> Result<Option<&'static Pack>, D::Error> {
    let id = Option::<String>::deserialize(file)?;
    let find = |id: String| pack(&id).ok_or_else(|| serde::de::Error::custom("no such pack"));
    id.map(find).transpose()
}
