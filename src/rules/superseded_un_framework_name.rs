//! A framework of the United Nations is called by the name it had before its reform.

use super::shared::quoted;
use super::{Judge, Rule};
use crate::bundle::Bundle;
use crate::catalogue::{Example, Group, Meta, Param, ParamValue, Scope, Severity, Strength};
use crate::document::Read;
use crate::finding::{Fact, Finding, Safety};
use crate::record::{Programme, UnFramework};
use crate::reference::{self, Rename};

static LAST_CYCLE: Param = Param {
    table: "superseded-un-framework-name",
    key: "last_cycle",
    value: ParamValue::Number(2019, 1_990, 2_100),
    doc: "The last year in which the cycle of a framework with the old name could begin.",
};

static META: Meta = Meta {
    id: "superseded-un-framework-name",
    group: Group::Terminology,
    severity: Severity::Advice,
    scope: Scope::Subject,
    summary: "A cooperation framework of the United Nations is still called UNDAF.",
    page: "## What it checks\n\
        A programme whose `un_framework` has a cycle that began after `last_cycle` (2019) does not call it United \
        Nations Development Assistance Framework or UNDAF.\n\n\
        ## Why it matters\n\
        Since 2019 the framework is the United Nations Sustainable Development Cooperation Framework (UNSDCF). The old \
        name suggests an old cycle, and the programme is not found under the present one.\n\n\
        ## Exceptions\n\
        Earlier cycles keep the name that they had.\n\n\
        ## What it marks\n\
        The `name`; related: the year in which the cycle began.\n",
    example: EXAMPLE,
    source: "Guidance on the United Nations Sustainable Development Cooperation Framework (June 2019)",
    statements: &["N26"],
    strength: Strength::Usual,
    pack: Some("un-cooperation-framework"),
    also_packs: &[],
    params: &[&LAST_CYCLE],
};

const EXAMPLE: Example = Example::Records {
    as_of: "2025-03-31",
    given: "",
    valid: r#"
{"kind": "programme", "id": "G-shl", "mission": "mli", "areas": ["shelter"], "crisis": true,
 "sites": ["mop"], "un_framework": {"name": "UNSDCF", "cycle_from": 2020}, "from": "2024-01-01"}
"#,
    invalid: r#"
{"kind": "programme", "id": "G-shl", "mission": "mli", "areas": ["shelter"], "crisis": true,
 "sites": ["mop"], "un_framework": {"name": "UNDAF", "cycle_from": 2020}, "from": "2024-01-01"}
"#,
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    let last_cycle = judge.number(&LAST_CYCLE);
    for programme in &bundle.programmes {
        judge.consider(
            programme.head.place(),
            programme.un_framework(),
            |judge, framework| {
                let name = framework.name;
                let mut renames = reference::renames("un-framework");
                let Some(rename) = renames
                    .find(|rename| name.map_or(true, |name| has_old_name(name.value, rename)))
                else {
                    return Ok(());
                };
                if framework.cycle_from?.value > last_cycle {
                    judge.report(describe(programme, framework, rename)?);
                }
                Ok(())
            },
        );
    }
}

/// Whether a name is the old one in full, or has the old acronym as a word.
fn has_old_name(name: &str, rename: &Rename) -> bool {
    let mut words = name.split(|letter: char| !letter.is_alphanumeric());
    words.any(|word| word.eq_ignore_ascii_case(&rename.old))
        || rename
            .old_name
            .as_ref()
            .is_some_and(|old| old.eq_ignore_ascii_case(name))
}

fn describe(
    programme: &Programme<'_>,
    framework: UnFramework<'_>,
    rename: &Rename,
) -> Read<Finding> {
    let id = programme.head.id?.value.to_owned();
    let (name, cycle) = (framework.name?, framework.cycle_from?);
    let is_nothing_else =
        name.value == rename.old || rename.old_name.as_deref() == Some(name.value);
    let successor = rename.new.clone();
    let fix = successor.as_ref().filter(|_| is_nothing_else);
    let edits = fix.map(|code| vec![(name.place, quoted(code))]);
    let finding = Finding::new(&META, name.place)
        .about(programme.head.place())
        .with("programme", Fact::Id(id))
        .with("name", Fact::Text(name.value.to_owned()))
        .with_some(
            "successor",
            successor.map(|code| Fact::Vocabulary(vec![code])),
        )
        .with("cycle", Fact::Number(cycle.value))
        .and("cycle", cycle.place);
    Ok(match edits {
        Some(edits) => finding.fixed_by(Safety::Suggested, edits),
        None => finding,
    })
}
