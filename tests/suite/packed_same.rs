//! A mission gives the same report as a folder, as NDJSON, in an archive and packed file by file: places aside.

use std::collections::BTreeMap;
use std::path::Path;

use missionlint::engine::{Change, Input, Store};
use missionlint::schema::Contract;
use serde_json::{Value, json};

use crate::cases;
use crate::packed::{archive, gzip, zstandard};
use crate::repository::Repository;
use crate::tool::{Folder, first_difference, project};

/// Later than the records: many are stale by then.
const SETTINGS: &str = "as_of = \"2026-12-31\"\n";

/// The Mali mission with mistakes of several kinds: paths and contents.
fn mission() -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    let root = project("fixtures/missions/mli");
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.strip_prefix(&root).unwrap().to_str().unwrap();
            let is_records = [".json", ".ndjson"].iter().any(|end| name.ends_with(end));
            if path.is_dir() {
                folders.push(path);
            } else if is_records {
                let text = std::fs::read_to_string(&path).unwrap();
                files.insert(name.replace('\\', "/"), text);
            }
        }
    }
    let mut edit = |path: &str, find: &str, put: &str| {
        let text = files.get_mut(path).unwrap();
        assert!(text.contains(find), "{path} has no {find}");
        *text = text.replacen(find, put, 1);
    };
    edit(
        "people.json",
        "\"chief-of-mission\"",
        "\"chief-of-the-mission\"",
    );
    edit("vacancies.json", "\"from\"", "\"since\"");
    edit(
        "meetings/2025-03.json",
        "\"mission\": \"mli\"",
        "\"mission\": \"mil\"",
    );
    files
}

