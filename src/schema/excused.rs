//! Violations that say nothing, because a syntax error has hidden what the keyword asks for.

use missionlint_tape::{Bound, Fault, Tree, Violation};

use crate::document::Damage;

/// Whether a violation may be owed to text that could not be read: no finding beside that of the syntax error.
pub(super) fn is_excused(tree: &Tree, damage: &Damage, violation: &Violation) -> bool {
    let token = violation.node;
    if damage.is_hole(token) {
        return true;
    }
    let gap = |token: u32| damage.has_gap(token, tree.node(token).end_index());
    match &violation.fault {
        // What is missing may be what was lost.
        Fault::MissingProperty { .. }
        | Fault::Members {
            bound: Bound::Least | Bound::Above,
            ..
        }
        | Fault::Items {
            bound: Bound::Least | Bound::Above,
            ..
        } => damage.is_lossy(token),
        Fault::RepeatedItem { first, again } => gap(*first) || gap(*again),
        // These compare whole values, or sum up what parts of them are.
        Fault::Enum { .. }
        | Fault::Const { .. }
        | Fault::Excluded { .. }
        | Fault::Contains { .. }
        | Fault::UnknownItem { .. }
        | Fault::NoBranch { .. }
        | Fault::SeveralBranches { .. }
        | Fault::Other { .. } => gap(token),
        // The key may belong to the object around.
        Fault::UnknownProperty { .. } => {
            damage.is_overfull(token) || violation.keyword == "unevaluatedProperties" && gap(token)
        }
        Fault::Type { .. }
        | Fault::Format { .. }
        | Fault::Pattern { .. }
        | Fault::Content { .. }
        | Fault::Number { .. }
        | Fault::NotMultiple { .. }
        | Fault::Length { .. }
        | Fault::Members { .. }
        | Fault::Items { .. }
        | Fault::ExtraItems { .. }
        | Fault::ForbiddenProperties { .. }
        | Fault::Forbidden => false,
    }
}
