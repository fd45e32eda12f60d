//! Names of rules and families that a user chose from.

use crate::catalogue::builtin;
use crate::engine::applies_to_values;
use crate::finding::Phrase;
use crate::nearest::nearest;
use crate::rules;

/// Refuses names of rules and families that do not exist.
pub(super) fn known_rules<'o>(mut names: impl Iterator<Item = &'o String>) -> Result<(), Phrase> {
    let catalogue = rules::catalogue();
    let known: Vec<&str> = catalogue
        .iter()
        .flat_map(|rule| [rule.id, rule.group.code()])
        .collect();
    match names.find(|name| !known.contains(&name.as_str())) {
        None => Ok(()),
        Some(name) => Err(unknown("unknown-rule-name", name, known)),
    }
}

/// Refuses to select what a schema has no say in: nothing would be checked.
pub(super) fn rules_of_values(selected: &[String]) -> Result<(), Phrase> {
    let is_foreign = |name: &&String| {
        let entries = builtin::ALL.iter().filter(|entry| applies_to_values(entry));
        entries
            .flat_map(|entry| [entry.id, entry.group.code()])
            .all(|known| known != name.as_str())
    };
    match selected.iter().find(is_foreign) {
        None => Ok(()),
        Some(name) => Err(Phrase::new("selects-nothing").with("name", name)),
    }
}

/// The complaint about a name that does not exist, with the closest of those that do.
pub(super) fn unknown<'k>(
    id: &'static str,
    name: &str,
    known: impl IntoIterator<Item = &'k str>,
) -> Phrase {
    let phrase = Phrase::new(id).with("name", name);
    match nearest(name, known) {
        Some(close) => phrase.with("nearest", close),
        None => phrase,
    }
}
