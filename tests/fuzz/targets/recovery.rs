//! See `properties/recovery.rs`.
#![no_main]

#[path = "../properties/mod.rs"]
#[expect(dead_code, reason = "the other targets use the rest")]
mod properties;

libfuzzer_sys::fuzz_target!(|data: &[u8]| properties::recovery::holds(data));
