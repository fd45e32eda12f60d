//! The catalogue and its tables as Markdown.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::page::{rule_page, strength, validity, word};
use super::{Catalogue, checkers_of, documents_of, rules_of, statements_of};
use crate::catalogue::{Group, Meta, NotCheckable};
use crate::message::Messages;
use crate::reference::{Pack, Statement};

/// Rules with their packs and statements, as one document.
pub fn catalogue(catalogue: &Catalogue, messages: &Messages) -> String {
    let say = |id: &str| messages.say(id, &[]);
    let mut text = format!("# {}\n\n{}\n", say("page-rules"), say("catalogue-head"));
    let mut families: BTreeMap<Group, Vec<&'static Meta>> = BTreeMap::new();
    for rule in catalogue.rules.iter().flatten().copied() {
        families.entry(rule.group).or_default().push(rule);
    }
    for (family, rules) in &families {
        text.push_str(&index(*family, rules, messages));
    }
    for (family, rules) in &families {
        let _ = write!(text, "\n## {}\n", family.code());
        for rule in rules {
            let _ = write!(text, "\n{}", rule_page(rule, 3, messages));
        }
    }
    if let Some(entries) = catalogue.not_checkable {
        text.push_str(&not_checkable(entries, messages));
    }
    if let Some(shown) = catalogue.packs.as_ref().filter(|shown| !shown.is_empty()) {
        let table = table_of_packs(shown, link, messages);
        let _ = write!(text, "\n## {}\n\n{table}", say("page-packs"));
    }
    let shown = catalogue.statements.as_ref();
    if let Some(shown) = shown.filter(|shown| !shown.is_empty()) {
        let table = table_of_statements(shown, link, messages);
        let _ = write!(text, "\n## {}\n\n{table}", say("page-statements"));
    }
    text
}

fn index(family: Group, rules: &[&Meta], messages: &Messages) -> String {
    let family = family.code();
    let mut text = format!("\n| [{family}](#{family})");
    text.push_str(&heading(
        &[
            "column-severity",
            "column-strength",
            "column-statements",
            "",
        ],
        messages,
    ));
    for rule in rules {
        let _ = writeln!(
            text,
            "| {} | {} | {} | {} | {} |",
            link(rule.id),
            word(
                &format!("severity-{}", rule.severity.code()),
                rule.severity.code(),
                messages
            ),
            strength(rule, messages).unwrap_or_default(),
            rule.statements.join(", "),
            cell(messages.summary(rule))
        );
    }
    text
}

fn not_checkable(entries: &[NotCheckable], messages: &Messages) -> String {
    let say = |id: &str| messages.say(id, &[]);
    let mut text = format!(
        "\n## {}\n\n{}\n\n|",
        say("page-not-checkable"),
        say("page-not-checkable-note")
    );
    text.push_str(&heading(&["column-statements", ""], messages));
    for entry in entries {
        let _ = writeln!(
            text,
            "| `{}` | {} | {} |",
            entry.id,
            entry.statements.join(", "),
            cell(&messages.not_checkable(entry))
        );
    }
    text
}

/// Policy packs, as one document.
pub fn packs(packs: &[&Pack], messages: &Messages) -> String {
    let table = table_of_packs(packs, code, messages);
    format!("# {}\n\n{table}", messages.say("page-packs", &[]))
}

fn table_of_packs(packs: &[&Pack], named: Named, messages: &Messages) -> String {
    let columns = [
        "column-valid",
        "column-document",
        "column-statements",
        "column-rules",
    ];
    let mut text = format!("| {}", messages.say("column-pack", &[]));
    text.push_str(&heading(&columns, messages));
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
            validity(pack, messages),
            cell(&pack.document),
            numbers.join(", "),
            list(rules.iter().map(|rule| rule.id), named)
        );
    }
    text
}

/// Statements, as one document.
pub fn statements(statements: &[&Statement], messages: &Messages) -> String {
    let table = table_of_statements(statements, code, messages);
    format!("# {}\n\n{table}", messages.say("page-statements", &[]))
}

fn table_of_statements(statements: &[&Statement], named: Named, messages: &Messages) -> String {
    let columns = [
        "column-strength",
        "column-statement",
        "column-document",
        "column-checked-by",
    ];
    let mut text = format!("|{}", heading(&columns, messages));
    for statement in statements {
        let rules = checkers_of(statement);
        let mut checked = Vec::new();
        if !rules.is_empty() {
            checked.push(list(rules.into_iter(), named));
        }
        if let Some(reason) = messages.unchecked(statement) {
            let reason = ("reason", cell(&reason).into());
            checked.push(messages.say("statement-unchecked", &[reason]));
        }
        checked.extend(messages.remark(statement).map(|note| cell(&note)));
        let _ = writeln!(
            text,
            "| {} | {} | {} | {} | {} |",
            statement.number,
            word(
                &format!("strength-{}", statement.strength.code()),
                statement.strength.code(),
                messages
            ),
            cell(&messages.statement(statement)),
            cell(&documents_of(statement).join("; ")),
            checked.join(". ")
        );
    }
    text
}

/// The rest of a line of headings behind the first column, and the line below it.
fn heading(columns: &[&str], messages: &Messages) -> String {
    let mut text = String::new();
    for column in columns {
        let title = messages.find(column, &[]).unwrap_or_default();
        text.push_str(if title.is_empty() { " |" } else { " | " });
        text.push_str(&title);
    }
    let line = "---|".repeat(columns.len() + 1);
    format!("{text} |\n|{line}\n")
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