fn written(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Folder {
    let folder = Folder::new().with("missionlint.toml", SETTINGS);
    for (path, content) in files {
        folder.write(&path, content);
    }
    folder
}

fn packed(extension: &str, pack: fn(&[u8]) -> Vec<u8>) -> Folder {
    let files = mission().into_iter();
    written(files.map(|(path, text)| (format!("{path}{extension}"), pack(text.as_bytes()))))
}

/// Every document on a line of its own, in one file.
fn in_lines() -> String {
    let mut lines = String::new();
    for (path, text) in mission() {
        if path.ends_with(".ndjson") {
            lines.push_str(&text);
        } else {
            // Values may hold no line ends, so that what is between them is blank.
            lines.push_str(&text.replace('\n', " "));
            lines.push('\n');
        }
    }
    lines
}

fn in_archive() -> Vec<u8> {
    let files = mission();
    let files: Vec<(&str, &String)> = files.iter().map(|(path, text)| (&**path, text)).collect();
    archive(&files)
}

fn folders() -> Vec<(&'static str, Folder)> {
    let plain = mission().into_iter();
    let all = |name: &str, content: Vec<u8>| written([(name.to_owned(), content)]);
    vec![
        (
            "folder",
            written(plain.map(|(path, text)| (path, text.into_bytes()))),
        ),
        ("lines", all("mission.ndjson", in_lines().into_bytes())),
        ("lines in gzip", all("m.ndjson.gz", gzip(in_lines()))),
        (
            "lines in Zstandard",
            all("m.ndjson.zst", zstandard(in_lines())),
        ),
        (
            "lines in an archive",
            all("m.zip", archive(&[("m.ndjson", in_lines())])),
        ),
        ("archive", all("mission.zip", in_archive())),
        ("each in gzip", packed(".gz", |bytes| gzip(bytes))),
        (
            "each in Zstandard",
            packed(".zst", |bytes| zstandard(bytes)),
        ),
    ]
}

/// What is the same wherever the records lie.
fn essence(report: &Value) -> Value {
    let of_finding = |finding: &Value| {
        let record = &finding["location"]["record"];
        json!([
            finding["rule"],
            finding["severity"],
            finding["mission"],
            record,
            finding["message"],
            finding["help"],
            finding["evidence"],
            // Outside of records the file is part of it, and what may be shown depends on what else is in the file.
            if record.is_null() {
                json!(null)
            } else {
                json!([finding["fingerprint"], finding["fix"].is_null()])
            },
        ])
    };
    let of_unchecked = |entry: &Value| {
        json!([
            entry["rule"],
            entry["severity"],
            entry["reason"],
            entry["mission"],
            entry["locations"].as_array().unwrap().len(),
        ])
    };
    let all = |key: &str, of: &dyn Fn(&Value) -> Value| {
        let list = report[key].as_array().unwrap().iter();
        let mut list: Vec<String> = list.map(|entry| of(entry).to_string()).collect();
        list.sort();
        list
    };
    json!({
        "findings": all("findings", &of_finding),
        "not_checked": all("not_checked", &of_unchecked),
        "rules": report["rules"],
        "summary": report["summary"],
        "missions": report["run"]["inputs"]["missions"],
        "records": report["run"]["inputs"]["records"],
        "faults": report["faults"],
    })
}

#[test]
fn reports_are_the_same_however_records_are_packed() {
    let folders = folders();
    let expected = essence(&folders[0].1.report(&[]));
    assert!(
        expected["findings"].as_array().unwrap().len() > 30,
        "{expected:#}"
    );
    assert!(expected["summary"]["blocked"].as_u64() > Some(0));
    for (name, folder) in &folders[1..] {
        let found = essence(&folder.report(&[]));
        for (key, value) in found.as_object().unwrap() {
            let list = |value: &Value| value.as_array().cloned().unwrap_or(vec![value.clone()]);
            let (one, other) = (list(&expected[key]), list(value));
            let gone: Vec<_> = one.iter().filter(|it| !other.contains(it)).collect();
            let new: Vec<_> = other.iter().filter(|it| !one.contains(it)).collect();
            assert!(one == other, "{name}: {key}: {gone:#?} {new:#?}");
        }
    }
}

/// The page says where things are, and when and from what it was made: the rest is the same.
#[test]
fn the_review_sheet_is_that_of_the_folder() {
    let folders = folders();
    let find = |wanted: &str| &folders.iter().find(|(name, _)| *name == wanted).unwrap().1;
    // The page, with what differs by the paths of files: the hash over all, and identities outside of records.
    let page = |name: &str| {
        let folder = find(name);
        let report = folder.report(&[]);
        let run = folder.run(&["review", ".", "-o", "sheet.html"]);
        assert_eq!(run.code, Some(1), "{run:?}");
        let mut differing = vec![report["run"]["inputs"]["hash"].clone()];
        let findings = report["findings"].as_array().unwrap().iter();
        let outside = findings.filter(|it| it["location"]["record"].is_null());
        differing.extend(outside.map(|finding| finding["fingerprint"].clone()));
        let page = folder.read("sheet.html");
        differing
            .iter()
            .enumerate()
            .fold(page, |page, (number, it)| {
                page.replace(it.as_str().unwrap(), &format!("number {number}"))
            })
    };
    let expected = page("folder");
    assert!(expected.contains("number 0") && expected.contains("number 1"));
    for (name, added) in [
        ("archive", "mission.zip/"),
        ("each in gzip", ".gz"),
        ("each in Zstandard", ".zst"),
    ] {
        let found = page(name).replace(added, "");
        let differs = first_difference(&expected, &found);
        assert!(differs.is_none(), "{name}: {differs:#?}");
    }
}

/// The hash of an input is that of what is in it.
#[test]
fn bytes_are_counted_unpacked() {
    let folders = folders();
    let bytes = |name: &str| {
        let folder = &folders.iter().find(|(other, _)| *other == name).unwrap().1;
        folder.report(&[])["run"]["inputs"]["bytes"].as_u64()
    };
    assert_eq!(bytes("archive"), bytes("folder"));
    assert_eq!(bytes("each in Zstandard"), bytes("folder"));
    assert_eq!(bytes("lines in gzip"), bytes("lines"));
    assert_eq!(bytes("lines in an archive"), bytes("lines"));
}

/// Accepted findings and earlier reports are told by records, not by files.
#[test]
fn a_baseline_and_an_earlier_report_of_the_folder_hold_for_the_archive() {
    let folder = written(
        mission()
            .into_iter()
            .map(|(path, text)| (path, text.into_bytes())),
    );
    let run = folder.run(&["baseline", "create"]);
    assert_eq!(run.code, Some(0), "{run:?}");
    let before = folder.run(&["check", "--format", "json"]);
    assert!(before.out.starts_with('{'), "{before:?}");
    let packed = written([("mission.zip".to_owned(), in_archive())])
        .with("before.json.txt", &before.out)
        .with(
            "missionlint-baseline.json",
            folder.read("missionlint-baseline.json"),
        )
        .with(
            "missionlint.toml",
            format!("{SETTINGS}baseline = \"missionlint-baseline.json\"\n"),
        );
    let report = packed.report(&["mission.zip"]);
    let counted = report["findings"].as_array().unwrap().iter();
    let left: Vec<&Value> = counted.filter(|it| it["suppressed"].is_null()).collect();
    assert!(
        left.iter()
            .all(|finding| finding["location"]["record"].is_null()),
        "{left:#?}"
    );
    packed.write("missionlint.toml", SETTINGS);
    let after = packed.run(&["check", "-o", "json=after.json.txt", "mission.zip"]);
    assert_eq!(after.code, Some(1), "{after:?}");
    let diff = packed.run(&["diff", "before.json.txt", "after.json.txt"]);
    // Identities outside of records hold the path: of the one mission that is misspelt.
    assert!(
        diff.out.contains("\n1 new, 0 fixed, 104 unchanged\n"),
        "{diff:?}"
    );
    assert!(
        diff.out
            .contains("\nmli      missing-mission                       1 "),
        "{diff:?}"
    );
}

/// Archives and packed files of a revision are read from the repository.
#[test]
fn what_a_revision_had_packed_is_compared_with() {
    let mut files = mission();
    let people = files.get("people.json").unwrap().clone();
    let zip = |files: &BTreeMap<String, String>| {
        let files: Vec<(&str, &String)> =
            files.iter().map(|(path, text)| (&**path, text)).collect();
        archive(&files)
    };
    let folder = Folder::new()
        .with("missionlint.toml", SETTINGS)
        .with("mission.zip", zip(&files));
    let repository = Repository::of(folder);
    let none = repository.report("", &["--since", "HEAD"]);
    assert_eq!(none["findings"], json!([]), "{none}");
    let other = people.replacen("\"regional-security-officer\"", "\"other-officer\"", 1);
    assert_ne!(other, people);
    files.insert("people.json".to_owned(), other);
    repository.0.write("mission.zip", zip(&files));
    let new = repository.report("", &["--since", "HEAD"]);
    let rules: Vec<&str> = new["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| finding["rule"].as_str().unwrap())
        .collect();
    assert_eq!(rules, ["value-not-allowed"], "{new}");
    assert_eq!(
        new["findings"][0]["location"]["path"],
        "mission.zip/people.json"
    );
}

/// What watches reads an archive again, and tells which of its files changed.
#[test]
fn what_changed_in_an_archive_is_told_by_file() {
    let folder = written([("mission.zip".to_owned(), in_archive())]);
    let inputs = |folder: &Path| -> Vec<Input> {
        let found = missionlint::discover::discover([&".".to_owned()], folder, &[], folder);
        found.inputs.into()
    };
    let (request, contract) = (cases::request(), Contract::default());
    let mut store = Store::default();
    store.refresh(inputs(folder.path()), &request, &contract);
    assert_eq!(
        store.refresh(inputs(folder.path()), &request, &contract),
        []
    );
    let mut files = mission();
    files.insert("people.json".to_owned(), "[]".to_owned());
    let edited: Vec<(&str, &String)> = files.iter().map(|(path, text)| (&**path, text)).collect();
    folder.write("mission.zip", archive(&edited));
    assert_eq!(
        store.refresh(inputs(folder.path()), &request, &contract),
        [("mission.zip/people.json".into(), Change::Changed)]
    );
    folder.write("mission.zip", b"PK");
    let changes = store.refresh(inputs(folder.path()), &request, &contract);
    assert!(
        changes.contains(&("mission.zip".into(), Change::Added)),
        "{changes:?}"
    );
}
