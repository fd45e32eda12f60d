//! Records from a pipe, by the real program: read as they come, however many they are.

use std::fmt::Write as _;

use serde_json::Value;

use crate::inputs::piped;
use crate::tool::{Folder, Run, command};

/// A record of several kilobytes; what is wrong with it is told.
fn record(mission: &str, number: usize) -> String {
    let blanks = " ".repeat(8_000);
    format!(
        "{{\"kind\": \"person\", \"mission\": \"{mission}\", \"id\": \"P-{number}\", {blanks}\"rank\": {number}}}"
    )
}

pub(crate) const MISSIONS: [&str; 6] = ["eth", "mli", "ner", "nga", "sen", "tcd"];

/// Records of each of the missions.
const RECORDS: usize = 80;

/// Missions one after the other.
fn adjacent() -> String {
    let mut text = String::new();
    for mission in MISSIONS {
        for number in 0..RECORDS {
            let _ = writeln!(text, "{}", record(mission, number));
        }
    }
    text
}

/// One record of each in turn.
pub(crate) fn mixed() -> String {
    let mut text = String::new();
    for number in 0..RECORDS {
        for mission in MISSIONS {
            let _ = writeln!(text, "{}", record(mission, number));
        }
    }
    text
}

/// Options for lines on standard input, with little memory.
pub(crate) const STREAM: [&str; 9] = [
    "-",
    "--stdin-filename",
    "all.ndjson",
    "--as-of",
    "2025-03-31",
    "--format",
    "json",
    "--memory",
    "1",
];

fn stream(folder: &Folder, verb: &str, more: &[&str], input: &str) -> (Option<i32>, Value) {
    let all = [&[verb], &STREAM[..], more].concat();
    told(&piped(folder, &all, input))
}

fn told(run: &Run) -> (Option<i32>, Value) {
    let report =
        serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {}", run.err));
    (run.code, report)
}

#[test]
fn a_stream_is_reported_as_the_file_would_be() {
    let text = adjacent();
    assert!(text.len() > 3 << 20);
    let folder = Folder::new().with("all.ndjson", &text);
    for verb in ["check", "audit"] {
        let file = [&[verb, "all.ndjson"], &STREAM[3..7]].concat();
        let (code, expected) = told(&folder.run(&file));
        assert_eq!(code, Some(1));
        assert!(
            stream(&folder, verb, &[], &text) == (code, expected),
            "{verb}"
        );
    }
    let page = |arguments: &[&str], input: &str| {
        let run = piped(&folder, arguments, input);
        assert!(run.out.starts_with("<!DOCTYPE html>"), "{}", run.err);
        run.out
    };
    let days = ["--as-of", "2025-03-31"];
    let expected = page(&[&["review", "all.ndjson"][..], &days].concat(), "");
    let streamed = page(
        &[&["review"][..], &STREAM[..5], &STREAM[7..]].concat(),
        &text,
    );
    assert!(streamed == expected);
}

/// Missions one after the other, of which the last line of each refers to the one before.
fn tied() -> String {
    let mut text = String::new();
    for (before, mission) in [("", "eth")]
        .into_iter()
        .chain(MISSIONS.windows(2).map(|beside| (beside[0], beside[1])))
    {
        for number in 0..RECORDS {
            let _ = writeln!(text, "{}", record(mission, number));
        }
        // A chain ends now and then.
        if !["", "ner"].contains(&before) {
            let _ = writeln!(
                text,
                "{{\"kind\": \"representation\", \"id\": \"R-1\", \"mission\": \"{mission}\", \"person\": \"{before}/P-3\", \"platform\": \"smt\", \"from\": \"2024-01-01\"}}"
            );
        }
    }
    text
}

#[test]
fn missions_on_a_stream_may_refer_to_those_before() {
    let text = tied();
    let folder = Folder::new().with("all.ndjson", &text);
    let file = [&["check", "all.ndjson"], &STREAM[3..7]].concat();
    let expected = told(&folder.run(&file));
    assert_eq!(expected.0, Some(1));
    for memory in ["1", "2", "3"] {
        let all = [&["check"], &STREAM[..8], &[memory]].concat();
        assert!(told(&piped(&folder, &all, &text)) == expected, "{memory}");
    }
}

