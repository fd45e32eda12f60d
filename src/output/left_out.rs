//! Files that were found and left out, as JSON.

use serde::Serialize;

use crate::message::Messages;
use crate::report::Report;

/// A file, and why it is left out.
#[derive(Serialize)]
pub(super) struct LeftOutJson<'r> {
    path: &'r str,
    reason: String,
}

/// All that a report has.
pub(super) fn left_out<'r>(report: &'r Report, messages: &Messages) -> Vec<LeftOutJson<'r>> {
    let left_out = report.left_out.iter();
    left_out
        .map(|(path, reason)| LeftOutJson {
            path,
            reason: messages.phrase(reason),
        })
        .collect()
}
