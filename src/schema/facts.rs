//! What a single violation says, as a finding.

use std::collections::HashSet;

use missionlint_tape::{Bound, Choice, Fault, Node, Tree, ValueKind, Violation};

use super::branch::name_of;
use super::moments::slip_of;
use super::words::Words;
use crate::catalogue::{Meta, builtin};
use crate::document::type_name;
use crate::finding::{DocumentId, Fact, Finding, Place, Safety, Spot};
use crate::nearest::nearest;

pub(super) fn at(spot: Spot) -> Place {
    Place {
        document: DocumentId(0),
        spot,
    }
}

fn word(word: &str) -> Fact {
    Fact::Vocabulary(vec![word.to_owned()])
}

fn words(list: &[String]) -> Fact {
    Fact::Vocabulary(list.to_vec())
}

/// Writes findings about the values of a tree.
pub(super) struct Teller<'t> {
    pub(super) tree: &'t Tree,
    pub(super) words: Words<'t>,
}

impl Teller<'_> {
    /// A violation by itself.
    pub(super) fn leaf(&self, violation: &Violation) -> Finding {
        self.finding(violation, &violation.fault)
    }

    /// A violation with its fault seen in another light.
    pub(super) fn finding(&self, violation: &Violation, fault: &Fault) -> Finding {
        let node = self.tree.node(violation.node);
        match fault {
            Fault::MissingProperty { .. }
            | Fault::UnknownProperty { .. }
            | Fault::ForbiddenProperties { .. }
            | Fault::UnknownItem { .. }
            | Fault::ExtraItems { .. }
            | Fault::Contains { .. }
            | Fault::Items { .. }
            | Fault::Members { .. }
            | Fault::RepeatedItem { .. } => self.about_entries(violation, fault, node),
            _ => self.about_value(violation, fault, node),
        }
    }

    /// What is wrong with a value itself.
    fn about_value(&self, violation: &Violation, fault: &Fault, node: Node<'_>) -> Finding {
        let about = |rule| self.about(rule, violation, node);
        let found = || self.written(node);
        match fault {
            Fault::Type { expected, found } => {
                let finding = about(&builtin::WRONG_TYPE)
                    .with(
                        "expected",
                        distinct(expected.iter().map(|name| (*name).to_owned())),
                    )
                    .with("found", word(type_name(*found)));
                unquoted(finding, expected, node)
            }
            Fault::Enum { options } => self.not_allowed(about, node, options),
            Fault::Const { expected } => {
                self.not_allowed(about, node, std::slice::from_ref(expected))
            }
            Fault::Excluded { options } => about(&builtin::VALUE_NOT_ALLOWED)
                .with("found", found())
                .with("excluded", words(options)),
            Fault::Format { format } => self.not_the_form(about, node, format),
            Fault::Content { expected } => about(&builtin::INVALID_FORMAT)
                .with("found", found())
                .with("format", word(expected)),
            Fault::Pattern { pattern } => about(&builtin::PATTERN_MISMATCH)
                .with("found", found())
                .with("pattern", word(pattern)),
            Fault::Number { bound, limit } => about(&builtin::NUMBER_OUT_OF_RANGE)
                .with("found", found())
                .with("bound", word(bound_code(*bound)))
                .with("limit", word(limit)),
            Fault::NotMultiple { of } => about(&builtin::NOT_A_MULTIPLE)
                .with("found", found())
                .with("of", word(of)),
            Fault::Length { bound, limit } => about(&builtin::TEXT_LENGTH)
                .with("bound", word(bound_code(*bound)))
                .with("limit", word(&limit.to_string())),
            Fault::Forbidden => {
                if self.tree.key_of(violation.node).is_none() {
                    return about(&builtin::NOT_ALLOWED_HERE).with("what", word("entry"));
                }
                let mut finding = about(&builtin::NOT_ALLOWED_HERE);
                finding.primary = finding.primary.key();
                finding
            }
            Fault::NoBranch { choice } => about(&builtin::NO_FORM_FITS)
                .with("forms", forms(choice))
                .with_some("expected", only_types(choice)),
            Fault::SeveralBranches { choice } => {
                about(&builtin::SEVERAL_FORMS_FIT).with("forms", fitting_forms(choice))
            }
            other => {
                about(&builtin::SCHEMA_MISMATCH).with("keyword", word(keyword_of(other, violation)))
            }
        }
    }

    /// What is wrong with the members or elements of a value.
    fn about_entries(&self, violation: &Violation, fault: &Fault, node: Node<'_>) -> Finding {
        let about = |rule| self.about(rule, violation, node);
        let of_items = |spot| {
            let mut finding = about(&builtin::NOT_ALLOWED_HERE).with("what", word("entry"));
            finding.primary = at(spot);
            finding
        };
        let count = |bound: Bound, limit: u64| {
            about(&builtin::ITEM_COUNT)
                .with("bound", word(bound_code(bound)))
                .with("limit", word(&limit.to_string()))
        };
        match fault {
            Fault::MissingProperty { name, needed_by } => {
                let place = at(Spot::Value(violation.node)).key();
                let finding = Finding::new(&builtin::MISSING_PROPERTY, place)
                    .with("property", word(name))
                    .with_some("label", label(violation, name));
                match needed_by {
                    Some(key) => finding.and("needed_by", at(Spot::Key(*key))),
                    None => finding,
                }
            }
            Fault::UnknownProperty { key, name, known } => {
                let place = at(Spot::Key(*key));
                let finding = Finding::new(&builtin::UNKNOWN_KEY, place)
                    .with("key", Fact::Text(name.clone()));
                let free = known
                    .iter()
                    .map(String::as_str)
                    .filter(|known| !self.words.has_key(violation.node, known));
                match nearest(name, free) {
                    Some(close) => finding
                        // As telling as the key itself.
                        .with("nearest", Fact::Code(close.to_owned()))
                        .fixed_by(Safety::Suggested, vec![(place, quoted(close))]),
                    None => finding,
                }
            }
            Fault::ForbiddenProperties { keys, names } => {
                let (first, others) = keys.split_first().unwrap_or((&violation.node, &[]));
                Finding::new(&builtin::NOT_ALLOWED_HERE, at(Spot::Key(*first)))
                    .with("field", words(&names[..1.min(names.len())]))
                    .and_all("together", others.iter().map(|key| at(Spot::Key(*key))))
            }
            Fault::UnknownItem { item } => of_items(Spot::Value(*item)),
            Fault::ExtraItems { limit, first } => {
                let mut finding = count(Bound::Most, *limit);
                finding.primary = at(Spot::Value(*first));
                finding
            }
            Fault::Contains { bound, limit, what } => {
                count(*bound, *limit).with("what", word(what.as_deref().unwrap_or("contains")))
            }
            Fault::Items { bound, limit } | Fault::Members { bound, limit } => {
                count(*bound, *limit)
            }
            Fault::RepeatedItem { first, again } => {
                let mut finding = about(&builtin::REPEATED_ITEM);
                finding.primary = at(Spot::Value(*again));
                finding.and("first", at(Spot::Value(*first)))
            }
            other => {
                about(&builtin::SCHEMA_MISMATCH).with("keyword", word(keyword_of(other, violation)))
            }
        }
    }

    /// A finding about a value, or about a key, with the field it belongs to.
    fn about(&self, rule: &'static Meta, violation: &Violation, node: Node<'_>) -> Finding {
        let spot = if node.is_key() {
            Spot::Key(violation.node)
        } else {
            Spot::Value(violation.node)
        };
        let field = self.words.field(node);
        let label = label(violation, &field);
        let named = (!field.is_empty()).then(|| self.words.named(field));
        Finding::new(rule, at(spot))
            .with_some("field", named)
            .with_some("label", label)
    }

    /// A value as written; of a list or an object, that it is one.
    fn written(&self, node: Node<'_>) -> Fact {
        let written = match node.kind() {
            ValueKind::Array => "[…]",
            ValueKind::Object => "{…}",
            _ => node.as_str().unwrap_or(node.lexeme()),
        };
        if self.words.names_person(node) {
            Fact::Person(written.to_owned())
        } else {
            Fact::Text(written.to_owned())
        }
    }

    fn not_allowed(
        &self,
        about: impl Fn(&'static Meta) -> Finding,
        node: Node<'_>,
        options: &[String],
    ) -> Finding {
        let finding = about(&builtin::VALUE_NOT_ALLOWED)
            .with("found", self.written(node))
            .with("options", words(options))
            .with_some("none", options.is_empty().then(|| word("yes")));
        let place = finding.primary;
        let Some(text) = node.as_str() else {
            return finding;
        };
        if options.iter().any(|option| option == text) {
            // The option is no text, then.
            return match quoted_scalar(text) {
                Some((written, _)) => finding
                    .with("written", word(written))
                    .fixed_by(Safety::Suggested, vec![(place, text.to_owned())]),
                None => finding,
            };
        }
        // What reads as a number may be one, which a text cannot be corrected to.
        let texts = options
            .iter()
            .map(String::as_str)
            .filter(|option| serde_json::from_str::<serde_json::Value>(option).is_err());
        match nearest(text, texts) {
            // As telling as the value itself.
            Some(close) => finding
                .with("nearest", Fact::Code(close.to_owned()))
                .fixed_by(Safety::Suggested, vec![(place, quoted(close))]),
            None => finding,
        }
    }

    fn not_the_form(
        &self,
        about: impl Fn(&'static Meta) -> Finding,
        node: Node<'_>,
        format: &str,
    ) -> Finding {
        let finding = about(&builtin::INVALID_FORMAT)
            .with("found", self.written(node))
            .with("format", word(format));
        let Some(slip) = node.as_str().and_then(|text| slip_of(format, text)) else {
            return finding;
        };
        let text = |value: String| Fact::Text(value);
        let finding = finding
            .with("slip", word(slip.code))
            .with_some("part", slip.part.map(word))
            .with_some("value", slip.value.map(text))
            // As text: a year has no thousands separator.
            .with_some("year", slip.day.map(|(year, _, _)| text(year.to_string())))
            .with_some(
                "month",
                slip.day.map(|(_, month, _)| Fact::Number(month.into())),
            )
            .with_some("day", slip.day.map(|(_, _, day)| Fact::Number(day.into())));
        match slip.meant {
            Some(meant) => {
                let place = finding.primary;
                let edit = quoted(&meant);
                finding
                    .with("meant", text(meant))
                    .fixed_by(Safety::Suggested, vec![(place, edit)])
            }
            None => finding,
        }
    }
}

/// A word as JSON.
pub(super) fn quoted(word: &str) -> String {
    serde_json::Value::from(word).to_string()
}

/// The title of the schema, where it says more than the name of the field.
fn label(violation: &Violation, field: &str) -> Option<Fact> {
    let letters = |text: &str| -> String {
        text.chars()
            .filter(|letter| letter.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect()
    };
    let title = violation.title.as_deref()?;
    (!title.trim().is_empty() && letters(title) != letters(field)).then(|| word(title))
}

/// Whether a text is a number or a truth value that should stand without quotes: the kind of slip, the value.
fn quoted_scalar(text: &str) -> Option<(&'static str, serde_json::Value)> {
    let value: serde_json::Value = serde_json::from_str(text).ok()?;
    match value {
        serde_json::Value::Bool(_) => Some(("quoted-boolean", value)),
        serde_json::Value::Number(_) => Some(("quoted-number", value)),
        _ => None,
    }
}

/// Says of a number or a truth value in quotes that the quotes are what is wrong.
fn unquoted(finding: Finding, expected: &[&'static str], node: Node<'_>) -> Finding {
    let text = node.as_str().filter(|_| !node.is_key());
    let Some((text, (written, value))) = text.and_then(|text| Some((text, quoted_scalar(text)?)))
    else {
        return finding;
    };
    let wanted = if value.is_boolean() {
        expected.contains(&"boolean")
    } else {
        expected.contains(&"number")
            || (expected.contains(&"integer") && (value.is_i64() || value.is_u64()))
    };
    if !wanted {
        return finding;
    }
    let place = finding.primary;
    finding
        .with("written", word(written))
        .fixed_by(Safety::Suggested, vec![(place, text.trim().to_owned())])
}

/// The names of the branches.
pub(super) fn forms(choice: &Choice) -> Fact {
    let numbered = choice.branches.iter().enumerate();
    distinct(numbered.map(|(number, branch)| name_of(branch, number)))
}

/// The types of every branch, where nothing else tells the branches apart by name.
fn only_types(choice: &Choice) -> Option<Fact> {
    let types = choice.branches.first()?.shape.types.as_ref()?;
    let name = types.join(" | ");
    let mut numbered = choice.branches.iter().enumerate();
    let alike = numbered.all(|(number, branch)| {
        branch.shape.types.as_ref() == Some(types) && name_of(branch, number) == name
    });
    let names = types.iter().map(|name| (*name).to_owned());
    alike.then(|| Fact::Vocabulary(names.collect()))
}

/// Words, each once.
fn distinct(words: impl Iterator<Item = String>) -> Fact {
    let mut seen = HashSet::new();
    Fact::Vocabulary(words.filter(|word| seen.insert(word.clone())).collect())
}

/// The names of the branches that hold; as telling as the value itself.
fn fitting_forms(choice: &Choice) -> Fact {
    let numbered = choice.branches.iter().enumerate();
    let fitting = numbered.filter(|(_, branch)| branch.violations.is_empty());
    Fact::Codes(
        fitting
            .map(|(number, branch)| name_of(branch, number))
            .collect(),
    )
}

fn keyword_of<'v>(fault: &'v Fault, violation: &'v Violation) -> &'v str {
    match fault {
        Fault::Other { keyword } => keyword,
        _ => &violation.keyword,
    }
}

fn bound_code(bound: Bound) -> &'static str {
    match bound {
        Bound::Least => "least",
        Bound::Above => "above",
        Bound::Most => "most",
        Bound::Below => "below",
    }
}
