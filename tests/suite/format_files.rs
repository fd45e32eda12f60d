//! Reports in files: which form, where, and what becomes of what was there.

use crate::tool::{Folder, Run};

const VACANCY: &str =
    r#"{"kind": "vacancy", "id": "V-1", "mission": "xyz", "role": "chief", "from": "2025-01-01"}"#;

fn folder() -> Folder {
    Folder::new().with("a.json", VACANCY)
}

fn assert_refused(run: &Run, part: &str) {
    assert_eq!(run.code, Some(2), "{run:?}");
    assert!(run.err.contains(part), "{part}\n{}", run.err);
}

#[test]
fn the_ending_of_a_name_tells_the_form_where_it_can() {
    let folder = folder();
    let names = [
        "r.csv",
        "r.md",
        "r.ndjson",
        "r.jsonl",
        "r.json",
        "r.txt",
        "junit=r.xml",
    ];
    for name in names {
        let run = folder.run(&["check", "a.json", "-o", name]);
        assert_eq!(run.code, Some(1), "{name}: {run:?}");
    }
    for (name, start) in [
        ("r.csv", "\u{feff}type,"),
        ("r.md", "## ❌ missionlint"),
        ("r.ndjson", "{\"type\":\"run\""),
        ("r.jsonl", "{\"type\":\"run\""),
        ("r.json", "{\n  \"schema_version\""),
        ("r.txt", "error[value-not-allowed]"),
        (
            "r.xml",
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites ",
        ),
    ] {
        assert!(folder.read(name).starts_with(start), "{name}");
    }
    let run = folder.run(&["check", "a.json", "-o", "s.xml"]);
    assert_refused(
        &run,
        "several formats are written to such files; say which: checkstyle=s.xml, junit=s.xml",
    );
    let run = folder.run(&["check", "a.json", "--format", "checkstyle", "-o", "s.xml"]);
    assert_eq!(run.code, Some(1));
    assert!(folder.read("s.xml").contains("<checkstyle "));
}

#[test]
fn each_report_has_a_file_of_its_own() {
    let folder = folder().with("out/x.txt", "");
    for other in ["r.json", "./r.json", "out/../r.json", "text=r.json"] {
        let run = folder.run(&["check", "a.json", "-o", "r.json", "-o", other]);
        assert_refused(&run, "two reports cannot go into one file");
    }
    assert_refused(
        &folder.run(&["check", "a.json", "-o", "json=out"]),
        "this is a directory",
    );
    assert_eq!(folder.names(), ["a.json", "out"]);
}

#[test]
fn records_are_not_written_over() {
    let folder = folder().with("b.json", VACANCY.replace("V-1", "V-2"));
    for arguments in [
        ["check", ".", "-o", "b.json"],
        ["check", "b.json", "-o", "ndjson=b.json"],
    ] {
        assert_refused(
            &folder.run(&arguments),
            "b.json: this file is to be checked and is no report",
        );
    }
    assert!(folder.read("b.json").contains("V-2"));
    // The report of clean records is an empty list for GitLab.
    for nothing in ["", "[]", "\u{feff}[ ]\n"] {
        folder.write("b.json", nothing);
        assert_eq!(
            folder.run(&["check", ".", "-o", "gitlab=b.json"]).code,
            Some(1),
            "an empty file loses nothing"
        );
    }
}

