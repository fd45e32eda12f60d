//! What is read, what is passed over and what is said where a text is no JSON, step by step.

use crate::parse::{DEPTH_LIMIT, Inside, Stop, narrow, span};
use crate::recover::{Recovery, Step};
use crate::resync::Spoilt;
use crate::slip::{self, Slip, SyntaxError};
use crate::surmise::Reading;
use crate::tree::{Mark, Token, TokenKind};
use crate::{Span, filler, foreign};

impl Recovery<'_> {
    /// Before a member, or the end of the object.
    pub(crate) fn member(&mut self, at: usize, comma: Option<usize>) -> (usize, Step) {
        if comma.is_some()
            && let Some(value) = self.parser.list_before(at, &mut self.ahead)
            && let Some(step) = self.open_list(value)
        {
            return step;
        }
        match self.byte(at) {
            bracket @ (b'}' | b']') => self.end_of_entries(at, comma, bracket == b'}'),
            b',' => self.extra_comma(at),
            b'"' => self.key(at),
            b'{' | b'[' if self.around() == Inside::Array && self.parser.here.entries > 0 => {
                self.unclosed(at, b'}')
            }
            _ => {
                let (slip, place) = self.parser.bad_member(at, &mut self.ahead);
                let container = matches!(self.byte(at), b'{' | b'[');
                let again = self.told_in.replace(self.parser.here.token);
                if !container || again != Some(self.parser.here.token) {
                    self.error(slip, place);
                }
                match slip {
                    Slip::WrongBrace => {
                        self.parser.here.inside = Inside::Array;
                        let object = self.parser.here.token as usize;
                        self.parser.tape.tokens[object].kind = TokenKind::Array;
                        (at, Step::Entry(None))
                    }
                    Slip::UnquotedKey => self.bare_key(place),
                    _ if slip.is_quotes() => self.bare_key(place),
                    Slip::UnopenedString => self.bare_key(place),
                    Slip::ExtraBracket => (at + 1, Step::Entry(None)),
                    Slip::Placeholder => {
                        self.lossy_here();
                        self.excused = true;
                        (place.end as usize, Step::Entry(None))
                    }
                    Slip::DecimalComma => {
                        self.forget_last();
                        (place.end as usize, Step::After)
                    }
                    _ => self.junk(at),
                }
            }
        }
    }

    /// Before an element, or the end of the array.
    pub(crate) fn element(&mut self, at: usize, comma: Option<usize>) -> (usize, Step) {
        match self.byte(at) {
            bracket @ (b'}' | b']') => self.end_of_entries(at, comma, bracket == b']'),
            b',' => self.extra_comma(at),
            b'"' if self.is_key(at) => self.key_in_array(at),
            _ => self.plain_element(at),
        }
    }

    pub(crate) fn plain_element(&mut self, at: usize) -> (usize, Step) {
        self.parser.here.entries += 1;
        self.excused = false;
        (at, Step::Value(None))
    }

    fn extra_comma(&mut self, at: usize) -> (usize, Step) {
        if !std::mem::take(&mut self.excused) {
            self.error(Slip::ExtraComma, span(at, at + 1));
        }
        let mut after = at + 1;
        while self.byte(after) == b',' {
            after += 1;
        }
        (after, Step::Entry(None))
    }

    /// Text that is passed over, because what it means is not known.
    pub(crate) fn junk(&mut self, at: usize) -> (usize, Step) {
        self.lossy_here();
        self.excused = true;
        (self.skip_junk(at), Step::After)
    }

    /// A key in double quotes, up to its value.
    fn key(&mut self, start: usize) -> (usize, Step) {
        let mark = self.parser.tape.mark();
        let excused = std::mem::take(&mut self.excused);
        let Ok(end) = self.parser.string(start) else {
            self.parser.tape.rewind(mark);
            return self.spoilt_key(start, mark);
        };
        let index = self.parser.tape.tokens.len() - 1;
        let at = self.space(end);
        let (next, step) = match self.byte(at) {
            b':' => (at + 1, Step::Value(Some(at))),
            _ if at >= self.end() => (at, Step::Value(None)),
            byte => {
                if let Some(misquoted) = self.parser.misquoted(start, end, true) {
                    return self.misquoted_key(start, mark, &misquoted);
                }
                let sign = foreign::colon_at(self.parser.text, at);
                if sign.is_none()
                    && !excused
                    && let Some(value) =
                        self.parser
                            .unopened_list(start, narrow(index), &mut self.ahead)
                    && let Some(step) = self.open_list(value)
                {
                    return step;
                }
                match sign {
                    _ if excused => {}
                    Some(sign) => self.error(Slip::WrongColon, sign),
                    None => self.error_at(Slip::MissingColon, at),
                }
                match byte {
                    b',' | b'}' | b']' => (at, Step::After),
                    _ if sign.is_some() => {
                        (sign.map_or(at, |sign| sign.end as usize), Step::Value(None))
                    }
                    b'{' | b'[' => (at, Step::Value(None)),
                    _ if self.starts_scalar(at) => {
                        self.quiet = true;
                        (at, Step::Value(None))
                    }
                    _ => {
                        // The quote that ends this string may be another's.
                        self.parser.tape.rewind(mark);
                        return self.junk(at);
                    }
                }
            }
        };
        let token = &mut self.parser.tape.tokens[index];
        if token.kind == TokenKind::EscapedString {
            token.kind = TokenKind::EscapedKey;
            self.parser.note_escaped_key(narrow(index));
        } else {
            token.kind = TokenKind::Key;
            let name = &self.parser.bytes()[start + 1..end - 1];
            self.parser.note_key(narrow(index), name);
        }
        if matches!(step, Step::After) {
            self.hole(end, end);
        }
        (next, step)
    }

    /// A key that is no sound string: its member is read, and left out.
    fn spoilt_key(&mut self, start: usize, mark: Mark) -> (usize, Step) {
        let line_end = self.parser.line_end(start);
        if let Some(misquoted) = self.parser.unclosed_key_of_line(start, line_end) {
            return self.misquoted_key(start, mark, &misquoted);
        }
        self.lossy_here();
        let Spoilt { end, closed, .. } = self.spoilt_string(start);
        let at = if closed {
            self.space(end)
        } else {
            self.parser.skip_space(end)
        };
        let value = match self.byte(at) {
            // The value begins in the line that the string has taken.
            b'{' | b'[' if !closed && at < self.parser.line_end(end) => at,
            b':' if closed => at + 1,
            _ if closed => return self.junk(at),
            _ => return (end, Step::After),
        };
        self.drop_member(mark);
        self.parser
            .tape
            .push_escaped(TokenKind::EscapedKey, start, end);
        (value, Step::Value(None))
    }

    /// A key without quotes or in other ones.
    fn bare_key(&mut self, place: Span) -> (usize, Step) {
        self.excused = false;
        let text = self.parser.text;
        let (start, end) = (place.start as usize, place.end as usize);
        let quoted = foreign::quoted_at(text, start);
        let name = match &quoted {
            Some(quoted) => quoted.text,
            None => Some(place.slice(text).trim_end_matches('"')),
        };
        let colon = self.parser.skip_space(end);
        let sign = match self.byte(colon) {
            b':' => Some(span(colon, colon + 1)),
            _ => foreign::colon_at(text, colon),
        };
        let (Some(name), Some(sign)) = (name, sign) else {
            return self.junk(place.end as usize);
        };
        let index = narrow(self.parser.tape.tokens.len());
        self.parser.tape.escapes.text.push_str(name);
        self.parser
            .tape
            .push_escaped(TokenKind::EscapedKey, start, end);
        self.parser.note_escaped_key(index);
        (sign.end as usize, Step::Value(Some(colon)))
    }

    pub(crate) fn value(&mut self, at: usize, colon: Option<usize>) -> (usize, Step) {
        let mark = self.parser.tape.mark();
        let result = match self.byte(at) {
            b'"' if self.is_member(at) => {
                self.error(
                    Slip::MissingOpening,
                    span(at, self.parser.string_end(at).unwrap_or(at + 1)),
                );
                return self.open_unwritten(at);
            }
            b'"' => self.parser.string(at),
            b'{' if filler::placeholder_at(self.parser.text, at).is_some() => {
                let place = filler::placeholder_at(self.parser.text, at);
                Err(self
                    .parser
                    .slip(Slip::Placeholder, place.unwrap_or(span(at, at + 1))))
            }
            b'{' | b'[' => return self.container(at),
            b'-' | b'0'..=b'9' => self.parser.number(at),
            b't' => self.parser.literal(at, "true", TokenKind::True),
            b'f' => self.parser.literal(at, "false", TokenKind::False),
            b'n' => self.parser.literal(at, "null", TokenKind::Null),
            _ => Err(self.parser.bad_value(at)),
        };
        let error = match result {
            Ok(end) => return (end, Step::After),
            Err(Stop(error)) => *error,
        };
        self.parser.tape.rewind(mark);
        if self.byte(at) == b'"' {
            let spoilt = self.spoilt_string(at);
            if spoilt.plain {
                self.keep_spoilt(at, spoilt.end);
            } else {
                self.hole(at, spoilt.end);
            }
            return (spoilt.end, Step::After);
        }
        self.push(error);
        self.instead_of_value(at, colon, error)
    }

    /// Goes on behind what is no value, which has been named.
    fn instead_of_value(
        &mut self,
        at: usize,
        colon: Option<usize>,
        error: SyntaxError,
    ) -> (usize, Step) {
        let inside = self.parser.here.inside;
        let (start, end) = (error.span.start as usize, error.span.end as usize);
        match error.slip {
            Slip::ExtraComma | Slip::MissingValue if inside != Inside::Nothing => {
                let place = colon.map_or((at, at), |colon| (colon, colon + 1));
                self.hole(place.0, place.1);
                // The comma is the one between this member and the next.
                self.excused = error.slip == Slip::ExtraComma;
                (at + usize::from(self.excused), Step::After)
            }
            Slip::ExtraComma | Slip::ExtraBracket => {
                self.tail_told = true;
                self.excused = true;
                (at + 1, Step::Value(None))
            }
            Slip::ExtraColon => {
                let mut after = at + 1;
                while self.byte(after) == b':' {
                    after += 1;
                }
                (after, Step::Value(colon))
            }
            Slip::ProgramCode
                if inside == Inside::Nothing
                    && matches!(self.byte(self.parser.skip_space(end)), b'{' | b'[') =>
            {
                self.tail_told = true;
                (end, Step::Value(None))
            }
            Slip::RoundBracket if self.byte(at) == b'(' => self.round_opening(at),
            Slip::UnopenedString => {
                let text = self.parser.text.get(start..end - 1).unwrap_or("");
                self.replace_value(start, end, (!text.contains(',')).then_some(text));
                (end, Step::After)
            }
            slip if slip.is_quotes() && !self.is_crowded(end) => {
                match foreign::quoted_at(self.parser.text, start).and_then(|quoted| quoted.text) {
                    Some(string) => {
                        self.parser.tape.escapes.text.push_str(string);
                        self.parser
                            .tape
                            .push_escaped(TokenKind::EscapedString, start, end);
                    }
                    None => self.hole(start, end),
                }
                (end, Step::After)
            }
            _ => {
                self.hole(start, end);
                if self.is_crowded(end) {
                    return self.junk(end);
                }
                (end, Step::After)
            }
        }
    }

    fn container(&mut self, at: usize) -> (usize, Step) {
        let kind = if self.byte(at) == b'{' {
            TokenKind::Object
        } else {
            TokenKind::Array
        };
        if self.parser.outer.len() < DEPTH_LIMIT
            && let Ok(next) = self.parser.open(at, kind)
        {
            return (next, Step::Entry(None));
        }
        self.error_at(Slip::TooDeep, at);
        let end = self.skip_nested(at);
        self.excused |= end >= self.end();
        self.hole(at, end);
        (end, Step::After)
    }

    /// After a value of a container.
    pub(crate) fn separator(&mut self, at: usize) -> (usize, Step) {
        let inside = self.parser.here.inside;
        let byte = self.byte(at);
        match (byte, inside) {
            (b',', _) => {
                self.excused = false;
                return (at + 1, Step::Entry(Some(at)));
            }
            (b'}', Inside::Object) | (b']', Inside::Array) => return self.close(at),
            (b'}' | b']', _) => return self.mismatched(at),
            _ => {}
        }
        if let Some(sign) = foreign::comma_at(self.parser.text, at) {
            if !std::mem::take(&mut self.excused) {
                self.error(Slip::WrongComma, sign);
            }
            return (sign.end as usize, Step::Entry(None));
        }
        if let Some(step) = self.more_than_it_seemed(at) {
            return step;
        }
        let belongs_around = match (inside, self.around()) {
            (Inside::Object, Inside::Array) => matches!(byte, b'{' | b'['),
            (Inside::Array, Inside::Object) if !self.excused && byte == b'"' && self.is_key(at) => {
                if self.reading(at) == Reading::Around {
                    return self.unclosed(at, b']');
                }
                false
            }
            _ => false,
        };
        if belongs_around || self.excused {
            return (at, Step::Entry(None));
        }
        self.error(Slip::MissingComma, slip::word_at(self.parser.text, at));
        let goes_on = match inside {
            Inside::Object => self.is_key(at) || self.is_bare_key(at),
            _ => matches!(byte, b'{' | b'[') || self.starts_scalar(at),
        };
        if goes_on {
            self.quiet = inside == Inside::Array && byte != b'"' && byte != b'{' && byte != b'[';
            return (at, Step::Entry(None));
        }
        self.forget_last();
        self.junk(at)
    }

    /// The value that has just ended is not what it seemed.
    fn forget_last(&mut self) {
        let index = narrow(self.parser.tape.tokens.len()) - 1;
        if let Some(token) = self.parser.tape.tokens.last_mut()
            && token.next == index + 1
            && !matches!(
                token.kind,
                TokenKind::Array | TokenKind::Object | TokenKind::ObjectWithDuplicates
            )
        {
            *token = Token {
                kind: TokenKind::Null,
                extra: 0,
                ..*token
            };
            self.found.holes.push(index);
        }
    }
}
