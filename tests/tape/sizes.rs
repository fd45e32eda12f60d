//! Large and hostile texts: no overflow, and time that grows with the text. A quadratic step anywhere would make
//! these tests take minutes.

use std::fmt::Write as _;

use libtest_mimic::Trial;
use missionlint_tape::{Fault, Node, SchemaSet, Slip, Span, Tree, Validator, Violation};
use serde_json::{Value, json};

use crate::trial;

/// Members or elements of the large containers: beyond what sixteen bits count.
const MANY: usize = 200_000;

pub(crate) fn trials() -> Vec<Trial> {
    vec![
        trial("sizes::deep_nesting_is_refused", deep),
        trial("sizes::many_keys", many_keys),
        trial("sizes::the_same_key_many_times", same_key),
        trial("sizes::keys_with_one_hash", one_hash),
        trial("sizes::many_objects_with_repeated_keys", many_objects),
        trial("sizes::many_elements", many_elements),
        trial("sizes::many_escapes", many_escapes),
        trial("sizes::many_violations", many_violations),
        trial("sizes::large_equal_values", equal_values),
        trial("sizes::many_broken_lines", broken_lines),
    ]
}

fn deep() {
    for levels in [10_000, 100_000] {
        for open in ["[", "{\"a\":", "[{\"a\":\n"] {
            let error = Tree::new(open.repeat(levels))
                .parse_document()
                .map(|_| ())
                .expect_err("too deep");
            assert_eq!(error.slip, Slip::TooDeep);
        }
    }
}

/// An object of members with those keys and their positions as values.
fn object(keys: impl Iterator<Item = String>) -> Tree {
    let mut text = "{".to_owned();
    for (position, key) in keys.enumerate() {
        let comma = if position == 0 { "" } else { "," };
        write!(text, "{comma}\"{key}\":{position}").expect("memory");
    }
    Tree::new(text + "}")
}

fn many_keys() {
    let mut tree = object((0..MANY).map(|number| format!("k{number}")));
    let root = tree.parse_document().expect("JSON");
    assert_eq!(
        (root.members().count(), root.tree().duplicates().len()),
        (MANY, 0)
    );
    assert_eq!(root.get("k123456").and_then(Node::as_i64), Some(123_456));
    let validator = compile(
        &json!({"minProperties": MANY, "maxProperties": MANY, "required": ["k1", "k199999"]}),
    );
    assert!(validator.violations(root).is_empty());
}

fn same_key() {
    for keys in [["a", "a"], ["a", "\\u0061"]] {
        let mut tree = object((0..MANY).map(|number| keys[number % 2].to_owned()));
        let root = tree.parse_document().expect("JSON");
        assert_eq!(root.tree().duplicates().len(), MANY - 1);
        assert!(
            root.tree()
                .duplicates()
                .iter()
                .all(|repeat| repeat.first == 1)
        );
        assert_eq!(
            root.get("a").and_then(Node::as_i64),
            i64::try_from(MANY - 1).ok()
        );
        assert!(compile(&json!({"maxProperties": 1, "const": {"a": MANY - 1}})).is_valid(root));
    }
}

/// Keys that the parser's cheap hash cannot tell apart: same length, first and last character.
fn one_hash() {
    let mut tree = object((0..MANY).map(|number| format!("a{:06}z", number % (MANY / 2))));
    let root = tree.parse_document().expect("JSON");
    assert_eq!(root.tree().duplicates().len(), MANY / 2);
    let long = "x".repeat(1000);
    let mut tree = object((0..1000).map(|number| format!("{long}{number:04}z")));
    assert_eq!(
        tree.parse_document()
            .expect("JSON")
            .tree()
            .duplicates()
            .len(),
        0
    );
}

/// Objects just large enough for the search by hash map, each with repeated keys.
fn many_objects() {
    let keys: Vec<String> = (0..40)
        .map(|number| format!("\"k{}\":{{\"x\":1,\"x\":2}}", number % 39))
        .collect();
    let one = format!("{{{}}}", keys.join(","));
    let count = 3000;
    let mut tree = Tree::new(format!("[{}]", vec![one; count].join(",")));
    let root = tree.parse_document().expect("JSON");
    assert_eq!(root.tree().duplicates().len(), count * 41);
}

