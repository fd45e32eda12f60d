//! Reading the values of a configuration, whatever they are for.

use std::ops::Range;

use glob::Pattern;
use serde_spanned::Spanned;
use toml::de::{DeTable, DeValue};

use super::Settings;
use crate::catalogue::{Meta, builtin};
use crate::finding::Phrase;
use crate::nearest::nearest;

/// A mistake in the configuration, or in a file of wording that it names.
#[derive(Debug, Clone)]
pub struct ConfigError {
    /// Its catalogue entry.
    pub rule: &'static Meta,
    /// Where, in bytes of the file.
    pub span: Range<usize>,
    /// What was found, as written.
    pub found: String,
    /// What is not known: `setting`, `rule`, `parameter` and so on.
    pub what: &'static str,
    /// The key whose value is wrong; empty where a key itself is.
    pub key: String,
    /// What was probably meant.
    pub nearest: Option<String>,
    /// What would be right: words to choose from.
    pub expected: Vec<String>,
    /// What would be right, where that cannot be listed: a variant of the message `config-hint`.
    pub hint: &'static str,
    /// Values that the hint speaks of.
    pub details: Vec<(&'static str, String)>,
    /// Lists that the hint speaks of.
    pub lists: Vec<(&'static str, Vec<String>)>,
    /// Why it cannot be used, where that is no matter of what is written.
    pub reason: Option<Phrase>,
}

impl ConfigError {
    /// A mistake of which no more is known than where it is and what was found.
    pub fn new(rule: &'static Meta, span: Range<usize>, found: impl Into<String>) -> Self {
        Self {
            rule,
            span,
            found: found.into(),
            what: "setting",
            key: String::new(),
            nearest: None,
            expected: Vec::new(),
            hint: WORDS,
            details: Vec::new(),
            lists: Vec::new(),
            reason: None,
        }
    }

    /// Says that what was found is not known as a `what`, of which there are these.
    #[must_use]
    pub fn among<'o>(
        mut self,
        what: &'static str,
        options: impl IntoIterator<Item = &'o str>,
    ) -> Self {
        let options: Vec<&str> = options.into_iter().collect();
        self.nearest = nearest(&self.found, options.iter().copied()).map(str::to_owned);
        self.what = what;
        self.expected = options.into_iter().map(str::to_owned).collect();
        self.expected.sort_unstable();
        self.expected.dedup();
        self
    }

    /// Says what would be right.
    #[must_use]
    pub fn hinting(mut self, hint: &'static str) -> Self {
        self.hint = hint;
        self
    }

    /// Adds a value that the hint speaks of.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.details.push((name, value.into()));
        self
    }
}

/// The hint of words to choose from.
pub(super) const WORDS: &str = "words";

pub(super) type Checked<T> = Result<T, Box<ConfigError>>;

/// A key as written, with its place.
pub(super) type Key<'k> = Spanned<std::borrow::Cow<'k, str>>;
pub(super) type Value<'v> = Spanned<DeValue<'v>>;

/// Reads a configuration: what it sets, and every mistake.
pub(super) struct Reader<'r> {
    pub(super) text: &'r str,
    pub(super) settings: Settings,
    pub(super) errors: Vec<ConfigError>,
    pub(super) rules: &'r [&'static Meta],
}

impl Reader<'_> {
    /// Notes a mistake; what could be read is given.
    pub(super) fn kept<T>(&mut self, read: Checked<T>) -> Option<T> {
        match read {
            Ok(value) => Some(value),
            Err(error) => {
                self.errors.push(*error);
                None
            }
        }
    }

    /// The tables of a list such as `[[kinds]]`; mistakes are noted.
    pub(super) fn tables<'t, 'v>(
        &mut self,
        key: &Key<'_>,
        value: &'t Value<'v>,
        hint: &'static str,
    ) -> Vec<(&'t Value<'v>, &'t DeTable<'v>)> {
        let Some(list) = value.get_ref().as_array() else {
            let error = self.invalid(key, value, hint);
            self.errors.push(*error);
            return Vec::new();
        };
        let mut tables = Vec::new();
        for entry in list {
            if let DeValue::Table(table) = entry.get_ref() {
                tables.push((entry, table));
            } else {
                let error = self.invalid(key, entry, hint);
                self.errors.push(*error);
            }
        }
        tables
    }

    /// A table.
    pub(super) fn table<'t, 'v>(
        &self,
        key: &Key<'_>,
        value: &'t Value<'v>,
        hint: &'static str,
    ) -> Checked<&'t DeTable<'v>> {
        let table = value.get_ref().as_table();
        table.ok_or_else(|| self.invalid(key, value, hint))
    }

    /// A text that is not empty.
    pub(super) fn words(
        &self,
        key: &Key<'_>,
        value: &Value<'_>,
        hint: &'static str,
    ) -> Checked<String> {
        let text = value.get_ref().as_str().filter(|text| !text.is_empty());
        text.map(str::to_owned)
            .ok_or_else(|| self.invalid(key, value, hint))
    }

    /// A list of paths and globs.
    pub(super) fn paths(&self, key: &Key<'_>, value: &Value<'_>) -> Checked<Vec<String>> {
        let list = value.get_ref().as_array();
        let list = list.ok_or_else(|| self.invalid(key, value, "paths"))?;
        let path = |item: &Value<'_>| {
            let text = item.get_ref().as_str();
            let text = text.ok_or_else(|| self.invalid(key, item, "text"))?;
            match Pattern::new(text) {
                Ok(_) => Ok(text.to_owned()),
                Err(error) => {
                    let mistake = *self.invalid(key, item, "glob");
                    Err(Box::new(mistake.with("detail", glob_mistake(error.msg))))
                }
            }
        };
        list.iter().map(path).collect()
    }

    /// A mistake: not the value that `hint` describes.
    pub(super) fn invalid(
        &self,
        key: &Key<'_>,
        value: &Value<'_>,
        hint: &'static str,
    ) -> Box<ConfigError> {
        let found = self.text.get(value.span()).unwrap_or_default();
        let mut error = ConfigError::new(&builtin::CONFIG_INVALID_VALUE, value.span(), found);
        error.key = key.get_ref().to_string();
        Box::new(error.hinting(hint))
    }

    /// A mistake: not one of the words to choose from.
    pub(super) fn not_among<'o>(
        &self,
        key: &Key<'_>,
        value: &Value<'_>,
        options: impl IntoIterator<Item = &'o str>,
    ) -> Box<ConfigError> {
        let mut error = self.invalid(key, value, WORDS);
        let options: Vec<&str> = options.into_iter().collect();
        let word = value.get_ref().as_str();
        error.nearest = word
            .and_then(|word| nearest(word, options.iter().copied()))
            .map(str::to_owned);
        error.expected = options.into_iter().map(str::to_owned).collect();
        error
    }
}

/// What is wrong with a glob, as a word: the parser says it in English only.
fn glob_mistake(parser_says: &str) -> &'static str {
    if parser_says.contains("single path component") {
        "folder"
    } else if parser_says.contains("range") {
        "bracket"
    } else {
        "stars"
    }
}

/// A mistake: there is no such key.
pub(super) fn unknown(what: &'static str, key: &Key<'_>, options: &[&str]) -> Box<ConfigError> {
    let found = key.get_ref().as_ref();
    let error = ConfigError::new(&builtin::CONFIG_UNKNOWN_KEY, key.span(), found);
    Box::new(error.among(what, options.iter().copied()))
}
