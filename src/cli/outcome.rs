//! How a command ends.

use std::process::ExitCode;

/// The ends of all commands. What could not be done comes before what was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// Nothing at or above the limit: exit code 0.
    Passed,
    /// Findings, or blocked rules, at or above the limit: exit code 1.
    Failed,
    /// The job could not be done: usage, configuration, no input, a file that cannot be opened, a fault of the tool:
    /// exit code 2.
    Unusable,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        Self::from(match outcome {
            Outcome::Passed => 0,
            Outcome::Failed => 1,
            Outcome::Unusable => 2,
        })
    }
}
