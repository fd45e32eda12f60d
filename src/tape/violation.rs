//! What a schema finds wrong, as facts.

use std::sync::Arc;

use crate::{Shape, ValueKind};

/// One thing wrong with an instance, at the place that has to change.
#[derive(Debug, Clone, PartialEq)]
pub struct Violation {
    /// Token of the value the keyword judged: the object, for a missing or unknown key; the key itself, in errors
    /// that a `propertyNames` sums up.
    pub node: u32,
    /// What is wrong.
    pub fault: Fault,
    /// The keyword, by the name the reference validator gives it.
    pub keyword: String,
    /// JSON Pointer of the keyword in the schema document that holds it, which may be one referred to.
    pub schema_path: String,
    /// Keywords and references that led to it, as JSON Pointer from the schema that was compiled.
    pub evaluation_path: String,
    /// What the schema calls the value; for a missing property, that property.
    pub title: Option<String>,
    /// Errors about a key that this one sums up (`propertyNames`).
    pub because: Vec<Violation>,
    /// Where it only follows from another violation, the token of what that one is about: a part of the schema that
    /// does not hold knows the property or the element, and so it counts as unknown.
    pub follows: Option<u32>,
}

impl Violation {
    /// The violations that no other one explains, this one or nested ones: every single error of the validator. One
    /// about several unknown keys or elements is one for each of them here.
    pub fn leaves(&self) -> Vec<&Violation> {
        let mut found = Vec::new();
        self.collect_leaves(&mut found);
        found
    }

    fn collect_leaves<'v>(&'v self, found: &mut Vec<&'v Violation>) {
        let before = found.len();
        for nested in self.nested() {
            nested.collect_leaves(found);
        }
        // That several branches fit is explained by none of their errors.
        if found.len() == before || matches!(self.fault, Fault::SeveralBranches { .. }) {
            found.push(self);
        }
    }

    /// The violations that this one sums up.
    pub fn nested(&self) -> impl Iterator<Item = &Violation> {
        let branches = match &self.fault {
            Fault::NoBranch { choice } | Fault::SeveralBranches { choice } => {
                choice.branches.as_slice()
            }
            _ => &[],
        };
        let of_branches = branches.iter().flat_map(|branch| &branch.violations);
        self.because.iter().chain(of_branches)
    }
}

/// The branches of an `anyOf` or `oneOf` with what each finds wrong.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// Name of the property that tells which branch is meant, where the schema declares it (`discriminator`,
    /// `x-missionlint-discriminator`).
    pub tag: Option<String>,
    /// The branches in the order of the schema.
    pub branches: Vec<Branch>,
}

/// One of several schemas that a value may satisfy.
#[derive(Debug, Clone, PartialEq)]
pub struct Branch {
    /// What it finds wrong; empty where the value satisfies it.
    pub violations: Vec<Violation>,
    /// What it asks for.
    pub shape: Arc<Shape>,
    /// Values of the declared tag that mean this branch, where the branch itself does not say.
    pub tags: Vec<String>,
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
    /// The value is one of a list that it must not be.
    Excluded {
        /// The list; strings bare, other values as JSON.
        options: Vec<String>,
    },
    /// A key is missing.
    MissingProperty {
        /// The key.
        name: String,
        /// Token of the key that makes it necessary, where only another one does.
        needed_by: Option<u32>,
    },
    /// A key the schema does not know.
    UnknownProperty {
        /// Token of the key.
        key: u32,
        /// The key.
        name: String,
        /// The keys the schema knows here.
        known: Arc<[String]>,
    },
    /// Keys that must not be there, or not all at once.
    ForbiddenProperties {
        /// Tokens of the keys, in the order of the schema.
        keys: Vec<u32>,
        /// The keys.
        names: Vec<String>,
    },
    /// The value must not be there at all.
    Forbidden,
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
    /// The string is not encoded as it should be, or does not hold what it should.
    Content {
        /// Name of the encoding or media type.
        expected: String,
    },
    /// The number is out of range.
    Number {
        /// Which side.
        bound: Bound,
        /// The limit as written in the schema.
        limit: String,
    },
    /// The number is no multiple of another.
    NotMultiple {
        /// The other as written in the schema.
        of: String,
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
    /// The array has more elements than the schema has places for.
    ExtraItems {
        /// How many it may have.
        limit: u64,
        /// Token of the first one beyond.
        first: u32,
    },
    /// An element that no part of the schema knows.
    UnknownItem {
        /// Token of the element.
        item: u32,
    },
    /// The array has too few or too many elements of some kind (`contains`).
    Contains {
        /// Which side.
        bound: Bound,
        /// The limit.
        limit: u64,
        /// What the schema calls that kind of element.
        what: Option<String>,
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
    /// The value satisfies none of the branches of an `anyOf` or `oneOf`.
    NoBranch {
        /// The branches.
        choice: Choice,
    },
    /// The value satisfies more than one branch of a `oneOf`: those without violations.
    SeveralBranches {
        /// The branches.
        choice: Choice,
    },
    /// Another keyword does not hold.
    Other {
        /// The keyword.
        keyword: String,
    },
}
