//! The review sheet as a file: what it holds, what it does not, and what comes of decisions and earlier reports. What it
//! looks like is a matter for tests/browser.rs.

use missionlint::engine;
use missionlint::message::{Language, Messages};
use missionlint::output::{Format, render};
use missionlint::report::{Audience, Report};
use serde_json::{Value, json};

use crate::look::ROOMY;
use crate::masking::{assert_silent, leaks, restricted};
use crate::mission::{Mission, fixtures};
use crate::tool::Folder;

fn report(mission: &Mission, audience: Audience, reveal: bool) -> Report {
    let mut request = mission.request();
    request.describe = missionlint::engine::Describe::Overview;
    request.audience = audience;
    request.reveal = reveal;
    engine::check(mission.inputs(), &request)
}

fn page(report: &Report, language: Language) -> String {
    let mut bytes = Vec::new();
    let messages = Messages::new(language);
    render(report, &messages, Format::Html, ROOMY, &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

/// The Mali mission in a folder of its own.
fn mali() -> Folder {
    Folder::new().with_copy(&fixtures().join("missions/mli"), "mli")
}

#[test]
fn nothing_restricted_is_in_a_sheet_nor_in_what_it_saves() {
    let mission = restricted();
    for audience in [Audience::Internal, Audience::Public] {
        let report = report(&mission, audience, false);
        assert!(report.findings.len() > 20, "{}", report.findings.len());
        assert_silent(&page(&report, Language::English), audience.code());
        let told = |found: &missionlint::report::Found| found.anchor.record_hash.is_some();
        assert!(
            audience == Audience::Internal || !report.findings.iter().any(told),
            "the public could guess what a digest is of"
        );
    }
    let open = report(&mission, Audience::Internal, true);
    assert!(!leaks(&page(&open, Language::English)).is_empty());
}

#[test]
fn a_masked_finding_has_no_digest_of_its_record() {
    let mission = Mission::clean().with(
        "meetings/smt-2025.json",
        "\"congé annuel\" },\n        { \"person\": \"P-21\", \"capacity\": \"member\", \"presence\": \"present\" }",
        "\"congé annuel\" },\n        { \"person\": \"P-21\", \"capacity\": \"member\", \"presence\": \"absent\" }",
    );
    let digests = |reveal: bool| {
        let report = report(&mission, Audience::Internal, reveal);
        let found = report
            .findings
            .iter()
            .find(|it| it.rule.group.code() == "security");
        found.unwrap().anchor.record_hash.clone()
    };
    assert_eq!(digests(false), None);
    assert!(digests(true).is_some());
}

#[test]
fn a_sheet_is_the_same_each_time_and_loads_nothing() {
    let report = report(&Mission::clean(), Audience::Internal, false);
    let sheet = page(&report, Language::French);
    assert_eq!(sheet, page(&report, Language::French));
    assert!(sheet.starts_with("<!DOCTYPE html><html lang=\"fr\">"));
    let policy = "content=\"default-src 'none'; style-src 'sha256-";
    assert!(sheet.contains(policy), "the page may load something");
    for word in [
        " src=",
        " style=",
        " onclick=",
        "http://",
        "@import",
        "url(",
    ] {
        assert!(!sheet.contains(word), "{word} in the page");
    }
    for text in ["review-", "{ $", "strength-", "obstacle-"] {
        let shown = sheet.split('<').filter_map(|tag| tag.split_once('>'));
        let mut shown =
            shown.filter(|(tag, _)| !tag.starts_with("script") && !tag.starts_with("style"));
        let found = shown.find(|(_, shown)| shown.contains(text));
        assert!(found.is_none(), "{text} in {found:?}");
    }
}

#[test]
fn the_command_writes_a_page_and_says_whether_the_mission_is_ready() {
    let folder = mali();
    let run = folder.run(&["review", "mli", "-o", "sheet.html", "--lang", "en"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(run.err.contains("ready"), "{}", run.err);
    assert!(folder.read("sheet.html").contains("Ready to submit"));
    let run = folder.run(&["review", "mli", "--lang", "es"]);
    assert!(run.out.starts_with("<!DOCTYPE html><html lang=\"es\">"));
    folder.edit(
        "mli/people.json",
        "\"programme-manager\"",
        "\"programme-managr\"",
    );
    let run = folder.run(&["review", "mli", "-o", "sheet", "--lang", "en"]);
    assert_eq!(run.code, Some(1), "{}", run.err);
    assert!(folder.read("sheet").contains("Not ready to submit"));
    let run = folder.run(&["review", "nowhere", "-o", "other.html"]);
    assert_eq!(run.code, Some(2));
    assert!(!folder.names().contains(&"other.html".to_owned()));
}

#[test]
fn what_are_no_decisions_and_no_report_is_refused() {
    let folder = mali().with("review.json", "{}").with("old.json", "[]");
    for (option, file) in [
        ("--decisions", "review.json"),
        ("--compare", "old.json"),
        ("--decisions", "none.json"),
    ] {
        let run = folder.run(&[
            "review",
            "mli",
            "-o",
            "sheet.html",
            option,
            file,
            "--lang",
            "en",
        ]);
        assert_eq!(run.code, Some(2), "{option}");
        assert!(run.err.contains(file), "{}", run.err);
    }
    assert!(!folder.names().contains(&"sheet.html".to_owned()));
}

#[test]
fn a_sheet_tells_what_has_changed_since_an_earlier_report() {
    let folder = mali();
    folder.edit(
        "mli/people.json",
        "\"programme-manager\"",
        "\"programme-managr\"",
    );
    folder.run(&["check", "mli", "-o", "old.json"]);
    folder.edit(
        "mli/people.json",
        "\"programme-managr\"",
        "\"programme-manager\"",
    );
    folder.edit("mli/contact-log.json", "\"2025-02-18\"", "\"2024-02-18\"");
    let run = folder.run(&[
        "review",
        "mli",
        "-o",
        "sheet.html",
        "--compare",
        "old.json",
        "--lang",
        "en",
    ]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    let sheet = folder.read("sheet.html");
    for text in [
        "Compared with the report as of 31 March 2025.",
        "One new finding, marked below",
        "One finding put right",
        "One finding unchanged",
    ] {
        assert!(sheet.contains(text), "{text}");
    }
    assert_eq!(sheet.matches("<span class=\"new\">").count(), 1);
    // Somewhere something cannot be judged: what is gone need not be put right.
    folder.edit(
        "mli/people.json",
        "\"programme-manager\"",
        "\"programme-managr\"",
    );
    folder.run(&["check", "mli", "-o", "old.json"]);
    folder.edit(
        "mli/people.json",
        "\"kind\": \"person\"",
        "\"kind\": \"persn\"",
    );
    folder.run(&[
        "review",
        "mli",
        "-o",
        "sheet.html",
        "--compare",
        "old.json",
        "--lang",
        "en",
    ]);
    assert!(
        folder
            .read("sheet.html")
            .contains("could not check everything")
    );
}

/// A file of decisions with one entry.
fn decisions(entry: &Value) -> String {
    json!({
        "schema_version": 1,
        "tool": {"name": "missionlint", "version": "0"},
        "run": {"as_of": "2025-03-31", "audience": "internal", "policy": [], "configs": [], "inputs": {"hash": "0"}},
        "reviewer": null,
        "decided_on": "2025-04-01",
        "decisions": [entry],
    })
    .to_string()
}

fn exception(rule: &str, record: &Value) -> Value {
    json!({
        "fingerprint": "0", "rule": rule, "mission": "mli", "record": record, "pointer": null, "decision": "exception",
        "reason": "by agreement", "owner": null, "expires": null, "record_hash": null,
    })
}

#[test]
fn only_what_can_be_excepted_is_imported() {
    let record = json!({"kind": "platform", "id": "sub-tom"});
    let refusals = [
        (
            exception("no-such-rule", &record),
            "there is no rule no-such-rule",
        ),
        (exception("syntax-error", &record), "cannot be excepted"),
        (
            exception("subnational-presence-unrepresented", &Value::Null),
            "names no record",
        ),
    ];
    for (entry, complaint) in refusals {
        let folder = mali().with("review.json", decisions(&entry));
        let before = folder.read("mli/missionlint.toml");
        let arguments = [
            "allow",
            "import",
            "review.json",
            "--config",
            "mli/missionlint.toml",
            "--lang",
            "en",
        ];
        let run = folder.run(&arguments);
        assert_eq!(run.code, Some(2), "{}", run.err);
        assert!(run.err.contains(complaint), "{}", run.err);
        assert_eq!(folder.read("mli/missionlint.toml"), before);
    }
    let entry = exception("subnational-presence-unrepresented", &record);
    let folder = mali().with("review.json", decisions(&entry));
    let run = folder.run(&["allow", "import", "review.json"]);
    assert_eq!(run.code, Some(2), "there is no configuration: {}", run.out);
    let arguments = [
        "allow",
        "import",
        "review.json",
        "--config",
        "mli/missionlint.toml",
    ];
    assert_eq!(folder.run(&arguments).code, Some(0));
    assert!(
        folder
            .read("mli/missionlint.toml")
            .starts_with("# The records describe")
    );
    let report = folder.report(&["mli"]);
    assert_eq!(report["summary"]["suppressed"], 1, "{}", report["summary"]);
}

#[test]
fn decisions_whose_finding_is_gone_are_told() {
    let record = json!({"kind": "platform", "id": "sub-tom"});
    let folder = mali().with(
        "review.json",
        decisions(&exception("hct-chair-not-hc", &record)),
    );
    let arguments = [
        "review",
        "mli",
        "-o",
        "sheet.html",
        "--decisions",
        "review.json",
        "--lang",
        "en",
    ];
    assert_eq!(folder.run(&arguments).code, Some(0));
    let sheet = folder.read("sheet.html");
    assert!(sheet.contains("One finding that was decided on is no longer found:"));
    assert!(sheet.contains("by agreement"));
}
