//! A bar on standard error for those who wait.

use std::io::{self, IsTerminal};
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::engine::{Content, Input, Inputs, Progress};
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

/// Bytes of an input, where they can be told beforehand.
pub(super) fn size(input: &Input) -> Option<u64> {
    match &input.content {
        Content::Bytes(bytes) if !is_packed(&input.path) => Some(bytes.len() as u64),
        Content::File(path) if !is_packed(&input.path) => {
            std::fs::metadata(path).map(|file| file.len()).ok()
        }
        _ => None,
    }
}

/// How much there is to read.
pub(super) struct Amount<'i>(pub(super) &'i Inputs);

impl Amount<'_> {
    /// Bytes of all, as far as they can be told beforehand. Each file is asked.
    fn bytes(&self) -> u64 {
        self.0.iter().filter_map(|input| size(&input)).sum()
    }
}

/// Runs something, and shows how far it has come with so much.
pub(super) fn beside<T>(
    progress: &Progress,
    amount: &Amount<'_>,
    messages: &Messages,
    run: impl FnOnce() -> T,
) -> T {
    let over = AtomicBool::new(false);
    let words = ["progress-reading", "progress-judging"].map(|id| messages.say(id, &[]));
    std::thread::scope(|scope| {
        scope.spawn(|| show(progress, amount, &words, &over));
        let result = run();
        over.store(true, Relaxed);
        result
    })
}

fn show(progress: &Progress, amount: &Amount<'_>, words: &[String; 2], over: &AtomicBool) {
    let start = Instant::now();
    // Not asked for before somebody has waited.
    let mut whole = None;
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
                let whole = whole.get_or_insert_with(|| amount.bytes());
                (bytes.max(*whole), bytes)
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
