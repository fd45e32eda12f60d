//! An audit that was stopped before everything was judged looks no better than one that was not.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::sync::Arc;
use std::sync::atomic::Ordering::Relaxed;

use missionlint::audit::{Audit, Dimension, Group, parse_audit};
use missionlint::catalogue::Scope;
use missionlint::config;
use missionlint::engine::{Describe, Input, Means, Progress, Request, check_within};
use missionlint::message::{Language, Messages};
use missionlint::output::{AuditFormat, Format, render, render_audit, run_data};
use missionlint::report::Report;
use missionlint::rules;
use missionlint::schema::Contract;
use serde_json::Value;

use crate::audit::assert_sums;
use crate::cases;
use crate::look::ROOMY;
use crate::scale::input;
use crate::tool::Folder;

/// Countries of the missions, in turn, with the offices that cover them; none where the record may not be seen.
const PLACES: [Option<(&str, &str)>; 3] =
    [Some(("MLI", "ro-dakar")), Some(("ETH", "ro-nairobi")), None];

/// Records, and files or lines, of each mission.
const RECORDS: u64 = 7;
const TEXTS: u64 = 6;

/// The records of a mission by themselves, one of them with a key that is there twice, and one with a key that nobody
/// knows.
fn records(number: usize) -> Vec<String> {
    let mission = name(number);
    let head = format!("\"mission\": \"{mission}\"");
    let (country, class) =
        PLACES[number % PLACES.len()].map_or(("MLI", "restricted"), |it| (it.0, "internal"));
    let record = format!(
        "{{\"kind\": \"mission\", \"id\": \"{mission}\", {head}, \"classification\": \"{class}\", \"countries\": [\"{country}\"]}}"
    );
    let person = |id: &str, more: &str| {
        format!("{{\"kind\": \"person\", {head}, \"id\": \"{id}\", \"assignments\": []{more}}}")
    };
    let envelope = format!(
        "{{{head}, \"kind\": \"person\", \"records\": [{{\"id\": \"P-4\", \"assignments\": []}}, {{\"id\": \"P-5\", \"assignments\": []}}]}}"
    );
    vec![
        record,
        person("P-1", ", \"rank\": 1"),
        person("P-2", ", \"id\": \"P-2\""),
        person("P-3", ""),
        envelope,
        person("P-6", ""),
    ]
}

fn name(number: usize) -> String {
    format!("m{number:03}")
}

/// A layout of the records of so many missions.
type Layout = fn(usize) -> Vec<Input>;

fn files(missions: usize) -> Vec<Input> {
    let of_mission = |number: usize| {
        let texts = records(number).into_iter().enumerate();
        texts.map(move |(at, text)| input(&format!("{}/{at}.json", name(number)), text))
    };
    (0..missions).flat_map(of_mission).collect()
}

fn adjacent(missions: usize) -> Vec<Input> {
    let lines = (0..missions).flat_map(records);
    vec![input("all.ndjson", lines.collect::<Vec<_>>().join("\n"))]
}

fn mixed(missions: usize) -> Vec<Input> {
    let all: Vec<Vec<String>> = (0..missions).map(records).collect();
    let turns = 0..all[0].len();
    let lines = turns.flat_map(|turn| all.iter().map(move |records| records[turn].as_str()));
    vec![input("all.ndjson", lines.collect::<Vec<_>>().join("\n"))]
}

const LAYOUTS: [(&str, Layout); 3] = [("files", files), ("adjacent", adjacent), ("mixed", mixed)];

/// What is of no mission, or of several at once.
fn odd_ones() -> Vec<Input> {
    let shared = format!("[{}, {}]", records(0)[3], records(1)[3]);
    vec![
        input(
            "odd/contact.json",
            "{\"kind\": \"contact\", \"id\": \"C-1\"}",
        ),
        input("odd/empty.json", "[]"),
        input("odd/shared.json", shared.replace("P-3", "P-9")),
        input(
            "odd/astray.ndjson",
            "{\"kind\": \"person\"}\n\n[]\n{\"kind\": \n",
        ),
    ]
}

fn request() -> Request {
    Request {
        describe: Describe::Counts,
        reveal: false,
        ..cases::request()
    }
}

fn whole(inputs: Vec<Input>) -> Report {
    check_within(inputs, &request(), &Contract::default(), &Means::default())
}

/// The report of a run that is stopped when so many units are judged, or comes to its end before.
fn stopped_once(inputs: &[Input], memory: u64, after: u64) -> Report {
    let progress = Arc::new(Progress::default());
    let means = Means {
        memory,
        early: false,
        progress: progress.clone(),
        ..Means::default()
    };
    let watching = std::thread::spawn(move || {
        while !progress.is_stopped() {
            let is_enough = progress.judged.load(Relaxed) >= after;
            progress.stop.store(is_enough, Relaxed);
            std::thread::yield_now();
        }
    });
    let report = check_within(inputs.to_vec(), &request(), &Contract::default(), &means);
    means.progress.stop.store(true, Relaxed);
    watching.join().unwrap();
    report
}

