//! Whose the texts of a document are.

use std::ops::{Deref, DerefMut};

use serde::{Deserialize, Serialize};

use super::register::Number;

/// Texts one after the other whose records belong to the same mission, or one text of which more is to be said.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(in crate::engine) struct Run {
    /// Where it ends, in bytes of the document.
    pub(in crate::engine) end: u32,
    pub(in crate::engine) records: u32,
    pub(in crate::engine) owner: Owner,
}

/// The runs of a document: nearly always one, for which no room is asked.
#[derive(Debug, Clone)]
pub(in crate::engine) enum Runs {
    One(Run),
    Many(Box<[Run]>),
}

/// Whose the records of a run are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::engine) enum Owner {
    One(Number),
    /// Position in [`More::odd`](super::More::odd).
    Odd(u32),
}

impl Deref for Runs {
    type Target = [Run];

    fn deref(&self) -> &[Run] {
        match self {
            Self::One(run) => std::slice::from_ref(run),
            Self::Many(runs) => runs,
        }
    }
}

impl DerefMut for Runs {
    fn deref_mut(&mut self) -> &mut [Run] {
        match self {
            Self::One(run) => std::slice::from_mut(run),
            Self::Many(runs) => runs,
        }
    }
}

impl From<Vec<Run>> for Runs {
    fn from(runs: Vec<Run>) -> Self {
        match runs.as_slice() {
            [run] => Self::One(*run),
            _ => Self::Many(runs.into()),
        }
    }
}
