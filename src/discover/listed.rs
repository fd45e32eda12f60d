//! The same search in a tree of files that does not lie on the disk: a revision of a repository.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use glob::{MatchOptions, Pattern};

use super::{Name, is_archive, is_pattern, is_records, shown};
use crate::config::{covers, plain, plain_glob};

/// Where a tree is searched.
#[derive(Debug, Clone, Copy)]
pub struct Listed<'t> {
    /// Absolute paths of its files, without `.` and `..`.
    pub files: &'t BTreeSet<PathBuf>,
    /// What names are relative to.
    pub base: &'t Path,
    /// Globs of files to leave out.
    pub exclude: &'t [String],
    /// What these are relative to.
    pub exclude_base: &'t Path,
}

impl Listed<'_> {
    /// The files that names stand for, with their paths as reports show them. Names that stand for nothing are no
    /// mistake: their files came later.
    pub fn discover(&self, named: &[Name]) -> Vec<(PathBuf, Arc<str>)> {
        let mut found = Found {
            listed: self,
            exclude: self.excluding(),
            seen: BTreeSet::new(),
            inputs: Vec::new(),
        };
        for name in named {
            match name {
                Name::Pattern(name) => found.text(name, is_pattern(name)),
                Name::Literal(name) | Name::Bytes(name, _) | Name::Once(name, _) => {
                    found.text(name, false);
                }
                Name::Unusable(_) => {}
            }
        }
        found.inputs
    }

    /// Whether a file is left out, by its absolute path.
    pub fn is_excluded(&self, path: &Path) -> bool {
        self.is_excluded_by(path, &self.excluding())
    }

    fn excluding(&self) -> Vec<Pattern> {
        let patterns = self.exclude.iter();
        patterns
            .filter_map(|pattern| Pattern::new(plain_glob(pattern)).ok())
            .collect()
    }

    fn is_excluded_by(&self, path: &Path, exclude: &[Pattern]) -> bool {
        let relative = path.strip_prefix(self.exclude_base).unwrap_or(path);
        exclude.iter().any(|pattern| covers(pattern, relative))
    }
}

struct Found<'l, 't> {
    listed: &'l Listed<'t>,
    exclude: Vec<Pattern>,
    seen: BTreeSet<PathBuf>,
    inputs: Vec<(PathBuf, Arc<str>)>,
}

impl Found<'_, '_> {
    fn text(&mut self, name: &str, is_pattern: bool) {
        if name.is_empty() {
            return;
        }
        let path = self.listed.base.join(name);
        if self.path(&path) || !is_pattern {
            return;
        }
        let absolute = plain(&path);
        let Ok(pattern) = Pattern::new(&absolute.to_string_lossy()) else {
            return;
        };
        let options = MatchOptions {
            require_literal_separator: true,
            ..MatchOptions::new()
        };
        let matches = |path: &&Path| pattern.matches_path_with(path, options);
        let files = self.listed.files.iter();
        let matching: BTreeSet<&Path> = files
            .flat_map(|file| file.ancestors())
            .filter(matches)
            .collect();
        for path in matching {
            self.path(path);
        }
    }

    /// Takes a file, or all records below a folder; whether there is one.
    fn path(&mut self, path: &Path) -> bool {
        let absolute = plain(path);
        if self.listed.files.contains(&absolute) {
            self.file(&absolute, path);
            return true;
        }
        let all = self.listed.files.range(absolute.clone()..);
        let below = all.take_while(|file| file.starts_with(&absolute));
        let mut any = false;
        for file in below {
            any = true;
            let Ok(rest) = file.strip_prefix(&absolute) else {
                continue;
            };
            let is_hidden = rest
                .components()
                .any(|part| part.as_os_str().to_string_lossy().starts_with('.'));
            if !is_hidden && (is_records(file) || is_archive(file)) {
                self.file(file, &path.join(rest));
            }
        }
        any
    }

    /// Takes a file, under the path that it was reached by.
    fn file(&mut self, absolute: &Path, path: &Path) {
        let is_excluded = self.listed.is_excluded_by(absolute, &self.exclude);
        if !is_excluded && self.seen.insert(absolute.to_owned()) {
            let shown = shown(path, self.listed.base);
            self.inputs.push((absolute.to_owned(), shown.into()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILES: [&str; 9] = [
        "/r/missions/eth/a.json",
        "/r/missions/mli-2/a.json",
        "/r/missions/mli/.draft/a.json",
        "/r/missions/mli/.hidden.json",
        "/r/missions/mli/meetings/m.NDJSON",
        "/r/missions/mli/notes.txt",
        "/r/missions/mli/old/a.json",
        "/r/missions/mli/people.json",
        "/r/x.json",
    ];

    fn found(base: &str, names: &[&str], exclude: &[&str]) -> Vec<String> {
        let files = FILES.iter().map(PathBuf::from).collect();
        let exclude: Vec<String> = exclude.iter().map(|&glob| glob.to_owned()).collect();
        let listed = Listed {
            files: &files,
            base: Path::new(base),
            exclude: &exclude,
            exclude_base: Path::new("/r"),
        };
        let patterns: Vec<Name> = names
            .iter()
            .map(|&name| Name::Pattern(name.into()))
            .collect();
        let found = listed.discover(&patterns).into_iter();
        found.map(|(_, shown)| shown.to_string()).collect()
    }

    #[test]
    fn folders_are_walked_without_what_is_hidden() {
        let all = [
            "missions/mli/meetings/m.NDJSON",
            "missions/mli/old/a.json",
            "missions/mli/people.json",
        ];
        assert_eq!(found("/r", &["missions/mli"], &[]), all);
        assert_eq!(
            found("/r", &["missions/mli/"], &["missions/*/old"]),
            [all[0], all[2]]
        );
        assert_eq!(
            found("/r/missions/eth", &["../mli"], &[])[2],
            "../mli/people.json"
        );
    }

    #[test]
    fn what_is_named_is_taken_whatever_its_extension_and_once() {
        assert_eq!(
            found(
                "/r",
                &["missions/mli/notes.txt", "missions/mli/notes.txt"],
                &[]
            ),
            ["missions/mli/notes.txt"]
        );
        assert_eq!(
            found("/r", &["missions/mli/.hidden.json"], &[]),
            ["missions/mli/.hidden.json"]
        );
        assert!(found("/r", &["gone.json"], &[]).is_empty());
    }

    #[test]
    fn globs_do_not_cross_folders() {
        assert_eq!(
            found("/r", &["missions/*/a.json"], &[]),
            ["missions/eth/a.json", "missions/mli-2/a.json"]
        );
        assert_eq!(
            found("/r", &["missions/ml*/old"], &[]),
            ["missions/mli/old/a.json"]
        );
        assert_eq!(
            found("/r", &["**/people.json"], &[]),
            ["missions/mli/people.json"]
        );
    }
}
