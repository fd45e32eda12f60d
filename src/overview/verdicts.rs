//! What the rules on who may hold a seat have found.

use rustc_hash::FxHashMap;

use super::desk::Desk;
use super::facts::Judgement;
use crate::catalogue::Meta;
use crate::document::Blocked;
use crate::finding::{Finding, Place};
use crate::rules::JudgedSeat;

/// What the rules say of seats, and of platforms on which somebody must have one.
#[derive(Debug, Default)]
pub struct Verdicts(FxHashMap<Place, Vec<Verdict>>);

#[derive(Debug, Clone, Copy)]
struct Verdict {
    rule: &'static str,
    outcome: Outcome,
}

#[derive(Debug, Clone, Copy)]
enum Outcome {
    Passed,
    /// Id of the finding that the rule's own became part of.
    Failed(&'static str),
    Blocked(Blocked),
}

impl Verdicts {
    /// From the seats each rule has judged, and all findings of the mission, folded.
    pub fn of(judged: &[(&'static Meta, JudgedSeat)], findings: &[Finding]) -> Self {
        let mut failed: FxHashMap<(&str, Place), &'static str> = FxHashMap::default();
        for finding in findings {
            note(finding, finding.rule.id, &mut failed);
        }
        let mut verdicts: FxHashMap<Place, Vec<Verdict>> = FxHashMap::default();
        for (rule, JudgedSeat { seat, blocked }) in judged {
            let outcome = match (failed.get(&(rule.id, *seat)), blocked) {
                (Some(id), _) => Outcome::Failed(id),
                (None, Some(blocked)) => Outcome::Blocked(*blocked),
                (None, None) => Outcome::Passed,
            };
            let rule = rule.id;
            let of_seat = verdicts.entry(*seat).or_default();
            of_seat.push(Verdict { rule, outcome });
        }
        Self(verdicts)
    }
}

/// Notes the subjects of a finding and of those it replaces, under the id that is reported.
fn note(
    finding: &Finding,
    reported: &'static str,
    failed: &mut FxHashMap<(&'static str, Place), &'static str>,
) {
    for subject in &finding.subjects {
        failed.insert((finding.rule.id, *subject), reported);
    }
    for nested in &finding.because {
        note(nested, reported, failed);
    }
}

impl Desk<'_, '_> {
    /// What all rules together say of records of seats or platforms; `unread` is what hides further seats.
    pub(super) fn judgement(
        &self,
        records: impl IntoIterator<Item = Place>,
        unread: Option<Blocked>,
    ) -> Judgement {
        let records = records.into_iter();
        let verdicts = records.filter_map(|record| self.verdicts.0.get(&record));
        let (mut passed, mut failed) = (Vec::new(), Vec::new());
        let mut blocked: Vec<Blocked> = unread.into_iter().collect();
        for Verdict { rule, outcome } in verdicts.flatten() {
            match outcome {
                Outcome::Passed => passed.push(*rule),
                Outcome::Failed(id) => failed.push(*id),
                Outcome::Blocked(by) => blocked.push(*by),
            }
        }
        let ids = |mut ids: Vec<&'static str>| {
            ids.sort_unstable();
            ids.dedup();
            ids
        };
        blocked.sort_unstable();
        blocked.dedup();
        if !failed.is_empty() {
            Judgement::Wrong(ids(failed))
        } else if !blocked.is_empty() {
            Judgement::Unknown(blocked.into_iter().map(|by| self.unknown(by)).collect())
        } else if passed.is_empty() {
            Judgement::NoRule
        } else {
            Judgement::Right(ids(passed))
        }
    }
}
