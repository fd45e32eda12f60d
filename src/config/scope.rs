//! What holds for which mission and which file.
//!
//! ## Decisions
//! * A rule judges all records of a mission together: parameters, and whether it is applied at all, go by mission. By
//!   file it is decided what a finding weighs, by the place that it marks first, and whether it is kept.
//! * What could not be judged is owed to a place, but which records it concerns is not known: one in a file where the
//!   rule is off may be needed by records elsewhere. So it weighs as much as any finding of the rule in the mission
//!   could, and is left out only where the rule is off in all files of the mission.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use glob::{MatchOptions, Pattern};

use super::{Level, Override, Settings, plain};
use crate::catalogue::{Meta, Severity};

/// A glob without `./` before and `/` behind it: a folder is the same folder however it is written.
pub fn plain_glob(written: &str) -> &str {
    let plain = written.trim_start_matches("./").trim_end_matches('/');
    if plain.is_empty() { written } else { plain }
}

/// Whether a glob matches a path or a folder that it lies in.
pub fn covers(pattern: &Pattern, path: &Path) -> bool {
    let options = MatchOptions {
        require_literal_separator: true,
        // Not the default of the structure, which ignores case.
        ..MatchOptions::new()
    };
    path.ancestors()
        .any(|path| pattern.matches_path_with(path, options))
}

/// Globs of files, relative to the configuration. One that matches a folder covers all that is in it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Globs {
    written: Vec<String>,
    patterns: Vec<Pattern>,
}

impl Globs {
    /// Globs as written; what is no glob matches nothing.
    pub fn new(written: Vec<String>) -> Self {
        let plain = |path: &String| Pattern::new(plain_glob(path)).ok();
        Self {
            patterns: written.iter().filter_map(plain).collect(),
            written,
        }
    }

    /// As they are written.
    pub fn written(&self) -> &[String] {
        &self.written
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.written.is_empty()
    }

    /// Whether one covers a path that is relative to the configuration.
    pub fn covers(&self, path: &str) -> bool {
        let mut patterns = self.patterns.iter();
        patterns.any(|pattern| covers(pattern, Path::new(path)))
    }
}

/// A path that is relative to `base`, relative to `folder`, with `/`; whole where it does not lie below it.
pub(super) fn relative<'p>(base: &Path, folder: &Path, path: &'p str) -> Cow<'p, str> {
    let is_plain = !path.starts_with('/') && !path.contains("..");
    if is_plain && base == folder {
        return Cow::Borrowed(path);
    }
    let whole = plain(&base.join(path));
    let folder = plain(folder);
    let relative = whole.strip_prefix(&folder).unwrap_or(&whole);
    Cow::Owned(relative.to_string_lossy().replace('\\', "/"))
}

/// What the paths of a report, and those of the configuration, are relative to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Home {
    base: PathBuf,
    folder: PathBuf,
}

impl Home {
    /// Paths of the report are relative to `base`, those of the configuration to its `folder`; both are absolute.
    pub fn new(base: PathBuf, folder: PathBuf) -> Self {
        Self { base, folder }
    }

    /// The path of a report relative to the configuration, with `/`; absolute where it does not lie below it.
    pub fn relative<'p>(&self, path: &'p str) -> Cow<'p, str> {
        relative(&self.base, &self.folder, path)
    }
}

impl Override {
    /// Whether it holds for a mission, in some file at least.
    fn concerns(&self, mission: &str) -> bool {
        self.missions.is_empty() || self.missions.iter().any(|id| id == mission)
    }

    /// Whether it holds at a path that is relative to the configuration, for some mission at least.
    fn holds_at(&self, path: &str) -> bool {
        self.paths.is_empty() || self.paths.covers(path)
    }
}

/// In which of the overrides, by position, some file of a mission is: one set for each way in which that is so.
#[derive(Debug)]
pub struct Coverage(BTreeSet<Vec<usize>>);

impl Settings {
    /// Positions of the overrides that hold for a mission. Missions with the same ones have the same settings.
    pub fn overrides_of(&self, mission: &str) -> Vec<usize> {
        let all = self.overrides.iter().enumerate();
        let own = all.filter(|(_, entry)| entry.concerns(mission));
        own.map(|(position, _)| position).collect()
    }

    /// What holds in a mission: of the overrides only what holds for some files alone is left.
    #[must_use]
    pub fn for_mission(&self, mission: &str) -> Self {
        self.resolved(Some(mission), None)
    }

    /// What holds in a mission and at a path of the report, as far as they are given: of the overrides only what
    /// depends on what is not given is left.
    #[must_use]
    pub fn resolved(&self, mission: Option<&str>, path: Option<&str>) -> Self {
        let path = path.map(|path| self.home.relative(path));
        let mut own = self.clone();
        for entry in std::mem::take(&mut own.overrides) {
            if mission.is_some_and(|mission| !entry.concerns(mission))
                || path.as_ref().is_some_and(|path| !entry.holds_at(path))
            {
                continue;
            }
            let mut open = entry;
            if mission.is_some() {
                open.missions.clear();
            }
            if path.is_some() {
                open.paths = Globs::default();
            }
            if !open.missions.is_empty() || !open.paths.is_empty() {
                own.overrides.push(open);
                continue;
            }
            for earlier in &mut own.overrides {
                earlier
                    .levels
                    .retain(|rule, _| !open.levels.contains_key(rule));
                earlier
                    .parameters
                    .retain(|name, _| !open.parameters.contains_key(name));
            }
            own.levels.extend(open.levels);
            own.parameters.extend(open.parameters);
        }
        own.platform_names
            .retain(|entry| mission.is_none() || entry.concerns(mission));
        own.allow.retain(|entry| {
            let named = entry.mission.as_deref();
            (mission.is_none() || named.is_none() || named == mission)
                && path.as_ref().is_none_or(|path| entry.covers_path(path))
        });
        own.overrides
            .retain(|entry| !entry.levels.is_empty() || !entry.parameters.is_empty());
        own
    }

