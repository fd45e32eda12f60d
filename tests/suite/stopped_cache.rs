//! What a run that was stopped leaves.
