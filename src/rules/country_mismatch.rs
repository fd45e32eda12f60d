//! An office or assignment in a country that is not the mission's.

use super::shared::{any, each, items};
use super::{Judge, Rule};
use crate::bundle::Bundle;
use crate::catalogue::{Example, Group, Meta, Scope, Severity, Strength};
use crate::document::{Marked, Read};
use crate::finding::{Fact, Finding, Place};
use crate::record::{Assignment, Mission};
use crate::reference;

static META: Meta = Meta {
    id: "country-mismatch",
    group: Group::Integrity,
    severity: Severity::Error,
    scope: Scope::Subject,
    summary: "An office or assignment is in a country that is not the mission's.",
    page: "## What it checks\n\
        The country of an office or of an assignment must be one of the mission's countries. A code that does not \
        exist is left to unknown-country-code.\n\n\
        ## Why it matters\n\
        The office or the person is counted for a country that another mission answers for.\n\n\
        ## Exceptions\n\
        Assignments of kind surge, standby or tdy, regional security officers, and assignments whose duty station \
        is an office of another mission.\n\n\
        ## What it marks\n\
        The country; related: the mission's list of countries.\n",
    example: EXAMPLE,
    source: "our own inference",
    statements: &[],
    strength: Strength::Inferred,
    pack: None,
    also_packs: &[],
    params: &[],
};

const EXAMPLE: Example = Example::Records {
    as_of: "2025-03-31",
    given: "",
    valid: r#"
{"kind": "mission", "id": "mli", "mission": "mli", "name": "IOM Mali", "countries": ["MLI"],
 "regional_office": [{"office": "ro-dakar", "from": "2011-07-01"}],
 "offices": [{"id": "bko", "place": "Bamako", "country": "MLI", "from": "1998-03-01"}],
 "phase": [{"value": "protracted", "from": "2015-01-01"}],
 "context_model": [{"value": "cluster", "from": "2012-04-01"}]}
"#,
    invalid: r#"
{"kind": "mission", "id": "mli", "mission": "mli", "name": "IOM Mali", "countries": ["MLI"],
 "regional_office": [{"office": "ro-dakar", "from": "2011-07-01"}],
 "offices": [{"id": "bko", "place": "Bamako", "country": "MWI", "from": "1998-03-01"}],
 "phase": [{"value": "protracted", "from": "2015-01-01"}],
 "context_model": [{"value": "cluster", "from": "2012-04-01"}]}
"#,
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    for mission in &bundle.missions {
        each(judge, &mission.offices, |judge, office| {
            judge.consider(mission.head.place(), office.country, |judge, country| {
                if is_mismatch(country, mission)? {
                    judge.report(finding(country, mission)?);
                }
                Ok(())
            });
        });
    }
    for person in &bundle.people {
        each(judge, &person.assignments, |judge, assignment| {
            judge.consider(
                person.head.place(),
                placed(bundle, assignment),
                |judge, (country, mission)| {
                    if is_mismatch(country, mission)? && !is_exempt(bundle, assignment)? {
                        judge.report(finding(country, mission)?);
                    }
                    Ok(())
                },
            );
        });
    }
}

/// The country of an assignment, with the mission to compare it with; none where either is not given.
fn placed<'b, 't>(
    bundle: &'b Bundle<'t>,
    assignment: &Assignment<'t>,
) -> Read<Option<(Marked<&'t str>, &'b Mission<'t>)>> {
    match assignment.country? {
        Some(country) => Ok(bundle.mission()?.map(|mission| (country, mission))),
        None => Ok(None),
    }
}

fn is_mismatch(country: Marked<&str>, mission: &Mission<'_>) -> Read<bool> {
    if reference::by_alpha3(country.value).is_none() {
        return Ok(false);
    }
    let countries = items(&mission.countries)?.iter();
    let listed = any(countries.map(|listed| listed.map(|listed| listed.value == country.value)))?;
    Ok(!listed)
}

fn is_exempt(bundle: &Bundle<'_>, assignment: &Assignment<'_>) -> Read<bool> {
    any([
        assignment
            .kind
            .map(|kind| matches!(kind.value, "surge" | "standby" | "tdy")),
        assignment
            .role
            .map(|role| role.value == "regional-security-officer"),
        assignment
            .duty_station
            .map(|station| bundle.plain(station.value).contains('/')),
    ])
}

fn finding(country: Marked<&str>, mission: &Mission<'_>) -> Read<Finding> {
    let countries = items(&mission.countries)?
        .iter()
        .copied()
        .collect::<Read<Vec<_>>>()?;
    let codes = countries.iter().map(|code| code.value.to_owned()).collect();
    let mut finding = Finding::new(&META, country.place)
        .about(country.place)
        .with("country", Fact::Code(country.value.to_owned()))
        .with("countries", Fact::Codes(codes))
        .and("countries", mission.countries_view?.place());
    // Where the mission's own code is the slip (`ML` for `MLI`), this follows from it.
    finding.subjects.extend(slip_for(country, &countries));
    Ok(finding)
}

/// The entry of the mission's list that is the alpha-2 code of the country.
fn slip_for(country: Marked<&str>, listed: &[Marked<&str>]) -> Option<Place> {
    let meant =
        |code: &str| reference::by_alpha2(code).is_some_and(|meant| meant.alpha3 == country.value);
    listed
        .iter()
        .find(|code| meant(code.value))
        .map(|code| code.place)
}
