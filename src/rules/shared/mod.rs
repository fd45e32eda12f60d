//! What several rules share, some of it with overviews of missions: how the records are read in the field's terms.

pub(crate) mod alternate;
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
pub(crate) mod leadership;
pub(super) mod period;
pub(crate) mod place;
pub(crate) mod programme;
mod reading;
pub(super) mod reference;
pub(super) mod seat;
pub(crate) mod security_meeting;
pub(crate) mod standing;
pub(crate) mod suspension;
#[cfg(test)]
pub(in crate::rules) mod testing;
pub(super) mod theme;

pub(super) use crate::document::any;
pub(super) use attendance::{held, present_rows};
pub(super) use bound::{Bound, nearest_bound};
pub(crate) use reading::all;
pub(super) use reading::{each, items, quoted};
