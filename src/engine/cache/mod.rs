//! Results of earlier runs: what has not changed is read, but neither parsed nor judged again.
//!
//! Two things are kept: sketches of texts, by their contents, and what units gave, by all that it can depend on. Both
//! hold for one way to check alone: the program, the settings, the day, the policy, the reader. A run under another law
//! starts afresh.
//!
//! ## Decisions
//! * The library does no more than to turn bytes into results and results into bytes: `cli` keeps them.
//! * Whoever writes records might write two texts that a quick digest takes for one. So what is kept is told by SHA-256.
//! * What is kept is masked as the report that it was made for: sketches hold names of missions and places, results what
//!   the report shows.
//! * What had a fault is not kept. What a run was stopped in has none: what was judged before is as good as ever.

mod pack;
mod text;
mod unit;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

use xxhash_rust::xxh3::xxh3_128;

use self::pack::Found;

pub use self::pack::LARGEST as LARGEST_CACHE;
pub(super) use self::text::Manner;

/// What an earlier run has left, and what this one leaves.
#[derive(Debug)]
pub struct Cache {
    program: u128,
    before: Vec<u8>,
    after: OnceLock<Vec<u8>>,
}

impl Cache {
    /// What was left `before`, whatever it is. `program` tells this program from all others, also from those of the same
    /// version.
    pub fn new(program: u128, before: Vec<u8>) -> Self {
        Self {
            program,
            before,
            after: OnceLock::new(),
        }
    }

    /// What to leave to the next run; none where that is what this one has found, or where nothing can be left.
    pub fn after(&self) -> Option<&[u8]> {
        self.after.get().map(Vec::as_slice)
    }

    /// What tells results of this program by a law.
    fn identity(&self, law: u128) -> u128 {
        let version = env!("CARGO_PKG_VERSION").as_bytes();
        xxh3_128(&[&self.program.to_le_bytes(), &law.to_le_bytes(), version].concat())
    }

    /// What is of use in a run by a law.
    pub(super) fn open(&self, law: u128) -> Shelf<'_> {
        let identity = self.identity(law);
        let [texts, units] = pack::read(&self.before, identity).unwrap_or_default();
        Shelf {
            cache: self,
            identity,
            texts: Entries::new(texts),
            units: Entries::new(units),
        }
    }
}

/// What is kept during a run.
#[derive(Debug)]
pub(super) struct Shelf<'c> {
    cache: &'c Cache,
    identity: u128,
    texts: Entries<'c>,
    units: Entries<'c>,
}

/// Entries that were found, and those that this run has used or made.
#[derive(Debug)]
struct Entries<'c> {
    before: Found<'c>,
    /// None for those that were found.
    after: Mutex<BTreeMap<u128, Option<Vec<u8>>>>,
}

impl<'c> Entries<'c> {
    fn new(before: Found<'c>) -> Self {
        Self {
            before,
            after: Mutex::default(),
        }
    }

    /// What can be made of an entry.
    fn take<T>(&self, key: u128, read: impl FnOnce(&[u8]) -> Option<T>) -> Option<T> {
        let value = read(self.before.get(&key)?)?;
        self.after().insert(key, None);
        Some(value)
    }

    fn put(&self, key: u128, bytes: Vec<u8>) {
        self.after().insert(key, Some(bytes));
    }

    fn after(&self) -> MutexGuard<'_, BTreeMap<u128, Option<Vec<u8>>>> {
        self.after.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether the next run is to find what this one has found.
    fn is_unchanged(&self, is_stopped: bool) -> bool {
        let after = self.after();
        (is_stopped || after.len() == self.before.len()) && after.values().all(Option::is_none)
    }

    /// What the next run is to find; also what this one has found and not asked for, if it was stopped.
    fn left(&self, is_stopped: bool) -> BTreeMap<u128, Cow<'c, [u8]>> {
        let mut after = std::mem::take(&mut *self.after());
        if is_stopped {
            let known = self.before.keys().filter(|key| !after.contains_key(key));
            let known: Vec<(u128, Option<Vec<u8>>)> = known.map(|key| (*key, None)).collect();
            after.extend(known);
        }
        let after = after.into_iter();
        let left = after.filter_map(|(key, made)| {
            let before = || self.before.get(&key).map(|bytes| Cow::Borrowed(*bytes));
            Some((key, made.map(Cow::Owned).or_else(before)?))
        });
        left.collect()
    }
}

impl Shelf<'_> {
    /// Leaves what this run has used and made to the next one. One that was stopped cannot tell what nobody needs any
    /// more: it leaves all that it has found.
    pub(super) fn close(&self, is_stopped: bool) {
        if self.texts.is_unchanged(is_stopped) && self.units.is_unchanged(is_stopped) {
            return;
        }
        let (texts, units) = (self.texts.left(is_stopped), self.units.left(is_stopped));
        if let Some(bytes) = pack::write(self.identity, [&texts, &units]) {
            let _ = self.cache.after.set(bytes);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::engine::law::law;
    use crate::engine::plan::Register;
    use crate::engine::testing::{fixture, request};
    use crate::engine::{Content, Describe, Input, Means, Request, check_within};
    use crate::schema::Contract;
    use crate::text::Origin;

    #[test]
    fn what_is_no_entry_is_none_and_does_no_harm() {
        let inputs = fixture("missions/eth").into_iter();
        let inputs = inputs.map(|(path, text)| Input {
            path: path.into(),
            content: Content::Bytes(text.into_bytes()),
        });
        let request = Request {
            describe: Describe::Both,
            ..request()
        };
        let cache = Arc::new(Cache::new(7, Vec::new()));
        let means = Means {
            cache: Some(cache.clone()),
            ..Means::default()
        };
        let contract = Contract::default();
        check_within(inputs.collect(), &request, &contract, &means);
        let identity = cache.identity(law(&request, &contract));
        let [texts, units] = pack::read(cache.after().unwrap(), identity).unwrap();
        let register = Register::default();
        let is_text = |bytes: &[u8]| text::read(bytes, Origin::default(), &register).is_some();
        let is_unit = |bytes: &[u8]| unit::read(bytes).is_some();
        assert!(!texts.is_empty() && !units.is_empty());
        assert_damage_is_noticed(texts.values().max_by_key(|it| it.len()).unwrap(), is_text);
        assert_damage_is_noticed(units.values().max_by_key(|it| it.len()).unwrap(), is_unit);
    }

    /// What is cut or too long is none; what is changed may be another one.
    fn assert_damage_is_noticed(entry: &[u8], is_one: impl Fn(&[u8]) -> bool) {
        assert!(is_one(entry));
        assert!(!is_one(&[entry, b"x"].concat()));
        let step = entry.len() / 500 + 1;
        for at in (0..entry.len()).step_by(step) {
            assert!(!is_one(&entry[..at]), "cut at {at}");
            let mut damaged = entry.to_vec();
            damaged[at] ^= 0xFF;
            is_one(&damaged);
        }
    }
}
