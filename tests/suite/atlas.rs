//! The page of an audit: its numbers are those of the data, and its links lead somewhere.

use std::collections::BTreeMap;

use missionlint::audit::{Audit, Dimension, Part};
use missionlint::config::Metric;
use missionlint::engine::{self, Describe, Request};
use missionlint::message::{Language, Messages};
use missionlint::report::Audience;
use missionlint::rules::Tally;
use serde_json::{Value, json};

use crate::audit::{SETTINGS, audit, both};

/// Numbers of the rows of a table of the page, by key: what they sort by. Cells without a number are null.
fn rows(page: &str, table: &str) -> BTreeMap<String, Vec<Value>> {
    let table = page
        .split(table)
        .nth(1)
        .unwrap_or_else(|| panic!("no {table}"));
    let table = table.split("</table>").next().unwrap();
    let is_league = table.contains("tr class=\"more\"");
    let rows = table.split("<tr").skip(2);
    let rows = rows.filter(|row| row.contains("scope=\"row\""));
    let parsed = rows.map(|row| {
        let row = row.split("</tr>").next().unwrap();
        let mut cells = row
            .split("<t")
            .skip(1)
            .filter(|cell| cell.starts_with(['d', 'h']));
        if is_league {
            cells.next();
        }
        let values = cells.map(|cell| {
            let tag = cell.split('>').next().unwrap();
            let value = tag.split("data-v=\"").nth(1)?;
            value.split('"').next()
        });
        let mut values = values.collect::<Vec<Option<&str>>>().into_iter();
        let key = values.next().unwrap().unwrap().to_owned();
        let numbers = values.map(|value| {
            value.map_or(Value::Null, |text| {
                serde_json::from_str(text).unwrap_or_else(|_| json!(text))
            })
        });
        (key, numbers.collect())
    });
    parsed.collect()
}

fn not_passed(checks: &Value) -> Option<u64> {
    let number = |name: &str| checks[name].as_u64().unwrap();
    let part = u128::from(number("failed") + number("blocked"));
    let whole = u128::from(number("applicable"));
    let part = part.min(whole);
    (whole > 0).then(|| u64::try_from((part * 2_000_000 + whole) / (2 * whole)).unwrap())
}

fn millionths(value: &Value) -> Option<u64> {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "from 0 to a million"
    )]
    let rounded = |share: f64| (share * 1e6).round() as u64;
    value.as_f64().map(rounded)
}

/// Compares errors, warnings, advice, the rate and blocked checks with those of the data.
fn assert_numbers(row: &[Value], group: &Value) {
    let (findings, checks) = (&group["findings"], &group["checks"]);
    for (at, name) in ["error", "warning", "advice"].into_iter().enumerate() {
        assert_eq!(row[at], findings[name], "{name} of {}", group["key"]);
    }
    assert_eq!(millionths(&row[3]), not_passed(checks), "{}", group["key"]);
    assert_eq!(row[4], checks["blocked"], "{}", group["key"]);
}

fn assert_coverage(row: &[Value], group: &Value) {
    let names = ["right_level", "smt_attendance", "suspended_contact"];
    for (cell, name) in row.iter().zip(names) {
        let share = &group["coverage"][name]["share"];
        assert_eq!(
            millionths(cell),
            millionths(share),
            "{name} {}",
            group["key"]
        );
    }
}

#[test]
fn numbers_of_the_page_are_those_of_the_data() {
    let folder = both();
    folder.edit(
        "missions/mli/people.json",
        "\"role\": \"programme-manager\"",
        "\"role\": \"programme-managr\"",
    );
    let data = audit(&folder, &["missions"]);
    let page = folder.run(&["audit", "missions", "--format", "html"]).out;
    let groups = |dimension: &str| data["groups"][dimension].as_array().unwrap();
    let league = rows(&page, "<table class=\"league");
    assert_eq!(league.len(), groups("mission").len());
    for group in groups("mission") {
        let row = &league[group["key"].as_str().unwrap()];
        assert_eq!(row[0], group["country"]);
        assert_numbers(&row[2..], group);
        assert_coverage(&row[7..], group);
    }
    for dimension in ["country", "regional_office", "platform_type", "family"] {
        let table = rows(&page, &format!("data-dimension=\"{dimension}\""));
        assert_eq!(table.len(), groups(dimension).len(), "{dimension}");
        for group in groups(dimension) {
            let mut row = &table[group["key"].as_str().unwrap()][..];
            if !group["missions"].is_null() {
                assert_eq!([&row[0], &row[1]], [&group["missions"], &group["ready"]]);
                row = &row[2..];
            }
            assert_numbers(row, group);
            if dimension != "family" {
                assert_coverage(&row[5..], group);
            }
        }
    }
    let months = rows(&page, "data-dimension=\"month\"");
    for group in groups("month") {
        let row = &months[group["key"].as_str().unwrap()];
        assert_numbers(row, group);
        let share = &group["coverage"]["smt_attendance"]["share"];
        assert_eq!(millionths(&row[5]), millionths(share));
    }
    let rules = rows(&page, "data-dimension=\"rule\"");
    let mut told = 0;
    for group in groups("rule") {
        let findings = &group["findings"];
        let counts = ["error", "warning", "advice"].map(|name| findings[name].as_u64().unwrap());
        let Some(row) = rules.get(group["key"].as_str().unwrap()) else {
            assert_eq!(counts, [0; 3], "{} is left out", group["key"]);
            assert_eq!(group["checks"]["blocked"], 0);
            continue;
        };
        told += 1;
        assert_eq!(row[1..4], counts.map(|count| json!(count)));
        assert_eq!(row[4], group["checks"]["applicable"]);
        assert_eq!(
            millionths(&row[5]),
            millionths(&group["checks"]["failure_rate"])
        );
        assert_eq!(row[6], group["checks"]["blocked"]);
    }
    assert_eq!(told, rules.len());
    let heat = rows(&page, "<table class=\"heat");
    for group in groups("country") {
        let row = &heat[group["key"].as_str().unwrap()];
        assert_eq!(
            millionths(&row[0]),
            millionths(&group["checks"]["failure_rate"])
        );
        assert_eq!(row.len(), 1 + groups("family").len());
    }
}

