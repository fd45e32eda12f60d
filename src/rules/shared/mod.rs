//! What several rules share.

mod attendance;
mod bound;
mod reading;

pub(super) use attendance::{held, present_rows};
pub(super) use bound::{Bound, nearest_bound};
pub(super) use reading::{all, any, each, items, quoted};
