//! Texts that English has elsewhere: pages and parameters in the catalogue, titles in the schemas.

use super::{Language, Messages, pages};
use crate::catalogue::{Meta, NotCheckable, Param};
use crate::finding::Fact;
use crate::reference::{Pack, Statement};

impl Messages {
    /// One sentence naming the bad condition.
    pub fn summary(&self, rule: &Meta) -> &'static str {
        pages::page(self.language, rule.id).map_or(rule.summary, |(summary, _)| summary)
    }

    /// The page of a rule: Markdown with `##` headings.
    pub fn page(&self, rule: &Meta) -> &'static str {
        pages::page(self.language, rule.id).map_or(rule.page, |(_, page)| page)
    }

    /// The sources of a rule. Titles of documents stay in their language.
    pub fn source(&self, rule: &Meta) -> String {
        self.translated("source", rule.source)
    }

    /// What a parameter means.
    pub fn parameter(&self, param: &Param) -> String {
        let id = format!("parameter-{}-{}", param.table, param.key);
        self.find(&id, &[]).unwrap_or_else(|| param.doc.to_owned())
    }

    /// What a statement says.
    pub fn statement(&self, statement: &Statement) -> String {
        self.of_statement("statement", statement, &statement.text)
    }

    /// Why no rule checks a statement.
    pub fn unchecked(&self, statement: &Statement) -> Option<String> {
        let reason = statement.not_checked.as_deref()?;
        Some(self.of_statement("statement-unchecked", statement, reason))
    }

    /// A remark on a statement.
    pub fn remark(&self, statement: &Statement) -> Option<String> {
        let note = statement.note.as_deref()?;
        Some(self.of_statement("statement-note", statement, note))
    }

    fn of_statement(&self, family: &str, statement: &Statement, english: &str) -> String {
        let id = format!("{family}-{}", statement.number.to_lowercase());
        self.find(&id, &[]).unwrap_or_else(|| english.to_owned())
    }

    /// A remark on a policy pack.
    pub fn pack_note(&self, pack: &Pack) -> Option<String> {
        let note = pack.note.as_ref()?;
        let id = format!("pack-note-{}", pack.id);
        Some(self.find(&id, &[]).unwrap_or_else(|| note.clone()))
    }

    /// Why an entry that the catalogue names cannot be checked.
    pub fn not_checkable(&self, entry: &NotCheckable) -> String {
        let id = format!("not-checkable-{}", entry.id);
        self.find(&id, &[])
            .unwrap_or_else(|| entry.reason.to_owned())
    }

    /// The title that a schema of ours gives in English.
    pub fn title(&self, title: &str) -> String {
        self.translated("title", title)
    }

    /// Titles are told by their capital from codes, which stay.
    pub(super) fn titled(&self, fact: &Fact) -> Fact {
        let title = |word: &String| match word.chars().next() {
            Some(first) if first.is_uppercase() => self.title(word),
            _ => word.clone(),
        };
        match fact {
            Fact::Vocabulary(words) => Fact::Vocabulary(words.iter().map(title).collect()),
            Fact::Codes(words) => Fact::Codes(words.iter().map(title).collect()),
            Fact::Code(word) => Fact::Code(title(word)),
            other => other.clone(),
        }
    }

    /// What stands for an English text, found by its letters and digits.
    fn translated(&self, family: &str, english: &str) -> String {
        if self.language == Language::English {
            return english.to_owned();
        }
        self.find(&format!("{family}-{}", slug(english)), &[])
            .unwrap_or_else(|| english.to_owned())
    }
}

/// Letters and digits of a text in lower case, with hyphens between the words.
pub fn slug(text: &str) -> String {
    let mut slug = String::new();
    for letter in text.chars().map(|letter| letter.to_ascii_lowercase()) {
        if letter.is_ascii_alphanumeric() {
            slug.push(letter);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.trim_end_matches('-').to_owned()
}
