//! Diagnostics for reviewdog: nothing but the members that it knows, columns in bytes, suggestions that put things right.

use missionlint::output::Format;
use serde_json::{Value, json as value};

use crate::cases::Case;
use crate::reports::{all, json, list, text, written};
use crate::tool::Folder;

/// Members by message of `reviewdog.proto`; it refuses a file with any other.
const RESULT: &[&str] = &["diagnostics", "source", "severity"];
const DIAGNOSTIC: &[&str] = &[
    "message",
    "location",
    "severity",
    "source",
    "code",
    "suggestions",
    "original_output",
];

fn rdjson(report: &missionlint::report::Report) -> Value {
    serde_json::from_str(&written(report, Format::Rdjson)).unwrap()
}

fn only(value: &Value, members: &[&str]) {
    for member in value.as_object().unwrap().keys() {
        assert!(members.contains(&member.as_str()), "{member} in {value}");
    }
}

fn check_range(range: &Value) {
    only(range, &["start", "end"]);
    for end in ["start", "end"] {
        only(&range[end], &["line", "column"]);
        for number in ["line", "column"] {
            let number = range[end][number].as_u64().unwrap();
            assert!(
                (1..=u64::from(i32::MAX.unsigned_abs())).contains(&number),
                "{range}"
            );
        }
    }
}

#[test]
fn there_is_nothing_that_reviewdog_does_not_know() {
    for Case { report, .. } in all() {
        let result = rdjson(report);
        only(&result, RESULT);
        only(&result["source"], &["name", "url"]);
        for diagnostic in list(&result["diagnostics"]) {
            only(diagnostic, DIAGNOSTIC);
            only(&diagnostic["code"], &["value", "url"]);
            assert!(["ERROR", "WARNING", "INFO"].contains(&text(&diagnostic["severity"])));
            if let Some(location) = diagnostic.get("location") {
                only(location, &["path", "range"]);
                location.get("range").into_iter().for_each(check_range);
            }
            for suggestion in list(&diagnostic["suggestions"]) {
                only(suggestion, &["range", "text"]);
                check_range(&suggestion["range"]);
            }
        }
    }
}

fn severity(severity: &Value) -> &'static str {
    match text(severity) {
        "error" => "ERROR",
        "warning" => "WARNING",
        _ => "INFO",
    }
}

#[test]
fn diagnostics_are_the_findings_the_faults_and_what_was_not_checked() {
    for Case { name, report } in all() {
        let (result, json) = (rdjson(report), json(report));
        let told = |diagnostic: &Value| {
            let first = text(&diagnostic["message"]).lines().next().unwrap();
            let location = &diagnostic["location"];
            let range = &location["range"];
            value!([
                diagnostic["code"]["value"],
                diagnostic["severity"],
                first,
                location["path"],
                range["start"]["line"],
                range["end"]["line"],
            ])
            .to_string()
        };
        let mut found: Vec<String> = list(&result["diagnostics"]).iter().map(told).collect();
        let findings = list(&json["findings"]).iter();
        let findings = findings.map(|finding| {
            let at = &finding["location"];
            let weight = match &finding["suppressed"] {
                Value::Null => severity(&finding["severity"]),
                _ => "INFO",
            };
            value!([
                finding["rule"],
                weight,
                finding["message"],
                at["path"],
                at["start"]["line"],
                at["end"]["line"],
            ])
        });
        let blocked = list(&json["not_checked"]).iter().map(|entry| {
            let first = &entry["locations"][0];
            let message = list(&result["diagnostics"]).iter().find_map(|told| {
                let message = text(&told["message"]);
                let same = told["code"]["value"] == entry["rule"]
                    && told["location"]["path"] == first["path"]
                    && told["location"]["range"]["start"]["line"] == first["start"]["line"]
                    && message.starts_with("not checked: ");
                same.then_some(message)
            });
            value!([
                entry["rule"],
                severity(&entry["severity"]),
                message,
                first["path"],
                first["start"]["line"],
                first["end"]["line"],
            ])
        });
        let faults = list(&json["faults"]).iter().map(|fault| {
            let message = format!(
                "{} could not be read: {}",
                text(&fault["subject"]),
                text(&fault["reason"])
            );
            value!([
                fault["kind"],
                "ERROR",
                message,
                fault["subject"],
                null,
                null
            ])
        });
        let mut expected: Vec<String> = findings
            .chain(blocked)
            .chain(faults)
            .map(|entry| entry.to_string())
            .collect();
        found.sort();
        expected.sort();
        assert_eq!(found, expected, "{name}");
    }
}

/// Columns count bytes, and a suggestion applied by reviewdog's rules gives what the fix means.
#[test]
fn suggestions_apply_to_bytes() {
    let line = r#"{"note": "é日本", "kind": "persn", "id": "P-1"}"#;
    let folder = Folder::new().with("é.json", format!("\n{line}\n"));
    let run = folder.run(&["check", "--reveal", "--format", "rdjson", "é.json"]);
    let result: Value = serde_json::from_str(&run.out).unwrap();
    let mut found = list(&result["diagnostics"]).iter();
    let found = found
        .find(|told| told["code"]["value"] == "unknown-kind")
        .unwrap();
    let suggestion = &found["suggestions"][0];
    let range = &suggestion["range"];
    assert_eq!(
        (&range["start"]["line"], &range["end"]["line"]),
        (&value!(2), &value!(2))
    );
    let column = |end: &str| usize::try_from(range[end]["column"].as_u64().unwrap()).unwrap() - 1;
    let fixed = format!(
        "{}{}{}",
        &line[..column("start")],
        text(&suggestion["text"]),
        &line[column("end")..]
    );
    assert_eq!(fixed, line.replace("persn", "person"));
    assert_eq!(found["location"]["range"], *range);
}
