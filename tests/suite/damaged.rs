//! Slips that would make hundreds of findings of one: the exact number of findings, on the Mali mission.

use missionlint::report::{Found, Report};

use crate::mission::{Mission, describe_evidence};

const JANUARY: &str = "meetings/2025-01.json";
const LINES: &str = "meetings/clusters-2024.ndjson";
const PEOPLE: &str = "people.json";

/// The slip of the only finding.
fn only<'r>(report: &'r Report, what: &str) -> &'r Found {
    let [found] = report.findings.as_slice() else {
        let rules: Vec<(&str, String)> = report
            .findings
            .iter()
            .map(|found| (found.rule.id, describe_evidence(found)))
            .collect();
        panic!("{what}: {rules:#?}");
    };
    found
}

fn assert_slip(found: &Found, slip: &str) {
    assert_eq!(found.rule.id, "syntax-error");
    let evidence = describe_evidence(found);
    assert!(
        evidence.contains(&format!("slip:list={slip}")),
        "{slip}: {evidence}"
    );
}

/// What stands in the file once, what is written instead, and the slip.
const EDITS: &[(&str, &str, &str, &str)] = &[
    (
        PEOPLE,
        "[{ \"role\": \"resource-management-officer\"",
        "[{ \"role: \"resource-management-officer\"",
        "unclosed-string",
    ),
    (
        PEOPLE,
        "[{ \"role\": \"resource-management-officer\"",
        "[{ role\": \"resource-management-officer\"",
        "unopened-string",
    ),
    (
        PEOPLE,
        "[{ \"role\": \"resource-management-officer\"",
        "[{ \"\"role\": \"resource-management-officer\"",
        "extra-quote",
    ),
    (
        PEOPLE,
        "[{ \"role\": \"resource-management-officer\"",
        "[{ \"role\"\": \"resource-management-officer\"",
        "extra-quote",
    ),
    (
        PEOPLE,
        "[{ \"role\": \"resource-management-officer\"",
        "[{ \"role\": \"resource-management-officer",
        "unclosed-string",
    ),
    (
        PEOPLE,
        "[{ \"role\": \"resource-management-officer\"",
        "[{ \"role\": resource-management-officer\"",
        "unopened-string",
    ),
    (
        PEOPLE,
        "[{ \"role\": \"resource-management-officer\"",
        "[{ \"role\": \"\"resource-management-officer\"",
        "extra-quote",
    ),
    (
        PEOPLE,
        "[{ \"role\": \"resource-management-officer\"",
        "[{ \"role\": \"\"resource-management-officer\"\"",
        "doubled-quotes",
    ),
    (
        PEOPLE,
        "[{ \"role\": \"resource-management-officer\"",
        "[{ \"role\": \"resource \"management\" officer\"",
        "inner-quote",
    ),
    (
        PEOPLE,
        "[{ \"role\": \"resource-management-officer\"",
        "[{ \"role\": {{ role }}",
        "placeholder",
    ),
    (
        PEOPLE,
        "[{ \"role\": \"resource-management-officer\"",
        "[{ \"role\": ${role}",
        "placeholder",
    ),
    (
        PEOPLE,
        "[{ \"role\": \"resource-management-officer\"",
        "[{ \"role\": #N/A",
        "spreadsheet-error",
    ),
    (
        PEOPLE,
        "[{ \"role\": \"resource-management-officer\"",
        "[{ \"role\": \"resource-\" + \"management-officer\"",
        "concatenation",
    ),
    (PEOPLE, "\"records\": [", "\"records\": {", "wrong-brace"),
    (
        JANUARY,
        "\"recorded_on\": \"2025-01-24\"",
        "\"recorded_on\": 2025-01-24",
        "unquoted-date",
    ),
    (
        JANUARY,
        "\"recorded_on\": \"2025-01-24\"",
        "\"recorded_on: \"2025-01-24\"",
        "unclosed-string",
    ),
];

#[test]
fn one_slip_is_one_finding() {
    for (file, find, replacement, slip) in EDITS {
        let report = Mission::clean().with(file, find, replacement).check();
        assert_slip(only(&report, replacement), slip);
    }
}

