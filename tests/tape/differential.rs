//! Generated schemas with instances that nearly satisfy them: the tape agrees with two validators that read
//! `serde_json::Value`. One is the tape's own validator on its own representation: errors are compared one by one. The
//! other shares no code with it: verdicts are compared.
//!
//! `MISSIONLINT_CASES` is the number of schemas, `MISSIONLINT_SEED` a number that chooses others.

use jsonschema::PatternOptions;
use libtest_mimic::Trial;
use missionlint_tape::{SchemaSet, Tree, Validator};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::{Number, Value, json};

use crate::schemas::{instance, schema};
use crate::trial;
use crate::violations::{leaves, leaves_of};

const URI: &str = "https://example.org/s.json";

/// Instances made for each schema.
const INSTANCES: u64 = 12;

pub(crate) fn trials() -> Vec<Trial> {
    vec![
        trial("differential::generated_pairs_agree", generated),
        trial("differential::both_verdicts_occur", both_verdicts),
        trial(
            "differential::references_disagree_where_they_are_said_to",
            exceptions,
        ),
    ]
}

fn number_from(variable: &str, otherwise: u64) -> u64 {
    match std::env::var(variable) {
        Ok(text) => text.parse().expect("a whole number"),
        Err(_) => otherwise,
    }
}

fn runner(cases: u64) -> TestRunner {
    let mut seed = [0; 32];
    seed[..8].copy_from_slice(&number_from("MISSIONLINT_SEED", 0).to_le_bytes());
    let config = Config {
        cases: u32::try_from(cases).expect("fewer cases"),
        failure_persistence: None,
        ..Config::default()
    };
    TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &seed))
}

fn generated() {
    let pairs = (schema(), any::<u64>());
    runner(number_from("MISSIONLINT_CASES", 600))
        .run(&pairs, |(schema, seed)| {
            let validators = Validators::compile(&schema);
            for number in 0..INSTANCES {
                validators.agree(&instance(&schema, seed.wrapping_add(number)))?;
            }
            Ok(())
        })
        .expect("the validators agree");
}

/// The instances come near the schemas: neither verdict is rare.
fn both_verdicts() {
    let verdicts = std::cell::Cell::new([0_u32; 2]);
    runner(60)
        .run(&(schema(), any::<u64>()), |(schema, seed)| {
            let validator = value_validator(&schema);
            for number in 0..INSTANCES {
                let valid = validator.is_valid(&instance(&schema, seed.wrapping_add(number)));
                let mut counts = verdicts.get();
                counts[usize::from(valid)] += 1;
                verdicts.set(counts);
            }
            Ok(())
        })
        .expect("no property");
    let [invalid, valid] = verdicts.get();
    let least = (invalid + valid) / 5;
    assert!(
        invalid >= least && valid >= least,
        "{invalid} invalid, {valid} valid"
    );
}

/// One schema compiled three times.
struct Validators {
    schema: Value,
    tape: Validator,
    value: jsonschema::Validator,
    other: (boon::Schemas, boon::SchemaIndex),
}

impl Validators {
    fn compile(schema: &Value) -> Self {
        let text = schema.to_string();
        Self {
            schema: schema.clone(),
            tape: SchemaSet::parse([(URI, text.as_str())])
                .and_then(|set| set.compile(URI))
                .expect("a schema"),
            value: value_validator(schema),
            other: other_validator(schema),
        }
    }

    fn agree(&self, instance: &Value) -> Result<(), TestCaseError> {
        let mut tree = Tree::new(instance.to_string());
        let root = tree.parse_document().expect("JSON");
        let valid = self.tape.is_valid(root);
        if exception(&self.schema, instance).is_none() {
            let (schemas, index) = &self.other;
            let other = schemas.validate(instance, *index);
            prop_assert_eq!(valid, other.is_ok(), "{} {:?}", instance, other.err());
        }
        prop_assert_eq!(valid, self.value.is_valid(instance), "{}", instance);
        let found = leaves(&self.tape.violations(root), root);
        let expected = leaves_of(self.value.iter_errors(instance));
        prop_assert_eq!(found, expected, "{}", instance);
        Ok(())
    }
}

fn value_validator(schema: &Value) -> jsonschema::Validator {
    jsonschema::options()
        .offline()
        .should_validate_formats(true)
        .should_ignore_unknown_formats(false)
        .with_pattern_options(PatternOptions::regex())
        .build(schema)
        .expect("a schema")
}

