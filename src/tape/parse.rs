//! The strict parser: RFC 8259, nothing else, with the first slip named.
//!
//! One pass, no recursion, no copy. Whitespace and string bodies are skipped eight bytes at a time.

use std::collections::HashMap;

use crate::slip::{self, Slip, SyntaxError};
use crate::tree::{DuplicateKey, Token, TokenKind};
use crate::{Node, Span, Tree};

/// Levels of nesting a document may have; deeper ones are a [`Slip::TooDeep`].
pub const DEPTH_LIMIT: usize = 128;

/// Objects of more members look for duplicate keys in a hash map when they close.
const PAIRWISE_KEYS: u32 = 32;

/// A span from byte positions known to lie within a text below 4 GiB.
pub(crate) fn span(start: usize, end: usize) -> Span {
    Span::new(narrow(start), narrow(end))
}

#[expect(clippy::cast_possible_truncation, reason = "texts of 4 GiB and more are refused before parsing")]
fn narrow(position: usize) -> u32 {
    position as u32
}

/// An open container.
struct Frame {
    token: u32,
    entries: u32,
    /// One bit per key seen, by a cheap hash: a clear bit proves a key new.
    keys_seen: u64,
    object: bool,
}

struct Parser<'t> {
    tree: &'t mut Tree,
    at: usize,
    end: usize,
    open: Vec<Frame>,
}

impl Tree {
    /// Parses the whole text as one JSON value, which becomes the tree's only root.
    ///
    /// On an error the tree holds no value.
    pub fn parse_document(&mut self) -> Result<Node<'_>, SyntaxError> {
        if u32::try_from(self.text.len()).is_err() {
            return Err(SyntaxError { slip: Slip::TooLarge, span: Span::new(0, 0), opening: None });
        }
        let whole = span(0, self.text.len());
        self.parse_value(whole)
    }

    /// Parses one JSON value that fills `within` but for white space, and adds it to the roots.
    ///
    /// On an error the tree is as before.
    pub fn parse_value(&mut self, within: Span) -> Result<Node<'_>, SyntaxError> {
        let tokens = self.tokens.len();
        let (decoded, duplicates) = (self.decoded.len(), self.duplicates.len());
        let mut parser = Parser {
            at: within.start as usize,
            end: within.end as usize,
            open: Vec::with_capacity(16),
            tree: self,
        };
        match parser.document() {
            Ok(()) => {
                let index = narrow(tokens);
                self.roots.push(index);
                Ok(Node { tree: self, index })
            }
            Err(error) => {
                self.tokens.truncate(tokens);
                self.decoded.truncate(decoded);
                self.duplicates.truncate(duplicates);
                Err(error)
            }
        }
    }
}

type Parsed<T> = Result<T, SyntaxError>;

