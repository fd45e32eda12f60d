//! Telling what encoding a text has, and keeping what can be read of one that is not UTF-8.

use missionlint_tape::Span;

use super::nature;
use super::syntax::{bytes_at, span};
use crate::catalogue::builtin;
use crate::finding::{Fact, Finding};

/// The byte order mark of UTF-8.
pub(super) const MARK: &[u8] = b"\xEF\xBB\xBF";

/// A byte order mark is no error, but other programs trip over it.
pub(super) fn mark_found() -> Finding {
    Finding::new(&builtin::BYTE_ORDER_MARK, bytes_at(Span::new(0, 0)))
}

/// What stands for a file of which nothing can be read: it has another encoding, or is of another kind.
pub(super) fn unreadable(bytes: &[u8]) -> Option<Finding> {
    let encoding = if is_utf32(bytes) {
        Some("utf-32")
    } else {
        is_utf16(bytes).then_some("utf-16")
    };
    if let Some(encoding) = encoding {
        let name = Fact::Vocabulary(vec![encoding.to_owned()]);
        let start = bytes_at(Span::new(0, 0));
        return Some(Finding::new(&builtin::NOT_UTF8, start).with("encoding", name));
    }
    nature::of_bytes(bytes).map(nature::found)
}

/// Whether a text is UTF-32, by its byte order mark or by characters that start JSON.
fn is_utf32(bytes: &[u8]) -> bool {
    match *bytes {
        [0xFF, 0xFE, 0, 0, ..] | [0, 0, 0xFE, 0xFF, ..] => true,
        [first, 0, 0, 0, ..] | [0, 0, 0, first, ..] => STARTS.contains(&first),
        _ => false,
    }
}

/// What JSON may start with.
const STARTS: &[u8] = b" \t\r\n{[\"-0123456789tfn";

/// Whether a text is UTF-16, by its byte order mark or by characters that start JSON.
fn is_utf16(bytes: &[u8]) -> bool {
    match *bytes {
        // This is the mark of UTF-32.
        [0xFF, 0xFE, 0, 0, ..] => false,
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => true,
        [first, 0, ref rest @ ..] => starts_json(first, rest, 1),
        [0, first, ref rest @ ..] => starts_json(first, rest, 0),
        _ => false,
    }
}

/// Whether the second character of UTF-16 may follow the first: only in a text it may be beyond ASCII. `high` is which
/// of its two bytes is the upper one.
fn starts_json(first: u8, rest: &[u8], high: usize) -> bool {
    STARTS.contains(&first)
        && rest
            .get(..2)
            .is_none_or(|next| next != [0, 0] && (first == b'"' || next[high] == 0))
}

/// Bytes that are not UTF-8.
#[derive(Debug, Clone, Copy)]
pub(super) struct BadBytes {
    /// Where they are.
    pub(super) span: Span,
    /// The first of them.
    pub(super) first: u8,
}

/// Puts control characters, which no JSON text may hold, in place of what is not UTF-8. Gives the text, of the same
/// length, and where it was changed, in order.
pub(super) fn repair(mut bytes: Vec<u8>) -> (String, Vec<BadBytes>) {
    let mut bad = Vec::new();
    let mut start = 0;
    while let Err(error) = std::str::from_utf8(bytes.get(start..).unwrap_or_default()) {
        let from = start + error.valid_up_to();
        let to = error
            .error_len()
            .map_or(bytes.len(), |length| from + length);
        bad.push(BadBytes {
            span: span(from, to),
            first: bytes[from],
        });
        bytes[from..to].fill(1);
        start = to;
    }
    (String::from_utf8_lossy(&bytes).into_owned(), bad)
}

/// The finding that bytes are not UTF-8.
pub(super) fn not_utf8_found(bad: BadBytes) -> Finding {
    let first = Span::new(bad.span.start, bad.span.start + 1);
    Finding::new(&builtin::NOT_UTF8, bytes_at(first)).with(
        "byte",
        Fact::Vocabulary(vec![format!("0x{:02X}", bad.first)]),
    )
}
