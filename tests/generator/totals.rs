//! How many findings are to be expected in each group.

use std::collections::BTreeMap;
use std::fmt;

use super::draft::Draft;
use super::truth::Truth;

/// Findings by group. Every finding is in exactly one group of each kind.
#[derive(Debug, Default)]
pub(crate) struct Totals {
    severities: BTreeMap<String, usize>,
    rules: BTreeMap<String, usize>,
    missions: BTreeMap<String, usize>,
    countries: BTreeMap<String, usize>,
    offices: BTreeMap<String, usize>,
    /// Countries and regional office of each mission.
    places: BTreeMap<String, (String, String)>,
}

impl Totals {
    /// A mission, with or without findings. Its regional office is the one that covers its country. With a code that is
    /// no country's among those of the mission record it is not known where the mission is.
    pub(crate) fn mission(&mut self, draft: &Draft) {
        let plan = &draft.plan;
        let is_open = draft.expected.iter().any(|expected| {
            expected.rule == "unknown-country-code" && expected.pointer.starts_with("/countries/")
        });
        let mut countries = vec![plan.country.alpha3];
        countries.extend(plan.second.map(|country| country.alpha3));
        countries.sort_unstable();
        let (country, office) = if is_open {
            ("unknown".to_owned(), "unknown".to_owned())
        } else {
            (countries.join("+"), format!("ro-{}", plan.country.region))
        };
        self.missions.entry(plan.id.clone()).or_default();
        self.countries.entry(country.clone()).or_default();
        self.offices.entry(office.clone()).or_default();
        self.places.insert(plan.id.clone(), (country, office));
    }

    /// Counts a finding.
    pub(crate) fn count(&mut self, finding: &Truth) {
        let add = |groups: &mut BTreeMap<String, usize>, group: &str| {
            *groups.entry(group.to_owned()).or_default() += 1;
        };
        add(&mut self.severities, finding.severity());
        add(&mut self.rules, finding.rule());
        add(&mut self.missions, finding.mission());
        if let Some((country, office)) = self.places.get(finding.mission()) {
            add(&mut self.countries, country);
            add(&mut self.offices, office);
        }
    }
}

impl fmt::Display for Totals {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kinds = [
            ("severities", &self.severities),
            ("rules", &self.rules),
            ("missions", &self.missions),
            ("countries", &self.countries),
            ("regional_offices", &self.offices),
        ];
        let kinds = kinds.map(|(kind, groups)| {
            let groups: Vec<String> = groups
                .iter()
                .map(|(group, count)| format!("\"{group}\": {count}"))
                .collect();
            format!("\"{kind}\": {{{}}}", groups.join(", "))
        });
        write!(f, "{{{}}}", kinds.join(",\n "))
    }
}
