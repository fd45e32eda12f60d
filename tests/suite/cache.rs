//! What an earlier run has left changes nothing about what is reported, and spares the work.

use std::sync::Arc;
use std::sync::atomic::Ordering::Relaxed;

use missionlint::config;
use missionlint::engine::{
    Cache, Content, Describe, Input, Means, Progress, Request, check_within,
};
use missionlint::report::{Audience, Report};
use missionlint::rules;
use missionlint::schema::Contract;

use crate::cases;
use crate::mission::Mission;
use crate::scale::{input, layouts, requests, told};

/// What a run gives, what it leaves, and how much it had to do.
struct Ran {
    told: String,
    left: Option<Vec<u8>>,
    parsed: u64,
    judged: u64,
}

/// The program of most tests.
const PROGRAM: u128 = 7;

fn report(inputs: &[Input], request: &Request, means: &Means) -> Report {
    check_within(inputs.to_vec(), request, &Contract::default(), means)
}

/// A run that finds what was left before.
fn run_by(program: u128, inputs: &[Input], request: &Request, memory: u64, before: &[u8]) -> Ran {
    let cache = Arc::new(Cache::new(program, before.to_vec()));
    let means = Means {
        memory,
        cache: Some(Arc::clone(&cache)),
        progress: Arc::new(Progress::default()),
        ..Means::default()
    };
    let report = report(inputs, request, &means);
    assert_eq!(
        means.progress.units.load(Relaxed),
        means.progress.judged.load(Relaxed)
    );
    Ran {
        told: told(&report),
        left: cache.after().map(<[u8]>::to_vec),
        parsed: means.progress.parsed.load(Relaxed),
        judged: means.progress.judged.load(Relaxed),
    }
}

fn run(inputs: &[Input], request: &Request, memory: u64, before: &[u8]) -> Ran {
    run_by(PROGRAM, inputs, request, memory, before)
}

fn without(inputs: &[Input], request: &Request) -> String {
    told(&report(inputs, request, &Means::default()))
}

fn assert_same(name: &str, found: &str, expected: &str) {
    if found != expected {
        let mut lines = expected.lines().zip(found.lines());
        let first = lines.find(|(one, other)| one != other);
        panic!("{name}: {first:#?}");
    }
}

/// Asserts that a run with what an earlier one left gives the same as one without, and gives what was left.
fn assert_kept(name: &str, inputs: &[Input], request: &Request, memory: u64) -> Vec<u8> {
    let expected = without(inputs, request);
    let first = run(inputs, request, memory, b"");
    assert_same(name, &first.told, &expected);
    assert!(first.judged > 0, "{name}");
    let left = first
        .left
        .unwrap_or_else(|| panic!("{name} leaves nothing"));
    let again = run(inputs, request, memory, &left);
    assert_same(&format!("{name}, again"), &again.told, &expected);
    assert_eq!(again.judged, 0, "{name}");
    assert_eq!(again.left, None, "{name}");
    assert!(again.parsed < first.parsed, "{name}");
    left
}

#[test]
fn every_fixture_is_reported_alike_with_what_an_earlier_run_left() {
    for folder in cases::fixtures() {
        let mission = Mission::of(&folder);
        let request = Request {
            describe: Describe::Both,
            ..mission.request()
        };
        let name = folder.display().to_string();
        assert_kept(&name, &mission.inputs(), &request, u64::MAX);
    }
}

#[test]
fn every_layout_is_reported_alike_with_what_an_earlier_run_left() {
    let requests = requests();
    for (at, (name, inputs)) in layouts().into_iter().enumerate() {
        let request = Request {
            describe: Describe::Both,
            ..requests[at % requests.len()].clone()
        };
        for (memory, threads) in [(0, 2), (60_000, 1), (u64::MAX, 2)] {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads);
            let pool = pool.build().unwrap();
            pool.install(|| assert_kept(name, &inputs, &request, memory));
        }
    }
}

#[test]
fn what_is_broken_is_reported_alike() {
    let broken = cases::broken().into_iter();
    let broken: Vec<Input> = broken.map(|(path, bytes)| input(&path, bytes)).collect();
    for memory in [0, 2000, u64::MAX] {
        assert_kept("broken", &broken, &cases::request(), memory);
    }
}

