//! Going on after slips: every slip is named once, and what is not touched by one is kept.

use std::path::Path;

use libtest_mimic::{Failed, Trial};
use missionlint_tape::{Node, Recovered, SLIP_LIMIT, Slip, Tree};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::json_test_suite::{FOLDER, misplaced, texts};
use crate::slips::EXAMPLES;
use crate::texts::{check, spoiled, text, value_of};
use crate::{suites, trial, verdict};

pub(crate) fn trials() -> Vec<Trial> {
    vec![
        suites::trial("recovery::invalid_texts_have_slips", FOLDER, invalid),
        trial("recovery::valid_texts_have_none", valid),
        trial("recovery::spoiled_texts_have_slips", any_spoiled),
        trial("recovery::any_characters_are_read", any_characters),
        Trial::test("recovery::examples_are_one_slip_each", examples),
        Trial::test("recovery::one_slip_is_one_error", planted),
        trial("recovery::each_of_many_slips_is_named", many),
        trial("recovery::comments_are_named_once", comments),
        trial(
            "recovery::a_member_left_out_takes_no_other_with_it",
            left_out,
        ),
        trial("recovery::holes_lie_in_their_containers", holes_inside),
        trial("recovery::slips_have_a_limit", limit),
        trial(
            "recovery::large_hostile_texts_come_to_an_end",
            large_hostile_texts,
        ),
    ]
}

fn recover(text: &str) -> (Tree, Recovered) {
    let mut tree = Tree::new(text.to_owned());
    let found = tree.recover_document();
    (tree, found)
}

/// What is inconsistent about a recovery, if anything.
fn inconsistent(tree: &Tree, found: &Recovered) -> Option<String> {
    let text = tree.text();
    if let Some(why) = found
        .errors
        .iter()
        .find_map(|error| misplaced(text, *error))
    {
        return Some(why);
    }
    let listed: Vec<u32> = tree.roots().map(Node::index).collect();
    if listed != found.roots {
        return Some("the roots differ".to_owned());
    }
    let end = tree.roots().last().map_or(0, Node::end_index);
    let mut next = 0;
    for root in tree.roots() {
        if root.index() != next {
            return Some(format!("{root:?} does not follow the last root"));
        }
        next = root.end_index();
        if let Some(why) = askew(root) {
            return Some(why);
        }
    }
    let inside = |tokens: &[u32]| tokens.iter().all(|&token| token < end);
    (!inside(&found.holes) || !inside(&found.lossy))
        .then(|| "a token is beyond the tape".to_owned())
}

/// What is wrong with the tape below a value, if anything.
fn askew(value: Node<'_>) -> Option<String> {
    let text = value.tree().text();
    let mut start = value.span().start;
    for index in value.index()..value.end_index() {
        let node = value.tree().node(index);
        let span = node.span();
        if text.get(span.start as usize..span.end as usize).is_none() {
            return Some(format!("{span:?} is not within the text"));
        }
        if span.start < start || node.end_index() > value.end_index() {
            return Some(format!("{node:?} is out of order"));
        }
        start = span.start;
        let counted = node.elements().count();
        if counted != node.elements().len() {
            return Some(format!("{node:?} has {counted} elements"));
        }
        if node
            .members()
            .any(|(key, value)| !key.is_key() || value.is_key())
        {
            return Some(format!("{node:?} mixes keys and values"));
        }
        let _ = node.as_str();
    }
    None
}

fn invalid(folder: &Path) -> Result<(), Failed> {
    let mut complaints = Vec::new();
    for (name, bytes) in texts(folder, "n_")? {
        let (tree, found) = recover(&String::from_utf8_lossy(&bytes));
        if found.errors.is_empty() && String::from_utf8(bytes).is_ok() {
            complaints.push(format!("{name}: no slip"));
        }
        complaints.extend(inconsistent(&tree, &found).map(|why| format!("{name}: {why}")));
    }
    verdict(&complaints)
}

fn valid() {
    check(800, &text(), |text| {
        let (tree, found) = recover(&text);
        let mut strict = Tree::new(text);
        let root = strict.parse_document().expect("JSON");
        let nothing = Recovered {
            roots: vec![0],
            ..Recovered::default()
        };
        prop_assert_eq!(found, nothing);
        let tokens = |root: Node<'_>| -> Vec<String> {
            (root.index()..root.end_index())
                .map(|index| {
                    let node = root.tree().node(index);
                    let span = node.span();
                    let (kind, next) = (node.kind(), node.end_index());
                    format!(
                        "{kind:?} {span:?} {next} {:?} {}",
                        node.as_str(),
                        node.is_key()
                    )
                })
                .collect()
        };
        let same = tree.roots().next().map(tokens);
        prop_assert_eq!(same, Some(tokens(root)));
        prop_assert_eq!(tree.duplicates(), root.tree().duplicates());
        Ok(())
    });
}

