//! The command line: exit codes, options, streams, files.

use std::fmt::Write as _;
use std::path::Path;
use std::process::Stdio;

use missionlint::message::{Language, Messages};
use missionlint::output::{Format, example_section};
use serde_json::Value;

use crate::tool::{Folder, Run, assert_as_stored, command, finish, project};

/// The names of all formats.
pub(crate) fn formats() -> String {
    Format::ALL.map(Format::code).join(", ")
}

/// The missions here are too small to have all platforms and contacts.
pub(crate) const SETTINGS: &str = "as_of = \"2025-03-31\"\nseverity.platform-status-missing = \"off\"\nseverity.rts-missing = \"off\"\n";

pub(crate) const MISSION: &str = r#"{
  "kind": "mission",
  "id": "xyz",
  "mission": "xyz",
  "name": "A mission",
  "countries": ["MLI"],
  "regional_office": [{ "office": "ro-dakar", "from": "2020-01-01" }],
  "offices": [{ "id": "bko", "place": "Bamako", "from": "2020-01-01" }],
  "phase": [{ "value": "protracted", "from": "2020-01-01" }],
  "context_model": [{ "value": "cluster", "from": "2020-01-01" }],
  "confirmed": "2025-03-01"
}
"#;

pub(crate) const CONTACT: &str = r#"{ "kind": "contact", "id": "C-1", "role": "regional-thematic-specialist", "unit": "DHRR",
  "office": "ro-dakar", "mailbox": "rts@example.org", "from": "2025-01-01" }
"#;

/// A mission without a fault.
fn clean() -> Folder {
    Folder::new()
        .with("missionlint.toml", SETTINGS)
        .with("mission.json", MISSION)
}

/// One finding at `error`.
fn with_error() -> Folder {
    clean().with("mission.json", MISSION.replace("MLI", "MLX"))
}

/// One finding at `warning`.
fn with_warning() -> Folder {
    clean().with("contact.json", format!("\u{feff}{CONTACT}"))
}

/// One finding at `advice`.
fn with_advice() -> Folder {
    with_warning().with(
        "missionlint.toml",
        format!("{SETTINGS}severity.byte-order-mark = \"advice\"\n"),
    )
}

/// Nothing but rules that could not judge: what is not JSON is not reported.
fn with_obstacle() -> Folder {
    clean().with("draft.json", "{").with(
        "missionlint.toml",
        format!("{SETTINGS}severity.syntax-error = \"off\"\n"),
    )
}

#[track_caller]
fn assert_code(run: &Run, code: i32) {
    assert_eq!(
        run.code,
        Some(code),
        "\nstdout: {}\nstderr: {}",
        run.out,
        run.err
    );
}

/// A refusal: exit code 2, nothing on standard output, the reason on standard error.
#[track_caller]
fn assert_refused(run: &Run, reason: &str) {
    assert_code(run, 2);
    assert_eq!(run.out, "");
    assert!(
        run.err.contains(reason),
        "{reason:?} is not in: {}",
        run.err
    );
}

#[test]
fn a_clean_mission_passes() {
    let run = clean().run(&["check"]);
    assert_code(&run, 0);
    assert_eq!(
        run.out,
        "ready: nothing found · 1 mission, 1 record in 1 file, as of 31 March 2025\n"
    );
    assert_eq!(run.err, "");
}

#[test]
fn findings_fail_from_error_on_unless_told_otherwise() {
    let cases: [(Folder, &[(&str, i32)]); 3] = [
        (
            with_error(),
            &[("error", 1), ("warning", 1), ("advice", 1), ("never", 0)],
        ),
        (
            with_warning(),
            &[("error", 0), ("warning", 1), ("advice", 1), ("never", 0)],
        ),
        (
            with_advice(),
            &[("error", 0), ("warning", 0), ("advice", 1), ("never", 0)],
        ),
    ];
    for (folder, outcomes) in cases {
        assert_eq!(
            folder.run(&["check"]).code,
            folder.run(&["check", "--fail-on", "error"]).code
        );
        for (limit, code) in outcomes {
            let run = folder.run(&["check", "--fail-on", limit]);
            assert_code(&run, *code);
            assert!(!run.out.is_empty() && run.err.is_empty());
        }
    }
}

