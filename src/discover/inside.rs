//! What is in an archive: the files that would be found in a folder with the same content.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::io;

use super::CONFIG;
use crate::source::{
    Archive, Content, Defect, Near, Place, defect, is_archive, is_other_file, is_records, near,
};

/// What macOS puts beside the files of an archive.
const OF_MACOS: &str = "__MACOSX";

/// Folders in which programs keep what is theirs.
const OF_PROGRAMS: [&str; 7] = [
    ".git", ".github", ".hg", ".idea", ".svn", ".venv", ".vscode",
];

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
        let is_link = matches!(content, Content::Defective(_, Defect::Link));
        let is_folder = name.ends_with(SEPARATORS);
        let is_bare = matches!(&content, Content::Member(member) if member.is_empty());
        if is_folder && is_bare {
            return;
        }
        let (steps, leads_out) = steps(name);
        let Some((&last, above)) = steps.split_last() else {
            return;
        };
        if above.iter().any(|step| OF_PROGRAMS.contains(step)) {
            return;
        }
        let hides = |step: &&str| step.starts_with('.') || *step == OF_MACOS;
        let is_below_hidden = above.iter().any(hides);
        let path = steps.join("/");
        let defective = |defect| Content::Defective(place.clone(), defect);
        if last == CONFIG && !is_below_hidden {
            self.configs.push(path);
            return;
        }
        let is_taken = is_archive(last) || is_records(last);
        let content = if let Some(near) = near(last) {
            defective(match near {
                Near::Trailing | Near::Ending => Defect::NearName,
                Near::Hidden => Defect::Hidden,
                Near::Archive => Defect::Nested,
            })
        } else if last.starts_with('.') {
            return;
        } else if is_link && !is_other_file(last) {
            content
        } else if is_taken && is_below_hidden {
            defective(Defect::Hidden)
        } else if is_taken && is_folder {
            defective(Defect::NearName)
        } else if is_archive(last) {
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
