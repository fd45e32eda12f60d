//! Looking things up in the schemas, once something is wrong.
//!
//! Nothing here runs for valid data: the references are put in order when the first error asks.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use serde_json::Value;

use crate::Shape;
use crate::pointer;
use crate::shape::shape_of;
use crate::validate::References;

/// The schemas of a validator.
pub(crate) struct Library {
    start: String,
    schemas: Vec<(String, Arc<Value>)>,
    references: OnceLock<Option<References>>,
    names: OnceLock<BTreeSet<String>>,
    /// By the address of the schema, which stays where it is.
    shapes: Mutex<HashMap<usize, Arc<Shape>>>,
}

/// A schema, and what its references resolve against.
#[derive(Clone)]
pub(crate) struct Place<'s> {
    pub(crate) base: String,
    pub(crate) schema: &'s Value,
}

/// A schema on the way to a keyword.
pub(crate) struct Step<'s> {
    pub(crate) place: Place<'s>,
    /// How the way goes on from the schema before.
    pub(crate) way: Way,
    /// Bytes of the path up to here.
    pub(crate) length: usize,
}

/// How a schema applies to what the one before it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    /// To the same value.
    Same,
    /// To the same value, as one of several choices.
    Branch,
    /// To a member or an element of it, or to a key.
    Child,
}

impl Library {
    /// The schemas of a set, and the URI of the one that was compiled.
    pub(crate) fn new(start: &str, schemas: &[(String, Value)]) -> Self {
        let shared = |(uri, schema): &(String, Value)| (uri.clone(), Arc::new(schema.clone()));
        Self {
            start: start.to_owned(),
            schemas: schemas.iter().map(shared).collect(),
            references: OnceLock::new(),
            names: OnceLock::new(),
            shapes: Mutex::new(HashMap::new()),
        }
    }

    fn references(&self) -> Option<&References> {
        let references = self
            .references
            .get_or_init(|| References::of(&self.schemas));
        references.as_ref()
    }

    /// The schema a reference leads to.
    pub(crate) fn follow(&self, base: &str, reference: &str) -> Option<Place<'_>> {
        let (base, schema) = self.references()?.follow(base, reference)?;
        Some(self.within(base, schema))
    }

    /// A schema inside one with a base.
    pub(crate) fn within<'s>(&self, base: String, schema: &'s Value) -> Place<'s> {
        let id = schema.get("$id").and_then(Value::as_str);
        let own = id
            .filter(|id| !id.starts_with('#'))
            .and_then(|id| self.references()?.rebase(&base, id));
        Place {
            base: own.unwrap_or(base),
            schema,
        }
    }

    /// The schemas that an evaluation path leads through, from the one compiled to the one it ends in or that holds
    /// the keyword it ends in.
    pub(crate) fn trail(&self, path: &str) -> Vec<Step<'_>> {
        let Some(rest) = path.strip_prefix("/$ref") else {
            return Vec::new();
        };
        let Some(start) = self.follow("", &self.start) else {
            return Vec::new();
        };
        let mut steps = vec![Step {
            place: start,
            way: Way::Same,
            length: path.len() - rest.len(),
        }];
        while let Some(step) = steps.last().and_then(|step| self.next_step(step, path)) {
            steps.push(step);
        }
        steps
    }

    fn next_step<'s>(&'s self, step: &Step<'s>, path: &str) -> Option<Step<'s>> {
        let rest = path.get(step.length..)?.strip_prefix('/')?;
        let keyword = rest.split('/').next()?;
        let length = step.length + 1 + keyword.len();
        let Place { base, schema } = &step.place;
        let value = schema.get(keyword)?;
        let at = |way, place, length| Some(Step { place, way, length });
        match keyword {
            "$ref" | "$dynamicRef" | "$recursiveRef" => {
                at(Way::Same, self.follow(base, value.as_str()?)?, length)
            }
            _ => {
                let way = way_of(keyword)?;
                if !holds_several(keyword, value) {
                    return at(way, self.within(base.clone(), value), length);
                }
                let name = rest.get(keyword.len() + 1..)?.split('/').next()?;
                let pointer = format!("/{name}");
                let part = value.pointer(&pointer)?;
                at(
                    way,
                    self.within(base.clone(), part),
                    length + 1 + name.len(),
                )
            }
        }
    }

    /// The shape of a schema.
    pub(crate) fn shape(&self, place: &Place<'_>) -> Arc<Shape> {
        let address = std::ptr::from_ref(place.schema).addr();
        let known = |shapes: &HashMap<usize, Arc<Shape>>| shapes.get(&address).cloned();
        let shapes = || self.shapes.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(shape) = known(&shapes()) {
            return shape;
        }
        let shape = Arc::new(shape_of(self, place));
        shapes().insert(address, shape.clone());
        shape
    }

    /// The names of all properties in all schemas.
    pub(crate) fn property_names(&self) -> &BTreeSet<String> {
        self.names.get_or_init(|| {
            let mut names = BTreeSet::new();
            for (_, schema) in &self.schemas {
                collect_names(schema, &mut names);
            }
            names
        })
    }
}

/// How a keyword that holds schemas applies them; nothing for another keyword.
fn way_of(keyword: &str) -> Option<Way> {
    Some(match keyword {
        "allOf" | "if" | "then" | "else" | "not" | "dependentSchemas" | "dependencies" => Way::Same,
        "anyOf" | "oneOf" => Way::Branch,
        "properties"
        | "patternProperties"
        | "additionalProperties"
        | "unevaluatedProperties"
        | "propertyNames"
        | "items"
        | "prefixItems"
        | "additionalItems"
        | "unevaluatedItems"
        | "contains" => Way::Child,
        _ => return None,
    })
}

/// Whether a keyword holds schemas under names or positions rather than one.
fn holds_several(keyword: &str, value: &Value) -> bool {
    match keyword {
        "properties" | "patternProperties" | "dependentSchemas" | "dependencies" => true,
        _ => value.is_array(),
    }
}

/// The last segment of a path, unescaped, and what is before it.
pub(crate) fn split_last(path: &str) -> (&str, String) {
    let (before, last) = path.rsplit_once('/').unwrap_or(("", path));
    let escaped = format!("/{last}");
    let last = pointer::segments(&escaped)
        .and_then(|mut segments| segments.next())
        .map_or_else(|| last.to_owned(), std::borrow::Cow::into_owned);
    (before, last)
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
