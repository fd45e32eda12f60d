//! Where records stand in their documents: found once for each document.

use missionlint_tape::Node;

use crate::document::Document;

/// Where a record stands in its document.
#[derive(Debug, Clone, Copy)]
pub(super) enum Prefix {
    Root,
    Element(usize),
    Enveloped(usize),
}

impl std::fmt::Display for Prefix {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Root => Ok(()),
            Self::Element(position) => write!(f, "/{position}"),
            Self::Enveloped(position) => write!(f, "/records/{position}"),
        }
    }
}

/// Where each record of a document stands, in order of its slots.
pub(super) fn prefixes(document: &Document) -> Vec<Prefix> {
    let mut prefixes = Vec::with_capacity(document.slots.len());
    let mut add = |node: Node<'_>, prefix: Prefix| {
        let next = document.slots.get(prefixes.len());
        let is_next = next.is_some_and(|slot| slot.node == node.index());
        if is_next {
            prefixes.push(prefix);
        }
        is_next
    };
    for root in document.tree.roots() {
        if add(root, Prefix::Root) {
            // There are no records in a record.
            continue;
        }
        let (elements, prefix): (_, fn(usize) -> Prefix) = match root.get("records") {
            Some(records) => (records.elements(), Prefix::Enveloped),
            None => (root.elements(), Prefix::Element),
        };
        for (position, record) in elements.enumerate() {
            add(record, prefix(position));
        }
    }
    prefixes
}
