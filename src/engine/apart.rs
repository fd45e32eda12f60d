//! What lies among records and is none, such as the report of an earlier run. Only its content tells, so the question is
//! asked where that is read: nothing is opened twice.

use std::fmt;
use std::sync::Arc;

use super::Input;

/// Asked of an input, its first bytes, and whether these are all.
type Question = dyn Fn(&Input, &[u8], bool) -> Holding + Send + Sync;

/// What an input holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holding {
    /// Records, or what is to be told of instead.
    Records,
    /// No records: it is left out, as if it had not been given.
    Nothing,
    /// Where it is read line by line: a report of missionlint, to be told of once, by its first line.
    Report,
}

/// Tells which inputs hold no records; the default is that all do.
#[derive(Clone, Default)]
pub struct Apart(Option<Arc<Question>>);

impl Apart {
    /// Asks of each input, once: it is given with its first bytes, and with whether these are all.
    pub fn those(hold: impl Fn(&Input, &[u8], bool) -> Holding + Send + Sync + 'static) -> Self {
        Self(Some(Arc::new(hold)))
    }

    pub(super) fn held(&self, input: &Input, bytes: &[u8], is_all: bool) -> Holding {
        let held = self.0.as_ref().map(|held| held(input, bytes, is_all));
        held.unwrap_or(Holding::Records)
    }
}

impl fmt::Debug for Apart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_some() {
            "Apart(some)"
        } else {
            "Apart(none)"
        })
    }
}
