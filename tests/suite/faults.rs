//! Faults planted into records of the Mali mission: each is found, where it was planted, and nothing else is.
//!
//! Faults are of the kind that any file may have: a value of the wrong type, a key misspelt. Where each may be planted
//! follows from the contract of the records and is written down here; places come from a reader that is not the tool's.
//!
//! `MISSIONLINT_CASES` is the number of missions with faults by chance, `MISSIONLINT_SEED` a number that chooses others.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::mission::Mission;
use crate::properties::Chance;
use crate::spans::{Entry, texts};

/// Missions with faults by chance.
const MISSIONS: u64 = 40;
/// Faults of a mission, at most.
const FAULTS: usize = 12;

/// One edit that makes one finding.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Fault {
    /// File and pointer of the record.
    record: (String, String),
    rule: &'static str,
    /// Where the finding is.
    pointer: String,
    bytes: Range<usize>,
    text: String,
    /// What is no place for another fault.
    touched: Range<usize>,
}

/// Members whose key a slip of the hand leaves recognisable: as written, misspelt, and the rule that says so. The key of a
/// member that may be missing is just one nobody knows.
const MISSPELT: [(&str, &str, &str); 8] = [
    ("confirmed", "confrimed", "unknown-key"),
    ("recorded_on", "recorded_no", "unknown-key"),
    ("next_step", "next_stp", "unknown-key"),
    ("platform", "platfrom", "misspelt-key"),
    ("attendance", "attendence", "misspelt-key"),
    ("presence", "presense", "misspelt-key"),
    ("capacity", "capcity", "misspelt-key"),
    ("duty_station", "duty_staton", "misspelt-key"),
];

/// Members that hold one of a list of codes.
const CODED: [&str; 6] = ["capacity", "presence", "mode", "outcome", "level", "ground"];

/// Members that hold a day.
const DAYS: [&str; 5] = ["from", "to", "date", "confirmed", "recorded_on"];

/// Members that hold a moment.
const MOMENTS: [&str; 2] = ["start", "end"];

/// Members that hold other texts.
const TEXTS: [&str; 8] = [
    "note",
    "basis",
    "next_step",
    "person",
    "by",
    "platform",
    "programme",
    "org",
];

/// Members that no object with the other one may lack: the second tells which object it is.
const REQUIRED: [(&str, &str); 9] = [
    ("date", "with"),
    ("platform", "with"),
    ("by", "with"),
    ("platform", "attendance"),
    ("start", "attendance"),
    ("mode", "attendance"),
    ("presence", "capacity"),
    ("from_person", "to_person"),
    ("designation", "to_person"),
];

/// Members that name a person, and a member beside them that tells which object it is.
const PEOPLE: [(&str, &str); 3] = [
    ("by", "with"),
    ("person", "presence"),
    ("person", "platform"),
];

/// Every fault that can be planted, in order of files and places.
fn faults(mission: &Mission) -> Vec<Fault> {
    let mut found = Vec::new();
    for (path, text) in &mission.files {
        for unit in texts(path, text) {
            let entries = unit.entries.expect("the mission is JSON");
            let records = records(&entries);
            for record in records {
                let inside = format!("{record}/");
                let of_record: Vec<&Entry> = entries
                    .iter()
                    .filter(|entry| entry.pointer == record || entry.pointer.starts_with(&inside))
                    .collect();
                let known = Planter {
                    text,
                    record: (path.clone(), format!("{}@{record}", unit.range.start)),
                    entries: &of_record,
                };
                found.extend(of_record.iter().flat_map(|entry| known.faults(entry)));
            }
        }
    }
    found
}

/// Pointers of the records of a text: those of an envelope, of an array, or the text itself.
fn records(entries: &[Entry]) -> Vec<String> {
    let below = |parent: &str| -> Vec<String> {
        let elements = entries.iter().filter(|entry| {
            let name = entry.pointer.strip_prefix(parent);
            name.is_some_and(|name| name.len() > 1 && !name[1..].contains('/'))
        });
        elements.map(|entry| entry.pointer.clone()).collect()
    };
    if entries.iter().any(|entry| entry.pointer == "/records") {
        return below("/records");
    }
    if entries[0].key.is_none() && entries.iter().any(|entry| entry.pointer == "/id") {
        return vec![String::new()];
    }
    below("")
}

