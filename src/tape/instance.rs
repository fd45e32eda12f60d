//! The tape as an instance of the schema validator: the only file that names its instance traits.

use std::borrow::Cow;
use std::collections::HashSet;

use jsonschema_value::types::JsonType;
use jsonschema_value::{
    Array, Json, JsonNumber, LazyInstance, Node as JsonNode, NodeIdentity, Object,
};
use serde_json::{Number, Value};

use crate::tree::{Token, TokenKind, mark_of};
use crate::{Elements, Node, Tree, ValueKind, lexeme};

/// Arrays up to this length are compared in pairs for `uniqueItems`, longer ones by hash.
const PAIRWISE_ITEMS: usize = 16;

/// A key to look for, with its mark.
pub(crate) struct Prepared {
    key: Box<str>,
    mark: u16,
}

/// Our JSON representation, as the validator is told.
pub(crate) struct TapeJson;

impl Json for TapeJson {
    type Node<'a> = Node<'a>;
    type PreparedKey = Prepared;
    type StringBuffer = Tree;

    // A look-up walks the members, as a pass over them does.
    const KEYS_PER_LOOKUP: usize = 8;

    fn prepare_key(key: &str) -> Prepared {
        Prepared {
            key: key.into(),
            mark: mark_of(key.as_bytes()),
        }
    }

    fn with_string_node<T>(buffer: &mut Tree, string: &str, f: impl FnOnce(Node<'_>) -> T) -> T {
        let mut text = buffer.reset(String::new());
        text.clear();
        text.push('"');
        text.push_str(string);
        text.push('"');
        let end = u32::try_from(text.len()).unwrap_or(u32::MAX);
        buffer.text = text;
        // Plain: the text between the quotes is the string itself, whatever it holds.
        let token = Token {
            start: 0,
            end,
            next: 1,
            kind: TokenKind::String,
            superseded: false,
            extra: 0,
        };
        buffer.tape.tokens.push(token);
        f(buffer.node(0))
    }
}

impl<'a> JsonNode<'a, TapeJson> for Node<'a> {
    type Object = ObjectNode<'a>;
    type Array = ArrayNode<'a>;
    type Number = NumberNode<'a>;

    fn as_object(&self) -> Option<ObjectNode<'a>> {
        (self.kind() == ValueKind::Object).then_some(ObjectNode(*self))
    }

    fn as_array(&self) -> Option<ArrayNode<'a>> {
        (self.kind() == ValueKind::Array).then_some(ArrayNode(*self))
    }

    #[inline]
    fn as_string(&self) -> Option<Cow<'a, str>> {
        self.as_str().map(Cow::Borrowed)
    }

    fn as_number(&self) -> Option<NumberNode<'a>> {
        (self.kind() == ValueKind::Number).then(|| NumberNode(self.lexeme()))
    }

    fn as_boolean(&self) -> Option<bool> {
        self.as_bool()
    }

    fn is_null(&self) -> bool {
        self.kind() == ValueKind::Null
    }

    fn is_number(&self) -> bool {
        self.kind() == ValueKind::Number
    }

    fn is_string(&self) -> bool {
        self.kind() == ValueKind::String
    }

    fn json_type(&self) -> JsonType {
        match self.kind() {
            ValueKind::Null => JsonType::Null,
            ValueKind::Boolean => JsonType::Boolean,
            ValueKind::Number => JsonType::Number,
            ValueKind::String => JsonType::String,
            ValueKind::Array => JsonType::Array,
            ValueKind::Object => JsonType::Object,
        }
    }

    fn string_length(&self) -> Option<u64> {
        let text = self.as_str()?;
        // Nearly all texts are ASCII, which is quicker to see than characters are to count.
        let characters = if text.is_ascii() {
            text.len()
        } else {
            text.chars().count()
        };
        u64::try_from(characters).ok()
    }

    fn equals_value(&self, expected: &Value) -> bool {
        equals(*self, expected)
    }

    fn to_value(&self) -> Cow<'a, Value> {
        let (bytes, form) = self.source();
        Cow::Owned(build_value(bytes, form))
    }

    fn lazy_value(&self) -> LazyInstance<'a> {
        let (bytes, tag) = self.source();
        LazyInstance::Deferred {
            bytes,
            tag,
            make: build_value,
            cell: std::sync::OnceLock::new(),
        }
    }

    fn identity(&self) -> Option<NodeIdentity> {
        Some(NodeIdentity::tagged(
            std::ptr::from_ref(self.tree()) as usize,
            self.index(),
        ))
    }
}

