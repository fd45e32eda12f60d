//! See `properties/validate.rs`.
#![no_main]

#[path = "../properties/mod.rs"]
#[expect(dead_code, reason = "the other targets use the rest")]
mod properties;

libfuzzer_sys::fuzz_target!(|data: &[u8]| properties::validate::holds(data));
