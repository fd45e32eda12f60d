//! What several rules share.

pub(super) mod alternate;
mod attendance;
mod bound;
pub(super) mod chair;
pub(super) mod chart;
pub(super) mod cluster_seat;
pub(super) mod cmcoord;
pub(super) mod contact_detail;
pub(super) mod coordinator;
pub(super) mod coverage;
pub(super) mod demand;
pub(super) mod leadership;
pub(super) mod period;
pub(super) mod place;
pub(super) mod programme;
mod reading;
pub(super) mod seat;
pub(super) mod security_meeting;
pub(super) mod standing;
pub(super) mod suspension;
#[cfg(test)]
pub(in crate::rules) mod testing;
pub(super) mod theme;

pub(super) use crate::document::any;
pub(super) use attendance::{held, present_rows};
pub(super) use bound::{Bound, nearest_bound};
pub(super) use reading::{all, each, items, quoted};
