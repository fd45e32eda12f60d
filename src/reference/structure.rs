//! The structure of the organization: supporting offices, what they cover, units and their names.

use std::sync::OnceLock;

use serde::Deserialize;

use super::table::{Certainty, day, rows};
use crate::calendar::Day;

/// A regional or other supporting office, as contacts and missions name it.
#[derive(Debug, Deserialize)]
pub struct SupportOffice {
    /// Its id, such as `ro-dakar`.
    pub id: String,
    /// ro, sro, go, copa, ac.
    pub kind: String,
    /// Its city.
    pub city: String,
    /// Its first day, where it is known.
    #[serde(default, deserialize_with = "day")]
    pub from: Option<Day>,
    /// Its last day; none = it exists.
    #[serde(default, deserialize_with = "day")]
    pub to: Option<Day>,
    /// How well the row is established.
    pub certainty: Certainty,
}

impl SupportOffice {
    /// Whether it exists on a day, as far as the table knows.
    pub fn covers(&self, day: Day) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }

    /// The city as its id names it: what stands behind the kind.
    pub fn city_slug(&self) -> &str {
        city_slug(&self.id)
    }
}

/// What stands behind the first `-` of an office's id; the whole id without one.
pub fn city_slug(office: &str) -> &str {
    office.split_once('-').map_or(office, |(_, city)| city)
}

/// All supporting offices, in order of the table.
pub fn support_offices() -> &'static [SupportOffice] {
    static ROWS: OnceLock<Vec<SupportOffice>> = OnceLock::new();
    ROWS.get_or_init(|| rows("offices"))
}

/// The supporting office with that id.
pub fn support_office(id: &str) -> Option<&'static SupportOffice> {
    support_offices().iter().find(|office| office.id == id)
}

/// A country that a regional office covers.
#[derive(Debug, Deserialize)]
pub struct Coverage {
    /// Id of the office.
    pub office: String,
    /// ISO 3166-1 alpha-3 code.
    pub country: String,
    /// How well the row is established.
    pub certainty: Certainty,
}

/// The rows on a country; more than one only where the sources differ.
pub fn coverage_of(country: &str) -> impl Iterator<Item = &'static Coverage> {
    static ROWS: OnceLock<Vec<Coverage>> = OnceLock::new();
    let rows = ROWS.get_or_init(|| rows("regional-coverage"));
    rows.iter().filter(move |row| row.country == country)
}

/// A unit of the organization that contacts can name.
#[derive(Debug, Deserialize)]
pub struct Unit {
    /// Its code. Two rows can have one code, where an acronym changed its meaning.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Further names.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Code of the unit it is part of.
    pub parent: Option<String>,
    /// Its functional mailbox.
    pub mailbox: Option<String>,
    /// Its first day, where it is known.
    #[serde(default, deserialize_with = "day")]
    pub from: Option<Day>,
    /// Its last day; none = it exists, unless it is superseded.
    #[serde(default, deserialize_with = "day")]
    pub to: Option<Day>,
    /// Code of the unit that took its place.
    pub superseded_by: Option<String>,
    /// How well the row is established.
    pub certainty: Certainty,
}

impl Unit {
    /// Whether a text is its code, its name or another name of it; case of ASCII letters does not count.
    pub fn is_called(&self, written: &str) -> bool {
        let mut names = [&self.code, &self.name].into_iter().chain(&self.aliases);
        names.any(|name| name.eq_ignore_ascii_case(written))
    }

    /// Whether it exists on a day. One that is superseded on a day nobody knows never does.
    pub fn covers(&self, day: Day) -> bool {
        let over = match self.to {
            Some(to) => to < day,
            None => self.superseded_by.is_some(),
        };
        !over && self.from.is_none_or(|from| from <= day)
    }
}

/// All units, in order of the table.
pub fn units() -> &'static [Unit] {
    static ROWS: OnceLock<Vec<Unit>> = OnceLock::new();
    ROWS.get_or_init(|| rows("units"))
}

