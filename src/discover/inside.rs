//! What is in an archive: the files that would be found in a folder with the same content.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::io;

use super::CONFIG;
use crate::source::{Archive, Content, Defect, Place, defect, is_archive, is_records};

/// What macOS puts beside the files of an archive.
const OF_MACOS: &str = "__MACOSX";

/// What is in an archive.
#[derive(Debug, Default)]
pub struct Inside {
    /// Paths below the archive with what is there; the empty path is the archive itself, of which nothing can be read.
    pub inputs: BTreeMap<String, Content>,
    /// Paths of configurations. They do not count: what is submitted does not say how it is judged.
    pub configs: Vec<String>,
}

impl Inside {
    /// Looks into an archive. An error is the system's.
    pub fn of(place: Place) -> io::Result<Self> {
        let archive = match Archive::open(place.clone()) {
            Ok(archive) => archive,
            Err(error) => {
                let whole = Content::Defective(place, defect(&error).ok_or(error)?);
                return Ok(Self {
                    inputs: BTreeMap::from([(String::new(), whole)]),
                    configs: Vec::new(),
                });
            }
        };
        let mut inside = Self::default();
        for (name, content) in archive.files() {
            inside.add(name, content, &place);
        }
        Ok(inside)
    }

    fn add(&mut self, name: &str, content: Content, place: &Place) {
        if name.ends_with(SEPARATORS) {
            return;
        }
        let (steps, leads_out) = steps(name);
        let is_hidden = |step: &&str| step.starts_with('.') || *step == OF_MACOS;
        let Some(&last) = steps.last().filter(|_| !steps.iter().any(is_hidden)) else {
            return;
        };
        let path = steps.join("/");
        let defective = |defect| Content::Defective(place.clone(), defect);
        if last == CONFIG {
            self.configs.push(path);
            return;
        }
        let content = if is_archive(last) {
            defective(Defect::Nested)
        } else if !is_records(last) {
            return;
        } else if leads_out {
            defective(Defect::LeadsOut)
        } else {
            content
        };
        match self.inputs.entry(path) {
            Entry::Vacant(vacant) => {
                vacant.insert(content);
            }
            Entry::Occupied(mut occupied) => {
                occupied.insert(defective(Defect::SameName));
            }
        }
    }
}

/// What parts the steps of a name: the slash, and what programs of Windows write instead.
const SEPARATORS: [char; 2] = ['/', '\\'];

/// The steps of a name, and whether they lead out of the archive.
fn steps(name: &str) -> (Vec<&str>, bool) {
    let is_drive = |step: &str| {
        let mut signs = step.chars();
        signs.next().is_some_and(char::is_alphabetic) && signs.as_str() == ":"
    };
    let mut leads_out = name.starts_with(SEPARATORS);
    let mut steps = Vec::new();
    for step in name.split(SEPARATORS) {
        if step == ".." || is_drive(step) {
            leads_out = true;
        } else if !matches!(step, "" | ".") {
            steps.push(step);
        }
    }
    (steps, leads_out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_do_not_lead_out() {
        for (name, path, leads_out) in [
            ("a/b.json", "a/b.json", false),
            ("./a//b.json", "a/b.json", false),
            ("a\\b.json", "a/b.json", false),
            ("../b.json", "b.json", true),
            ("a/../b.json", "a/b.json", true),
            ("/etc/b.json", "etc/b.json", true),
            ("C:\\data\\b.json", "data/b.json", true),
            ("\\\\host\\b.json", "host/b.json", true),
            ("a:b.json", "a:b.json", false),
        ] {
            let (found, leads) = steps(name);
            assert_eq!((found.join("/").as_str(), leads), (path, leads_out));
        }
    }
}
