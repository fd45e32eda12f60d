//! What a trial with pipes, a cache and odd paths has found.

use serde_json::Value;

use crate::inputs::piped;
use crate::streams::STREAM;
use crate::tool::{Folder, Run};

/// A record in which a person does what no person does.
const RECORD: &str = r#"{"kind": "person", "mission": "mli", "id": "P-1", "rank": 1}"#;

/// What is found in it is no error …
const LENIENT: &str = "as_of = \"2025-03-31\"\n[severity]\nunknown-key = \"advice\"\n";

fn rules(report: &Value) -> Vec<(&str, &str)> {
    let findings = report["findings"].as_array().unwrap().iter();
    let told = findings.map(|it| {
        let text = |key: &str| it[key].as_str().unwrap();
        (text("rule"), text("severity"))
    });
    told.collect()
}

/// What to do where the text is no JSON.
fn help_of_slip(report: &Value) -> &str {
    let mut findings = report["findings"].as_array().unwrap().iter();
    let slip = findings.find(|it| it["rule"] == "syntax-error");
    slip.unwrap()["help"].as_str().unwrap()
}

fn parsed(run: &Run) -> Value {
    serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {run:?}"))
}

#[cfg(unix)]
mod pipes {
    use std::process::{Command, Stdio};

    use super::*;
    use crate::tool::{command, finish};

    fn pipe(folder: &Folder, name: &str) {
        let made = Command::new("mkfifo")
            .arg(folder.path().join(name))
            .status();
        assert!(made.unwrap().success());
    }

    /// Checks a path as a shell would that opens `text` on standard input.
    fn opened(folder: &Folder, path: &str, more: &[&str], text: &str) -> Run {
        piped(folder, &[&["check", path], more].concat(), text)
    }

    #[test]
    fn what_comes_through_a_pipe_is_judged_by_the_configuration_at_hand() {
        let folder = Folder::new()
            .with("missionlint.toml", LENIENT)
            .with("a.json", RECORD);
        let json = ["--format", "json"];
        let expected = parsed(&folder.run(&["check", "a.json", "--format", "json"]));
        assert!(
            rules(&expected).contains(&("unknown-key", "advice")),
            "{expected}"
        );
        for path in ["/dev/stdin", "/dev/fd/0"] {
            let report = parsed(&opened(&folder, path, &json, RECORD));
            assert_eq!(rules(&report), rules(&expected), "{path}");
            assert_eq!(
                report["run"]["configs"], expected["run"]["configs"],
                "{path}"
            );
        }
        // A file that a shell has opened lies elsewhere, too.
        let file = std::fs::File::open(folder.path().join("a.json")).unwrap();
        let mut run = command(folder.path());
        run.args(["check", "/dev/stdin", "--format", "json"]);
        let report = parsed(&finish(run.stdin(Stdio::from(file))));
        assert_eq!(rules(&report), rules(&expected));
    }

    #[test]
    fn a_named_pipe_belongs_to_the_configuration_at_hand() {
        let folder = Folder::new()
            .with("missionlint.toml", LENIENT)
            .with("other/missionlint.toml", "as_of = \"2020-01-01\"\n");
        pipe(&folder, "other/pipe.ndjson");
        let writer = {
            let pipe = folder.path().join("other/pipe.ndjson");
            std::thread::spawn(move || std::fs::write(pipe, RECORD))
        };
        let run = folder.run(&["check", "other/pipe.ndjson", "--format", "json"]);
        let report = parsed(&run);
        writer.join().unwrap().unwrap();
        assert_eq!(report["run"]["as_of"], "2025-03-31");
        assert!(
            rules(&report).contains(&("unknown-key", "advice")),
            "{report}"
        );
    }

