//! Every kind of slip: an example, and the exact bytes it is reported at.

use libtest_mimic::{Failed, Trial};
use missionlint_tape::{DEPTH_LIMIT, Slip, Span, SyntaxError, Tree};

use crate::json_test_suite::misplaced;
use crate::{trial, verdict};

pub(crate) fn trials() -> Vec<Trial> {
    vec![
        Trial::test("slips::examples_have_their_slip_and_span", || {
            in_context("", "")
        }),
        Trial::test("slips::examples_in_a_line_have_them_too", || {
            in_context("{\"é\": [1, 2]}\n", "\n{\"*/\": '}']\n")
        }),
        trial("slips::every_slip_has_an_example", every_slip),
        trial("slips::codes_differ", codes),
        trial("slips::nesting_has_a_limit", nesting),
        trial("slips::a_failed_line_leaves_the_others", lines),
        trial("slips::spans_outside_the_text_are_no_document", outside),
    ]
}

/// Text, slip, the span as the text before it and the text in it, and the opening bracket's position.
pub(crate) type Example = (
    &'static str,
    Slip,
    (&'static str, &'static str),
    Option<u32>,
);

pub(crate) const EXAMPLES: &[Example] = &[
    ("", Slip::EmptyDocument, ("", ""), None),
    (" \r\n\t", Slip::EmptyDocument, (" \r\n\t", ""), None),
    ("1 2", Slip::SecondValue, ("1 ", "2"), None),
    ("{} {}", Slip::SecondValue, ("{} ", "{"), None),
    (
        "null nothing",
        Slip::TrailingText,
        ("null ", "nothing"),
        None,
    ),
    ("// a", Slip::Comment, ("", "// a"), None),
    ("1 # a \r\n", Slip::Comment, ("1 ", "# a"), None),
    (
        "[1, /* é */ 2]",
        Slip::Comment,
        ("[1, ", "/* é */"),
        Some(0),
    ),
    ("[1 /* open", Slip::Comment, ("[1 ", "/* open"), Some(0)),
    ("{// a\n}", Slip::Comment, ("{", "// a"), Some(0)),
    (
        "{\"a\" /* b */: 1}",
        Slip::Comment,
        ("{\"a\" ", "/* b */"),
        Some(0),
    ),
    (
        "{\"a\": //\n 1}",
        Slip::Comment,
        ("{\"a\": ", "//"),
        Some(0),
    ),
    ("[1, 2, ]", Slip::TrailingComma, ("[1, 2", ","), Some(0)),
    (
        "{\"a\": 1,\n}",
        Slip::TrailingComma,
        ("{\"a\": 1", ","),
        Some(0),
    ),
    ("[1,, 2]", Slip::ExtraComma, ("[1,", ","), Some(0)),
    ("[,1]", Slip::ExtraComma, ("[", ","), Some(0)),
    ("{, \"a\": 1}", Slip::ExtraComma, ("{", ","), Some(0)),
    (",", Slip::ExtraComma, ("", ","), None),
    ("1,", Slip::ExtraComma, ("1", ","), None),
    ("{\"a\": ,}", Slip::ExtraComma, ("{\"a\": ", ","), Some(0)),
    ("[1 2]", Slip::MissingComma, ("[1 ", "2"), Some(0)),
    (
        "{\"a\": 1 \"b\": 2}",
        Slip::MissingComma,
        ("{\"a\": 1 ", "\""),
        Some(0),
    ),
    ("[\"a\": 1]", Slip::MissingComma, ("[\"a\"", ":"), Some(0)),
    ("[\"a\"é]", Slip::MissingComma, ("[\"a\"", "é"), Some(0)),
    ("{\"a\" 1}", Slip::MissingColon, ("{\"a\" ", "1"), Some(0)),
    ("{\"a\"}", Slip::MissingColon, ("{\"a\"", "}"), Some(0)),
    (
        "{\"a\\n\" = 1}",
        Slip::WrongColon,
        ("{\"a\\n\" ", "="),
        Some(0),
    ),
    ("{\"a\": }", Slip::MissingValue, ("{\"a\": ", "}"), Some(0)),
    ("[{\"a\":]", Slip::MissingValue, ("[{\"a\":", "]"), Some(1)),
    ("['a', 1]", Slip::SingleQuotes, ("[", "'a'"), Some(0)),
    ("{'é': 1}", Slip::SingleQuotes, ("{", "'é'"), Some(0)),
    ("['a\n']", Slip::SingleQuotes, ("[", "'"), Some(0)),
    ("{a-b: 1}", Slip::UnquotedKey, ("{", "a-b"), Some(0)),
    (
        "{\"a\": 1, $id: 2}",
        Slip::UnquotedKey,
        ("{\"a\": 1, ", "$id"),
        Some(0),
    ),
    ("{1: 2}", Slip::UnquotedKey, ("{", "1"), Some(0)),
    ("[True]", Slip::ForeignWord, ("[", "True"), Some(0)),
    ("[1, None]", Slip::ForeignWord, ("[1, ", "None"), Some(0)),
    ("undefined", Slip::ForeignWord, ("", "undefined"), None),
    ("[none]", Slip::BareWord, ("[", "none"), Some(0)),
    ("yes", Slip::BareWord, ("", "yes"), None),
    ("nulls", Slip::BareWord, ("", "nulls"), None),
    ("true_", Slip::BareWord, ("", "true_"), None),
    ("[éa, 1]", Slip::BareWord, ("[", "éa"), Some(0)),
    ("{\"a\": tru}", Slip::BareWord, ("{\"a\": ", "tru"), Some(0)),
    ("NaN", Slip::NotANumber, ("", "NaN"), None),
    ("[nan]", Slip::NotANumber, ("[", "nan"), Some(0)),
    ("[-Infinity]", Slip::NotANumber, ("[", "-Infinity"), Some(0)),
    ("[+inf]", Slip::NotANumber, ("[", "+inf"), Some(0)),
    ("[012]", Slip::MalformedNumber, ("[", "012"), Some(0)),
    ("+1", Slip::MalformedNumber, ("", "+1"), None),
    (".5", Slip::MalformedNumber, ("", ".5"), None),
    ("[1.]", Slip::MalformedNumber, ("[", "1."), Some(0)),
    ("[1e+]", Slip::MalformedNumber, ("[", "1e+"), Some(0)),
    ("-", Slip::MalformedNumber, ("", "-"), None),
    ("[-]", Slip::MalformedNumber, ("[", "-"), Some(0)),
    ("0x1F", Slip::MalformedNumber, ("", "0x1F"), None),
    (
        "{\"on\": 2025-03-05}",
        Slip::UnquotedDate,
        ("{\"on\": ", "2025-03-05"),
        Some(0),
    ),
    (r#"["a\x"]"#, Slip::BadEscape, (r#"["a"#, r"\x"), Some(0)),
    (r#"["\é"]"#, Slip::BadEscape, (r#"[""#, r"\é"), Some(0)),
    (r#""\u12G4""#, Slip::BadEscape, ("\"", r"\u12"), None),
    (r#""\u12"#, Slip::BadEscape, ("\"", r"\u12"), None),
    (
        r#""\ud83d\u1""#,
        Slip::BadEscape,
        (r#""\ud83d"#, r"\u1"),
        None,
    ),
    ("\"a\\\nb\"", Slip::BadEscape, ("\"a", "\\\n"), None),
    (
        r#""a\ud83d""#,
        Slip::LoneSurrogate,
        ("\"a", r"\ud83d"),
        None,
    ),
    (
        r#""\udc00\ud800""#,
        Slip::LoneSurrogate,
        ("\"", r"\udc00"),
        None,
    ),
    (r#""\ud83dA""#, Slip::LoneSurrogate, ("\"", r"\ud83d"), None),
    (
        r#"{"\udead": 1}"#,
        Slip::LoneSurrogate,
        ("{\"", r"\udead"),
        Some(0),
    ),
    ("\"a\tb\"", Slip::ControlCharacter, ("\"a", "\t"), None),
    (
        "\"\\n\u{0}\"",
        Slip::ControlCharacter,
        ("\"\\n", "\u{0}"),
        None,
    ),
    (
        "{\"a\u{1F}\": 1}",
        Slip::ControlCharacter,
        ("{\"a", "\u{1F}"),
        Some(0),
    ),
    ("[\"abc", Slip::UnclosedString, ("[", "\"abc"), Some(0)),
    ("[\"abc\n]", Slip::UnclosedString, ("[", "\"abc"), Some(0)),
    ("\"\\\"", Slip::UnclosedString, ("", "\"\\\""), None),
    ("\"abc\\", Slip::UnclosedString, ("", "\"abc\\"), None),
    ("\"", Slip::UnclosedString, ("", "\""), None),
    ("[", Slip::UnclosedBracket, ("[", ""), Some(0)),
    ("[1", Slip::UnclosedBracket, ("[1", ""), Some(0)),
    ("[1, ", Slip::UnclosedBracket, ("[1, ", ""), Some(0)),
    ("[1, {", Slip::UnclosedBracket, ("[1, {", ""), Some(4)),
    ("{\"a\"", Slip::UnclosedBracket, ("{\"a\"", ""), Some(0)),
    ("{\"a\": ", Slip::UnclosedBracket, ("{\"a\": ", ""), Some(0)),
    (
        "{\"a\": {}, ",
        Slip::UnclosedBracket,
        ("{\"a\": {}, ", ""),
        Some(0),
    ),
    (
        "[{\"a\": 1]",
        Slip::MismatchedBracket,
        ("[{\"a\": 1", "]"),
        Some(1),
    ),
    ("[1}", Slip::MismatchedBracket, ("[1", "}"), Some(0)),
    ("[1}]", Slip::ExtraBracket, ("[1", "}"), Some(0)),
    ("{{\"a\": 1}", Slip::ExtraBracket, ("{", "{"), Some(0)),
    (
        "{\"a\": {\"b\": 1}}, \"c\": 2}",
        Slip::ExtraBracket,
        ("{\"a\": {\"b\": 1}", "}"),
        None,
    ),
    ("[1], 2]", Slip::ExtraBracket, ("[1", "]"), None),
    (
        "[{\"a\": {\"b\": 1}}, \"c\": 2}]",
        Slip::ExtraBracket,
        ("[{\"a\": {\"b\": 1}", "}"),
        Some(0),
    ),
    ("[\"é\": 1}]", Slip::MissingOpening, ("[", "\"é\""), Some(0)),
    (
        "{\"a\": \"b\": 1}}",
        Slip::MissingOpening,
        ("{\"a\": ", "\"b\""),
        Some(0),
    ),
    ("\"a\": 1}", Slip::MissingOpening, ("", "\"a\""), None),
    (
        "{\"a\": \"é\", \"b\"]}",
        Slip::MissingListOpening,
        ("{\"a\": ", "\"é\""),
        Some(0),
    ),
    (
        "{\"a\": {}, {}]}",
        Slip::MissingListOpening,
        ("{\"a\": ", "{"),
        Some(0),
    ),
    (
        "[\"a\": 1, \"b\": 2]",
        Slip::WrongBracket,
        ("", "["),
        Some(0),
    ),
    (
        "[\"a\": 1, \"b\": 2}",
        Slip::WrongBracket,
        ("", "["),
        Some(0),
    ),
    (
        "{\"a\": 1} (b)",
        Slip::TrailingText,
        ("{\"a\": 1} ", "("),
        None,
    ),
    ("[1; 2]", Slip::WrongComma, ("[1", ";"), Some(0)),
    (
        "{\"a\": 1，\"b\": 2}",
        Slip::WrongComma,
        ("{\"a\": 1", "，"),
        Some(0),
    ),
    (
        "{\"a\": 1،\"b\": 2}",
        Slip::WrongComma,
        ("{\"a\": 1", "،"),
        Some(0),
    ),
    ("{\"a\" => 1}", Slip::WrongColon, ("{\"a\" ", "=>"), Some(0)),
    ("{\"a\"：1}", Slip::WrongColon, ("{\"a\"", "："), Some(0)),
    ("{\"a\" -> 1}", Slip::WrongColon, ("{\"a\" ", "->"), Some(0)),
    ("[“a”]", Slip::TypographicQuotes, ("[", "“a”"), Some(0)),
    ("[„a“, 1]", Slip::TypographicQuotes, ("[", "„a“"), Some(0)),
    ("[« a »]", Slip::TypographicQuotes, ("[", "« a »"), Some(0)),
    ("[‘a’]", Slip::TypographicQuotes, ("[", "‘a’"), Some(0)),
    ("[“a\"]", Slip::TypographicQuotes, ("[", "“a\""), Some(0)),
    ("['a\"]", Slip::SingleQuotes, ("[", "'a\""), Some(0)),
    ("[`a\", 1]", Slip::Backticks, ("[", "`a\""), Some(0)),
    ("[«a\"]", Slip::TypographicQuotes, ("[", "«a\""), Some(0)),
    (
        "['a \"b\", c']",
        Slip::SingleQuotes,
        ("[", "'a \"b\", c'"),
        Some(0),
    ),
    ("{“a”: 1}", Slip::TypographicQuotes, ("{", "“a”"), Some(0)),
    ("[`a`]", Slip::Backticks, ("[", "`a`"), Some(0)),
    (
        "['l'eau', 1]",
        Slip::SingleQuotes,
        ("[", "'l'eau'"),
        Some(0),
    ),
    (
        "{\"a\": 1,5}",
        Slip::DecimalComma,
        ("{\"a\": ", "1,5"),
        Some(0),
    ),
    (
        "{\"a\": 1,000,000, \"b\": 2}",
        Slip::DecimalComma,
        ("{\"a\": ", "1,000,000"),
        Some(0),
    ),
    (
        "[datetime(2025, 1, 1).date(), 1]",
        Slip::ProgramCode,
        ("[", "datetime(2025, 1, 1).date()"),
        Some(0),
    ),
    (
        "[ObjectId(\"a)\")]",
        Slip::ProgramCode,
        ("[", "ObjectId(\"a)\")"),
        Some(0),
    ),
    (
        "[new Date()]",
        Slip::ProgramCode,
        ("[", "new Date()"),
        Some(0),
    ),
    (
        "[(1, (2), 3)]",
        Slip::ProgramCode,
        ("[", "(1, (2), 3)"),
        Some(0),
    ),
    (
        "var a = {\"b\": 1};",
        Slip::ProgramCode,
        ("", "var a ="),
        None,
    ),
    ("f({\"b\": 1})", Slip::ProgramCode, ("", "f("), None),
    ("[1_000]", Slip::MalformedNumber, ("[", "1_000"), Some(0)),
    (
        r#"["a "b" c"]"#,
        Slip::InnerQuote,
        (r#"["a "#, "\""),
        Some(0),
    ),
    (r#"["a""]"#, Slip::ExtraQuote, (r#"["a""#, "\""), Some(0)),
    (r#"{""a": 1}"#, Slip::ExtraQuote, ("{", "\""), Some(0)),
    (
        r#"[""a""]"#,
        Slip::DoubledQuotes,
        ("[", r#"""a"""#),
        Some(0),
    ),
    (
        r#"{\"a\": \"b\"}"#,
        Slip::EscapedQuotes,
        ("{", r#"\"a\""#),
        Some(0),
    ),
    (
        r#"{"a": b c", "d": 1}"#,
        Slip::UnopenedString,
        (r#"{"a": "#, "b c\""),
        Some(0),
    ),
    (r#"{a": 1}"#, Slip::UnopenedString, ("{", "a\""), Some(0)),
    (
        r#"["a" + "b"]"#,
        Slip::Concatenation,
        (r#"["a" "#, "+"),
        Some(0),
    ),
    ("[{{ a }}]", Slip::Placeholder, ("[", "{{ a }}"), Some(0)),
    (
        "{\"a\": ${b}}",
        Slip::Placeholder,
        ("{\"a\": ", "${b}"),
        Some(0),
    ),
    ("[<% a %>]", Slip::Placeholder, ("[", "<% a %>"), Some(0)),
    ("[#N/A, 1]", Slip::SpreadsheetError, ("[", "#N/A"), Some(0)),
    ("[10:30, 1]", Slip::UnquotedDate, ("[", "10:30"), Some(0)),
    (
        "[5/3/2025, 1]",
        Slip::UnquotedDate,
        ("[", "5/3/2025"),
        Some(0),
    ),
    ("{{\"a\": 1}, {}]", Slip::WrongBrace, ("", "{"), Some(0)),
    ("[1, 2)", Slip::RoundBracket, ("[1, 2", ")"), Some(0)),
    ("[(1, 2]]", Slip::RoundBracket, ("[", "("), Some(0)),
    ("[1\u{A0}, 2]", Slip::OtherSpace, ("[1", "\u{A0}"), Some(0)),
    (
        "[\u{200B}\u{3000} \u{FEFF} 1]",
        Slip::OtherSpace,
        ("[", "\u{200B}\u{3000} \u{FEFF}"),
        Some(0),
    ),
    (
        "[1,\n<<<<<<< ours\n2,\n=======\n3,\n>>>>>>> theirs\n4]",
        Slip::MergeConflict,
        ("[1,\n", "<<<<<<< ours"),
        Some(0),
    ),
    (
        "[1,\n=======\n3]",
        Slip::MergeConflict,
        ("[1,\n", "======="),
        Some(0),
    ),
    ("[\"a\nb\", 1]", Slip::LineBreak, ("[", "\"a"), Some(0)),
    ("\"a\r\n\\\"b\"", Slip::LineBreak, ("", "\"a"), None),
    ("{\"a\nb\": 1}", Slip::LineBreak, ("{", "\"a"), Some(0)),
    ("[}", Slip::MismatchedBracket, ("[", "}"), Some(0)),
    ("{]", Slip::MismatchedBracket, ("{", "]"), Some(0)),
    ("{}}", Slip::ExtraBracket, ("{}", "}"), None),
    ("]", Slip::ExtraBracket, ("", "]"), None),
    ("@", Slip::UnexpectedCharacter, ("", "@"), None),
    ("[“a, 1]", Slip::TypographicQuotes, ("[", "“"), Some(0)),
    ("[:1]", Slip::UnexpectedCharacter, ("[", ":"), Some(0)),
    ("{\"a\":: 1}", Slip::ExtraColon, ("{\"a\":", ":"), Some(0)),
    (
        "[1, / 2]",
        Slip::UnexpectedCharacter,
        ("[1, ", "/"),
        Some(0),
    ),
    ("{:1}", Slip::UnexpectedCharacter, ("{", ":"), Some(0)),
    ("\u{FEFF}{}", Slip::OtherSpace, ("", "\u{FEFF}"), None),
    ("\u{A0}1", Slip::OtherSpace, ("", "\u{A0}"), None),
    (
        "[\u{0}]",
        Slip::UnexpectedCharacter,
        ("[", "\u{0}"),
        Some(0),
    ),
];

/// The examples with text around them that no slip may reach into.
fn in_context(before: &str, after: &str) -> Result<(), Failed> {
    let mut complaints = Vec::new();
    for &(example, slip, (lead, marked), opening) in EXAMPLES {
        let start = before.len() + lead.len();
        let opening =
            opening.map(|at| bytes(before.len() + at as usize, before.len() + at as usize + 1));
        let expected = SyntaxError {
            slip,
            span: bytes(start, start + marked.len()),
            opening,
        };
        let within = bytes(before.len(), before.len() + example.len());
        let mut tree = Tree::new(format!("{before}{example}{after}"));
        match tree.parse_value(within).map(|_| ()) {
            Ok(()) => complaints.push(format!("{example:?} is accepted")),
            Err(error) if error != expected => {
                complaints.push(format!(
                    "{example:?}\n   found {error:?}\nexpected {expected:?}"
                ));
            }
            Err(error) => complaints.extend(misplaced(&tree.text()[..within.end as usize], error)),
        }
        if tree.roots().len() > 0 {
            complaints.push(format!("{example:?} left a value"));
        }
    }
    verdict(&complaints)
}

fn bytes(start: usize, end: usize) -> Span {
    let narrow = |position| u32::try_from(position).expect("a short text");
    Span::new(narrow(start), narrow(end))
}

/// All there are; adding a slip without extending this list does not compile.
fn every_slip() {
    let has_example = |slip: Slip| match slip {
        Slip::EmptyDocument
        | Slip::SecondValue
        | Slip::TrailingText
        | Slip::Comment
        | Slip::TrailingComma
        | Slip::ExtraComma
        | Slip::WrongComma
        | Slip::MissingComma
        | Slip::MissingColon
        | Slip::WrongColon
        | Slip::ExtraColon
        | Slip::MissingValue
        | Slip::SingleQuotes
        | Slip::TypographicQuotes
        | Slip::Backticks
        | Slip::UnquotedKey
        | Slip::BareWord
        | Slip::ForeignWord
        | Slip::ProgramCode
        | Slip::NotANumber
        | Slip::MalformedNumber
        | Slip::DecimalComma
        | Slip::BadEscape
        | Slip::LoneSurrogate
        | Slip::ControlCharacter
        | Slip::LineBreak
        | Slip::InnerQuote
        | Slip::ExtraQuote
        | Slip::DoubledQuotes
        | Slip::EscapedQuotes
        | Slip::UnopenedString
        | Slip::Concatenation
        | Slip::Placeholder
        | Slip::SpreadsheetError
        | Slip::UnquotedDate
        | Slip::RoundBracket
        | Slip::UnclosedString
        | Slip::UnclosedBracket
        | Slip::MismatchedBracket
        | Slip::ExtraBracket
        | Slip::MissingOpening
        | Slip::MissingListOpening
        | Slip::WrongBracket
        | Slip::WrongBrace
        | Slip::OtherSpace
        | Slip::MergeConflict
        | Slip::UnexpectedCharacter => true,
        // One has a test of its own, the other would take 4 GiB of memory.
        Slip::TooDeep | Slip::TooLarge => false,
    };
    let mut seen: Vec<Slip> = EXAMPLES.iter().map(|example| example.1).collect();
    seen.sort_unstable();
    seen.dedup();
    assert!(seen.iter().all(|&slip| has_example(slip)));
    assert_eq!(seen.len(), 47, "a slip has no example");
}

fn codes() {
    let mut codes: Vec<&str> = EXAMPLES.iter().map(|example| example.1.code()).collect();
    codes.extend([Slip::TooDeep.code(), Slip::TooLarge.code()]);
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), 49);
    assert!(codes.iter().all(|code| {
        code.bytes()
            .all(|byte| byte == b'-' || byte.is_ascii_lowercase())
    }));
}

fn nesting() {
    for (open, inner, close) in [
        ("[", "", "]"),
        ("{\"a\":", "1", "}"),
        ("[{\"a\":", "1", "}]"),
    ] {
        let levels = DEPTH_LIMIT
            / open
                .bytes()
                .filter(|byte| matches!(byte, b'[' | b'{'))
                .count();
        let text =
            |levels: usize| format!(" {}{inner}{} ", open.repeat(levels), close.repeat(levels));
        Tree::new(text(levels))
            .parse_document()
            .expect("as deep as allowed");
        let error = Tree::new(text(levels + 1))
            .parse_document()
            .expect_err("deeper than allowed");
        let at = 1 + levels * open.len();
        assert_eq!((error.slip, error.span), (Slip::TooDeep, bytes(at, at + 1)));
    }
    // The limit is on levels, not on brackets.
    Tree::new(format!("[{}[]]", "[],".repeat(1000)))
        .parse_document()
        .expect("two levels");
}

fn lines() {
    let text = "{\"a\": \"\\n\", \"a\": 1}\n{\"b\": \"\\t\", \"b\": [1, }\n[\"\\u0041\"]\n";
    let mut tree = Tree::new(text.to_owned());
    let mut start = 0;
    let mut good = 0;
    for line in text.lines() {
        good += usize::from(tree.parse_value(bytes(start, start + line.len())).is_ok());
        start += line.len() + 1;
    }
    assert_eq!(
        (good, tree.roots().len(), tree.duplicates().len()),
        (2, 2, 1)
    );
    let last = tree.roots().last().expect("two roots");
    assert_eq!(
        last.item(0).and_then(missionlint_tape::Node::as_str),
        Some("A")
    );
    assert_eq!(last.lexeme(), "[\"\\u0041\"]");
}

fn outside() {
    let mut tree = Tree::new("[1]é".to_owned());
    for within in [bytes(9, 9), bytes(5, 9), bytes(5, 5)] {
        assert_eq!(
            tree.parse_value(within)
                .map(|_| ())
                .expect_err("nothing there")
                .slip,
            Slip::EmptyDocument
        );
    }
    assert!(tree.parse_value(bytes(0, 3)).is_ok());
    assert!(tree.parse_document().is_err());
    assert_eq!(tree.roots().len(), 0, "a document is the only root");
}
