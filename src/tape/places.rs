//! Finding many places in one value by pointer or key.

use std::collections::HashMap;

use crate::{Node, ValueKind, pointer};

/// The places of one value. A large container is indexed when it is first searched, so that looking up each of
/// its entries in turn does not take quadratic time.
pub(crate) struct Places<'t> {
    root: Node<'t>,
    members: HashMap<u32, HashMap<&'t str, (Node<'t>, Node<'t>)>>,
    elements: HashMap<u32, Vec<Node<'t>>>,
}

impl<'t> Places<'t> {
    pub(crate) fn of(root: Node<'t>) -> Self {
        Self {
            root,
            members: HashMap::new(),
            elements: HashMap::new(),
        }
    }

    pub(crate) fn root(&self) -> Node<'t> {
        self.root
    }

    /// The node a pointer from the root leads to; nothing where there is none.
    pub(crate) fn at(&mut self, pointer: &str) -> Option<Node<'t>> {
        pointer::segments(pointer)?.try_fold(self.root, |here, segment| match here.kind() {
            ValueKind::Object => self.member(here, &segment).map(|(_, value)| value),
            ValueKind::Array => self.element(here, pointer::position(&segment)?),
            _ => None,
        })
    }

    /// Key and value of a member, see [`Node::member`].
    pub(crate) fn member(&mut self, object: Node<'t>, key: &str) -> Option<(Node<'t>, Node<'t>)> {
        if object.has_few_entries() {
            return object.member(key);
        }
        let members = self.members.entry(object.index()).or_insert_with(|| {
            object
                .distinct_members()
                .map(|(key, value)| (key.name(), (key, value)))
                .collect()
        });
        members.get(key).copied()
    }

    fn element(&mut self, array: Node<'t>, position: usize) -> Option<Node<'t>> {
        if array.has_few_entries() {
            return array.item(position);
        }
        let elements = self
            .elements
            .entry(array.index())
            .or_insert_with(|| array.elements().collect());
        elements.get(position).copied()
    }
}
