//! Schemas that refer to one another more often than values can be judged.

use serde_json::{Map, Value, json};

use crate::tool::Folder;

/// Each level refers twice to the next; the last asks for an object.
fn chain(levels: usize, keyword: &str) -> Value {
    let mut parts = Map::new();
    for level in 0..levels {
        let next = json!({"$ref": format!("#/$defs/d{}", level + 1)});
        parts.insert(format!("d{level}"), json!({keyword: [next.clone(), next]}));
    }
    parts.insert(format!("d{levels}"), json!({"type": "object"}));
    json!({"$ref": "#/$defs/d0", "$defs": parts})
}

fn report(schema: &Value) -> Value {
    Folder::new()
        .with("s.json", schema.to_string())
        .with("v.json", "[]")
        .report(&["--schema", "s.json", "v.json"])
}

#[test]
fn a_schema_with_too_many_ways_is_one_finding_at_the_schema() {
    for keyword in ["allOf", "anyOf", "oneOf"] {
        let report = report(&chain(100, keyword));
        let findings = report["findings"].as_array().unwrap();
        assert_eq!(findings.len(), 1, "{keyword}: {findings:#?}");
        assert_eq!(findings[0]["rule"], "schema-invalid");
        assert_eq!(findings[0]["severity"], "error");
        // Two to the power of 16 schemas at the end, and all before them.
        assert_eq!(findings[0]["location"]["pointer"], "/$defs/d85");
    }
}

#[test]
fn a_schema_with_many_ways_still_judges() {
    let report = report(&chain(8, "allOf"));
    let findings = report["findings"].as_array().unwrap();
    assert!(!findings.is_empty());
    for finding in findings {
        assert_eq!(finding["rule"], "wrong-type");
        assert_eq!(finding["location"]["path"], "v.json");
    }
}
