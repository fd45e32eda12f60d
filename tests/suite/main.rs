//! Tests of the tool as a whole, on real records.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test may fail by panicking"
)]

mod cases;
mod formats;
mod gallery;
mod schemas;
mod tool;
