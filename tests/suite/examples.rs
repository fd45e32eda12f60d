//! The examples of the pages: what they call valid is found to be so, and what they call a finding is found once.

use std::collections::BTreeSet;

use missionlint::calendar::parse_day;
use missionlint::catalogue::{Example, Group, Meta};
use missionlint::config::{self, Settings, Source};
use missionlint::engine::{self, Content, Input, Request};
use missionlint::message::{Language, Messages};
use missionlint::output::example_section;
use missionlint::reference::Policy;
use missionlint::report::{Audience, Report};
use missionlint::rules::{self, RULES};
use missionlint::schema::{self, Contract, SchemaFile, Unread, UserSchema};
use missionlint_tape::Formats;

/// Entries that no text can show: they are about bytes that are no text, about files that cannot be read, and
/// about what other files or revisions say.
const WITHOUT: [&str; 7] = [
    "not-utf8",
    "byte-order-mark",
    "packed-file-unread",
    "config-unreadable-file",
    "baseline-invalid",
    "baseline-unused",
    "setting-held-back",
];

/// Rules that miss what an example leaves out because it has nothing to do with it: a mission record, the offices of
/// posts, the seats on a platform, days of confirmation, particulars of a programme.
const OF_WHAT_IS_LEFT_OUT: [&str; 8] = [
    "active-platform-unrepresented",
    "cluster-programme-uncovered",
    "cross-cutting-incomplete",
    "mcof-sector-missing",
    "platform-status-missing",
    "rts-missing",
    "smt-com-representation-missing",
    "stale-record",
];

/// Columns that pages are wrapped at; the lines of examples are not wrapped.
const WIDTH: usize = 100;

/// Bytes in which the two documents of an example may differ, between what they begin and what they end with alike.
const DIFFERENT: usize = 72;

/// The documents of an example: what all need, the valid one, the invalid one.
fn texts(example: &Example) -> Option<[&'static str; 3]> {
    match *example {
        Example::Records {
            given,
            valid,
            invalid,
            ..
        }
        | Example::Exceptions {
            given,
            valid,
            invalid,
            ..
        } => Some([given, valid, invalid]),
        Example::Values {
            schema,
            valid,
            invalid,
        } => Some([schema, valid, invalid]),
        Example::Documents { valid, invalid }
        | Example::Schemas { valid, invalid }
        | Example::Settings { valid, invalid } => Some(["", valid, invalid]),
        Example::None => None,
    }
}

fn request(as_of: &str, select: Vec<String>) -> Request {
    Request {
        settings: Settings::default(),
        as_of: parse_day(as_of).expect("a day"),
        policy: Policy::Dated,
        select,
        ignore: Vec::new(),
        audience: Audience::Internal,
        reveal: true,
        describe: missionlint::engine::Describe::Nothing,
        configs: Vec::new(),
        held: None,
        baseline: None,
    }
}

fn inputs(documents: &[(&str, &str)]) -> Vec<Input> {
    let input = |(path, text): &(&str, &str)| Input {
        path: (*path).into(),
        content: Content::Bytes(text.as_bytes().to_vec()),
    };
    let there = documents.iter().filter(|(_, text)| !text.is_empty());
    there.map(input).collect()
}

/// The entry itself, and everything that may be wrong with the form.
fn selection(rule: &Meta) -> Vec<String> {
    let groups = [Group::Syntax, Group::Schema].map(|group| group.code().to_owned());
    [rule.id.to_owned()].into_iter().chain(groups).collect()
}

fn schema_of(text: &str) -> UserSchema {
    let read = |path: &str| match path {
        "/s.schema.json" => Ok(SchemaFile {
            shown: "s.schema.json".to_owned(),
            bytes: text.as_bytes().to_vec(),
        }),
        _ => Err(Unread::Missing),
    };
    schema::load("/s.schema.json", &read, Formats::Asserted).expect("a schema")
}

/// Ids of what is found in a report in which nothing was left unchecked.
fn found(report: &Report) -> Vec<&'static str> {
    assert!(report.faults.is_empty(), "{:?}", report.faults);
    let blocked: Vec<_> = report
        .not_checked
        .iter()
        .map(|entry| entry.rule.id)
        .collect();
    assert!(blocked.is_empty(), "not checked: {blocked:?}");
    report.findings.iter().map(|found| found.rule.id).collect()
}

