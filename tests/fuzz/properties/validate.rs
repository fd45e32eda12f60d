//! Validation on the tape says what the same validator says on `serde_json::Value`.

use std::sync::OnceLock;

use jsonschema::{PatternOptions, Registry};
use missionlint_tape::{Fault, Node, SchemaSet, Tree, Validator, Violation};
use serde_json::{Value, json};

use super::text_of;
use super::tree::{Beyond, assert_whole};

/// Schemas that use every keyword.
const SCHEMAS: &str = include_str!("../schemas.json");

/// Stands between a schema and an instance.
const DIVIDER: &str = "\n---\n";

const URI: &str = "https://example.org/s.json";

/// A text is judged by a fixed set of schemas; two texts with a line `---` between them are a schema and an instance.
pub(crate) fn holds(data: &[u8]) {
    let text = text_of(data);
    match text.split_once(DIVIDER) {
        None => {
            for pair in fixed() {
                pair.judge(&text);
            }
        }
        Some((schema, instance)) => {
            if let Some(pair) = Pair::compile(schema) {
                pair.judge(instance);
            }
        }
    }
}

/// One schema compiled for both representations.
struct Pair {
    tape: Validator,
    value: jsonschema::Validator,
}

fn fixed() -> &'static [Pair] {
    static FIXED: OnceLock<Vec<Pair>> = OnceLock::new();
    FIXED.get_or_init(|| {
        let schemas: Vec<Value> = serde_json::from_str(SCHEMAS).expect("JSON");
        schemas
            .iter()
            .map(|schema| Pair::compile(&schema.to_string()).expect("a schema"))
            .collect()
    })
}

impl Pair {
    /// Nothing where the text is no schema, which both must say.
    fn compile(schema: &str) -> Option<Self> {
        let tape = SchemaSet::parse([(URI, schema)]).and_then(|set| set.compile(URI));
        match (tape, value_validator(schema)) {
            (Ok(tape), Ok(value)) => Some(Self { tape, value }),
            (Err(_), Err(_)) => None,
            (tape, value) => panic!("{:?}, on a value {:?}", tape.err(), value.err()),
        }
    }

    fn judge(&self, text: &str) {
        let mut tree = Tree::new(text.to_owned());
        if tree.parse_document().is_err() {
            // What could be read of it is validated too.
            tree.recover_document();
        }
        for root in tree.roots() {
            let valid = self.tape.is_valid(root);
            let violations = self.tape.violations(root);
            assert_eq!(valid, violations.is_empty(), "{violations:?}");
            assert_placed(root, &violations);
            // A hole of a recovered text is no null in the text.
            if Beyond::of(root) == Beyond::default()
                && let Ok(value) = serde_json::from_str::<Value>(root.lexeme())
            {
                assert_eq!(valid, self.value.is_valid(&value), "{violations:?}");
            }
        }
        assert_whole(&tree);
    }
}

/// The validator on `Value`, asked as the tape asks it.
fn value_validator(schema: &str) -> Result<jsonschema::Validator, String> {
    let schema: Value = serde_json::from_str(schema).map_err(|error| error.to_string())?;
    let registry = Registry::new()
        .add(URI, &schema)
        .and_then(jsonschema::RegistryBuilder::prepare)
        .map_err(|error| error.to_string())?;
    jsonschema::options()
        .offline()
        .with_registry(&registry)
        .should_validate_formats(true)
        .should_ignore_unknown_formats(false)
        .with_pattern_options(PatternOptions::regex())
        .build(&json!({"$schema": "https://json-schema.org/draft/2020-12/schema", "$ref": URI}))
        .map_err(|error| error.to_string())
}

/// Asserts that violations name tokens of the value they are about, of the right kinds.
fn assert_placed(root: Node<'_>, violations: &[Violation]) {
    for violation in violations {
        assert_fault(root, violation, violations);
        assert!(violation.schema_path.is_empty() || violation.schema_path.starts_with('/'));
        let nested: Vec<Violation> = violation.nested().cloned().collect();
        assert_placed(root, &nested);
    }
}

fn assert_fault(root: Node<'_>, violation: &Violation, beside: &[Violation]) {
    let inside = |token: u32| {
        assert!((root.index()..root.end_index()).contains(&token));
        root.tree().node(token)
    };
    let node = inside(violation.node);
    match &violation.fault {
        Fault::UnknownProperty { key, name, .. } => {
            let key = inside(*key);
            assert!(key.is_key() && key.as_str() == Some(name), "{violation:?}");
            assert!(
                node.members()
                    .any(|(known, _)| known.index() == key.index())
            );
        }
        Fault::MissingProperty { name, .. } => {
            // The validator says that the only key an object requires is missing if the object forbids it, too.
            let forbidden = |other: &Violation| {
                other.node == violation.node
                    && matches!(&other.fault, Fault::UnknownProperty { name: other, .. } if other == name)
            };
            let missing = node.get(name).is_none();
            assert!(missing || beside.iter().any(forbidden), "{violation:?}");
        }
        Fault::RepeatedItem { first, again } => {
            assert!(first < again, "{violation:?}");
            assert!(inside(*first).same_value(inside(*again)), "{violation:?}");
        }
        Fault::Type { found, .. } => assert_eq!(*found, node.kind(), "{violation:?}"),
        _ => {}
    }
}
