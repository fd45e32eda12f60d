//! Rules applied to records that tests write down.

use jiff::civil::date;

use crate::bundle::testing::{bundle, document};
use crate::config::Settings;
use crate::reference::Policy;
use crate::rules::{Judge, Rule, Tally};

/// One subject, judged.
pub(in crate::rules) const RUN: Tally = Tally {
    applicable: 1,
    run: 1,
    blocked: 0,
};

/// One subject that could not be judged.
pub(in crate::rules) const BLOCKED: Tally = Tally {
    applicable: 1,
    run: 0,
    blocked: 1,
};

/// The number of findings, and what was judged, of records of several kinds on 31 March 2025. Those without a kind are
/// platforms.
pub(in crate::rules) fn judged(rule: &Rule, records: &str) -> (usize, Tally) {
    let text = format!(r#"{{"mission": "mli", "kind": "platform", "records": [{records}]}}"#);
    let documents = [document(&text)];
    let bundle = bundle(&documents);
    let settings = Settings::default();
    let mut judge = Judge::new(rule.meta, &settings, date(2025, 3, 31), Policy::Dated);
    (rule.check)(&bundle, &mut judge);
    let verdict = judge.finish();
    (verdict.findings.len(), verdict.tally)
}
