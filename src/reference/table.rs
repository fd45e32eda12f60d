//! The embedded files and what all their rows have.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};

use crate::calendar::{Day, parse_day};

/// How well a row is established. No error may rest on a row that is not confirmed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Certainty {
    /// Stated by a source.
    Confirmed,
    /// Inferred from sources.
    Likely,
    /// Recalled, not found in a source.
    Unverified,
    /// Ours until the owner of the policy fills it.
    Provisional,
}

impl Certainty {
    /// Its name in the tables.
    pub fn code(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Likely => "likely",
            Self::Unverified => "unverified",
            Self::Provisional => "provisional",
        }
    }
}

/// An embedded table.
#[derive(Debug, Clone, Copy)]
pub struct Table {
    /// Its name: the file's, without extension.
    pub name: &'static str,
    /// Its text.
    pub json: &'static str,
}

macro_rules! tables {
    ($($name:literal),* $(,)?) => {
        /// All tables, in order of their names.
        pub const TABLES: &[Table] = &[
            $(Table { name: $name, json: include_str!(concat!("tables/", $name, ".json")) }),*
        ];
    };
}

tables![
    "cluster-eras",
    "clusters",
    "countries",
    "mcof-cross-cutting",
    "mcof-modalities",
    "mcof-sectors",
    "offices",
    "organisations",
    "platform-aliases",
    "platform-types",
    "policy-packs",
    "policy-statements",
    "programme-area-clusters",
    "programme-areas",
    "regional-coverage",
    "roles",
    "sources",
    "strategies",
    "unit-renames",
    "units",
];

/// Reads a day of a row that may lack it.
pub(super) fn day<'de, D: Deserializer<'de>>(reader: D) -> Result<Option<Day>, D::Error> {
    let written = Option::<String>::deserialize(reader)?;
    let day = written.as_deref().map(|written| {
        parse_day(written).ok_or_else(|| serde::de::Error::custom("no day of the calendar"))
    });
    day.transpose()
}

#[derive(Deserialize)]
struct Rows<T> {
    rows: Vec<T>,
}

/// The rows of an embedded table. That each table has the shape its readers expect is shown by a test over all.
pub(super) fn rows<T: DeserializeOwned>(name: &str) -> Vec<T> {
    let table = TABLES.iter().find(|table| table.name == name);
    let parsed = table.map(|table| serde_json::from_str::<Rows<T>>(table.json));
    debug_assert!(
        matches!(parsed, Some(Ok(_))),
        "table {name} is not as expected"
    );
    parsed
        .and_then(Result::ok)
        .map(|table| table.rows)
        .unwrap_or_default()
}