impl Parser<'_> {
    fn bytes(&self) -> &[u8] {
        &self.tree.text.as_bytes()[..self.end]
    }

    fn peek(&self) -> Option<u8> {
        self.bytes().get(self.at).copied()
    }

    fn fail<T>(&self, slip: Slip, span: Span) -> Parsed<T> {
        Err(SyntaxError { slip, span, opening: self.opening() })
    }

    fn opening(&self) -> Option<Span> {
        self.open.last().map(|frame| {
            let start = self.tree.tokens[frame.token as usize].start;
            Span::new(start, start + 1)
        })
    }

    fn document(&mut self) -> Parsed<()> {
        self.skip_space();
        if self.at == self.end {
            return self.fail(Slip::EmptyDocument, span(self.at, self.at));
        }
        self.values()?;
        self.skip_space();
        match self.peek() {
            None => Ok(()),
            Some(b'/' | b'#') => self.fail(Slip::Comment, slip::comment_at(&self.tree.text, self.at)),
            Some(b']' | b'}') => self.fail(Slip::ExtraBracket, self.character()),
            Some(b',') => self.fail(Slip::ExtraComma, self.character()),
            Some(_) => self.fail(Slip::SecondValue, slip::word_at(&self.tree.text, self.at)),
        }
    }

    /// One value with all it contains, without recursion.
    fn values(&mut self) -> Parsed<()> {
        loop {
            // At the start of a value.
            let opened = self.value()?;
            if opened && self.first_entry()? {
                continue;
            }
            // After a value: close what ends here, go on where a comma follows.
            loop {
                if self.open.is_empty() {
                    return Ok(());
                }
                if self.next_entry()? {
                    break;
                }
            }
        }
    }

    /// Reads a scalar, or opens a container (then true).
    fn value(&mut self) -> Parsed<bool> {
        match self.peek() {
            Some(b'"') => self.string(TokenKind::String, TokenKind::EscapedString)?,
            Some(b'{') => return self.open_container(TokenKind::Object),
            Some(b'[') => return self.open_container(TokenKind::Array),
            Some(b'-' | b'0'..=b'9') => self.number()?,
            Some(b't') => self.literal("true", TokenKind::True)?,
            Some(b'f') => self.literal("false", TokenKind::False)?,
            Some(b'n') => self.literal("null", TokenKind::Null)?,
            _ => return Err(self.bad_value()),
        }
        Ok(false)
    }

    fn open_container(&mut self, kind: TokenKind) -> Parsed<bool> {
        if self.open.len() == DEPTH_LIMIT {
            return self.fail(Slip::TooDeep, self.character());
        }
        let token = self.push(kind, self.at, self.at + 1, 0);
        self.open.push(Frame { token, entries: 0, keys_seen: 0, object: kind == TokenKind::Object });
        self.at += 1;
        Ok(true)
    }

    /// After an opening bracket: true at the first value, false when the container closed at once.
    fn first_entry(&mut self) -> Parsed<bool> {
        self.skip_space();
        let Some(frame) = self.open.last_mut() else { return Ok(false) };
        match (self.tree.text.as_bytes()[..self.end].get(self.at), frame.object) {
            (Some(b'}'), true) | (Some(b']'), false) => {
                self.close();
                Ok(false)
            }
            (_, true) => {
                self.key()?;
                Ok(true)
            }
            (None, false) => self.unclosed(),
            (_, false) => {
                frame.entries = 1;
                Ok(true)
            }
        }
    }

    /// After a value: true at the next value of the container, false when the container closed.
    fn next_entry(&mut self) -> Parsed<bool> {
        self.skip_space();
        let object = self.open.last().is_some_and(|frame| frame.object);
        match (self.peek(), object) {
            (Some(b','), _) => {
                let comma = self.character();
                self.at += 1;
                self.skip_space();
                match self.peek() {
                    Some(b'}' | b']') => self.fail(Slip::TrailingComma, comma),
                    None => self.unclosed(),
                    _ if object => self.key().map(|()| true),
                    _ => {
                        if let Some(frame) = self.open.last_mut() {
                            frame.entries += 1;
                        }
                        Ok(true)
                    }
                }
            }
            (Some(b'}'), true) | (Some(b']'), false) => {
                self.close();
                Ok(false)
            }
            (Some(b'}' | b']'), _) => self.fail(Slip::MismatchedBracket, self.character()),
            (Some(b'/' | b'#'), _) => self.fail(Slip::Comment, slip::comment_at(&self.tree.text, self.at)),
            (None, _) => self.unclosed(),
            (Some(_), _) => self.fail(Slip::MissingComma, slip::word_at(&self.tree.text, self.at)),
        }
    }

    fn close(&mut self) {
        self.at += 1;
        let Some(frame) = self.open.pop() else { return };
        let next = narrow(self.tree.tokens.len());
        let end = narrow(self.at);
        let token = &mut self.tree.tokens[frame.token as usize];
        token.end = end;
        token.next = next;
        token.extra = frame.entries;
        if frame.object && frame.entries > PAIRWISE_KEYS {
            self.find_duplicates_by_hash(frame.token);
        }
    }

    /// Reads a key and its colon; the parser then stands at the value.
    fn key(&mut self) -> Parsed<()> {
        match self.peek() {
            Some(b'"') => {}
            None => return self.unclosed(),
            Some(b'}' | b']') => return self.fail(Slip::MismatchedBracket, self.character()),
            Some(_) => return Err(slip::bad_key(&self.tree.text, self.at)),
        }
        let index = narrow(self.tree.tokens.len());
        self.string(TokenKind::Key, TokenKind::EscapedKey)?;
        self.note_key(index);
        self.skip_space();
        match self.peek() {
            Some(b':') => self.at += 1,
            Some(b'/' | b'#') => return self.fail(Slip::Comment, slip::comment_at(&self.tree.text, self.at)),
            None => return self.unclosed(),
            Some(_) => return self.fail(Slip::MissingColon, self.character()),
        }
        self.skip_space();
        Ok(())
    }

    /// Counts a key and compares it with the earlier ones of its object where its bit is taken.
    fn note_key(&mut self, index: u32) {
        let token = self.tree.tokens[index as usize];
        let bytes = self.tree.string_of(&token).as_bytes();
        let bit = 1_u64 << key_hash(bytes);
        let Some(frame) = self.open.last_mut() else { return };
        frame.entries += 1;
        let may_repeat = frame.keys_seen & bit != 0;
        frame.keys_seen |= bit;
        if may_repeat && frame.entries <= PAIRWISE_KEYS {
            let object = frame.token;
            self.compare_key(object, index);
        }
    }

    fn compare_key(&mut self, object: u32, again: u32) {
        let name = self.tree.string_of(self.tree.token(again));
        let mut first = None;
        let mut latest = None;
        let mut index = object + 1;
        while index < again {
            let key = self.tree.token(index);
            if self.tree.string_of(key) == name {
                first = first.or(Some(index));
                latest = Some(index);
            }
            index = self.skip_from(index + 1);
        }
        if let (Some(first), Some(latest)) = (first, latest) {
            self.note_duplicate(object, first, latest, again);
        }
    }

    /// Index after the value at `index`; its `next` is set, since it is complete.
    fn skip_from(&self, index: u32) -> u32 {
        self.tree.token(index).next
    }

    fn note_duplicate(&mut self, object: u32, first: u32, latest: u32, again: u32) {
        self.tree.duplicates.push(DuplicateKey { object, first, again });
        self.tree.tokens[latest as usize].superseded = true;
        self.tree.tokens[object as usize].kind = TokenKind::ObjectWithDuplicates;
    }

    /// Finds repeated keys of a large object; replaces what the pairwise search found for its first keys.
    fn find_duplicates_by_hash(&mut self, object: u32) {
        self.tree.duplicates.retain(|duplicate| duplicate.object != object);
        let mut seen: HashMap<&str, (u32, u32)> = HashMap::new();
        let mut found = Vec::new();
        let end = self.tree.token(object).next;
        let mut index = object + 1;
        while index < end {
            let key = self.tree.token(index);
            match seen.entry(self.tree.string_of(key)) {
                std::collections::hash_map::Entry::Occupied(mut entry) => {
                    let (first, latest) = *entry.get();
                    found.push((first, latest, index));
                    entry.insert((first, index));
                }
                std::collections::hash_map::Entry::Vacant(entry) => {
                    entry.insert((index, index));
                }
            }
            index = self.tree.token(index + 1).next;
        }
        for (first, latest, again) in found {
            self.note_duplicate(object, first, latest, again);
        }
    }

    fn string(&mut self, plain: TokenKind, escaped: TokenKind) -> Parsed<()> {
        let start = self.at;
        self.at += 1;
        self.skip_plain();
        if self.peek() == Some(b'"') {
            self.at += 1;
            self.push(plain, start, self.at, 0);
            return Ok(());
        }
        let decoded = self.escaped_string(start)?;
        let extra = narrow(self.tree.decoded.len());
        self.tree.decoded.push(decoded.into_boxed_str());
        self.push(escaped, start, self.at, extra);
        Ok(())
    }

    /// The rest of a string that holds a backslash (or a slip); `start` is its opening quote.
    #[cold]
    fn escaped_string(&mut self, start: usize) -> Parsed<String> {
        let mut decoded = String::new();
        let mut copied = start + 1;
        loop {
            match self.peek() {
                Some(b'"') => {
                    decoded.push_str(&self.tree.text[copied..self.at]);
                    self.at += 1;
                    return Ok(decoded);
                }
                Some(b'\\') => {
                    decoded.push_str(&self.tree.text[copied..self.at]);
                    decoded.push(self.escape()?);
                    copied = self.at;
                }
                Some(b'\n' | b'\r') | None => {
                    return self.fail(Slip::UnclosedString, span(start, self.at));
                }
                Some(_) => return self.fail(Slip::ControlCharacter, self.character()),
            }
            self.skip_plain();
        }
    }

    fn escape(&mut self) -> Parsed<char> {
        let start = self.at;
        self.at += 1;
        let Some(letter) = self.peek() else {
            return self.fail(Slip::BadEscape, span(start, self.at));
        };
        self.at += 1;
        Ok(match letter {
            b'"' => '"',
            b'\\' => '\\',
            b'/' => '/',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => return self.unicode_escape(start),
            _ => {
                self.at = start;
                let after = slip::character_at(&self.tree.text, start + 1);
                return self.fail(Slip::BadEscape, Span::new(narrow(start), after.end));
            }
        })
    }

    fn unicode_escape(&mut self, start: usize) -> Parsed<char> {
        let high = self.four_hex(start)?;
        if let Some(character) = char::from_u32(high) {
            return Ok(character);
        }
        if (0xD800..0xDC00).contains(&high) && self.bytes()[self.at..].starts_with(b"\\u") {
            self.at += 2;
            let low = self.four_hex(start)?;
            if (0xDC00..0xE000).contains(&low) {
                let code = 0x1_0000 + ((high - 0xD800) << 10) + (low - 0xDC00);
                if let Some(character) = char::from_u32(code) {
                    return Ok(character);
                }
            }
        }
        self.fail(Slip::LoneSurrogate, span(start, start + 6))
    }

    fn four_hex(&mut self, start: usize) -> Parsed<u32> {
        let digits = self.bytes().get(self.at..self.at + 4).unwrap_or(&[]);
        if digits.len() < 4 || !digits.iter().all(u8::is_ascii_hexdigit) {
            let good = digits.iter().take_while(|digit| digit.is_ascii_hexdigit()).count();
            return self.fail(Slip::BadEscape, span(start, self.at + good));
        }
        let code = digits.iter().fold(0, |code, &digit| code * 16 + (digit as char).to_digit(16).unwrap_or(0));
        self.at += 4;
        Ok(code)
    }

    fn number(&mut self) -> Parsed<()> {
        let start = self.at;
        if self.peek() == Some(b'-') {
            self.at += 1;
        }
        let whole = self.digits();
        let mut sound = whole > 0 && (whole == 1 || self.bytes()[self.at - whole] != b'0');
        if self.peek() == Some(b'.') {
            self.at += 1;
            sound &= self.digits() > 0;
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.at += 1;
            if matches!(self.peek(), Some(b'+' | b'-')) {
                self.at += 1;
            }
            sound &= self.digits() > 0;
        }
        let ends = self.peek().is_none_or(|byte| !(byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'+' | b'-' | b'_')));
        if !(sound && ends) {
            self.at = start;
            let text = &self.tree.text;
            let found = slip::word_at(text, start);
            let slip = if text[start..].starts_with("-Infinity") || text[start..].starts_with("-NaN") {
                Slip::NotANumber
            } else {
                Slip::MalformedNumber
            };
            return self.fail(slip, found);
        }
        self.push(TokenKind::Number, start, self.at, 0);
        Ok(())
    }

    fn digits(&mut self) -> usize {
        let count = self.bytes()[self.at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        self.at += count;
        count
    }

    fn literal(&mut self, word: &str, kind: TokenKind) -> Parsed<()> {
        let start = self.at;
        let rest = &self.bytes()[start..];
        let ends = rest.get(word.len()).is_none_or(|&byte| !(byte.is_ascii_alphanumeric() || byte == b'_'));
        if !rest.starts_with(word.as_bytes()) || !ends {
            return Err(self.bad_value());
        }
        self.at += word.len();
        self.push(kind, start, self.at, 0);
        Ok(())
    }

    /// Appends a token that is complete as far as its own lexeme goes; gives its index.
    fn push(&mut self, kind: TokenKind, start: usize, end: usize, extra: u32) -> u32 {
        let index = narrow(self.tree.tokens.len());
        self.tree.tokens.push(Token {
            start: narrow(start),
            end: narrow(end),
            next: index + 1,
            extra,
            kind,
            superseded: false,
        });
        index
    }

    fn character(&self) -> Span {
        slip::character_at(&self.tree.text, self.at)
    }

    fn bad_value(&self) -> SyntaxError {
        if self.at == self.end {
            let slip = if self.open.is_empty() { Slip::MissingValue } else { Slip::UnclosedBracket };
            return SyntaxError { slip, span: span(self.at, self.at), opening: self.opening() };
        }
        SyntaxError { opening: self.opening(), ..slip::bad_value(&self.tree.text, self.at) }
    }

    fn unclosed<T>(&self) -> Parsed<T> {
        self.fail(Slip::UnclosedBracket, span(self.at, self.at))
    }

    fn skip_space(&mut self) {
        let bytes = &self.tree.text.as_bytes()[..self.end];
        let mut at = self.at;
        loop {
            match bytes.get(at) {
                Some(b' ') => {
                    at += 1;
                    // Indentation: runs of eight.
                    while bytes.get(at..at + 8) == Some(b"        ") {
                        at += 8;
                    }
                }
                Some(b'\n' | b'\r' | b'\t') => at += 1,
                _ => break,
            }
        }
        self.at = at;
    }

    /// Skips bytes of a string up to a quote, a backslash or a control character.
    fn skip_plain(&mut self) {
        let bytes = &self.tree.text.as_bytes()[..self.end];
        let mut at = self.at;
        while let Some(chunk) = bytes.get(at..at + 8) {
            let stops = stop_bytes(chunk);
            if stops != 0 {
                self.at = at + (stops.trailing_zeros() / 8) as usize;
                return;
            }
            at += 8;
        }
        while bytes.get(at).is_some_and(|&byte| byte != b'"' && byte != b'\\' && byte >= 0x20) {
            at += 1;
        }
        self.at = at;
    }
}

/// High bits set in the lowest byte of eight that is `"`, `\` or below 0x20 (higher bytes may be set in error).
fn stop_bytes(chunk: &[u8]) -> u64 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x8080_8080_8080_8080;
    let mut array = [0; 8];
    array.copy_from_slice(chunk);
    let word = u64::from_le_bytes(array);
    let zero_byte = |value: u64| value.wrapping_sub(ONES) & !value & HIGH;
    let quote = zero_byte(word ^ (ONES * 0x22));
    let backslash = zero_byte(word ^ (ONES * 0x5C));
    let control = word.wrapping_sub(ONES * 0x20) & !word & HIGH;
    quote | backslash | control
}

/// Six bits of a key: its length and its first and last bytes.
fn key_hash(bytes: &[u8]) -> u32 {
    let first = u32::from(bytes.first().copied().unwrap_or(0));
    let last = u32::from(bytes.last().copied().unwrap_or(0));
    let length = u32::try_from(bytes.len() & 0xFF).unwrap_or(0);
    (first.wrapping_mul(31) ^ last.wrapping_mul(7) ^ length.wrapping_mul(13)) & 63
}
