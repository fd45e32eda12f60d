//! Whether two places are the same.

use crate::bundle::{Bundle, Target};
use crate::document::{Location, Marked, Read, any};
use crate::record::{Office, Platform};

/// A place, as far as it is known.
pub(crate) struct Site<'t> {
    /// The office there, as references of this mission name it.
    pub(crate) office: Option<&'t str>,
    /// The town.
    pub(crate) town: Read<Option<&'t str>>,
    /// The P-code.
    pub(crate) pcode: Read<Option<&'t str>>,
}

impl<'t> Site<'t> {
    /// An office of another mission is known by its reference only.
    pub(crate) fn of(bundle: &Bundle<'t>, location: Location<'t>) -> Read<Self> {
        match location {
            Location::Town { name, pcode } => Ok(Self {
                office: None,
                town: Ok(Some(name.value)),
                pcode: Ok(pcode.map(|pcode| pcode.value)),
            }),
            Location::Office(reference) => Self::of_reference(bundle, reference),
        }
    }

    /// The place of an office.
    pub(crate) fn of_reference(bundle: &Bundle<'t>, reference: Marked<&'t str>) -> Read<Self> {
        if bundle.is_foreign(reference.value) {
            bundle
                .follow(Target::Office, reference)
                .read(reference.place)?;
            return Ok(Self {
                office: Some(reference.value),
                town: Ok(None),
                pcode: Ok(None),
            });
        }
        bundle.office_of(reference).and_then(Self::of_office)
    }

    /// The place of an office of this mission.
    pub(crate) fn of_office(office: &Office<'t>) -> Read<Self> {
        Ok(Self {
            office: Some(office.id?.value),
            town: office.place.map(|town| Some(town.value)),
            pcode: office.pcode.map(|pcode| pcode.map(|pcode| pcode.value)),
        })
    }

    /// The place of a programme's site: an office or a P-code.
    pub(crate) fn of_site(bundle: &Bundle<'t>, site: Marked<&'t str>) -> Read<Self> {
        if bundle.is_pcode_site(site.value) {
            return Ok(Self {
                office: None,
                town: Ok(None),
                pcode: Ok(Some(site.value)),
            });
        }
        Self::of_reference(bundle, site)
    }

    /// Where a platform meets or works; none where that is not recorded.
    pub(crate) fn of_platform(bundle: &Bundle<'t>, platform: &Platform<'t>) -> Read<Option<Self>> {
        let location = platform.place?;
        location.map(|place| Self::of(bundle, place)).transpose()
    }

    /// Whether office, P-code or town are the same.
    pub(crate) fn is_same(&self, other: &Self) -> Read<bool> {
        let same = |one: Option<&str>, other: Option<&str>| one.is_some() && one == other;
        let both = |one: Read<Option<&'t str>>, other: Read<Option<&'t str>>| -> Read<bool> {
            Ok(same(one?, other?))
        };
        any([
            Ok(same(self.office, other.office)),
            both(self.town, other.town),
            both(self.pcode, other.pcode),
        ])
    }

    /// Whether it is the same place as `area`, or a smaller one in it by its P-code.
    pub(crate) fn is_within(&self, area: &Self) -> Read<bool> {
        let inside = || match (self.pcode?, area.pcode?) {
            (Some(pcode), Some(area)) => Ok(pcode.starts_with(area)),
            _ => Ok(false),
        };
        any([self.is_same(area), inside()])
    }
}

/// A location as written: the reference to the office, or the town.
pub(crate) fn written(location: Location<'_>) -> &str {
    match location {
        Location::Office(office) => office.value,
        Location::Town { name, .. } => name.value,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_within_an_area_is_told_by_its_pcode() {
        let site = |town, pcode| Site {
            office: None,
            town: Ok(town),
            pcode: Ok(pcode),
        };
        let area = site(Some("Mopti"), Some("ML05"));
        assert_eq!(site(None, Some("ML0501")).is_within(&area), Ok(true));
        assert_eq!(site(Some("Mopti"), None).is_within(&area), Ok(true));
        assert_eq!(site(None, Some("ML07")).is_within(&area), Ok(false));
        assert_eq!(area.is_within(&site(None, Some("ML0501"))), Ok(false));
        assert_eq!(site(None, None).is_same(&site(None, None)), Ok(false));
    }
}
