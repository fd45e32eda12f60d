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

fn folder(schema: &Value) -> Folder {
    Folder::new()
        .with("s.json", schema.to_string())
        .with("v.json", "[]")
}

#[test]
fn a_schema_with_too_many_ways_is_one_finding_at_the_schema() {
    for keyword in ["allOf", "anyOf", "oneOf"] {
        let schema = chain(100, keyword);
        let run = folder(&schema).run(&["check", "--schema", "s.json", "v.json"]);
        assert_eq!(run.code, Some(2), "{keyword}: {run:?}");
        assert_eq!(run.err.matches("schema-invalid]").count(), 1, "{}", run.err);
        // Two to the power of 16 schemas at the end, and all before them.
        let column = schema.to_string().find("\"d85\":").unwrap() + 1;
        let place = format!("[s.json:1:{column}]");
        assert!(run.err.contains(&place), "{place}: {}", run.err);
    }
}

#[test]
fn a_schema_with_many_ways_still_judges() {
    let folder = folder(&chain(8, "allOf"));
    let report = folder.report(&["--schema", "s.json", "v.json"]);
    let findings = report["findings"].as_array().unwrap();
    assert!(!findings.is_empty());
    for finding in findings {
        assert_eq!(finding["rule"], "wrong-type");
        assert_eq!(finding["location"]["path"], "v.json");
    }
}
