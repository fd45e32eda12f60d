//! The official JSON Schema tests of draft 2020-12: the tape gives the expected verdict, and so does
//! `serde_json::Value` with the same options. Exceptions are listed with their reasons.

use std::path::Path;

use jsonschema::{PatternOptions, Registry};
use libtest_mimic::{Failed, Trial};
use missionlint_tape::{Node, SchemaSet, Tree, Validator};
use serde_json::{Value, json};

use crate::{suites, verdict};

const FOLDER: &str = "json-schema-test-suite";
const DRAFT: &str = "https://json-schema.org/draft/2020-12/schema";
const HERE: &str = "https://suite.invalid/schema.json";

pub(crate) fn trials() -> Vec<Trial> {
    vec![
        suites::trial("schema_test_suite::required_keywords", FOLDER, |folder| {
            run(folder, required)
        }),
        suites::trial("schema_test_suite::formats", FOLDER, |folder| {
            run(folder, format)
        }),
        suites::trial(
            "schema_test_suite::other_optional_behaviour",
            FOLDER,
            |folder| run(folder, optional),
        ),
    ]
}

fn required(file: &str) -> bool {
    !file.starts_with("optional/")
}

fn format(file: &str) -> bool {
    file.starts_with("optional/format/")
}

fn optional(file: &str) -> bool {
    !required(file) && !format(file)
}

/// What happens instead of the expected verdict.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Instead {
    /// The schema is refused.
    Refused,
    /// Tape and `Value` both give the other verdict.
    Both,
    /// Only `Value` gives the other verdict.
    Value,
}

/// A file, part of the description of its group and of its test ("" is part of all), what happens, and why.
type Exception = (
    &'static str,
    &'static str,
    &'static str,
    Instead,
    &'static str,
);

const EXCEPTIONS: &[Exception] = &[
    (
        "format.json",
        "",
        "is only an annotation by default",
        Instead::Both,
        "formats are asserted, by decision",
    ),
    (
        "optional/format/unknown.json",
        "unknown format",
        "",
        Instead::Refused,
        "a misspelt format would check nothing, so a schema that names an unknown one is refused, by decision",
    ),
    (
        "optional/cross-draft.json",
        "refs to historic drafts",
        "",
        Instead::Refused,
        "refers to a schema of draft 2019-09 that the copied part of the suite does not hold; nothing is fetched",
    ),
];

/// The schemas of the suite that others refer to, by the addresses it promises.
struct Remotes(Vec<(String, String)>);

impl Remotes {
    fn read(folder: &Path) -> Result<Self, Failed> {
        let mut remotes = Vec::new();
        for (name, path) in suites::json_files(&folder.join("remotes"))? {
            remotes.push((
                format!("http://localhost:1234/{name}"),
                std::fs::read_to_string(path)?,
            ));
        }
        Ok(Self(remotes))
    }

    /// Compiles a schema for the tape and for `Value`.
    fn compile(&self, schema: &str) -> Result<(Validator, jsonschema::Validator), String> {
        let remotes = self
            .0
            .iter()
            .map(|(uri, text)| (uri.as_str(), text.as_str()));
        let parsed = serde_json::from_str(schema).map_err(|error| error.to_string())?;
        let uri = own_address(&parsed);
        let set = SchemaSet::parse(remotes.chain([(uri.as_str(), schema)]))
            .map_err(|error| error.to_string())?;
        let tape = set.compile(&uri).map_err(|error| error.to_string())?;
        Ok((tape, self.compile_for_value(&uri, parsed)?))
    }

    fn compile_for_value(&self, uri: &str, schema: Value) -> Result<jsonschema::Validator, String> {
        let parse =
            |text: &str| serde_json::from_str::<Value>(text).map_err(|error| error.to_string());
        let mut parsed = vec![(uri, schema)];
        for (uri, text) in &self.0 {
            parsed.push((uri, parse(text)?));
        }
        let mut registry = Registry::new();
        for (uri, schema) in &parsed {
            registry = registry
                .add(*uri, schema)
                .map_err(|error| error.to_string())?;
        }
        let registry = registry.prepare().map_err(|error| error.to_string())?;
        jsonschema::options()
            .offline()
            .with_registry(&registry)
            .should_validate_formats(true)
            .should_ignore_unknown_formats(false)
            .with_pattern_options(PatternOptions::regex())
            .build(&json!({"$schema": DRAFT, "$ref": uri}))
            .map_err(|error| error.to_string())
    }
}

