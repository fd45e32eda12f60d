//! Organisations that records name by short codes.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;
use serde::Deserialize;

/// The code of the organization itself.
pub const IOM: &str = "IOM";

#[derive(Deserialize)]
struct Row {
    code: String,
    iati_id: Option<String>,
    #[serde(default)]
    aliases: Vec<String>,
}

/// The code of an organisation that is written as its code, its IATI identifier or another known short form; what is
/// not listed stands for itself.
pub fn organisation(written: &str) -> &str {
    static CODES: OnceLock<FxHashMap<String, String>> = OnceLock::new();
    let codes = CODES.get_or_init(|| {
        let rows: Vec<Row> = super::table::rows("organisations");
        let names = rows.into_iter().flat_map(|row| {
            let code = row.code.clone();
            let names = std::iter::once(row.code)
                .chain(row.iati_id)
                .chain(row.aliases);
            names.map(move |name| (name, code.clone()))
        });
        names.collect()
    });
    codes.get(written).map_or(written, String::as_str)
}

/// Whether two ways of writing name the same organisation.
pub fn same_organisation(one: &str, other: &str) -> bool {
    organisation(one) == organisation(other)
}

/// Whether the organization itself is named.
pub fn is_iom(written: &str) -> bool {
    organisation(written) == IOM
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn organisations_have_several_names() {
        assert!(is_iom("IOM") && is_iom("XM-DAC-47066") && is_iom("OIM"));
        assert!(!is_iom("iom"), "codes are compared exactly");
        assert!(same_organisation("PAM", "WFP"));
        assert!(same_organisation("ML-ANY-1", "ML-ANY-1"));
        assert!(!same_organisation("OCHA", "WFP"));
    }
}
