//! Brackets that are missing, too many or of the wrong kind.

use crate::parse::{DEPTH_LIMIT, Inside, narrow, span};
use crate::recover::{Recovery, Step};
use crate::slip::Slip;
use crate::surmise::{Closing, Reading};
use crate::tree::TokenKind;

impl Recovery<'_> {
    pub(crate) fn end_of_entries(
        &mut self,
        at: usize,
        comma: Option<usize>,
        own: bool,
    ) -> (usize, Step) {
        if let Some(comma) = comma {
            self.error(Slip::TrailingComma, span(comma, comma + 1));
        }
        if own {
            self.close(at)
        } else {
            self.mismatched(at)
        }
    }

    /// What comes here can only belong to the container around: the innermost one does not close.
    pub(crate) fn unclosed(&mut self, at: usize, bracket: u8) -> (usize, Step) {
        if !std::mem::take(&mut self.excused) {
            self.error_at(Slip::UnclosedBracket, at);
        }
        self.close_before(at);
        self.early = Some((bracket, self.parser.outer.len()));
        (at, Step::Entry(None))
    }

    /// What the key at `at`, where an element belongs, means.
    pub(crate) fn reading(&mut self, at: usize) -> Reading {
        if !self.torn && self.is_sound(at) {
            let next = narrow(self.parser.tape.tokens.len());
            self.parser.reading(at, next, &mut self.ahead)
        } else if self.around() == Inside::Object {
            Reading::Around
        } else {
            Reading::Plain
        }
    }

    /// A key where an element belongs: a bracket is missing, too many or of the wrong kind.
    pub(crate) fn key_in_array(&mut self, at: usize) -> (usize, Step) {
        let reading = self.reading(at);
        if reading == Reading::Around {
            return self.unclosed(at, b']');
        }
        let Some((slip, place)) = self.parser.misplaced_key(reading, at) else {
            return self.plain_element(at);
        };
        if !std::mem::take(&mut self.excused) {
            self.error(slip, place);
        }
        match reading {
            Reading::Wrong | Reading::WrongPair => {
                self.parser.here.inside = Inside::Object;
                let pair = reading == Reading::WrongPair;
                self.pair = pair.then_some(self.parser.outer.len());
                let array = self.parser.here.token as usize;
                self.parser.tape.tokens[array].kind = TokenKind::Object;
            }
            Reading::Reopened(object) if self.enter(object) => {}
            _ => {
                self.parser.here.entries += 1;
                return self.open_unwritten(at);
            }
        }
        (at, Step::Entry(None))
    }

    /// Opens an object whose brace is missing before the key at `at`. Where containers are as deep as they may be, the
    /// key is passed over instead.
    pub(crate) fn open_unwritten(&mut self, at: usize) -> (usize, Step) {
        let fits = self.parser.outer.len() < DEPTH_LIMIT;
        if fits && self.parser.open(at, TokenKind::Object).is_ok() {
            return (at, Step::Entry(None));
        }
        let end = self.parser.string_end(at).unwrap_or(at + 1);
        self.hole(at, end);
        self.junk(end)
    }

    /// Reads the value with a token again as the first one of a list whose bracket is missing; nothing where something
    /// else was wrong in it.
    pub(crate) fn open_list(&mut self, value: u32) -> Option<(usize, Step)> {
        let start = self.parser.tape.tokens[value as usize].start;
        let mut errors = self.found.errors.iter();
        let told = errors.any(|error| error.span.start >= start);
        if self.torn || told || self.found.holes.contains(&value) {
            return None;
        }
        self.error(Slip::MissingListOpening, self.parser.first_of_list(value));
        let before = self.parser.tape.mark_before(value);
        self.parser.tape.rewind(before);
        let found = &mut self.found;
        for tokens in [&mut found.holes, &mut found.lossy, &mut found.overfull] {
            tokens.retain(|&token| token < value);
        }
        let at = start as usize;
        self.parser.open(at, TokenKind::Array).ok()?;
        Some((at, Step::Entry(None)))
    }

    /// Whether nothing is wrong with the string at `at` itself.
    fn is_sound(&mut self, at: usize) -> bool {
        let mark = self.parser.tape.mark();
        let sound = self.parser.string(at).is_ok();
        self.parser.tape.rewind(mark);
        sound
    }

    /// Whether the string at `at`, where a value belongs, is the first key of an object without its brace.
    pub(crate) fn is_member(&mut self, at: usize) -> bool {
        let place = self.parser.here.inside != Inside::Array && !self.torn && !self.quiet;
        if !place || !self.is_key(at) || !self.is_sound(at) {
            return false;
        }
        let next = narrow(self.parser.tape.tokens.len());
        self.parser.reading(at, next, &mut self.ahead) == Reading::Opened
    }

    /// A closing bracket that is not the innermost container's.
    pub(crate) fn mismatched(&mut self, at: usize) -> (usize, Step) {
        let byte = self.byte(at);
        self.excused = false;
        let depth = self.parser.outer.len();
        if byte == b']' && self.pair.take_if(|pair| *pair == depth).is_some() {
            return self.close(at);
        }
        let early = |early: &mut (u8, usize)| *early == (byte, depth);
        if self.early.take_if(early).is_some() {
            return (at + 1, Step::After);
        }
        let closing = if self.torn {
            self.parser.usual_closing(at)
        } else {
            let (closing, slip) = self.parser.closing(at, &mut self.ahead);
            self.error_at(slip, at);
            if slip == Slip::ExtraBracket {
                return (at + 1, Step::After);
            }
            closing
        };
        match closing {
            Closing::Partner(depth) => {
                while self.parser.outer.len() > depth {
                    self.close_before(at);
                }
                self.close(at)
            }
            Closing::Innermost => {
                self.lossy_here();
                self.close(at)
            }
            Closing::Nothing => {
                self.lossy_here();
                (at + 1, Step::After)
            }
        }
    }
}
