//! The linter against corpora whose truth is known: what was planted is found, at its exact place, and nothing else.
//!
//! The generator shares nothing with the linter, so a disagreement is a mistake in one of the two.

#[path = "generator/mod.rs"]
mod generator;

use std::collections::BTreeSet;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use generator::{Layout, Options, Summary};
use serde_json::Value;

type Tested = Result<(), Box<dyn Error>>;

const LAYOUTS: [Layout; 3] = [Layout::Files, Layout::Ndjson, Layout::NdjsonInterleaved];

/// Seeds, with the number of months that their meetings cover.
const SEEDS: [(u64, usize); 3] = [(1, 7), (2, 3), (3, 10)];

/// The rules that the generator plants faults for.
const PLANTED: &[&str] = &[
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

/// A corpus in a directory of its own, which goes with it.
struct Corpus {
    root: PathBuf,
    summary: Summary,
}

impl Corpus {
    fn new(
        name: &str,
        seed: u64,
        months: usize,
        errors: f64,
        layout: Layout,
    ) -> Result<Self, Box<dyn Error>> {
        let root =
            Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("corpus-{name}-{seed}-{layout:?}"));
        if root.exists() {
            fs::remove_dir_all(&root)?;
        }
        let options = Options {
            missions: 9,
            months,
            errors,
            seed,
            layout,
        };
        let summary = generator::generate(&options, &root)?;
        Ok(Self { root, summary })
    }

    fn data(&self) -> PathBuf {
        self.root.join("data")
    }

    /// The expected findings, one line each, in order.
    fn truth(&self) -> Result<Vec<String>, Box<dyn Error>> {
        let text = fs::read_to_string(self.root.join("truth.jsonl"))?;
        let mut lines = Vec::new();
        for line in text.lines() {
            let truth: Value = serde_json::from_str(line)?;
            let text = |key: &str| truth[key].as_str().unwrap_or_default().to_owned();
            let because: Vec<&str> = truth["because"]
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(Value::as_str)
                .collect();
            lines.push(format!(
                "{} {} {}:{}:{}-{}:{} {} {because:?}",
                text("severity"),
                text("rule"),
                text("path"),
                truth["line"],
                truth["column"],
                truth["end_line"],
                truth["end_column"],
                text("pointer")
            ));
        }
        lines.sort();
        Ok(lines)
    }

    /// The JSON report on some paths below the data directory.
    fn check(&self, paths: &[String], threads: usize) -> Result<String, Box<dyn Error>> {
        let output = Command::new(env!("CARGO_BIN_EXE_missionlint"))
            .env("LC_ALL", "C")
            .args([
                "check",
                "--format",
                "json",
                "--reveal",
                "--fail-on",
                "never",
            ])
            .args(paths)
            .current_dir(self.data())
            .env("RAYON_NUM_THREADS", threads.to_string())
            .output()?;
        if !output.status.success() {
            return Err(format!(
                "{}: {}",
                output.status,
                String::from_utf8_lossy(&output.stderr)
            )
            .into());
        }
        Ok(String::from_utf8(output.stdout)?)
    }

    fn report(&self) -> Result<Value, Box<dyn Error>> {
        Ok(serde_json::from_str(&self.check(&[".".to_owned()], 2)?)?)
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

/// The findings of a report in the form of [`Corpus::truth`].
fn found(report: &Value) -> Vec<String> {
    let line = |finding: &Value| {
        let place = &finding["location"];
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let because: Vec<&str> = entries(finding, "because")
            .filter_map(|one| one["rule"].as_str())
            .collect();
        format!(
            "{} {} {}:{}:{}-{}:{} {} {because:?}",
            text(&finding["severity"]),
            text(&finding["rule"]),
            text(&place["path"]),
            place["start"]["line"],
            place["start"]["column"],
            place["end"]["line"],
            place["end"]["column"],
            text(&place["pointer"])
        )
    };
    let mut lines: Vec<String> = entries(report, "findings").map(line).collect();
    lines.sort();
    lines
}

/// What is in one list and not in the other; few, to be read.
fn differences(expected: &[String], found: &[String]) -> Vec<String> {
    let only = |sign: &str, one: &[String], other: &[String]| -> Vec<String> {
        one.iter()
            .filter(|line| !other.contains(line))
            .take(10)
            .map(|line| format!("{sign} {line}"))
            .collect()
    };
    let mut differences = only("missing:", expected, found);
    differences.extend(only("invented:", found, expected));
    differences
}

fn numbers_agree(corpus: &Corpus, report: &Value) {
    let inputs = &report["run"]["inputs"];
    assert_eq!(inputs["files"], corpus.summary.files, "files");
    assert_eq!(inputs["records"], corpus.summary.records, "records");
    assert_eq!(inputs["bytes"], corpus.summary.bytes, "bytes");
    assert_eq!(inputs["missions"], corpus.summary.missions, "missions");
    for rule in entries(report, "rules") {
        let number = |key: &str| rule[key].as_u64().unwrap_or(u64::MAX / 4);
        assert_eq!(
            number("applicable"),
            number("run") + number("blocked"),
            "{rule}"
        );
    }
}

#[test]
fn clean_corpora_have_no_finding() -> Tested {
    for layout in LAYOUTS {
        for (seed, months) in SEEDS {
            let corpus = Corpus::new("clean", seed, months, 0.0, layout)?;
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

#[test]
fn planted_faults_are_found_and_nothing_else() -> Tested {
    let mut rules = BTreeSet::new();
    for layout in LAYOUTS {
        for (seed, months) in SEEDS {
            let corpus = Corpus::new("faulty", seed, months, 0.1, layout)?;
            let truth = corpus.truth()?;
            assert_eq!(truth.len(), corpus.summary.findings);
            let report = corpus.report()?;
            let differences = differences(&truth, &found(&report));
            assert!(
                differences.is_empty(),
                "{layout:?}, seed {seed}:\n{}",
                differences.join("\n")
            );
            assert_eq!(
                entries(&report, "findings").count(),
                truth.len(),
                "{layout:?}, seed {seed}: as often"
            );
            numbers_agree(&corpus, &report);
            rules.extend(
                entries(&report, "findings")
                    .filter_map(|one| one["rule"].as_str())
                    .map(str::to_owned),
            );
        }
    }
    // The corpora are large enough for every rule the generator plants, and for every kind of slip that is planted.
    for rule in PLANTED {
        assert!(rules.contains(*rule), "{rule} is planted nowhere");
    }
    for rule in [
        "syntax-error",
        "duplicate-key",
        "misspelt-key",
        "unknown-key",
        "value-not-allowed",
        "wrong-type",
    ] {
        assert!(rules.contains(rule), "{rule} is planted nowhere");
    }
    for rule in [
        "missing-property",
        "invalid-format",
        "pattern-mismatch",
        "text-length",
        "number-out-of-range",
    ] {
        assert!(rules.contains(rule), "{rule} is planted nowhere");
    }
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
        let corpus = Corpus::new("order", 4, 3, 0.1, layout)?;
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
        let once = read(&Corpus::new("same", 5, 2, 0.1, layout)?)?;
        let again = read(&Corpus::new("same", 5, 2, 0.1, layout)?)?;
        assert!(once == again, "{layout:?}");
    }
    Ok(())
}
