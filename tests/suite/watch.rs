//! `check --watch`: what it says while files come, change and go. Nothing here is about how long anything takes: each
//! wait ends when what is waited for is there, and fails the test after far longer than that needs.

use std::io::Read;
use std::path::Path;
use std::process::{Child, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};

use crate::cli::{CONTACT, MISSION};
use crate::tool::{Folder, command};

/// Long enough for the slowest machine.
const LIMIT: Duration = Duration::from_secs(120);

/// The program while it watches. It is ended in any case.
struct Watching {
    child: Child,
    pieces: Receiver<(bool, String)>,
    out: String,
    err: String,
}

impl Watching {
    /// Starts it and waits until it does watch.
    fn start(folder: &Path, arguments: &[&str]) -> Self {
        let mut started = Self::begin(folder, arguments);
        started.until("Ctrl-C ends");
        started
    }

    fn begin(folder: &Path, arguments: &[&str]) -> Self {
        let mut child = command(folder)
            .args(["check", "--watch"])
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let (sender, pieces) = mpsc::channel();
        let out: Box<dyn Read + Send> = Box::new(child.stdout.take().unwrap());
        let err: Box<dyn Read + Send> = Box::new(child.stderr.take().unwrap());
        for (is_out, mut stream) in [(true, out), (false, err)] {
            let sender = sender.clone();
            std::thread::spawn(move || {
                let mut bytes = [0; 4096];
                let mut unread = Vec::new();
                while let Ok(read) = stream.read(&mut bytes) {
                    if read == 0 {
                        break;
                    }
                    unread.extend_from_slice(&bytes[..read]);
                    let valid = match std::str::from_utf8(&unread) {
                        Ok(_) => unread.len(),
                        Err(error) => error.valid_up_to(),
                    };
                    let rest = unread.split_off(valid);
                    let text = String::from_utf8(std::mem::replace(&mut unread, rest)).unwrap();
                    if sender.send((is_out, text)).is_err() {
                        break;
                    }
                }
            });
        }
        Self {
            child,
            pieces,
            out: String::new(),
            err: String::new(),
        }
    }

    /// Waits until a text has come since the last such wait, on standard error; gives what came on both since then.
    fn until(&mut self, text: &str) -> (String, String) {
        let begun = Instant::now();
        loop {
            let end = self.err.find(text).and_then(|at| {
                let line = self.err[at..].find('\n')?;
                Some(at + line + 1)
            });
            if let Some(end) = end {
                let rest = self.err.split_off(end);
                let err = std::mem::replace(&mut self.err, rest);
                return (std::mem::take(&mut self.out), err);
            }
            let left = LIMIT.saturating_sub(begun.elapsed());
            match self.pieces.recv_timeout(left) {
                Ok((true, piece)) => self.out.push_str(&piece),
                Ok((false, piece)) => self.err.push_str(&piece),
                Err(_) => panic!("{text} did not come:\n{}\n{}", self.out, self.err),
            }
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
        while let Ok((is_out, piece)) = self.pieces.recv() {
            if !is_out {
                self.err.push_str(&piece);
            }
        }
        (code, std::mem::take(&mut self.err))
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
        .with("missionlint.toml", "as_of = \"2025-03-31\"\n")
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
    let (out, err) = run.until("still there");
    assert!(
        err.contains("mission.json · 1 new, 0 fixed, 0 still there"),
        "{err}"
    );
    assert!(out.contains("error[unknown-country-code]"), "{out}");

    folder.write("more/deep/contact.json", CONTACT);
    let (out, err) = run.until("still there");
    assert!(
        err.contains("more/deep/contact.json (new) · 0 new, 0 fixed, 1 still there"),
        "a folder that was not there: {err}"
    );
    assert!(out.contains("in 2 files"), "{out}");

    // As many editors save: a new file takes the name of the old one.
    folder.write("mission.json.tmp", MISSION);
    let path = |name: &str| folder.path().join(name);
    std::fs::rename(path("mission.json.tmp"), path("mission.json")).unwrap();
    let (out, err) = run.until("still there");
    assert!(
        err.contains("mission.json · 0 new, 1 fixed, 0 still there"),
        "{err}"
    );
    assert!(out.contains("ready: nothing found"), "{out}");

    std::fs::remove_dir_all(path("more")).unwrap();
    let (out, err) = run.until("still there");
    assert!(err.contains("more/deep/contact.json (gone)"), "{err}");
    assert!(out.contains("in 1 file,"), "{out}");
}

#[test]
fn half_written_files_and_files_that_vanish_are_survived() {
    let folder = clean().with("contact.json", CONTACT);
    let mut run = Watching::start(folder.path(), &[]);
    folder.write("contact.json", &CONTACT[..CONTACT.len() / 2]);
    let (out, _) = run.until("still there");
    assert!(out.contains("error[syntax-error]"), "{out}");
    folder.write("contact.json", CONTACT);
    let (_, err) = run.until("still there");
    assert!(err.contains("contact.json · 0 new, 1 fixed"), "{err}");
    for name in ["contact.json", "mission.json"] {
        std::fs::remove_file(folder.path().join(name)).unwrap();
    }
    let (_, err) = run.until("nothing was checked");
    assert!(err.contains("no .json, .ndjson or .jsonl file"), "{err}");
    folder.write("mission.json", wrong());
    let (out, _) = run.until("still there");
    assert!(out.contains("error[unknown-country-code]"), "{out}");
}

#[test]
fn a_folder_that_is_removed_and_made_again_is_watched_again() {
    let folder = Folder::new().with("data/mission.json", MISSION);
    let mut run = Watching::start(folder.path(), &["data", "--as-of", "2025-03-31"]);
    std::fs::remove_dir_all(folder.path().join("data")).unwrap();
    let (_, err) = run.until("nothing was checked");
    assert!(err.contains("there is no such file or directory"), "{err}");
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
        "[severity]\nunknown-country-code = \"off\"\n",
    );
    let (out, err) = run.until("still there");
    assert!(err.contains("settings · "), "{err}");
    assert!(!out.contains("unknown-country-code"), "{out}");
    folder.write("missionlint.toml", "as_of = \n");
    let (_, err) = run.until("nothing was checked");
    assert!(err.contains("config-syntax"), "{err}");
    folder.write("missionlint.toml", "as_of = \"2025-03-31\"\n");
    let (out, _) = run.until("still there");
    assert!(out.contains("error[unknown-country-code]"), "{out}");
}

#[test]
fn a_schema_is_read_again_and_its_reports_are_written() {
    let folder = Folder::new()
        .with("schema.json", r#"{"type": "object"}"#)
        .with("data/value.json", "5");
    let arguments = ["--schema", "schema.json", "data", "-o", "data/report.json"];
    let mut run = Watching::start(folder.path(), &arguments);
    assert!(folder.read("data/report.json").contains("wrong-type"));
    folder.write("schema.json", r#"{"type": "integer"}"#);
    let (out, _) = run.until("1 fixed");
    assert_eq!(out, "", "the report is in the file");
    assert!(!folder.read("data/report.json").contains("wrong-type"));
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
        let (code, err) = Watching::begin(folder.path(), arguments).end();
        assert_eq!(code, Some(2));
        assert!(err.contains("--watch needs files"), "{err}");
    }
    let (code, err) = Watching::begin(folder.path(), &["--select", "smt-com-absnt"]).end();
    assert_eq!(code, Some(2));
    assert!(err.contains("did you mean smt-com-absent?"), "{err}");
}
