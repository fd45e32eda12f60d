//! A contact names a unit that had another name, or was gone, by then.

use super::shared::quoted;
use super::{Judge, Rule};
use crate::bundle::Bundle;
use crate::calendar::Day;
use crate::catalogue::{Example, Group, Meta, Scope, Severity, Strength};
use crate::document::{Marked, Read};
use crate::finding::{Fact, Finding, Safety};
use crate::record::Contact;
use crate::reference::{self, Unit};

static META: Meta = Meta {
    id: "superseded-unit-name",
    group: Group::Terminology,
    severity: Severity::Warning,
    scope: Scope::Subject,
    summary: "A contact names a unit of the organization that was superseded by then.",
    page: "## What it checks\n\
        The `unit` of every functional contact, on the contact's last day or the date of the run, whichever is \
        earlier: if it is the code or the name of a superseded unit, a unit of that name exists on that day.\n\n\
        ## Why it matters\n\
        Departments are renamed and divided. Whoever looks for support under the old name writes to a mailbox that \
        nobody reads any more.\n\n\
        ## Exceptions\n\
        Contacts that ended while the old name was in use. An acronym that stands for another unit today (PRD). Units \
        that the table does not know.\n\n\
        ## What it marks\n\
        The `unit` of the contact. The suggested edit is the code of the successor, if there is one.\n",
    example: EXAMPLE,
    source: "IOM Emergency Manual, About IOM (October 2024)",
    statements: &["N72", "N84"],
    strength: Strength::Should,
    pack: Some("iom-structure-2024"),
    also_packs: &[],
    params: &[],
};

const EXAMPLE: Example = Example::Records {
    as_of: "2025-03-31",
    given: "",
    valid: r#"
{"kind": "contact", "id": "K-1", "mission": "mli", "role": "regional-thematic-specialist",
 "unit": "DHRR", "office": "ro-dakar", "mailbox": "dhrr@iom.int", "from": "2024-10-11"}
"#,
    invalid: r#"
{"kind": "contact", "id": "K-1", "mission": "mli", "role": "regional-thematic-specialist",
 "unit": "DOE", "office": "ro-dakar", "mailbox": "dhrr@iom.int", "from": "2024-10-11"}
"#,
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    for contact in &bundle.contacts {
        let day = contact.interval.map(|dated| {
            let begun = dated.interval.from <= judge.as_of();
            begun.then(|| dated.interval.last_day(judge.as_of()))
        });
        judge.consider(contact.head.place(), day, |judge, day| {
            let unit = contact.unit?;
            if let Some(old) = superseded(unit.value, judge.vocabulary_day(day)) {
                judge.report(describe(contact, unit, old, day)?);
            }
            Ok(())
        });
    }
}

/// The unit that had a name and has it no more on a day, if no other has it then.
fn superseded(written: &str, day: Day) -> Option<&'static Unit> {
    let mut called = reference::units()
        .iter()
        .filter(|unit| unit.is_called(written));
    if called.clone().any(|unit| unit.covers(day)) {
        return None;
    }
    called.find(|unit| unit.to.map_or(unit.superseded_by.is_some(), |to| to < day))
}

fn describe(
    contact: &Contact<'_>,
    unit: Marked<&str>,
    old: &'static Unit,
    day: Day,
) -> Read<Finding> {
    let successor = old.superseded_by.as_ref();
    let finding = Finding::new(&META, unit.place)
        .about(contact.head.place())
        .with("contact", Fact::Id(contact.head.id?.value.to_owned()))
        .with("unit", Fact::Code(unit.value.to_owned()))
        .with_some("successor", successor.cloned().map(Fact::Kind))
        .with_some("until", old.to.map(Fact::Day))
        .with("date", Fact::Day(day));
    let Some(successor) = successor else {
        return Ok(finding);
    };
    let begun = contact.interval?.interval.from;
    let renamed = reference::renames("unit").find(|rename| rename.old == old.code);
    let by = renamed.and_then(|rename| rename.by);
    // What began under the new name never had the old one.
    let safety = if unit.value == old.code && by.is_some_and(|by| by <= begun) {
        Safety::Safe
    } else {
        Safety::Suggested
    };
    Ok(finding.fixed_by(safety, vec![(unit.place, quoted(successor))]))
}
