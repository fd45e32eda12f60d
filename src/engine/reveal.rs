//! What may be shown to whom.

use std::sync::Arc;

use missionlint_tape::{Node, Step, Ways};

use crate::bundle::GLOBAL;
use crate::document::Kind;
use crate::finding::Fact;
use crate::privacy::{Audience, MASK, is_opaque, pseudonym, show_id};
use crate::reference;
use crate::report::Shown;
use crate::schema;

/// A mission as reports name it: what has not the shape of an id may be anything.
pub(super) fn mission_name(id: &str) -> Option<Arc<str>> {
    (id != GLOBAL).then(|| Arc::from(show_id(id)))
}

/// A fact of a finding as it may be shown. Of a masked finding only opaque ids, roles and kinds stay.
pub(super) fn show_fact(fact: Fact, masked: bool, audience: Audience, mission: &str) -> Shown {
    let fact = if audience == Audience::Public {
        with_pseudonyms(fact, mission)
    } else {
        fact
    };
    let visible = match &fact {
        Fact::Vocabulary(_) | Fact::Phrase(_) => true,
        Fact::Kind(code) => Kind::of_code(code).is_some() || is_word(code),
        Fact::Role(code) => reference::role(code).is_some(),
        Fact::Id(id) | Fact::Person(id) => is_opaque(id),
        Fact::Ids(ids) | Fact::People(ids) => ids.iter().all(|id| is_opaque(id)),
        Fact::Code(_)
        | Fact::Codes(_)
        | Fact::Day(_)
        | Fact::Moment(_)
        | Fact::Number(_)
        | Fact::Text(_) => false,
    };
    if visible || !masked {
        Shown::Clear(fact)
    } else {
        Shown::Masked(fact.type_name())
    }
}

fn is_word(code: &str) -> bool {
    code.bytes()
        .all(|byte| byte.is_ascii_lowercase() || byte == b'-')
}

fn with_pseudonyms(fact: Fact, mission: &str) -> Fact {
    match fact {
        Fact::Person(id) => Fact::Person(pseudonym(&id, mission)),
        Fact::People(ids) => Fact::People(ids.iter().map(|id| pseudonym(id, mission)).collect()),
        other => other,
    }
}

/// The pointer of a node from `root`. Masked, only positions and property names of the record contract are shown.
pub(super) fn show_pointer(ways: &Ways, node: Node<'_>, root: Node<'_>, masked: bool) -> String {
    let mut shown = String::new();
    for step in ways.steps(node, root) {
        let is_shown = match step {
            // A key of digits is no position.
            Step::Item(_) => true,
            Step::Key(key) => !masked || schema::property_names().contains(key),
        };
        shown.push('/');
        match step {
            _ if !is_shown => shown.push_str(MASK),
            Step::Key(key) if !key.contains(['~', '/']) => shown.push_str(key),
            _ => shown.push_str(&step.segment()),
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use missionlint_tape::Tree;

    use super::*;

    #[test]
    fn masked_pointers_keep_the_contract_only() {
        let mut tree =
            Tree::new(r#"{"records": [{"Jane Roe": {"2025": {"note": 1}}}]}"#.to_owned());
        tree.parse_document().unwrap();
        let root = tree.roots().next().unwrap();
        let note = root.at_pointer("/records/0/Jane Roe/2025/note").unwrap();
        assert_eq!(
            show_pointer(&Ways::default(), note, root, true),
            format!("/records/0/{MASK}/{MASK}/note")
        );
        assert_eq!(
            show_pointer(&Ways::default(), note, root, false),
            "/records/0/Jane Roe/2025/note"
        );
    }
}