/// Whether a unit is another one on a day, or part of it at whatever depth. Both by any of their names.
pub fn is_unit_within(written: &str, ancestor: &str, day: Day) -> bool {
    let existing = |name: &str| {
        let mut existing = units().iter().filter(|unit| unit.covers(day));
        let name = name.to_owned();
        existing.find(move |unit| unit.is_called(&name))
    };
    let mut here = existing(written);
    // As many steps as there are units: parents in a circle would never end.
    for _ in 0..units().len() {
        match here {
            Some(unit) if unit.is_called(ancestor) => return true,
            Some(unit) => here = unit.parent.as_deref().and_then(existing),
            None => return false,
        }
    }
    false
}

/// A name that another one took the place of.
#[derive(Debug, Deserialize)]
pub struct Rename {
    /// What has the name: unit, strategy, un-framework, emergency-level, cluster …
    pub subject: String,
    /// The old code.
    pub old: String,
    /// The old name in full.
    pub old_name: Option<String>,
    /// The new code; none where nothing took its place.
    pub new: Option<String>,
    /// The new name in full.
    pub new_name: Option<String>,
    /// The old name was in use on this day.
    #[serde(default, deserialize_with = "day")]
    pub after: Option<Day>,
    /// By this day the new name was in use.
    #[serde(default, deserialize_with = "day")]
    pub by: Option<Day>,
    /// How well the row is established.
    pub certainty: Certainty,
}

/// The renames of a sort of subject, in order of the table.
pub fn renames(subject: &str) -> impl Iterator<Item = &'static Rename> {
    static ROWS: OnceLock<Vec<Rename>> = OnceLock::new();
    let rows = ROWS.get_or_init(|| rows("unit-renames"));
    rows.iter().filter(move |row| row.subject == subject)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn offices_end_on_their_last_day() {
        let pretoria = support_office("ro-pretoria").unwrap();
        assert!(pretoria.covers(date(2024, 10, 10)) && !pretoria.covers(date(2024, 10, 11)));
        assert_eq!(pretoria.city_slug(), "pretoria");
        assert!(support_office("ro-dakar").unwrap().covers(date(2030, 1, 1)));
        assert!(support_office("ro-paris").is_none());
    }

    #[test]
    fn countries_have_their_regional_office() {
        let offices = |country| {
            coverage_of(country)
                .map(|row| row.office.as_str())
                .collect::<Vec<_>>()
        };
        assert_eq!(offices("ETH"), ["ro-nairobi"]);
        assert_eq!(offices("MLI"), ["ro-dakar"]);
        assert_eq!(offices("ZZZ"), [""; 0]);
    }

    #[test]
    fn an_acronym_means_what_it_meant_on_the_day() {
        let names = |day| {
            let meant = units()
                .iter()
                .filter(move |unit| unit.code == "PRD" && unit.covers(day));
            meant.map(|unit| unit.name.as_str()).collect::<Vec<_>>()
        };
        assert_eq!(names(date(2024, 10, 11)), ["Peace and Recovery Division"]);
        assert!(names(date(2024, 10, 10)).contains(&"Preparedness and Response Division"));
        let old = units()
            .iter()
            .find(|unit| unit.code == "UNSECOORD")
            .unwrap();
        assert!(
            !old.covers(date(2000, 1, 1)),
            "superseded, nobody knows when"
        );
    }

    #[test]
    fn units_are_part_of_units() {
        let day = date(2025, 3, 31);
        assert!(is_unit_within("DHRR", "DHRR", day));
        assert!(
            is_unit_within("humanitarian-policy", "DHRR", day),
            "two steps up"
        );
        assert!(is_unit_within("peace and recovery division", "dhrr", day));
        assert!(!is_unit_within("DHRR", "PCCA", day));
        assert!(!is_unit_within("DOE", "DHRR", day), "no longer a unit");
        assert!(!is_unit_within("no such unit", "DHRR", day));
    }
}
