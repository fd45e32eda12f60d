//! The tape: one token for every key and value of a text.

use crate::parse::{Frame, narrow};
use crate::{Node, Span};

/// What a token is. Strings and keys with escapes have their decoded text in [`Escapes`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TokenKind {
    Null,
    False,
    True,
    Number,
    String,
    EscapedString,
    Key,
    EscapedKey,
    Array,
    Object,
    /// An object in which at least one key occurs twice.
    ObjectWithDuplicates,
}

/// One key or value, in sixteen bytes. Containers come before their contents; a key comes right before its value.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Token {
    /// First byte of the lexeme in the text.
    pub(crate) start: u32,
    /// One past the last byte of the lexeme.
    pub(crate) end: u32,
    /// Index of the token after this value and all it contains; for a key, of its value.
    pub(crate) next: u32,
    pub(crate) kind: TokenKind,
    /// A key whose value a later member with the same key replaces.
    pub(crate) superseded: bool,
    /// Elements or members of a container, counting duplicates; position in [`Escapes`] of escaped text.
    /// [`Token::MANY`] stands for that many and more. Of a key without escapes its [`mark_of`].
    pub(crate) extra: u16,
}

impl Token {
    pub(crate) const MANY: u16 = u16::MAX;

    /// A count or position as [`Token::extra`] holds it.
    pub(crate) fn saturate(count: usize) -> u16 {
        u16::try_from(count).unwrap_or(Self::MANY)
    }

    /// Whether the token is a member's key.
    pub(crate) fn is_key(self) -> bool {
        matches!(self.kind, TokenKind::Key | TokenKind::EscapedKey)
    }
}

/// A number that tells most keys apart without a look at the text, from length, first and last byte. The factors are
/// those of many tried that make the last six bits for the keys of one record seldom meet.
#[inline]
pub(crate) const fn mark_of(name: &[u8]) -> u16 {
    let (Some(&first), Some(&last)) = (name.first(), name.last()) else {
        return 0;
    };
    let [low, high, ..] = name.len().to_le_bytes();
    let length = u16::from_le_bytes([low, high]).wrapping_mul(13);
    let ends = u16::from_le_bytes([first, 0]) * 27 + u16::from_le_bytes([last, 0]) * 23;
    ends.wrapping_add(length)
}

/// The decoded text of strings with escapes, one after the other.
#[derive(Debug, Default)]
pub(crate) struct Escapes {
    pub(crate) text: String,
    /// For each string its token and where it ends in `text`, in bytes.
    ends: Vec<(u32, usize)>,
}

impl Escapes {
    #[inline(never)]
    fn get(&self, token: &Token, index: u32) -> &str {
        let mut position = usize::from(token.extra);
        if token.extra == Token::MANY {
            position = self.ends.partition_point(|&(token, _)| token < index);
        }
        let start = position
            .checked_sub(1)
            .and_then(|before| self.ends.get(before))
            .map_or(0, |&(_, end)| end);
        let end = self.ends.get(position).map_or(start, |&(_, end)| end);
        self.text.get(start..end).unwrap_or("")
    }
}

/// What the parser found in a text.
#[derive(Debug, Default)]
pub(crate) struct Tape {
    pub(crate) tokens: Vec<Token>,
    pub(crate) escapes: Escapes,
    pub(crate) duplicates: Vec<DuplicateKey>,
}

/// A state of a tape to go back to.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Mark {
    tokens: usize,
    escapes: usize,
    escaped_bytes: usize,
    duplicates: usize,
}

impl Tape {
    /// Appends a token that is complete as far as its own lexeme goes.
    pub(crate) fn push(&mut self, kind: TokenKind, start: usize, end: usize) {
        let next = narrow(self.tokens.len() + 1);
        self.tokens.push(Token {
            start: narrow(start),
            end: narrow(end),
            next,
            kind,
            superseded: false,
            extra: 0,
        });
    }

    /// Appends a token whose decoded text is what was put at the end of [`Escapes::text`] since the last one.
    pub(crate) fn push_escaped(&mut self, kind: TokenKind, start: usize, end: usize) {
        let extra = Token::saturate(self.escapes.ends.len());
        self.escapes
            .ends
            .push((narrow(self.tokens.len()), self.escapes.text.len()));
        self.push(kind, start, end);
        if let Some(token) = self.tokens.last_mut() {
            token.extra = extra;
        }
    }

    /// Text of a string or key token, escapes resolved; `text` is the one that was parsed.
    #[inline]
    pub(crate) fn string<'t>(&'t self, text: &'t str, index: u32) -> &'t str {
        let token = &self.tokens[index as usize];
        match token.kind {
            TokenKind::EscapedString | TokenKind::EscapedKey => self.escapes.get(token, index),
            _ => Span::new(token.start + 1, token.end - 1).slice(text),
        }
    }

