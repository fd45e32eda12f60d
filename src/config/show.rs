//! The settings in force, each with where it comes from: as a configuration, or as data.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use serde_json::{Value, json};

use super::{AllowSetting, Level, Levels, Parameters, Settings, Threshold, WordingSetting};
use crate::catalogue::{Meta, Param, ParamValue, Severity};
use crate::text::visible;

/// What holds, for those who want to know why.
#[derive(Debug)]
pub struct Effective<'e> {
    /// The settings as the configuration gives them.
    pub all: &'e Settings,
    /// What of them holds where one looks.
    pub here: &'e Settings,
    /// All entries that may be configured.
    pub rules: &'e [&'static Meta],
    /// Whether to tell the severities of rules that nothing is set for.
    pub defaults: bool,
    /// The path of the configuration, as it is told.
    pub path: &'e str,
    /// Its text.
    pub text: &'e str,
    /// What a value is called that nobody set, in the language of the reader.
    pub unset: &'e str,
}

/// Something that is set, or has its default.
struct Entry<'e> {
    table: &'e str,
    key: &'e str,
    value: Value,
    at: Option<usize>,
}

impl Effective<'_> {
    /// As a configuration, with the origin of every value in a comment.
    pub fn toml(&self) -> String {
        let mut text = String::new();
        for entry in self.top() {
            self.line(&mut text, &entry);
        }
        let (severities, parameters) = (self.severities(), self.parameters());
        self.table(&mut text, "severity", severities.iter());
        let tables: BTreeSet<&str> = parameters.iter().map(|entry| entry.table).collect();
        for table in tables {
            let own = parameters.iter().filter(|entry| entry.table == table);
            self.table(&mut text, &format!("parameters.{table}"), own);
        }
        let wording = self.wording();
        self.table(&mut text, "messages", wording.iter());
        for (name, at, members) in self.lists() {
            let _ = writeln!(text, "\n[[{name}]] # {}", self.origin(Some(at)));
            write_members(&mut text, "", &members);
        }
        for (table, members) in limits(&self.here.audit) {
            let at = members.first().map(|(.., at)| *at);
            let _ = writeln!(text, "\n[{table}] # {}", self.origin(at));
            for (key, list, _) in members {
                let _ = writeln!(text, "{key} = {}", written(&json!(list)));
            }
        }
        text.trim_start().to_owned()
    }

    /// As data.
    pub fn json(&self) -> Value {
        let listed = |entries: Vec<Entry<'_>>, table: &str, key: &str| -> Value {
            let one = |entry: &Entry<'_>| {
                let mut one = json!({
                    key: entry.key, "value": entry.value, "origin": self.origin_data(entry.at),
                });
                if !table.is_empty() {
                    one[table] = json!(entry.table);
                }
                one
            };
            entries.iter().map(one).collect()
        };
        let mut data = json!({
            "config": if self.path.is_empty() { Value::Null } else { json!(self.path) },
            "settings": listed(self.top(), "", "key"),
            "severity": listed(self.severities(), "", "rule"),
            "parameters": listed(self.parameters(), "table", "key"),
            "messages": listed(self.wording(), "", "language"),
        });
        let limits = limits(&self.here.audit).into_iter();
        data["audit"] = limits
            .flat_map(|(table, members)| {
                let origin = |at| self.origin_data(Some(at));
                let one = move |(key, list, at)| json!({"table": table, "key": key, "value": list, "origin": origin(at)});
                members.into_iter().map(one)
            })
            .collect();
        for name in LISTS {
            data[name] = json!([]);
        }
        for (name, at, mut members) in self.lists() {
            members["origin"] = self.origin_data(Some(at));
            if let Some(list) = data[name].as_array_mut() {
                list.push(members);
            }
        }
        data
    }

    fn top(&self) -> Vec<Entry<'static>> {
        let here = self.here;
        let at = |key: &str| here.places.get(key).copied();
        let entry = |key, value| Entry {
            table: "",
            key,
            value,
            at: at(key),
        };
        let mut entries = Vec::new();
        if let Some(day) = here.as_of {
            entries.push(entry("as_of", json!(day.to_string())));
        }
        for (key, list) in [("paths", &here.paths), ("exclude", &here.exclude)] {
            if at(key).is_some() {
                entries.push(entry(key, json!(list)));
            }
        }
        entries
    }

    fn severities(&self) -> Vec<Entry<'static>> {
        let mut rules: Vec<&'static Meta> = self.rules.to_vec();
        rules.sort_unstable_by_key(|rule| rule.id);
        let entry = |rule: &'static Meta| {
            let set = self.here.levels.get(rule.id);
            let level = set.map_or(Level::Severity(rule.severity), |set| set.value);
            Entry {
                table: "severity",
                key: rule.id,
                value: json!(level.code()),
                at: set.map(|set| set.at),
            }
        };
        let entries = rules.into_iter().map(entry);
        entries
            .filter(|entry| self.defaults || entry.at.is_some())
            .collect()
    }

    fn parameters(&self) -> Vec<Entry<'static>> {
        let entry = |param: &'static Param| {
            let set = self.here.parameters.iter();
            let mut set = set.filter(|((table, key), _)| table == param.table && key == param.key);
            let set = set.next().map(|(_, set)| set);
            Entry {
                table: param.table,
                key: param.key,
                value: value_of(set.map_or(param.value, |set| set.value)),
                at: set.map(|set| set.at),
            }
        };
        parameters(self.rules).into_iter().map(entry).collect()
    }

    fn wording(&self) -> Vec<Entry<'static>> {
        let entry = |file: &WordingSetting| Entry {
            table: "messages",
            key: file.language,
            value: json!(file.path),
            at: Some(file.at),
        };
        self.here.messages.iter().map(entry).collect()
    }

    /// Entries of lists: name of the list, place, members.
    fn lists(&self) -> Vec<(&'static str, usize, Value)> {
        let mut lists = Vec::new();
        for entry in &self.here.overrides {
            let mut members = json!({});
            if !entry.missions.is_empty() {
                members["missions"] = json!(entry.missions);
            }
            if !entry.paths.is_empty() {
                members["paths"] = json!(entry.paths.written());
            }
            if !entry.levels.is_empty() {
                members["severity"] = levels_of(&entry.levels);
            }
            if !entry.parameters.is_empty() {
                members["parameters"] = parameters_of(&entry.parameters);
            }
            lists.push(("overrides", entry.at, members));
        }
        for entry in &self.here.platform_names {
            let mut members = json!({"name": entry.name, "type": entry.kind});
            if !entry.missions.is_empty() {
                members["missions"] = json!(entry.missions);
            }
            if entry.is_alias {
                members["alias"] = json!(true);
            }
            lists.push(("platform_names", entry.at, members));
        }
        for kind in &self.here.kinds {
            let mut members = json!({"name": kind.name, "schema": kind.schema});
            if let Some(title) = &kind.title {
                members["title"] = json!(title);
            }
            lists.push(("kinds", kind.at, members));
        }
        for entry in &self.here.allow {
            lists.push(("allow", entry.rule_span.start, allowed(entry)));
        }
        lists
    }

    fn table<'t, 'e: 't>(
        &self,
        text: &mut String,
        name: &str,
        entries: impl Iterator<Item = &'t Entry<'e>>,
    ) {
        let mut entries = entries.peekable();
        if entries.peek().is_some() {
            let _ = writeln!(text, "\n[{name}]");
        }
        for entry in entries {
            self.line(text, entry);
        }
    }

    fn line(&self, text: &mut String, entry: &Entry<'_>) {
        let value = written(&entry.value);
        let _ = writeln!(text, "{} = {value} # {}", entry.key, self.origin(entry.at));
    }

    fn origin(&self, at: Option<usize>) -> String {
        let Some(at) = at else {
            return self.unset.to_owned();
        };
        let path: String = self.path.chars().map(visible).collect();
        let place = format!("{path}:{}", self.line_of(at));
        match self.override_of(at) {
            Some(number) => format!("[[overrides]] {number}, {place}"),
            None => place,
        }
    }

    fn origin_data(&self, at: Option<usize>) -> Value {
        at.map_or(Value::Null, |at| {
            json!({"path": self.path, "line": self.line_of(at), "override": self.override_of(at)})
        })
    }

    fn line_of(&self, at: usize) -> usize {
        let before = self.text.as_bytes().get(..at).unwrap_or_default();
        memchr::memchr_iter(b'\n', before).count() + 1
    }

    /// The number of the override that something is set in, from 1.
    fn override_of(&self, at: usize) -> Option<usize> {
        let mut all = self.all.overrides.iter();
        let position = all.position(|entry| {
            entry.levels.values().any(|set| set.at == at)
                || entry.parameters.values().any(|set| set.at == at)
        });
        position.map(|position| position + 1)
    }
}

