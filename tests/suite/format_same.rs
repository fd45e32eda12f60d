//! Every format tells the same: read back by libraries, they are compared with JSON.

use std::collections::BTreeSet;

use missionlint::config;
use missionlint::engine::{self, Request};
use missionlint::output::Format;
use missionlint::report::Report;
use missionlint_tape::SchemaSet;
use serde_json::Value;

use crate::cases;
use crate::formats::output_schema;
use crate::look::ROOMY;
use crate::readers::{self, Told, written};
use crate::reports::{full_report, inputs_of_all_sorts};

/// The gallery with accepted findings and a file that is not there.
fn report_with_everything() -> Report {
    let allow = "[[allow]]\nrule = \"value-not-allowed\"\npath = \"**/many.ndjson\"\nreason = \"agreed | *with* <all>\"\nowner = \"@im\"\nexpires = \"2025-12-31\"\n";
    let settings = config::parse(allow, &missionlint::rules::catalogue()).unwrap();
    let request = Request {
        settings,
        reveal: false,
        ..cases::request()
    };
    let report = engine::check(inputs_of_all_sorts(), &request);
    assert!(report.suppressed().count() > 10 && report.counting().count() > 10);
    assert!(!report.not_checked.is_empty() && !report.faults.is_empty());
    report
}

/// What is told apart by a form in its own words.
fn without_details(mut told: Told, format: Format) -> Told {
    if matches!(format, Format::Junit | Format::Checkstyle) {
        // XML 1.0 has no way to write these two.
        let writable = |text: &str| text.replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}");
        for seen in &mut told.findings {
            seen.path = writable(&seen.path);
            seen.message = writable(&seen.message);
            seen.related = seen.related.iter().map(|place| writable(place)).collect();
        }
        let blocked = told.blocked.iter();
        told.blocked = blocked
            .map(|(rule, place)| (rule.clone(), writable(place)))
            .collect();
    }
    for seen in &mut told.findings {
        if seen.suppressed.is_some() {
            match format {
                // The word of the form for what is not to be reported; under a heading of all severities.
                Format::Checkstyle | Format::Markdown => seen.severity.clear(),
                // A skipped case has a message alone.
                Format::Junit => seen.related.clear(),
                _ => {}
            }
        }
        // Owner and last day stand behind the reason.
        if let Some(reason) = &mut seen.suppressed {
            *reason = reason.split(" · ").next().unwrap().to_owned();
        }
    }
    told.findings.sort();
    told
}

pub(crate) fn assert_told(
    name: &str,
    format: Format,
    report: &Report,
    read: impl Fn(&str) -> Told,
) {
    let expected = readers::json(&written(report, Format::Json, ROOMY));
    let text = written(report, format, ROOMY);
    let (found, expected) = (
        without_details(read(&text), format),
        without_details(expected, format),
    );
    for (found, expected) in found.findings.iter().zip(&expected.findings) {
        assert_eq!(found, expected, "{name}, {}", format.code());
    }
    assert_eq!(
        found.findings.len(),
        expected.findings.len(),
        "{name}, {}",
        format.code()
    );
    assert_eq!(found.blocked, expected.blocked, "{name}, {}", format.code());
    assert_eq!(found.faults, expected.faults, "{name}, {}", format.code());
}

#[test]
fn every_format_tells_what_json_tells() {
    let whole = [
        ("full", full_report()),
        ("everything", report_with_everything()),
    ];
    let whole = whole.iter().map(|(name, report)| (*name, report));
    // Those of all kinds of broken documents, and every eighth of the others: each is written and read six times.
    let cases = cases::all().iter().enumerate();
    let cases = cases.filter(|(number, case)| case.name == "broken" || number % 8 == 0);
    let cases = cases.map(|(_, case)| (case.name.as_str(), &case.report));
    for (name, report) in whole.chain(cases) {
        assert_told(name, Format::Ndjson, report, readers::ndjson);
        assert_told(name, Format::Csv, report, readers::csv);
        assert_told(name, Format::Junit, report, readers::junit);
        assert_told(name, Format::Checkstyle, report, readers::checkstyle);
        assert_told(name, Format::Markdown, report, readers::markdown);
    }
}

