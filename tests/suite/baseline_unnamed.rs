//! A file with the name of a baseline that no run goes by is a file like others.

use crate::tool::Folder;

const NAME: &str = "missionlint-baseline.json";
const DAY: [&str; 2] = ["--as-of", "2025-03-31"];

#[test]
fn records_under_the_name_of_a_baseline_are_checked() {
    let record = r#"{"kind": "person", "mission": "mli", "id": "P-1", "confirmed": "x"}"#;
    let folder = Folder::new().with(NAME, record);
    let report = folder.report(&[&["."], &DAY[..]].concat());
    assert_eq!(report["run"]["inputs"]["records"], 1);
    let findings = report["findings"].as_array().unwrap();
    let marked = findings.iter().find(|it| it["location"]["path"] == NAME);
    assert!(marked.is_some(), "{findings:?}");
}

#[test]
fn a_baseline_that_nobody_names_is_left_out_and_told() {
    let record = r#"{"kind": "person", "mission": "mli", "id": "P-1", "confirmed": "x"}"#;
    let folder = Folder::new().with("a.json", record);
    let made = folder.run(&[&["baseline", "create", "."], &DAY[..]].concat());
    assert_eq!(made.code, Some(0), "{}", made.err);
    assert!(folder.names().contains(&NAME.to_owned()));
    let run = folder.run(&[&["check", "."], &DAY[..]].concat());
    assert_eq!(run.code, Some(1));
    assert!(run.err.contains(NAME), "{}", run.err);
    let report = folder.report(&[&["."], &DAY[..]].concat());
    assert_eq!(report["run"]["inputs"]["records"], 1);
    assert_eq!(report["left_out"][0]["path"], NAME);
}
