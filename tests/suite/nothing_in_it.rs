//! A line that should hold a record and holds nothing is what a file of its own would be.

use std::collections::BTreeSet;

use missionlint::report::Report;

use crate::mission::Mission;
use crate::tool::Folder;

fn count(report: &Report, rule: &str) -> usize {
    let found = report.findings.iter();
    found.filter(|found| found.rule.id == rule).count()
}

/// The rules that could not judge everything in each mission.
fn blocked(report: &Report) -> BTreeSet<(Option<String>, &'static str)> {
    let entries = report.not_checked.iter();
    let entries = entries.map(|it| (it.mission.as_deref().map(str::to_owned), it.rule.id));
    entries.collect()
}

/// A mission with a file more.
fn with(path: &str, text: &str) -> Report {
    let mut mission = Mission::clean();
    mission.files.insert(path.to_owned(), text.to_owned());
    mission.check()
}

#[test]
fn a_line_that_holds_nothing_blocks_what_a_file_that_does_would() {
    for text in ["null", "5", "\"x\"", "{}", " { } "] {
        let file = with("odd.json", text);
        let lines = with("odd.ndjson", &format!("\n{text}\n"));
        assert_eq!(count(&lines, "not-a-record"), 1, "{text}");
        assert_eq!(lines.findings.len(), file.findings.len(), "{text}");
        assert_eq!(lines.findings[0].mission, file.findings[0].mission);
        assert!(!blocked(&file).is_empty(), "{text}");
        assert_eq!(blocked(&lines), blocked(&file), "{text}");
    }
    // Nothing is wrong with what holds no record because there is none, and what is of another kind has lost none.
    for text in ["[]", "{\"records\": []}", "{\"name\": \"x\"}", "[{}]"] {
        for path in ["odd.json", "odd.ndjson"] {
            assert!(blocked(&with(path, text)).is_empty(), "{path} {text}");
        }
    }
}

/// Records of other missions in the same file are judged, where it is known whose the line is.
#[test]
fn a_line_that_holds_nothing_concerns_the_mission_of_its_folder() {
    let record = |mission: &str, more: &str| {
        format!("{{\"kind\": \"person\", \"mission\": \"{mission}\", \"id\": \"P-1\"{more}}}\n")
    };
    let folder = Folder::new()
        .with("mli/a.ndjson", record("mli", "") + "null\n")
        .with("eth/a.ndjson", record("eth", ", \"rank\": 1"));
    let of = |memory: &[&str]| folder.report(&[&["."], memory].concat());
    let report = of(&[]);
    let blocked = report["not_checked"].as_array().unwrap().iter();
    let by_line = blocked.filter(|it| it["reason"] == "no-record");
    let missions: BTreeSet<&str> = by_line.filter_map(|it| it["mission"].as_str()).collect();
    assert_eq!(missions.into_iter().collect::<Vec<_>>(), ["mli"]);
    assert_eq!(of(&["--memory", "1"]), report);
}

/// Where it may be of any mission it blocks all, whatever is held and whenever it comes.
#[test]
fn a_line_that_holds_nothing_may_be_of_any_mission() {
    let blanks = " ".repeat(9_000);
    let mut lines: Vec<String> = Vec::new();
    for mission in ["eth", "mli", "ner", "nga"] {
        lines.extend((0..100).map(|number| {
            format!("{{\"kind\": \"person\", \"mission\": \"{mission}\", \"id\": \"P-{number}\", {blanks}\"rank\": 1}}")
        }));
    }
    let mut whole = Vec::new();
    for at in [0, 250, lines.len()] {
        let mut lines = lines.clone();
        lines.insert(at, "{}".to_owned());
        let folder = Folder::new().with("all.ndjson", lines.join("\n"));
        let report = folder.report(&["all.ndjson"]);
        assert!(
            folder.report(&["all.ndjson", "--memory", "1"]) == report,
            "{at}"
        );
        let blocked = report["not_checked"].as_array().unwrap().iter();
        let by_line = blocked.filter(|it| it["reason"] == "no-record");
        let missions: BTreeSet<String> = by_line
            .filter_map(|it| it["mission"].as_str().map(str::to_owned))
            .collect();
        whole.push(missions);
    }
    let all: BTreeSet<String> = ["eth", "mli", "ner", "nga"].map(str::to_owned).into();
    assert!(whole.iter().all(|missions| *missions == all), "{whole:?}");
}
