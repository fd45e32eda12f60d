//! Tests of the tool as a whole, on real records.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test may fail by panicking"
)]

mod canaries;
mod mali;
mod masking;
mod mission;
mod properties;
mod spans;
