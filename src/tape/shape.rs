//! What a schema asks of a value, as far as it tells which of several schemas is meant.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde_json::Value;

use crate::lexeme::same_number;
use crate::library::{Library, Place};
use crate::{Node, ValueKind};

/// Schemas looked at for one shape; more are ignored, so that no schema makes a report slow.
const LOOKED_AT: u32 = 500;

/// What a schema asks of a value, references and `allOf` included.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Shape {
    /// What the schema calls the value.
    pub title: Option<String>,
    /// Allowed types, by the names of JSON Schema; nothing where any will do.
    pub types: Option<Vec<&'static str>>,
    /// The only values allowed, where they are listed.
    pub constants: Option<Vec<Constant>>,
    /// The members it describes, those of optional parts included.
    pub properties: BTreeMap<String, Property>,
    /// Members that must be there.
    pub required: BTreeSet<String>,
    /// Whether other members are not allowed.
    pub closed: bool,
    /// The names of the members it describes.
    pub known: Arc<[String]>,
    /// Whether it describes elements of an array.
    pub(crate) describes_items: bool,
}

/// What a schema asks of a member.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Property {
    /// What the schema calls it.
    pub title: Option<String>,
    /// The only values allowed, where they are listed and the part of the schema that says so always applies.
    pub constants: Option<Vec<Constant>>,
}

/// A value that a schema spells out.
#[derive(Debug, Clone, PartialEq)]
pub struct Constant {
    /// Its type.
    pub kind: ValueKind,
    /// Strings bare, other values as JSON.
    pub text: String,
}

impl Constant {
    fn of(value: &Value) -> Self {
        Self {
            kind: match value {
                Value::Null => ValueKind::Null,
                Value::Bool(_) => ValueKind::Boolean,
                Value::Number(_) => ValueKind::Number,
                Value::String(_) => ValueKind::String,
                Value::Array(_) => ValueKind::Array,
                Value::Object(_) => ValueKind::Object,
            },
            text: bare(value),
        }
    }

    /// Whether a value is this one; of arrays and objects, whether they are written alike.
    pub fn is(&self, value: Node<'_>) -> bool {
        self.kind == value.kind()
            && match self.kind {
                ValueKind::Null => true,
                ValueKind::Number => same_number(&self.text, value.lexeme()),
                ValueKind::String => value.as_str() == Some(self.text.as_str()),
                _ => value.lexeme() == self.text,
            }
    }
}

/// A schema value for people: strings without quotes, the rest as JSON.
pub(crate) fn bare(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}

impl Shape {
    /// Whether values of a type may satisfy it; `integer` holds numbers.
    pub fn allows(&self, kind: ValueKind) -> bool {
        let by_type = self
            .types
            .as_ref()
            .is_none_or(|types| types.iter().any(|name| names(name, kind)));
        by_type
            && self
                .constants
                .as_ref()
                .is_none_or(|constants| constants.iter().any(|constant| constant.kind == kind))
    }
}

/// Whether a type of JSON Schema is that of a value.
fn names(name: &str, kind: ValueKind) -> bool {
    match kind {
        ValueKind::Null => name == "null",
        ValueKind::Boolean => name == "boolean",
        ValueKind::Number => matches!(name, "number" | "integer"),
        ValueKind::String => name == "string",
        ValueKind::Array => name == "array",
        ValueKind::Object => name == "object",
    }
}

/// Looks at a schema and what it refers to.
pub(crate) fn shape_of(library: &Library, place: &Place<'_>) -> Shape {
    let mut shape = Shape::default();
    let mut left = LOOKED_AT;
    look(library, place, &mut shape, true, &mut left);
    shape.known = shape.properties.keys().cloned().collect();
    shape
}

