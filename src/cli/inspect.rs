//! `missionlint explain`, `rules` and `schema`: views of the catalogue and the record contract.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, Write};

use serde_json::json;

use super::Outcome;
use super::args::{ExplainOptions, RulesOptions, SchemaOptions};
use super::check::unknown_rule;
use super::terminal::complain;
use crate::catalogue::{Meta, Param, ParamValue};
use crate::nearest::nearest;
use crate::output::Format;
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

fn page(rule: &Meta) -> String {
    let mut page = format!("# {}\n\n{}\n\n", rule.id, rule.summary);
    let _ = writeln!(page, "Severity: {} · family: {}", rule.severity, rule.group.code());
    let _ = writeln!(page, "Source: {}", rule.source);
    if let Some(pack) = rule.pack.and_then(reference::pack) {
        let from = pack.from().map(|day| format!(", in force from {day}")).unwrap_or_default();
        let _ = writeln!(page, "Policy pack: {} ({}){from}", pack.id, pack.document);
    }
    let _ = write!(page, "\n{}", rule.page);
    if !rule.params.is_empty() {
        let _ = write!(page, "\n## Parameters\nSet in missionlint.toml under [parameters].\n\n");
        rule.params.iter().for_each(|param| page.push_str(&parameter(param)));
    }
    page
}

fn parameter(param: &Param) -> String {
    let value = match param.value {
        ParamValue::Number(number, least, most) => format!("{number} (from {least} to {most})"),
        ParamValue::Flag(flag) => flag.to_string(),
    };
    format!("- {}.{} = {value}: {}\n", param.table, param.key, param.doc)
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
            let _ = writeln!(text, "  {:<36} {:<8} {}", rule.id, rule.severity.code(), rule.summary);
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
    let Some(name) = &options.kind else { return print(&schema_list()) };
    let text = if name == "report" { Some(REPORT_SCHEMA) } else { schema::text(name) };
    if let Some(text) = text {
        return print(text);
    }
    let known = schema::SCHEMAS.iter().map(|(name, _)| *name).chain(["report"]);
    match nearest(name, known) {
        Some(close) => complain(&format!("there is no schema {name}; did you mean {close}?")),
        None => complain(&format!("there is no schema {name}; missionlint schema lists them")),
    }
    Outcome::Unusable
}

fn schema_list() -> String {
    let mut text = String::new();
    for (name, schema) in schema::SCHEMAS.iter().copied().chain([("report", REPORT_SCHEMA)]) {
        let parsed: serde_json::Value = serde_json::from_str(schema).unwrap_or_default();
        let title = parsed.get("title").and_then(serde_json::Value::as_str).unwrap_or("");
        let _ = writeln!(text, "{name:<16} {title}");
    }
    text.push_str("\nmissionlint schema KIND prints one of them.\n");
    text
}