#[test]
fn what_could_not_be_judged_fails_like_a_finding_of_its_severity() {
    let folder = with_obstacle();
    assert_code(&folder.run(&["check"]), 1);
    assert_code(&folder.run(&["check", "--allow-blocked"]), 0);
    assert_code(&folder.run(&["check", "--fail-on", "never"]), 0);
    assert_code(&folder.run(&["check", "--select", "smt-com-absent"]), 1);
    assert_code(&folder.run(&["check", "--select", "com-post-vacant"]), 0);
    assert_code(
        &folder.run(&[
            "check",
            "--select",
            "com-post-vacant",
            "--fail-on",
            "warning",
        ]),
        1,
    );
    let quiet = folder.run(&["check", "--quiet"]);
    assert_code(&quiet, 1);
    assert!(
        quiet.out.starts_with("not checked: "),
        "a failing run says why: {}",
        quiet.out
    );
    let both = with_error()
        .with("draft.json", "{")
        .run(&["check", "--allow-blocked"]);
    assert_code(&both, 1);
}

#[test]
fn broken_content_is_a_finding() {
    for content in [
        "",
        "{",
        "7",
        "{\"kind\":\"persn\",\"id\":\"P-1\",\"mission\":\"xyz\"}",
    ] {
        let run = clean().with("x.json", content).run(&["check"]);
        assert_code(&run, 1);
        assert!(run.out.starts_with("error["), "{content}: {}", run.out);
    }
    assert_code(&clean().with("x.json", b"\"\xff\"").run(&["check"]), 1);
}

#[test]
fn wrong_usage_is_refused() {
    let folder = clean();
    assert_refused(&folder.run(&[]), "Usage: missionlint");
    assert_refused(&folder.run(&["chek"]), "did you mean check?");
    assert_refused(
        &folder.run(&["check", "--fromat", "json"]),
        "did you mean --format?",
    );
    assert_refused(&folder.run(&["check", "--format", "jsn"]), &formats());
    assert_refused(
        &folder.run(&["check", "--fail-on", "eror"]),
        "did you mean error?",
    );
    assert_refused(
        &folder.run(&["check", "--as-of", "2025-02-30"]),
        "YYYY-MM-DD",
    );
    assert_refused(
        &folder.run(&["check", "--as-of", "31.3.2025"]),
        "YYYY-MM-DD",
    );
    assert_refused(
        &folder.run(&["check", "--select", "smt-com-absnt"]),
        "did you mean smt-com-absent?",
    );
    assert_refused(
        &folder.run(&["check", "--ignore", "humanitarain"]),
        "did you mean humanitarian?",
    );
    assert_refused(
        &folder.run(&["check", "--select", "duplicate-id,zzz"]),
        "there is no rule zzz; missionlint rules",
    );
    assert_refused(
        &folder.run(&["check", "--reveal", "--audience", "public"]),
        "cannot be used with",
    );
    assert_refused(
        &folder.run(&["check", "-o", "xml=report.xml"]),
        &format!("unknown format xml; known are {}", formats()),
    );
    assert_refused(
        &folder.run(&["check", "-o", "json="]),
        "a file name belongs after the =",
    );
}

#[test]
fn no_input_is_refused() {
    let empty = Folder::new().with("README.md", "");
    assert_refused(
        &empty.run(&["check"]),
        "no .json, .ndjson or .jsonl file to check was found in the current directory",
    );
    assert_refused(
        &empty.run(&["check", "."]),
        "no .json, .ndjson or .jsonl file",
    );
    assert_refused(
        &empty.run(&["check", "data.json"]),
        "data.json: there is no such file or directory",
    );
    assert_refused(
        &empty.run(&["check", "*.json"]),
        "*.json: no file matches this pattern",
    );
    assert_refused(&empty.run(&["check", "a["]), "a[: this is no valid pattern");
    assert_refused(&empty.run(&["check", ""]), "an empty path names nothing");
}

