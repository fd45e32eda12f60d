//! Reports with everything in them, for the tests of formats: masked and revealed, for the public, accepted findings,
//! faults of the run, no JSON at all, and names and values that formats have to escape.

use std::sync::OnceLock;

use missionlint::config::{self, Source};
use missionlint::engine::{self, Content, Input, Request};
use missionlint::message::{Language, Messages};
use missionlint::output::{Format, render};
use missionlint::report::{Audience, Found, Report};
use missionlint::rules;
use serde_json::Value;

use crate::cases::{self, Case};
use crate::gallery;
use crate::look::PLAIN;
use crate::mission::Mission;

/// What formats escape: quotes, markup, ends of sections, commands of the runner of GitHub, links, placeholders,
/// percent signs, line ends, colours, marks of direction, accents.
pub(crate) const TRICKS: &[&str] = &[
    "::error::a",
    " ::warning file=x::b",
    "##[add-mask]c",
    "x ###[stop-commands]d",
    "%0A::error::e",
    "a b é 日本 %25",
    "a,b:c;d=e",
    "=f",
    "]]><!--",
    "</script><b>\"'&amp;",
    "[g](1) {0} \\",
    "h\u{1b}[31mi",
    "j\u{202e}k\u{2066}l\u{200b}",
    "m\rn",
    "o\n::error::p",
    "#\u{ad}#[error]q",
    "\u{ad}:\u{ad}:error::r",
];

/// Records with each of them in the path, as a key, as a value and as an id.
fn tricky_documents() -> Vec<(String, Vec<u8>)> {
    let documents = TRICKS.iter().map(|trick| {
        let word = Value::from(*trick);
        let record = format!(
            "[{{\"kind\": \"vacancy\", \"id\": {word}, \"mission\": \"xyz\", \"role\": {word}, {word}: 1, \"from\": {word}}},\n\
             {{\"kind\": {word}, \"mission\": {word}}}, ]"
        );
        (format!("{trick}/{trick}.json"), record.into_bytes())
    });
    documents.collect()
}

/// Records with names and values that formats have to escape.
pub(crate) fn tricky_inputs() -> Vec<Input> {
    let documents = tricky_documents().into_iter();
    documents
        .map(|(path, bytes)| Input {
            path: path.into(),
            content: Content::Bytes(bytes),
        })
        .collect()
}

/// The gallery, and a file that is not there.
pub(crate) fn inputs_of_all_sorts() -> Vec<Input> {
    let mut inputs: Vec<Input> = gallery::documents()
        .into_iter()
        .map(|(path, bytes)| Input {
            path: path.into(),
            content: Content::Bytes(bytes),
        })
        .collect();
    inputs.push(Input {
        path: "gone.json".into(),
        content: Content::File("/no/such/file.json".into()),
    });
    inputs
}

/// A report with everything in it: the gallery, and a file that is not there.
pub(crate) fn full_report() -> Report {
    let configs = vec![Source {
        path: "missionlint.toml".to_owned(),
        hash: "0".repeat(32),
        ..Source::default()
    }];
    engine::check(
        inputs_of_all_sorts(),
        &Request {
            reveal: false,
            configs,
            ..cases::request()
        },
    )
}

/// All of them, made once.
pub(crate) fn all() -> &'static [Case] {
    static CASES: OnceLock<Vec<Case>> = OnceLock::new();
    CASES.get_or_init(|| {
        let request = cases::request;
        let public = Request {
            reveal: false,
            audience: Audience::Public,
            ..request()
        };
        let mali = Mission::named("mli").with(
            "representations/clusters.json",
            "\"platform\": \"cl-hea\",\n      \"person\": \"P-06\"",
            "\"platform\": \"cl-hea\",\n      \"person\": \"P-03\"",
        );
        let reports = [
            ("masked, with a fault of the run", full_report()),
            ("revealed", cases::check(gallery::documents(), &request())),
            ("public", cases::check(gallery::documents(), &public)),
            ("broken", cases::check(cases::broken(), &request())),
            ("tricky", cases::check(tricky_documents(), &request())),
            ("accepted", accepted()),
            ("mali", mali.check()),
            ("clean", Mission::clean().check()),
        ];
        let reports = reports.into_iter().map(|(name, report)| Case {
            name: name.to_owned(),
            report,
        });
        reports.collect()
    })
}

/// The gallery with some findings accepted, for reasons that have to be escaped.
fn accepted() -> Report {
    let entries = ["value-not-allowed", "smt-com-absent"].map(|rule| {
        let reason = Value::from(TRICKS.join(" "));
        format!(
            "[[allow]]\nrule = \"{rule}\"\npath = \"**\"\nreason = {reason}\nowner = \"C-1\"\nexpires = 2026-01-01\n"
        )
    });
    let settings = config::parse(&entries.join("\n"), &rules::catalogue()).unwrap();
    let documents = gallery::documents().into_iter();
    let report = cases::check(
        documents.collect(),
        &Request {
            settings,
            ..cases::request()
        },
    );
    assert!(report.suppressed().count() > 30);
    report
}

/// A report with findings of its own multiplied, each time in another file and with another fingerprint.
pub(crate) fn multiplied(count: usize) -> Report {
    let mut report = cases::check(gallery::documents(), &cases::request());
    let pattern: Vec<Found> = std::mem::take(&mut report.findings);
    for number in 0..count {
        let mut found = pattern[number % pattern.len()].clone();
        found.location.path = format!("many/{:04}.json", number / 100).into();
        found.location.start.offset += number as u64;
        found.location.end.offset += number as u64;
        found.fingerprint = format!("{number:032x}");
        report.findings.push(found);
    }
    report
}

pub(crate) fn written(report: &Report, format: Format) -> String {
    let mut bytes = Vec::new();
    let messages = Messages::new(Language::English);
    render(report, &messages, format, PLAIN, &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

/// The report as JSON.
pub(crate) fn json(report: &Report) -> Value {
    serde_json::from_str(&written(report, Format::Json)).unwrap()
}

/// Members of a list.
pub(crate) fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

pub(crate) fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("no text: {value}"))
}
