//! From what a user names to the files to check.

mod inside;
mod listed;
mod walk;

use std::collections::BTreeSet;
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};

use crate::config::{covers, plain_glob};
use crate::engine::{Content, Input, Inputs};
use crate::finding::Phrase;
use crate::source::{self, Once, Place};
use glob::Pattern;
pub use inside::Inside;
pub use listed::Listed;

/// Name of the configuration file.
pub const CONFIG: &str = "missionlint.toml";

/// What a user named that cannot be checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unusable {
    /// The path or pattern.
    pub path: String,
    /// Why.
    pub reason: Phrase,
}

/// The files found.
#[derive(Debug, Default)]
pub struct Discovered {
    /// To be checked.
    pub inputs: Inputs,
    /// Configuration files below directories that were walked.
    pub configs: Vec<PathBuf>,
    /// Configuration files in archives, as reports show them: they do not count.
    pub packed_configs: Vec<String>,
    /// Directories and archives that were walked, as reports show them.
    pub walked: Vec<String>,
    /// What cannot be used.
    pub unusable: Vec<Unusable>,
    /// What is passed over in folders though its name is nearly that of records.
    pub passed_over: Vec<Unusable>,
    /// What the user named in place of the usual paths, in order and each once; for reports.
    pub named: Vec<String>,
}

/// What a user names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Name {
    /// A path or a quoted glob.
    Pattern(String),
    /// A path, whatever characters it has.
    Literal(String),
    /// Bytes that are checked in place of what lies at a path, if anything does.
    Bytes(String, Vec<u8>),
    /// What can be read once, in place of what lies at a path.
    Once(String, Once),
    /// What cannot be used.
    Unusable(Unusable),
}

impl From<&String> for Name {
    fn from(pattern: &String) -> Self {
        Self::Pattern(pattern.clone())
    }
}

/// Finds the files that names stand for, relative to `base`. Directories and archives (`.zip`) are walked for `.json`,
/// `.ndjson` and `.jsonl` files, also packed ones (`.gz`, `.zst`); hidden ones, and those whose name only comes near, are
/// told and left out. `exclude` are globs relative to `exclude_base`; one that matches a folder excludes
/// everything in it.
pub fn discover(
    named: impl IntoIterator<Item: Into<Name>>,
    base: &Path,
    exclude: &[String],
    exclude_base: &Path,
) -> Discovered {
    let named: Vec<Name> = named.into_iter().map(Into::into).collect();
    let is_one_path = |name: &Name| match name {
        Name::Pattern(name) => !is_pattern(name),
        _ => true,
    };
    let mut search = Search {
        base: base.to_owned(),
        exclude_base: exclude_base.to_owned(),
        found: Discovered::default(),
        exclude: Vec::new(),
        seen: (named.len() > 1 || !named.iter().all(is_one_path)).then(BTreeSet::new),
    };
    for pattern in exclude {
        match Pattern::new(plain_glob(pattern)) {
            Ok(pattern) => search.exclude.push(pattern),
            Err(_) => search.refuse(pattern, Phrase::new("reason-pattern")),
        }
    }
    // Bytes take the place of files that other names lead to.
    let (bytes, others): (Vec<Name>, Vec<Name>) = named
        .into_iter()
        .partition(|name| matches!(name, Name::Bytes(..) | Name::Once(..)));
    for name in bytes.into_iter().chain(others) {
        search.name(name);
    }
    search.found.inputs.arrange();
    search.found
}

fn is_pattern(name: &str) -> bool {
    name.contains(['*', '?', '['])
}

struct Search {
    base: PathBuf,
    exclude_base: PathBuf,
    exclude: Vec<Pattern>,
    found: Discovered,
    /// Files taken already, where several names may lead to one.
    seen: Option<BTreeSet<PathBuf>>,
}

impl Search {
    fn refuse(&mut self, path: &str, reason: Phrase) {
        self.found.unusable.push(Unusable {
            path: path.to_owned(),
            reason,
        });
    }