fn sound(text: &str) -> Result<(), TestCaseError> {
    let (tree, found) = recover(text);
    prop_assert_eq!(inconsistent(&tree, &found), None, "{:?}", text);
    let valid = Tree::new(text.to_owned()).parse_document().is_ok();
    prop_assert_eq!(found.errors.is_empty(), valid, "{:?}", text);
    Ok(())
}

fn any_spoiled() {
    check(6000, &spoiled(), |text| sound(&text));
}

fn any_characters() {
    check(
        6000,
        &"[\\[\\]{}:,\"'\\\\ \na-f0-9u.eE+/*#-]{0,24}",
        |text| sound(&text),
    );
    check(
        3000,
        &"([\\[\\]{}:,\"'\n ;=>(),«»“”\u{A0}，a1]|\"a\": ?|<<<<<<<\n|\n=======\n|\n>>>>>>>|new |f\\(){0,16}",
        |text| sound(&text),
    );
    check(2000, &any::<String>(), |text| sound(&text));
    check(
        2000,
        &proptest::collection::vec(any::<u8>(), 0..60),
        |bytes| sound(&String::from_utf8_lossy(&bytes)),
    );
}

/// The examples of single slips; those that hold two are left to other tests.
fn examples() -> Result<(), Failed> {
    let mut complaints = Vec::new();
    for &(example, slip, _, _) in EXAMPLES {
        let (tree, found) = recover(example);
        complaints.extend(inconsistent(&tree, &found).map(|why| format!("{example:?}: {why}")));
        let slips: Vec<Slip> = found.errors.iter().map(|error| error.slip).collect();
        if slips.first() != Some(&slip) {
            complaints.push(format!("{example:?}: {slips:?}, not {slip:?}"));
        }
        if slips.len() != 1 && !TWO_SLIPS.contains(&example) {
            complaints.push(format!("{example:?}: {slips:?}"));
        }
    }
    verdict(&complaints)
}

const TWO_SLIPS: [&str; 4] = [r#""\u12"#, r#""\udc00\ud800""#, "[{\"a\":]", "['a\n']"];

const DOCUMENT: &str = r#"[
  {
    "id": "A-1",
    "tags": [
      "red",
      "green"
    ],
    "place": {
      "town": "Gao",
      "code": 7
    },
    "count": 12,
    "open": true
  },
  {
    "id": "A-2",
    "note": "second"
  },
  {
    "id": "A-3",
    "note": "third"
  }
]
"#;

