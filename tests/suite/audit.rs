//! Audits: sums, and numbers computed in another way.

use std::collections::BTreeMap;

use missionlint::audit::{Audit, Dimension, Group, Numbers};
use missionlint::catalogue::Scope;
use missionlint::engine::{self, Describe, Input, Request};
use missionlint::overview::{Coverage, Share};
use missionlint::report::{Audience, Report};
use serde_json::{Value, json};

use crate::mission::Mission;
use crate::tool::{Folder, project};

/// The two missions of the fixtures, as of a day on which both are checked.
pub(crate) const SETTINGS: &str = "as_of = \"2026-06-30\"\n";

/// A folder with both missions of the fixtures and one configuration.
pub(crate) fn both() -> Folder {
    let folder = Folder::new()
        .with_copy(&project("fixtures/missions/mli"), "missions/mli")
        .with_copy(&project("fixtures/missions/eth"), "missions/eth")
        .with("missionlint.toml", SETTINGS);
    for mission in ["mli", "eth"] {
        let own = folder
            .path()
            .join(format!("missions/{mission}/missionlint.toml"));
        std::fs::remove_file(own).unwrap();
    }
    folder
}

/// The audit that a folder gives, as JSON.
pub(crate) fn audit(folder: &Folder, arguments: &[&str]) -> Value {
    let run = folder.run(&[&["audit", "--format", "json"], arguments].concat());
    serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {run:?}"))
}

/// All numbers of a group, by name.
fn flat(numbers: &Numbers) -> BTreeMap<&'static str, u64> {
    let (findings, checks) = (numbers.findings, numbers.checks);
    let mut flat = BTreeMap::from([
        ("error", findings.error),
        ("warning", findings.warning),
        ("advice", findings.advice),
        ("suppressed", findings.suppressed),
        ("applicable", checks.applicable),
        ("run", checks.run),
        ("blocked", checks.blocked),
        ("failed", numbers.failed),
        ("faults", numbers.faults),
    ]);
    if let Some(missions) = numbers.missions {
        flat.extend([
            ("missions", missions.all),
            ("ready", missions.ready),
            ("not_judged", missions.not_judged),
        ]);
    }
    if let Some(records) = numbers.records {
        flat.insert("records", records);
    }
    flat
}

fn shares(coverage: &Coverage) -> [Share; 4] {
    [
        coverage.expected,
        coverage.level,
        coverage.security_meetings,
        coverage.suspended,
    ]
}

/// Asserts that in each dimension the groups add up to the totals, and that none has failed more often than it was
/// checked.
pub(crate) fn assert_sums(report: &Report, audit: &Audit) {
    let totals = flat(&audit.totals);
    for dimension in Dimension::ALL {
        let groups = audit.table(dimension);
        let mut sums: BTreeMap<&str, u64> = BTreeMap::new();
        for group in groups {
            let numbers = flat(&group.numbers);
            assert!(
                numbers["failed"] <= numbers["applicable"],
                "{dimension:?} {}: {numbers:?}",
                group.key
            );
            assert_eq!(
                numbers["applicable"],
                numbers["run"] + numbers["blocked"],
                "{dimension:?} {}",
                group.key
            );
            for (name, number) in numbers {
                *sums.entry(name).or_default() += number;
            }
        }
        for (name, sum) in sums {
            assert_eq!(sum, totals[name], "{dimension:?} {name}");
        }
        let coverages = groups.iter().filter_map(|group| group.numbers.coverage);
        let coverages: Vec<Coverage> = coverages.collect();
        if coverages.is_empty() {
            continue;
        }
        let all = audit.totals.coverage.unwrap();
        let of_month = dimension == Dimension::Month;
        for (at, total) in shares(&all).into_iter().enumerate() {
            if of_month && at != 2 {
                continue;
            }
            let sum = |part: fn(&Share) -> usize| -> usize {
                coverages.iter().map(|it| part(&shares(it)[at])).sum()
            };
            let sums = (sum(|it| it.yes), sum(|it| it.no), sum(|it| it.unknown));
            assert_eq!(
                sums,
                (total.yes, total.no, total.unknown),
                "{dimension:?} share {at}"
            );
        }
        if !of_month {
            let platforms: usize = coverages.iter().map(|it| it.platforms).sum();
            assert_eq!(platforms, all.platforms, "{dimension:?}");
        }
    }
    let applicable: u64 = report.rules.iter().map(|rule| rule.tally.applicable).sum();
    assert_eq!(totals["applicable"], applicable);
    assert_eq!(totals["records"], report.inputs.records as u64);
    assert_eq!(totals["missions"], report.inputs.missions as u64);
    assert_eq!(totals["faults"], report.faults.len() as u64);
    let found = totals["error"] + totals["warning"] + totals["advice"] + totals["suppressed"];
    assert_eq!(found, report.findings.len() as u64);
    assert_eq!(audit.keys.len(), report.findings.len());
}

