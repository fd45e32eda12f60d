//! How a run goes about its work: in how much memory, seen by whom, ended by whom.

use std::sync::Arc;
use std::sync::atomic::Ordering::Relaxed;

use clap::Args;

use super::{interrupt, progress};
use crate::engine::{self, Input, Means, Request};
use crate::message::Messages;
use crate::report::Report;
use crate::schema::Contract;

/// How much a run may take.
#[derive(Debug, Default, Clone, Args)]
pub(super) struct MeansOptions {
    /// Hold at most so many megabytes of records at a time; more may be read twice [default: 256]
    #[arg(long, value_name = "MB")]
    pub(super) memory: Option<u64>,
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
    options: &MeansOptions,
    quiet: bool,
    messages: &Messages,
) -> Report {
    let means = options.means();
    let seen = Arc::clone(&means.progress);
    interrupt::on_first(move || seen.stop.store(true, Relaxed));
    let whole = (!quiet && progress::is_seen()).then(|| progress::whole(&inputs));
    let run = || engine::check_within(inputs, request, contract, &means);
    match whole {
        Some(whole) => progress::beside(&means.progress, whole, messages, run),
        None => run(),
    }
}
