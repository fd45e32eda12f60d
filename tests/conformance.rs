//! `check --schema` on the official suite of JSON Schema 2020-12: its verdicts, and for every invalid instance a finding
//! that lies in it. SARIF by its official schema.
//!
//! The suites are no part of the project. Where one is absent its test is reported as ignored, by name.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test may fail by panicking"
)]

#[path = "suite/cases.rs"]
#[expect(dead_code, reason = "shared with the tests of the suite")]
mod cases;
#[path = "suite/gallery.rs"]
mod gallery;
#[path = "suite/look.rs"]
#[expect(dead_code, reason = "shared with the tests of the suite")]
mod look;
#[path = "suite/mission.rs"]
#[expect(dead_code, reason = "shared with the tests of the suite")]
mod mission;
#[path = "suite/reports.rs"]
#[expect(dead_code, reason = "shared with the tests of the suite")]
mod reports;
#[path = "suite/tool.rs"]
#[expect(dead_code, reason = "shared with the tests of the suite")]
mod tool;

use std::path::{Path, PathBuf};

use libtest_mimic::{Arguments, Failed, Trial};
use missionlint::calendar::parse_day;
use missionlint::catalogue::Severity;
use missionlint::config::Settings;
use missionlint::engine::{self, Content, Input, Request};
use missionlint::output::Format;
use missionlint::reference::Policy;
use missionlint::report::{Audience, Report};
use missionlint::schema::{Contract, SchemaFile, Unread, load};
use missionlint_tape::{Formats, SchemaSet, Tree};
use serde_json::Value;

/// Names the folder that holds the suites; without it they are looked for next to the project.
const VARIABLE: &str = "MISSIONLINT_SUITES";

const FOLDER: &str = "json-schema-test-suite/tests/draft2020-12";

const SARIF: &str = "schemas/sarif-2.1.0.json";

/// Schemas that refer to a server, which nothing is fetched from.
const SERVER: &str = "http://localhost:1234/";

fn main() {
    let arguments = Arguments::from_args();
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/suites");
    let asked_for = std::env::var_os(VARIABLE);
    let is_asked_for = asked_for.is_some();
    let suites = asked_for.map_or_else(beside, PathBuf::from);
    let trial = |name, path, test: fn(&Path) -> Result<(), Failed>| {
        let path = suites.join(path);
        let absent = !is_asked_for && !path.exists();
        Trial::test(name, move || test(&path)).with_ignored_flag(absent)
    };
    let trials = vec![
        trial("the_suite_s_verdicts_with_places", FOLDER, check),
        trial("the_official_schema_takes_sarif_reports", SARIF, sarif),
    ];
    libtest_mimic::run(&arguments, trials).exit();
}

fn sarif(schema: &Path) -> Result<(), Failed> {
    let schema = std::fs::read_to_string(schema)?;
    // Draft 4 does not know all of its formats; nothing else in it depends on the draft.
    let (four, seven) = ("json-schema.org/draft-04", "json-schema.org/draft-07");
    let schema = schema.replacen(four, seven, 1);
    let uri = "https://json.schemastore.org/sarif-2.1.0.json";
    let set = SchemaSet::parse([(uri, schema.as_str())]).map_err(|error| format!("{error:?}"))?;
    let validator = set.compile(uri).map_err(|error| format!("{error:?}"))?;
    let violations = |json: String| {
        let mut tree = Tree::new(json);
        tree.parse_document()
            .map_err(|error| format!("{error:?}"))?;
        let root = tree.roots().next().ok_or("no value")?;
        let found = validator.violations(root);
        let found = found.iter().map(|violation| {
            let at = tree.node(violation.node).pointer_from(root);
            format!("{at}: {violation:?}")
        });
        Ok::<_, Failed>(found.collect::<Vec<_>>())
    };
    let wrong = r#"{"version": "2.1.0", "runs": [{"results": [{"level": "advice"}]}]}"#;
    if violations(wrong.to_owned())?.len() < 3 {
        return Err("the schema takes what is no SARIF".into());
    }
    for case in reports::all() {
        let found = violations(reports::written(&case.report, Format::Sarif))?;
        if !found.is_empty() {
            return Err(format!("{}:\n{}", case.name, found.join("\n")).into());
        }
    }
    Ok(())
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
        describe: missionlint::engine::Describe::Nothing,
        configs: Vec::new(),
        held: None,
        baseline: None,
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
