//! Lines on standard input of which the first is broken are read as lines all the same.

use serde_json::Value;

use crate::inputs::piped;
use crate::tool::Folder;

/// A record in which a person does what no person does.
fn record(number: usize) -> String {
    format!("{{\"kind\": \"person\", \"mission\": \"mli\", \"id\": \"P-{number}\", \"rank\": 1}}")
}

fn found(report: &Value) -> Vec<(&str, u64)> {
    let findings = report["findings"].as_array().unwrap().iter();
    let found = findings.map(|it| {
        let line = it["location"]["start"]["line"].as_u64().unwrap();
        (it["rule"].as_str().unwrap(), line)
    });
    found.collect()
}

#[test]
fn what_follows_a_broken_line_is_checked() {
    let folder = Folder::new();
    let [one, two, three] = [1, 2, 3].map(record);
    let cut_off = &one[..one.len() - 1];
    // As what is cut off by its size begins.
    let cut = &one[20..];
    for first in [
        cut_off,
        cut,
        "INFO 12:04 sending",
        "{\"kind\": \"person\" \"id\": 1}",
    ] {
        let text = format!("{first}\n{two}\n{three}\n");
        let run = piped(&folder, &["check", "-", "--format", "json"], &text);
        let report: Value = serde_json::from_str(&run.out).unwrap();
        assert_eq!(run.code, Some(1), "{run:?}");
        let found = found(&report);
        for line in [2, 3] {
            assert!(found.contains(&("unknown-key", line)), "{first}: {found:?}");
        }
        let slips = found.iter().filter(|(rule, _)| *rule == "syntax-error");
        let slips: Vec<u64> = slips.map(|(_, line)| *line).collect();
        assert!(
            !slips.is_empty() && slips.iter().all(|line| *line == 1),
            "{found:?}"
        );
        let at = &report["findings"][0]["location"]["path"];
        assert_eq!(at, "stdin.ndjson");
        // It is what the file would give.
        folder.write("stdin.ndjson", &text);
        let file = folder.report(&["stdin.ndjson"]);
        assert_eq!(report["findings"], file["findings"]);
        assert_eq!(report["not_checked"], file["not_checked"]);
    }
}

#[test]
fn one_broken_value_stays_one() {
    let folder = Folder::new();
    let [one, two, three] = [1, 2, 3].map(record);
    for text in [
        format!("[\n{one}\n{two}\n{three}\n]\n"),
        format!("[{one}\n{two}\n{three}\n]\n"),
        format!("{{\"records\": [\n{one}\n{two}\n{three}\n]}}\n"),
    ] {
        let run = piped(&folder, &["check", "-", "--format", "json"], &text);
        let report: Value = serde_json::from_str(&run.out).unwrap();
        assert_eq!(report["findings"][0]["location"]["path"], "stdin.json");
        folder.write("stdin.json", &text);
        let file = folder.report(&["stdin.json"]);
        assert_eq!(report["findings"], file["findings"], "{text}");
    }
}
