//! Which class a value names, and whether it may name one.

use missionlint_tape::Node;

use super::Class;
use crate::nearest::nearest;

/// The strictest of the classes an object names: that it names two is a finding of its own.
pub(super) fn strictest_class(object: Node<'_>) -> Option<Class> {
    let named = object
        .members()
        .filter(|(key, _)| key.as_str() == Some("classification"));
    named.map(|(_, value)| class_of(value)).max()
}

/// Whether a key looks like a misspelt `classification`. Of records of a known kind the schema tells.
pub(super) fn has_misspelt_class(record: Node<'_>) -> bool {
    record.members().any(|(key, _)| {
        key.as_str()
            .is_some_and(|key| nearest(key, ["classification"]).is_some())
    })
}

/// The strictest class that a value names at its root, or that an element of it does.
pub(super) fn class_among(root: Node<'_>) -> Option<Class> {
    let elements = root.elements().filter_map(strictest_class);
    strictest_class(root).into_iter().chain(elements).max()
}

/// Whether a value of unknown kind may be restricted all the same: its class may be misspelt, or it tells who
/// attended.
pub(super) fn looks_restricted(value: Node<'_>) -> bool {
    let looks = |value: Node<'_>| {
        let named = value.get("classification").is_some();
        value.get("attendance").is_some() || !named && has_misspelt_class(value)
    };
    looks(value) || value.elements().any(looks)
}

fn class_of(node: Node<'_>) -> Class {
    node.as_str().map_or(Class::Restricted, Class::of_code)
}