#[test]
fn what_cannot_be_read_comes_before_what_was_found() {
    let folder = with_error();
    for missing in ["gone.json", "gone/*.json"] {
        let run = folder.run(&["check", ".", missing]);
        assert_code(&run, 2);
        assert!(
            run.out.contains("error[unknown-country-code]"),
            "the rest is checked: {}",
            run.out
        );
        assert!(
            run.out
                .contains(&format!("missionlint: {missing} could not be read")),
            "{}",
            run.out
        );
        assert!(run.out.contains("1 fault of the run"), "{}", run.out);
        assert_code(
            &folder.run(&["check", ".", missing, "--fail-on", "never"]),
            2,
        );
    }
    let report = folder.report(&["mission.json", "gone.json"]);
    assert_eq!(report["faults"][0]["kind"], "cannot-read");
    assert_eq!(report["faults"][0]["subject"], "gone.json");
    assert_eq!(report["summary"]["verdict"], "not-ready");
}

#[cfg(unix)]
#[test]
fn a_file_without_permission_is_refused_unless_run_as_root() {
    use std::os::unix::fs::PermissionsExt;
    let folder = clean().with("closed.json", CONTACT);
    let path = folder.path().join("closed.json");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o000)).unwrap();
    if std::fs::read(&path).is_ok() {
        // Nothing is unreadable for root.
        return;
    }
    let run = folder.run(&["check"]);
    assert_code(&run, 2);
    assert!(
        run.out
            .contains("closed.json could not be read: permission denied"),
        "{}",
        run.out
    );
}

/// For root too there are files that open and cannot be read.
#[cfg(target_os = "linux")]
#[test]
fn a_file_that_opens_but_cannot_be_read_is_told_and_the_others_are_checked() {
    let folder = with_error();
    let paths = [
        "check",
        "--config",
        "missionlint.toml",
        ".",
        "/proc/self/mem",
    ];
    let run = folder.run(&paths);
    assert_code(&run, 2);
    assert!(
        run.out.contains("/proc/self/mem could not be read: "),
        "{}",
        run.out
    );
    assert!(
        run.out.contains("error[unknown-country-code]"),
        "{}",
        run.out
    );
}

#[cfg(unix)]
#[test]
fn links_that_lead_out_of_a_directory_are_told() {
    let outside = Folder::new().with("contact.json", CONTACT);
    let folder = clean();
    std::os::unix::fs::symlink(
        outside.path().join("contact.json"),
        folder.path().join("link.json"),
    )
    .unwrap();
    std::os::unix::fs::symlink(
        folder.path().join("mission.json"),
        folder.path().join("same.json"),
    )
    .unwrap();
    let run = folder.run(&["check"]);
    assert_code(&run, 2);
    assert!(
        run.out
            .contains("link.json could not be read: this link leads out of the directory"),
        "{}",
        run.out
    );
    assert!(!run.out.contains("same.json"), "{}", run.out);
    assert_eq!(
        folder.report(&["link.json"])["run"]["inputs"]["files"],
        1,
        "named, it is read"
    );
}

#[test]
fn neither_file_nor_directory_is_refused() {
    if Path::new("/dev/null").exists() {
        assert_refused(
            &clean().run(&["check", "/dev/null"]),
            "neither a file nor a directory",
        );
    }
}

/// A named pipe would be waited for without end; leaving it out silently would pass what was not checked.
#[cfg(unix)]
#[test]
fn a_named_pipe_in_a_directory_is_told_and_not_read() {
    let folder = clean();
    let made = std::process::Command::new("mkfifo")
        .arg(folder.path().join("pipe.json"))
        .status();
    assert!(made.is_ok_and(|status| status.success()));
    let run = folder.run(&["check", "."]);
    assert_code(&run, 2);
    assert!(run.out.contains("pipe.json"), "{run:?}");
    assert!(
        run.out.contains("neither a file nor a directory"),
        "{run:?}"
    );
}

