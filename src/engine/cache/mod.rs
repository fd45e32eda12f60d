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
//! * What had a fault is not kept.

mod pack;
mod text;
mod unit;

use std::borrow::Cow;
use std::sync::{Mutex, OnceLock, PoisonError};

use xxhash_rust::xxh3::xxh3_128;

use self::pack::{Entries, Found};

pub use self::pack::LARGEST as LARGEST_CACHE;
pub(super) use self::text::Reading;

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

    /// What is of use in a run by a law.
    pub(super) fn open(&self, law: u128) -> Shelf<'_> {
        let version = env!("CARGO_PKG_VERSION").as_bytes();
        let identity = [&self.program.to_le_bytes(), &law.to_le_bytes(), version].concat();
        let identity = xxh3_128(&identity);
        let [texts, units] = pack::read(&self.before, identity).unwrap_or_default();
        Shelf {
            cache: self,
            identity,
            texts: Entry::new(texts),
            units: Entry::new(units),
        }
    }
}

/// What is kept during a run.
#[derive(Debug)]
pub(super) struct Shelf<'c> {
    cache: &'c Cache,
    identity: u128,
    texts: Entry<'c>,
    units: Entry<'c>,
}

/// Entries that were found, and those that this run has used or made.
#[derive(Debug)]
struct Entry<'c> {
    before: Found<'c>,
    after: Mutex<Entries<'c>>,
}

impl<'c> Entry<'c> {
    fn new(before: Found<'c>) -> Self {
        Self {
            before,
            after: Mutex::default(),
        }
    }

    /// What can be made of an entry.
    fn take<T>(&self, key: u128, read: impl FnOnce(&[u8]) -> Option<T>) -> Option<T> {
        let bytes = *self.before.get(&key)?;
        let value = read(bytes)?;
        self.put(key, Cow::Borrowed(bytes));
        Some(value)
    }

    fn put(&self, key: u128, bytes: Cow<'c, [u8]>) {
        let mut after = self.after.lock().unwrap_or_else(PoisonError::into_inner);
        after.insert(key, bytes);
    }

    fn after(self) -> (bool, Entries<'c>) {
        let after = self.after.into_inner();
        let after = after.unwrap_or_else(PoisonError::into_inner);
        let mut all = after.values();
        let is_same =
            after.len() == self.before.len() && all.all(|entry| matches!(entry, Cow::Borrowed(_)));
        (is_same, after)
    }
}

impl Shelf<'_> {
    /// Leaves what this run has used and made to the next one.
    pub(super) fn close(self) {
        let (same_texts, texts) = self.texts.after();
        let (same_units, units) = self.units.after();
        if same_texts && same_units {
            return;
        }
        if let Some(bytes) = pack::write(self.identity, [&texts, &units]) {
            let _ = self.cache.after.set(bytes);
        }
    }
}
