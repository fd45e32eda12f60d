//! How a run goes about its work: in how much memory, with what earlier runs left, seen by whom, ended by whom.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::Ordering::Relaxed;

use clap::Args;

use super::args::CheckOptions;
use super::cache::Kept;
use super::interrupt;
use super::progress::{self, Amount};
use crate::engine::{self, Apart, Inputs, Means, Request};
use crate::message::Messages;
use crate::report::Report;
use crate::schema::Contract;

/// How much a run may take.
#[derive(Debug, Default, Clone, Args)]
pub(super) struct MeansOptions {
    /// Hold at most so many megabytes of records at a time, 1 at least; more may be read twice [default: 256]
    #[arg(long, value_name = "MB", value_parser = clap::value_parser!(u64).range(1..))]
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
    inputs: &Inputs,
    request: &Request,
    contract: &Contract,
    (options, apart): (&CheckOptions, Apart),
    messages: &Messages,
) -> Report {
    let means = options.means.means();
    let seen = Arc::clone(&means.progress);
    // Whatever takes its time comes later.
    interrupt::on_first(move || seen.stop.store(true, Relaxed));
    let kept = Kept::of(options, request, messages);
    let means = Means {
        apart,
        cache: kept.as_ref().map(Kept::cache),
        ..means
    };
    share_out(inputs);
    let amount = (!options.quiet && progress::is_seen()).then_some(Amount(inputs));
    let run = || engine::check_all(inputs, request, contract, &means);
    let report = match amount {
        Some(amount) => progress::beside(&means.progress, &amount, messages, run),
        None => run(),
    };
    if let Some(kept) = kept {
        kept.leave(messages);
    }
    report
}

/// At most so many files …
const FEW: usize = 8;

/// … of together at most so many bytes are checked before other threads have begun.
const LITTLE: u64 = 1 << 18;

/// Has this thread work too; where there is little to do, alone.
fn share_out(inputs: &Inputs) {
    let mut threads = rayon::ThreadPoolBuilder::new().use_current_thread();
    if is_little(inputs) {
        threads = threads.num_threads(1);
    }
    // Where threads are at work already, nothing is to be done.
    let _ = threads.build_global();
}

fn is_little(inputs: &Inputs) -> bool {
    if inputs.len() > FEW {
        return false;
    }
    let sizes: Option<Vec<u64>> = inputs.iter().map(|it| progress::size(&it)).collect();
    sizes.is_some_and(|sizes| sizes.iter().sum::<u64>() <= LITTLE)
}
