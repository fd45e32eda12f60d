//! The catalogue and its tables for people at a terminal.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::page::{family, labelled, word};
use super::wrap::wrapped;
use super::{checkers_of, documents_of, rules_of, statements_of};
use crate::calendar::Day;
use crate::catalogue::{Group, Meta, Severity};
use crate::message::Messages;
use crate::output::fit::columns;
use crate::reference::{Pack, Statement};

/// Rules by families.
pub fn rules(rules: &[&Meta], messages: &Messages) -> String {
    let mut families: BTreeMap<Group, Vec<&Meta>> = BTreeMap::new();
    for rule in rules {
        families.entry(rule.group).or_default().push(rule);
    }
    let severities = Severity::ALL.map(|severity| {
        word(
            &format!("severity-{}", severity.code()),
            severity.code(),
            messages,
        )
    });
    let severity = severities.iter().map(|word| columns(word)).max();
    let severity = severity.unwrap_or(0).max(8);
    let mut text = String::new();
    for (family, rules) in families {
        let _ = writeln!(text, "{}", self::family(family, messages));
        for rule in rules {
            let _ = writeln!(
                text,
                "  {:<36} {:<severity$} {}",
                rule.id,
                word(
                    &format!("severity-{}", rule.severity.code()),
                    rule.severity.code(),
                    messages
                ),
                messages.summary(rule)
            );
        }
        text.push('\n');
    }
    let _ = writeln!(text, "{}", messages.say("rules-more", &[]));
    text
}

/// Policy packs: when they are valid, what they rest on, and their rules.
pub fn packs(packs: &[&Pack], messages: &Messages) -> String {
    let mut text = String::new();
    for pack in packs {
        let values = [
            ("label", pack.id.as_str().into()),
            ("text", pack.document.as_str().into()),
        ];
        let title = messages.say("labelled", &values);
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
            ("pack-note", messages.pack_note(pack).into_iter().collect()),
        ];
        for (label, values) in lines.into_iter().filter(|(_, values)| !values.is_empty()) {
            let line = labelled(label, &values.join(", "), messages);
            text.push_str(&wrapped(&line, "  ", "    "));
        }
        text.push('\n');
    }
    text.push_str(&messages.say("pack-hint", &[]));
    text.push('\n');
    text
}

fn validity(pack: &Pack, messages: &Messages) -> String {
    let day = |day: Option<Day>| Some(messages.day(day?).into());
    let days = [("from", day(pack.from())), ("to", day(pack.to()))];
    let values = days.into_iter().filter_map(|(key, day)| Some((key, day?)));
    let values: Vec<_> = values.collect();
    messages.say("pack-validity", &values)
}

/// Statements with what checks them, or why nothing does.
pub fn statements(statements: &[&Statement], messages: &Messages) -> String {
    let mut text = String::new();
    for statement in statements {
        let strength = messages.say(&format!("strength-{}", statement.strength.code()), &[]);
        let number = format!("{} ({strength})", statement.number);
        let words = messages.statement(statement);
        let values = [("label", number.into()), ("text", words.into())];
        let title = messages.say("labelled", &values);
        text.push_str(&wrapped(&title, "", "    "));
        let mut line = |text_of_line: &str| {
            text.push_str(&wrapped(text_of_line, "    ", "    "));
        };
        line(&documents_of(statement).join("; "));
        let rules = checkers_of(statement).join(", ");
        if !rules.is_empty() {
            line(&messages.say("statement-checked", &[("rules", rules.into())]));
        }
        if let Some(reason) = messages.unchecked(statement) {
            let reason = ("reason", reason.into());
            line(&messages.say("statement-not-checked", &[reason]));
        }
        if let Some(note) = messages.remark(statement) {
            line(&note);
        }
    }
    text
}
