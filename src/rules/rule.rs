//! What a rule is.

use crate::bundle::Bundle;
use crate::catalogue::Meta;

use super::Judge;

/// A coded rule: what it is, and how it judges a mission.
#[derive(Debug)]
pub struct Rule {
    /// Id, severity, documentation, parameters.
    pub meta: &'static Meta,
    /// Judges every subject of the bundle, one [`Judge::subject`] each. No state, no clock, no input or output.
    pub check: fn(&Bundle<'_>, &mut Judge<'_>),
}
