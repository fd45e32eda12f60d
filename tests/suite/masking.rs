//! What is restricted shows in no output: not a value, not a key of its own, not a day, not the length of a text.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use missionlint::config;
use missionlint::engine::{self, Content};
use missionlint::message::{Language, Messages};
use missionlint::output::{Format, render, render_findings};
use missionlint::report::{Audience, Report};
use missionlint::rules;
use serde_json::{Value, json};

use crate::canaries::{
    Canaries, SECRET_DAYS, SECRET_NUMBER, SECRET_TIME, Way, broken, faulty, joined, mutilated,
};
use crate::look::ROOMY;
use crate::misplaced::misplaced;
use crate::mission::{Mission, lines, scratch};
use crate::tool::Folder;

pub(crate) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// What of the canaries an output shows.
pub(crate) fn leaks(output: &str) -> Vec<String> {
    // Not the day of the run, nor the dates of the policy packs, nor lines and columns.
    let mut lower = String::with_capacity(output.len());
    let mut after_colon = false;
    for letter in output
        .replace("31 March 2025", "")
        .replace("(September 2022)", "")
        .chars()
    {
        if after_colon && letter.is_ascii_digit() {
            continue;
        }
        after_colon = letter == ':';
        lower.push(letter.to_ascii_lowercase());
    }
    let mut secrets: Vec<String> = vec![
        "qzx".to_owned(),
        SECRET_NUMBER.to_string(),
        "48,151".to_owned(),
    ];
    for day in SECRET_DAYS {
        let parts: Vec<&str> = day.split('-').collect();
        let month = MONTHS[parts[1].parse::<usize>().unwrap() - 1].to_lowercase();
        let number = parts[2].trim_start_matches('0');
        secrets.extend([
            day.to_owned(),
            day.replace('-', ""),
            format!("{}-{}", parts[1], parts[2]),
            format!("{number} {month}"),
            format!("{month} {number}"),
            format!("{month} {}", parts[0]),
        ]);
    }
    let (hour, _) = SECRET_TIME.split_once(':').unwrap();
    secrets.push(format!("{hour}: on"));
    secrets.push(format!("t{hour}:"));
    let mut found: Vec<String> = secrets
        .into_iter()
        .filter(|secret| lower.contains(secret))
        .collect();
    let letter = |character: char| ('\u{400}'..='\u{4ff}').contains(&character);
    if let Some(at) = output.find(letter) {
        let around: String = output[..at].chars().rev().take(60).collect();
        let after: String = output[at..].chars().take(20).collect();
        found.push(format!(
            "…{}{after}…",
            around.chars().rev().collect::<String>()
        ));
    }
    found
}

pub(crate) fn assert_silent(output: &str, name: &str) {
    let found = leaks(output);
    if !found.is_empty() {
        let lines = output.lines().filter(|line| !leaks(line).is_empty());
        let lines: Vec<&str> = lines.take(12).collect();
        panic!("{name} shows {found:?}:\n{}", lines.join("\n"));
    }
}

/// What the command wrote.
struct Run {
    code: Option<i32>,
    out: String,
    err: String,
}

