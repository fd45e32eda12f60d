//! A contact names a unit by an acronym that changed its meaning during the contact.

use super::{Judge, Rule};
use crate::bundle::Bundle;
use crate::catalogue::{Example, Group, Meta, Scope, Severity, Strength};
use crate::finding::{Fact, Finding};
use crate::reference::{self, Unit};

static META: Meta = Meta {
    id: "ambiguous-acronym",
    group: Group::Terminology,
    severity: Severity::Advice,
    scope: Scope::Subject,
    summary: "A contact names a unit by an acronym that stood for another unit before.",
    page: "## What it checks\n\
        The `unit` of every functional contact: if it is the code of several units, the contact began after the last \
        day of the earlier one.\n\n\
        ## Why it matters\n\
        PRD stood for the Preparedness and Response Division and stands for the Peace and Recovery Division now. A \
        contact that reaches back to the time of the first says nothing about which of them is meant.\n\n\
        ## Exceptions\n\
        Contacts that began later, and units written with their name in full.\n\n\
        ## What it marks\n\
        The `unit` of the contact. Related: its first day.\n",
    example: EXAMPLE,
    source: "IOM Emergency Manual, About IOM (October 2024)",
    statements: &["N73"],
    strength: Strength::Contextual,
    pack: None,
    also_packs: &[],
    params: &[],
};

const EXAMPLE: Example = Example::Records {
    as_of: "2025-03-31",
    given: "",
    valid: r#"
{"kind": "contact", "id": "K-3", "mission": "mli", "role": "recovery-focal-point",
 "unit": "PRD", "office": "ro-dakar", "mailbox": "PRDCoreGroupHQ@iom.int", "from": "2025-01-06"}
"#,
    invalid: r#"
{"kind": "contact", "id": "K-3", "mission": "mli", "role": "recovery-focal-point",
 "unit": "PRD", "office": "ro-dakar", "mailbox": "PRDCoreGroupHQ@iom.int", "from": "2024-01-08"}
"#,
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    for contact in &bundle.contacts {
        judge.subject(contact.head.place(), |judge| {
            let unit = contact.unit?;
            let meanings: Vec<&Unit> = reference::units()
                .iter()
                .filter(|row| row.code.eq_ignore_ascii_case(unit.value))
                .collect();
            let until = meanings.iter().filter_map(|row| row.to).max();
            let Some(until) = until.filter(|_| meanings.len() > 1) else {
                return Ok(());
            };
            let dated = contact.interval?;
            if dated.interval.from > until {
                return Ok(());
            }
            let names = meanings.iter().map(|row| row.name.clone()).collect();
            judge.report(
                Finding::new(&META, unit.place)
                    .about(contact.head.place())
                    .and("from", dated.from)
                    .with("contact", Fact::Id(contact.head.id?.value.to_owned()))
                    .with("unit", Fact::Code(unit.value.to_owned()))
                    .with("meanings", Fact::Vocabulary(names))
                    .with("until", Fact::Day(until)),
            );
            Ok(())
        });
    }
}