/// What is replaced once by what, the slip that makes, where values may differ (pointers), and whether something is
/// marked as not known or lacking.
const PLANTED: &[(&str, &str, Slip, &[&str], bool)] = &[
    (
        "\"count\"",
        "// counted\n    \"count\"",
        Slip::Comment,
        &[],
        false,
    ),
    ("12,", "12, /* a, b */", Slip::Comment, &[], false),
    ("true\n", "true,\n", Slip::TrailingComma, &[], false),
    (
        "\"green\"\n",
        "\"green\",\n",
        Slip::TrailingComma,
        &[],
        false,
    ),
    ("12,", "12,,", Slip::ExtraComma, &[], false),
    ("\"red\",", "\"red\",,", Slip::ExtraComma, &[], false),
    ("12,", "12", Slip::MissingComma, &[], false),
    ("\"red\",", "\"red\"", Slip::MissingComma, &[], false),
    ("],\n", "]\n", Slip::MissingComma, &[], false),
    (
        "},\n  {\n    \"id\": \"A-2\"",
        "}\n  {\n    \"id\": \"A-2\"",
        Slip::MissingComma,
        &[],
        false,
    ),
    ("\"count\":", "\"count\"", Slip::MissingColon, &[], false),
    ("\"count\":", "\"count\" =", Slip::WrongColon, &[], false),
    (
        "\"count\": 12",
        "\"count\":",
        Slip::ExtraComma,
        &["/0/count"],
        true,
    ),
    ("true", "", Slip::MissingValue, &["/0/open"], true),
    ("\"Gao\"", "'Gao'", Slip::SingleQuotes, &[], false),
    ("\"town\"", "'town'", Slip::SingleQuotes, &[], false),
    ("\"town\"", "town", Slip::UnquotedKey, &[], false),
    ("\"town\"", "town\"", Slip::UnopenedString, &[], false),
    ("\"Gao\"", "Gao", Slip::BareWord, &["/0/place/town"], true),
    ("\"Gao\"", "Gao\"", Slip::UnopenedString, &[], false),
    ("true", "True", Slip::ForeignWord, &["/0/open"], true),
    ("12", "NaN", Slip::NotANumber, &["/0/count"], true),
    ("12", "-Infinity", Slip::NotANumber, &["/0/count"], true),
    ("12", "012", Slip::MalformedNumber, &["/0/count"], true),
    ("12", "2025-03-05", Slip::UnquotedDate, &["/0/count"], true),
    ("12", "12/3", Slip::MissingComma, &["/0/count"], true),
    ("Gao", r"G\ao", Slip::BadEscape, &["/0/place/town"], true),
    (
        "Gao",
        r"G\ud83dao",
        Slip::LoneSurrogate,
        &["/0/place/town"],
        true,
    ),
    (
        "Gao",
        "G\tao",
        Slip::ControlCharacter,
        &["/0/place/town"],
        false,
    ),
    ("town", r"to\wn", Slip::BadEscape, &["/0/place/town"], true),
    ("tags", "ta\tgs", Slip::ControlCharacter, &["/0/tags"], true),
    (
        "\"Gao\",",
        "\"Gao,",
        Slip::UnclosedString,
        &["/0/place/town"],
        true,
    ),
    (
        "\"third\"",
        "\"third",
        Slip::UnclosedString,
        &["/2/note"],
        true,
    ),
    ("\"town\":", "\"town:", Slip::UnclosedString, &[], false),
    ("\"tags\":", "\"tags:", Slip::UnclosedString, &[], false),
    ("\n    ],", "", Slip::UnclosedBracket, &[], true),
    ("\n    ],", ",", Slip::UnclosedBracket, &[], true),
    (
        "  },\n  {\n    \"id\": \"A-3\"",
        "  {\n    \"id\": \"A-3\"",
        Slip::UnclosedBracket,
        &[],
        true,
    ),
    ("  ],", "  },", Slip::MismatchedBracket, &[], true),
    ("\n    },", "\n    ],", Slip::MismatchedBracket, &[], true),
    (
        "\n  }\n]\n",
        "\n  ]\n]\n",
        Slip::MismatchedBracket,
        &[],
        true,
    ),
    ("]\n", "]\n]\n", Slip::ExtraBracket, &[], false),
    ("\n  }\n]\n", "\n", Slip::UnclosedBracket, &[], true),
    ("\n]\n", "\n", Slip::UnclosedBracket, &[], true),
    ("\n]\n", "\n]\n{}\n", Slip::SecondValue, &[], false),
    ("\n]\n", "\n]\nthe end\n", Slip::TrailingText, &[], true),
    (
        "7",
        "@",
        Slip::UnexpectedCharacter,
        &["/0/place/code"],
        true,
    ),
    ("\"Gao\"", "“Gao”", Slip::TypographicQuotes, &[], false),
];

/// One slip in a document: one error of its name, and all values elsewhere are kept.
fn planted() -> Result<(), Failed> {
    let mut complaints = Vec::new();
    for &(from, to, slip, touched, marked) in PLANTED {
        let at = if from.ends_with("]\n") || from == "]\n" {
            DOCUMENT.rfind(from)
        } else {
            DOCUMENT.find(from)
        };
        let at = at.expect("part of the document");
        let text = format!("{}{to}{}", &DOCUMENT[..at], &DOCUMENT[at + from.len()..]);
        let (tree, found) = recover(&text);
        complaints.extend(inconsistent(&tree, &found).map(|why| format!("{to:?}: {why}")));
        let slips: Vec<Slip> = found.errors.iter().map(|error| error.slip).collect();
        if slips != [slip] {
            complaints.push(format!("{to:?} for {from:?}: {slips:?}, not {slip:?}"));
        }
        let unsure = found.lost || !found.holes.is_empty() || !found.lossy.is_empty();
        if unsure != marked {
            complaints.push(format!("{to:?} for {from:?}: marked {unsure}"));
        }
        let mut expected: Value = serde_json::from_str(DOCUMENT).expect("JSON");
        let mut read = tree.roots().next().map_or(Value::Null, value_of);
        for pointer in touched {
            for value in [&mut expected, &mut read] {
                let (object, key) = pointer.rsplit_once('/').expect("a member");
                if let Some(Value::Object(members)) = value.pointer_mut(object) {
                    members.remove(key);
                }
            }
        }
        if expected != read {
            complaints.push(format!("{to:?} for {from:?}:\n{read}\n{expected}"));
        }
    }
    verdict(&complaints)
}