fn run(folder: &Path, arguments: &[&str]) -> Run {
    let mut command = Command::new(env!("CARGO_BIN_EXE_missionlint"));
    command
        .arg("check")
        .args(arguments)
        .current_dir(folder)
        .env("LC_ALL", "C");
    for name in ["NO_COLOR", "CLICOLOR_FORCE", "FORCE_COLOR", "COLUMNS"] {
        command.env_remove(name);
    }
    let output = command.output().unwrap();
    Run {
        code: output.status.code(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// Everything that a report can be made to say: all formats, and every finding with its excerpts.
pub(crate) fn everything(report: &Report) -> String {
    // JSON first: tests read it from here.
    let others = Format::ALL.into_iter();
    let others = others.filter(|format| *format != Format::Json);
    told(report, [Format::Json].into_iter().chain(others))
}

/// The report in some formats, and every finding with its excerpts.
fn told(report: &Report, formats: impl IntoIterator<Item = Format>) -> String {
    let messages = Messages::new(Language::English);
    let mut bytes = Vec::new();
    for format in formats {
        let start = bytes.len();
        render(report, &messages, format, ROOMY, &mut bytes).unwrap();
        if format == Format::Sarif {
            let written = bytes.split_off(start);
            bytes.extend(without_pages(&written));
        }
        if format == Format::Html {
            let written = bytes.split_off(start);
            bytes.extend(without_rules(&written));
        }
    }
    render_findings(&report.findings, &messages, ROOMY, &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

/// SARIF without the pages of the rules: they come from the catalogue and have days and ids of their own.
pub(crate) fn without_pages(sarif: &[u8]) -> Vec<u8> {
    let mut sarif: Value = serde_json::from_slice(sarif).unwrap();
    let rules = &mut sarif["runs"][0]["tool"]["driver"]["rules"];
    assert!(rules.as_array().unwrap().len() > 50);
    *rules = Value::Null;
    let mut text = serde_json::to_string_pretty(&sarif).unwrap();
    text.push('\n');
    text.into_bytes()
}

/// A review sheet without the pages of the rules.
pub(crate) fn without_rules(sheet: &[u8]) -> Vec<u8> {
    let sheet = std::str::from_utf8(sheet).unwrap();
    let Some((before, rest)) = sheet.split_once("<section class=\"rules\"") else {
        return sheet.as_bytes().to_vec();
    };
    let (_, behind) = rest.split_once("</section>").unwrap();
    format!("{before}{behind}").into_bytes()
}

fn report(mission: &Mission, audience: Audience, reveal: bool) -> Report {
    let mut request = mission.request();
    request.audience = audience;
    request.reveal = reveal;
    engine::check(mission.inputs(), &request)
}

/// The faults of every restricted way, with texts that are no JSON.
pub(crate) fn restricted() -> Mission {
    let faults = Way::RESTRICTED.map(|way| faulty(&mut Canaries::new(way)));
    let misplaced = Way::RESTRICTED.map(|way| misplaced(&mut Canaries::new(way)));
    joined(
        faults
            .into_iter()
            .chain(misplaced)
            .chain([broken(&mut Canaries::new(Way::Record))]),
    )
}

/// Accepted findings are listed by their places: these are masked like all others.
#[test]
fn nothing_restricted_shows_of_what_is_accepted() {
    let mut mission = restricted();
    let rules = rules::catalogue();
    let rules = rules.iter().filter(|rule| config::is_allowable(rule));
    mission.settings += &lines(rules.map(|rule| {
        let id = rule.id;
        format!("\n[[allow]]\nrule = \"{id}\"\npath = \"**\"\nreason = \"r\"")
    }));
    for audience in [Audience::Internal, Audience::Public] {
        let report = report(&mission, audience, false);
        let accepted = report.suppressed().count();
        assert!(accepted > 50, "{accepted} of {}", report.findings.len());
        assert_silent(&everything(&report), audience.code());
    }
}

#[test]
fn nothing_restricted_shows_in_any_output_of_the_command() {
    let folder = scratch("masking");
    let mission = restricted();
    mission.write_to(&folder);
    let variants: [&[&str]; 8] = [
        &["--color", "always"],
        &["--color", "never"],
        &["--quiet"],
        &["--format", "json"],
        &[
            "--format",
            "json",
            "--audience",
            "internal",
            "--allow-blocked",
        ],
        &["--audience", "public", "--color", "always"],
        &["--audience", "public", "--format", "json"],
        &[
            "--fail-on",
            "advice",
            "-o",
            "out/report.json",
            "-o",
            "json=out/b.json",
            "-o",
            "text=out/c.txt",
        ],
    ];
    for arguments in variants {
        let run = run(&folder, arguments);
        let name = arguments.join(" ");
        assert_silent(&run.out, &name);
        assert_silent(&run.err, &format!("{name} (standard error)"));
        assert_eq!(run.code, Some(1), "{name}: {}", run.err);
    }
    for file in ["out/report.json", "out/b.json", "out/c.txt"] {
        let text = std::fs::read_to_string(folder.join(file)).unwrap();
        assert!(!text.is_empty());
        assert_silent(&text, file);
    }
}

/// The rules that the restricted missions break on purpose.
const BROKEN: &[&str] = &[
    "attendance-outside-assignment",
    "attendee-without-representation",
    "cluster-role-unsuitable",
    "cluster-staff-mismatch",
    "com-post-vacant",
    "concurrent-office-holder",
    "country-mismatch",
    "dangling-reference",
    "duplicate-id",
    "future-attendance",
    "interval-inverted",
    "meeting-outside-platform-lifetime",
    "pcode-country-mismatch",
    "person-in-two-places",
    "platform-parent-cycle",
    "smt-com-absent",
    "smt-delegate-not-acting",
    "smt-observer-only",
    "unknown-country-code",
    "wrong-kind-reference",
];

/// Rules that the missions with people in the wrong places break.
const MISPLACED: &[&str] = &[
    "hct-alternate-unsupported",
    "hct-chair-not-hc",
    "hct-coordinator-not-observer",
    "hct-representation-level",
    "iccg-non-coordinator",
    "noncanonical-platform-name",
    "ocha-role-mismatch",
    "omt-representation-rmo",
    "platform-parent-mismatch",
    "pmt-representation-level",
    "refugee-context-cluster",
    "smt-chair-not-do",
    "smt-com-representation-missing",
    "smt-security-officer-not-observer",
    "unct-chair-not-rc",
    "unct-representation-level",
];

#[test]
fn what_is_needed_to_act_stays_visible() {
    let report = report(&restricted(), Audience::Internal, false);
    let shown: Value = {
        let text = everything(&report);
        let end = text.find("\n}\n").unwrap() + 2;
        serde_json::from_str(&text[..end]).unwrap()
    };
    let findings = shown["findings"].as_array().unwrap();
    let reported = |mission: &str| -> BTreeSet<&str> {
        let of_mission = findings
            .iter()
            .filter(|finding| finding["mission"] == mission);
        let mut rules: BTreeSet<&str> = BTreeSet::new();
        for finding in of_mission {
            rules.insert(finding["rule"].as_str().unwrap());
            for nested in finding["because"].as_array().unwrap() {
                rules.insert(nested["rule"].as_str().unwrap());
            }
        }
        rules
    };
    let all: BTreeSet<&str> = BROKEN.iter().chain(MISPLACED).copied().collect();
    for way in [Way::Record, Way::Envelope, Way::Mission] {
        let mut found = reported(&format!("flt-{}", way.name()));
        found.extend(reported(&format!("plc-{}", way.name())));
        assert!(
            all.is_subset(&found),
            "{way:?}: {:?}",
            all.difference(&found)
        );
    }
    assert!(reported("brk").contains("syntax-error"));
    let absent = findings
        .iter()
        .find(|finding| finding["mission"] == "flt-rec" && finding["rule"] == "smt-observer-only")
        .unwrap();
    let place = &absent["location"];
    assert_eq!(place["path"], "flt-rec/meetings.ndjson");
    assert_eq!(place["pointer"], "/attendance/0/presence");
    assert_eq!(place["record"]["kind"], "meeting");
    assert_eq!(place["record"]["id"], "M-1");
    assert_eq!(place["start"]["line"], 1);
    assert!(place["start"]["column"].as_u64().unwrap() > 1);
    let fact = |finding: &Value, key: &str| {
        let facts = finding["evidence"].as_array().unwrap();
        facts.iter().find(|fact| fact["key"] == key).unwrap()["value"].clone()
    };
    assert_eq!(fact(absent, "person"), "PX-1");
    assert_eq!(fact(absent, "platform"), "smt");
    assert_eq!(fact(absent, "meeting"), "M-1");
    assert_eq!(fact(absent, "observers"), serde_json::json!(["PX-3"]));
    assert_eq!(fact(absent, "date"), "█████");
    assert_eq!(fact(absent, "presence"), "█████");
    let held_twice = findings
        .iter()
        .find(|finding| finding["rule"] == "concurrent-office-holder")
        .unwrap();
    assert_eq!(fact(held_twice, "role"), "chief-of-mission");
    // No suggested edit: it would tell the value.
    let clear = |finding: &&Value| {
        ["flt-plat", "plc-plat"]
            .map(Value::from)
            .contains(&finding["mission"])
    };
    assert!(
        findings
            .iter()
            .all(|finding| clear(&finding) || finding["fix"].is_null())
    );
}

#[test]
fn no_wrong_value_nor_key_of_a_restricted_record_shows() {
    let mut rules: BTreeSet<&str> = BTreeSet::new();
    for (turn, way) in Way::RESTRICTED.into_iter().enumerate() {
        let mut made = Canaries::new(way);
        let mission = joined([mutilated(&mut made, turn)]);
        let masked = report(&mission, Audience::Internal, false);
        assert_silent(&everything(&masked), &format!("{way:?}"));
        if way == Way::Record {
            let public = report(&mission, Audience::Public, false);
            assert_silent(&everything(&public), &format!("{way:?}, public"));
        }
        // Not for want of findings.
        let least = if way == Way::Platform { 150 } else { 350 };
        assert!(
            masked.findings.len() > least,
            "{way:?}: {} findings",
            masked.findings.len()
        );
        rules.extend(masked.findings.iter().map(|found| found.rule.id));
    }
    for rule in [
        "duplicate-key",
        "invalid-format",
        "item-count",
        "misspelt-key",
        "missing-property",
        "number-out-of-range",
        "pattern-mismatch",
        "repeated-item",
        "text-length",
        "unknown-key",
        "value-not-allowed",
        "wrong-type",
    ] {
        assert!(rules.contains(rule), "no {rule}: {rules:?}");
    }
}

#[test]
fn what_is_revealed_on_demand_is_what_was_masked() {
    let folder = scratch("masking-reveal");
    restricted().write_to(&folder);
    for format in Format::ALL.map(Format::code) {
        let run = run(&folder, &["--format", format, "--reveal"]);
        let found = leaks(&run.out);
        assert!(found.len() > 12, "{format} shows only {found:?}");
        assert_silent(&run.err, "standard error");
    }
    for way in [Way::Envelope, Way::Platform] {
        let mut made = Canaries::new(way);
        let mission = joined([mutilated(&mut made, 0), faulty(&mut made)]);
        let shown = everything(&report(&mission, Audience::Internal, true));
        let words: BTreeSet<&str> = shown
            .split(|letter: char| !letter.is_alphanumeric() && letter != '-')
            .collect();
        let seen = made
            .made
            .iter()
            .filter(|canary| words.contains(canary.as_str()))
            .count();
        let (all, least) = (made.made.len(), made.made.len() * 3 / 4);
        assert!(seen >= least, "{way:?}: {seen} of {all}");
    }
}

/// A mission with a restricted and an internal platform, and one more file.
fn small(path: &str, text: &str) -> Mission {
    let platform = |id: &str, class: &str| {
        json!({"kind": "platform", "id": id, "mission": "mm", "classification": class, "types": ["working-group"],
            "level": "national", "status": [{"value": "active", "from": "2020-01-01"}]})
    };
    let mission = json!({"kind": "mission", "id": "mm", "mission": "mm", "name": "M", "countries": ["MLI"],
        "regional_office": [{"office": "ro-dakar", "from": "2020-01-01"}],
        "offices": [{"id": "o-1", "place": "Town", "from": "2020-01-01"}],
        "phase": [{"value": "protracted", "from": "2020-01-01"}],
        "context_model": [{"value": "cluster", "from": "2020-01-01"}]});
    let person = json!({"kind": "person", "id": "PX-1", "mission": "mm", "assignments": [{"role": "other",
        "kind": "staff", "duty_station": "o-1", "from": "2020-01-01"}]});
    let files = [
        ("m/mission.json", mission.to_string()),
        ("m/people.json", person.to_string()),
        (
            "m/platforms.json",
            json!([
                platform("closed", "restricted"),
                platform("open", "internal")
            ])
            .to_string(),
        ),
        (path, text.to_owned()),
    ];
    let files = files
        .into_iter()
        .map(|(path, text)| (path.to_owned(), text))
        .collect();
    Mission {
        files,
        settings: "as_of = \"2025-03-31\"\n".to_owned(),
    }
}

/// Nothing of the canaries shows, though something was found in the file; without the mask they do show.
fn assert_masked(path: &str, text: &str) {
    assert_mission_masked(path, &small(path, text));
}

fn assert_mission_masked(path: &str, mission: &Mission) {
    let masked = report(mission, Audience::Internal, false);
    let text = &mission.files[path];
    let here = masked
        .findings
        .iter()
        .filter(|found| &*found.location.path == path);
    assert!(here.count() > 0, "nothing found in\n{text}");
    assert_silent(&everything(&masked), text);
    let shown = everything(&report(mission, Audience::Internal, true));
    assert!(
        !leaks(&shown).is_empty(),
        "no canary even when revealed:\n{text}"
    );
}

#[test]
fn the_strictest_of_two_classes_counts() {
    for (one, other) in [("restricted", "internal"), ("internal", "restricted")] {
        assert_masked(
            "m/a.json",
            &format!(
                r#"{{"kind": "vacancy", "id": "V-1", "mission": "mm", "role": "other", "classification": "{one}", "classification": "{other}", "from": "2023-11-17", "Ж": "Ж"}}"#
            ),
        );
    }
}

/// Slips of which it cannot be told what they have done to the class, and classes that are not where they belong.
#[test]
fn a_class_that_went_astray_counts() {
    let secret = r#""role": "qzx", "from": "qzx""#;
    let vacancy = format!(r#""kind": "vacancy", "mission": "mm", "id": "V-1", {secret}"#);
    for text in [
        // An envelope that is closed too early.
        format!(
            r#"{{"mission": "mm", "classification": "restricted", "kind": "vacancy", "records": [
{{"id": "V-1", "role": "other", "from": "2025-01-01"}}]}},
{{"kind": "vacancy", "mission": "mm", "id": "V-2", {secret}}}
]}}"#
        ),
        // The head of an envelope is lost.
        format!("{{{vacancy}}}], \"classification\": \"restricted\"}}"),
        // Classes in comments, and comments that swallow classes.
        format!(r#"[{{{vacancy}, /* "classification": "restricted" */ "note": "n"}}]"#),
        format!("{{{vacancy}, // \"classification\": \"restricted\",\n \"note\": \"n\"}}"),
        format!(
            "[{{\"kind\": \"vacancy\", /* }},\n{{{vacancy}, \"classification\": \"restricted\"}}, \
             {{\"kind\": \"vacancy\", \"id\": \"V-3\", \"mission\": \"mm\", {secret}}}]"
        ),
        // Classes without their key, under another one, or elsewhere.
        format!(r#"{{{vacancy}, "restricted"}}"#),
        format!(r#"{{{vacancy}, "class": "restricted"}}"#),
        format!(r#"{{{vacancy}, "confidentiality": " RESTRICTED "}}"#),
        format!(r#"{{{vacancy}, "x": {{"classification": "restricted"}}}}"#),
        format!("[{{{vacancy}}},\n\"classification\": \"restricted\"}}]"),
        format!(r#"{{"class": "restricted", "records": [{{{vacancy}}}]}}"#),
    ] {
        assert_masked("m/a.json", &text);
    }
}

#[test]
fn the_strictest_of_two_platforms_counts() {
    for (one, other) in [("closed", "open"), ("open", "closed")] {
        assert_masked(
            "m/a.json",
            &format!(
                r#"{{"kind": "contact-log", "id": "C-1", "mission": "mm", "by": "PX-1", "platform": "{one}", "platform": "{other}", "date": "2023-11-17", "Ж": 1}}"#
            ),
        );
    }
}

#[test]
fn the_strictest_of_two_platforms_with_one_id_counts() {
    let platform = |class: &str| {
        format!(
            r#"{{"kind": "platform", "id": "twice", "mission": "mm", "classification": "{class}", "types": ["working-group"], "level": "national", "status": [{{"value": "active", "from": "2020-01-01"}}]}}"#
        )
    };
    let seat = r#"{"kind": "representation", "id": "R-1", "mission": "mm", "platform": "twice", "person": "PX-1", "capacity": "Ж", "from": "2023-11-17"}"#;
    for (one, other) in [("restricted", "internal"), ("internal", "restricted")] {
        assert_masked(
            "m/a.ndjson",
            &format!("{}\n{}\n\n{seat}\n", platform(one), platform(other)),
        );
    }
}

#[test]
fn a_class_that_cannot_be_read_is_the_strictest() {
    for class in [
        r#""classification": "restrcted""#,
        r#""classification": null"#,
        r#""clasification": "restricted""#,
        r#""Classification": "restricted""#,
        r#""classifications": "restricted""#,
    ] {
        assert_masked(
            "m/a.json",
            &format!(
                r#"{{"kind": "vacancy", "id": "V-1", "mission": "mm", {class}, "role": "Ж", "from": "2023-11-17"}}"#
            ),
        );
        assert_masked(
            "m/b.json",
            &format!(
                r#"{{"mission": "mm", {class}, "kind": "vacancy", "records": [{{"id": "V-1", "role": "Ж", "from": "2023-11-17"}}]}}"#
            ),
        );
    }
}

#[test]
fn records_of_a_platform_that_cannot_be_told_are_masked() {
    for platform in [
        r#""plattform": "closed""#,
        r#""platform": 7"#,
        r#""platform": "nowhere""#,
        r#""platform": "other/closed""#,
        r#""platform": "mm/closed""#,
        r#""platform": "closed ""#,
        r#""note": "x""#,
    ] {
        for record in [
            r#""kind": "representation", "id": "R-1", "person": "PX-1", "capacity": "Ж", "from": "2023-11-17""#,
            r#""kind": "contact-log", "id": "C-1", "by": "PX-1", "with": {"org": "Ж"}, "outcome": "Ж", "date": "2023-11-17""#,
            r#""kind": "meeting", "id": "M-1", "attendance": [], "mode": "Ж", "status": "held", "start": "2023-11-17T19:53:00Z""#,
        ] {
            assert_masked(
                "m/a.json",
                &format!(r#"{{"mission": "mm", {platform}, {record}}}"#),
            );
        }
    }
}

#[test]
fn all_of_a_mission_whose_class_cannot_be_read_is_masked() {
    let vacancy =
        r#"{"kind": "vacancy", "id": "V-1", "mission": "mm", "role": "Ж", "from": "2023-11-17"}"#;
    let sound = small("m/a.json", vacancy);
    let record = sound.files["m/mission.json"].clone();
    let marked = record.replacen('{', "{\"classification\":\"restricted\",", 1);
    for (from, to) in [
        (r#""mission","mission""#, r#""mission" "mission""#),
        (r#""kind":"mission""#, r#""kind":"misson""#),
        (r#""kind":"mission""#, r#""knd":"mission""#),
        (
            r#""kind":"mission""#,
            r#""kind":"mission","kind":"missions""#,
        ),
        (r#""mission":"mm""#, r#""mission":7"#),
        ("}", ""),
    ] {
        let mut mission = sound.clone();
        let broken = if marked.contains(from) {
            marked.replacen(from, to, 1)
        } else {
            marked.replacen(':', " ", 1)
        };
        mission.files.insert("m/mission.json".to_owned(), broken);
        assert_mission_masked("m/a.json", &mission);
    }
}

#[test]
fn bytes_that_are_no_text_do_not_bring_the_rest_to_light() {
    let record = r#"{"kind": "vacancy", "id": "V-1", "mission": "mm", "classification": "restricted", "role": "Ж", "from": "2023-11-17"}"#;
    for (path, text) in [
        ("m/a.json", format!("[{record},\n{record}]")),
        ("m/a.ndjson", format!("{record}\n{record}\n{record}\n")),
    ] {
        let mission = small(path, &text);
        let bad = text.rfind("2023").unwrap();
        let mut inputs = mission.inputs();
        for input in inputs.iter_mut().filter(|input| &*input.path == path) {
            let mut bytes = text.clone().into_bytes();
            bytes[bad] = 0xFF;
            input.content = Content::Bytes(bytes);
        }
        let mut request = mission.request();
        let revealed = engine::check(inputs.clone(), &request);
        request.reveal = false;
        let masked = engine::check(inputs, &request);
        assert!(
            masked
                .findings
                .iter()
                .any(|found| found.rule.id == "not-utf8")
        );
        assert_silent(&everything(&masked), path);
        assert!(!leaks(&everything(&revealed)).is_empty());
    }
}

#[test]
fn neighbouring_records_keep_their_own_class() {
    let open =
        r#"{"kind": "vacancy", "id": "V-1", "mission": "mm", "role": "x", "from": "2020-01-01"}"#;
    let closed = r#"{"kind": "vacancy", "id": "V-2", "mission": "mm", "classification": "restricted", "role": "other", "note": "Ж", "from": "2023-11-17"}"#;
    for text in [
        format!("[{closed},\n{open},\n{closed}]"),
        format!("[{closed},{open},{closed}]"),
        format!("{{\"records\": [\n{closed},\n{open}], \"period\": {{}}}}"),
    ] {
        let mission = small("m/a.json", &text);
        assert_silent(
            &everything(&report(&mission, Audience::Internal, false)),
            &text,
        );
    }
    let mission = small("m/a.ndjson", &format!("{closed}\n{open}\n{closed}\n"));
    let shown = everything(&report(&mission, Audience::Internal, false));
    assert_silent(&shown, "a stream");
    assert!(shown.contains("\"x\""), "what is internal is shown");
}

#[test]
fn findings_about_an_envelope_are_as_strict_as_all_of_its_records() {
    let mut mission = small(
        "m/a.json",
        r#"{"Ж": "Ж", "kind": "vacancy", "records": [{"id": "V-1", "mission": "mm", "role": "other", "from": "2023-11-17"}, {"id": "V-2", "mission": "nn", "role": "other", "from": "2020-01-01"}]}"#,
    );
    let record =
        mission.files["m/mission.json"].replacen('{', "{\"classification\":\"restricted\",", 1);
    mission.files.insert("m/mission.json".to_owned(), record);
    let contact = r#"{"kind": "contact", "id": "K-1", "role": "x", "unit": "DHRR", "office": "ro-dakar", "mailbox": "x@example.org", "from": "2020-01-01"}"#;
    mission
        .files
        .insert("regional.json".to_owned(), contact.to_owned());
    assert_mission_masked("m/a.json", &mission);
}

#[test]
fn ids_that_may_be_names_and_names_of_missions_are_masked() {
    for record in [
        r#""kind": "vacancy", "id": "Ж Ж", "mission": "mm", "role": "x""#,
        r#""kind": "Ж", "id": "V-1", "mission": "mm", "role": "x""#,
        r#""kind": "vacancy", "id": "V-1", "mission": "Ж", "role": "x""#,
        r#""kind": "vacancy", "id": "V-1", "mission": "Ж/mm", "role": "x""#,
        r#""$schema": "https://example.org/Ж.schema.json", "kind": "vacancy", "id": "V-1", "mission": "mm", "role": "x""#,
        r#""kind": "designation", "id": "D-1", "mission": "mm", "designation": "acting-com", "from_person": "Ж", "to_person": "mm/Ж", "scope": ["Ж Ж"]"#,
        r#""kind": "platform", "id": "pl", "mission": "mm", "types": ["Ж"], "level": "national", "local_names": {"fr-qzx1": 1}, "status": [{"value": "active", "from": "2023-11-17"}]"#,
    ] {
        let text = format!(r#"{{"classification": "restricted", {record}, "from": "2023-11-17"}}"#);
        assert_masked("m/a.json", &text);
    }
}

#[test]
fn a_suggestion_does_not_tell_what_it_is_near_to() {
    let text = r#"{"kind": "meeting", "id": "M-1", "mission": "mm", "platform": "closed", "start": "2024-01-01T10:00:00Z", "status": "held", "mode": "remote", "attendance": [{"person": "PX-1", "capacity": "membr", "presence": "absnt"}], "note": "Ж"}"#;
    let mission = small("m/a.json", text);
    let masked = report(&mission, Audience::Internal, false);
    assert_silent(&everything(&masked), text);
    let told = |report: &Report| everything(report).contains("did you mean \"absent\"");
    assert!(!told(&masked));
    assert!(told(&report(&mission, Audience::Internal, true)));
}

/// An output without lines, columns and offsets, and without hashes.
fn without_positions(output: &str) -> String {
    let mut kept = String::new();
    for line in output.lines() {
        let key = line.trim_start();
        let counted = [
            "\"line\"",
            "\"column\"",
            "\"offset\"",
            "\"bytes\"",
            "\"hash\"",
            "\"fingerprint\"",
        ];
        if counted.iter().any(|name| key.starts_with(name)) {
            continue;
        }
        let mut after_colon = false;
        for letter in line.chars() {
            if !(after_colon && letter.is_ascii_digit()) {
                kept.push(letter);
                after_colon = letter == ':';
            }
        }
        kept.push('\n');
    }
    kept
}

/// An output of a format that has positions and fingerprints anywhere, without any number or hash.
fn without_numbers(output: &str) -> String {
    let is_part = |character: char| character.is_ascii_alphanumeric();
    let words = output.split_inclusive(|character: char| !is_part(character));
    words
        .map(|word| {
            let bare = word.trim_end_matches(|character: char| !is_part(character));
            let is_number = bare.bytes().all(|byte| byte.is_ascii_digit());
            let is_hash = bare.len() == 32 && bare.bytes().all(|byte| byte.is_ascii_hexdigit());
            let is_counted = !bare.is_empty() && (is_number || is_hash);
            if is_counted {
                &word[bare.len()..]
            } else {
                word
            }
        })
        .collect()
}

#[test]
fn the_length_of_what_is_masked_does_not_show() {
    let members = |length: usize| {
        let text = "Ж".repeat(length);
        [
            r#""kind": "vacancy""#.to_owned(),
            r#""mission": "mm""#.to_owned(),
            r#""classification": "restricted""#.to_owned(),
            format!(r#""cluster": "{text}""#),
            r#""id": "V-1""#.to_owned(),
            format!(r#""role": "{text}""#),
            format!(r#""from": "{text}""#),
            format!(r#""advertised": "{text}""#),
            format!(r#""note": "{text}""#),
            format!(r#""{text}": {}"#, length * 1000),
            format!(r#""to": "{text}""#),
        ]
    };
    let texts = [
        (",\n", "m/a.json", true),
        (", ", "m/a.json", true),
        (",", "m/a.ndjson", true),
    ];
    let texts = texts
        .map(|(separator, file, _)| (separator, file, false))
        .into_iter()
        .chain(texts);
    for (separator, file, sound) in texts {
        let shown = |length: usize| {
            let mut members = members(length).join(separator);
            if !sound {
                members = members.replacen(&format!("\"V-1\"{separator}"), "\"V-1\" ", 1);
            }
            let mission = small(file, &format!("{{{members}}}\n"));
            let report = report(&mission, Audience::Internal, false);
            let shown = told(&report, [Format::Json, Format::Text]);
            let found = if sound {
                "\"pointer\": \"/role\""
            } else {
                "error[syntax-error]"
            };
            assert!(shown.contains(found), "{shown}");
            let others = Format::ALL.into_iter();
            let others = others.filter(|format| ![Format::Json, Format::Text].contains(format));
            without_positions(&shown) + &without_numbers(&told(&report, others))
        };
        let short = shown(2);
        for length in [9, 45, 90, 160, 700, 1900] {
            let long = shown(length);
            let pairs = short.lines().zip(long.lines());
            let different: Vec<_> = pairs.filter(|(one, other)| one != other).collect();
            assert!(
                short == long,
                "{file} {separator:?}, {length} letters: {different:#?}"
            );
        }
    }
}

/// Every value under a key of the JSON report's evidence in a mission, as text.
fn facts(report: &Value, mission: &str, rule: &str, key: &str) -> Vec<String> {
    let findings = report["findings"].as_array().unwrap().iter();
    let findings = findings.filter(|found| found["mission"] == mission && found["rule"] == rule);
    let facts = findings.flat_map(|found| found["evidence"].as_array().unwrap());
    let named = facts.filter(|fact| fact["key"] == key);
    named
        .map(|fact| fact["value"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn the_public_sees_no_person() {
    let folder = scratch("masking-public");
    let faults = joined([
        faulty(&mut Canaries::new(Way::Public)),
        faulty(&mut Canaries::new(Way::Record)),
        faulty(&mut Canaries::new(Way::Platform)),
    ]);
    faults.write_to(&folder);
    let public = ["--audience", "public", "--format", "json"];
    let shown = run(&folder, &public);
    for arguments in [
        &public[..],
        &public[..2],
        &["--audience", "public", "--color", "always", "--quiet"],
    ] {
        let run = run(&folder, arguments);
        for text in [&run.out, &run.err] {
            let lines: Vec<&str> = text
                .lines()
                .filter(|line| line.contains("PX"))
                .take(9)
                .collect();
            assert!(
                lines.is_empty(),
                "{}:\n{}",
                arguments.join(" "),
                lines.join("\n")
            );
        }
        assert!(run.out.contains("person-"));
    }
    assert_eq!(
        run(&folder, &public).out,
        shown.out,
        "the same in every run"
    );
    let shown: Value = serde_json::from_str(&shown.out).unwrap();
    let findings = shown["findings"].as_array().unwrap();
    assert!(
        findings.iter().all(|found| found["fix"].is_null()),
        "an edit may name a person"
    );
    // One name for one person, in evidence and as record.
    let attending = facts(
        &shown,
        "flt-pub",
        "attendee-without-representation",
        "person",
    );
    let twice = facts(&shown, "flt-pub", "person-in-two-places", "person");
    assert!(
        !attending.is_empty()
            && attending
                .iter()
                .chain(&twice)
                .all(|person| *person == attending[0])
    );
    let record = findings
        .iter()
        .find(|found| found["location"]["record"]["kind"] == "person")
        .unwrap();
    let name = record["location"]["record"]["id"].as_str().unwrap();
    assert!(name.starts_with("person-") && name.len() == 15, "{name}");
    assert_eq!(
        facts(&shown, "flt-pub", "duplicate-id", "kind"),
        ["contact-log", "person"]
    );
    // What is public is shown otherwise.
    assert_eq!(
        facts(
            &shown,
            "flt-pub",
            "meeting-outside-platform-lifetime",
            "date"
        ),
        [SECRET_DAYS[6]]
    );
    assert_eq!(
        facts(
            &shown,
            "flt-rec",
            "meeting-outside-platform-lifetime",
            "date"
        ),
        ["█████"]
    );
}

/// The small mission with everything public, and a file more.
fn public(path: &str, text: &str) -> Mission {
    let mut mission = small(path, text);
    for text in mission.files.values_mut() {
        for class in ["\"restricted\"", "\"internal\""] {
            *text = text.replace(class, "\"public\"");
        }
        if !text.contains("classification") {
            *text = text.replacen("{\"", "{\"classification\":\"public\",\"", 1);
        }
    }
    mission
}

#[test]
fn a_person_has_one_pseudonym_however_referred_to() {
    let meeting = |id: &str, mission: &str, person: &str| {
        json!({"kind": "meeting", "id": id, "mission": mission, "platform": "open", "start": "2019-05-01T10:00:00Z",
            "status": "held", "mode": "remote", "classification": "public",
            "attendance": [{"person": person, "capacity": "observer", "presence": "present"}]})
    };
    let lines = [
        meeting("M-1", "mm", "PX-1"),
        meeting("M-2", "mm", "mm/PX-1"),
        meeting("M-3", "nn", "mm/PX-1"),
    ];
    let lines = crate::mission::lines(lines);
    let mission = public("m/a.ndjson", &lines);
    let mut mission = mission;
    let other = mission.files["m/mission.json"].replace("\"mm\"", "\"nn\"");
    mission.files.insert("n/mission.json".to_owned(), other);
    let report = report(&mission, Audience::Public, false);
    let text = everything(&report);
    let end = text.find("\n}\n").unwrap() + 2;
    let shown: Value = serde_json::from_str(&text[..end]).unwrap();
    let own = facts(&shown, "mm", "attendance-outside-assignment", "person");
    let foreign = facts(&shown, "nn", "attendance-outside-assignment", "person");
    assert_eq!((own.len(), foreign.len()), (2, 1), "{text}");
    assert!(
        own[0].starts_with("person-") && own[0] == own[1] && own[0] == foreign[0],
        "{own:?} {foreign:?}"
    );
    assert!(!text.contains("PX-1"));
}

#[test]
fn the_public_sees_public_records_only() {
    let text =
        r#"{"kind": "vacancy", "id": "V-1", "mission": "mm", "role": "Ж", "from": "2023-11-17"}"#;
    let internal = small("m/a.json", text);
    assert!(!leaks(&everything(&report(&internal, Audience::Internal, false))).is_empty());
    assert_silent(
        &everything(&report(&internal, Audience::Public, false)),
        text,
    );
    let open = text.replacen('{', "{\"classification\": \"public\", ", 1);
    let mission = public("m/a.json", &open);
    let shown = everything(&report(&mission, Audience::Public, false));
    assert!(
        shown.contains("\"Ж\" is not allowed for \"role\""),
        "a public record is shown"
    );
    // Not if its mission is not public.
    let shut = small("m/a.json", &open);
    assert_silent(&everything(&report(&shut, Audience::Public, false)), text);
}

#[test]
fn a_badly_written_reference_to_a_person_does_not_show_to_the_public() {
    for record in [
        r#""kind": "contact-log", "id": "C-1", "platform": "open", "by": "PX-7 ", "with": {"org": "UNDP"}, "date": "2024-01-01""#,
        r#""kind": "contact-log", "id": "C-1", "platform": "PX-1", "by": "PX-1", "with": {"org": "UNDP"}, "date": "2024-01-01""#,
        r#""kind": "contact-log", "id": "C-1", "platform": "open", "by": "PX-77", "with": {"org": "UNDP"}, "date": "2024-01-01""#,
        r#""kind": "representation", "id": "R-1", "platform": "open", "person": "PX 7", "capacity": "member", "from": "2024-01-01""#,
        r#""kind": "designation", "id": "D-1", "designation": "acting-com", "from_person": "PX 7", "to_person": "/PX-7", "from": "2024-01-01""#,
        r#""kind": "person", "id": "PX 7", "assignments": []"#,
        r#""kind": "meeting", "id": "M-1", "platform": "open", "start": "2024-01-01T10:00:00Z", "status": "held", "mode": "remote", "attendance": [{"person": "P X-7", "capacity": "member", "presence": "present"}], "place": "PX-1""#,
    ] {
        let text = format!(r#"{{"classification": "public", "mission": "mm", {record}}}"#);
        let mission = public("m/a.json", &text);
        let public = report(&mission, Audience::Public, false);
        assert!(!public.findings.is_empty(), "{text}");
        let shown = everything(&public);
        let lines: Vec<&str> = shown
            .lines()
            .filter(|line| line.contains("PX") || line.contains("P X"))
            .collect();
        assert!(lines.is_empty(), "{text}\n{}", lines.join("\n"));
        let fully = everything(&report(&mission, Audience::Internal, false));
        assert!(fully.contains("PX") || fully.contains("P X"));
    }
}

/// Even a record that anybody may see does not show how a person is reached, least of all in the finding on that.
#[test]
fn numbers_and_mailboxes_of_persons_show_nowhere() {
    let mission = r#"{ "kind": "mission", "id": "mli", "mission": "mli", "name": "IOM Mali", "countries": ["MLI"],
  "classification": "public",
  "note": "duty officer +223 20 00 00 00",
  "plans": ["ask jean.exemple@example.org"],
  "regional_office": [{ "office": "ro-dakar", "from": "2012-01-01" }],
  "offices": [{ "id": "bko", "place": "Bamako", "from": "2012-01-01" }],
  "phase": [{ "value": "protracted", "from": "2013-01-01" }],
  "context_model": [{ "value": "cluster", "from": "2013-01-01" }] }
"#;
    let folder = Folder::new().with("mission.json", mission);
    for audience in ["internal", "public"] {
        for format in Format::ALL.map(Format::code) {
            let arguments = ["check", "--audience", audience, "--format", format, "."];
            let run = folder.run(&arguments);
            assert!(run.out.contains("personal-contact-detail"), "{}", run.out);
            for secret in ["20 00 00", "jean.exemple"] {
                assert!(!run.out.contains(secret), "{}", run.out);
            }
        }
    }
}
