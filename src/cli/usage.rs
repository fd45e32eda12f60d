//! What is wrong with what a user typed, in the language of the reader.

use std::error::Error as _;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{CommandFactory, Error};

use super::args::Arguments;
use super::help::without_heading;
use crate::message::Messages;
use crate::output::{AuditFormat, Format};

/// What is wrong, what was probably meant, how the command is called.
pub(super) fn complaint(error: &Error, messages: &Messages) -> String {
    let mut text = sentence(error, messages);
    if let Some(usage) = one(error, ContextKind::Usage) {
        let say = |id: &str| messages.say(id, &[]);
        let usage = without_heading(&usage).replace("[OPTIONS]", &say("help-options-value"));
        text = format!("{text}\n\n{} {usage}", say("help-usage"));
    }
    let more = messages.say("usage-more", &[]);
    format!("{text}\n\n{more}")
}

fn sentence(error: &Error, messages: &Messages) -> String {
    let option = one(error, ContextKind::InvalidArg).unwrap_or_default();
    let found = one(error, ContextKind::InvalidValue).unwrap_or_default();
    let say = |id: &str, values: &[(&'static str, &str)]| {
        let values: Vec<_> = values
            .iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(key, value)| (*key, (*value).into()))
            .collect();
        messages.say(id, &values)
    };
    match error.kind() {
        ErrorKind::UnknownArgument if !commands_with(&option).is_empty() => {
            let commands = commands_with(&option).join(", ");
            say(
                "usage-option-elsewhere",
                &[("option", &option), ("commands", &commands)],
            )
        }
        ErrorKind::UnknownArgument if option.starts_with('-') => {
            let close = one(error, ContextKind::SuggestedArg);
            meant(
                say("usage-unknown-option", &[("option", &option)]),
                close,
                messages,
            )
        }
        ErrorKind::UnknownArgument => say("usage-unexpected", &[("found", &option)]),
        ErrorKind::InvalidSubcommand => {
            let name = one(error, ContextKind::InvalidSubcommand).unwrap_or_default();
            let close = one(error, ContextKind::SuggestedSubcommand);
            meant(
                say("usage-unknown-command", &[("found", &name)]),
                close,
                messages,
            )
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if found.is_empty() => {
            let text = say("usage-no-value", &[("option", &option)]);
            with_possible(text, error, messages)
        }
        ErrorKind::InvalidValue => {
            let text = say(
                "usage-invalid-value",
                &[("option", &option), ("found", &found)],
            );
            let close = one(error, ContextKind::SuggestedValue);
            with_possible(meant(text, close, messages), error, messages)
        }
        ErrorKind::ValueValidation => {
            // Parsers of values name the message that says what is right.
            let id = error.source().map(ToString::to_string).unwrap_or_default();
            let text = say(
                "usage-invalid-value",
                &[("option", &option), ("found", &found)],
            );
            let of_audits = id == "expected-audit-format";
            let (id, known) = if of_audits {
                let known = AuditFormat::ALL.map(AuditFormat::code).join(", ");
                ("expected-format", known)
            } else {
                (id.as_str(), Format::ALL.map(Format::code).join(", "))
            };
            match messages.find(id, &[("known", known.into())]) {
                Some(expected) => joined(text, expected, messages),
                None => text,
            }
        }
        ErrorKind::ArgumentConflict => {
            let other = one(error, ContextKind::PriorArg).unwrap_or_default();
            if other == option {
                say("usage-twice", &[("option", &option)])
            } else {
                say("usage-conflict", &[("option", &option), ("other", &other)])
            }
        }
        ErrorKind::TooManyValues => say("usage-value-unwanted", &[("option", &option)]),
        ErrorKind::MissingRequiredArgument => say("usage-missing", &[("missing", &option)]),
        ErrorKind::MissingSubcommand => say("usage-missing-command", &[]),
        ErrorKind::InvalidUtf8 => say("usage-not-utf8", &[]),
        _ => say("usage-other", &[("option", &option)]),
    }
}

/// The commands that have this very option.
fn commands_with(option: &str) -> Vec<String> {
    let Some(name) = option.strip_prefix("--") else {
        return Vec::new();
    };
    let name = name.split_once('=').map_or(name, |(name, _)| name);
    let all = Arguments::command();
    // The page of a review says everything: it takes the option to say so.
    let refuses = |command: &str| command == "review" && name == "since";
    let having = all.get_subcommands().filter(|command| {
        let mut options = command.get_arguments();
        options.any(|it| it.get_long() == Some(name) && !it.is_hide_set())
    });
    let names = having.map(|command| command.get_name().to_owned());
    names.filter(|command| !refuses(command)).collect()
}

/// A sentence with what was probably meant.
fn meant(text: String, close: Option<String>, messages: &Messages) -> String {
    match close {
        Some(close) => {
            let close = messages.say("did-you-mean", &[("nearest", close.into())]);
            joined(text, close, messages)
        }
        None => text,
    }
}

fn joined(first: String, second: String, messages: &Messages) -> String {
    messages.say(
        "joined",
        &[("first", first.into()), ("second", second.into())],
    )
}

/// A sentence with the values that there are.
fn with_possible(text: String, error: &Error, messages: &Messages) -> String {
    match one(error, ContextKind::ValidValue) {
        Some(values) if !values.is_empty() => {
            let possible = messages.say("help-possible", &[("values", values.into())]);
            format!("{text} {possible}")
        }
        _ => text,
    }
}

/// Suggestions come in order of their closeness, the closest last.
fn is_suggestion(kind: ContextKind) -> bool {
    use ContextKind::{SuggestedArg, SuggestedSubcommand, SuggestedValue};
    [SuggestedArg, SuggestedSubcommand, SuggestedValue].contains(&kind)
}

/// What the error says of a sort, several things joined.
fn one(error: &Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(texts) if is_suggestion(kind) => texts.last().cloned(),
        ContextValue::Strings(texts) => Some(texts.join(", ")),
        ContextValue::StyledStr(text) => Some(text.to_string()),
        ContextValue::Number(number) => Some(number.to_string()),
        _ => None,
    }
}
