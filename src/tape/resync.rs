//! Looking ahead and passing over text after a slip.

use crate::foreign;
use crate::parse::{Inside, span};
use crate::recover::Recovery;
use crate::scan::skip_plain;
use crate::slip::{self, Slip};
use crate::tree::TokenKind;

/// A string in which something is wrong.
pub(crate) struct Spoilt {
    /// The position after it.
    pub(crate) end: usize,
    pub(crate) closed: bool,
    /// Whether what it says is plain all the same.
    pub(crate) plain: bool,
}

impl Recovery<'_> {
    fn bytes(&self) -> &[u8] {
        self.parser.bytes()
    }

    /// Whether a string with a colon behind it is at `at`.
    pub(crate) fn is_key(&self, at: usize) -> bool {
        self.byte(at) == b'"'
            && self
                .parser
                .string_end(at)
                .is_some_and(|end| self.byte(self.parser.skip_space(end)) == b':')
    }

    /// Whether a key without quotes, or in single ones, is at `at`, with a colon behind it.
    pub(crate) fn is_bare_key(&self, at: usize) -> bool {
        if foreign::aside_at(self.parser.text, at).is_some() {
            return false;
        }
        let (slip, place) = slip::bad_key(self.parser.text, at);
        (slip == Slip::UnquotedKey || slip.is_quotes())
            && self.byte(self.parser.skip_space(place.end as usize)) == b':'
    }

    /// Whether a value that is no container begins at `at`, as far as its first characters tell.
    pub(crate) fn starts_scalar(&self, at: usize) -> bool {
        match self.byte(at) {
            b'"' => self.parser.string_end(at).is_some(),
            b'-' | b'0'..=b'9' => true,
            _ => matches!(
                slip::word_at(self.parser.text, at).slice(self.parser.text),
                "true" | "false" | "null"
            ),
        }
    }

    /// Whether something else than a separator follows in the same line.
    pub(crate) fn is_crowded(&self, mut at: usize) -> bool {
        while matches!(self.byte(at), b' ' | b'\t') {
            at += 1;
        }
        at < self.bytes().len()
            && !matches!(self.byte(at), b',' | b'}' | b']' | b'\n' | b'\r')
            && foreign::comma_at(self.parser.text, at).is_none()
            && foreign::aside_at(self.parser.text, at).is_none()
    }

    /// Names what is wrong with the string at `start`: each escape, and once that it holds characters which must be
    /// escaped.
    pub(crate) fn spoilt_string(&mut self, start: usize) -> Spoilt {
        let mut at = start + 1;
        let (mut told, mut across, mut plain) = (false, false, true);
        loop {
            at = skip_plain(self.bytes(), at);
            let byte = self.byte(at);
            let ends = at >= self.bytes().len();
            match byte {
                b'"' => {
                    return Spoilt {
                        end: at + 1,
                        closed: true,
                        plain,
                    };
                }
                b'\\' => match self.parser.escape(start, at) {
                    Ok((_, after)) => at = after,
                    Err(stop) if stop.0.slip == Slip::UnclosedString => {
                        at = self.bytes().len();
                    }
                    Err(stop) => {
                        plain = false;
                        self.error(stop.0.slip, stop.0.span);
                        at = stop.0.span.end as usize;
                    }
                },
                b'\n' | b'\r' if across || self.parser.broken_off(at) == Slip::LineBreak => {
                    across = true;
                    if !std::mem::replace(&mut told, true) {
                        self.error(Slip::LineBreak, span(start, at));
                    }
                    at += 1;
                }
                _ if ends || matches!(byte, b'\n' | b'\r') => {
                    self.error(Slip::UnclosedString, span(start, at));
                    self.excused = true;
                    let end = self.parser.text_end_of_line(start, at);
                    self.note_brackets(start, end);
                    return Spoilt {
                        end,
                        closed: false,
                        plain: false,
                    };
                }
                _ => {
                    plain &= byte == b'\t';
                    if !std::mem::replace(&mut told, true) {
                        self.error_at(Slip::ControlCharacter, at);
                    }
                    at += 1;
                }
            }
        }
    }

    /// Adds what a closed string says, in which nothing is wrong but that characters are not escaped.
    pub(crate) fn keep_spoilt(&mut self, start: usize, end: usize) {
        let mut at = start + 1;
        while at < end - 1 {
            let plain = skip_plain(self.bytes(), at).min(end - 1);
            let text = self.parser.text.get(at..plain).unwrap_or("");
            self.parser.tape.escapes.text.push_str(text);
            if plain >= end - 1 {
                break;
            }
            let (character, after) = match self.parser.escape(start, plain) {
                Ok(escape) if self.byte(plain) == b'\\' => escape,
                _ => (char::from(self.byte(plain)), plain + 1),
            };
            self.parser.tape.escapes.text.push(character);
            at = after;
        }
        self.parser
            .tape
            .push_escaped(TokenKind::EscapedString, start, end);
    }

    /// Closing brackets that were passed over have partners which nothing closes, and the other way round.
    fn note_brackets(&mut self, start: usize, end: usize) {
        let passed = self.bytes().get(start..end).unwrap_or_default();
        self.torn |= passed
            .iter()
            .any(|byte| matches!(byte, b'{' | b'}' | b'[' | b']'));
    }

    /// The position of the next comma or closing bracket, or of the line end: the container goes on there. Where a
    /// quote has no partner in the line, nothing tells strings from what is between them: the line is passed over.
    pub(crate) fn skip_junk(&mut self, start: usize) -> usize {
        let mut at = start;
        let mut depth = 0_usize;
        loop {
            match self.byte(at) {
                _ if at >= self.bytes().len() => break,
                b'"' => {
                    let Some(end) = self.parser.string_end(at) else {
                        at = self.parser.line_end(at);
                        self.note_brackets(start, at);
                        return at;
                    };
                    at = end;
                }
                b'{' | b'[' => {
                    depth += 1;
                    at += 1;
                }
                b'}' | b']' if depth > 0 => {
                    depth -= 1;
                    at += 1;
                }
                b',' | b'}' | b']' if depth == 0 && self.parser.here.inside != Inside::Nothing => {
                    break;
                }
                b'\n' if depth == 0 && at > start => break,
                _ => at += 1,
            }
        }
        self.torn |= depth > 0;
        // Bytes that need a decision are characters of their own, so that this is where a character begins.
        at
    }

    /// The position after the container at `at`, which is too deep to be read.
    pub(crate) fn skip_nested(&mut self, mut at: usize) -> usize {
        let mut depth = 0_usize;
        while at < self.bytes().len() {
            match self.byte(at) {
                b'"' => {
                    at = self
                        .parser
                        .string_end(at)
                        .unwrap_or_else(|| self.parser.line_end(at));
                    continue;
                }
                b'{' | b'[' => depth += 1,
                b'}' | b']' => depth = depth.saturating_sub(1),
                _ => {}
            }
            at += 1;
            if depth == 0 {
                break;
            }
        }
        at
    }
}
