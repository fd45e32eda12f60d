//! Types of platforms and the names they go by.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;
use serde::Deserialize;

#[derive(Deserialize)]
struct TypeRow {
    code: String,
}

#[derive(Deserialize)]
struct AliasRow {
    alias: String,
    #[serde(rename = "type")]
    canonical: String,
}

/// The canonical type that a type or alias stands for.
pub fn canonical_type(written: &str) -> Option<&'static str> {
    static TYPES: OnceLock<FxHashMap<String, String>> = OnceLock::new();
    let types = TYPES.get_or_init(|| {
        let types: Vec<TypeRow> = super::table::rows("platform-types");
        let aliases: Vec<AliasRow> = super::table::rows("platform-aliases");
        let canonical = types.into_iter().map(|row| (row.code.clone(), row.code));
        canonical
            .chain(aliases.into_iter().map(|row| (row.alias, row.canonical)))
            .collect()
    });
    types.get(written).map(String::as_str)
}
