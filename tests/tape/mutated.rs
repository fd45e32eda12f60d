//! One slip planted anywhere in sound records: few findings, whatever it is and wherever it stands.

use std::collections::BTreeMap;
use std::path::Path;

use libtest_mimic::{Failed, Trial};
use missionlint_tape::Tree;
use serde_json::Value;

use crate::verdict;

pub(crate) fn trials() -> Vec<Trial> {
    vec![Trial::test("mutated::one_slip_is_no_cascade", planted)]
}

/// Slips that one planted slip may be said to be.
const BOUND: usize = 3;

/// A record file as it is written, and on one line.
fn texts() -> Vec<(String, String)> {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/missions/mli");
    let mut texts = Vec::new();
    for file in ["people.json", "meetings/2025-03.json"] {
        let text = std::fs::read_to_string(fixtures.join(file)).expect("a fixture");
        let value: Value = serde_json::from_str(&text).expect("JSON");
        texts.push((file.to_owned(), text));
        texts.push((format!("{file} on one line"), value.to_string()));
    }
    texts
}

/// What may be written instead of a sign.
fn instead(sign: char) -> Vec<(String, String)> {
    let mut all = vec![
        ("delete".to_owned(), String::new()),
        ("double".to_owned(), format!("{sign}{sign}")),
    ];
    for other in "{}[](),:;\"'".chars().filter(|&other| other != sign) {
        all.push(("replace".to_owned(), other.to_string()));
    }
    all
}

fn planted() -> Result<(), Failed> {
    let full = std::env::var("MUT_FULL").is_ok();
    let step = if full { 1 } else { 37 };
    let mut complaints = Vec::new();
    let mut histogram: BTreeMap<(String, usize), usize> = BTreeMap::new();
    let mut worst: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    let mut number = 0;
    for (name, text) in texts() {
        let signs = text.match_indices(['{', '}', '[', ']', ',', ':', '"']);
        for (at, sign) in signs {
            for (how, new) in instead(sign.chars().next().expect("a sign")) {
                number += 1;
                if number % step != 0 {
                    continue;
                }
                let spoilt = format!("{}{new}{}", &text[..at], &text[at + 1..]);
                let mut tree = Tree::new(spoilt.clone());
                let found = if tree.parse_document().is_ok() {
                    0
                } else {
                    tree.recover_document().errors.len()
                };
                if full {
                    *histogram
                        .entry((format!("{how:8}"), found.min(20)))
                        .or_default() += 1;
                    let e = worst
                        .entry(format!(
                            "{how} {sign:?} by {new:?} ({})",
                            if name.contains("line") {
                                "line"
                            } else {
                                "pretty"
                            }
                        ))
                        .or_default();
                    if found > e.0 {
                        *e = (found, at);
                    }
                }
                if found > BOUND {
                    let mut from = at.saturating_sub(50);
                    while !text.is_char_boundary(from) {
                        from -= 1;
                    }
                    let around: String = spoilt[from..].chars().take(100).collect();
                    complaints.push(format!(
                        "{name}: {found} slips for {sign:?} -> {new:?}: {around:?}"
                    ));
                }
            }
        }
    }
    if full {
        let mut total: BTreeMap<usize, usize> = BTreeMap::new();
        for ((_, n), c) in &histogram {
            *total.entry(*n).or_default() += c;
        }
        let mut out = format!("TOTAL {total:?}\n");
        let mut per: BTreeMap<String, BTreeMap<usize, usize>> = BTreeMap::new();
        for ((h, n), c) in &histogram {
            *per.entry(h.clone()).or_default().entry(*n).or_default() += c;
        }
        for (h, m) in per {
            out += &format!("{h} {m:?}\n");
        }
        let mut w: Vec<_> = worst.into_iter().collect();
        w.sort_by_key(|(_, (n, _))| std::cmp::Reverse(*n));
        for (k, (n, at)) in w {
            if n > 2 {
                out += &format!("{n:4} {k} at {at}\n");
            }
        }
        std::fs::write("/tmp/tape-mut.txt", out).unwrap();
        std::fs::write("/tmp/tape-mut-all.txt", complaints.join("\n")).unwrap();
    }
    verdict(&complaints)
}
