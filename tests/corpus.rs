//! The linter against corpora whose truth is known: what was planted is found, at its exact place, and nothing else.
//!
//! The generator shares nothing with the linter, so a disagreement is a mistake in one of the two.

#[path = "corpus/cached.rs"]
mod cached;
#[path = "generator/mod.rs"]
mod generator;
#[path = "suite/look.rs"]
mod look;

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use generator::{Layout, Options, Summary};
use serde_json::Value;

type Tested = Result<(), Box<dyn Error>>;

const LAYOUTS: [Layout; 3] = [Layout::Files, Layout::Ndjson, Layout::NdjsonInterleaved];

/// So many missions with 46 months of meetings are more than 200,000 files.
const MANY: usize = 680;

/// Seeds, with the number of months that their meetings cover.
const SEEDS: [(u64, usize); 3] = [(1, 7), (2, 3), (3, 10)];

/// The entries of the catalogue that no fault is planted for, with the reason.
const NOT_PLANTED: [(&[&str], &str); 4] = [
    (
        &["packed-file-unread"],
        "about archives, and these corpora are none",
    ),
    (
        &[
            "not-a-multiple",
            "not-allowed-here",
            "no-form-fits",
            "several-forms-fit",
            "schema-mismatch",
        ],
        "no schema of a record uses what these are about; only schemas of others do",
    ),
    (
        &[
            "schema-invalid",
            "schema-unknown-draft",
            "schema-unresolved-reference",
            "schema-unsupported-pattern",
            "schema-unknown-keyword",
            "schema-endless-reference",
            "schema-ignored-keyword",
            "schema-unknown-format",
        ],
        "about schemas, not about records",
    ),
    (
        &[
            "config-syntax",
            "config-unknown-key",
            "config-invalid-value",
            "config-unreadable-file",
            "allow-invalid",
            "allow-expired",
            "allow-unused",
            "baseline-invalid",
            "baseline-unused",
            "setting-held-back",
        ],
        "about the configuration, not about records",
    ),
];

/// A corpus in a directory of its own, which goes with it.
struct Corpus {
    root: PathBuf,
    summary: Summary,
}

impl Corpus {
    fn new(name: &str, options: &Options) -> Result<Self, Box<dyn Error>> {
        let folder = format!("corpus-{name}-{}-{:?}", options.seed, options.layout);
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(folder);
        if root.exists() {
            fs::remove_dir_all(&root)?;
        }
        let summary = generator::generate(options, &root)?;
        Ok(Self { root, summary })
    }

    fn data(&self) -> PathBuf {
        self.root.join("data")
    }

    /// The expected findings, one line each, in order.
    fn truth(&self, line: impl Fn(&Value) -> String) -> Result<Vec<String>, Box<dyn Error>> {
        let text = fs::read_to_string(self.root.join("truth.jsonl"))?;
        let mut lines = Vec::new();
        for truth in text.lines() {
            lines.push(line(&serde_json::from_str(truth)?));
        }
        lines.sort();
        Ok(lines)
    }

    /// Runs the linter in the data directory.
    fn run(&self, arguments: &[&str], threads: usize) -> Result<String, Box<dyn Error>> {
        let output = Command::new(env!("CARGO_BIN_EXE_missionlint"))
            .env("LC_ALL", "C")
            .args(arguments)
            .args(["--format", "json", "--reveal", "--fail-on", "never"])
            .current_dir(self.data())
            .env("RAYON_NUM_THREADS", threads.to_string())
            .output()?;
        if !output.status.success() {
            let complaint = String::from_utf8_lossy(&output.stderr);
            return Err(format!("{}: {complaint}", output.status).into());
        }
        Ok(String::from_utf8(output.stdout)?)
    }

    /// The JSON report on some paths below the data directory.
    fn check(&self, paths: &[String], threads: usize) -> Result<String, Box<dyn Error>> {
        let paths = paths.iter().map(String::as_str);
        let arguments: Vec<&str> = std::iter::once("check").chain(paths).collect();
        self.run(&arguments, threads)
    }

    fn report(&self) -> Result<Value, Box<dyn Error>> {
        Ok(serde_json::from_str(&self.run(&["check", "."], 2)?)?)
    }

