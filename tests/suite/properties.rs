//! What holds for every report, on all fixtures and on seeded variants of them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use missionlint::message::{Language, Messages};
use missionlint::output::{Format, render};
use missionlint::report::{Found, Location, Report};
use missionlint::rules::RULES;
use serde_json::Value;

use crate::look::LOOK;
use crate::mission::{Mission, describe, files_below, fixtures, position};
use crate::spans::{Entry, Text, is_whole, texts};

/// Variants of each mission.
const VARIANTS: u64 = 15;
/// Edits of each variant.
const EDITS: usize = 12;

/// Every case of the rules, and the missions.
fn all_fixtures() -> Vec<(String, Mission)> {
    let root = fixtures();
    let configs = files_below(&root);
    let folders = configs
        .iter()
        .filter(|(path, _)| path.ends_with("missionlint.toml"));
    let found: Vec<(String, Mission)> = folders
        .map(|(path, config)| {
            let folder = config.parent().unwrap();
            (
                path.trim_end_matches("/missionlint.toml").to_owned(),
                Mission::of(folder),
            )
        })
        .collect();
    assert!(found.len() > 150, "only {} fixtures", found.len());
    found
}

/// All of these with their reports, made once.
fn checked() -> &'static [(String, Mission, Report)] {
    static CHECKED: OnceLock<Vec<(String, Mission, Report)>> = OnceLock::new();
    CHECKED.get_or_init(|| {
        let cases = all_fixtures().into_iter().chain(variants());
        cases
            .map(|(name, mission)| (name, mission.clone(), mission.check()))
            .collect()
    })
}

/// The missions with edits by chance, each time the same.
pub(crate) fn variants() -> Vec<(String, Mission)> {
    let mut found = Vec::new();
    for id in ["mli", "eth"] {
        let mission = Mission::named(id);
        for seed in 1..=VARIANTS {
            found.push((format!("{id} variant {seed}"), vary(&mission, seed)));
        }
    }
    found
}

/// Numbers by chance: splitmix64.
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) >> 33).unwrap() % limit
    }

    pub(crate) fn of<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }

    pub(crate) fn shuffle<T>(&mut self, list: &mut [T]) {
        for last in (1..list.len()).rev() {
            list.swap(last, self.below(last + 1));
        }
    }
}

fn vary(mission: &Mission, seed: u64) -> Mission {
    let mut chance = Chance(seed);
    let mut varied = mission.clone();
    let paths: Vec<String> = varied.files.keys().cloned().collect();
    for _ in 0..EDITS {
        let path = chance.of(&paths);
        let text = varied.files.get_mut(path).unwrap();
        edit(path, text, &mut chance);
    }
    let path = chance.of(&paths);
    let text = varied.files.get_mut(path).unwrap();
    match seed % 4 {
        0 => *text = text.replace('\n', "\r\n"),
        1 => text.insert(0, '\u{feff}'),
        2 => *text = text.replace(": ", ":\t"),
        _ => {}
    }
    if seed.is_multiple_of(5) {
        // No JSON any more.
        let text = varied.files.get_mut(chance.of(&paths)).unwrap();
        let marks: Vec<usize> = text
            .match_indices([',', ':', '"', '}'])
            .map(|(at, _)| at)
            .collect();
        text.remove(*chance.of(&marks));
    }
    varied
}

