//! Schemas that the user names: `--schema`, and those of `[[kinds]]`.

use std::io;
use std::path::{Path, PathBuf};

use missionlint_tape::Formats;

use super::args::CheckOptions;
use super::files::Files;
use super::terminal::{complain, error_look};
use crate::catalogue::{Severity, builtin};
use crate::config::{ConfigError, KindSetting, Settings};
use crate::document::Kind;
use crate::engine::{config_findings, schema_findings};
use crate::finding::Phrase;
use crate::message::Messages;
use crate::output::render_findings;
use crate::report::Found;
use crate::schema::{Contract, CustomKind, Unread, UserSchema, load};

/// A configuration with its text, for mistakes that show only when files it names are read.
pub(super) struct Origin<'c> {
    pub(super) path: &'c Path,
    pub(super) shown: String,
    pub(super) text: &'c str,
}

/// What documents are to be judged by; says why where it cannot be.
pub(super) fn contract(
    options: &CheckOptions,
    settings: &Settings,
    config: Option<&Origin<'_>>,
    base: &Path,
    files: Files<'_>,
    messages: &Messages,
) -> Option<Contract> {
    let Some(named) = &options.by.schema else {
        return match config {
            Some(config) if !settings.kinds.is_empty() => {
                of_kinds(options, settings, config, base, files, messages)
            }
            _ => Some(Contract::default()),
        };
    };
    let formats = if options.by.format_annotation {
        Formats::Annotation
    } else {
        Formats::Asserted
    };
    match read(&base.join(named), formats, base, files) {
        Err(reason) => {
            let phrase = Phrase::new("schema-cannot-read").with("path", named.to_string_lossy());
            complain(&messages.phrase(&phrase.because(words(reason))));
            None
        }
        Ok(schema) if schema.is_broken() => {
            show(&complaints(&schema, settings), options, messages);
            complain(&messages.say("schema-cannot-use", &[]));
            None
        }
        Ok(schema) => Some(Contract::of_values(schema)),
    }
}

fn of_kinds(
    options: &CheckOptions,
    settings: &Settings,
    config: &Origin<'_>,
    base: &Path,
    files: Files<'_>,
    messages: &Messages,
) -> Option<Contract> {
    let folder = config.path.parent().unwrap_or(base);
    let (mut kinds, mut mistakes, mut broken) = (Vec::new(), Vec::new(), Vec::new());
    for setting in &settings.kinds {
        match read(
            &folder.join(&setting.schema),
            Formats::Asserted,
            base,
            files,
        ) {
            Err(reason) => mistakes.push(unreadable(setting, config.text, reason)),
            Ok(schema) if schema.is_broken() => broken.extend(complaints(&schema, settings)),
            Ok(schema) => kinds.push(CustomKind {
                kind: Kind::custom(&setting.name),
                schema,
            }),
        }
    }
    if mistakes.is_empty() && broken.is_empty() {
        return Some(Contract::with_kinds(kinds));
    }
    let mut found = config_findings(&config.shown, config.text, mistakes);
    found.extend(broken);
    show(&found, options, messages);
    complain(&messages.say("kinds-cannot-use", &[]));
    None
}

fn unreadable(setting: &KindSetting, text: &str, reason: Unread) -> ConfigError {
    let span = setting.schema_span.clone();
    let found = text.get(span.clone()).unwrap_or_default().to_owned();
    let mut error = ConfigError::new(&builtin::CONFIG_UNREADABLE_FILE, span, found);
    error.reason = Some(words(reason));
    error
}

fn words(reason: Unread) -> Phrase {
    match reason {
        Unread::Missing => Phrase::new("reason-no-such-file"),
        Unread::Because(reason) => reason,
    }
}

/// All there is to say about a schema that cannot be used. What keeps it from being used is an error, whatever the
/// configuration makes of it.
fn complaints(schema: &UserSchema, settings: &Settings) -> Vec<Found> {
    let mut found = schema_findings(schema, settings);
    found.retain(|found| found.rule.severity == Severity::Error || settings.is_on(found.rule));
    for found in &mut found {
        if found.rule.severity == Severity::Error {
            found.severity = Severity::Error;
        }
    }
    found
}

fn show(found: &[Found], options: &CheckOptions, messages: &Messages) {
    let look = error_look(options.color);
    let _ = render_findings(found, messages, look, &mut io::stderr().lock());
}

/// Reads a schema and all it refers to.
fn read(
    path: &Path,
    formats: Formats,
    base: &Path,
    files: Files<'_>,
) -> Result<UserSchema, Unread> {
    let read = |path: &str| files.schema(Path::new(path), base);
    load(&path.to_string_lossy(), &read, formats)
}

/// Files of the schemas, which are no documents to be checked unless they are named as such.
pub(super) fn files_of(contract: &Contract, base: &Path) -> Vec<PathBuf> {
    let schemas = contract.schemas();
    schemas
        .flat_map(|schema| &schema.documents)
        .map(|document| base.join(&*document.path))
        .collect()
}
