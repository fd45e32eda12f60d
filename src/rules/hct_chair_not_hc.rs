//! Somebody other than the Humanitarian Coordinator chairs the Humanitarian Country Team.

use super::shared::chair::{self, is_chaired_by, is_function};
use super::shared::standing::{has_integrated_mission, types_of};
use super::{Judge, Rule};
use crate::bundle::Bundle;
use crate::calendar::Day;
use crate::catalogue::{Example, Group, Meta, Scope, Severity, Strength};
use crate::document::{Dated, Read};
use crate::record::Platform;

static META: Meta = Meta {
    id: "hct-chair-not-hc",
    group: Group::Humanitarian,
    severity: Severity::Advice,
    scope: Scope::Subject,
    summary: "Somebody other than the Humanitarian Coordinator chairs the HCT.",
    page: "## What it checks\n\
        Every Humanitarian Country Team that is active on the date of the run and has a `chair` on that date: one of \
        its chairs is the Humanitarian Coordinator (`HC`), or the Resident Coordinator (`RC`) where none is \
        designated: the mission's `humanitarian_coordinator` is absent, or covers the date with no entry.\n\n\
        ## Why it matters\n\
        The Humanitarian Coordinator chairs the team and leads the response. OCHA supports the team, but does not \
        chair it.\n\n\
        ## Exceptions\n\
        A co-chair beside the Humanitarian Coordinator, such as the government, is in order. While an integrated \
        mission is present its deputy head (`DSRSG`) is accepted. A role is read in its parts, so that `DSRSG/RC/HC` \
        is the Humanitarian Coordinator. Where the team is merged with another body, that body's usual chair is \
        accepted. Local terms of reference with `permits` `chair-other` are respected. This finding replaces \
        `ocha-role-mismatch`.\n\n\
        ## What it marks\n\
        The `role` of the first chair, or its `org` where it has no role. Related, where that is the Resident \
        Coordinator: since when the mission has a Humanitarian Coordinator.\n",
    example: EXAMPLE,
    source: "IASC, Standard Terms of Reference for Humanitarian Country Teams (February 2017)",
    statements: &["N44"],
    strength: Strength::Contextual,
    pack: Some("iasc-hct-tor"),
    also_packs: &[],
    params: &[],
};

const EXAMPLE: Example = Example::Records {
    as_of: "2025-03-31",
    given: r#"
{"kind": "mission", "id": "mli", "mission": "mli", "name": "IOM Mali", "countries": ["MLI"],
 "regional_office": [{"office": "ro-dakar", "from": "2011-07-01"}],
 "offices": [{"id": "bko", "place": "Bamako", "from": "1998-03-01"}],
 "phase": [{"value": "protracted", "from": "2015-01-01"}],
 "context_model": [{"value": "cluster", "from": "2012-04-01"}],
 "humanitarian_coordinator": [{"from": "2012-04-01"}]}
"#,
    valid: r#"
{"kind": "platform", "id": "hct", "mission": "mli", "types": ["hct"], "level": "national",
 "chair": [{"role": "HC", "from": "2012-04-01"}],
 "status": [{"value": "active", "from": "2012-04-01"}]}
"#,
    invalid: r#"
{"kind": "platform", "id": "hct", "mission": "mli", "types": ["hct"], "level": "national",
 "chair": [{"role": "RC", "from": "2012-04-01"}],
 "status": [{"value": "active", "from": "2012-04-01"}]}
"#,
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

const COORDINATOR: &str = "HC";
const RESIDENT: &str = "RC";

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    let today = judge.as_of();
    chair::judge_each(
        bundle,
        judge,
        "hct",
        |_, platform| expected(bundle, platform, today),
        |judge, _, misplaced| {
            let finding = misplaced.finding;
            let resident = misplaced.chair.role?;
            let refused = resident.is_some_and(|role| is_function(role.value, RESIDENT));
            let designated = designated_on(bundle, today)?.filter(|_| refused);
            let since = designated.map(|dated| dated.from);
            let finding = finding.and_all("designated", since);
            judge.report(finding);
            Ok(())
        },
    );
}

/// Who may chair the team: for the types it is merged with, whoever usually does.
fn expected(bundle: &Bundle<'_>, platform: &Platform<'_>, day: Day) -> Read<Vec<&'static str>> {
    // Then nothing else matters.
    if is_chaired_by(platform, day, &[COORDINATOR]) == Ok(true) {
        return Ok(vec![COORDINATOR]);
    }
    let mission = bundle.mission()?;
    let designated = designated_on(bundle, day)?.is_some();
    let integrated = match mission {
        Some(mission) => has_integrated_mission(mission, day)?,
        None => false,
    };
    let mut expected = Vec::new();
    for kind in types_of(platform) {
        let kind = kind?;
        let refused = |chair: &str| kind.code == "hct" && chair == RESIDENT && designated;
        for chair in &kind.chairs {
            if !refused(chair) && !expected.contains(&chair.as_str()) {
                expected.push(chair.as_str());
            }
        }
    }
    if integrated {
        expected.push("DSRSG");
    }
    Ok(expected)
}

/// For when the mission's country has a Humanitarian Coordinator on a day; none also where that is not recorded.
fn designated_on(bundle: &Bundle<'_>, day: Day) -> Read<Option<Dated>> {
    let recorded = match bundle.mission()? {
        Some(mission) => mission.humanitarian_coordinator()?,
        None => None,
    };
    let mut unread = Ok(None);
    for dated in recorded.unwrap_or_default() {
        match dated {
            Ok(dated) if dated.interval.covers(day) => return Ok(Some(dated)),
            Ok(_) => {}
            Err(blocked) => unread = Err(blocked),
        }
    }
    unread
}
