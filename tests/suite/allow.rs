//! `[[allow]]` of the configuration: what is accepted stays in the report and does not count.
//!
//! The Mali mission has one finding on purpose: nobody represents IOM on the platform `sub-tom`.

use missionlint::calendar::parse_day;
use missionlint::catalogue::Severity;
use missionlint::config::{self, Source, is_allowable};
use missionlint::engine::{self, Content, Input, Request};
use missionlint::message::{Language, Messages};
use missionlint::output::{Format, Look, render};
use missionlint::report::{Audience, Found, MASK, Report, Suppressor};
use missionlint::rules;
use serde_json::Value;

use crate::formats::violations;
use crate::look::{LOOK, PLAIN};
use crate::mission::{Mission, fixtures, position};
use crate::tool::{Folder, command, finish, project};

const RULE: &str = "subnational-presence-unrepresented";
const PLATFORMS: &str = "platforms/subnational.json";
const SMT: &str = "meetings/smt-2025.json";

/// An entry for the finding, with more lines.
fn entry(rule: &str, more: &str) -> String {
    format!("\n[[allow]]\nrule = \"{rule}\"\n{more}\nreason = \"Covered from Gao.\"\n")
}

fn mali(entries: &str) -> Mission {
    allowing(Mission::named("mli"), entries)
}

fn allowing(mut mission: Mission, entries: &str) -> Mission {
    mission.settings.push_str(entries);
    mission
}

/// The request of a run over everything.
fn request(mission: &Mission) -> Request {
    Request {
        configs: vec![Source {
            path: "missionlint.toml".to_owned(),
            hash: "0".repeat(32),
            text: mission.settings.clone(),
            covered: true,
            ..Source::default()
        }],
        ..mission.request()
    }
}

fn check(mission: &Mission) -> Report {
    engine::check(mission.inputs(), &request(mission))
}

/// The report of a run over a part of what the configuration is for.
fn check_part(mission: &Mission) -> Report {
    let mut request = request(mission);
    request.configs[0].covered = false;
    engine::check(mission.inputs(), &request)
}

fn on(mission: &Mission, day: &str) -> Report {
    let as_of = parse_day(day).unwrap();
    engine::check(
        mission.inputs(),
        &Request {
            as_of,
            ..request(mission)
        },
    )
}