    /// Whether a rule may be applied in some mission or file.
    pub fn may_be_on(&self, rule: &Meta) -> bool {
        let levels = self
            .overrides
            .iter()
            .filter_map(|entry| entry.levels.get(rule.id));
        self.is_on(rule) || levels.map(|set| set.value).any(|level| level != Level::Off)
    }

    /// The level of a rule at a path of the report, of the settings of a mission.
    fn level_at(&self, rule: &Meta, path: &str) -> Option<Level> {
        if self.overrides.is_empty() {
            return self.level(rule);
        }
        let path = self.home.relative(path);
        let covering = |entry: &&Override| entry.paths.covers(&path);
        let own = self.overrides.iter().rev().filter(covering);
        let mut own = own.filter_map(|entry| entry.levels.get(rule.id));
        own.next().map(|set| set.value).or(self.level(rule))
    }

    /// Whether findings of a rule that mark a path of the report are kept; these are the settings of a mission.
    pub fn is_on_at(&self, rule: &Meta, path: &str) -> bool {
        self.level_at(rule, path) != Some(Level::Off)
    }

    /// What a finding that marks a path of the report weighs, given what the rule would give it; these are the
    /// settings of a mission.
    pub fn severity_at(&self, rule: &Meta, own: Severity, path: &str) -> Severity {
        weigh(self.level_at(rule, path), rule, own)
    }

    /// Which overrides cover the paths of the report that a mission's records lie at; these are the settings of the
    /// mission.
    pub fn coverage<'p>(&self, paths: impl IntoIterator<Item = &'p str>) -> Coverage {
        if self.overrides.is_empty() {
            return Coverage(BTreeSet::from([Vec::new()]));
        }
        let covering = |path: &str| {
            let path = self.home.relative(path);
            let all = self.overrides.iter().enumerate();
            let own = all.filter(|(_, entry)| entry.paths.covers(&path));
            own.map(|(position, _)| position).collect()
        };
        let mut ways: BTreeSet<Vec<usize>> = paths.into_iter().map(covering).collect();
        if ways.is_empty() {
            ways.insert(Vec::new());
        }
        Coverage(ways)
    }

    /// The most that a finding of a rule may weigh anywhere in a mission; none where it is off everywhere.
    pub fn heaviest(&self, rule: &Meta, coverage: &Coverage) -> Option<Severity> {
        let level = |way: &Vec<usize>| {
            let own = way.iter().rev();
            let mut own = own.filter_map(|position| self.overrides[*position].levels.get(rule.id));
            own.next().map(|set| set.value).or(self.level(rule))
        };
        let levels = coverage.0.iter().map(level);
        let on = levels.filter(|level| *level != Some(Level::Off));
        on.map(|level| weigh(level, rule, rule.severity)).max()
    }
}

/// What a finding weighs at a level, given what the rule would give it.
pub(super) fn weigh(level: Option<Level>, rule: &Meta, own: Severity) -> Severity {
    match level {
        Some(Level::Severity(severity)) if own == rule.severity => severity,
        // An exception lowered it: it stays below what was set.
        Some(Level::Severity(severity)) => severity.lowered(),
        _ => own,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_told_relative_to_the_configuration() {
        let home = |base: &str, folder: &str| Home::new(base.into(), folder.into());
        let cases = [
            ("/r", "/r", "a/b.json", "a/b.json"),
            ("/r/missions", "/r", "a/b.json", "missions/a/b.json"),
            ("/", "/r", "r/a.json", "a.json"),
            ("/r/missions", "/r", "../x.json", "x.json"),
            ("/r", "/r", "/r/a.json", "a.json"),
            ("/r", "/r", "/elsewhere/a.json", "/elsewhere/a.json"),
            ("/r", "/r", "a..b.json", "a..b.json"),
        ];
        for (base, folder, path, expected) in cases {
            assert_eq!(home(base, folder).relative(path), expected, "{path}");
        }
        assert_eq!(Home::default().relative("a.json"), "a.json");
    }

    #[test]
    fn a_glob_covers_what_lies_in_the_folders_it_matches() {
        let globs = Globs::new(vec!["./missions/*/old".into(), "**/draft-*.json".into()]);
        for (path, covered) in [
            ("missions/mli/old/deep/a.json", true),
            ("missions/mli/older/a.json", false),
            ("missions/mli/x/old/a.json", false),
            ("draft-1.json", true),
            ("a/b/draft-1.json", true),
            ("a/draft-1.json.bak", false),
        ] {
            assert_eq!(globs.covers(path), covered, "{path}");
        }
    }
}