/// The same of a run that is stopped in the midst: of some missions nothing is known.
fn stopped(inputs: &[Input], memory: u64, after: u64) -> Report {
    for _ in 0..50 {
        let report = stopped_once(inputs, memory, after);
        if !report.counts.is_empty() && report.not_judged.len() > 3 {
            return report;
        }
    }
    panic!(
        "never stopped in the midst of judging {} files, {memory}, {after}",
        inputs.len()
    );
}

/// The numbers of the missions that were judged.
fn judged(report: &Report) -> BTreeSet<usize> {
    let missions = report.counts.iter().filter(|counts| counts.records > 0);
    let missions = missions.filter_map(|counts| counts.id.as_deref());
    missions
        .filter_map(|id| id.trim_start_matches('m').parse().ok())
        .collect()
}

fn rate(group: &Group) -> (u64, u64) {
    (group.numbers.failed, group.numbers.checks.applicable)
}

fn by_key(audit: &Audit, dimension: Dimension) -> BTreeMap<&str, &Group> {
    let groups = audit.table(dimension).iter();
    groups.map(|group| (&*group.key, group)).collect()
}

#[test]
fn checks_of_missions_that_were_not_judged_count_nowhere() {
    let missions = 150;
    for (name, layout) in LAYOUTS {
        for memory in [2_000, u64::MAX] {
            let inputs = layout(missions);
            let all = whole(inputs.clone());
            assert!(all.not_judged.is_empty());
            let of_all = Audit::of(&all, false);
            let report = stopped(&inputs, memory, 3);
            let audit = Audit::of(&report, false);
            assert_sums(&report, &audit);
            let known = judged(&report).len() as u64;
            assert_eq!(report.inputs.records as u64, RECORDS * missions as u64);
            for count in &report.rules {
                let expected = match count.rule.scope {
                    Scope::Record => RECORDS * known,
                    Scope::Document => TEXTS * known,
                    _ => continue,
                };
                let tally = count.tally;
                assert_eq!(tally.run, expected, "{name} {memory} {}", count.rule.id);
                assert_eq!(tally.applicable, expected);
            }
            let nowhere = by_key(&audit, Dimension::Mission).get("none").copied();
            assert_eq!(nowhere.map_or(0, |it| it.numbers.checks.applicable), 0);

            // What was judged has the numbers that it has in a run that comes to its end.
            let (now, then) = (
                by_key(&audit, Dimension::Mission),
                by_key(&of_all, Dimension::Mission),
            );
            let all_judged = judged(&report);
            for number in 0..missions {
                let mission = self::name(number);
                let is_judged = all_judged.contains(&number);
                let (now, then) = (now[&*mission], then[&*mission]);
                let counted = now.numbers.missions.unwrap();
                assert_eq!((counted.all, now.numbers.records), (1, Some(RECORDS)));
                assert_eq!(counted.not_judged, u64::from(!is_judged), "{mission}");
                if is_judged {
                    assert_eq!(now.numbers, then.numbers, "{name} {mission}");
                } else {
                    assert_eq!((rate(now), counted.ready), ((0, 0), 0), "{name} {mission}");
                    assert_eq!(now.numbers.findings.counting(), 0);
                }
                assert_eq!(now.within, then.within, "{name} {mission}");
            }
        }
    }
}

#[test]
fn missions_that_were_not_judged_stand_in_the_groups_of_their_places() {
    let missions = 150;
    for (name, layout) in LAYOUTS {
        for memory in [2_000, u64::MAX] {
            let report = stopped(&layout(missions), memory, 3);
            let audit = Audit::of(&report, false);
            let known = judged(&report);
            let left = (0..missions).filter(|number| !known.contains(number));
            let mut expected: BTreeMap<(&str, &str), u64> = BTreeMap::new();
            for number in left {
                let place = PLACES[number % PLACES.len()].unwrap_or(("masked", "masked"));
                *expected.entry(place).or_default() += 1;
            }
            let (countries, offices) = (
                by_key(&audit, Dimension::Country),
                by_key(&audit, Dimension::RegionalOffice),
            );
            assert_eq!(expected.len(), PLACES.len());
            for ((country, office), left) in expected {
                for group in [countries[country], offices[office]] {
                    let missions = group.numbers.missions.unwrap();
                    assert_eq!(missions.not_judged, left, "{name} {country}");
                    assert_eq!(missions.all, 50);
                }
            }
        }
    }
}

