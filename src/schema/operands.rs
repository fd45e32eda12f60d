//! What is wrong with values of keywords that a meta-schema says little about: patterns, formats, types, numbers.

use missionlint_tape::{Node, PatternFault, ValueKind, is_known_format, pattern_fault};

use super::drafts::Draft;
use super::lint::{Linter, word};
use crate::catalogue::builtin;
use crate::finding::{Fact, Finding, Safety, Spot};
use crate::nearest::nearest;

const TYPES: [&str; 7] = [
    "array", "boolean", "integer", "null", "number", "object", "string",
];

impl<'t> Linter<'t> {
    pub(super) fn pattern(&mut self, node: Node<'t>) {
        let Some(pattern) = node.as_str() else { return };
        let spot = if node.is_key() {
            Spot::Key(node.index())
        } else {
            Spot::Value(node.index())
        };
        let finding = match pattern_fault(pattern) {
            None => return,
            Some(PatternFault::Invalid) => Finding::new(&builtin::SCHEMA_INVALID, self.place(spot))
                .with("problem", word("pattern")),
            Some(PatternFault::Unsupported) => {
                let (construct, written) = unsupported(pattern);
                Finding::new(&builtin::SCHEMA_UNSUPPORTED_PATTERN, self.place(spot))
                    .with("construct", word(construct))
                    .with_some("written", written.map(|text| Fact::Text(text.to_owned())))
            }
        };
        self.report(finding.with("found", Fact::Text(pattern.to_owned())));
    }

    pub(super) fn format(&mut self, value: Node<'t>, draft: Draft) {
        let Some(name) = value.as_str() else { return };
        if !self.formats || is_known_format(draft.uri(), name) {
            return;
        }
        let primary = self.place(Spot::Value(value.index()));
        let known = FORMATS
            .iter()
            .copied()
            .filter(|name| is_known_format(draft.uri(), name));
        let mut finding = Finding::new(&builtin::SCHEMA_UNKNOWN_FORMAT, primary)
            .with("found", Fact::Text(name.to_owned()))
            .with("draft", word(draft.name()));
        if let Some(close) = nearest(name, known) {
            finding = finding
                .with("nearest", word(close))
                .fixed_by(Safety::Suggested, vec![(primary, format!("\"{close}\""))]);
        }
        self.report(finding);
    }

    /// Names of types, which the meta-schema would only call "none of the branches".
    pub(super) fn types(&mut self, value: Node<'t>) {
        let list = value.kind() == ValueKind::Array;
        let names: Vec<Node<'t>> = if list {
            value.elements().collect()
        } else {
            vec![value]
        };
        for node in names {
            if let Some(name) = node.as_str()
                && !TYPES.contains(&name)
            {
                let finding = self
                    .invalid(node, "value-not-allowed")
                    .with("found", Fact::Text(name.to_owned()))
                    .with("field", word("type"))
                    .with(
                        "options",
                        Fact::Vocabulary(TYPES.map(str::to_owned).to_vec()),
                    )
                    .with_some("nearest", nearest_type(name).map(word));
                self.report(finding);
            }
        }
    }

    /// Numbers that no validator can compare with.
    pub(super) fn numbers(&mut self, node: Node<'t>) {
        if node.kind() == ValueKind::Number {
            let finite = node.lexeme().parse().is_ok_and(f64::is_finite);
            if !finite {
                let found = node.lexeme().to_owned();
                let finding = self.invalid(node, "number");
                self.report(finding.with("found", Fact::Text(found)));
            }
        }
        node.elements().for_each(|element| self.numbers(element));
        node.members().for_each(|(_, value)| self.numbers(value));
    }
}

/// Words that other languages use for a type, and slips.
fn nearest_type(name: &str) -> Option<&'static str> {
    match name.to_lowercase().as_str() {
        "int" | "int32" | "int64" | "long" => Some("integer"),
        "float" | "double" | "decimal" => Some("number"),
        "bool" => Some("boolean"),
        "str" | "text" | "date" | "datetime" | "date-time" => Some("string"),
        "list" => Some("array"),
        "dict" | "map" => Some("object"),
        "none" | "nil" => Some("null"),
        other => nearest(other, TYPES),
    }
}

/// Formats of all drafts.
const FORMATS: &[&str] = &[
    "date",
    "date-time",
    "duration",
    "email",
    "hostname",
    "idn-email",
    "idn-hostname",
    "ipv4",
    "ipv6",
    "iri",
    "iri-reference",
    "json-pointer",
    "regex",
    "relative-json-pointer",
    "time",
    "uri",
    "uri-reference",
    "uri-template",
    "uuid",
];

/// What of a pattern the linear-time engine does not have, as a code and as written.
fn unsupported(pattern: &str) -> (&'static str, Option<&str>) {
    let mut in_class = false;
    let mut characters = pattern.char_indices();
    while let Some((at, character)) = characters.next() {
        let rest = &pattern[at..];
        match character {
            '\\' => {
                if !in_class
                    && rest[1..].starts_with(|next: char| next.is_ascii_digit() && next != '0')
                {
                    return ("back-reference", rest.get(..2));
                }
                if !in_class && rest.starts_with("\\k<") {
                    let end = rest.find('>').map_or(rest.len(), |end| end + 1);
                    return ("back-reference", rest.get(..end));
                }
                characters.next();
            }
            '[' => in_class = true,
            ']' => in_class = false,
            '(' if !in_class => {
                for look in ["(?=", "(?!", "(?<=", "(?<!"] {
                    if rest.starts_with(look) {
                        return ("look-around", Some(look));
                    }
                }
            }
            _ => {}
        }
    }
    ("too-large", None)
}

#[cfg(test)]
mod tests {
    use super::unsupported;

    #[test]
    fn what_the_engine_lacks_is_found_outside_of_classes_and_escapes() {
        assert_eq!(unsupported("^(?!a)b"), ("look-around", Some("(?!")));
        assert_eq!(unsupported(r"\((?<=x)"), ("look-around", Some("(?<=")));
        assert_eq!(unsupported(r"(a)\1"), ("back-reference", Some(r"\1")));
        assert_eq!(
            unsupported(r"(?<n>a)\k<n>"),
            ("back-reference", Some(r"\k<n>"))
        );
        assert_eq!(unsupported(r"[(?=]\(?="), ("too-large", None));
    }
}
