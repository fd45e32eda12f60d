//! One defect, one finding: which rule replaces which.

use rustc_hash::FxHashMap;

use crate::finding::{Finding, Place};

/// In each chain a rule further left replaces those further right for the same subject. From the record contract.
pub static CHAINS: &[&[&str]] = &[
    &["wrong-kind-reference", "dangling-reference"],
    &["unknown-country-code", "country-mismatch"],
    &[
        "com-post-vacant",
        "smt-observer-only",
        "smt-delegate-not-acting",
        "smt-com-absent",
        "hct-alternate-unsupported",
        "hct-coordinator-not-observer",
        "hct-representation-level",
        "unct-representation-level",
    ],
    &["cluster-staff-mismatch", "cluster-role-unsuitable"],
    &["hct-chair-not-hc", "ocha-role-mismatch"],
    &[
        "smt-com-representation-missing",
        "cluster-programme-uncovered",
        "subnational-presence-unrepresented",
        "representation-expired",
        "active-platform-unrepresented",
        "mcof-sector-not-engaged",
    ],
    &[
        "cluster-lead-without-coordinator",
        "iccg-coordinator-absent",
    ],
    &[
        "personal-contact-detail",
        "sensitive-content-in-security-record",
    ],
    &[
        "cluster-attendance-mismatch",
        "attendee-without-representation",
    ],
    &[
        "office-kind-conflict",
        "regional-office-mismatch",
        "rts-missing",
    ],
    &["superseded-strategy-name", "strategic-objective-unknown"],
    &["platform-status-missing", "stale-record"],
    &["suspended-contact-missing", "suspended-contact-stale"],
];

/// Moves every finding that another one replaces into that one's `because`, in order of precedence.
pub fn fold(mut findings: Vec<Finding>) -> Vec<Finding> {
    for chain in CHAINS {
        findings = fold_chain(chain, findings);
    }
    findings
}

fn fold_chain(chain: &[&str], findings: Vec<Finding>) -> Vec<Finding> {
    let mut concerned = Vec::new();
    let mut others = Vec::new();
    for finding in findings {
        match chain.iter().position(|rule| *rule == finding.rule.id) {
            Some(rank) => concerned.push((rank, finding)),
            None => others.push(finding),
        }
    }
    concerned.sort_by_key(|(rank, finding)| (*rank, finding.primary));
    others.append(&mut fold_ranked(concerned));
    others
}

/// Given in order of rank, so that what may replace a finding comes before it.
fn fold_ranked(findings: Vec<(usize, Finding)>) -> Vec<Finding> {
    let mut kept: Vec<Finding> = Vec::new();
    // The first finding about each subject.
    let mut first_about: FxHashMap<Place, (usize, usize)> = FxHashMap::default();
    for (rank, finding) in findings {
        let firsts = finding
            .subjects
            .iter()
            .filter_map(|subject| first_about.get(subject));
        let left = firsts
            .filter(|(_, its_rank)| *its_rank < rank)
            .map(|(at, _)| *at)
            .min();
        if let Some(left) = left.and_then(|at| kept.get_mut(at)) {
            left.because.push(finding);
            continue;
        }
        for subject in &finding.subjects {
            first_about.entry(*subject).or_insert((kept.len(), rank));
        }
        kept.push(finding);
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::{DocumentId, Spot};
    use crate::rules::{
        RULES, Rule, com_post_vacant, duplicate_id, smt_com_absent, smt_delegate_not_acting,
        smt_observer_only,
    };

    fn place(token: u32) -> Place {
        Place {
            document: DocumentId(0),
            spot: Spot::Value(token),
        }
    }

    fn finding(rule: &Rule, primary: u32, subjects: &[u32]) -> Finding {
        let finding = Finding::new(rule.meta, place(primary));
        subjects
            .iter()
            .fold(finding, |finding, subject| finding.about(place(*subject)))
    }

    fn ids(findings: &[Finding]) -> Vec<&str> {
        findings.iter().map(|finding| finding.rule.id).collect()
    }

    #[test]
    fn every_rule_of_a_chain_exists() {
        for id in CHAINS.iter().copied().flatten() {
            assert!(RULES.iter().any(|rule| rule.meta.id == *id), "{id}");
        }
    }

    #[test]
    fn the_leftmost_finding_about_a_subject_stands_for_the_others() {
        let folded = fold(vec![
            finding(&smt_com_absent::RULE, 1, &[10]),
            finding(&smt_com_absent::RULE, 2, &[20]),
            finding(&smt_delegate_not_acting::RULE, 3, &[10]),
            finding(&com_post_vacant::RULE, 4, &[40, 10]),
            finding(&smt_observer_only::RULE, 5, &[10]),
            finding(&duplicate_id::RULE, 6, &[10]),
        ]);
        assert_eq!(
            ids(&folded),
            ["duplicate-id", "com-post-vacant", "smt-com-absent"]
        );
        let because = folded
            .iter()
            .flat_map(|finding| ids(&finding.because))
            .collect::<Vec<_>>();
        assert_eq!(
            because,
            [
                "smt-observer-only",
                "smt-delegate-not-acting",
                "smt-com-absent"
            ]
        );
    }

    #[test]
    fn findings_of_one_rule_do_not_replace_each_other() {
        let vacancy = || finding(&com_post_vacant::RULE, 1, &[10]);
        assert_eq!(
            ids(&fold(vec![vacancy(), vacancy()])),
            ["com-post-vacant", "com-post-vacant"]
        );
    }
}
