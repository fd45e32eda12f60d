//! `[[platform_names]]`: what types of platforms are called in some missions.

use std::collections::BTreeSet;

use toml::de::DeTable;

use super::Settings;
use super::read::{Checked, Key, Reader, Value, unknown};
use crate::reference::{TypeNames, canonical_type, platform_types, type_of_name};

/// A name of a type of platform.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlatformName {
    /// Where it begins: a byte of the configuration.
    pub at: usize,
    /// The name, exactly as it may stand in `types`.
    pub name: String,
    /// The canonical type it stands for.
    pub kind: &'static str,
    /// Ids of the missions; none = all.
    pub missions: Vec<String>,
    /// Whether it is understood, but to be replaced by the type; otherwise it is the adapted name, and proper.
    pub is_alias: bool,
}

const KEYS: [&str; 4] = ["alias", "missions", "name", "type"];

/// Names that are longer say more than a name.
pub(super) const LONGEST: usize = 100;

impl PlatformName {
    /// Whether it holds for a mission, or where the mission is not known.
    pub(super) fn concerns(&self, mission: Option<&str>) -> bool {
        let named = |mission| self.missions.iter().any(|id| id == mission);
        self.missions.is_empty() || mission.is_some_and(named)
    }

    /// Whether two entries are the same but for their places.
    pub(super) fn says_the_same(&self, other: &Self) -> bool {
        let missions = |entry: &Self| BTreeSet::from_iter(entry.missions.clone());
        (&self.name, self.kind, self.is_alias) == (&other.name, other.kind, other.is_alias)
            && missions(self) == missions(other)
    }

    /// Whether two entries are about one name in one mission.
    pub(super) fn meets(&self, other: &Self) -> bool {
        let shared = self
            .missions
            .iter()
            .any(|mission| other.missions.contains(mission));
        self.name.to_lowercase() == other.name.to_lowercase()
            && (shared || self.missions.is_empty() || other.missions.is_empty())
    }
}

impl Settings {
    /// What types of platforms are called in a mission, or where that is not known, beyond the tables.
    pub fn type_names(&self, mission: Option<&str>) -> TypeNames {
        let own = self.platform_names.iter();
        let own = own.filter(|entry| entry.concerns(mission));
        TypeNames::new(own.map(|entry| (entry.name.as_str(), entry.kind, !entry.is_alias)))
    }
}

/// The types that may have names of their own: "other" is whatever has none.
pub(super) fn named_types() -> impl Iterator<Item = &'static str> {
    let codes = platform_types().iter().map(|kind| kind.code.as_str());
    codes.filter(|code| *code != "other")
}

impl Reader<'_> {
    pub(super) fn platform_names(&mut self, key: &Key<'_>, value: &Value<'_>) {
        for (entry, table) in self.tables(key, value, "platform-names") {
            let before = self.errors.len();
            let read = self.platform_name(entry.span().start, table);
            match read {
                _ if self.errors.len() > before => {}
                None => {
                    let error = self.invalid(key, entry, "platform-name");
                    self.errors.push(*error);
                }
                Some((name, written)) => {
                    let free = self.free_name(&name, written);
                    if self.kept(free).is_some() {
                        self.settings.platform_names.push(name);
                    }
                }
            }
        }
    }

    /// An entry with its name as written; none where something is missing. Mistakes are noted.
    fn platform_name<'t, 'v>(
        &mut self,
        at: usize,
        table: &'t DeTable<'v>,
    ) -> Option<(PlatformName, (&'t Key<'v>, &'t Value<'v>))> {
        let (mut name, mut kind, mut missions, mut is_alias) = (None, None, Vec::new(), false);
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "name" => {
                    let read = self.name_text(key, value);
                    name = self.kept(read).map(|text| (text, (key, value)));
                }
                "type" => {
                    let known = value
                        .get_ref()
                        .as_str()
                        .and_then(|text| named_types().find(|code| *code == text));
                    let read = known.ok_or_else(|| self.not_among(key, value, named_types()));
                    kind = self.kept(read);
                }
                "missions" => missions = self.missions(key, value),
                "alias" => {
                    let flag = value.get_ref().as_bool();
                    let read = flag.ok_or_else(|| self.not_among(key, value, ["true", "false"]));
                    is_alias = self.kept(read).unwrap_or_default();
                }
                _ => self.errors.push(*unknown("setting", key, &KEYS)),
            }
        }
        let (name, written) = name?;
        let name = PlatformName {
            at,
            name,
            kind: kind?,
            missions,
            is_alias,
        };
        Some((name, written))
    }

    fn name_text(&self, key: &Key<'_>, value: &Value<'_>) -> Checked<String> {
        let text = self.words(key, value, "platform-name-text")?;
        if text.trim() == text
            && text.chars().count() <= LONGEST
            && !text.contains(char::is_control)
        {
            Ok(text)
        } else {
            Err(self.invalid(key, value, "platform-name-text"))
        }
    }

    /// Refuses a name that means something else already, by the tables or by an entry before.
    fn free_name(&self, name: &PlatformName, (key, value): (&Key<'_>, &Value<'_>)) -> Checked<()> {
        let small = name.name.to_lowercase();
        let mut codes = platform_types().iter().map(|kind| kind.code.as_str());
        let in_any_case = codes
            .find(|code| *code == small)
            .or_else(|| type_of_name(&name.name));
        let of_other = in_any_case.filter(|kind| *kind != name.kind);
        let needless = name.is_alias || name.name == name.kind;
        let of_own = canonical_type(&name.name).filter(|_| needless);
        let taken = of_other.or(of_own);
        if let Some(kind) = taken {
            let error = *self.invalid(key, value, "platform-name-taken");
            return Err(Box::new(error.with("type", kind)));
        }
        let mut others = self.settings.platform_names.iter();
        match others.find(|other| other.meets(name)) {
            Some(other) => {
                let error = *self.invalid(key, value, "platform-name-twice");
                Err(Box::new(error.with("type", other.kind)))
            }
            None => Ok(()),
        }
    }
}
