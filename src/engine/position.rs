//! Where records stand in their documents, and whose the documents are: found once for each document.

use missionlint_tape::{Node, ValueKind};

use super::route::Routed;
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

/// Whose a document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Owner<'t> {
    Nobody,
    One(&'t str),
    Several,
}

/// Whose the documents are, by what was routed from them.
pub(super) fn owners<'t>(documents: &[Document], routed: &Routed<'t>) -> Vec<Owner<'t>> {
    let mut owners = vec![Owner::Nobody; documents.len()];
    for (mission, share) in &routed.shares {
        let of_slots = share.slots.iter().map(|(document, _)| *document);
        let of_unread = share
            .unread
            .iter()
            .map(|unread| unread.blocked.place.document);
        for document in of_slots.chain(of_unread) {
            let owner = &mut owners[document.0 as usize];
            *owner = match *owner {
                Owner::Nobody => Owner::One(mission),
                Owner::One(other) if other == *mission => Owner::One(mission),
                _ => Owner::Several,
            };
        }
    }
    owners
}