/// A file with every quote written in another way.
#[test]
fn quotes_that_were_spoilt_throughout_are_one_finding() {
    for (quote, slip) in [("\"\"", "doubled-quotes"), ("\\\"", "escaped-quotes")] {
        let mut mission = Mission::clean();
        let text = mission.files.get_mut(PEOPLE).unwrap();
        *text = text.replace('"', quote);
        assert_slip(only(&mission.check(), quote), slip);
    }
}

/// The Mali mission with its file of lines written by a function of the lines.
fn lines(write: impl Fn(&[&str]) -> String) -> Report {
    let mut mission = Mission::clean();
    let text = mission.files.get_mut(LINES).unwrap();
    let all: Vec<&str> = text.lines().collect();
    assert!(all.len() > 5);
    *text = write(&all);
    mission.check()
}

fn pretty(line: &str) -> String {
    let value: serde_json::Value = serde_json::from_str(line).unwrap();
    serde_json::to_string_pretty(&value).unwrap()
}

#[test]
fn records_over_several_lines_are_said_once_and_read() {
    let one = lines(|all| [&[all[0], &pretty(all[1])], &all[2..]].concat().join("\n"));
    let found = only(&one, "one");
    assert_slip(found, "over-several-lines");
    assert_eq!(found.location.start.line, 2);
    let all = lines(|all| all.iter().map(|line| pretty(line) + "\n").collect());
    assert_slip(only(&all, "all"), "over-several-lines");
    let broken = lines(|all| {
        let (first, rest) = all[0].split_at(all[0].find(", ").unwrap() + 1);
        [&[first, rest], &all[1..]].concat().join("\n")
    });
    assert_slip(only(&broken, "broken"), "over-several-lines");
    for report in [one, all, broken] {
        assert!(
            report
                .not_checked
                .iter()
                .all(|entry| entry.reason != "syntax")
        );
    }
}

/// A line that does not end is no reason to take the next ones for a part of it.
#[test]
fn a_line_that_was_cut_off_hides_no_other() {
    let report = lines(|all| {
        let cut = &all[0][..all[0].len() - 1];
        [&[cut], &all[1..]].concat().join("\n")
    });
    let found = only(&report, "cut");
    assert_slip(found, "unclosed-bracket");
    assert_eq!(found.location.start.line, 1);
}

#[test]
fn lines_that_end_with_commas_are_said_once() {
    let report = lines(|all| all.join(",\n"));
    assert_slip(only(&report, "commas"), "comma-after-line");
}

#[test]
fn two_records_on_a_line_are_not_told_to_change_the_name() {
    let report = lines(|all| {
        [&[&*[all[0], all[1]].join(" ")], &all[2..]]
            .concat()
            .join("\n")
    });
    assert_slip(only(&report, "two"), "second-in-line");
}

#[test]
fn an_envelope_without_a_kind_is_one_finding() {
    let mission = Mission::clean().with(PEOPLE, "  \"kind\": \"person\",\n", "");
    let report = mission.check();
    let missing = |found: &&Found| found.rule.id == "missing-kind";
    assert_eq!(report.findings.iter().filter(missing).count(), 1);
    let found = report.findings.iter().find(missing).unwrap();
    assert_eq!(found.location.pointer, "");
}

#[test]
fn an_envelope_without_a_mission_is_one_finding_and_its_records_are_checked_with_the_others() {
    let mission = Mission::clean().with(PEOPLE, "  \"mission\": \"mli\",\n", "");
    let report = mission.check();
    let found = only(&report, "envelope without a mission");
    assert_eq!(found.rule.id, "missing-mission");
    assert_eq!(found.location.pointer, "");
    assert!(report.not_checked.is_empty());
}

#[test]
fn an_envelope_in_a_list_is_one_finding_and_its_records_are_read() {
    let mut mission = Mission::clean();
    let text = &mission.files[PEOPLE];
    let list = format!("[\n{}\n]\n", text.trim_end());
    mission.files.insert(PEOPLE.to_owned(), list);
    let report = mission.check();
    let found = only(&report, "envelope in a list");
    assert_eq!(found.rule.id, "not-a-record");
    assert_eq!(found.location.pointer, "/0");
    assert!(describe_evidence(found).contains("envelope"));
    assert!(report.not_checked.is_empty());
}
