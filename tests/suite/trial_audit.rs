//! What a trial of audits has found.

use std::collections::{BTreeMap, BTreeSet};

use missionlint::audit::{Audit, Dimension};
use missionlint::catalogue::Scope;
use serde_json::{Value, json};

use crate::audit::{SETTINGS, audit, both, counted};
use crate::audit_formats::{column, parts, sheets};
use crate::tool::{Folder, Run};

/// An audit of both missions of the fixtures, in its folder.
fn audited() -> (Folder, Value) {
    let folder = both();
    let audit = audit(&folder, &["missions"]);
    (folder, audit)
}

fn compared(folder: &Folder, earlier: &Value) -> Run {
    folder.write("old.json", earlier.to_string());
    let output = ["-o", "new.json", "-q", "--fail-on", "never"];
    folder.run(&[&["audit", "missions", "--compare", "old.json"], &output[..]].concat())
}

#[test]
fn an_earlier_audit_with_impossible_values_is_none() {
    let (folder, earlier) = audited();
    assert_eq!(compared(&folder, &earlier).code, Some(0));
    let most = 1_u64 << 53;
    let mut full = earlier.clone();
    full["totals"]["findings"] =
        json!({"error": most, "warning": most, "advice": most, "suppressed": most});
    full["groups"]["country"][0]["findings"] = full["totals"]["findings"].clone();
    assert_eq!(compared(&folder, &full).code, Some(0), "sums of the most");
    for (at, value) in [
        ("/totals/findings/error", json!(u64::MAX)),
        ("/totals/findings/warning", json!(most + 1)),
        ("/totals/checks/failed", json!(u64::MAX - 1)),
        ("/totals/missions", json!(u64::MAX)),
        ("/totals/coverage/representation/yes", json!(u64::MAX)),
        ("/totals/coverage/smt_attendance/unknown", json!(u64::MAX)),
        ("/totals/coverage/platforms/all", json!(most * 2)),
        ("/groups/country/0/findings/error", json!(u64::MAX)),
        ("/groups/rule/0/checks/applicable", json!(u64::MAX)),
        ("/totals/faults", json!(-1)),
        ("/totals/faults", json!(1.5)),
        ("/run/as_of", json!("2025-02-31")),
        ("/run/as_of", json!("2025-2-3")),
        ("/run/as_of", Value::Null),
        ("/groups/country/1", earlier["groups"]["country"][0].clone()),
        ("/findings/1", earlier["findings"][0].clone()),
    ] {
        let mut broken = earlier.clone();
        *broken.pointer_mut(at).unwrap() = value;
        let run = compared(&folder, &broken);
        assert_eq!(run.code, Some(2), "{at}: {run:?}");
        assert!(
            run.err.contains("this is no audit made with"),
            "{at}: {run:?}"
        );
    }
}

/// Recounted from the report: whatever the check is of, a group has those whose first finding is in it.
#[test]
fn failed_checks_are_where_their_findings_are() {
    let report = counted(
        crate::reports::inputs_of_all_sorts(),
        crate::cases::request(),
    );
    let audit = Audit::of(&report, false);
    let mut known = BTreeSet::new();
    let mut expected: BTreeMap<(Dimension, String), u64> = BTreeMap::new();
    let mut of_files = 0;
    for (found, keys) in report.findings.iter().zip(&audit.keys) {
        let Some(check) = found.check.filter(|_| found.suppressed.is_none()) else {
            continue;
        };
        let (mission, path) = match found.rule.scope {
            Scope::Subject => (found.mission.as_deref(), ""),
            Scope::Record => (found.mission.as_deref(), &*found.location.path),
            _ => (None, &*found.location.path),
        };
        if known.insert((found.rule.id, mission, path, check)) {
            let is_file = found.rule.scope == Scope::Document;
            of_files += u64::from(is_file && found.mission.is_some());
            for dimension in Dimension::ALL {
                let key = (dimension, keys.key(dimension).to_string());
                *expected.entry(key).or_default() += 1;
            }
        }
    }
    assert!(of_files > 0, "files of missions are among those that fail");
    for dimension in Dimension::ALL {
        let mut sum = 0;
        for group in audit.table(dimension) {
            let key = (dimension, group.key.to_string());
            let failed = expected.get(&key).copied().unwrap_or_default();
            assert_eq!(group.numbers.failed, failed, "{key:?}");
            assert!(failed <= group.numbers.checks.run, "{key:?}");
            sum += group.numbers.checks.applicable;
        }
        assert_eq!(sum, audit.totals.checks.applicable, "{dimension:?}");
    }
}

