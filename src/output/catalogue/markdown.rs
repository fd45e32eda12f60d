//! The catalogue and its tables as Markdown.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::page::{rule_page, strength, validity};
use super::{Catalogue, checkers_of, documents_of, rules_of, statements_of};
use crate::catalogue::{Group, Meta, NotCheckable};
use crate::message::Messages;
use crate::reference::{Pack, Statement};

const HEAD: &str = "\
Everything that missionlint can find: an index by families, then one page for each rule, then what the rules rest on. This page is
made by `missionlint rules --format markdown`; `missionlint explain RULE` prints one page of it.

Severities are `error` (must be put right), `warning` (should be) and `advice` (worth knowing). The strength says how binding is what
a rule rests on: `mandatory`, `should`, `usual`, `may` (permitted), `contextual` (describes the context) or `inferred` (no document
says it). The numbers are those of the statements at the end.
";

/// Rules with their packs and statements, as one document.
pub fn catalogue(catalogue: &Catalogue, messages: &Messages) -> String {
    let mut text = format!("# Rules\n\n{HEAD}");
    let mut families: BTreeMap<Group, Vec<&'static Meta>> = BTreeMap::new();
    for rule in catalogue.rules.iter().flatten().copied() {
        families.entry(rule.group).or_default().push(rule);
    }
    for (family, rules) in &families {
        text.push_str(&index(*family, rules));
    }
    for (family, rules) in &families {
        let _ = write!(text, "\n## {}\n", family.code());
        for rule in rules {
            let _ = write!(text, "\n{}", rule_page(rule, 3, messages));
        }
    }
    if let Some(entries) = catalogue.not_checkable {
        text.push_str(&not_checkable(entries));
    }
    if let Some(shown) = catalogue.packs.as_ref().filter(|shown| !shown.is_empty()) {
        let _ = write!(text, "\n## Policy packs\n\n{}", table_of_packs(shown, link));
    }
    let shown = catalogue.statements.as_ref();
    if let Some(shown) = shown.filter(|shown| !shown.is_empty()) {
        let _ = write!(
            text,
            "\n## Statements\n\n{}",
            table_of_statements(shown, link)
        );
    }
    text
}

fn index(family: Group, rules: &[&Meta]) -> String {
    let family = family.code();
    let mut text = format!(
        "\n| [{family}](#{family}) | severity | strength | statements | |\n|---|---|---|---|---|\n"
    );
    for rule in rules {
        let _ = writeln!(
            text,
            "| {} | {} | {} | {} | {} |",
            link(rule.id),
            rule.severity,
            strength(rule).unwrap_or_default(),
            rule.statements.join(", "),
            cell(rule.summary)
        );
    }
    text
}

fn not_checkable(entries: &[NotCheckable]) -> String {
    let mut text = "\n## Not checkable\n\nWhat the sources would have checked and no record holds.\n\n| | statements | |\n|---|---|---|\n".to_owned();
    for entry in entries {
        let _ = writeln!(
            text,
            "| `{}` | {} | {} |",
            entry.id,
            entry.statements.join(", "),
            cell(entry.reason)
        );
    }
    text
}

/// Policy packs, as one document.
pub fn packs(packs: &[&Pack]) -> String {
    format!("# Policy packs\n\n{}", table_of_packs(packs, code))
}

fn table_of_packs(packs: &[&Pack], named: Named) -> String {
    let mut text =
        "| pack | valid | document | statements | rules |\n|---|---|---|---|---|\n".to_owned();
    for pack in packs {
        let rules = rules_of(pack);
        let statements = statements_of(&rules);
        let numbers: Vec<&str> = statements.iter().map(|known| &*known.number).collect();
        let countries = match pack.countries.as_slice() {
            [] => String::new(),
            countries => format!(" ({})", countries.join(", ")),
        };
        let _ = writeln!(
            text,
            "| `{}` | {}{countries} | {} | {} | {} |",
            pack.id,
            validity(pack),
            cell(&pack.document),
            numbers.join(", "),
            list(rules.iter().map(|rule| rule.id), named)
        );
    }
    text
}

/// Statements, as one document.
pub fn statements(statements: &[&Statement]) -> String {
    format!("# Statements\n\n{}", table_of_statements(statements, code))
}

fn table_of_statements(statements: &[&Statement], named: Named) -> String {
    let mut text =
        "| | strength | statement | document | checked by |\n|---|---|---|---|---|\n".to_owned();
    for statement in statements {
        let rules = checkers_of(statement);
        let mut checked = Vec::new();
        if !rules.is_empty() {
            checked.push(list(rules.into_iter(), named));
        }
        if let Some(reason) = &statement.not_checked {
            checked.push(format!("Not checked: {}", cell(reason)));
        }
        checked.extend(statement.note.as_deref().map(cell));
        let _ = writeln!(
            text,
            "| {} | {} | {} | {} | {} |",
            statement.number,
            statement.strength.code(),
            cell(&statement.text),
            cell(&documents_of(statement).join("; ")),
            checked.join(". ")
        );
    }
    text
}

/// How a rule is named.
type Named = fn(&str) -> String;

fn list<'r>(ids: impl Iterator<Item = &'r str>, named: Named) -> String {
    ids.map(named).collect::<Vec<_>>().join(", ")
}

/// Where its page is part of the document.
fn link(id: &str) -> String {
    format!("[`{id}`](#{id})")
}

/// Where it is not.
fn code(id: &str) -> String {
    format!("`{id}`")
}

/// A text that does not end the cell of a table.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}
