//! Looking ahead and passing over text after a slip.

use crate::parse::Inside;
use crate::recover::Recovery;
use crate::scan::skip_plain;
use crate::slip::{self, Slip};

impl Recovery<'_> {
    fn bytes(&self) -> &[u8] {
        self.parser.bytes()
    }

    /// The position after the closing quote of the string at `at`; nothing where its line ends before.
    fn string_end(&self, at: usize) -> Option<usize> {
        let mut at = at + 1;
        loop {
            at = skip_plain(self.bytes(), at);
            match self.byte(at) {
                b'"' => return Some(at + 1),
                b'\n' | b'\r' => return None,
                b'\\' if !matches!(self.byte(at + 1), b'\n' | b'\r') => at += 2,
                _ if at >= self.bytes().len() => return None,
                _ => at += 1,
            }
        }
    }

    fn line_end(&self, at: usize) -> usize {
        let rest = self.bytes().get(at..).unwrap_or_default();
        rest.iter()
            .position(|byte| matches!(byte, b'\n' | b'\r'))
            .map_or(self.bytes().len(), |length| at + length)
    }

    /// Whether a string with a colon behind it is at `at`.
    pub(crate) fn is_key(&self, at: usize) -> bool {
        self.byte(at) == b'"'
            && self
                .string_end(at)
                .is_some_and(|end| self.byte(self.parser.skip_space(end)) == b':')
    }

    /// Whether a key without quotes, or in single ones, is at `at`, with a colon behind it.
    pub(crate) fn is_bare_key(&self, at: usize) -> bool {
        if slip::comment_at(self.parser.text, at).is_some() {
            return false;
        }
        let (slip, place) = slip::bad_key(self.parser.text, at);
        matches!(slip, Slip::UnquotedKey | Slip::SingleQuotes)
            && self.byte(self.parser.skip_space(place.end as usize)) == b':'
    }

    /// Whether a value that is no container begins at `at`, as far as its first characters tell.
    pub(crate) fn starts_scalar(&self, at: usize) -> bool {
        match self.byte(at) {
            b'"' => self.string_end(at).is_some(),
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
            && slip::comment_at(self.parser.text, at).is_none()
    }

    /// Names what is wrong with the string at `start`; gives the position after it and whether it is closed.
    pub(crate) fn spoilt_string(&mut self, start: usize) -> (usize, bool) {
        let mut at = start + 1;
        loop {
            at = skip_plain(self.bytes(), at);
            match self.byte(at) {
                b'"' => return (at + 1, true),
                b'\\' => match self.parser.escape(start, at) {
                    Ok((_, after)) => at = after,
                    Err(stop) if stop.0.slip == Slip::UnclosedString => {
                        at = self.bytes().len();
                    }
                    Err(stop) => {
                        self.error(stop.0.slip, stop.0.span);
                        at = stop.0.span.end as usize;
                    }
                },
                byte if at >= self.bytes().len() || matches!(byte, b'\n' | b'\r') => {
                    self.error(Slip::UnclosedString, crate::parse::span(start, at));
                    self.excused = true;
                    self.note_brackets(start, at);
                    return (at, false);
                }
                _ => {
                    self.error_at(Slip::ControlCharacter, at);
                    at += 1;
                }
            }
        }
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
                    let Some(end) = self.string_end(at) else {
                        at = self.line_end(at);
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
                    at = self.string_end(at).unwrap_or_else(|| self.line_end(at));
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

    /// Whether a closing bracket at `at` is rather meant to close the innermost container than its partner, the one
    /// at `depth`: by its indentation where it begins a line, else because its partner is the whole text's.
    pub(crate) fn is_wrong_kind(&self, at: usize, depth: usize) -> bool {
        let opening = |token: u32| {
            let start = self.parser.tape.tokens.get(token as usize);
            start.map_or(0, |token| token.start as usize)
        };
        let (indent, first) = self.indent(at);
        if first {
            return self.indent(opening(self.parser.here.token)).0 == indent;
        }
        let more = self.parser.skip_space(at + 1) < self.bytes().len();
        depth == 1 && more
    }

    /// The indentation of the line that holds `at`, and whether nothing else stands in front of `at` there.
    fn indent(&self, at: usize) -> (usize, bool) {
        let before = self.bytes().get(..at).unwrap_or_default();
        let start = before
            .iter()
            .rposition(|byte| *byte == b'\n')
            .map_or(0, |end| end + 1);
        let line = before.get(start..).unwrap_or_default();
        let spaces = line
            .iter()
            .position(|byte| !matches!(byte, b' ' | b'\t'))
            .unwrap_or(line.len());
        (spaces, spaces == line.len() && start > 0)
    }
}
