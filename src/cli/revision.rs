//! What lies in a revision of the repository: the only file that runs git.
//!
//! ## Decisions
//! * The `git` executable reads repositories: it knows worktrees, alternates and every format of objects. It gets no
//!   shell, no pager and no hooks, asks nothing, fetches nothing, and changes nothing.
//! * Contents are as they are stored: filters, which would run programs that attributes name, are not applied.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::{Component, Path, PathBuf};
use std::process::{Child, Command, Stdio};

use super::links::Links;
use crate::config::plain;
use crate::finding::Phrase;

/// The files of a commit.
#[derive(Debug)]
pub(super) struct Revision {
    /// As the user named it.
    pub(super) name: String,
    /// Id of the commit whose files these are.
    pub(super) commit: String,
    /// The folder that the repository is checked out in; absolute.
    top: PathBuf,
    /// Ids of the contents of regular files, by absolute path.
    files: BTreeMap<PathBuf, String>,
    links: Links,
}

/// Which commit a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meant {
    /// The one it names.
    Itself,
    /// The last one that it has in common with what is checked out.
    Ancestor,
}

impl Revision {
    /// Looks a revision up in the repository that a folder lies in.
    pub(super) fn open(name: &str, folder: &Path, meant: Meant) -> Result<Self, Phrase> {
        let unknown = || Phrase::new("revision-unknown").with("revision", name);
        if name.is_empty() || name.starts_with('-') || name.contains('\0') {
            return Err(unknown());
        }
        let git = Git { folder };
        let place = git.words(&["rev-parse", "--is-inside-work-tree", "--show-prefix"])?;
        let (inside, prefix) = cut(&place, b'\n');
        if inside != b"true" {
            return Err(Phrase::new("revision-no-repository"));
        }
        let prefix = path_of(prefix.strip_suffix(b"\n").unwrap_or(prefix));
        let depth = prefix.components().count();
        let top = folder.ancestors().nth(depth).unwrap_or(folder).to_owned();
        let (named, is_ambiguous) = git.commit(name)?;
        if is_ambiguous {
            return Err(Phrase::new("revision-ambiguous").with("revision", name));
        }
        let named = named.ok_or_else(|| {
            if git.is_empty() {
                return Phrase::new("revision-no-commit").with("revision", name);
            }
            let phrase = unknown();
            if git.is_shallow() {
                phrase.with("shallow", "yes")
            } else {
                phrase
            }
        })?;
        let commit = match meant {
            Meant::Itself => named,
            Meant::Ancestor => git.ancestor(name, named)?,
        };
        let listed = git.words(&["ls-tree", "-r", "-z", "--full-tree", &commit])?;
        let links = entries(&listed, &top, &[b"120000"]);
        let ids: Vec<&str> = links.values().map(String::as_str).collect();
        let targets = git.contents(&ids)?;
        let targets = targets.iter().map(|target| raw_path(target));
        let targets = links.keys().cloned().zip(targets).collect();
        Ok(Self {
            name: name.to_owned(),
            files: entries(&listed, &top, &[b"100644", b"100755"]),
            commit,
            links: Links::new(top.clone(), targets),
            top,
        })
    }

    /// Absolute paths of its regular files.
    pub(super) fn paths(&self) -> impl Iterator<Item = &PathBuf> {
        self.files.keys()
    }

    /// Whether a path lies in what the repository is checked out in.
    pub(super) fn covers(&self, path: &Path) -> bool {
        plain(path).starts_with(&self.top)
    }

    /// Whether it has a file at a path, or a link that should lead to one.
    pub(super) fn names(&self, path: &Path) -> bool {
        self.id(path).is_some() || self.is_astray(path)
    }

    /// Files that a path leads to by way of links, with their paths as if they lay below it.
    pub(super) fn linked(&self, path: &Path) -> Vec<PathBuf> {
        let path = plain(path);
        let target = self.links.follow(&path).filter(|target| *target != path);
        let Some(target) = target else {
            return Vec::new();
        };
        let files = self.files.range(target.clone()..).map(|(file, _)| file);
        let below = files.map_while(|file| file.strip_prefix(&target).ok());
        below.map(|rest| plain(&path.join(rest))).collect()
    }

    /// Id of the content of the file that a path leads to.
    fn id(&self, path: &Path) -> Option<&str> {
        let target = self.links.follow(&plain(path))?;
        self.files.get(&target).map(String::as_str)
    }

