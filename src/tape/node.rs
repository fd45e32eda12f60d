//! A cursor on the tape: how everything else reads a document.

use std::collections::HashMap;

use crate::keys::{Keys, bit_of};
use crate::tree::{Token, TokenKind, mark_of};
use crate::{Span, Tree};

/// Objects of more members are compared and searched through an index.
const FEW_ENTRIES: u16 = 32;

/// The JSON type of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ValueKind {
    /// `null`
    Null,
    /// `true` or `false`
    Boolean,
    /// A number, integer or not.
    Number,
    /// A string.
    String,
    /// An array.
    Array,
    /// An object.
    Object,
}

/// One value (or key) of a [`Tree`]. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Node<'t> {
    pub(crate) tree: &'t Tree,
    pub(crate) index: u32,
}

impl std::fmt::Debug for Node<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Node({} at {})", self.lexeme(), self.index)
    }
}

impl<'t> Node<'t> {
    #[inline]
    pub(crate) fn token(self) -> &'t Token {
        self.tree.token(self.index)
    }

    /// The tree this node belongs to.
    #[inline]
    pub fn tree(self) -> &'t Tree {
        self.tree
    }

    /// Position on the tape; gives the node back through [`Tree::node`].
    #[inline]
    pub fn index(self) -> u32 {
        self.index
    }

    /// One past the position of the last token this value contains.
    #[inline]
    pub fn end_index(self) -> u32 {
        self.token().next
    }

    /// The value's bytes; strings with their quotes, containers with their brackets.
    #[inline]
    pub fn span(self) -> Span {
        let token = self.token();
        Span::new(token.start, token.end)
    }

    /// The text of the value as written.
    #[inline]
    pub fn lexeme(self) -> &'t str {
        self.span().slice(&self.tree.text)
    }

    /// Whether the token is a member's key rather than a value.
    #[inline]
    pub fn is_key(self) -> bool {
        self.token().is_key()
    }

    /// The type of the value; a key counts as a string.
    #[inline]
    pub fn kind(self) -> ValueKind {
        match self.token().kind {
            TokenKind::Null => ValueKind::Null,
            TokenKind::False | TokenKind::True => ValueKind::Boolean,
            TokenKind::Number => ValueKind::Number,
            TokenKind::String
            | TokenKind::EscapedString
            | TokenKind::Key
            | TokenKind::EscapedKey => ValueKind::String,
            TokenKind::Array => ValueKind::Array,
            TokenKind::Object | TokenKind::ObjectWithDuplicates => ValueKind::Object,
        }
    }

    /// The string, escapes resolved; nothing for another type.
    #[inline]
    pub fn as_str(self) -> Option<&'t str> {
        (self.kind() == ValueKind::String).then(|| self.name())
    }

    /// The boolean; nothing for another type.
    #[inline]
    pub fn as_bool(self) -> Option<bool> {
        match self.token().kind {
            TokenKind::True => Some(true),
            TokenKind::False => Some(false),
            _ => None,
        }
    }

    /// The number if it is written as an integer that fits; nothing otherwise.
    pub fn as_i64(self) -> Option<i64> {
        (self.token().kind == TokenKind::Number)
            .then(|| self.lexeme().parse().ok())
            .flatten()
    }

    /// Members of an object in order of the text, duplicates included; empty for another type.
    #[inline]
    pub fn members(self) -> Members<'t> {
        let object = self.kind() == ValueKind::Object;
        Members {
            tree: self.tree,
            index: self.index + 1,
            end: if object {
                self.token().next
            } else {
                self.index + 1
            },
        }
    }

    /// Elements of an array; empty for another type.
    #[inline]
    pub fn elements(self) -> Elements<'t> {
        let array = self.kind() == ValueKind::Array;
        Elements {
            tree: self.tree,
            index: self.index + 1,
            end: if array {
                self.token().next
            } else {
                self.index + 1
            },
            left: if array { self.entries() } else { 0 },
        }
    }

    /// Key and value of a member, the last one where the key is repeated; nothing for another type.
    pub fn member(self, key: &str) -> Option<(Node<'t>, Node<'t>)> {
        self.marked_member(key, mark_of(key.as_bytes()))
    }

    /// The same for a key with its mark.
    #[inline]
    pub(crate) fn marked_member(self, key: &str, mark: u16) -> Option<(Node<'t>, Node<'t>)> {
        self.members().find(|(name, _)| {
            name.may_have(mark) && name.name_bytes() == key.as_bytes() && !name.token().superseded
        })
    }

    /// Value of a member, see [`Node::member`].
    pub fn get(self, key: &str) -> Option<Node<'t>> {
        self.member(key).map(|(_, value)| value)
    }

    /// Values of members as [`Node::get`] gives each, found in one walk.
    pub fn get_each<const N: usize>(self, keys: &Keys<N>) -> [Option<Node<'t>>; N] {
        let mut values = [None; N];
        let (mut next, mut left) = (0, N);
        for (key, value) in self.members() {
            let token = key.token();
            let is_escaped = token.kind == TokenKind::EscapedKey;
            if token.superseded || !is_escaped && keys.bits & bit_of(token.extra) == 0 {
                continue;
            }
            let is_it = |at: &usize| {
                (is_escaped || keys.marks[*at] == token.extra)
                    && key.name_bytes() == keys.names[*at].as_bytes()
            };
            if let Some(at) = (next..N).find(is_it).or_else(|| (0..next).find(is_it)) {
                values[at] = Some(value);
                next = at + 1;
                left -= 1;
                if left == 0 {
                    break;
                }
            }
        }
        values
    }

    /// The element at a 0-based position; nothing beyond the end or for another type.
    pub fn item(self, position: usize) -> Option<Node<'t>> {
        self.elements().nth(position)
    }

    /// Whether both are the same JSON value: order of members, spelling of strings and of numbers do not count.
    pub fn same_value(self, other: Node<'_>) -> bool {
        if self.kind() != other.kind() {
            return false;
        }
        match self.kind() {
            ValueKind::Null => true,
            ValueKind::Boolean => self.as_bool() == other.as_bool(),
            ValueKind::String => self.as_str() == other.as_str(),
            ValueKind::Number => crate::lexeme::same_number(self.lexeme(), other.lexeme()),
            ValueKind::Array => {
                self.entries() == other.entries()
                    && self
                        .elements()
                        .zip(other.elements())
                        .all(|(a, b)| a.same_value(b))
            }
            ValueKind::Object => self.same_members(other),
        }
    }

    fn same_members(self, other: Node<'_>) -> bool {
        if self.distinct_len() != other.distinct_len() {
            return false;
        }
        let index: Option<HashMap<&str, Node<'_>>> = (!other.has_few_entries()).then(|| {
            other
                .distinct_members()
                .map(|(key, value)| (key.name(), value))
                .collect()
        });
        self.distinct_members().all(|(key, value)| {
            let there = match &index {
                Some(index) => index.get(key.name()).copied(),
                None => other.get(key.name()),
            };
            there.is_some_and(|there| value.same_value(there))
        })
    }

    /// Whether a key may have a mark: one with escapes may have any.
    #[inline]
    fn may_have(self, mark: u16) -> bool {
        let token = self.token();
        token.extra == mark || token.kind == TokenKind::EscapedKey
    }

    /// The text of a key or string, as bytes.
    #[inline]
    fn name_bytes(self) -> &'t [u8] {
        self.tree.tape.string_bytes(&self.tree.text, self.index)
    }

    /// The text of a key or string.
    #[inline]
    pub(crate) fn name(self) -> &'t str {
        self.tree.string_at(self.index)
    }

    /// Number of elements or members, counting duplicates; 0 for a scalar.
    #[inline]
    pub(crate) fn entries(self) -> usize {
        let token = self.token();
        match (token.extra, self.kind()) {
            (Token::MANY, ValueKind::Array) => self.count_elements(),
            (Token::MANY, ValueKind::Object) => self.members().count(),
            (entries, ValueKind::Array | ValueKind::Object) => usize::from(entries),
            _ => 0,
        }
    }

    /// Whether a walk over the entries is as good as an index of them.
    pub(crate) fn has_few_entries(self) -> bool {
        self.token().extra <= FEW_ENTRIES
    }

    fn count_elements(self) -> usize {
        let mut count = 0;
        let mut index = self.index + 1;
        while index < self.end_index() {
            index = self.tree.token(index).next;
            count += 1;
        }
        count
    }

    /// Members of an object without those a later one with the same key replaces.
    pub(crate) fn distinct_members(self) -> impl Iterator<Item = (Node<'t>, Node<'t>)> {
        self.members().filter(|(key, _)| !key.token().superseded)
    }

    /// Number of different keys of an object.
    pub(crate) fn distinct_len(self) -> usize {
        match self.token().kind {
            TokenKind::Object => self.entries(),
            _ => self.distinct_members().count(),
        }
    }
}

/// Iterator over the members of an object, see [`Node::members`].
#[derive(Debug, Clone)]
pub struct Members<'t> {
    tree: &'t Tree,
    index: u32,
    end: u32,
}

impl<'t> Iterator for Members<'t> {
    type Item = (Node<'t>, Node<'t>);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        if self.index >= self.end {
            return None;
        }
        let key = Node {
            tree: self.tree,
            index: self.index,
        };
        let value = Node {
            tree: self.tree,
            index: self.index + 1,
        };
        self.index = value.token().next;
        Some((key, value))
    }
}

/// Iterator over the elements of an array, see [`Node::elements`].
#[derive(Debug, Clone)]
pub struct Elements<'t> {
    tree: &'t Tree,
    index: u32,
    end: u32,
    left: usize,
}

impl<'t> Iterator for Elements<'t> {
    type Item = Node<'t>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        if self.index >= self.end {
            return None;
        }
        let element = Node {
            tree: self.tree,
            index: self.index,
        };
        self.index = element.token().next;
        self.left -= 1;
        Some(element)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}

impl ExactSizeIterator for Elements<'_> {}
