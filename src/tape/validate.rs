//! JSON Schema validation of tape nodes: the only file that names the validator crate.
//!
//! ## Decisions
//! * Formats are asserted and unknown formats refused, unless a set says otherwise: a misspelt format would check
//!   nothing.
//! * Patterns run on the linear-time engine; what it cannot do is an error of the schema.
//! * Nothing is ever fetched: a reference that the given set does not hold is an error of the schema.

use std::collections::BTreeSet;

use jsonschema::json::Json;
use jsonschema::{Draft, PatternOptions, Registry};
use serde_json::{Value, json};

use crate::instance::TapeJson;
use crate::library::Library;
use crate::reader::Reader;
use crate::{Node, Tree, Violation};

// What the other files need of the validator crate, by our names.
pub(crate) use jsonschema::error::{TypeKind, ValidationErrorKind as FailureKind};
pub(crate) use jsonschema::{JsonType, ValidationError as SchemaFailure};

/// A schema that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SchemaError {
    /// URI of the schema.
    pub schema: String,
    /// JSON Pointer into it, where known.
    pub pointer: String,
    /// What is wrong, in the validator's words.
    pub reason: String,
}

impl std::fmt::Display for SchemaError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "schema {}{}: {}", self.schema, self.pointer, self.reason)
    }
}

impl std::error::Error for SchemaError {}

/// Whether a text is as it should be.
pub type Matches = fn(&str) -> bool;

/// What `format` does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Formats {
    /// It is checked, and one that is not known is an error of the schema.
    #[default]
    Strict,
    /// It is checked where it is known.
    Asserted,
    /// It is not checked.
    Annotation,
}

/// Schemas that may refer to each other, by URI.
#[derive(Debug, Default)]
pub struct SchemaSet {
    schemas: Vec<(String, Value)>,
    quick: Vec<(&'static str, Matches)>,
    formats: Formats,
    draft: Draft,
    meta_schemas: bool,
}

impl SchemaSet {
    /// Reads schemas from (URI, text) pairs. The URI is the schema's own `$id`, where it has one: references in
    /// the schema resolve against the URI it is compiled by.
    pub fn parse<'s>(
        schemas: impl IntoIterator<Item = (&'s str, &'s str)>,
    ) -> Result<Self, SchemaError> {
        let mut set = Self::default();
        for (uri, text) in schemas {
            let schema = serde_json::from_str(text).map_err(|error| failure(uri, "", error))?;
            set.schemas.push((uri.to_owned(), schema));
        }
        Ok(set)
    }

    /// Has a function answer for a regular expression wherever one of the schemas gives it as its `pattern`.
    ///
    /// `matches` must say what the expression would: it is quicker, not different. Violations name the expression.
    pub fn answer_pattern(&mut self, pattern: &'static str, matches: Matches) {
        for (_, schema) in &mut self.schemas {
            put_quick(schema, pattern);
        }
        self.quick.push((pattern, matches));
    }

    /// Says what `format` does in all schemas of the set.
    #[must_use]
    pub fn with_formats(mut self, formats: Formats) -> Self {
        self.formats = formats;
        self
    }

    /// Has schemas without `$schema` read by the draft whose meta-schema has that URI, instead of 2020-12.
    #[must_use]
    pub fn with_default_draft(mut self, meta_schema: &str) -> Self {
        self.draft = known_draft(meta_schema);
        self
    }

    /// Adds the meta-schemas of all drafts, to be compiled or referred to.
    #[must_use]
    pub fn with_meta_schemas(mut self) -> Self {
        self.meta_schemas = true;
        self
    }

    /// Compiles the schema at a URI, which may end in a fragment (`…/meeting.schema.json#/$defs/body`).
    ///
    /// Whether the schemas satisfy their meta-schemas is not asked: the URI of a meta-schema gives a validator that
    /// tells.
    pub fn compile(&self, uri: &str) -> Result<Validator, SchemaError> {
        // Naming a part of a meta-schema has the registry bring all of them.
        let bringing = json!({"$schema": "https://json-schema.org/draft/2020-12/meta/core"});
        let mut registry = Registry::new();
        if self.meta_schemas {
            registry = registry
                .add("json-schema:///bringing-meta-schemas", &bringing)
                .map_err(|error| failure(uri, "", error))?;
        }
        for (name, schema) in &self.schemas {
            let resource = self.draft.detect(schema).create_resource_ref(schema);
            registry = registry
                .add(name.as_str(), resource)
                .map_err(|error| failure(name, "", error))?;
        }
        let registry = registry
            .prepare()
            .map_err(|error| failure(uri, "", error))?;
        let schema =
            json!({"$schema": "https://json-schema.org/draft/2020-12/schema", "$ref": uri});
        let mut options = jsonschema::options_for::<TapeJson>()
            .offline()
            .with_registry(&registry)
            .should_validate_formats(self.formats != Formats::Annotation)
            .should_ignore_unknown_formats(self.formats != Formats::Strict)
            .with_pattern_options(PatternOptions::regex());
        for (pattern, matches) in &self.quick {
            options = options.with_format(format!("{QUICK}{pattern}"), *matches);
        }
        options
            .build(&schema)
            .map(|compiled| Validator {
                compiled,
                library: Library::new(uri, &self.schemas),
            })
            .map_err(|error| failure(uri, error.schema_path().as_str(), &error))
    }
}

