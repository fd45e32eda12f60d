//! Missions are judged as soon as they are complete, and what they were read from is not read again: nothing of that
//! shows in the report.

use std::fmt::Write as _;
use std::io::{Read, Write as _};
use std::sync::Arc;
use std::sync::atomic::Ordering::Relaxed;

use missionlint::config;
use missionlint::engine::{Content, Describe, Input, Means, Progress, Request, check_within};
use missionlint::report::Report;
use missionlint::rules;
use missionlint::schema::Contract;
use missionlint::source::Once;

use crate::cases;
use crate::scale::told;

/// Missions of a corpus.
const MISSIONS: usize = 24;

/// Records of each.
const RECORDS: usize = 16;

/// The room of runs that hold but a few of them.
const ROOM: u64 = 1 << 20;

/// A regional contact.
const CONTACT: &str = r#"{"kind": "contact", "id": "C-1", "role": "regional-thematic-specialist", "unit": "DHRR", "office": "ro-dakar", "mailbox": "rts@example.org", "from": "2025-01-01"}"#;

fn name(mission: usize) -> String {
    format!("m{mission:02}")
}

/// The record of a mission.
fn head(mission: &str) -> String {
    let from = "\"from\": \"2020-01-01\"";
    format!(
        "{{\"kind\": \"mission\", \"mission\": \"{mission}\", \"id\": \"{mission}\", \"name\": \"M\", \"confirmed\": \"2025-03-01\", \"countries\": [\"MLI\"], \"regional_office\": [{{\"office\": \"ro-dakar\", {from}}}], \"offices\": [{{\"id\": \"cap\", \"place\": \"Bamako\", {from}}}], \"phase\": [{{\"value\": \"recovery\", {from}}}], \"context_model\": [{{\"value\": \"none\", {from}}}]}}"
    )
}

/// A person in a long line; one in twelve has no such duty station.
fn person(mission: &str, number: usize) -> String {
    let station = if number % 12 == 5 { "capp" } else { "cap" };
    let blanks = " ".repeat(18_000);
    format!(
        "{{\"kind\": \"person\", \"mission\": \"{mission}\", \"id\": \"P-{number}\", \"confirmed\": \"2025-03-01\", {blanks}\"assignments\": [{{\"role\": \"programme-officer\", \"kind\": \"staff\", \"duty_station\": \"{station}\", \"from\": \"2024-01-01\"}}]}}"
    )
}

/// The records of each mission.
fn missions() -> Vec<Vec<String>> {
    let mission = |number| {
        let name = name(number);
        let people = (0..RECORDS).map(|at| person(&name, at));
        std::iter::once(head(&name)).chain(people).collect()
    };
    (0..MISSIONS).map(mission).collect()
}

fn lines<'l>(records: impl IntoIterator<Item = &'l String>) -> String {
    records.into_iter().fold(String::new(), |mut text, record| {
        let _ = writeln!(text, "{record}");
        text
    })
}

fn input(path: &str, text: impl Into<Vec<u8>>) -> Input {
    Input {
        path: path.into(),
        content: Content::Bytes(text.into()),
    }
}

/// How much was read, and how much of it once more.
#[derive(Debug)]
struct Reading {
    bytes: u64,
    again: u64,
}

fn check(inputs: &[Input], request: &Request, memory: u64, threads: usize) -> (Report, Reading) {
    check_each(inputs, request, (memory, u64::MAX), threads)
}

/// The same where missions are judged before there is no room, when so much is held for each thread.
fn check_each(
    inputs: &[Input],
    request: &Request,
    (memory, each): (u64, u64),
    threads: usize,
) -> (Report, Reading) {
    let progress = Arc::new(Progress::default());
    let means = Means {
        memory,
        each,
        progress: progress.clone(),
        ..Means::default()
    };
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads);
    let pool = pool.build().unwrap();
    let report =
        pool.install(|| check_within(inputs.to_vec(), request, &Contract::default(), &means));
    let told = |number: &std::sync::atomic::AtomicU64| number.load(Relaxed);
    if report.faults.is_empty() {
        assert_eq!(told(&progress.units), told(&progress.judged));
        assert_eq!(told(&progress.bytes), report.inputs.bytes);
    }
    let reading = Reading {
        bytes: told(&progress.bytes),
        again: told(&progress.again),
    };
    (report, reading)
}

