//! The coded rules: one file each, listed here and nowhere else.

mod duplicate_id;
mod judge;
mod precedence;
mod rule;

pub use judge::{Judge, NotChecked, Tally, Verdict};
pub use precedence::{CHAINS, fold};
pub use rule::Rule;

/// All rules, sorted by id.
pub static RULES: &[&Rule] = &[
    &duplicate_id::RULE,
];