fn known_draft(meta_schema: &str) -> Draft {
    match Draft::from_schema_uri(meta_schema) {
        Draft::Unknown => Draft::default(),
        draft => draft,
    }
}

/// Whether `format` checks anything under that name, in schemas of the draft whose meta-schema has that URI.
pub fn is_known_format(meta_schema: &str, name: &str) -> bool {
    jsonschema::options_for::<TapeJson>().is_known_format(known_draft(meta_schema), name)
}

/// The URI that a reference means where `base` is the base URI; nothing where one of them is no URI.
pub fn resolve_reference(base: &str, reference: &str) -> Option<String> {
    let base = jsonschema::uri::from_str(base).ok()?;
    let resolved = jsonschema::uri::resolve_against(&base.borrow(), reference).ok()?;
    Some(resolved.as_str().to_owned())
}

/// Why a pattern cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PatternFault {
    /// It is no regular expression of ECMA-262.
    Invalid,
    /// It is one, but needs more than the linear-time engine gives.
    Unsupported,
}

/// What is wrong with a pattern, if anything.
pub fn pattern_fault(pattern: &str) -> Option<PatternFault> {
    let build = |schema: &Value| {
        jsonschema::options_for::<TapeJson>()
            .offline()
            .should_validate_formats(true)
            .with_pattern_options(PatternOptions::regex())
            .build(schema)
    };
    // As the key of `patternProperties`: that one is not looked at for simpler forms first.
    if build(&json!({"patternProperties": {pattern: true}, "pattern": pattern})).is_ok() {
        return None;
    }
    let written = build(&json!({"format": "regex"})).is_ok_and(|expression| {
        TapeJson::with_string_node(&mut Tree::default(), pattern, |node| {
            expression.is_valid(node)
        })
    });
    Some(if written {
        PatternFault::Unsupported
    } else {
        PatternFault::Invalid
    })
}

/// Names of formats that stand for a pattern begin so.
pub(crate) const QUICK: &str = "pattern ";

/// Replaces a pattern by the format that stands for it, but where a format is asked for already.
fn put_quick(schema: &mut Value, pattern: &str) {
    match schema {
        Value::Object(members) => {
            let named = members.get("pattern").and_then(Value::as_str);
            if named == Some(pattern) && !members.contains_key("format") {
                members.remove("pattern");
                members.insert(
                    "format".to_owned(),
                    Value::from(format!("{QUICK}{pattern}")),
                );
            }
            for member in members.values_mut() {
                put_quick(member, pattern);
            }
        }
        Value::Array(items) => {
            for item in items {
                put_quick(item, pattern);
            }
        }
        _ => {}
    }
}

fn failure(schema: &str, pointer: &str, reason: impl std::fmt::Display) -> SchemaError {
    SchemaError {
        schema: schema.to_owned(),
        pointer: pointer.to_owned(),
        reason: reason.to_string(),
    }
}

/// A compiled schema.
pub struct Validator {
    compiled: jsonschema::Validator<TapeJson>,
    /// Asked only about what is not valid.
    library: Library,
}

impl std::fmt::Debug for Validator {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Validator")
    }
}

impl Validator {
    /// Whether the value satisfies the schema; the cheapest question.
    pub fn is_valid(&self, value: Node<'_>) -> bool {
        self.compiled.is_valid(value)
    }

    /// Everything wrong with the value, in no particular order; empty for a valid one.
    pub fn violations(&self, value: Node<'_>) -> Vec<Violation> {
        // Nearly all values are valid, and that is the cheaper question.
        if self.is_valid(value) {
            return Vec::new();
        }
        Reader::new(&self.library, value).read_all(self.compiled.iter_errors(value))
    }

    /// The names of properties that the schemas give: words of the schemas, whatever a value holds.
    pub fn property_names(&self) -> &BTreeSet<String> {
        self.library.property_names()
    }
}

/// Owned schemas by URI in which references can be followed.
pub(crate) struct References(Registry<'static>);

/// Where references without a base resolve against.
const NO_BASE: &str = "json-schema:///";

impl References {
    /// Nothing where the schemas cannot be put together; those that were compiled can.
    pub(crate) fn of(schemas: &[(String, std::sync::Arc<Value>)]) -> Option<Self> {
        let mut registry = Registry::new();
        for (uri, schema) in schemas {
            registry = registry.add(uri.as_str(), schema.clone()).ok()?;
        }
        registry.prepare().ok().map(Self)
    }

    /// The base URI and the schema that a reference leads to from a base URI, which may be empty.
    pub(crate) fn follow(&self, base: &str, reference: &str) -> Option<(String, &Value)> {
        let base = if base.is_empty() { NO_BASE } else { base };
        let base = jsonschema::uri::from_str(base).ok()?;
        let resolved = self.0.resolver(base).lookup(reference).ok()?;
        let within = resolved.resolver().base_uri().as_str().to_owned();
        Some((within, resolved.contents()))
    }

    /// The base URI of a schema with an `$id`.
    pub(crate) fn rebase(&self, base: &str, id: &str) -> Option<String> {
        let base = if base.is_empty() { NO_BASE } else { base };
        let base = jsonschema::uri::from_str(base).ok()?;
        let resolved = self.0.resolve_uri(&base.borrow(), id).ok()?;
        Some(resolved.as_str().to_owned())
    }
}
