//! JSON Pointers (RFC 6901) of nodes, and nodes of pointers.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::{Node, Tree, ValueKind};

/// Values of more tokens than this have the places of their children looked up, not walked to.
const WIDE: u32 = 512;

/// A step of a JSON Pointer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step<'t> {
    /// To the value of a member.
    Key(&'t str),
    /// To an element, by its 0-based position.
    Item(usize),
}

/// The ways to the values of one tree. What has been found out about wide arrays and objects is kept: many pointers
/// into one take time in all that is linear in its size.
#[derive(Debug, Default)]
pub struct Ways {
    /// First tokens of the members or elements of a wide value, by its token.
    children: Mutex<HashMap<u32, Arc<[u32]>>>,
}

impl Ways {
    /// The keys and positions that lead from `root`, which must contain it, to `node`. A key has the way of its
    /// value. The nodes must be of the tree these ways are of.
    pub fn steps<'t>(&self, node: Node<'t>, root: Node<'t>) -> Vec<Step<'t>> {
        let trail = self.trail(node, root).into_iter();
        trail.map(|(step, _)| step).collect()
    }

    /// The same steps, each with the value that it leads to.
    pub fn trail<'t>(&self, node: Node<'t>, root: Node<'t>) -> Vec<(Step<'t>, Node<'t>)> {
        let mut trail = Vec::new();
        let mut here = root;
        while here.index() != node.index() {
            let Some((step, child)) = self.child_towards(here, node) else {
                break;
            };
            trail.push((step, child));
            if child.index() == node.index() + 1 && node.is_key() {
                break;
            }
            here = child;
        }
        trail
    }

    /// The same as a JSON Pointer: `/records/0/id`; empty for the root itself.
    pub fn pointer<'t>(&self, node: Node<'t>, root: Node<'t>) -> String {
        let mut pointer = String::new();
        for step in self.steps(node, root) {
            pointer.push('/');
            pointer.push_str(&step.segment());
        }
        pointer
    }

    fn child_towards<'t>(&self, here: Node<'t>, target: Node<'t>) -> Option<(Step<'t>, Node<'t>)> {
        if here.end_index() - here.index() <= WIDE {
            return here.child_towards(target);
        }
        let children = {
            let mut known = self.children.lock().unwrap_or_else(PoisonError::into_inner);
            let entry = known.entry(here.index());
            Arc::clone(entry.or_insert_with(|| here.first_tokens().collect()))
        };
        let position = children
            .partition_point(|first| *first <= target.index())
            .checked_sub(1)?;
        let first = here.tree().node(children[position]);
        let found = if here.kind() == ValueKind::Object {
            let value = here.tree().node(first.index() + 1);
            (Step::Key(first.name()), value)
        } else {
            (Step::Item(position), first)
        };
        (target.index() < found.1.end_index()).then_some(found)
    }
}

impl Step<'_> {
    /// The segment of a pointer, escaped.
    pub fn segment(self) -> String {
        match self {
            Self::Key(key) => key.replace('~', "~0").replace('/', "~1"),
            Self::Item(position) => position.to_string(),
        }
    }
}

impl<'t> Node<'t> {
    /// The node's pointer from `root`, which must contain it: `/records/0/id`; empty for the root itself.
    /// A key has the pointer of its value.
    ///
    /// Walks over the entries before the node on each level: for one place, not for many ([`Ways`]).
    pub fn pointer_from(self, root: Node<'t>) -> String {
        Ways::default().pointer(self, root)
    }

    /// The first token of each member or element.
    fn first_tokens(self) -> impl Iterator<Item = u32> {
        let keys = self.members().map(|(key, _)| key.index());
        keys.chain(self.elements().map(Node::index))
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
