//! The tape: one token for every key and value of a text.

use crate::{Node, Span};

/// What a token is. Strings and keys with escapes have their decoded text in [`Tree::decoded`].
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

/// One key or value. Containers come before their contents; a key comes right before its value.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Token {
    /// First byte of the lexeme in the text.
    pub(crate) start: u32,
    /// One past the last byte of the lexeme.
    pub(crate) end: u32,
    /// Index of the token after this value and all it contains; for a key, of its value.
    pub(crate) next: u32,
    /// Elements or members of a container, counting duplicates; position in [`Tree::decoded`] of escaped text.
    pub(crate) extra: u32,
    pub(crate) kind: TokenKind,
    /// A key whose value a later member with the same key replaces.
    pub(crate) superseded: bool,
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
    pub(crate) tokens: Vec<Token>,
    pub(crate) decoded: Vec<Box<str>>,
    pub(crate) duplicates: Vec<DuplicateKey>,
    pub(crate) roots: Vec<u32>,
}

impl Tree {
    /// A tree over `text` without any value yet; see [`Tree::parse_document`] and [`Tree::parse_value`].
    pub fn new(text: String) -> Self {
        Self {
            tokens: Vec::with_capacity(text.len() / 12),
            text,
            ..Self::default()
        }
    }

    /// The text all spans refer to.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The parsed values in order of the text.
    pub fn roots(&self) -> impl ExactSizeIterator<Item = Node<'_>> {
        self.roots.iter().map(|&index| Node { tree: self, index })
    }

    /// The value or key at a token index got from this tree ([`Node::index`], [`DuplicateKey`]).
    pub fn node(&self, index: u32) -> Node<'_> {
        debug_assert!((index as usize) < self.tokens.len(), "index of another tree");
        Node { tree: self, index }
    }

    /// Every repeated key, in no particular order.
    pub fn duplicates(&self) -> &[DuplicateKey] {
        &self.duplicates
    }

    /// Empties the tree, keeping its memory, and puts `text` in place; gives back the former text.
    pub fn reset(&mut self, text: String) -> String {
        self.tokens.clear();
        self.decoded.clear();
        self.duplicates.clear();
        self.roots.clear();
        std::mem::replace(&mut self.text, text)
    }

    /// Gives back memory reserved for tokens that did not come; for trees that are kept.
    pub fn shrink(&mut self) {
        self.tokens.shrink_to_fit();
    }

    pub(crate) fn token(&self, index: u32) -> &Token {
        &self.tokens[index as usize]
    }

    /// Text of a string or key token, escapes resolved.
    pub(crate) fn string_of(&self, token: &Token) -> &str {
        match token.kind {
            TokenKind::EscapedString | TokenKind::EscapedKey => &self.decoded[token.extra as usize],
            _ => Span::new(token.start + 1, token.end - 1).slice(&self.text),
        }
    }
}
