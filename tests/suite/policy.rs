//! By which policy the records of a day are judged.

use std::collections::BTreeSet;

use missionlint::engine::{self, Request};
use missionlint::reference::{self, Policy};
use missionlint::report::Report;
use missionlint::rules;
use serde_json::Value;

use crate::cases;
use crate::mission::{Mission, fixtures};
use crate::tool::{Folder, Run};

const CASES: [(&str, &str); 2] = [
    (
        "smt-com-absent",
        "rules/smt-com-absent/valid/before-the-policy-pack",
    ),
    (
        "cluster-staff-mismatch",
        "rules/cluster-staff-mismatch/valid/before-the-policy-pack",
    ),
];

fn findings(report: &Report) -> Vec<&str> {
    report.findings.iter().map(|found| found.rule.id).collect()
}

#[test]
fn the_latest_policy_judges_days_before_it() {
    for (rule, case) in CASES {
        let mission = Mission::of(&fixtures().join(case));
        let check = |policy| {
            let request = Request {
                policy,
                select: vec![rule.to_owned()],
                ..mission.request()
            };
            engine::check(mission.inputs(), &request)
        };
        assert_eq!(findings(&check(Policy::Dated)), [""; 0], "{rule}");
        let latest = check(Policy::Latest);
        assert!(
            !latest.findings.is_empty() && findings(&latest).iter().all(|id| *id == rule),
            "{rule}: {:?}",
            findings(&latest)
        );
    }
}

#[test]
fn the_option_says_which_policy() {
    let (rule, case) = CASES[0];
    let folder = Folder::new().with_copy(&fixtures().join(case), "case");
    let codes = ["dated", "latest"].map(|policy| {
        let run = folder.run(&["check", "case", "--select", rule, "--policy", policy]);
        run.code
    });
    assert_eq!(codes, [Some(0), Some(1)]);
}

/// A case of a rule, and what the program says of it.
fn checked(case: &str, arguments: &[&str]) -> (Folder, Run) {
    let folder = Folder::new().with_copy(&fixtures().join(case), "case");
    let run = folder.run(&[&["check", "case"], arguments].concat());
    (folder, run)
}

const ABSENT: &str = "rules/smt-com-absent/invalid/com-absent";

#[test]
fn a_finding_names_document_strength_and_days() {
    let (folder, run) = checked(ABSENT, &["--select", "smt-com-absent"]);
    let words: Vec<&str> = run.out.split_whitespace().collect();
    let line = "policy: mandatory · IOM Emergency Manual, Pre-Crisis Coordination Structure (September 2022), \
                in force from 1 September 2022 · missionlint explain smt-com-absent";
    assert!(words.join(" ").contains(line), "{}", run.out);
    let report = folder.report(&["case", "--select", "smt-com-absent"]);
    assert_eq!(report["run"]["policy_mode"], "dated");
    let policy = &report["findings"][0]["policy"];
    assert_eq!(policy["pack"], "em-precrisis");
    assert_eq!(policy["valid_from"], "2022-09-01");
    assert_eq!(policy["strength"], "mandatory");
    assert_eq!(policy["judged_on"], "2025-03-05", "the day of the meeting");
}

#[test]
fn the_latest_policy_is_named_where_it_judges() {
    let (rule, case) = CASES[0];
    let note = "--policy latest";
    let (folder, dated) = checked(case, &["--select", rule]);
    assert!(!dated.out.contains(note), "{}", dated.out);
    let latest = folder.run(&["check", "case", "--select", rule, "--policy", "latest"]);
    assert!(
        latest.out.lines().last().unwrap().contains(note),
        "{}",
        latest.out
    );
    let report = folder.report(&["case", "--select", rule, "--policy", "latest"]);
    assert_eq!(report["run"]["policy_mode"], "latest");
    let policy = &report["findings"][0]["policy"];
    let days = ["judged_on", "valid_from"].map(|key| policy[key].as_str().unwrap().to_owned());
    assert!(days[0] < days[1], "judged by what came later: {policy}");
}

