//! Values that are more, or less, than they seemed to be.

use crate::parse::{DEPTH_LIMIT, Inside, narrow, span};
use crate::quotes::Misquoted;
use crate::recover::{Recovery, Step};
use crate::slip::Slip;
use crate::tree::{Mark, TokenKind};

impl Recovery<'_> {
    /// A value that was understood where its text is plain.
    pub(crate) fn replace_value(&mut self, start: usize, end: usize, text: Option<&str>) {
        match text {
            Some(text) => {
                self.parser.tape.escapes.text.push_str(text);
                self.parser
                    .tape
                    .push_escaped(TokenKind::EscapedString, start, end);
            }
            None => self.hole(start, end),
        }
    }

    /// Forgets the value that was read last.
    fn take_back_last(&mut self) {
        let last = narrow(self.parser.tape.tokens.len().saturating_sub(1));
        let before = self.parser.tape.mark_before(last);
        self.parser.tape.rewind(before);
        self.found.holes.retain(|&hole| hole < last);
    }

    /// Behind a value at `at`: the value with what is wrong with it, or what makes a longer one of it.
    pub(crate) fn more_than_it_seemed(&mut self, at: usize) -> Option<(usize, Step)> {
        if let Some((value, misquoted)) = self.parser.misquoted_value(at) {
            if !std::mem::take(&mut self.excused) {
                self.error(misquoted.slip, misquoted.place);
            }
            self.take_back_last();
            self.replace_value(value.start as usize, misquoted.end, misquoted.text);
            return Some((misquoted.end, Step::After));
        }
        if self.byte(at) == b')' {
            return Some(self.round_closing(at));
        }
        let (slip, place) = self.parser.after_value(at)?;
        self.error(slip, place);
        let start = self.parser.tape.tokens.last()?.start as usize;
        let end = match slip {
            Slip::Concatenation => self.joined_end(at),
            _ => place.end as usize,
        };
        self.take_back_last();
        self.hole(start, end);
        Some((end, Step::After))
    }

    /// The position after the texts and names that signs join from the one at `at` on.
    fn joined_end(&self, at: usize) -> usize {
        let (mut next, mut end) = (at, at + 1);
        while self.byte(next) == b'+' {
            let operand = self.parser.skip_space(next + 1);
            let after = match self.byte(operand) {
                b'"' => self.parser.string_end(operand),
                byte if byte.is_ascii_alphanumeric() || byte == b'_' => {
                    Some(crate::slip::word_at(self.parser.text, operand).end as usize)
                }
                _ => None,
            };
            end = after.unwrap_or(next + 1);
            next = self.parser.skip_space(end);
        }
        end
    }

    /// A closing round bracket at `at`.
    fn round_closing(&mut self, at: usize) -> (usize, Step) {
        let slip = self.parser.round_closing(at, &mut self.ahead);
        if !self.excused {
            self.error(slip, span(at, at + 1));
        }
        if slip == Slip::ExtraBracket {
            return (at + 1, Step::After);
        }
        self.close(at)
    }

    /// An opening round bracket at `at`, where a value belongs.
    pub(crate) fn round_opening(&mut self, at: usize) -> (usize, Step) {
        let first = self.parser.skip_space(at + 1);
        let kind = if self.is_key(first) {
            TokenKind::Object
        } else {
            TokenKind::Array
        };
        if self.parser.outer.len() < DEPTH_LIMIT
            && let Ok(next) = self.parser.open(at, kind)
        {
            return (next, Step::Entry(None));
        }
        self.hole(at, at + 1);
        self.junk(at + 1)
    }

    /// A key whose quotes are not as they were meant; its token is taken back to `mark`.
    pub(crate) fn misquoted_key(
        &mut self,
        start: usize,
        mark: Mark,
        misquoted: &Misquoted<'_>,
    ) -> (usize, Step) {
        debug_assert!(self.parser.here.inside == Inside::Object);
        self.parser.tape.rewind(mark);
        self.error(misquoted.slip, misquoted.place);
        self.excused = false;
        let end = misquoted.end;
        if misquoted.text.is_none() {
            self.lossy_here();
            self.drop_member(mark);
        }
        let index = narrow(self.parser.tape.tokens.len());
        let name = misquoted.text.unwrap_or("");
        self.parser.tape.escapes.text.push_str(name);
        self.parser
            .tape
            .push_escaped(TokenKind::EscapedKey, start, end);
        if misquoted.text.is_some() {
            self.parser.note_escaped_key(index);
        }
        let colon = self.parser.skip_space(end);
        (colon + 1, Step::Value(Some(colon)))
    }
}
