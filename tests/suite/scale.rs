//! What there is room for changes nothing about what is reported: files that were given up are read again.

use std::fmt::Write as _;
use std::sync::Arc;

use missionlint::config;
use missionlint::engine::{Content, Describe, Input, Means, Request, check_within};
use missionlint::message::{Language, Messages};
use missionlint::output::{Format, render};
use missionlint::report::{Audience, Found, Report};
use missionlint::rules;
use missionlint::schema::Contract;
use serde_json::Value;

use crate::cases;
use crate::look::ROOMY;
use crate::mission::{Mission, describe_evidence, has_records};

/// Everything that a report says.
pub(crate) fn told(report: &Report) -> String {
    let messages = Messages::new(Language::English);
    let mut all = String::new();
    for format in [Format::Json, Format::Text] {
        let mut bytes = Vec::new();
        render(report, &messages, format, ROOMY, &mut bytes).unwrap();
        all.push_str(&String::from_utf8(bytes).unwrap());
    }
    let _ = write!(
        all,
        "{:#?} {:#?} {:?}",
        report.overviews, report.counts, report.stale
    );
    all
}

fn check(inputs: &[Input], request: &Request, memory: u64) -> Report {
    check_early(inputs, request, memory, true)
}

fn check_early(inputs: &[Input], request: &Request, memory: u64, early: bool) -> Report {
    let means = Means {
        memory,
        early,
        ..Means::default()
    };
    check_within(inputs.to_vec(), request, &Contract::default(), &means)
}

/// Bytes that may be held, and threads.
type Ways<'w> = &'w [(u64, usize)];

/// Asserts that nothing depends on room and threads, and gives the report.
fn assert_alike(name: &str, inputs: &[Input], request: &Request, ways: Ways<'_>) -> Report {
    let report = check(inputs, request, u64::MAX);
    let expected = told(&report);
    // The first way also without judging anything early.
    let ways = ways
        .iter()
        .map(|way| (way, true))
        .chain([(&ways[0], false)]);
    for (&(memory, threads), early) in ways {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads);
        let pool = pool.build().unwrap();
        let found = told(&pool.install(|| check_early(inputs, request, memory, early)));
        if found != expected {
            let mut lines = expected.lines().zip(found.lines());
            let first = lines.find(|(one, other)| one != other);
            panic!("{name} with {memory} bytes and {threads} threads, early {early}: {first:#?}");
        }
    }
    report
}

pub(crate) fn input(path: &str, text: impl Into<Vec<u8>>) -> Input {
    Input {
        path: path.into(),
        content: Content::Bytes(text.into()),
    }
}

#[test]
fn every_fixture_is_reported_alike_however_little_is_held() {
    let mut with_findings = 0;
    for folder in cases::fixtures() {
        let mission = Mission::of(&folder);
        let inputs = mission.inputs();
        let report = assert_alike(
            &folder.display().to_string(),
            &inputs,
            &mission.request(),
            &[(0, 2)],
        );
        with_findings += usize::from(!report.findings.is_empty());
    }
    assert!(with_findings > 100);
    let broken: Vec<Input> = cases::broken()
        .into_iter()
        .map(|(path, bytes)| input(&path, bytes))
        .collect();
    let report = assert_alike("broken", &broken, &cases::request(), &[(0, 1), (2000, 2)]);
    assert!(report.findings.len() > 40);
}

/// One record, as text on one line, with the file it comes from.
struct Record {
    path: String,
    text: String,
}

/// The records of a document, each complete in itself.
fn inner(document: &Value) -> Vec<Value> {
    let inner = document.as_array().or(document["records"].as_array());
    let mut inner = inner.map_or_else(|| vec![document.clone()], Clone::clone);
    for record in &mut inner {
        for key in ["kind", "mission", "classification"] {
            if record.get(key).is_none() && document.get(key).is_some() {
                record[key] = document[key].clone();
            }
        }
    }
    inner
}

/// The records of both missions.
fn records() -> Vec<Record> {
    let mut records = Vec::new();
    for id in ["eth", "mli"] {
        for (path, text) in Mission::named(id).files {
            if !has_records(&path) {
                continue;
            }
            let documents = serde_json::Deserializer::from_str(&text).into_iter::<Value>();
            for record in documents.flat_map(|document| inner(&document.unwrap())) {
                records.push(Record {
                    path: format!("{id}/{path}"),
                    text: record.to_string(),
                });
            }
        }
    }
    records
}

