//! The record contract as JSON Schemas, embedded, and what they find.

mod address;
mod branch;
mod contract;
mod cycles;
mod drafts;
mod excused;
mod facts;
mod findings;
mod lint;
mod local;
mod moments;
mod operands;
mod quick;
mod resolve;
mod tell;
mod user;
mod weight;
mod words;

use std::collections::BTreeSet;
use std::sync::OnceLock;

use missionlint_tape::{SchemaError, SchemaSet, Validator};
use serde_json::{Value, json};

use crate::document::Kind;

pub use contract::{Contract, CustomKind};
pub use findings::{examine, examine_values};
pub use local::{local_schemas, without_id};
pub use user::{ReadFile, SchemaFile, Unread, UserSchema, load};

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
    SCHEMAS
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, text)| *text)
}

/// The compiled schema of a kind of record, for records in any container: `kind` and `mission` are not asked for.
pub fn of_kind(kind: Kind) -> Result<&'static Validator, &'static SchemaError> {
    type Slot = OnceLock<Result<Validator, SchemaError>>;
    static COMPILED: [Slot; Kind::ALL.len()] = [const { OnceLock::new() }; Kind::ALL.len()];
    static NOT_OURS: SchemaError = SchemaError {
        schema: String::new(),
        pointer: String::new(),
        reason: String::new(),
    };
    let position = Kind::ALL.iter().position(|known| *known == kind);
    COMPILED[position.ok_or(&NOT_OURS)?]
        .get_or_init(|| compile(kind.code()))
        .as_ref()
}

/// The compiled schema of what all records have, whatever their kind.
pub fn of_head() -> Result<&'static Validator, &'static SchemaError> {
    static COMPILED: OnceLock<Result<Validator, SchemaError>> = OnceLock::new();
    let head = || {
        let common = |name: &str| json!({"$ref": format!("common.schema.json#/$defs/{name}")});
        json!({
            "type": "object",
            "required": ["id"],
            "properties": {
                "$schema": common("schema_uri"),
                "id": common("id"),
                "mission": common("mission_id"),
                "classification": common("classification"),
                "note": common("text"),
            },
        })
    };
    COMPILED
        .get_or_init(|| compile_body("head", head()))
        .as_ref()
}

/// The compiled schema of an envelope, without its records.
pub fn of_envelope() -> Result<&'static Validator, &'static SchemaError> {
    static COMPILED: OnceLock<Result<Validator, SchemaError>> = OnceLock::new();
    COMPILED.get_or_init(|| compile("envelope")).as_ref()
}

/// Compiles `$defs/body` of a schema with the shared definitions it refers to put in place: a validator without
/// references is quicker, and a run pays only for the kinds it meets.
fn compile(name: &str) -> Result<Validator, SchemaError> {
    let mut schema = parsed(name);
    let body = schema.pointer_mut("/$defs/body").map(Value::take);
    compile_body(name, body.unwrap_or_default())
}

fn parsed(name: &str) -> Value {
    serde_json::from_str(text(name).unwrap_or("")).unwrap_or_default()
}

/// The shared definitions, with references to each other as other files write them.
fn common() -> &'static Value {
    static COMMON: OnceLock<Value> = OnceLock::new();
    COMMON.get_or_init(|| {
        let mut common = parsed("common");
        refer_from_outside(&mut common);
        common
    })
}

fn refer_from_outside(schema: &mut Value) {
    match schema {
        Value::Object(members) => {
            if let Some(Value::String(reference)) = members.get_mut("$ref")
                && reference.starts_with('#')
            {
                reference.insert_str(0, COMMON_FILE);
            }
            members.values_mut().for_each(refer_from_outside);
        }
        Value::Array(items) => items.iter_mut().for_each(refer_from_outside),
        _ => {}
    }
}

fn compile_body(name: &str, mut body: Value) -> Result<Validator, SchemaError> {
    put_in_place(&mut body, common());
    let uri = format!("{BASE}{name}.schema.json");
    let standing = json!({"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": uri, "$defs": {"body": body}});
    let mut set = SchemaSet::parse([(uri.as_str(), standing.to_string().as_str())])?;
    for (pattern, matches) in quick::PATTERNS {
        set.answer_pattern(pattern, *matches);
    }
    set.compile(&format!("{uri}#/$defs/body"))
}

/// The file of the shared definitions, as others refer to it.
const COMMON_FILE: &str = "common.schema.json";

/// What a schema says to people, not to validators; titles are kept, for findings call a field by its own.
const ANNOTATIONS: [&str; 2] = ["description", "examples"];

/// Replaces references to shared definitions by what they refer to, and drops annotations.
fn put_in_place(schema: &mut Value, common: &Value) {
    match schema {
        Value::Object(members) => {
            let reference = members.get("$ref").and_then(Value::as_str);
            let within = reference.and_then(|reference| reference.strip_prefix(COMMON_FILE));
            let target = within.and_then(|within| within.strip_prefix('#'));
            if let Some(definition) = target.and_then(|pointer| common.pointer(pointer)) {
                members.remove("$ref");
                // The title beside the reference says what this one is.
                let title = members.remove("title");
                members.extend(definition.as_object().cloned().unwrap_or_default());
                members.extend(title.map(|title| ("title".to_owned(), title)));
                return put_in_place(schema, common);
            }
            members.retain(|key, _| !ANNOTATIONS.contains(&key.as_str()));
            for (key, member) in members.iter_mut() {
                match (key.as_str(), member) {
                    // Names of properties, not keywords.
                    ("properties" | "$defs", Value::Object(named)) => {
                        named
                            .values_mut()
                            .for_each(|property| put_in_place(property, common));
                    }
                    ("enum" | "const", _) => {}
                    (_, member) => put_in_place(member, common),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| put_in_place(item, common)),
        _ => {}
    }
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

fn collect_names(schema: &Value, names: &mut BTreeSet<String>) {
    match schema {
        Value::Object(members) => {
            if let Some(Value::Object(properties)) = members.get("properties") {
                names.extend(properties.keys().cloned());
            }
            members
                .values()
                .for_each(|member| collect_names(member, names));
        }
        Value::Array(items) => items.iter().for_each(|item| collect_names(item, names)),
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
        assert!(of_head().is_ok(), "{:?}", of_head().err());
        assert!(property_names().contains("attendance"));
    }
}
