//! How far a run has come, for those who wait for it, and whether it is to stop.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::Relaxed};

use super::plan::Plan;
use super::reveal::mission_name;
use crate::finding::Phrase;
use crate::report::{INTERRUPTED, RunFault};

/// How far a run has come. Whoever started it may look at any time, from any thread.
#[derive(Debug, Default)]
pub struct Progress {
    /// Files that were read through.
    pub files: AtomicU64,
    /// Bytes that were read of all files, unpacked.
    pub bytes: AtomicU64,
    /// Bytes that were read once more, unpacked.
    pub again: AtomicU64,
    /// Texts that were parsed, some of them twice: none that an earlier run has left.
    pub parsed: AtomicU64,
    /// Missions, or groups of those that belong together, to be judged, without those whose results an earlier run has left:
    /// none as long as files are read.
    pub units: AtomicU64,
    /// Those that were judged.
    pub judged: AtomicU64,
    /// Set from outside: what is not judged yet is not judged any more, and the report says so.
    pub stop: AtomicBool,
}

impl Progress {
    /// Whether the run is to stop.
    pub fn is_stopped(&self) -> bool {
        self.stop.load(Relaxed)
    }

    pub(super) fn has_read(&self, bytes: u64) {
        self.bytes.fetch_add(bytes, Relaxed);
    }
}

/// Missions that the fault of a stopped run names.
const NAMED: usize = 10;

/// The fault of a run that was stopped before everything was judged. `is_read` tells whether everything was read,
/// `is_judged` whether a unit was judged.
pub(super) fn interruption(
    plan: &Plan<'_>,
    is_read: bool,
    is_judged: impl Fn(usize) -> bool,
) -> RunFault {
    let (mut judged, mut left) = (0, Vec::new());
    for unit in 0..plan.units.len() {
        let missions = plan.missions_of(unit).into_iter();
        let missions = missions.filter(|mission| plan.has_records(mission));
        let missions = missions.filter_map(mission_name);
        if is_judged(unit) {
            judged += missions.count();
        } else {
            left.extend(missions);
        }
    }
    left.sort();
    let missions = judged + left.len();
    if judged == 0 && left.is_empty() {
        return interrupted(Phrase::new("reason-nothing-judged"));
    }
    let mut reason = if is_read {
        Phrase::new("reason-interrupted").with("judged", judged.to_string())
    } else {
        Phrase::new("reason-interrupted-reading")
    };
    reason = reason.with("missions", missions.to_string());
    let mut names = left.clone();
    names.dedup();
    names.truncate(NAMED);
    if !names.is_empty() {
        reason = reason.with("names", names.join(", "));
    }
    if left.len() > names.len() {
        reason = reason.with("more", (left.len() - names.len()).to_string());
    }
    interrupted(reason)
}

fn interrupted(reason: Phrase) -> RunFault {
    RunFault {
        kind: INTERRUPTED,
        subject: env!("CARGO_PKG_NAME").to_owned(),
        reason,
    }
}
