//! Reports that lie among records: they are left out, however they are met, and nothing else is read otherwise for it.

use serde_json::{Value, json};

use crate::packed::{archive, gzip, zstandard};
use crate::tool::{Folder, Run};

const SETTINGS: &str = "as_of = \"2025-03-31\"\n";

const LEFT_OUT: &str =
    "this is a report, a baseline, or decisions about a report, and not records; it is left out";

/// A record with one fault, of a mission.
fn vacancy(id: &str, mission: &str) -> String {
    format!(
        r#"{{"kind": "vacancy", "id": "{id}", "mission": "{mission}", "role": "chief", "from": "2025-01-01"}}"#
    )
}

fn folder() -> Folder {
    Folder::new()
        .with("missionlint.toml", SETTINGS)
        .with("b.json", vacancy("V-1", "xyz"))
}

/// A report as one value, and as lines.
fn reports() -> [String; 2] {
    let folder = folder();
    ["json", "ndjson"].map(|format| folder.run(&["check", "--format", format]).out)
}

/// What is told of what was left out, in order.
fn left_out(run: &Run) -> Vec<&str> {
    let lines = run.err.lines();
    let parts = lines.filter_map(|line| line.strip_prefix("missionlint: ")?.split_once(": "));
    parts
        .filter(|(_, reason)| *reason == LEFT_OUT)
        .map(|(path, _)| path)
        .collect()
}

/// Asserts that a JSON report says what was left out, and for the rest what it would say without.
fn assert_as_alone(run: &Run, alone: &Run, expected: &[&str]) {
    let mut report: Value = serde_json::from_str(&run.out).unwrap();
    let left_out = report.as_object_mut().unwrap().remove("left_out").unwrap();
    let expected: Vec<Value> = expected
        .iter()
        .map(|path| json!({"path": path, "reason": LEFT_OUT}))
        .collect();
    assert_eq!(left_out, Value::from(expected));
    let alone: Value = serde_json::from_str(&alone.out).unwrap();
    assert_eq!(report, alone);
}

#[test]
fn however_it_is_packed_a_report_is_left_out_and_told_once_in_order() {
    let [value, lines] = reports();
    let folder = folder();
    let alone = folder.run(&["check", "--format", "json"]);
    assert_eq!(alone.code, Some(1));
    folder.write("a.json", format!("\u{feff}\n{value}"));
    folder.write("c.ndjson", &lines);
    folder.write("c.jsonl.gz", gzip(&lines));
    folder.write("d.json.zst", zstandard(&value));
    folder.write("z/e.json", &value);
    let members = [("a.json", &value), ("b/c.ndjson", &lines)];
    folder.write("f.zip", archive(&members));
    let expected = [
        "a.json",
        "c.jsonl.gz",
        "c.ndjson",
        "d.json.zst",
        "f.zip/a.json",
        "f.zip/b/c.ndjson",
        "z/e.json",
    ];
    for threads in ["1", "2"] {
        let environment = [("RAYON_NUM_THREADS", threads)];
        let run = folder.run_with(&["check", "--format", "json"], &environment);
        assert_eq!(left_out(&run), expected);
        assert_eq!(run.code, alone.code);
        assert_as_alone(&run, &alone, &expected);
    }
}

