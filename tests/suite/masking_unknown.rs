//! What may belong to a restricted mission is shown to no reader who may not see that mission.

use crate::tool::Folder;

const RESTRICTED: &str = r#"{"kind": "mission", "id": "mli", "mission": "mli", "classification": "restricted", "name": "Mali", "countries": ["MLI"]}"#;
const OTHER: &str = r#"{"kind": "person", "mission": "zaf", "id": "P-2"}"#;

/// A person of a mission that is told so.
fn person(mission: &str) -> String {
    format!(r#"{{"kind": "person", {mission}, "id": "P-1", "confirmed": "SECRET"}}"#)
}

/// What is written in place of `"mission": "mli"`: nothing that tells a mission.
const UNTOLD: [&str; 5] = [
    r#""mision": "mli""#,
    r#""mission": 5"#,
    r#""mission": "mli ""#,
    r#""mission": "MLI""#,
    r#""subnational": "x""#,
];

/// What all reports on the records say, as lines and as files.
fn told(records: [&str; 3], options: &[&str]) -> Vec<String> {
    let lines = Folder::new().with("all.ndjson", records.join("\n"));
    let files = Folder::new()
        .with("a.json", records[0])
        .with("b.json", records[1])
        .with("c.json", records[2]);
    let mut told = Vec::new();
    for folder in [lines, files] {
        for format in ["text", "json", "sarif", "csv", "markdown", "html"] {
            let fixed = ["check", ".", "--format", format, "--as-of", "2025-03-31"];
            let run = folder.run(&[&fixed[..], options].concat());
            assert_eq!(run.code, Some(1), "{}", run.err);
            told.push(run.out);
        }
    }
    told
}

#[test]
fn a_record_that_tells_no_mission_is_masked() {
    for untold in UNTOLD {
        let person = person(untold);
        for report in told([RESTRICTED, OTHER, &person], &[]) {
            assert!(!report.contains("SECRET"), "{untold}: {report}");
        }
        let revealed = told([RESTRICTED, OTHER, &person], &["--reveal"]);
        assert!(
            revealed.iter().all(|report| report.contains("SECRET")),
            "{untold}"
        );
    }
}

#[test]
fn a_record_of_a_mission_that_is_not_restricted_is_shown() {
    let person = person(r#""mission": "zaf""#);
    let reports = told([RESTRICTED, OTHER, &person], &[]);
    assert!(reports.iter().all(|report| report.contains("SECRET")));
}