/// What is found in a document of an example.
fn judged(rule: &Meta, document: &'static str) -> Vec<&'static str> {
    let run = |as_of, given| {
        let inputs = inputs(&[("given.json", given), ("document.json", document)]);
        engine::check(inputs, &request(as_of, selection(rule)))
    };
    match rule.example {
        Example::Records { as_of, given, .. } => {
            let report = run(as_of, given);
            let mut own = report.rules.iter().filter(|count| count.rule.id == rule.id);
            let applicable = own.next().map_or(0, |count| count.tally.applicable);
            assert!(
                applicable > 0,
                "{} has nothing to judge in {document}",
                rule.id
            );
            found(&report)
        }
        Example::Documents { .. } => found(&run("2025-03-31", "")),
        Example::Values { schema, .. } => {
            let schema = schema_of(schema);
            assert!(schema.findings.is_empty(), "{:?}", schema.findings);
            let contract = Contract::of_values(schema);
            let request = request("2025-03-31", Vec::new());
            let inputs = inputs(&[("document.json", document)]);
            found(&engine::check_by(inputs, &request, &contract))
        }
        Example::Schemas { .. } => {
            let findings = schema_of(document).findings;
            findings.iter().map(|finding| finding.rule.id).collect()
        }
        Example::Settings { .. } => match config::parse(document, &rules::catalogue()) {
            Ok(_) => Vec::new(),
            Err(mistakes) => mistakes.iter().map(|mistake| mistake.rule.id).collect(),
        },
        Example::Exceptions { as_of, given, .. } => {
            let mut request = request(as_of, selection(rule));
            request.settings = config::parse(document, &rules::catalogue()).expect("settings");
            request.configs = vec![Source {
                text: document.to_owned(),
                covered: true,
                ..Source::default()
            }];
            let report = engine::check(inputs(&[("given.json", given)]), &request);
            // What no exception accepts is not what the example is about.
            let mut ids = found(&report);
            ids.retain(|id| id.starts_with("allow-"));
            ids
        }
        Example::None => unreachable!("{} has no documents", rule.id),
    }
}

#[test]
fn every_entry_has_an_example() {
    let without: Vec<&str> = rules::catalogue()
        .iter()
        .filter(|rule| matches!(rule.example, Example::None))
        .map(|rule| rule.id)
        .collect();
    assert_eq!(without, WITHOUT);
    for rule in RULES {
        let records = matches!(rule.meta.example, Example::Records { .. });
        assert!(records, "{} is about records", rule.meta.id);
    }
}

#[test]
fn examples_are_what_they_say() {
    for rule in rules::catalogue() {
        let Some([_, valid, invalid]) = texts(&rule.example) else {
            continue;
        };
        let none: [&str; 0] = [];
        assert_eq!(judged(rule, valid), none, "{}: {valid}", rule.id);
        assert_eq!(judged(rule, invalid), [rule.id], "{}: {invalid}", rule.id);
    }
}

#[test]
fn valid_examples_are_what_other_rules_ask_for() {
    let mut left_out = BTreeSet::new();
    for rule in RULES {
        let Example::Records {
            as_of,
            given,
            valid,
            ..
        } = rule.meta.example
        else {
            continue;
        };
        let inputs = inputs(&[("given.json", given), ("document.json", valid)]);
        let report = engine::check(inputs, &request(as_of, Vec::new()));
        for found in &report.findings {
            let id = found.rule.id;
            assert!(
                OF_WHAT_IS_LEFT_OUT.contains(&id),
                "{id} finds something in the valid example of {}: {:?}",
                rule.meta.id,
                found.evidence
            );
            left_out.insert(id);
        }
    }
    let left_out: Vec<&str> = left_out.into_iter().collect();
    assert_eq!(left_out, OF_WHAT_IS_LEFT_OUT);
}

/// Bytes between what two texts begin and what they end with alike, in the longer one.
fn difference(one: &str, other: &str) -> usize {
    let alike = one.bytes().zip(other.bytes());
    let start = alike.take_while(|(one, other)| one == other).count();
    let (one, other) = (&one.as_bytes()[start..], &other.as_bytes()[start..]);
    let alike = one.iter().rev().zip(other.iter().rev());
    let end = alike.take_while(|(one, other)| one == other).count();
    one.len().max(other.len()) - end
}

#[test]
fn a_difference_is_measured_between_what_is_alike() {
    assert_eq!(difference("a present b", "a absent b"), "pre".len());
    assert_eq!(difference("aXc", "aYYc"), 2);
    assert_eq!(difference("aa", "a"), 1);
    assert_eq!(difference("same", "same"), 0);
}

#[test]
fn the_documents_of_an_example_differ_in_one_place() {
    for rule in rules::catalogue() {
        let Some([_, valid, invalid]) = texts(&rule.example) else {
            continue;
        };
        let different = difference(valid, invalid);
        assert!(different > 0, "{}", rule.id);
        assert!(different <= DIFFERENT, "{}: {different} bytes", rule.id);
    }
}

#[test]
fn pages_show_examples_as_they_are_written_and_what_is_found() {
    let messages = Messages::new(Language::English);
    for rule in rules::catalogue() {
        let section = example_section(rule, 2, &messages);
        let Some(texts) = texts(&rule.example) else {
            assert_eq!(section, "", "{}", rule.id);
            continue;
        };
        let mut rest = section.strip_prefix("## Example\n").expect("a heading");
        for text in texts {
            let text = text.trim_matches('\n');
            let (_, after) = rest.split_once(text).expect("the text of the example");
            rest = after;
            for line in text.lines() {
                assert!(line.chars().count() <= WIDTH, "{}: {line}", rule.id);
                assert_eq!(line.trim_end(), line, "{}", rule.id);
            }
        }
        let (_, report) = rest.split_once("\n```text\n").expect("a report");
        let found = format!("[{}]: ", rule.id);
        assert_eq!(report.matches(&found).count(), 1, "{report}");
        let blocks = texts.iter().filter(|text| !text.is_empty()).count() + 1;
        assert_eq!(section.matches("```\n").count(), blocks, "{section}");
        assert!(section.ends_with("\n```\n"), "{section}");
    }
    let deeper = example_section(RULES[0].meta, 4, &messages);
    assert!(deeper.starts_with("#### Example\n"), "{deeper}");
}