#[test]
fn a_report_larger_than_what_is_read_at_a_time_is_left_out() {
    let [_, lines] = reports();
    let first = lines.lines().next().unwrap();
    let long = "y".repeat(100_000);
    let fault =
        format!(r#"{{"type":"fault","kind":"cannot-read","subject":"x","reason":"{long}"}}"#);
    let large = format!("{first}\n{}", format!("{fault}\n").repeat(25));
    assert!(large.len() > 2 << 20);
    let folder = folder().with("a.ndjson", &large);
    assert_eq!(left_out(&folder.run(&["check"])), ["a.ndjson"]);
    // One line that no report has, at the very end.
    folder.write("a.ndjson", format!("{large}{}\n", vacancy("V-2", "xyz")));
    let run = folder.run(&["check"]);
    assert_eq!(left_out(&run), [""; 0]);
    assert!(run.out.contains("a.ndjson:"), "{}", run.out);
}

/// Files that do not fit into the memory are read again by their position among those that are read.
#[test]
fn files_behind_a_report_are_read_again_as_what_they_are() {
    let [value, _] = reports();
    let folder = Folder::new().with("missionlint.toml", SETTINGS);
    let blanks = " ".repeat(400_000);
    for (at, mission) in ["aaa", "bbb", "ccc", "ddd", "eee"].into_iter().enumerate() {
        let record = vacancy(&format!("V-{at}"), mission);
        folder.write(&format!("{mission}/a.json"), format!("{record}{blanks}"));
    }
    let arguments = ["check", "--format", "json", "--memory", "1"];
    let alone = folder.run(&arguments);
    assert_eq!(alone.out.matches("\"fingerprint\"").count(), 5);
    folder.write("a.json", &value);
    folder.write("bbb/b.json", &value);
    folder.write("ccc/0.json", &value);
    let run = folder.run(&arguments);
    assert_eq!(left_out(&run), ["a.json", "bbb/b.json", "ccc/0.json"]);
    assert_eq!(run.code, alone.code);
    assert_as_alone(&run, &alone, &["a.json", "bbb/b.json", "ccc/0.json"]);
}

#[test]
fn a_folder_of_reports_alone_is_nothing_to_check() {
    let [value, lines] = reports();
    let folder = Folder::new()
        .with("missionlint.toml", SETTINGS)
        .with("a.json", value)
        .with("b.ndjson", lines);
    let run = folder.run(&["check"]);
    assert_eq!((run.code, run.out.as_str()), (Some(2), ""));
    assert_eq!(left_out(&run), ["a.json", "b.ndjson"]);
    assert_eq!(run.err.lines().count(), 3, "{}", run.err);
}

#[test]
fn only_what_is_named_by_its_path_is_checked_though_it_is_a_report() {
    let [value, _] = reports();
    let folder = folder()
        .with("a.json", value)
        .with("list.txt", "a.json\nb.json\n");
    for found in [
        &["."][..],
        &["*.json"],
        &["./", "b.json"],
        &["--files-from", "list.txt"],
    ] {
        let run = folder.run(&[&["check"], found].concat());
        assert_eq!(left_out(&run), ["a.json"], "{found:?}");
    }
    for named in [&["a.json"][..], &[".", "a.json"], &["*.json", "./a.json"]] {
        let run = folder.run(&[&["check"], named].concat());
        assert_eq!(left_out(&run), [""; 0], "{named:?}");
        assert!(run.out.contains("a.json:"), "{named:?} {}", run.out);
    }
    // Where a schema says what values are, all are looked at.
    folder.write("s.schema.json", r#"{"type": "string"}"#);
    let run = folder.run(&["check", "--schema", "s.schema.json", "."]);
    assert_eq!(left_out(&run), [""; 0]);
    assert!(run.out.contains("a.json:"), "{}", run.out);
}

#[test]
fn a_report_that_the_configuration_names_covers_nothing() {
    let [value, _] = reports();
    let settings = "paths = [\"a.json\", \"b.json\"]\n\n[[allow]]\nrule = \"stale-record\"\nmission = \"xyz\"\nreason = \"why\"\n";
    let folder = folder()
        .with("missionlint.toml", format!("{SETTINGS}{settings}"))
        .with("a.json", vacancy("V-2", "xyz"));
    let is_told = |folder: &Folder| {
        folder
            .run(&["check", "*.json"])
            .out
            .contains("allow-unused")
    };
    assert!(is_told(&folder));
    folder.write("a.json", value);
    assert!(!is_told(&folder));
}
