//! Where references lead.

use crate::bundle::{Bundle, Target};
use crate::document::{Marked, Read};
use crate::rules::Judge;

/// Judges every reference of a bundle: `check` is asked about those that may not lead to what they should.
pub(in crate::rules) fn judge_each<'t>(
    bundle: &Bundle<'t>,
    judge: &mut Judge<'_>,
    mut check: impl FnMut(&mut Judge<'_>, Target, Marked<&'t str>) -> Read<()>,
) {
    let all = bundle.references_that_lead();
    if all.is_some_and(|all| judge.pass(all)) {
        return;
    }
    let passes_many = judge.pass(0);
    let mut visit = |target, reference: Read<Marked<&'t str>>| {
        let about = reference.map_or_else(|blocked| blocked.place, |written| written.place);
        judge.subject(about, |judge| {
            let reference = reference?;
            if all.is_some() {
                return Ok(());
            }
            check(judge, target, reference)
        });
    };
    if passes_many {
        let settled = bundle.each_unsettled_reference(&mut visit);
        judge.pass(settled);
    } else {
        bundle.each_reference(&mut visit);
    }
}
