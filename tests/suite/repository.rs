//! A git repository in a folder of its own, for tests.

use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::tool::{Folder, Run, command, finish, project};

pub(crate) struct Repository(pub(crate) Folder);

impl Repository {
    /// With the Mali mission in it, committed.
    pub(crate) fn of_mali() -> Self {
        let folder = Folder::new().with_copy(&project("fixtures/missions/mli"), "missions/mli");
        let repository = Self(folder);
        repository.begin();
        repository
    }

    pub(crate) fn of(folder: Folder) -> Self {
        let repository = Self(folder);
        repository.begin();
        repository
    }

    fn begin(&self) {
        self.git(&["init", "-q", "-b", "main"]);
        self.commit();
    }

    /// Runs git in it, as nobody in particular.
    pub(crate) fn git(&self, arguments: &[&str]) -> String {
        git_in(self.0.path(), arguments)
    }

    /// Commits everything.
    pub(crate) fn commit(&self) {
        self.git(&["add", "-A"]);
        self.git(&["commit", "-q", "--allow-empty", "-m", "a step"]);
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        run_in(self.0.path(), arguments)
    }

    /// The report of `check` in a folder of it.
    pub(crate) fn report(&self, folder: &str, arguments: &[&str]) -> Value {
        let all = [&["check", "--format", "json"], arguments].concat();
        let run = run_in(&self.0.path().join(folder), &all);
        serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {run:?}"))
    }
}

pub(crate) fn git_in(folder: &Path, arguments: &[&str]) -> String {
    let output = Command::new("git")
        .args(["-c", "user.name=n", "-c", "user.email=n@example.org"])
        .args(arguments)
        .current_dir(folder)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert!(output.status.success(), "{arguments:?}: {output:?}");
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

/// Runs the program where git can be found.
pub(crate) fn run_in(folder: &Path, arguments: &[&str]) -> Run {
    let path = std::env::var("PATH").unwrap();
    finish(command(folder).args(arguments).env("PATH", path))
}