pub(crate) fn counted(inputs: Vec<Input>, request: Request) -> Report {
    let request = Request {
        describe: Describe::Counts,
        ..request
    };
    engine::check(inputs, &request)
}

/// For every reader: the gallery has records of every sort, most of them broken, and a file that is not there.
#[test]
fn sums_over_groups_are_the_totals() {
    let (internal, public) = (Audience::Internal, Audience::Public);
    for (audience, reveal) in [(internal, false), (internal, true), (public, false)] {
        let request = Request {
            audience,
            reveal,
            ..crate::cases::request()
        };
        let report = counted(crate::reports::inputs_of_all_sorts(), request);
        assert!(!report.findings.is_empty() && !report.faults.is_empty());
        assert_sums(&report, &Audit::of(&report, reveal));
    }
}

/// A record of a mission; its key `confirmed` is there twice if it is `spoilt`.
fn office(mission: &str, id: &str, spoilt: bool) -> String {
    let twice = if spoilt {
        "\"confirmed\": \"2025-01-01\", "
    } else {
        ""
    };
    format!(
        "{{{twice}\"kind\": \"programme\", \"mission\": \"{mission}\", \"id\": \"{id}\", \"confirmed\": \"2025-03-01\"}}"
    )
}

#[test]
fn checks_of_files_are_counted_with_the_mission_of_the_file() {
    let input = |path: &str, texts: &[String]| Input {
        path: path.into(),
        content: missionlint::engine::Content::Bytes(texts.join("\n").into_bytes()),
    };
    let list = |texts: &[String]| [format!("[{}]", texts.join(", "))];
    let inputs = vec![
        input("a/one.json", &[office("mli", "A", false)]),
        input("a/two.json", &[office("mli", "B", true)]),
        input(
            "a/lines.ndjson",
            &["C", "D", "E"].map(|id| office("mli", id, false)),
        ),
        input("b/one.json", &[office("eth", "A", true)]),
        input(
            "both.json",
            &list(&[office("mli", "F", true), office("eth", "B", false)]),
        ),
        input("none.json", &["[]".to_owned()]),
    ];
    let report = counted(inputs, crate::cases::request());
    let audit = Audit::of(&report, false);
    assert_sums(&report, &audit);
    let numbers = |mission: &str| {
        let mut groups = audit.table(Dimension::Mission).iter();
        let group = groups.find(|group| &*group.key == mission);
        group.unwrap().numbers
    };
    let files = |mission: &str| {
        let checks = numbers(mission).checks.applicable;
        let mut counts = report.counts.iter();
        let counts = counts.find(|counts| counts.id.as_deref() == Some(mission));
        let counts = counts.unwrap();
        let of_rules: u64 = counts.rules.values().map(|tally| tally.applicable).sum();
        let entries = |scope| {
            let rules = report.rules.iter();
            rules.filter(|count| count.rule.scope == scope).count() as u64
        };
        let of_records = counts.records * entries(Scope::Record);
        let of_files = checks - of_rules - of_records;
        (
            of_files / entries(Scope::Document),
            of_files % entries(Scope::Document),
        )
    };
    // The file of both has failed once, in a record of mli: this check alone is counted there.
    assert_eq!(files("mli"), (5, 1));
    assert_eq!(files("eth"), (1, 0));
    // One file with two records, one without, five files and lines with one each.
    let cross = audit.by_country_and_family(&report);
    let syntax = cross
        .iter()
        .filter(|((_, family), _)| **family == *"syntax");
    let checks: u64 = syntax.map(|(_, part)| part.checks.applicable).sum();
    let rules = report
        .rules
        .iter()
        .filter(|count| count.rule.group.code() == "syntax");
    assert_eq!(checks, 8 * rules.count() as u64);
}

#[test]
fn a_mission_has_all_its_own_numbers() {
    let mission = Mission::named("mli");
    let report = counted(mission.inputs(), mission.request());
    let audit = Audit::of(&report, true);
    assert_sums(&report, &audit);
    let group = |dimension, key: &str| -> Numbers {
        let groups = audit.table(dimension).iter();
        let mut groups = groups.filter(|group: &&Group| &*group.key == key);
        groups.next().unwrap().numbers
    };
    let mali = group(Dimension::Mission, "mli");
    assert_eq!(group(Dimension::Country, "MLI"), mali);
    assert_eq!(group(Dimension::RegionalOffice, "ro-dakar"), mali);
    assert_eq!(mali.records, Some(report.inputs.records as u64));
}

/// The types of a record's platform and its month, read from the text alone.
fn cell(record: &Value, types: &BTreeMap<String, String>) -> (String, String) {
    let joined = |platform: &Value| {
        let known = platform.as_str().and_then(|id| types.get(id));
        known.cloned().unwrap_or_else(|| panic!("{record}"))
    };
    let month = |day: &Value| day.as_str().unwrap()[..7].to_owned();
    match record["kind"].as_str().unwrap() {
        "platform" => (joined(&record["id"]), "undated".to_owned()),
        "representation" => (joined(&record["platform"]), "undated".to_owned()),
        "meeting" => (joined(&record["platform"]), month(&record["start"])),
        "contact-log" => (joined(&record["platform"]), month(&record["date"])),
        _ => ("none".to_owned(), "undated".to_owned()),
    }
}

