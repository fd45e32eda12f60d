//! What the sources state and no rule can check: the records do not hold it.

use super::NotCheckable;

/// All of them, sorted by id.
pub static NOT_CHECKABLE: &[NotCheckable] = &[NotCheckable {
    id: "un-status-anachronism",
    statements: &["N55"],
    reason: "No coded field states the status of the organization in the United Nations system: it stands in free \
             text, which is not interpreted.",
}];