fn many() {
    let text = "{\n  // one\n  \"a\": 1,,\n  b: 'two',\n  \"c\": [1, 2,],\n  \"d\": NaN\n  \"e\": \"x\ty\",\n  \"f\": 6,\n}\n";
    let (tree, found) = recover(text);
    let slips: Vec<Slip> = found.errors.iter().map(|error| error.slip).collect();
    assert_eq!(
        slips,
        [
            Slip::Comment,
            Slip::ExtraComma,
            Slip::UnquotedKey,
            Slip::SingleQuotes,
            Slip::TrailingComma,
            Slip::NotANumber,
            Slip::MissingComma,
            Slip::ControlCharacter,
            Slip::TrailingComma,
        ]
    );
    let root = tree.roots().next().expect("a root");
    let expected = json!({"a": 1, "b": "two", "c": [1, 2], "d": null, "e": "x\ty", "f": 6});
    assert_eq!(value_of(root), expected);
    let holes: Vec<&str> = found
        .holes
        .iter()
        .map(|&token| tree.node(token).lexeme())
        .collect();
    assert_eq!(holes, ["NaN"]);
    assert_eq!((found.lossy, found.lost), (Vec::new(), false));
}

fn comments() {
    for (text, expected) in [
        (
            "{\"a\" /* b */ }",
            [Slip::Comment, Slip::MissingColon].as_slice(),
        ),
        (
            "{\"a\n // b\n\"c\": 1}",
            [Slip::UnclosedString, Slip::Comment].as_slice(),
        ),
        (
            "{\"a\\x\" // b\n: 1}",
            [Slip::BadEscape, Slip::Comment].as_slice(),
        ),
    ] {
        let (_, found) = recover(text);
        let slips: Vec<Slip> = found.errors.iter().map(|error| error.slip).collect();
        assert_eq!(slips, expected, "{text}");
    }
}

fn left_out() {
    // The key of the array is no sound string; the array does not end before the next key.
    let (tree, found) = recover("{\"a\": 1, \"b[\n\"a\": 2, \"c\": 3}");
    let root = tree.roots().next().expect("a root");
    assert_eq!(value_of(root), json!({"a": 2, "c": 3}));
    assert_eq!(root.get("a").map(Node::lexeme), Some("2"));
    assert_eq!(found.lossy, [0]);
    assert_eq!(tree.duplicates().len(), 1);
}

fn holes_inside() {
    for text in ["{\"a\": {\"b\": \n ", "[[\"a\", @"] {
        let (tree, found) = recover(text);
        assert!(!found.holes.is_empty(), "{text:?}");
        for &hole in &found.holes {
            let hole = tree.node(hole).span();
            for root in tree.roots() {
                assert!(hole.end <= root.span().end, "{text:?}");
            }
        }
    }
}

fn limit() {
    let (tree, found) = recover(&format!("[{}1]", "NaN, ".repeat(3 * SLIP_LIMIT)));
    assert_eq!(found.errors.len(), SLIP_LIMIT);
    assert!(found.lost, "the rest is not read");
    assert_eq!(found.lossy, [0]);
    assert_eq!(tree.roots().len(), 1);
    for open in ["[", "{\"a\":", "[{\"a\":"] {
        let (tree, found) = recover(&open.repeat(10_000));
        let slips: Vec<Slip> = found.errors.iter().map(|error| error.slip).collect();
        assert_eq!(slips, [Slip::TooDeep]);
        assert_eq!(inconsistent(&tree, &found), None);
    }
}

/// Hostile repetition: whatever it is, recovery comes to an end and what it gives hangs together. Quadratic work on
/// texts of this size would not end within the patience of whoever runs the tests.
fn large_hostile_texts() {
    for part in [
        "[",
        "{\"a\":[",
        "\"",
        "'",
        "{",
        "}",
        "]",
        "a ",
        ",",
        "\"a\":",
        "/*",
        "[]",
        "\"\\",
        "[\"a\",1 2,",
        "x\n\n  }",
        "“",
        "'a",
        "<<<<<<<\n",
        "\n=======\n",
        "(",
        "f(",
        "\u{A0}",
        "\u{A0}x",
        ";",
        "\"a\": 1, ",
        "\"a\": 1}, ",
        "[\"a\": ",
        "}}, ",
        "]]",
        "{{",
        "\"a\n",
        "\"\\\"\n",
        "1,1",
        "=>",
    ] {
        let text = format!("[{{\"k\": {}", part.repeat(200_000));
        let (tree, found) = recover(&text);
        assert_eq!(inconsistent(&tree, &found), None, "{part}");
    }
}