    /// Bytes of a string or key token's text, escapes resolved.
    #[inline]
    pub(crate) fn string_bytes<'t>(&'t self, text: &'t str, index: u32) -> &'t [u8] {
        let token = &self.tokens[index as usize];
        if matches!(token.kind, TokenKind::EscapedString | TokenKind::EscapedKey) {
            return self.escapes.get(token, index).as_bytes();
        }
        let (start, end) = (token.start as usize + 1, token.end as usize - 1);
        text.as_bytes().get(start..end).unwrap_or_default()
    }

    /// Whether a string or key token has that text.
    pub(crate) fn is_text(&self, text: &str, index: u32, expected: &str) -> bool {
        self.string_bytes(text, index) == expected.as_bytes()
    }

    /// Index of the token after the member whose key is at `key`.
    pub(crate) fn after_member(&self, key: u32) -> u32 {
        self.tokens[key as usize + 1].next
    }

    pub(crate) fn mark(&self) -> Mark {
        Mark {
            tokens: self.tokens.len(),
            escapes: self.escapes.ends.len(),
            escaped_bytes: self.escapes.text.len(),
            duplicates: self.duplicates.len(),
        }
    }

    /// The state before a token.
    pub(crate) fn mark_before(&self, token: u32) -> Mark {
        let of_earlier = |&(escaped, _): &(u32, usize)| escaped < token;
        let escapes = self.escapes.ends.partition_point(of_earlier);
        let last = escapes.checked_sub(1).map(|last| self.escapes.ends[last].1);
        let later = |repeat: &&DuplicateKey| repeat.object >= token;
        let duplicates = self.duplicates.iter().rev().take_while(later).count();
        Mark {
            tokens: token as usize,
            escapes,
            escaped_bytes: last.unwrap_or(0),
            duplicates: self.duplicates.len() - duplicates,
        }
    }

    /// Forgets what came after a mark.
    pub(crate) fn rewind(&mut self, mark: Mark) {
        self.tokens.truncate(mark.tokens);
        self.escapes.ends.truncate(mark.escapes);
        self.escapes.text.truncate(mark.escaped_bytes);
        self.duplicates.truncate(mark.duplicates);
    }
}

/// A key that occurs again in the same object. The value of the later one counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DuplicateKey {
    /// Token of the object.
    pub object: u32,
    /// Token of the key that came first.
    pub first: u32,
    /// Token of the repeated key.
    pub again: u32,
}

/// A text with the tape of the JSON values found in it: one for a document, one for each line of NDJSON.
#[derive(Debug, Default)]
pub struct Tree {
    pub(crate) text: String,
    pub(crate) tape: Tape,
    pub(crate) roots: Vec<u32>,
    /// Memory for the parser's stack, empty between parses.
    pub(crate) spare_frames: Vec<Frame>,
}

impl Tree {
    /// A tree over `text` without any value yet; see [`Tree::parse_document`] and [`Tree::parse_value`].
    pub fn new(text: String) -> Self {
        let mut tree = Self {
            text,
            ..Self::default()
        };
        // A little more than records without blanks between their values need: tokens that find no room are all moved.
        tree.tape.tokens.reserve(tree.text.len() / 10);
        tree
    }

    /// The text all spans refer to.
    #[inline]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The parsed values in order of the text.
    pub fn roots(&self) -> impl ExactSizeIterator<Item = Node<'_>> {
        self.roots.iter().map(|&index| Node { tree: self, index })
    }

    /// The value or key at a token index got from this tree ([`Node::index`], [`DuplicateKey`]).
    #[inline]
    pub fn node(&self, index: u32) -> Node<'_> {
        debug_assert!(
            (index as usize) < self.tape.tokens.len(),
            "index of another tree"
        );
        Node { tree: self, index }
    }

    /// Every repeated key, in no particular order.
    pub fn duplicates(&self) -> &[DuplicateKey] {
        &self.tape.duplicates
    }

    /// Empties the tree, keeping its memory, and puts `text` in place; gives back the former text.
    pub fn reset(&mut self, text: String) -> String {
        self.clear();
        std::mem::replace(&mut self.text, text)
    }

    /// Gives back memory reserved for tokens that did not come; for trees that are kept.
    pub fn shrink(&mut self) {
        self.tape.tokens.shrink_to_fit();
        self.spare_frames = Vec::new();
    }

    /// Forgets every value, keeping text and memory.
    pub(crate) fn clear(&mut self) {
        self.tape.rewind(Mark::default());
        self.roots.clear();
    }

    #[inline]
    pub(crate) fn token(&self, index: u32) -> &Token {
        &self.tape.tokens[index as usize]
    }

    /// Text of the string or key token at an index, escapes resolved.
    #[inline]
    pub(crate) fn string_at(&self, index: u32) -> &str {
        self.tape.string(&self.text, index)
    }
}
