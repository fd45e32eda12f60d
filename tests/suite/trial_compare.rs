//! What a trial of compared audits has found: what nobody looked for is neither new nor gone.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::audit::{audit, both};
use crate::tool::{Folder, Run};

/// The audit of what is there now, compared with an earlier one, in all formats.
fn compared(folder: &Folder, earlier: &Value) -> (Value, Run) {
    folder.write("old.json", earlier.to_string());
    let outputs = ["new.json", "new.html", "new.xlsx", "aggregates-csv=new.csv"];
    let outputs = outputs.iter().flat_map(|output| ["-o", *output]);
    let arguments = ["audit", "missions", "--compare", "old.json", "-q"];
    let arguments: Vec<&str> = arguments.into_iter().chain(outputs).collect();
    let run = folder.run(&arguments);
    let audit = serde_json::from_str(&folder.read("new.json"));
    (
        audit.unwrap_or_else(|error| panic!("{error}: {run:?}")),
        run,
    )
}

/// Fingerprints of findings that count: those of a mission, or all others.
fn fingerprints<'a>(audit: &'a Value, mission: &str, of: bool) -> BTreeSet<&'a str> {
    let findings = audit["findings"].as_array().unwrap().iter();
    let findings = findings.filter(|found| found["suppressed"].is_null());
    findings
        .filter(|found| (found["mission"] == mission) == of)
        .map(|found| found["fingerprint"].as_str().unwrap())
        .collect()
}

/// The news of everything, and of the groups of a dimension together.
fn news(audit: &Value, name: &str) -> u64 {
    let all = audit["compared"]["news"][name].as_u64().unwrap();
    for (dimension, groups) in audit["groups"].as_object().unwrap() {
        let groups = groups.as_array().unwrap().iter();
        let sum: u64 = groups
            .map(|group| group["news"][name].as_u64().unwrap())
            .sum();
        assert_eq!(sum, all, "{name} by {dimension}");
    }
    all
}

fn group<'a>(audit: &'a Value, mission: &str) -> &'a Value {
    let mut groups = audit["groups"]["mission"].as_array().unwrap().iter();
    groups.find(|group| group["key"] == mission).unwrap()
}

/// The part of the page that compares.
fn since(folder: &Folder) -> String {
    let page = folder.read("new.html");
    let since = page.split("id=\"since\"").nth(1).unwrap();
    since.split("</section>").next().unwrap().to_owned()
}

fn rows(folder: &Folder, metric: &str) -> Vec<String> {
    let table = folder.read("new.csv");
    let key = format!("mission,eth,{metric},count,");
    let rows = table.lines().filter(|line| line.starts_with(&key));
    rows.map(|line| line[key.len()..].split(',').next().unwrap().to_owned())
        .collect()
}

