//! Shell scripts in an environment of their own, and repositories of records for them.

use std::collections::BTreeMap;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::tool::{Folder, Run, finish, project};

/// The program that is tested.
pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_missionlint");

/// What scripts may use: a machine without missionlint, curl, cargo and gh.
const TOOLS: [&str; 29] = [
    "basename",
    "bash",
    "cat",
    "chmod",
    "cp",
    "cut",
    "dirname",
    "env",
    "git",
    "grep",
    "gzip",
    "head",
    "mkdir",
    "mktemp",
    "mv",
    "od",
    "printf",
    "rm",
    "sed",
    "sh",
    "sha256sum",
    "sort",
    "tar",
    "touch",
    "tr",
    "uname",
    "wc",
    "xargs",
    "shasum",
];

/// Where a program is.
pub(crate) fn find(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let mut folders = std::env::split_paths(&path);
    folders.find_map(|folder| Some(folder.join(name)).filter(|file| file.is_file()))
}

/// A machine on which a script runs: a folder with the tools that it finds, and all that it writes.
pub(crate) struct Machine {
    pub(crate) folder: Folder,
    environment: BTreeMap<String, String>,
}

impl Machine {
    pub(crate) fn new() -> Self {
        let folder = Folder::new();
        for name in ["tools", "home", "temp", "work"] {
            std::fs::create_dir(folder.path().join(name)).unwrap();
        }
        for tool in TOOLS {
            if let Some(file) = find(tool) {
                symlink(file, folder.path().join("tools").join(tool)).unwrap();
            }
        }
        let machine = Self {
            environment: BTreeMap::new(),
            folder,
        };
        let (tools, home) = (machine.path("tools"), machine.path("home"));
        machine
            .with("PATH", &tools)
            .with("HOME", &home)
            .with("RUNNER_TEMP", &temp(&home))
            .with("TMPDIR", &temp(&home))
            .with("GIT_CONFIG_NOSYSTEM", "1")
    }

    /// The same with an environment variable.
    pub(crate) fn with(mut self, name: &str, value: &str) -> Self {
        self.set(name, value);
        self
    }

    pub(crate) fn set(&mut self, name: &str, value: &str) {
        self.environment.insert(name.to_owned(), value.to_owned());
    }

    /// A path on it, as text.
    pub(crate) fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_str().unwrap().to_owned()
    }

    /// The same with a program that is a script.
    ///
    /// Another process writes it: a file that this one had open for writing may be so still in a child that another
    /// test is starting, and cannot be run then.
    pub(crate) fn with_tool(self, name: &str, script: &str) -> Self {
        let (text, tool) = (self.path("text"), self.path(&format!("tools/{name}")));
        self.folder
            .write("text", format!("#!/usr/bin/env bash\n{script}\n"));
        let run = self.run(&["cp", &text, &tool]);
        assert_eq!(run.code, Some(0), "{run:?}");
        executable(Path::new(&tool));
        self
    }

    /// Runs a command in its folder `work`.
    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        self.run_in("work", arguments)
    }

    pub(crate) fn run_in(&self, folder: &str, arguments: &[&str]) -> Run {
        let program = self.folder.path().join("tools").join(arguments[0]);
        let mut command = Command::new(program);
        command
            .args(&arguments[1..])
            .current_dir(self.folder.path().join(folder))
            .env_clear()
            .envs(&self.environment)
            .stdin(Stdio::null());
        finish(&mut command)
    }

    /// Runs git, which must succeed, in a folder of it, and gives what it prints.
    pub(crate) fn git(&self, folder: &str, arguments: &[&str]) -> String {
        let settings = [
            "-c",
            "user.name=T",
            "-c",
            "user.email=t@example.org",
            "-c",
            "commit.gpgsign=false",
            "-c",
            "init.defaultBranch=main",
        ];
        let all: Vec<&str> = ["git"]
            .iter()
            .chain(&settings)
            .chain(arguments)
            .copied()
            .collect();
        let run = self.run_in(folder, &all);
        assert_eq!(run.code, Some(0), "git {arguments:?}: {run:?}");
        run.out.trim().to_owned()
    }

    /// Makes everything in `work` the next commit.
    pub(crate) fn commit(&self, subject: &str) -> String {
        self.git("work", &["add", "--all"]);
        self.git(
            "work",
            &[
                "commit",
                "--quiet",
                "--allow-empty",
                "--no-verify",
                "-m",
                subject,
            ],
        );
        self.git("work", &["rev-parse", "HEAD"])
    }

    /// The same with a repository in `work` that holds a mission without errors below `place`, and its settings.
    pub(crate) fn with_mission(self, place: &str) -> Self {
        let mission = project("fixtures/missions/mli");
        let target = format!("work/{place}");
        std::fs::create_dir_all(self.folder.path().join(&target)).unwrap();
        let machine = Self {
            folder: self.folder.with_copy(&mission, &target),
            environment: self.environment,
        };
        let settings = machine.path(&format!("{target}/missionlint.toml"));
        std::fs::rename(settings, machine.path("work/missionlint.toml")).unwrap();
        machine.git("work", &["init", "--quiet"]);
        machine.commit("Records");
        machine
    }

    /// Gives the seat in the Health Cluster to somebody whose programmes do not belong to it: one error.
    pub(crate) fn plant(&self, place: &str) {
        let seat = |person: &str| {
            format!(
                "\"id\": \"R-5\",\n      \"confirmed\": \"2025-03-10\",\n      \"platform\": \"cl-hea\",\n      \"person\": \"{person}\""
            )
        };
        let file = format!("work/{place}/representations/clusters.json");
        self.folder.edit(&file, &seat("P-06"), &seat("P-03"));
    }

    /// Makes `work` what a platform checks out for a request: the merge of a branch, on which `change` was made, into
    /// main. Gives the commits of both.
    pub(crate) fn request(&self, change: impl FnOnce(&Self)) -> (String, String) {
        let base = self.git("work", &["rev-parse", "HEAD"]);
        self.git("work", &["checkout", "--quiet", "-b", "branch"]);
        change(self);
        let head = self.commit("Change");
        self.git("work", &["checkout", "--quiet", "--detach", "main"]);
        self.git(
            "work",
            &["merge", "--quiet", "--no-ff", "-m", "Merge", "branch"],
        );
        (base, head)
    }
}

fn temp(home: &str) -> String {
    Path::new(home)
        .with_file_name("temp")
        .to_str()
        .unwrap()
        .to_owned()
}

/// Lets a file be run.
pub(crate) fn executable(path: &Path) {
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o755)).unwrap();
}

/// A script that is the program.
pub(crate) fn wrapper() -> String {
    format!("exec '{PROGRAM}' \"$@\"")
}
