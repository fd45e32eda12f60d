//! What the validator says of the tape it says of `serde_json::Value` too: same places, same keywords, same nested
//! errors. Also the places of single kinds of violation.

use jsonschema::error::ValidationErrorKind as Kind;
use jsonschema::{PatternOptions, ValidationError};
use libtest_mimic::Trial;
use missionlint_tape::{Fault, Node, SchemaSet, Tree, Validator, ValueKind, Violation};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::{Value, json};

use crate::trial;

const URI: &str = "https://example.org/s.json";

pub(crate) fn trials() -> Vec<Trial> {
    vec![
        trial(
            "violations::same_as_on_value_for_generated_pairs",
            generated,
        ),
        trial("violations::awkward_keys_are_found", awkward_keys),
        trial("violations::keys_are_judged_at_the_key", property_names),
        trial(
            "violations::the_last_of_repeated_keys_is_judged",
            repeated_keys,
        ),
        trial("violations::numbers_keep_their_digits", numbers),
        trial(
            "violations::what_a_value_cannot_hold_does_not_panic",
            beyond_value,
        ),
        trial("violations::bad_schemas_are_refused_with_a_reason", refused),
    ]
}

/// Schemas that use each keyword in several places; the instances are generated to break them.
fn templates() -> Vec<Value> {
    let name = json!({"type": "string", "pattern": "^[a-z]+$", "minLength": 2, "maxLength": 4});
    let date = json!({"type": "string", "format": "date"});
    vec![
        json!({
            "type": "object",
            "required": ["a", "b"],
            "properties": {"a": name, "b": {"enum": ["ab", 1, null, [1], {"c": 1.0}]}, "c": date},
            "additionalProperties": false
        }),
        json!({
            "properties": {
                "a": {"$ref": "#/$defs/either"},
                "b": {"type": "array", "items": {"$ref": "#/$defs/either"}}
            },
            "$defs": {"either": {"anyOf": [
                name,
                {"type": "integer", "minimum": 1},
                {"type": "object", "required": ["a"]}
            ]}}
        }),
        json!({
            "type": "array",
            "uniqueItems": true,
            "minItems": 1,
            "maxItems": 4,
            "items": {"oneOf": [{"type": "number"}, {"const": 1}, {"type": ["string", "null"]}, {"required": ["b"]}]}
        }),
        json!({
            "propertyNames": {"pattern": "^[ab]", "maxLength": 2},
            "minProperties": 1,
            "maxProperties": 3,
            "patternProperties": {"^a": {"type": ["number", "array"]}},
            "additionalProperties": {"not": {"type": "object"}}
        }),
        json!({
            "allOf": [{"properties": {"a": true}}, {"properties": {"b": {"multipleOf": 0.5, "exclusiveMaximum": 100}}}],
            "if": {"required": ["c"]},
            "then": {"properties": {"c": date}},
            "else": {"required": ["a"]},
            "dependentRequired": {"a": ["b"]},
            "unevaluatedProperties": false
        }),
        json!({
            "prefixItems": [{"type": "string"}, {"exclusiveMinimum": 0, "maximum": 9}],
            "contains": {"type": "boolean"},
            "maxContains": 2,
            "unevaluatedItems": {"type": "boolean"}
        }),
        json!({"properties": {"a": {"properties": {"a": {"properties": {"b": false}, "required": ["c"]}}}}}),
    ]
}

