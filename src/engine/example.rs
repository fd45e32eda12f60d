//! What is found in the examples of the catalogue, which run like anything else.

use missionlint_tape::Formats;

use super::{Content, Describe, Input, Request, check, check_by, config_findings, schema_findings};
use crate::calendar::{Day, parse_day};
use crate::catalogue::{Example, Group, Meta};
use crate::config::{self, Settings, Source};
use crate::reference::Policy;
use crate::report::{Audience, Found};
use crate::rules;
use crate::schema::{Contract, SchemaFile, Unread, UserSchema, load};

/// A day for examples that have none because it does not matter.
const ANY_DAY: &str = "2025-03-31";

/// What an entry finds in its example. It is wrong if there is nothing, which a test shows.
pub fn example_findings(rule: &'static Meta) -> Vec<Found> {
    match rule.example {
        Example::Records {
            as_of,
            given,
            invalid,
            ..
        } => records(
            rule,
            as_of,
            &[("given.json", given), ("finding.json", invalid)],
        ),
        Example::Documents { invalid, .. } => records(rule, ANY_DAY, &[("finding.json", invalid)]),
        Example::Values {
            schema, invalid, ..
        } => values(rule, schema, invalid),
        Example::Schemas { invalid, .. } => schema(invalid)
            .map(|schema| schema_findings(&schema, &Settings::default()))
            .unwrap_or_default(),
        Example::Settings { invalid, .. } => {
            let mistakes = config::parse(invalid.trim_start(), &rules::catalogue()).err();
            config_findings(
                "missionlint.toml",
                invalid.trim_start(),
                mistakes.unwrap_or_default(),
            )
        }
        Example::Exceptions {
            as_of,
            given,
            invalid,
            ..
        } => exceptions(rule, as_of, given, invalid.trim_start()).unwrap_or_default(),
        Example::None => Vec::new(),
    }
}

fn records(rule: &Meta, as_of: &str, documents: &[(&str, &str)]) -> Vec<Found> {
    let request = request(rule, as_of);
    request
        .map(|request| check(inputs(documents), &request).findings)
        .unwrap_or_default()
}

/// What is found about the exceptions themselves, by a run that covers everything.
fn exceptions(rule: &Meta, as_of: &str, given: &str, text: &str) -> Option<Vec<Found>> {
    let mut request = request(rule, as_of)?;
    request.settings = config::parse(text, &rules::catalogue()).ok()?;
    request.select.push(Group::Schema.code().to_owned());
    request.configs.push(Source {
        path: "missionlint.toml".to_owned(),
        text: text.to_owned(),
        covered: true,
        ..Source::default()
    });
    let mut findings = check(inputs(&[("given.json", given)]), &request).findings;
    findings.retain(|found| found.rule.id == rule.id);
    Some(findings)
}

fn values(rule: &Meta, schema_text: &str, document: &str) -> Vec<Found> {
    let (Some(request), Ok(schema)) = (request(rule, ANY_DAY), schema(schema_text)) else {
        return Vec::new();
    };
    let inputs = inputs(&[("finding.json", document)]);
    check_by(inputs, &request, &Contract::of_values(schema)).findings
}

/// A schema in a file of its own.
fn schema(text: &str) -> Result<UserSchema, Unread> {
    let read = |path: &str| match path {
        "/finding.schema.json" => Ok(SchemaFile {
            shown: "finding.schema.json".to_owned(),
            bytes: text.trim_start().as_bytes().to_vec(),
        }),
        _ => Err(Unread::Missing),
    };
    load("/finding.schema.json", &read, Formats::Asserted)
}

/// Documents as files, without the line that texts in the code begin with.
fn inputs(documents: &[(&str, &str)]) -> Vec<Input> {
    let there = documents.iter().filter(|(_, text)| !text.is_empty());
    there
        .map(|(path, text)| Input {
            path: (*path).into(),
            content: Content::Bytes(text.trim_start().as_bytes().to_vec()),
        })
        .collect()
}

fn request(rule: &Meta, as_of: &str) -> Option<Request> {
    let as_of: Day = parse_day(as_of)?;
    Some(Request {
        settings: Settings::default(),
        as_of,
        policy: Policy::Dated,
        select: vec![rule.id.to_owned()],
        ignore: Vec::new(),
        audience: Audience::Internal,
        reveal: true,
        describe: Describe::Nothing,
        configs: Vec::new(),
        held: None,
        baseline: None,
    })
}
