//! `missionlint baseline`: what was there when checking began stays in the report and does not count.

use serde_json::{Value, json};

use crate::formats::violations;
use crate::repository::Repository;
use crate::tool::Folder;

const CONFIG: &str = "as_of = 2025-03-31\nbaseline = \"missionlint-baseline.json\"\n";
const FILE: &str = "missionlint-baseline.json";

fn vacancy(number: u32, role: &str) -> String {
    json!({"kind": "vacancy", "id": format!("V-{number}"), "mission": "mli", "role": role, "from": "2025-02-01"})
        .to_string()
}

/// Two mistakes of one mission.
fn folder() -> Folder {
    Folder::new()
        .with("missionlint.toml", "as_of = 2025-03-31\n")
        .with(
            "a/v.ndjson",
            [
                vacancy(1, "wrong"),
                vacancy(2, "wrong"),
                vacancy(3, "dtm-officer"),
            ]
            .join("\n"),
        )
}

/// The same with a baseline that the configuration names.
fn with_baseline() -> Folder {
    let folder = folder();
    let run = folder.run(&["baseline", "create"]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{run:?}");
    folder.write("missionlint.toml", CONFIG);
    folder
}

fn outcome(report: &Value) -> Vec<String> {
    let findings = report["findings"].as_array().unwrap().iter();
    findings
        .map(|found| {
            let sign = if found["suppressed"].is_null() {
                '+'
            } else {
                '-'
            };
            let id = found["location"]["record"]["id"].as_str().unwrap_or("none");
            format!("{sign}{} {id}", found["rule"].as_str().unwrap())
        })
        .collect()
}

fn checked(folder: &Folder) -> Vec<String> {
    outcome(&folder.report(&["--select", "schema,config"]))
}

fn entries(folder: &Folder) -> Vec<Value> {
    let text = folder.read(FILE);
    assert_eq!(violations("baseline", &text), [""; 0]);
    let baseline: Value = serde_json::from_str(&text).unwrap();
    baseline["entries"].as_array().unwrap().clone()
}

#[test]
fn it_is_made_once_of_all_that_counts_one_line_for_each() {
    let folder = folder();
    let run = folder.run(&["baseline", "create"]);
    assert_eq!(run.code, Some(0));
    assert!(
        run.out
            .contains("missionlint-baseline.json: 2 findings taken in (2 errors)"),
        "{}",
        run.out
    );
    assert!(
        run.out
            .contains("write baseline = \"missionlint-baseline.json\""),
        "{}",
        run.out
    );
    let made = entries(&folder);
    assert_eq!(made.len(), 2);
    assert_eq!(
        made[0],
        json!({
            "fingerprint": made[0]["fingerprint"], "rule": "value-not-allowed", "severity": "error",
            "mission": "mli", "record": {"kind": "vacancy", "id": "V-1"}, "path": "a/v.ndjson",
            "created": "2025-03-31",
        })
    );
    let text = folder.read(FILE);
    let lines = text.lines().filter(|line| line.contains("fingerprint"));
    assert_eq!(lines.count(), 2);
    // Twice the same bytes, and never over a file that is there.
    let run = folder.run(&["baseline", "create"]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("is there already"), "{}", run.err);
    std::fs::remove_file(folder.path().join(FILE)).unwrap();
    folder.run(&["baseline", "create", "a"]);
    assert_eq!(folder.read(FILE), text);
}

#[test]
fn what_it_has_is_marked_and_counted_and_fails_nothing() {
    let folder = with_baseline();
    let report = folder.report(&["--select", "schema,config"]);
    assert_eq!(
        outcome(&report),
        ["-value-not-allowed V-1", "-value-not-allowed V-2"]
    );
    assert_eq!(violations("report", &report.to_string()), [""; 0]);
    let why = &report["findings"][0]["suppressed"];
    assert_eq!(
        *why,
        json!({"by": "baseline", "reason": null, "owner": null, "expires": null, "created": "2025-03-31"})
    );
    let run = folder.run(&["check", "--select", "schema", "--show-allowed"]);
    assert_eq!(run.code, Some(0), "{}", run.out);
    assert!(
        run.out
            .contains("in the baseline, not counted: 2 errors; the oldest since 31 March 2025"),
        "{}",
        run.out
    );
    assert!(
        run.out
            .contains("value-not-allowed: in the baseline since 31 March 2025"),
        "{}",
        run.out
    );
    folder.write("a/new.json", vacancy(4, "wrong"));
    assert_eq!(checked(&folder)[0], "+value-not-allowed V-4");
    assert_eq!(folder.run(&["check", "--no-baseline"]).code, Some(1));
    // Also under another name, from another folder, and moved.
    std::fs::rename(folder.path().join("a"), folder.path().join("b")).unwrap();
    std::fs::remove_file(folder.path().join("b/new.json")).unwrap();
    assert_eq!(
        folder.run(&["check", "b", "--baseline", FILE]).code,
        Some(0)
    );
    let report = Folder::new();
    let inside =
        crate::tool::finish(crate::tool::command(&folder.path().join("b")).args(["check", "."]));
    assert_eq!(inside.code, Some(0), "{}", inside.out);
    drop(report);
}

#[test]
fn for_the_public_reasons_are_masked_and_entries_hold_all_the_same() {
    let folder = with_baseline();
    let text = folder.read(FILE).replacen(
        "\"created\"",
        "\"reason\": \"Jane Roe forgot\", \"created\"",
        1,
    );
    folder.write(FILE, text);
    let report = folder.report(&["--select", "schema", "--audience", "public"]);
    assert_eq!(
        outcome(&report),
        ["-value-not-allowed V-1", "-value-not-allowed V-2"]
    );
    assert!(!report.to_string().contains("Jane"));
    std::fs::write(folder.path().join("a/v.ndjson"), vacancy(2, "wrong")).unwrap();
    let report = folder.run(&["check", "--audience", "public"]);
    assert!(
        report.out.contains("baseline-unused") && !report.out.contains("Jane"),
        "{}",
        report.out
    );
}

#[test]
fn update_adds_and_keeps_prune_removes() {
    let folder = with_baseline();
    let text = folder
        .read(FILE)
        .replacen("\"created\"", "\"reason\": \"r\", \"created\"", 1);
    folder.write(FILE, text);
    folder.write("a/new.json", vacancy(4, "wrong"));
    let run = folder.run(&["baseline", "update", "--as-of", "2025-04-30"]);
    assert!(
        run.out.contains("one finding more taken in (1 error)"),
        "{run:?}"
    );
    let made = entries(&folder);
    let told: Vec<_> = made
        .iter()
        .map(|it| {
            (
                it["record"]["id"].as_str().unwrap(),
                it["created"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            ("V-1", "2025-03-31"),
            ("V-2", "2025-03-31"),
            ("V-4", "2025-04-30")
        ]
    );
    assert_eq!(made[0]["reason"], "r");
    folder.write("a/v.ndjson", vacancy(1, "wrong"));
    assert_eq!(
        checked(&folder),
        [
            "+baseline-unused none",
            "-value-not-allowed V-4",
            "-value-not-allowed V-1"
        ]
    );
    // A run over a part does not know what is put right.
    let run = folder.run(&["baseline", "prune", "a/new.json"]);
    assert!(
        run.out.contains("nothing to remove") && run.out.contains("does not cover"),
        "{run:?}"
    );
    assert_eq!(entries(&folder).len(), 3);
    let run = folder.run(&["baseline", "prune"]);
    assert!(run.out.contains("one entry removed (1 error)"), "{run:?}");
    assert_eq!(entries(&folder).len(), 2);
    assert_eq!(
        checked(&folder),
        ["-value-not-allowed V-4", "-value-not-allowed V-1"]
    );
}

#[test]
fn what_weighs_more_counts_again_until_it_is_taken_in() {
    let folder = folder();
    folder.write(
        "missionlint.toml",
        format!("{CONFIG}severity.value-not-allowed = \"warning\"\n"),
    );
    folder.write(FILE, "{\"version\": 1, \"entries\": []}");
    folder.run(&["baseline", "update"]);
    assert_eq!(
        checked(&folder),
        ["-value-not-allowed V-1", "-value-not-allowed V-2"]
    );
    folder.write("missionlint.toml", CONFIG);
    assert_eq!(
        checked(&folder),
        ["+value-not-allowed V-1", "+value-not-allowed V-2"]
    );
    folder.run(&["baseline", "update"]);
    assert_eq!(
        checked(&folder),
        ["-value-not-allowed V-1", "-value-not-allowed V-2"]
    );
}

#[test]
fn what_exceptions_accept_and_what_nobody_can_judge_is_not_taken_in() {
    let folder = folder();
    folder.write("missionlint.toml", "as_of = 2025-03-31\n[[allow]]\nrule = \"value-not-allowed\"\nrecord = \"V-1\"\nreason = \"r\"\n");
    folder.write("a/broken.json", "{\"kind\": ");
    let run = folder.run(&["baseline", "create"]);
    assert!(run.out.contains("one finding taken in"), "{run:?}");
    assert!(
        run.out.contains("accept it: one finding") && run.out.contains("not taken in"),
        "{}",
        run.out
    );
    let made = entries(&folder);
    assert_eq!(made[0]["record"]["id"], "V-2");
    let run = folder.run(&["check", "--baseline", FILE]);
    assert_eq!(run.code, Some(1), "{}", run.out);
}

#[test]
fn what_is_no_baseline_is_refused_with_its_place() {
    for (text, expected) in [
        ("{\"version\": 1,\n<<<<<<< ours", "the baseline is not JSON"),
        ("", "the baseline is not JSON"),
        ("[]", "is no baseline"),
        (
            "{\"version\": 2, \"entries\": []}",
            "the baseline is of version 2",
        ),
        (
            "{\"version\": 1, \"entries\": [{}]}",
            "a baseline entry has no \"fingerprint\"",
        ),
        (
            "{\"version\": 1, \"entries\": [{\"fingerprint\": \"x\"}]}",
            "\"x\" is not a value for \"fingerprint\"",
        ),
    ] {
        let folder = folder();
        folder.write("missionlint.toml", CONFIG);
        folder.write(FILE, text);
        let run = folder.run(&["check"]);
        assert_eq!(run.code, Some(2), "{text}");
        assert!(
            run.err.contains("error[baseline-invalid]") && run.err.contains(expected),
            "{text}: {}",
            run.err
        );
        assert!(
            run.err.contains("missionlint-baseline.json:"),
            "{}",
            run.err
        );
    }
    let folder = with_baseline();
    let made = folder.read(FILE);
    let line = made.lines().nth(3).unwrap().trim_end_matches(',');
    folder.write(FILE, made.replacen(line, &format!("{line},\n{line}"), 1));
    let run = folder.run(&["check"]);
    assert!(
        run.err.contains("the baseline has the fingerprint"),
        "{}",
        run.err
    );
    std::fs::remove_file(folder.path().join(FILE)).unwrap();
    let run = folder.run(&["check"]);
    assert!(
        run.code == Some(2)
            && run
                .err
                .contains("missionlint-baseline.json could not be read"),
        "{}",
        run.err
    );
    let run = Folder::new()
        .with("a.json", vacancy(1, "x"))
        .run(&["baseline", "update"]);
    assert!(
        run.code == Some(2) && run.err.contains("there is no baseline to work on"),
        "{}",
        run.err
    );
}

#[test]
fn a_change_cannot_take_in_what_it_brings() {
    let repository = Repository::of(with_baseline());
    repository.0.write("a/new.json", vacancy(4, "wrong"));
    let run = repository.run(&["baseline", "update"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert_eq!(
        repository.run(&["check", "--select", "schema"]).code,
        Some(0)
    );
    for more in [&[][..], &["--since", "HEAD"]] {
        let run = repository.run(
            &[
                &["check", "--select", "schema", "--allow-from", "HEAD"],
                more,
            ]
            .concat(),
        );
        assert_eq!(run.code, Some(1), "{}", run.out);
        assert!(
            run.out.contains("V-4") && !run.out.contains("V-2"),
            "{}",
            run.out
        );
    }
    repository.commit();
    assert_eq!(
        repository
            .run(&["check", "--select", "schema", "--allow-from", "HEAD"])
            .code,
        Some(0)
    );
}
