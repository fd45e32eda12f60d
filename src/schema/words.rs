//! Which names of a tree are words of its schema, and what a value is called.

use std::cell::{Cell, RefCell};
use std::collections::HashSet;

use missionlint_tape::{Node, Tree, Validator};

use super::property_names;
use crate::document::Kind;
use crate::finding::Fact;

/// The property names that schemas give. They are put together when a finding asks for them.
#[derive(Clone, Copy)]
pub(super) enum Vocabulary<'t> {
    /// Those of the record contract.
    Contract,
    /// Those of the schema of a validator.
    Of(&'t Validator),
}

impl Vocabulary<'_> {
    fn has(self, name: &str) -> bool {
        match self {
            Self::Contract => property_names(),
            Self::Of(validator) => validator.property_names(),
        }
        .contains(name)
    }
}

/// Names of the fields of a tree.
pub(super) struct Words<'t> {
    pub(super) tree: &'t Tree,
    /// Of the record at hand; none for values of other schemas.
    pub(super) kind: Option<Kind>,
    /// The property names that the schema gives.
    vocabulary: Vocabulary<'t>,
    /// A token and the container it stands in: the next one asked for is mostly close behind.
    last: Cell<Option<(u32, u32)>>,
    /// An object and its keys: looking for each of many keys in turn would take quadratic time.
    keys: RefCell<Option<(u32, HashSet<&'t str>)>>,
}

/// The keys of an object.
pub(super) fn keys_of(object: Node<'_>) -> HashSet<&str> {
    object
        .members()
        .filter_map(|(key, _)| key.as_str())
        .collect()
}

impl<'t> Words<'t> {
    pub(super) fn of(tree: &'t Tree, vocabulary: Vocabulary<'t>) -> Self {
        Self {
            tree,
            kind: None,
            vocabulary,
            last: Cell::new(None),
            keys: RefCell::new(None),
        }
    }

    /// Whether an object has a key, asked for many keys of one object in turn.
    pub(super) fn has_key(&self, object: u32, key: &str) -> bool {
        let mut keys = self.keys.borrow_mut();
        match &*keys {
            Some((known, keys)) if *known == object => keys.contains(key),
            _ => {
                let found = keys_of(self.tree.node(object));
                let has = found.contains(key);
                *keys = Some((object, found));
                has
            }
        }
    }

    /// Whether a value is meant to be the id of a person, however badly it is written.
    pub(super) fn names_person(&self, node: Node<'_>) -> bool {
        let key = self.tree.key_of(node.index()).and_then(Node::as_str);
        match key {
            Some("person" | "from_person" | "to_person" | "by") => true,
            Some("id") => self.kind == Some(Kind::Person),
            _ => false,
        }
    }

    /// The property that a value, or the list it stands in, belongs to; of a key, the object it stands in.
    pub(super) fn field(&self, node: Node<'_>) -> String {
        let mut index = node.index();
        if node.is_key() {
            match self.parent(index) {
                Some(parent) => index = parent,
                None => return String::new(),
            }
        }
        loop {
            if let Some(key) = self.tree.key_of(index) {
                return key.as_str().unwrap_or("").to_owned();
            }
            match self.parent(index) {
                Some(parent) => index = parent,
                None => return String::new(),
            }
        }
    }

    /// The array or object that holds the element or key at a token.
    fn parent(&self, index: u32) -> Option<u32> {
        let holds = |before: u32| {
            let candidate = self.tree.node(before);
            !candidate.is_key() && candidate.end_index() > index
        };
        let root = self.tree.root_of(index)?.index();
        // What holds a later token too starts after the earlier one, or is what holds both.
        let known = self
            .last
            .get()
            .filter(|&(token, parent)| token < index && holds(parent));
        let start = known.map_or(root, |(token, _)| token);
        let parent = (start..index)
            .rev()
            .find(|&before| holds(before))
            .or(known.map(|(_, parent)| parent))?;
        self.last.set(Some((index, parent)));
        Some(parent)
    }

    /// The name of a field: a word of the schema, or (in a map) of the record.
    pub(super) fn named(&self, field: String) -> Fact {
        if self.vocabulary.has(&field) {
            Fact::Vocabulary(vec![field])
        } else {
            Fact::Text(field)
        }
    }
}
