//! `missionlint explain`, `rules` and `schema`: views of the catalogue and the record contract.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde_json::json;

use super::Outcome;
use super::args::{ExplainOptions, RulesOptions, SchemaOptions};
use super::check::unknown_rule;
use super::terminal::complain;
use crate::catalogue::{Meta, Param, ParamValue};
use crate::config::{self, KindSetting};
use crate::discover::config_for;
use crate::message::{Language, Messages};
use crate::nearest::nearest;
use crate::output::{Format, example_section};
use crate::{reference, rules, schema};

/// The schema of JSON reports.
const REPORT_SCHEMA: &str = include_str!("../../schemas/report.schema.json");

fn print(text: &str) -> Outcome {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Outcome::Unusable,
        _ => Outcome::Passed,
    }
}

/// Prints the page of a rule.
pub(super) fn explain(options: &ExplainOptions) -> Outcome {
    let catalogue = rules::catalogue();
    let Some(rule) = catalogue.iter().find(|rule| rule.id == options.rule) else {
        let known: Vec<&str> = catalogue.iter().map(|rule| rule.id).collect();
        complain(&unknown_rule(&options.rule, &known));
        return Outcome::Unusable;
    };
    print(&page(rule))
}

/// Columns that pages are wrapped at.
const WIDTH: usize = 100;

fn page(rule: &'static Meta) -> String {
    let mut page = format!("# {}\n\n{}\n\n", rule.id, rule.summary);
    let _ = writeln!(
        page,
        "- Severity: {} · family: {}",
        rule.severity,
        rule.group.code()
    );
    let _ = writeln!(page, "- Source: {}", rule.source);
    if let Some(pack) = rule.pack.and_then(reference::pack) {
        let from = pack
            .from()
            .map(|day| format!(", in force from {day}"))
            .unwrap_or_default();
        let _ = writeln!(page, "- Policy pack: {} ({}){from}", pack.id, pack.document);
    }
    let _ = write!(page, "\n{}", rule.page);
    if !rule.params.is_empty() {
        page.push_str(
            "\n## Parameters\nTo be set in `missionlint.toml`; these are the defaults.\n",
        );
        let tables: BTreeSet<&str> = rule.params.iter().map(|param| param.table).collect();
        for table in tables {
            let _ = write!(page, "\n```toml\n[parameters.{table}]\n");
            let own = rule.params.iter().filter(|param| param.table == table);
            own.for_each(|param| page.push_str(&parameter(param)));
            page.push_str("```\n");
        }
    }
    let mut page: String = page.lines().map(wrapped).collect();
    let messages = Messages::new(Language::English);
    let example = example_section(rule, 2, &messages);
    if !example.is_empty() {
        page.push('\n');
        page.push_str(&example);
    }
    page
}

fn parameter(param: &Param) -> String {
    let (value, range) = match param.value {
        ParamValue::Number(number, least, most) => {
            (number.to_string(), format!(" From {least} to {most}."))
        }
        ParamValue::Flag(flag) => (flag.to_string(), String::new()),
    };
    format!("# {}{range}\n{} = {value}\n", param.doc, param.key)
}

/// A line of Markdown in lines that are not too long, which means the same.
fn wrapped(line: &str) -> String {
    let indent = if line.starts_with("- ") { "  " } else { "" };
    let mark = if line.starts_with("# ") { "# " } else { indent };
    let mut wrapped = String::new();
    let mut column = 0;
    for word in line.split(' ') {
        let width = word.chars().count();
        if column > mark.len() && column + 1 + width > WIDTH {
            wrapped.push('\n');
            wrapped.push_str(mark);
            column = mark.len();
        } else if column > 0 {
            wrapped.push(' ');
            column += 1;
        }
        wrapped.push_str(word);
        column += width;
    }
    wrapped.push('\n');
    wrapped
}

/// Lists the catalogue.
pub(super) fn rules(options: &RulesOptions) -> Outcome {
    match options.format {
        Format::Json => print(&rules_json()),
        Format::Text => print(&rules_text()),
    }
}

