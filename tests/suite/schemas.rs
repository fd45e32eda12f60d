//! What holds of every schema of the project.

use missionlint_tape::{SchemaSet, Tree};
use serde_json::Value;

/// Asserts that every property of a schema has a title, a description and examples, and that the examples satisfy it.
pub(crate) fn assert_teaches(set: &SchemaSet, uri: &str, schema: &Value) {
    let mut problems = Vec::new();
    if schema.get("title").is_none() || schema.get("description").is_none() {
        problems.push("the schema has no title or no description".to_owned());
    }
    visit(set, uri, schema, "", &mut problems);
    assert!(problems.is_empty(), "{uri}: {problems:#?}");
}

/// The same for one place in a schema and everything below it.
fn visit(set: &SchemaSet, uri: &str, schema: &Value, at: &str, problems: &mut Vec<String>) {
    examples(set, uri, schema, at, problems);
    let Some(members) = schema.as_object() else {
        return;
    };
    for (key, member) in members {
        match (key.as_str(), member) {
            ("properties" | "$defs", Value::Object(parts)) => {
                for (name, part) in parts {
                    let here = format!("{at}/{key}/{name}");
                    // What only restricts a property described elsewhere need not describe it again.
                    if key == "properties" && !is_condition(at) && !members.contains_key("$ref") {
                        let wanted = ["title", "description", "examples"]
                            .into_iter()
                            .filter(|word| part.get(word).is_none());
                        problems.extend(wanted.map(|word| format!("{here} has no {word}")));
                    }
                    visit(set, uri, part, &here, problems);
                }
            }
            (
                "items" | "additionalProperties" | "if" | "then" | "else" | "not" | "propertyNames",
                Value::Object(_),
            ) => {
                visit(set, uri, member, &format!("{at}/{key}"), problems);
            }
            ("allOf" | "anyOf" | "oneOf", Value::Array(parts)) => {
                for (number, part) in parts.iter().enumerate() {
                    visit(set, uri, part, &format!("{at}/{key}/{number}"), problems);
                }
            }
            _ => {}
        }
    }
}

/// Whether a place lies in a condition.
fn is_condition(at: &str) -> bool {
    at.split('/')
        .any(|word| ["if", "then", "else", "allOf"].contains(&word))
}

fn examples(set: &SchemaSet, uri: &str, schema: &Value, at: &str, problems: &mut Vec<String>) {
    let Some(list) = schema.get("examples") else {
        return;
    };
    let Some(list) = list.as_array().filter(|list| !list.is_empty()) else {
        problems.push(format!("{at} has examples that are no list, or none"));
        return;
    };
    let validator = match set.compile(&format!("{uri}#{at}")) {
        Ok(validator) => validator,
        Err(error) => return problems.push(format!("{at}: {error}")),
    };
    for example in list {
        let mut tree = Tree::new(example.to_string());
        tree.parse_document().unwrap();
        if !validator.is_valid(tree.roots().next().unwrap()) {
            problems.push(format!(
                "{at}: the example {example} does not satisfy its schema"
            ));
        }
    }
}
