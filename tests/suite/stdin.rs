//! Standard input without a name that says what it is, by the real program.

use std::io::Write;
use std::process::Stdio;
use std::time::Duration;

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use serde_json::Value;

use crate::inputs::piped;
use crate::tool::{Folder, command};

fn record(id: &str) -> String {
    format!(
        "{{\"kind\": \"person\", \"mission\": \"mli\", \"id\": \"{id}\", \"confirmed\": \"2025-03-01\", \"rank\": 1}}"
    )
}

fn report(arguments: &[&str], text: &str) -> Value {
    let folder = Folder::new();
    let day = ["--as-of", "2025-03-31", "--format", "json"];
    let run = piped(&folder, &[&["check"], arguments, &day[..]].concat(), text);
    serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {run:?}"))
}

#[test]
fn lines_that_are_piped_without_a_name_are_read_as_lines() {
    let text = format!("{}\n\n{}\n", record("P-1"), record("P-2"));
    let named = report(&["-", "--stdin-filename", "stdin.ndjson"], &text);
    assert_eq!(named["run"]["inputs"]["records"], 2);
    assert_eq!(report(&["-"], &text), named);
    // What is wrong further on is told of its line.
    let broken = format!("{text}{{\"kind\": \n{}\n", record("P-3"));
    let told = report(&["-"], &broken);
    assert_eq!(told["run"]["inputs"]["records"], 4);
    let findings = told["findings"].as_array().unwrap();
    let slip = findings.iter().find(|it| it["rule"] == "syntax-error");
    assert_eq!(slip.unwrap()["location"]["start"]["line"], 4);
    // A name decides, whatever is in it.
    let as_json = report(&["-", "--stdin-filename", "a.json"], &text);
    let findings = as_json["findings"].as_array().unwrap();
    assert!(findings.iter().any(|it| it["rule"] == "syntax-error"));
}

#[test]
fn one_value_is_read_as_one_value() {
    let lines = format!("[{},\n{}]\n", record("P-1"), record("P-2"));
    let pretty = record("P-1").replace(", ", ",\n");
    for text in [lines.as_str(), &pretty, &record("P-1")] {
        let expected = report(&["-", "--stdin-filename", "stdin.json"], text);
        assert_eq!(report(&["-"], text), expected, "{text}");
    }
}

/// However far it has come, and whoever else waits.
#[test]
fn ctrl_c_ends_reading_of_standard_input_in_good_order() {
    let whole = format!("[{}", record("P-1"));
    let lines = format!("{}\n{}\n", record("P-1"), record("P-2"));
    for (arguments, text, told) in [
        (&["-"][..], "", "nothing was judged"),
        (&["-"], whole.as_str(), "nothing was judged"),
        (&["-"], &lines, ""),
        (
            &["-", "--stdin-filename", "a.json"],
            &whole,
            "nothing was judged",
        ),
        (
            &["-", "--stdin-filename", "a.json.gz"],
            "",
            "nothing was judged",
        ),
        (
            &["-", "--stdin-filename", "a.zip"],
            "",
            "Ctrl-C was pressed",
        ),
        (&["--files-from", "-"], "", "Ctrl-C was pressed"),
    ] {
        let folder = Folder::new();
        let mut run = command(folder.path())
            .args([&["check"], arguments, &["-o", "out.json"]].concat())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut open = run.stdin.take().unwrap();
        open.write_all(text.as_bytes()).unwrap();
        // Nothing tells when it waits.
        std::thread::sleep(Duration::from_millis(400));
        kill(
            Pid::from_raw(i32::try_from(run.id()).unwrap()),
            Signal::SIGINT,
        )
        .unwrap();
        let ended = run.wait_with_output().unwrap();
        drop(open);
        assert_eq!(ended.status.code(), Some(2), "{arguments:?}: {ended:?}");
        let error = String::from_utf8(ended.stderr).unwrap();
        assert!(error.contains(told), "{arguments:?}: {error}");
        if told.starts_with("nothing") {
            let report: Value = serde_json::from_str(&folder.read("out.json")).unwrap();
            let faults = report["faults"].as_array().unwrap();
            assert_eq!(
                (faults.len(), &faults[0]["kind"]),
                (1, &"interrupted".into())
            );
        }
    }
}

#[test]
fn no_memory_at_all_is_refused() {
    let folder = Folder::new().with("a.json", record("P-1"));
    for (language, words) in [
        ("en", "is not a value for --memory"),
        ("fr", "--memory"),
        ("es", "--memory"),
    ] {
        let run = folder.run(&["check", "a.json", "--memory", "0", "--lang", language]);
        assert_eq!(run.code, Some(2), "{run:?}");
        assert!(run.err.contains(words), "{}", run.err);
    }
    let run = folder.run(&["check", "a.json", "--memory", "1"]);
    assert_ne!(run.code, Some(2), "{run:?}");
    for option in ["--memory=", "--as-of=", "--format="] {
        let run = folder.run(&["check", "a.json", option]);
        assert_eq!(run.code, Some(2), "{run:?}");
        assert!(run.err.contains("needs a value"), "{}", run.err);
    }
}
