//! What somebody found who tried the tool for the first time: large wrong imports, files that hold nothing, brackets
//! that bring a wrong class, globs in other letters.

use std::fmt::Write as _;

use missionlint::catalogue::Severity;
use missionlint::config;
use missionlint::report::Report;
use missionlint::rules;

use crate::mission::Mission;

fn count(report: &Report, rule: &str) -> usize {
    let found = report.findings.iter();
    found.filter(|found| found.rule.id == rule).count()
}

/// Everybody in one office: each but the first is told, none with thousands of others.
#[test]
fn one_office_for_everybody_is_told_in_time() {
    let mut people = String::new();
    for number in 0..600 {
        let _ = writeln!(
            people,
            r#"{{"kind": "person", "id": "Q-{number}", "mission": "mli", "assignments": [{{"role": "resource-management-officer", "kind": "staff", "duty_station": "bko", "from": "2023-06-01"}}]}}"#
        );
    }
    let mut mission = Mission::clean();
    mission.files.insert("import.ndjson".to_owned(), people);
    let report = mission.check();
    assert_eq!(count(&report, "concurrent-office-holder"), 600);
    let related = report.findings.iter().map(|found| found.related.len());
    assert!(related.max() <= Some(8));
}

/// A file that holds no record may have lost all that it should hold: what refers to them is not judged.
#[test]
fn a_file_that_holds_nothing_blocks_what_refers_to_its_records() {
    for text in ["null", "5", r#""x""#, "{}"] {
        let mut mission = Mission::clean();
        mission
            .files
            .insert("people.json".to_owned(), text.to_owned());
        let report = mission.check();
        assert_eq!(count(&report, "not-a-record"), 1, "{text}");
        assert_eq!(report.findings.len(), 1, "{text}");
        let blocked = report.not_checked.iter();
        assert!(
            blocked
                .clone()
                .any(|entry| entry.rule.id == "dangling-reference"),
            "{text}"
        );
    }
}

/// A file is masked when its class may have been lost; that does not make its meetings security meetings.
#[test]
fn a_lost_bracket_makes_no_security_record() {
    let mut mission = Mission::clean();
    let text = mission.files.get_mut("platforms/clusters.json").unwrap();
    let last = text.rfind('}').unwrap();
    text.remove(last);
    let report = mission.check();
    assert_eq!(count(&report, "syntax-error"), 1);
    assert_eq!(count(&report, "sensitive-content-in-security-record"), 0);
}

/// Names of files differ by case: what is excepted for one is not excepted for another.
#[test]
fn globs_of_the_configuration_name_folders_as_they_are_called() {
    for written in ["MLI", "./MLI", "MLI/", "./MLI/"] {
        assert_globs(written);
    }
}

fn assert_globs(written: &str) {
    let text = "[[overrides]]\npaths = [\"MLI\"]\nseverity.stale-record = \"off\"\n\
        [[allow]]\nrule = \"stale-record\"\npath = \"MLI\"\nreason = \"r\"\n";
    let text = text.replace("MLI", written);
    let settings = config::parse(&text, &rules::catalogue()).unwrap();
    assert!(!settings.allow[0].covers_path("mli/people.json"));
    assert!(settings.allow[0].covers_path("MLI/people.json"));
    assert!(!settings.overrides[0].paths.covers("mli/people.json"));
    assert!(settings.overrides[0].paths.covers("MLI/people.json"));
}

/// The mission's own finding includes one of another rule: what is made an error is one, whatever includes it.
#[test]
fn what_is_raised_is_not_lost_in_what_includes_it() {
    let mut mission = Mission::named("mli");
    let before = mission.check();
    assert_eq!(before.findings[0].severity, Severity::Warning);
    assert_eq!(
        before.findings[0].because[0].rule.id,
        "active-platform-unrepresented"
    );
    mission
        .settings
        .push_str("\n[severity]\nactive-platform-unrepresented = \"error\"\n");
    let after = mission.check();
    assert_eq!(
        after.findings[0].rule.id,
        "subnational-presence-unrepresented"
    );
    assert_eq!(after.findings[0].severity, Severity::Error);
    assert!(!after.is_ready());
}