/// For every reader, over records of every sort: rows of the map are the countries, columns the families.
#[test]
fn countries_by_families_add_up() {
    for audience in [Audience::Internal, Audience::Public] {
        let request = Request {
            audience,
            describe: Describe::Counts,
            ..crate::cases::request()
        };
        let report = engine::check(crate::reports::inputs_of_all_sorts(), &request);
        let audit = Audit::of(&report, false);
        let cross = audit.by_country_and_family(&report);
        let mut sums: BTreeMap<(Dimension, String), Part> = BTreeMap::new();
        for ((country, family), part) in &cross {
            for key in [(Dimension::Country, country), (Dimension::Family, family)] {
                let sum = sums.entry((key.0, key.1.to_string())).or_default();
                sum.checks += part.checks;
                sum.failed += part.failed;
                sum.findings += part.findings;
            }
        }
        let mut failed = 0;
        for dimension in [Dimension::Country, Dimension::Family] {
            for group in audit.table(dimension) {
                let numbers = &group.numbers;
                let expected = Part {
                    checks: numbers.checks,
                    failed: numbers.failed,
                    findings: numbers.findings.counting(),
                };
                let sum = sums.remove(&(dimension, group.key.to_string()));
                assert_eq!(
                    sum.unwrap_or_default(),
                    expected,
                    "{dimension:?} {}",
                    group.key
                );
                failed += expected.failed;
            }
        }
        assert!(failed > 0);
        sums.retain(|_, part| part.checks != Tally::default() || part.findings > 0);
        assert!(sums.is_empty(), "{sums:?}");
    }
}

#[test]
fn every_mission_links_to_its_sheet() {
    let folder = both();
    folder.edit(
        "missions/mli/people.json",
        "\"role\": \"programme-manager\"",
        "\"role\": \"programme-managr\"",
    );
    let run = folder.run(&[
        "audit",
        "missions",
        "-o",
        "out/audit.html",
        "--sheets",
        "sheets of all",
    ]);
    assert!(run.out.is_empty(), "{run:?}");
    let page = folder.read("out/audit.html");
    for mission in ["mli", "eth"] {
        assert!(page.contains(&format!("href=\"../sheets%20of%20all/{mission}.html\"")));
        let sheet = folder.read(&format!("sheets of all/{mission}.html"));
        let other = if mission == "mli" {
            "missions/eth/"
        } else {
            "missions/mli/"
        };
        assert!(!sheet.contains(other), "{mission}");
        let is_ready = sheet.contains("section class=\"verdict ready\"");
        let data = audit(&folder, &["missions"]);
        let groups = data["groups"]["mission"].as_array().unwrap();
        let group = groups.iter().find(|group| group["key"] == mission).unwrap();
        assert_eq!(is_ready, group["ready"] == 1, "{mission}");
    }
    assert!(
        page.contains("id=\"rule-value-not-allowed\"") && page.contains("#rule-value-not-allowed")
    );
    let again = folder.read("out/audit.html");
    folder.run(&[
        "audit",
        "missions",
        "-o",
        "out/audit.html",
        "--sheets",
        "sheets of all",
    ]);
    assert_eq!(
        folder.read("out/audit.html"),
        again,
        "the same records make another page"
    );
}