#[test]
fn lines_satisfy_the_schema_of_a_line() {
    let (text, schema) = output_schema("report");
    let uri = schema["$id"].as_str().unwrap();
    let line = format!(r#"{{"$id": "{uri}/line", "$ref": "{uri}#/$defs/line"}}"#);
    let wanted = format!("{uri}/line");
    let set = SchemaSet::parse([(uri, text.as_str()), (wanted.as_str(), line.as_str())]).unwrap();
    let validator = set.compile(&wanted).unwrap();
    let problems = |line: &str| {
        let mut tree = missionlint_tape::Tree::new(line.to_owned());
        tree.parse_document().unwrap();
        let root = tree.roots().next().unwrap();
        validator.violations(root).len()
    };
    let mut types = BTreeSet::new();
    let mut first = Vec::new();
    for line in written(&report_with_everything(), Format::Ndjson, ROOMY).lines() {
        assert_eq!(problems(line), 0, "{line}");
        let value: Value = serde_json::from_str(line).unwrap();
        let name = value["type"].as_str().unwrap().to_owned();
        assert!(
            problems(&line.replacen("\"type\":", "\"typ\":", 1)) > 0,
            "a line without type"
        );
        if types.insert(name.clone()) {
            first.push(name);
        }
    }
    assert_eq!(first, ["run", "rule", "finding", "not_checked", "fault"]);
}

#[test]
fn a_clean_run_is_a_valid_report_with_something_in_it() {
    let mission = crate::mission::Mission::clean();
    let report = mission.check();
    assert!(report.findings.is_empty() && report.is_ready());
    let junit =
        junit_parser::from_reader(written(&report, Format::Junit, ROOMY).as_bytes()).unwrap();
    assert_eq!((junit.failures, junit.errors), (0, 0));
    let run = report
        .rules
        .iter()
        .filter(|count| count.tally.run > 0)
        .count() as u64;
    assert_eq!(
        junit.tests - junit.skipped,
        run,
        "what judged something has passed"
    );
    assert_eq!(junit.tests, report.rules.len() as u64);
    assert_eq!(
        readers::checkstyle(&written(&report, Format::Checkstyle, ROOMY)),
        Told::default()
    );
    assert_eq!(
        readers::csv(&written(&report, Format::Csv, ROOMY)),
        Told::default()
    );
    let markdown = written(&report, Format::Markdown, ROOMY);
    assert!(
        markdown.starts_with("## ✅ missionlint: ready\n\nnothing found · "),
        "{markdown}"
    );
    assert_eq!(readers::markdown(&markdown), Told::default());
}

/// The header is part of the interface: columns keep their names and their order, new ones come at the end.
#[test]
fn columns_are_stable_and_lines_end_as_rfc_4180_says() {
    let text = written(&full_report(), Format::Csv, ROOMY);
    let text = text.strip_prefix('\u{feff}').expect("a mark for Excel");
    let header = "type,severity,rule,family,mission,record_kind,record_id,path,line,column,end_line,end_column,pointer,message,\
                  help,related,because,change,obstacle,policy_pack,strength,in_force_from,judged_on,suppressed_by,\
                  suppressed_reason,owner,expires,fingerprint,help_url,as_of,verdict,since,earlier\r\n";
    assert!(text.starts_with(header), "{}", text.lines().next().unwrap());
    assert!(text.ends_with("\r\n"));
    // What is no number does not begin like a formula, wherever a spreadsheet may cut.
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    for row in reader.records() {
        for cell in &row.unwrap() {
            for part in cell.split([';', '\n']) {
                let part = part.trim_start_matches([' ', '"']);
                assert!(
                    !part.starts_with(['=', '+', '-', '@', '\t', '\r']),
                    "{cell}"
                );
            }
        }
    }
}
