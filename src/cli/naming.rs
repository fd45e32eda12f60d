//! What a user names besides paths: standard input, and lists of files.

use std::io::{self, Read};
use std::path::Path;

use super::args::CheckOptions;
use crate::discover::{Name, Unusable};

/// How standard input is named.
const STANDARD_INPUT: &str = "-";

/// What standard input is read as, where nothing else is said.
const DEFAULT_NAME: &str = "stdin.json";

/// What the options name, with standard input and lists read; `None` where they name nothing.
pub(super) fn read(options: &CheckOptions) -> Result<Option<Vec<Name>>, String> {
    sensible(options)?;
    if options.paths.is_empty() && options.files_from.is_none() {
        return Ok(None);
    }
    let mut names = Vec::with_capacity(options.paths.len());
    for path in &options.paths {
        names.push(if path == STANDARD_INPUT {
            let name = options.stdin_filename.as_deref().unwrap_or(DEFAULT_NAME);
            Name::Bytes(name.to_owned(), standard_input()?)
        } else {
            Name::Pattern(path.clone())
        });
    }
    if let Some(list) = &options.files_from {
        names.extend(listed(list)?);
    }
    Ok(Some(names))
}

/// Refuses what contradicts itself before anything is read.
fn sensible(options: &CheckOptions) -> Result<(), String> {
    let piped = options
        .paths
        .iter()
        .filter(|path| *path == STANDARD_INPUT)
        .count();
    let reason = match (piped, &options.stdin_filename) {
        (0, Some(_)) => {
            "--stdin-filename says what standard input is read as; add the path - to check it"
        }
        (1, Some(name)) if name.is_empty() => "--stdin-filename: an empty path names nothing",
        (1, Some(name)) if Path::new(name).is_dir() => {
            "--stdin-filename: this is a directory; name a file, such as one in it"
        }
        (1, _) if options.files_from.as_deref() == Some(STANDARD_INPUT) => {
            "standard input cannot be both a document (-) and the list of files (--files-from -)"
        }
        (0 | 1, _) => return Ok(()),
        _ => "standard input (-) can be named only once",
    };
    Err(reason.to_owned())
}

fn standard_input() -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    match io::stdin().lock().read_to_end(&mut bytes) {
        Ok(_) => Ok(bytes),
        Err(error) => Err(format!("standard input could not be read: {error}")),
    }
}

/// The paths of a list.
fn listed(list: &str) -> Result<Vec<Name>, String> {
    let (shown, bytes) = if list == STANDARD_INPUT {
        ("standard input", standard_input()?)
    } else {
        let read = std::fs::read(list);
        let bytes = read.map_err(|error| format!("{list} could not be read: {error}"))?;
        (list, bytes)
    };
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        return Err(format!(
            "{shown}: this list of files is saved as UTF-16; save it as UTF-8"
        ));
    }
    Ok(paths_in(
        bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes),
    ))
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
                reason: "this path of the list is not UTF-8".to_owned(),
            }),
        })
        .collect()
}