/// Both missions of the fixtures with limits.
fn limited(limits: &str) -> Folder {
    let folder = both();
    folder.write("missionlint.toml", format!("{SETTINGS}{limits}"));
    folder
}

fn written(folder: &Folder, arguments: &[&str]) -> Run {
    let command = [
        "audit",
        "missions",
        "-o",
        "audit.json",
        "-o",
        "audit.xlsx",
        "-q",
    ];
    folder.run(&[&command[..], arguments].concat())
}

#[test]
fn limits_of_groups_that_are_not_there_are_told() {
    let folder = limited(
        "[audit.mission.nope]\nerror_if = [\"errors >= 0\"]\n[audit.country.SSD]\nwarn_if = [\"errors > 5\"]\n[audit.country.MLI]\nwarn_if = [\"errors > 99999\"]\n",
    );
    let run = written(&folder, &["--fail-on", "never"]);
    assert_eq!(run.code, Some(0), "{run:?}");
    for line in [
        "threshold errors >= 0 of [audit.mission.nope] applied to no group",
        "threshold errors > 5 of [audit.country.SSD] applied to no group",
    ] {
        assert!(run.err.contains(line), "{run:?}");
    }
    assert!(!run.err.contains("audit.country.MLI"), "{run:?}");
    let audit: Value = serde_json::from_str(&folder.read("audit.json")).unwrap();
    let groups = audit["thresholds"].as_array().unwrap().iter();
    let mut groups: Vec<u64> = groups.map(|it| it["groups"].as_u64().unwrap()).collect();
    groups.sort_unstable();
    assert_eq!(groups, [0, 0, 1]);
    let summary = &sheets(&workbook(&folder))[0].1;
    let states = summary.iter().filter(|row| row["A"].starts_with("[audit."));
    let mut states: Vec<&str> = states.map(|row| row["B"].as_str()).collect();
    states.sort_unstable();
    assert_eq!(
        states,
        ["applied to no group", "applied to no group", "kept"]
    );
}

fn workbook(folder: &Folder) -> BTreeMap<String, String> {
    parts(std::fs::read(folder.path().join("audit.xlsx")).unwrap())
}

#[test]
fn each_mistake_in_a_condition_is_told_as_it_is() {
    for (condition, told) in [
        (
            "ready < 80",
            "a share in per cent, with a per cent sign, such as \"ready < 80%\"",
        ),
        (
            "errors > 5%",
            "a count without a per cent sign, such as \"errors > 10\"",
        ),
        ("erors > 5", "did you mean \"errors > 5\"?"),
        ("errors = 5", "one of <, <=, > and >="),
        ("errors > five", "a number in digits"),
        ("failure-rate > 2,5%", "a number with a point, not a comma"),
        ("errors > -1", "errors is never negative"),
        ("ready < 101%", "a limit of 100% or less"),
        ("errors > 1.5", "a whole number: errors is a count"),
        ("ready < 1.2345678%", "at most 6 decimals"),
    ] {
        let folder = limited(&format!("[audit]\nerror_if = [\"{condition}\"]\n"));
        let run = written(&folder, &[]);
        assert_eq!(run.code, Some(2), "{condition}: {run:?}");
        assert!(words(&run.err).contains(told), "{condition}: {run:?}");
    }
    let all = [
        "findings, errors, warnings, advice, suppressed, failed, blocked, faults, missions, not-ready",
        "failure-rate, blocked-rate, ready, representation, right-level, smt-attendance, suspended-contact",
    ];
    for language in ["en", "fr", "es"] {
        let folder = limited("[audit]\nerror_if = [\"zzzzzzzz > 5\"]\n");
        let told = words(&written(&folder, &["--lang", language]).err);
        let told = told
            .replace(" and ", ", ")
            .replace(" et ", ", ")
            .replace(" y ", ", ");
        assert!(
            all.iter().all(|list| told.contains(list)),
            "{language}: {told}"
        );
    }
    let folder = limited("[audit]\nwarn_if = [\"failure-rate >= 0.000001%\"]\n");
    written(&folder, &[]);
    let audit: Value = serde_json::from_str(&folder.read("audit.json")).unwrap();
    assert_eq!(audit["thresholds"][0]["limit"], json!(1e-8));
}

