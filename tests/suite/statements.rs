//! Traceability: every statement of the documents has the rules that check it, or the reason why none does.

use std::collections::BTreeSet;

use missionlint::catalogue::{Group, Meta, NOT_CHECKABLE, Strength};
use missionlint::reference::{self, Statement};
use missionlint::rules;

/// How many statements the documents were divided into.
const STATEMENTS: usize = 92;

fn rules_on(statement: &Statement) -> Vec<&'static Meta> {
    let checks = |rule: &&Meta| rule.statements.contains(&statement.number.as_str());
    rules::catalogue().into_iter().filter(checks).collect()
}

fn statement_of(number: &str) -> &'static Statement {
    reference::statement(number).unwrap_or_else(|| panic!("there is no statement {number}"))
}

#[test]
fn every_statement_is_there_once_in_order() {
    let numbers: Vec<&str> = reference::statements()
        .iter()
        .map(|statement| statement.number.as_str())
        .collect();
    let expected: Vec<String> = (1..=STATEMENTS)
        .map(|number| format!("N{number}"))
        .collect();
    assert_eq!(numbers, expected);
}

/// Only what permits or describes may go unchecked; what is checked needs no reason.
#[test]
fn every_statement_has_a_rule_or_a_reason() {
    let mut gaps = Vec::new();
    for statement in reference::statements() {
        let number = &statement.number;
        let may_go_unchecked = matches!(statement.strength, Strength::May | Strength::Contextual);
        match (rules_on(statement).is_empty(), &statement.not_checked) {
            (true, None) => gaps.push(format!("{number} has neither a rule nor a reason")),
            (true, Some(_)) if !may_go_unchecked => {
                gaps.push(format!(
                    "{number} is {:?} and unchecked",
                    statement.strength
                ));
            }
            (false, Some(_)) => gaps.push(format!("{number} has a rule and a reason")),
            _ => {}
        }
    }
    assert!(gaps.is_empty(), "{gaps:#?}");
}

#[test]
fn statements_are_sentences_with_their_documents() {
    let is_sentence = |text: &str| {
        text.ends_with('.')
            && text
                .chars()
                .next()
                .is_some_and(|first| !first.is_lowercase())
    };
    for statement in reference::statements() {
        let number = &statement.number;
        assert!(is_sentence(&statement.text), "{number}: {}", statement.text);
        assert!(statement.text.chars().count() <= 240, "{number} is long");
        for more in [&statement.not_checked, &statement.note]
            .into_iter()
            .flatten()
        {
            assert!(is_sentence(more), "{number}: {more}");
        }
        assert!(statement.strength != Strength::Inferred, "{number}");
        assert!(statement.sources().count() > 0, "{number}");
        // A number in a text leads somewhere.
        for text in [
            Some(&statement.text),
            statement.not_checked.as_ref(),
            statement.note.as_ref(),
        ]
        .into_iter()
        .flatten()
        {
            for word in text.split(|letter: char| !letter.is_alphanumeric()) {
                let digits = word.strip_prefix('N').unwrap_or("");
                if !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) {
                    statement_of(word);
                }
            }
        }
    }
}

/// Rules of records name none: they follow from the data. Others may rest on public documents that were not divided,
/// or say that they are inferred.
#[test]
fn rules_name_the_statements_they_check() {
    let divided: BTreeSet<&str> = reference::statements()
        .iter()
        .flat_map(Statement::sources)
        .map(|source| source.code.as_str())
        .collect();
    let is_of_other_document = |pack: &str| {
        let pack = reference::pack(pack).unwrap();
        pack.sources()
            .all(|source| !divided.contains(source.code.as_str()))
    };
    for rule in rules::catalogue() {
        let id = rule.id;
        let numbers: Vec<usize> = rule
            .statements
            .iter()
            .map(|number| statement_of(number).number[1..].parse().unwrap())
            .collect();
        assert!(numbers.is_sorted_by(|one, other| one < other), "{id}");
        let is_policy = !matches!(
            rule.group,
            Group::Syntax | Group::Schema | Group::Config | Group::Integrity
        );
        if numbers.is_empty() {
            let rests_elsewhere = rule.pack.is_some_and(is_of_other_document);
            assert!(
                rule.strength == Strength::Inferred || (is_policy && rests_elsewhere),
                "{id} rests on a source but names no statement"
            );
        } else {
            let strengths: Vec<Strength> = rule
                .statements
                .iter()
                .map(|number| statement_of(number).strength)
                .collect();
            assert!(
                rule.strength == Strength::Inferred || strengths.contains(&rule.strength),
                "{id} is {:?}, its statements {strengths:?}",
                rule.strength
            );
            assert!(
                rule.strength == Strength::Inferred
                    || !strengths.contains(&Strength::Mandatory)
                    || rule.strength == Strength::Mandatory,
                "{id} checks a duty"
            );
        }
        assert!(
            rule.pack
                .is_none_or(|pack| !rule.also_packs.contains(&pack)),
            "{id} names a pack twice"
        );
    }
}

/// A finding names the document of the pack: its rule names no other.
#[test]
fn sources_are_named_like_their_documents() {
    let is_manual = |source: &&str| source.contains("IOM Emergency Manual, ");
    let manuals: Vec<&str> = reference::packs()
        .iter()
        .map(|pack| pack.document.as_str())
        .filter(is_manual)
        .collect();
    for rule in rules::catalogue() {
        if is_manual(&rule.source) {
            let named: Vec<&&str> = manuals
                .iter()
                .filter(|document| rule.source.contains(**document))
                .collect();
            assert_eq!(named.len(), 1, "{}: {}", rule.id, rule.source);
        }
    }
}

#[test]
fn what_cannot_be_checked_is_no_rule() {
    let ids: Vec<&str> = NOT_CHECKABLE.iter().map(|entry| entry.id).collect();
    assert!(ids.is_sorted_by(|one, other| one < other));
    for entry in NOT_CHECKABLE {
        assert!(rules::catalogue().iter().all(|rule| rule.id != entry.id));
        assert!(entry.reason.ends_with('.') && !entry.statements.is_empty());
        for number in entry.statements {
            let statement = statement_of(number);
            assert!(statement.not_checked.is_some(), "{number}");
        }
    }
}
