//! `[messages]`: files with wording of one's own, by language.

use std::ops::Range;

use super::read::{Key, Reader, Value, unknown};

/// A file of wording.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordingSetting {
    /// Code of the language.
    pub language: &'static str,
    /// Where it stands: a byte of the configuration.
    pub at: usize,
    /// Path of the file, relative to the configuration.
    pub path: String,
    /// Where the path stands in the configuration, in bytes.
    pub path_span: Range<usize>,
}

/// Codes of the languages that there are messages in.
pub const LANGUAGES: [&str; 3] = ["en", "es", "fr"];

impl Reader<'_> {
    pub(super) fn messages(&mut self, key: &Key<'_>, value: &Value<'_>) {
        let table = self.table(key, value, "messages");
        for (key, value) in self.kept(table).into_iter().flatten() {
            let mut languages = LANGUAGES.into_iter();
            let Some(language) = languages.find(|code| code == key.get_ref()) else {
                self.errors.push(*unknown("language", key, &LANGUAGES));
                continue;
            };
            let path = self.words(key, value, "wording-path");
            if let Some(path) = self.kept(path) {
                self.settings.messages.push(WordingSetting {
                    language,
                    at: key.span().start,
                    path,
                    path_span: value.span(),
                });
            }
        }
    }
}