    fn name(&mut self, name: Name) {
        match name {
            Name::Unusable(unusable) => self.found.unusable.push(unusable),
            Name::Bytes(name, bytes) if source::is_archive(&name) => {
                self.archive(&self.base.join(name), Place::Bytes(bytes.into()));
            }
            Name::Bytes(name, bytes) => self.input(&self.base.join(name), Content::Bytes(bytes)),
            Name::Once(name, once) => self.input(&self.base.join(name), Content::Once(once)),
            Name::Pattern(name) | Name::Literal(name) if name.is_empty() => {
                self.refuse(&name, Phrase::new("reason-empty-path"));
            }
            Name::Pattern(name) => self.text(&name, is_pattern(&name)),
            Name::Literal(name) => self.text(&name, false),
        }
    }

    fn text(&mut self, name: &str, is_pattern: bool) {
        let path = self.base.join(name);
        match path.try_exists() {
            Ok(true) => match Once::pipe(&path).filter(|_| !source::is_archive(name)) {
                Some(pipe) => self.input(&path, Content::Once(pipe)),
                None => self.path(&path),
            },
            _ if is_pattern => self.pattern(name, &path),
            _ if path.is_symlink() => self.refuse(name, astray(&path)),
            Err(error) if error.kind() == ErrorKind::PermissionDenied => {
                self.refuse(name, Phrase::from(&error));
            }
            _ => self.refuse(name, Phrase::new("reason-no-such-path")),
        }
    }

    fn pattern(&mut self, name: &str, absolute: &Path) {
        let before = self.found.inputs.len() + self.found.unusable.len();
        match glob::glob(&absolute.to_string_lossy()) {
            Err(_) => self.refuse(name, Phrase::new("reason-pattern")),
            Ok(paths) => {
                for path in paths {
                    match path {
                        Ok(path) => self.path(&path),
                        Err(error) => {
                            let shown = error.path().to_string_lossy();
                            self.refuse(&shown, Phrase::from(error.error()));
                        }
                    }
                }
                if self.found.inputs.len() + self.found.unusable.len() == before {
                    self.refuse(name, Phrase::new("reason-no-match"));
                }
            }
        }
    }

    fn path(&mut self, path: &Path) {
        if path.is_dir() {
            self.walk(path);
        } else if path.is_file() {
            self.file(path);
        } else {
            let shown = self.shown(path);
            self.refuse(&shown, Phrase::new("reason-neither"));
        }
    }

    /// Whether a pattern matches the path or a folder that it lies in.
    fn is_excluded(&self, path: &Path) -> bool {
        if self.exclude.is_empty() {
            return false;
        }
        let plain = without_detours(path);
        let path = plain.as_deref().unwrap_or(path);
        let relative = path.strip_prefix(&self.exclude_base).unwrap_or(path);
        self.exclude.iter().any(|pattern| covers(pattern, relative))
    }

    fn file(&mut self, path: &Path) {
        if is_archive(path) {
            self.archive(path, Place::File(path.to_owned()));
        } else {
            self.input(path, Content::File(path.to_owned()));
        }
    }

    /// Whether a file is neither excluded nor taken already. What has just vanished is told when it is read.
    fn is_new(&mut self, path: &Path) -> bool {
        !self.is_excluded(path)
            && self.seen.as_mut().is_none_or(|seen| {
                let canonical = path.canonicalize();
                canonical.map_or(true, |canonical| seen.insert(canonical))
            })
    }

