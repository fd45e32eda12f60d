//! Reading on after slips: valid texts have none, others have at least one, and what is on the tape hangs together.

use std::collections::HashSet;

use missionlint_tape::{Node, Recovered, SLIP_LIMIT, Slip, SyntaxError, Tree, ValueKind};

use super::parse::assert_first;
use super::tree::{assert_placed, assert_whole, tokens};
use super::{lines, moved, text_of};

/// Any text as a document and line by line.
pub(crate) fn holds(data: &[u8]) {
    let text = text_of(data);
    document(&text);
    each_line(&text);
}

fn document(text: &str) {
    let mut strict = Tree::new(text.to_owned());
    let verdict = strict.parse_document().map(|_| ());
    let mut tree = Tree::new(text.to_owned());
    let found = tree.recover_document();
    assert_consistent(&tree, &found);
    assert_whole(&tree);
    match verdict {
        Ok(()) => {
            let nothing = Recovered {
                roots: vec![0],
                ..Recovered::default()
            };
            assert_eq!(found, nothing);
            let (root, same) = (strict.roots().next(), tree.roots().next());
            let (root, same) = (root.expect("parsed"), same.expect("read"));
            assert!(tokens(root, 0).eq(tokens(same, 0)));
            assert_eq!(strict.duplicates(), tree.duplicates());
        }
        Err(error) => {
            let first = *found.errors.first().expect("a slip");
            assert_first(text, first);
            assert!(
                first == error || is_unclosed(text, first, error),
                "{first:?}, strictly {error:?}"
            );
        }
    }
    let again = tree.recover_document();
    assert_eq!(again, found, "a second time");
    assert_whole(&tree);
}

/// Whether a container is said not to be closed where something belongs to the one around: strictly a comma is missing
/// there, or, where it is a key, the first error is the colon behind it or something in it.
fn is_unclosed(text: &str, first: SyntaxError, strict: SyntaxError) -> bool {
    let between = &text[first.span.start as usize..strict.span.start as usize];
    let string = match Tree::new(between.to_owned()).parse_document() {
        Ok(value) => value.kind() == ValueKind::String,
        // What is cut in front of an error in a string.
        Err(error) => matches!(error.slip, Slip::UnclosedString | Slip::LoneSurrogate),
    };
    first.slip == Slip::UnclosedBracket && (string || between.is_empty())
}

fn assert_consistent(tree: &Tree, found: &Recovered) {
    let text = tree.text();
    assert!(found.errors.len() <= SLIP_LIMIT);
    for &error in &found.errors {
        assert_placed(text, error);
    }
    let distinct: HashSet<_> = found
        .errors
        .iter()
        .map(|error| (error.slip, error.span))
        .collect();
    assert_eq!(distinct.len(), found.errors.len(), "{:?}", found.errors);
    let roots: Vec<u32> = tree.roots().map(Node::index).collect();
    assert_eq!(roots, found.roots);
    let end = tree.roots().last().map_or(0, Node::end_index);
    for tokens in [&found.holes, &found.lossy] {
        assert!(tokens.is_sorted_by(|one, next| one < next), "{tokens:?}");
        assert!(tokens.last().is_none_or(|&token| token < end));
    }
    for &hole in &found.holes {
        let node = tree.node(hole);
        assert_eq!(node.kind(), ValueKind::Null);
    }
    for &token in &found.lossy {
        let kind = tree.node(token).kind();
        assert!(matches!(kind, ValueKind::Array | ValueKind::Object));
    }
    let marked = found.lost || !found.holes.is_empty() || !found.lossy.is_empty();
    assert!(
        !marked || !found.errors.is_empty(),
        "marked without a slip: {found:?}"
    );
    assert!(found.lost || !found.roots.is_empty());
    // A hole is the only null that is not written as one.
    for root in tree.roots() {
        for index in root.index()..root.end_index() {
            let node = tree.node(index);
            if node.kind() == ValueKind::Null && node.lexeme() != "null" {
                assert!(found.holes.binary_search(&index).is_ok(), "{node:?}");
            }
        }
    }
}

/// Asserts that the lines of a text, read into one tree, are as they are alone.
fn each_line(text: &str) {
    let mut tree = Tree::new(text.to_owned());
    let mut before = 0;
    for within in lines(text) {
        let found = tree.recover_value(within);
        let mut alone = Tree::new(within.slice(text).to_owned());
        let expected = alone.recover_document();
        let shifted =
            |tokens: &[u32]| -> Vec<u32> { tokens.iter().map(|token| token + before).collect() };
        assert_eq!(found.lost, expected.lost);
        assert_eq!(found.holes, shifted(&expected.holes));
        assert_eq!(found.lossy, shifted(&expected.lossy));
        assert_eq!(found.roots, shifted(&expected.roots));
        assert_eq!(found.errors.len(), expected.errors.len());
        for (found, expected) in found.errors.iter().zip(&expected.errors) {
            assert_eq!(found.slip, expected.slip);
            assert_eq!(found.span, moved(expected.span, within.start));
            let opening = expected.opening.map(|span| moved(span, within.start));
            assert_eq!(found.opening, opening);
        }
        for (&root, alone) in found.roots.iter().zip(alone.roots()) {
            assert!(tokens(tree.node(root), within.start).eq(tokens(alone, 0)));
        }
        before = tree.roots().last().map_or(0, Node::end_index);
    }
    assert_whole(&tree);
}