/// Plants into one record.
struct Planter<'m> {
    text: &'m str,
    record: (String, String),
    entries: &'m [&'m Entry],
}

impl Planter<'_> {
    fn fault(&self, rule: &'static str, pointer: String, bytes: Range<usize>, text: &str) -> Fault {
        let record = self.record.clone();
        let text = text.to_owned();
        let touched = bytes.clone();
        Fault {
            record,
            rule,
            pointer,
            bytes,
            text,
            touched,
        }
    }

    /// The faults that can be made of one value.
    fn faults(&self, entry: &Entry) -> Vec<Fault> {
        let mut found = Vec::new();
        let value = &self.text[entry.value.clone()];
        if value.starts_with('{') {
            let brace = entry.value.start + 1;
            found.push(self.fault(
                "unknown-key",
                format!("{}/zzz_surplus", entry.pointer),
                brace..brace,
                "\"zzz_surplus\": 1, ",
            ));
        }
        let (Some(key), Some((parent, name))) = (entry.key.clone(), entry.pointer.rsplit_once('/'))
        else {
            return found;
        };
        let touched = key.start..entry.value.end;
        let member = &self.text[touched.clone()];
        let again = format!("{member}, ");
        let insert = key.start..key.start;
        // A record that has two ids may be the one a reference means.
        if name != "id" {
            found.push(Fault {
                touched: touched.clone(),
                ..self.fault("duplicate-key", entry.pointer.clone(), insert, &again)
            });
        }
        if let Some((_, misspelt, rule)) = MISSPELT.iter().find(|(right, ..)| *right == name) {
            let pointer = format!("{parent}/{misspelt}");
            found.push(Fault {
                touched: touched.clone(),
                ..self.fault(rule, pointer, key, &format!("\"{misspelt}\""))
            });
        }
        let sibling = |name: &str| {
            let pointer = format!("{parent}/{name}");
            self.entries.iter().any(|entry| entry.pointer == pointer)
        };
        let is_meant = |(right, beside): &(&str, &str)| *right == name && sibling(beside);
        if REQUIRED.iter().any(is_meant)
            && let Some(bytes) = self.with_comma(touched)
        {
            found.push(self.fault("missing-property", parent.to_owned(), bytes, ""));
        }
        if value.starts_with('"') {
            let replaced =
                |rule, text| self.fault(rule, entry.pointer.clone(), entry.value.clone(), text);
            if CODED.contains(&name) {
                found.push(replaced("value-not-allowed", "\"zzz\""));
            }
            if DAYS.contains(&name) {
                found.push(replaced("invalid-format", "\"2024-02-30\""));
            }
            if MOMENTS.contains(&name) {
                found.push(replaced("invalid-format", "\"2024-02-30T10:00:00Z\""));
            }
            if PEOPLE.iter().any(is_meant) {
                found.push(replaced("dangling-reference", "\"P-999\""));
            }
            if DAYS.contains(&name) || MOMENTS.contains(&name) || TEXTS.contains(&name) {
                found.push(replaced("wrong-type", "17"));
            }
        }
        found
    }

    /// A member's bytes with the comma behind it; nothing for the last one.
    fn with_comma(&self, member: Range<usize>) -> Option<Range<usize>> {
        let rest = &self.text[member.end..];
        let comma = rest.find(|character: char| !character.is_whitespace())?;
        rest[comma..]
            .starts_with(',')
            .then_some(member.start..member.end + comma + 1)
    }
}

/// The mission with all of these.
fn planted(mission: &Mission, faults: &[&Fault]) -> Mission {
    let mut planted = mission.clone();
    let mut faults = faults.to_vec();
    faults.sort_by_key(|fault| std::cmp::Reverse((fault.bytes.start, fault.bytes.end)));
    for fault in faults {
        let text = planted.files.get_mut(&fault.record.0).unwrap();
        text.replace_range(fault.bytes.clone(), &fault.text);
    }
    planted
}

