//! The regional office of a mission is not the one that covers its country.

use super::shared::Bound;
use super::shared::{nearest_bound, quoted};
use super::{Judge, Rule};
use crate::bundle::Bundle;
use crate::catalogue::{Example, Group, Meta, Scope, Severity, Strength};
use crate::document::{Marked, Read, entries};
use crate::finding::{Fact, Finding, Safety};
use crate::record::{Mission, Phase};
use crate::reference::{Certainty, Coverage, coverage_of, support_office};

static META: Meta = Meta {
    id: "regional-office-mismatch",
    group: Group::Organization,
    severity: Severity::Warning,
    scope: Scope::Subject,
    summary: "The regional office of a mission does not cover its country, or is not told.",
    page: "## What it checks\n\
        A `regional_office` entry of the mission covers the day of the run (else `none`, an advice), and its office \
        covers one of the mission’s countries (else `other-office`).\n\n\
        ## Why it matters\n\
        Support, clearances and the regional thematic specialists come from the regional office; a wrong one is \
        asked in vain.\n\n\
        ## Exceptions\n\
        Sub-regional offices, and countries of which the covering office is not known. Of a mission with several \
        countries one suffices. Where the covering office is inferred, not stated by a source, this is an advice.\n\n\
        ## What it marks\n\
        The `office`, or the nearest end or beginning of an entry; related: the mission’s `countries`.\n",
    example: EXAMPLE,
    source: "IOM Emergency Manual, About IOM (October 2024); pages of the regional offices",
    statements: &["N63", "N64", "N69"],
    strength: Strength::Should,
    pack: Some("iom-structure-2024"),
    also_packs: &[],
    params: &[],
};

const EXAMPLE: Example = Example::Records {
    as_of: "2025-03-31",
    given: "",
    valid: r#"
{"kind": "mission", "id": "mli", "mission": "mli", "name": "IOM Mali", "countries": ["MLI"],
 "regional_office": [{"office": "ro-dakar", "from": "2011-07-01"}],
 "offices": [{"id": "bko", "place": "Bamako", "from": "1998-03-01"}],
 "phase": [{"value": "protracted", "from": "2015-01-01"}],
 "context_model": [{"value": "cluster", "from": "2012-04-01"}]}
"#,
    invalid: r#"
{"kind": "mission", "id": "mli", "mission": "mli", "name": "IOM Mali", "countries": ["MLI"],
 "regional_office": [{"office": "ro-nairobi", "from": "2011-07-01"}],
 "offices": [{"id": "bko", "place": "Bamako", "from": "1998-03-01"}],
 "phase": [{"value": "protracted", "from": "2015-01-01"}],
 "context_model": [{"value": "cluster", "from": "2012-04-01"}]}
"#,
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    if !judge.in_force(judge.as_of()) {
        return;
    }
    for mission in &bundle.missions {
        judge.subject(mission.head.place(), |judge| {
            if let Some(finding) = fault(judge, mission)? {
                judge.report(finding);
            }
            Ok(())
        });
    }
}

/// The countries of a mission, and what is known of who covers them.
struct Area {
    countries: Vec<String>,
    rows: Vec<&'static Coverage>,
}

impl Area {
    fn of(mission: &Mission<'_>) -> Read<Self> {
        let countries = entries(&mission.countries)
            .map(|country| Ok((*country?)?.value.to_owned()))
            .collect::<Read<Vec<_>>>()?;
        let rows = countries.iter().flat_map(|country| coverage_of(country));
        Ok(Self {
            rows: rows.collect(),
            countries,
        })
    }

    /// The offices that cover it, each once.
    fn offices(&self) -> Vec<String> {
        let mut offices: Vec<String> = Vec::new();
        for row in &self.rows {
            if !offices.contains(&row.office) {
                offices.push(row.office.clone());
            }
        }
        offices
    }
}

fn fault(judge: &Judge<'_>, mission: &Mission<'_>) -> Read<Option<Finding>> {
    let listed = mission.regional_offices()?;
    let mut covering = Vec::new();
    for entry in &listed {
        if entry.interval?.interval.covers(judge.as_of()) {
            covering.push(entry.value);
        }
    }
    if covering.is_empty() {
        return none(judge, mission, &listed).map(Some);
    }
    let area = Area::of(mission)?;
    let mut marked = None;
    for office in covering {
        let office = office?;
        if !is_regional(office.value) || area.rows.iter().any(|row| row.office == office.value) {
            return Ok(None);
        }
        marked = marked.or(Some(office));
    }
    let Some(office) = marked.filter(|_| !area.rows.is_empty()) else {
        return Ok(None);
    };
    other_office(judge, mission, office, area).map(Some)
}

/// Whether an office is a regional one, or may be: of those that are something else it is not known whom they cover.
fn is_regional(office: &str) -> bool {
    let kind = match support_office(office) {
        Some(row) => Some(row.kind.as_str()),
        None => office.split_once('-').map(|(kind, _)| kind),
    };
    !matches!(kind, Some("sro" | "go" | "copa" | "ac"))
}

fn none(judge: &Judge<'_>, mission: &Mission<'_>, listed: &[Phase<'_>]) -> Read<Finding> {
    let intervals = listed
        .iter()
        .map(|entry| entry.interval)
        .collect::<Read<Vec<_>>>()?;
    let place = match nearest_bound(intervals.iter().copied(), judge.as_of()) {
        Some(Bound::Ended(day) | Bound::Begins(day)) => day.place,
        None => mission.head.view.member("regional_office")?.place(),
    };
    let area = Area::of(mission)?;
    let expected = area.offices();
    Ok(Finding::new(&META, place)
        .weighing(META.severity.lowered())
        .about(mission.head.place())
        .with("fault", Fact::Kind("none".to_owned()))
        .with("countries", Fact::Codes(area.countries))
        .with("expected", Fact::Vocabulary(expected))
        .with("date", Fact::Day(judge.as_of()))
        .and("countries", mission.countries_view?.place()))
}

fn other_office(
    judge: &Judge<'_>,
    mission: &Mission<'_>,
    office: Marked<&str>,
    area: Area,
) -> Read<Finding> {
    let is_certain = |row: &&Coverage| row.certainty == Certainty::Confirmed;
    let is_established = area.rows.iter().all(is_certain);
    let expected = area.offices();
    let only = match expected.as_slice() {
        [only] if is_established => Some(quoted(only)),
        _ => None,
    };
    let severity = if is_established {
        META.severity
    } else {
        META.severity.lowered()
    };
    let finding = Finding::new(&META, office.place)
        .weighing(severity)
        .about(mission.head.place())
        .with("office", Fact::Code(office.value.to_owned()))
        .with("fault", Fact::Kind("other-office".to_owned()))
        .with("countries", Fact::Codes(area.countries))
        .with("expected", Fact::Vocabulary(expected))
        .with("date", Fact::Day(judge.as_of()))
        .and("countries", mission.countries_view?.place());
    Ok(match only {
        Some(only) => finding.fixed_by(Safety::Suggested, vec![(office.place, only)]),
        None => finding,
    })
}
