//! How a run goes about its work: in how much memory, with what earlier runs left, seen by whom, ended by whom.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::Ordering::Relaxed;

use clap::Args;

use super::args::CheckOptions;
use super::cache::Kept;
use super::{interrupt, progress};
use crate::engine::{self, Input, Means, Request};
use crate::message::Messages;
use crate::report::Report;
use crate::schema::Contract;

/// How much a run may take.
#[derive(Debug, Default, Clone, Args)]
pub(super) struct MeansOptions {
    /// Hold at most so many megabytes of records at a time; more is read twice [default: 256]
    #[arg(long, value_name = "MB")]
    pub(super) memory: Option<u64>,
    /// Keep results in this directory, so that missions that have not changed are not checked again
    #[arg(long, value_name = "DIR")]
    pub(super) cache: Option<PathBuf>,
}

impl MeansOptions {
    fn means(&self) -> Means {
        let usual = Means::default();
        let memory = self
            .memory
            .map(|megabytes| megabytes.saturating_mul(1 << 20));
        Means {
            memory: memory.unwrap_or(usual.memory),
            ..usual
        }
    }
}

/// Checks, shows how far it has come where somebody may be waiting, and stops in good order on Ctrl-C.
pub(super) fn check(
    inputs: Vec<Input>,
    request: &Request,
    contract: &Contract,
    options: &CheckOptions,
    messages: &Messages,
) -> Report {
    let kept = Kept::of(options, request, messages);
    let means = Means {
        cache: kept.as_ref().map(Kept::cache),
        ..options.means.means()
    };
    let seen = Arc::clone(&means.progress);
    interrupt::on_first(move || seen.stop.store(true, Relaxed));
    let whole = (!options.quiet && progress::is_seen()).then(|| progress::whole(&inputs));
    let run = || engine::check_within(inputs, request, contract, &means);
    let report = match whole {
        Some(whole) => progress::beside(&means.progress, whole, messages, run),
        None => run(),
    };
    if let Some(kept) = kept {
        kept.leave(messages);
    }
    report
}
