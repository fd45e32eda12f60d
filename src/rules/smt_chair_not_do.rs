//! Somebody other than the Designated Official chairs the Security Management Team.

use super::shared::chair::{self, is_chaired_by, usual};
use super::shared::quoted;
use super::shared::security_meeting::SMT;
use super::shared::standing::has_integrated_mission;
use super::{Judge, Rule};
use crate::bundle::Bundle;
use crate::calendar::Day;
use crate::catalogue::{Example, Group, Meta, Scope, Severity, Strength};
use crate::document::Read;
use crate::finding::Safety;

static META: Meta = Meta {
    id: "smt-chair-not-do",
    group: Group::Security,
    severity: Severity::Warning,
    scope: Scope::Subject,
    summary: "Somebody other than the Designated Official chairs the SMT.",
    page: "## What it checks\n\
        Every Security Management Team that is active on the date of the run and has a `chair` on that date: one of \
        its chairs is the Designated Official (`DO`).\n\n\
        ## Why it matters\n\
        The Designated Official answers for the security of all United Nations staff at the duty station and chairs \
        the team. Another chair on record is a mistake, or the team is another body.\n\n\
        ## Exceptions\n\
        While an integrated mission is present its head (`SRSG`, `HoM`) or deputy (`DSRSG`) is accepted as well. A \
        role is read in its parts, so that `RC/HC/DO a.i.` is the Designated Official. Local terms of reference with \
        `permits` `chair-other` are respected. Who chaired a single meeting is not judged.\n\n\
        ## What it marks\n\
        The `role` of the first chair, or its `org` where it has no role.\n",
    example: EXAMPLE,
    source: "IOM Emergency Manual, Pre-Crisis Coordination Structure (September 2022)",
    statements: &["N32", "N33", "N36"],
    strength: Strength::Contextual,
    pack: Some("em-precrisis"),
    also_packs: &[],
    params: &[],
};

const EXAMPLE: Example = Example::Records {
    as_of: "2025-03-31",
    given: "",
    valid: r#"
{"kind": "platform", "id": "smt", "mission": "mli", "types": ["smt"], "level": "national",
 "chair": [{"role": "DO", "from": "2013-01-01"}],
 "status": [{"value": "active", "from": "2013-01-01"}]}
"#,
    invalid: r#"
{"kind": "platform", "id": "smt", "mission": "mli", "types": ["smt"], "level": "national",
 "chair": [{"role": "HC", "from": "2013-01-01"}],
 "status": [{"value": "active", "from": "2013-01-01"}]}
"#,
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    let today = judge.as_of();
    let extras = heads_of_integrated_missions(bundle, today);
    chair::judge_each(
        bundle,
        judge,
        SMT,
        |_, platform| {
            let mut expected = usual(platform)?;
            // Then nothing else matters.
            if is_chaired_by(platform, today, &expected) == Ok(true) {
                return Ok(expected);
            }
            expected.extend(extras?);
            Ok(expected)
        },
        |judge, _, misplaced| {
            let finding = misplaced.finding;
            let role = misplaced.chair.role?;
            judge.report(match role {
                Some(role) => finding.fixed_by(Safety::Suggested, vec![(role.place, quoted("DO"))]),
                None => finding,
            });
            Ok(())
        },
    );
}

/// Who may be Designated Official besides, while an integrated mission is there.
fn heads_of_integrated_missions(bundle: &Bundle<'_>, day: Day) -> Read<&'static [&'static str]> {
    let Some(mission) = bundle.mission()? else {
        return Ok(&[]);
    };
    Ok(if has_integrated_mission(mission, day)? {
        &["SRSG", "HoM", "DSRSG"]
    } else {
        &[]
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::shared::testing::{BLOCKED, RUN, judged};

    #[test]
    fn an_official_in_the_chair_needs_nothing_else_to_be_known() {
        let chaired_by = |role: &str| {
            judged(
                &RULE,
                &format!(
                    r#"{{"kind": "mission", "id": "mli", "integrated_missions": 7}},
                   {{"id": "smt", "types": ["smt"], "status": [{{"value": "active", "from": "2020-01-01"}}],
                     "chair": [{{"role": "{role}", "from": "2020-01-01"}}]}}"#
                ),
            )
        };
        assert_eq!(chaired_by("RC/DO a.i."), (0, RUN));
        assert_eq!(
            chaired_by("SRSG"),
            (0, BLOCKED),
            "there may be an integrated mission"
        );
    }
}
