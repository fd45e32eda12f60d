//! What a schema finds wrong, as facts.

use crate::ValueKind;

/// One thing wrong with an instance, at the place that has to change.
#[derive(Debug, Clone, PartialEq)]
pub struct Violation {
    /// Token of the value the keyword judged: the object, for a missing or unknown key; the key itself, in errors
    /// that a `propertyNames` sums up.
    pub node: u32,
    /// What is wrong.
    pub fault: Fault,
    /// JSON Pointer of the keyword in the schema document that holds it, which may be one referred to.
    pub schema_path: String,
    /// Errors of branches that this one sums up (`anyOf`, `oneOf`, `propertyNames`).
    pub because: Vec<Violation>,
}

/// Which of its kinds a limit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// At least.
    Least,
    /// More than.
    Above,
    /// At most.
    Most,
    /// Less than.
    Below,
}

/// What is wrong with a value, with the operands of the keyword.
#[derive(Debug, Clone, PartialEq)]
pub enum Fault {
    /// The value has a type the schema does not allow. The names are those of JSON Schema (`integer` too).
    Type {
        /// Allowed types.
        expected: Vec<&'static str>,
        /// Type of the value.
        found: ValueKind,
    },
    /// The value is none of a list.
    Enum {
        /// The list; strings bare, other values as JSON.
        options: Vec<String>,
    },
    /// The value is not the only one allowed.
    Const {
        /// That one; strings bare, other values as JSON.
        expected: String,
    },
    /// A key is missing.
    MissingProperty {
        /// The key.
        name: String,
    },
    /// A key the schema does not know.
    UnknownProperty {
        /// Token of the key.
        key: u32,
        /// The key.
        name: String,
    },
    /// The string does not have a named format.
    Format {
        /// Name of the format, as in the schema.
        format: String,
    },
    /// The string does not match a regular expression.
    Pattern {
        /// The expression.
        pattern: String,
    },
    /// The number is out of range.
    Number {
        /// Which side.
        bound: Bound,
        /// The limit as written in the schema.
        limit: String,
    },
    /// The string is too short or too long, in Unicode code points.
    Length {
        /// Which side.
        bound: Bound,
        /// The limit.
        limit: u64,
    },
    /// The array has too few or too many elements.
    Items {
        /// Which side.
        bound: Bound,
        /// The limit.
        limit: u64,
    },
    /// The object has too few or too many members.
    Members {
        /// Which side.
        bound: Bound,
        /// The limit.
        limit: u64,
    },
    /// Two elements of the array are equal.
    RepeatedItem {
        /// Token of the element that came first.
        first: u32,
        /// Token of the element that repeats it.
        again: u32,
    },
    /// Another keyword does not hold.
    Other {
        /// The keyword.
        keyword: String,
    },
}
