//! `missionlint diff`: two reports compared.

use serde_json::{Value, json};

use crate::tool::{Folder, project};

/// The Mali mission with reports of it before and after something was broken.
fn compared() -> Folder {
    let folder = Folder::new().with_copy(&project("fixtures/missions/mli"), "mli");
    let report = |name: &str, more: &[&str]| {
        let run = folder.run(&[&["check", "mli", "-o", name], more].concat());
        assert!(run.code != Some(2), "{run:?}");
    };
    report("old.json", &[]);
    let people = folder.read("mli/people.json");
    let mut value: Value = serde_json::from_str(&people).unwrap();
    value["records"].as_array_mut().unwrap().remove(0);
    folder.write("mli/people.json", value.to_string());
    report("new.json", &[]);
    report(
        "new-fr.json",
        &[
            "--lang",
            "fr",
            "--audience",
            "public",
            "--as-of",
            "2025-04-01",
            "--policy",
            "latest",
        ],
    );
    folder
}

fn diff(folder: &Folder, old: &str, new: &str) -> Value {
    let run = folder.run(&["diff", old, new, "--format", "json"]);
    serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {run:?}"))
}

fn prints(report: &Value, key: &str) -> Vec<String> {
    let list = report[key].as_array().unwrap().iter();
    let mut prints: Vec<String> = list
        .map(|it| it["fingerprint"].as_str().unwrap().to_owned())
        .collect();
    prints.sort();
    prints
}

#[test]
fn new_and_fixed_are_each_others_mirror() {
    let folder = compared();
    let same = diff(&folder, "old.json", "old.json");
    assert_eq!(
        same["summary"],
        json!({"new": 0, "fixed": 0, "unchanged": 1})
    );
    assert_eq!(same["warnings"], json!([]));
    let there = diff(&folder, "old.json", "new.json");
    let back = diff(&folder, "new.json", "old.json");
    assert_eq!(prints(&there, "new"), prints(&back, "fixed"));
    assert_eq!(prints(&there, "fixed"), prints(&back, "new"));
    let report: Value = serde_json::from_str(&folder.read("new.json")).unwrap();
    let all = prints(&report, "findings").len();
    assert_eq!(
        there["summary"]["new"].as_u64().unwrap() + there["summary"]["unchanged"].as_u64().unwrap(),
        all as u64
    );
    assert!(prints(&there, "new").len() > 3);
    let groups = there["groups"].as_array().unwrap().iter();
    let sum: u64 = groups.map(|group| group["new"].as_u64().unwrap()).sum();
    assert_eq!(sum, there["summary"]["new"].as_u64().unwrap());
    assert_eq!(folder.run(&["diff", "old.json", "new.json"]).code, Some(1));
    assert_eq!(folder.run(&["diff", "new.json", "old.json"]).code, Some(0));
    assert_eq!(
        folder
            .run(&["diff", "old.json", "new.json", "--fail-on", "never"])
            .code,
        Some(0)
    );
}

#[test]
fn what_makes_reports_hard_to_compare_is_said() {
    let folder = compared();
    let found = diff(&folder, "new.json", "new-fr.json");
    assert_eq!(
        found["warnings"],
        json!([
            "other-day",
            "other-policy",
            "other-audience",
            "other-language",
            "blocked"
        ])
    );
    // Identity is the same for every reader.
    let kept = found["summary"]["unchanged"].as_u64().unwrap();
    assert!(kept > 3, "{found}");
    let run = folder.run(&["diff", "new.json", "new-fr.json"]);
    assert!(
        run.out
            .contains("note: the reports were made as of different days"),
        "{}",
        run.out
    );
}

#[test]
fn what_is_no_report_is_refused() {
    let folder = compared().with("a.json", "{}").with("b.json", "not JSON");
    let report: Value = serde_json::from_str(&folder.read("old.json")).unwrap();
    let other = |path: &str, value: Value| {
        let mut other = report.clone();
        *other.pointer_mut(path).unwrap() = value;
        other.to_string()
    };
    folder.write("version.json", other("/schema_version", json!(2)));
    folder.write("shape.json", other("/findings/0/severity", json!("dire")));
    folder.write("place.json", other("/findings/0/location", json!([])));
    for (name, expected) in [
        ("a.json", "is no report"),
        ("b.json", "is no report"),
        ("gone.json", "could not be read"),
        ("version.json", "a report of version 2"),
        ("shape.json", "is no report"),
        ("place.json", "is no report"),
    ] {
        for arguments in [["diff", "old.json", name], ["diff", name, "old.json"]] {
            let run = folder.run(&arguments);
            assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{name}");
            assert!(run.err.contains(expected), "{name}: {}", run.err);
        }
    }
}