/// Rules that compare the days of a record with those of a document, at any time.
const TIMELESS: &[&str] = &[
    "cmcoord-anachronism",
    "mcof-vocabulary",
    "scale-up-overrun",
    "strategic-objective-unknown",
    "superseded-strategy-name",
    "superseded-un-framework-name",
];

/// What is judged by a policy is judged on a day on which it is in force.
#[test]
fn findings_are_judged_by_what_was_in_force() {
    let mut seen = BTreeSet::new();
    for case in cases::all() {
        for found in &case.report.findings {
            let (id, name) = (found.rule.id, &case.name);
            let Some(pack) = found.pack else {
                assert_eq!(found.judged_on, None, "{name}: {id}");
                continue;
            };
            seen.insert(id);
            assert_eq!(
                found.judged_on.is_none(),
                TIMELESS.contains(&id),
                "{name}: {id}: {:?}",
                found.judged_on
            );
            if let Some(day) = found.judged_on {
                assert!(pack.covers(day), "{name}: {id}: {day} by {}", pack.id);
                assert!(day <= case.report.as_of, "{name}: {id}: {day}");
            }
        }
    }
    assert!(TIMELESS.iter().all(|id| seen.contains(id)), "{seen:?}");
    assert!(seen.len() > 40, "{seen:?}");
}

/// The day of a restricted meeting is as secret as its other values.
#[test]
fn the_day_judged_is_masked_with_the_rest() {
    let (folder, _) = checked(ABSENT, &[]);
    let judged_on = |arguments: &[&str]| {
        let report = folder.report(&[&["case", "--select", "smt-com-absent"], arguments].concat());
        assert_eq!(report["findings"].as_array().unwrap().len(), 1, "{report}");
        report["findings"][0]["policy"]["judged_on"].clone()
    };
    assert!(judged_on(&[]).is_string());
    assert!(judged_on(&["--audience", "public"]).is_null());
    let path = "case/platforms.json";
    let restricted = folder.read(path).replacen(
        "\"mission\": \"mli\",",
        "\"mission\": \"mli\", \"classification\": \"restricted\",",
        1,
    );
    folder.write(path, restricted);
    assert!(judged_on(&[]).is_null());
    assert!(judged_on(&["--reveal"]).is_string());
}