#[test]
fn the_option_beats_the_configuration_and_that_today() {
    let day = |folder: &Folder, arguments: &[&str]| {
        folder.report(arguments)["run"]["as_of"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    assert_eq!(day(&clean(), &[]), "2025-03-31");
    assert_eq!(day(&clean(), &["--as-of", "2024-02-29"]), "2024-02-29");
    let without = Folder::new().with("mission.json", MISSION);
    let utc_today = || {
        jiff::Timestamp::now()
            .to_zoned(jiff::tz::TimeZone::UTC)
            .date()
            .to_string()
    };
    let before = utc_today();
    let found = day(&without, &[]);
    assert!(found == before || found == utc_today(), "{found}");
}

fn files(report: &Value) -> u64 {
    report["run"]["inputs"]["files"].as_u64().unwrap()
}

#[test]
fn quoted_globs_and_directories_are_understood() {
    let folder = clean()
        .with("a/one.json", CONTACT)
        .with("a/b/two.json", CONTACT.replace("C-1", "C-2"))
        .with(
            "a/b/three.ndjson",
            CONTACT.replace("C-1", "C-3").replace('\n', " "),
        )
        .with(
            "a/b/four.JSONL",
            CONTACT.replace("C-1", "C-4").replace('\n', " "),
        )
        .with("a/.hidden/five.json", CONTACT)
        .with("a/notes.txt", "no record");
    assert_eq!(files(&folder.report(&["a"])), 4);
    assert_eq!(files(&folder.report(&["a/*.json"])), 1);
    assert_eq!(
        files(&folder.report(&["a/**/*.json"])),
        3,
        "a glob finds hidden folders too"
    );
    assert_eq!(files(&folder.report(&["a/b/t*"])), 2);
    assert_eq!(files(&folder.report(&["a/?ne.json", "a/[b]"])), 4);
    assert_eq!(files(&folder.report(&["a/b", "mission.json"])), 4);
}

#[test]
fn a_file_with_wildcards_in_its_name_can_be_named() {
    let folder = clean().with("a[1].json", CONTACT);
    assert_eq!(files(&folder.report(&["a[1].json"])), 1);
}

#[test]
fn a_file_named_several_times_is_read_once() {
    let folder = clean().with("a/contact.json", CONTACT);
    let absolute = folder.path().join("a/contact.json");
    let report = folder.report(&[
        "a/contact.json",
        "./a/contact.json",
        "a",
        "a/../a",
        "**/c*.json",
        absolute.to_str().unwrap(),
    ]);
    assert_eq!(files(&report), 1);
    assert_eq!(report["findings"], Value::Array(Vec::new()));
    assert_eq!(files(&folder.report(&[".", "mission.json"])), 2);
}

#[test]
fn paths_are_shown_relative_to_the_working_directory() {
    let folder = with_error().with("sub/contact.json", CONTACT);
    let path = |report: &Value| {
        report["findings"][0]["location"]["path"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    assert_eq!(path(&folder.report(&[])), "mission.json");
    assert_eq!(path(&folder.report(&["./mission.json"])), "mission.json");
    let below =
        finish(command(&folder.path().join("sub")).args(["check", "--format", "json", ".."]));
    assert_eq!(
        path(&serde_json::from_str(&below.out).unwrap()),
        "../mission.json"
    );
}

#[test]
fn reports_are_written_whole_and_nothing_else_is_left() {
    let folder = with_error();
    let printed = folder.run(&["check"]);
    let json = folder.run(&["check", "--format", "json"]);
    assert_code(&json, 1);

    let run = folder.run(&[
        "check",
        "-o",
        "out/report.txt",
        "-o",
        "json=out/report",
        "--output",
        "out/by-name.json",
    ]);
    assert_code(&run, 1);
    assert_eq!(run.out, "", "the report is in the files");
    assert!(run.err.starts_with("not ready: 1 error"), "{}", run.err);
    assert_eq!(folder.read("out/report.txt"), printed.out);
    assert_eq!(folder.read("out/report"), json.out);
    assert_eq!(folder.read("out/by-name.json"), json.out);

    let again = folder.run(&["check", "-o", "json=out/by-name.json"]);
    assert_code(&again, 1);
    assert_eq!(
        folder.read("out/by-name.json"),
        json.out,
        "the earlier report is no input"
    );

    let both = folder.run(&[
        "check",
        "mission.json",
        "--format",
        "json",
        "-o",
        "text=out/again.txt",
    ]);
    assert_code(&both, 1);
    // What was named is all that the reports differ in.
    let named = "    \"paths\": [\n      \"mission.json\"\n    ],\n";
    assert!(both.out.contains(named), "{}", both.out);
    let out = both.out.replace(named, "");
    assert_eq!((out, both.err), (json.out, String::new()));
    assert_eq!(folder.read("out/again.txt"), printed.out);

    let quiet = folder.run(&["check", "mission.json", "--quiet", "-o", "out/report.txt"]);
    assert_eq!((quiet.out, quiet.err), (String::new(), String::new()));
    assert!(
        folder.read("out/report.txt").len() < printed.out.len(),
        "an older report is replaced"
    );

    let mut left = std::fs::read_dir(folder.path().join("out"))
        .unwrap()
        .count();
    assert_eq!(left, 4);
    left = folder.names().len();
    assert_eq!(left, 3, "{:?}", folder.names());
}

#[test]
fn a_report_that_cannot_be_written_is_refused() {
    let folder = with_error().with("out/folder/x", "");
    let names = folder.names();
    assert_refused(
        &folder.run(&["check", "-o", "mission.json/report.txt"]),
        "mission.json/report.txt could not be written",
    );
    assert_refused(
        &folder.run(&["check", "-o", "json=out/folder"]),
        "out/folder could not be written",
    );
    assert_refused(&folder.run(&["check", "-o", ".."]), "could not be written");
    assert_eq!(folder.names(), names);
    assert_eq!(
        std::fs::read_dir(folder.path().join("out"))
            .unwrap()
            .count(),
        1,
        "no temporary file is left"
    );
    assert_eq!(folder.read("mission.json"), MISSION.replace("MLI", "MLX"));
}

#[test]
fn quiet_leaves_out_table_and_summary() {
    let folder = with_error();
    let (whole, quiet) = (folder.run(&["check"]), folder.run(&["check", "-q"]));
    assert_code(&quiet, 1);
    assert!(whole.out.starts_with(&quiet.out) && quiet.out.contains("error[unknown-country-code]"));
    assert!(whole.out.contains("\nnot ready: ") && !quiet.out.contains("not ready"));
    let clean = clean().run(&["check", "-q"]);
    assert_eq!(
        (clean.code, clean.out, clean.err),
        (Some(0), String::new(), String::new())
    );
}

#[test]
fn colour_follows_option_then_environment_then_terminal() {
    let folder = with_error();
    let colored = |arguments: &[&str], environment: &[(&str, &str)]| {
        let all: Vec<&str> = ["check"].iter().chain(arguments).copied().collect();
        folder.run_with(&all, environment).out.contains('\u{1b}')
    };
    assert!(!colored(&[], &[]), "standard output is no terminal");
    assert!(colored(
        &["--color", "always"],
        &[("NO_COLOR", "1"), ("TERM", "dumb")]
    ));
    assert!(!colored(&["--color", "never"], &[("CLICOLOR_FORCE", "1")]));
    assert!(colored(&[], &[("CLICOLOR_FORCE", "1")]));
    assert!(colored(&["--color", "auto"], &[("FORCE_COLOR", "1")]));
    assert!(!colored(&[], &[("CLICOLOR_FORCE", "0")]));
    assert!(!colored(&[], &[("CLICOLOR_FORCE", "")]));
    assert!(
        !colored(&[], &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]),
        "NO_COLOR wins"
    );
    assert!(
        colored(&[], &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "")]),
        "an empty NO_COLOR does not count"
    );
    assert!(
        !colored(&["--format", "json", "--color", "always"], &[]),
        "JSON has no colours"
    );
    let file = folder.run(&["check", "--color", "always", "-o", "report.txt"]);
    assert_code(&file, 1);
    assert!(
        !folder.read("report.txt").contains('\u{1b}'),
        "files have no colours"
    );
}

#[test]
fn the_environment_does_not_change_the_report() {
    let folder = with_error();
    let plain = folder.run(&["check"]);
    let other = folder.run_with(
        &["check"],
        &[
            ("COLUMNS", "60"),
            ("LANG", "sw_KE.UTF-8"),
            ("TZ", "Asia/Tokyo"),
            ("RAYON_NUM_THREADS", "1"),
        ],
    );
    assert_eq!(plain.out, other.out);
}

#[test]
fn help_is_as_stored() {
    let folder = Folder::new();
    let mut help = String::new();
    for arguments in [
        &["--help"][..],
        &["check", "--help"],
        &["explain", "--help"],
        &["rules", "--help"],
        &["policy", "--help"],
        &["schema", "--help"],
    ] {
        let run = folder.run(arguments);
        assert_code(&run, 0);
        assert_eq!(run.err, "");
        let _ = writeln!(help, "$ missionlint {}\n{}", arguments.join(" "), run.out);
    }
    assert_as_stored("help.txt", &help);
    let version = folder.run(&["--version"]);
    assert_eq!(
        (version.code, version.out),
        (
            Some(0),
            format!("missionlint {}\n", env!("CARGO_PKG_VERSION"))
        )
    );
}

#[test]
fn explain_prints_the_page_of_every_rule() {
    let folder = Folder::new();
    let messages = Messages::new(Language::English);
    for rule in missionlint::rules::catalogue() {
        let run = folder.run(&["explain", rule.id]);
        assert_code(&run, 0);
        assert!(
            run.out
                .starts_with(&format!("# {}\n\n{}\n", rule.id, rule.summary)),
            "{}",
            run.out
        );
        assert!(run.out.contains("\n## What it checks\n"), "{}", run.out);
        let example = example_section(rule, 2, &messages);
        assert!(run.out.ends_with(&example), "{}", run.out);
        for param in rule.params {
            assert!(
                run.out.contains(&format!("[parameters.{}]\n", param.table)),
                "{}",
                run.out
            );
            assert!(
                run.out.contains(&format!("\n{} = ", param.key)),
                "{}",
                run.out
            );
        }
    }
    assert_as_stored(
        "explain.txt",
        &folder.run(&["explain", "person-in-two-places"]).out,
    );
    assert_refused(
        &folder.run(&["explain", "smt-com-absnt"]),
        "there is no rule smt-com-absnt; did you mean smt-com-absent?",
    );
    assert_refused(
        &folder.run(&["explain", "nothing-like-it"]),
        "there is no rule nothing-like-it; missionlint rules lists them",
    );
}

#[test]
fn rules_lists_the_catalogue() {
    let folder = Folder::new();
    let (text, json) = (
        folder.run(&["rules"]),
        folder.run(&["rules", "--format", "json"]),
    );
    assert_code(&text, 0);
    let json: Value = serde_json::from_str(&json.out).unwrap();
    let json = json["rules"].as_array().unwrap();
    let catalogue = missionlint::rules::catalogue();
    assert_eq!(json.len(), catalogue.len());
    for rule in catalogue {
        assert!(
            json.iter().any(|entry| entry["id"] == rule.id),
            "{}",
            rule.id
        );
        assert!(
            text.out
                .lines()
                .any(|line| line.contains(rule.id) && line.ends_with(rule.summary)),
            "{}",
            rule.id
        );
    }
    assert!(
        text.out.lines().all(|line| line.chars().count() <= 140),
        "{}",
        text.out
    );
}

#[test]
fn schema_prints_the_schemas() {
    let folder = Folder::new();
    let list = folder.run(&["schema"]);
    assert_code(&list, 0);
    for name in [
        "mission",
        "meeting",
        "contact-log",
        "envelope",
        "common",
        "report",
        "catalogue",
    ] {
        assert!(
            list.out
                .lines()
                .any(|line| line.starts_with(&format!("{name} "))),
            "{}",
            list.out
        );
        let run = folder.run(&["schema", name]);
        assert_code(&run, 0);
        assert_eq!(
            run.out,
            std::fs::read_to_string(project(&format!("schemas/{name}.schema.json"))).unwrap()
        );
    }
    assert_refused(
        &folder.run(&["schema", "meting"]),
        "there is no schema meting; did you mean meeting?",
    );
    assert_refused(
        &folder.run(&["schema", "spreadsheet"]),
        "there is no schema spreadsheet; missionlint schema lists them",
    );
}

#[test]
fn a_reader_that_stops_ends_the_run_quietly() {
    let folder = with_error();
    for arguments in [
        &["rules"][..],
        &["policy"],
        &["schema", "platform"],
        &["explain", "duplicate-id"],
        &["check"],
        &["check", "--format", "json"],
        &["--help"],
    ] {
        let mut child = command(folder.path())
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert!(
            output.stderr.is_empty(),
            "{arguments:?}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        let expected = i32::from(arguments[0] == "check");
        assert_eq!(output.status.code(), Some(expected), "{arguments:?}");
    }
}

#[test]
fn the_configuration_is_found_upwards_from_the_data() {
    let folder = clean().with("deep/er/contact.json", CONTACT);
    for (place, arguments) in [
        ("", &["deep/er"][..]),
        ("", &["deep/er/contact.json"]),
        ("deep", &["er"]),
        ("deep/er", &[]),
        ("deep/er", &["../er"]),
    ] {
        let mut all = vec!["check", "--format", "json"];
        all.extend(arguments);
        let run = finish(command(&folder.path().join(place)).args(&all));
        let report: Value = serde_json::from_str(&run.out).unwrap();
        assert_eq!(
            report["run"]["as_of"], "2025-03-31",
            "{place} {arguments:?}"
        );
        assert_eq!(report["run"]["configs"].as_array().unwrap().len(), 1);
    }
    assert_eq!(
        folder.report(&["."])["run"]["configs"][0]["path"],
        "missionlint.toml"
    );
    let without = Folder::new().with("mission.json", MISSION);
    assert_eq!(
        without.report(&[])["run"]["configs"],
        Value::Array(Vec::new())
    );
}

#[test]
fn one_configuration_holds_for_a_run() {
    let folder = clean()
        .with("sub/missionlint.toml", SETTINGS)
        .with("sub/contact.json", CONTACT);
    assert_refused(
        &folder.run(&["check"]),
        "sub/missionlint.toml lies below the paths",
    );
    assert_refused(
        &folder.run(&["check", "mission.json", "sub"]),
        "the paths belong to different configurations (missionlint.toml, sub/missionlint.toml), but one holds for a \
         whole run; check them one by one, name one for all with --config, or keep one above them and put what differs \
         into [[overrides]]",
    );
    assert_code(&folder.run(&["check", "sub"]), 0);
    assert_code(&folder.run(&["check", "--config", "missionlint.toml"]), 0);
    folder.write(
        "missionlint.toml",
        format!("{SETTINGS}exclude = [\"sub\"]\n"),
    );
    assert_code(&folder.run(&["check"]), 0);
    assert_refused(
        &folder.run(&["check", "--config", "other.toml"]),
        "other.toml could not be read",
    );
}

#[test]
fn paths_and_exclude_are_relative_to_the_configuration() {
    let folder = Folder::new()
        .with("missionlint.toml", format!("{SETTINGS}paths = [\"data\", \"more/*.json\"]\nexclude = [\"data/old\", \"**/draft-*.json\"]\n"))
        .with("data/mission.json", MISSION)
        .with("data/old/broken.json", "{")
        .with("data/draft-1.json", "{")
        .with("more/contact.json", CONTACT)
        .with("elsewhere/broken.json", "{");
    assert_eq!(files(&folder.report(&[])), 2);
    let below =
        finish(command(&folder.path().join("elsewhere")).args(["check", "--format", "json"]));
    assert_eq!(
        files(&serde_json::from_str(&below.out).unwrap()),
        2,
        "from another directory"
    );
    assert_eq!(
        files(&folder.report(&["elsewhere"])),
        1,
        "named paths take the place of \"paths\""
    );
    assert_eq!(
        files(&folder.report(&["data", "data/../more"])),
        2,
        "\"exclude\" holds for them too"
    );
    assert_refused(
        &folder.run(&["check", "data/old"]),
        "no .json, .ndjson or .jsonl file",
    );
}

#[test]
fn severities_and_parameters_of_the_configuration_have_effect() {
    let folder = with_error();
    let set = |text: &str| folder.write("missionlint.toml", format!("{SETTINGS}{text}"));
    set("severity.unknown-country-code = \"warning\"\n");
    assert_code(&folder.run(&["check"]), 0);
    assert_eq!(folder.report(&[])["findings"][0]["severity"], "warning");
    set("severity.unknown-country-code = \"off\"\n");
    let report = folder.report(&[]);
    assert_eq!(report["findings"], Value::Array(Vec::new()));
    assert!(
        report["rules"]
            .as_array()
            .unwrap()
            .iter()
            .all(|rule| rule["rule"] != "unknown-country-code")
    );

    let mission = Folder::new().with_copy(&project("fixtures/missions/mli"), "mli");
    assert_code(&mission.run(&["check", "mli"]), 0);
    let settings = mission.read("mli/missionlint.toml");
    mission.write(
        "mli/missionlint.toml",
        format!("{settings}[parameters.smt]\nacting_com_satisfies = false\n"),
    );
    let report = mission.report(&["mli"]);
    assert_ne!(report["summary"]["error"], 0, "nobody may act any more");
}

#[test]
fn rules_and_families_can_be_selected_and_ignored() {
    let folder = with_error().with("x.json", "[");
    let rules = |arguments: &[&str]| {
        let report = folder.report(arguments);
        let findings = report["findings"].as_array().unwrap().iter();
        findings
            .map(|finding| finding["rule"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(rules(&[]), ["unknown-country-code", "syntax-error"]);
    assert_eq!(rules(&["--select", "syntax"]), ["syntax-error"]);
    assert_eq!(
        rules(&["--select", "integrity,syntax-error"]),
        ["unknown-country-code", "syntax-error"]
    );
    assert_eq!(rules(&["--ignore", "integrity"]), ["syntax-error"]);
    assert_eq!(
        rules(&["--select", "integrity", "--ignore", "unknown-country-code"]),
        [""; 0]
    );
    let report = folder.report(&["--select", "duplicate-id"]);
    assert_eq!(report["rules"].as_array().unwrap().len(), 1);
}

#[test]
fn restricted_values_are_masked_unless_revealed() {
    let folder = Folder::new().with_copy(&project("fixtures/missions/mli"), "mli");
    let row = "{ \"person\": \"P-01\", \"capacity\": \"member\", \"presence\": \"present\" }";
    let text = folder.read("mli/meetings/smt-2025.json");
    folder.write(
        "mli/meetings/smt-2025.json",
        text.replace(row, &row.replace("\"present\"", "\"absent\"")),
    );
    let (masked, revealed) = (
        folder.run(&["check", "mli"]),
        folder.run(&["check", "mli", "--reveal"]),
    );
    assert_code(&masked, 1);
    assert!(
        masked.out.contains("█████")
            && masked.out.contains("--reveal shows them")
            && !masked.out.contains("5 March")
    );
    assert!(
        !revealed.out.contains("█████")
            && !revealed.out.contains("--reveal")
            && revealed.out.contains("5 March 2025")
    );
    let public = folder.run(&["check", "mli", "--audience", "public"]);
    assert!(
        public.out.contains("person-") && !public.out.contains("P-05"),
        "{}",
        public.out
    );
}

/// A usage stands once, and by the name of the program, whatever it is called by.
#[cfg(unix)]
#[test]
fn a_usage_is_told_once() {
    let folder = Folder::new();
    let link = folder.path().join("ml");
    std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_missionlint"), &link).unwrap();
    for (language, heading) in [("en", "Usage:"), ("fr", "Utilisation"), ("es", "Uso:")] {
        let output = std::process::Command::new(&link)
            .args(["check", "--lang", language, "--no-such"])
            .env_clear()
            .output()
            .unwrap();
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!(told.matches(heading).count(), 1, "{told}");
        assert!(told.contains(" missionlint check"), "{told}");
        assert!(language == "en" || !told.contains("Usage:"), "{told}");
    }
}