#[test]
fn mixed_missions_on_a_stream_are_refused_with_advice_where_they_do_not_fit() {
    let folder = Folder::new();
    let text = mixed();
    let (code, report) = stream(&folder, "check", &[], &text);
    assert_eq!(code, Some(2));
    let faults = report["faults"].as_array().unwrap();
    assert_eq!(faults.len(), 1);
    assert_eq!(faults[0]["kind"], "cannot-read");
    assert_eq!(faults[0]["subject"], "all.ndjson");
    let advice = [
        ("en", "put the records of each mission together"),
        ("fr", "regroupez les enregistrements de chaque mission"),
        ("es", "agrupe los registros de cada misión"),
    ];
    // A program can tell what was not judged from what is sound.
    let left = report["not_judged"].as_array().unwrap().iter();
    let left: Vec<&str> = left.filter_map(|it| it["mission"].as_str()).collect();
    assert_eq!(left, MISSIONS);
    folder.write("report.json", report.to_string());
    folder.write(
        "s/report.schema.json",
        folder.run(&["schema", "report"]).out,
    );
    let checked = folder.report(&["--schema", "s/report.schema.json", "report.json"]);
    assert_eq!(checked["findings"], serde_json::json!([]));
    for (language, words) in advice {
        let (_, report) = stream(&folder, "check", &["--lang", language], &text);
        let reason = report["faults"][0]["reason"].as_str().unwrap();
        assert!(reason.contains(words), "{reason}");
    }
    for (verb, code) in [("review", 2), ("audit", 2)] {
        let all = [&[verb], &STREAM[..5], &STREAM[7..]].concat();
        assert_eq!(piped(&folder, &all, &text).code, Some(code), "{verb}");
    }
    // With room for all of it nothing is refused.
    let roomy = [&["check"], &STREAM[..7]].concat();
    let (code, report) = told(&piped(&folder, &roomy, &text));
    assert_eq!(code, Some(1));
    assert!(report["faults"].as_array().unwrap().is_empty());
}

#[test]
fn what_is_wrong_with_a_stream_is_told_as_of_a_file() {
    let folder = Folder::new();
    for text in ["", "\n\n", "a: 1\nb: 2\n", "[1,\n2]\n", "\u{feff}{}\n"] {
        folder.write("all.ndjson", text);
        let file = [&["check", "all.ndjson"], &STREAM[3..]].concat();
        let expected = told(&folder.run(&file));
        assert_eq!(stream(&folder, "check", &[], text), expected, "{text:?}");
    }
}

#[test]
fn a_baseline_holds_in_little_room() {
    let folder = Folder::new()
        .with("all.ndjson", adjacent())
        .with("mixed.ndjson", mixed());
    let file = ["--as-of", "2025-03-31"];
    let create = [
        &["baseline", "create", "all.ndjson", "mixed.ndjson"][..],
        &file,
    ]
    .concat();
    let run = folder.run(&create);
    assert_eq!(run.code, Some(0), "{}", run.err);
    let check = [
        &[
            "check",
            "--baseline",
            "missionlint-baseline.json",
            "all.ndjson",
            "mixed.ndjson",
        ],
        &STREAM[3..],
    ]
    .concat();
    let (code, report) = told(&folder.run(&check));
    assert!(report["summary"]["suppressed"].as_u64().unwrap() > 0);
    let roomy = [
        &[
            "check",
            "--baseline",
            "missionlint-baseline.json",
            "all.ndjson",
            "mixed.ndjson",
        ],
        &STREAM[3..7],
    ]
    .concat();
    assert!(told(&folder.run(&roomy)) == (code, report));
}

#[cfg(unix)]
#[test]
fn a_pipe_given_as_a_path_is_read_once() {
    let folder = Folder::new().with("all.ndjson", adjacent());
    let made = std::process::Command::new("mkfifo")
        .arg(folder.path().join("pipe.ndjson"))
        .status();
    assert!(made.unwrap().success());
    let run = |text: String| {
        let pipe = folder.path().join("pipe.ndjson");
        let writer = std::thread::spawn(move || std::fs::write(pipe, text));
        let arguments = [&["check", "pipe.ndjson"], &STREAM[3..]].concat();
        let run = command(folder.path()).args(arguments).output().unwrap();
        // Who refuses to read on ends the pipe.
        let _ = writer.join().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        told(&Run {
            code: run.status.code(),
            out: text(run.stdout),
            err: text(run.stderr),
        })
    };
    let (code, report) = run(adjacent());
    assert_eq!(code, Some(1));
    let findings = report["findings"].as_array().unwrap().len();
    assert!(findings >= MISSIONS.len() * RECORDS, "{findings}");
    let (code, report) = run(mixed());
    assert_eq!(code, Some(2));
    assert_eq!(report["faults"][0]["subject"], "pipe.ndjson");
}