#[test]
fn policy_lists_the_packs() {
    let folder = Folder::new();
    let run = folder.run(&["policy"]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    assert!(run.out.lines().all(|line| line.chars().count() <= 100));
    let blocks: Vec<String> = run
        .out
        .split("\n\n")
        .map(|block| block.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect();
    for pack in reference::packs() {
        let title = format!("{}: {}", pack.id, pack.document);
        let block = blocks.iter().find(|block| block.starts_with(&title));
        let block = block.unwrap_or_else(|| panic!("{title} is not in: {}", run.out));
        for rule in rules::catalogue() {
            assert_eq!(
                block.split([' ', ',']).any(|word| word == rule.id),
                rule.packs().any(|id| id == pack.id),
                "{}: {block}",
                rule.id
            );
        }
        let told = pack.from().is_some() && block.contains("valid: from ");
        assert_eq!(told, pack.from().is_some(), "{block}");
    }
    let plan = blocks
        .iter()
        .find(|block| block.starts_with("strategic-plan-2024"));
    assert!(
        plan.unwrap()
            .contains("valid: from 1 January 2024 to 31 December 2028")
    );
}

/// The first and the last day of a pack are in it.
#[test]
fn policy_lists_what_was_in_force_on_a_day() {
    let folder = Folder::new();
    let ids = |day: &str| {
        let run = folder.run(&["policy", "--format", "json", "--on", day]);
        assert_eq!(run.code, Some(0), "{}", run.err);
        let found: Value = serde_json::from_str(&run.out).unwrap();
        let packs = found["packs"].as_array().unwrap();
        let ids = packs
            .iter()
            .map(|pack| pack["id"].as_str().unwrap().to_owned());
        ids.collect::<Vec<String>>()
    };
    for (pack, day, is_in_force) in [
        ("em-precrisis", "2022-08-31", false),
        ("em-precrisis", "2022-09-01", true),
        ("strategic-plan-2024", "2028-12-31", true),
        ("strategic-plan-2024", "2029-01-01", false),
        ("iasc-clusters-11", "1990-01-01", true),
    ] {
        assert_eq!(
            ids(day).iter().any(|id| id == pack),
            is_in_force,
            "{pack} on {day}"
        );
    }
    for arguments in [
        &["policy", "em-contexts", "--on", "2025-01-01"][..],
        &["policy", "--statements", "--on", "2025-01-01"],
        &["policy", "em-contexts", "--statements"],
        &["policy", "--on", "yesterday"],
    ] {
        let run = folder.run(arguments);
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{arguments:?}");
    }
}

#[test]
fn policy_prints_the_page_of_a_pack() {
    let folder = Folder::new();
    for pack in reference::packs() {
        let text = folder.run(&["policy", &pack.id]);
        let markdown = folder.run(&["policy", &pack.id, "--format", "markdown"]);
        assert_eq!((text.code, markdown.code), (Some(0), Some(0)));
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(words(&text.out), words(&markdown.out), "{}", pack.id);
        assert!(
            markdown
                .out
                .starts_with(&format!("# {}\n\n{}\n", pack.id, pack.document))
        );
        for rule in rules::catalogue() {
            let line = format!("- {} ({}, {}", rule.id, rule.severity, rule.strength.code());
            let is_of_pack = rule.packs().any(|id| id == pack.id);
            assert_eq!(
                markdown.out.contains(&line),
                is_of_pack,
                "{}: {line}",
                pack.id
            );
        }
    }
    for (typed, complaint) in [
        (
            "em-precrises",
            "there is no policy pack em-precrises; did you mean em-precrisis?",
        ),
        (
            "nothing-like-it",
            "there is no policy pack nothing-like-it; missionlint policy lists them",
        ),
    ] {
        let run = folder.run(&["policy", typed]);
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""));
        assert!(run.err.contains(complaint), "{}", run.err);
    }
}

#[test]
fn policy_prints_the_statements() {
    let folder = Folder::new();
    let run = |format: &str| {
        let run = folder.run(&["policy", "--statements", "--format", format]);
        assert_eq!(run.code, Some(0), "{}", run.err);
        run.out
    };
    let words = run("text").split_whitespace().collect::<Vec<_>>().join(" ");
    let markdown = run("markdown");
    let json: Value = serde_json::from_str(&run("json")).unwrap();
    let listed = json["statements"].as_array().unwrap();
    assert_eq!(listed.len(), reference::statements().len());
    for (entry, statement) in listed.iter().zip(reference::statements()) {
        let number = &statement.number;
        let rules: Vec<&str> = rules::catalogue()
            .iter()
            .filter(|rule| rule.statements.contains(&number.as_str()))
            .map(|rule| rule.id)
            .collect();
        let named: Vec<&str> = entry["rules"]
            .as_array()
            .unwrap()
            .iter()
            .map(|id| id.as_str().unwrap())
            .collect();
        assert_eq!(
            rules.iter().collect::<BTreeSet<_>>(),
            named.iter().collect(),
            "{number}"
        );
        assert_eq!(
            entry["not_checked"].as_str(),
            statement.not_checked.as_deref()
        );
        assert!(
            words.contains(&format!("): {}", statement.text)),
            "{number}"
        );
        let row = markdown
            .lines()
            .find(|line| line.starts_with(&format!("| {number} |")));
        let row = row.unwrap_or_else(|| panic!("{number} has no row"));
        assert!(
            row.contains(&statement.text) && row.matches(" | ").count() == 4,
            "{row}"
        );
        let reason = statement.not_checked.iter().map(String::as_str);
        for part in rules.into_iter().chain(reason) {
            assert!(
                words.contains(part) && row.contains(part),
                "{number}: {part}"
            );
        }
    }
}
