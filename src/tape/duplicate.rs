//! Keys that occur twice in one object, found while it is parsed.
//!
//! A bit per key, by a cheap hash, proves most keys new. Where the bit is taken, a small object compares keys in
//! pairs; one that grows beyond [`PAIRWISE_KEYS`] looks through its keys with a hash map when it closes. The time
//! is linear in the text whatever the keys are.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use crate::keys::bit_of;
use crate::parse::{Frame, Parser};
use crate::tree::{DuplicateKey, TokenKind, mark_of};

/// The first so many members of an object are compared in pairs.
const PAIRWISE_KEYS: u32 = 32;

/// A repeated key: its first token, the latest before it, and its own.
type Repeat = (u32, u32, u32);

impl Parser<'_> {
    /// Marks the key of the innermost object, counts it and compares it with the earlier ones where its bit is taken.
    #[inline]
    pub(crate) fn note_key(&mut self, index: u32, name: &[u8]) {
        let mark = mark_of(name);
        self.tape.tokens[index as usize].extra = mark;
        self.note_bit(index, bit_of(mark));
    }

    fn note_bit(&mut self, index: u32, bit: u64) {
        self.here.entries += 1;
        let may_repeat = self.here.keys_seen & bit != 0;
        self.here.keys_seen |= bit;
        if may_repeat && self.here.entries <= PAIRWISE_KEYS {
            self.compare_key(index);
        }
    }

    #[cold]
    pub(crate) fn note_escaped_key(&mut self, index: u32) {
        let mark = mark_of(self.tape.string(self.text, index).as_bytes());
        self.note_bit(index, bit_of(mark));
    }

    #[inline(never)]
    fn compare_key(&mut self, again: u32) {
        let object = self.here.token;
        let name = self.tape.string(self.text, again);
        let mut same = None;
        let mut index = object + 1;
        while index < again {
            if self.tape.is_text(self.text, index, name) {
                same = Some((same.map_or(index, |(first, _)| first), index));
            }
            index = self.tape.after_member(index);
        }
        if let Some((first, latest)) = same {
            self.note_duplicate(object, (first, latest, again));
        }
    }

    /// Looks for repeated keys among those of a closed object that were not compared in pairs.
    pub(crate) fn finish_keys(&mut self, closed: Frame) {
        if closed.entries > PAIRWISE_KEYS {
            for repeat in self.late_repeats(closed) {
                self.note_duplicate(closed.token, repeat);
            }
        }
    }

    #[cold]
    fn late_repeats(&self, closed: Frame) -> Vec<Repeat> {
        let mut seen: HashMap<&str, (u32, u32)> = HashMap::with_capacity(closed.entries as usize);
        let mut repeats = Vec::new();
        let mut index = closed.token + 1;
        for position in 0..closed.entries {
            match seen.entry(self.tape.string(self.text, index)) {
                Entry::Occupied(mut entry) => {
                    let (first, latest) = *entry.get();
                    entry.insert((first, index));
                    if position >= PAIRWISE_KEYS {
                        repeats.push((first, latest, index));
                    }
                }
                Entry::Vacant(entry) => {
                    entry.insert((index, index));
                }
            }
            index = self.tape.after_member(index);
        }
        repeats
    }

    fn note_duplicate(&mut self, object: u32, (first, latest, again): Repeat) {
        self.tape.duplicates.push(DuplicateKey {
            object,
            first,
            again,
        });
        self.tape.tokens[latest as usize].superseded = true;
        self.tape.tokens[object as usize].kind = TokenKind::ObjectWithDuplicates;
    }
}