fn text(report: &Report, look: Look) -> String {
    let mut bytes = Vec::new();
    let messages = Messages::new(Language::English);
    render(report, &messages, Format::Text, look, &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

fn json(report: &Report) -> Value {
    let mut bytes = Vec::new();
    let messages = Messages::new(Language::English);
    render(report, &messages, Format::Json, LOOK, &mut bytes).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    let found = violations("report", &text);
    assert!(found.is_empty(), "{found:#?}");
    serde_json::from_str(&text).unwrap()
}

/// Rule and record of each finding; those that do not count behind a minus.
fn outcome(report: &Report) -> Vec<String> {
    let told = |found: &Found| {
        let sign = if found.suppressed.is_some() { "-" } else { "+" };
        let record = found.location.record.as_ref();
        let id = record.and_then(|(_, id)| id.as_deref()).unwrap_or("none");
        format!("{sign}{} {id}", found.rule.id)
    };
    report.findings.iter().map(told).collect()
}

fn suppressed() -> Vec<String> {
    vec![format!("-{RULE} sub-tom")]
}

fn unused() -> Vec<String> {
    vec!["+allow-unused none".to_owned(), format!("+{RULE} sub-tom")]
}

#[test]
fn entries_match_by_mission_record_path_and_pointer() {
    for scope in [
        "mission = \"mli\"",
        "record = \"sub-tom\"",
        "record = \"platform/sub-tom\"",
        "path = \"platforms/subnational.json\"",
        "path = \"platforms/*.json\"",
        "path = \"platforms\"",
        "path = \"**/sub*.json\"",
        "pointer = \"/id\"",
        "pointer = \"/records/1\"",
        "pointer = \"/records/1/id\"",
        "mission = \"mli\"\nrecord = \"sub-tom\"\npath = \"platforms\"\npointer = \"/id\"",
    ] {
        let report = check(&mali(&entry(RULE, scope)));
        assert_eq!(outcome(&report), suppressed(), "{scope}");
        let found = report.findings[0].suppressed.as_ref().unwrap();
        assert_eq!(found.by, Suppressor::Allow);
        assert_eq!(found.reason, "Covered from Gao.");
        assert_eq!((&found.owner, found.expires), (&None, None));
    }
}

#[test]
fn entries_for_something_else_do_not_match() {
    for scope in [
        "record = \"sub-to\"",
        "record = \"sub-tom2\"",
        "record = \"Sub-tom\"",
        "record = \"person/sub-tom\"",
        "record = \"mission/mli\"",
        "pointer = \"/i\"",
        "pointer = \"/id/0\"",
        "pointer = \"/records/0\"",
        "pointer = \"/records/10\"",
        "mission = \"mli\"\nrecord = \"sub-gao\"",
        "record = \"sub-tom\"\npath = \"platforms/humanitarian.json\"",
        "record = \"sub-tom\"\npointer = \"/place\"",
    ] {
        let report = check(&mali(&entry(RULE, scope)));
        assert_eq!(outcome(&report), unused(), "{scope}");
    }
    // What is not part of the run cannot be said to be unused, unless the run covers all there is.
    for scope in [
        "mission = \"eth\"\nrecord = \"sub-tom\"",
        "mission = \"ml\"",
        "path = \"subnational.json\"",
        "path = \"platforms/sub\"",
        "path = \"*.md\"",
    ] {
        let mission = mali(&entry(RULE, scope));
        let report = check_part(&mission);
        assert_eq!(outcome(&report), [format!("+{RULE} sub-tom")], "{scope}");
        assert_eq!(outcome(&check(&mission)), unused(), "{scope}");
    }
}

#[test]
fn entries_for_another_rule_do_not_match() {
    let report = check(&mali(&entry("representation-expired", "mission = \"mli\"")));
    assert_eq!(outcome(&report), unused());
}

#[test]
fn moving_and_reformatting_change_nothing() {
    let before = check(&Mission::named("mli"));
    let scope = "mission = \"mli\"\nrecord = \"platform/sub-tom\"\npointer = \"/id\"";
    let mut mission = mali(&entry(RULE, scope));
    let file = mission.files.remove(PLATFORMS).unwrap();
    let mut records: Value = serde_json::from_str(&file).unwrap();
    records["records"].as_array_mut().unwrap().reverse();
    mission
        .files
        .insert("moved/all.json".to_owned(), records.to_string());
    let report = check(&mission);
    assert_eq!(outcome(&report), suppressed());
    let place = &report.findings[0].location;
    assert_ne!(place.pointer, before.findings[0].location.pointer);
    assert_eq!(
        report.findings[0].fingerprint,
        before.findings[0].fingerprint
    );
}

#[test]
fn what_is_accepted_stays_in_the_report_and_does_not_count() {
    let scope = "record = \"sub-tom\"\nowner = \"im-unit\"\nexpires = 2025-12-31";
    let plain = check(&Mission::named("mli"));
    let report = check(&mali(&entry(RULE, scope)));
    assert_eq!(report.count(Severity::Warning), 0);
    assert_eq!(report.suppressed().count(), 1);
    assert!(!plain.passes(Some(Severity::Warning), false));
    assert!(report.passes(Some(Severity::Warning), false));
    let (mut plain, found) = (json(&plain), json(&report));
    assert_eq!(found["summary"]["suppressed"], 1);
    assert_eq!(found["summary"]["warning"], 0);
    let expected = serde_json::json!({
        "by": "allow", "reason": "Covered from Gao.", "owner": "im-unit", "expires": "2025-12-31",
    });
    assert_eq!(found["findings"][0]["suppressed"], expected);
    let counts = found["rules"].as_array().unwrap();
    let count = |rule: &str| counts.iter().find(|count| count["rule"] == rule);
    let own = count(RULE).unwrap();
    assert_eq!(own["findings"], 0);
    assert!(own["run"].as_u64() > Some(0));
    assert_eq!(count("allow-unused").unwrap()["run"], 1);
    assert_eq!(count("allow-expired").unwrap()["run"], 1);
    // Nothing else of the finding differs.
    plain["findings"][0]["suppressed"] = expected;
    assert_eq!(found["findings"], plain["findings"]);
}

#[test]
fn the_text_says_how_many_are_accepted_and_lists_them_when_asked() {
    let scope = "record = \"sub-tom\"\nowner = \"im-unit\"\nexpires = 2025-12-31";
    let report = check(&mali(&entry(RULE, scope)));
    let summary = "ready: nothing found but one allowed finding · 1 mission, 300 records in 45 files, as of 31 March 2025\n";
    assert_eq!(text(&report, PLAIN), summary);
    let place = "  platforms/subnational.json:18:13  subnational-presence-unrepresented: Covered from Gao. ·\n    im-unit · until 31 December 2025\n";
    let listed = format!("allowed: one finding does not count\n{place}\n");
    assert_eq!(text(&report, LOOK), format!("{listed}{summary}"));
    let quiet = Look {
        quiet: true,
        ..LOOK
    };
    assert_eq!(text(&report, quiet), listed);
    let other = mali(&entry(RULE, "record = \"sub-tom\"")).with(
        PLATFORMS,
        "\"id\": \"sub-tom\",",
        "\"id\": \"sub-tom\", \"x\": 1,",
    );
    let text = text(&check(&other), LOOK);
    assert!(text.contains(": Covered from Gao.\n"), "{text}");
    assert!(text.contains("not ready: 1 error, 1 allowed · "), "{text}");
    assert_eq!(text.matches(RULE).count(), 1, "it is in no table:\n{text}");
}

#[test]
fn an_entry_holds_on_its_last_day_and_not_on_the_next() {
    let scope = "record = \"sub-tom\"\nowner = \"im-unit\"\nexpires = \"2025-04-30\"";
    let mission = mali(&entry(RULE, scope));
    let about = |report: &Report| {
        let about = |line: &String| line.contains(RULE) || line.contains("allow");
        let lines = outcome(report).into_iter();
        lines.filter(about).collect::<Vec<_>>()
    };
    assert_eq!(about(&on(&mission, "2025-04-30")), suppressed());
    let report = on(&mission, "2025-05-01");
    let expected = ["+allow-expired none".to_owned(), format!("+{RULE} sub-tom")];
    assert_eq!(about(&report), expected);
    assert!(!report.passes(Some(Severity::Warning), false));

    let report = json(&report);
    let found = &report["findings"][0];
    assert_eq!(found["severity"], "warning");
    assert_eq!(found["mission"], Value::Null);
    let place = &found["location"];
    assert_eq!(place["path"], "missionlint.toml");
    let start = mission.settings.find("\"2025-04-30\"").unwrap();
    let (line, column) = position(&mission.settings, start);
    assert_eq!(
        place["start"],
        serde_json::json!({"line": line, "column": column, "offset": start})
    );
    assert_eq!(place["end"]["offset"], start + "\"2025-04-30\"".len());
    let facts: Vec<String> = found["evidence"]
        .as_array()
        .unwrap()
        .iter()
        .map(|fact| format!("{}={}", fact["key"], fact["value"]))
        .collect();
    let expected = [
        format!("\"rule\"=\"{RULE}\""),
        "\"reason\"=\"Covered from Gao.\"".to_owned(),
        "\"owner\"=\"im-unit\"".to_owned(),
        "\"expires\"=\"2025-04-30\"".to_owned(),
        "\"again\"=1".to_owned(),
    ];
    assert_eq!(facts, expected);
    assert_eq!(
        found["help"],
        "put right what it accepted (\"Covered from Gao.\"), then remove the entry; or decide again with im-unit and \
         set a later day; one finding counts again"
    );
}

#[test]
fn an_expired_entry_says_nothing_about_findings_that_another_accepts() {
    let expired = entry(RULE, "record = \"sub-tom\"\nexpires = \"2025-03-30\"");
    let mission = mali(&(expired + &entry(RULE, "mission = \"mli\"")));
    let report = check(&mission);
    assert_eq!(
        outcome(&report),
        ["+allow-expired none".to_owned(), suppressed().remove(0)]
    );
    let text = text(&report, LOOK);
    assert!(text.contains("set a later day\n"), "{text}");
}

#[test]
fn an_expired_entry_is_told_only_where_it_is_concerned() {
    for scope in ["mission = \"eth\"", "path = \"missions/eth\""] {
        let scope = format!("{scope}\nexpires = \"2020-01-01\"");
        let mission = mali(&entry(RULE, &scope));
        let report = check_part(&mission);
        assert_eq!(outcome(&report), [format!("+{RULE} sub-tom")], "{scope}");
        let all = outcome(&check(&mission));
        assert_eq!(all.len(), 2, "{scope}");
        assert_eq!(all[0], "+allow-expired none", "{scope}");
    }
    let settings = "\nseverity.allow-expired = \"off\"\n".to_owned();
    let scope = "mission = \"mli\"\nexpires = \"2020-01-01\"";
    let report = check(&mali(&(settings + &entry(RULE, scope))));
    assert_eq!(outcome(&report), [format!("+{RULE} sub-tom")]);
    let settings = "\nseverity.allow-expired = \"error\"\n".to_owned();
    let report = check(&mali(&(settings + &entry(RULE, scope))));
    assert_eq!(report.count(Severity::Error), 1);
}

#[test]
fn an_entry_for_what_was_put_right_is_unused() {
    for scope in [
        "mission = \"mli\"",
        "record = \"sub-tom\"",
        "record = \"deleted\"",
        "path = \"platforms\"",
        "pointer = \"/id\"",
    ] {
        let mission = allowing(Mission::clean(), &entry(RULE, scope));
        let report = check(&mission);
        assert_eq!(outcome(&report), ["+allow-unused none"], "{scope}");
        let found = &report.findings[0];
        assert_eq!(found.severity, Severity::Advice);
        let start = mission.settings.find(&format!("\"{RULE}\"")).unwrap();
        assert_eq!(found.location.start.offset, start as u64);
        let end = start + RULE.len() + 2;
        assert_eq!(found.location.end.offset, end as u64);
        json(&report);
    }
}

/// Only a run that has seen everything may say that something is unused.
#[test]
fn nothing_is_unused_where_that_cannot_be_known() {
    let mission = allowing(Mission::clean(), &entry(RULE, "mission = \"mli\""));
    let assert_silent = |mission: &Mission, request: &Request, why: &str| {
        let report = engine::check(mission.inputs(), request);
        let found = outcome(&report);
        assert!(
            !found.iter().any(|line| line.contains("allow-unused")),
            "{why}: {found:?}"
        );
    };
    let usual = request(&mission);
    let report = engine::check(mission.inputs(), &usual);
    assert_eq!(outcome(&report), ["+allow-unused none"]);

    let mut other = usual.clone();
    other.configs[0].covered = false;
    assert_silent(&mission, &other, "the run covers a part only");
    for select in ["security", "allow-unused"] {
        let select = vec![select.to_owned()];
        let other = Request {
            select,
            ..usual.clone()
        };
        assert_silent(&mission, &other, "the rule is not selected");
    }
    for ignore in [RULE, "subnational", "allow-unused"] {
        let ignore = vec![ignore.to_owned()];
        let other = Request {
            ignore,
            ..usual.clone()
        };
        assert_silent(&mission, &other, "the rule is ignored");
    }
    let off = allowing(
        Mission::clean(),
        &format!(
            "severity.{RULE} = \"off\"\n{}",
            entry(RULE, "mission = \"mli\"")
        ),
    );
    assert_silent(&off, &request(&off), "the rule is off");

    let blocked = mission.clone().with(
        PLATFORMS,
        "\"id\": \"sub-gao\",\n      \"confirmed\": \"2025-02-17\",\n      \"types\": [\"subnational-coordination\"]",
        "\"id\": \"sub-gao\",\n      \"confirmed\": \"2025-02-17\",\n      \"types\": [7]",
    );
    let report = check(&blocked);
    assert!(report.not_checked.iter().any(|entry| entry.rule.id == RULE));
    assert_silent(&blocked, &request(&blocked), "the rule is blocked");

    let mut broken = mission.clone();
    broken.files.insert(
        "lost.json".to_owned(),
        "{\"kind\": \"platform\",".to_owned(),
    );
    assert_silent(&broken, &request(&broken), "a text is no JSON");
    let schema = allowing(
        Mission::clean(),
        &entry("value-not-allowed", "path = \"platforms\""),
    );
    assert_eq!(outcome(&check(&schema)), ["+allow-unused none"]);
    let mut broken = schema.clone();
    broken
        .files
        .insert("platforms/lost.json".to_owned(), "[1,]".to_owned());
    assert_silent(&broken, &request(&broken), "a text is no JSON");

    let mut inputs = mission.inputs();
    inputs.push(Input {
        path: "gone.json".into(),
        content: Content::File("/no/such/file.json".into()),
    });
    let report = engine::check(inputs, &usual);
    assert_eq!(report.faults.len(), 1);
    assert!(report.findings.is_empty(), "the run has faults");
}

#[test]
fn a_text_that_cannot_be_read_may_hold_what_is_accepted() {
    let mut mission = allowing(Mission::clean(), &entry(RULE, "mission = \"mli\""));
    let in_folder = |id: &str, files: &Mission| {
        let files = files.files.clone().into_iter();
        let files = files.map(|(path, text)| (format!("{id}/{path}"), text));
        files.collect::<Vec<_>>()
    };
    let eth = in_folder("eth", &Mission::named("eth"));
    mission.files = in_folder("mli", &mission).into_iter().chain(eth).collect();
    let is_unused =
        |mission: &Mission| outcome(&check(mission)).contains(&"+allow-unused none".to_owned());
    assert!(is_unused(&mission));
    let files = &mut mission.files;
    files.insert("lost.json".to_owned(), "{\"kind\": ".to_owned());
    assert!(!is_unused(&mission));
}

/// The meeting of 5 March 2025, which is restricted, with other rows.
fn chief_absent(entries: &str, observer: &str) -> Mission {
    mali(entries).with(
        SMT,
        "\"end\": \"2025-03-05T10:00:00Z\",
      \"status\": \"held\",
      \"mode\": \"in-person\",
      \"attendance\": [
        { \"person\": \"P-01\", \"capacity\": \"member\", \"presence\": \"present\" },
        { \"person\": \"P-05\", \"capacity\": \"observer\", \"presence\": \"present\" }",
        &format!(
            "\"end\": \"2025-03-05T10:00:00Z\",
      \"status\": \"held\",
      \"mode\": \"in-person\",
      \"attendance\": [
        {{ \"person\": \"P-01\", \"capacity\": \"member\", \"presence\": \"absent\" }}{observer}"
        ),
    )
}

const OBSERVER: &str =
    ", { \"person\": \"P-05\", \"capacity\": \"observer\", \"presence\": \"present\" }";

#[test]
fn accepting_a_finding_does_not_bring_back_what_it_has_replaced() {
    let scope = "record = \"meeting/M-1\"\npointer = \"/attendance\"";
    let report = check(&chief_absent(&entry("smt-observer-only", scope), OBSERVER));
    let rest = format!("+{RULE} sub-tom");
    assert_eq!(
        outcome(&report),
        ["-smt-observer-only M-1".to_owned(), rest.clone()]
    );
    assert_eq!(report.findings[0].because[0].rule.id, "smt-com-absent");
    assert!(report.is_ready());

    // An entry for what was replaced does not accept what has replaced it, and is not unused.
    let report = check(&chief_absent(&entry("smt-com-absent", scope), OBSERVER));
    assert_eq!(
        outcome(&report),
        ["+smt-observer-only M-1".to_owned(), rest.clone()]
    );
    assert!(!report.is_ready());
    let report = check(&chief_absent(&entry("smt-com-absent", scope), ""));
    assert_eq!(outcome(&report), ["-smt-com-absent M-1".to_owned(), rest]);
}

#[test]
fn the_first_of_several_entries_gives_the_reason_and_none_is_unused() {
    let first = "\n[[allow]]\nrule = \"subnational-presence-unrepresented\"\nmission = \"mli\"\nreason = \"First.\"\n";
    let mission = mali(&(first.to_owned() + &entry(RULE, "record = \"sub-tom\"")));
    let report = check(&mission);
    assert_eq!(outcome(&report), suppressed());
    let found = report.findings[0].suppressed.as_ref().unwrap();
    assert_eq!(found.reason, "First.");
}

#[test]
fn what_could_not_be_judged_cannot_be_accepted() {
    let mission = allowing(Mission::clean(), &entry(RULE, "mission = \"mli\"")).with(
        PLATFORMS,
        "\"place\": \"gao\",",
        "\"place\": 7,",
    );
    let report = check(&mission);
    let blocked = |report: &Report| {
        let entries = report.not_checked.iter();
        entries.filter(|entry| entry.rule.id == RULE).count()
    };
    assert_eq!(blocked(&report), 1);
    assert!(!report.passes(Some(Severity::Warning), false));
    // The findings of the schema can be, and the rules stay blocked all the same.
    let wrong = "record = \"sub-gao\"\npointer = \"/place\"";
    let all: String = report
        .findings
        .iter()
        .map(|found| entry(found.rule.id, wrong))
        .collect();
    let report = check(&allowing(mission, &all));
    assert!(report.count(Severity::Error) == 0 && report.suppressed().count() > 0);
    assert_eq!(blocked(&report), 1);
    assert!(!report.passes(Some(Severity::Warning), false));
}

#[test]
fn accepted_findings_of_restricted_records_stay_masked() {
    let scope = "record = \"meeting/M-1\"";
    let masked = |mission: &Mission| {
        let request = Request {
            reveal: false,
            ..request(mission)
        };
        json(&engine::check(mission.inputs(), &request))
    };
    let mut plain = masked(&chief_absent("", ""));
    let found = masked(&chief_absent(&entry("smt-com-absent", scope), ""));
    let of_smt = |report: &Value| report["findings"].as_array().unwrap()[0].clone();
    assert_eq!(of_smt(&found)["suppressed"]["reason"], "Covered from Gao.");
    plain["findings"][0]["suppressed"] = of_smt(&found)["suppressed"].clone();
    assert_eq!(of_smt(&found), of_smt(&plain));
    let presence = of_smt(&found)["evidence"]
        .as_array()
        .unwrap()
        .iter()
        .any(|fact| fact["key"] == "presence" && fact["value"] == MASK);
    assert!(presence, "{found:#}");
    // Entries see what readers do not.
    let value = entry(
        "smt-com-absent",
        "pointer = \"/records/2/attendance/0/presence\"",
    );
    let found = masked(&chief_absent(&value, ""));
    assert!(!of_smt(&found)["suppressed"].is_null());
}

#[test]
fn the_public_sees_no_word_of_the_configuration() {
    let scope = "record = \"person/P-999\"\nowner = \"Jane Roe\"\nexpires = 2020-01-01";
    let secret = entry("duplicate-id", scope).replace("Covered from Gao.", "Jane Roe was ill.");
    let unused = entry("smt-com-absent", "record = \"P-998\"").replace("Covered", "Jane Roe");
    let accepted = entry(RULE, "mission = \"mli\"\nowner = \"Jane Roe\"");
    let mission = mali(&(secret + &unused + &accepted));
    let request = Request {
        reveal: false,
        audience: Audience::Public,
        ..request(&mission)
    };
    let report = engine::check(mission.inputs(), &request);
    assert_eq!(
        outcome(&report),
        [
            "+allow-expired none".to_owned(),
            "+allow-unused none".to_owned(),
            suppressed().remove(0)
        ]
    );
    for output in [text(&report, LOOK), json(&report).to_string()] {
        for word in ["Jane", "P-99", "Covered", "was ill"] {
            assert!(!output.contains(word), "{word}: {output}");
        }
    }
    let found = json(&report)["findings"][2]["suppressed"].clone();
    assert_eq!(found["reason"], MASK);
    assert_eq!(found["owner"], MASK);
}

/// Mistakes as rule, kind of mistake, what is marked, and what was probably meant.
fn mistakes(entries: &str) -> Vec<(String, String, String, Option<String>)> {
    let errors = config::parse(entries, &rules::catalogue()).expect_err(entries);
    let told = errors.into_iter().map(|error| {
        let marked = entries[error.span.clone()].to_owned();
        (
            error.rule.id.to_owned(),
            error.what.to_owned(),
            marked,
            error.nearest,
        )
    });
    told.collect()
}

#[track_caller]
fn assert_mistake(line: &str, rule: &str, what: &str, marked: &str, nearest: Option<&str>) {
    let key = line.split(' ').next().unwrap();
    let others = [
        "rule = \"smt-com-absent\"",
        "reason = \"r\"",
        "mission = \"mli\"",
    ];
    let others = others.iter().filter(|other| !other.starts_with(key));
    let lines: Vec<&str> = others.copied().chain([line]).collect();
    let found = mistakes(&format!("[[allow]]\n{}\n", lines.join("\n")));
    let nearest = nearest.map(str::to_owned);
    let expected = (rule.to_owned(), what.to_owned(), marked.to_owned(), nearest);
    assert_eq!(found, [expected]);
}

#[test]
fn mistakes_are_marked_where_they_are() {
    let invalid = "allow-invalid";
    let unknown = "config-unknown-key";
    let value = "\"smt-com-absnt\"";
    let meant = Some("smt-com-absent");
    assert_mistake("rule = \"smt-com-absnt\"", unknown, "rule", value, meant);
    assert_mistake("rule = 3", invalid, "text", "3", None);
    assert_mistake("reason = \" \"", invalid, "text", "\" \"", None);
    assert_mistake("reason = 3", invalid, "text", "3", None);
    assert_mistake("owner = \"\"", invalid, "text", "\"\"", None);
    assert_mistake("mission = []", invalid, "text", "[]", None);
    assert_mistake("ownr = \"x\"", unknown, "setting", "ownr", Some("owner"));
    assert_mistake("line = 3", unknown, "setting", "line", None);
    for day in [
        "\"31.12.2025\"",
        "\"2025-02-30\"",
        "2025-12-31T10:00:00Z",
        "20251231",
        "true",
    ] {
        assert_mistake(&format!("expires = {day}"), invalid, "day", day, None);
    }
    for path in ["\"a[\"", "\"a/***\""] {
        assert_mistake(&format!("path = {path}"), invalid, "path", path, None);
    }
    for pointer in ["\"id\"", "\"/a~2\"", "\"/a~\""] {
        assert_mistake(
            &format!("pointer = {pointer}"),
            invalid,
            "pointer",
            pointer,
            None,
        );
    }
    let close = Some("meeting/M-1");
    assert_mistake(
        "record = \"meetng/M-1\"",
        invalid,
        "record",
        "\"meetng/M-1\"",
        close,
    );
    for record in ["\"mli/M-1\"", "\"meeting/\"", "\"/M-1\"", "\"meeting/M/1\""] {
        let found = mistakes(&format!(
            "[[allow]]\nrule = \"smt-com-absent\"\nreason = \"r\"\nrecord = {record}"
        ));
        assert_eq!((&*found[0].1, &*found[0].2), ("record", record));
    }
}

#[test]
fn an_entry_says_what_is_accepted_where_and_why() {
    let whole = [
        "rule = \"smt-com-absent\"",
        "reason = \"r\"",
        "mission = \"mli\"",
    ];
    for (missing, what) in [(0, "no-rule"), (1, "no-reason"), (2, "no-scope")] {
        let mut lines = whole.to_vec();
        lines.remove(missing);
        let text = format!("[[allow]]\n{}\n", lines.join("\n"));
        let found = mistakes(&text);
        let expected = (
            "allow-invalid".to_owned(),
            what.to_owned(),
            "[[allow]]".to_owned(),
            None,
        );
        assert_eq!(found, [expected]);
    }
    for (text, marked) in [("allow = 3", "3"), ("allow = [3]", "3")] {
        let found = mistakes(text);
        assert_eq!(found[0].1, "shape", "{text}");
        assert!(found[0].2.contains(marked), "{found:?}");
    }
    // An owner or a day says nothing about where.
    let found = mistakes(
        "[[allow]]\nrule = \"smt-com-absent\"\nreason = \"r\"\nowner = \"o\"\nexpires = 2030-01-01",
    );
    assert_eq!(found[0].1, "no-scope");
}

#[test]
fn only_what_records_say_can_be_accepted() {
    for rule in rules::catalogue() {
        let text = format!(
            "[[allow]]\nrule = \"{}\"\nreason = \"r\"\npath = \"x\"\n",
            rule.id
        );
        let parsed = config::parse(&text, &rules::catalogue());
        assert_eq!(parsed.is_ok(), is_allowable(rule), "{}", rule.id);
        if let Err(errors) = parsed {
            assert_eq!(errors[0].what, "not-allowable");
            assert_eq!(&text[errors[0].span.clone()], format!("\"{}\"", rule.id));
        }
    }
    for id in [
        "syntax-error",
        "duplicate-key",
        "not-utf8",
        "config-syntax",
        "allow-unused",
        "schema-unknown-keyword",
    ] {
        let rule = rules::catalogue()
            .into_iter()
            .find(|rule| rule.id == id)
            .unwrap();
        assert!(!is_allowable(rule), "{id}");
    }
    for id in [
        "wrong-type",
        "unknown-kind",
        "smt-com-absent",
        "duplicate-id",
        "personal-contact-detail",
    ] {
        let rule = rules::catalogue()
            .into_iter()
            .find(|rule| rule.id == id)
            .unwrap();
        assert!(is_allowable(rule), "{id}");
    }
}

#[test]
fn kinds_of_the_country_may_be_named() {
    let kinds = "\n[[kinds]]\nname = \"training\"\nschema = \"training.schema.json\"\n";
    let text = entry("wrong-type", "record = \"training/T-1\"") + kinds;
    let settings = config::parse(&text, &rules::catalogue()).unwrap();
    let record = settings.allow[0].record.as_ref().unwrap();
    assert_eq!(
        (record.kind.as_deref(), &*record.id),
        (Some("training"), "T-1")
    );
}

#[test]
fn the_exception_in_the_readme_holds() {
    let readme = std::fs::read_to_string(project("README.md")).unwrap();
    let blocks = readme.split("```toml\n").skip(1);
    let mut blocks = blocks.map(|rest| rest.split("```").next().unwrap());
    let block = blocks.find(|block| block.contains("[[allow]]")).unwrap();
    let mission = mali(&format!("\n{block}"));
    assert_eq!(outcome(&check(&mission)), suppressed());
}

/// The Mali mission below a folder `data`, with a configuration above.
fn country(settings: &str) -> Folder {
    let folder = Folder::new().with_copy(&fixtures().join("missions/mli"), "data/mli");
    std::fs::remove_file(folder.path().join("data/mli/missionlint.toml")).unwrap();
    folder.write(
        "missionlint.toml",
        format!("as_of = \"2025-03-31\"\n{settings}"),
    );
    folder
}

#[test]
fn the_exit_code_follows_what_counts() {
    let code = |folder: &Folder, arguments: &[&str]| {
        let run = folder.run(&[&["check", "data", "--fail-on", "warning"], arguments].concat());
        run.code.unwrap()
    };
    assert_eq!(code(&country(""), &[]), 1);
    let folder = country(&entry(
        RULE,
        "path = \"data/mli/platforms\"\nexpires = 2025-04-01",
    ));
    assert_eq!(code(&folder, &[]), 0);
    assert_eq!(code(&folder, &["--ignore-allow"]), 1);
    assert_eq!(
        code(
            &folder,
            &["--as-of", "2025-04-02", "--select", "allow-expired"]
        ),
        1
    );
    assert_eq!(
        code(&folder, &["--as-of", "2025-04-01", "--select", RULE]),
        0
    );
    assert_eq!(
        code(&folder, &["--as-of", "2025-04-02", "--select", RULE]),
        1
    );
}

#[test]
fn runs_that_ignore_entries_say_nothing_about_them() {
    let expired = entry(RULE, "mission = \"mli\"\nexpires = 2020-01-01");
    let folder = country(&(expired + &entry("smt-com-absent", "mission = \"mli\"")));
    let rules = |arguments: &[&str]| {
        let report = folder.report(arguments);
        let findings = report["findings"].as_array().unwrap().clone();
        findings
            .iter()
            .map(|found| found["rule"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(rules(&[]), ["allow-expired", "allow-unused", RULE]);
    assert_eq!(rules(&["--ignore-allow"]), [RULE]);
}

#[test]
fn paths_are_relative_to_the_configuration_from_wherever_it_is_run() {
    let folder = country(&entry(RULE, "path = \"data/mli/platforms/sub*.json\""));
    for (inside, named) in [
        (".", "data"),
        (".", "data/mli/../mli"),
        ("data", "mli"),
        ("data/mli", "."),
        ("data/mli/people", "../../mli"),
    ] {
        let inside = folder.path().join(inside);
        std::fs::create_dir_all(&inside).unwrap();
        let run = finish(command(&inside).args(["check", named, "--fail-on", "warning"]));
        assert_eq!(
            run.code,
            Some(0),
            "{named} in {inside:?}:\n{}{}",
            run.out,
            run.err
        );
        assert!(run.out.contains("one allowed finding"), "{}", run.out);
    }
    folder.write(
        "elsewhere/x.toml",
        "as_of = \"2025-03-31\"\n".to_owned()
            + &entry(RULE, "path = \"data/mli/platforms/sub*.json\""),
    );
    let run = folder.run(&[
        "check",
        "data",
        "--config",
        "elsewhere/x.toml",
        "--fail-on",
        "warning",
    ]);
    assert_eq!(run.code, Some(1), "{}", run.out);
    folder.write(
        "elsewhere/x.toml",
        "as_of = \"2025-03-31\"\n".to_owned() + &entry(RULE, "path = \"**/platforms/sub*.json\""),
    );
    let run = folder.run(&[
        "check",
        "data",
        "--config",
        "elsewhere/x.toml",
        "--fail-on",
        "warning",
    ]);
    assert_eq!(run.code, Some(0), "{}", run.out);
}

#[test]
fn unused_entries_are_told_by_runs_that_cover_everything() {
    let spare = entry("smt-com-absent", "mission = \"mli\"");
    let told = |folder: &Folder, inside: &str, arguments: &[&str]| {
        let inside = folder.path().join(inside);
        let run = finish(
            command(&inside)
                .args(["check", "--fail-on", "never"])
                .args(arguments),
        );
        assert_eq!(run.code, Some(0), "{}{}", run.out, run.err);
        run.out.contains("advice[allow-unused]")
    };
    let folder = country(&spare);
    assert!(told(&folder, ".", &[]));
    assert!(told(&folder, ".", &["."]));
    assert!(told(&folder, "data", &[".."]));
    assert!(told(&folder, ".", &["--as-of", "2025-03-31"]));
    assert!(
        !told(&folder, ".", &["data"]),
        "there may be more beside it"
    );
    assert!(!told(&folder, "data", &["."]));
    assert!(!told(&folder, ".", &["data/mli/mission.json"]));
    assert!(!told(&folder, ".", &["data/mli/**/*.json"]));
    assert!(
        !told(&folder, ".", &["--as-of", "2025-03-30"]),
        "another day"
    );
    assert!(
        !told(&folder, ".", &["--policy", "latest"]),
        "another policy"
    );

    let folder = country(&format!("paths = [\"data/m*\"]\n{spare}"));
    assert!(told(&folder, ".", &[]));
    assert!(told(&folder, "data/mli", &[]));
    assert!(told(&folder, ".", &["data"]));
    assert!(!told(&folder, ".", &["data/mli"]), "there may be another");
    let folder = country(&format!("paths = [\"data/mli\"]\n{spare}"));
    assert!(told(&folder, ".", &["data/mli"]));
    assert!(!told(&folder, ".", &["data/mli/platforms"]));
}

/// Values that need not be records: entries by path and pointer hold, others have no say.
#[test]
fn values_checked_by_a_schema_can_be_accepted_by_path_and_pointer() {
    let schema = "{\"properties\": {\"a\": {\"type\": \"string\"}}}";
    let wrong = entry("wrong-type", "path = \"x.json\"\npointer = \"/1/a\"");
    let idle = entry(RULE, "path = \"x.json\"\nexpires = 2020-01-01");
    let record = entry("wrong-type", "record = \"R-1\"");
    let folder = Folder::new()
        .with("missionlint.toml", wrong + &idle + &record)
        .with("s.schema.json", format!("{{\"items\": {schema}}}"))
        .with("x.json", "[{\"id\": \"R-1\", \"a\": 1}, {\"a\": 2}]");
    let report = folder.report(&["--schema", "s.schema.json"]);
    let findings = report["findings"].as_array().unwrap();
    let told: Vec<(&Value, bool)> = findings
        .iter()
        .map(|found| (&found["location"]["pointer"], found["suppressed"].is_null()))
        .collect();
    assert_eq!(
        told,
        [(&Value::from("/0/a"), true), (&Value::from("/1/a"), false)]
    );
    assert_eq!(report["summary"]["suppressed"], 1);
    assert_eq!(report["summary"]["error"], 1);
}