/// Both missions, each in a folder of its own, and contacts of the region.
fn corpus() -> Vec<Input> {
    let mut inputs = Vec::new();
    for id in ["eth", "mli"] {
        for (path, text) in Mission::named(id).files {
            if path.ends_with("json") {
                inputs.push(input(&format!("{id}/{path}"), text));
            }
        }
    }
    inputs.push(input(
        "contacts.json",
        r#"{"kind": "contact", "id": "C-1", "classification": "internal"}"#,
    ));
    inputs
}

fn base() -> Request {
    Request {
        reveal: false,
        describe: Describe::Both,
        ..cases::request()
    }
}

fn text(input: &Input) -> String {
    let Content::Bytes(bytes) = &input.content else {
        panic!("{input:?}")
    };
    String::from_utf8(bytes.clone()).unwrap()
}

/// Changes the first text of a mission that has a word.
fn edit(inputs: &mut [Input], mission: &str, find: &str, replacement: &str) {
    let mut own = inputs
        .iter_mut()
        .filter(|input| input.path.starts_with(mission));
    let changed = own.find(|input| text(input).contains(find)).unwrap();
    let new = text(changed).replacen(find, replacement, 1);
    changed.content = Content::Bytes(new.into_bytes());
}

#[test]
fn one_mission_that_has_changed_is_judged_and_no_other() {
    let inputs = corpus();
    let left = assert_kept("corpus", &inputs, &base(), u64::MAX);
    let whole = run(&inputs, &base(), u64::MAX, b"");
    let mut changed = inputs.clone();
    edit(&mut changed, "mli/", "\"kind\"", " \"kind\"");
    for memory in [0, u64::MAX] {
        let again = run(&changed, &base(), memory, &left);
        assert_same("one mission", &again.told, &without(&changed, &base()));
        assert_eq!(again.judged, 1);
        assert!(again.parsed > 0 && again.parsed < whole.parsed);
        // And what was judged now is known to the next run.
        let left = again.left.unwrap();
        assert_eq!(run(&changed, &base(), memory, &left).judged, 0);
    }
}

/// A change of what is checked.
type Edit = fn(&mut Vec<Input>);

#[test]
fn whatever_changes_is_reported_as_it_is_now() {
    let inputs = corpus();
    let left = assert_kept("corpus", &inputs, &base(), u64::MAX);
    let edits: [(&str, Edit); 12] = [
        ("a value", |all| edit(all, "mli/", "2025-", "2024-")),
        ("a value of another length", |all| {
            edit(all, "eth/", "\"member\"", "\"observer\"");
        }),
        ("a name", |all| all[3].path = "mli/renamed.json".into()),
        ("a folder", |all| {
            for input in all.iter_mut() {
                let path = input.path.replace("eth/", "ethiopia/");
                input.path = path.into();
            }
        }),
        ("a mission more", |all| {
            all.push(input(
                "tcd/people.json",
                r#"{"kind": "person", "id": "P-1", "mission": "tcd"}"#,
            ));
        }),
        ("a mission less", |all| {
            all.retain(|input| !input.path.starts_with("eth/"));
        }),
        ("a mission that is misspelt", |all| {
            edit(all, "mli/", "\"mli\"", "\"mlii\"");
        }),
        ("contacts of the region", |all| {
            let last = all.last_mut().unwrap();
            last.content = Content::Bytes(b"{\"kind\": \"contact\", \"id\": \"C-2\"}".to_vec());
        }),
        ("what is no JSON", |all| {
            all.push(input("mli/broken.json", "{\"kind\": \"person\", \"id\": "));
        }),
        ("what is no text", |all| {
            all.push(input("mli/page.json", "<html><body>x</body></html>"));
        }),
        ("a reference to another mission", |all| {
            edit(all, "mli/", "\"person\": \"", "\"person\": \"eth/");
        }),
        ("nothing but the order of files", |all| all.reverse()),
    ];
    for (name, change) in edits {
        let mut changed = inputs.clone();
        change(&mut changed);
        for memory in [0, u64::MAX] {
            let again = run(&changed, &base(), memory, &left);
            assert_same(name, &again.told, &without(&changed, &base()));
        }
        // And back.
        let other = run(&changed, &base(), u64::MAX, &left).left;
        let back = run(&inputs, &base(), u64::MAX, &other.unwrap_or(left.clone()));
        assert_same(name, &back.told, &without(&inputs, &base()));
    }
}

