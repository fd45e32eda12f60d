//! What holds for every tape, and its value as `serde_json` would have it.

use std::collections::{BTreeMap, BTreeSet};

use missionlint_tape::{Node, SyntaxError, Tree, ValueKind};
use serde_json::{Map, Value};

/// What `serde_json::Value` cannot hold of a value.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Beyond {
    /// A number is beyond `f64`.
    pub(crate) infinite: bool,
    /// A level is the 128th: `serde_json` has 127.
    pub(crate) deep: bool,
    /// A number has more digits, or is closer to zero, than `f64` keeps apart.
    pub(crate) rounded: bool,
}

impl Beyond {
    pub(crate) fn of(root: Node<'_>) -> Self {
        let mut beyond = Self {
            infinite: false,
            deep: depth(root) > 127,
            rounded: false,
        };
        for node in nodes(root).filter(|node| node.kind() == ValueKind::Number) {
            let number: f64 = node.lexeme().parse().expect("a number");
            beyond.infinite |= number.is_infinite();
            beyond.rounded |= !keeps_digits(node.lexeme());
        }
        beyond
    }

    /// Whether `serde_json` refuses the text.
    pub(crate) fn is_refused(self) -> bool {
        self.infinite || self.deep
    }
}

/// Whether `Value` tells the number from every other one: it is an integer that fits, or has at most fifteen digits and a
/// moderate exponent.
fn keeps_digits(lexeme: &str) -> bool {
    if lexeme.parse::<i64>().is_ok() || lexeme.parse::<u64>().is_ok() {
        return true;
    }
    let (mantissa, exponent) = lexeme.split_once(['e', 'E']).unwrap_or((lexeme, "0"));
    let digits = mantissa.bytes().filter(u8::is_ascii_digit).count();
    digits <= 15
        && exponent
            .parse::<i32>()
            .is_ok_and(|exponent| exponent.abs() < 280)
}

/// Levels of containers.
fn depth(root: Node<'_>) -> usize {
    let mut open: Vec<u32> = Vec::new();
    let mut deepest = 0;
    for node in nodes(root) {
        while open.last().is_some_and(|&end| end <= node.index()) {
            open.pop();
        }
        if matches!(node.kind(), ValueKind::Array | ValueKind::Object) {
            open.push(node.end_index());
            deepest = deepest.max(open.len());
        }
    }
    deepest
}

