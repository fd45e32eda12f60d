//! What reports are not written over: records, configurations, and whatever the run reads.

use std::io::Read;
use std::path::{Path, PathBuf};

use super::args::CheckOptions;
use super::publish::{is_output, is_step_summary, same_output};
use super::reports::{holds_nothing, is_report};
use crate::discover::{CONFIG, Discovered, same_file};
use crate::finding::Phrase;
use crate::output::Format;
use crate::source;

/// Refuses to write a report over a file that is to be checked, or over another one that may hold records, wherever it
/// lies, unless that is a report itself.
pub(super) fn spare_records(
    found: &Discovered,
    outputs: &[(Format, PathBuf)],
) -> Result<(), Phrase> {
    for output in outputs {
        let path = &output.1;
        if !path.is_file() || is_step_summary(path) || holds_nothing(path) || is_report(path) {
            continue;
        }
        let mut inputs = found.inputs.iter();
        let is_input = inputs.any(|input| is_output(&input, std::slice::from_ref(output)));
        if is_input {
            return Err(over("output-over-records", path));
        }
        if may_hold_records(path) {
            return Err(over("output-over-file", path));
        }
    }
    Ok(())
}

/// Refuses to write a report over what the run reads besides records, and over any configuration.
pub(super) fn spare_read<'p>(
    options: &'p CheckOptions,
    read: impl Iterator<Item = &'p Path>,
    outputs: &[(Format, PathBuf)],
) -> Result<(), Phrase> {
    let lists = options.files_from.iter().map(Path::new);
    let others = options.read.iter().map(PathBuf::as_path);
    let read: Vec<&Path> = read.chain(lists).chain(others).collect();
    for (_, path) in outputs {
        let is_config = |path: &Path| path.file_name().is_some_and(|name| name == CONFIG);
        let leads_to_config = || path.canonicalize().is_ok_and(|path| is_config(&path));
        if is_config(path)
            || leads_to_config()
            || read
                .iter()
                .any(|read| same_output(read, path) || same_file(read, path))
        {
            return Err(over("output-over-input", path));
        }
    }
    Ok(())
}

fn over(id: &'static str, path: &Path) -> Phrase {
    Phrase::new(id).with("path", path.to_string_lossy())
}

/// Whether a file looks as if it held records, or settings: by its name, or because it begins like JSON.
fn may_hold_records(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let is_of_settings = matches!(
        path.extension().and_then(|extension| extension.to_str()),
        Some("toml" | "ftl")
    );
    let is_near = source::near(&name).is_some();
    is_of_settings
        || is_near
        || source::is_records(&name)
        || source::is_archive(&name)
        || begins_like_json(path)
}

fn begins_like_json(path: &Path) -> bool {
    let mut start = Vec::new();
    let read = std::fs::File::open(path).and_then(|file| file.take(512).read_to_end(&mut start));
    let start = start.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&start);
    read.is_ok() && matches!(start.trim_ascii_start(), [b'{' | b'[', ..])
}