    fn audit(&self) -> Result<Value, Box<dyn Error>> {
        Ok(serde_json::from_str(&self.run(&["audit", "."], 2)?)?)
    }
}

impl Drop for Corpus {
    fn drop(&mut self) {
        // What cannot be removed is overwritten by the next run.
        drop(fs::remove_dir_all(&self.root));
    }
}

fn entries<'r>(report: &'r Value, key: &str) -> impl Iterator<Item = &'r Value> {
    report[key].as_array().into_iter().flatten()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// A finding in one line: what it is, where it begins, and its mission. So it is in the truth and in an audit.
fn told(finding: &Value) -> String {
    format!(
        "{} {} {}:{}:{} in {}",
        text(&finding["severity"]),
        text(&finding["rule"]),
        text(&finding["path"]),
        finding["line"],
        finding["column"],
        text(&finding["mission"]),
    )
}

/// An expected finding in one line, with all that is known about it.
fn told_in_full(truth: &Value) -> String {
    let because: Vec<&str> = entries(truth, "because").map(text).collect();
    format!(
        "{} -{}:{} {} {because:?}",
        told(truth),
        truth["end_line"],
        truth["end_column"],
        text(&truth["pointer"])
    )
}

/// The findings of a report, as [`told_in_full`].
fn found(report: &Value) -> Vec<String> {
    let flat = |finding: &Value| {
        let place = &finding["location"];
        let because = entries(finding, "because").map(|one| one["rule"].clone());
        serde_json::json!({
            "severity": finding["severity"], "rule": finding["rule"], "mission": finding["mission"],
            "path": place["path"], "pointer": place["pointer"],
            "line": place["start"]["line"], "column": place["start"]["column"],
            "end_line": place["end"]["line"], "end_column": place["end"]["column"],
            "because": because.collect::<Vec<_>>(),
        })
    };
    let mut lines: Vec<String> = entries(report, "findings")
        .map(|finding| told_in_full(&flat(finding)))
        .collect();
    lines.sort();
    lines
}

/// What is in one list more often than in the other; few, to be read.
fn differences(expected: &[String], found: &[String]) -> Vec<String> {
    let mut balance: BTreeMap<&str, i32> = BTreeMap::new();
    for line in expected {
        *balance.entry(line).or_default() -= 1;
    }
    for line in found {
        *balance.entry(line).or_default() += 1;
    }
    let uneven = balance.iter().filter(|(_, count)| **count != 0);
    let lines = uneven.map(|(line, count)| match count {
        ..0 => format!("missing: {line}"),
        _ => format!("invented: {line}"),
    });
    lines.take(20).collect()
}

/// Small corpora, one for each seed.
fn small(seed: u64, months: usize, errors: f64, layout: Layout) -> Options {
    Options {
        missions: 9,
        months,
        errors,
        seed,
        layout,
    }
}

fn numbers_agree(corpus: &Corpus, report: &Value) {
    let inputs = &report["run"]["inputs"];
    assert_eq!(inputs["files"], corpus.summary.files, "files");
    assert_eq!(inputs["records"], corpus.summary.records, "records");
    assert_eq!(inputs["bytes"], corpus.summary.bytes, "bytes");
    assert_eq!(inputs["missions"], corpus.summary.missions, "missions");
}

/// What applied was done or blocked.
fn every_check_is_counted(checks: &Value) {
    let number = |key: &str| checks[key].as_u64().unwrap_or(u64::MAX / 4);
    assert_eq!(
        number("applicable"),
        number("run") + number("blocked"),
        "{checks}"
    );
}

#[test]
fn clean_corpora_have_no_finding() -> Tested {
    for layout in LAYOUTS {
        for (seed, months) in SEEDS {
            let corpus = Corpus::new("clean", &small(seed, months, 0.0, layout))?;
            let report = corpus.report()?;
            assert_eq!(
                found(&report),
                Vec::<String>::new(),
                "{layout:?}, seed {seed}"
            );
            assert_eq!(
                entries(&report, "not_checked").count(),
                0,
                "{layout:?}, seed {seed}: {}",
                report["not_checked"]
            );
            assert_eq!(report["summary"]["verdict"], "ready");
            numbers_agree(&corpus, &report);
        }
    }
    Ok(())
}

