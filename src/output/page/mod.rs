//! What all pages for people have in common: all languages at once, style, switch of languages, signs, stamp.

pub(in crate::output) mod chart;
mod digest;
pub(in crate::output) mod head;
pub(in crate::output) mod markdown;
pub(in crate::output) mod say;
pub(in crate::output) mod stamp;
