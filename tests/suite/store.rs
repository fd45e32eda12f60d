//! What is kept between runs changes nothing about what they say.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use missionlint::config::{self, Settings};
use missionlint::discover::discover;
use missionlint::engine::{Change, Input, Request, Store, check_by};
use missionlint::message::{Language, Messages};
use missionlint::output::{Format, render};
use missionlint::report::Report;
use missionlint::rules;
use missionlint::schema::Contract;

use crate::cases;
use crate::look::ROOMY;
use crate::mission::{files_below, fixtures, has_records};
use crate::tool::Folder;

/// A generator of numbers: xorshift, so that a failure can be run again.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit as u64).unwrap()
    }

    fn pick<'t, T>(&mut self, among: &'t [T]) -> &'t T {
        &among[self.below(among.len())]
    }
}

fn request(settings: Settings) -> Request {
    Request {
        settings,
        ..cases::request()
    }
}

fn inputs(folder: &Path) -> Vec<Input> {
    discover([&".".to_owned()], folder, &[], folder)
        .inputs
        .into()
}

fn json(report: &Report) -> String {
    let messages = Messages::new(Language::English);
    let mut bytes = Vec::new();
    render(report, &messages, Format::Json, ROOMY, &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

/// What the files hold.
fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let files = files_below(folder).into_iter();
    let records = files.filter(|(path, _)| has_records(path));
    records
        .map(|(path, file)| (path, std::fs::read(file).unwrap()))
        .collect()
}

/// What became of the files, told without the store.
fn differences(
    before: &BTreeMap<String, Vec<u8>>,
    after: &BTreeMap<String, Vec<u8>>,
) -> Vec<(String, Change)> {
    let mut all: Vec<&String> = before.keys().chain(after.keys()).collect();
    all.sort();
    all.dedup();
    all.into_iter()
        .filter_map(|path| match (before.get(path), after.get(path)) {
            (None, Some(_)) => Some((path.clone(), Change::Added)),
            (Some(_), None) => Some((path.clone(), Change::Removed)),
            (Some(old), Some(new)) if old != new => Some((path.clone(), Change::Changed)),
            _ => None,
        })
        .collect()
}

/// One edit as people, programs and accidents make them.
fn edit(folder: &Folder, originals: &BTreeMap<String, Vec<u8>>, numbers: &mut Numbers) {
    let paths: Vec<&String> = originals.keys().collect();
    let path = *numbers.pick(&paths);
    let there = std::fs::read(folder.path().join(path)).unwrap_or_default();
    match numbers.below(8) {
        0 => {
            let _ = std::fs::remove_file(folder.path().join(path));
        }
        1 if !there.is_empty() => folder.write(path, &there[..numbers.below(there.len())]),
        2 if !there.is_empty() => {
            // The length stays as it is.
            let mut bytes = there;
            let at = numbers.below(bytes.len());
            bytes[at] = *numbers.pick(b"0aZ{}[],:\" \n\xFF");
            folder.write(path, bytes);
        }
        3 => {
            let other = *numbers.pick(&paths);
            folder.write(path, &originals[other]);
        }
        4 => folder.write(
            &format!("more/{}/{path}", numbers.below(3)),
            &originals[path],
        ),
        5 => {
            let _ = std::fs::remove_dir_all(folder.path().join("more"));
        }
        6 => folder.write(path, [&there[..], b"\n"].concat()),
        _ => folder.write(path, &originals[path]),
    }
}

#[test]
fn a_kept_store_reports_what_a_fresh_run_reports() {
    let kite = r#"{"kind": "platform", "mission": "mli", "id": "kite", "confirmed": "2025-03-01", "types": ["kite"],
        "level": "national", "place": "bko", "status": [{"value": "active", "from": "2025-03-20"}]}"#;
    let folder = Folder::new()
        .with_copy(&fixtures().join("missions/mli"), "mli")
        .with("mli/kite.json", kite);
    let originals = contents(folder.path());
    let contract = Contract::default();
    let text = "[[platform_names]]\nname = \"kite\"\ntype = \"working-group\"\n";
    let others = config::parse(text, &rules::catalogue()).unwrap();
    let mut store = Store::default();
    let mut before = BTreeMap::new();
    let mut numbers = Numbers(0x2025_0331);
    let mut changed = 0;
    for step in 0..60 {
        for _ in 0..numbers.below(4) {
            edit(&folder, &originals, &mut numbers);
        }
        // Settings come and go: what a platform is called is read with the file.
        let is_other = step % 9 == 4;
        let settings = if is_other {
            others.clone()
        } else {
            Settings::default()
        };
        let request = request(settings);
        let told = store.refresh(inputs(folder.path()), &request, &contract);
        let after = contents(folder.path());
        let told: Vec<(String, Change)> = told
            .into_iter()
            .map(|(path, change)| (path.to_string(), change))
            .collect();
        assert_eq!(told, differences(&before, &after), "step {step}");
        changed += told.len();
        let kept = json(&store.report(&request, &contract));
        let fresh = json(&check_by(inputs(folder.path()), &request, &contract));
        assert!(kept == fresh, "step {step}:\n{kept}\n\nfresh:\n{fresh}");
        before = after;
    }
    assert!(changed > 60, "the edits have changed something: {changed}");
}

