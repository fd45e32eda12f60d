//! Walking through folders.

use std::path::{MAIN_SEPARATOR, Path, PathBuf};
use std::sync::Arc;

use ignore::{DirEntry, WalkBuilder};

use super::{CONFIG, Search, Unusable, astray, is_archive, is_records, shown};
use crate::engine::{Content, Input};
use crate::finding::Phrase;
use crate::source::{self, Near};

impl Search {
    pub(super) fn walk(&mut self, directory: &Path) {
        let shown = self.shown(directory);
        let walked = Walked::of(directory, &shown, &self.base);
        self.found.walked.push(shown.clone());
        let walk = WalkBuilder::new(directory)
            .standard_filters(false)
            .follow_links(false)
            .filter_entry(|entry| !is_hidden_folder(entry))
            .build();
        for entry in walk {
            match entry {
                Err(error) => self.unwalked(directory, &error),
                Ok(entry) => {
                    let kind = entry.file_type();
                    let path = entry.path();
                    let is_file = kind.is_some_and(|kind| kind.is_file());
                    if is_hidden(&entry) {
                        // What else is hidden is no record by its name.
                        if let Some(near) = near(path).filter(|_| is_file) {
                            self.nearly(path, near);
                        }
                    } else if is_file {
                        self.walked_file(entry.into_path(), &walked);
                    } else if kind.is_some_and(|kind| kind.is_symlink()) {
                        self.walked_link(directory, path);
                    } else if !kind.is_some_and(|kind| kind.is_dir())
                        && (is_records(path) || is_archive(path) || near(path).is_some())
                        && !self.is_excluded(path)
                    {
                        // Nobody named it: a pipe is not waited for.
                        let shown = self.shown(path);
                        self.refuse(&shown, Phrase::new("reason-neither"));
                    }
                }
            }
        }
    }

    /// Takes a file, which is not hidden.
    fn walked_file(&mut self, path: PathBuf, walked: &Walked<'_>) {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if source::is_records(&name) {
            drop(name);
            if self.is_new(&path) {
                let shown = walked.shown(&path, &self.base);
                let content = Content::File(path);
                self.found.inputs.push(Input {
                    path: shown,
                    content,
                });
            }
        } else if name == CONFIG {
            if !self.is_excluded(&path) {
                self.found.configs.push(path);
            }
        } else if let Some(near) = source::near(&name) {
            self.nearly(&path, near);
        } else if source::is_archive(&name) {
            self.file(&path);
        }
    }

    /// Tells of a file whose name is nearly that of records. One that differs by what nobody sees was meant as such.
    fn nearly(&mut self, path: &Path, near: Near) {
        if self.is_excluded(path) {
            return;
        }
        let shown = self.shown(path);
        let reason = match near {
            Near::Trailing => return self.refuse(&shown, Phrase::new("reason-name-trailing")),
            Near::Ending => "reason-name-near",
            Near::Hidden => "reason-name-hidden",
            Near::Archive => "reason-name-archive",
        };
        self.found.passed_over.push(Unusable {
            path: shown,
            reason: Phrase::new(reason),
        });
    }

    /// Where a walk could not go on: at the path of the error, else somewhere in the directory.
    fn unwalked(&mut self, directory: &Path, error: &ignore::Error) {
        let (place, reason) = match error {
            ignore::Error::WithDepth { err, .. } => return self.unwalked(directory, err),
            ignore::Error::WithPath { path, err } => (path.as_path(), &**err),
            other => (directory, other),
        };
        let shown = self.shown(place);
        let reason = match reason.io_error() {
            Some(error) => Phrase::from(error),
            None => Phrase::new("reason-system").with("text", reason.to_string()),
        };
        self.refuse(&shown, reason);
    }

    /// A link inside the directory leads to what is found there anyway; one that leaves it is not followed.
    fn walked_link(&mut self, directory: &Path, path: &Path) {
        let inside = match (directory.canonicalize(), path.canonicalize()) {
            (Ok(directory), Ok(target)) => target.starts_with(directory),
            _ => false,
        };
        if !inside
            && (is_records(path) || is_archive(path) || path.is_dir())
            && !self.is_excluded(path)
        {
            let reason = match path.try_exists() {
                Ok(true) => Phrase::new("reason-link-out"),
                _ => astray(path),
            };
            let shown = self.shown(path);
            self.refuse(&shown, reason);
        }
    }
}

/// A directory that is walked, and how reports show it.
struct Walked<'d> {
    /// Where all that is below it is shown as such.
    directory: Option<&'d str>,
    shown: &'d str,
}

impl<'d> Walked<'d> {
    fn of(directory: &'d Path, shown: &'d str, base: &Path) -> Self {
        let holds_base = base.starts_with(directory) && base != directory;
        let is_plain = MAIN_SEPARATOR == '/' && !holds_base;
        Self {
            directory: directory.to_str().filter(|_| is_plain),
            shown,
        }
    }

    /// The path of a file below the directory as reports show it.
    fn shown(&self, path: &Path, base: &Path) -> Arc<str> {
        let below = || {
            let below = path.to_str()?.strip_prefix(self.directory?)?;
            Some(below.trim_start_matches('/'))
        };
        match below() {
            Some(below) if self.shown.is_empty() => below.into(),
            Some(below) if !self.shown.ends_with('/') => format!("{}/{below}", self.shown).into(),
            _ => shown(path, base).into(),
        }
    }
}

/// How the name of a file is nearly that of records.
fn near(path: &Path) -> Option<Near> {
    source::near(&path.file_name()?.to_string_lossy())
}

/// Whether an entry is hidden, below the folder that is walked.
fn is_hidden(entry: &DirEntry) -> bool {
    entry.depth() > 0 && entry.file_name().as_encoded_bytes().starts_with(b".")
}

fn is_hidden_folder(entry: &DirEntry) -> bool {
    is_hidden(entry) && entry.file_type().is_some_and(|kind| kind.is_dir())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_of_walked_files_are_shown_as_others_are() {
        for (base, directory, below) in [
            ("/a", "/a/b", "c.json"),
            ("/a", "/a/b/", "c/d.json"),
            ("/a", "/a/.", "c.json"),
            ("/a", "/a", "c.json"),
            ("/", "/", "c.json"),
            ("/a", "/", "c/d.json"),
            ("/a", "/a/../b", "c.json"),
            ("/a/b", "/a/b/../b/./c", "d e.json"),
            ("/a", "/b", "a/c.json"),
            ("/a/b", "/a", "b/c.json"),
            ("/a/b", "/a/.", "b/c.json"),
            ("/a/b", "/a/b/..", "b/c.json"),
        ] {
            let (base, directory) = (Path::new(base), Path::new(directory));
            let known = shown(directory, base);
            let walked = Walked::of(directory, &known, base);
            let path = directory.join(below);
            assert_eq!(*walked.shown(&path, base), *shown(&path, base), "{path:?}");
        }
    }
}
