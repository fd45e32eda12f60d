//! JSON documents with a span for every key and value, and JSON Schema validation on them.
//!
//! A text is parsed once into a flat tape of tokens ([`Tree`]); [`Node`] is a cursor on it. Nothing is copied:
//! strings borrow from the text unless they hold escapes, numbers stay text. [`Validator`] runs JSON Schema on
//! the tape itself and gives [`Violation`]s: facts with the place they are about, no rendered text.
//!
//! ## Decisions
//! * A crate of its own, because instantiating the schema validator for our instance type is the slowest part
//!   of a build and this code changes rarely.
//! * The validator crate is named in `validate.rs` only, its instance traits in `instance.rs` only.
//! * Duplicate keys are legal JSON: the last value wins everywhere, and every duplicate is listed
//!   ([`Tree::duplicates`]).
//! * No text costs quadratic time to parse, compare or report on: many keys or entries are searched through an
//!   index.

mod brackets;
mod duplicate;
mod escape;
mod filler;
mod follow;
mod foreign;
mod instance;
mod keys;
mod lexeme;
mod library;
mod mend;
mod naming;
mod negation;
mod node;
mod parse;
mod places;
mod pointer;
mod quotes;
mod reader;
mod recover;
mod restore;
mod resync;
mod scan;
mod shape;
mod slip;
mod span;
mod surmise;
mod tree;
mod validate;
mod violation;

pub use keys::Keys;
pub use node::{Elements, Members, Node, ValueKind};
pub use parse::DEPTH_LIMIT;
pub use pointer::{Step, Ways};
pub use recover::{Recovered, SLIP_LIMIT};
pub use shape::{Constant, Property, Shape};
pub use slip::{Slip, SyntaxError};
pub use span::Span;
pub use tree::{DuplicateKey, Tree};
pub use validate::{
    Formats, Matches, PatternFault, SchemaError, SchemaSet, Validator, is_known_format,
    pattern_fault, resolve_reference,
};
pub use violation::{Bound, Branch, Choice, Fault, Violation};
