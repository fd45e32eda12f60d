//! Reports in programs that consume them.

use std::process::Command;

use serde_json::Value;

use crate::cases::{Case, Need};
use crate::tool::{Folder, project};

pub(crate) const CASES: &[Case] = &[(
    "checkstyle_is_told_by_a_plugin_for_pull_requests",
    &[Need::LintReport],
    checkstyle,
)];

const VACANCY: &str = r#"{"kind": "vacancy", "id": "V-1", "mission": "mli", "role": "nobody <&> \"x\"", "from": "2025-13-01"}"#;

/// Severity as Checkstyle spells it.
fn severity(finding: &Value) -> &str {
    match finding["severity"].as_str().unwrap() {
        "advice" => "info",
        same => same,
    }
}

fn checkstyle() {
    let folder = Folder::new()
        .with("missionlint.toml", "as_of = 2025-03-31\n")
        .with("a é ]]>.json", VACANCY)
        .with("b.json", "{\"kind\": \"person\",, \"id\": \"P-1\"}");
    let run = folder.run(&["check", "-o", "checkstyle=r.xml", "-o", "r.json"]);
    assert_eq!(run.code, Some(1), "{run:?}");
    let read = Command::new("node")
        .arg(project("tests/browser/checkstyle.cjs"))
        .args([folder.path().join("r.xml").as_path(), folder.path()])
        .output()
        .unwrap();
    assert!(
        read.status.success(),
        "{}",
        String::from_utf8_lossy(&read.stderr)
    );
    let told: Vec<Value> = serde_json::from_slice(&read.stdout).unwrap();
    let report: Value = serde_json::from_str(&folder.read("r.json")).unwrap();
    let findings = report["findings"].as_array().unwrap();
    assert!(findings.len() >= 3, "{report}");
    for finding in findings {
        let place = &finding["location"];
        let number = |value: &Value| value.as_u64().unwrap().to_string();
        let text = |value: &Value| match value {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        let is_told = |it: &&Value| {
            it["file"] == place["path"]
                && text(&it["line"]) == number(&place["start"]["line"])
                && text(&it["column"]) == number(&place["start"]["column"])
                && it["severity"] == severity(finding)
                && text(&it["message"]).contains(finding["message"].as_str().unwrap())
        };
        assert_eq!(
            told.iter().filter(is_told).count(),
            1,
            "{finding}\n{told:?}"
        );
    }
}
