//! Reading `missionlint.toml`.

use std::ops::Range;

use glob::Pattern;
use serde_spanned::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Level, Settings};
use crate::calendar::parse_day;
use crate::catalogue::{Meta, Param, ParamValue, Severity, builtin};
use crate::nearest::nearest;

/// A mistake in the configuration.
#[derive(Debug, Clone)]
pub struct ConfigError {
    /// Its catalogue entry.
    pub rule: &'static Meta,
    /// Where, in bytes of the file.
    pub span: Range<usize>,
    /// What was found, as written.
    pub found: String,
    /// What the key in question is: `setting`, `rule` or `parameter`.
    pub what: &'static str,
    /// The key whose value is wrong; empty where a key itself is.
    pub key: String,
    /// What was probably meant.
    pub nearest: Option<String>,
    /// What would be right: words to choose from, or one hint.
    pub expected: Vec<String>,
}

pub(super) type Checked<T> = Result<T, Box<ConfigError>>;

/// Reads the text of a `missionlint.toml`. `rules` are all entries that may be configured.
pub fn parse(text: &str, rules: &[&'static Meta]) -> Result<Settings, Vec<ConfigError>> {
    let table = DeTable::parse(text).map_err(|error| {
        vec![ConfigError {
            rule: &builtin::CONFIG_SYNTAX,
            span: error.span().unwrap_or(0..0),
            found: error.message().to_owned(),
            what: "setting",
            key: String::new(),
            nearest: None,
            expected: Vec::new(),
        }]
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

pub(super) struct Reader<'r> {
    pub(super) text: &'r str,
    pub(super) settings: Settings,
    pub(super) errors: Vec<ConfigError>,
    pub(super) rules: &'r [&'static Meta],
}

const TOP_KEYS: [&str; 7] = [
    "allow",
    "as_of",
    "exclude",
    "kinds",
    "parameters",
    "paths",
    "severity",
];
const LEVELS: [&str; 4] = ["error", "warning", "advice", "off"];

/// A key as written, with its place.
pub(super) type Key<'k> = Spanned<std::borrow::Cow<'k, str>>;
pub(super) type Value<'v> = Spanned<DeValue<'v>>;

impl Reader<'_> {
    fn top(&mut self, table: &DeTable<'_>) {
        for (key, value) in table {
            let result = match key.get_ref().as_ref() {
                "allow" => self.allow(key, value, table),
                "as_of" => self.as_of(key, value),
                "paths" => self
                    .paths(key, value)
                    .map(|list| self.settings.paths = list),
                "exclude" => self
                    .paths(key, value)
                    .map(|list| self.settings.exclude = list),
                "kinds" => self.kinds(key, value),
                "severity" => self.severities(key, value),
                "parameters" => self.parameters(key, value),
                _ => Err(unknown("setting", key, &TOP_KEYS)),
            };
            if let Err(error) = result {
                self.errors.push(*error);
            }
        }
    }

    fn as_of(&mut self, key: &Key<'_>, value: &Value<'_>) -> Checked<()> {
        let written = match value.get_ref() {
            DeValue::String(text) => text.to_string(),
            DeValue::Datetime(datetime) => datetime.to_string(),
            _ => String::new(),
        };
        let day = parse_day(&written);
        let day = day.ok_or_else(|| self.invalid(key, value, &["a day such as \"2025-03-31\""]))?;
        self.settings.as_of = Some(day);
        Ok(())
    }

    /// A list of paths and globs.
    fn paths(&self, key: &Key<'_>, value: &Value<'_>) -> Checked<Vec<String>> {
        let hint = ["a list of paths such as [\"missions/mli\", \"archive/**\"]"];
        let list = value
            .get_ref()
            .as_array()
            .ok_or_else(|| self.invalid(key, value, &hint))?;
        let path = |item: &Value<'_>| match item.get_ref().as_str() {
            None => Err(self.invalid(key, item, &["a text"])),
            Some(text) => match Pattern::new(text) {
                Ok(_) => Ok(text.to_owned()),
                Err(error) => {
                    Err(self.invalid(key, item, &[&format!("a valid glob ({})", error.msg)]))
                }
            },
        };
        list.iter().map(path).collect()
    }

    fn severities(&mut self, key: &Key<'_>, value: &Value<'_>) -> Checked<()> {
        let table = value.get_ref().as_table();
        let table = table.ok_or_else(|| self.invalid(key, value, &["a table of rules"]))?;
        let ids: Vec<&str> = self.rules.iter().map(|rule| rule.id).collect();
        for (rule, value) in table {
            if !ids.contains(&rule.get_ref().as_ref()) {
                self.errors.push(*unknown("rule", rule, &ids));
                continue;
            }
            let level = match value.get_ref().as_str() {
                Some("off") => Some(Level::Off),
                Some(word) => word.parse::<Severity>().ok().map(Level::Severity),
                None => None,
            };
            match level {
                Some(level) => {
                    self.settings
                        .levels
                        .insert(rule.get_ref().to_string(), level);
                }
                None => self.errors.push(*self.invalid(rule, value, &LEVELS)),
            }
        }
        Ok(())
    }

    fn parameters(&mut self, key: &Key<'_>, value: &Value<'_>) -> Checked<()> {
        let tables = value.get_ref().as_table();
        let tables = tables.ok_or_else(|| self.invalid(key, value, &["a table of parameters"]))?;
        let params: Vec<&Param> = self
            .rules
            .iter()
            .flat_map(|rule| rule.params.iter().copied())
            .collect();
        let names: Vec<&str> = params.iter().map(|param| param.table).collect();
        for (name, value) in tables {
            let own: Vec<&Param> = params
                .iter()
                .copied()
                .filter(|param| param.table == name.get_ref().as_ref())
                .collect();
            if own.is_empty() {
                self.errors.push(*unknown("parameter", name, &names));
                continue;
            }
            match value.get_ref().as_table() {
                Some(table) => self.parameters_of(name.get_ref(), table, &own),
                None => self.errors.push(*self.invalid(name, value, &["a table"])),
            }
        }
        Ok(())
    }

    fn parameters_of(&mut self, name: &str, table: &DeTable<'_>, params: &[&Param]) {
        for (key, value) in table {
            let known = params
                .iter()
                .find(|param| param.key == key.get_ref().as_ref());
            let keys = || params.iter().map(|param| param.key).collect::<Vec<_>>();
            let result = known.map_or_else(
                || Err(unknown("parameter", key, &keys())),
                |param| self.parameter(key, value, param.value),
            );
            match result {
                Ok(set) => {
                    self.settings
                        .parameters
                        .insert((name.to_owned(), key.get_ref().to_string()), set);
                }
                Err(error) => self.errors.push(*error),
            }
        }
    }

    fn parameter(
        &self,
        key: &Key<'_>,
        value: &Value<'_>,
        default: ParamValue,
    ) -> Checked<ParamValue> {
        match default {
            ParamValue::Flag(_) => {
                let flag = value.get_ref().as_bool().map(ParamValue::Flag);
                flag.ok_or_else(|| self.invalid(key, value, &["true", "false"]))
            }
            ParamValue::Number(_, least, most) => {
                let number = value
                    .get_ref()
                    .as_integer()
                    .and_then(|integer| integer.as_str().parse().ok());
                number
                    .filter(|number| (least..=most).contains(number))
                    .map(|number| ParamValue::Number(number, least, most))
                    .ok_or_else(|| {
                        self.invalid(
                            key,
                            value,
                            &[&format!("a whole number from {least} to {most}")],
                        )
                    })
            }
        }
    }

    pub(super) fn invalid(
        &self,
        key: &Key<'_>,
        value: &Value<'_>,
        expected: &[&str],
    ) -> Box<ConfigError> {
        let word = value.get_ref().as_str().filter(|_| expected.len() > 1);
        Box::new(ConfigError {
            rule: &builtin::CONFIG_INVALID_VALUE,
            span: value.span(),
            found: self.text.get(value.span()).unwrap_or_default().to_owned(),
            what: "setting",
            key: key.get_ref().to_string(),
            nearest: word
                .and_then(|word| nearest(word, expected.iter().copied()))
                .map(str::to_owned),
            expected: expected.iter().map(|option| (*option).to_owned()).collect(),
        })
    }
}

pub(super) fn unknown(what: &'static str, key: &Key<'_>, options: &[&str]) -> Box<ConfigError> {
    let found = key.get_ref().as_ref();
    let mut expected: Vec<String> = options.iter().map(|option| (*option).to_owned()).collect();
    expected.sort_unstable();
    expected.dedup();
    Box::new(ConfigError {
        rule: &builtin::CONFIG_UNKNOWN_KEY,
        span: key.span(),
        found: found.to_owned(),
        what,
        key: String::new(),
        nearest: nearest(found, options.iter().copied()).map(str::to_owned),
        expected,
    })
}