#[test]
fn sums_hold_whenever_a_run_is_stopped() {
    for (name, layout) in LAYOUTS {
        for memory in [2_000, u64::MAX] {
            for after in [1, 2, 20] {
                let inputs = [layout(60), odd_ones()].concat();
                let report = stopped(&inputs, memory, after);
                let audit = Audit::of(&report, false);
                assert_sums(&report, &audit);
                let cross = audit.by_country_and_family(&report);
                let checks: u64 = cross.values().map(|part| part.checks.applicable).sum();
                assert_eq!(checks, audit.totals.checks.applicable, "{name} {after}");
            }
        }
    }
}

#[test]
fn nothing_is_checked_in_a_run_that_is_stopped_while_it_reads() {
    let means = Means::default();
    means.progress.stop.store(true, Relaxed);
    let inputs = files(5);
    let report = check_within(inputs, &request(), &Contract::default(), &means);
    let mut audit = Audit::of(&report, false);
    assert_sums(&report, &audit);
    assert!(audit.is_partial && audit.totals.checks.applicable == 0);
    audit.compare_with_thresholds(&thresholds("[audit]\nerror_if = [\"errors > 0\"]\n"));
    assert_eq!(audit.thresholds[0].not_judged, 1);
    // Nobody has heard of the group: it may be in what was not read.
    audit.compare_with_thresholds(&thresholds(
        "[audit.country.SYR]\nerror_if = [\"errors > 0\"]\n",
    ));
    assert_eq!(audit.thresholds[0].groups, 0);
    assert_eq!(audit.thresholds[0].not_judged, 1);
}

fn thresholds(settings: &str) -> Vec<config::Threshold> {
    let settings = config::parse(settings, &rules::catalogue()).unwrap();
    settings.audit
}

#[test]
fn whether_a_threshold_is_kept_is_not_known_where_something_was_not_judged() {
    let settings = "[audit]\nwarn_if = [\"errors > 100000\", \"missions > 1\"]\n\
        [audit.country]\nerror_if = [\"failure-rate > 99%\"]\n\
        [audit.mission]\nerror_if = [\"errors > 100000\"]\n\
        [audit.country.MLI]\nerror_if = [\"ready < 100%\"]\n\
        [audit.family]\nerror_if = [\"blocked > 100000\"]\n";
    let report = stopped(&files(150), u64::MAX, 3);
    let mut audit = Audit::of(&report, false);
    audit.compare_with_thresholds(&thresholds(settings));
    let told: Vec<(String, u64, usize)> = audit
        .thresholds
        .iter()
        .map(|it| (it.threshold.table(), it.not_judged, it.breaches.len()))
        .collect();
    let left = report.not_judged.len() as u64;
    let families = audit.table(Dimension::Family).len() as u64;
    let expected = [
        ("audit", 1, 0),
        ("audit", 0, 1),
        ("audit.country", 3, 0),
        ("audit.mission", left, 0),
        ("audit.country.MLI", 0, 1),
        ("audit.family", families, 0),
    ];
    let expected = expected.map(|(table, left, broken)| (table.to_owned(), left, broken));
    let (mut told, mut expected) = (told, expected.to_vec());
    told.sort();
    expected.sort();
    assert_eq!(told, expected);
    let mut kept = Audit::of(&whole(files(6)), false);
    kept.compare_with_thresholds(&thresholds(settings));
    assert!(kept.thresholds.iter().all(|it| it.not_judged == 0));
}