/// Asserts that a corpus is reported as if there were room for all of it, and gives what was read the last time.
fn assert_alike(name: &str, inputs: &[Input], request: &Request) -> Reading {
    let (report, whole) = check(inputs, request, u64::MAX, 2);
    assert_eq!(whole.again, 0);
    assert!(report.findings.len() >= MISSIONS, "{name}");
    let expected = told(&report);
    let mut last = whole;
    let none = u64::MAX;
    let rooms = [
        (none, ROOM, 1),
        (none, ROOM / 4, 2),
        (4 * ROOM, ROOM / 2, 2),
        (0, none, 3),
        (2 * ROOM, none, 1),
        (ROOM, none, 2),
    ];
    for (memory, each, threads) in rooms {
        let (report, reading) = check_each(inputs, request, (memory, each), threads);
        let found = told(&report);
        let mut lines = expected.lines().zip(found.lines());
        let first = lines.find(|(one, other)| one != other);
        assert!(
            found == expected,
            "{name} in {memory}, {each} by {threads}: {first:#?}"
        );
        last = reading;
    }
    last
}

/// Layouts in which missions come one after the other.
fn adjacent() -> Vec<(&'static str, Vec<Input>)> {
    let missions = missions();
    let regional = || input("regional/contacts.json", CONTACT);
    let folders = missions.iter().enumerate().flat_map(|(number, records)| {
        let folder = format!("missions/{}", name(number));
        records.chunks(8).enumerate().map(move |(at, records)| {
            let kind = if at % 2 == 0 { "" } else { "people/" };
            input(&format!("{folder}/{kind}{at}.ndjson"), lines(records))
        })
    });
    let files = missions.iter().enumerate();
    let files = files.map(|(number, records)| {
        let list = format!("[{}]", records.join(",\n"));
        input(&format!("all/{}.json", name(number)), list)
    });
    let first = CONTACT.to_owned();
    let all = std::iter::once(&first).chain(missions.iter().flatten());
    vec![
        ("lines", vec![input("all.ndjson", lines(all))]),
        ("folders", folders.chain([regional()]).collect()),
        ("files", files.chain([input("all.json", CONTACT)]).collect()),
    ]
}

#[test]
fn missions_that_come_one_after_the_other_are_read_once() {
    for (name, inputs) in adjacent() {
        let reading = assert_alike(name, &inputs, &cases::request());
        assert!(reading.bytes > 3 * ROOM, "{name}: {reading:?}");
        assert_eq!(reading.again, 0, "{name}: {reading:?}");
    }
}

#[test]
fn mixed_missions_are_read_twice_and_no_more() {
    let missions = missions();
    let mixed = (0..=RECORDS).flat_map(|at| missions.iter().map(move |records| &records[at]));
    let mixed = [input("all.ndjson", lines(mixed))];
    let reading = assert_alike("mixed", &mixed, &cases::request());
    assert!(reading.again > reading.bytes / 2, "{reading:?}");
    // A chunk of lines is read once more for each batch of missions.
    let by_kind = missions.iter().enumerate().flat_map(|(number, records)| {
        let name = name(number);
        let (some, others) = records.split_at(RECORDS / 2);
        [
            input(&format!("a/{name}.ndjson"), lines(some)),
            input(&format!("b/{name}.ndjson"), lines(others)),
        ]
    });
    let by_kind: Vec<Input> = by_kind.collect();
    let reading = assert_alike("by kind", &by_kind, &cases::request());
    assert!(reading.again <= reading.bytes, "{reading:?}");
    assert!(reading.again > reading.bytes / 2, "{reading:?}");
}