/// What is found and should not be, and the other way round.
fn differences(mission: &Mission, faults: &[&Fault]) -> Option<String> {
    unlike(&planted(mission, faults), faults, 0)
}

/// The same of a mission with the faults and so many slips, each one finding more.
fn unlike(planted: &Mission, faults: &[&Fault], slips: usize) -> Option<String> {
    let mut report = planted.check();
    assert!(report.faults.is_empty(), "{:?}", report.faults);
    let all = report.findings.len();
    report
        .findings
        .retain(|found| found.rule.id != "syntax-error");
    if all - report.findings.len() != slips {
        return Some(format!("{} slips", all - report.findings.len()));
    }
    let mut expected: Vec<String> = faults
        .iter()
        .map(|fault| format!("{} {} {}", fault.rule, fault.record.0, fault.pointer))
        .collect();
    let mut found: Vec<String> = report
        .findings
        .iter()
        .map(|found| {
            let place = &found.location;
            format!("{} {} {}", found.rule.id, place.path, place.pointer)
        })
        .collect();
    expected.sort();
    found.sort();
    (expected != found).then(|| format!("planted {expected:#?}\nfound {found:#?}"))
}

fn number_from(variable: &str, otherwise: u64) -> u64 {
    match std::env::var(variable) {
        Ok(text) => text.parse().expect("a whole number"),
        Err(_) => otherwise,
    }
}

fn assert_none(complaints: &[String]) {
    assert!(
        complaints.is_empty(),
        "{} times:\n{}",
        complaints.len(),
        complaints.join("\n")
    );
}

/// Whether two faults have nothing to do with each other: neither is in what the other changes.
fn independent(one: &Fault, other: &Fault) -> bool {
    one.touched.end < other.touched.start || other.touched.end < one.touched.start
}

/// One of the faults: first which rule, then where.
fn any_of<'m>(faults: &[&'m Fault], chance: &mut Chance) -> &'m Fault {
    let rules: Vec<&str> = faults
        .iter()
        .map(|fault| fault.rule)
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    let rule = *chance.of(&rules);
    let of_rule: Vec<&'m Fault> = faults
        .iter()
        .copied()
        .filter(|fault| fault.rule == rule)
        .collect();
    of_rule[chance.below(of_rule.len())]
}

#[test]
fn faults_of_many_records_are_all_found() {
    let mission = Mission::clean();
    let faults = faults(&mission);
    let mut by_record: BTreeMap<&(String, String), Vec<&Fault>> = BTreeMap::new();
    for fault in &faults {
        by_record.entry(&fault.record).or_default().push(fault);
    }
    let records: Vec<&Vec<&Fault>> = by_record.values().collect();
    assert!(records.len() > 200, "only {} records", records.len());
    let first = number_from("MISSIONLINT_SEED", 0);
    let mut complaints = Vec::new();
    let mut rules = BTreeSet::new();
    for number in 0..number_from("MISSIONLINT_CASES", MISSIONS) {
        let mut chance = Chance::new(first.wrapping_add(number));
        let mut chosen = records.clone();
        chance.shuffle(&mut chosen);
        chosen.truncate(1 + chance.below(FAULTS));
        let some: Vec<&Fault> = chosen
            .iter()
            .map(|of_record| any_of(of_record, &mut chance))
            .collect();
        rules.extend(some.iter().map(|fault| fault.rule));
        complaints.extend(differences(&mission, &some));
    }
    assert_none(&complaints);
    assert_eq!(rules.len(), 8, "{rules:?}");
}

#[test]
fn two_faults_of_one_record_are_both_found() {
    let mission = Mission::clean();
    let faults = faults(&mission);
    // One record of each file, and of each rule one of its faults there.
    let mut chosen: BTreeMap<&str, BTreeMap<&str, &Fault>> = BTreeMap::new();
    let mut records: BTreeMap<&str, &(String, String)> = BTreeMap::new();
    for fault in &faults {
        let record = *records.entry(&fault.record.0).or_insert(&fault.record);
        if *record == fault.record {
            let rules = chosen.entry(&fault.record.0).or_default();
            rules.entry(fault.rule).or_insert(fault);
        }
    }
    let mut complaints = Vec::new();
    let mut pairs = 0;
    for of_record in chosen.values() {
        let of_record: Vec<&Fault> = of_record.values().copied().collect();
        for (position, one) in of_record.iter().enumerate() {
            for other in &of_record[position + 1..] {
                if independent(one, other) {
                    pairs += 1;
                    complaints.extend(differences(&mission, &[one, other]));
                }
            }
        }
    }
    assert_none(&complaints);
    assert!(pairs > 100, "only {pairs} pairs");
}