/// The records of the Mali mission by type of platform and by month, counted without the tool.
#[test]
fn records_are_in_the_groups_that_their_texts_say() {
    let mission = Mission::named("mli");
    let mut records: Vec<Value> = Vec::new();
    let values = mission.files.iter().flat_map(|(path, text)| {
        let is_lines = path.ends_with(".ndjson");
        let values = text.lines().filter(move |_| is_lines);
        values.chain((!is_lines).then_some(text.as_str()))
    });
    for text in values {
        let value: Value = serde_json::from_str(text).unwrap();
        let list = value["records"].as_array().or(value.as_array());
        let Some(list) = list else {
            records.push(value);
            continue;
        };
        for record in list {
            let mut record = record.clone();
            if record["kind"].is_null() {
                record["kind"] = value["kind"].clone();
            }
            records.push(record);
        }
    }
    let platforms = records.iter().filter(|record| record["kind"] == "platform");
    let types = platforms.map(|platform| {
        let types = platform["types"].as_array().unwrap().iter();
        let canonical = |it: &Value| {
            let written = it.as_str().unwrap();
            missionlint::reference::canonical_type(written).unwrap()
        };
        let mut types: Vec<&str> = types.map(canonical).collect();
        types.sort_unstable();
        types.dedup();
        (platform["id"].as_str().unwrap().to_owned(), types.join("+"))
    });
    let types: BTreeMap<String, String> = types.collect();
    let mut by_type: BTreeMap<String, u64> = BTreeMap::new();
    let mut by_month: BTreeMap<String, u64> = BTreeMap::new();
    for record in &records {
        let (platform_type, month) = cell(record, &types);
        *by_type.entry(platform_type).or_default() += 1;
        *by_month.entry(month).or_default() += 1;
    }
    let report = counted(mission.inputs(), mission.request());
    let audit = Audit::of(&report, true);
    for (dimension, expected) in [
        (Dimension::PlatformType, by_type),
        (Dimension::Month, by_month),
    ] {
        let groups = audit.table(dimension).iter();
        let there =
            groups.filter_map(|group| Some((group.key.to_string(), group.numbers.records?)));
        let there: BTreeMap<String, u64> = there.filter(|(_, records)| *records > 0).collect();
        assert_eq!(there, expected, "{dimension:?}");
    }
}

/// Sums of findings by the members of each finding that the audit itself lists.
#[test]
fn groups_hold_the_findings_that_name_them() {
    let audit = audit(&both(), &["missions", "--reveal"]);
    let findings = audit["findings"].as_array().unwrap();
    assert!(findings.len() > 5);
    for dimension in Dimension::ALL {
        let code = dimension.code();
        let mut expected: BTreeMap<&str, BTreeMap<&str, u64>> = BTreeMap::new();
        for finding in findings {
            let key = finding[code].as_str().unwrap_or("none");
            let severity = finding["severity"].as_str().unwrap();
            *expected
                .entry(key)
                .or_default()
                .entry(severity)
                .or_default() += 1;
        }
        for group in audit["groups"][code].as_array().unwrap() {
            let of_key = expected.remove(group["key"].as_str().unwrap());
            for severity in ["error", "warning", "advice"] {
                let count = of_key.as_ref().and_then(|it| it.get(severity));
                assert_eq!(
                    group["findings"][severity],
                    count.copied().unwrap_or_default(),
                    "{code} {}",
                    group["key"]
                );
            }
        }
        assert_eq!(
            expected,
            BTreeMap::new(),
            "{code}: groups that are not there"
        );
    }
}

#[test]
fn audits_satisfy_their_schema() {
    let folder = both();
    folder.write(
        "missionlint.toml",
        format!("{SETTINGS}[audit]\nwarn_if = [\"errors > 0\"]\n[audit.country]\nerror_if = [\"smt-attendance < 80%\"]\n"),
    );
    let run = folder.run(&["audit", "missions", "-o", "old.json"]);
    assert!(run.out.is_empty(), "{run:?}");
    let run = folder.run(&[
        "audit",
        "missions",
        "-o",
        "new.json",
        "--compare",
        "old.json",
    ]);
    assert!(run.out.is_empty(), "{run:?}");
    folder.write("s/audit.schema.json", folder.run(&["schema", "audit"]).out);
    for file in ["old.json", "new.json"] {
        let report = folder.report(&["--schema", "s/audit.schema.json", file]);
        assert_eq!(report["findings"], json!([]), "{file}");
        assert_eq!(report["not_checked"], json!([]), "{file}");
    }
    let news: Value = serde_json::from_str(&folder.read("new.json")).unwrap();
    assert_eq!(news["compared"]["differences"], json!([]));
    assert_eq!(news["compared"]["news"]["appeared"], 0);
}