/// Every value and key of a root.
pub(crate) fn nodes(root: Node<'_>) -> impl Iterator<Item = Node<'_>> {
    (root.index()..root.end_index()).map(move |index| root.tree().node(index))
}

/// The value of a node, built through the public interface only; a later member replaces an earlier one.
pub(crate) fn value_of(node: Node<'_>) -> Value {
    match node.kind() {
        ValueKind::Null => Value::Null,
        ValueKind::Boolean => Value::from(node.as_bool()),
        ValueKind::Number => number_of(node.lexeme()),
        ValueKind::String => Value::from(node.as_str()),
        ValueKind::Array => node.elements().map(value_of).collect(),
        ValueKind::Object => node
            .members()
            .map(|(key, value)| (key.as_str().expect("a key").to_owned(), value_of(value)))
            .collect::<Map<_, _>>()
            .into(),
    }
}

fn number_of(lexeme: &str) -> Value {
    match (lexeme.parse::<u64>(), lexeme.parse::<i64>()) {
        (Ok(number), _) => Value::from(number),
        (_, Ok(number)) if lexeme != "-0" => Value::from(number),
        _ => Value::from(lexeme.parse::<f64>().expect("a number")),
    }
}

/// All that can be seen of a tape's values, with places counted from `origin`.
pub(crate) fn tokens(root: Node<'_>, origin: u32) -> impl Iterator<Item = impl PartialEq> {
    nodes(root).map(move |node| {
        let span = node.span();
        (
            node.kind(),
            node.is_key(),
            span.start - origin,
            span.end - origin,
            node.end_index() - root.index(),
            node.as_str(),
        )
    })
}

/// Asserts that an error has a place in the text.
pub(crate) fn assert_placed(text: &str, error: SyntaxError) {
    let span = error.span;
    assert!(span.start <= span.end, "{error:?}");
    let place = text.get(span.start as usize..span.end as usize);
    assert!(place.is_some(), "{error:?} is not within the text");
    assert!(
        place != Some("") || span.end as usize == text.len(),
        "{error:?} is empty before the end"
    );
    if let Some(opening) = error.opening {
        assert!(matches!(opening.slice(text), "[" | "{"), "{error:?}");
        assert!(opening.start <= span.start, "{error:?}");
    }
}

/// Asserts that roots follow each other, that every token lies within its container, that strings and brackets are
/// where their tokens say, and that repeated keys are listed.
pub(crate) fn assert_whole(tree: &Tree) {
    let mut next = 0;
    for root in tree.roots() {
        assert_eq!(root.index(), next, "a root does not follow the last");
        next = root.end_index();
        assert!(!root.is_key());
        assert_nested(root);
        let found = tree.root_of(next - 1).map(Node::index);
        assert_eq!(found, Some(root.index()));
    }
    let expected: BTreeSet<_> = tree.roots().flat_map(nodes).flat_map(repeats).collect();
    let listed = tree.duplicates().iter();
    let listed: Vec<_> = listed
        .map(|repeat| (repeat.object, repeat.first, repeat.again))
        .collect();
    assert_eq!(listed.len(), expected.len(), "a repeated key twice");
    assert_eq!(listed.into_iter().collect::<BTreeSet<_>>(), expected);
}

fn assert_nested(root: Node<'_>) {
    let text = root.tree().text();
    // Ends of the open containers: the token after, and the last byte.
    let mut open = vec![(root.end_index(), position_after(text))];
    let mut start = root.span().start;
    for node in nodes(root) {
        while open.last().is_some_and(|&(end, _)| end <= node.index()) {
            open.pop();
        }
        let span = node.span();
        assert!(span.start <= span.end);
        assert!(
            text.get(span.start as usize..span.end as usize).is_some(),
            "{span:?} is not within the text"
        );
        assert!(span.start >= start, "{node:?} is out of order");
        start = span.start;
        let &(end, last) = open.last().expect("the root");
        assert!(node.end_index() <= end, "{node:?} is not nested");
        assert!(span.end <= last, "{node:?} ends after its container");
        match node.kind() {
            ValueKind::Array => {
                assert_eq!(node.elements().len(), node.elements().count());
                assert!(node.elements().all(|element| !element.is_key()));
            }
            ValueKind::Object => {
                assert!(
                    node.members()
                        .all(|(key, value)| key.is_key() && !value.is_key())
                );
            }
            ValueKind::String => {
                assert!(node.as_str().is_some());
                assert_eq!(node.end_index(), node.index() + 1);
            }
            _ => {}
        }
        if matches!(node.kind(), ValueKind::Array | ValueKind::Object) {
            open.push((node.end_index(), span.end));
        }
    }
}

fn position_after(text: &str) -> u32 {
    super::position(text.len())
}

/// Object, first and repeated key of every repetition in an object; also asserts that the last member counts.
fn repeats(object: Node<'_>) -> Vec<(u32, u32, u32)> {
    let mut seen: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
    let mut repeats = Vec::new();
    for (key, _) in object.members() {
        let name = key.as_str().expect("a key");
        let &mut (first, ref mut last) = seen.entry(name).or_insert((key.index(), 0));
        *last = key.index();
        if first != key.index() {
            repeats.push((object.index(), first, key.index()));
        }
    }
    // Looking up a member is a walk.
    if seen.len() <= 40 {
        for (name, (_, last)) in seen {
            let found = object.member(name).map(|(key, _)| key.index());
            assert_eq!(found, Some(last), "{name:?}");
        }
    }
    repeats
}
