//! The strict parser: RFC 8259, nothing else, with the first slip named.
//!
//! One pass, no recursion, no copy.
//!
//! ## Decisions
//! * The position is handed from step to step rather than kept in the parser: it then lives in a register.
//! * A slip is boxed, so that the result of a step fits in registers too; it is built once, off the fast path.
//! * Past the end a byte reads as NUL, which is allowed nowhere outside strings; only the slips tell the two
//!   apart.

use crate::scan::{skip_plain, skip_space};
use crate::slip::{Slip, SyntaxError};
use crate::tree::{Tape, Token, TokenKind};
use crate::{Node, Span, Tree};

/// Levels of nesting a document may have; deeper ones are a [`Slip::TooDeep`].
pub const DEPTH_LIMIT: usize = 128;

/// A span from byte positions known to lie within a text below 4 GiB.
pub(crate) fn span(start: usize, end: usize) -> Span {
    Span::new(narrow(start), narrow(end))
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "texts of 4 GiB and more are refused before parsing"
)]
pub(crate) fn narrow(position: usize) -> u32 {
    position as u32
}

/// What the parser stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Inside {
    Nothing,
    Array,
    Object,
}

/// An open container.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Frame {
    pub(crate) inside: Inside,
    /// Its token.
    pub(crate) token: u32,
    /// Elements, or members counting duplicates, up to here.
    pub(crate) entries: u32,
    /// One bit per key up to here, by a cheap hash: a clear bit proves a key new.
    pub(crate) keys_seen: u64,
}

impl Frame {
    /// What is under the outermost container.
    pub(crate) const BOTTOM: Self = Self {
        inside: Inside::Nothing,
        token: 0,
        entries: 0,
        keys_seen: 0,
    };
}

pub(crate) struct Parser<'t> {
    /// The text up to the end of the value's span: positions are those of the whole text.
    pub(crate) text: &'t str,
    pub(crate) tape: &'t mut Tape,
    /// The innermost open container.
    pub(crate) here: Frame,
    /// The ones around it, [`Frame::BOTTOM`] first.
    pub(crate) outer: Vec<Frame>,
}

/// Why the parser cannot go on.
pub(crate) struct Stop(pub(crate) Box<SyntaxError>);

pub(crate) type Parsed<T> = Result<T, Stop>;

impl Tree {
    /// Parses the whole text as one JSON value, which becomes the tree's only root.
    ///
    /// On an error the tree holds no value.
    pub fn parse_document(&mut self) -> Result<Node<'_>, SyntaxError> {
        self.clear();
        match u32::try_from(self.text.len()) {
            Ok(end) => self.parse_value(Span::new(0, end)),
            Err(_) => Err(SyntaxError {
                slip: Slip::TooLarge,
                span: Span::new(0, 0),
                opening: None,
            }),
        }
    }

    /// Parses one JSON value that fills `within` but for white space, and adds it to the roots. Spans, also
    /// those of errors, count from the start of the whole text.
    ///
    /// `within` lies in the text, after the values parsed before. On an error the tree is as before.
    pub fn parse_value(&mut self, within: Span) -> Result<Node<'_>, SyntaxError> {
        let before = self.tape.mark();
        let index = narrow(self.tape.tokens.len());
        let mut parser = Parser {
            text: self.text.get(..within.end as usize).unwrap_or(&self.text),
            tape: &mut self.tape,
            here: Frame::BOTTOM,
            outer: std::mem::take(&mut self.spare_frames),
        };
        let result = parser.document(within.start as usize);
        self.spare_frames = parser.outer;
        self.spare_frames.clear();
        match result {
            Ok(()) => {
                self.roots.push(index);
                Ok(Node { tree: self, index })
            }
            Err(Stop(error)) => {
                self.tape.rewind(before);
                Err(*error)
            }
        }
    }
}

