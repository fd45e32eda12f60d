//! The values of documents that are judged by a schema of the user's, as slots that tell what may be shown of them.
//!
//! They need not be records. Those that are keep their kind, mission and class, so that what is restricted stays so;
//! all others count as internal.

use missionlint_tape::{Node, Tree, ValueKind};

use super::container::{has_misspelt_class, strictest_class};
use super::{Class, Damage, Found, Kind, Slot, find_records};

/// Finds the values whose class counts: elements of a root that is an array, records of an envelope, else roots.
/// Nothing is wrong with any of them.
pub fn find_values(tree: &Tree, damage: &Damage) -> Found {
    let records = find_records(tree, damage, &[]).slots;
    let mut slots = Vec::with_capacity(records.len());
    let mut records = records.into_iter().peekable();
    for root in tree.roots() {
        let before = slots.len();
        while let Some(record) = records.next_if(|slot| slot.node < root.end_index()) {
            slots.push(as_value(tree, record));
        }
        let around = class_among(root).unwrap_or_default();
        if root.kind() == ValueKind::Array {
            add_others(root, &mut slots, before);
        }
        if slots.len() == before {
            slots.push(plain(root, around));
        }
    }
    Found {
        slots,
        ..Found::default()
    }
}

/// A slot of the record search, as that of any value.
fn as_value(tree: &Tree, slot: Slot) -> Slot {
    let record = tree.node(slot.node);
    let class = if slot.kind.is_none() && looks_restricted(record) {
        Class::Restricted
    } else {
        slot.class
    };
    Slot {
        class,
        astray: false,
        ..slot
    }
}

/// Adds the elements of an array that are no records, in order, where there are records among them.
fn add_others(root: Node<'_>, slots: &mut Vec<Slot>, before: usize) {
    if slots.len() == before {
        // An array without a record is one value.
        return;
    }
    let records: Vec<Slot> = slots.drain(before..).collect();
    let mut records = records.into_iter().peekable();
    for element in root.elements() {
        let record = records.next_if(|slot| slot.node == element.index());
        slots.push(
            record.unwrap_or_else(|| plain(element, class_among(element).unwrap_or_default())),
        );
    }
}

fn plain(node: Node<'_>, class: Class) -> Slot {
    let class = if looks_restricted(node) {
        Class::Restricted
    } else {
        class
    };
    Slot {
        node: node.index(),
        kind: None::<Kind>,
        mission: None,
        astray: false,
        class,
        assumed: false,
        envelope: None,
    }
}

/// The strictest class that a value names at its root, or that an element of it does.
fn class_among(root: Node<'_>) -> Option<Class> {
    let elements = root.elements().filter_map(strictest_class);
    strictest_class(root).into_iter().chain(elements).max()
}

/// Whether a value of unknown kind may be restricted all the same: its class may be misspelt, or it tells who
/// attended.
fn looks_restricted(value: Node<'_>) -> bool {
    let looks = |value: Node<'_>| {
        let named = value.get("classification").is_some();
        value.get("attendance").is_some() || !named && has_misspelt_class(value)
    };
    looks(value) || value.elements().any(looks)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn classes(text: &str) -> Vec<(String, Class, Option<Kind>)> {
        let mut tree = Tree::new(text.to_owned());
        tree.parse_document().unwrap();
        let root = tree.roots().next().unwrap();
        let slots = find_values(&tree, &Damage::default()).slots;
        let pointer = |slot: &Slot| tree.node(slot.node).pointer_from(root);
        slots
            .iter()
            .map(|slot| (pointer(slot), slot.class, slot.kind))
            .collect()
    }

    #[track_caller]
    fn assert_classes(text: &str, expected: &[(&str, Class)]) {
        let found = classes(text);
        let found: Vec<(&str, Class)> = found
            .iter()
            .map(|(pointer, class, _)| (pointer.as_str(), *class))
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn any_value_is_internal_unless_it_says_otherwise() {
        use Class::{Internal, Public, Restricted};
        assert_classes("3", &[("", Internal)]);
        assert_classes("[]", &[("", Internal)]);
        assert_classes("[1, {\"a\": 2}]", &[("", Internal)]);
        assert_classes("{\"a\": 1}", &[("", Internal)]);
        assert_classes("{\"classification\": \"public\"}", &[("", Public)]);
        assert_classes("{\"classification\": \"secret\"}", &[("", Restricted)]);
        assert_classes("{\"clasification\": \"restricted\"}", &[("", Restricted)]);
        assert_classes(
            "[{\"classification\": \"restricted\"}]",
            &[("", Restricted)],
        );
    }

    #[test]
    fn records_keep_their_class_and_kind() {
        use Class::{Internal, Restricted};
        assert_classes(
            "[{\"kind\": \"meeting\", \"classification\": \"restricted\"}, 3, {\"id\": \"x\"}]",
            &[("/0", Restricted), ("/1", Internal), ("/2", Internal)],
        );
        assert_classes(
            "{\"classification\": \"restricted\", \"records\": [{\"id\": \"x\"}]}",
            &[("/records/0", Restricted)],
        );
        assert_classes(
            "{\"classification\": \"restricted\", \"records\": 3}",
            &[("", Restricted)],
        );
        assert_classes(
            "{\"kind\": \"meetng\", \"attendance\": []}",
            &[("", Restricted)],
        );
        assert_eq!(classes("{\"kind\": \"meeting\"}")[0].2, Some(Kind::Meeting));
    }
}
