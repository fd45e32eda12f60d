//! What a review sheet saves may lie beside the records, as a mission commits it: it is no record.

use serde_json::{Value, json};

use crate::mission::fixtures;
use crate::tool::Folder;

fn saved() -> Value {
    json!({
        "schema_version": 1,
        "tool": {"name": "missionlint", "version": "0.1.0"},
        "run": {"as_of": "2025-03-31", "audience": "internal", "policy": [], "configs": [], "inputs": {"hash": "ab"}},
        "reviewer": {"role": "Regional Thematic Specialist"},
        "decided_on": "2025-04-01",
        "decisions": [{"fingerprint": "cd", "rule": "stale-record", "mission": "mli",
            "record": {"kind": "meeting", "id": "M-1"}, "pointer": "/start", "decision": "accepted", "reason": "seen",
            "owner": null, "expires": null, "record_hash": null}],
    })
}

/// The findings about the file, by rule.
fn rules(text: &str) -> Vec<String> {
    let folder = Folder::new().with_copy(&fixtures().join("missions/mli"), "mli");
    let report = folder.with("mli/review.json", text).report(&["mli"]);
    let findings = report["findings"].as_array().unwrap().iter();
    let about = findings.filter(|found| found["location"]["path"] == "mli/review.json");
    about
        .map(|found| found["rule"].as_str().unwrap().to_owned())
        .collect()
}

/// The first members in the order in which the page writes them.
fn text(saved: &Value) -> String {
    let rest = saved.to_string();
    format!(
        "{{\"schema_version\": 1, \"tool\": {{\"name\": \"missionlint\", \"version\": \"0.1.0\"}}, {}",
        &rest[1..]
    )
}

#[test]
fn decisions_of_a_reviewer_are_no_record() {
    assert_eq!(rules(&text(&saved())), [""; 0]);
    let mut none = saved();
    none["decisions"] = json!([]);
    none["reviewer"] = Value::Null;
    assert_eq!(rules(&text(&none)), [""; 0]);
}

/// What only looks like them hides nothing.
#[test]
fn what_is_more_than_decisions_is_checked() {
    for (place, value) in [
        ("", json!({"kind": "vacancy"})),
        ("", json!({"records": []})),
        ("", json!({"more": [{"kind": "vacancy", "id": "V-1"}]})),
        ("/decisions/0", json!({"kind": "vacancy", "id": "V-1"})),
        ("", json!({"decisions": {"kind": "vacancy"}})),
    ] {
        let mut more = saved();
        let at = more.pointer_mut(place).unwrap().as_object_mut().unwrap();
        at.extend(value.as_object().unwrap().clone());
        assert!(!rules(&text(&more)).is_empty(), "{value}");
    }
}
