//! Code quality of GitLab: entries as its documentation demands, and nothing of the report lost.

use std::collections::BTreeSet;

use missionlint::output::Format;
use serde_json::{Value, json as value};

use crate::cases::Case;
use crate::reports::{all, json, list, multiplied, text, written};
use crate::tool::Folder;

fn entries(report: &missionlint::report::Report) -> Vec<Value> {
    let written = written(report, Format::Gitlab);
    assert!(
        !written.starts_with('\u{feff}'),
        "GitLab refuses a byte order mark"
    );
    serde_json::from_str(&written).unwrap()
}

/// Required members, by docs.gitlab.com, *Code Quality*, "Code Quality report format".
#[test]
fn entries_are_as_gitlab_demands() {
    for Case { name, report } in all() {
        let entries = entries(report);
        let mut fingerprints = BTreeSet::new();
        for entry in &entries {
            let names: Vec<&str> = entry
                .as_object()
                .unwrap()
                .keys()
                .map(String::as_str)
                .collect();
            let mut expected = [
                "description",
                "check_name",
                "fingerprint",
                "severity",
                "location",
            ];
            expected.sort_unstable();
            assert!(
                names.iter().all(|name| expected.contains(name)) && names.len() == 5,
                "{name}: {entry}"
            );
            let severities = ["info", "minor", "major", "critical", "blocker"];
            assert!(
                severities.contains(&text(&entry["severity"])),
                "{name}: {entry}"
            );
            let begin = entry["location"]["lines"]["begin"].as_u64().unwrap();
            let end = entry["location"]["lines"]["end"].as_u64().unwrap();
            assert!(1 <= begin && begin <= end, "{name}: {entry}");
            let path = text(&entry["location"]["path"]);
            assert!(
                !path.is_empty() && !path.starts_with("./"),
                "{name}: {entry}"
            );
            let id = text(&entry["check_name"]);
            assert!(
                text(&entry["description"]).starts_with(&format!("{id}: ")),
                "{name}: {entry}"
            );
            assert!(
                fingerprints.insert(text(&entry["fingerprint"])),
                "{name}: twice {entry}"
            );
        }
    }
}

#[test]
fn entries_are_the_findings_the_faults_and_what_was_not_checked() {
    for Case { name, report } in all() {
        let (entries, json) = (entries(report), json(report));
        let weight = |severity: &Value| match text(severity) {
            "error" => "critical",
            "warning" => "major",
            _ => "info",
        };
        let mut expected: Vec<Value> = Vec::new();
        for finding in list(&json["findings"]) {
            let at = &finding["location"];
            let suppressed = !finding["suppressed"].is_null();
            let severity = if suppressed {
                "info"
            } else {
                weight(&finding["severity"])
            };
            expected.push(value!([
                finding["rule"],
                severity,
                at["path"],
                at["start"]["line"],
                at["end"]["line"],
                finding["fingerprint"]
            ]));
        }
        let found = entries.iter().filter(|entry| {
            let fingerprint = &entry["fingerprint"];
            expected.iter().any(|expected| expected[5] == *fingerprint)
        });
        let told: Vec<&Value> = found.collect();
        let mut found: Vec<Value> = told
            .iter()
            .map(|entry| {
                let at = &entry["location"];
                value!([
                    entry["check_name"],
                    entry["severity"],
                    at["path"],
                    at["lines"]["begin"],
                    at["lines"]["end"],
                    entry["fingerprint"]
                ])
            })
            .collect();
        let key = |entry: &Value| entry.to_string();
        found.sort_by_key(key);
        expected.sort_by_key(key);
        assert_eq!(found, expected, "{name}");
        for finding in list(&json["findings"]) {
            let same = |entry: &&&Value| entry["fingerprint"] == finding["fingerprint"];
            let description = text(&told.iter().find(same).unwrap()["description"]);
            let first = format!("{}: {}", text(&finding["rule"]), text(&finding["message"]));
            assert_eq!(description.lines().next(), Some(first.as_str()), "{name}");
            for related in list(&finding["related"]).iter().take(10) {
                assert!(
                    description.contains(text(&related["message"])),
                    "{name}: {related}"
                );
            }
            assert_eq!(
                description.contains("\nallowed: "),
                !finding["suppressed"].is_null(),
                "{name}"
            );
        }
        let others = list(&json["not_checked"]).len() + list(&json["faults"]).len();
        assert_eq!(entries.len(), expected.len() + others, "{name}");
        for entry in list(&json["not_checked"]) {
            let same = |told: &&Value| {
                told["check_name"] == entry["rule"]
                    && told["severity"] == weight(&entry["severity"])
                    && text(&told["description"]).contains(": not checked: ")
                    && told["location"]["path"] == entry["locations"][0]["path"]
            };
            assert!(entries.iter().any(|told| same(&told)), "{name}: {entry}");
        }
        for fault in list(&json["faults"]) {
            let same = |told: &&Value| {
                told["severity"] == "blocker" && told["location"]["path"] == fault["subject"]
            };
            assert!(entries.iter().any(|told| same(&told)), "{name}: {fault}");
        }
    }
}

#[test]
fn a_clean_run_is_an_empty_list_and_many_findings_are_all_there() {
    let mut report = multiplied(10_000);
    assert_eq!(entries(&report).len(), 10_000 + report.not_checked.len());
    report.findings.clear();
    report.not_checked.clear();
    assert_eq!(written(&report, Format::Gitlab), "[]\n");
}

#[test]
fn paths_are_relative_to_where_the_run_started() {
    let folder = Folder::new().with("a b/é.json", "{\"kind\": \"person\", }");
    let run = folder.run(&["check", "--format", "gitlab", "./a b"]);
    assert_eq!(run.code, Some(1), "{}", run.err);
    let entries: Vec<Value> = serde_json::from_str(&run.out).unwrap();
    assert!(
        entries
            .iter()
            .all(|entry| entry["location"]["path"] == "a b/é.json"),
        "{}",
        run.out
    );
}
