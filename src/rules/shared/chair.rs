//! Who chairs a platform.

use super::standing::{is_active, permits, types_of};
use crate::bundle::Bundle;
use crate::calendar::Day;
use crate::document::{Marked, Read};
use crate::finding::{Fact, Finding};
use crate::record::{Party, Platform};
use crate::reference::organisation;
use crate::rules::Judge;

/// The functions in a role such as `DSRSG/RC/HC a.i.`.
pub(in crate::rules) fn role_parts(role: &str) -> impl Iterator<Item = &str> {
    role.split('/').map(|part| {
        let part = part.trim();
        part.strip_suffix(" a.i.").unwrap_or(part).trim_end()
    })
}

/// Whether a role contains a function; case of ASCII letters does not count.
pub(in crate::rules) fn is_function(role: &str, function: &str) -> bool {
    role_parts(role).any(|part| part.eq_ignore_ascii_case(function))
}

/// The chairs of a platform on a day.
pub(in crate::rules) fn chairs_on<'t>(platform: &Platform<'t>, day: Day) -> Read<Vec<Party<'t>>> {
    let mut covering = Vec::new();
    for chair in platform.chairs()? {
        if chair.interval()?.interval.covers(day) {
            covering.push(chair);
        }
    }
    Ok(covering)
}

/// Whether a chair is among functions or organisations: by its role, by its organisation only where it has no role.
pub(in crate::rules) fn is_among(chair: &Party<'_>, accepted: &[&str]) -> Read<bool> {
    if let Some(role) = chair.role? {
        return Ok(accepted
            .iter()
            .any(|function| is_function(role.value, function)));
    }
    let org = chair.org?.map(|org| organisation(org.value));
    Ok(org.is_some_and(|org| accepted.contains(&org)))
}

/// Whether one of the chairs of a platform on a day is among functions or organisations.
pub(in crate::rules) fn is_chaired_by(
    platform: &Platform<'_>,
    day: Day,
    accepted: &[&str],
) -> Read<bool> {
    let chairs = chairs_on(platform, day)?;
    super::any(chairs.iter().map(|chair| is_among(chair, accepted)))
}

/// What says who it is: the role, else the organisation.
pub(in crate::rules) fn written<'t>(chair: &Party<'t>) -> Read<Option<Marked<&'t str>>> {
    match chair.role? {
        Some(role) => Ok(Some(role)),
        None => chair.org,
    }
}

/// The chairs of a platform, none of whom should be.
pub(in crate::rules) struct Misplaced<'t> {
    /// The first of them.
    pub(in crate::rules) chair: Party<'t>,
    /// The finding so far: at the first chair, with platform, chair, expected functions and date.
    pub(in crate::rules) finding: Finding,
}

/// Judges the chairs of each platform of a type that is active on the day of the run and has one, unless its local
/// terms permit any. `expected` gives who may chair it (see [`usual`]); `report` completes the finding.
pub(in crate::rules) fn judge_each<'b, 't>(
    bundle: &'b Bundle<'t>,
    judge: &mut Judge<'_>,
    kind: &str,
    expected: impl Fn(&Judge<'_>, &'b Platform<'t>) -> Read<Vec<&'static str>>,
    mut report: impl FnMut(&mut Judge<'_>, &'b Platform<'t>, Misplaced<'t>) -> Read<()>,
) {
    let today = judge.as_of();
    if !judge.in_force(today) {
        return;
    }
    for (platform, told) in bundle.platforms_of_type(kind) {
        let active = is_active(platform, today);
        let chairs = chairs_on(platform, today);
        let out = active == Ok(false) || chairs.as_ref().is_ok_and(Vec::is_empty);
        let applies = if out {
            Ok(None)
        } else {
            told.and(active).and(chairs).map(Some)
        };
        judge.consider(platform.head.place(), applies, |judge, chairs| {
            let permitted = permits(platform, "chair-other");
            if permitted == Ok(true) {
                return Ok(());
            }
            let accepted = expected(judge, platform)?;
            if super::any(chairs.iter().map(|chair| is_among(chair, &accepted)))? {
                return Ok(());
            }
            permitted?;
            let Some(chair) = chairs.first().copied() else {
                return Ok(());
            };
            let Some(mark) = written(&chair)? else {
                return Ok(());
            };
            let expected = accepted.iter().map(|function| (*function).to_owned());
            let finding = Finding::new(judge.rule(), mark.place)
                .about(platform.head.place())
                .with("platform", Fact::Id(platform.head.id?.value.to_owned()))
                .with("chair", Fact::Code(mark.value.to_owned()))
                .with("expected", Fact::Vocabulary(expected.collect()))
                .with("date", Fact::Day(today));
            report(judge, platform, Misplaced { chair, finding })
        });
    }
}

/// Who usually chairs platforms of any of a platform's types.
pub(in crate::rules) fn usual(platform: &Platform<'_>) -> Read<Vec<&'static str>> {
    let mut usual: Vec<&'static str> = Vec::new();
    for kind in types_of(platform) {
        for chair in &kind?.chairs {
            if !usual.contains(&chair.as_str()) {
                usual.push(chair);
            }
        }
    }
    Ok(usual)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::testing::{bundle, document};
    use jiff::civil::date;

    #[test]
    fn roles_of_outsiders_have_parts() {
        assert!(is_function("DSRSG/RC/HC", "HC") && is_function("DO a.i.", "do"));
        assert!(is_function("DSRSG / RC a.i. / HC", "RC"));
        assert!(!is_function("DSRSG", "SRSG") && !is_function("HC", "RC"));
    }

    #[test]
    fn a_role_says_more_than_an_organisation() {
        let documents = [document(
            r#"{"kind": "platform", "mission": "mli", "id": "iccg", "types": ["iccg", "hct"], "chair": [
            {"org": "OCHA", "from": "2024-01-01"}, {"org": "OCHA", "role": "minister", "from": "2024-01-01"},
            {"role": "HC", "from": "2024-01-01", "to": "2024-12-31"}]}"#,
        )];
        let bundle = bundle(&documents);
        let platform = &bundle.platforms[0];
        let usual = usual(platform).unwrap();
        assert_eq!(usual, ["OCHA", "HC", "RC"]);
        let judged = |day| {
            let chairs = chairs_on(platform, day).unwrap();
            let judged = chairs.iter().map(|chair| is_among(chair, &usual).unwrap());
            judged.collect::<Vec<_>>()
        };
        assert_eq!(judged(date(2024, 12, 31)), [true, false, true]);
        assert_eq!(judged(date(2025, 1, 1)), [true, false]);
    }
}