/// One edit of a text that is JSON: a value, a key, a member more or less.
fn edit(path: &str, text: &mut String, chance: &mut Chance) {
    let units = texts(path, text);
    let entries: Vec<&Entry> = units
        .iter()
        .filter_map(|unit| unit.entries.as_ref())
        .flatten()
        .collect();
    let leaves: Vec<&Entry> = entries
        .iter()
        .copied()
        .filter(|entry| !entry.container)
        .collect();
    if leaves.is_empty() {
        return;
    }
    let leaf = chance.of(&leaves);
    let replacements = [
        "null",
        "17",
        "-3.5e2",
        "true",
        "[]",
        "{}",
        "\"\"",
        "\"é 💧\"",
        "\"P-99\"",
        "\"smt\"",
        "\"bko\"",
        "\"hct\"",
        "\"2024-13-40\"",
        "\"2024-03-05\"",
        "\"2031-01-01\"",
        "\"1999-12-31\"",
        "\"NER\"",
        "\"absent\"",
        "\"observer\"",
    ];
    match chance.below(8) {
        0 | 1 => text.replace_range(
            leaf.value.clone(),
            replacements[chance.below(replacements.len())],
        ),
        // A value of another member of that name.
        2..=4 => {
            let name = |entry: &Entry| entry.key.clone().map(|key| text[key].to_owned());
            let alike: Vec<&&Entry> = leaves
                .iter()
                .filter(|other| name(other) == name(leaf))
                .collect();
            let other = text[chance.of(&alike).value.clone()].to_owned();
            text.replace_range(leaf.value.clone(), &other);
        }
        5 => {
            if let Some(key) = &leaf.key {
                text.insert(key.end - 1, *chance.of(&['x', 's', 'é']));
            }
        }
        6 => {
            if let Some(key) = &leaf.key {
                let member = format!("{}, ", &text[key.start..leaf.value.end]);
                text.insert_str(key.start, &member);
            }
        }
        _ => {
            if let Some(key) = &leaf.key {
                let after =
                    text[leaf.value.end..].find(|character: char| !character.is_whitespace());
                let comma = after
                    .map(|at| leaf.value.end + at)
                    .filter(|at| text.as_bytes()[*at] == b',');
                match comma {
                    Some(comma) => text.replace_range(key.start..=comma, ""),
                    None => text.replace_range(key.clone(), "\"surplus\""),
                }
            }
        }
    }
}

/// A finding and everything folded into it.
fn with_nested(found: &Found) -> Vec<&Found> {
    let mut all = vec![found];
    for nested in &found.because {
        all.extend(with_nested(nested));
    }
    all
}

fn every_finding(report: &Report) -> impl Iterator<Item = &Found> {
    report.findings.iter().flat_map(with_nested)
}

fn every_location(report: &Report) -> impl Iterator<Item = &Location> {
    let found = every_finding(report).flat_map(|found| {
        std::iter::once(&found.location).chain(found.related.iter().map(|(_, place)| place))
    });
    found.chain(report.not_checked.iter().flat_map(|entry| &entry.locations))
}

/// What a place marks, by the reader of our own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Marked {
    Value,
    Key,
    Brace,
    /// Bytes of a text that is no JSON, or none at all.
    Bytes,
}

/// The files of a mission with their values.
struct Read<'m> {
    mission: &'m Mission,
    texts: BTreeMap<&'m str, Vec<Text>>,
}

