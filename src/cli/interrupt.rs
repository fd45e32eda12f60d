//! Ctrl-C.

use std::sync::atomic::{AtomicBool, Ordering::SeqCst};

/// What a shell tells of a program that Ctrl-C has ended.
const ENDED: i32 = 130;

/// Does something when Ctrl-C is pressed, as often as it is. Without a handler it ends the process all the same.
pub(super) fn on_each(act: impl FnMut() + Send + 'static) {
    let _ = ctrlc::set_handler(act);
}

/// Does something when Ctrl-C is pressed first, and ends the process when it is pressed again.
#[expect(clippy::exit, reason = "whoever presses twice will not wait")]
pub(super) fn on_first(act: impl Fn() + Send + 'static) {
    let pressed = AtomicBool::new(false);
    on_each(move || {
        if pressed.swap(true, SeqCst) {
            std::process::exit(ENDED);
        }
        act();
    });
}
