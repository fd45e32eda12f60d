//! A crisis programme is not tagged with a sector of the MCOF.

use super::shared::programme::{judged_day, mcof_pack, mcof_version_on};
use super::shared::theme::areas_of;
use super::{Judge, Rule};
use crate::bundle::Bundle;
use crate::calendar::Day;
use crate::catalogue::{Example, Group, Meta, Scope, Severity, Strength};
use crate::document::Read;
use crate::finding::{Fact, Finding};
use crate::record::Programme;
use crate::reference::{canonical_area, sectors, sectors_are_complete};

static META: Meta = Meta {
    id: "mcof-sector-missing",
    group: Group::Organization,
    severity: Severity::Advice,
    scope: Scope::Subject,
    summary: "A programme that responds to a crisis is not tagged with a sector of the MCOF.",
    page: "## What it checks\n\
        A programme with `crisis` true states its sectors of the Migration Crisis Operational Framework in `mcof`, in \
        the version in force on its last day or that of the run.\n\n\
        ## Why it matters\n\
        A crisis response is planned and reported by the sectors of the framework; a programme without one is missing \
        in every sum.\n\n\
        ## Exceptions\n\
        Programmes that were over before the framework of 2012. As long as not all sectors of a version are known to \
        the tool, only programmes with an area that is the namesake of a known sector are judged.\n\n\
        ## What it marks\n\
        The `id` of the programme; related: its `areas`.\n",
    example: EXAMPLE,
    source: "Migration Crisis Operational Framework (MC/2355) and its Addendum of 2021",
    statements: &["N83"],
    strength: Strength::Should,
    pack: Some("mcof-2012"),
    also_packs: &["mcof-2021"],
    params: &[],
};

const EXAMPLE: Example = Example::Records {
    as_of: "2025-03-31",
    given: "",
    valid: r#"
{"kind": "programme", "id": "G-shl", "mission": "mli", "areas": ["shelter-settlements"],
 "crisis": true, "sites": ["mop"],
 "mcof": {"version": 2021, "sectors": ["shelter-and-settlements"]},
 "from": "2024-01-01"}
"#,
    invalid: r#"
{"kind": "programme", "id": "G-shl", "mission": "mli", "areas": ["shelter-settlements"],
 "crisis": true, "sites": ["mop"],
 "from": "2024-01-01"}
"#,
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    for programme in &bundle.programmes {
        let crisis = programme.is_crisis();
        if crisis == Ok(false) {
            continue;
        }
        let tag = programme.mcof();
        if matches!(tag, Ok(Some(_))) {
            judge.subject(programme.head.place(), |_| Ok(()));
            continue;
        }
        let applies = crisis.and_then(|_| expected(programme, judge.as_of()));
        judge.consider(programme.head.place(), applies, |judge, expected| {
            tag?;
            judge.report(describe(programme, expected)?);
            Ok(())
        });
    }
}

/// What a programme should be tagged with.
struct Expected {
    day: Day,
    version: i64,
    areas: Vec<String>,
    /// Namesakes of its areas.
    sectors: Vec<String>,
}

/// None where no tag can be expected.
fn expected(programme: &Programme<'_>, today: Day) -> Read<Option<Expected>> {
    let Some(day) = judged_day(programme, today)? else {
        return Ok(None);
    };
    let Some(version) = mcof_version_on(day) else {
        return Ok(None);
    };
    let areas = areas_of(&[programme])?;
    let is_namesake = |named: &String| {
        areas
            .iter()
            .any(|area| canonical_area(area) == canonical_area(named))
    };
    let namesakes = sectors(version).filter(|row| row.areas.iter().any(is_namesake));
    let sectors: Vec<String> = namesakes.map(|row| row.code.clone()).collect();
    if sectors.is_empty() && !sectors_are_complete(version) {
        return Ok(None);
    }
    Ok(Some(Expected {
        day,
        version,
        areas,
        sectors,
    }))
}

fn describe(programme: &Programme<'_>, expected: Expected) -> Read<Finding> {
    let id = programme.head.id?;
    let namesakes = Some(expected.sectors).filter(|sectors| !sectors.is_empty());
    let finding = Finding::new(&META, id.place)
        .about(programme.head.place())
        .judged_on(expected.day)
        .with("programme", Fact::Id(id.value.to_owned()))
        .with("version", Fact::Number(expected.version))
        .with("areas", Fact::Codes(expected.areas))
        .with_some("sectors", namesakes.map(Fact::Vocabulary))
        .and("areas", programme.areas_view?.place());
    Ok(match mcof_pack(expected.version) {
        Some(pack) => finding.resting_on(pack),
        None => finding,
    })
}
