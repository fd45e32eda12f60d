//! Kinds and classes of records.

use std::collections::BTreeSet;
use std::fmt;
use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};

use crate::known::{self, Word};

/// What a record is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Kind {
    /// A country mission.
    Mission,
    /// A staff member, by opaque id.
    Person,
    /// A programme.
    Programme,
    /// A coordination platform.
    Platform,
    /// A standing seat of a person on a platform.
    Representation,
    /// A person put in another's place.
    Designation,
    /// A post nobody holds.
    Vacancy,
    /// A meeting of a platform.
    Meeting,
    /// A contact with the convener of a platform.
    ContactLog,
    /// A functional contact of the organization.
    Contact,
    /// A kind that a country adds, by its name.
    Custom(#[serde(deserialize_with = "known::word")] Word),
}

impl Kind {
    /// All kinds of the record contract, in its order.
    pub const ALL: [Self; 10] = [
        Self::Mission,
        Self::Person,
        Self::Programme,
        Self::Platform,
        Self::Representation,
        Self::Designation,
        Self::Vacancy,
        Self::Meeting,
        Self::ContactLog,
        Self::Contact,
    ];

    /// The value of `kind` in records.
    pub fn code(self) -> &'static str {
        match self {
            Self::Mission => "mission",
            Self::Person => "person",
            Self::Programme => "programme",
            Self::Platform => "platform",
            Self::Representation => "representation",
            Self::Designation => "designation",
            Self::Vacancy => "vacancy",
            Self::Meeting => "meeting",
            Self::ContactLog => "contact-log",
            Self::Contact => "contact",
            Self::Custom(name) => name,
        }
    }

    /// A kind that a country adds. Its name is kept for the rest of the process, once.
    pub fn custom(name: &str) -> Self {
        static NAMES: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());
        let mut names = NAMES.lock().unwrap_or_else(PoisonError::into_inner);
        let kept = names.get(name).copied().unwrap_or_else(|| {
            let kept: &'static str = Box::leak(Box::from(name));
            names.insert(kept);
            kept
        });
        Self::Custom(kept)
    }

    /// Whether a country adds it: no rule of ours knows what its records mean.
    pub fn is_custom(self) -> bool {
        matches!(self, Self::Custom(_))
    }

    /// The kind of the record contract with that code.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// Who may see a record; the stricter of two is the greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Class {
    /// Anyone.
    Public,
    /// The organization.
    #[default]
    Internal,
    /// Those who need it: values are masked in every output.
    Restricted,
}

impl Class {
    /// The class with that code. An unreadable one counts as the strictest.
    pub fn of_code(code: &str) -> Self {
        match code {
            "public" => Self::Public,
            "internal" => Self::Internal,
            _ => Self::Restricted,
        }
    }
}
