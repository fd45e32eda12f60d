//! What a name says about the content.

use std::path::Path;

/// What standard input is read as, where nothing else is said.
pub const UNNAMED: &str = "stdin.json";

/// The same, where it is seen to be lines with a JSON value each.
pub const UNNAMED_LINES: &str = "stdin.ndjson";

/// How a file is packed by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Packing {
    Gzip,
    Zstandard,
}

impl Packing {
    pub(super) fn of(name: &str) -> Option<Self> {
        let extension = extension(name)?;
        let is = |known: &str| extension.eq_ignore_ascii_case(known);
        if is("gz") {
            Some(Self::Gzip)
        } else {
            is("zst").then_some(Self::Zstandard)
        }
    }
}

/// Whether a file is packed by itself.
pub fn is_packed(name: &str) -> bool {
    Packing::of(name).is_some()
}

/// The name of what is packed in a file, else its own.
pub fn unpacked(name: &str) -> &str {
    if !is_packed(name) {
        return name;
    }
    name.rsplit_once('.').map_or(name, |(inner, _)| inner)
}

/// Whether a file holds one JSON value per line, packed or not.
pub fn is_lines(name: &str) -> bool {
    has_extension(unpacked(name), &["ndjson", "jsonl"])
}

/// Whether a file is looked at where folders are searched for records, packed or not.
pub fn is_records(name: &str) -> bool {
    has_extension(unpacked(name), &["json", "ndjson", "jsonl"])
}

/// Whether a file is an archive of files.
pub fn is_archive(name: &str) -> bool {
    has_extension(name, &["zip"])
}

fn extension(name: &str) -> Option<&str> {
    Path::new(name).extension()?.to_str()
}

fn has_extension(name: &str, known: &[&str]) -> bool {
    extension(name).is_some_and(|it| known.iter().any(|known| it.eq_ignore_ascii_case(known)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_what_is_in_a_file() {
        for (name, records, lines, packed) in [
            ("a.json", true, false, false),
            ("a/b.NDJSON", true, true, false),
            ("a.jsonl.gz", true, true, true),
            ("a.json.ZST", true, false, true),
            ("a.gz", false, false, true),
            (".gz", false, false, false),
            ("a.json.txt", false, false, false),
            ("a.ndjson/b", false, false, false),
            ("json", false, false, false),
        ] {
            assert_eq!(is_records(name), records, "{name}");
            assert_eq!(is_lines(name), lines, "{name}");
            assert_eq!(is_packed(name), packed, "{name}");
        }
        assert_eq!(unpacked("x/a.b.json.gz"), "x/a.b.json");
        assert_eq!(unpacked("x.gz/a.json"), "x.gz/a.json");
        assert!(is_archive("a.ZIP") && !is_archive("zip") && !is_archive("a.zip/b.json"));
    }
}
