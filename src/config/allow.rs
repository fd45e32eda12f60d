//! `[[allow]]`: findings that are accepted for a reason.
//!
//! An entry names a rule and where it is accepted: by mission, record, path or pointer, never by line. It must give its
//! reason. What is no JSON, the configuration and schemas cannot be excepted: there nobody knows what was not seen.

use std::ops::Range;
use std::path::Path;

use glob::Pattern;
use toml::de::{DeTable, DeValue};

use super::read::{Checked, ConfigError, Key, Reader, Value, unknown};
use super::{covers, plain_glob};
use crate::calendar::{Day, parse_day};
use crate::catalogue::{Group, Meta, Scope, builtin};
use crate::document::Kind;
use crate::nearest::nearest;

/// Findings that are accepted, as the configuration says it.
#[derive(Debug, Clone, PartialEq)]
pub struct AllowSetting {
    /// Id of the rule that finds them.
    pub rule: &'static str,
    /// Where the rule stands in the configuration, in bytes.
    pub rule_span: Range<usize>,
    /// The mission they are in.
    pub mission: Option<String>,
    /// The record that they mark.
    pub record: Option<RecordScope>,
    /// The files that they mark, relative to the configuration; one that matches a folder stands for all in it.
    pub path: Option<Pattern>,
    /// The value that they mark or one around it: a JSON Pointer from the record, or from the root of the document.
    pub pointer: Option<String>,
    /// Why, with single blanks.
    pub reason: String,
    /// Who answers for it.
    pub owner: Option<String>,
    /// The last day it holds.
    pub expires: Option<Day>,
    /// Where that day stands in the configuration, in bytes; empty where there is none.
    pub expires_span: Range<usize>,
}

/// A record as an entry names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordScope {
    /// Its kind, where ids alone do not tell.
    pub kind: Option<String>,
    /// Its id.
    pub id: String,
}

impl AllowSetting {
    /// Whether it no longer holds.
    pub fn is_expired(&self, as_of: Day) -> bool {
        self.expires.is_some_and(|last| last < as_of)
    }

    /// Whether it holds for a file; `path` is relative to the configuration.
    pub fn covers_path(&self, path: &str) -> bool {
        let pattern = self.path.as_ref();
        pattern.is_none_or(|pattern| covers(pattern, Path::new(path)))
    }

    /// Whether it holds at one of these pointers: it names the value, or one around it.
    pub fn covers_pointer(&self, pointers: &[String]) -> bool {
        let Some(prefix) = &self.pointer else {
            return true;
        };
        let begins = |pointer: &String| {
            let rest = pointer.strip_prefix(prefix.as_str());
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        pointers.iter().any(begins)
    }
}

/// Whether findings of an entry of the catalogue may be accepted: those about records and what they hold.
pub fn is_allowable(rule: &Meta) -> bool {
    !matches!(rule.group, Group::Syntax | Group::Config) && rule.scope != Scope::Schema
}

const KEYS: [&str; 8] = [
    "expires", "mission", "owner", "path", "pointer", "reason", "record", "rule",
];

/// An entry while it is read.
#[derive(Default)]
struct Draft {
    rule: Option<(&'static str, Range<usize>)>,
    mission: Option<String>,
    record: Option<RecordScope>,
    path: Option<Pattern>,
    pointer: Option<String>,
    reason: Option<String>,
    owner: Option<String>,
    expires: Option<(Day, Range<usize>)>,
}

impl Reader<'_> {
    /// `top` is the whole configuration: it names the kinds that a country adds.
    pub(super) fn allow(
        &mut self,
        key: &Key<'_>,
        value: &Value<'_>,
        top: &DeTable<'_>,
    ) -> Checked<()> {
        let list = value.get_ref().as_array();
        let list = list.ok_or_else(|| self.mistake("shape", key, value))?;
        let kinds = kinds(top);
        for entry in list {
            match entry.get_ref() {
                DeValue::Table(table) => self.allowed(key, entry, table, &kinds),
                _ => self.errors.push(*self.mistake("shape", key, entry)),
            }
        }
        Ok(())
    }

