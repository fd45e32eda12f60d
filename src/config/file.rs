//! `missionlint.toml`: its keys, and those that are values alone.

use toml::de::{DeTable, DeValue};

use super::Settings;
use super::read::{Checked, ConfigError, Key, Reader, Value, unknown};
use crate::calendar::parse_day;
use crate::catalogue::{Meta, builtin};

/// Reads the text of a `missionlint.toml`. `rules` are all entries that may be configured.
pub fn parse(text: &str, rules: &[&'static Meta]) -> Result<Settings, Vec<ConfigError>> {
    let table = DeTable::parse(text).map_err(|error| {
        let span = error.span().unwrap_or(0..0);
        vec![ConfigError::new(
            &builtin::CONFIG_SYNTAX,
            span,
            error.message(),
        )]
    })?;
    let mut reader = Reader {
        text,
        settings: Settings::default(),
        errors: Vec::new(),
        rules,
    };
    reader.top(table.get_ref());
    if reader.errors.is_empty() {
        Ok(reader.settings)
    } else {
        reader.errors.sort_by_key(|error| error.span.start);
        Err(reader.errors)
    }
}

const TOP_KEYS: [&str; 12] = [
    "allow",
    "as_of",
    "audit",
    "baseline",
    "exclude",
    "kinds",
    "messages",
    "overrides",
    "parameters",
    "paths",
    "platform_names",
    "severity",
];

impl Reader<'_> {
    fn top(&mut self, table: &DeTable<'_>) {
        for (key, value) in table {
            let read = match key.get_ref().as_ref() {
                "allow" => self.allow(key, value, table),
                _ => self.top_key(key, value),
            };
            self.kept(read);
        }
    }

    fn top_key(&mut self, key: &Key<'_>, value: &Value<'_>) -> Checked<()> {
        if let Some(known) = TOP_KEYS.iter().find(|known| *known == key.get_ref()) {
            self.settings.places.insert(known, key.span().start);
        }
        match key.get_ref().as_ref() {
            "as_of" => self.as_of(key, value)?,
            "audit" => self.audit(key, value)?,
            "baseline" => self.settings.baseline = Some(self.words(key, value, "text")?),
            "paths" => self.settings.paths = self.paths(key, value)?,
            "exclude" => self.settings.exclude = self.paths(key, value)?,
            "kinds" => self.kinds(key, value),
            "messages" => self.messages(key, value),
            "overrides" => self.overrides(key, value),
            "platform_names" => self.platform_names(key, value),
            "severity" => self.settings.levels = self.severities(key, value)?,
            "parameters" => self.settings.parameters = self.parameters(key, value)?,
            _ => return Err(unknown("setting", key, &TOP_KEYS)),
        }
        Ok(())
    }

    fn as_of(&mut self, key: &Key<'_>, value: &Value<'_>) -> Checked<()> {
        let written = match value.get_ref() {
            DeValue::String(text) => text.to_string(),
            DeValue::Datetime(datetime) => datetime.to_string(),
            _ => String::new(),
        };
        let day = parse_day(&written);
        self.settings.as_of = Some(day.ok_or_else(|| self.invalid(key, value, "day"))?);
        Ok(())
    }
}
