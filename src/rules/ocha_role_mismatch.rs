//! OCHA is recorded in the place of the chair, or another body in OCHA's.

use super::shared::chair::{chairs_on, is_function, written};
use super::shared::standing::{is_active, is_context, permits};
use super::shared::{all, any};
use super::{Judge, Rule, concerns};
use crate::bundle::Bundle;
use crate::calendar::Day;
use crate::catalogue::{Example, Group, Meta, Scope, Severity, Strength};
use crate::document::{Marked, Read};
use crate::finding::{Fact, Finding};
use crate::record::{Party, Platform};
use crate::reference::{self, organisation};

static META: Meta = Meta {
    id: "ocha-role-mismatch",
    group: Group::Subnational,
    severity: Severity::Advice,
    scope: Scope::Subject,
    summary: "OCHA's part in the HCT or the ICCG is recorded otherwise than it usually is.",
    page: "## What it checks\n\
        Every Humanitarian Country Team and Inter-Cluster Coordination Group that is active on the date of the run and \
        has a `chair` on that date or a `facilitator`: OCHA is not among the chairs of the country team \
        (`ocha-chairs-hct`); one of the chairs of the group is OCHA, the Humanitarian or the Resident Coordinator \
        (`iccg-chaired-by-other`); and where the group has no chair, OCHA is not merely its facilitator \
        (`ocha-facilitates-iccg`).\n\n\
        ## Why it matters\n\
        OCHA facilitates the country team, which the Humanitarian Coordinator chairs, and chairs the group of \
        coordinators. Whoever looks for the chair finds the wrong office.\n\n\
        ## Exceptions\n\
        Groups are not judged where their setting is `sector`, while the context model is `refugee`, where local terms \
        of reference have `permits` `chair-other`, and where the mission records `ocha_presence` but none on the date. \
        `hct-chair-not-hc` replaces this finding where it applies.\n\n\
        ## What it marks\n\
        The `org` of OCHA among the chairs of the country team; the `role` of the first chair of the group, or its \
        `org` where it has no role; the `org` of the facilitator.\n",
    example: EXAMPLE,
    source: "Standard Terms of Reference for Inter-Cluster Coordination Groups; for Mali OCHA, Structure de la \
             Coordination",
    statements: &["N43", "N44"],
    strength: Strength::Contextual,
    pack: Some("iasc-iccg-tor"),
    also_packs: &[MALI],
    params: &[],
};

const EXAMPLE: Example = Example::Records {
    as_of: "2025-03-31",
    given: "",
    valid: r#"
{"kind": "platform", "id": "iccg", "mission": "mli", "types": ["iccg"], "level": "national",
 "chair": [{"org": "OCHA", "from": "2012-04-01"}],
 "status": [{"value": "active", "from": "2012-04-01"}]}
"#,
    invalid: r#"
{"kind": "platform", "id": "iccg", "mission": "mli", "types": ["iccg"], "level": "national",
 "chair": [{"org": "UNDP", "from": "2012-04-01"}],
 "status": [{"value": "active", "from": "2012-04-01"}]}
"#,
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

/// The policy pack that says so for one country.
const MALI: &str = "mali-ocha";

const OCHA: &str = "OCHA";

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    let today = judge.as_of();
    if !judge.in_force(today) {
        return;
    }
    for platform in &bundle.platforms {
        judge.consider(
            platform.head.place(),
            applies(bundle, platform, today),
            |judge, body| {
                let Some(mismatch) = mismatch(platform, body, today)? else {
                    return Ok(());
                };
                let mark = mismatch.mark;
                let chair = mismatch.is_chair.then(|| mark.value.to_owned());
                let expected = mismatch.expected.iter().map(|one| (*one).to_owned());
                let finding = Finding::new(&META, mark.place)
                    .about(platform.head.place())
                    .with("platform", Fact::Id(platform.head.id?.value.to_owned()))
                    .with("fault", Fact::Kind(mismatch.fault.to_owned()))
                    .with_some("chair", chair.map(Fact::Code))
                    .with("expected", Fact::Vocabulary(expected.collect()))
                    .with("date", Fact::Day(today));
                let is_mali = match reference::pack(MALI) {
                    Some(pack) => concerns(pack, bundle)? && pack.covers(today),
                    None => false,
                };
                judge.report(if is_mali {
                    finding.resting_on(MALI)
                } else {
                    finding
                });
                Ok(())
            },
        );
    }
}

