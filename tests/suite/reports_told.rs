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
