//! Running the real program in a folder of its own, and comparing with stored text.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// How a run ended.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// A folder that is gone after the test.
#[derive(Debug)]
pub(crate) struct Folder(TempDir);

impl Folder {
    /// An empty one, below the build directory: no configuration file lies above it.
    pub(crate) fn new() -> Self {
        Self(TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).unwrap())
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    /// The same with a file more; folders are made as needed.
    pub(crate) fn with(self, path: &str, content: impl AsRef<[u8]>) -> Self {
        self.write(path, content);
        self
    }

    pub(crate) fn write(&self, path: &str, content: impl AsRef<[u8]>) {
        let path = self.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, content).unwrap();
    }

    pub(crate) fn read(&self, path: &str) -> String {
        std::fs::read_to_string(self.path().join(path)).unwrap()
    }

    /// Names of everything directly in it, in order.
    pub(crate) fn names(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.path()).unwrap();
        let mut names: Vec<String> = entries
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    /// Copies a folder into it, under a name.
    pub(crate) fn with_copy(self, of: &Path, name: &str) -> Self {
        let mut folders = vec![(of.to_owned(), self.path().join(name))];
        while let Some((from, to)) = folders.pop() {
            std::fs::create_dir_all(&to).unwrap();
            for entry in std::fs::read_dir(from).unwrap() {
                let entry = entry.unwrap();
                let target = to.join(entry.file_name());
                if entry.path().is_dir() {
                    folders.push((entry.path(), target));
                } else {
                    std::fs::copy(entry.path(), target).unwrap();
                }
            }
        }
        self
    }

    /// Replaces what must occur exactly once in a file.
    pub(crate) fn edit(&self, path: &str, find: &str, replacement: &str) {
        let text = self.read(path);
        assert_eq!(
            text.matches(find).count(),
            1,
            "{path} must contain exactly once:\n{find}"
        );
        self.write(path, text.replacen(find, replacement, 1));
    }

    /// Runs the program in it, without any environment.
    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        self.run_with(arguments, &[])
    }

    /// Runs the program in it with these environment variables only.
    pub(crate) fn run_with(&self, arguments: &[&str], environment: &[(&str, &str)]) -> Run {
        finish(
            command(self.path())
                .args(arguments)
                .envs(environment.iter().copied()),
        )
    }

    /// Runs `check --format json` with more arguments and gives the report.
    pub(crate) fn report(&self, arguments: &[&str]) -> serde_json::Value {
        let run = finish(
            command(self.path())
                .args(["check", "--format", "json"])
                .args(arguments),
        );
        serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {run:?}"))
    }
}

/// The program in a folder, without any environment.
pub(crate) fn command(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_missionlint"));
    command.current_dir(folder).env_clear().stdin(Stdio::null());
    command
}

pub(crate) fn finish(command: &mut Command) -> Run {
    let output = command.output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Run {
        code: output.status.code(),
        out: text(output.stdout),
        err: text(output.stderr),
    }
}

/// Runs the program to its end: the most memory that it took, in bytes, and how it ended. What it writes is lost.
#[cfg(target_os = "linux")]
pub(crate) fn peak(command: &mut Command) -> (u64, Option<i32>) {
    let command = command.stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = command.spawn().unwrap();
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    while child.try_wait().unwrap().is_none() {
        let text = std::fs::read_to_string(&status).unwrap_or_default();
        let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let words = line.and_then(|line| line.split_whitespace().next());
        peak = peak.max(words.and_then(|word| word.parse().ok()).unwrap_or(0));
        std::thread::sleep(std::time::Duration::from_millis(1));
    }
    assert!(peak > 0);
    (peak * 1024, child.wait().unwrap().code())
}

/// A path below the root of the project.
pub(crate) fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Whether stored text is to be written anew rather than compared with.
pub(crate) fn blessing() -> bool {
    std::env::var_os("BLESS").is_some_and(|value| value == "1")
}

/// Compares with the stored text `expected/<name>`; writes it with `BLESS=1`.
pub(crate) fn assert_as_stored(name: &str, found: &str) {
    let path = project("tests/suite/expected").join(name);
    if blessing() {
        std::fs::write(&path, found).unwrap();
        return;
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    if let Some((line, (stored, new))) = first_difference(&expected, found) {
        panic!(
            "{name} differs from line {line} on (BLESS=1 stores what is found):\n- {stored}\n+ {new}\n\n{found}"
        );
    }
}

/// Number and text of the first line that differs.
pub(crate) fn first_difference<'t>(
    one: &'t str,
    other: &'t str,
) -> Option<(usize, (&'t str, &'t str))> {
    if one == other {
        return None;
    }
    let (mut one, mut other) = (one.split('\n'), other.split('\n'));
    (1..).find_map(|line| match (one.next(), other.next()) {
        (None, None) => Some((line, ("", ""))),
        (one, other) if one != other => {
            Some((line, (one.unwrap_or("(end)"), other.unwrap_or("(end)"))))
        }
        _ => None,
    })
}
