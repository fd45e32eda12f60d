//! Findings that the baseline has, and what is to be said about its entries.
//!
//! They are matched when all findings are numbered; what exceptions accept stays theirs. What is no JSON, and what is
//! wrong with configuration and schemas, no baseline can take in, nor that something could not be judged.

use std::collections::{BTreeMap, BTreeSet};

use super::allow::Unjudged;
use super::collect::Counts;
use super::config::File;
use super::fingerprint::{Subject, fingerprint};
use super::finish::Closing;
use crate::bundle::GLOBAL;
use crate::catalogue::builtin;
use crate::config::{Baseline, BaselineEntry, is_allowable};
use crate::finding::Fact;
use crate::report::{Audience, Found, MASK, Report, Shown, Suppressed, Suppressor};
use crate::rules;

impl Closing<'_> {
    /// Marks what the baseline has, and notes which of its entries stand for nothing.
    pub(super) fn compare_with_baseline(
        &self,
        report: &mut Report,
        unjudged: &Unjudged,
        counts: &mut Counts,
    ) {
        let Some(baseline) = &self.request.baseline else {
            return;
        };
        let open = self.request.audience == Audience::Internal || self.request.reveal;
        let shown = |text: &String| if open { text.as_str() } else { MASK }.to_owned();
        let entries = baseline.entries.iter();
        let known: BTreeMap<&str, &BaselineEntry> = entries
            .map(|entry| (entry.fingerprint.as_str(), entry))
            .collect();
        let mut used = BTreeSet::new();
        for found in &mut report.findings {
            let entry = known.get(found.fingerprint.as_str());
            let Some(entry) = entry.filter(|entry| entry.rule == found.rule.id) else {
                continue;
            };
            used.insert(entry.fingerprint.as_str());
            let is_covered = is_allowable(found.rule) && found.severity <= entry.severity;
            if is_covered && found.suppressed.is_none() {
                found.suppressed = Some(Suppressed {
                    by: Suppressor::Baseline,
                    reason: entry.reason.as_ref().map(shown).unwrap_or_default(),
                    owner: entry.owner.as_ref().map(shown),
                    expires: None,
                    created: Some(entry.created),
                });
            }
        }
        self.note_stale(baseline, &used, !open, report, unjudged, counts);
    }

    fn note_stale(
        &self,
        baseline: &Baseline,
        used: &BTreeSet<&str>,
        masked: bool,
        report: &mut Report,
        unjudged: &Unjudged,
        counts: &mut Counts,
    ) {
        let rule = &builtin::BASELINE_UNUSED;
        let entries = baseline.entries.iter();
        let (used, open): (Vec<_>, Vec<_>) =
            entries.partition(|entry| used.contains(entry.fingerprint.as_str()));
        let is_stale = |entry: &&&BaselineEntry| baseline.covered && self.judges(entry, unjudged);
        let stale: Vec<&BaselineEntry> = open.iter().filter(is_stale).copied().collect();
        report.stale = stale
            .iter()
            .map(|entry| entry.fingerprint.clone())
            .collect();
        if !self.request.wants(rule) {
            return;
        }
        counts.insert(rule, (used.len() + stale.len()) as u64);
        if stale.is_empty() {
            return;
        }
        let file = File::new(&baseline.path, &baseline.text, masked);
        let told = stale.into_iter().map(|entry| self.stale(entry, &file));
        report.findings.extend(told);
    }

    /// Whether the rule of an entry has judged everything where it was.
    fn judges(&self, entry: &BaselineEntry, unjudged: &Unjudged) -> bool {
        let catalogue = rules::catalogue();
        let mut rules = catalogue.iter();
        let mission = entry.mission.as_deref().unwrap_or(GLOBAL);
        // A rule that is no more finds nothing.
        rules
            .find(|rule| rule.id == entry.rule)
            .is_none_or(|rule| self.is_judged(rule, Some(mission), unjudged))
    }

    fn stale(&self, entry: &BaselineEntry, file: &File) -> Found {
        let rule = &builtin::BASELINE_UNUSED;
        let evidence = vec![
            ("rule", Shown::Clear(Fact::Kind(entry.rule.clone()))),
            ("created", Shown::Clear(Fact::Day(entry.created))),
        ];
        let mut found = file.found(rule, &entry.span, evidence);
        found.severity = self.request.settings.severity(rule, rule.severity);
        let subject = Subject {
            home: vec![entry.fingerprint.as_str().into()],
            steps: Vec::new(),
        };
        found.fingerprint = fingerprint(rule, None, &subject, &Vec::new());
        found
    }
}
