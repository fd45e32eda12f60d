//! Looks of the reports that tests write.

use missionlint::output::{COMMENT, Look};

/// As people see them who ask for nothing.
pub(crate) const PLAIN: Look = Look {
    color: false,
    unicode: true,
    width: 100,
    quiet: false,
    suppressed: false,
    room: COMMENT,
};

/// With what is accepted.
pub(crate) const LOOK: Look = Look {
    suppressed: true,
    ..PLAIN
};

/// Everything, without limits.
pub(crate) const ROOMY: Look = Look {
    room: usize::MAX,
    ..LOOK
};
