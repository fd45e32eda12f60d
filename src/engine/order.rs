//! The order of findings in a report.

use super::fingerprint;
use crate::report::Found;

/// Puts findings in order and tells equal ones apart: once, when all are there that may be equal.
pub(super) fn number(findings: &mut [Found]) {
    in_order(findings);
    fingerprint::number_repeats(findings);
}

/// Puts findings in order.
pub(super) fn in_order(findings: &mut [Found]) {
    findings.sort_by(|one, other| order(one).cmp(&order(other)));
}

/// Findings go by mission (none first), path, place, rule.
fn order(found: &Found) -> (Option<&str>, &str, u64, u64, &str) {
    let location = &found.location;
    (
        found.mission.as_deref(),
        &location.path,
        location.start.offset,
        location.end.offset,
        found.rule.id,
    )
}