#[test]
fn nothing_of_a_hostile_report_is_obeyed() {
    let folder = compared();
    let mut report: Value = serde_json::from_str(&folder.read("old.json")).unwrap();
    let hostile = "\u{1b}[31m|<b>@team #1 [x](http://e.org) `a` \u{202e}\n::error::x";
    for pointer in ["message", "rule", "mission", "fingerprint"] {
        report["findings"][0][pointer] = json!(hostile);
    }
    report["findings"][0]["location"]["path"] = json!(hostile);
    folder.write("hostile.json", report.to_string());
    for format in ["text", "json", "markdown"] {
        let run = folder.run(&[
            "diff",
            "old.json",
            "hostile.json",
            "--format",
            format,
            "--fail-on",
            "advice",
        ]);
        assert_eq!(run.code, Some(1));
        assert!(
            !run.out.contains(['\u{1b}', '\u{202e}']),
            "{format}: {}",
            run.out
        );
        assert!(
            !run.out.lines().any(|line| line.starts_with("::")),
            "{format}"
        );
        if format == "markdown" {
            for raw in ["<b>", "@team", "#1", "](", "http:", " `a`"] {
                assert!(!run.out.contains(raw), "{raw}: {}", run.out);
            }
        }
    }
    let found = diff(&folder, "old.json", "hostile.json");
    assert_eq!(found["new"][0]["message"], hostile);
}

/// Where less was looked at, nothing is called fixed or clean for it.
#[test]
fn what_was_not_looked_at_is_neither_fixed_nor_clean() {
    let folder = compared();
    let broken: Value = serde_json::from_str(&folder.read("new.json")).unwrap();
    let count = |list: &Value| list.as_array().unwrap().iter().map(|_| 1).sum::<u64>();
    let all = count(&broken["findings"]);
    for (name, more, recorded) in [
        (
            "select.json",
            &["mli", "--select", "late-entry"][..],
            json!(["late-entry"]),
        ),
        (
            "paths.json",
            &["mli/mission.json"][..],
            json!(["mli/mission.json"]),
        ),
    ] {
        folder.run(&[&["check", "-o", name], more].concat());
        let report: Value = serde_json::from_str(&folder.read(name)).unwrap();
        let member = name.trim_end_matches(".json");
        assert_eq!(report["run"][member], recorded);
        let found = diff(&folder, "new.json", name);
        assert!(
            found["warnings"]
                .as_array()
                .unwrap()
                .contains(&json!("other-scope"))
        );
        let unchanged = found["summary"]["unchanged"].as_u64().unwrap();
        assert_eq!(
            count(&found["not_looked_for"]) + unchanged,
            all,
            "{name}: {found}"
        );
        assert_eq!(found["summary"]["fixed"], 0, "{name}");
    }
    let run = folder.run(&["diff", "new.json", "select.json"]);
    assert!(
        run.out.contains("not looked for in the new run\n  mli/"),
        "{}",
        run.out
    );
    // What was looked for and is gone is fixed, wherever the path is named from.
    folder.run(&["check", "./mli/", "-o", "same.json"]);
    let found = diff(&folder, "new.json", "same.json");
    let warnings = found["warnings"].as_array().unwrap();
    assert!(!warnings.contains(&json!("other-scope")));
    let whole = folder.path().canonicalize().unwrap().join("mli");
    folder.run(&["check", whole.to_str().unwrap(), "-o", "whole.json"]);
    let report: Value = serde_json::from_str(&folder.read("whole.json")).unwrap();
    assert_eq!(report["run"]["paths"], json!(["mli"]));
    folder.run(&[
        "check",
        "mli",
        "--ignore",
        "late-entry",
        "-o",
        "ignore.json",
    ]);
    let report: Value = serde_json::from_str(&folder.read("ignore.json")).unwrap();
    assert_eq!(report["run"]["ignore"], json!(["late-entry"]));
}