/// Lines that are wrong in ways that concern more than themselves, or may.
const HARD: &[&str] = &[
    "",
    "{}",
    "[]",
    "3",
    "{\"kind\": \"meeting\", \"id\": \"M-X\"}",
    "{\"kind\": \"person\", \"id\": \"P-X\", \"mission\": \"mil\"}",
    "{\"kind\": \"person\", \"id\": \"P-Y\", \"mission\": \"mli\"",
    "{\"kind\": \"person\", \"id\": \"P-Z\", \"mission\": \"mli\"},",
    "{\"kind\": \"person\", \"id\": \"P-Z\", \"mission\": \"eth\"},",
    "[{\"kind\": \"person\", \"id\": \"P-V\", \"mission\": \"mli\"}, {\"kind\": \"person\", \"id\": \"P-V\", \"mission\": \"eth\"}, 3]",
    "{\"records\": [{\"kind\": \"vacancy\", \"id\": \"V-1\", \"mission\": \"mli\"}, {\"kind\": \"vacancy\", \"id\": \"V-1\", \"mission\": \"eth\"}], \"clasification\": \"restricted\"}",
    "{\"mission\": \"mlii\", \"kind\": \"vacancy\", \"records\": [{\"id\": \"V-2\", \"role\": \"project-manager\"}]}",
    "{\"mission\": \"eth\", \"record\": [{\"id\": \"V-3\"}]}",
    "{\"kind\": \"representation\", \"id\": \"R-X\", \"mission\": \"eth\", \"person\": \"mli/P-01\", \"platform\": \"unct\"}",
    "nothing at all",
    "{\"kind\": \"contact\", \"id\": \"K-X\", \"role\": 3}",
    "{\"kind\": \"meeting\", \"id\": \"M-Q\", \"mission\": \"tcd\", \"platform\": \"wash\", \"clasification\": \"restricted\"}",
];

/// The records in layouts: as files, line by line, mixed, and with what is wrong among them.
pub(crate) fn layouts() -> Vec<(&'static str, Vec<Input>)> {
    let records = records();
    let lines = |records: &mut dyn Iterator<Item = &str>| {
        records.fold(String::new(), |text, line| text + line + "\n")
    };
    let adjacent = lines(&mut records.iter().map(|record| record.text.as_str()));
    let mut mixed: Vec<&Record> = records.iter().collect();
    mixed.sort_by_key(|record| {
        let sum: usize = record.text.bytes().map(usize::from).sum();
        (sum * 7919) % 1009
    });
    let mixed: Vec<&str> = mixed.iter().map(|record| record.text.as_str()).collect();
    let mut hard: Vec<String> = mixed.iter().map(|line| (*line).to_owned()).collect();
    for (at, line) in HARD.iter().enumerate() {
        hard.insert((at * 53) % hard.len(), (*line).to_owned());
    }
    let hard = lines(&mut hard.iter().map(String::as_str));
    let mut marked = b"\xEF\xBB\xBF".to_vec();
    marked.extend(hard.bytes());
    let latin = hard.replacen("P-Z", "P-\u{1}", 1).into_bytes();
    let latin: Vec<u8> = latin
        .into_iter()
        .map(|byte| if byte == 1 { 0xE9 } else { byte })
        .collect();
    let merge = hard.replacen(
        "{}\n",
        "<<<<<<< ours\n{\"kind\": \"person\"}\n=======\n{}\n>>>>>>> theirs\n",
        1,
    );
    let spread = hard.replacen("{}\n", "{\"kind\": \"person\",\n\"mission\": \"mli\"}\n", 1);
    let files = records
        .iter()
        .enumerate()
        .map(|(at, record)| input(&format!("{}.{at}.json", record.path), record.text.as_str()));
    let mut files: Vec<Input> = files.collect();
    let plain = files.clone();
    let broken = HARD.iter().enumerate();
    files.extend(broken.map(|(at, line)| input(&format!("eth/hard{at}.json"), *line)));
    vec![
        ("files", plain),
        ("hard files", files),
        ("adjacent", vec![input("all.ndjson", adjacent)]),
        (
            "mixed",
            vec![input("all.ndjson", lines(&mut mixed.into_iter()))],
        ),
        ("hard", vec![input("all.ndjson", hard.clone())]),
        (
            "hard in folders",
            vec![
                input("a/all.ndjson", hard.clone()),
                input("mli/more.ndjson", HARD[4]),
                input("mli/people.jsonl", HARD[5]),
                input("mli/other.json", HARD[13].replace("eth", "mli")),
                input("mli/text.ndjson", "a: 1\nb: 2\n"),
                input("empty.ndjson", "\n\n"),
            ],
        ),
        ("marked", vec![input("all.ndjson", marked)]),
        ("latin", vec![input("all.ndjson", latin)]),
        ("merge", vec![input("all.ndjson", merge)]),
        ("spread", vec![input("all.ndjson", spread)]),
    ]
}

