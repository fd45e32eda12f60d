//! Where missions are, and which regional offices cover them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::Dimension;
use crate::calendar::Day;
use crate::overview::{MASKED, MissionCounts, NONE, Told, UNKNOWN};
use crate::reference::{by_alpha3, coverage_of, support_office};
use crate::report::{Countries, Report};

/// The groups of a mission.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Its id.
    pub mission: Arc<str>,
    /// Its countries.
    pub country: Arc<str>,
    /// Their regional offices.
    pub regional_office: Arc<str>,
}

impl Place {
    /// That of what is in no mission.
    pub(super) fn nowhere() -> Self {
        Self {
            mission: NONE.into(),
            country: NONE.into(),
            regional_office: NONE.into(),
        }
    }

    /// Its key in each dimension of missions.
    pub(super) fn keys(&self) -> [(Dimension, &Arc<str>); 3] {
        [
            (Dimension::Mission, &self.mission),
            (Dimension::Country, &self.country),
            (Dimension::RegionalOffice, &self.regional_office),
        ]
    }
}

/// The groups of all missions of a run.
pub(super) struct Geography {
    missions: BTreeMap<Arc<str>, Place>,
    nowhere: Place,
}

impl Geography {
    pub(super) fn of(report: &Report) -> Self {
        let found = report.findings.iter();
        let named = found.filter_map(|found| found.mission.clone());
        // A mission that could not be counted may still have findings.
        let mut missions: BTreeMap<Arc<str>, Place> = named
            .map(|mission| {
                let place = Place {
                    mission: mission.clone(),
                    country: UNKNOWN.into(),
                    regional_office: UNKNOWN.into(),
                };
                (mission, place)
            })
            .collect();
        for left in &report.not_judged {
            if let Some(id) = &left.mission {
                let (country, regional_office) = match &left.countries {
                    Countries::Masked => (MASKED.into(), MASKED.into()),
                    Countries::Unknown => (UNKNOWN.into(), UNKNOWN.into()),
                    Countries::Known(codes) => by_country(codes, report.as_of),
                };
                let place = Place {
                    mission: id.clone(),
                    country,
                    regional_office,
                };
                missions.insert(id.clone(), place);
            }
        }
        for counts in &report.counts {
            if let Some(id) = &counts.id {
                missions.insert(id.clone(), place_of(id, counts, report.as_of));
            }
        }
        Self {
            missions,
            nowhere: Place::nowhere(),
        }
    }

    /// What a mission or a country is in.
    pub(super) fn within(&self, dimension: Dimension, key: &str) -> Vec<(Dimension, Arc<str>)> {
        let mut places = self.missions.values().chain([&self.nowhere]);
        let is_of = |place: &&Place| place.keys().contains(&(dimension, &key.into()));
        let Some(place) = places.find(is_of) else {
            return Vec::new();
        };
        let around = place.keys().into_iter().rev();
        around
            .take_while(|(around, _)| *around != dimension)
            .map(|(around, key)| (around, key.clone()))
            .collect()
    }

    pub(super) fn place(&self, mission: Option<&str>) -> &Place {
        let known = mission.and_then(|mission| self.missions.get(mission));
        known.unwrap_or(&self.nowhere)
    }
}

fn place_of(id: &Arc<str>, counts: &MissionCounts, as_of: Day) -> Place {
    let (country, regional_office) = match &counts.countries {
        Told::Masked => (MASKED.into(), MASKED.into()),
        Told::Unknown(_) => (UNKNOWN.into(), UNKNOWN.into()),
        Told::Known(codes) => by_country(codes, as_of),
    };
    Place {
        mission: id.clone(),
        country,
        regional_office,
    }
}

/// Country and offices of a mission that names these codes. One that is no country's may hide any.
fn by_country(codes: &[String], as_of: Day) -> (Arc<str>, Arc<str>) {
    let countries: BTreeSet<&str> = codes.iter().map(String::as_str).collect();
    if countries.is_empty() || countries.iter().any(|code| by_alpha3(code).is_none()) {
        return (UNKNOWN.into(), UNKNOWN.into());
    }
    let mut offices = BTreeSet::new();
    for country in &countries {
        let of_country = coverage_of(country).map(|row| row.office.as_str());
        let existing = |office: &&str| support_office(office).is_none_or(|row| row.covers(as_of));
        let before = offices.len();
        offices.extend(of_country.filter(existing));
        if offices.len() == before && coverage_of(country).next().is_none() {
            offices.insert(UNKNOWN);
        }
    }
    if offices.is_empty() {
        offices.insert(UNKNOWN);
    }
    (joined(countries), joined(offices))
}

fn joined(codes: BTreeSet<&str>) -> Arc<str> {
    codes.into_iter().collect::<Vec<_>>().join("+").into()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::by_country;

    #[test]
    fn countries_lead_to_their_offices() {
        let of = |codes: &[&str]| {
            let codes: Vec<String> = codes.iter().map(|code| (*code).to_owned()).collect();
            let (country, office) = by_country(&codes, date(2025, 3, 31));
            (country.to_string(), office.to_string())
        };
        let pair = |country: &str, office: &str| (country.to_owned(), office.to_owned());
        assert_eq!(of(&["MLI"]), pair("MLI", "ro-dakar"));
        assert_eq!(
            of(&["MLI", "ETH", "MLI"]),
            pair("ETH+MLI", "ro-dakar+ro-nairobi"),
            "each once, in order"
        );
        assert_eq!(of(&["ML"]), pair("unknown", "unknown"), "no alpha-3 code");
        assert_eq!(of(&[]), pair("unknown", "unknown"));
    }
}