/// Few keys and few scalars, so that schemas are met as often as they are missed.
fn instance() -> impl Strategy<Value = Value> {
    let number = prop_oneof![
        Just(json!(0)),
        Just(json!(1)),
        Just(json!(1.0)),
        Just(json!(-2.5)),
        Just(json!(1e300)),
        Just(json!(u64::MAX)),
    ];
    let text = prop_oneof![
        Just(String::new()),
        "[a-c]{1,5}",
        Just("2025-02-29".to_owned()),
        Just("2024-02-29".to_owned()),
        Just("é\u{1F600}\n\"\\".to_owned()),
    ];
    let key = prop_oneof![
        5 => "[a-d]".prop_map(|key| key),
        1 => Just("0".to_owned()),
        1 => Just(String::new()),
        1 => Just("a~/b".to_owned()),
        1 => Just("b\\\"\u{1}".to_owned()),
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        number,
        text.prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 6, move |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            proptest::collection::btree_map(key.clone(), inner, 0..6)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

fn generated() {
    let templates = templates();
    for schema in &templates {
        let pair = Pair::compile(schema);
        let mut runner = TestRunner::new(Config {
            cases: 400,
            failure_persistence: None,
            ..Config::default()
        });
        runner
            .run(&instance(), |instance| pair.agree(&instance))
            .expect("tape and value agree");
    }
}

/// One schema compiled for both.
struct Pair {
    tape: Validator,
    value: jsonschema::Validator,
}

impl Pair {
    fn compile(schema: &Value) -> Self {
        let tape = compile(schema);
        let value = jsonschema::options()
            .offline()
            .should_validate_formats(true)
            .should_ignore_unknown_formats(false)
            .with_pattern_options(PatternOptions::regex())
            .build(schema)
            .expect("a schema");
        Self { tape, value }
    }

    fn agree(&self, instance: &Value) -> Result<(), TestCaseError> {
        let expected = described_errors(self.value.iter_errors(instance), instance);
        for text in [
            instance.to_string(),
            serde_json::to_string_pretty(instance).expect("JSON"),
        ] {
            let mut tree = Tree::new(text);
            let root = tree.parse_document().expect("JSON");
            let found_violations = self.tape.violations(root);
            let found = described(found_violations.iter(), root);
            prop_assert_eq!(&found, &expected, "{}", root.lexeme());
            prop_assert_eq!(
                leaves(&found_violations, root),
                leaves_of(self.value.iter_errors(instance))
            );
            prop_assert_eq!(self.tape.is_valid(root), expected.is_empty());
        }
        Ok(())
    }
}

fn compile(schema: &Value) -> Validator {
    let text = schema.to_string();
    SchemaSet::parse([(URI, text.as_str())])
        .and_then(|set| set.compile(URI))
        .expect("a schema")
}

/// Violations as sorted lines: place, keyword's place, facts, nested ones.
fn described<'v>(violations: impl Iterator<Item = &'v Violation>, root: Node<'_>) -> Vec<String> {
    let mut lines: Vec<String> = violations
        .map(|violation| {
            let node = root.tree().node(violation.node);
            let facts = match &violation.fault {
                Fault::UnknownProperty { key, name, .. } => {
                    let key = root.tree().node(*key);
                    format!("{name:?} at {}", key.pointer_from(root))
                }
                Fault::MissingProperty { name, .. } => format!("{name:?}"),
                Fault::Type { expected, found } => format!("{expected:?} {found:?}"),
                _ => String::new(),
            };
            let nested = described(
                Box::new(violation.nested()) as Box<dyn Iterator<Item = &Violation>>,
                root,
            );
            format!(
                "{} {} {facts} {nested:?}",
                node.pointer_from(root),
                violation.schema_path
            )
        })
        .collect();
    lines.sort();
    lines
}

/// The same of the errors on a `Value`.
fn described_errors<'e>(
    errors: impl Iterator<Item = ValidationError<'e>>,
    root: &Value,
) -> Vec<String> {
    let mut lines: Vec<String> = errors
        .flat_map(|error| lines_of(&error, root, None))
        .collect();
    lines.sort();
    lines
}

/// The lines of one error; one about a key takes the place of the key.
fn lines_of(error: &ValidationError<'_>, root: &Value, key: Option<&str>) -> Vec<String> {
    let object = error.instance_path().as_str();
    let member = |name: &str| format!("{object}/{}", name.replace('~', "~0").replace('/', "~1"));
    let place = key.map_or_else(|| object.to_owned(), member);
    let line = |facts: String, nested: Vec<String>| {
        format!("{place} {} {facts} {nested:?}", error.schema_path())
    };
    let nested = |errors: &mut dyn Iterator<Item = &ValidationError<'_>>, key: Option<&str>| {
        let mut lines: Vec<String> = errors
            .flat_map(|error| lines_of(error, root, key))
            .collect();
        lines.sort();
        lines
    };
    match error.kind() {
        Kind::AdditionalProperties { unexpected } | Kind::UnevaluatedProperties { unexpected } => {
            let about = |name: &String| line(format!("{name:?} at {}", member(name)), Vec::new());
            unexpected.iter().map(about).collect()
        }
        Kind::UnevaluatedItems { unexpected } => unexpected
            .iter()
            .map(|_| line(String::new(), Vec::new()))
            .collect(),
        Kind::Required { property } => vec![line(format!("{property}"), Vec::new())],
        Kind::AnyOf { context }
        | Kind::OneOfNotValid { context }
        | Kind::OneOfMultipleValid { context } => {
            vec![line(
                String::new(),
                nested(&mut context.iter().flatten(), key),
            )]
        }
        Kind::PropertyNames { error } => {
            let name = error.instance().as_str().expect("a key");
            vec![line(
                String::new(),
                nested(&mut std::iter::once(&**error), Some(name)),
            )]
        }
        Kind::Type { kind } => {
            use jsonschema::error::TypeKind;
            let expected: Vec<&str> = match kind {
                TypeKind::Single(one) => vec![one.as_str()],
                TypeKind::Multiple(several) => {
                    several.iter().map(jsonschema::JsonType::as_str).collect()
                }
            };
            let judged = match key {
                Some(_) => ValueKind::String,
                None => kind_of(root.pointer(object).expect("the error's place")),
            };
            vec![line(format!("{expected:?} {judged:?}"), Vec::new())]
        }
        _ => vec![line(String::new(), Vec::new())],
    }
}