fn with_settings(settings: &str) -> Request {
    Request {
        settings: config::parse(settings, &rules::catalogue()).unwrap(),
        ..base()
    }
}

#[test]
fn another_law_is_another_run() {
    let inputs = corpus();
    let left = assert_kept("corpus", &inputs, &base(), u64::MAX);
    let allow = "[[allow]]\nrule = \"late-entry\"\nmission = \"mli\"\nreason = \"for a test\"";
    let others = [
        Request {
            as_of: missionlint::calendar::parse_day("2025-04-01").unwrap(),
            ..base()
        },
        Request {
            audience: Audience::Public,
            ..base()
        },
        Request {
            reveal: true,
            ..base()
        },
        Request {
            describe: Describe::Counts,
            ..base()
        },
        Request {
            ignore: vec!["late-entry".to_owned()],
            ..base()
        },
        Request {
            policy: missionlint::reference::Policy::Latest,
            ..base()
        },
        with_settings(allow),
        with_settings("[severity]\nlate-entry = \"off\""),
    ];
    for (at, other) in others.iter().enumerate() {
        let again = run(&inputs, other, u64::MAX, &left);
        assert_same(&format!("{at}"), &again.told, &without(&inputs, other));
        assert!(again.judged > 1, "{at}");
    }
    let other_program = run_by(PROGRAM + 1, &inputs, &base(), u64::MAX, &left);
    assert!(other_program.judged > 1);
}

/// Findings that were there before belong to the run, not to what is kept.
#[test]
fn a_baseline_applies_to_what_is_kept() {
    let inputs = corpus();
    let left = assert_kept("corpus", &inputs, &base(), u64::MAX);
    let found = report(&inputs, &base(), &Means::default());
    let known = &found.findings[0];
    let entry = config::BaselineEntry {
        fingerprint: known.fingerprint.clone(),
        rule: known.rule.id.to_owned(),
        severity: known.severity,
        mission: None,
        record: None,
        path: String::new(),
        created: base().as_of,
        reason: None,
        owner: None,
        span: 0..0,
    };
    let request = Request {
        baseline: Some(config::Baseline {
            entries: vec![entry],
            ..config::Baseline::default()
        }),
        ..base()
    };
    let again = run(&inputs, &request, u64::MAX, &left);
    assert_same("baseline", &again.told, &without(&inputs, &request));
    assert_eq!(again.judged, 0);
    assert_ne!(again.told, without(&inputs, &base()));
}

#[test]
fn what_is_damaged_is_done_again() {
    let inputs = corpus();
    let left = assert_kept("corpus", &inputs, &base(), u64::MAX);
    let expected = without(&inputs, &base());
    let whole = run(&inputs, &base(), u64::MAX, b"");
    let ends = [0, 1, 23, 24, 40, 48, left.len() / 2, left.len() - 1];
    let cut = ends.map(|end| left[..end].to_vec());
    let flipped = (0..16).map(|at| {
        let mut damaged = left.clone();
        let at = at * (left.len() - 1) / 15;
        damaged[at] ^= 0x10;
        damaged
    });
    for damaged in cut.into_iter().chain(flipped) {
        let again = run(&inputs, &base(), u64::MAX, &damaged);
        assert_same("damaged", &again.told, &expected);
        assert_eq!(again.judged, whole.judged);
        assert_eq!(again.left.as_ref(), Some(&left), "it is put right");
    }
}

/// Nothing is taken for an answer in a run that was stopped while it read.
#[test]
fn what_is_kept_is_no_answer_to_a_run_that_was_stopped() {
    let left = assert_kept("corpus", &corpus(), &base(), u64::MAX);
    let means = Means {
        cache: Some(Arc::new(Cache::new(PROGRAM, left))),
        ..Means::default()
    };
    means.progress.stop.store(true, Relaxed);
    let report = report(&corpus(), &base(), &means);
    assert_eq!((report.faults.len(), report.findings.len()), (1, 0));
}
