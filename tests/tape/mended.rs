//! What is left of a text with one slip: its name, its place, and every value that is legible.

use libtest_mimic::{Failed, Trial};
use missionlint_tape::{Slip, Tree};
use serde_json::Value;

use crate::texts::value_of;
use crate::verdict;

pub(crate) fn trials() -> Vec<Trial> {
    vec![
        Trial::test("mended::what_is_legible_is_kept", legible),
        Trial::test("mended::two_slips_are_two_errors", two),
    ]
}

/// A text, its slip, what is marked, the values that are left (`null` where one is not known), and what is not known
/// as it is written.
type Row = (
    &'static str,
    Slip,
    &'static str,
    &'static str,
    &'static [&'static str],
);

const TABLE: &[Row] = &[
    // Records in a list without a brace, or with one too many.
    (
        r#"[{"a": 1}, "b": 2, "c": [3]}, {"d": 4}]"#,
        Slip::MissingOpening,
        r#""b""#,
        r#"[{"a": 1}, {"b": 2, "c": [3]}, {"d": 4}]"#,
        &[],
    ),
    (
        r#"{"r": ["b": 2, "c": {"x": 1}}, {"d": 4}], "e": 5}"#,
        Slip::MissingOpening,
        r#""b""#,
        r#"{"r": [{"b": 2, "c": {"x": 1}}, {"d": 4}], "e": 5}"#,
        &[],
    ),
    (
        r#"{"r": [{"a": 1}, "b": 2}], "e": 5}"#,
        Slip::MissingOpening,
        r#""b""#,
        r#"{"r": [{"a": 1}, {"b": 2}], "e": 5}"#,
        &[],
    ),
    (
        "{\"r\": [\n  {\"a\": 1},\n    \"b\": 2,\n    \"c\": 3\n  },\n  {\"d\": 4}\n]}",
        Slip::MissingOpening,
        "\"b\"",
        r#"{"r": [{"a": 1}, {"b": 2, "c": 3}, {"d": 4}]}"#,
        &[],
    ),
    (
        r#"{"p": "t": 1, "u": 2}, "q": 3}"#,
        Slip::MissingOpening,
        r#""t""#,
        r#"{"p": {"t": 1, "u": 2}, "q": 3}"#,
        &[],
    ),
    (
        r#""a": 1, "b": [2]}"#,
        Slip::MissingOpening,
        r#""a""#,
        r#"{"a": 1, "b": [2]}"#,
        &[],
    ),
    (
        r#"[{"a": 1, {"b": 2}]"#,
        Slip::UnclosedBracket,
        "{",
        r#"[{"a": 1}, {"b": 2}]"#,
        &[],
    ),
    (
        r#"{"r": [{"a": 1}, {"b": 2], "c": 3}"#,
        Slip::MismatchedBracket,
        "]",
        r#"{"r": [{"a": 1}, {"b": 2}], "c": 3}"#,
        &[],
    ),
    (
        r#"{"t": ["x", "y", "k": 1}"#,
        Slip::UnclosedBracket,
        "\"",
        r#"{"t": ["x", "y"], "k": 1}"#,
        &[],
    ),
    (
        r#"[{"t": [{"x": 1}, "k": 1}, {"k": 2}]"#,
        Slip::UnclosedBracket,
        "\"",
        r#"[{"t": [{"x": 1}], "k": 1}, {"k": 2}]"#,
        &[],
    ),
    (
        r#"{"r": [{"p": {"x": 1}}, "y": 2}, {"p": 3}], "e": 5}"#,
        Slip::ExtraBracket,
        "}",
        r#"{"r": [{"p": {"x": 1}, "y": 2}, {"p": 3}], "e": 5}"#,
        &[],
    ),
    (
        "[\n  {\n    \"p\": {\n      \"x\": 1\n    }},\n    \"y\": 2\n  },\n  {\"p\": 3}\n]",
        Slip::ExtraBracket,
        "}",
        r#"[{"p": {"x": 1}, "y": 2}, {"p": 3}]"#,
        &[],
    ),
    (
        r#"{"r": [{"p": 1}}, {"p": 2}], "e": 5}"#,
        Slip::ExtraBracket,
        "}",
        r#"{"r": [{"p": 1}, {"p": 2}], "e": 5}"#,
        &[],
    ),
    (
        r#"{"t": ["x"]], "e": 5}"#,
        Slip::ExtraBracket,
        "]",
        r#"{"t": ["x"], "e": 5}"#,
        &[],
    ),
    (
        r#"{"p": {"x": 1}}, "y": [2, {}]}"#,
        Slip::ExtraBracket,
        "}",
        r#"{"p": {"x": 1}, "y": [2, {}]}"#,
        &[],
    ),
    (
        r"[[1], 2]], [3]]",
        Slip::ExtraBracket,
        "]",
        "[[1], 2, [3]]",
        &[],
    ),
    (
        r#"[{{"a": 1}, {"b": 2}]"#,
        Slip::ExtraBracket,
        "{",
        r#"[{"a": 1}, {"b": 2}]"#,
        &[],
    ),
    (
        r#"{"p": ["x": 1, "y": 2], "z": 3}"#,
        Slip::WrongBracket,
        "[",
        r#"{"p": {"x": 1, "y": 2}, "z": 3}"#,
        &[],
    ),
    (
        r#"{"p": ["x": 1, "y": 2}, "z": 3}"#,
        Slip::WrongBracket,
        "[",
        r#"{"p": {"x": 1, "y": 2}, "z": 3}"#,
        &[],
    ),
    (
        r#"{"r": {{"a": 1}, {"b": 2}], "e": 5}"#,
        Slip::WrongBrace,
        "{",
        r#"{"r": [{"a": 1}, {"b": 2}], "e": 5}"#,
        &[],
    ),
    // Lists without their first bracket.
    (
        r#"{"s": "x", "y"], "c": 1}"#,
        Slip::MissingListOpening,
        r#""x""#,
        r#"{"s": ["x", "y"], "c": 1}"#,
        &[],
    ),
    (
        r#"{"s": "x\n", "y", {"z": ["\t"]}], "c": "\r"}"#,
        Slip::MissingListOpening,
        r#""x\n""#,
        r#"{"s": ["x\n", "y", {"z": ["\t"]}], "c": "\r"}"#,
        &[],
    ),
    (
        r#"{"k": 1, "r": {"a": 1, "a": 2}, {"a": [2]}], "e": 5}"#,
        Slip::MissingListOpening,
        "{",
        r#"{"k": 1, "r": [{"a": 2}, {"a": [2]}], "e": 5}"#,
        &[],
    ),
    (
        r#"{"k": {"n": 1, -2, 3]}}"#,
        Slip::MissingListOpening,
        "1",
        r#"{"k": {"n": [1, -2, 3]}}"#,
        &[],
    ),
    // Separators.
    (
        r#"{"a": 1,,,, "b": 2}"#,
        Slip::ExtraComma,
        ",",
        r#"{"a": 1, "b": 2}"#,
        &[],
    ),
    ("[1,,2]", Slip::ExtraComma, ",", "[1, 2]", &[]),
    (r#"{"a"::: 1}"#, Slip::ExtraColon, ":", r#"{"a": 1}"#, &[]),
    (
        r#"{"a": 1; "b": 2}"#,
        Slip::WrongComma,
        ";",
        r#"{"a": 1, "b": 2}"#,
        &[],
    ),
    (
        r#"{"a": [1，2], "b": 2}"#,
        Slip::WrongComma,
        "，",
        r#"{"a": [1, 2], "b": 2}"#,
        &[],
    ),
    (
        r#"{"a"：1, "b": 2}"#,
        Slip::WrongColon,
        "：",
        r#"{"a": 1, "b": 2}"#,
        &[],
    ),
    (
        r#"{"a" => 1, "b": 2}"#,
        Slip::WrongColon,
        "=>",
        r#"{"a": 1, "b": 2}"#,
        &[],
    ),
    (
        r#"{"a" = 1, "b": 2}"#,
        Slip::WrongColon,
        "=",
        r#"{"a": 1, "b": 2}"#,
        &[],
    ),
    (
        r#"{a = 1, "b": 2}"#,
        Slip::UnquotedKey,
        "a",
        r#"{"a": 1, "b": 2}"#,
        &[],
    ),
    (r#"{"a": 1};"#, Slip::TrailingText, ";", r#"{"a": 1}"#, &[]),
    // Texts over several lines, with tabs.
    (
        "{\"a\": \"one\n\ttwo\n\\\"three\\\"\", \"b\": 2}",
        Slip::LineBreak,
        "\"one",
        r#"{"a": "one\n\ttwo\n\"three\"", "b": 2}"#,
        &[],
    ),
    (
        "[\"one\r\ntwo\"\r\n]",
        Slip::LineBreak,
        "\"one",
        r#"["one\r\ntwo"]"#,
        &[],
    ),
    (
        "{\"a\": \"x\ty\tz\", \"b\": 2}",
        Slip::ControlCharacter,
        "\t",
        r#"{"a": "x\ty\tz", "b": 2}"#,
        &[],
    ),
    (
        "{\"a\": \"x\u{1}y\u{2}z\", \"b\": 2}",
        Slip::ControlCharacter,
        "\u{1}",
        r#"{"a": null, "b": 2}"#,
        &["\"x\u{1}y\u{2}z\""],
    ),
    (
        "{\"a\": \"x,\n\"b\": 2}",
        Slip::UnclosedString,
        "\"x,",
        r#"{"a": null, "b": 2}"#,
        &["\"x"],
    ),
    // Words, numbers and values of programs.
    (
        r#"{"a": True, "b": 2}"#,
        Slip::ForeignWord,
        "True",
        r#"{"a": null, "b": 2}"#,
        &["True"],
    ),
    (
        "[None, 1]",
        Slip::ForeignWord,
        "None",
        "[null, 1]",
        &["None"],
    ),
    (
        "[undefined]",
        Slip::ForeignWord,
        "undefined",
        "[null]",
        &["undefined"],
    ),
    (
        "[1, -Infinity]",
        Slip::NotANumber,
        "-Infinity",
        "[1, null]",
        &["-Infinity"],
    ),
    (
        "[0x1F, 1]",
        Slip::MalformedNumber,
        "0x1F",
        "[null, 1]",
        &["0x1F"],
    ),
    ("[+7, 1]", Slip::MalformedNumber, "+7", "[null, 1]", &["+7"]),
    (
        "[007, 1]",
        Slip::MalformedNumber,
        "007",
        "[null, 1]",
        &["007"],
    ),
    (
        "[1_000, 1]",
        Slip::MalformedNumber,
        "1_000",
        "[null, 1]",
        &["1_000"],
    ),
    ("[.5, 1]", Slip::MalformedNumber, ".5", "[null, 1]", &[".5"]),
    (
        r#"{"a": 1,5, "b": 2}"#,
        Slip::DecimalComma,
        "1,5",
        r#"{"a": null, "b": 2}"#,
        &["1"],
    ),
    (
        r#"{"a": datetime(2025, 1, 1), "b": 2}"#,
        Slip::ProgramCode,
        "datetime(2025, 1, 1)",
        r#"{"a": null, "b": 2}"#,
        &["datetime(2025, 1, 1)"],
    ),
    (
        r#"{"a": ObjectId("5f, }"), "b": 2}"#,
        Slip::ProgramCode,
        r#"ObjectId("5f, }")"#,
        r#"{"a": null, "b": 2}"#,
        &[r#"ObjectId("5f, }")"#],
    ),
    (
        r#"{"a": new Date(2025, 0), "b": 2}"#,
        Slip::ProgramCode,
        "new Date(2025, 0)",
        r#"{"a": null, "b": 2}"#,
        &["new Date(2025, 0)"],
    ),
    (
        r#"{"a": ("x", {"y": (1)}), "b": 2}"#,
        Slip::ProgramCode,
        r#"("x", {"y": (1)})"#,
        r#"{"a": null, "b": 2}"#,
        &[r#"("x", {"y": (1)})"#],
    ),
    (
        "const r = [1, 2];",
        Slip::ProgramCode,
        "const r =",
        "[1, 2]",
        &[],
    ),
    (
        "export default {\"a\": 1};\n",
        Slip::ProgramCode,
        "export default",
        r#"{"a": 1}"#,
        &[],
    ),
    // Quotes that are missing, too many or within a text; what was never written.
    (
        r#"{"a": {"role: "x", "kind": "y"}, "b": 2}"#,
        Slip::UnclosedString,
        r#""role"#,
        r#"{"a": {"role": "x", "kind": "y"}, "b": 2}"#,
        &[],
    ),
    (
        r#"{"role:"x","b":2}"#,
        Slip::UnclosedString,
        r#""role"#,
        r#"{"role": "x", "b": 2}"#,
        &[],
    ),
    (
        r#"[{"n: 5, "b": [2]}, {"n": 6}]"#,
        Slip::UnclosedString,
        r#""n"#,
        r#"[{"n": 5, "b": [2]}, {"n": 6}]"#,
        &[],
    ),
    (
        r#"{"t: ["x", "y"], "b": 2}"#,
        Slip::UnclosedString,
        r#""t"#,
        r#"{"t": ["x", "y"], "b": 2}"#,
        &[],
    ),
    (
        "{\n  \"t: [\n    \"x\"\n  ],\n  \"b\": 2\n}",
        Slip::UnclosedString,
        r#""t: ["#,
        r#"{"t": ["x"], "b": 2}"#,
        &[],
    ),
    (
        "{\n  \"t: true,\n  \"b\": 2\n}",
        Slip::UnclosedString,
        r#""t: true,"#,
        r#"{"t": true, "b": 2}"#,
        &[],
    ),
    (
        r#"{"a": "x, "b": {"c": "y"}}"#,
        Slip::UnclosedString,
        r#""x"#,
        r#"{"a": null, "b": {"c": "y"}}"#,
        &[r#""x"#],
    ),
    (
        r#"{"a":"x","b":["y,"z"],"c":"w"}"#,
        Slip::UnclosedString,
        r#""y"#,
        r#"{"a": "x", "b": [null, "z"], "c": "w"}"#,
        &[r#""y"#],
    ),
    (
        r#"[{"a": "x }, {"b": "y"}]"#,
        Slip::UnclosedString,
        r#""x"#,
        r#"[{"a": null}, {"b": "y"}]"#,
        &[r#""x"#],
    ),
    (
        "[\n  {\"a\": \"x },\n  {\"b\": \"y\"}\n]",
        Slip::UnclosedString,
        r#""x },"#,
        r#"[{"a": null}, {"b": "y"}]"#,
        &[r#""x"#],
    ),
    (
        r#"{"a": {role": "x", "kind": "y"}, "b": 2}"#,
        Slip::UnopenedString,
        r#"role""#,
        r#"{"a": {"role": "x", "kind": "y"}, "b": 2}"#,
        &[],
    ),
    (
        r#"{"a": x y", "b": {"c": "z"}}"#,
        Slip::UnopenedString,
        r#"x y""#,
        r#"{"a": "x y", "b": {"c": "z"}}"#,
        &[],
    ),
    (
        r#"{"a":[x","y"],"b":2}"#,
        Slip::UnopenedString,
        r#"x""#,
        r#"{"a": ["x", "y"], "b": 2}"#,
        &[],
    ),
    (
        r#"{"a": 2025-03-05", "b": 2}"#,
        Slip::UnopenedString,
        r#"2025-03-05""#,
        r#"{"a": "2025-03-05", "b": 2}"#,
        &[],
    ),
    (
        r#"{"a": 2025", "b": 2}"#,
        Slip::UnopenedString,
        r#"2025""#,
        r#"{"a": null, "b": 2}"#,
        &[r#"2025""#],
    ),
    (
        r#"{""a": "x", "b": 2}"#,
        Slip::ExtraQuote,
        r#"""#,
        r#"{"a": "x", "b": 2}"#,
        &[],
    ),
    (
        r#"{"a"": "x", "b": 2}"#,
        Slip::ExtraQuote,
        r#"""#,
        r#"{"a": "x", "b": 2}"#,
        &[],
    ),
    (
        r#"{"a": ""x", "b": 2}"#,
        Slip::ExtraQuote,
        r#"""#,
        r#"{"a": "x", "b": 2}"#,
        &[],
    ),
    (
        r#"{"a": ["x"", "y"], "b": 2}"#,
        Slip::ExtraQuote,
        r#"""#,
        r#"{"a": ["x", "y"], "b": 2}"#,
        &[],
    ),
    (
        r#"{""a"": ""x"", ""b"": [""y"", {""c"": 1}]}"#,
        Slip::DoubledQuotes,
        r#"""a"""#,
        r#"{"a": "x", "b": ["y", {"c": 1}]}"#,
        &[],
    ),
    (
        r#"{\"a\": \"x\", \"b\": [\"y\", {\"c\": 1}]}"#,
        Slip::EscapedQuotes,
        r#"\"a\""#,
        r#"{"a": "x", "b": ["y", {"c": 1}]}"#,
        &[],
    ),
    (
        r#"{"a": "the "red", blue" zone", "b": 2}"#,
        Slip::InnerQuote,
        r#"""#,
        r#"{"a": null, "b": 2}"#,
        &[r#""the "red", blue" zone""#],
    ),
    (
        r#"{"a": ["the "red"", "x"], "b": 2}"#,
        Slip::InnerQuote,
        r#"""#,
        r#"{"a": [null, "x"], "b": 2}"#,
        &[r#""the "red"""#],
    ),
    (
        r#"{"a": #N/A, "b": 2}"#,
        Slip::SpreadsheetError,
        "#N/A",
        r#"{"a": null, "b": 2}"#,
        &["#N/A"],
    ),
    (
        "[#DIV/0!, 1]",
        Slip::SpreadsheetError,
        "#DIV/0!",
        "[null, 1]",
        &["#DIV/0!"],
    ),
    (
        r#"{"a": [#¡VALOR!], "b": 2}"#,
        Slip::SpreadsheetError,
        "#¡VALOR!",
        r#"{"a": [null], "b": 2}"#,
        &["#¡VALOR!"],
    ),
    (
        r#"{"a": {{ id }}, "b": 2}"#,
        Slip::Placeholder,
        "{{ id }}",
        r#"{"a": null, "b": 2}"#,
        &["{{ id }}"],
    ),
    (
        r#"{"a": [${id}, 1], "b": 2}"#,
        Slip::Placeholder,
        "${id}",
        r#"{"a": [null, 1], "b": 2}"#,
        &["${id}"],
    ),
    (
        r#"{"a": <%= id %>, "b": 2}"#,
        Slip::Placeholder,
        "<%= id %>",
        r#"{"a": null, "b": 2}"#,
        &["<%= id %>"],
    ),
    (
        r#"{"a": {% now %}, "b": 2}"#,
        Slip::Placeholder,
        "{% now %}",
        r#"{"a": null, "b": 2}"#,
        &["{% now %}"],
    ),
    (
        r#"{"a": <date>, "b": 2}"#,
        Slip::Placeholder,
        "<date>",
        r#"{"a": null, "b": 2}"#,
        &["<date>"],
    ),
    (
        r#"{"a": 2025-03-05, "b": 2}"#,
        Slip::UnquotedDate,
        "2025-03-05",
        r#"{"a": null, "b": 2}"#,
        &["2025-03-05"],
    ),
    (
        r#"{"a": 2025-03-05T10:30:00Z, "b": 2}"#,
        Slip::UnquotedDate,
        "2025-03-05T10:30:00Z",
        r#"{"a": null, "b": 2}"#,
        &["2025-03-05T10:30:00Z"],
    ),
    (
        r#"{"a": 2025-03-05 10:30, "b": 2}"#,
        Slip::UnquotedDate,
        "2025-03-05 10:30",
        r#"{"a": null, "b": 2}"#,
        &["2025-03-05 10:30"],
    ),
    (
        r#"{"a": 05/03/2025, "b": 2}"#,
        Slip::UnquotedDate,
        "05/03/2025",
        r#"{"a": null, "b": 2}"#,
        &["05/03/2025"],
    ),
    (
        r#"{"a": 5.3.2025, "b": 2}"#,
        Slip::UnquotedDate,
        "5.3.2025",
        r#"{"a": null, "b": 2}"#,
        &["5.3.2025"],
    ),
    (
        r#"{"a": 2025-03, "b": 2}"#,
        Slip::UnquotedDate,
        "2025-03",
        r#"{"a": null, "b": 2}"#,
        &["2025-03"],
    ),
    (
        r#"{"a": 10:30, "b": 2}"#,
        Slip::UnquotedDate,
        "10:30",
        r#"{"a": null, "b": 2}"#,
        &["10:30"],
    ),
    (
        r#"{"a": 10:30:00+01:00, "b": 2}"#,
        Slip::UnquotedDate,
        "10:30:00+01:00",
        r#"{"a": null, "b": 2}"#,
        &["10:30:00+01:00"],
    ),
    (
        r#"{"a": "x" + "y", "b": 2}"#,
        Slip::Concatenation,
        "+",
        r#"{"a": null, "b": 2}"#,
        &[r#""x" + "y""#],
    ),
    (
        r#"["x" + name + "z", 1]"#,
        Slip::Concatenation,
        "+",
        "[null, 1]",
        &[r#""x" + name + "z""#],
    ),
    (
        r#"{"a": [1, 2), "b": 2}"#,
        Slip::RoundBracket,
        ")",
        r#"{"a": [1, 2], "b": 2}"#,
        &[],
    ),
    (
        r#"[{"a": 1), {"b": 2}]"#,
        Slip::RoundBracket,
        ")",
        r#"[{"a": 1}, {"b": 2}]"#,
        &[],
    ),
    (
        r#"{"a": [1, 2)], "b": 2}"#,
        Slip::ExtraBracket,
        ")",
        r#"{"a": [1, 2], "b": 2}"#,
        &[],
    ),
    (
        r#"{"a": (1, 2], "b": 2}"#,
        Slip::RoundBracket,
        "(",
        r#"{"a": [1, 2], "b": 2}"#,
        &[],
    ),
    (
        r#"[("a": 1}, {"b": 2}]"#,
        Slip::RoundBracket,
        "(",
        r#"[{"a": 1}, {"b": 2}]"#,
        &[],
    ),
    // Quotes.
    (
        r#"{'a': 1, "b": 2}"#,
        Slip::SingleQuotes,
        "'a'",
        r#"{"a": 1, "b": 2}"#,
        &[],
    ),
    (
        r#"{“a”: 1, "b": 2}"#,
        Slip::TypographicQuotes,
        "“a”",
        r#"{"a": 1, "b": 2}"#,
        &[],
    ),
    (
        r#"{"a": „x“, "b": 2}"#,
        Slip::TypographicQuotes,
        "„x“",
        r#"{"a": "x", "b": 2}"#,
        &[],
    ),
    (
        r#"{"a": ‘l’eau’, "b": 2}"#,
        Slip::TypographicQuotes,
        "‘l’eau’",
        r#"{"a": null, "b": 2}"#,
        &["‘l’eau’"],
    ),
    (
        r#"{"a": «x», "b": 2}"#,
        Slip::TypographicQuotes,
        "«x»",
        r#"{"a": "x", "b": 2}"#,
        &[],
    ),
    (
        r#"{"a": `x`, "b": 2}"#,
        Slip::Backticks,
        "`x`",
        r#"{"a": "x", "b": 2}"#,
        &[],
    ),
    (
        r#"{`a`: 1, "b": 2}"#,
        Slip::Backticks,
        "`a`",
        r#"{"a": 1, "b": 2}"#,
        &[],
    ),
    // Spaces.
    (
        "{\u{A0}\"a\": 1}",
        Slip::OtherSpace,
        "\u{A0}",
        r#"{"a": 1}"#,
        &[],
    ),
    (
        "{\"a\":\u{A0}1}",
        Slip::OtherSpace,
        "\u{A0}",
        r#"{"a": 1}"#,
        &[],
    ),
    (
        "{\"a\"\u{202F}: 1}",
        Slip::OtherSpace,
        "\u{202F}",
        r#"{"a": 1}"#,
        &[],
    ),
    (
        "{\"a\": 1\u{200B}}",
        Slip::OtherSpace,
        "\u{200B}",
        r#"{"a": 1}"#,
        &[],
    ),
    (
        "[1,\n\u{FEFF}2]",
        Slip::OtherSpace,
        "\u{FEFF}",
        "[1, 2]",
        &[],
    ),
    ("[1, 2]\u{C}\n", Slip::OtherSpace, "\u{C}", "[1, 2]", &[]),
    // Merges.
    (
        "{\n<<<<<<< HEAD\n\"a\": 1,\n=======\n\"a\": 2,\n>>>>>>> other\n\"b\": 2}",
        Slip::MergeConflict,
        "<<<<<<< HEAD",
        r#"{"a": 1, "b": 2}"#,
        &[],
    ),
    (
        "[\n<<<<<<< HEAD\n{\"a\": 1}\n||||||| base\n{\"a\": 0}\n=======\n{\"a\": 2}\n>>>>>>> other\n]",
        Slip::MergeConflict,
        "<<<<<<< HEAD",
        r#"[{"a": 1}]"#,
        &[],
    ),
    (
        "[\n{\"a\": 1}\n=======\n{\"a\": 2}\n>>>>>>> other\n]",
        Slip::MergeConflict,
        "=======",
        r#"[{"a": 1}]"#,
        &[],
    ),
    (
        "[\n{\"a\": 1},\n>>>>>>> other\n{\"a\": 2}]",
        Slip::MergeConflict,
        ">>>>>>> other",
        r#"[{"a": 1}, {"a": 2}]"#,
        &[],
    ),
];

fn legible() -> Result<(), Failed> {
    let mut complaints = Vec::new();
    for &(text, slip, marked, left, unknown) in TABLE {
        let mut tree = Tree::new(text.to_owned());
        let found = tree.recover_document();
        let slips: Vec<(Slip, &str)> = found
            .errors
            .iter()
            .map(|error| (error.slip, error.span.slice(text)))
            .collect();
        if slips != [(slip, marked)] {
            complaints.push(format!("{text:?}: {slips:?}, not {slip:?} at {marked:?}"));
        }
        let strict = Tree::new(text.to_owned()).parse_document().map(|_| ());
        let closing = slip == Slip::UnclosedBracket;
        if !closing && strict.err() != found.errors.first().copied() {
            complaints.push(format!("{text:?}: {strict:?} strictly"));
        }
        let read: Vec<Value> = tree.roots().map(value_of).collect();
        let expected: Value = serde_json::from_str(left).expect("JSON");
        if read != [expected] {
            complaints.push(format!("{text:?}: {read:?}"));
        }
        let holes = found.holes.iter();
        let holes: Vec<&str> = holes.map(|&hole| tree.node(hole).lexeme()).collect();
        if holes != unknown {
            complaints.push(format!("{text:?}: {holes:?} not known"));
        }
    }
    verdict(&complaints)
}

/// Any two of the texts in one list: the slips of both, the values of both. Not those whose slip is about the text as a
/// whole.
fn two() -> Result<(), Failed> {
    let mut complaints = Vec::new();
    let in_list = |row: &&Row| {
        let begins = row.0.starts_with(['{', '[']);
        begins && serde_json::from_str::<Value>(row.0).is_err() && !is_about_the_whole(row)
    };
    let rows: Vec<&Row> = TABLE.iter().filter(in_list).collect();
    assert!(rows.len() > 40);
    for first in &rows {
        for second in &rows {
            let text = format!("[\n{},\n{}\n]", first.0, second.0);
            let mut tree = Tree::new(text.clone());
            let found = tree.recover_document();
            let slips: Vec<(Slip, &str)> = found
                .errors
                .iter()
                .map(|error| (error.slip, error.span.slice(&text)))
                .collect();
            let everywhere = [Slip::DoubledQuotes, Slip::EscapedQuotes].contains(&first.1);
            let again = usize::from(everywhere && first.1 == second.1);
            let expected = [(first.1, first.2), (second.1, second.2)];
            if slips != expected[..2 - again] {
                complaints.push(format!("{text}\n{slips:?}"));
                continue;
            }
            let read: Vec<Value> = tree.roots().map(value_of).collect();
            let left = format!("[{}, {}]", first.3, second.3);
            let expected: Value = serde_json::from_str(&left).expect("JSON");
            if read != [expected] {
                complaints.push(format!("{text}\n{read:?}"));
            }
        }
    }
    verdict(&complaints)
}

/// Whether what follows the text's own end belongs to the slip.
fn is_about_the_whole(row: &Row) -> bool {
    let (text, slip, ..) = *row;
    slip == Slip::TrailingText
        || text.starts_with("[[")
        || text.ends_with('\n')
        || text.ends_with('\u{C}')
}
