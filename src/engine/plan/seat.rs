//! Where a mission is, as its record says it: for those that are never judged.

use crate::document::{Class, Document, Read, Slot, View};
use crate::reference::by_alpha3;
use crate::report::Countries;

/// The countries of the record of a mission, for a reader who may see what is of a class. What is not written as it should
/// be is not told: it may be anything.
pub(super) fn countries(document: &Document, slot: &Slot, clearance: Class) -> Countries {
    let record = document.tree.node(slot.node);
    // What names a platform, or who was there, is as secret as the platform: which one, is not known here.
    let is_unclear = ["platform", "attendance"]
        .iter()
        .any(|key| record.get(key).is_some());
    if slot.class > clearance || is_unclear && clearance < Class::Restricted {
        return Countries::Masked;
    }
    let codes = document.view(slot.node).list("countries", View::text);
    let codes = codes.and_then(|codes| {
        let codes = codes.into_iter();
        codes
            .map(|code| code.map(|code| code.value.to_owned()))
            .collect::<Read<Vec<String>>>()
    });
    match codes {
        Ok(codes) if codes.iter().all(|code| by_alpha3(code).is_some()) => Countries::Known(codes),
        _ => Countries::Unknown,
    }
}
