//! Ctrl-C.

use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// What a shell tells of a program that Ctrl-C has ended.
const ENDED: i32 = 130;

/// Whether it was pressed.
static PRESSED: AtomicBool = AtomicBool::new(false);

/// What is to be done then.
static ACT: Mutex<Option<Box<dyn Fn() + Send>>> = Mutex::new(None);

/// Does something when Ctrl-C is pressed, as often as it is. Without a handler it ends the process all the same.
pub(super) fn on_each(act: impl FnMut() + Send + 'static) {
    let _ = ctrlc::set_handler(act);
}

/// Takes note of Ctrl-C from now on, and ends the process when it is pressed again.
#[expect(clippy::exit, reason = "whoever presses twice will not wait")]
pub(super) fn heed() {
    on_each(|| {
        let act = act();
        if PRESSED.swap(true, SeqCst) {
            std::process::exit(ENDED);
        }
        if let Some(act) = &*act {
            act();
        }
    });
}

/// Does something when Ctrl-C is pressed first, at once if it was, and ends the process when it is pressed again.
pub(super) fn on_first(then: impl Fn() + Send + 'static) {
    let mut act = act();
    if is_pressed() {
        then();
    }
    *act = Some(Box::new(then));
    drop(act);
    heed();
}

/// Whether Ctrl-C was pressed.
pub(super) fn is_pressed() -> bool {
    PRESSED.load(SeqCst)
}

/// Whether Ctrl-C was pressed, and what is to be done then is done.
pub(super) fn is_heeded() -> bool {
    let _act = act();
    is_pressed()
}

fn act() -> MutexGuard<'static, Option<Box<dyn Fn() + Send>>> {
    ACT.lock().unwrap_or_else(PoisonError::into_inner)
}
