//! Bundles for unit tests, from the text of a document.

use std::sync::Arc;

use missionlint_tape::Tree;

use super::Bundle;
use crate::document::{Damage, Document, find_records};
use crate::finding::DocumentId;
use crate::text::Origins;

/// A document of records that belong to mission `mli`, or their envelopes; not examined by any schema.
pub(crate) fn document(text: &str) -> Document {
    let mut tree = Tree::new(text.to_owned());
    tree.parse_document().unwrap();
    let damage = Damage::default();
    let slots = find_records(&tree, &damage, &[]).slots;
    Document {
        id: DocumentId(0),
        path: "records.json".into(),
        origins: Origins::default(),
        apart: false,
        tree,
        damage,
        slots,
        broken: Vec::new(),
        flawed: Vec::new(),
    }
}

/// The bundle of mission `mli` with all records of a document.
pub(crate) fn bundle(documents: &[Document; 1]) -> Bundle<'_> {
    let slots: Vec<_> = documents
        .iter()
        .flat_map(|document| document.slots.iter().map(|slot| (document.id, *slot)))
        .collect();
    Bundle::build("mli", documents, &slots, Vec::new(), Arc::default())
}
