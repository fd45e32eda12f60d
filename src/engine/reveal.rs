//! What may be shown to whom.

use missionlint_tape::{Node, Step, Ways};
use sha2::{Digest, Sha256};

use crate::document::{Class, Kind};
use crate::finding::Fact;
use crate::reference;
use crate::report::{Audience, MASK, Shown};
use crate::schema;

/// The strictest class that a reader sees in the clear.
pub(super) fn clearance(audience: Audience, reveal: bool) -> Class {
    match audience {
        _ if reveal => Class::Restricted,
        Audience::Internal => Class::Internal,
        Audience::Public => Class::Public,
    }
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

/// Whether a text has the shape of an id or of a reference; anything else may be a name.
pub(super) fn is_opaque(id: &str) -> bool {
    let local = match id.split_once('/') {
        Some((mission, local)) if is_word_or_digits(mission) => local,
        Some(_) => return false,
        None => id,
    };
    !local.is_empty()
        && local.len() <= 64
        && local
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-'))
}

/// An id of a record of any class: masked unless it has the shape of one.
pub(super) fn show_id(id: &str) -> &str {
    if is_opaque(id) { id } else { MASK }
}

fn is_word_or_digits(text: &str) -> bool {
    text.bytes()
        .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

fn with_pseudonyms(fact: Fact, mission: &str) -> Fact {
    match fact {
        Fact::Person(id) => Fact::Person(pseudonym(&id, mission)),
        Fact::People(ids) => Fact::People(ids.iter().map(|id| pseudonym(id, mission)).collect()),
        other => other,
    }
}

/// A stable name for a person: the same in every report, for every reference to the person. It hides the id from
/// readers, not from somebody who has the register and tries all ids.
pub(super) fn pseudonym(reference: &str, mission: &str) -> String {
    let (mission, id) = reference.split_once('/').unwrap_or((mission, reference));
    let digest = Sha256::digest(format!("missionlint person\0{mission}\0{id}"));
    format!("person-{}", crate::text::hex(&digest, 4))
}

/// The pointer of a node from `root`. Masked, only positions and property names of the record contract are shown.
pub(super) fn show_pointer(ways: &Ways, node: Node<'_>, root: Node<'_>, masked: bool) -> String {
    let mut shown = String::new();
    for step in ways.steps(node, root) {
        let known = match step {
            // A key of digits is no position.
            Step::Item(_) => true,
            Step::Key(key) => schema::property_names().contains(key),
        };
        shown.push('/');
        shown.push_str(&if known || !masked {
            step.segment()
        } else {
            MASK.to_owned()
        });
    }
    shown
}

#[cfg(test)]
mod tests {
    use missionlint_tape::Tree;

    use super::*;

    #[test]
    fn names_are_no_opaque_ids() {
        assert!(is_opaque("P-01") && is_opaque("mli/P-01"));
        assert!(
            !is_opaque("John Doe") && !is_opaque("") && !is_opaque("A B/P-1") && !is_opaque("Zoë")
        );
    }

    #[test]
    fn pseudonyms_do_not_depend_on_how_a_person_is_referred_to() {
        assert_eq!(pseudonym("P-01", "mli"), pseudonym("mli/P-01", "eth"));
        assert_ne!(pseudonym("P-01", "mli"), pseudonym("P-01", "eth"));
    }

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