/// Adds what a schema says; `always` is whether it applies whatever the value is.
fn look(library: &Library, place: &Place<'_>, shape: &mut Shape, always: bool, left: &mut u32) {
    let Some(members) = place.schema.as_object() else {
        return;
    };
    let Some(fewer) = left.checked_sub(1) else {
        return;
    };
    *left = fewer;
    if always {
        constrain(members, shape);
    }
    let here = |schema| library.within(place.base.clone(), schema);
    if let Some(Value::Object(properties)) = members.get("properties") {
        for (name, schema) in properties {
            let part = here(schema);
            let constants = always.then(|| constants(library, &part, left)).flatten();
            let title = title(library, &part);
            let known = shape.properties.entry(name.clone()).or_default();
            known.title = known.title.take().or(title);
            known.constants = both(known.constants.take(), constants);
        }
    }
    shape.describes_items |= ["items", "prefixItems", "contains"]
        .iter()
        .any(|keyword| members.contains_key(*keyword));
    for (keyword, value) in members {
        match (keyword.as_str(), value) {
            ("$ref" | "$dynamicRef" | "$recursiveRef", Value::String(reference)) => {
                if let Some(target) = library.follow(&place.base, reference) {
                    look(library, &target, shape, always, left);
                }
            }
            ("allOf", Value::Array(parts)) => {
                for part in parts {
                    look(library, &here(part), shape, always, left);
                }
            }
            ("anyOf" | "oneOf", Value::Array(parts)) => {
                for part in parts {
                    look(library, &here(part), shape, false, left);
                }
            }
            ("if" | "then" | "else", part) => look(library, &here(part), shape, false, left),
            ("dependentSchemas" | "dependencies", Value::Object(parts)) => {
                for part in parts.values() {
                    look(library, &here(part), shape, false, left);
                }
            }
            _ => {}
        }
    }
}

/// What a schema says of the value itself.
fn constrain(members: &serde_json::Map<String, Value>, shape: &mut Shape) {
    if shape.title.is_none() {
        shape.title = members
            .get("title")
            .and_then(Value::as_str)
            .map(str::to_owned);
    }
    if let Some(types) = members.get("type").map(type_names) {
        shape.types = Some(match shape.types.take() {
            Some(known) => known
                .into_iter()
                .filter(|name| types.contains(name))
                .collect(),
            None => types,
        });
    }
    shape.constants = both(shape.constants.take(), listed(members));
    let required = members.get("required").and_then(Value::as_array);
    shape.required.extend(
        required
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .map(str::to_owned),
    );
    shape.closed |= ["additionalProperties", "unevaluatedProperties"]
        .iter()
        .any(|keyword| members.get(*keyword) == Some(&Value::Bool(false)));
}

fn type_names(value: &Value) -> Vec<&'static str> {
    const NAMES: [&str; 7] = [
        "null", "boolean", "integer", "number", "string", "array", "object",
    ];
    let several = value
        .as_array()
        .map_or(std::slice::from_ref(value), Vec::as_slice);
    NAMES
        .into_iter()
        .filter(|name| several.iter().any(|given| given.as_str() == Some(name)))
        .collect()
}

/// The values that `const` or `enum` list.
fn listed(members: &serde_json::Map<String, Value>) -> Option<Vec<Constant>> {
    let one = members.get("const").map(|value| vec![Constant::of(value)]);
    let several = members
        .get("enum")
        .and_then(Value::as_array)
        .map(|values| values.iter().map(Constant::of).collect());
    both(one, several)
}

/// The values in both lists, where there are two.
fn both(one: Option<Vec<Constant>>, other: Option<Vec<Constant>>) -> Option<Vec<Constant>> {
    match (one, other) {
        (Some(one), Some(other)) => Some(
            one.into_iter()
                .filter(|constant| other.contains(constant))
                .collect(),
        ),
        (one, other) => one.or(other),
    }
}

/// The only values that a schema allows, references, `allOf` and choices among values included.
fn constants(library: &Library, place: &Place<'_>, left: &mut u32) -> Option<Vec<Constant>> {
    let members = place.schema.as_object()?;
    *left = left.checked_sub(1)?;
    let here = |schema| library.within(place.base.clone(), schema);
    let mut found = listed(members);
    if let Some(reference) = members.get("$ref").and_then(Value::as_str)
        && let Some(target) = library.follow(&place.base, reference)
    {
        found = both(found, constants(library, &target, left));
    }
    for part in members
        .get("allOf")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
    {
        found = both(found, constants(library, &here(part), left));
    }
    for keyword in ["anyOf", "oneOf"] {
        if let Some(parts) = members.get(keyword).and_then(Value::as_array) {
            let each: Option<Vec<_>> = parts
                .iter()
                .map(|part| constants(library, &here(part), left))
                .collect();
            found = both(
                found,
                each.map(|lists| lists.into_iter().flatten().collect()),
            );
        }
    }
    found
}

/// What a schema, or else one it refers to, calls its values.
pub(crate) fn title(library: &Library, place: &Place<'_>) -> Option<String> {
    let mut here = place.clone();
    // A definition may refer to another, but not for ever.
    for _ in 0..8 {
        if let Some(title) = here.schema.get("title").and_then(Value::as_str) {
            return Some(title.to_owned());
        }
        let reference = here.schema.get("$ref").and_then(Value::as_str)?;
        here = library.follow(&here.base, reference)?;
    }
    None
}
