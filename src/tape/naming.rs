//! Naming what stands where the grammar allows nothing of it: the strict parser's first slip.
//!
//! ## Decisions
//! * What a slip is may hang on the text behind it. Recovery asks the same functions at the same place, so that its
//!   first slip is the strict parser's, by name and place.

use crate::parse::{Frame, Inside, Parser, Stop, span};
use crate::slip::{self, Slip, SyntaxError};
use crate::surmise::{Ahead, Reading};
use crate::tree::TokenKind;
use crate::{Span, filler, foreign};

impl Parser<'_> {
    #[cold]
    pub(crate) fn slip(&self, slip: Slip, span: Span) -> Stop {
        Stop(Box::new(SyntaxError {
            slip,
            span,
            opening: self.opening(),
        }))
    }

    /// The innermost open bracket; nothing where it is the bracket that is missing.
    fn opening(&self) -> Option<Span> {
        self.opening_of(self.here)
    }

    fn opening_of(&self, frame: Frame) -> Option<Span> {
        let start = self.tape.tokens.get(frame.token as usize)?.start;
        let written = matches!(self.byte(start as usize), b'{' | b'[');
        (frame.inside != Inside::Nothing && written).then(|| Span::new(start, start + 1))
    }

    /// The slip at a position if it is the same everywhere: the text ends, or something begins that is no part of it.
    fn common_slip(&self, at: usize) -> Option<Stop> {
        if at >= self.text.len() {
            return Some(self.slip(Slip::UnclosedBracket, span(at, at)));
        }
        let (slip, place) = foreign::aside_at(self.text, at)?;
        Some(self.slip(slip, place))
    }

    fn character(&self, slip: Slip, at: usize) -> Stop {
        self.slip(slip, slip::character_at(self.text, at))
    }

    /// After the value that should be the only one, whose token is `root`.
    #[cold]
    pub(crate) fn bad_end(&self, at: usize, root: u32) -> Stop {
        self.common_slip(at).unwrap_or_else(|| {
            let (slip, place) = self.bad_tail(at, root, &mut Ahead::unlimited());
            self.slip(slip, place)
        })
    }

    /// Names what stands after the value at the top level, whose token is `root`.
    pub(crate) fn bad_tail(&self, at: usize, root: u32, ahead: &mut Ahead) -> (Slip, Span) {
        let word = || slip::word_at(self.text, at);
        match self.byte(at) {
            b']' | b'}' => (Slip::ExtraBracket, span(at, at + 1)),
            b',' => match self.closed_early(at, root, ahead) {
                Some(bracket) => (Slip::ExtraBracket, bracket),
                None => (Slip::ExtraComma, span(at, at + 1)),
            },
            b':' if self.is_string(root) => {
                let key = self.tape.tokens[root as usize];
                (Slip::MissingOpening, Span::new(key.start, key.end))
            }
            b'{' | b'[' | b'"' | b'-' | b'0'..=b'9' => (Slip::SecondValue, word()),
            _ => (Slip::TrailingText, word()),
        }
    }

    fn is_string(&self, token: u32) -> bool {
        let token = self.tape.tokens.get(token as usize);
        token
            .is_some_and(|token| matches!(token.kind, TokenKind::String | TokenKind::EscapedString))
    }

    /// Where a comma or the closing bracket should be.
    #[cold]
    pub(crate) fn bad_separator(&self, at: usize) -> Stop {
        if let Some(stop) = self.common_slip(at) {
            return stop;
        }
        if let Some(place) = foreign::comma_at(self.text, at) {
            return self.slip(Slip::WrongComma, place);
        }
        if matches!(self.byte(at), b']' | b'}') {
            return self.bad_bracket(at);
        }
        if let Some((slip, place)) = self.key_before(at) {
            return self.slip(slip, place);
        }
        if let Some((_, misquoted)) = self.misquoted_value(at) {
            return self.slip(misquoted.slip, misquoted.place);
        }
        if let Some((slip, place)) = self.after_value(at) {
            return self.slip(slip, place);
        }
        if self.byte(at) == b':' {
            return self.bad_key_place(at);
        }
        self.slip(Slip::MissingComma, slip::word_at(self.text, at))
    }

    /// What stands behind the value that was read last, at `at`, and makes it more than it seemed.
    pub(crate) fn after_value(&self, at: usize) -> Option<(Slip, Span)> {
        let token = self.tape.tokens.last()?;
        let (start, end) = (token.start as usize, token.end as usize);
        match (token.kind, self.byte(at)) {
            (TokenKind::Number, b':' | b'/') if end == at => {
                let date = filler::date_at(self.text, start)?;
                Some((Slip::UnquotedDate, date))
            }
            (TokenKind::String | TokenKind::EscapedString, b'+') if self.skip_space(end) == at => {
                Some((Slip::Concatenation, span(at, at + 1)))
            }
            (_, b')') => Some((
                self.round_closing(at, &mut Ahead::unlimited()),
                span(at, at + 1),
            )),
            _ => None,
        }
    }

    /// What makes a key of the string before the colon at `at`, whatever its quotes look like: in a list always, elsewhere
    /// where its bracket is missing.
    fn key_before(&self, at: usize) -> Option<(Slip, Span)> {
        let last = self.tape.tokens.len().checked_sub(1)?;
        let token = self.tape.tokens[last];
        let index = crate::parse::narrow(last);
        let is_before = self.byte(at) == b':' && self.skip_space(token.end as usize) == at;
        if !is_before || !self.is_string(index) {
            return None;
        }
        let key = token.start as usize;
        let reading = self.reading(key, index, &mut Ahead::unlimited());
        let is_first = self.here.inside == Inside::Array || reading == Reading::Opened;
        is_first.then(|| self.misplaced_key(reading, key)).flatten()
    }

    /// Behind a value, which may have been meant as a key.
    fn bad_key_place(&self, colon: usize) -> Stop {
        let last = self.tape.tokens.len() - 1;
        let plain = (Slip::MissingComma, slip::word_at(self.text, colon));
        let token = self.tape.tokens[last];
        let index = crate::parse::narrow(last);
        // It may be within the value.
        let before = self.skip_space(token.end as usize) == colon;
        let (slip, place) = if before && self.is_string(index) {
            let key = token.start as usize;
            let reading = self.reading(key, index, &mut Ahead::unlimited());
            self.misplaced_key(reading, key).unwrap_or(plain)
        } else {
            plain
        };
        self.slip(slip, place)
    }

    /// Names what makes a key stand among values; nothing where it is rather a value.
    pub(crate) fn misplaced_key(&self, reading: Reading, key: usize) -> Option<(Slip, Span)> {
        match reading {
            Reading::Plain => None,
            Reading::Opened => {
                let end = self.string_end(key).unwrap_or(key + 1);
                Some((Slip::MissingOpening, span(key, end)))
            }
            Reading::Around => Some((Slip::UnclosedBracket, span(key, key + 1))),
            Reading::Wrong | Reading::WrongPair => {
                let start = self.tape.tokens[self.here.token as usize].start;
                Some((Slip::WrongBracket, Span::new(start, start + 1)))
            }
            Reading::Reopened(token) => {
                let end = self.tape.tokens[token as usize].end;
                Some((Slip::ExtraBracket, Span::new(end - 1, end)))
            }
        }
    }

    /// At a closing bracket that is not the innermost container's.
    fn bad_bracket(&self, at: usize) -> Stop {
        let (_, slip) = self.closing(at, &mut Ahead::unlimited());
        self.character(slip, at)
    }

    /// Behind a key, whose token is the last one.
    #[cold]
    pub(crate) fn bad_colon(&self, at: usize) -> Stop {
        if let Some(stop) = self.common_slip(at) {
            return stop;
        }
        let key = crate::parse::narrow(self.tape.tokens.len()) - 1;
        let token = self.tape.tokens[key as usize];
        let (start, end) = (token.start as usize, token.end as usize);
        if let Some(misquoted) = self.misquoted(start, end, true) {
            return self.slip(misquoted.slip, misquoted.place);
        }
        if let Some(place) = foreign::colon_at(self.text, at) {
            return self.slip(Slip::WrongColon, place);
        }
        match self.unopened_list(start, key, &mut Ahead::unlimited()) {
            Some(value) => self.slip(Slip::MissingListOpening, self.first_of_list(value)),
            None => self.character(Slip::MissingColon, at),
        }
    }

    #[cold]
    pub(crate) fn bad_key(&self, at: usize) -> Stop {
        self.common_slip(at).unwrap_or_else(|| {
            if self.byte(at) == b']' {
                return self.bad_bracket(at);
            }
            if let Some(stop) = self.placeholder_opened(at) {
                return stop;
            }
            if let Some(value) = self.list_before(at, &mut Ahead::unlimited()) {
                return self.slip(Slip::MissingListOpening, self.first_of_list(value));
            }
            let (slip, span) = self.bad_member(at, &mut Ahead::unlimited());
            self.slip(slip, span)
        })
    }

    /// The brace that was opened before `at` begins a placeholder.
    fn placeholder_opened(&self, at: usize) -> Option<Stop> {
        let start = self.tape.tokens.get(self.here.token as usize)?.start as usize;
        let opens = start + 1 == at && self.here.entries == 0;
        let place = opens
            .then(|| filler::placeholder_at(self.text, start))
            .flatten()?;
        let around = self.outer.last().copied().unwrap_or(Frame::BOTTOM);
        let mut stop = self.slip(Slip::Placeholder, place);
        stop.0.opening = self.opening_of(around);
        Some(stop)
    }

    /// The first value of a list without its bracket, where its next one is at `at` instead of a key.
    pub(crate) fn list_before(&self, at: usize, ahead: &mut Ahead) -> Option<u32> {
        let starts = matches!(self.byte(at), b'{' | b'-' | b'0'..=b'9');
        let end = crate::parse::narrow(self.tape.tokens.len());
        let fits = starts && self.here.entries > 0 && self.decimal_comma(at).is_none();
        fits.then(|| self.unopened_list(at, end, ahead)).flatten()
    }

    /// Names the slip where a key was expected and no bracket closes.
    pub(crate) fn bad_member(&self, at: usize, ahead: &mut Ahead) -> (Slip, Span) {
        if let Some(number) = self.decimal_comma(at) {
            return (Slip::DecimalComma, number);
        }
        if self.byte(at) == b'{' && self.here.entries == 0 {
            if self.is_list(at, ahead) {
                let start = self.tape.tokens[self.here.token as usize].start;
                return (Slip::WrongBrace, Span::new(start, start + 1));
            }
            return (Slip::ExtraBracket, span(at, at + 1));
        }
        slip::bad_key(self.text, at)
    }

    /// A number with commas in it, whose first part was read as the last value.
    fn decimal_comma(&self, at: usize) -> Option<Span> {
        let token = self.tape.tokens.last()?;
        let parts = token.kind == TokenKind::Number && token.end as usize + 1 == at;
        let mut end = at;
        while parts && self.byte(end).is_ascii_digit() {
            end = self.digits(end);
            if self.byte(end) == b',' && self.byte(end + 1).is_ascii_digit() {
                end += 1;
            }
        }
        let after = self.byte(self.skip_space(end));
        let ends = matches!(after, b',' | b'}') || end >= self.text.len();
        (end > at && ends).then(|| Span::new(token.start, crate::parse::narrow(end)))
    }

    #[cold]
    pub(crate) fn bad_value(&self, at: usize) -> Stop {
        let first = self.tape.tokens.len() == self.here.token as usize + 1;
        self.common_slip(at)
            .unwrap_or_else(|| match (self.byte(at), self.here.inside) {
                (b']' | b'}', Inside::Nothing) => self.character(Slip::ExtraBracket, at),
                (b'}', Inside::Array) if first => self.bad_bracket(at),
                (b':', Inside::Object) => self.character(Slip::ExtraColon, at),
                (_, Inside::Nothing) if foreign::prelude_at(self.text, at).is_some() => {
                    let prelude = foreign::prelude_at(self.text, at).unwrap_or(span(at, at));
                    self.slip(Slip::ProgramCode, prelude)
                }
                (_, inside) => {
                    let inside = inside != Inside::Nothing;
                    if let Some(place) = inside.then(|| self.unopened(at)).flatten() {
                        return self.slip(Slip::UnopenedString, place);
                    }
                    if self.byte(at) == b'(' && foreign::code_at(self.text, at).is_none() {
                        return self.character(Slip::RoundBracket, at);
                    }
                    let (slip, span) = slip::bad_value(self.text, at);
                    self.slip(slip, span)
                }
            })
    }
}
