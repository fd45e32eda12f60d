//! Country codes.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;
use serde::Deserialize;

/// A row of the table.
#[derive(Debug, Deserialize)]
pub struct Country {
    /// ISO 3166-1 alpha-3, or user-assigned.
    pub alpha3: String,
    /// ISO 3166-1 alpha-2.
    pub alpha2: String,
    /// Its short name in English.
    pub name_en: String,
    /// Whether its P-codes do not follow the usual pattern.
    #[serde(default)]
    pub irregular_pcodes: bool,
}

fn table() -> &'static FxHashMap<String, Country> {
    static COUNTRIES: OnceLock<FxHashMap<String, Country>> = OnceLock::new();
    COUNTRIES.get_or_init(|| {
        let rows: Vec<Country> = super::table::rows("countries");
        rows.into_iter()
            .map(|country| (country.alpha3.clone(), country))
            .collect()
    })
}

/// The country with an alpha-3 code.
pub fn by_alpha3(code: &str) -> Option<&'static Country> {
    table().get(code)
}

/// The country with an alpha-2 code.
pub fn by_alpha2(code: &str) -> Option<&'static Country> {
    static BY_ALPHA2: OnceLock<FxHashMap<&'static str, &'static Country>> = OnceLock::new();
    let index = BY_ALPHA2.get_or_init(|| {
        let mut index = FxHashMap::default();
        #[expect(clippy::iter_over_hash_type, reason = "fills another map")]
        for country in table().values() {
            index.insert(country.alpha2.as_str(), country);
        }
        index
    });
    index.get(code).copied()
}
