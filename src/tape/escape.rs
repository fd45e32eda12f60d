//! Strings with escapes: decoded once, while they are parsed.

use crate::Span;
use crate::parse::{Inside, Parsed, Parser, narrow, span};
use crate::scan::skip_plain;
use crate::slip::{self, Slip};
use crate::tree::TokenKind;

/// Bytes over which a string of several lines may stretch.
const LONGEST: usize = 1 << 16;

impl Parser<'_> {
    /// A string that holds a backslash or a slip at `at`; gives the position after its closing quote.
    pub(crate) fn escaped_string(
        &mut self,
        start: usize,
        mut at: usize,
        kind: TokenKind,
    ) -> Parsed<usize> {
        let mut copied = start + 1;
        loop {
            match self.byte(at) {
                b'"' => break,
                b'\\' => {
                    self.tape.escapes.text.push_str(&self.text[copied..at]);
                    let (character, after) = self.escape(start, at)?;
                    self.tape.escapes.text.push(character);
                    copied = after;
                    at = skip_plain(self.bytes(), after);
                }
                b'\n' | b'\r' => return Err(self.slip(self.broken_off(at), span(start, at))),
                _ if at >= self.text.len() => {
                    return Err(self.slip(Slip::UnclosedString, span(start, at)));
                }
                _ => return Err(self.slip(Slip::ControlCharacter, span(at, at + 1))),
            }
        }
        self.tape.escapes.text.push_str(&self.text[copied..at]);
        self.tape.push_escaped(kind, start, at + 1);
        Ok(at + 1)
    }

    /// The slip of a string whose line ends at `at`: it goes on where the next quote has behind it what follows a
    /// string.
    #[cold]
    pub(crate) fn broken_off(&self, at: usize) -> Slip {
        let mut next = at;
        loop {
            next = skip_plain(self.bytes(), next);
            match self.byte(next) {
                b'"' => break,
                _ if next >= self.text.len() || next > at + LONGEST => return Slip::UnclosedString,
                b'\\' => next += 2,
                _ => next += 1,
            }
        }
        let after = self.skip_space(next + 1);
        let alone = after >= self.text.len() && self.here.inside == Inside::Nothing;
        if alone || matches!(self.byte(after), b',' | b':' | b'}' | b']') {
            Slip::LineBreak
        } else {
            Slip::UnclosedString
        }
    }

    /// The character an escape stands for and the position after it; `start` is where its string begins.
    pub(crate) fn escape(&self, start: usize, at: usize) -> Parsed<(char, usize)> {
        let character = match self.byte(at + 1) {
            b'"' => '"',
            b'\\' => '\\',
            b'/' => '/',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => return self.unicode_escape(at),
            _ if at + 1 >= self.text.len() => {
                return Err(self.slip(Slip::UnclosedString, span(start, at + 1)));
            }
            _ => {
                let letter = slip::character_at(self.text, at + 1);
                return Err(self.slip(Slip::BadEscape, Span::new(narrow(at), letter.end)));
            }
        };
        Ok((character, at + 2))
    }

    /// `\uXXXX`, or two of them for a character beyond the basic plane.
    fn unicode_escape(&self, at: usize) -> Parsed<(char, usize)> {
        let high = self.four_hex(at)?;
        if let Some(character) = char::from_u32(high) {
            return Ok((character, at + 6));
        }
        if self.byte(at + 6) == b'\\' && self.byte(at + 7) == b'u' {
            let low = self.four_hex(at + 6)?;
            if let Some(Ok(character)) = char::decode_utf16([high, low].map(utf16)).next() {
                return Ok((character, at + 12));
            }
        }
        Err(self.slip(Slip::LoneSurrogate, span(at, at + 6)))
    }

    /// The code of a `\uXXXX` escape at `at`.
    fn four_hex(&self, at: usize) -> Parsed<u32> {
        let mut code = 0;
        for position in at + 2..at + 6 {
            let Some(digit) = char::from(self.byte(position)).to_digit(16) else {
                return Err(self.slip(Slip::BadEscape, span(at, position)));
            };
            code = code * 16 + digit;
        }
        Ok(code)
    }
}

/// Four hexadecimal digits are one unit of UTF-16.
fn utf16(code: u32) -> u16 {
    u16::try_from(code).unwrap_or(0)
}
