//! Generated and spoiled texts: what the tape says of them is what `serde_json` says, and what the tape says of
//! itself is consistent.

use std::collections::BTreeSet;

use libtest_mimic::Trial;
use missionlint_tape::{DEPTH_LIMIT, Node, Slip, Span, Tree, ValueKind};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::{Map, Value};

use crate::json_test_suite::misplaced;
use crate::trial;

pub(crate) fn trials() -> Vec<Trial> {
    vec![
        trial("texts::values_agree_with_serde_json", values_agree),
        trial("texts::spoiled_texts_agree_with_serde_json", spoiled_agree),
        trial("texts::any_characters_agree_with_serde_json", any_agree),
        trial("texts::spans_hold_their_values", spans),
        trial("texts::pointers_lead_back", pointers),
        trial("texts::pointers_are_strict", strict_pointers),
        trial("texts::repeated_keys_are_all_listed", duplicates),
        trial("texts::lines_of_one_text_are_as_documents", lines),
        trial("texts::a_reused_tree_forgets", reuse),
        trial("texts::exceptions_are_still_exceptions", exceptions),
    ]
}

pub(crate) fn check<S: Strategy>(
    cases: u32,
    strategy: &S,
    test: impl Fn(S::Value) -> Result<(), TestCaseError>,
) {
    let config = Config {
        cases,
        failure_persistence: None,
        ..Config::default()
    };
    TestRunner::new(config)
        .run(strategy, test)
        .expect("the property holds");
}

/// White space, short most often, sometimes as long as indentation is.
fn space() -> impl Strategy<Value = String> {
    prop_oneof![
        5 => Just(String::new()),
        2 => Just(" ".to_owned()),
        2 => "\n {0,20}",
        1 => "[ \t\r\n]{1,12}",
    ]
}

fn number() -> impl Strategy<Value = String> {
    prop_oneof![
        "-?(0|[1-9][0-9]{0,4})",
        "-?[1-9][0-9]{0,24}",
        "-?(0|[1-9][0-9]{0,20})(\\.[0-9]{1,20})?([eE][+-]?[0-9]{1,3})?",
    ]
}

/// A string as it is written, with every kind of escape.
fn string() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => "[a-d]{1,9}",
        2 => "[ !#-\\[\\]-~]{1,20}",
        2 => "[\u{7F}-\u{10FFFF}]{1,3}",
        1 => r#"\\["\\/bfnrt]"#,
        1 => r"\\u00[0-7][0-9a-fA-F]",
        1 => r"\\u[1-9a-cA-C][0-9a-fA-F]{3}",
        1 => r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}",
    ];
    proptest::collection::vec(piece, 0..4).prop_map(|pieces| format!("\"{}\"", pieces.concat()))
}

/// A key, of few, also spelled with escapes, so that keys repeat.
fn key() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => "\"[a-e]{0,2}\"",
        1 => Just(r#""\u0061""#.to_owned()),
        1 => Just(r#""a/b~\u0030""#.to_owned()),
        1 => "\"[0-9]{1,2}\"",
        1 => string(),
    ]
}

/// A JSON text.
pub(crate) fn text() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        Just("null".to_owned()),
        Just("true".to_owned()),
        Just("false".to_owned()),
        number(),
        string(),
    ];
    let value = leaf.prop_recursive(6, 60, 8, |inner| {
        let member =
            (padded(key()), padded(inner.clone())).prop_map(|(key, value)| key + ":" + &value);
        let items = proptest::collection::vec(padded(inner), 0..8);
        let members = proptest::collection::vec(member, 0..8);
        prop_oneof![
            (space(), items).prop_map(|(empty, items)| wrapped('[', &items, &empty, ']')),
            (space(), members).prop_map(|(empty, members)| wrapped('{', &members, &empty, '}')),
        ]
    });
    padded(value)
}

fn padded(text: impl Strategy<Value = String>) -> impl Strategy<Value = String> {
    (space(), text, space()).prop_map(|(before, text, after)| before + &text + &after)
}

fn wrapped(open: char, entries: &[String], empty: &str, close: char) -> String {
    if entries.is_empty() {
        format!("{open}{empty}{close}")
    } else {
        format!("{open}{}{close}", entries.join(","))
    }
}