/// Settings that say something about findings, and what a reader may see.
pub(crate) fn requests() -> Vec<Request> {
    let settings = r#"
        [severity]
        late-entry = "error"
        [[allow]]
        rule = "missing-property"
        mission = "mli"
        reason = "for a test"
        [[allow]]
        rule = "dangling-reference"
        path = "**"
        reason = "for a test"
        expires = 2025-03-01
        [[allow]]
        rule = "smt-com-absent"
        mission = "eth"
        reason = "never needed"
        [[overrides]]
        missions = ["eth"]
        [overrides.severity]
        missing-property = "warning"
        not-a-record = "off"
        "#;
    let catalogue = rules::catalogue();
    let settings = config::parse(settings, &catalogue).expect("valid settings");
    let source = config::Source {
        path: "missionlint.toml".to_owned(),
        covered: true,
        ..config::Source::default()
    };
    let plain = Request {
        describe: Describe::Overview,
        reveal: false,
        ..cases::request()
    };
    vec![
        Request {
            audience: Audience::Public,
            ..plain.clone()
        },
        Request {
            settings,
            configs: vec![source],
            ..plain.clone()
        },
        Request {
            reveal: true,
            describe: Describe::Counts,
            ..plain
        },
    ]
}

#[test]
fn every_layout_is_reported_alike_however_little_is_held() {
    for (name, inputs) in layouts() {
        for request in requests() {
            let report = assert_alike(name, &inputs, &request, &[(0, 2), (60_000, 1)]);
            assert!(report.inputs.records > 100, "{name}");
        }
    }
}

/// What a finding says, wherever it stands.
fn fact(found: &Found) -> String {
    let record = found.location.record.as_ref();
    let record = record.map(|(kind, id)| format!("{kind} {id:?}"));
    let inner = found.location.pointer.rsplit('/').next();
    format!(
        "{:?} {} {record:?} {inner:?} {} {}",
        found.mission,
        found.rule.id,
        describe_evidence(found),
        found.fingerprint
    )
}

#[test]
fn lines_are_judged_as_files_are() {
    let layouts = layouts();
    let facts = |name: &str| {
        let inputs = layouts.iter().find(|(it, _)| *it == name);
        let report = check(&inputs.unwrap().1, &cases::request(), u64::MAX);
        let mut facts: Vec<String> = report.findings.iter().map(fact).collect();
        facts.sort();
        let mut blocked: Vec<String> = report
            .not_checked
            .iter()
            .map(|it| {
                format!(
                    "{} {} {:?} {}",
                    it.rule.id,
                    it.reason,
                    it.mission,
                    it.locations.len()
                )
            })
            .collect();
        blocked.sort();
        (facts, blocked)
    };
    let files = facts("files");
    assert!(!files.0.is_empty());
    assert_eq!(files, facts("adjacent"));
    assert_eq!(files, facts("mixed"));
}

/// An order of inputs is not relied on, nor is their number: each is given its own path.
#[test]
fn many_small_parts_of_one_file_keep_their_places() {
    let line = r#"{"kind": "person", "id": "P-1", "mission": "mli", "assignments": 3}"#;
    let other = r#"{"kind": "person", "id": "P-2", "mission": "eth", "assignments": 4}"#;
    let text = [line, "", other, line, other, "", "", other].join("\n");
    let inputs = [input("all.ndjson", text.clone())];
    let report = assert_alike("places", &inputs, &cases::request(), &[(0, 1), (100, 2)]);
    let found: Vec<(u64, Arc<str>)> = report
        .findings
        .iter()
        .filter(|found| found.rule.id == "wrong-type")
        .map(|found| (found.location.start.line, found.mission.clone().unwrap()))
        .collect();
    let expected = [3, 5, 8].map(|line| (line, "eth"));
    let expected = expected.into_iter().chain([1, 4].map(|line| (line, "mli")));
    let expected: Vec<(u64, Arc<str>)> = expected.map(|(line, it)| (line, it.into())).collect();
    assert_eq!(found, expected);
    for found in &report.findings {
        let start = usize::try_from(found.location.start.offset).unwrap();
        let end = usize::try_from(found.location.end.offset).unwrap();
        assert!(text.get(start..end).is_some());
    }
}
