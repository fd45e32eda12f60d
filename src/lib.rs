//! Checks coordination records of humanitarian country missions against JSON Schemas and policy rules.
//!
//! Data flows one way:
//!
//! ```text
//! paths ─ discover ─▶ read ─▶ parse (spans) ─▶ schema ─▶ route each record to its mission
//! ─▶ bundle complete: index ─▶ policy rules, missions in parallel ─▶ findings + what was not checked
//! ─▶ report (missions in order of id, findings by path, place, rule) ─▶ one renderer per format
//! ```
//!
//! | module | its job |
//! |---|---|
//! | `missionlint_tape` | JSON with a span for every key and value; schema validation on it |
//! | [`text`], [`calendar`], [`nearest`] | positions, days and intervals, did-you-mean |
//! | `known` | words of the program, read back from a file |
//! | [`whole`] | files that are written whole or not at all |
//! | [`catalogue`] | every id the tool can emit |
//! | [`finding`] | findings as facts |
//! | [`decisions`], [`comparison`] | what a reviewer decided about findings; an earlier report |
//! | [`document`] | documents, the records in them, reading them with regard to damage |
//! | [`privacy`] | what may be shown to whom |
//! | [`reference`](mod@reference) | the reference tables |
//! | [`record`], [`bundle`] | typed records; all records of a mission, indexed |
//! | [`config`] | settings |
//! | [`rules`] | one file per rule |
//! | [`overview`] | a mission at a glance |
//! | [`schema`] | the record contract, and schemas that users bring |
//! | [`source`] | the bytes of an input, unpacked |
//! | [`report`], [`audit`] | the outcome of a run; the same in numbers |
//! | [`engine`] | how a run comes about |
//! | [`message`], [`output`] | sentences, formats |
//! | [`discover`], [`cli`] | files, command line |
//!
//! A module uses only modules above it in this list; a test enforces it.
//!
//! ## Decisions
//! * The library has no clock, environment or terminal: `cli` alone touches them. It reads files only where
//!   [`engine::Content`] says so, and writes none: [`whole`] is for `cli`.
//! * Foreign crates with a moving API are named in one file each: the schema validator in `missionlint_tape`, miette
//!   in `output/frame.rs`.

#![cfg_attr(
    test,
    expect(clippy::unwrap_used, reason = "a test may fail by panicking")
)]

pub mod audit;
pub mod bundle;
pub mod calendar;
pub mod catalogue;
pub mod cli;
pub mod comparison;
pub mod config;
pub mod decisions;
pub mod discover;
pub mod document;
pub mod engine;
pub mod finding;
mod known;
pub mod message;
pub mod nearest;
pub mod output;
pub mod overview;
pub mod privacy;
pub mod record;
pub mod reference;
pub mod report;
pub mod rules;
pub mod schema;
pub mod source;
pub mod text;
pub mod whole;
