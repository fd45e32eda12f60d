//! What is new, compared with an earlier state of the same files.
//!
//! ## Decisions
//! * A finding was there before if the earlier state has one of the same identity that counted and weighed no less: what
//!   has become worse, or is no longer accepted, is new.
//! * Of findings with the same identity as many are new as there are more of them.

use std::collections::BTreeMap;

use super::Report;
use crate::catalogue::Severity;

/// What is left out of a report because it was there before.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Earlier {
    /// The revision as the user named it.
    pub revision: String,
    /// Id of the commit whose files were compared with.
    pub commit: String,
    /// Findings left out, by severity.
    pub findings: BTreeMap<Severity, usize>,
    /// Findings left out that do not count in any case.
    pub suppressed: usize,
    /// Places left out where something could not be judged.
    pub blocked: usize,
}

impl Earlier {
    /// Findings left out that would count.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.get(&severity).copied().unwrap_or_default()
    }

    /// All findings left out that would count.
    pub fn total(&self) -> usize {
        self.findings.values().sum()
    }
}

impl Report {
    /// Leaves out what was there `before`, in the files of a commit. What went wrong with the run stays, and so does how
    /// often rules were applied.
    pub fn leave_out(&mut self, before: &Self, revision: &str, commit: &str) {
        let mut earlier = Earlier {
            revision: revision.to_owned(),
            commit: commit.to_owned(),
            ..Earlier::default()
        };
        self.leave_out_findings(before, &mut earlier);
        self.leave_out_blocked(before, &mut earlier);
        self.count_by_rule();
        self.earlier = Some(earlier);
    }

    fn leave_out_findings(&mut self, before: &Self, earlier: &mut Earlier) {
        let known: BTreeMap<&str, Option<Severity>> = before
            .findings
            .iter()
            .map(|found| {
                let weight = found.suppressed.is_none().then_some(found.severity);
                (found.fingerprint.as_str(), weight)
            })
            .collect();
        self.findings.retain(|found| {
            let Some(&weight) = known.get(found.fingerprint.as_str()) else {
                return true;
            };
            if found.suppressed.is_some() {
                earlier.suppressed += 1;
                return false;
            }
            let is_worse = weight.is_none_or(|weight| weight < found.severity);
            if !is_worse {
                *earlier.findings.entry(found.severity).or_default() += 1;
            }
            is_worse
        });
    }

    fn leave_out_blocked(&mut self, before: &Self, earlier: &mut Earlier) {
        let mut known: BTreeMap<&str, Vec<Severity>> = BTreeMap::new();
        for entry in &before.not_checked {
            for identity in &entry.identities {
                known.entry(identity).or_default().push(entry.severity);
            }
        }
        for entry in &mut self.not_checked {
            let all = std::mem::take(&mut entry.locations).into_iter();
            let all = all.zip(std::mem::take(&mut entry.identities));
            for (location, identity) in all {
                let weights = known.get_mut(identity.as_str());
                let alike = weights.and_then(|weights| {
                    let at = weights
                        .iter()
                        .position(|weight| *weight >= entry.severity)?;
                    Some(weights.swap_remove(at))
                });
                if alike.is_some() {
                    earlier.blocked += 1;
                } else {
                    entry.locations.push(location);
                    entry.identities.push(identity);
                }
            }
        }
        self.not_checked.retain(|entry| !entry.locations.is_empty());
    }

    /// Counts the findings of each rule that count anew.
    pub(crate) fn count_by_rule(&mut self) {
        let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
        for found in self
            .findings
            .iter()
            .filter(|found| found.suppressed.is_none())
        {
            *counts.entry(found.rule.id).or_default() += 1;
        }
        for rule in &mut self.rules {
            rule.findings = counts.get(rule.rule.id).copied().unwrap_or_default();
        }
    }
}