/// Asked twice, it says the same twice: judging takes nothing away from what is kept.
#[test]
fn a_store_can_be_asked_again() {
    let folder = Folder::new().with_copy(&fixtures().join("missions/eth"), "eth");
    let (request, contract) = (request(Settings::default()), Contract::default());
    let mut store = Store::default();
    store.refresh(inputs(folder.path()), &request, &contract);
    let first = json(&store.report(&request, &contract));
    assert_eq!(first, json(&store.report(&request, &contract)));
    assert!(
        store
            .refresh(inputs(folder.path()), &request, &contract)
            .is_empty()
    );
    assert_eq!(first, json(&store.report(&request, &contract)));
}

/// A file that cannot be read is told as such, and read again when it can.
#[test]
fn missions_that_refer_to_each_other_do_so_in_every_report() {
    let person = r#"{"kind": "person", "mission": "mli", "id": "P-1", "assignments": []}"#;
    let seat = |id: &str, person: &str| {
        format!(
            r#"{{"kind": "representation", "mission": "eth", "id": "{id}", "person": "{person}", "platform": "unct"}}"#
        )
    };
    let folder = Folder::new()
        .with("mli/people.json", person)
        .with("eth/here.json", seat("R-1", "mli/P-1"))
        .with("eth/nowhere.json", seat("R-2", "mli/P-2"));
    let (request, contract) = (request(Settings::default()), Contract::default());
    let fresh = json(&check_by(inputs(folder.path()), &request, &contract));
    assert!(fresh.contains("mli/P-2"), "{fresh}");
    let mut store = Store::default();
    for round in 0..3 {
        store.refresh(inputs(folder.path()), &request, &contract);
        assert_eq!(json(&store.report(&request, &contract)), fresh, "{round}");
    }
}

#[test]
fn a_file_that_was_unreadable_is_read_when_it_can_be() {
    let folder = Folder::new().with("mission.json", "{}");
    let (request, contract) = (request(Settings::default()), Contract::default());
    let mut store = Store::default();
    let found = inputs(folder.path());
    std::fs::remove_file(folder.path().join("mission.json")).unwrap();
    store.refresh(found.clone(), &request, &contract);
    assert_eq!(store.report(&request, &contract).faults.len(), 1);
    assert!(store.refresh(found.clone(), &request, &contract).is_empty());
    folder.write("mission.json", "{}");
    let path: Arc<str> = "mission.json".into();
    let changes = store.refresh(found, &request, &contract);
    assert_eq!(changes, [(path, Change::Changed)]);
    assert!(store.report(&request, &contract).faults.is_empty());
}
