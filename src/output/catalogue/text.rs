//! The catalogue and its tables for people at a terminal.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::wrap::wrapped;
use super::{checkers_of, documents_of, rules_of, statements_of};
use crate::calendar::Day;
use crate::catalogue::{Group, Meta};
use crate::message::Messages;
use crate::reference::{Pack, Statement};

/// Rules by families.
pub fn rules(rules: &[&Meta]) -> String {
    let mut families: BTreeMap<Group, Vec<&Meta>> = BTreeMap::new();
    for rule in rules {
        families.entry(rule.group).or_default().push(rule);
    }
    let mut text = String::new();
    for (family, rules) in families {
        let _ = writeln!(text, "{}", family.code());
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

/// Policy packs: when they are valid, what they rest on, and their rules.
pub fn packs(packs: &[&Pack], messages: &Messages) -> String {
    let mut text = String::new();
    for pack in packs {
        let title = format!("{}: {}", pack.id, pack.document);
        text.push_str(&wrapped(&title, "", "  "));
        let rules = rules_of(pack);
        let statements = statements_of(&rules);
        let lines = [
            ("pack-valid", vec![validity(pack, messages)]),
            ("pack-countries", pack.countries.clone()),
            (
                "pack-statements",
                statements
                    .iter()
                    .map(|known| known.number.clone())
                    .collect(),
            ),
            (
                "pack-rules",
                rules.iter().map(|rule| rule.id.to_owned()).collect(),
            ),
            ("pack-note", pack.note.clone().into_iter().collect()),
        ];
        for (label, values) in lines.into_iter().filter(|(_, values)| !values.is_empty()) {
            let line = format!("{}: {}", messages.say(label, &[]), values.join(", "));
            text.push_str(&wrapped(&line, "  ", "    "));
        }
        text.push('\n');
    }
    text.push_str(&messages.say("pack-hint", &[]));
    text.push('\n');
    text
}

fn validity(pack: &Pack, messages: &Messages) -> String {
    let mut values = Vec::new();
    let mut add = |key, given, day: Option<Day>| {
        if let Some(day) = day {
            values.push((given, "yes".into()));
            values.push((key, messages.day(day).into()));
        }
    };
    add("from", "from-given", pack.from());
    add("to", "to-given", pack.to());
    messages.say("pack-validity", &values)
}

/// Statements with what checks them, or why nothing does.
pub fn statements(statements: &[&Statement], messages: &Messages) -> String {
    let mut text = String::new();
    for statement in statements {
        let strength = messages.say(&format!("strength-{}", statement.strength.code()), &[]);
        let title = format!("{} ({strength}): {}", statement.number, statement.text);
        text.push_str(&wrapped(&title, "", "    "));
        let mut line = |text_of_line: &str| {
            text.push_str(&wrapped(text_of_line, "    ", "    "));
        };
        line(&documents_of(statement).join("; "));
        let rules = checkers_of(statement).join(", ");
        if !rules.is_empty() {
            line(&messages.say("statement-checked", &[("rules", rules.into())]));
        }
        if let Some(reason) = &statement.not_checked {
            let reason = ("reason", reason.as_str().into());
            line(&messages.say("statement-not-checked", &[reason]));
        }
        if let Some(note) = &statement.note {
            line(note);
        }
    }
    text
}
