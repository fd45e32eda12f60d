//! What an overview holds. Plain data that owns its texts, fit to be shown to the reader it was made for.

mod act;
mod mission;
mod numbers;
mod platform;

pub use act::*;
pub use mission::*;
pub use numbers::*;
pub use platform::*;
