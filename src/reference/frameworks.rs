//! Frameworks that programmes are tagged with: the Migration Crisis Operational Framework and the strategies.

use std::sync::OnceLock;

use serde::Deserialize;

use super::table::{Certainty, day, rows};
use crate::calendar::Day;

/// Number of sectors that each version of the Migration Crisis Operational Framework has.
const SECTORS_OF_A_VERSION: usize = 15;

/// A sector of assistance of the Migration Crisis Operational Framework.
#[derive(Debug, Deserialize)]
pub struct Sector {
    /// The year of the version.
    pub version: i64,
    /// Its code.
    pub code: String,
    /// Codes of the programme areas whose namesake it is.
    #[serde(default)]
    pub areas: Vec<String>,
    /// How well the row is established.
    pub certainty: Certainty,
}

/// The known sectors of a version, in order of the table.
pub fn sectors(version: i64) -> impl Iterator<Item = &'static Sector> + Clone {
    static ROWS: OnceLock<Vec<Sector>> = OnceLock::new();
    let rows = ROWS.get_or_init(|| rows("mcof-sectors"));
    rows.iter().filter(move |row| row.version == version)
}

/// Whether all sectors of a version are known: only then what is not among them is none.
pub fn sectors_are_complete(version: i64) -> bool {
    sectors(version).count() >= SECTORS_OF_A_VERSION
}

#[derive(Deserialize)]
struct IssueRow {
    code: String,
    extension: bool,
}

/// Codes of the cross-cutting issues that each crisis programme answers, in order of the table.
pub fn cross_cutting_issues() -> &'static [String] {
    static CODES: OnceLock<Vec<String>> = OnceLock::new();
    CODES.get_or_init(|| {
        let rows: Vec<IssueRow> = rows("mcof-cross-cutting");
        let demanded = rows.into_iter().filter(|row| !row.extension);
        demanded.map(|row| row.code).collect()
    })
}

/// An objective of a strategy of the organization.
#[derive(Debug, Deserialize)]
pub struct Objective {
    /// Code of the strategy.
    pub framework: String,
    /// Code of the objective.
    pub objective: String,
    /// The first day of the strategy.
    #[serde(default, deserialize_with = "day")]
    pub from: Option<Day>,
    /// Its last day.
    #[serde(default, deserialize_with = "day")]
    pub to: Option<Day>,
    /// How well the row is established.
    pub certainty: Certainty,
}

/// The objectives of a strategy, in order of the table.
pub fn objectives(framework: &str) -> impl Iterator<Item = &'static Objective> + Clone {
    static ROWS: OnceLock<Vec<Objective>> = OnceLock::new();
    let rows = ROWS.get_or_init(|| rows("strategies"));
    rows.iter().filter(move |row| row.framework == framework)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_first_list_of_sectors_is_known_in_full() {
        assert!(sectors_are_complete(2012) && !sectors_are_complete(2021));
        let namesakes: Vec<&str> = sectors(2021)
            .flat_map(|sector| sector.areas.iter().map(String::as_str))
            .collect();
        assert_eq!(namesakes, ["shelter-settlements", "cccm"]);
    }

    #[test]
    fn five_issues_are_demanded() {
        assert_eq!(cross_cutting_issues().len(), 5);
        assert!(!cross_cutting_issues().iter().any(|code| code == "psea"));
    }

    #[test]
    fn strategies_have_their_objectives() {
        let codes: Vec<&str> = objectives("strategic-plan-2024")
            .map(|row| row.objective.as_str())
            .collect();
        assert_eq!(codes, ["sp24-1", "sp24-2", "sp24-3"]);
        assert_eq!(objectives("strategic-vision-2019").count(), 4);
    }
}
