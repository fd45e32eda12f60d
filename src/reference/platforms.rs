//! Types of platforms and the names they go by.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;
use serde::Deserialize;

/// A canonical type of platform.
#[derive(Debug, Deserialize)]
pub struct PlatformType {
    /// Its code.
    pub code: String,
    /// Whether the organization is expected to be represented on an active, relevant one.
    pub subject: bool,
    /// Whether every mission has to know the status of the platform of this type.
    #[serde(default)]
    pub status_known: bool,
    /// Roles or organisations that usually chair one; none = no rule judges that.
    #[serde(default)]
    pub chairs: Vec<String>,
    /// Types of the platforms to which one usually reports.
    #[serde(default)]
    pub parents: Vec<String>,
    /// Its title by language.
    titles: FxHashMap<String, String>,
}

#[derive(Deserialize)]
struct AliasRow {
    alias: String,
    #[serde(rename = "type")]
    canonical: String,
}

struct Types {
    rows: Vec<PlatformType>,
    /// Codes and aliases, with the position of their row.
    by_name: FxHashMap<String, usize>,
    /// Aliases in small letters, with the position of their row.
    aliases: FxHashMap<String, usize>,
}

fn table() -> &'static Types {
    static TYPES: OnceLock<Types> = OnceLock::new();
    TYPES.get_or_init(|| {
        let rows: Vec<PlatformType> = super::table::rows("platform-types");
        let aliases: Vec<AliasRow> = super::table::rows("platform-aliases");
        let mut by_name: FxHashMap<String, usize> = rows
            .iter()
            .enumerate()
            .map(|(at, row)| (row.code.clone(), at))
            .collect();
        let aliases: Vec<(String, usize)> = aliases
            .into_iter()
            .filter_map(|row| Some((row.alias, *by_name.get(&row.canonical)?)))
            .collect();
        by_name.extend(aliases.iter().cloned());
        let aliases = aliases.into_iter();
        Types {
            rows,
            by_name,
            aliases: aliases
                .map(|(alias, at)| (alias.to_lowercase(), at))
                .collect(),
        }
    })
}

/// The type that a type or alias stands for.
pub fn platform_type(written: &str) -> Option<&'static PlatformType> {
    table().rows.get(*table().by_name.get(written)?)
}

/// The title of a type of platform in a language, in English where there is none.
pub fn platform_title(written: &str, language: &str) -> Option<&'static str> {
    let titles = &platform_type(written)?.titles;
    titles
        .get(language)
        .or_else(|| titles.get("en"))
        .map(String::as_str)
}

/// All types, in order of the table.
pub fn platform_types() -> &'static [PlatformType] {
    &table().rows
}

/// The canonical type that a type or alias stands for.
pub fn canonical_type(written: &str) -> Option<&'static str> {
    Some(platform_type(written)?.code.as_str())
}

/// The canonical type that a local name is an alias of, whatever its case and the space around it.
pub fn type_of_name(name: &str) -> Option<&'static str> {
    let at = *table().aliases.get(name.trim().to_lowercase().as_str())?;
    Some(table().rows.get(at)?.code.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn aliases_stand_for_canonical_types() {
        assert_eq!(canonical_type("ICWG"), Some("iccg"));
        assert_eq!(canonical_type("iccg"), Some("iccg"));
        assert_eq!(canonical_type("iCwG"), None, "types are compared exactly");
        assert_eq!(type_of_name(" icwg "), Some("iccg"));
        assert_eq!(type_of_name("ÉQUIPE HUMANITAIRE PAYS"), Some("hct"));
        assert_eq!(type_of_name("réunion"), None);
    }

    #[test]
    fn four_bodies_have_a_status_in_every_mission() {
        let known = platform_types().iter().filter(|row| row.status_known);
        let known: Vec<&str> = known.map(|row| row.code.as_str()).collect();
        assert_eq!(known, ["unct", "pmt", "omt", "smt"]);
    }
}
