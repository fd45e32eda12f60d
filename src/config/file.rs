//! Reading `missionlint.toml`.

use std::ops::Range;

use serde_spanned::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Level, Settings};
use crate::calendar::parse_day;
use crate::catalogue::{Meta, ParamValue, Severity, builtin};
use crate::nearest::nearest;

/// A mistake in the configuration.
#[derive(Debug, Clone)]
pub struct ConfigError {
    /// Its catalogue entry.
    pub rule: &'static Meta,
    /// Where, in bytes of the file.
    pub span: Range<usize>,
    /// What was found.
    pub found: String,
    /// What would be right; a list, or a hint.
    pub expected: Vec<String>,
}

type Checked<T> = Result<T, ConfigError>;

/// Reads the text of a `missionlint.toml`. `rules` are all entries that may be configured.
pub fn parse(text: &str, rules: &[&'static Meta]) -> Result<Settings, Vec<ConfigError>> {
    let table = DeTable::parse(text).map_err(|error| {
        vec![ConfigError {
            rule: &builtin::CONFIG_SYNTAX,
            span: error.span().unwrap_or(0..0),
            found: error.message().to_owned(),
            expected: Vec::new(),
        }]
    })?;
    let mut reader = Reader { settings: Settings::default(), errors: Vec::new(), rules };
    reader.top(table.get_ref());
    if reader.errors.is_empty() {
        Ok(reader.settings)
    } else {
        reader.errors.sort_by_key(|error| error.span.start);
        Err(reader.errors)
    }
}

struct Reader<'r> {
    settings: Settings,
    errors: Vec<ConfigError>,
    rules: &'r [&'static Meta],
}

const TOP_KEYS: [&str; 5] = ["as_of", "exclude", "parameters", "paths", "severity"];

impl Reader<'_> {
    fn top(&mut self, table: &DeTable<'_>) {
        for (key, value) in table {
            let result = match key.get_ref().as_ref() {
                "as_of" => self.as_of(value),
                "paths" => strings(value).map(|list| self.settings.paths = list),
                "exclude" => strings(value).map(|list| self.settings.exclude = list),
                "severity" => self.severities(value),
                "parameters" => self.parameters(value),
                _ => Err(unknown(key, &TOP_KEYS)),
            };
            if let Err(error) = result {
                self.errors.push(error);
            }
        }
    }

    fn as_of(&mut self, value: &Spanned<DeValue<'_>>) -> Checked<()> {
        let written = match value.get_ref() {
            DeValue::String(text) => text.to_string(),
            DeValue::Datetime(datetime) => datetime.to_string(),
            _ => return Err(invalid(value, &["a date such as \"2025-03-31\""])),
        };
        let day = parse_day(&written).ok_or_else(|| invalid(value, &["a date such as \"2025-03-31\""]))?;
        self.settings.as_of = Some(day);
        Ok(())
    }

    fn severities(&mut self, value: &Spanned<DeValue<'_>>) -> Checked<()> {
        const LEVELS: [&str; 4] = ["error", "warning", "advice", "off"];
        let table = value.get_ref().as_table().ok_or_else(|| invalid(value, &["a table"]))?;
        let ids: Vec<&str> = self.rules.iter().map(|rule| rule.id).collect();
        for (key, value) in table {
            if !ids.contains(&key.get_ref().as_ref()) {
                self.errors.push(unknown(key, &ids));
                continue;
            }
            let level = match value.get_ref().as_str() {
                Some("off") => Some(Level::Off),
                Some(word) => word.parse::<Severity>().ok().map(Level::Severity),
                None => None,
            };
            match level {
                Some(level) => drop(self.settings.levels.insert(key.get_ref().to_string(), level)),
                None => self.errors.push(invalid(value, &LEVELS)),
            }
        }
        Ok(())
    }

    fn parameters(&mut self, value: &Spanned<DeValue<'_>>) -> Checked<()> {
        let tables = value.get_ref().as_table().ok_or_else(|| invalid(value, &["a table"]))?;
        let params: Vec<_> = self.rules.iter().flat_map(|rule| rule.params.iter().copied()).collect();
        let names: Vec<&str> = params.iter().map(|param| param.table).collect();
        for (name, value) in tables {
            if !names.contains(&name.get_ref().as_ref()) {
                self.errors.push(unknown(name, &names));
                continue;
            }
            let Some(table) = value.get_ref().as_table() else {
                self.errors.push(invalid(value, &["a table"]));
                continue;
            };
            for (key, value) in table {
                let known = params.iter().find(|param| param.table == name.get_ref().as_ref() && param.key == key.get_ref().as_ref());
                let result = match known {
                    Some(param) => parameter(value, param.value),
                    None => {
                        let keys: Vec<&str> = params.iter().filter(|param| param.table == name.get_ref().as_ref()).map(|param| param.key).collect();
                        Err(unknown(key, &keys))
                    }
                };
                match result {
                    Ok(set) => {
                        let id = (name.get_ref().to_string(), key.get_ref().to_string());
                        self.settings.parameters.insert(id, set);
                    }
                    Err(error) => self.errors.push(error),
                }
            }
        }
        Ok(())
    }
}

fn parameter(value: &Spanned<DeValue<'_>>, default: ParamValue) -> Checked<ParamValue> {
    match default {
        ParamValue::Flag(_) => {
            value.get_ref().as_bool().map(ParamValue::Flag).ok_or_else(|| invalid(value, &["true", "false"]))
        }
        ParamValue::Number(_, least, most) => {
            let number = value.get_ref().as_integer().and_then(|integer| integer.as_str().parse().ok());
            number
                .filter(|number| (least..=most).contains(number))
                .map(|number| ParamValue::Number(number, least, most))
                .ok_or_else(|| invalid(value, &[&format!("a whole number from {least} to {most}")]))
        }
    }
}

fn strings(value: &Spanned<DeValue<'_>>) -> Checked<Vec<String>> {
    let list = value.get_ref().as_array().ok_or_else(|| invalid(value, &["a list of texts"]))?;
    list.iter()
        .map(|item| item.get_ref().as_str().map(str::to_owned).ok_or_else(|| invalid(item, &["a text"])))
        .collect()
}

fn unknown<K: AsRef<str>>(key: &Spanned<K>, options: &[&str]) -> ConfigError {
    let found = key.get_ref().as_ref();
    let mut expected: Vec<String> = options.iter().map(|option| (*option).to_owned()).collect();
    expected.sort_unstable();
    expected.dedup();
    if let Some(nearest) = nearest(found, options.iter().copied()) {
        expected = vec![nearest.to_owned()];
    }
    ConfigError { rule: &builtin::CONFIG_UNKNOWN_KEY, span: key.span(), found: found.to_owned(), expected }
}

fn invalid(value: &Spanned<DeValue<'_>>, expected: &[&str]) -> ConfigError {
    let found = match value.get_ref() {
        DeValue::String(text) => text.to_string(),
        other => other.type_str().to_owned(),
    };
    let expected = expected.iter().map(|option| (*option).to_owned()).collect();
    ConfigError { rule: &builtin::CONFIG_INVALID_VALUE, span: value.span(), found, expected }
}
