//! The configuration of a run: which file it is, and what it says.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use xxhash_rust::xxh3::xxh3_128;

use super::args::{CheckOptions, Color};
use super::terminal::{complain, error_look};
use crate::config::{self, Settings, Source};
use crate::discover::{
    Discovered, Name, config_above, config_for, folder_of, is_stream, same_file,
};
use crate::engine::config_findings;
use crate::finding::Phrase;
use crate::message::Messages;
use crate::output::render_findings;
use crate::rules;

/// Why a run cannot start: it has been told.
pub(super) struct Refusal;

/// Tells why a run cannot start.
pub(super) fn refuse<T>(messages: &Messages, reason: &Phrase) -> Result<T, Refusal> {
    complain(&messages.phrase(reason));
    Err(Refusal)
}

/// The one configuration of the run: named, or found at or above the paths.
pub(super) fn find_config(
    given: Option<&[Name]>,
    named: Option<&Path>,
    base: &Path,
    messages: &Messages,
) -> Result<Option<PathBuf>, Refusal> {
    if let Some(named) = named {
        return Ok(Some(base.join(named)));
    }
    let paths = given
        .unwrap_or_default()
        .iter()
        .filter_map(|name| place_of(name, base));
    // A list may name very many files in few folders.
    let folders: BTreeSet<PathBuf> = paths
        .filter_map(|path| folder_of(&base.join(path)))
        .collect();
    let configs: BTreeSet<Option<PathBuf>> =
        folders.iter().map(|folder| config_above(folder)).collect();
    let mut configs = configs.into_iter();
    match (configs.next(), configs.next()) {
        (None, _) => Ok(config_for(base)),
        (Some(one), None) => Ok(one),
        (first, second) => {
            let mut phrase = Phrase::new("several-configurations");
            for (name, path) in [("first", first), ("second", second)] {
                if let Some(path) = path.flatten() {
                    phrase = phrase.with(name, shown(&path));
                }
            }
            refuse(messages, &phrase)
        }
    }
}

/// Where what is named lies, for its configuration: in the current directory if it comes through a pipe.
pub(super) fn place_of<'n>(name: &'n Name, base: &Path) -> Option<&'n str> {
    match name {
        Name::Pattern(path) | Name::Literal(path) if is_stream(&base.join(path)) => Some(""),
        Name::Pattern(path) => Some(literal_part(path)),
        Name::Literal(path) | Name::Bytes(path, _) | Name::Once(path, _) => Some(path),
        Name::Unusable(_) => None,
    }
}

/// The folders of a glob before its first wildcard.
pub(super) fn literal_part(pattern: &str) -> &str {
    match pattern.find(['*', '?', '[']) {
        Some(wild) => pattern[..wild]
            .rfind('/')
            .map_or("", |slash| &pattern[..slash]),
        None => pattern,
    }
}

/// Refuses files that belong to another configuration.
pub(super) fn one_configuration(
    found: &Discovered,
    config: Option<&Path>,
    options: &CheckOptions,
    messages: &Messages,
) -> Result<(), Refusal> {
    if options.config.is_some() {
        return Ok(());
    }
    let is_other = |path: &&PathBuf| config.is_none_or(|config| !same_file(path, config));
    match found.configs.iter().find(is_other) {
        Some(other) => refuse(
            messages,
            &Phrase::new("configuration-below").with("path", shown(other)),
        ),
        None => Ok(()),
    }
}

/// A path as it is told: relative to the current directory where it lies below it, with `/`.
pub(super) fn shown(path: &Path) -> String {
    let base = std::env::current_dir().unwrap_or_default();
    path.strip_prefix(base)
        .unwrap_or(path)
        .to_string_lossy()
        .replace('\\', "/")
}

/// Reads a configuration; its mistakes are told with their places.
pub(super) fn read_config(
    path: &Path,
    color: Color,
    messages: &Messages,
) -> Result<(Settings, Source), Refusal> {
    let shown = shown(path);
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) => {
            let phrase = Phrase::new("cannot-read").with("path", shown);
            return refuse(messages, &phrase.because(&error));
        }
    };
    parse_config(shown, text, color, messages)
}

/// Reads the text of a configuration; its mistakes are told with their places.
pub(super) fn parse_config(
    shown: String,
    text: String,
    color: Color,
    messages: &Messages,
) -> Result<(Settings, Source), Refusal> {
    match config::parse(&text, &rules::catalogue()) {
        Ok(settings) => {
            let source = Source {
                path: shown,
                hash: format!("{:032x}", xxh3_128(text.as_bytes())),
                text,
                ..Source::default()
            };
            Ok((settings, source))
        }
        Err(errors) => {
            let findings = config_findings(&shown, &text, errors);
            let look = error_look(color);
            let _ = render_findings(&findings, messages, look, &mut io::stderr().lock());
            Err(Refusal)
        }
    }
}
