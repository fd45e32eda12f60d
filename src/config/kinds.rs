//! `[[kinds]]`: kinds of records that a country adds.

use std::ops::Range;

use toml::de::DeTable;

use super::read::{Checked, Key, Reader, Value, unknown};
use crate::document::Kind;

/// A kind of record that a country adds, as the configuration gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KindSetting {
    /// Where it begins: a byte of the configuration.
    pub at: usize,
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
pub(super) const OTHER_SCHEMAS: [&str; 4] = ["common", "config", "envelope", "report"];

impl Reader<'_> {
    pub(super) fn kinds(&mut self, key: &Key<'_>, value: &Value<'_>) {
        for (entry, table) in self.tables(key, value, "kinds") {
            self.kind(key, entry, table);
        }
    }

    fn kind(&mut self, kinds: &Key<'_>, entry: &Value<'_>, table: &DeTable<'_>) {
        let before = self.errors.len();
        let (mut name, mut schema, mut title) = (None, None, None);
        for (key, value) in table {
            let read = match key.get_ref().as_ref() {
                "name" => self.kind_name(key, value).map(|text| name = Some(text)),
                "schema" => self
                    .words(key, value, "schema-path")
                    .map(|text| schema = Some((text, value.span()))),
                "title" => self
                    .words(key, value, "kind-title")
                    .map(|text| title = Some(text)),
                _ => Err(unknown("setting", key, &KEYS)),
            };
            self.kept(read);
        }
        match (name, schema) {
            (Some(name), Some((schema, schema_span))) => self.settings.kinds.push(KindSetting {
                at: entry.span().start,
                name,
                schema,
                schema_span,
                title,
            }),
            _ if self.errors.len() == before => {
                let error = self.invalid(kinds, entry, "kind");
                self.errors.push(*error);
            }
            _ => {}
        }
    }

    fn kind_name(&self, key: &Key<'_>, value: &Value<'_>) -> Checked<String> {
        let name = self.words(key, value, "kind-name")?;
        let taken = |name: &str| {
            Kind::of_code(name).is_some()
                || OTHER_SCHEMAS.contains(&name)
                || self.settings.kinds.iter().any(|kind| kind.name == name)
        };
        if !is_kebab(&name) || name.len() > 64 {
            Err(self.invalid(key, value, "kind-name"))
        } else if taken(&name) {
            Err(self.invalid(key, value, "kind-taken"))
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