#[test]
fn what_comes_late_is_judged_with_what_came_before() {
    let missions = missions();
    let tied = |from: usize, to: usize| {
        format!(
            "{{\"kind\": \"representation\", \"id\": \"R-{to}\", \"mission\": \"{}\", \"person\": \"{}/P-3\", \"platform\": \"smt\", \"from\": \"2024-01-01\"}}",
            name(from),
            name(to)
        )
    };
    // Each with whether missions that have nothing to do with it are read again for it.
    let more = [
        ("a record of the first mission", person("m00", 900), false),
        ("the same record again", person("m00", 3), false),
        ("a reference backward", tied(MISSIONS - 1, 1), false),
        (
            "a reference to one that is not there",
            tied(MISSIONS - 1, 99),
            false,
        ),
        ("a regional contact", CONTACT.to_owned(), true),
        (
            "a line that is no JSON",
            "{\"kind\": \"person\", ".to_owned(),
            true,
        ),
        (
            "a record without a mission",
            "{\"kind\": \"meeting\", \"id\": \"M-1\"}".to_owned(),
            true,
        ),
        ("a misspelt mission", person("m0O", 1), false),
    ];
    for (what, record, all) in &more {
        let mut late = missions.clone();
        late[MISSIONS - 1].push(record.clone());
        let text = lines(late.iter().flatten());
        let reading = assert_alike(what, &[input("all.ndjson", text)], &cases::request());
        assert_eq!(
            reading.again > reading.bytes / 2,
            *all,
            "{what}: {reading:?}"
        );
    }
    let mut forward = missions.clone();
    forward[2].push(tied(2, MISSIONS - 2));
    forward[9].insert(3, tied(9, 8));
    let text = lines(forward.iter().flatten());
    let reading = assert_alike(
        "a reference forward",
        &[input("all.ndjson", text)],
        &cases::request(),
    );
    assert!(reading.again < reading.bytes / 2, "{reading:?}");
}

#[test]
fn a_misspelt_mission_is_found_however_late() {
    let (_, mut inputs) = adjacent().remove(1);
    inputs.push(input("missions/m03/zz/late.json", person("m0e", 77)));
    inputs.push(input(
        "missions/m03/zz/none.json",
        "{\"kind\": \"person\" \"id\": 3",
    ));
    inputs.push(input("missions/m05/broken.json", "\u{0}\u{1}"));
    let reading = assert_alike("folders", &inputs, &cases::request());
    assert!(reading.again < reading.bytes / 2, "{reading:?}");
    inputs.push(input("zz/late.json", person("m0e", 78)));
    assert_alike("two folders", &inputs, &cases::request());
}

#[test]
fn settings_hold_for_what_is_judged_early() {
    let settings = r#"
        [[allow]]
        rule = "dangling-reference"
        mission = "m03"
        reason = "for a test"
        [[allow]]
        rule = "dangling-reference"
        record = "person/P-5"
        reason = "for a test"
        expires = 2025-03-01
        [[allow]]
        rule = "duplicate-id"
        mission = "m04"
        reason = "never needed"
        [[overrides]]
        missions = ["m07"]
        [overrides.severity]
        dangling-reference = "warning"
        "#;
    let settings = config::parse(settings, &rules::catalogue()).unwrap();
    let source = config::Source {
        path: "missionlint.toml".to_owned(),
        covered: true,
        ..config::Source::default()
    };
    let request = Request {
        settings,
        configs: vec![source],
        describe: Describe::Both,
        reveal: false,
        ..cases::request()
    };
    for (name, inputs) in adjacent() {
        let reading = assert_alike(name, &inputs, &request);
        assert_eq!(reading.again, 0, "{name}: {reading:?}");
    }
}

/// The same, packed.
fn packed(text: &str) -> Vec<u8> {
    let mut packing = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packing.write_all(text.as_bytes()).unwrap();
    packing.finish().unwrap()
}

#[test]
fn packed_missions_are_read_as_often_as_others() {
    let missions = missions();
    let adjacent = lines(missions.iter().flatten());
    let mixed = (0..=RECORDS).flat_map(|at| missions.iter().map(move |records| &records[at]));
    for (name, text, again) in [("adjacent", adjacent, false), ("mixed", lines(mixed), true)] {
        let inputs = [input("all.ndjson.gz", packed(&text))];
        let reading = assert_alike(name, &inputs, &cases::request());
        assert_eq!(reading.again > 0, again, "{name}: {reading:?}");
    }
}

/// What changes a file when it is read.
struct Meddling {
    path: std::path::PathBuf,
    text: String,
}

