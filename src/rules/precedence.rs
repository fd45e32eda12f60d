//! One defect, one finding: which rule replaces which.

use crate::finding::Finding;

/// In each chain a rule further left replaces those further right for the same subject. From the record contract.
pub static CHAINS: &[&[&str]] = &[
    &["wrong-kind-reference", "dangling-reference"],
    &["unknown-country-code", "country-mismatch"],
    &["com-post-vacant", "smt-observer-only", "smt-delegate-not-acting", "smt-com-absent"],
    &["cluster-staff-mismatch", "cluster-role-unsuitable"],
];

/// Moves every finding that another one replaces into that one's `because`, in order of precedence.
pub fn fold(mut findings: Vec<Finding>) -> Vec<Finding> {
    for chain in CHAINS {
        let rank = |finding: &Finding| chain.iter().position(|rule| *rule == finding.rule.id);
        let (mut concerned, others): (Vec<Finding>, Vec<Finding>) =
            findings.into_iter().partition(|finding| rank(finding).is_some());
        findings = others;
        concerned.sort_by_key(|finding| (rank(finding), finding.primary));
        let mut kept: Vec<Finding> = Vec::new();
        for finding in concerned {
            let replaced_by = kept.iter_mut().find(|left| {
                rank(left) < rank(&finding) && finding.subjects.iter().any(|subject| left.subjects.contains(subject))
            });
            match replaced_by {
                Some(left) => left.because.push(finding),
                None => kept.push(finding),
            }
        }
        findings.append(&mut kept);
    }
    findings
}