/// The value as the validator crate sees it.
pub(crate) fn value_of(node: Node<'_>) -> Value {
    let (bytes, form) = node.source();
    build_value(bytes, form)
}

/// The bytes are JSON.
const JSON: u32 = 0;
/// The bytes are a string as it is: the names that `propertyNames` judges are JSON nowhere.
const BARE: u32 = 1;

impl<'a> Node<'a> {
    /// What [`build_value`] builds this node from.
    fn source(self) -> (&'a [u8], u32) {
        match self.as_str() {
            Some(string) => (string.as_bytes(), BARE),
            None => (self.lexeme().as_bytes(), JSON),
        }
    }
}

/// Bytes in one of the two forms as a `Value`. Must not fail: what `Value` cannot hold (numbers beyond `f64`,
/// the deepest levels) becomes its text.
fn build_value(bytes: &[u8], form: u32) -> Value {
    let text = || Value::String(String::from_utf8_lossy(bytes).into_owned());
    if form == BARE {
        text()
    } else {
        serde_json::from_slice(bytes).unwrap_or_else(|_| text())
    }
}

/// JSON Schema equality of a node and a value of a schema; numbers compare mathematically.
fn equals(node: Node<'_>, expected: &Value) -> bool {
    match expected {
        Value::Null => node.kind() == ValueKind::Null,
        Value::Bool(expected) => node.as_bool() == Some(*expected),
        Value::String(expected) => node.as_str() == Some(expected),
        Value::Number(expected) => {
            node.kind() == ValueKind::Number && lexeme::is_number(node.lexeme(), expected)
        }
        Value::Array(expected) => {
            node.kind() == ValueKind::Array
                && node.elements().len() == expected.len()
                && node
                    .elements()
                    .zip(expected)
                    .all(|(element, expected)| equals(element, expected))
        }
        Value::Object(expected) => {
            node.kind() == ValueKind::Object
                && node.distinct_len() == expected.len()
                && expected.iter().all(|(key, expected)| {
                    node.get(key).is_some_and(|value| equals(value, expected))
                })
        }
    }
}

/// An object of the tape; a repeated key counts once, with its last value.
pub(crate) struct ObjectNode<'a>(Node<'a>);

impl<'a> Object<'a, TapeJson> for ObjectNode<'a> {
    type Node = Node<'a>;
    type MemberName = &'a str;
    type MembersIter = DistinctMembers<'a>;

    fn len(&self) -> usize {
        self.0.distinct_len()
    }

    #[inline]
    fn get(&self, wanted: &Prepared) -> Option<Node<'a>> {
        let member = self.0.marked_member(&wanted.key, wanted.mark);
        member.map(|(_, value)| value)
    }

    fn members(&self) -> DistinctMembers<'a> {
        DistinctMembers(self.0.members())
    }
}

pub(crate) struct DistinctMembers<'a>(crate::Members<'a>);

impl<'a> Iterator for DistinctMembers<'a> {
    type Item = (&'a str, Node<'a>);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let (key, value) = self.0.next()?;
            if !key.token().superseded {
                return Some((key.name(), value));
            }
        }
    }
}

/// An array of the tape.
pub(crate) struct ArrayNode<'a>(Node<'a>);

impl<'a> Array<'a, TapeJson> for ArrayNode<'a> {
    type Node = Node<'a>;
    type ElementsIter = Elements<'a>;

    fn len(&self) -> usize {
        self.0.elements().len()
    }

    fn elements(&self) -> Elements<'a> {
        self.0.elements()
    }

    fn is_unique(&self) -> bool {
        first_repeat(self.0).is_none()
    }
}

