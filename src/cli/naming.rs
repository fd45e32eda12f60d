//! What a user names besides paths: standard input, and lists of files.

use std::io::Read;
use std::path::Path;

use super::args::CheckOptions;
use super::interrupt;
use super::standard_input::{StandardInput, looked_into};
use crate::discover::{Name, Unusable};
use crate::finding::Phrase;
use crate::source::{self, Once};

/// How standard input is named.
const STANDARD_INPUT: &str = "-";

/// What the options name, with standard input and lists read; `None` where they name nothing.
pub(super) fn read(options: &CheckOptions) -> Result<Option<Vec<Name>>, Phrase> {
    sensible(options)?;
    if options.paths.is_empty() && options.files_from.is_none() {
        return Ok(None);
    }
    let mut names = Vec::with_capacity(options.paths.len());
    for path in &options.paths {
        names.push(if path == STANDARD_INPUT {
            standard_input_as(options.stdin_filename.as_deref())?
        } else {
            Name::Pattern(path.clone())
        });
    }
    if let Some(list) = &options.files_from {
        names.extend(listed(list)?);
    }
    Ok(Some(names))
}

/// Standard input under its name; where it has none, what it begins with says what it is.
fn standard_input_as(name: Option<&str>) -> Result<Name, Phrase> {
    Ok(match name {
        // What is in an archive stands at its end.
        Some(name) if source::is_archive(name) => Name::Bytes(name.to_owned(), standard_input()?),
        // However much it is.
        Some(name) => Name::Once(name.to_owned(), Once::new(StandardInput::open())),
        None => {
            let (are_lines, input) = looked_into(StandardInput::open());
            let name = if are_lines {
                source::UNNAMED_LINES
            } else {
                source::UNNAMED
            };
            Name::Once(name.to_owned(), Once::new(input))
        }
    })
}

/// Whether anything is to be read from standard input.
pub(super) fn needs_standard_input(options: &CheckOptions) -> bool {
    let mut named = options.paths.iter().chain(&options.files_from);
    named.any(|name| name == STANDARD_INPUT)
}

/// Refuses what contradicts itself before anything is read.
fn sensible(options: &CheckOptions) -> Result<(), Phrase> {
    let piped = options
        .paths
        .iter()
        .filter(|path| *path == STANDARD_INPUT)
        .count();
    let reason = match (piped, &options.stdin_filename) {
        (0, Some(_)) => "stdin-not-named",
        (1, Some(name)) if name.is_empty() => "stdin-name-empty",
        (1, Some(name)) if Path::new(name).is_dir() => "stdin-name-directory",
        (1, _) if options.files_from.as_deref() == Some(STANDARD_INPUT) => "stdin-both",
        (0 | 1, _) => return Ok(()),
        _ => "stdin-twice",
    };
    Err(Phrase::new(reason))
}

fn standard_input() -> Result<Vec<u8>, Phrase> {
    let mut bytes = Vec::new();
    match StandardInput::open().read_to_end(&mut bytes) {
        Ok(_) => Ok(bytes),
        Err(_) if interrupt::is_pressed() => {
            Err(Phrase::new("cannot-read").because(Phrase::new("reason-ctrl-c")))
        }
        Err(error) => Err(Phrase::new("cannot-read").because(&error)),
    }
}

/// The paths of a list.
fn listed(list: &str) -> Result<Vec<Name>, Phrase> {
    let named = |phrase: Phrase| match list {
        STANDARD_INPUT => phrase,
        _ => phrase.with("path", list),
    };
    let bytes = if list == STANDARD_INPUT {
        standard_input()?
    } else {
        let read = std::fs::read(list);
        read.map_err(|error| named(Phrase::new("cannot-read").because(&error)))?
    };
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        return Err(named(Phrase::new("list-utf16")));
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes);
    if are_records(bytes) {
        return Err(named(Phrase::new("list-of-records")));
    }
    Ok(paths_in(bytes))
}

/// Whether records were named in place of a list. Its lines would be told as paths that do not exist, whatever they say.
fn are_records(list: &[u8]) -> bool {
    let opens = matches!(list.trim_ascii_start(), [b'{' | b'[', ..]);
    let mut after_quotes = list.split(|byte| *byte == b'"').skip(1);
    opens && !list.contains(&0) && after_quotes.any(|it| it.trim_ascii_start().starts_with(b":"))
}

/// Each line, or what each NUL ends where there is one: names may contain line ends.
fn paths_in(list: &[u8]) -> Vec<Name> {
    let by_nul = list.contains(&0);
    let entries = list.split(|byte| *byte == if by_nul { 0 } else { b'\n' });
    let entries = entries.map(|entry| match entry.strip_suffix(b"\r") {
        Some(line) if !by_nul => line,
        _ => entry,
    });
    entries
        .filter(|entry| !entry.trim_ascii().is_empty())
        .map(|entry| match std::str::from_utf8(entry) {
            Ok(path) => Name::Literal(path.to_owned()),
            Err(_) => Name::Unusable(Unusable {
                path: String::from_utf8_lossy(entry).into_owned(),
                reason: Phrase::new("reason-path-not-utf8"),
            }),
        })
        .collect()
}
