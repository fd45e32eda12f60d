//! `[[overrides]]`: settings of some missions, or of the records in some files.

use toml::de::DeTable;

use super::read::{Key, Reader, Value, unknown};
use super::scope::Globs;
use super::{Levels, Parameters};

/// Settings that hold for some missions or files.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Override {
    /// Where it begins: a byte of the configuration.
    pub at: usize,
    /// Ids of the missions; none = all.
    pub missions: Vec<String>,
    /// Globs of the files; none = all.
    pub paths: Globs,
    /// Levels that differ there.
    pub levels: Levels,
    /// Parameters that differ there; none where there are paths.
    pub parameters: Parameters,
}

const KEYS: [&str; 4] = ["missions", "parameters", "paths", "severity"];

impl Reader<'_> {
    pub(super) fn overrides(&mut self, key: &Key<'_>, value: &Value<'_>) {
        for (entry, table) in self.tables(key, value, "overrides") {
            let before = self.errors.len();
            let read = self.override_of(entry.span().start, table);
            let is_limited = table.contains_key("missions") || table.contains_key("paths");
            let sets = table.contains_key("severity") || table.contains_key("parameters");
            if self.errors.len() > before {
                continue;
            }
            if is_limited && sets {
                self.settings.overrides.push(read);
            } else {
                let hint = if sets { "override-scope" } else { "override" };
                let error = self.invalid(key, entry, hint);
                self.errors.push(*error);
            }
        }
    }

    fn override_of(&mut self, at: usize, table: &DeTable<'_>) -> Override {
        let mut read = Override {
            at,
            ..Override::default()
        };
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "missions" => read.missions = self.missions(key, value),
                "paths" => {
                    let globs = self.globs(key, value);
                    read.paths = self.kept(globs).unwrap_or_default();
                }
                "severity" => {
                    let levels = self.severities(key, value);
                    read.levels = self.kept(levels).unwrap_or_default();
                }
                "parameters" if table.contains_key("paths") => {
                    let error = self.invalid(key, value, "parameters-by-mission");
                    self.errors.push(*error);
                }
                "parameters" => {
                    let parameters = self.parameters(key, value);
                    read.parameters = self.kept(parameters).unwrap_or_default();
                }
                _ => self.errors.push(*unknown("setting", key, &KEYS)),
            }
        }
        read
    }

    /// Ids of missions, at least one; mistakes are noted.
    pub(super) fn missions(&mut self, key: &Key<'_>, value: &Value<'_>) -> Vec<String> {
        let list = value.get_ref().as_array().filter(|list| !list.is_empty());
        let list = list.ok_or_else(|| self.invalid(key, value, "missions"));
        let mut missions = Vec::new();
        for item in self.kept(list).into_iter().flatten() {
            let id = item.get_ref().as_str().filter(|id| is_mission_id(id));
            let id = id.ok_or_else(|| self.invalid(key, item, "mission"));
            missions.extend(self.kept(id).map(str::to_owned));
        }
        missions
    }

    fn globs(&self, key: &Key<'_>, value: &Value<'_>) -> super::read::Checked<Globs> {
        let paths = self.paths(key, value)?;
        if paths.is_empty() {
            return Err(self.invalid(key, value, "paths"));
        }
        Ok(Globs::new(paths))
    }
}

/// Whether a text can be the id of a mission, as the record contract says.
pub(crate) fn is_mission_id(text: &str) -> bool {
    let inside = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    text.starts_with(|first: char| first.is_ascii_lowercase())
        && (2..=32).contains(&text.len())
        && text.bytes().all(inside)
}
