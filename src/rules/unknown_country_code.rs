//! A country code that does not exist.

use super::shared::{each, quoted};
use super::{Judge, Rule};
use crate::bundle::Bundle;
use crate::catalogue::{Example, Group, Meta, Scope, Severity, Strength};
use crate::document::{Marked, Read};
use crate::finding::{Fact, Finding, Place, Safety};
use crate::reference;

static META: Meta = Meta {
    id: "unknown-country-code",
    group: Group::Integrity,
    severity: Severity::Error,
    scope: Scope::Subject,
    summary: "A country code is not an ISO 3166-1 alpha-3 code.",
    page: "## What it checks\n\
        The countries of the mission, of its offices and of assignments must be ISO 3166-1 alpha-3 codes, as \
        ReliefWeb and the Financial Tracking Service write them: `MLI`, not `ML`.\n\n\
        ## Why it matters\n\
        A mission whose country is not known cannot be matched with its regional office, its P-codes or its crises.\n\n\
        ## Exceptions\n\
        The user-assigned code `XKX` (Kosovo under UNSCR 1244) is accepted.\n\n\
        ## What it marks\n\
        The code. Where it is an alpha-2 code, the alpha-3 code of the same country is suggested.\n",
    example: EXAMPLE,
    source: "ISO 3166-1 alpha-3; ReliefWeb API",
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
 "offices": [{"id": "bko", "place": "Bamako", "from": "1998-03-01"}],
 "phase": [{"value": "protracted", "from": "2015-01-01"}],
 "context_model": [{"value": "cluster", "from": "2012-04-01"}]}
"#,
    invalid: r#"
{"kind": "mission", "id": "mli", "mission": "mli", "name": "IOM Mali", "countries": ["ML"],
 "regional_office": [{"office": "ro-dakar", "from": "2011-07-01"}],
 "offices": [{"id": "bko", "place": "Bamako", "from": "1998-03-01"}],
 "phase": [{"value": "protracted", "from": "2015-01-01"}],
 "context_model": [{"value": "cluster", "from": "2012-04-01"}]}
"#,
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    for mission in &bundle.missions {
        each(judge, &mission.countries, |judge, code| {
            judge_code(judge, mission.head.place(), code.map(Some));
        });
        each(judge, &mission.offices, |judge, office| {
            judge_code(judge, mission.head.place(), office.country);
        });
    }
    for person in &bundle.people {
        each(judge, &person.assignments, |judge, assignment| {
            judge_code(judge, person.head.place(), assignment.country);
        });
    }
}

fn judge_code(judge: &mut Judge<'_>, about: Place, code: Read<Option<Marked<&str>>>) {
    judge.consider(about, code, |judge, code| {
        if reference::by_alpha3(code.value).is_none() {
            judge.report(finding(code));
        }
        Ok(())
    });
}

fn finding(code: Marked<&str>) -> Finding {
    let finding = Finding::new(&META, code.place)
        .about(code.place)
        .with("code", Fact::Code(code.value.to_owned()));
    match reference::by_alpha2(code.value) {
        Some(country) => finding
            .with("suggestion", Fact::Code(country.alpha3.clone()))
            .fixed_by(
                Safety::Suggested,
                vec![(code.place, quoted(&country.alpha3))],
            ),
        None => finding,
    }
}