    /// Whether a path leads out of the repository, or is a link that leads to no file.
    fn is_astray(&self, path: &Path) -> bool {
        let path = plain(path);
        match self.links.follow(&path) {
            None => true,
            Some(target) => target != path && self.links.has(&path) && self.id(&target).is_none(),
        }
    }

    /// The content of a file; none where there is no such file.
    pub(super) fn read(&self, path: &Path) -> Result<Option<Vec<u8>>, Phrase> {
        if self.is_astray(path) {
            let path = plain(path);
            let shown = path.strip_prefix(&self.top).unwrap_or(&path);
            let shown = shown.to_string_lossy().replace('\\', "/");
            let phrase = Phrase::new("revision-link").with("path", shown);
            return Err(phrase.with("revision", self.name.as_str()));
        }
        if self.id(path).is_none() {
            return Ok(None);
        }
        Ok(self.read_all(&[plain(path)])?.pop())
    }

    /// The contents of files that it has, in order.
    pub(super) fn read_all(&self, paths: &[PathBuf]) -> Result<Vec<Vec<u8>>, Phrase> {
        let ids: Vec<&str> = paths.iter().filter_map(|path| self.id(path)).collect();
        let git = Git { folder: &self.top };
        git.contents(&ids)
    }
}

/// Runs git in a folder.
struct Git<'f> {
    folder: &'f Path,
}

impl Git<'_> {
    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new("git");
        command
            .arg("-C")
            .arg(self.folder)
            .args(["--no-pager", "--no-optional-locks", "--no-replace-objects"])
            .args([
                "-c",
                "core.fsmonitor=false",
                "-c",
                "core.hooksPath=/dev/null",
            ])
            .args(arguments)
            .env("LC_ALL", "C")
            .env("GIT_TERMINAL_PROMPT", "0")
            .env("GIT_NO_LAZY_FETCH", "1")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        // The repository is the one that the files lie in, also where a hook of another one runs this.
        for variable in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"] {
            command.env_remove(variable);
        }
        command
    }

    /// What a command prints; that it fails is an error.
    fn words(&self, arguments: &[&str]) -> Result<Vec<u8>, Phrase> {
        let output = self.command(arguments).output();
        let output = output.map_err(|error| unable(&error))?;
        if output.status.success() {
            Ok(output.stdout)
        } else {
            Err(complaint(&output.stderr))
        }
    }

    /// The commit that a name stands for, if any, and whether it stands for more than one thing, such as a branch and a
    /// tag: whoever may push tags would else choose.
    fn commit(&self, name: &str) -> Result<(Option<String>, bool), Phrase> {
        let commit = format!("{name}^{{commit}}");
        let arguments = [
            "-c",
            "core.warnAmbiguousRefs=true",
            "rev-parse",
            "--verify",
            "--end-of-options",
        ];
        let mut command = self.command(&arguments);
        let output = command.arg(commit).output();
        let output = output.map_err(|error| unable(&error))?;
        let id = String::from_utf8_lossy(&output.stdout);
        let id = id.trim();
        let is_id = |id: &str| id.len() >= 40 && id.bytes().all(|byte| byte.is_ascii_hexdigit());
        let found = (output.status.success() && is_id(id)).then(|| id.to_owned());
        // A whole id is that of a commit, whatever branches are called.
        let warned = memchr::memmem::find(&output.stderr, b"is ambiguous").is_some();
        Ok((found, warned && !is_id(name)))
    }

    /// The last commit that a commit and the one that is checked out have in common.
    fn ancestor(&self, name: &str, commit: String) -> Result<String, Phrase> {
        let (Some(head), _) = self.commit("HEAD")? else {
            return Ok(commit);
        };
        let output = self.command(&["merge-base", &commit, &head]).output();
        let output = output.map_err(|error| unable(&error))?;
        let id = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        if output.status.success() && !id.is_empty() {
            return Ok(id);
        }
        let phrase = Phrase::new("revision-nothing-common").with("revision", name);
        Err(if self.is_shallow() {
            phrase.with("shallow", "yes")
        } else {
            phrase
        })
    }

    /// Whether there is no commit yet.
    fn is_empty(&self) -> bool {
        let said = self.words(&["rev-list", "--all", "-n", "1"]);
        said.is_ok_and(|said| said.trim_ascii().is_empty())
    }

    /// Whether part of the history is not there.
    fn is_shallow(&self) -> bool {
        let said = self.words(&["rev-parse", "--is-shallow-repository"]);
        said.is_ok_and(|said| said.trim_ascii() == b"true")
    }

    /// The contents of objects, in order.
    fn contents(&self, ids: &[&str]) -> Result<Vec<Vec<u8>>, Phrase> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let mut command = self.command(&["cat-file", "--batch"]);
        let mut child = command
            .stdin(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| unable(&error))?;
        let asked: Vec<u8> = ids
            .iter()
            .flat_map(|id| [id, "\n"].concat().into_bytes())
            .collect();
        let contents = std::thread::scope(|scope| {
            if let Some(mut input) = child.stdin.take() {
                // Closed at its end: git then ends as well.
                scope.spawn(move || input.write_all(&asked));
            }
            answers(&mut child, ids.len())
        });
        let _ = child.wait();
        contents.map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => Phrase::new("revision-incomplete"),
            _ => Phrase::new("revision-git").because(&error),
        })
    }
}