impl<'m> Read<'m> {
    fn new(mission: &'m Mission) -> Self {
        let read = |(path, text): (&'m String, &String)| (path.as_str(), texts(path, text));
        Self {
            mission,
            texts: mission.files.iter().map(read).collect(),
        }
    }

    /// Whether the text a place lies in is JSON, so that keys can be told from strings.
    fn is_whole(&self, location: &Location) -> bool {
        let start = usize::try_from(location.start.offset).unwrap();
        self.texts[&*location.path]
            .iter()
            .any(|unit| unit.range.contains(&start) && unit.entries.is_some())
    }

    /// Checks positions, bytes and pointer of a location; says what it marks.
    fn examine(&self, location: &Location) -> Marked {
        let text = &self.mission.files[&*location.path];
        let bytes = |offset: u64| usize::try_from(offset).unwrap();
        let (start, end) = (bytes(location.start.offset), bytes(location.end.offset));
        for (place, offset) in [(location.start, start), (location.end, end)] {
            // A byte order mark is no character of the first line.
            let skipped = text.len() - text.trim_start_matches('\u{feff}').len();
            let (line, column) = position(&text[skipped..], offset - skipped);
            assert_eq!(
                (place.line, place.column),
                (line as u64, column as u64),
                "{location:?}"
            );
        }
        let marked = &text[start..end];
        let unit = self.texts[&*location.path]
            .iter()
            .find(|unit| unit.range.start <= start && end <= unit.range.end)
            .unwrap_or_else(|| panic!("between two texts: {location:?}"));
        let Some(entries) = &unit.entries else {
            // What could be read around it.
            let pointer = &location.pointer;
            assert!(
                pointer.is_empty() || pointer.starts_with('/'),
                "{location:?}"
            );
            return match serde_json::from_str::<Value>(marked) {
                Ok(_) if !pointer.is_empty() => Marked::Value,
                _ => Marked::Bytes,
            };
        };
        if marked.is_empty() {
            // Before a byte order mark.
            return Marked::Bytes;
        }
        let there: Vec<&Entry> = entries
            .iter()
            .filter(|entry| entry.pointer == location.pointer)
            .collect();
        assert!(
            !there.is_empty(),
            "no value at {}: {location:?}",
            location.pointer
        );
        let span = start..end;
        if there.iter().any(|entry| entry.value == span) {
            self.assert_value(
                &text[unit.range.clone()],
                location,
                marked,
                there.len() == 1,
            );
            Marked::Value
        } else if there.iter().any(|entry| entry.key.as_ref() == Some(&span)) {
            let last = location
                .pointer
                .rsplit('/')
                .next()
                .unwrap()
                .replace("~1", "/")
                .replace("~0", "~");
            assert_eq!(serde_json::from_str::<String>(marked).unwrap(), last);
            Marked::Key
        } else {
            let braced = |entry: &&Entry| {
                entry.value.start == start && end == start + 1 && entry.key.is_none()
            };
            assert!(
                there.iter().any(braced) && marked == "{",
                "neither value nor key nor brace: {location:?}"
            );
            Marked::Brace
        }
    }

    /// The marked text means the same as the value at the pointer.
    fn assert_value(&self, text: &str, location: &Location, marked: &str, only: bool) {
        let whole: Value = serde_json::from_str(text).unwrap();
        let value: Value = serde_json::from_str(marked).expect("the marked text is a value");
        let ambiguous = !only || has_duplicates(self, location);
        assert!(
            ambiguous || whole.pointer(&location.pointer) == Some(&value),
            "{location:?}"
        );
    }
}

/// Whether a key occurs twice on the way to a place: then a pointer does not say which one is meant.
fn has_duplicates(read: &Read<'_>, location: &Location) -> bool {
    let units = &read.texts[&*location.path];
    let offset = usize::try_from(location.start.offset).unwrap();
    let unit = units
        .iter()
        .find(|unit| unit.range.contains(&offset))
        .unwrap();
    let mut seen = BTreeSet::new();
    unit.entries
        .iter()
        .flatten()
        .any(|entry| !seen.insert(&entry.pointer))
}

#[test]
fn every_place_is_where_it_says_and_marks_what_it_says() {
    let coded: BTreeSet<&str> = RULES.iter().map(|rule| rule.meta.id).collect();
    let mut reported: BTreeSet<&str> = BTreeSet::new();
    let mut marked: BTreeMap<Marked, usize> = BTreeMap::new();
    for (name, mission, report) in checked() {
        assert!(report.faults.is_empty(), "{name}: {:?}", report.faults);
        let read = Read::new(mission);
        for location in every_location(report) {
            *marked.entry(read.examine(location)).or_default() += 1;
        }
        for found in every_finding(report) {
            reported.insert(found.rule.id);
            let place = read.examine(&found.location);
            // What a list or an object lacks is marked by its key.
            let lists = [
                ("smt-com-absent", "/attendance"),
                ("smt-observer-only", "/attendance"),
                ("cmcoord-composition", "/members"),
                ("cross-cutting-incomplete", "/cross_cutting"),
                ("period-incomplete", "/period"),
                ("retention-exceeded", ""),
            ];
            let key = lists.iter().any(|(rule, list)| {
                found.rule.id == *rule && found.location.pointer.ends_with(list)
            });
            if coded.contains(found.rule.id) {
                let expected = if key && read.is_whole(&found.location) {
                    Marked::Key
                } else {
                    Marked::Value
                };
                assert_eq!(place, expected, "{name}: {}", describe(found));
                for (_, location) in &found.related {
                    assert_eq!(
                        read.examine(location),
                        Marked::Value,
                        "{name}: {}",
                        describe(found)
                    );
                }
            }
        }
    }
    assert!(
        coded.is_subset(&reported),
        "never reported: {:?}",
        coded.difference(&reported)
    );
    assert!(
        reported.len() >= coded.len() + 9,
        "too little variety: {reported:?}"
    );
    assert_eq!(marked.len(), 4, "{marked:?}");
}

#[test]
fn places_far_into_a_large_stream_are_exact() {
    // Longer than the runs of lines that are read together.
    let mut text = String::from("\u{feff}");
    let filler = "é".repeat(1900);
    for number in 0..400 {
        let by = if number % 130 == 7 {
            "\"P 1\""
        } else {
            "\"P-1\""
        };
        let end = if number % 2 == 0 { "\r\n" } else { "\n" };
        let line = format!(
            r#"{{"kind": "contact-log", "id": "C-{number}", "mission": "mli", "note": "{filler}", "platform": "hct", "date": "2025-01-01", "with": {{"org": "UNDP"}}, "by": {by}}}{end}"#
        );
        text.push_str(&line);
    }
    assert!(text.len() > 1 << 20);
    let files = BTreeMap::from([("log.ndjson".to_owned(), text)]);
    let mission = Mission {
        files,
        settings: String::new(),
    };
    let report = mission.check();
    let read = Read::new(&mission);
    for location in every_location(&report) {
        read.examine(location);
    }
    let mismatches = report
        .findings
        .iter()
        .filter(|found| found.rule.id == "pattern-mismatch");
    assert_eq!(mismatches.count(), 4);
    let last = report.findings.last().unwrap();
    assert!(
        last.location.start.line > 300 && last.location.start.offset > 1 << 20,
        "{last:?}"
    );
}

/// Both formats, with everything they say.
fn rendered(report: &Report) -> (String, String) {
    let messages = Messages::new(Language::English);
    let text_of = |format| {
        let mut bytes = Vec::new();
        render(report, &messages, format, LOOK, &mut bytes).unwrap();
        String::from_utf8(bytes).unwrap()
    };
    (text_of(Format::Text), text_of(Format::Json))
}

#[test]
fn reports_do_not_depend_on_the_order_of_files_nor_on_threads() {
    let pools: Vec<rayon::ThreadPool> = [1, 2, 4]
        .map(|threads| {
            rayon::ThreadPoolBuilder::new()
                .num_threads(threads)
                .build()
                .unwrap()
        })
        .into_iter()
        .collect();
    let mut chance = Chance(20);
    let cases = all_fixtures().into_iter().step_by(9);
    let cases = cases.chain(variants().into_iter().step_by(4));
    for (name, mission) in cases {
        let request = mission.request();
        let inputs = mission.inputs();
        let expected =
            rendered(&pools[0].install(|| missionlint::engine::check(inputs.clone(), &request)));
        for pool in &pools {
            let mut shuffled = inputs.clone();
            chance.shuffle(&mut shuffled);
            let report = pool.install(|| missionlint::engine::check(shuffled, &request));
            assert!(
                rendered(&report) == expected,
                "{name} with {} threads",
                pool.current_num_threads()
            );
        }
        let mut reversed = inputs;
        reversed.reverse();
        let report = missionlint::engine::check(reversed, &request);
        assert!(rendered(&report) == expected, "{name} in reverse");
    }
}

#[test]
fn what_applies_is_judged_or_blocked() {
    for (name, _, report) in checked() {
        let blocked: BTreeSet<&str> = report
            .not_checked
            .iter()
            .map(|entry| entry.rule.id)
            .collect();
        for count in &report.rules {
            let tally = count.tally;
            assert_eq!(
                tally.applicable,
                tally.run + tally.blocked,
                "{name}: {}",
                count.rule.id
            );
            assert_eq!(
                tally.blocked > 0,
                blocked.contains(count.rule.id),
                "{name}: {}",
                count.rule.id
            );
            let findings = report
                .findings
                .iter()
                .filter(|found| found.rule.id == count.rule.id)
                .count();
            assert_eq!(count.findings, findings as u64, "{name}: {}", count.rule.id);
        }
        let known: BTreeSet<&str> = report.rules.iter().map(|count| count.rule.id).collect();
        let all: BTreeSet<&str> = RULES.iter().map(|rule| rule.meta.id).collect();
        assert!(
            all.is_subset(&known),
            "{name}: not counted: {:?}",
            all.difference(&known)
        );
    }
}

fn fingerprints(report: &Report) -> BTreeMap<&str, &'static str> {
    let found: BTreeMap<&str, &str> = report
        .findings
        .iter()
        .map(|found| (found.fingerprint.as_str(), found.rule.id))
        .collect();
    assert_eq!(found.len(), report.findings.len(), "a fingerprint twice");
    for fingerprint in found.keys() {
        assert!(
            fingerprint.len() == 32 && fingerprint.bytes().all(|byte| byte.is_ascii_hexdigit())
        );
    }
    found
}

