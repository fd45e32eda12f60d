//! What can be said to a reader: known, masked or unknown, and where things stand.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::document::{Kind, Obstacle};
use crate::text::Position;

/// A fact as far as it can be told. "There is none" is `Known` of an empty value, never the lack of an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Told<T> {
    /// What the records say.
    Known(T),
    /// The records say it, to others than this reader.
    Masked,
    /// It cannot be read, or what can be read does not decide it.
    Unknown(Unknown),
}

/// Why something is not known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unknown {
    /// What stands in the way.
    pub obstacle: Obstacle,
    /// Where.
    pub source: Source,
}

/// Things of a sort: those that the reader may see, and what is said of the others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listed<T> {
    /// What the reader may see.
    pub items: Vec<T>,
    /// How many there are that the reader may not see.
    pub left_out: usize,
    /// There may be more that could not be read: why, by one example at least. None = there are no more.
    pub unread: Vec<Unknown>,
}

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Source {
    /// Path of the file as reports show it, with `/`.
    pub path: Arc<str>,
    /// Its first character.
    pub start: Position,
}

/// A record of the mission: what findings about it are joined by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// What it is.
    pub kind: Kind,
    /// Its id, the pseudonym of a person for the public; none where it cannot be read or is no opaque id.
    pub id: Option<String>,
    /// Where its object begins.
    pub source: Source,
    /// 0-based byte of the file behind its object.
    pub end: u64,
}

impl<T> Told<T> {
    /// The fact, where it is known.
    pub fn known(&self) -> Option<&T> {
        match self {
            Self::Known(value) => Some(value),
            Self::Masked | Self::Unknown(_) => None,
        }
    }

    /// The same with another form of the fact.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Told<U> {
        match self {
            Self::Known(value) => Told::Known(change(value)),
            Self::Masked => Told::Masked,
            Self::Unknown(unknown) => Told::Unknown(unknown),
        }
    }
}

impl<T> Listed<T> {
    /// Whether there are none, for certain.
    pub fn is_none(&self) -> bool {
        self.items.is_empty() && self.is_all()
    }

    /// Whether these are all.
    pub fn is_all(&self) -> bool {
        self.left_out == 0 && self.unread.is_empty()
    }
}

impl<T> Default for Listed<T> {
    fn default() -> Self {
        Self {
            items: Vec::new(),
            left_out: 0,
            unread: Vec::new(),
        }
    }
}