fn other_validator(schema: &Value) -> (boon::Schemas, boon::SchemaIndex) {
    let mut schemas = boon::Schemas::new();
    let mut compiler = boon::Compiler::new();
    compiler.set_default_draft(boon::Draft::V2020_12);
    compiler.enable_format_assertions();
    compiler
        .add_resource(URI, schema.clone())
        .expect("a resource");
    let index = compiler.compile(URI, &mut schemas).expect("a schema");
    (schemas, index)
}

/// Where the validator on `Value` and the one that shares no code with it are known to disagree, and why.
///
/// Each has an example in [`exceptions`], so that one that is settled comes to light.
fn exception(schema: &Value, instance: &Value) -> Option<&'static str> {
    let (mut steps, mut limits, mut numbers) = (Vec::new(), Vec::new(), Vec::new());
    collect(schema, &mut |key, number| match key {
        "multipleOf" => steps.push(number.clone()),
        _ => limits.push(number.clone()),
    });
    collect(instance, &mut |_, number| numbers.push(number.clone()));
    let any = |others: &[Number], differs: fn(&Number, &Number) -> bool| {
        numbers
            .iter()
            .any(|number| others.iter().any(|other| differs(number, other)))
    };
    if any(&steps, rounds) {
        Some("boon divides in f64 for multipleOf, which is not exact")
    } else if any(&steps, is_read_rounded) {
        Some("jsonschema reads integers as f64 where multipleOf is no integer")
    } else if any(&limits, seem_equal) || any(&numbers, seem_equal) {
        Some("boon compares an integer as f64 with a number that is no integer")
    } else {
        None
    }
}

/// Whether two numbers are the same in `f64` only.
fn seem_equal(number: &Number, other: &Number) -> bool {
    number.as_f64() == other.as_f64() && tenths(number) != tenths(other)
}

/// Whether an integer that `f64` does not hold meets a step that is no integer.
fn is_read_rounded(number: &Number, step: &Number) -> bool {
    let read = number.as_f64().expect("finite");
    step.is_f64() && !number.is_f64() && format!("{read:.0}") != number.to_string()
}

/// Every number in a value, with the key in front of it or of the arrays around it.
fn collect(value: &Value, found: &mut impl FnMut(&str, &Number)) {
    fn walk(key: &str, value: &Value, found: &mut impl FnMut(&str, &Number)) {
        match value {
            Value::Number(number) => found(key, number),
            Value::Array(items) => items.iter().for_each(|item| walk(key, item, found)),
            Value::Object(members) => {
                for (key, member) in members {
                    walk(key, member, found);
                }
            }
            _ => {}
        }
    }
    walk("", value, found);
}

/// Whether a quotient in `f64` is whole and the exact one is not, or the other way round.
fn rounds(number: &Number, step: &Number) -> bool {
    let (tenths, step_tenths) = (tenths(number), tenths(step));
    let quotient = number.as_f64().expect("finite") / step.as_f64().expect("finite");
    let whole = quotient.fract() == 0.0;
    whole != (tenths % step_tenths == 0)
}

/// Ten times a number of at most one decimal place, as all generated ones are.
fn tenths(number: &Number) -> i128 {
    let text = number.to_string();
    let (whole, tenth) = text.split_once('.').unwrap_or((&text, "0"));
    format!("{whole}{tenth}")
        .parse()
        .expect("one decimal place at most")
}

fn exceptions() {
    for (schema, instance) in [
        (json!({"multipleOf": 0.1}), json!(0.3)),
        (json!({"multipleOf": 2}), json!(9_007_199_254_740_993_u64)),
        // Three times 12297829382473034410, halved.
        (json!({"multipleOf": 1.5}), json!(u64::MAX)),
        (
            json!({"const": 9_007_199_254_740_993_u64}),
            json!(9_007_199_254_740_992.0),
        ),
    ] {
        assert!(exception(&schema, &instance).is_some());
        let (schemas, index) = other_validator(&schema);
        assert_ne!(
            value_validator(&schema).is_valid(&instance),
            schemas.validate(&instance, index).is_ok(),
            "{schema} {instance}"
        );
    }
    assert_eq!(exception(&json!({"multipleOf": 0.5}), &json!(1.5)), None);
}
