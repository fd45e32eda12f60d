//! What a run needs at a time follows the largest missions, not how many there are; and it can be stopped.

use std::fmt::Write as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

use missionlint::engine::{Content, Input, Means, Progress, check_within};
use missionlint::schema::Contract;

use crate::cases;
use crate::tool::{Folder, command};

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

/// The most memory that checking a file took, in kilobytes.
#[cfg(target_os = "linux")]
fn peak(folder: &Folder, file: &str) -> u64 {
    let mut child = command(folder.path())
        .args(["check", file, "--memory", "1", "--as-of", "2025-03-31"])
        .args(["--select", "duplicate-id,dangling-reference", "--quiet"])
        .env("RAYON_NUM_THREADS", "2")
        .stdout(std::process::Stdio::null())
        .stderr(std::process::Stdio::null())
        .spawn()
        .unwrap();
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    while child.try_wait().unwrap().is_none() {
        let text = std::fs::read_to_string(&status).unwrap_or_default();
        let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let words = line.and_then(|line| line.split_whitespace().next());
        peak = peak.max(words.and_then(|word| word.parse().ok()).unwrap_or(0));
        std::thread::sleep(std::time::Duration::from_millis(2));
    }
    assert_eq!(child.wait().unwrap().code(), Some(0));
    peak
}

#[cfg(target_os = "linux")]
#[test]
fn four_times_as_many_missions_take_no_more_memory() {
    let folder = Folder::new()
        .with("some.ndjson", corpus(64, 60))
        .with("many.ndjson", corpus(256, 60));
    let (some, many) = (peak(&folder, "some.ndjson"), peak(&folder, "many.ndjson"));
    assert!(some > 10_000, "{some} kB");
    assert!(many * 10 < some * 11, "{some} kB, then {many} kB");
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
