//! See `properties/parse.rs`.
#![no_main]

#[path = "../properties/mod.rs"]
#[expect(dead_code, reason = "the other targets use the rest")]
mod properties;

libfuzzer_sys::fuzz_target!(|data: &[u8]| properties::parse::holds(data));