/// The findings are those that are expected, each as often, and there are no others.
fn agree(corpus: &Corpus, expected: &[String], found: &[String]) -> Tested {
    assert_eq!(expected.len(), corpus.summary.findings);
    let differences = differences(expected, found);
    if !differences.is_empty() {
        let root = corpus.root.display();
        return Err(format!("{root}:\n{}", differences.join("\n")).into());
    }
    Ok(())
}

#[test]
fn planted_faults_are_found_and_nothing_else() -> Tested {
    for layout in LAYOUTS {
        for (seed, months) in SEEDS {
            let corpus = Corpus::new("faulty", &small(seed, months, 0.1, layout))?;
            let report = corpus.report()?;
            agree(&corpus, &corpus.truth(told_in_full)?, &found(&report))?;
            numbers_agree(&corpus, &report);
            for rule in entries(&report, "rules") {
                every_check_is_counted(rule);
            }
        }
    }
    Ok(())
}

type Groups = BTreeMap<String, u64>;

/// How many findings an audit counts in each group of a dimension, without empty groups.
fn counted(audit: &Value, dimension: &str) -> Groups {
    let mut groups = Groups::new();
    for group in entries(&audit["groups"], dimension) {
        every_check_is_counted(&group["checks"]);
        let findings = ["error", "warning", "advice", "suppressed"]
            .map(|severity| group["findings"][severity].as_u64().unwrap_or(u64::MAX / 8));
        groups.insert(text(&group["key"]).to_owned(), findings.iter().sum());
    }
    groups.retain(|_, count| *count > 0);
    groups
}

/// The totals that the generator counted, without empty groups.
fn totals(corpus: &Corpus) -> Result<BTreeMap<String, Groups>, Box<dyn Error>> {
    let text = fs::read_to_string(corpus.root.join("totals.json"))?;
    let mut totals: BTreeMap<String, Groups> = serde_json::from_str(&text)?;
    for groups in totals.values_mut() {
        groups.retain(|_, count| *count > 0);
    }
    Ok(totals)
}

/// Missions all over the world with faults in about 5 % of their records.
fn world(missions: usize, months: usize, layout: Layout) -> Options {
    Options {
        missions,
        months,
        errors: 0.05,
        seed: 1,
        layout,
    }
}

/// An audit of such missions finds the truth; gives the number of files.
fn audit_finds_the_truth(options: &Options) -> Result<usize, Box<dyn Error>> {
    let corpus = Corpus::new("world", options)?;
    let audit = corpus.audit()?;
    let mut found: Vec<String> = entries(&audit, "findings").map(told).collect();
    found.sort();
    agree(&corpus, &corpus.truth(told)?, &found)?;
    numbers_agree(&corpus, &audit);
    let totals = totals(&corpus)?;
    for (dimension, groups) in [
        ("rule", "rules"),
        ("mission", "missions"),
        ("country", "countries"),
        ("regional_office", "regional_offices"),
    ] {
        let lines = |groups: &Groups| -> Vec<String> {
            let lines = groups
                .iter()
                .map(|(group, count)| format!("{group}: {count}"));
            lines.collect()
        };
        let expected = lines(&totals[groups]);
        let differences = differences(&expected, &lines(&counted(&audit, dimension)));
        assert!(
            differences.is_empty(),
            "{dimension}:\n{}",
            differences.join("\n")
        );
    }
    for (severity, count) in &totals["severities"] {
        let found = &audit["totals"]["findings"][severity];
        assert_eq!(found, count, "{severity}");
    }
    everything_is_planted(&totals["rules"])?;
    Ok(corpus.summary.files)
}

/// Every entry of the catalogue is planted, or there is a reason why it cannot be.
fn everything_is_planted(rules: &Groups) -> Tested {
    let output = Command::new(env!("CARGO_BIN_EXE_missionlint"))
        .env("LC_ALL", "C")
        .args(["rules", "--format", "json"])
        .output()?;
    let catalogue: Value = serde_json::from_slice(&output.stdout)?;
    let known: BTreeSet<&str> = entries(&catalogue, "rules")
        .filter_map(|rule| rule["id"].as_str())
        .collect();
    let excused: BTreeSet<&str> = NOT_PLANTED
        .iter()
        .flat_map(|(rules, _)| *rules)
        .copied()
        .collect();
    for rule in &known {
        let planted = rules.contains_key(*rule);
        assert!(
            planted != excused.contains(rule),
            "{rule}: planted: {planted}"
        );
    }
    let planted = rules.keys().map(String::as_str).chain(excused);
    let unknown: Vec<&str> = planted.filter(|rule| !known.contains(rule)).collect();
    assert_eq!(unknown, Vec::<&str>::new(), "not in the catalogue");
    Ok(())
}

