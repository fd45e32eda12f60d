//! A bar on standard error for those who wait.

use std::io::{self, IsTerminal};
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::engine::{Content, Input, Progress};
use crate::message::Messages;
use crate::source::is_packed;

/// A run that ends sooner needs no bar.
const PATIENCE: Duration = Duration::from_secs(1);

/// So often the bar moves.
const BEAT: Duration = Duration::from_millis(100);

/// Bytes of files.
const READING: &str = "{msg} [{bar:30}] {bytes}/{total_bytes} {bytes_per_sec} {eta}";

/// Missions.
const JUDGING: &str = "{msg} [{bar:30}] {pos}/{len} {per_sec} {eta}";

/// Whether somebody may look at a bar.
pub(super) fn is_seen() -> bool {
    let is_dumb = std::env::var_os("TERM").is_none_or(|term| term == "dumb");
    io::stderr().is_terminal() && !is_dumb
}

/// Bytes of all inputs, as far as they can be told beforehand.
pub(super) fn whole(inputs: &[Input]) -> u64 {
    let bytes = inputs.iter().map(|input| match &input.content {
        Content::Bytes(bytes) => bytes.len() as u64,
        Content::File(path) if !is_packed(&input.path) => {
            std::fs::metadata(path).map_or(0, |file| file.len())
        }
        _ => 0,
    });
    bytes.sum()
}

/// Runs something, and shows how far it has come; `whole` are the bytes to be read.
pub(super) fn beside<T>(
    progress: &Progress,
    whole: u64,
    messages: &Messages,
    run: impl FnOnce() -> T,
) -> T {
    let over = AtomicBool::new(false);
    let words = ["progress-reading", "progress-judging"].map(|id| messages.say(id, &[]));
    std::thread::scope(|scope| {
        scope.spawn(|| show(progress, whole, &words, &over));
        let result = run();
        over.store(true, Relaxed);
        result
    })
}

fn show(progress: &Progress, whole: u64, words: &[String; 2], over: &AtomicBool) {
    let start = Instant::now();
    let mut bar: Option<(bool, ProgressBar)> = None;
    while !over.load(Relaxed) {
        std::thread::sleep(BEAT);
        if start.elapsed() < PATIENCE {
            continue;
        }
        let units = progress.units.load(Relaxed);
        let is_judging = units > 0;
        if bar.as_ref().is_none_or(|(before, _)| *before != is_judging) {
            clear(bar.take());
            bar = Some((is_judging, drawn(is_judging, words)));
        }
        if let Some((_, bar)) = &bar {
            let (length, position) = if is_judging {
                (units, progress.judged.load(Relaxed))
            } else {
                let bytes = progress.bytes.load(Relaxed);
                (whole.max(bytes), bytes)
            };
            bar.set_length(length);
            bar.set_position(position);
        }
    }
    clear(bar);
}

fn drawn(is_judging: bool, words: &[String; 2]) -> ProgressBar {
    let (template, words) = if is_judging {
        (JUDGING, &words[1])
    } else {
        (READING, &words[0])
    };
    let style = ProgressStyle::with_template(template);
    let style = style.unwrap_or_else(|_| ProgressStyle::default_bar());
    let bar = ProgressBar::with_draw_target(Some(0), ProgressDrawTarget::stderr());
    bar.set_style(style.progress_chars("=> "));
    bar.set_message(words.clone());
    bar
}

fn clear(bar: Option<(bool, ProgressBar)>) {
    if let Some((_, bar)) = bar {
        bar.finish_and_clear();
    }
}
