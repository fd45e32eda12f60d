//! The day on which a programme is judged, and what applies to it then.

use crate::calendar::Day;
use crate::document::Read;
use crate::record::Programme;
use crate::reference;

/// The versions of the Migration Crisis Operational Framework with their policy packs, latest first.
const VERSIONS: &[(i64, &str)] = &[(2021, "mcof-2021"), (2012, "mcof-2012")];

/// The day on which a programme is judged: the earlier of its last and that of the run; none where it begins later.
pub(in crate::rules) fn judged_day(programme: &Programme<'_>, as_of: Day) -> Read<Option<Day>> {
    let days = programme.interval?.interval;
    Ok((days.from <= as_of).then(|| days.last_day(as_of)))
}

/// Whether a programme runs on a day.
pub(crate) fn runs_on(programme: &Programme<'_>, day: Day) -> Read<bool> {
    Ok(programme.interval?.interval.covers(day))
}

/// The version of the Migration Crisis Operational Framework in force on a day; none before the first.
pub(in crate::rules) fn mcof_version_on(day: Day) -> Option<i64> {
    let mut versions = VERSIONS.iter();
    let in_force =
        versions.find(|(_, id)| reference::pack(id).is_some_and(|pack| pack.covers(day)));
    in_force.map(|(version, _)| *version)
}

/// The policy pack of a version.
pub(in crate::rules) fn mcof_pack(version: i64) -> Option<&'static str> {
    let found = VERSIONS.iter().find(|(known, _)| *known == version)?;
    Some(found.1)
}

/// Codes of at least so many letters may differ in two of them and still be taken for a slip.
const LONG: usize = 8;

/// The one code that a written one was probably meant to be: one letter differs, or two in long codes.
pub(in crate::rules) fn nearest_code<'o>(
    written: &str,
    codes: impl IntoIterator<Item = &'o str>,
) -> Option<&'o str> {
    let mut best = None;
    let mut least = usize::MAX;
    for code in codes {
        let limit = if code.chars().count() >= LONG { 2 } else { 1 };
        let distance = strsim::levenshtein(written, code);
        if distance > limit || distance > least {
            continue;
        }
        best = (distance < least).then_some(code);
        least = distance;
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn only_a_single_near_code_is_meant() {
        assert_eq!(nearest_code("sp24-4", ["sp24-1", "sp24-2"]), None);
        assert_eq!(nearest_code("sp24-", ["sp24-1"]), Some("sp24-1"));
        assert_eq!(
            nearest_code("helth-suport", ["health-support"]),
            Some("health-support")
        );
        assert_eq!(nearest_code("health", ["health-support"]), None);
    }

    #[test]
    fn the_later_version_takes_the_place_of_the_first() {
        assert_eq!(mcof_version_on(date(2012, 11, 26)), None);
        assert_eq!(mcof_version_on(date(2012, 11, 27)), Some(2012));
        assert_eq!(mcof_version_on(date(2020, 12, 31)), Some(2012));
        assert_eq!(mcof_version_on(date(2021, 1, 1)), Some(2021));
        assert_eq!(mcof_pack(2012), Some("mcof-2012"));
        assert_eq!(mcof_pack(2000), None);
    }
}
