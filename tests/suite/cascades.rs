//! Signs in place of others, behind which nothing stands where it was meant: a few findings, and the rest not checked.

use crate::mission::Mission;

/// The file, a text that occurs once in it, with `«…»` around what is replaced, and by what.
const REPLACED: [(&str, &str, &str); 9] = [
    (
        "people.json",
        "    }«,»\n    {\n      \"id\": \"P-18\"",
        "]",
    ),
    (
        "people.json",
        "\"id\": \"P-08\",\n      \"confirmed\"«:»",
        "{",
    ),
    ("people.json", "\"programme\": \"G-hea\" }«]»", "["),
    (
        "people.json",
        "\"to\": \"2025-05-31\" }\n      ],\n      \"programmes\": [«{» \"programme\": \"G-hea\"",
        "}",
    ),
    (
        "people.json",
        "    }«,»\n    {\n      \"id\": \"P-08\"",
        "]",
    ),
    (
        "people.json",
        "    }«,»\n    {\n      \"id\": \"P-28\"",
        "]",
    ),
    ("people.json", "    «{»\n      \"id\": \"P-08\"", "("),
    (
        "meetings/2025-03.json",
        "    «{»\n      \"id\": \"M-2\"",
        "[",
    ),
    ("people.json", "    «{»\n      \"id\": \"P-02\"", "\""),
];

#[test]
fn a_sign_in_place_of_another_is_a_few_findings_and_the_rest_is_not_checked() {
    for (file, place, sign) in REPLACED {
        let (before, rest) = place.split_once('«').unwrap();
        let (replaced, after) = rest.split_once('»').unwrap();
        let found = format!("{before}{replaced}{after}");
        let mission = Mission::clean().with(file, &found, &format!("{before}{sign}{after}"));
        let report = mission.check();
        let rules: Vec<&str> = report.findings.iter().map(|found| found.rule.id).collect();
        assert!((1..=8).contains(&rules.len()), "{place} {sign}: {rules:?}");
        assert!(rules.contains(&"syntax-error"), "{place} {sign}: {rules:?}");
        // A bracket of another kind is read as the one that was meant.
        let read = "([".contains(sign) && rules.len() == 1;
        assert!(read || !report.not_checked.is_empty(), "{place} {sign}");
    }
}

const ROLE: &str = "\"role\": \"resource-management-officer\", \"kind\": \"staff\", \"duty_station\": \"bko\", \"from\": \"2023-06-01\"";

#[test]
fn another_quote_in_place_of_one_is_one_finding() {
    for sign in ["'", "`", "«", "“", "”", "‘"] {
        for (find, at) in [(ROLE, 0), (ROLE, 8)] {
            let damaged = format!("{}{sign}{}", &find[..at], &find[at + 1..]);
            let report = Mission::clean().with("people.json", find, &damaged).check();
            let rules: Vec<&str> = report.findings.iter().map(|found| found.rule.id).collect();
            assert_eq!(rules, ["syntax-error"], "{damaged}");
        }
    }
}

#[test]
fn records_in_cells_of_a_table_are_one_finding() {
    let mission = Mission::clean();
    let path = "meetings/clusters-2024.ndjson";
    let cells: Vec<String> = mission.files[path]
        .lines()
        .map(|line| format!("\"{}\"", line.replace('"', "\"\"")))
        .collect();
    for header in ["", "record\n"] {
        let mut table = mission.clone();
        let text = format!("{header}{}\n", cells.join("\n"));
        table.files.insert(path.to_owned(), text);
        let report = table.check();
        let rules: Vec<&str> = report.findings.iter().map(|found| found.rule.id).collect();
        assert_eq!(rules, ["syntax-error"], "{header}");
        assert!(!report.not_checked.is_empty());
    }
}
