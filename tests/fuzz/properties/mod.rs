//! What must hold for any bytes. The fuzz targets feed these functions, and `tests/tape/fuzzed.rs` runs them on all that
//! a fuzzer ever broke. A property that does not hold is a panic.
//!
//! The references are `serde_json` and the validator on `serde_json::Value`. What they cannot represent is told by
//! [`tree::Beyond`], and what they say of it then is asserted as well.
//!
//! Work is linear here: a text that takes the fuzzer's patience (`-timeout`) takes it in the tape.

pub(crate) mod parse;
pub(crate) mod recovery;
mod tree;
pub(crate) mod validate;

use missionlint_tape::Span;

/// A text of the bytes; the layer above decodes before it parses.
fn text_of(data: &[u8]) -> String {
    String::from_utf8_lossy(data).into_owned()
}

/// The lines of a text as NDJSON has them.
fn lines(text: &str) -> impl Iterator<Item = Span> {
    let mut start = 0;
    text.split('\n').map(move |line| {
        let span = Span::new(start, start + position(line.len()));
        start = span.end + 1;
        span
    })
}

/// A byte position, which a fuzzer's texts keep small.
fn position(bytes: usize) -> u32 {
    u32::try_from(bytes).expect("a short text")
}

fn moved(span: Span, by: u32) -> Span {
    Span::new(span.start + by, span.end + by)
}
