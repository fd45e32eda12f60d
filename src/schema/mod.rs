//! The record contract as JSON Schemas, embedded, and what they find.

mod findings;

use std::collections::BTreeSet;
use std::sync::OnceLock;

use missionlint_tape::{SchemaError, SchemaSet, Validator};

use crate::document::Kind;

pub use findings::examine;

macro_rules! schemas {
    ($($name:literal),* $(,)?) => {
        /// Name and text of every schema of the record contract.
        pub const SCHEMAS: &[(&str, &str)] = &[
            $(($name, include_str!(concat!("../../schemas/", $name, ".schema.json")))),*
        ];
    };
}

schemas![
    "mission",
    "person",
    "programme",
    "platform",
    "representation",
    "designation",
    "vacancy",
    "meeting",
    "contact-log",
    "contact",
    "envelope",
    "common",
];

/// Where the schemas live: `$id` of each is this, its name, and `.schema.json`.
const BASE: &str = "https://missionlint.github.io/schemas/v1/";

/// The text of a schema.
pub fn text(name: &str) -> Option<&'static str> {
    SCHEMAS.iter().find(|(known, _)| *known == name).map(|(_, text)| *text)
}

/// The compiled schema of a kind of record, for records in any container: `kind` and `mission` are not asked for.
pub fn of_kind(kind: Kind) -> Result<&'static Validator, &'static SchemaError> {
    type Slot = OnceLock<Result<Validator, SchemaError>>;
    static COMPILED: [Slot; Kind::ALL.len()] = [const { OnceLock::new() }; Kind::ALL.len()];
    COMPILED[kind as usize].get_or_init(|| compile(kind.code())).as_ref()
}

/// The compiled schema of an envelope, without its records.
pub fn of_envelope() -> Result<&'static Validator, &'static SchemaError> {
    static COMPILED: OnceLock<Result<Validator, SchemaError>> = OnceLock::new();
    COMPILED.get_or_init(|| compile("envelope")).as_ref()
}

/// Compiles `$defs/body` of a schema. Only what it needs is read, so that a run pays for the kinds it meets.
fn compile(name: &str) -> Result<Validator, SchemaError> {
    let uri = |name: &str| format!("{BASE}{name}.schema.json");
    let body = body_of(text(name).unwrap_or(""));
    let (uri_of_common, uri_of_kind) = (uri("common"), uri(name));
    let set = SchemaSet::parse([(uri_of_common.as_str(), text("common").unwrap_or("")), (&uri_of_kind, &body)])?;
    set.compile(&format!("{}#/$defs/body", uri(name)))
}

/// A schema without its root, which is for editors and refers to the schemas of all kinds.
fn body_of(text: &str) -> String {
    let mut schema: serde_json::Value = serde_json::from_str(text).unwrap_or_default();
    if let Some(members) = schema.as_object_mut() {
        members.retain(|key, _| ["$schema", "$id", "$defs"].contains(&key.as_str()));
    }
    schema.to_string()
}

/// Every property name of the record contract: words that are safe to show wherever they occur as keys.
pub fn property_names() -> &'static BTreeSet<String> {
    static NAMES: OnceLock<BTreeSet<String>> = OnceLock::new();
    NAMES.get_or_init(|| {
        let mut names = BTreeSet::new();
        for (_, text) in SCHEMAS {
            if let Ok(schema) = serde_json::from_str(text) {
                collect_names(&schema, &mut names);
            }
        }
        names
    })
}

fn collect_names(schema: &serde_json::Value, names: &mut BTreeSet<String>) {
    match schema {
        serde_json::Value::Object(members) => {
            if let Some(serde_json::Value::Object(properties)) = members.get("properties") {
                names.extend(properties.keys().cloned());
            }
            members.values().for_each(|member| collect_names(member, names));
        }
        serde_json::Value::Array(items) => items.iter().for_each(|item| collect_names(item, names)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_a_schema_that_compiles() {
        for kind in Kind::ALL {
            assert!(of_kind(kind).is_ok(), "{kind}: {:?}", of_kind(kind).err());
        }
        assert!(of_envelope().is_ok(), "{:?}", of_envelope().err());
        assert!(property_names().contains("attendance"));
    }
}
