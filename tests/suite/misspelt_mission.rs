//! Missions that are misspelt, and files that are checked without the rest of their mission.

use std::collections::BTreeSet;

use missionlint::report::Report;

use crate::mission::Mission;

const NAMED: &str = "\"mission\": \"mli\"";

/// Rule and path of every finding.
fn found(report: &Report) -> Vec<(&str, &str)> {
    let findings = report.findings.iter();
    findings
        .map(|found| (found.rule.id, &*found.location.path))
        .collect()
}

/// The rules that could not judge everything for want of what references lead to, in a mission.
fn blocked<'r>(report: &'r Report, mission: &str) -> BTreeSet<&'r str> {
    let entries = report.not_checked.iter();
    entries
        .filter(|entry| entry.mission.as_deref() == Some(mission) && entry.reason == "not-given")
        .map(|entry| entry.rule.id)
        .collect()
}

#[test]
fn a_misspelt_mission_of_a_file_is_one_finding_and_the_file_is_checked_with_the_others() {
    let clean = Mission::clean();
    let mut tried = 0;
    for (path, text) in &clean.files {
        if text.matches(NAMED).count() != 1 {
            continue;
        }
        tried += 1;
        let mission = clean.clone().with(path, NAMED, "\"mission\": \"mil\"");
        let report = mission.check();
        assert_eq!(found(&report), [("missing-mission", path.as_str())]);
        assert!(report.not_checked.is_empty(), "{path}");
        let finding = &report.findings[0];
        assert_eq!(finding.mission.as_deref(), Some("mli"), "{path}");
        let (_, edits) = finding.fix.as_ref().expect("an edit");
        let mended = mission.with_edits(edits);
        assert_eq!(mended.files[path], *text);
    }
    assert!(tried > 30, "{tried}");
}

#[test]
fn a_mission_of_its_own_is_not_taken_for_a_misspelt_one() {
    // The code of a country.
    let malta = "\"mission\": \"mlt\"";
    let report = Mission::clean()
        .with("meetings/2025-03.json", NAMED, malta)
        .check();
    assert!(
        !found(&report)
            .iter()
            .any(|(rule, _)| *rule == "missing-mission")
    );
    assert!(blocked(&report, "mlt").contains("dangling-reference"));

    // The name of a folder or file.
    for path in ["mil/meetings.json", "mil.json"] {
        let mut mission = Mission::clean();
        let text = mission.files["meetings/2025-03.json"].replace(NAMED, "\"mission\": \"mil\"");
        mission.files.insert(path.to_owned(), text);
        let report = mission.check();
        assert_eq!(found(&report), [], "{path}");
        assert!(blocked(&report, "mil").contains("dangling-reference"));
    }

    // A mission whose record is given.
    let mut mission = Mission::clean();
    let record = r#"{"kind": "mission", "id": "mil", "mission": "mil", "name": "Another", "countries": ["MLI"], "regional_office": [], "offices": [], "phase": [], "context_model": []}"#;
    mission
        .files
        .insert("other.json".to_owned(), record.to_owned());
    let report = mission.check();
    assert!(
        !found(&report)
            .iter()
            .any(|(rule, _)| *rule == "missing-mission")
    );
}

#[test]
fn references_of_a_file_checked_alone_are_not_checked_rather_than_wrong() {
    let all = Mission::clean();
    for path in [
        "meetings/2025-03.json",
        "people.json",
        "representations/clusters.json",
    ] {
        let mut alone = all.clone();
        alone.files.retain(|other, _| other == path);
        let report = alone.check();
        let dangling = |(rule, _): &(&str, &str)| *rule == "dangling-reference";
        assert!(!found(&report).iter().any(dangling), "{path}");
        assert!(
            blocked(&report, "mli").contains("dangling-reference"),
            "{path}"
        );
    }

    // With one platform given, one that is missing is missing.
    let mut some = all.clone();
    some.files
        .retain(|other, _| other == "meetings/2025-03.json" || other == "platforms/security.json");
    let report = some.check();
    let findings = found(&report);
    assert!(findings.contains(&("dangling-reference", "meetings/2025-03.json")));
}
