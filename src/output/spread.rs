//! Stand-in.

use crate::report::Found;

pub(super) fn worst_first<'r>(findings: impl IntoIterator<Item = &'r Found>) -> Vec<&'r Found> {
    let mut findings: Vec<&Found> = findings.into_iter().collect();
    findings.sort_by_key(|found| std::cmp::Reverse(found.severity));
    findings
}
