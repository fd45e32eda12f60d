//! Members found by their keys: one by one, several at once, as the validator looks for them.

use libtest_mimic::Trial;
use missionlint_tape::{Keys, Node, SchemaSet, Tree};

use crate::trial;

pub(crate) fn trials() -> Vec<Trial> {
    vec![
        trial("lookups::keys_that_look_alike_are_told_apart", alike),
        trial("lookups::keys_with_escapes_are_found", escaped),
        trial("lookups::the_last_of_repeated_keys_counts", repeated),
        trial("lookups::required_members_are_told_apart", required),
    ]
}

/// Asserts that members are found with these numbers, one by one and at once.
#[track_caller]
fn assert_found<const N: usize>(text: &str, expected: [(&'static str, Option<i64>); N]) {
    let mut tree = Tree::new(text.to_owned());
    let root = tree.parse_document().expect("the text is JSON");
    let number = |value: Option<Node<'_>>| value.and_then(Node::as_i64);
    let together = root.get_each(&Keys::new(expected.map(|(key, _)| key)));
    for ((key, expected), value) in expected.into_iter().zip(together) {
        assert_eq!(number(root.get(key)), expected, "{key} of {text}");
        assert_eq!(number(value), expected, "{key} of {text}, with others");
    }
}

/// Keys with the same length, first and last byte.
fn alike() {
    assert_found(
        r#"{"axc": 1, "abc": 2, "ayc": 3, "": 4, "a": 5}"#,
        [
            ("ayc", Some(3)),
            ("abc", Some(2)),
            ("azc", None),
            ("axc", Some(1)),
            ("", Some(4)),
            ("a", Some(5)),
            ("aa", None),
        ],
    );
}

fn escaped() {
    assert_found(
        r#"{"a\u0062c": 1, "\u0061xc": 2, "\n": 3, "kind": 4}"#,
        [
            ("kind", Some(4)),
            ("axc", Some(2)),
            ("abc", Some(1)),
            ("\n", Some(3)),
            ("\\n", None),
        ],
    );
}

fn repeated() {
    assert_found(
        r#"{"abc": 1, "axc": 2, "a\u0062c": 3, "axc": 4, "ayc": 5}"#,
        [("axc", Some(4)), ("abc", Some(3)), ("ayc", Some(5))],
    );
}

fn required() {
    for count in 1..=5 {
        let names = &["abc", "axc", "ayc", "azc", "a"][..count];
        let uri = "https://example.org/required.schema.json";
        let schema = format!(
            r#"{{"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "{uri}", "required": {names:?}}}"#
        );
        let set = SchemaSet::parse([(uri, schema.as_str())]).expect("a schema");
        let validator = set.compile(uri).expect("a sound schema");
        let object = |names: &[&str]| {
            let members: Vec<String> = names.iter().map(|name| format!("{name:?}: 1")).collect();
            format!("{{{}, \"adc\": 2}}", members.join(", "))
        };
        let is_valid = |text: String| {
            let mut tree = Tree::new(text);
            validator.is_valid(tree.parse_document().expect("the text is JSON"))
        };
        assert!(is_valid(object(names)), "{names:?}");
        for missing in 0..count {
            let mut others = names.to_vec();
            others[missing] = "aec";
            assert!(!is_valid(object(&others)), "{others:?} for {names:?}");
        }
    }
}
