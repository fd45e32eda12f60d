//! Judging missions by the rules.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use rayon::prelude::*;

use super::Request;
use super::reveal::show_id;
use super::route::Routed;
use crate::bundle::{Bundle, Unread};
use crate::catalogue::Meta;
use crate::document::Document;
use crate::finding::Finding;
use crate::finding::Phrase;
use crate::report::RunFault;
use crate::rules::{Judge, NotChecked, RULES, Rule, Tally, Verdict, fold};

/// What all rules found in one mission.
#[derive(Debug, Default)]
pub(super) struct Judged {
    pub(super) findings: Vec<Finding>,
    pub(super) not_checked: Vec<(&'static Meta, NotChecked)>,
    pub(super) tallies: Vec<(&'static Meta, Tally)>,
    pub(super) faults: Vec<RunFault>,
}

/// Builds the bundles of missions; none for one that nothing belongs to.
pub(super) fn build<'t>(
    missions: &[&'t str],
    documents: &'t [Document],
    routed: &Routed<'t>,
) -> BTreeMap<&'t str, Bundle<'t>> {
    let bundles = missions.par_iter().filter_map(|id| {
        let share = routed.shares.get(id)?;
        let unread = share.unread.clone();
        Some((*id, Bundle::build(id, documents, &share.slots, unread)))
    });
    bundles.collect()
}

/// Applies every wanted rule to a mission.
pub(super) fn judge(bundle: &Bundle<'_>, request: &Request) -> Judged {
    let mut judged = Judged::default();
    for rule in RULES.iter().filter(|rule| request.wants(rule.meta)) {
        match apply(rule, bundle, request) {
            Ok(mut verdict) => {
                block_unread(bundle, &mut verdict);
                judged.findings.append(&mut verdict.findings);
                judged.not_checked.extend(
                    verdict
                        .not_checked
                        .into_iter()
                        .map(|entry| (rule.meta, entry)),
                );
                judged.tallies.push((rule.meta, verdict.tally));
            }
            Err(Crashed) => judged.faults.push(RunFault {
                kind: "rule-failed",
                subject: rule.meta.id.to_owned(),
                reason: Phrase::new("reason-rule-crashed").with("mission", show_id(bundle.id)),
            }),
        }
    }
    judged.findings = fold(judged.findings);
    judged
}

/// A rule did not come to its end.
struct Crashed;

/// One rule; a crash of it is a fault of the tool and stops neither the other rules nor the other missions.
fn apply(rule: &Rule, bundle: &Bundle<'_>, request: &Request) -> Result<Verdict, Crashed> {
    let mut judge = Judge::new(rule.meta, &request.settings, request.as_of, request.policy);
    let run = AssertUnwindSafe(|| {
        (rule.check)(bundle, &mut judge);
        judge.finish()
    });
    // The message of a panic may quote values of records, so it is not passed on.
    catch_unwind(run).map_err(|_| Crashed)
}

/// A text that could not be read may hold subjects of any rule.
fn block_unread(bundle: &Bundle<'_>, verdict: &mut Verdict) {
    for Unread { blocked, kind } in &bundle.unread {
        if kind.is_none() {
            verdict.tally.applicable += 1;
            verdict.tally.blocked += 1;
            verdict.not_checked.push(NotChecked { blocked: *blocked });
        }
    }
}