#[test]
fn what_is_newly_not_checked_fails() {
    let folder = compared();
    // Without findings, what is not checked and faults decide alone.
    let with = |name: &str, member: &str, value: Value| {
        let mut report: Value = serde_json::from_str(&folder.read("old.json")).unwrap();
        report[member] = value;
        folder.write(name, report.to_string());
    };
    let entry = |severity: &str, record: Value, pointer: &str| {
        let place = json!({"line": 3, "column": 5, "offset": 9});
        json!([{"rule": "smt-com-absent", "severity": severity, "reason": "syntax", "mission": "mli",
            "locations": [{"path": "mli/a.json", "pointer": pointer, "start": place, "end": place, "record": record}]}])
    };
    let record = json!({"kind": "meeting", "id": "M-1"});
    with(
        "blocked.json",
        "not_checked",
        entry("error", record.clone(), "/records/0/date"),
    );
    with(
        "moved.json",
        "not_checked",
        entry("error", record.clone(), "/records/4/date"),
    );
    with(
        "other.json",
        "not_checked",
        entry("error", record, "/records/0/type"),
    );
    with(
        "light.json",
        "not_checked",
        entry("advice", Value::Null, ""),
    );
    let code = |old: &str, new: &str, limit: &str| {
        folder.run(&["diff", old, new, "--fail-on", limit]).code
    };
    assert_eq!(code("old.json", "blocked.json", "error"), Some(1));
    assert_eq!(code("old.json", "blocked.json", "never"), Some(0));
    assert_eq!(code("blocked.json", "blocked.json", "advice"), Some(0));
    assert_eq!(code("blocked.json", "moved.json", "advice"), Some(0));
    assert_eq!(code("blocked.json", "other.json", "error"), Some(1));
    assert_eq!(code("blocked.json", "old.json", "advice"), Some(0));
    assert_eq!(code("old.json", "light.json", "error"), Some(0));
    assert_eq!(code("old.json", "light.json", "advice"), Some(1));
    let run = folder.run(&["diff", "old.json", "blocked.json"]);
    let told = "newly not checked\n  mli/a.json:3:5  error[smt-com-absent] syntax\n";
    assert!(run.out.contains(told), "{}", run.out);

    let fault =
        json!([{"kind": "cannot-read", "subject": "mli/b.json", "reason": "permission denied"}]);
    with("fault.json", "faults", fault);
    assert_eq!(code("old.json", "fault.json", "error"), Some(1));
    assert_eq!(code("fault.json", "old.json", "error"), Some(0));
    let run = folder.run(&["diff", "old.json", "fault.json"]);
    let told = "note: the new run had faults: mli/b.json: permission denied\n";
    assert!(run.out.contains(told), "{}", run.out);
    with("short.json", "faults", Value::Null);
    assert_eq!(code("old.json", "short.json", "error"), Some(2));
}

#[test]
fn what_was_not_judged_is_not_fixed() {
    let folder = compared();
    let there = diff(&folder, "new.json", "old.json");
    let fixed = prints(&there, "fixed");
    assert!(!fixed.is_empty());
    let with = |name: &str, key: &str, value: Value| {
        let mut report: Value = serde_json::from_str(&folder.read("old.json")).unwrap();
        report[key] = value;
        folder.write(name, report.to_string());
        diff(&folder, "new.json", name)
    };
    let other = with(
        "other.json",
        "not_judged",
        json!([{"mission": "eth", "records": 3}]),
    );
    assert_eq!(prints(&other, "fixed"), fixed);
    let stopped = json!([{"kind": "interrupted", "subject": "missionlint", "reason": "stopped"}]);
    for (key, value) in [
        ("not_judged", json!([{"mission": "mli", "records": 3}])),
        // There may be missions that were not even read.
        ("faults", stopped),
    ] {
        let found = with("left.json", key, value);
        assert_eq!(prints(&found, "fixed"), [""; 0], "{key}");
        assert_eq!(prints(&found, "not_looked_for"), fixed, "{key}");
    }
}