/// The same values, written by another program; `reorder` may move records of an array or envelope. None where a text
/// is no JSON or an object has a key twice: then it cannot be written again without loss.
fn rewritten(
    mission: &Mission,
    pretty: bool,
    reorder: &mut dyn FnMut(&mut Vec<Value>),
) -> Option<Mission> {
    let mut other = mission.clone();
    for (path, text) in &mut other.files {
        let units = texts(path, text);
        let mut values = Vec::new();
        for unit in units
            .iter()
            .filter(|unit| !text[unit.range.clone()].trim().is_empty())
        {
            let entries = unit.entries.as_ref()?;
            let pointers: BTreeSet<&str> = entries.iter().map(|entry| &*entry.pointer).collect();
            if pointers.len() != entries.len() || text.starts_with('\u{feff}') {
                return None;
            }
            let mut value: Value = serde_json::from_str(&text[unit.range.clone()]).unwrap();
            match &mut value {
                Value::Array(records) => reorder(records),
                Value::Object(envelope) => {
                    if let Some(Value::Array(records)) = envelope.get_mut("records") {
                        reorder(records);
                    }
                }
                _ => {}
            }
            values.push(value);
        }
        *text = if is_whole(path) {
            let write = if pretty {
                serde_json::to_string_pretty
            } else {
                serde_json::to_string
            };
            write(&values[0]).unwrap()
        } else {
            reorder(&mut values);
            crate::mission::lines(values)
        };
    }
    Some(other)
}