fn rendered(report: &Report, audit: &Audit, format: AuditFormat) -> String {
    let mut bytes = Vec::new();
    let messages = Messages::new(Language::English);
    render_audit(report, audit, &messages, (format, false), &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

#[test]
fn every_form_tells_what_was_not_judged() {
    let report = stopped(&files(150), u64::MAX, 3);
    let mut audit = Audit::of(&report, false);
    audit.compare_with_thresholds(&thresholds(
        "[audit.country]\nerror_if = [\"failure-rate > 99%\"]\n",
    ));
    let left = report.not_judged.len();
    let json: Value = serde_json::from_str(&rendered(&report, &audit, AuditFormat::Json)).unwrap();
    assert_eq!(json["totals"]["not_judged"], left);
    assert_eq!(json["totals"]["missions"], 150);
    assert_eq!(json["thresholds"][0]["not_judged"], 3);
    let folder = Folder::new().with("audit.json", json.to_string());
    folder.write("s/audit.schema.json", folder.run(&["schema", "audit"]).out);
    let checked = folder.report(&["--schema", "s/audit.schema.json", "audit.json"]);
    assert_eq!(checked["findings"], serde_json::json!([]));

    let table = rendered(&report, &audit, AuditFormat::AggregatesCsv);
    assert!(table.contains(&format!("total,,not-judged,count,{left},")));
    let page = rendered(&report, &audit, AuditFormat::Html);
    for told in [
        format!("{left} missions were not judged"),
        "data-state=\"not-judged\"".to_owned(),
        "The run did not come to its end".to_owned(),
        "for 3 groups not known".to_owned(),
    ] {
        assert!(page.contains(&told), "{told}");
    }
    let all_checked = Messages::new(Language::English).say("review-all-checked", &[]);
    assert!(!page.contains(&all_checked));
    let mut sheet = Vec::new();
    let messages = Messages::new(Language::English);
    render(&report, &messages, Format::Html, ROOMY, &mut sheet).unwrap();
    let sheet = String::from_utf8(sheet).unwrap();
    assert!(sheet.contains(&format!("{left} missions were not judged")));
    assert!(!sheet.contains(&all_checked));
    let of_all = whole(files(6));
    let page = rendered(&of_all, &Audit::of(&of_all, false), AuditFormat::Html);
    assert!(!page.contains("not-judged"), "only where it is so");
}

/// What one of the audits has not judged has neither come nor gone.
#[test]
fn what_was_not_judged_is_neither_new_nor_gone() {
    let inputs = files(150);
    let (all, some) = (whole(inputs.clone()), stopped(&inputs, u64::MAX, 3));
    let messages = Messages::new(Language::English);
    let names: Vec<String> = some
        .not_judged
        .iter()
        .filter_map(|left| left.mission.as_deref().map(str::to_owned))
        .collect();
    for (before, after, is_stopped_before) in [(&all, &some, false), (&some, &all, true)] {
        let earlier = rendered(before, &Audit::of(before, false), AuditFormat::Json);
        let earlier = parse_audit(&earlier).unwrap();
        let mut audit = Audit::of(after, false);
        audit.compare_with(&earlier, after, &run_data(after, &messages));
        // What a stopped audit lacks is no change for the better.
        let table = rendered(after, &audit, AuditFormat::AggregatesCsv);
        let mut lines = table.lines();
        let head: Vec<&str> = lines.next().unwrap().split(',').collect();
        let change = head.iter().position(|name| *name == "change").unwrap();
        let totals: Vec<&str> = lines.filter(|line| line.starts_with("total,")).collect();
        assert!(!totals.is_empty());
        for line in totals {
            assert_eq!(line.split(',').nth(change), Some(""), "{line}");
        }
        let comparison = audit.comparison.as_ref().unwrap();
        assert_eq!((comparison.news.appeared, comparison.news.gone), (0, 0));
        assert_eq!(comparison.news.kept, some.counting().count() as u64);
        let (alone, none) = if is_stopped_before {
            (&comparison.joined, &comparison.left)
        } else {
            (&comparison.left, &comparison.joined)
        };
        let alone: Vec<&str> = alone.iter().map(|it| it.mission.as_str()).collect();
        assert_eq!(alone, names);
        assert!(none.is_empty() && comparison.is_incomplete(&audit.totals));
    }
}

/// A class that may have been lost, and countries that cannot be read, tell nothing.
#[test]
fn what_may_not_be_seen_of_a_mission_that_was_not_judged_stays_hidden() {
    let mut inputs = files(60);
    let record = |class: &str, countries: &str| {
        format!(
            "{{\"kind\": \"mission\", \"id\": \"zzz\", \"mission\": \"zzz\", \"classification\": \"{class}\", \"countries\": {countries}}}"
        )
    };
    for (text, expected) in [
        (record("internal", "[\"MLI\"]"), "MLI"),
        (record("restricted", "[\"MLI\"]"), "masked"),
        (record("restrict", "[\"MLI\"]"), "masked"),
        (record("internal", "[\"MLI\", \"Secretland\"]"), "unknown"),
        (record("internal", "\"MLI\""), "unknown"),
        (record("internal", "[]"), "unknown"),
        (
            format!("[{0}, {0}]", record("internal", "[\"MLI\"]")),
            "unknown",
        ),
    ] {
        inputs.retain(|input| !input.path.starts_with("zzz"));
        inputs.push(input("zzz.json", text.clone()));
        // The last mission is judged last, or nearly so.
        let report = loop {
            let report = stopped(&inputs, 2_000, 1);
            let mut left = report.not_judged.iter();
            if left.any(|left| left.mission.as_deref() == Some("zzz")) {
                break report;
            }
        };
        let audit = Audit::of(&report, false);
        let mut told = String::new();
        for (dimension, key) in &by_key(&audit, Dimension::Mission)["zzz"].within {
            let _ = write!(told, "{} {key};", dimension.code());
        }
        assert!(
            told.contains(&format!("country {expected};")),
            "{text}: {told}"
        );
        let json = rendered(&report, &audit, AuditFormat::Json);
        assert!(!json.contains("Secretland"));
    }
}
