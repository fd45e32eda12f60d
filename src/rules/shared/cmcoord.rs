//! Civil-military coordination in the country of a policy pack.

use super::all;
use super::standing::is_active;
use crate::bundle::Bundle;
use crate::document::Read;
use crate::record::Platform;
use crate::rules::Judge;

/// Judges each platform of type `cmcoord` that is active on the day of the run and passes a test, while the rule's
/// policy is in force, in missions that it concerns.
pub(in crate::rules) fn judge_each<'b, 't>(
    bundle: &'b Bundle<'t>,
    judge: &mut Judge<'_>,
    applies: impl Fn(&Platform<'t>) -> Read<bool>,
    mut check: impl FnMut(&mut Judge<'_>, &'b Platform<'t>) -> Read<()>,
) {
    let today = judge.as_of();
    if !judge.in_force(today) {
        return;
    }
    for (platform, told) in bundle.platforms_of_type("cmcoord") {
        let concerned = all([
            judge.pack_concerns(bundle),
            is_active(platform, today),
            applies(platform),
            told.map(|()| true),
        ]);
        judge.consider(
            platform.head.place(),
            concerned.map(|concerned| concerned.then_some(())),
            |judge, ()| check(judge, platform),
        );
    }
}
