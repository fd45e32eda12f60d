//! JSON that is safe to look at: characters that could move the cursor, hide text or reorder it are written as escapes.

use std::io::{self, Write};

use serde_json::ser::Formatter;

use crate::text::visible;

/// JSON, laid out as another formatter does, without raw control characters.
pub(super) struct SafeFormatter<F>(pub(super) F);

impl<F: Formatter> Formatter for SafeFormatter<F> {
    fn begin_array<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_array(out)
    }

    fn end_array<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_array(out)
    }

    fn begin_array_value<W: Write + ?Sized>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_array_value(out, first)
    }

    fn end_array_value<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_array_value(out)
    }

    fn begin_object<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_object(out)
    }

    fn end_object<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_object(out)
    }

    fn begin_object_key<W: Write + ?Sized>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_object_key(out, first)
    }

    fn begin_object_value<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_object_value(out)
    }

    fn end_object_value<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_object_value(out)
    }

    fn write_string_fragment<W: Write + ?Sized>(
        &mut self,
        out: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        let mut plain = 0;
        for (at, character) in fragment
            .char_indices()
            .filter(|(_, character)| visible(*character) != *character)
        {
            out.write_all(&fragment.as_bytes()[plain..at])?;
            for unit in character.encode_utf16(&mut [0; 2]) {
                write!(out, "\\u{unit:04x}")?;
            }
            plain = at + character.len_utf8();
        }
        out.write_all(&fragment.as_bytes()[plain..])
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may fail by panicking")]
mod tests {
    use serde::Serialize as _;
    use serde_json::ser::CompactFormatter;

    use super::SafeFormatter;

    #[test]
    fn what_could_deceive_is_escaped_and_means_the_same() {
        let text = "a\u{9b}31m\u{202e}é\u{7f}日\u{e0001}\u{1b}\"";
        let mut written = Vec::new();
        text.serialize(&mut serde_json::Serializer::with_formatter(
            &mut written,
            SafeFormatter(CompactFormatter),
        ))
        .unwrap();
        let written = String::from_utf8(written).unwrap();
        assert_eq!(
            written,
            r#""a\u009b31m\u202eé\u007f日\udb40\udc01\u001b\"""#
        );
        assert_eq!(serde_json::from_str::<String>(&written).unwrap(), text);
    }
}
