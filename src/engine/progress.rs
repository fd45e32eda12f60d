//! How far a run has come, for those who wait for it, and whether it is to stop.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::Relaxed};

use crate::finding::Phrase;
use crate::report::RunFault;

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

    /// The fault of a run that was stopped before everything was judged.
    pub(super) fn interruption(&self) -> RunFault {
        let judged = self.judged.load(Relaxed).to_string();
        let units = self.units.load(Relaxed).to_string();
        RunFault {
            kind: "interrupted",
            subject: "missionlint".to_owned(),
            reason: Phrase::new("reason-interrupted")
                .with("judged", judged)
                .with("units", units),
        }
    }
}