fn many_elements() {
    let numbers: Vec<String> = (0..MANY).map(|number| number.to_string()).collect();
    let mut tree = Tree::new(format!("[{}]", numbers.join(",")));
    let root = tree.parse_document().expect("JSON");
    assert_eq!(
        (root.elements().len(), root.elements().count()),
        (MANY, MANY)
    );
    assert_eq!(
        root.item(MANY - 1).and_then(Node::as_i64),
        i64::try_from(MANY - 1).ok()
    );
    assert!(root.item(MANY).is_none());
    assert!(
        compile(&json!({"minItems": MANY, "maxItems": MANY, "uniqueItems": true})).is_valid(root)
    );
}

/// More strings with escapes than sixteen bits count: each still has its own text.
fn many_escapes() {
    let strings: Vec<String> = (0..MANY).map(|number| format!("\"\\t{number}\"")).collect();
    let mut tree = Tree::new(format!("[{}]", strings.join(",")));
    let root = tree.parse_document().expect("JSON");
    for (number, element) in root.elements().enumerate() {
        assert_eq!(element.as_str(), Some(format!("\t{number}").as_str()));
    }
    let mut tree = object((0..MANY).map(|number| format!("\\n{number}")));
    let root = tree.parse_document().expect("JSON");
    for (number, (key, _)) in root.members().enumerate() {
        assert_eq!(key.as_str(), Some(format!("\n{number}").as_str()));
    }
}

fn compile(schema: &Value) -> Validator {
    let (uri, text) = ("https://example.org/s.json", schema.to_string());
    SchemaSet::parse([(uri, text.as_str())])
        .and_then(|set| set.compile(uri))
        .expect("a schema")
}

/// A violation for each entry of a large container, each at its entry.
fn many_violations() {
    let mut tree = object((0..MANY).map(|number| format!("k{number}")));
    let root = tree.parse_document().expect("JSON");
    let wrong = compile(&json!({"additionalProperties": {"type": "string"}})).violations(root);
    assert_eq!(wrong.len(), MANY);
    assert!(
        wrong
            .iter()
            .zip(root.members())
            .all(|(violation, (_, value))| violation.node == value.index())
    );
    let unknown = compile(&json!({"properties": {"a": true}, "additionalProperties": false}))
        .violations(root);
    assert_eq!(unknown.len(), MANY);
    let key_of = |violation: &Violation| match violation.fault {
        Fault::UnknownProperty { key, .. } => key,
        _ => u32::MAX,
    };
    let mut pairs = unknown.iter().zip(root.members());
    assert!(pairs.all(|(violation, (key, _))| key_of(violation) == key.index()));

    let mut tree = Tree::new(format!("[{}1]", "{\"a\":1},".repeat(MANY)));
    let root = tree.parse_document().expect("JSON");
    let wrong =
        compile(&json!({"items": {"properties": {"a": {"type": "string"}}}})).violations(root);
    assert_eq!(wrong.len(), MANY);
    let at_a = |(violation, element): (&Violation, Node<'_>)| {
        element
            .get("a")
            .is_some_and(|value| value.index() == violation.node)
    };
    assert!(wrong.iter().zip(root.elements()).all(at_a));
}

fn equal_values() {
    let member = |number: usize| format!("\"k{number}\":{number}");
    let forwards: Vec<String> = (0..MANY).map(member).collect();
    let backwards: Vec<String> = (0..MANY).rev().map(member).collect();
    let text = format!("[{{{}}},{{{}}}]", forwards.join(","), backwards.join(","));
    let mut tree = Tree::new(text);
    let root = tree.parse_document().expect("JSON");
    let found = compile(&json!({"uniqueItems": true})).violations(root);
    assert!(
        matches!(found[0].fault, Fault::RepeatedItem { first: 1, .. }),
        "{found:?}"
    );
}

/// An open comment in every line must not be looked for in all the others.
fn broken_lines() {
    for line in ["[1, /* open", "['open", "// x", "[\"open"] {
        let text = format!("{line}\n").repeat(MANY);
        let mut tree = Tree::new(text);
        let step = u32::try_from(line.len() + 1).expect("a short line");
        for number in 0..u32::try_from(MANY).expect("a small count") {
            let within = Span::new(number * step, number * step + step - 1);
            let error = tree.parse_value(within).map(|_| ()).expect_err("broken");
            assert!(error.span.end <= within.end);
        }
    }
}
