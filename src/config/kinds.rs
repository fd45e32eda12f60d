//! `[[kinds]]`: kinds of records that a country adds.

use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::file::{Checked, Key, Reader, Value, unknown};
use crate::document::Kind;

/// A kind of record that a country adds, as the configuration gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KindSetting {
    /// The value of `kind` in its records.
    pub name: String,
    /// Path of its schema, relative to the configuration.
    pub schema: String,
    /// Where the path stands in the configuration, in bytes.
    pub schema_span: Range<usize>,
    /// What people call it.
    pub title: Option<String>,
}

const KEYS: [&str; 3] = ["name", "schema", "title"];

/// Names of schemas that describe no kind of record.
const OTHER_SCHEMAS: [&str; 3] = ["common", "envelope", "report"];

impl Reader<'_> {
    pub(super) fn kinds(&mut self, key: &Key<'_>, value: &Value<'_>) -> Checked<()> {
        let hint = ["a list of tables: [[kinds]] with name and schema"];
        let list = value.get_ref().as_array();
        let list = list.ok_or_else(|| self.invalid(key, value, &hint))?;
        for entry in list {
            match entry.get_ref() {
                DeValue::Table(table) => self.kind(key, entry, table),
                _ => self.errors.push(*self.invalid(key, entry, &hint)),
            }
        }
        Ok(())
    }

    fn kind(&mut self, kinds: &Key<'_>, entry: &Value<'_>, table: &DeTable<'_>) {
        let before = self.errors.len();
        let (mut name, mut schema, mut title) = (None, None, None);
        for (key, value) in table {
            let result = match key.get_ref().as_ref() {
                "name" => self.kind_name(key, value).map(|text| name = Some(text)),
                "schema" => self
                    .words(
                        key,
                        value,
                        "the path of a JSON Schema, relative to this file",
                    )
                    .map(|text| schema = Some((text, value.span()))),
                "title" => self
                    .words(key, value, "what people call the kind")
                    .map(|text| title = Some(text)),
                _ => Err(unknown("setting", key, &KEYS)),
            };
            if let Err(error) = result {
                self.errors.push(*error);
            }
        }
        match (name, schema) {
            (Some(name), Some((schema, schema_span))) => self.settings.kinds.push(KindSetting {
                name,
                schema,
                schema_span,
                title,
            }),
            _ if self.errors.len() == before => {
                let mut error = self.invalid(kinds, entry, &["a table with name and schema"]);
                error.found = String::from("a table without name and schema");
                self.errors.push(*error);
            }
            _ => {}
        }
    }

    /// A text that is not empty.
    fn words(&self, key: &Key<'_>, value: &Value<'_>, hint: &str) -> Checked<String> {
        let text = value.get_ref().as_str().filter(|text| !text.is_empty());
        text.map(str::to_owned)
            .ok_or_else(|| self.invalid(key, value, &[hint]))
    }

    fn kind_name(&self, key: &Key<'_>, value: &Value<'_>) -> Checked<String> {
        let hint = "a name of small letters, digits and hyphens, such as \"training\"";
        let name = self.words(key, value, hint)?;
        let taken = |name: &str| {
            Kind::of_code(name).is_some()
                || OTHER_SCHEMAS.contains(&name)
                || self.settings.kinds.iter().any(|kind| kind.name == name)
        };
        if !is_kebab(&name) || name.len() > 64 {
            Err(self.invalid(key, value, &[hint]))
        } else if taken(&name) {
            Err(self.invalid(key, value, &["a name that no other kind or schema has"]))
        } else {
            Ok(name)
        }
    }
}

fn is_kebab(name: &str) -> bool {
    let inside = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    name.starts_with(|first: char| first.is_ascii_lowercase())
        && name
            .split('-')
            .all(|part| !part.is_empty() && part.bytes().all(inside))
}
