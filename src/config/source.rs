//! The configuration file of a run.

use std::path::{Component, Path, PathBuf};

use super::scope::relative;

/// Where the settings of a run come from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Source {
    /// Path of the file as reports show it.
    pub path: String,
    /// Hash of its content, hexadecimal.
    pub hash: String,
    /// Its content.
    pub text: String,
    /// The folder that paths of inputs are relative to; empty where they are relative to the configuration.
    pub base: PathBuf,
    /// The folder that the file lies in.
    pub folder: PathBuf,
    /// Whether the run covers everything that the configuration is for, as it is on a usual day: what matches nothing
    /// then matches nothing at all.
    pub covered: bool,
}

impl Source {
    /// The path of an input relative to the folder of the configuration, with `/`; whole where it lies elsewhere.
    pub fn relative(&self, input: &str) -> String {
        relative(&self.base, &self.folder, input).into_owned()
    }
}

/// A path without `.` and `..`, by its words alone.
pub fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir if plain.file_name().is_some() => {
                plain.pop();
            }
            other => plain.push(other),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inputs_are_told_from_the_configuration() {
        let source = |base: &str, folder: &str| Source {
            base: base.into(),
            folder: folder.into(),
            ..Source::default()
        };
        let relative = |base: &str, folder: &str, input: &str| source(base, folder).relative(input);
        assert_eq!(relative("", "", "mli/a.json"), "mli/a.json");
        assert_eq!(relative("/w", "/w", "mli/a.json"), "mli/a.json");
        assert_eq!(relative("/w", "/w/mli", "mli/a.json"), "a.json");
        assert_eq!(relative("/w/mli", "/w", "a.json"), "mli/a.json");
        assert_eq!(relative("/w/mli", "/w", "../eth/a.json"), "eth/a.json");
        assert_eq!(relative("/w/ci", "/w/ci/..", "../eth/a.json"), "eth/a.json");
        assert_eq!(relative("/w", "/v", "mli/a.json"), "/w/mli/a.json");
        assert_eq!(relative("/w", "/v", "/v/a.json"), "a.json");
    }

    #[test]
    fn what_leads_above_the_root_of_a_relative_path_stays() {
        assert_eq!(plain(Path::new("../a/./b/../c")), Path::new("../a/c"));
    }
}
