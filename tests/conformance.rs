//! `check --schema` on the official suite of JSON Schema 2020-12: its verdicts, and for every invalid instance a finding
//! that lies in it.
//!
//! The suite is no part of the project. Where it is absent the test is reported as ignored, by name.

use std::path::{Path, PathBuf};

use libtest_mimic::{Arguments, Failed, Trial};
use missionlint::calendar::parse_day;
use missionlint::catalogue::Severity;
use missionlint::config::Settings;
use missionlint::engine::{self, Content, Input, Request};
use missionlint::reference::Policy;
use missionlint::report::{Audience, Report};
use missionlint::schema::{Contract, SchemaFile, Unread, load};
use missionlint_tape::Formats;
use serde_json::Value;

/// Names the folder that holds the suites; without it they are looked for next to the project.
const VARIABLE: &str = "MISSIONLINT_SUITES";

const FOLDER: &str = "json-schema-test-suite/tests/draft2020-12";

/// Schemas that refer to a server, which nothing is fetched from.
const SERVER: &str = "http://localhost:1234/";

fn main() {
    let arguments = Arguments::from_args();
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/suites");
    let asked_for = std::env::var_os(VARIABLE);
    let absent = asked_for.is_none() && !beside().join(FOLDER).is_dir();
    let folder = asked_for.map_or_else(beside, PathBuf::from).join(FOLDER);
    let verdicts = Trial::test("the_suite_s_verdicts_with_places", move || check(&folder));
    libtest_mimic::run(&arguments, vec![verdicts.with_ignored_flag(absent)]).exit();
}

fn check(folder: &Path) -> Result<(), Failed> {
    let (mut complaints, mut tests, mut refused) = (Vec::new(), 0, 0);
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            continue;
        }
        let groups: Value = serde_json::from_slice(&std::fs::read(&path)?)?;
        for group in groups.as_array().into_iter().flatten() {
            match run(group) {
                Ok(reports) => {
                    for (test, report) in reports {
                        tests += 1;
                        let complaint = complaint(test, &report);
                        complaints.extend(complaint.map(|why| {
                            format!("{}: {}: {why}", path.display(), group["description"])
                        }));
                    }
                }
                Err(rules) if is_about_server(group, &rules) => refused += 1,
                Err(rules) => complaints.push(format!("{}: refused by {rules:?}", path.display())),
            }
        }
    }
    if complaints.is_empty() && tests > 1000 && refused < 30 {
        return Ok(());
    }
    let list = complaints.join("\n");
    Err(format!("{tests} tests, {refused} schemas refused\n{list}").into())
}

/// The tests of a group with their reports, or the rules that its schema breaks.
fn run(group: &Value) -> Result<Vec<(&Value, Report)>, Vec<&'static str>> {
    let text = group["schema"].to_string();
    let read = |path: &str| match path {
        "/schema.json" => Ok(SchemaFile {
            shown: "schema.json".to_owned(),
            bytes: text.clone().into_bytes(),
        }),
        _ => Err(Unread::Missing),
    };
    // As the suite's main part expects: `format` is an annotation.
    let schema = load("/schema.json", &read, Formats::Annotation).map_err(|_| Vec::new())?;
    if schema.is_broken() {
        let errors = schema.findings.iter().map(|finding| finding.rule.id);
        return Err(errors.collect());
    }
    let contract = Contract::of_values(schema);
    let tests = group["tests"].as_array().into_iter().flatten();
    let reports = tests.map(|test| {
        let input = Input {
            path: "instance.json".into(),
            content: Content::Bytes(test["data"].to_string().into_bytes()),
        };
        (test, engine::check_by(vec![input], &request(), &contract))
    });
    Ok(reports.collect())
}

fn request() -> Request {
    Request {
        settings: Settings::default(),
        as_of: parse_day("2025-03-31").unwrap_or_default(),
        policy: Policy::default(),
        select: Vec::new(),
        ignore: Vec::new(),
        audience: Audience::Internal,
        reveal: false,
        overview: false,
        configs: Vec::new(),
    }
}

/// What is wrong with the report on a test, if anything.
fn complaint(test: &Value, report: &Report) -> Option<String> {
    let size = test["data"].to_string().len() as u64;
    let errors = report
        .findings
        .iter()
        .filter(|found| found.severity == Severity::Error);
    let places: Vec<(u64, u64)> = errors
        .map(|found| (found.location.start.offset, found.location.end.offset))
        .collect();
    let outside = |&(start, end): &(u64, u64)| start >= end || end > size;
    if test["valid"] != places.is_empty() {
        Some(format!(
            "{}: {} findings",
            test["description"],
            places.len()
        ))
    } else if places.iter().any(outside) {
        Some(format!(
            "{}: a finding outside: {places:?}",
            test["description"]
        ))
    } else if !report.not_checked.is_empty() {
        Some(format!("{}: not checked", test["description"]))
    } else {
        None
    }
}

fn is_about_server(group: &Value, rules: &[&str]) -> bool {
    let known = ["schema-unresolved-reference", "schema-unknown-draft"];
    rules.iter().any(|rule| known.contains(rule)) && group["schema"].to_string().contains(SERVER)
}
