//! What a run needs at a time follows the largest missions, not how many there are; and it can be stopped.

use std::fmt::Write as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

use missionlint::engine::{Content, Input, Means, Progress, check_within};
use missionlint::schema::Contract;

use crate::cases;
use crate::tool::{self, Folder, command};

/// A person of a mission, with some posts.
fn person(mission: usize, number: usize) -> String {
    let post = r#"{"role": "programme-officer", "kind": "staff", "duty_station": "cap", "from": "2024-01-01"}"#;
    let posts = [post; 12].join(", ");
    format!(
        "{{\"kind\": \"person\", \"mission\": \"m{mission:04}\", \"id\": \"P-{number}\", \"confirmed\": \"2025-03-01\", \"assignments\": [{posts}]}}"
    )
}

/// The record of a mission.
fn mission(number: usize) -> String {
    let from = "\"from\": \"2020-01-01\"";
    format!(
        "{{\"kind\": \"mission\", \"mission\": \"m{number:04}\", \"id\": \"m{number:04}\", \"name\": \"M\", \"confirmed\": \"2025-03-01\", \"countries\": [\"MLI\"], \"regional_office\": [{{\"office\": \"ro-dakar\", {from}}}], \"offices\": [{{\"id\": \"cap\", \"place\": \"Bamako\", {from}}}], \"phase\": [{{\"value\": \"recovery\", {from}}}], \"context_model\": [{{\"value\": \"none\", {from}}}]}}"
    )
}

/// Missions one after the other, with so many persons each.
fn corpus(missions: usize, people: usize) -> String {
    let mut text = String::new();
    for number in 0..missions {
        let _ = writeln!(text, "{}", mission(number));
        for at in 0..people {
            let _ = writeln!(text, "{}", person(number, at));
        }
    }
    text
}

/// The most memory that checking something took, in bytes; `input` is what it reads from standard input.
#[cfg(target_os = "linux")]
fn peak(folder: &Folder, path: &str, input: std::process::Stdio) -> u64 {
    let mut command = command(folder.path());
    if path == "-" {
        command.args(["check", "-", "--stdin-filename", "all.ndjson"]);
    } else {
        command.args(["check", path]);
    }
    let command = command
        .args(["--memory", "1", "--as-of", "2025-03-31"])
        .args(["--select", "duplicate-id,dangling-reference", "--quiet"])
        .env("RAYON_NUM_THREADS", "2")
        .stdin(input);
    let (peak, code) = tool::peak(command);
    assert_eq!(code, Some(0), "{path}");
    peak
}

/// Asserts that four times as much takes less than a tenth more.
#[cfg(target_os = "linux")]
#[track_caller]
fn assert_flat(some: u64, many: u64) {
    assert!(some > 10_000 * 1024, "{some} bytes");
    assert!(many * 10 < some * 11, "{some} bytes, then {many} bytes");
}

#[cfg(target_os = "linux")]
#[test]
fn four_times_as_many_missions_take_no_more_memory() {
    let folder = Folder::new()
        .with("some.ndjson", corpus(64, 60))
        .with("many.ndjson", corpus(256, 60));
    let file = |path| peak(&folder, path, std::process::Stdio::null());
    assert_flat(file("some.ndjson"), file("many.ndjson"));
    let stream = |path: &str| {
        let file = std::fs::File::open(folder.path().join(path)).unwrap();
        let mut cat = std::process::Command::new("cat")
            .stdin(file)
            .stdout(std::process::Stdio::piped())
            .spawn()
            .unwrap();
        let peak = peak(&folder, "-", cat.stdout.take().unwrap().into());
        cat.wait().unwrap();
        peak
    };
    assert_flat(stream("some.ndjson"), stream("many.ndjson"));
}

#[cfg(target_os = "linux")]
#[test]
fn four_times_as_many_folders_take_no_more_memory() {
    let mut folder = Folder::new();
    for (name, missions) in [("some", 64), ("many", 256)] {
        for number in 0..missions {
            let people: Vec<String> = (0..60).map(|at| person(number, at)).collect();
            let people = people.chunks(6).map(|some| some.join(",\n"));
            let home = format!("{name}/m{number:04}");
            folder = folder.with(&format!("{home}/mission.json"), mission(number));
            for (at, people) in people.enumerate() {
                folder = folder.with(&format!("{home}/people/{at}.json"), format!("[{people}]"));
            }
        }
    }
    let peak = |path| peak(&folder, path, std::process::Stdio::null());
    assert_flat(peak("some"), peak("many"));
}

#[cfg(target_os = "linux")]
#[test]
fn four_times_as_many_mixed_missions_take_no_more_memory() {
    let mixed = |missions: usize| {
        let mut text = String::new();
        for number in 0..missions {
            let _ = writeln!(text, "{}", mission(number));
        }
        for at in 0..60 {
            for number in 0..missions {
                let _ = writeln!(text, "{}", person(number, at));
            }
        }
        text
    };
    let folder = Folder::new()
        .with("some.ndjson", mixed(64))
        .with("many.ndjson", mixed(256));
    let peak = |path| peak(&folder, path, std::process::Stdio::null());
    assert_flat(peak("some.ndjson"), peak("many.ndjson"));
}

#[test]
fn a_run_that_was_stopped_says_so_and_judges_nothing_halfway() {
    let input = Input {
        path: "all.ndjson".into(),
        content: Content::Bytes(corpus(3, 2).into_bytes()),
    };
    for memory in [0, u64::MAX] {
        let progress = Arc::new(Progress::default());
        progress.stop.store(true, Relaxed);
        let means = Means {
            memory,
            progress: progress.clone(),
            ..Means::default()
        };
        let report = check_within(
            vec![input.clone()],
            &cases::request(),
            &Contract::default(),
            &means,
        );
        let kinds: Vec<&str> = report.faults.iter().map(|fault| fault.kind).collect();
        assert_eq!(kinds, ["interrupted"]);
        assert!(report.findings.is_empty());
        assert!(!report.is_ready());
        let whole = Means {
            memory,
            ..Means::default()
        };
        let report = check_within(
            vec![input.clone()],
            &cases::request(),
            &Contract::default(),
            &whole,
        );
        assert!(report.faults.is_empty());
        let told = |number: &AtomicU64| number.load(Relaxed);
        let Progress {
            files,
            bytes,
            units,
            judged,
            ..
        } = &*whole.progress;
        assert_eq!((told(files), told(bytes)), (1, report.inputs.bytes));
        assert_eq!(told(units), told(judged));
    }
}
