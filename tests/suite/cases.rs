//! Reports on all fixtures and on broken documents, made once.

use std::path::Path;
use std::sync::OnceLock;

use missionlint::calendar::parse_day;
use missionlint::config;
use missionlint::discover::discover;
use missionlint::engine::{self, Content, Input, Request};
use missionlint::report::{Audience, Report};
use missionlint::rules;

use crate::tool::project;

/// What a report is made from.
#[derive(Debug)]
pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) report: Report,
}

/// All missions and rule cases, and documents that are broken in every way the catalogue knows.
pub(crate) fn all() -> &'static [Case] {
    static CASES: OnceLock<Vec<Case>> = OnceLock::new();
    CASES.get_or_init(|| {
        let mut cases: Vec<Case> = fixtures().iter().map(|folder| of_folder(folder)).collect();
        cases.push(Case {
            name: "broken".to_owned(),
            report: check(broken(), &request()),
        });
        cases
    })
}

/// A request with everything on.
pub(crate) fn request() -> Request {
    Request {
        settings: config::Settings::default(),
        as_of: parse_day("2025-03-31").unwrap(),
        policy: missionlint::reference::Policy::Dated,
        select: Vec::new(),
        ignore: Vec::new(),
        audience: Audience::Internal,
        reveal: true,
        describe: missionlint::engine::Describe::Nothing,
        configs: Vec::new(),
        held: None,
        baseline: None,
    }
}

/// Checks documents in memory.
pub(crate) fn check(documents: Vec<(String, Vec<u8>)>, request: &Request) -> Report {
    let inputs = documents
        .into_iter()
        .map(|(path, bytes)| Input {
            path: path.into(),
            content: Content::Bytes(bytes),
        })
        .collect();
    engine::check(inputs, request)
}

/// Every folder of the fixtures with a `missionlint.toml`.
pub(crate) fn fixtures() -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![project("fixtures")];
    while let Some(folder) = folders.pop() {
        if folder.join("missionlint.toml").is_file() {
            found.push(folder);
            continue;
        }
        let entries = std::fs::read_dir(folder).unwrap();
        folders.extend(
            entries
                .map(|entry| entry.unwrap().path())
                .filter(|path| path.is_dir()),
        );
    }
    found.sort();
    found
}

fn of_folder(folder: &Path) -> Case {
    let name = folder
        .strip_prefix(project("fixtures"))
        .unwrap()
        .to_string_lossy()
        .into_owned();
    let text = std::fs::read_to_string(folder.join("missionlint.toml")).unwrap();
    let settings = config::parse(&text, &rules::catalogue())
        .unwrap_or_else(|errors| panic!("{name}: {errors:?}"));
    let found = discover(&[".".to_owned()], folder, &settings.exclude, folder);
    let as_of = settings.as_of.unwrap();
    let report = engine::check(
        found.inputs.into(),
        &Request {
            settings,
            as_of,
            ..request()
        },
    );
    Case { name, report }
}

/// Texts that are no JSON, one for each slip.
const SLIPS: &[&str] = &[
    "",
    "{} {}",
    "{} // remark",
    "[1,]",
    "[1,,2]",
    "[1 2]",
    r#"{"a" 1}"#,
    r#"{"a":}"#,
    "['a']",
    "{a: 1}",
    "[yes]",
    "[NaN]",
    "[01]",
    r#"["\x"]"#,
    r#"["\ud800"]"#,
    "[\"a\tb\"]",
    r#"["a]"#,
    "[1",
    "[1}",
    "1]",
    "[#]",
    "[1; 2]",
    r#"{"a" = 1}"#,
    r#"{"a":: 1}"#,
    "[“a”]",
    "[`a`]",
    "[True]",
    "[f(1)]",
    r#"{"a": 1,5}"#,
    "[\"a\nb\"]",
    "[1]]",
    r#"["a": 1}]"#,
    r#"["a": 1}"#,
    "[1,\u{A0}2]",
    "[\n<<<<<<< a\n1\n=======\n2\n>>>>>>> b\n]",
    "{} end",
    "<!DOCTYPE html>",
    "<a/>",
    "a: 1\nb: 2",
    "a,b\n1,2",
    "this is plain text",
    "```\n{}\n```",
    "PK\u{3}\u{4}xl/",
    "PK\u{3}\u{4}word/",
    "PK\u{3}\u{4}",
    "%PDF-1.7",
];