/// The address a schema gives itself, else [`HERE`].
fn own_address(schema: &Value) -> String {
    let own = schema
        .get("$id")
        .and_then(Value::as_str)
        .filter(|id| id.contains(':'));
    own.unwrap_or(HERE).trim_end_matches('#').to_owned()
}

/// One test of the suite and what became of it.
struct Outcome {
    file: String,
    group: String,
    test: String,
    instead: Option<(Instead, String)>,
}

fn run(folder: &Path, chosen: fn(&str) -> bool) -> Result<(), Failed> {
    let remotes = Remotes::read(folder)?;
    let mut outcomes = Vec::new();
    for (file, path) in suites::json_files(&folder.join("tests/draft2020-12"))? {
        if chosen(&file) {
            let mut tree = Tree::new(std::fs::read_to_string(path)?);
            let groups = tree
                .parse_document()
                .map_err(|error| format!("{file}: {error:?}"))?;
            for group in groups.elements() {
                outcomes.extend(judge(&remotes, &file, group));
            }
        }
    }
    if outcomes.is_empty() {
        return Err("no tests found".into());
    }
    verdict(&complaints(&outcomes, chosen))
}

fn judge(remotes: &Remotes, file: &str, group: Node<'_>) -> Vec<Outcome> {
    let text = |node: Node<'_>, key: &str| {
        node.get(key)
            .and_then(Node::as_str)
            .unwrap_or_default()
            .to_owned()
    };
    let schema = group.get("schema").map_or("", Node::lexeme);
    let compiled = remotes.compile(schema);
    let tests = group.get("tests").into_iter().flat_map(Node::elements);
    tests
        .map(|test| Outcome {
            file: file.to_owned(),
            group: text(group, "description"),
            test: text(test, "description"),
            instead: match &compiled {
                Err(reason) => Some((Instead::Refused, reason.clone())),
                Ok((tape, value)) => {
                    differs(tape, value, test).map(|instead| (instead, String::new()))
                }
            },
        })
        .collect()
}

fn differs(tape: &Validator, value: &jsonschema::Validator, test: Node<'_>) -> Option<Instead> {
    let data = test.get("data")?;
    let expected = test.get("valid").and_then(Node::as_bool)?;
    let by_tape = tape.is_valid(data) == expected && tape.violations(data).is_empty() == expected;
    let by_value =
        serde_json::from_str(data.lexeme()).is_ok_and(|data| value.is_valid(&data) == expected);
    match (by_tape, by_value) {
        (true, true) => None,
        (true, false) => Some(Instead::Value),
        (false, _) => Some(Instead::Both),
    }
}

/// Outcomes that are not listed, and listed exceptions that do not come.
fn complaints(outcomes: &[Outcome], chosen: fn(&str) -> bool) -> Vec<String> {
    let fits = |exception: &Exception, outcome: &Outcome| {
        let (file, group, test, instead, _) = *exception;
        let same_place =
            outcome.file == file && outcome.group.contains(group) && outcome.test.contains(test);
        same_place
            && outcome
                .instead
                .as_ref()
                .is_some_and(|(found, _)| *found == instead)
    };
    let mut complaints = Vec::new();
    for outcome in outcomes {
        let Some((instead, reason)) = &outcome.instead else {
            continue;
        };
        if !EXCEPTIONS.iter().any(|exception| fits(exception, outcome)) {
            let Outcome {
                file, group, test, ..
            } = outcome;
            complaints.push(format!("{file}: {group}: {test}: {instead:?} {reason}"));
        }
    }
    for exception in EXCEPTIONS.iter().filter(|exception| chosen(exception.0)) {
        if !outcomes.iter().any(|outcome| fits(exception, outcome)) {
            complaints.push(format!("no longer an exception: {exception:?}"));
        }
    }
    complaints
}
