//! Words of the program that were written to a file, read back: ids of messages, keys of facts, labels.
//!
//! A report names them by `&'static str`. What is read back is kept for the rest of the process, once; how much that can
//! become is limited, for the file may say anything.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{PoisonError, RwLock};

use rustc_hash::FxHashSet;
use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer};

/// No word of the program is longer, in bytes.
const LONGEST: usize = 256;

/// The program has not nearly as many words.
const MOST: usize = 1 << 14;

/// A word of the program, in what is read back. (Serde takes a plain `&'static str` for a part of the file.)
pub(crate) type Word = &'static str;

/// A word that stays, if it may be one of the program's.
fn known(word: &str) -> Option<&'static str> {
    static WORDS: RwLock<Option<FxHashSet<&'static str>>> = RwLock::new(None);
    let words = WORDS.read().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = words.as_ref().and_then(|words| words.get(word)) {
        return Some(known);
    }
    drop(words);
    let mut words = WORDS.write().unwrap_or_else(PoisonError::into_inner);
    let words = words.get_or_insert_default();
    if let Some(known) = words.get(word) {
        return Some(known);
    }
    if word.len() > LONGEST || words.len() >= MOST {
        return None;
    }
    let known: &'static str = Box::leak(Box::from(word));
    words.insert(known);
    Some(known)
}

/// A word that is read back.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Kept(&'static str);

impl<'de> Deserialize<'de> for Kept {
    fn deserialize<D: Deserializer<'de>>(file: D) -> Result<Self, D::Error> {
        struct Reading;
        impl Visitor<'_> for Reading {
            type Value = Kept;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a word of the program")
            }

            fn visit_str<E: Error>(self, word: &str) -> Result<Kept, E> {
                known(word)
                    .map(Kept)
                    .ok_or_else(|| E::custom("no word of the program"))
            }
        }
        file.deserialize_str(Reading)
    }
}

/// Reads a word back.
pub(crate) fn word<'de, D: Deserializer<'de>>(file: D) -> Result<Word, D::Error> {
    Kept::deserialize(file).map(|Kept(word)| word)
}

/// Reads words back.
pub(crate) fn words<'de, D: Deserializer<'de>>(file: D) -> Result<Vec<&'static str>, D::Error> {
    let words = Vec::<Kept>::deserialize(file)?;
    Ok(words.into_iter().map(|Kept(word)| word).collect())
}

/// Reads words back, each with something.
pub(crate) fn pairs<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    file: D,
) -> Result<Vec<(&'static str, T)>, D::Error> {
    let pairs = Vec::<(Kept, T)>::deserialize(file)?;
    let pairs = pairs.into_iter().map(|(Kept(word), value)| (word, value));
    Ok(pairs.collect())
}

/// Reads back what is kept by word.
pub(crate) fn map<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    file: D,
) -> Result<BTreeMap<&'static str, T>, D::Error> {
    let map = BTreeMap::<Kept, T>::deserialize(file)?;
    let map = map.into_iter().map(|(Kept(word), value)| (word, value));
    Ok(map.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_kept_once_and_none_is_endless() {
        let one = known("label").unwrap();
        let other = known(&["la", "bel"].concat()).unwrap();
        assert!(std::ptr::eq(one, other));
        assert_eq!(known(&"x".repeat(LONGEST + 1)), None);
    }
}
