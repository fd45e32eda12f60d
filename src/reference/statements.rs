//! What the documents state: the numbers that rules name.

use std::sync::OnceLock;

use serde::Deserialize;

use super::sources::{Source, sources_of};
use crate::catalogue::Strength;

/// One statement of one document, or of several that say the same.
#[derive(Debug, Deserialize)]
pub struct Statement {
    /// Its number, such as `N38`.
    pub number: String,
    /// How binding it is.
    pub strength: Strength,
    /// What it says, in our own words.
    pub text: String,
    /// Why no rule checks it.
    pub not_checked: Option<String>,
    /// A remark, such as on a part that is not checked.
    pub note: Option<String>,
    source: String,
    #[serde(default)]
    also: Vec<String>,
}

impl Statement {
    /// The documents that say so.
    pub fn sources(&self) -> impl Iterator<Item = &'static Source> {
        sources_of(&self.source, &self.also)
    }
}

/// All statements, by number.
pub fn statements() -> &'static [Statement] {
    static STATEMENTS: OnceLock<Vec<Statement>> = OnceLock::new();
    STATEMENTS.get_or_init(|| super::table::rows("policy-statements"))
}

/// The statement with that number.
pub fn statement(number: &str) -> Option<&'static Statement> {
    statements().iter().find(|known| known.number == number)
}