fn rules_text() -> String {
    let mut groups: BTreeMap<_, Vec<&Meta>> = BTreeMap::new();
    for rule in rules::catalogue() {
        groups.entry(rule.group).or_default().push(rule);
    }
    let mut text = String::new();
    for (group, rules) in groups {
        let _ = writeln!(text, "{}", group.code());
        for rule in rules {
            let _ = writeln!(
                text,
                "  {:<36} {:<8} {}",
                rule.id,
                rule.severity.code(),
                rule.summary
            );
        }
        text.push('\n');
    }
    text.push_str("missionlint explain RULE prints the page of a rule.\n");
    text
}

fn rules_json() -> String {
    let entries: Vec<_> = rules::catalogue()
        .into_iter()
        .map(|rule| {
            let params: Vec<_> = rule.params.iter().map(|param| {
                let default = match param.value {
                    ParamValue::Number(number, ..) => json!(number),
                    ParamValue::Flag(flag) => json!(flag),
                };
                json!({"table": param.table, "key": param.key, "default": default, "doc": param.doc})
            }).collect();
            json!({
                "id": rule.id, "group": rule.group.code(), "severity": rule.severity.code(),
                "summary": rule.summary, "source": rule.source, "pack": rule.pack, "parameters": params,
            })
        })
        .collect();
    format!("{:#}\n", json!(entries))
}

/// Prints a schema, or the list of all.
pub(super) fn schema(options: &SchemaOptions) -> Outcome {
    let Some(name) = &options.kind else {
        return print(&schema_list());
    };
    let text = if name == "report" {
        Some(REPORT_SCHEMA)
    } else {
        schema::text(name)
    };
    if let Some(text) = text {
        return print(text);
    }
    let (folder, kinds) = own_kinds();
    if let Some(kind) = kinds.iter().find(|kind| kind.name == *name) {
        return match std::fs::read_to_string(folder.join(&kind.schema)) {
            Ok(text) => print(&text),
            Err(error) => {
                complain(&format!("{} could not be read: {error}", kind.schema));
                Outcome::Unusable
            }
        };
    }
    let known = schema::SCHEMAS
        .iter()
        .map(|(name, _)| *name)
        .chain(["report"])
        .chain(kinds.iter().map(|kind| kind.name.as_str()));
    match nearest(name, known) {
        Some(close) => complain(&format!("there is no schema {name}; did you mean {close}?")),
        None => complain(&format!(
            "there is no schema {name}; missionlint schema lists them"
        )),
    }
    Outcome::Unusable
}

/// The kinds that the configuration at or above the current directory adds, with its folder. Mistakes in it are told
/// by `check`.
fn own_kinds() -> (PathBuf, Vec<KindSetting>) {
    let path = std::env::current_dir()
        .ok()
        .and_then(|base| config_for(&base));
    let text = path
        .as_ref()
        .and_then(|path| std::fs::read_to_string(path).ok());
    let settings = config::parse(&text.unwrap_or_default(), &rules::catalogue());
    let folder = path.and_then(|path| path.parent().map(Path::to_owned));
    (
        folder.unwrap_or_default(),
        settings.map(|settings| settings.kinds).unwrap_or_default(),
    )
}

fn schema_list() -> String {
    let mut text = String::new();
    for (name, schema) in schema::SCHEMAS
        .iter()
        .copied()
        .chain([("report", REPORT_SCHEMA)])
    {
        let parsed: serde_json::Value = serde_json::from_str(schema).unwrap_or_default();
        let title = parsed
            .get("title")
            .and_then(serde_json::Value::as_str)
            .unwrap_or("");
        let _ = writeln!(text, "{name:<16} {title}");
    }
    for kind in own_kinds().1 {
        let title = kind.title.as_deref().unwrap_or("");
        let line = format!("{:<16} {title}", kind.name);
        let _ = writeln!(text, "{}", line.trim_end());
    }
    text.push_str("\nmissionlint schema KIND prints one of them.\n");
    text
}
