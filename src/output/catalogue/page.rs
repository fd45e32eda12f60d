//! Pages in Markdown: of a rule, and of a policy pack.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::wrap::wrapped_page;
use super::{checkers_of, documents_of, rules_of, statements_of};
use crate::catalogue::{Meta, Param, ParamValue, Scope};
use crate::message::Messages;
use crate::output::example_section;
use crate::reference::{self, Pack, Statement};

/// The page of an entry with its example, its title at a level of headings.
pub fn rule_page(rule: &'static Meta, level: usize, messages: &Messages) -> String {
    with_example(body(rule, level), rule, level, messages)
}

/// The page of an entry with lines that are not too long.
pub fn narrow_rule_page(rule: &'static Meta, messages: &Messages) -> String {
    with_example(wrapped_page(&body(rule, 1)), rule, 1, messages)
}

/// The lines of an example stay as they are.
fn with_example(
    mut page: String,
    rule: &'static Meta,
    level: usize,
    messages: &Messages,
) -> String {
    let example = example_section(rule, level + 1, messages);
    if !example.is_empty() {
        page.push('\n');
        page.push_str(&example);
    }
    page
}

fn body(rule: &Meta, level: usize) -> String {
    let title = "#".repeat(level);
    let mut page = format!("{title} {}\n\n{}\n\n", rule.id, rule.summary);
    let _ = writeln!(
        page,
        "- Severity: {} · family: {}",
        rule.severity,
        rule.group.code()
    );
    if let Some(strength) = strength(rule) {
        let _ = writeln!(page, "- Strength: {strength}");
    }
    let _ = writeln!(page, "- Source: {}", rule.source);
    for (label, id) in named_packs(rule) {
        if let Some(pack) = reference::pack(id) {
            let _ = writeln!(
                page,
                "- {label}: {} ({}){}",
                pack.id,
                pack.document,
                since(pack)
            );
        }
    }
    for statement in rule.statements.iter().copied() {
        if let Some(statement) = reference::statement(statement) {
            page.push_str(&said(statement));
            page.push('\n');
        }
    }
    page.push('\n');
    page.push_str(&at_level(rule.page, level));
    page.push_str(&parameters(rule, level));
    page
}

/// How binding is what a rule rests on; none for entries about the form of data.
pub(super) fn strength(rule: &Meta) -> Option<&'static str> {
    (rule.scope == Scope::Subject).then(|| rule.strength.code())
}

fn named_packs(rule: &Meta) -> impl Iterator<Item = (&'static str, &'static str)> {
    let decides = rule.pack.into_iter().map(|id| ("Policy pack", id));
    let beside = rule.also_packs.iter().map(|id| ("Rests also on", *id));
    decides.chain(beside)
}

fn since(pack: &Pack) -> String {
    pack.from()
        .map(|day| format!(", in force from {day}"))
        .unwrap_or_default()
}

fn said(statement: &Statement) -> String {
    let (number, strength) = (&statement.number, statement.strength.code());
    format!("- Statement {number} ({strength}): {}", statement.text)
}

/// Markdown whose headings begin at the second level, with headings below another level.
fn at_level(text: &str, level: usize) -> String {
    let deeper = "#".repeat(level.saturating_sub(1));
    let lines = text.lines().map(|line| {
        if line.starts_with("## ") {
            format!("{deeper}{line}\n")
        } else {
            format!("{line}\n")
        }
    });
    lines.collect()
}

fn parameters(rule: &Meta, level: usize) -> String {
    if rule.params.is_empty() {
        return String::new();
    }
    let heading = "#".repeat(level + 1);
    let mut text = format!(
        "\n{heading} Parameters\nTo be set in `missionlint.toml`; these are the defaults.\n"
    );
    let tables: BTreeSet<&str> = rule.params.iter().map(|param| param.table).collect();
    for table in tables {
        let _ = write!(text, "\n```toml\n[parameters.{table}]\n");
        let own = rule.params.iter().filter(|param| param.table == table);
        own.for_each(|param| text.push_str(&parameter(param)));
        text.push_str("```\n");
    }
    text
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

/// The page of a policy pack.
pub fn pack_page(pack: &Pack) -> String {
    let mut page = format!("# {}\n\n{}\n\n", pack.id, pack.document);
    let _ = writeln!(page, "- Valid: {}", validity(pack));
    if !pack.countries.is_empty() {
        let _ = writeln!(page, "- Countries: {}", pack.countries.join(", "));
    }
    for source in pack.sources() {
        let place = source.place.as_deref();
        let parts = [Some(source.what.as_str()), source.date.as_deref(), place];
        let parts: Vec<&str> = parts.into_iter().flatten().collect();
        let _ = writeln!(page, "- Source: {} ({})", source.title, parts.join("; "));
    }
    let _ = writeln!(page, "- Certainty: {}", pack.certainty.code());
    if let Some(note) = &pack.note {
        let _ = writeln!(page, "- Note: {note}");
    }
    let rules = rules_of(pack);
    page.push_str("\n## Rules\n");
    if rules.is_empty() {
        page.push_str("None rests on it.\n");
    }
    for rule in &rules {
        let _ = writeln!(
            page,
            "- {} ({}, {}{}): {}",
            rule.id,
            rule.severity,
            rule.strength.code(),
            beside(rule, pack),
            rule.summary
        );
    }
    let statements = statements_of(&rules);
    if !statements.is_empty() {
        page.push_str("\n## Statements\n");
    }
    for statement in statements {
        let _ = writeln!(
            page,
            "{} {}; checked by {}.",
            said(statement),
            documents_of(statement).join("; "),
            checkers_of(statement).join(", ")
        );
    }
    page
}

/// By which pack a rule is judged, where it only rests on this one as well.
fn beside(rule: &Meta, pack: &Pack) -> String {
    rule.pack
        .filter(|id| *id != pack.id)
        .map(|id| format!(", in force with {id}"))
        .unwrap_or_default()
}

/// On which days a pack is in force.
pub(super) fn validity(pack: &Pack) -> String {
    match (pack.from(), pack.to()) {
        (Some(from), Some(to)) => format!("from {from} to {to}"),
        (Some(from), None) => format!("from {from}"),
        (None, Some(to)) => format!("until {to}"),
        (None, None) => "no first or last day is known".to_owned(),
    }
}