/// Bytes of a text that are commas or closing brackets and stand in no string.
fn structure(text: &str) -> Vec<(usize, u8)> {
    let (mut inside, mut escaped, mut found) = (false, false, Vec::new());
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if inside => escaped = true,
            b'"' => {
                inside = !inside;
                if inside {
                    found.push((at, byte));
                }
            }
            b',' | b'}' | b']' | b'{' | b':' if !inside => found.push((at, byte)),
            _ => {}
        }
    }
    found
}

/// A slip of the hand that leaves no doubt about what was meant.
fn slip(text: &mut String, chance: &mut Chance) {
    let places = structure(text);
    let sign = *chance.of(b",,}]{:\"");
    let places: Vec<usize> = places
        .into_iter()
        .filter_map(|(at, byte)| (byte == sign).then_some(at))
        .collect();
    let at = *chance.of(&places);
    let first = text[..at].trim_end().ends_with(['{', '[']);
    match sign {
        b',' => match chance.below(7) {
            0 => text.insert(at, ','),
            1 => text.insert_str(at + 1, " /* x, \" } */ "),
            2 => text.replace_range(at..=at, ";"),
            3 => text.replace_range(at..=at, "，"),
            4 => text.insert(at, '\u{A0}'),
            5 => text.insert(at + 1, '\u{FEFF}'),
            _ => {
                text.remove(at);
            }
        },
        b'{' if text[at + 1..].trim_start().starts_with('"') => {
            text.remove(at);
        }
        b':' => match chance.below(3) {
            0 => text.insert(at, ':'),
            1 => text.replace_range(at..=at, " =>"),
            _ => text.replace_range(at..=at, "："),
        },
        b'"' => quotes(text, at, chance),
        b'}' | b']' if chance.below(2) == 0 => text.insert(at, char::from(sign)),
        b'}' | b']' if !first => text.insert(at, ','),
        _ => text.insert_str(at, "/* none */"),
    }
}

/// Other quotes around the string at `at`, or a line break in it.
fn quotes(text: &mut String, at: usize, chance: &mut Chance) {
    let length = text[at + 1..].find('"').expect("a closing quote");
    let string = &text[at + 1..=at + length];
    let key = text[at + length + 2..].trim_start().starts_with(':');
    let changed = match chance.below(4) {
        0 if !string.contains(['\\', '\'']) => format!("'{string}'"),
        1 if !string.contains(['\\', '’', '‘']) => format!("‘{string}’"),
        2 if !string.contains(['\\', '“', '”']) => format!("“{string}”"),
        3 if key && !string.contains('-') => string.to_owned(),
        _ => format!("\"{string}\" /* {at} */"),
    };
    text.replace_range(at..at + length + 2, &changed);
}

#[test]
fn a_slip_beside_faults_is_one_finding_more() {
    let mission = Mission::clean();
    let faults = faults(&mission);
    let all: Vec<&Fault> = faults.iter().collect();
    let first = number_from("MISSIONLINT_SEED", 0);
    let mut complaints = Vec::new();
    for number in 0..number_from("MISSIONLINT_CASES", 2 * MISSIONS) {
        let mut chance = Chance::new(first.wrapping_add(1_000_000 + number));
        let fault = any_of(&all, &mut chance);
        let mut planted = planted(&mission, &[fault]);
        slip(planted.files.get_mut(&fault.record.0).unwrap(), &mut chance);
        complaints.extend(unlike(&planted, &[fault], 1).map(|why| {
            let text = &planted.files[&fault.record.0];
            let short = if text.len() < 3000 { text } else { "" };
            format!("seed {number}: {why}\n{short}")
        }));
    }
    assert_none(&complaints);
}