    fn allowed(
        &mut self,
        allow: &Key<'_>,
        entry: &Value<'_>,
        table: &DeTable<'_>,
        kinds: &[String],
    ) {
        let before = self.errors.len();
        let mut draft = Draft::default();
        for (key, value) in table {
            let result = match key.get_ref().as_ref() {
                "rule" => self
                    .allowed_rule(key, value)
                    .map(|id| draft.rule = Some((id, value.span()))),
                "mission" => self.full(key, value).map(|id| draft.mission = Some(id)),
                "record" => self
                    .allowed_record(key, value, kinds)
                    .map(|record| draft.record = Some(record)),
                "path" => self
                    .allowed_path(key, value)
                    .map(|pattern| draft.path = Some(pattern)),
                "pointer" => self
                    .allowed_pointer(key, value)
                    .map(|pointer| draft.pointer = Some(pointer)),
                "reason" => self
                    .sentence(key, value)
                    .map(|text| draft.reason = Some(text)),
                "owner" => self
                    .sentence(key, value)
                    .map(|text| draft.owner = Some(text)),
                "expires" => self
                    .last_day(key, value)
                    .map(|day| draft.expires = Some((day, value.span()))),
                _ => Err(unknown("setting", key, &KEYS)),
            };
            if let Err(error) = result {
                self.errors.push(*error);
            }
        }
        if self.errors.len() == before {
            match whole(draft) {
                Ok(setting) => self.settings.allow.push(setting),
                Err((what, rule)) => {
                    let mut error = self.mistake(what, allow, entry);
                    rule.clone_into(&mut error.found);
                    self.errors.push(*error);
                }
            }
        }
    }

    fn allowed_rule(&self, key: &Key<'_>, value: &Value<'_>) -> Checked<&'static str> {
        let name = value.get_ref().as_str();
        let name = name.ok_or_else(|| self.mistake("text", key, value))?;
        let Some(rule) = self.rules.iter().find(|rule| rule.id == name) else {
            let known = self.rules.iter().filter(|rule| is_allowable(rule));
            let error = ConfigError::new(&builtin::CONFIG_UNKNOWN_KEY, value.span(), name);
            return Err(Box::new(error.among("rule", known.map(|rule| rule.id))));
        };
        if is_allowable(rule) {
            return Ok(rule.id);
        }
        let mut error = self.mistake("not-allowable", key, value);
        name.clone_into(&mut error.found);
        Err(error)
    }

    fn allowed_record(
        &self,
        key: &Key<'_>,
        value: &Value<'_>,
        kinds: &[String],
    ) -> Checked<RecordScope> {
        let text = self.full(key, value)?;
        let Some((kind, id)) = text.split_once('/') else {
            return Ok(RecordScope {
                kind: None,
                id: text,
            });
        };
        if kinds.iter().any(|known| known == kind) && !id.is_empty() && !id.contains('/') {
            return Ok(RecordScope {
                kind: Some(kind.to_owned()),
                id: id.to_owned(),
            });
        }
        let mut error = self.mistake("record", key, value);
        let close = nearest(kind, kinds.iter().map(String::as_str));
        error.nearest = close
            .filter(|close| *close != kind)
            .map(|kind| format!("{kind}/{id}"));
        Err(error)
    }

    fn allowed_path(&self, key: &Key<'_>, value: &Value<'_>) -> Checked<Pattern> {
        let text = self.full(key, value)?;
        Pattern::new(plain_glob(&text)).map_err(|_| self.mistake("path", key, value))
    }

    fn allowed_pointer(&self, key: &Key<'_>, value: &Value<'_>) -> Checked<String> {
        let text = self.full(key, value)?;
        let escaped = |rest: &str| rest.starts_with(['0', '1']);
        if text.starts_with('/') && text.split('~').skip(1).all(escaped) {
            Ok(text)
        } else {
            Err(self.mistake("pointer", key, value))
        }
    }

    fn last_day(&self, key: &Key<'_>, value: &Value<'_>) -> Checked<Day> {
        let written = match value.get_ref() {
            DeValue::String(text) => text.to_string(),
            DeValue::Datetime(day) => day.to_string(),
            _ => String::new(),
        };
        parse_day(&written).ok_or_else(|| self.mistake("day", key, value))
    }

    /// A text that is not empty.
    fn full(&self, key: &Key<'_>, value: &Value<'_>) -> Checked<String> {
        let text = value
            .get_ref()
            .as_str()
            .filter(|text| !text.trim().is_empty());
        let text = text.ok_or_else(|| self.mistake("text", key, value))?;
        Ok(text.to_owned())
    }

