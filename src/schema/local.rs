//! The schemas as files beside the records, for editors.

use serde_json::{Value, json};

use super::SCHEMAS;
use crate::document::Kind;

/// Name and text of every schema of the record contract, and of `document`, as files of one folder.
///
/// They carry no `$id`: it is an address on the web, from which editors would resolve the references between them. So
/// these lead to the file beside, and nothing is ever fetched.
pub fn local_schemas() -> Vec<(&'static str, String)> {
    let contract = SCHEMAS.iter().map(|(name, text)| (*name, without_id(text)));
    let document = format!("{:#}\n", document());
    contract.chain([("document", document)]).collect()
}

/// A schema without its own address: the key stands on a line of its own.
pub fn without_id(text: &str) -> String {
    let is_id = |line: &&str| line.starts_with("  \"$id\":");
    let mut kept = String::with_capacity(text.len());
    for line in text.lines().filter(|line| !is_id(line)) {
        kept.push_str(line);
        kept.push('\n');
    }
    kept
}

/// The schema of a whole file: one record, an array of records, or an envelope.
fn document() -> Value {
    let of_kind = |kind: &Kind| {
        let code = kind.code();
        json!({
            "if": {"required": ["kind"], "properties": {"kind": {"const": code}}},
            "then": {"$ref": format!("{code}.schema.json")},
        })
    };
    let codes = Kind::ALL.iter().map(|kind| kind.code());
    let codes: Vec<Value> = codes.map(Value::from).collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Document",
        "description": "A file of records: one record, an array of records, or an envelope with its records.",
        "if": {"type": "array"},
        "then": {"items": {"type": "object", "$ref": "#/$defs/record"}},
        "else": {"$ref": "#/$defs/item"},
        "$defs": {
            "item": {
                "type": "object",
                "if": {"required": ["records"]},
                "then": {"$ref": "envelope.schema.json"},
                "else": {"$ref": "#/$defs/record"},
            },
            "record": {
                "required": ["kind", "id"],
                "properties": {"kind": {"type": "string", "examples": codes}},
                "allOf": Kind::ALL.iter().map(of_kind).collect::<Vec<_>>(),
            },
        },
    })
}
