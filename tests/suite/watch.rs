//! `check --watch`: what it says while files come, change and go. Nothing here is about how long anything takes: each
//! wait ends when what is waited for is there, and fails the test after far longer than that needs.

use std::io::Read;
use std::path::Path;
use std::process::Child;
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};

use crate::cli::{CONTACT, MISSION, SETTINGS};
use crate::tool::{Folder, command};

/// Long enough for the slowest machine.
const LIMIT: Duration = Duration::from_secs(120);

/// The program while it watches. It is ended in any case.
struct Watching {
    child: Child,
    pieces: Receiver<String>,
    told: String,
}

impl Watching {
    /// Starts it and waits until it does watch.
    fn start(folder: &Path, arguments: &[&str]) -> Self {
        let mut started = Self::begin(folder, arguments);
        started.until("Ctrl-C ends");
        started
    }

    fn begin(folder: &Path, arguments: &[&str]) -> Self {
        // One pipe for both streams: what is told comes in its order.
        let (mut stream, writer) = std::io::pipe().unwrap();
        let child = command(folder)
            .args(["check", "--watch"])
            .args(arguments)
            .stdout(writer.try_clone().unwrap())
            .stderr(writer)
            .spawn()
            .unwrap();
        let (sender, pieces) = mpsc::channel();
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            let mut unread = Vec::new();
            while let Ok(read @ 1..) = stream.read(&mut bytes) {
                unread.extend_from_slice(&bytes[..read]);
                let valid = match std::str::from_utf8(&unread) {
                    Ok(_) => unread.len(),
                    Err(error) => error.valid_up_to(),
                };
                let rest = unread.split_off(valid);
                let text = String::from_utf8(std::mem::replace(&mut unread, rest)).unwrap();
                if sender.send(text).is_err() {
                    break;
                }
            }
        });
        Self {
            child,
            pieces,
            told: String::new(),
        }
    }

    /// Waits for a line with a text; gives all that came since the last such wait, up to that line.
    fn until(&mut self, text: &str) -> String {
        let begun = Instant::now();
        loop {
            let end = self.told.find(text).and_then(|at| {
                let line = self.told[at..].find('\n')?;
                Some(at + line + 1)
            });
            if let Some(end) = end {
                let rest = self.told.split_off(end);
                return std::mem::replace(&mut self.told, rest);
            }
            let left = LIMIT.saturating_sub(begun.elapsed());
            let piece = self.pieces.recv_timeout(left);
            let piece = piece.unwrap_or_else(|_| panic!("{text} did not come:\n{}", self.told));
            self.told.push_str(&piece);
        }
    }

    /// Ends it as Ctrl-C does, and gives its exit code.
    #[cfg(unix)]
    fn interrupt(mut self) -> Option<i32> {
        let id = nix::unistd::Pid::from_raw(i32::try_from(self.child.id()).unwrap());
        nix::sys::signal::kill(id, nix::sys::signal::Signal::SIGINT).unwrap();
        self.child.wait().unwrap().code()
    }

    /// Waits until it ends by itself.
    fn end(mut self) -> (Option<i32>, String) {
        let code = self.child.wait().unwrap().code();
        while let Ok(piece) = self.pieces.recv() {
            self.told.push_str(&piece);
        }
        (code, std::mem::take(&mut self.told))
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn clean() -> Folder {
    Folder::new()
        .with("missionlint.toml", SETTINGS)
        .with("mission.json", MISSION)
}

fn wrong() -> String {
    MISSION.replace("MLI", "MLX")
}

#[test]
fn what_changes_is_told_as_new_fixed_or_still_there() {
    let folder = clean();
    let mut run = Watching::start(folder.path(), &[]);
    folder.write("mission.json", wrong());
    let told = run.until("still there");
    assert!(
        told.contains("mission.json · 1 new, 0 fixed, 0 still there"),
        "{told}"
    );
    assert!(told.contains("error[unknown-country-code]"), "{told}");

    folder.write("more/deep/contact.json", CONTACT);
    let told = run.until("still there");
    assert!(
        told.contains("more/deep/contact.json (new) · 0 new, 0 fixed, 1 still there"),
        "a folder that was not there: {told}"
    );
    assert!(told.contains("in 2 files"), "{told}");

    // As many editors save: a new file takes the name of the old one.
    folder.write("mission.json.tmp", MISSION);
    let path = |name: &str| folder.path().join(name);
    std::fs::rename(path("mission.json.tmp"), path("mission.json")).unwrap();
    let told = run.until("still there");
    assert!(
        told.contains("mission.json · 0 new, 1 fixed, 0 still there"),
        "{told}"
    );
    assert!(told.contains("ready: nothing found"), "{told}");

    std::fs::remove_dir_all(path("more")).unwrap();
    let told = run.until("still there");
    assert!(told.contains("more/deep/contact.json (gone)"), "{told}");
    assert!(told.contains("in 1 file,"), "{told}");
}

#[test]
fn half_written_files_and_files_that_vanish_are_survived() {
    let folder = clean().with("contact.json", CONTACT);
    let mut run = Watching::start(folder.path(), &[]);
    folder.write("contact.json", &CONTACT[..CONTACT.len() / 2]);
    let told = run.until("still there");
    assert!(told.contains("error[syntax-error]"), "{told}");
    folder.write("contact.json", CONTACT);
    let told = run.until("still there");
    assert!(told.contains("contact.json · 0 new, 1 fixed"), "{told}");
    for name in ["contact.json", "mission.json"] {
        std::fs::remove_file(folder.path().join(name)).unwrap();
    }
    let told = run.until("nothing was checked");
    assert!(told.contains("no .json, .ndjson or .jsonl file"), "{told}");
    folder.write("mission.json", wrong());
    let told = run.until("still there");
    assert!(told.contains("error[unknown-country-code]"), "{told}");
}

#[test]
fn a_folder_that_is_removed_and_made_again_is_watched_again() {
    let folder = Folder::new().with("data/mission.json", MISSION);
    folder.write("missionlint.toml", SETTINGS);
    let mut run = Watching::start(folder.path(), &["data"]);
    std::fs::remove_dir_all(folder.path().join("data")).unwrap();
    let told = run.until("nothing was checked");
    assert!(
        told.contains("there is no such file or directory"),
        "{told}"
    );
    folder.write("data/mission.json", wrong());
    run.until("1 new");
    folder.write("data/mission.json", MISSION);
    run.until("1 fixed");
}

#[test]
fn the_configuration_is_read_again() {
    let folder = clean();
    folder.write("mission.json", wrong());
    let mut run = Watching::start(folder.path(), &[]);
    folder.write(
        "missionlint.toml",
        format!("{SETTINGS}severity.unknown-country-code = \"off\"\n"),
    );
    let told = run.until("still there");
    assert!(told.contains("settings · "), "{told}");
    assert!(!told.contains("unknown-country-code"), "{told}");
    folder.write("missionlint.toml", "as_of = \n");
    let told = run.until("nothing was checked");
    assert!(told.contains("config-syntax"), "{told}");
    folder.write("missionlint.toml", SETTINGS);
    let told = run.until("still there");
    assert!(told.contains("error[unknown-country-code]"), "{told}");
}

#[test]
fn a_schema_is_read_again_and_its_reports_are_written() {
    let folder = Folder::new()
        .with("schema.json", r#"{"type": "object"}"#)
        .with("data/value.json", "5");
    let arguments = ["--schema", "schema.json", "data", "-o", "data/report.json"];
    let mut run = Watching::start(folder.path(), &arguments);
    let findings = |folder: &Folder| {
        let report: serde_json::Value =
            serde_json::from_str(&folder.read("data/report.json")).unwrap();
        report["findings"].as_array().unwrap().len()
    };
    assert_eq!(findings(&folder), 1);
    folder.write("schema.json", r#"{"type": "integer"}"#);
    let told = run.until("1 fixed");
    assert!(
        !told.contains("value.json:1"),
        "the report is in the file: {told}"
    );
    assert_eq!(findings(&folder), 0);
    // The report that was written is a change in the folder, and none that matters.
    assert_eq!(told.matches(" UTC · ").count(), 1, "{told}");
}

#[cfg(unix)]
#[test]
fn an_interrupt_ends_it_and_is_no_failure() {
    let folder = clean();
    folder.write("mission.json", wrong());
    let run = Watching::start(folder.path(), &[]);
    assert_eq!(run.interrupt(), Some(0));
}

#[test]
fn what_cannot_be_watched_is_refused() {
    let folder = clean();
    for arguments in [&["-"][..], &["--files-from", "-"]] {
        let (code, told) = Watching::begin(folder.path(), arguments).end();
        assert_eq!(code, Some(2));
        assert!(told.contains("--watch needs files"), "{told}");
    }
    let (code, told) = Watching::begin(folder.path(), &["--select", "smt-com-absnt"]).end();
    assert_eq!(code, Some(2));
    assert!(told.contains("did you mean smt-com-absent?"), "{told}");
}

/// What is told about the run is told with a report, not at every look.
#[test]
fn a_report_among_the_records_is_told_once_for_each_report() {
    let folder = clean();
    let written = folder.run(&["check", "-o", "old.json"]);
    assert_eq!(written.code, Some(0), "{written:?}");
    let mut run = Watching::begin(folder.path(), &[]);
    let left_out = "missionlint: old.json: ";
    assert_eq!(run.until("Ctrl-C ends").matches(left_out).count(), 1);
    folder.write("notes.txt", "no record");
    folder.write("mission.json", wrong());
    assert_eq!(run.until("still there").matches(left_out).count(), 1);
}
