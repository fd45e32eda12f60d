//! The properties of the fuzz targets, on seeds, on fixtures, and on every text that ever broke one.

use std::path::{Path, PathBuf};

use libtest_mimic::{Failed, Trial};
use missionlint_tape::DEPTH_LIMIT;
use serde_json::Value;

use crate::texts::{check, spoiled};
use crate::trial;

#[path = "../fuzz/properties/mod.rs"]
mod properties;

pub(crate) fn trials() -> Vec<Trial> {
    vec![
        trial("fuzzed::what_broke_once_holds", crashes),
        Trial::test("fuzzed::seeds_and_fixtures_hold", seeds),
        trial("fuzzed::spoiled_texts_hold", any_spoiled),
        trial("fuzzed::schemas_use_every_keyword", every_keyword),
    ]
}

/// Texts a fuzzer found, as small as they go.
const CRASHES: &[&str] = &[
    // A hole behind the end of its container.
    "{\"a\": {\"b\": ",
    // Comments that were named twice.
    "{\"\n//\n//",
    "{\"a\" /* b */ }",
    // A member that is left out went on behind its value, and took the next one with it.
    "{end:\"\n\"[\n\"end\":",
    // No comma before a key that belongs to the list it stands in, and one that needs a brace.
    "{\"a\": [1\"b\":, -, null< {}],",
    "{\"a\": [1 \"b\": 2}]}",
    // A list without its bracket that would begin with a value which is not there.
    "\"a\":<<<<<<<\n\"b\", \"b\", ]",
    // A colon behind an object whose last value is a text.
    "{\"a\": [{\"b\": \"c\"}: ], \"d\": 1}",
    // A key in a list, and a text that might have taken what is behind it: one name for both parsers.
    "[\"\":\"",
    "[\"an,\":^F\"\n 'u\n \"k\"",
    "{\"a\": \"\":\"",
    // The same of a bracket of another kind behind such a text.
    "[\"\"}\"",
    "{\"a\": \"\"]\"",
    // A text without its opening quote that a sign joins to nothing: its first slip was named again behind that.
    "{\"a\":trwe/a\"\n+\u{fffd}",
    // A key that is required and forbidden: the validator says that it is missing.
    "{\"required\":[\"a\"],\"properties\":{\"b\":{}},\"additionalProperties\":false}\n---\n{\"a\":1}",
];

fn crashes() {
    for text in CRASHES {
        all(text.as_bytes());
    }
    // Keys without a brace where containers are as deep as they may be.
    for (opening, closing) in [("[", "]"), ("{\"a\":", "}")] {
        for levels in DEPTH_LIMIT - 1..=DEPTH_LIMIT {
            let (before, after) = (opening.repeat(levels), closing.repeat(levels));
            all(format!("{before}\"b\": 1, \"c\": 2}}{after}").as_bytes());
        }
    }
}

fn all(data: &[u8]) {
    properties::parse::holds(data);
    properties::recovery::holds(data);
    properties::validate::holds(data);
}

fn seeds() -> Result<(), Failed> {
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut files = Vec::new();
    for folder in ["tests/fuzz/seeds", "fixtures/missions"] {
        let before = files.len();
        collect(&project.join(folder), &mut files)?;
        assert!(files.len() > before, "no files in {folder}");
    }
    for file in files {
        all(&std::fs::read(file)?);
    }
    Ok(())
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}

fn any_spoiled() {
    check(1500, &spoiled(), |text| {
        all(text.as_bytes());
        Ok(())
    });
    check(
        1500,
        &"[\\[\\]{}:,\"'\\\\ \na-b0-1u.e+/*#-]{0,16}",
        |text| {
            all(text.as_bytes());
            Ok(())
        },
    );
    // Keys, brackets and signs of other notations.
    check(
        3000,
        &"([\\[\\]{}:,\"'\n ;=>(),«»“”`\t\u{A0}，a1]|\"a\": ?|\"b\": ?|\"b\", |1, |\\{\\}, |\\},|<<<<<<<\n|\n=======\n|\n>>>>>>>|new |f\\(){0,16}",
        |text| {
            all(text.as_bytes());
            Ok(())
        },
    );
}

/// Keywords of the draft 2020-12 that judge or lead somewhere.
const KEYWORDS: &[&str] = &[
    "$ref",
    "$defs",
    "$anchor",
    "$dynamicRef",
    "$dynamicAnchor",
    "allOf",
    "anyOf",
    "oneOf",
    "not",
    "if",
    "then",
    "else",
    "dependentSchemas",
    "prefixItems",
    "items",
    "contains",
    "properties",
    "patternProperties",
    "additionalProperties",
    "propertyNames",
    "unevaluatedItems",
    "unevaluatedProperties",
    "type",
    "const",
    "enum",
    "multipleOf",
    "maximum",
    "exclusiveMaximum",
    "minimum",
    "exclusiveMinimum",
    "maxLength",
    "minLength",
    "pattern",
    "maxItems",
    "minItems",
    "uniqueItems",
    "maxContains",
    "minContains",
    "maxProperties",
    "minProperties",
    "required",
    "dependentRequired",
    "format",
];

fn every_keyword() {
    let schemas: Value = serde_json::from_str(include_str!("../fuzz/schemas.json")).expect("JSON");
    for keyword in KEYWORDS {
        assert!(has_key(&schemas, keyword), "{keyword}");
    }
}

fn has_key(value: &Value, key: &str) -> bool {
    match value {
        Value::Object(members) => {
            members.contains_key(key) || members.values().any(|member| has_key(member, key))
        }
        Value::Array(items) => items.iter().any(|item| has_key(item, key)),
        _ => false,
    }
}
