//! Wording of one's own in place of that of the tool: what is wrong with a file of it.
//!
//! An entry replaces the text of a message, or single parts of it; what it does not give stays as it is. It may use what
//! the message that it replaces uses, and nothing else: anything else would print as nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use fluent_syntax::ast::{
    CallArguments, Entry, Expression, Identifier, InlineExpression, Message, Pattern,
    PatternElement, Resource,
};
use fluent_syntax::parser;

use super::Language;
use crate::catalogue::{Meta, builtin};
use crate::config::ConfigError;

/// What a message of the tool has.
#[derive(Default)]
struct Known<'k> {
    parts: BTreeSet<&'k str>,
    used: Used<'k>,
}

/// What patterns refer to.
#[derive(Default)]
struct Used<'p> {
    values: BTreeSet<&'p str>,
    messages: BTreeSet<&'p str>,
    functions: BTreeSet<&'p str>,
}

/// The mistakes of a file of wording, by place.
pub fn wording_mistakes(language: Language, text: &str) -> Vec<ConfigError> {
    let known = known(language);
    let (resource, broken) = match parser::parse(text) {
        Ok(resource) => (resource, Vec::new()),
        Err((resource, errors)) => (resource, errors),
    };
    let mut mistakes: Vec<ConfigError> = broken
        .into_iter()
        .map(|error| {
            let span = first_line(text, error.slice.unwrap_or(error.pos));
            invalid(text, span, "wording")
        })
        .collect();
    let mut check = Check {
        text,
        known: &known,
        seen: BTreeSet::new(),
        mistakes: Vec::new(),
    };
    for entry in &resource.body {
        match entry {
            Entry::Message(message) => check.message(message),
            // Terms would stand for nothing that the tool says.
            Entry::Term(term) => check.unknown("message", term.id.name, known.keys().copied()),
            _ => {}
        }
    }
    mistakes.append(&mut check.mistakes);
    mistakes.sort_by_key(|mistake| mistake.span.start);
    mistakes
}

struct Check<'c, 't> {
    text: &'t str,
    known: &'c BTreeMap<&'c str, Known<'c>>,
    seen: BTreeSet<&'t str>,
    mistakes: Vec<ConfigError>,
}

impl<'t> Check<'_, 't> {
    fn message(&mut self, message: &Message<&'t str>) {
        let id = message.id.name;
        let Some(known) = self.known.get(id) else {
            return self.unknown("message", id, self.known.keys().copied());
        };
        if !self.seen.insert(id) {
            let span = span_of(self.text, id);
            self.mistakes
                .push(invalid(self.text, span, "wording-twice"));
        }
        let mut used = Used::default();
        if let Some(pattern) = &message.value {
            used.pattern(pattern);
        }
        for part in &message.attributes {
            used.pattern(&part.value);
            if !known.parts.contains(part.id.name) {
                self.unknown("attribute", part.id.name, known.parts.iter().copied());
            }
        }
        for value in used.values {
            if !known.used.values.contains(value) {
                self.unknown("variable", value, known.used.values.iter().copied());
            }
        }
        // Sentences are put together only as the tool does it: others might go round in circles.
        for other in used.messages {
            if !known.used.messages.contains(other) {
                self.unknown("message", other, known.used.messages.iter().copied());
            }
        }
        for function in used.functions {
            self.unknown("function", function, []);
        }
    }

    fn unknown<'o>(
        &mut self,
        what: &'static str,
        found: &'t str,
        options: impl IntoIterator<Item = &'o str>,
    ) {
        let span = span_of(self.text, found);
        let rule: &'static Meta = &builtin::CONFIG_UNKNOWN_KEY;
        self.mistakes
            .push(ConfigError::new(rule, span, found).among(what, options));
    }
}