/// Which of the two a platform is, as far as it is judged.
#[derive(Clone, Copy)]
struct Body {
    is_team: bool,
    is_group: bool,
}

fn applies(bundle: &Bundle<'_>, platform: &Platform<'_>, day: Day) -> Read<Option<Body>> {
    let team = Bundle::is_of_type(platform, "hct");
    let group = Bundle::is_of_type(platform, "iccg");
    let group = if group == Ok(false) {
        group
    } else {
        all([group, is_usual_group(bundle, platform, day)])
    };
    let led = any([
        chairs_on(platform, day).map(|chairs| !chairs.is_empty()),
        platform.facilitator().map(|party| party.is_some()),
    ]);
    if !all([any([team, group]), is_active(platform, day), led])? {
        return Ok(None);
    }
    Ok(Some(Body {
        is_team: team?,
        is_group: group?,
    }))
}

/// Whether it is a group as OCHA usually chairs it.
fn is_usual_group(bundle: &Bundle<'_>, platform: &Platform<'_>, day: Day) -> Read<bool> {
    let not = |answer: Read<bool>| answer.map(|holds| !holds);
    let setting = platform.setting();
    all([
        setting.map(|setting| setting.is_none_or(|setting| setting.value != "sector")),
        not(is_context(bundle, "refugee", day)),
        not(permits(platform, "chair-other")),
        may_be_there(bundle, day),
    ])
}

/// Whether OCHA is in the country on a day, or nobody says.
fn may_be_there(bundle: &Bundle<'_>, day: Day) -> Read<bool> {
    let Some(mission) = bundle.mission()? else {
        return Ok(true);
    };
    let recorded = mission.ocha_presence.as_ref().map_err(|blocked| *blocked)?;
    let Some(recorded) = recorded else {
        return Ok(true);
    };
    any(recorded
        .iter()
        .map(|presence| Ok(presence.interval()?.interval.covers(day))))
}

/// What is recorded otherwise.
struct Mismatch<'t> {
    fault: &'static str,
    mark: Marked<&'t str>,
    is_chair: bool,
    expected: &'static [&'static str],
}

const COORDINATOR: &[&str] = &["HC"];
const GROUP_CHAIRS: &[&str] = &["OCHA", "HC", "RC"];

fn mismatch<'t>(platform: &Platform<'t>, body: Body, day: Day) -> Read<Option<Mismatch<'t>>> {
    let chairs = chairs_on(platform, day)?;
    if body.is_team {
        for chair in &chairs {
            if let Some(mark) = as_ocha(chair)? {
                return Ok(Some(Mismatch {
                    fault: "ocha-chairs-hct",
                    mark,
                    is_chair: true,
                    expected: COORDINATOR,
                }));
            }
        }
    }
    if body.is_group {
        mismatch_of_group(platform, &chairs)
    } else {
        Ok(None)
    }
}

fn mismatch_of_group<'t>(
    platform: &Platform<'t>,
    chairs: &[Party<'t>],
) -> Read<Option<Mismatch<'t>>> {
    let Some(first) = chairs.first() else {
        let facilitator = platform.facilitator()?;
        let ocha = facilitator.map(|party| as_ocha(&party)).transpose()?;
        return Ok(ocha.flatten().map(|mark| Mismatch {
            fault: "ocha-facilitates-iccg",
            mark,
            is_chair: false,
            expected: GROUP_CHAIRS,
        }));
    };
    if any(chairs.iter().map(chairs_groups))? {
        return Ok(None);
    }
    Ok(written(first)?.map(|mark| Mismatch {
        fault: "iccg-chaired-by-other",
        mark,
        is_chair: true,
        expected: GROUP_CHAIRS,
    }))
}

/// The organisation of a party if that is OCHA.
fn as_ocha<'t>(party: &Party<'t>) -> Read<Option<Marked<&'t str>>> {
    Ok(party.org?.filter(|org| organisation(org.value) == OCHA))
}

/// Whether a chair is one of those who usually chair the group.
fn chairs_groups(chair: &Party<'_>) -> Read<bool> {
    let role = chair.role.map(|role| {
        role.is_some_and(|role| ["HC", "RC"].iter().any(|one| is_function(role.value, one)))
    });
    any([as_ocha(chair).map(|ocha| ocha.is_some()), role])
}
