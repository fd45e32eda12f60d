//! Somebody other than the Resident Coordinator chairs the United Nations Country Team.

use super::shared::chair::{self, usual};
use super::shared::quoted;
use super::{Judge, Rule};
use crate::bundle::Bundle;
use crate::catalogue::{Example, Group, Meta, Scope, Severity, Strength};
use crate::finding::Safety;

static META: Meta = Meta {
    id: "unct-chair-not-rc",
    group: Group::Development,
    severity: Severity::Warning,
    scope: Scope::Subject,
    summary: "Somebody other than the Resident Coordinator chairs the UNCT.",
    page: "## What it checks\n\
        Every United Nations Country Team that is active on the date of the run and has a `chair` on that date: one of \
        its chairs is the Resident Coordinator (`RC`).\n\n\
        ## Why it matters\n\
        The Resident Coordinator leads the country team; no single agency does. Another chair on record is a mistake, \
        or the platform is another body.\n\n\
        ## Exceptions\n\
        A role is read in its parts, so that `DSRSG/RC/HC` and `RC a.i.` are the Resident Coordinator. A co-chair \
        beside the Resident Coordinator is in order. Where the team is merged with the Humanitarian Country Team, that \
        team's usual chair is accepted. Local terms of reference with `permits` `chair-other` are respected.\n\n\
        ## What it marks\n\
        The `role` of the first chair, or its `org` where it has no role.\n",
    example: EXAMPLE,
    source: "IOM Emergency Manual, Pre-Crisis Coordination Structure (September 2022)",
    statements: &["N22"],
    strength: Strength::Contextual,
    pack: Some("em-precrisis"),
    also_packs: &[],
    params: &[],
};

const EXAMPLE: Example = Example::Records {
    as_of: "2025-03-31",
    given: "",
    valid: r#"
{"kind": "platform", "id": "unct", "mission": "mli", "types": ["unct"], "level": "national",
 "chair": [{"role": "RC", "from": "2019-01-01"}],
 "status": [{"value": "active", "from": "2002-01-01"}]}
"#,
    invalid: r#"
{"kind": "platform", "id": "unct", "mission": "mli", "types": ["unct"], "level": "national",
 "chair": [{"role": "DO", "from": "2019-01-01"}],
 "status": [{"value": "active", "from": "2002-01-01"}]}
"#,
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    chair::judge_each(
        bundle,
        judge,
        "unct",
        |_, platform| usual(platform),
        |judge, _, misplaced| {
            let finding = misplaced.finding;
            let role = misplaced.chair.role?;
            judge.report(match role {
                Some(role) => finding.fixed_by(Safety::Suggested, vec![(role.place, quoted("RC"))]),
                None => finding,
            });
            Ok(())
        },
    );
}