impl<'t> Parser<'t> {
    pub(crate) fn bytes(&self) -> &'t [u8] {
        self.text.as_bytes()
    }

    /// The byte at a position, NUL past the end.
    pub(crate) fn byte(&self, at: usize) -> u8 {
        self.bytes().get(at).copied().unwrap_or(0)
    }

    pub(crate) fn skip_space(&self, at: usize) -> usize {
        skip_space(self.bytes(), at)
    }

    fn document(&mut self, start: usize) -> Parsed<()> {
        let at = self.skip_space(start);
        if at >= self.text.len() {
            return Err(self.slip(Slip::EmptyDocument, span(at, at)));
        }
        let root = narrow(self.tape.tokens.len());
        let at = self.values(at)?;
        let at = self.skip_space(at);
        if at < self.text.len() {
            Err(self.bad_end(at, root))
        } else {
            Ok(())
        }
    }

    /// One value with all it contains, without recursion; gives the position after it.
    fn values(&mut self, mut at: usize) -> Parsed<usize> {
        loop {
            // At the start of an entry of the innermost container.
            match self.here.inside {
                Inside::Object => at = self.key(at)?,
                Inside::Array => self.here.entries += 1,
                Inside::Nothing => {}
            }
            at = match self.byte(at) {
                b'"' => self.string(at)?,
                b'{' => {
                    at = self.open(at, TokenKind::Object)?;
                    if self.byte(at) != b'}' {
                        continue;
                    }
                    self.close(at)
                }
                b'[' => {
                    at = self.open(at, TokenKind::Array)?;
                    if self.byte(at) != b']' {
                        continue;
                    }
                    self.close(at)
                }
                b'-' | b'0'..=b'9' => self.number(at)?,
                b't' => self.literal(at, "true", TokenKind::True)?,
                b'f' => self.literal(at, "false", TokenKind::False)?,
                b'n' => self.literal(at, "null", TokenKind::Null)?,
                _ => return Err(self.bad_value(at)),
            };
            // After a value: close what ends here, go on where a comma follows.
            loop {
                if self.here.inside == Inside::Nothing {
                    return Ok(at);
                }
                at = self.skip_space(at);
                match (self.byte(at), self.here.inside) {
                    (b',', _) => break,
                    (b'}', Inside::Object) | (b']', Inside::Array) => at = self.close(at),
                    _ => return Err(self.bad_separator(at)),
                }
            }
            let comma = at;
            at = self.skip_space(comma + 1);
            if matches!(self.byte(at), b'}' | b']') {
                return Err(self.slip(Slip::TrailingComma, span(comma, comma + 1)));
            }
        }
    }

    /// From an opening bracket to what follows it.
    pub(crate) fn open(&mut self, at: usize, kind: TokenKind) -> Parsed<usize> {
        if self.outer.len() == DEPTH_LIMIT {
            return Err(self.slip(Slip::TooDeep, span(at, at + 1)));
        }
        let inside = if kind == TokenKind::Object {
            Inside::Object
        } else {
            Inside::Array
        };
        self.outer.push(self.here);
        self.here = Frame {
            inside,
            token: narrow(self.tape.tokens.len()),
            ..Frame::BOTTOM
        };
        self.tape.push(kind, at, at + 1);
        Ok(self.skip_space(at + 1))
    }

    /// Closes the innermost container at its bracket; gives the position after it.
    pub(crate) fn close(&mut self, at: usize) -> usize {
        let closed = std::mem::replace(&mut self.here, self.outer.pop().unwrap_or(Frame::BOTTOM));
        let next = narrow(self.tape.tokens.len());
        let token = &mut self.tape.tokens[closed.token as usize];
        token.end = narrow(at + 1);
        token.next = next;
        token.extra = Token::saturate(closed.entries as usize);
        if closed.inside == Inside::Object {
            self.finish_keys(closed);
        }
        at + 1
    }

    /// From a key to its value.
    fn key(&mut self, start: usize) -> Parsed<usize> {
        if self.byte(start) != b'"' {
            return Err(self.bad_key(start));
        }
        let index = narrow(self.tape.tokens.len());
        let end = skip_plain(self.bytes(), start + 1);
        let after = if self.byte(end) == b'"' {
            self.tape.push(TokenKind::Key, start, end + 1);
            self.note_key(index, &self.bytes()[start + 1..end]);
            end + 1
        } else {
            let after = self.escaped_string(start, end, TokenKind::EscapedKey)?;
            self.note_escaped_key(index);
            after
        };
        let colon = if self.byte(after) == b':' {
            after
        } else {
            self.skip_space(after)
        };
        if self.byte(colon) != b':' {
            return Err(self.bad_colon(colon));
        }
        Ok(self.skip_space(colon + 1))
    }

    pub(crate) fn string(&mut self, start: usize) -> Parsed<usize> {
        let end = skip_plain(self.bytes(), start + 1);
        if self.byte(end) != b'"' {
            return self.escaped_string(start, end, TokenKind::EscapedString);
        }
        self.tape.push(TokenKind::String, start, end + 1);
        Ok(end + 1)
    }

    pub(crate) fn number(&mut self, start: usize) -> Parsed<usize> {
        let first = start + usize::from(self.byte(start) == b'-');
        let mut at = self.digits(first);
        let mut sound = at > first && (at == first + 1 || self.byte(first) != b'0');
        if self.byte(at) == b'.' {
            let fraction = at + 1;
            at = self.digits(fraction);
            sound &= at > fraction;
        }
        if matches!(self.byte(at), b'e' | b'E') {
            let exponent = at + 1 + usize::from(matches!(self.byte(at + 1), b'+' | b'-'));
            at = self.digits(exponent);
            sound &= at > exponent;
        }
        if !sound || matches!(self.byte(at), b'.' | b'+' | b'-' | b'_' | b'a'..=b'z' | b'A'..=b'Z')
        {
            return Err(self.bad_value(start));
        }
        self.tape.push(TokenKind::Number, start, at);
        Ok(at)
    }

    /// The position after the digits at `at`.
    pub(crate) fn digits(&self, mut at: usize) -> usize {
        while self.byte(at).is_ascii_digit() {
            at += 1;
        }
        at
    }

    pub(crate) fn literal(&mut self, start: usize, word: &str, kind: TokenKind) -> Parsed<usize> {
        let end = start + word.len();
        let more = self.byte(end).is_ascii_alphanumeric() || self.byte(end) == b'_';
        if more || self.bytes().get(start..end) != Some(word.as_bytes()) {
            return Err(self.bad_value(start));
        }
        self.tape.push(kind, start, end);
        Ok(end)
    }
}