/// A text without the frame around it.
fn words(text: &str) -> String {
    let words = text.split_whitespace().filter(|word| *word != "│");
    words.collect::<Vec<_>>().join(" ")
}

#[test]
fn the_worst_groups_are_told_and_how_many_more() {
    let folder = limited("[audit.rule]\nerror_if = [\"findings >= 0\"]\n");
    let run = written(&folder, &[]);
    let audit: Value = serde_json::from_str(&folder.read("audit.json")).unwrap();
    let rules = audit["groups"]["rule"].as_array().unwrap().iter();
    let mut rules: Vec<(u64, &str)> = rules
        .map(|rule| {
            let number = |name: &str| rule["findings"][name].as_u64().unwrap();
            let findings = number("error") + number("warning") + number("advice");
            (u64::MAX - findings, rule["key"].as_str().unwrap())
        })
        .collect();
    rules.sort_unstable();
    let worst: Vec<&str> = rules.iter().take(3).map(|(_, key)| *key).collect();
    let told = format!(
        "is broken in {} and {} more",
        worst.join(", "),
        rules.len() - 3
    );
    assert!(
        rules.len() > 10 && run.err.contains(&told),
        "{told}: {run:?}"
    );
}

#[test]
fn groups_without_a_name_are_told_in_words() {
    let folder = limited("[audit.mission]\nerror_if = [\"findings >= 0\"]\n");
    folder.write("missions/empty.json", "[]");
    for (language, told) in [
        ("en", "in eth, mli, what belongs to none"),
        ("fr", "dans eth, mli, ce qui n’appartient à aucun"),
        ("es", "en eth, mli, lo que no pertenece a ninguno"),
    ] {
        let run = written(&folder, &["--lang", language]);
        let named = told.split([' ', ',']).filter(|word| !word.is_empty());
        assert!(named.clone().count() > 3);
        let told = told.rsplit(", ").next().unwrap();
        assert!(run.err.contains(told), "{language}: {run:?}");
        assert!(!run.err.contains(", none"), "{language}: {run:?}");
    }
    written(&folder, &[]);
    std::fs::rename(
        folder.path().join("audit.json"),
        folder.path().join("old.json"),
    )
    .unwrap();
    let arguments = [
        "--compare",
        "old.json",
        "--ignore",
        "smt-com-absent",
        "--lang",
        "fr",
    ];
    written(&folder, &arguments);
    let summary = &sheets(&workbook(&folder))[0].1;
    let row = summary
        .iter()
        .find(|row| row["A"] == "Ce qui en diffère par ailleurs");
    assert_eq!(row.unwrap()["B"], "les règles ignorées");
}

#[test]
fn workbooks_name_countries_and_show_small_rates() {
    let folder = limited("");
    written(&folder, &[]);
    let parts = workbook(&folder);
    let sheets = sheets(&parts);
    let named = |at: usize, heading: &str| -> BTreeMap<&str, &str> {
        let rows = &sheets[at].1;
        let keys = column(rows, heading).into_iter();
        keys.zip(column(rows, "Name")).collect()
    };
    let countries = named(1, "Country");
    assert_eq!((countries["MLI"], countries["ETH"]), ("Mali", "Ethiopia"));
    assert_eq!(named(2, "Regional office")["ro-dakar"], "Dakar");
    assert!(parts["xl/styles.xml"].contains("0.000%"));
}

#[test]
fn options_of_other_commands_are_told_as_theirs() {
    for (arguments, told) in [
        (
            ["audit", "--since", "HEAD"],
            "there is no option --since here: it is an option of check",
        ),
        (
            ["audit", "--files-from", "-"],
            "there is no option --files-from here: it is an option of check, review",
        ),
    ] {
        let run = Folder::new().run(&arguments);
        assert_eq!(run.code, Some(2), "{run:?}");
        assert!(run.err.contains(told), "{run:?}");
        assert!(!run.err.contains("did you mean"), "{run:?}");
    }
}
