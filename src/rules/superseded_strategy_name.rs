//! A programme is tagged with a strategy that was over when it began.

use super::{Judge, Rule};
use crate::bundle::Bundle;
use crate::catalogue::{Example, Group, Meta, Scope, Severity, Strength};
use crate::document::Read;
use crate::finding::{Fact, Finding};
use crate::record::Programme;
use crate::reference;

static META: Meta = Meta {
    id: "superseded-strategy-name",
    group: Group::Terminology,
    severity: Severity::Warning,
    scope: Scope::Subject,
    summary: "A programme is tagged with a strategy that was over when it began.",
    page: "## What it checks\n\
        A programme that began when the Strategic Vision 2019-2023 was over is not tagged with it in `strategy`.\n\n\
        ## Why it matters\n\
        Results are added up by strategy. What is reported under one that has ended is missing under the present one.\n\n\
        ## Exceptions\n\
        Programmes that began while the strategy was in force, even if they go on.\n\n\
        ## What it marks\n\
        The `framework`; related: the first day of the programme. There is no edit: the objectives change with the \
        strategy.\n",
    example: EXAMPLE,
    source: "IOM Strategic Plan 2024-2028",
    statements: &["N60", "N85"],
    strength: Strength::Contextual,
    pack: Some("strategic-plan-2024"),
    also_packs: &[],
    params: &[],
};

const EXAMPLE: Example = Example::Records {
    as_of: "2025-03-31",
    given: "",
    valid: r#"
{"kind": "programme", "id": "G-shl", "mission": "mli", "areas": ["shelter"], "crisis": true,
 "sites": ["mop"], "strategy": {"framework": "strategic-vision-2019", "objectives": ["sv19-1"]},
 "from": "2023-01-01"}
"#,
    invalid: r#"
{"kind": "programme", "id": "G-shl", "mission": "mli", "areas": ["shelter"], "crisis": true,
 "sites": ["mop"], "strategy": {"framework": "strategic-vision-2019", "objectives": ["sv19-1"]},
 "from": "2025-01-01"}
"#,
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    for programme in &bundle.programmes {
        // Not applicable without a tag: an untagged programme is no subject, an unreadable tag a blocked one.
        judge.consider(
            programme.head.place(),
            programme.strategy(),
            |judge, strategy| {
                let framework = strategy.framework?;
                let renames = reference::renames("strategy");
                let Some(rename) = renames.into_iter().find(|row| row.old == framework.value)
                else {
                    return Ok(());
                };
                let dated = programme.interval?;
                if rename.by.is_some_and(|by| dated.interval.from >= by) {
                    judge.report(describe(programme, framework, rename, dated)?);
                }
                Ok(())
            },
        );
    }
}

fn describe(
    programme: &Programme<'_>,
    framework: crate::document::Marked<&str>,
    rename: &reference::Rename,
    dated: crate::document::Dated,
) -> Read<Finding> {
    let id = programme.head.id?.value.to_owned();
    let successor = rename.new.clone().map(|code| Fact::Vocabulary(vec![code]));
    Ok(Finding::new(&META, framework.place)
        .about(programme.head.place())
        .with("programme", Fact::Id(id))
        .with("framework", Fact::Code(framework.value.to_owned()))
        .with_some("successor", successor)
        .with("from", Fact::Day(dated.interval.from))
        .and("from", dated.from))
}
