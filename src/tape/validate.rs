//! JSON Schema validation of tape nodes: the only file that names the validator crate.
//!
//! ## Decisions
//! * Formats are asserted and unknown formats refused, unless a set says otherwise: a misspelt format would check
//!   nothing.
//! * Patterns run on the linear-time engine; what it cannot do is an error of the schema.
//! * Nothing is ever fetched: a reference that the given set does not hold is an error of the schema.

use jsonschema::error::{TypeKind, ValidationErrorKind};
use jsonschema::json::Json;
use jsonschema::{Draft, PatternOptions, Registry, ValidationError};
use serde_json::{Value, json};

use crate::instance::{TapeJson, first_repeat};
use crate::places::Places;
use crate::{Bound, Fault, Node, Tree, Violation};

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
            .map(|compiled| Validator { compiled })
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
const QUICK: &str = "pattern ";

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
        let mut reader = Reader {
            places: Places::of(value),
        };
        let mut found = Vec::new();
        for error in self.compiled.iter_errors(value) {
            found.extend(reader.read(&error, None));
        }
        found
    }
}

/// Reads the errors of one value.
struct Reader<'t> {
    places: Places<'t>,
}

impl<'t> Reader<'t> {
    /// The facts of one error; an error about several keys becomes one violation for each.
    ///
    /// Errors of branches have paths from the root too. Those about a key have the path of its object: `key` is the
    /// one that is judged.
    fn read(&mut self, error: &ValidationError<'_>, key: Option<Node<'t>>) -> Vec<Violation> {
        let place = key
            .or_else(|| self.places.at(error.instance_path().as_str()))
            .unwrap_or(self.places.root());
        let violation = |fault, because| Violation {
            node: place.index(),
            fault,
            schema_path: error.schema_path().as_str().to_owned(),
            because,
        };
        let kind = error.kind();
        match kind {
            ValidationErrorKind::AdditionalProperties { unexpected }
            | ValidationErrorKind::UnevaluatedProperties { unexpected } => unexpected
                .iter()
                .map(|name| violation(self.unknown_property(place, name), Vec::new()))
                .collect(),
            ValidationErrorKind::AnyOf { context }
            | ValidationErrorKind::OneOfNotValid { context }
            | ValidationErrorKind::OneOfMultipleValid { context } => {
                let because = context
                    .iter()
                    .flatten()
                    .flat_map(|nested| self.read(nested, key))
                    .collect();
                vec![violation(other(kind), because)]
            }
            ValidationErrorKind::PropertyNames { error: nested } => {
                let name = nested
                    .instance()
                    .as_str()
                    .and_then(|name| self.places.member(place, name));
                vec![violation(
                    other(kind),
                    self.read(nested, name.map(|(key, _)| key)),
                )]
            }
            _ => vec![violation(fault(kind, place), Vec::new())],
        }
    }

    fn unknown_property(&mut self, object: Node<'t>, name: &str) -> Fault {
        let key = self
            .places
            .member(object, name)
            .map_or(object, |(key, _)| key);
        Fault::UnknownProperty {
            key: key.index(),
            name: name.to_owned(),
        }
    }
}

fn other(kind: &ValidationErrorKind) -> Fault {
    Fault::Other {
        keyword: kind.keyword().to_owned(),
    }
}

fn fault(kind: &ValidationErrorKind, place: Node<'_>) -> Fault {
    use ValidationErrorKind as Kind;
    match kind {
        Kind::Type { kind } => Fault::Type {
            expected: type_names(kind),
            found: place.kind(),
        },
        Kind::Enum { options } => Fault::Enum {
            options: options
                .as_array()
                .map(|options| options.iter().map(bare).collect())
                .unwrap_or_default(),
        },
        Kind::Constant { expected_value } => Fault::Const {
            expected: bare(expected_value),
        },
        Kind::Required { property } => Fault::MissingProperty {
            name: bare(property),
        },
        Kind::Format { format } => match format.strip_prefix(QUICK) {
            Some(pattern) => Fault::Pattern {
                pattern: pattern.to_owned(),
            },
            None => Fault::Format {
                format: format.clone(),
            },
        },
        Kind::Pattern { pattern } => Fault::Pattern {
            pattern: pattern.clone(),
        },
        Kind::Minimum { limit } => Fault::Number {
            bound: Bound::Least,
            limit: limit.to_string(),
        },
        Kind::ExclusiveMinimum { limit } => Fault::Number {
            bound: Bound::Above,
            limit: limit.to_string(),
        },
        Kind::Maximum { limit } => Fault::Number {
            bound: Bound::Most,
            limit: limit.to_string(),
        },
        Kind::ExclusiveMaximum { limit } => Fault::Number {
            bound: Bound::Below,
            limit: limit.to_string(),
        },
        Kind::MinLength { limit } => Fault::Length {
            bound: Bound::Least,
            limit: *limit,
        },
        Kind::MaxLength { limit } => Fault::Length {
            bound: Bound::Most,
            limit: *limit,
        },
        Kind::MinItems { limit } => Fault::Items {
            bound: Bound::Least,
            limit: *limit,
        },
        Kind::MaxItems { limit } => Fault::Items {
            bound: Bound::Most,
            limit: *limit,
        },
        Kind::MinProperties { limit } => Fault::Members {
            bound: Bound::Least,
            limit: *limit,
        },
        Kind::MaxProperties { limit } => Fault::Members {
            bound: Bound::Most,
            limit: *limit,
        },
        Kind::UniqueItems => first_repeat(place).map_or_else(
            || other(kind),
            |(first, again)| Fault::RepeatedItem {
                first: first.index(),
                again: again.index(),
            },
        ),
        _ => other(kind),
    }
}

fn type_names(kind: &TypeKind) -> Vec<&'static str> {
    match kind {
        TypeKind::Single(one) => vec![one.as_str()],
        TypeKind::Multiple(several) => several.iter().map(jsonschema::JsonType::as_str).collect(),
    }
}

/// A schema value for people: strings without quotes, the rest as JSON.
fn bare(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}