fn invalid(text: &str, span: Range<usize>, hint: &'static str) -> ConfigError {
    let found = text.get(span.clone()).unwrap_or_default().to_owned();
    let mut mistake = ConfigError::new(&builtin::CONFIG_INVALID_VALUE, span, found);
    "messages".clone_into(&mut mistake.key);
    mistake.hinting(hint)
}

/// Where a part of a text stands in it.
fn span_of(text: &str, part: &str) -> Range<usize> {
    let start = (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
    let start = start.min(text.len());
    start..(start + part.len()).min(text.len())
}

/// The first line that says something in a range.
fn first_line(text: &str, range: Range<usize>) -> Range<usize> {
    let part = text.get(range.clone()).unwrap_or_default();
    let blank = part.len() - part.trim_start().len();
    let start = (range.start + blank).min(text.len());
    let line = text.get(start..).unwrap_or_default();
    let line = line.lines().next().unwrap_or_default();
    start..start + line.trim_end().len()
}

/// The messages of a language, and what those of English have besides.
fn known(language: Language) -> BTreeMap<&'static str, Known<'static>> {
    let mut known: BTreeMap<&str, Known<'_>> = BTreeMap::new();
    for (_, text) in language.files().iter().chain(Language::English.files()) {
        for entry in parsed(text).body {
            let Entry::Message(message) = entry else {
                continue;
            };
            let entry = known.entry(message.id.name).or_default();
            if let Some(pattern) = &message.value {
                entry.used.pattern(pattern);
            }
            for part in &message.attributes {
                entry.parts.insert(part.id.name);
                entry.used.pattern(&part.value);
            }
        }
    }
    for entry in known.values_mut() {
        let given: Vec<&'static str> = entry.used.values.iter().copied().collect();
        let given = given
            .into_iter()
            .filter_map(|name| name.strip_suffix("-given"));
        entry.used.values.extend(given.collect::<Vec<_>>());
    }
    known
}

fn parsed(text: &'static str) -> Resource<&'static str> {
    // A test shows that every file parses; what parses is kept in any case.
    parser::parse(text).unwrap_or_else(|(resource, _)| resource)
}

impl<'p> Used<'p> {
    fn pattern(&mut self, pattern: &Pattern<&'p str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&'p str>) {
        match expression {
            Expression::Select { selector, variants } => {
                self.inline(selector);
                for variant in variants {
                    self.pattern(&variant.value);
                }
            }
            Expression::Inline(inline) => self.inline(inline),
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&'p str>) {
        match inline {
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
            InlineExpression::VariableReference { id } => {
                self.values.insert(id.name);
            }
            InlineExpression::MessageReference { id, .. } => {
                self.messages.insert(id.name);
            }
            InlineExpression::TermReference { id, arguments, .. } => {
                self.messages.insert(id.name);
                if let Some(given) = arguments {
                    self.arguments(given);
                }
            }
            InlineExpression::FunctionReference { id, arguments } => {
                let Identifier { name } = id;
                self.functions.insert(name);
                self.arguments(arguments);
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
        }
    }

    fn arguments(&mut self, given: &CallArguments<&'p str>) {
        for value in &given.positional {
            self.inline(value);
        }
        for named in &given.named {
            self.inline(&named.value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mistakes(text: &str) -> Vec<(&'static str, &'static str, String, Range<usize>)> {
        let mistakes = wording_mistakes(Language::French, text).into_iter();
        mistakes
            .map(|mistake| (mistake.what, mistake.hint, mistake.found, mistake.span))
            .collect()
    }

    #[test]
    fn places_are_those_of_the_words() {
        let text = "# é\nduplicate-ids = x\n";
        let expected = ("message", "words", "duplicate-ids".to_owned(), 5..18);
        assert_eq!(mistakes(text), [expected]);
    }

    #[test]
    fn an_entry_that_is_none_is_marked_with_its_first_line() {
        let text = "\n\n!! x\n  y\n";
        let expected = ("setting", "wording", "!! x".to_owned(), 2..6);
        assert_eq!(mistakes(text), [expected]);
    }
}