#[test]
fn fingerprints_survive_reformatting_and_reordering() {
    let mut chance = Chance(7);
    let (mut reformatted, mut reordered) = (0, 0);
    for (name, mission, report) in checked() {
        let expected = fingerprints(report);
        for pretty in [true, false] {
            let Some(other) = rewritten(mission, pretty, &mut |_| ()) else {
                continue;
            };
            reformatted += expected.len();
            assert_eq!(
                fingerprints(&other.check()),
                expected,
                "{name} (pretty: {pretty})"
            );
        }
        // Of two records with one id the first counts, so their order matters.
        if report
            .findings
            .iter()
            .any(|found| found.rule.id == "duplicate-id")
        {
            continue;
        }
        // Where nothing else decides which record is marked, the earlier one in the files is not.
        let tied = [
            "attendee-without-representation",
            "concurrent-office-holder",
            "person-in-two-places",
        ];
        let untied = |report: &Report| {
            let mut found = fingerprints(report);
            found.retain(|_, rule| !tied.contains(rule));
            found
                .into_iter()
                .map(|(fingerprint, rule)| (fingerprint.to_owned(), rule))
                .collect::<Vec<_>>()
        };
        for _ in 0..2 {
            let shuffled = rewritten(mission, true, &mut |records| chance.shuffle(records));
            let Some(other) = shuffled else { continue };
            reordered += expected.len();
            assert_eq!(untied(&other.check()), untied(report), "{name} (reordered)");
        }
    }
    assert!(
        reformatted > 300 && reordered > 200,
        "{reformatted} and {reordered} findings only"
    );
}