    /// Takes what is in an archive, by the rules for folders.
    fn archive(&mut self, path: &Path, place: Place) {
        if !self.is_new(path) {
            return;
        }
        let shown = self.shown(path);
        let inside = match Inside::of(place) {
            Ok(inside) => inside,
            Err(error) => return self.refuse(&shown, Phrase::from(&error)),
        };
        self.found.walked.push(shown.clone());
        let plain = without_detours(path).unwrap_or_else(|| path.to_owned());
        for (below, content) in inside.inputs {
            if !self.is_excluded(&plain.join(&below)) {
                let path = within(&shown, &below).into();
                self.found.inputs.push(Input { path, content });
            }
        }
        for below in inside.configs {
            if !self.is_excluded(&plain.join(&below)) {
                self.found.packed_configs.push(within(&shown, &below));
            }
        }
    }

    fn input(&mut self, path: &Path, content: Content) {
        if !self.is_new(path) {
            return;
        }
        let shown = self.shown(path);
        self.found.inputs.push(Input {
            path: shown.into(),
            content,
        });
    }

    fn shown(&self, path: &Path) -> String {
        shown(path, &self.base)
    }
}

/// The path as reports show it: relative to the base where it lies below it, with `/`.
fn shown(path: &Path, base: &Path) -> String {
    let relative = path.strip_prefix(base).unwrap_or(path);
    let mut shown = String::new();
    for component in relative.components() {
        match component {
            Component::RootDir => shown.push('/'),
            Component::CurDir => {}
            other => {
                if !shown.is_empty() && !shown.ends_with('/') {
                    shown.push('/');
                }
                shown.push_str(&other.as_os_str().to_string_lossy());
            }
        }
    }
    shown
}

/// What is wrong with a link that leads to nothing.
fn astray(link: &Path) -> Phrase {
    match link.canonicalize() {
        Err(error) if error.kind() == ErrorKind::NotFound => Phrase::new("reason-link-nowhere"),
        _ => Phrase::new("reason-link-circle"),
    }
}

/// The path of a file in an archive, as reports show it.
pub fn within(archive: &str, below: &str) -> String {
    match below {
        "" => archive.to_owned(),
        _ => format!("{archive}/{below}"),
    }
}

fn is_records(path: &Path) -> bool {
    path.file_name()
        .is_some_and(|name| source::is_records(&name.to_string_lossy()))
}

fn is_archive(path: &Path) -> bool {
    path.file_name()
        .is_some_and(|name| source::is_archive(&name.to_string_lossy()))
}

/// The path without `..`, where it has any and leads somewhere.
fn without_detours(path: &Path) -> Option<PathBuf> {
    let winding = path
        .components()
        .any(|component| component == Component::ParentDir);
    if winding {
        path.canonicalize().ok()
    } else {
        None
    }
}

/// The nearest configuration file at or above a path.
pub fn config_for(path: &Path) -> Option<PathBuf> {
    config_above(&folder_of(path)?)
}

/// The nearest configuration file in a folder or above it.
pub fn config_above(folder: &Path) -> Option<PathBuf> {
    folder
        .ancestors()
        .map(|folder| folder.join(CONFIG))
        .find(|config| config.is_file())
}

/// What a shell has opened: where such a path lies says nothing of what is behind it.
const OPENED: [&str; 3] = ["/dev/fd", "/dev/stdin", "/proc/self/fd"];

/// Whether what comes through a path lies somewhere else, if anywhere: a pipe, and what is neither a file nor a folder.
pub fn is_stream(path: &Path) -> bool {
    let is_neither = |there: std::fs::Metadata| !there.is_file() && !there.is_dir();
    OPENED.iter().any(|opened| path.starts_with(opened))
        || std::fs::metadata(path).is_ok_and(is_neither)
}

/// The folder that a path is, or lies in.
pub fn folder_of(path: &Path) -> Option<PathBuf> {
    let plain = without_detours(path);
    let path = plain.as_deref().unwrap_or(path);
    if path.is_dir() {
        Some(path.to_owned())
    } else {
        path.parent().map(Path::to_owned)
    }
}

/// Whether two paths lead to the same file.
pub fn same_file(one: &Path, other: &Path) -> bool {
    one == other
        || matches!((one.canonicalize(), other.canonicalize()), (Ok(one), Ok(other)) if one == other)
}
