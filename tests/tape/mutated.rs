//! One slip planted anywhere in sound records: few findings, whatever it is and wherever it stands.

use std::path::Path;

use libtest_mimic::{Failed, Trial};
use missionlint_tape::Tree;
use serde_json::Value;

use crate::verdict;

pub(crate) fn trials() -> Vec<Trial> {
    vec![Trial::test("mutated::one_slip_is_no_cascade", planted)]
}

/// Every so many-th slip is planted.
const EVERY: usize = 37;

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

/// What may be written instead of a sign, and how many slips that may be said to be: a sign that is missing or doubled
/// leaves little doubt, one in the place of another more.
fn instead(sign: &str) -> Vec<(String, usize)> {
    let mut all = vec![(String::new(), 2), (sign.repeat(2), 2)];
    let others = "{}[](),:;\"'".chars().map(String::from);
    all.extend(others.filter(|other| other != sign).map(|other| (other, 6)));
    all
}

fn planted() -> Result<(), Failed> {
    let mut complaints = Vec::new();
    let mut number = 0;
    for (name, text) in texts() {
        let signs = text.match_indices(['{', '}', '[', ']', ',', ':', '"']);
        let slips =
            signs.flat_map(|(at, sign)| instead(sign).into_iter().map(move |new| (at, new)));
        for (at, (new, bound)) in slips {
            number += 1;
            if number % EVERY != 0 {
                continue;
            }
            let spoilt = format!("{}{new}{}", &text[..at], &text[at + 1..]);
            let mut tree = Tree::new(spoilt.clone());
            let found = match tree.parse_document() {
                Ok(_) => 0,
                Err(_) => tree.recover_document().errors.len(),
            };
            if found > bound {
                complaints.push(format!("{name}: {found} slips, {at} -> {new:?}"));
            }
        }
    }
    assert!(number > 10_000);
    verdict(&complaints)
}
