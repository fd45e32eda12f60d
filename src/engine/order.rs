//! The order of findings in a report.

use super::fingerprint;
use crate::report::Found;

/// Puts findings in order and tells equal ones apart.
pub(super) fn in_order(findings: &mut [Found]) {
    findings.sort_by(|one, other| order(one).cmp(&order(other)));
    fingerprint::number_repeats(findings);
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
