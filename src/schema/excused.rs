//! Violations that say nothing, because a syntax error has hidden what the keyword asks for.

use missionlint_tape::{Bound, Fault, Tree, Violation};

use crate::document::Damage;

/// Whether a violation may be owed to text that could not be read: no finding beside that of the syntax error.
pub(super) fn is_excused(tree: &Tree, damage: &Damage, violation: &Violation) -> bool {
    let token = violation.node;
    let gap = |token: u32| damage.has_gap(token, tree.node(token).end_index());
    if damage.is_hole(token) {
        return true;
    }
    match &violation.fault {
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
        Fault::Type { .. }
        | Fault::Format { .. }
        | Fault::Pattern { .. }
        | Fault::Number { .. }
        | Fault::Length { .. }
        | Fault::Members { .. }
        | Fault::Items { .. }
        | Fault::UnknownProperty { .. } => false,
        Fault::Enum { .. } | Fault::Const { .. } | Fault::Other { .. } => gap(token),
    }
}