    #[test]
    fn lines_from_nowhere_are_told_how_they_are_read() {
        let folder = Folder::new();
        let text = format!("{RECORD}\n{RECORD}\n");
        // What begins with no whole value is not seen to be lines.
        let unseen = format!("{RECORD} {RECORD}\n{RECORD}\n");
        let followed = format!("{RECORD}\nthe next of them\n");
        for (path, text) in [("-", &unseen), ("-", &followed), ("/dev/stdin", &text)] {
            for language in ["en", "fr", "es"] {
                let more = ["--format", "json", "--lang", language];
                for memory in [&[][..], &["--memory", "1"]] {
                    let report = parsed(&opened(&folder, path, &[&more, memory].concat(), text));
                    let help = help_of_slip(&report);
                    let wanted = "cat x.ndjson | missionlint check - --stdin-filename x.ndjson";
                    assert!(help.contains(wanted), "{path}: {help}");
                }
            }
        }
        folder.write("a.json", &text);
        let report = folder.report(&["a.json"]);
        let help = help_of_slip(&report);
        assert!(help.contains("name the file .ndjson"), "{help}");
        assert!(!help.contains("--stdin-filename"), "{help}");
    }

    #[test]
    fn ctrl_c_is_heeded_while_the_cache_is_read() {
        use std::io::Write as _;
        use std::time::Duration;

        use nix::sys::signal::{Signal, kill};
        use nix::unistd::Pid;

        let folder = Folder::new()
            .with("a.json", RECORD)
            .with("kept/x.cache", "");
        pipe(&folder, "kept/CACHEDIR.TAG");
        let mut run = command(folder.path());
        run.args([
            "check",
            "a.json",
            "--as-of",
            "2025-03-31",
            "--cache",
            "kept",
        ]);
        let run = run.stdout(Stdio::piped()).stderr(Stdio::piped());
        let run = run.spawn().unwrap();
        // This waits until the run reads the tag.
        let tag = folder.path().join("kept/CACHEDIR.TAG");
        let mut tag = std::fs::OpenOptions::new().write(true).open(tag).unwrap();
        kill(
            Pid::from_raw(i32::try_from(run.id()).unwrap()),
            Signal::SIGINT,
        )
        .unwrap();
        std::thread::sleep(Duration::from_millis(300));
        let _ = tag.write_all(b"Signature: 8a477f597d28d172789f06886806bc55");
        drop(tag);
        let ended = run.wait_with_output().unwrap();
        assert_eq!(ended.status.code(), Some(2), "{ended:?}");
        let told = String::from_utf8(ended.stdout).unwrap();
        assert!(told.contains("the run was interrupted"), "{told}");
    }

    #[test]
    fn what_is_no_directory_is_told_so() {
        let folder = Folder::new().with("a.json", RECORD).with("file", "x");
        let part = "a part of this path is no directory";
        for place in ["file", "file/sub", "/dev/null/x"] {
            let run = folder.run(&["audit", "a.json", "--sheets", place, "-o", "audit.html"]);
            assert_eq!(run.code, Some(2), "{place}: {}", run.err);
            assert!(run.err.contains(part), "{place}: {}", run.err);
        }
        for (place, told) in [
            ("file", "this is not a directory"),
            ("file/sub", part),
            ("/dev/null/x", part),
        ] {
            let run = folder.run(&["check", "a.json", "--cache", place]);
            assert_eq!(run.code, Some(1), "{place}: {}", run.err);
            assert!(run.err.contains(told), "{place}: {}", run.err);
        }
        assert_eq!(folder.read("file"), "x");
    }
}

/// A mission of several hundred kilobytes.
fn mission(name: &str) -> String {
    let blanks = " ".repeat(8_000);
    let record = |number| {
        format!(
            "{{\"kind\": \"person\", \"mission\": \"{name}\", \"id\": \"P-{number}\", {blanks}\"rank\": 1}}\n"
        )
    };
    (0..80).map(record).collect()
}

const NAMES: [&str; 7] = ["eth", "mli", "ner", "nga", "sen", "tcd", "tgo"];

/// Missions one after the other, with a line among them.
fn with_line(at: usize, line: &str) -> String {
    let mut all = NAMES.map(mission).to_vec();
    all.insert(at, format!("{line}\n"));
    all.concat()
}

#[test]
fn a_record_of_no_mission_that_stands_first_is_no_obstacle() {
    let contact = r#"{"kind": "contact", "id": "C-1", "role": "regional-thematic-specialist"}"#;
    let folder = Folder::new();
    let text = with_line(0, contact);
    let streamed = piped(&folder, &[&["check"], &STREAM[..]].concat(), &text);
    assert_eq!(streamed.code, Some(1), "{}", streamed.err);
    folder.write("all.ndjson", &text);
    let whole = folder.run(&[
        "check",
        "all.ndjson",
        "--as-of",
        "2025-03-31",
        "--format",
        "json",
    ]);
    assert!(streamed.out == whole.out);
}

