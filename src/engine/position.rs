//! Where records stand in their documents: found once for each document.

use missionlint_tape::{Node, ValueKind};

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
        if document
            .slots
            .get(prefixes.len())
            .is_some_and(|slot| slot.node == node.index())
        {
            prefixes.push(prefix);
        }
    };
    for root in document.tree.roots() {
        add(root, Prefix::Root);
        match (root.kind(), root.get("records")) {
            (ValueKind::Array, _) => {
                root.elements()
                    .enumerate()
                    .for_each(|(position, record)| add(record, Prefix::Element(position)));
            }
            (_, Some(records)) => {
                records
                    .elements()
                    .enumerate()
                    .for_each(|(position, record)| add(record, Prefix::Enveloped(position)));
            }
            _ => {}
        }
    }
    prefixes
}
