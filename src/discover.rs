//! From what a user names to the files to check.

use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};

use glob::{MatchOptions, Pattern};
use ignore::WalkBuilder;

use crate::engine::{Content, Input};

/// Name of the configuration file.
pub const CONFIG: &str = "missionlint.toml";

/// What a user named that cannot be checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unusable {
    /// The path or pattern.
    pub path: String,
    /// Why.
    pub reason: String,
}

/// The files found.
#[derive(Debug, Default)]
pub struct Discovered {
    /// To be checked.
    pub inputs: Vec<Input>,
    /// Configuration files below directories that were walked.
    pub configs: Vec<PathBuf>,
    /// Directories that were walked, as reports show them.
    pub walked: Vec<String>,
    /// What cannot be used.
    pub unusable: Vec<Unusable>,
}

/// Finds the files that paths and quoted globs name, relative to `base`. Directories are walked for `.json`, `.ndjson`
/// and `.jsonl` files; hidden ones are left out. `exclude` are globs relative to `exclude_base`; one that matches a
/// folder excludes everything in it.
pub fn discover(
    named: &[String],
    base: &Path,
    exclude: &[String],
    exclude_base: &Path,
) -> Discovered {
    let mut search = Search {
        base: base.to_owned(),
        exclude_base: exclude_base.to_owned(),
        found: Discovered::default(),
        exclude: Vec::new(),
        seen: (named.len() > 1 || named.iter().any(|name| is_pattern(name))).then(BTreeSet::new),
    };
    for pattern in exclude {
        match Pattern::new(pattern) {
            Ok(pattern) => search.exclude.push(pattern),
            Err(error) => search.refuse(pattern, &error),
        }
    }
    for name in named {
        search.name(name);
    }
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
    fn refuse(&mut self, path: &str, reason: &dyn std::fmt::Display) {
        self.found.unusable.push(Unusable {
            path: path.to_owned(),
            reason: reason.to_string(),
        });
    }

    fn name(&mut self, name: &str) {
        if name.is_empty() {
            return self.refuse(name, &"an empty path names nothing");
        }
        let path = self.base.join(name);
        if path.exists() {
            self.path(&path);
        } else if is_pattern(name) {
            self.pattern(name, &path);
        } else {
            self.refuse(name, &"there is no such file or directory");
        }
    }

    fn pattern(&mut self, name: &str, absolute: &Path) {
        let before = self.found.inputs.len() + self.found.unusable.len();
        match glob::glob(&absolute.to_string_lossy()) {
            Err(error) => self.refuse(name, &format!("this is no valid pattern: {}", error.msg)),
            Ok(paths) => {
                for path in paths {
                    match path {
                        Ok(path) => self.path(&path),
                        Err(error) => self.refuse(&error.path().to_string_lossy(), error.error()),
                    }
                }
                if self.found.inputs.len() + self.found.unusable.len() == before {
                    self.refuse(name, &"no file matches this pattern");
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
            self.refuse(&shown, &"this is neither a file nor a directory");
        }
    }

    fn walk(&mut self, directory: &Path) {
        self.found.walked.push(self.shown(directory));
        let walk = WalkBuilder::new(directory)
            .standard_filters(false)
            .hidden(true)
            .follow_links(false)
            .build();
        for entry in walk {
            match entry {
                Err(error) => {
                    let shown = self.shown(directory);
                    self.refuse(&shown, &error);
                }
                Ok(entry) => {
                    let kind = entry.file_type();
                    let path = entry.path();
                    if kind.is_some_and(|kind| kind.is_file()) {
                        self.walked_file(path);
                    } else if kind.is_some_and(|kind| kind.is_symlink()) {
                        self.walked_link(directory, path);
                    } else if !kind.is_some_and(|kind| kind.is_dir()) && is_records(path) {
                        self.path(path);
                    }
                }
            }
        }
    }

    fn walked_file(&mut self, path: &Path) {
        if path.file_name().is_some_and(|name| name == CONFIG) {
            if !self.is_excluded(path) {
                self.found.configs.push(path.to_owned());
            }
        } else if is_records(path) {
            self.file(path);
        }
    }

    /// A link inside the directory leads to what is found there anyway; one that leaves it is not followed.
    fn walked_link(&mut self, directory: &Path, path: &Path) {
        let inside = match (directory.canonicalize(), path.canonicalize()) {
            (Ok(directory), Ok(target)) => target.starts_with(directory),
            _ => false,
        };
        if !inside && (is_records(path) || path.is_dir()) && !self.is_excluded(path) {
            let shown = self.shown(path);
            self.refuse(
                &shown,
                &"this link leads out of the directory; name its target to check it",
            );
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
        let options = MatchOptions {
            require_literal_separator: true,
            ..MatchOptions::default()
        };
        let matches = |path: &Path| {
            self.exclude
                .iter()
                .any(|pattern| pattern.matches_path_with(path, options))
        };
        relative.ancestors().any(matches)
    }

    fn file(&mut self, path: &Path) {
        if self.is_excluded(path) {
            return;
        }
        if let Some(seen) = &mut self.seen
            && !path
                .canonicalize()
                .is_ok_and(|canonical| seen.insert(canonical))
        {
            return;
        }
        let shown = self.shown(path);
        self.found.inputs.push(Input {
            path: shown.into(),
            content: Content::File(path.to_owned()),
        });
    }

    /// The path as reports show it: relative to the base where it lies below it, with `/`.
    fn shown(&self, path: &Path) -> String {
        let relative = path.strip_prefix(&self.base).unwrap_or(path);
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
}

fn is_records(path: &Path) -> bool {
    let extension = path.extension();
    extension.is_some_and(|extension| {
        ["json", "ndjson", "jsonl"]
            .iter()
            .any(|known| extension.eq_ignore_ascii_case(known))
    })
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
    let plain = without_detours(path);
    let path = plain.as_deref().unwrap_or(path);
    let start = if path.is_dir() {
        Some(path)
    } else {
        path.parent()
    };
    start?
        .ancestors()
        .map(|folder| folder.join(CONFIG))
        .find(|config| config.is_file())
}

/// Whether two paths lead to the same file.
pub fn same_file(one: &Path, other: &Path) -> bool {
    one == other
        || matches!((one.canonicalize(), other.canonicalize()), (Ok(one), Ok(other)) if one == other)
}
