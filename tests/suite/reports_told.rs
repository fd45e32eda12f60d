//! Reports among the inputs: that they were left out, and what they are where they were not.

use serde_json::{Value, json};

use crate::tool::Folder;

const RECORD: &str = r#"{"kind": "person", "mission": "mli", "id": "P-1", "rank": 1}"#;

const DAY: [&str; 2] = ["--as-of", "2025-03-31"];

/// A record beside a report and an audit of it.
fn folder() -> Folder {
    let folder = Folder::new().with("data/a.json", RECORD);
    for (command, name) in [("check", "r.json"), ("audit", "audit.json")] {
        let run = folder.run(&[&[command, "data/a.json", "--format", "json"], &DAY[..]].concat());
        folder.write(&format!("data/{name}"), run.out);
    }
    folder
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

#[test]
fn a_json_report_has_what_was_left_out() {
    let folder = folder();
    folder.write("data/b.json.bak", RECORD);
    for (language, words) in [
        ("en", "it is left out"),
        ("fr", "c’est un rapport"),
        ("es", "informe"),
    ] {
        for command in ["check", "audit"] {
            let all = [
                &[command, "data", "--format", "json", "--lang", language],
                &DAY[..],
            ];
            let run = folder.run(&all.concat());
            let report = parsed(&run.out);
            let left_out = report["left_out"].as_array().unwrap();
            let told: Vec<(&str, &str)> = left_out
                .iter()
                .map(|it| (it["path"].as_str().unwrap(), it["reason"].as_str().unwrap()))
                .collect();
            let paths: Vec<&str> = told.iter().map(|(path, _)| *path).collect();
            assert_eq!(
                paths,
                ["data/audit.json", "data/r.json", "data/b.json.bak"],
                "{command}"
            );
            for (path, reason) in &told {
                // The same as on standard error.
                let mut lines = run.err.lines();
                let is_told = |line: &str| line.contains(path) && line.ends_with(reason);
                assert!(lines.any(is_told), "{}", run.err);
            }
            assert!(told[0].1.contains(words), "{told:?}");
            folder.write(&format!("new/{command}.json"), &run.out);
        }
    }
    for (command, schema) in [("check", "report"), ("audit", "audit")] {
        let path = format!("s/{schema}.schema.json");
        folder.write(&path, folder.run(&["schema", schema]).out);
        let report = format!("new/{command}.json");
        let checked = folder.report(&["--schema", &path, &report]);
        assert_eq!(checked["findings"], json!([]), "{command}");
    }
    let alone = folder.report(&[&["data/a.json"], &DAY[..]].concat());
    assert_eq!(alone.get("left_out"), None);
}

#[test]
fn a_report_that_is_named_is_called_what_it_is() {
    let folder = folder();
    for (language, what, advice) in [
        (
            "en",
            "this is a report of missionlint, not a record",
            "check the files",
        ),
        (
            "fr",
            "ceci est un rapport de missionlint",
            "contrôlez les fichiers",
        ),
        (
            "es",
            "esto es un informe de missionlint",
            "compruebe los archivos",
        ),
    ] {
        for name in ["data/r.json", "data/audit.json"] {
            let report = folder.report(&[&[name, "--lang", language], &DAY[..]].concat());
            let findings = report["findings"].as_array().unwrap();
            assert_eq!(findings.len(), 1, "{findings:?}");
            let told = |key: &str| findings[0][key].as_str().unwrap();
            assert_eq!(told("rule"), "not-a-record");
            assert!(told("message").contains(what), "{}", told("message"));
            assert!(told("help").contains(advice), "{}", told("help"));
        }
    }
    // What only looks like one is no record, and no report.
    let text = r#"{"tool": {"name": "other"}, "schema_version": 1}"#;
    folder.write("other.json", text);
    let report = folder.report(&[&["other.json"], &DAY[..]].concat());
    assert_eq!(report["findings"][0]["message"], "this is not a record");
}

#[test]
fn a_report_of_lines_that_is_named_is_told_once() {
    let folder = Folder::new().with("data/a.json", RECORD);
    // With lines of each type: obstacles, and a fault.
    folder.write(
        "data/b.json",
        "{\"kind\": \"person\", \"mission\": \"mli\", ",
    );
    for (name, format) in [("r.ndjson", "ndjson"), ("r.json", "json")] {
        let paths = ["check", "data", "none.json", "--format", format];
        let run = folder.run(&[&paths[..], &DAY].concat());
        assert_eq!(run.code, Some(2));
        folder.write(name, run.out);
    }
    let lines = folder.read("r.ndjson");
    for kind in ["run", "rule", "finding", "not_checked", "fault"] {
        assert!(lines.contains(&format!("{{\"type\":\"{kind}\"")), "{kind}");
    }
    folder.write("marked.ndjson", format!("\u{feff}\n{lines}"));
    let alone = folder.report(&[&["data/a.json"], &DAY[..]].concat());
    for (name, line) in [("r.ndjson", 1), ("marked.ndjson", 2), ("r.json", 1)] {
        for memory in [&[][..], &["--memory", "1"]] {
            let paths = [&[name, "data/a.json"], &DAY[..], memory].concat();
            let report = folder.report(&paths);
            let told = report["findings"].as_array().unwrap().iter();
            let told: Vec<&Value> = told.filter(|it| it["location"]["path"] == name).collect();
            let [told] = told
                .into_iter()
                .filter(|it| it["rule"] != "byte-order-mark")
                .collect::<Vec<_>>()[..]
            else {
                panic!("{name}: {report}");
            };
            assert_eq!(told["rule"], "not-a-record");
            assert_eq!(told["location"]["start"]["line"], line);
            let message = told["message"].as_str().unwrap();
            assert!(message.contains("a report of missionlint"), "{message}");
            // It hides nothing, and nothing of it is a record.
            assert_eq!(report["not_checked"], alone["not_checked"], "{name}");
            let records = |report: &Value| report["run"]["inputs"]["records"].clone();
            assert_eq!(records(&report), records(&alone));
            assert_eq!(report["run"]["inputs"]["files"], 2);
        }
    }
    // Records among the lines are records.
    folder.write("mixed.ndjson", format!("{lines}{RECORD}\n"));
    let report = folder.report(&[&["mixed.ndjson"], &DAY[..]].concat());
    let found = report["findings"].as_array().unwrap().iter();
    let found: Vec<&str> = found.filter_map(|it| it["rule"].as_str()).collect();
    assert!(
        found.contains(&"unknown-key") && found.len() > 3,
        "{found:?}"
    );
    // So is what a schema is applied to.
    folder.write("s/any.schema.json", "{\"required\": [\"never\"]}");
    let report = folder.report(&["--schema", "s/any.schema.json", "r.ndjson"]);
    let found = report["findings"].as_array().unwrap().len();
    assert_eq!(found, lines.lines().count());
}