#[test]
fn findings_of_missions_that_are_in_one_audit_alone_are_neither_new_nor_gone() {
    let folder = both();
    let dates = "\"from\": \"2021-02-01\", \"to\": \"2025-09-30\"";
    let inverted = "\"from\": \"2025-02-01\", \"to\": \"2024-09-30\"";
    folder.edit("missions/eth/people.json", dates, inverted);
    let of_both = audit(&folder, &["missions"]);
    let eth = folder.path().join("missions/eth");
    let aside = folder.path().join("aside");
    std::fs::rename(&eth, &aside).unwrap();
    let (of_one, _) = compared(&folder, &of_both);
    let findings = fingerprints(&of_both, "eth", true).len() as u64;
    assert!(findings > 0);
    let before = fingerprints(&of_both, "eth", false);
    let after = fingerprints(&of_one, "eth", false);
    assert_eq!(fingerprints(&of_one, "eth", true).len(), 0);
    let (changed, other) = (
        |one: &BTreeSet<&str>, other: &BTreeSet<&str>| one.difference(other).count() as u64,
        before.intersection(&after).count() as u64,
    );
    assert_eq!(news(&of_one, "left"), findings);
    assert_eq!(news(&of_one, "joined"), 0);
    assert_eq!(news(&of_one, "gone"), changed(&before, &after));
    assert_eq!(news(&of_one, "appeared"), changed(&after, &before));
    assert_eq!(news(&of_one, "kept"), other);
    assert_eq!(group(&of_one, "eth")["news"]["gone"], 0);
    let apart = json!([{"mission": "eth", "findings": findings}]);
    assert_eq!(of_one["compared"]["left"], apart);
    assert_eq!(of_one["compared"]["joined"], json!([]));
    let page = since(&folder);
    assert!(
        page.contains("Missions that only the earlier audit has judged"),
        "{page}"
    );
    assert!(page.contains(&format!("{findings} finding")), "{page}");
    assert!(
        !page.contains("Missions that only this audit has judged"),
        "{page}"
    );
    assert!(!page.contains("Most findings gone"), "{page}");
    assert_eq!(rows(&folder, "left"), [findings.to_string()]);
    assert_eq!(rows(&folder, "gone"), ["0"]);

    std::fs::rename(&aside, &eth).unwrap();
    let (again, _) = compared(&folder, &of_one);
    assert_eq!(news(&again, "joined"), findings);
    assert_eq!(news(&again, "left"), 0);
    assert_eq!(news(&again, "appeared"), changed(&before, &after));
    assert_eq!(news(&again, "gone"), changed(&after, &before));
    assert_eq!(again["compared"]["joined"], apart);
    assert_eq!(again["compared"]["left"], json!([]));
    assert!(since(&folder).contains("Missions that only this audit has judged"));
    assert_eq!(rows(&folder, "joined"), [findings.to_string()]);
    assert_eq!(rows(&folder, "appeared"), ["0"]);
}

/// What the mission has no findings of is told all the same.
#[test]
fn a_mission_without_findings_is_missed_as_well() {
    let folder = both();
    let mut earlier = audit(&folder, &["missions"]);
    let groups = earlier["groups"]["mission"].as_array_mut().unwrap();
    let mut ago = groups[0].clone();
    ago["key"] = json!("ago");
    groups.push(ago.clone());
    ago["key"] = json!("empty");
    ago["records"] = json!(0);
    groups.push(ago);
    let (now, _) = compared(&folder, &earlier);
    let apart = json!([{"mission": "ago", "findings": 0}]);
    assert_eq!(now["compared"]["left"], apart);
    assert!(since(&folder).contains("0 findings"));
}

#[test]
fn audits_that_are_not_complete_are_told() {
    let folder = both();
    let mut earlier = audit(&folder, &["missions"]);
    let blocked = earlier["totals"]["checks"]["blocked"].as_u64().unwrap();
    let (whole, run) = compared(&folder, &earlier);
    assert_eq!(whole["compared"]["incomplete"], blocked > 0);
    assert!(!run.err.contains("incomplete"), "{run:?}");

    let people = folder.read("missions/mli/people.json");
    let half: String = people.chars().take(people.len() / 2).collect();
    folder.write("missions/mli/people.json", half);
    let (damaged, _) = compared(&folder, &earlier);
    let now = damaged["totals"]["checks"]["blocked"].as_u64().unwrap();
    assert!(now > blocked);
    assert_eq!(damaged["compared"]["incomplete"], true);
    let told = |faults: u64| {
        format!(
            "Faults of the run: {faults} then, 0 now. Checks that could not be made: {blocked} then, "
        )
    };
    let page = since(&folder);
    assert!(page.contains(&told(0)), "{page}");
    assert!(!page.contains("The earlier audit is incomplete"), "{page}");

    folder.write("missions/mli/people.json", &people);
    earlier["totals"]["faults"] = json!(2);
    let (now, run) = compared(&folder, &earlier);
    assert_eq!(now["compared"]["incomplete"], true);
    let page = since(&folder);
    assert!(page.contains(&told(2)), "{page}");
    assert!(page.contains("The earlier audit is incomplete"), "{page}");
    let line = "missionlint: old.json: the earlier audit is incomplete";
    assert!(run.err.contains(line), "{run:?}");
}
