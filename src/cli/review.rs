//! `missionlint review`: a check whose report is a page.

use std::path::Path;

use super::Outcome;
use super::args::ReviewOptions;
use super::{check, watch};
use super::configuration::{Refusal, refuse};
use crate::decisions::{self, Decisions};
use crate::finding::Phrase;
use crate::message::Messages;
use crate::output::Format;

/// Runs the command.
pub(super) fn run(mut options: ReviewOptions, messages: &Messages) -> Outcome {
    options.check.usual_format = Format::Html;
    let decisions = options.decisions.as_deref().map(|path| read(path, messages));
    match decisions.transpose() {
        Ok(None) if options.check.watch => watch::run(options.check, messages),
        Ok(decisions) => check::run_with(&options.check, decisions, messages),
        Err(Refusal) => Outcome::Unusable,
    }
}

/// Reads what a reviewer decided.
pub(super) fn read(path: &Path, messages: &Messages) -> Result<Decisions, Refusal> {
    let text = std::fs::read_to_string(path).map_err(|error| Phrase::from(&error));
    text.and_then(|text| decisions::parse(&text))
        .or_else(|reason| {
            let phrase = Phrase::new("cannot-read").with("path", path.to_string_lossy());
            refuse(messages, &phrase.because(reason))
        })
}