/// A key with its conditions, and where the first of them is.
type Limits = Vec<(&'static str, Vec<String>, usize)>;

/// The limits of audits by table.
fn limits(thresholds: &[Threshold]) -> BTreeMap<String, Limits> {
    let mut tables: BTreeMap<String, Limits> = BTreeMap::new();
    for threshold in thresholds {
        let key = match threshold.severity {
            Severity::Error => "error_if",
            Severity::Warning | Severity::Advice => "warn_if",
        };
        let members = tables.entry(threshold.table()).or_default();
        let condition = threshold.condition.to_string();
        match members.iter_mut().find(|(known, ..)| *known == key) {
            Some((_, list, _)) => list.push(condition),
            None => members.push((key, vec![condition], threshold.at)),
        }
    }
    tables
}

/// An entry of `[[allow]]` as it is written.
fn allowed(entry: &AllowSetting) -> Value {
    let mut members = json!({"rule": entry.rule, "reason": entry.reason});
    let record = entry.record.as_ref().map(|record| match &record.kind {
        Some(kind) => format!("{kind}/{}", record.id),
        None => record.id.clone(),
    });
    let path = entry.path.as_ref().map(|path| path.as_str().to_owned());
    for (key, value) in [
        ("mission", entry.mission.clone()),
        ("record", record),
        ("path", path),
        ("pointer", entry.pointer.clone()),
        ("owner", entry.owner.clone()),
        ("expires", entry.expires.map(|day| day.to_string())),
    ] {
        if let Some(value) = value {
            members[key] = json!(value);
        }
    }
    members
}

/// Lists of tables that a configuration may have.
const LISTS: [&str; 4] = ["overrides", "platform_names", "kinds", "allow"];

/// All parameters, each once, by table and key.
pub fn parameters(rules: &[&'static Meta]) -> Vec<&'static Param> {
    let mut parameters: Vec<&Param> = rules.iter().flat_map(|rule| rule.params).copied().collect();
    parameters.sort_unstable_by_key(|param| (param.table, param.key));
    parameters.dedup_by_key(|param| (param.table, param.key));
    parameters
}

fn value_of(value: ParamValue) -> Value {
    match value {
        ParamValue::Number(number, ..) => json!(number),
        ParamValue::Flag(flag) => json!(flag),
    }
}

fn levels_of(levels: &Levels) -> Value {
    let levels = levels.iter();
    levels
        .map(|(rule, set)| (rule.clone(), json!(set.value.code())))
        .collect()
}

fn parameters_of(parameters: &Parameters) -> Value {
    let mut tables = json!({});
    for ((table, key), set) in parameters {
        tables[table][key] = value_of(set.value);
    }
    tables
}

/// Members as lines of TOML; tables as dotted keys.
fn write_members(text: &mut String, prefix: &str, members: &Value) {
    for (key, value) in members.as_object().into_iter().flatten() {
        if value.is_object() {
            write_members(text, &format!("{prefix}{key}."), value);
        } else {
            let _ = writeln!(text, "{prefix}{key} = {}", written(value));
        }
    }
}

/// A value as TOML.
fn written(value: &Value) -> String {
    match value {
        Value::String(text) => quoted(text),
        Value::Array(list) => {
            let list: Vec<String> = list.iter().map(written).collect();
            format!("[{}]", list.join(", "))
        }
        other => other.to_string(),
    }
}

/// A text as TOML, with nothing in it that a terminal would obey.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for character in text.chars() {
        match character {
            '"' | '\\' => {
                quoted.push('\\');
                quoted.push(character);
            }
            '\t' => quoted.push_str("\\t"),
            _ if visible(character) == character => quoted.push(character),
            _ => {
                let _ = write!(quoted, "\\U{:08X}", u32::from(character));
            }
        }
    }
    quoted.push('"');
    quoted
}
