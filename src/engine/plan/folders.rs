//! Missions that the records in each folder and below it name: what does not tell its mission belongs to those around.

use std::collections::{BTreeMap, BTreeSet};

use super::plain::Drawn;
use super::register::{ASTRAY, NOBODY, Number};
use super::runs::Owner;
use super::sketch::{Sketch, Stray};
use crate::engine::Inputs;

/// Missions named in each folder and below it: whatever a folder has, those around it have.
#[derive(Debug, Default)]
pub(in crate::engine) struct Folders {
    missions: BTreeMap<String, BTreeSet<Number>>,
}

impl Folders {
    pub(in crate::engine) fn of<'s>(
        drawn: impl Iterator<Item = Drawn<'s>>,
        inputs: &Inputs,
    ) -> Self {
        let mut folders = Self::default();
        for drawn in drawn {
            folders.add(&drawn.sketch(), &inputs.path(drawn.file() as usize));
        }
        folders
    }

    /// Adds what a document at a path names.
    pub(in crate::engine) fn add(&mut self, sketch: &Sketch, path: &str) {
        let mut named = Vec::new();
        for run in &sketch.runs {
            match run.owner {
                Owner::One(number) => named.push(number),
                Owner::Odd(at) => {
                    let missions = &sketch.odd(at).missions;
                    named.extend(missions.iter().map(|(number, _)| *number));
                }
            }
        }
        named.sort_unstable();
        named.dedup();
        named.retain(|number| ![NOBODY, ASTRAY].contains(number));
        self.add_named(&named, path);
    }

    fn add_named(&mut self, named: &[Number], path: &str) {
        for folder in ancestors(path) {
            match self.missions.get_mut(folder) {
                Some(missions) if named.iter().all(|number| missions.contains(number)) => return,
                Some(missions) => missions.extend(named),
                None => {
                    let missions = named.iter().copied().collect();
                    self.missions.insert(folder.to_owned(), missions);
                }
            }
        }
    }

    /// Missions named in the folder of a file, or in the nearest folder above that names any.
    fn around(&self, path: &str) -> Option<&BTreeSet<Number>> {
        let mut named = ancestors(path).filter_map(|folder| self.missions.get(folder));
        named.find(|missions| !missions.is_empty())
    }

    /// The one mission beside `named` in the nearest folder of a file that names another.
    pub(super) fn only_other(&self, path: &str, named: Number) -> Option<Number> {
        let mut folders = ancestors(path).filter_map(|folder| self.missions.get(folder));
        folders.find_map(|missions| {
            let mut others = missions.iter().copied().filter(|other| *other != named);
            let first = others.next()?;
            Some(others.next().is_none().then_some(first))
        })?
    }

    /// The one mission around a file.
    pub(in crate::engine) fn only_mission(&self, path: &str) -> Option<Number> {
        let around = self.around(path)?;
        around.first().copied().filter(|_| around.len() == 1)
    }

    /// The missions that something which does not tell its own may belong to: none if it is a record that is given to
    /// the one around it, or that nobody misses.
    pub(in crate::engine) fn blocked_by(&self, stray: &Stray, path: &str) -> Vec<Number> {
        match self.only_mission(path) {
            Some(_) if stray.is_record => Vec::new(),
            _ if !stray.is_missed => Vec::new(),
            None if !stray.named.is_empty() => stray.named.clone(),
            _ => self.around_or_nobody(path),
        }
    }

    /// The missions named around a file, or the place of records of none.
    pub(in crate::engine) fn around_or_nobody(&self, path: &str) -> Vec<Number> {
        self.around(path)
            .map_or_else(|| vec![NOBODY], |around| around.iter().copied().collect())
    }
}

/// The folders of a path, innermost first, ending with the empty one.
fn ancestors(path: &str) -> impl Iterator<Item = &str> {
    let mut next = Some(path);
    std::iter::from_fn(move || {
        let here = next?;
        let folder = here.rsplit_once('/').map_or("", |(folder, _)| folder);
        next = if here.is_empty() || folder == here {
            None
        } else {
            Some(folder)
        };
        if here.is_empty() { None } else { Some(folder) }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_go_outwards() {
        assert_eq!(
            ancestors("a/b/c.json").collect::<Vec<_>>(),
            ["a/b", "a", ""]
        );
        assert_eq!(ancestors("c.json").collect::<Vec<_>>(), [""]);
    }

    #[test]
    fn folders_have_what_those_in_them_have_whatever_comes_first() {
        let files: [(&str, &[Number]); 7] = [
            ("a/b/1.json", &[5]),
            ("a/2.json", &[6, 5]),
            ("a/b/3.json", &[6]),
            ("c/4.json", &[]),
            ("c/d/5.json", &[]),
            ("c/d/6.json", &[7, 8]),
            ("7.json", &[5]),
        ];
        for first in 0..files.len() {
            let mut folders = Folders::default();
            for (path, named) in files.iter().cycle().skip(first).take(files.len()) {
                folders.add_named(named, path);
            }
            for folder in ["", "a", "a/b", "c", "c/d"] {
                let inside =
                    |path: &str| folder.is_empty() || path.starts_with(&format!("{folder}/"));
                let inside = files.iter().filter(|(path, _)| inside(path));
                let expected: BTreeSet<Number> = inside
                    .flat_map(|(_, named)| named.iter().copied())
                    .collect();
                assert_eq!(folders.missions.get(folder), Some(&expected), "{folder}");
            }
        }
    }
}