/// Records that do not satisfy the contract, one for each way.
const FAULTS: &[&str] = &[
    "7",
    r#"{"id":"X-1","mission":"xyz"}"#,
    r#"{"kind":"persn","id":"X-2","mission":"xyz"}"#,
    r#"{"kind":"unheard-of","id":"X-3","mission":"xyz"}"#,
    r#"{"kind":"person","id":"X-4"}"#,
    r#"{"kind":"vacancy","id":"X-5","mission":"xyz","role":"other","from":"2025-01-01","$schema":"a/person.schema.json"}"#,
    r#"{"kind":"vacancy","id":5,"mission":"xyz","role":"oter","from":"2025-01-32","advertised":"no","to":7}"#,
    r#"{"kind":"vacancy","id":"X-6","mission":"xyz","rle":"other","from":"2025-01-01","mail":"a@b"}"#,
    r#"{"kind":"vacancy","id":"X-7","id":"X 7","mission":"xyz","role":"chief","note":""}"#,
    r#"{"kind":"mission","id":"xyz","mission":"xyz","countries":[],"retention_years":-1,"retention_years":1000000}"#,
    r#"{"kind":"meeting","id":"X-8","mission":"xyz","platform":"p","start":"2025-03-05","status":"held","mode":"remote","attendance":[{"person":"P-1","capacity":"member","presence":"present","reason":""}]}"#,
    r#"{"kind":"platform","id":"X-9","mission":"xyz","types":["smt","smt"],"level":"national","place":{"pcode":"m"},"cadence":"monthly","url":"no link","facilitator":{},"local_names":{"not a language":"x"},"status":[{"value":"active","from":"2010-01-01"}]}"#,
    r#"{"kind":"contact","id":"X-10","role":"regional-thematic-specialist","unit":"DHRR","office":"ro-dakar","mailbox":"nobody","from":"2024-01-01"}"#,
    r#"{"kind":"programme","id":"X-11","mission":"xyz","areas":["health"],"crisis":true,"sites":["xyz"],"un_framework":{"name":"n","cycle_from":1200},"from":"2024-01-01"}"#,
    r#"{"kind":"programme","id":"X-12","mission":"xyz","areas":["health"],"crisis":true,"sites":["xyz"],"un_framework":{"name":"n","cycle_from":3000},"from":"2024-01-01"}"#,
];

/// Broken documents, each in a file of its own.
pub(crate) fn broken() -> Vec<(String, Vec<u8>)> {
    let numbered = |folder: &'static str, texts: &[&str]| {
        let files = texts.iter().enumerate().map(|(number, text)| {
            (
                format!("{folder}/{number:02}.json"),
                text.as_bytes().to_vec(),
            )
        });
        files.collect::<Vec<_>>()
    };
    let mut documents = numbered("slips", SLIPS);
    documents.push(("slips/gzip.json".to_owned(), vec![0x1F, 0x8B, 8]));
    documents.push(("slips/packed.json.gz".to_owned(), vec![0x1F, 0x8B, 8]));
    let office = vec![0xD0, 0xCF, 0x11, 0xE0];
    documents.push(("slips/office.json".to_owned(), office));
    documents.push(("slips/utf-32.json".to_owned(), b"[\0\0\0]\0\0\0".to_vec()));
    documents.push(("slips/deep.json".to_owned(), [b'['; 200].to_vec()));
    documents.extend(numbered("faults", FAULTS));
    let long = format!(
        r#"{{"kind":"vacancy","id":"X-20","mission":"xyz","role":"other","from":"2025-01-01","note":"{}"}}"#,
        "n".repeat(3000)
    );
    documents.push(("faults/long.json".to_owned(), long.into_bytes()));
    documents.push((
        "faults/envelope.json".to_owned(),
        br#"{"mission":"xyz","kind":"persn","records":[{"id":"a"},{"id":"b"},3]}"#.to_vec(),
    ));
    documents.push((
        "faults/lines.ndjson".to_owned(),
        b"{\"kind\":\"person\",\n\n{\"kind\":\"person\",\"id\":\"P-1\",\"mission\":\"xyz\"}\n"
            .to_vec(),
    ));
    documents.push((
        "faults/mark.json".to_owned(),
        b"\xEF\xBB\xBF{\"kind\":\"person\",\"id\":\"P-2\",\"mission\":\"xyz\"}".to_vec(),
    ));
    documents.push((
        "faults/latin-1.json".to_owned(),
        b"{\"kind\":\"person\",\"note\":\"caf\xE9\"}".to_vec(),
    ));
    documents
}
