//! Missions that need each other are judged together, however the references between them are written.

use missionlint::report::Report;

use crate::mission::{Mission, describe_evidence, files_below, fixtures};

/// Rules, pointers and evidence of a report, and what could not be judged: what does not depend on where things stand.
fn facts(report: &Report) -> Vec<String> {
    let findings = report.findings.iter().map(|found| {
        let location = &found.location;
        let (rule, pointer) = (found.rule.id, &location.pointer);
        format!(
            "{rule} {} {pointer} {}",
            location.path,
            describe_evidence(found)
        )
    });
    let not_checked = report.not_checked.iter().map(|entry| {
        let pointers = entry.locations.iter().map(|place| place.pointer.as_str());
        let pointers: Vec<&str> = pointers.collect();
        format!(
            "{} {} {:?} {pointers:?}",
            entry.rule.id, entry.reason, entry.mission
        )
    });
    findings.chain(not_checked).collect()
}

/// References `"mission/id"` of a mission's texts, rewritten.
fn rewritten(mission: &Mission, rewrite: impl Fn(&str) -> String) -> (Mission, usize) {
    let (mut changed, mut times) = (mission.clone(), 0);
    for text in changed.files.values_mut() {
        for home in ["bfa", "eth", "mli", "ner", "sen", "tcd"] {
            let reference = format!("\"{home}/");
            times += text.matches(&reference).count();
            *text = text.replace(&reference, &rewrite(&reference));
        }
    }
    (changed, times)
}

#[test]
fn references_to_other_missions_count_however_they_are_written() {
    let mut times = 0;
    for config in files_below(&fixtures()).values() {
        if !config.ends_with("missionlint.toml") {
            continue;
        }
        let mission = Mission::of(config.parent().unwrap());
        let expected = facts(&mission.check());
        let ways: [fn(&str) -> String; 3] = [
            |reference| reference.replace('/', "\\/"),
            |reference| reference.replace('/', "\\u002F"),
            |reference| format!("\"\\u00{:x}{}", reference.as_bytes()[1], &reference[2..]),
        ];
        for way in ways {
            let (rewritten, found) = rewritten(&mission, way);
            times += found;
            if found > 0 {
                assert_eq!(facts(&rewritten.check()), expected, "{}", config.display());
            }
        }
    }
    assert!(times >= 12, "only {times} references were rewritten");
}