/// What `git cat-file --batch` answers: for each object a line with its size, and its bytes.
fn answers(child: &mut Child, count: usize) -> io::Result<Vec<Vec<u8>>> {
    let Some(output) = child.stdout.take() else {
        return Err(io::ErrorKind::BrokenPipe.into());
    };
    let mut output = BufReader::new(output);
    let mut contents = Vec::with_capacity(count);
    for _ in 0..count {
        let mut line = String::new();
        output.read_line(&mut line)?;
        let size = line.trim_end().rsplit(' ').next();
        let size: u64 = size
            .and_then(|size| size.parse().ok())
            .filter(|_| line.contains(" blob "))
            .ok_or(io::ErrorKind::NotFound)?;
        let mut bytes = Vec::new();
        output.by_ref().take(size).read_to_end(&mut bytes)?;
        let mut end = [0];
        output.read_exact(&mut end)?;
        if bytes.len() as u64 != size {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        contents.push(bytes);
    }
    Ok(contents)
}

/// The entries of a listing with one of some modes: `mode type id`, a tab, the path, a NUL.
fn entries(listed: &[u8], top: &Path, modes: &[&[u8]]) -> BTreeMap<PathBuf, String> {
    let mut files = BTreeMap::new();
    for entry in listed.split(|byte| *byte == 0) {
        let (what, path) = cut(entry, b'\t');
        let mut what = what.split(|byte| *byte == b' ');
        let (mode, _, id) = (what.next(), what.next(), what.next());
        if let (Some(mode), Some(id)) = (mode, id)
            && modes.contains(&mode)
        {
            let id = String::from_utf8_lossy(id).into_owned();
            files.insert(top.join(path_of(path)), id);
        }
    }
    files
}

/// What is before and behind the first such byte.
fn cut(bytes: &[u8], at: u8) -> (&[u8], &[u8]) {
    match bytes.iter().position(|byte| *byte == at) {
        Some(position) => (&bytes[..position], &bytes[position + 1..]),
        None => (bytes, &[]),
    }
}

/// A path below a folder as git prints it.
fn path_of(bytes: &[u8]) -> PathBuf {
    let path = raw_path(bytes);
    let named = |component: &Component<'_>| matches!(component, Component::Normal(_));
    path.components().filter(named).collect()
}

/// A path as git keeps it.
fn raw_path(bytes: &[u8]) -> PathBuf {
    #[cfg(unix)]
    let path = PathBuf::from(<OsStr as std::os::unix::ffi::OsStrExt>::from_bytes(bytes));
    #[cfg(not(unix))]
    let path = PathBuf::from(String::from_utf8_lossy(bytes).into_owned());
    path
}

/// Why git could not be run.
fn unable(error: &io::Error) -> Phrase {
    match error.kind() {
        io::ErrorKind::NotFound => Phrase::new("revision-no-git"),
        _ => Phrase::new("revision-git").because(error),
    }
}

/// What git complains about.
fn complaint(words: &[u8]) -> Phrase {
    let words = String::from_utf8_lossy(words);
    if words.contains("dubious ownership") {
        Phrase::new("revision-not-yours")
    } else if words.contains("not a git repository") || words.contains("must be run in a work tree")
    {
        Phrase::new("revision-no-repository")
    } else {
        let first = words.lines().next().unwrap_or_default();
        let reason = Phrase::new("reason-tool").with("text", first);
        Phrase::new("revision-git").because(reason)
    }
}
