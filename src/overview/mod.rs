//! A mission at a glance: who represents it where, at the right level, how often, and what is not known.
//!
//! The facts of the review sheet and of the audit. They are made from a bundle while it is in memory and hold no more
//! than the reader may see. What stands in no record is told as none; what could not be read as unknown, with the
//! place of the obstacle; what the reader may not see as masked or left out, and how much of it.

mod facts;
mod told;

pub use facts::*;
pub use told::{Listed, Record, Source, Told, Unknown};
