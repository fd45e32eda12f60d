//! What lies among records and is none, such as the report of an earlier run. Only its content tells, so the question is
//! asked where that is read: nothing is opened twice.

use std::fmt;
use std::sync::Arc;

use super::Input;

/// Asked of an input, its first bytes, and whether these are all.
type Question = dyn Fn(&Input, &[u8], bool) -> bool + Send + Sync;

/// Tells which inputs hold no records; the default is that all do.
#[derive(Clone, Default)]
pub struct Apart(Option<Arc<Question>>);

impl Apart {
    /// Asks of each input, once: it is given with its first bytes, and with whether these are all. Those of which it is
    /// true are left out, as if they had not been given.
    pub fn those(are: impl Fn(&Input, &[u8], bool) -> bool + Send + Sync + 'static) -> Self {
        Self(Some(Arc::new(are)))
    }

    pub(super) fn holds(&self, input: &Input, bytes: &[u8], is_all: bool) -> bool {
        self.0.as_ref().is_some_and(|is| is(input, bytes, is_all))
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
