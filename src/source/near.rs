//! Names that are nearly those of records: nothing is passed over without a word because of a blank or an ending.

use super::name::{is_archive, is_records};

/// How a name misses that of a file of records, or of an archive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Near {
    /// Blanks, dots or signs that nobody sees follow it.
    Trailing,
    /// Something else follows the ending.
    Ending,
    /// It begins with a dot.
    Hidden,
    /// It is an archive, or packed, in a way that says nothing of records.
    Archive,
}

/// Endings of records.
const RECORDS: [&str; 3] = [".ndjson", ".jsonl", ".json"];

/// Endings of archives, and of packed files, that are not looked into.
const ARCHIVES: [&str; 14] = [
    "7z", "br", "bz2", "gz", "lz", "lz4", "lzma", "rar", "tar", "tbz2", "tgz", "txz", "xz", "zst",
];

/// Endings of what lies beside a file and says something of it: signatures, sums, licences.
const BESIDE: [&str; 10] = [
    "asc",
    "license",
    "license.txt",
    "md5",
    "minisig",
    "sha1",
    "sha256",
    "sha512",
    "sig",
    "sum",
];

/// Endings of what is surely no record, packed or not.
const OTHERS: [&str; 16] = [
    "csv", "css", "docx", "html", "js", "log", "md", "parquet", "pdf", "png", "sql", "svg", "tsv",
    "txt", "xlsx", "xml",
];

/// How the name of a file, without its folders, misses that of a file of records or an archive, if it nearly is one.
pub fn near(name: &str) -> Option<Near> {
    if name.starts_with("._") || is_taken(name) && !name.starts_with('.') {
        return None;
    }
    if is_taken(name) {
        return Some(Near::Hidden);
    }
    let stem = without_trailing(name);
    if stem != name && is_taken(stem) {
        return Some(Near::Trailing);
    }
    if name.starts_with('.') {
        return None;
    }
    let name = stem.to_ascii_lowercase();
    if has_more_than_ending(&name) {
        return Some(Near::Ending);
    }
    let (inner, ending) = name.rsplit_once('.')?;
    (ARCHIVES.contains(&ending) && !has_other_ending(inner)).then_some(Near::Archive)
}

fn has_other_ending(name: &str) -> bool {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending);
    ending.is_some_and(|ending| OTHERS.contains(&ending))
}

/// Whether a file of this name is looked at.
fn is_taken(name: &str) -> bool {
    is_archive(name) || is_records(name)
}

/// A name without blanks, dots and signs that are not seen at its end.
fn without_trailing(name: &str) -> &str {
    let is_unseen = |sign: char| {
        sign == '.'
            || sign.is_whitespace()
            || sign.is_control()
            || matches!(sign, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
    };
    name.trim_end_matches(is_unseen)
}

/// Whether something follows the ending of records that makes it another one.
fn has_more_than_ending(name: &str) -> bool {
    let follows = |ending: &str| {
        let mut after = name.match_indices(ending);
        after.any(|(at, _)| at > 0 && is_odd(ending, &name[at + ending.len()..]))
    };
    RECORDS.iter().any(|ending| follows(ending))
}

/// Whether what follows the ending of records makes no word with it, such as in `.jsonschema` or `.jsonld`.
fn is_odd(ending: &str, rest: &str) -> bool {
    let mut signs = rest.chars();
    let Some(first) = signs.next() else {
        return false;
    };
    let after_dot = rest.strip_prefix('.');
    let is_beside = after_dot.is_some_and(|rest| BESIDE.contains(&rest));
    let is_letter = signs.as_str().is_empty() && ending != ".jsonl";
    !is_beside && (!first.is_alphabetic() || is_letter)
}

/// Whether a name, such as that of a link, says that it stands for something other than records or a folder.
pub fn is_other_file(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    has_other_ending(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_nearly_a_record_is_known() {
        for (name, expected) in [
            ("a.json", None),
            ("a.json.gz", None),
            ("a.zip", None),
            ("a.json ", Some(Near::Trailing)),
            ("a.json.", Some(Near::Trailing)),
            ("a.ZIP. .", Some(Near::Trailing)),
            ("a.ndjson.gz\u{a0}", Some(Near::Trailing)),
            ("a.jsonl\u{200b}", Some(Near::Trailing)),
            (".a.json ", Some(Near::Trailing)),
            ("a.json.txt", Some(Near::Ending)),
            ("a.JSON.txt", Some(Near::Ending)),
            ("a.json.xz", Some(Near::Ending)),
            ("a.json.gz.bak", Some(Near::Ending)),
            ("a.json~", Some(Near::Ending)),
            ("a.json;x", Some(Near::Ending)),
            ("a.json5", Some(Near::Ending)),
            ("a.jsonc", Some(Near::Ending)),
            ("a.json (1)", Some(Near::Ending)),
            ("a.ndjson.tmp", Some(Near::Ending)),
            ("a.jsonl.old", Some(Near::Ending)),
            ("a.jsonl5", Some(Near::Ending)),
            ("a.tar.gz", Some(Near::Archive)),
            ("a.gz", Some(Near::Archive)),
            ("a.7z", Some(Near::Archive)),
            ("a.bz2", Some(Near::Archive)),
            (".a.json", Some(Near::Hidden)),
            (".a.zip", Some(Near::Hidden)),
            ("._a.json", None),
            (".a.json.swp", None),
            ("a.txt", None),
            ("a.csv.gz", None),
            ("a.jsonschema", None),
            ("a.jsonld", None),
            ("a.geojson", None),
            ("a.json.sha256", None),
            ("json", None),
            (".json", None),
            ("README", None),
        ] {
            assert_eq!(near(name), expected, "{name}");
        }
    }
}