impl Read for Meddling {
    fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
        std::fs::write(&self.path, &self.text)?;
        Ok(0)
    }
}

#[test]
fn a_file_that_changes_between_two_readings_is_a_fault() {
    let missions = missions();
    let mixed = (0..=RECORDS).flat_map(|at| missions.iter().map(move |records| &records[at]));
    let mixed = lines(mixed);
    let folder = crate::tool::Folder::new().with("all.ndjson", &mixed);
    let path = folder.path().join("all.ndjson");
    let inputs = [
        Input {
            path: "all.ndjson".into(),
            content: Content::File(path.clone()),
        },
        Input {
            // Read last.
            path: "later/late.ndjson".into(),
            content: Content::Once(Once::new(Meddling {
                path,
                text: mixed.replacen("m03", "m04", 1),
            })),
        },
    ];
    let (report, _) = check(&inputs, &cases::request(), ROOM, 1);
    let faults = report.faults.iter();
    let faults: Vec<(&str, &str)> = faults
        .map(|fault| (fault.kind, fault.subject.as_str()))
        .collect();
    assert_eq!(faults, [("changed-while-read", "all.ndjson")]);
    assert!(!report.is_ready());
}

#[test]
fn little_that_can_be_read_once_stays_whatever_is_beside_it() {
    let missions = missions();
    let mixed = (0..=RECORDS).flat_map(|at| missions.iter().map(move |records| &records[at]));
    let mixed = input("all.ndjson", lines(mixed));
    let late = [
        input("b/late.ndjson", person("m03", 90)),
        input("a/early.json", CONTACT),
    ];
    let all = |late: &[Input]| [std::slice::from_ref(&mixed), late].concat();
    let (expected, _) = check(&all(&late), &cases::request(), u64::MAX, 2);
    let (report, reading) = check(&all(&once(&late)), &cases::request(), ROOM, 2);
    assert!(reading.again > 0);
    assert!(told(&report) == told(&expected), "{:?}", report.faults);
}

/// What can be read once.
fn once(inputs: &[Input]) -> Vec<Input> {
    let once = inputs.iter().map(|input| match &input.content {
        Content::Bytes(bytes) => Input {
            path: input.path.clone(),
            content: Content::Once(Once::new(std::io::Cursor::new(bytes.clone()))),
        },
        _ => panic!("bytes"),
    });
    once.collect()
}

#[test]
fn streams_of_missions_one_after_the_other_need_no_room() {
    for (name, inputs) in adjacent() {
        let (expected, _) = check(&inputs, &cases::request(), u64::MAX, 2);
        for memory in [ROOM, u64::MAX] {
            let (report, reading) = check(&once(&inputs), &cases::request(), memory, 2);
            assert!(told(&report) == told(&expected), "{name}");
            assert_eq!(reading.again, 0);
        }
    }
}

#[test]
fn a_stream_that_would_have_to_be_read_twice_is_a_fault_and_the_rest_is_reported() {
    let mut missions = missions();
    let late = missions[0].pop().unwrap();
    missions[MISSIONS - 1].push(late);
    let inputs = [input("all.ndjson", lines(missions.iter().flatten()))];
    let (whole, _) = check(&once(&inputs), &cases::request(), u64::MAX, 2);
    assert!(whole.faults.is_empty());
    let (report, _) = check(&once(&inputs), &cases::request(), ROOM, 2);
    let faults = report.faults.iter();
    let faults: Vec<(&str, &str)> = faults.map(|fault| (fault.kind, fault.reason.id)).collect();
    assert_eq!(faults, [("cannot-read", "reason-not-twice")]);
    assert!(!report.is_ready());
    // All but the mission that was torn apart.
    let of_first = |report: &Report| {
        let mut findings = report.findings.iter();
        findings.any(|found| found.mission.as_deref() == Some("m00"))
    };
    assert!(of_first(&whole) && !of_first(&report));
    let others = |report: &Report| {
        let findings = report.findings.iter();
        let findings = findings.filter(|found| found.mission.as_deref() != Some("m00"));
        findings
            .map(|found| found.fingerprint.clone())
            .collect::<Vec<_>>()
    };
    assert!(others(&report) == others(&whole));
}