/// Place, keyword and its place, for every single error of the validator.
fn leaves(violations: &[Violation], root: Node<'_>) -> Vec<String> {
    let all = violations.iter().flat_map(Violation::leaves);
    let mut lines: Vec<String> = all
        .map(|leaf| {
            let place = root.tree().node(leaf.node).pointer_from(root);
            format!("{place} {} {}", leaf.keyword, leaf.schema_path)
        })
        .collect();
    lines.sort();
    lines
}

/// The same of the errors on a `Value`.
fn leaves_of<'e>(errors: impl Iterator<Item = ValidationError<'e>>) -> Vec<String> {
    let mut lines = Vec::new();
    for error in errors {
        add_leaves(&error, None, &mut lines);
    }
    lines.sort();
    lines
}

fn add_leaves(error: &ValidationError<'_>, key: Option<&str>, lines: &mut Vec<String>) {
    let object = error.instance_path().as_str();
    let member = |name: &str| format!("{object}/{}", name.replace('~', "~0").replace('/', "~1"));
    let place = key.map_or_else(|| object.to_owned(), member);
    let line = format!("{place} {} {}", error.kind().keyword(), error.schema_path());
    let before = lines.len();
    let mut several = false;
    match error.kind() {
        Kind::AnyOf { context } | Kind::OneOfNotValid { context } => {
            context
                .iter()
                .flatten()
                .for_each(|nested| add_leaves(nested, key, lines));
        }
        Kind::OneOfMultipleValid { context } => {
            several = true;
            context
                .iter()
                .flatten()
                .for_each(|nested| add_leaves(nested, key, lines));
        }
        Kind::PropertyNames { error } => add_leaves(error, error.instance().as_str(), lines),
        Kind::AdditionalProperties { unexpected }
        | Kind::UnevaluatedProperties { unexpected }
        | Kind::UnevaluatedItems { unexpected } => {
            lines.extend(unexpected.iter().map(|_| line.clone()));
        }
        _ => {}
    }
    if several || lines.len() == before {
        lines.push(line);
    }
}

fn kind_of(value: &Value) -> ValueKind {
    match value {
        Value::Null => ValueKind::Null,
        Value::Bool(_) => ValueKind::Boolean,
        Value::Number(_) => ValueKind::Number,
        Value::String(_) => ValueKind::String,
        Value::Array(_) => ValueKind::Array,
        Value::Object(_) => ValueKind::Object,
    }
}

/// The lexemes of the places a schema complains about.
fn complained(schema: &Value, text: &str) -> Vec<String> {
    let mut tree = Tree::new(text.to_owned());
    let root = tree.parse_document().expect("JSON");
    let validator = compile(schema);
    let violations = validator.violations(root);
    violations
        .iter()
        .map(|violation| root.tree().node(violation.node).lexeme().to_owned())
        .collect()
}

fn awkward_keys() {
    // Digits are a key in an object; an empty key is a step too; slash and tilde are escaped.
    let schema = json!({"additionalProperties": {"additionalProperties": {"type": "string"}}});
    for key in ["0", "01", "", "a/b", "~", "~1", "é", "\\u0030", "-"] {
        for (outer, inner) in [(key, "x"), ("x", key), (key, key)] {
            let text = format!("{{\"y\": {{}}, \"{outer}\": {{\"z\": \"\", \"{inner}\": 17}}}}");
            assert_eq!(complained(&schema, &text), ["17"], "{text}");
        }
    }
    let many: Vec<String> = (0..100)
        .map(|number| format!("\"{number}\": {number}"))
        .collect();
    let text = format!("{{\"\": {{{}}}}}", many.join(","));
    let expected: Vec<String> = (0..100).map(|number| number.to_string()).collect();
    assert_eq!(complained(&schema, &text), expected);
}

fn property_names() {
    let mut tree = Tree::new("{\"o\": {\"ok\": 1, \"b\\\"d\": 2}}".to_owned());
    let root = tree.parse_document().expect("JSON");
    let names = json!({"anyOf": [{"pattern": "^[a-z]+$"}, {"type": "number"}]});
    let found = compile(&json!({"properties": {"o": {"propertyNames": names}}})).violations(root);
    let lexeme = |violation: &Violation| root.tree().node(violation.node).lexeme();
    assert_eq!(
        found.iter().map(lexeme).collect::<Vec<_>>(),
        ["{\"ok\": 1, \"b\\\"d\": 2}"]
    );
    let [either] = found[0].because.as_slice() else {
        panic!("{found:?}")
    };
    assert_eq!(lexeme(either), "\"b\\\"d\"");
    assert_eq!(
        either.nested().map(lexeme).collect::<Vec<_>>(),
        ["\"b\\\"d\""; 2]
    );
    let number = Fault::Type {
        expected: vec!["number"],
        found: ValueKind::String,
    };
    assert!(either.nested().any(|nested| nested.fault == number));
}

