//! The strict parser accepts what `serde_json` accepts, with the same value.

use missionlint_tape::{Node, Slip, SyntaxError, Tree};
use serde_json::Value;

use super::tree::{Beyond, assert_placed, assert_whole, nodes, tokens, value_of};
use super::{lines, moved, text_of};

/// Places whose pointers are followed there and back; each takes time in proportion to the text.
const POINTERS: usize = 8;

/// Any text as a document and line by line.
pub(crate) fn holds(data: &[u8]) {
    let text = text_of(data);
    document(&text);
    each_line(&text);
}

fn document(text: &str) {
    let mut tree = Tree::new(text.to_owned());
    let expected = serde_json::from_str::<Value>(text);
    match tree.parse_document() {
        Ok(root) => {
            let beyond = Beyond::of(root);
            match expected {
                Ok(expected) => {
                    assert!(!beyond.is_refused(), "{beyond:?}");
                    assert_eq!(value_of(root), expected);
                }
                Err(error) => {
                    let error = error.to_string();
                    let known = (beyond.infinite && error.contains("number out of range"))
                        || (beyond.deep && error.contains("recursion limit"));
                    assert!(known, "{error}, but {root:?}");
                }
            }
            assert_eq!(root.lexeme(), text.trim_matches([' ', '\n', '\r', '\t']));
            assert!(root.same_value(root));
            assert_pointers(root);
        }
        Err(error) => {
            assert!(expected.is_err(), "{error:?}, but {expected:?}");
            assert_placed(text, error);
            assert_first(text, error);
            assert_eq!(tree.roots().len(), 0);
        }
    }
    assert_whole(&tree);
    // Parsing again changes nothing.
    let roots: Vec<u32> = tree.roots().map(Node::index).collect();
    let again = tree.parse_document().is_ok();
    assert_eq!(again, !roots.is_empty());
    assert_whole(&tree);
}

/// Asserts that the text before an error is sound as far as it goes: nothing is wrong with it but that it ends.
pub(crate) fn assert_first(text: &str, error: SyntaxError) {
    let before = &text[..error.span.start as usize];
    if let Err(earlier) = Tree::new(before.to_owned()).parse_document() {
        let ends = matches!(earlier.slip, Slip::EmptyDocument | Slip::UnclosedBracket)
            && earlier.span.start as usize == before.len();
        // An error may be within a string, which then does not end.
        let inside = matches!(
            error.slip,
            Slip::BadEscape
                | Slip::LoneSurrogate
                | Slip::ControlCharacter
                | Slip::UnclosedString
                | Slip::InnerQuote
        );
        let half = earlier.slip == Slip::LoneSurrogate && earlier.span.end as usize == before.len();
        let cut = inside && (earlier.slip == Slip::UnclosedString || half);
        assert!(ends || cut, "{error:?}, but before it {earlier:?}");
    }
}

/// Asserts that pointers lead back, where no key is repeated.
fn assert_pointers(root: Node<'_>) {
    if !root.tree().duplicates().is_empty() {
        return;
    }
    let every = (root.end_index() as usize).div_ceil(POINTERS).max(1);
    for node in nodes(root).step_by(every) {
        let value = root.tree().node(node.index() + u32::from(node.is_key()));
        let pointer = node.pointer_from(root);
        let there = root.at_pointer(&pointer).map(Node::index);
        assert_eq!(there, Some(value.index()), "{pointer:?}");
    }
}

/// Asserts that the lines of a text, parsed into one tree, are as they are alone.
fn each_line(text: &str) {
    let mut tree = Tree::new(text.to_owned());
    for within in lines(text) {
        let mut alone = Tree::new(within.slice(text).to_owned());
        match (tree.parse_value(within).map(|_| ()), alone.parse_document()) {
            (Ok(()), Ok(root)) => {
                let last = tree.roots().last().expect("a root");
                assert!(tokens(last, within.start).eq(tokens(root, 0)));
            }
            (Err(found), Err(error)) => {
                assert_eq!(found.slip, error.slip);
                assert_eq!(found.span, moved(error.span, within.start));
                let opening = error.opening.map(|span| moved(span, within.start));
                assert_eq!(found.opening, opening);
            }
            (found, alone) => panic!("{found:?}, alone {alone:?}"),
        }
    }
    assert_whole(&tree);
}