    /// A text that is not empty, with single blanks.
    fn sentence(&self, key: &Key<'_>, value: &Value<'_>) -> Checked<String> {
        let text = self.full(key, value)?;
        Ok(text.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// What is wrong with an entry; `what` names the sentence that says it.
    fn mistake(&self, what: &'static str, key: &Key<'_>, value: &Value<'_>) -> Box<ConfigError> {
        let found = self.text.get(value.span()).unwrap_or_default();
        let mut error = ConfigError::new(&builtin::ALLOW_INVALID, value.span(), found);
        error.what = what;
        error.key = key.get_ref().to_string();
        Box::new(error)
    }
}

/// The entry, or what it lacks, with its rule.
fn whole(draft: Draft) -> Result<AllowSetting, (&'static str, &'static str)> {
    let (rule, rule_span) = draft.rule.ok_or(("no-rule", ""))?;
    let reason = draft.reason.ok_or(("no-reason", rule))?;
    let Draft {
        mission,
        record,
        path,
        pointer,
        owner,
        expires,
        ..
    } = draft;
    if mission.is_none() && record.is_none() && path.is_none() && pointer.is_none() {
        return Err(("no-scope", rule));
    }
    let (expires, expires_span) = match expires {
        Some((day, span)) => (Some(day), span),
        None => (None, 0..0),
    };
    Ok(AllowSetting {
        rule,
        rule_span,
        mission,
        record,
        path,
        pointer,
        reason,
        owner,
        expires,
        expires_span,
    })
}

/// Kinds of records: those of the record contract and those that the configuration adds.
fn kinds(top: &DeTable<'_>) -> Vec<String> {
    let ours = Kind::ALL.iter().map(|kind| kind.code().to_owned());
    let added = top.iter().filter(|(key, _)| key.get_ref() == "kinds");
    let added = added
        .filter_map(|(_, list)| list.get_ref().as_array())
        .flat_map(|list| list.iter())
        .filter_map(|kind| kind.get_ref().as_table()?.get("name")?.get_ref().as_str());
    ours.chain(added.map(str::to_owned)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(scope: &str) -> AllowSetting {
        let rule = Box::leak(Box::new([&builtin::WRONG_TYPE]));
        let text = format!("[[allow]]\nrule = \"wrong-type\"\nreason = \"r\"\n{scope}");
        let settings = super::super::parse(&text, rule).unwrap();
        settings.allow.into_iter().next().unwrap()
    }

    #[test]
    fn paths_are_matched_whole_or_by_a_folder() {
        let covers =
            |pattern: &str, path: &str| entry(&format!("path = \"{pattern}\"")).covers_path(path);
        assert!(covers("missions/mli", "missions/mli/people.json"));
        assert!(covers("missions/*/people.json", "missions/mli/people.json"));
        assert!(covers("**/people.json", "people.json"));
        assert!(!covers("missions/mli", "missions/mli2/people.json"));
        assert!(!covers("missions/m", "missions/mli/people.json"));
        assert!(!covers("people.json", "missions/mli/people.json"));
        assert!(!covers("missions/*.json", "missions/mli/people.json"));
    }

    #[test]
    fn pointers_are_matched_segment_by_segment() {
        let pointer = |text: &str| vec![text.to_owned()];
        let entry = entry("pointer = \"/attendance/1\"");
        assert!(entry.covers_pointer(&pointer("/attendance/1")));
        assert!(entry.covers_pointer(&pointer("/attendance/1/presence")));
        assert!(!entry.covers_pointer(&pointer("/attendance/10/presence")));
        assert!(!entry.covers_pointer(&pointer("/attendance")));
        assert!(!entry.covers_pointer(&pointer("/records/0/attendance/1")));
    }

    #[test]
    fn an_entry_holds_to_the_end_of_its_last_day() {
        let entry = entry("mission = \"mli\"\nexpires = 2025-03-31");
        let day = |text: &str| parse_day(text).unwrap();
        assert!(!entry.is_expired(day("2025-03-30")));
        assert!(!entry.is_expired(day("2025-03-31")));
        assert!(entry.is_expired(day("2025-04-01")));
    }

    #[test]
    fn a_reason_over_several_lines_is_one_sentence() {
        let text = "[[allow]]\nrule = \"wrong-type\"\nmission = \"a\"\nreason = \"\"\"\n  two\n  lines \"\"\"";
        let settings = super::super::parse(text, &[&builtin::WRONG_TYPE]).unwrap();
        assert_eq!(settings.allow[0].reason, "two lines");
    }
}
