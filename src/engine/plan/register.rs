//! Names of missions, numbered: what is known of a record without its text is told in numbers.

use std::sync::{Arc, Mutex, PoisonError};

use rustc_hash::FxHashMap;
use xxhash_rust::xxh3::xxh3_64;

use crate::bundle::GLOBAL;

/// A name of a mission.
pub(in crate::engine) type Number = u32;

/// The number of [`GLOBAL`].
pub(in crate::engine) const NOBODY: Number = 0;

/// In place of a number: a mission that a record must have and does not tell.
pub(in crate::engine) const ASTRAY: Number = u32::MAX;

/// The names met so far. Which number a name has depends on who came first: no result may.
#[derive(Debug)]
pub(in crate::engine) struct Register(Mutex<Names>);

#[derive(Debug, Clone, Default)]
struct Names {
    numbers: FxHashMap<Arc<str>, Number>,
    names: Vec<Arc<str>>,
}

impl Default for Register {
    fn default() -> Self {
        let register = Self(Mutex::default());
        register.number(GLOBAL);
        register
    }
}

impl Register {
    /// The number of a name, and the name to keep.
    fn number(&self, name: &str) -> (Arc<str>, Number) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((name, number)) = all.numbers.get_key_value(name) {
            return (name.clone(), *number);
        }
        let number = Number::try_from(all.names.len()).unwrap_or(ASTRAY - 1);
        let name: Arc<str> = Arc::from(name);
        all.names.push(name.clone());
        all.numbers.insert(name.clone(), number);
        (name, number)
    }

    /// The number of a name.
    pub(in crate::engine) fn number_of(&self, name: &str) -> Number {
        self.number(name).1
    }

    /// The name with a number.
    pub(in crate::engine) fn name_of(&self, number: Number) -> Option<Arc<str>> {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.names.get(number as usize).cloned()
    }

    /// All names, by number.
    pub(in crate::engine) fn names(&self) -> Vec<Arc<str>> {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.names.clone()
    }
}

/// What stands for a text that may be a name: there are far more such texts than missions.
pub(in crate::engine) fn digest(name: &str) -> u64 {
    xxh3_64(name.as_bytes())
}

/// Asks a register, and remembers what it was asked last: records of a mission come one after the other.
pub(super) struct Asking<'r> {
    register: &'r Register,
    known: FxHashMap<Arc<str>, Number>,
    last: Option<(Arc<str>, Number)>,
}

impl<'r> Asking<'r> {
    pub(super) fn new(register: &'r Register) -> Self {
        Self {
            register,
            known: FxHashMap::default(),
            last: None,
        }
    }

    pub(super) fn number(&mut self, name: &str) -> Number {
        if let Some((last, number)) = &self.last
            && **last == *name
        {
            return *number;
        }
        let known = self.known.get_key_value(name);
        let (name, number) = if let Some((name, number)) = known {
            (name.clone(), *number)
        } else {
            let (name, number) = self.register.number(name);
            self.known.insert(name.clone(), number);
            (name, number)
        };
        self.last = Some((name, number));
        number
    }
}