#[test]
fn reports_of_earlier_runs_are_no_records() {
    let folder = folder();
    let alone = folder.report(&[]);
    let names = ["one.json", "two.ndjson", "three.jsonl"];
    for name in names {
        folder.run(&["check", "a.json", "-o", name]);
    }
    folder.write(
        "sarif.json",
        r#"{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "x"}}, "results": []}]}"#,
    );
    folder.write(
        "gitlab.json",
        r#"[{"description": "a", "check_name": "b", "fingerprint": "c", "severity": "info", "location": {"path": "d"}}]"#,
    );
    let run = folder.run(&["check", "--format", "json"]);
    let mut told: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let left_out = told.as_object_mut().unwrap().remove("left_out").unwrap();
    assert_eq!(left_out.as_array().unwrap().len(), names.len() + 2);
    assert_eq!(told, alone, "as if they were not there");
    for name in names.into_iter().chain(["sarif.json", "gitlab.json"]) {
        assert!(
            run.err.contains(&format!(
                "{name}: this is a report, a baseline, or decisions about a report, and not records; it is left out"
            )),
            "{}",
            run.err
        );
    }
    // Who names one wants it checked.
    assert_eq!(folder.run(&["check", "one.json"]).code, Some(1));
    // Nor is anything left out that only begins like one.
    for (name, text) in [
        ("four.json", r#"{"schema_version": 1, "tool": {"name": "missionlint"}, "mission": "xyz", "records": []}"#.to_owned()),
        ("five.ndjson", format!("{}\n{VACANCY}\n", folder.read("two.ndjson").lines().next().unwrap())),
        ("six.json", format!(r#"[{{"check_name": 1, "description": 1, "fingerprint": 1, "location": 1, "kind": "vacancy"}}, {VACANCY}]"#)),
        ("eight.ndjson", folder.read("two.ndjson").lines().next().unwrap().to_owned()
            + "\n" + &VACANCY.replace("{\"kind\"", "{\"type\": \"fault\", \"kind\"") + "\n"),
        ("nine.ndjson", folder.read("two.ndjson").lines().next().unwrap().to_owned()
            + "\n" + &VACANCY.replace("{\"kind\": \"vacancy\"", "{\"type\": \"fault\", \"kind\": \"vacancy\", \"subject\": 1, \"reason\": 1") + "\n"),
        ("seven.json", r#"{"version": "2.1.0", "runs": [], "kind": "vacancy"}"#.to_owned()),
    ] {
        folder.write(name, text);
        let run = folder.run(&["check", "--format", "json"]);
        assert!(run.out.contains(&format!("\"path\": \"{name}\"")), "{name}: {}", run.out);
        assert!(!run.err.contains(name), "{}", run.err);
    }
}

#[test]
fn the_summary_of_a_step_is_added_to_and_stays_within_its_limit() {
    let folder = folder().with("summary.md", "# Before");
    let path = folder.path().join("summary.md");
    let environment = [("GITHUB_STEP_SUMMARY", path.to_str().unwrap())];
    let arguments = ["check", "a.json", "-o", "markdown=summary.md"];
    folder.run_with(&arguments, &environment);
    let text = folder.read("summary.md");
    assert!(
        text.starts_with("# Before\n## ❌ missionlint: not ready\n"),
        "{text}"
    );
    folder.run_with(&arguments, &environment);
    assert_eq!(
        folder
            .read("summary.md")
            .matches("## ❌ missionlint")
            .count(),
        2
    );
    // Elsewhere a file is replaced.
    folder.run(&arguments);
    assert!(folder.read("summary.md").starts_with("## ❌ missionlint"));
    let lines: String = (0..4_000)
        .map(|number| VACANCY.replace("V-1", &format!("V-{number}")) + "\n")
        .collect();
    folder.write("many.ndjson", lines);
    folder.write("summary.md", "x".repeat(500_000));
    folder.run_with(
        &["check", "many.ndjson", "-o", "markdown=summary.md"],
        &environment,
    );
    let size = folder.read("summary.md").len();
    assert!((700_000..900 << 10).contains(&size), "{size}");
    // Anything else has the size of a comment, unless it is said.
    let comment = folder
        .run(&["check", "many.ndjson", "--format", "markdown"])
        .out;
    assert!(
        (50_000..=65_536).contains(&comment.len()),
        "{}",
        comment.len()
    );
    let small = folder
        .run(&[
            "check",
            "many.ndjson",
            "--format",
            "markdown",
            "--markdown-limit",
            "9000",
        ])
        .out;
    assert!((5_000..=9_000).contains(&small.len()), "{}", small.len());
}

#[test]
fn no_report_goes_to_what_is_called_minus() {
    for output in ["-", "json=-"] {
        assert_refused(
            &folder().run(&["check", "-o", output]),
            "- is no file; for standard output use --format",
        );
    }
}

#[cfg(unix)]
#[test]
fn links_and_permissions_of_a_report_stay() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = folder().with("out/there.csv", "");
    let (there, link) = (
        folder.path().join("out/there.csv"),
        folder.path().join("link.csv"),
    );
    std::fs::set_permissions(&there, PermissionsExt::from_mode(0o640)).unwrap();
    symlink(&there, &link).unwrap();
    folder.run(&["check", "a.json", "-o", "link.csv"]);
    assert!(std::fs::symlink_metadata(&link).unwrap().is_symlink());
    assert!(folder.read("out/there.csv").contains("V-1"));
    let mode = std::fs::metadata(&there).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
    let left: Vec<_> = std::fs::read_dir(folder.path().join("out"))
        .unwrap()
        .collect();
    assert_eq!(left.len(), 1, "no temporary file is left: {left:?}");
}

#[cfg(unix)]
#[test]
fn a_pipe_is_written_to_and_stays_one() {
    use std::os::unix::fs::FileTypeExt;
    let folder = folder();
    let pipe = folder.path().join("pipe");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.unwrap().success());
    let reader = std::thread::spawn({
        let pipe = pipe.clone();
        move || std::fs::read_to_string(pipe).unwrap()
    });
    folder.run(&["check", "a.json", "-o", "json=pipe"]);
    assert!(std::fs::metadata(&pipe).unwrap().file_type().is_fifo());
    assert!(reader.join().unwrap().contains("\"schema_version\""));
}
