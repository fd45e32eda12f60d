//! What several rules share.

mod attendance;
mod bound;
pub(super) mod cluster_seat;
mod reading;
pub(super) mod security_meeting;

pub(super) use crate::document::any;
pub(super) use attendance::{held, present_rows};
pub(super) use bound::{Bound, nearest_bound};
pub(super) use reading::{all, each, items, quoted};
