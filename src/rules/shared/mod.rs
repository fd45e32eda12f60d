//! What several rules share.

pub(super) mod cluster_seat;
pub(super) mod security_meeting;
