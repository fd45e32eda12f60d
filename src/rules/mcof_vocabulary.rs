//! A programme is tagged in a version of the MCOF that was not in force, or with a sector that version does not have.

use super::shared::items;
use super::shared::period::months_after;
use super::shared::programme::{judged_day, mcof_pack, nearest_code};
use super::shared::quoted;
use super::{Judge, Rule};
use crate::bundle::Bundle;
use crate::calendar::Day;
use crate::catalogue::{Example, Group, Meta, Scope, Severity, Strength};
use crate::document::{Marked, Read};
use crate::finding::{Fact, Finding, Place, Safety};
use crate::record::{Mcof, Programme};
use crate::reference::{self, sectors, sectors_are_complete};

static META: Meta = Meta {
    id: "mcof-vocabulary",
    group: Group::Organization,
    severity: Severity::Advice,
    scope: Scope::Subject,
    summary: "A programme is tagged with a sector or version of the MCOF that does not fit.",
    page: "## What it checks\n\
        The version of the Migration Crisis Operational Framework in which a programme is tagged was in force while \
        it ran: not before there was a framework (`anachronism`), not 2012 for a programme that began in 2022 or later \
        (`old-version`), not 2021 for one that was over before (`new-version`). Each sector is one of that version \
        (`unknown-sector`).\n\n\
        ## Why it matters\n\
        Programmes are added up by sectors. A sector of the other version, or none at all, is counted nowhere.\n\n\
        ## Exceptions\n\
        In 2021, and for programmes that began before and went on, both versions are right. As long as not all sectors \
        of a version are known to the tool, only those that belong to the other version are reported. Where the version \
        itself is wrong, sectors of the right one are not.\n\n\
        ## What it marks\n\
        The `version`; related: the first or last day of the programme. Or the sector; related: the version.\n",
    example: EXAMPLE,
    source: "Migration Crisis Operational Framework (MC/2355) and its Addendum of 2021",
    statements: &["N78", "N79"],
    strength: Strength::Contextual,
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
 "mcof": {"version": 2021, "sectors": ["shelter-and-settlements"]}, "from": "2024-01-01"}
"#,
    invalid: r#"
{"kind": "programme", "id": "G-shl", "mission": "mli", "areas": ["shelter-settlements"],
 "crisis": true, "sites": ["mop"],
 "mcof": {"version": 2021, "sectors": ["shelter-and-non-food-items"]}, "from": "2024-01-01"}
"#,
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

/// The versions there are.
const VERSIONS: &[i64] = &[2012, 2021];

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    for programme in &bundle.programmes {
        judge.consider(
            programme.head.place(),
            tag(programme, judge.as_of()),
            |judge, (tag, last)| {
                let version = tag.version?;
                let fault = version_fault(programme, version, last)?;
                let right = fault.as_ref().and_then(|(_, right)| *right);
                if let Some((finding, _)) = fault {
                    judge.report(finding);
                }
                for sector in items(&tag.sectors)? {
                    let sector = (*sector)?;
                    // It is the version that is wrong, not what is named by the version that would be right.
                    if right.is_some_and(|right| has_sector(right, sector.value)) {
                        continue;
                    }
                    if let Some(finding) = sector_fault(programme, version, sector)? {
                        judge.report(finding);
                    }
                }
                Ok(())
            },
        );
    }
}

/// The tag of a programme, and the day on which it is judged; none where it has none or has not begun.
fn tag<'t>(programme: &Programme<'t>, today: Day) -> Read<Option<(Mcof<'t>, Day)>> {
    let Some(tag) = programme.mcof()? else {
        return Ok(None);
    };
    Ok(judged_day(programme, today)?.map(|last| (tag, last)))
}

/// The first day of a version.
fn start_of(version: i64) -> Option<Day> {
    reference::pack(mcof_pack(version)?)?.from()
}

fn has_sector(version: i64, sector: &str) -> bool {
    sectors(version).any(|row| row.code == sector)
}

/// A finding on the version, with the version that would be right where there is one.
fn version_fault(
    programme: &Programme<'_>,
    version: Marked<i64>,
    last: Day,
) -> Read<Option<(Finding, Option<i64>)>> {
    let dated = programme.interval?;
    let (first, second) = (start_of(2012), start_of(2021));
    // The first is still right in the year in which the second came: its day is not known.
    let settled = second.and_then(|second| months_after(second, 12));
    let told = if first.is_some_and(|first| last < first) {
        Some(("anachronism", None, dated.to))
    } else if version.value == 2012 && settled.is_some_and(|settled| settled <= dated.interval.from)
    {
        Some(("old-version", Some(2021), Some(dated.from)))
    } else if version.value == 2021 && second.is_some_and(|second| last < second) {
        Some(("new-version", Some(2012), dated.to))
    } else {
        None
    };
    let Some((fault, expected, bound)) = told else {
        return Ok(None);
    };
    let expected: Option<i64> = expected;
    let finding = finding(programme, version.place, fault, version.value)?
        .with_some("expected", expected.map(|year| versions(&[year])));
    let finding = match bound {
        Some(place) => finding.and("bound", place),
        None => finding,
    };
    Ok(Some((finding, expected)))
}

fn sector_fault(
    programme: &Programme<'_>,
    version: Marked<i64>,
    sector: Marked<&str>,
) -> Read<Option<Finding>> {
    let has = |version: i64| has_sector(version, sector.value);
    let others: Vec<i64> = VERSIONS
        .iter()
        .copied()
        .filter(|other| *other != version.value && has(*other))
        .collect();
    let is_unknown =
        !has(version.value) && (sectors_are_complete(version.value) || !others.is_empty());
    if !is_unknown {
        return Ok(None);
    }
    let codes = sectors(version.value).map(|row| row.code.as_str());
    let nearest = nearest_code(sector.value, codes);
    let elsewhere = (!others.is_empty()).then(|| versions(&others));
    let finding = finding(programme, sector.place, "unknown-sector", version.value)?
        .with("sector", Fact::Code(sector.value.to_owned()))
        .with_some("expected", elsewhere)
        .with_some(
            "nearest",
            nearest.map(|code| Fact::Vocabulary(vec![code.to_owned()])),
        )
        .and("version", version.place);
    Ok(Some(match nearest {
        Some(code) => finding.fixed_by(Safety::Suggested, vec![(sector.place, quoted(code))]),
        None => finding,
    }))
}

fn versions(years: &[i64]) -> Fact {
    Fact::Vocabulary(years.iter().map(i64::to_string).collect())
}

fn finding(programme: &Programme<'_>, place: Place, fault: &str, version: i64) -> Read<Finding> {
    let id = programme.head.id?.value.to_owned();
    let finding = Finding::new(&META, place)
        .about(programme.head.place())
        .with("programme", Fact::Id(id))
        .with("fault", Fact::Kind(fault.to_owned()))
        .with("version", Fact::Number(version));
    Ok(match mcof_pack(version) {
        Some(pack) => finding.resting_on(pack),
        None => finding,
    })
}