/// The first element of an array that equals an earlier one, with that one: (earlier, later).
pub(crate) fn first_repeat(array: Node<'_>) -> Option<(Node<'_>, Node<'_>)> {
    let elements: Vec<Node<'_>> = array.elements().collect();
    if elements.len() <= PAIRWISE_ITEMS {
        return elements.iter().enumerate().find_map(|(position, &later)| {
            elements[..position]
                .iter()
                .find(|earlier| earlier.same_value(later))
                .map(|&earlier| (earlier, later))
        });
    }
    let mut seen = HashSet::with_capacity(elements.len());
    let later = elements
        .iter()
        .position(|element| !seen.insert((element.kind(), canonical(*element))))?;
    let earlier = elements[..later]
        .iter()
        .find(|earlier| earlier.same_value(elements[later]))?;
    Some((*earlier, elements[later]))
}

/// A text that two nodes of one type share exactly when they are the same value.
fn canonical(node: Node<'_>) -> Cow<'_, str> {
    match node.kind() {
        ValueKind::Null | ValueKind::Boolean => Cow::Borrowed(node.lexeme()),
        ValueKind::Number => Cow::Owned(lexeme::canonical_number(node.lexeme())),
        ValueKind::String => Cow::Borrowed(node.as_str().unwrap_or("")),
        ValueKind::Array => {
            let items: Vec<String> = node.elements().map(nested).collect();
            Cow::Owned(items.join(","))
        }
        ValueKind::Object => {
            let member =
                |(key, value): (Node<'_>, _)| format!("{:?}:{}", key.name(), nested(value));
            let mut members: Vec<String> = node.distinct_members().map(member).collect();
            members.sort_unstable();
            Cow::Owned(members.join(","))
        }
    }
}

/// [`canonical`] in a container, where it also has to tell the type and where it ends.
fn nested(node: Node<'_>) -> String {
    let text = canonical(node);
    match node.kind() {
        ValueKind::Null | ValueKind::Boolean | ValueKind::Number => text.into_owned(),
        ValueKind::String => format!("{text:?}"),
        ValueKind::Array => format!("[{text}]"),
        ValueKind::Object => format!("{{{text}}}"),
    }
}

/// A number of the tape: its lexeme.
pub(crate) struct NumberNode<'a>(&'a str);

impl JsonNumber for NumberNode<'_> {
    fn as_u64(&self) -> Option<u64> {
        self.0.parse().ok()
    }

    fn as_i64(&self) -> Option<i64> {
        // As the reference representation has it: `-0` is a float there.
        if self.0 == "-0" {
            None
        } else {
            self.0.parse().ok()
        }
    }

    fn as_f64(&self) -> Option<f64> {
        self.0
            .parse()
            .ok()
            .filter(|number: &f64| number.is_finite())
    }

    fn as_str(&self) -> Cow<'_, str> {
        Cow::Borrowed(self.0)
    }

    fn to_number(&self) -> Cow<'_, Number> {
        let number = serde_json::from_str(self.0).unwrap_or_else(|_| Number::from(0));
        Cow::Owned(number)
    }

    fn is_integer(&self) -> bool {
        lexeme::is_whole(self.0)
    }

    fn is_written_as_integer(&self) -> bool {
        !self.0.contains(['.', 'e', 'E'])
    }
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test that cannot go on fails")]
mod tests {
    use super::*;

    #[test]
    fn tape_satisfies_the_contract_of_the_validator() {
        let mut tree = Tree::new(jsonschema_value::conformance::document().to_string());
        let root = tree.parse_document().expect("the document is JSON");
        jsonschema_value::conformance::assert_conformance::<TapeJson>(&root);
    }

    #[test]
    fn long_arrays_are_compared_by_value() {
        let mut items: Vec<String> = (0..40)
            .map(|number| format!("{{\"a\":{number},\"b\":[1]}}"))
            .collect();
        let mut tree = Tree::new(format!("[{}]", items.join(",")));
        assert!(first_repeat(tree.parse_document().expect("JSON")).is_none());
        items.push("{ \"b\" : [1.0], \"a\": 3e0 }".to_owned());
        let mut tree = Tree::new(format!("[{}]", items.join(",")));
        let (earlier, later) =
            first_repeat(tree.parse_document().expect("JSON")).expect("a repeat");
        assert_eq!(
            (earlier.lexeme(), later.lexeme()),
            ("{\"a\":3,\"b\":[1]}", "{ \"b\" : [1.0], \"a\": 3e0 }")
        );
    }
}
