//! The patterns that nearly every value of a record meets, answered without a regular expression.

use missionlint_tape::Matches;

/// Expressions of the schemas, as written there, with functions that say the same.
pub(super) const PATTERNS: &[(&str, Matches)] = &[
    ("^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$", is_id),
    ("^[a-z][a-z0-9-]{1,31}$", is_mission),
    (
        "^(?:[a-z][a-z0-9-]{1,31}/)?[A-Za-z0-9][A-Za-z0-9._-]{0,63}$",
        is_reference,
    ),
    ("^[A-Z]{2,3}$", is_country),
];

fn is_id(text: &str) -> bool {
    let bytes = text.as_bytes();
    let inside = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-');
    bytes.len() <= 64
        && bytes.first().is_some_and(u8::is_ascii_alphanumeric)
        && bytes.iter().all(inside)
}

fn is_mission(text: &str) -> bool {
    let bytes = text.as_bytes();
    let inside = |byte: &u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || *byte == b'-';
    (2..=32).contains(&bytes.len())
        && bytes.first().is_some_and(u8::is_ascii_lowercase)
        && bytes.iter().all(inside)
}

fn is_reference(text: &str) -> bool {
    match text.split_once('/') {
        Some((mission, id)) => is_mission(mission) && is_id(id),
        None => is_id(text),
    }
}

fn is_country(text: &str) -> bool {
    (2..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use missionlint_tape::{SchemaSet, Tree, Validator, Violation};
    use serde_json::json;

    use super::PATTERNS;
    use crate::schema::SCHEMAS;

    /// Texts of up to four characters of every sort that an expression tells apart, and texts around its limits.
    fn texts() -> Vec<String> {
        let mut texts = vec![String::new()];
        let mut start = 0;
        for _ in 0..4 {
            let end = texts.len();
            for at in start..end {
                for character in ["a", "Z", "0", "-", ".", "/", "é", "\n"] {
                    texts.push(format!("{}{character}", texts[at]));
                }
            }
            start = end;
        }
        for length in [31, 32, 33, 63, 64, 65] {
            let (lower, upper) = ("a".repeat(length), "A".repeat(length));
            texts.push(format!("{lower}/x"));
            texts.push(format!("ab/{upper}"));
            texts.push(format!("{lower}-"));
            texts.extend([lower, upper]);
        }
        texts
    }

    fn faults(validator: &Validator, text: &str) -> Vec<missionlint_tape::Fault> {
        let mut tree = Tree::new(json!(text).to_string());
        let violations = validator.violations(tree.parse_document().unwrap());
        violations
            .into_iter()
            .map(|Violation { fault, .. }| fault)
            .collect()
    }

    #[test]
    fn functions_say_what_the_expressions_say() {
        for (pattern, matches) in PATTERNS {
            let schema = json!({"$id": "https://x/p", "pattern": pattern}).to_string();
            let parse = || SchemaSet::parse([("https://x/p", schema.as_str())]).unwrap();
            let slow = parse().compile("https://x/p").unwrap();
            let mut set = parse();
            set.answer_pattern(pattern, *matches);
            let quick = set.compile("https://x/p").unwrap();
            for text in texts() {
                assert_eq!(
                    faults(&slow, &text),
                    faults(&quick, &text),
                    "{pattern} {text:?}"
                );
            }
        }
    }

    #[test]
    fn every_expression_occurs_in_the_schemas() {
        for (pattern, _) in PATTERNS {
            let written = format!("\"pattern\": {}", json!(pattern));
            assert!(
                SCHEMAS.iter().any(|(_, text)| text.contains(&written)),
                "{pattern}"
            );
        }
    }
}