/// What may be of any mission keeps each from being called ready.
#[test]
fn nothing_unread_looks_clean() {
    let folder = both();
    let arguments = [
        "audit",
        "missions",
        "-o",
        "a.html",
        "--sheets",
        "s",
        "not-there.json",
    ];
    let run = folder.run(&arguments);
    assert_eq!(run.code, Some(2), "{run:?}");
    let page = folder.read("a.html");
    assert!(page.contains("section class=\"verdict not-ready\""));
    assert!(!page.contains("data-state=\"ready\""));
    assert!(page.contains("not-there.json"));
    for mission in ["mli", "eth"] {
        let sheet = folder.read(&format!("s/{mission}.html"));
        assert!(
            sheet.contains("section class=\"verdict not-ready\""),
            "{mission}"
        );
    }
}

/// Which rules they are of, and in which missions, is told where the count leads.
#[test]
fn accepted_findings_are_told_by_rule_and_mission() {
    let folder = both();
    let plain = folder.run(&["audit", "missions", "--format", "html"]).out;
    assert!(!plain.contains("Accepted findings"));
    let rule = audit(&folder, &["missions"])["findings"][0]["rule"].clone();
    let rule = rule.as_str().unwrap();
    folder.write(
        "missionlint.toml",
        format!("{SETTINGS}[audit]\nwarn_if = [\"suppressed > 0\"]\n[[allow]]\nrule = \"{rule}\"\npath = \"**\"\nreason = \"r\"\n"),
    );
    let data = audit(&folder, &["missions"]);
    let page = folder.run(&["audit", "missions", "--format", "html"]).out;
    let groups = |dimension: &str| data["groups"][dimension].as_array().unwrap().iter();
    let rules = rows(&page, "data-dimension=\"rule\"");
    let of_rule = groups("rule").find(|group| group["key"] == rule).unwrap();
    let accepted = of_rule["findings"]["suppressed"].as_u64().unwrap();
    assert!(accepted > 0);
    assert_eq!(rules[rule].last(), Some(&json!(accepted)));
    let missions = groups("mission").filter(|group| group["findings"]["suppressed"] != 0);
    let told = page.matches("Accepted findings</span>").count();
    assert!(told >= missions.count() + 2, "{told}");
    // A limit that only warns is not shown as an error.
    let class = page
        .split("<li class=\"")
        .find(|item| item.contains("href=\"#limits\"") && item.contains("Thresholds broken"));
    assert!(class.unwrap().starts_with("warning"));
    assert!(page.contains("<li class=\"ok\"><a href=\"#rules\">"));
}

#[test]
fn thresholds_and_changes_are_told() {
    let folder = both();
    folder.run(&["audit", "missions", "-o", "old.json"]);
    folder.edit(
        "missions/mli/people.json",
        "\"role\": \"programme-manager\"",
        "\"role\": \"programme-managr\"",
    );
    folder.write(
        "missionlint.toml",
        format!("{SETTINGS}[audit]\nwarn_if = [\"errors > 0\"]\n[audit.mission]\nerror_if = [\"findings > 10000\"]\n"),
    );
    let outputs = ["-o", "a.html", "-o", "a.json"];
    folder.run(
        &[
            &["audit", "missions", "--compare", "old.json"][..],
            &outputs,
        ]
        .concat(),
    );
    let data: Value = serde_json::from_str(&folder.read("a.json")).unwrap();
    let page = folder.read("a.html");
    let limits = page.split("id=\"limits\"").nth(1).unwrap();
    let limits = limits.split("</section>").next().unwrap();
    assert!(
        limits.contains("errors &gt; 0") && limits.contains("broken by 1 of 1"),
        "{limits}"
    );
    assert!(
        limits.contains("findings &gt; 10000") && limits.contains("kept by all 2"),
        "{limits}"
    );
    let since = page.split("id=\"since\"").nth(1).unwrap();
    let since = since.split("</section>").next().unwrap();
    let news = &data["compared"]["news"];
    let told = format!(
        "{} new, {} gone, {} unchanged",
        news["appeared"], news["gone"], news["kept"]
    );
    assert!(news["appeared"].as_u64() > Some(0));
    assert!(
        since.contains("settings") && since.contains(&told),
        "{since}"
    );
}

/// Sentences whose id is put together from a code exist for every code.
#[test]
fn every_code_has_its_words() {
    let messages = Messages::new(Language::English);
    let metrics = Metric::ALL.map(|metric| format!("atlas-metric-{}", metric.code()));
    let dimensions = Dimension::ALL.map(|it| format!("atlas-dimension-{}", it.code()));
    let differences = [
        "as-of",
        "tool-version",
        "policy",
        "policy-mode",
        "configs",
        "select",
        "ignore",
        "paths",
    ];
    let differences = differences.map(|name| format!("atlas-differs-{name}"));
    for id in metrics.iter().chain(&dimensions).chain(&differences) {
        assert_ne!(&messages.say(id, &[]), id, "there is no {id}");
    }
}
