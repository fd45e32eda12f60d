//! `missionlint review`: a check whose report is a page.

use std::path::Path;

use super::Outcome;
use super::args::ReviewOptions;
use super::check::{Beside, run_with};
use super::configuration::{Refusal, refuse};
use super::terminal::complain;
use super::watch;
use crate::decisions::Decisions;
use crate::finding::Phrase;
use crate::message::Messages;
use crate::output::Format;
use crate::{comparison, decisions};

/// Runs the command.
pub(super) fn run(mut options: ReviewOptions, messages: &Messages) -> Outcome {
    options.check.usual_format = Format::Html;
    if options.check.news.since.is_some() {
        complain(&messages.say("review-not-since", &[]));
        return Outcome::Unusable;
    }
    if options.check.times.watch {
        return watch::run(options.check, messages);
    }
    let read = [&options.decisions, &options.compare].into_iter().flatten();
    options.check.read = read.cloned().collect();
    match beside(&options, messages) {
        Ok(beside) => run_with(&options.check, beside, messages),
        Err(Refusal) => Outcome::Unusable,
    }
}

fn beside(options: &ReviewOptions, messages: &Messages) -> Result<Beside, Refusal> {
    let decisions = options.decisions.as_deref();
    let earlier = options.compare.as_deref();
    Ok(Beside {
        decisions: decisions.map(|path| read(path, messages)).transpose()?,
        earlier: earlier
            .map(|path| parsed(path, comparison::parse, messages))
            .transpose()?,
    })
}

/// Reads what a reviewer decided.
pub(super) fn read(path: &Path, messages: &Messages) -> Result<Decisions, Refusal> {
    parsed(path, decisions::parse, messages)
}

/// What a file holds.
pub(super) fn parsed<T>(
    path: &Path,
    parse: impl Fn(&str) -> Result<T, Phrase>,
    messages: &Messages,
) -> Result<T, Refusal> {
    let text = std::fs::read_to_string(path).map_err(|error| Phrase::from(&error));
    text.and_then(|text| parse(text.trim_start_matches('\u{feff}')))
        .or_else(|reason| {
            let phrase = Phrase::new("cannot-read").with("path", path.to_string_lossy());
            refuse(messages, &phrase.because(reason))
        })
}
