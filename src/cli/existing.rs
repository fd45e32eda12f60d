//! Records that a repository has already, wherever they lie.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value;

use super::reports::holds_report;
use crate::config::BASELINE;
use crate::discover::{Name, discover};
use crate::engine::Input;
use crate::source;

/// How deep below the top of a document members that records have are looked for.
const DEPTH: u8 = 3;

/// Files that hold records outside of the folder where `init` would put them.
pub(super) struct Existing {
    /// How many files there are.
    pub(super) files: usize,
    /// The top folders that hold all records, in order; `.` alone where some lie in none.
    pub(super) folders: Vec<String>,
}

/// Looks for records in a folder. Those in its subfolder `usual` count only where others lie elsewhere. What cannot be
/// read or is broken may be records: nothing is taken for clean because nobody looked.
pub(super) fn existing(folder: &Path, usual: &str) -> Existing {
    let mut existing = Existing {
        files: 0,
        folders: Vec::new(),
    };
    if !folder.is_dir() {
        return existing;
    }
    let everything = [Name::Literal(".".to_owned())];
    let found = discover(everything, folder, &[], folder);
    let mut tops = BTreeSet::new();
    let mut has_usual = false;
    for input in found.inputs.iter() {
        let top = input.path.split_once('/').map_or(".", |(top, _)| top);
        if top == usual {
            has_usual = true;
        } else if holds_records(&input) {
            existing.files += 1;
            tops.insert(top.to_owned());
        }
    }
    if has_usual && !tops.is_empty() {
        tops.insert(usual.to_owned());
    }
    existing.folders = if tops.contains(".") {
        vec![".".to_owned()]
    } else {
        tops.into_iter().collect()
    };
    existing
}

fn holds_records(input: &Input) -> bool {
    let name = input.path.rsplit('/').next().unwrap_or_default();
    if name == BASELINE || holds_report(input) {
        return false;
    }
    if source::is_lines(name) {
        return true;
    }
    let bytes = source::read(&input.content, name).unwrap_or_default();
    let text = String::from_utf8(bytes).unwrap_or_default();
    let value = serde_json::from_str(text.trim_start_matches('\u{feff}'));
    value.map_or(true, |value: Value| looks_like_records(&value, DEPTH))
}

/// Whether there is what records say of themselves. Schemas have members of these names too, but of other types.
fn looks_like_records(value: &Value, depth: u8) -> bool {
    let below = |value: &Value| depth > 0 && looks_like_records(value, depth - 1);
    match value {
        Value::Array(items) => items.iter().any(below),
        Value::Object(members) => members.iter().any(|(key, value)| {
            let named = |name: &str| key.trim().eq_ignore_ascii_case(name);
            named("kind") && value.is_string()
                || named("mission") && value.is_string()
                || named("records") && value.is_array()
                || below(value)
        }),
        _ => false,
    }
}