/// A JSON text with a few characters changed.
pub(crate) fn spoiled() -> impl Strategy<Value = String> {
    let grammar = "{}[],:\"\\\\'/#*-+.eE0123456789tfnu \n\t\r\u{0}\u{1F}\u{7F}é\u{FEFF}";
    let noise = prop_oneof![
        4 => prop::sample::select(grammar.chars().collect::<Vec<_>>()),
        1 => any::<char>(),
    ];
    let change = (any::<prop::sample::Index>(), 0..4_u8, noise);
    (text(), proptest::collection::vec(change, 1..4)).prop_map(|(text, changes)| {
        let mut characters: Vec<char> = text.chars().collect();
        for (index, kind, noise) in changes {
            if characters.is_empty() {
                break;
            }
            let at = index.index(characters.len());
            match kind {
                0 => drop(characters.remove(at)),
                1 => characters.insert(at, noise),
                2 => characters[at] = noise,
                _ => characters.truncate(at),
            }
        }
        characters.into_iter().collect()
    })
}

/// The value of a node, built through the public interface only; a later member replaces an earlier one.
pub(crate) fn value_of(node: Node<'_>) -> Value {
    match node.kind() {
        ValueKind::Null => Value::Null,
        ValueKind::Boolean => Value::from(node.as_bool()),
        ValueKind::Number => number_of(node.lexeme()),
        ValueKind::String => Value::from(node.as_str()),
        ValueKind::Array => node.elements().map(value_of).collect(),
        ValueKind::Object => {
            let named = |(key, value): (Node<'_>, Node<'_>)| {
                (key.as_str().expect("a key").to_owned(), value_of(value))
            };
            Value::Object(node.members().map(named).collect::<Map<_, _>>())
        }
    }
}

fn number_of(lexeme: &str) -> Value {
    if let Ok(number) = lexeme.parse::<u64>() {
        return Value::from(number);
    }
    match lexeme.parse::<i64>() {
        Ok(number) if lexeme != "-0" => Value::from(number),
        _ => Value::from(lexeme.parse::<f64>().expect("a number")),
    }
}

/// Compares acceptance and value with those of `serde_json`.
///
/// Exceptions, all accepted here only: numbers beyond `f64`, which stay text; the 128th level of nesting, since
/// `serde_json` allows 127. A byte-order mark is none: both refuse it.
fn agree(text: &str) -> Result<(), TestCaseError> {
    let mut tree = Tree::new(text.to_owned());
    let found = tree.parse_document().map(value_of_finite);
    match (found, serde_json::from_str::<Value>(text)) {
        (Ok(Some(found)), Ok(expected)) => prop_assert_eq!(found, expected),
        (Ok(None), Err(error)) => {
            prop_assert!(error.to_string().contains("number out of range"), "{error}");
        }
        (Err(error), Err(_)) => prop_assert_eq!(misplaced(text, error), None),
        (found, expected) => prop_assert!(false, "{text:?}: {found:?}, serde_json {expected:?}"),
    }
    Ok(())
}

/// The value, nothing where a number in it is beyond `f64`.
fn value_of_finite(root: Node<'_>) -> Option<Value> {
    let beyond = |node: Node<'_>| {
        node.kind() == ValueKind::Number && node.lexeme().parse::<f64>().is_ok_and(f64::is_infinite)
    };
    (!nodes(root).any(beyond)).then(|| value_of(root))
}

