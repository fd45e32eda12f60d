//! Everything the tool can say about data: one entry per id.
//!
//! The catalogue is the only source for `explain`, `rules`, configuration checks and report metadata. A finding
//! cannot be made without an entry. Coded rules bring theirs with them; `rules::catalogue` joins both.

mod allow;
mod baseline;
pub mod builtin;
mod example;
mod meta;
mod unchecked;
mod user_schema;
mod value;

pub use example::Example;
pub use meta::{Group, Meta, NotCheckable, Param, ParamValue, Scope, Severity, Strength};
pub use unchecked::NOT_CHECKABLE;