#[test]
fn a_line_at_the_beginning_that_may_belong_to_any_mission_is_no_obstacle() {
    let folder = Folder::new();
    let first = [
        r#"{"kind": "person", "id": "P-1", "assignments": []}"#,
        r#"{"kind": "person", "id" "#,
        "{\"kind\": \"person\", \"id\": \"P-1\"}\n[{\"kind\": 3",
    ];
    for line in first {
        let text = with_line(0, line);
        let streamed = piped(&folder, &[&["check"], &STREAM[..]].concat(), &text);
        folder.write("all.ndjson", &text);
        let file = [
            "check",
            "all.ndjson",
            "--as-of",
            "2025-03-31",
            "--format",
            "json",
        ];
        let whole = folder.run(&file);
        assert!(whole.out.contains("\"not_checked\": ["), "{line}");
        assert_eq!(streamed.code, Some(1), "{line}: {}", streamed.err);
        assert!(streamed.out == whole.out, "{line}");
        let bounded = folder.run(&[&file[..], &["--memory", "1"]].concat());
        assert!(bounded.out == whole.out, "{line}");
    }
}

#[test]
fn a_line_that_may_belong_to_any_mission_is_named_as_a_cause() {
    let folder = Folder::new();
    let text = with_line(6, r#"{"kind": "person", "id" "#);
    for (language, words) in [
        ("en", "a line cannot be read"),
        ("fr", "une ligne est illisible"),
        ("es", "una línea no se puede leer"),
    ] {
        let run = piped(
            &folder,
            &[&["check"], &STREAM[..], &["--lang", language]].concat(),
            &text,
        );
        assert_eq!(run.code, Some(2), "{}", run.err);
        let report = parsed(&run);
        let reason = report["faults"][0]["reason"].as_str().unwrap();
        assert!(reason.contains(words), "{reason}");
    }
}

#[test]
fn a_baseline_among_the_records_is_left_out_unless_named() {
    let folder = Folder::new().with("data/a.json", RECORD);
    let days = ["--as-of", "2025-03-31"];
    let create = [
        "baseline",
        "create",
        "data",
        "--baseline",
        "data/old/missionlint-baseline.json",
    ];
    let run = folder.run(&[&create[..], &days].concat());
    assert_eq!(run.code, Some(0), "{}", run.err);
    let path = "data/old/missionlint-baseline.json";
    let entries = folder.read(path).matches("fingerprint").count();
    assert!(entries > 0);
    let check =
        |name: &str| folder.run(&[&["check", name, "--format", "json"][..], &days].concat());
    let run = check("data");
    assert_eq!(parsed(&run)["run"]["inputs"]["files"], 1, "{}", run.err);
    assert!(
        run.err.contains("a baseline, or decisions about a report"),
        "{}",
        run.err
    );
    let run = check(path);
    assert_eq!(run.code, Some(1));
    assert!(
        rules(&parsed(&run))
            .iter()
            .any(|(rule, _)| *rule == "not-a-record")
    );
    // What nothing makes anew is not written over.
    let over = ["check", "data/a.json", "-o"];
    let run = folder.run(&[&over[..], &[path], &days].concat());
    assert_eq!(run.code, Some(2), "{}", run.err);
    assert_eq!(folder.read(path).matches("fingerprint").count(), entries);
    // What holds anything else is no baseline.
    for (find, replacement) in [
        ("\"version\": 1", "\"version\": 1, \"note\": \"x\""),
        ("\"path\": ", "\"kind\": {\"kind\": \"person\"}, \"path\": "),
    ] {
        let text = folder.read(path).replacen(find, replacement, 1);
        let other = Folder::new()
            .with("data/a.json", RECORD)
            .with("data/b.json", text);
        let run = other.run(&[&["check", "data", "--format", "json"][..], &days].concat());
        assert_eq!(parsed(&run)["run"]["inputs"]["files"], 2, "{}", run.err);
    }
}