#[test]
fn an_audit_of_twenty_thousand_files_finds_the_truth() -> Tested {
    let files = audit_finds_the_truth(&world(168, 15, Layout::Files))?;
    assert!(files >= 20_000, "{files}");
    Ok(())
}

/// `cargo test --release --test corpus -- --ignored`
#[test]
#[ignore = "takes minutes, and gigabytes of disk, unless optimised"]
fn an_audit_of_two_hundred_thousand_files_finds_the_truth() -> Tested {
    let files = audit_finds_the_truth(&world(MANY, 46, Layout::Files))?;
    assert!(files >= 200_000, "{files}");
    audit_finds_the_truth(&world(MANY, 46, Layout::Ndjson))?;
    audit_finds_the_truth(&world(MANY, 46, Layout::NdjsonInterleaved))?;
    Ok(())
}

/// Every second file first, then the others from the last to the first.
fn shuffled(mut paths: Vec<String>) -> Vec<String> {
    paths.sort();
    let (mut even, mut odd) = (Vec::new(), Vec::new());
    for (position, path) in paths.into_iter().enumerate() {
        if position % 2 == 0 {
            even.push(path);
        } else {
            odd.push(path);
        }
    }
    odd.reverse();
    even.append(&mut odd);
    even
}

fn files_below(folder: &Path, root: &Path, paths: &mut Vec<String>) -> Tested {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            files_below(&path, root, paths)?;
        } else if path
            .extension()
            .is_some_and(|extension| extension != "toml")
        {
            paths.push(path.strip_prefix(root)?.to_string_lossy().into_owned());
        }
    }
    Ok(())
}

/// A report without the paths that were named: they are what differs between a folder and its files.
fn without_paths(report: &str) -> Result<String, Box<dyn Error>> {
    let mut report: Value = serde_json::from_str(report)?;
    let run = report["run"].as_object_mut().ok_or("no run")?;
    run.remove("paths").ok_or("no paths")?;
    Ok(report.to_string())
}

#[test]
fn neither_order_nor_threads_matter() -> Tested {
    for layout in LAYOUTS {
        let corpus = Corpus::new("order", &small(4, 3, 0.1, layout))?;
        let mut paths = Vec::new();
        files_below(&corpus.data(), &corpus.data(), &mut paths)?;
        assert_eq!(paths.len(), corpus.summary.files);
        let report = corpus.check(&[".".to_owned()], 1)?;
        for threads in [2, 4] {
            assert!(
                report == corpus.check(&[".".to_owned()], threads)?,
                "{layout:?}: {threads} threads"
            );
        }
        let other = corpus.check(&shuffled(paths), 3)?;
        assert!(
            without_paths(&report)? == without_paths(&other)?,
            "{layout:?}: another order"
        );
    }
    Ok(())
}

#[test]
fn the_same_seed_gives_the_same_bytes() -> Tested {
    let read = |corpus: &Corpus| -> Result<Vec<Vec<u8>>, Box<dyn Error>> {
        let mut paths = Vec::new();
        files_below(&corpus.root, &corpus.root, &mut paths)?;
        paths.sort();
        let contents = paths.iter().map(|path| fs::read(corpus.root.join(path)));
        let mut all: Vec<Vec<u8>> = contents.collect::<Result<_, _>>()?;
        all.push(paths.join("\n").into_bytes());
        Ok(all)
    };
    for layout in LAYOUTS {
        let once = read(&Corpus::new("same", &small(5, 2, 0.1, layout))?)?;
        let again = read(&Corpus::new("same", &small(5, 2, 0.1, layout))?)?;
        assert!(once == again, "{layout:?}");
    }
    Ok(())
}