fn repeated_keys() {
    let text = |key: &str, value: &str| format!("{{\"a\": 1, \"{key}\": {value}, \"b\": 2}}");
    let schema = json!({"properties": {"a": {"type": "string"}}, "maxProperties": 2, "required": ["a", "b"]});
    for key in ["a", "\\u0061"] {
        assert_eq!(complained(&schema, &text(key, "\"x\"")), [""; 0]);
        assert_eq!(complained(&schema, &text(key, "17")), ["17"]);
    }
    let known =
        json!({"const": {"a": 2, "b": 2}, "enum": [{"b": 2.0, "a": 2}, 0], "uniqueItems": true});
    assert_eq!(complained(&known, &text("a", "2")), [""; 0]);
    let twins = json!({"uniqueItems": true});
    assert_eq!(
        complained(&twins, "[{\"a\": 1, \"a\": 2}, {\"a\": 2}]").len(),
        1
    );
    assert_eq!(
        complained(&twins, "[{\"a\": 1, \"a\": 2}, {\"a\": 1}]").len(),
        0
    );
    let unknown = json!({"additionalProperties": false});
    assert_eq!(complained(&unknown, "{\"x\": 1, \"x\": 2}").len(), 1);
}

fn numbers() {
    for (schema, text, violations) in [
        (json!({"type": "integer"}), "1.0", 0),
        (json!({"type": "integer"}), "1e400", 0),
        (json!({"type": "integer"}), "1.00000000000000000000001", 1),
        (
            json!({"const": 9_007_199_254_740_993_u64}),
            "9007199254740992",
            1,
        ),
        (
            json!({"const": 9_007_199_254_740_993_u64}),
            "9007199254740993",
            0,
        ),
        (json!({"const": 0.1}), "0.10", 0),
        (json!({"const": 0}), "-0", 0),
        (json!({"enum": [1, 2]}), "20e-1", 0),
        (json!({"maximum": 10}), "1e400", 1),
        (json!({"minimum": 10}), "-1e400", 1),
        (json!({"minimum": 0}), "1e-400", 0),
        (json!({"uniqueItems": true}), "[1e400, 10e399]", 1),
        (
            json!({"uniqueItems": true}),
            "[9007199254740993, 9007199254740992]",
            0,
        ),
        (json!({"multipleOf": 3}), "9007199254740993", 0),
    ] {
        assert_eq!(
            complained(&schema, text).len(),
            violations,
            "{schema} {text}"
        );
    }
    // What the schema file rounds is rounded in the record too.
    for digits in [
        "12345678901234567890123",
        "0.30000000000000001",
        "1.7976931348623157e308",
    ] {
        let schema = serde_json::from_str(&format!("{{\"const\": {digits}}}")).expect("a schema");
        assert_eq!(complained(&schema, digits), [""; 0], "{digits}");
    }
}

fn beyond_value() {
    // Errors of branches and of keys are made owned, which builds a `Value` of the instance.
    let deep = format!("{}1e999{}", "[".repeat(127), "]".repeat(127));
    let schema = json!({"anyOf": [
        {"type": "null"},
        {"not": {}},
        {"type": ["string", "boolean"]},
        {"enum": [1, "a"]},
        {"const": []}
    ]});
    for instance in ["1e999", "[1e999]", "-1e999", deep.as_str()] {
        assert_eq!(complained(&schema, instance).len(), 1);
        let keyed = format!("{{\"{}\": {instance}}}", "\\u0000\\\"");
        if instance != deep {
            assert_eq!(
                complained(&json!({"propertyNames": {"maxLength": 1}}), &keyed).len(),
                1
            );
        }
    }
}

fn refused() {
    for (schema, part) in [
        (
            json!({"$ref": "https://example.org/nowhere.json"}),
            "nowhere",
        ),
        (json!({"format": "datum"}), "datum"),
        (json!({"pattern": "(?=a)b"}), "(?=a)b"),
        (json!({"pattern": "("}), "("),
        (json!({"type": "text"}), "type"),
    ] {
        let text = schema.to_string();
        let set = SchemaSet::parse([(URI, text.as_str())]);
        let error = set.and_then(|set| set.compile(URI)).expect_err("no use");
        assert!(error.reason.contains(part), "{error}");
        assert!(error.to_string().contains(URI));
    }
    let error = SchemaSet::parse([(URI, "{")]).expect_err("no JSON");
    assert_eq!(error.schema, URI);
}
