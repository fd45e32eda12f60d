//! What the rows of all tables rest on.

use std::sync::OnceLock;

use serde::Deserialize;

/// A document or page.
#[derive(Debug, Deserialize)]
pub struct Source {
    /// Its code in the tables; means nothing to a reader.
    pub code: String,
    /// Its title.
    pub title: String,
    /// What it is.
    pub what: String,
    /// Its date, as exactly as it is known: a year, a month or a day.
    pub date: Option<String>,
    /// Where it is found.
    #[serde(rename = "where")]
    pub place: Option<String>,
}

/// The source with that code.
pub fn source(code: &str) -> Option<&'static Source> {
    static SOURCES: OnceLock<Vec<Source>> = OnceLock::new();
    let sources = SOURCES.get_or_init(|| super::table::rows("sources"));
    sources.iter().find(|source| source.code == code)
}

/// The sources of a row, the main one first.
pub(super) fn sources_of<'r>(
    main: &'r str,
    also: &'r [String],
) -> impl Iterator<Item = &'static Source> + use<'r> {
    let codes = std::iter::once(main).chain(also.iter().map(String::as_str));
    codes.filter_map(source)
}
