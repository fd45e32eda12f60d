//! What is meant to do harm in one form or another does none in any: it is read back as what it is.

use missionlint::output::Format;
use missionlint::report::Report;

use crate::format_same::assert_told;
use crate::formats::{deceptive, without_csv};
use crate::look::{LOOK, ROOMY};
use crate::readers::{self, shown, written};
use crate::{cases, gallery};

const VALUES: &[&str] = &[
    "\"",
    "'",
    "\\",
    "\n",
    "\r\n",
    "\t",
    "]]>",
    "<![CDATA[",
    "</script>",
    "<script>alert(1)</script>",
    "<!--",
    "-->",
    "&amp;",
    "&#10;",
    "%0A::error::a",
    "\n::error::a",
    "::warning file=a::b",
    "##vso[task.complete]",
    "\u{1b}[31m",
    "\u{202e}",
    "\u{feff}",
    "=cmd|'/C calc'!A0",
    "+1",
    "-1",
    "@SUM(A1)",
    ";=1+1",
    "a;\"=1\"",
    "|",
    "||",
    "`",
    "``",
    "```",
    "`a",
    " `a ",
    "~~~",
    "*a*",
    "__a__",
    "[x](javascript:alert(1))",
    "![x](http://a.example/b.png)",
    "<img src=x onerror=alert(1)>",
    "<a@b.example>",
    "@all",
    "#1",
    "http://a.example",
    "www.a.example",
    "a b",
    "  a  ",
    "é à ü",
    "日本語",
    "\u{a0}",
    "\u{fffe}",
    "\u{ffff}",
    "${{ github.token }}",
    "$(id)",
    "%s",
    "{0}",
    "1e5",
    "007",
    "NA",
    "\u{0}",
    "\u{85}",
    "\u{2028}",
];

/// Each as part of a path, as key, as value and as id.
fn documents() -> Vec<(String, Vec<u8>)> {
    let mut documents = Vec::new();
    for (number, value) in VALUES.iter().enumerate() {
        let json = serde_json::to_string(value).unwrap();
        let text = format!(
            "[{{\"kind\": \"vacancy\", \"id\": {json}, \"mission\": \"xyz\", \"role\": {json}, \"from\": {json}, {json}: {json}}},\n\
             {{\"kind\": {json}, \"id\": \"V-{number}\", \"mission\": {json}}}, {json}]\n"
        );
        documents.push((format!("xyz/{number} {value}.json"), text.into_bytes()));
    }
    documents.extend(gallery::documents());
    documents
}

fn report() -> Report {
    let report = cases::check(documents(), &cases::request());
    let findings = report.findings.len();
    assert!(findings > 4 * VALUES.len(), "{findings}");
    // Paths, keys and values are really among what is told.
    let json = written(&report, Format::Json, ROOMY);
    for part in [
        "\\u001b[31m",
        "=cmd|'/C calc'!A0",
        "[x](javascript:alert(1))",
        "]]>",
    ] {
        assert!(json.contains(part), "{part}");
    }
    report
}

#[test]
fn hostile_texts_are_read_back_as_they_are() {
    let report = report();
    assert_told("hostile", Format::Ndjson, &report, readers::ndjson);
    assert_told("hostile", Format::Csv, &report, readers::csv);
    assert_told("hostile", Format::Junit, &report, readers::junit);
    assert_told("hostile", Format::Checkstyle, &report, readers::checkstyle);
    assert_told("hostile", Format::Markdown, &report, readers::markdown);
}

#[test]
fn hostile_texts_do_nothing_in_any_format() {
    let report = report();
    for format in Format::ALL {
        let text = written(&report, format, LOOK);
        assert_eq!(
            deceptive(&without_csv(&text, format)),
            "",
            "{}",
            format.code()
        );
        for line in text.lines() {
            let start = line.trim_start();
            assert!(
                !start.starts_with("::error::a"),
                "{}: {line}",
                format.code()
            );
            assert!(
                !start.starts_with("::warning file=a::"),
                "{}: {line}",
                format.code()
            );
            assert!(!start.starts_with("##vso"), "{}: {line}", format.code());
        }
    }
}

/// Keys and values of the CSV that begin like a formula keep what they are behind one mark.
#[test]
fn formulas_come_back_from_their_cells() {
    let text = written(&report(), Format::Csv, ROOMY);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let ids = reader
        .headers()
        .unwrap()
        .iter()
        .position(|name| name == "path")
        .unwrap();
    let rows = reader.records().map(Result::unwrap);
    let paths: std::collections::BTreeSet<String> =
        rows.map(|row| readers::unquoted(&row[ids])).collect();
    for (number, value) in VALUES.iter().enumerate() {
        let path = shown(&format!("xyz/{number} {value}.json"));
        assert!(paths.contains(&path), "{path:?}");
    }
}
