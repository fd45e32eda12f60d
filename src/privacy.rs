//! What may be shown to whom, whatever shows it.

use sha2::{Digest, Sha256};

use crate::document::Class;

/// What stands in place of a masked value, whatever its length.
pub const MASK: &str = "█████";

/// For whom a report is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Anyone: persons get pseudonyms, only public records are shown.
    Public,
    /// The organization: restricted records are masked.
    Internal,
}

impl Audience {
    /// Its name in reports and options.
    pub fn code(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Internal => "internal",
        }
    }
}

/// The strictest class that a reader sees in the clear.
pub(crate) fn clearance(audience: Audience, reveal: bool) -> Class {
    match audience {
        _ if reveal => Class::Restricted,
        Audience::Internal => Class::Internal,
        Audience::Public => Class::Public,
    }
}

/// Whether a text has the shape of an id or of a reference; anything else may be a name.
pub(crate) fn is_opaque(id: &str) -> bool {
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
pub(crate) fn show_id(id: &str) -> &str {
    if is_opaque(id) { id } else { MASK }
}

fn is_word_or_digits(text: &str) -> bool {
    text.bytes()
        .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// A stable name for a person: the same in every report, for every reference to the person. It hides the id from
/// readers, not from somebody who has the register and tries all ids.
pub(crate) fn pseudonym(reference: &str, mission: &str) -> String {
    let (mission, id) = reference.split_once('/').unwrap_or((mission, reference));
    let digest = Sha256::digest(format!("missionlint person\0{mission}\0{id}"));
    format!("person-{}", crate::text::hex(&digest, 4))
}

/// Whether a text that was named as something else holds records, by mistake: nobody knows of what class. `but` are keys
/// that only the other thing has.
pub fn are_records(text: &str, but: &[&str]) -> bool {
    let has = |key: &&str| {
        let key = format!("\"{key}\"");
        let mut after = text.split(&key).skip(1);
        after.any(|rest| rest.trim_start().starts_with(':'))
    };
    ["kind", "classification", "records"].iter().any(has) && !but.iter().any(has)
}

#[cfg(test)]
mod tests {
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
}
