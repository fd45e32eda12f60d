//! What ties a decision about a finding to the record that it marks.

use sha2::{Digest, Sha256};

use super::reveal::show_pointer;
use super::show::Show;
use crate::finding::Place;
use crate::privacy::MASK;
use crate::report::{Anchor, Audience};

impl Show<'_, '_> {
    /// The anchor of a finding. It says nothing that a masked finding would not: a digest of few possible values could
    /// be guessed.
    pub(super) fn anchor(&self, place: Place, masked: bool) -> Anchor {
        if !self.stage.request.describe.has_overviews() {
            return Anchor::default();
        }
        let pointer = self.record_pointer_shown(place, masked);
        let hides = masked || self.stage.request.audience == Audience::Public;
        Anchor {
            pointer: pointer.filter(|pointer| !pointer.is_empty() && !pointer.contains(MASK)),
            record_hash: if hides { None } else { self.record_hash(place) },
        }
    }

    /// The pointer from the record as it may be shown.
    fn record_pointer_shown(&self, place: Place, masked: bool) -> Option<String> {
        let (document, slot) = self.slot(place)?;
        let node = document.tree.node(self.token(place)?);
        let ways = &self.stage.ways[document.id.0 as usize];
        let record = document.tree.node(slot.node);
        Some(show_pointer(ways, node, record, masked))
    }

    /// Digest of the record at a place, made once: a record may have thousands of findings.
    fn record_hash(&self, place: Place) -> Option<String> {
        let (document, slot) = self.slot(place)?;
        let key = (document.id, slot.node);
        if let Some(hash) = self.hashes.borrow().get(&key) {
            return Some(hash.clone());
        }
        let span = document.tree.node(slot.node).span();
        let text = document.tree.text();
        let text = text.get(span.start as usize..span.end as usize)?;
        let hash = crate::text::hex(&Sha256::digest(compact(text)), 16);
        self.hashes.borrow_mut().insert(key, hash.clone());
        Some(hash)
    }
}

/// JSON without blanks between its tokens: how it is laid out does not matter.
fn compact(text: &str) -> String {
    let (mut in_string, mut escaped) = (false, false);
    let kept = text.chars().filter(|&letter| {
        let is_blank = !in_string && matches!(letter, ' ' | '\t' | '\n' | '\r');
        match letter {
            _ if escaped => escaped = false,
            '\\' if in_string => escaped = true,
            '"' => in_string = !in_string,
            _ => {}
        }
        !is_blank
    });
    kept.collect()
}

#[cfg(test)]
mod tests {
    use super::compact;

    #[test]
    fn only_the_layout_is_dropped() {
        assert_eq!(
            compact("{ \"a b\" :\r\n\t[ 1, \"c \\\" d\" ] }"),
            "{\"a b\":[1,\"c \\\" d\"]}"
        );
    }
}
