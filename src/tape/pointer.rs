//! JSON Pointers (RFC 6901) of nodes, and nodes of pointers.

use std::borrow::Cow;

use crate::{Node, Tree, ValueKind};

impl<'t> Node<'t> {
    /// The node's pointer from `root`, which must contain it: `/records/0/id`; empty for the root itself.
    /// A key has the pointer of its value.
    ///
    /// Walks over the entries before the node on each level: for one place, not for every entry of a large array.
    pub fn pointer_from(self, root: Node<'t>) -> String {
        let mut pointer = String::new();
        for step in self.steps_from(root) {
            pointer.push('/');
            match step {
                Step::Key(key) => pointer.push_str(&key.replace('~', "~0").replace('/', "~1")),
                Step::Item(position) => pointer.push_str(&position.to_string()),
            }
        }
        pointer
    }

    /// The keys and positions that lead from `root` to this node.
    fn steps_from(self, root: Node<'t>) -> Vec<Step<'t>> {
        let mut steps = Vec::new();
        let mut here = root;
        while here.index() != self.index() {
            let Some((step, child)) = here.child_towards(self) else {
                break;
            };
            steps.push(step);
            if child.index() == self.index() + 1 && self.is_key() {
                break;
            }
            here = child;
        }
        steps
    }

    fn child_towards(self, target: Node<'t>) -> Option<(Step<'t>, Node<'t>)> {
        let holds = |child: Node<'_>, first: u32| {
            first <= target.index() && target.index() < child.end_index()
        };
        if self.kind() == ValueKind::Object {
            self.members()
                .find(|(key, value)| holds(*value, key.index()))
                .map(|(key, value)| (Step::Key(key.name()), value))
        } else {
            self.elements()
                .enumerate()
                .find(|(_, element)| holds(*element, element.index()))
                .map(|(position, element)| (Step::Item(position), element))
        }
    }

    /// The node a pointer leads to from here; nothing where there is none.
    pub fn at_pointer(self, pointer: &str) -> Option<Node<'t>> {
        segments(pointer)?.try_fold(self, |here, segment| here.step(&segment))
    }

    /// The member of that name or the element at that position.
    fn step(self, segment: &str) -> Option<Node<'t>> {
        match self.kind() {
            ValueKind::Object => self.get(segment),
            ValueKind::Array => self.item(position(segment)?),
            _ => None,
        }
    }
}

/// The segments of a pointer, unescaped; nothing where it is no pointer.
pub(crate) fn segments(pointer: &str) -> Option<impl Iterator<Item = Cow<'_, str>>> {
    let unescape = |segment: &str| segment.replace("~1", "/").replace("~0", "~");
    (pointer.is_empty() || pointer.starts_with('/')).then(|| {
        pointer.split('/').skip(1).map(move |segment| {
            if segment.contains('~') {
                Cow::Owned(unescape(segment))
            } else {
                Cow::Borrowed(segment)
            }
        })
    })
}

/// The 0-based position a segment means in an array: digits without leading zeros.
pub(crate) fn position(segment: &str) -> Option<usize> {
    let plain = segment.bytes().all(|byte| byte.is_ascii_digit())
        && (segment == "0" || !segment.starts_with('0'));
    plain.then(|| segment.parse().ok()).flatten()
}

enum Step<'t> {
    Key(&'t str),
    Item(usize),
}

impl Tree {
    /// The root that contains a token.
    pub fn root_of(&self, index: u32) -> Option<Node<'_>> {
        let position = self
            .roots
            .partition_point(|&root| root <= index)
            .checked_sub(1)?;
        Some(self.node(self.roots[position]))
    }

    /// The key in front of the value at `index`, if it is a member's value.
    pub fn key_of(&self, index: u32) -> Option<Node<'_>> {
        let before = self.node(index.checked_sub(1)?);
        before.is_key().then_some(before)
    }
}
