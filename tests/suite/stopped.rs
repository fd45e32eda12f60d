//! Those who wait see how far a run has come, and can end it in good order.

use std::fs::File;
use std::io::{Read, Write};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use serde_json::Value;

use crate::tool::{Folder, command};

/// More than a pipe holds: when it is written, the run is reading.
const LINES: usize = 4_000;

/// A run that reads records from standard input; it has read most of them.
fn reading(folder: &Folder, arguments: &[&str]) -> Child {
    let mut run = command(folder.path())
        .args(arguments)
        .args(["--stdin-filename", "all.ndjson", "--as-of", "2025-03-31"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    run.stdin.as_mut().unwrap().write_all(&lines()).unwrap();
    run
}

fn lines() -> Vec<u8> {
    let lines = (0..LINES).map(|number| {
        format!(
            "{{\"kind\": \"person\", \"mission\": \"mli\", \"id\": \"P-{number}\", \"confirmed\": \"2025-03-01\", \"assignments\": []}}\n"
        )
    });
    lines.collect::<String>().into_bytes()
}

fn interrupt(run: &Child) {
    let id = Pid::from_raw(i32::try_from(run.id()).unwrap());
    kill(id, Signal::SIGINT).unwrap();
}

#[test]
fn an_interrupted_run_reports_what_is_done_and_is_never_clean() {
    for command in ["check", "audit"] {
        let folder = Folder::new().with(
            "missionlint.toml",
            "[audit]\nerror_if = [\"errors > 1000000\"]\n",
        );
        let mut run = reading(
            &folder,
            &[command, "-", "-o", "out.json", "--fail-on", "never"],
        );
        interrupt(&run);
        // Who writes does not end it.
        let open = run.stdin.take();
        let ended = run.wait_with_output().unwrap();
        assert_eq!(ended.status.code(), Some(2), "{command}: {ended:?}");
        let told = String::from_utf8(ended.stderr).unwrap();
        assert!(
            told.contains("nothing was judged") || told.contains("none of the 1 missions seen"),
            "{command}: {told}"
        );
        if command == "audit" {
            let unknown = "threshold errors > 1000000 of [audit]: whether it is kept is not known";
            assert!(told.contains(unknown), "{told}");
        }
        let report: Value = serde_json::from_str(&folder.read("out.json")).unwrap();
        let faults = &report["faults"];
        assert_eq!(faults[0]["kind"], "interrupted", "{command}: {faults}");
        assert!(
            !told.contains("missionlint: missionlint"),
            "{command}: {told}"
        );
        assert_eq!(report["run"]["inputs"]["files"], 0, "{command}");
        drop(open);
    }
}

#[test]
fn a_second_interrupt_ends_a_run_at_once() {
    let folder = Folder::new();
    let pipe = folder.path().join("all.ndjson");
    let made = Command::new("mkfifo").arg(&pipe).status();
    assert!(made.unwrap().success());
    let mut run = command(folder.path())
        .args(["audit", "all.ndjson", "-o", "out.json"])
        .spawn()
        .unwrap();
    let mut open = File::options().write(true).open(&pipe).unwrap();
    open.write_all(&lines()).unwrap();
    interrupt(&run);
    std::thread::sleep(Duration::from_millis(300));
    assert!(run.try_wait().unwrap().is_none(), "it ends in good order");
    interrupt(&run);
    assert_eq!(run.wait().unwrap().code(), Some(130));
    drop(open);
    assert_eq!(folder.names(), ["all.ndjson"], "nothing is written");
}

/// What a terminal shows of a run that takes as long as this.
fn seen(takes: Duration, arguments: &[&str]) -> String {
    let folder = Folder::new();
    let terminal = nix::pty::openpty(None, None).unwrap();
    let mut run = command(folder.path())
        .env("TERM", "xterm")
        .args(["check", "-", "--stdin-filename", "all.ndjson"])
        .args(["--as-of", "2025-03-31"])
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(terminal.slave)
        .spawn()
        .unwrap();
    let seen = std::thread::spawn(move || {
        let mut seen = Vec::new();
        // At the end a terminal has an error to tell: nobody holds its other side any more.
        let _ = File::from(terminal.master).read_to_end(&mut seen);
        String::from_utf8_lossy(&seen).into_owned()
    });
    let mut input = run.stdin.take().unwrap();
    input.write_all(&lines()).unwrap();
    std::thread::sleep(takes);
    drop(input);
    run.wait().unwrap();
    seen.join().unwrap()
}

#[test]
fn a_long_run_shows_its_progress_on_a_terminal() {
    let long = Duration::from_millis(1_600);
    let seen_long = seen(long, &[]);
    assert!(seen_long.contains("reading"), "{seen_long:?}");
    assert!(seen_long.contains("/s"), "with its rate: {seen_long:?}");
    assert!(!seen(long, &["--quiet"]).contains("reading"));
    assert!(
        !seen(Duration::ZERO, &[]).contains("reading"),
        "a short one does not"
    );
}
