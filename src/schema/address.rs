//! URIs of files.

use std::fmt::Write as _;

use super::lint::without_fragment;

/// The URI of the file at an absolute path. It has no `.` and `..`: references are resolved to addresses without them.
pub(super) fn address(path: &str) -> String {
    let path = &without_detours(path);
    let mut uri = String::from("file://");
    if !path.starts_with('/') {
        uri.push('/');
    }
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"/-._~!$&'()*+,;=:@".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}

fn without_detours(path: &str) -> String {
    let mut parts = Vec::new();
    for part in path.split('/') {
        match part {
            ".." if parts.len() > 1 => drop(parts.pop()),
            // Nothing is above the root.
            "." | ".." => {}
            _ => parts.push(part),
        }
    }
    parts.join("/")
}

/// The path that a URI of a file stands for.
pub(super) fn path_of(uri: &str) -> Option<String> {
    percent_decoded(uri.strip_prefix("file://")?)
}

/// A text with its `%XX` read; nothing where they make no text.
pub(super) fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        rest = after;
        if first == b'%' {
            let digits = std::str::from_utf8(rest.get(..2)?).ok()?;
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
            rest = &rest[2..];
        } else {
            bytes.push(first);
        }
    }
    String::from_utf8(bytes).ok()
}

/// Whether a reference is a path relative to the file it stands in.
pub(super) fn is_relative(written: &str) -> bool {
    let first = written.split(['/', '?', '#']).next().unwrap_or("");
    !written.starts_with('/') && !first.contains(':') && !without_fragment(written).is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_and_addresses_of_files_agree() {
        for path in ["/a/b.json", "/with space/é#1%.json"] {
            assert_eq!(path_of(&address(path)).as_deref(), Some(path));
        }
        for (path, uri) in [
            ("/a/./b.json", "file:///a/b.json"),
            ("/a/../b.json", "file:///b.json"),
            ("/../a/.b/..c.json", "file:///a/.b/..c.json"),
        ] {
            assert_eq!(address(path), uri);
        }
        assert_eq!(percent_decoded("%4"), None);
        assert_eq!(percent_decoded("a%20b").as_deref(), Some("a b"));
    }

    #[test]
    fn relative_references_are_paths_without_scheme() {
        for path in ["a.json", "../b.json#/x", "./c", "a/b:c.json"] {
            assert!(is_relative(path), "{path}");
        }
        for other in [
            "#/x",
            "",
            "/etc/passwd",
            "//host/a",
            "http://x/a",
            "urn:x",
            "file:///a",
        ] {
            assert!(!is_relative(other), "{other}");
        }
    }
}