/// Every value and key of a root.
fn nodes(root: Node<'_>) -> impl Iterator<Item = Node<'_>> {
    (root.index()..root.end_index()).map(move |index| root.tree().node(index))
}

fn values_agree() {
    check(800, &text(), |text| {
        prop_assert!(Tree::new(text.clone()).parse_document().is_ok(), "{text:?}");
        agree(&text)
    });
}

fn spoiled_agree() {
    check(3000, &spoiled(), |text| agree(&text));
}

fn any_agree() {
    check(2000, &"[\\[\\]{}:,\"\\\\ \na-f0-9u.eE+-]{0,12}", |text| {
        agree(&text)
    });
    check(1000, &any::<String>(), |text| agree(&text));
}

fn spans() {
    check(800, &text(), |text| {
        let mut tree = Tree::new(text);
        let Some(root) = tree
            .parse_document()
            .ok()
            .filter(|&root| value_of_finite(root).is_some())
        else {
            return Ok(());
        };
        for node in nodes(root) {
            prop_assert_eq!(node.span().slice(root.tree().text()), node.lexeme());
            let again: Value = serde_json::from_str(node.lexeme()).expect("a lexeme is JSON");
            prop_assert_eq!(value_of(node), again);
            prop_assert_eq!(node.lexeme().trim(), node.lexeme());
            prop_assert_eq!(node.elements().len(), node.elements().count());
            prop_assert!(node.same_value(node));
        }
        Ok(())
    });
}

fn pointers() {
    check(700, &text(), |text| {
        let mut tree = Tree::new(text);
        let root = tree.parse_document().expect("JSON");
        prop_assert_eq!(root.pointer_from(root), "");
        prop_assert_eq!(
            value_of(root),
            value_of(root.at_pointer("").expect("itself"))
        );
        for node in nodes(root) {
            prop_assert_eq!(
                root.tree().root_of(node.index()).map(Node::index),
                Some(root.index())
            );
            let pointer = node.pointer_from(root);
            if node.is_key() {
                let value = root.tree().node(node.index() + 1);
                prop_assert_eq!(
                    root.tree().key_of(value.index()).map(Node::index),
                    Some(node.index())
                );
                prop_assert_eq!(value.pointer_from(root), pointer);
                continue;
            }
            let there = root.at_pointer(&pointer);
            if replaced(node) {
                // The pointer leads to the value that counts, if the last one has such a place at all.
                prop_assert_ne!(there.map(Node::index), Some(node.index()));
            } else {
                prop_assert_eq!(there.map(Node::index), Some(node.index()));
            }
        }
        Ok(())
    });
}

/// Whether a later member with the same key takes the place of the node or of what contains it.
fn replaced(node: Node<'_>) -> bool {
    let tree = node.tree();
    let around =
        |&key: &u32| tree.node(key).is_key() && tree.node(key + 1).end_index() > node.index();
    (0..node.index()).filter(around).any(|key| {
        let repeats = tree.duplicates();
        let first = repeats
            .iter()
            .find(|repeat| repeat.again == key)
            .map_or(key, |repeat| repeat.first);
        repeats
            .iter()
            .any(|repeat| repeat.first == first && repeat.again > key)
    })
}

fn strict_pointers() {
    let mut tree =
        Tree::new(r#"{"a": [10, {"": 11, "~1": 12, "0": 13}], "01": 14, "+1": 15}"#.to_owned());
    let root = tree.parse_document().expect("JSON");
    for (pointer, lexeme) in [
        ("/a/0", Some("10")),
        ("/a/1/", Some("11")),
        ("/a/1/~01", Some("12")),
        ("/a/1/0", Some("13")),
        ("/01", Some("14")),
        ("/+1", Some("15")),
        ("/a/01", None),
        ("/a/+1", None),
        ("/a/-", None),
        ("/a/2", None),
        ("/a/", None),
        ("/a/0/0", None),
        ("/a/99999999999999999999", None),
        ("a", None),
        ("a/0", None),
        ("/b", None),
    ] {
        assert_eq!(
            root.at_pointer(pointer).map(Node::lexeme),
            lexeme,
            "{pointer}"
        );
    }
}

fn duplicates() {
    let many = proptest::collection::vec((key(), number()), 0..80)
        .prop_map(|members| {
            members
                .iter()
                .map(|(key, value)| format!("{key}:{value}"))
                .collect::<Vec<_>>()
        })
        .prop_map(|members| wrapped('{', &members, "", '}'));
    check(500, &prop_oneof![text(), many], |text| {
        let mut tree = Tree::new(text);
        let root = tree.parse_document().expect("JSON");
        let expected: BTreeSet<(u32, u32, u32)> = nodes(root).flat_map(repeats).collect();
        let listed = root.tree().duplicates().iter();
        let found: BTreeSet<_> = listed
            .map(|repeat| (repeat.object, repeat.first, repeat.again))
            .collect();
        prop_assert_eq!(root.tree().duplicates().len(), found.len());
        prop_assert_eq!(found, expected);
        for object in nodes(root) {
            for (key, _) in object.members() {
                let name = key.as_str().expect("a key");
                let last = object
                    .members()
                    .filter(|(other, _)| other.as_str() == Some(name))
                    .last();
                let counts = object
                    .member(name)
                    .map(|(key, value)| (key.index(), value.index()));
                prop_assert_eq!(
                    counts,
                    last.map(|(key, value)| (key.index(), value.index()))
                );
            }
        }
        Ok(())
    });
}

/// Object, first and repeated key of every repetition in an object, the slow way.
fn repeats(object: Node<'_>) -> Vec<(u32, u32, u32)> {
    let keys: Vec<Node<'_>> = object.members().map(|(key, _)| key).collect();
    let mut repeats = Vec::new();
    for (position, again) in keys.iter().enumerate() {
        let first = keys[..position]
            .iter()
            .find(|key| key.as_str() == again.as_str());
        repeats.extend(first.map(|first| (object.index(), first.index(), again.index())));
    }
    repeats
}

fn lines() {
    let line = prop_oneof![text(), spoiled()].prop_map(|text| text.replace('\n', " "));
    check(300, &proptest::collection::vec(line, 0..8), |lines| {
        let text = lines.join("\n");
        let mut tree = Tree::new(text.clone());
        let mut start = 0;
        for line in &lines {
            let offset = u32::try_from(start).expect("a short text");
            let within = Span::new(
                offset,
                offset + u32::try_from(line.len()).expect("a short line"),
            );
            let mut alone = Tree::new(line.clone());
            match (tree.parse_value(within).map(|_| ()), alone.parse_document()) {
                (Ok(()), Ok(root)) => {
                    let last = tree.roots().last().expect("a root");
                    prop_assert_eq!(last.lexeme(), root.lexeme());
                    prop_assert_eq!(last.span().start, root.span().start + offset);
                    prop_assert!(last.same_value(root));
                }
                (Err(found), Err(error)) => {
                    prop_assert_eq!(found.slip, error.slip);
                    let moved = |span: Span| Span::new(span.start + offset, span.end + offset);
                    prop_assert_eq!(found.span, moved(error.span));
                    prop_assert_eq!(found.opening, error.opening.map(moved));
                }
                (found, alone) => prop_assert!(false, "{line:?}: {found:?}, alone {alone:?}"),
            }
            start += line.len() + 1;
        }
        Ok(())
    });
}

fn reuse() {
    let mut tree = Tree::default();
    check_reuse(&mut tree, r#"{"a": "\n", "a": [1, "\u0041"]}"#, 1);
    check_reuse(&mut tree, "[1, {\"b\": \"\\t\", \"b\": 2,", 0);
    check_reuse(&mut tree, r#"["\t", {"b": "\"", "b": "\\"}]"#, 1);
    check_reuse(&mut tree, "", 0);
    tree.shrink();
    check_reuse(&mut tree, "7", 0);
}

fn check_reuse(tree: &mut Tree, text: &str, duplicates: usize) {
    tree.reset(text.to_owned());
    assert_eq!(tree.roots().len(), 0);
    let parsed = tree.parse_document().ok().map(value_of);
    assert_eq!(parsed, serde_json::from_str(text).ok());
    // A second parse of the same text replaces the first.
    assert_eq!(tree.parse_document().ok().map(value_of), parsed);
    assert_eq!(tree.roots().len(), usize::from(parsed.is_some()));
    assert_eq!(tree.duplicates().len(), duplicates);
    assert_eq!(tree.reset(String::new()), text);
}

fn exceptions() {
    let accepted = |text: &str| Tree::new(text.to_owned()).parse_document().is_ok();
    for number in ["1e400", "-1e309", "[1, 123e4567]"] {
        assert!(
            accepted(number) && serde_json::from_str::<Value>(number).is_err(),
            "{number}"
        );
    }
    let nested = |levels: usize| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
    for (levels, here, there) in [
        (DEPTH_LIMIT - 1, true, true),
        (DEPTH_LIMIT, true, false),
        (DEPTH_LIMIT + 1, false, false),
    ] {
        assert_eq!(accepted(&nested(levels)), here);
        assert_eq!(
            serde_json::from_str::<Value>(&nested(levels)).is_ok(),
            there
        );
    }
    let marked = "\u{FEFF}{}";
    let error = Tree::new(marked.to_owned())
        .parse_document()
        .map(|_| ())
        .expect_err("a mark");
    assert_eq!(error.slip, Slip::OtherSpace);
    assert!(serde_json::from_str::<Value>(marked).is_err());
}
