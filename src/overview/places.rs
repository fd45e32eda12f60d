//! Where the organization is, and which subnational platforms are there.

use super::desk::{Desk, Seen};
use super::facts::{Level, PlaceFacts, PlacedPlatform, PlacesFacts, PlatformFacts, Status};
use super::platforms::place_of;
use super::told::{Listed, Told};
use crate::document::{Blocked, Kind, Read, any, entries};
use crate::privacy::show_id;
use crate::record::{Platform, Programme};
use crate::rules::shared::place::Site;
use crate::rules::shared::programme::runs_on;

/// A place of the organization while programmes and platforms are looked for.
struct Spot<'t> {
    site: Site<'t>,
    facts: PlaceFacts,
}

impl<'t> Desk<'_, 't> {
    /// `platforms` with the records they were made from.
    pub(super) fn places(&self, platforms: &[(PlatformFacts, &Platform<'t>)]) -> PlacesFacts {
        let mut facts = PlacesFacts::default();
        let mut spots = self.offices(&mut facts.places);
        self.add_programmes(&mut spots, &mut facts.places);
        for (at, (platform, record)) in platforms.iter().enumerate() {
            if may_work(platform) {
                self.put(at, platform, record, &mut spots, &mut facts);
            }
        }
        facts.places.items = spots.into_iter().map(|spot| spot.facts).collect();
        facts
    }

    /// Open offices.
    fn offices(&self, list: &mut Listed<PlaceFacts>) -> Vec<Spot<'t>> {
        let mut spots = Vec::new();
        let seen = match self.bundle.mission() {
            Ok(Some(mission)) => self.seen(&mission.head),
            Ok(None) => Seen::Clear,
            Err(_) => Seen::Masked,
        };
        let offices = match self.bundle.offices() {
            Ok(offices) => offices,
            Err(blocked) => {
                self.doubt(list, Err(blocked));
                &[]
            }
        };
        for office in offices {
            let is_open = office
                .interval
                .map(|dated| dated.interval.covers(self.today));
            let found = match is_open {
                Ok(false) => continue,
                Ok(true) => Site::of_office(office).and_then(|site| spot(site)),
                Err(blocked) => Err(blocked),
            };
            match found {
                _ if seen != Seen::Clear => list.left_out += 1,
                Ok(spot) => spots.push(spot),
                Err(blocked) => self.doubt(list, Err(blocked)),
            }
        }
        spots
    }

    /// Adds the sites of running programmes, each to its office or as a place of its own.
    fn add_programmes(&self, spots: &mut Vec<Spot<'t>>, list: &mut Listed<PlaceFacts>) {
        for programme in &self.bundle.programmes {
            match runs_on(programme, self.today) {
                Ok(false) => {}
                Ok(true) => self.add_sites(programme, spots, list),
                Err(blocked) => self.doubt(list, Err(blocked)),
            }
        }
        let unread = self.bundle.nothing_unread(Kind::Programme).err();
        for spot in spots {
            self.doubt(&mut spot.facts.programmes, unread.map_or(Ok(()), Err));
        }
        self.doubt(list, unread.map_or(Ok(()), Err));
    }

    fn add_sites(
        &self,
        programme: &Programme<'t>,
        spots: &mut Vec<Spot<'t>>,
        list: &mut Listed<PlaceFacts>,
    ) {
        let seen = self.seen(&programme.head);
        for site in entries(&programme.sites) {
            let site = site
                .copied()
                .and_then(|site| Site::of_site(self.bundle, site?));
            let found = site.and_then(|site| Ok((position(spots, &site)?, site)));
            match found {
                Ok((Some(at), _)) => self.add_programme(&mut spots[at], programme, seen),
                Ok(_) if seen != Seen::Clear => list.left_out += 1,
                Ok((None, site)) => match spot(site) {
                    Ok(mut new) => {
                        self.add_programme(&mut new, programme, seen);
                        spots.push(new);
                    }
                    Err(blocked) => self.doubt(list, Err(blocked)),
                },
                Err(blocked) => self.doubt(list, Err(blocked)),
            }
        }
    }

    fn add_programme(&self, spot: &mut Spot<'t>, programme: &Programme<'t>, seen: Seen) {
        let programmes = &mut spot.facts.programmes;
        match programme.head.id {
            _ if seen != Seen::Clear => programmes.left_out += 1,
            Ok(id) => {
                let id = show_id(id.value).to_owned();
                if !programmes.items.contains(&id) {
                    programmes.items.push(id);
                }
            }
            Err(blocked) => self.doubt(programmes, Err(blocked)),
        }
    }

    /// Puts a platform to the places it is at.
    fn put(
        &self,
        at: usize,
        platform: &PlatformFacts,
        record: &Platform<'t>,
        spots: &mut [Spot<'t>],
        facts: &mut PlacesFacts,
    ) {
        let site = match (&platform.level, &platform.place) {
            (Told::Known(Level::National), _) => return,
            (Told::Known(Level::Subnational), Told::Known(Some(_))) => {
                Site::of_platform(self.bundle, record)
            }
            _ => Ok(None),
        };
        let Ok(Some(area)) = site else {
            facts.unplaced.push(at);
            return;
        };
        let (mut placed, mut doubtful) = (false, false);
        for spot in spots {
            match spot.site.is_within(&area) {
                Ok(false) => {}
                Ok(true) => {
                    placed = true;
                    spot.facts.platforms.items.push(PlacedPlatform {
                        platform: at,
                        represented: platform.represented.clone(),
                    });
                }
                Err(blocked) => {
                    doubtful = true;
                    self.doubt(&mut spot.facts.platforms, Err(blocked));
                }
            }
        }
        if !placed {
            let list = if doubtful {
                &mut facts.unplaced
            } else {
                &mut facts.elsewhere
            };
            list.push(at);
        }
    }
}

/// Whether a platform is active or may be.
fn may_work(platform: &PlatformFacts) -> bool {
    match &platform.status {
        Told::Known(status) => status.is_some_and(|status| status.value == Status::Active),
        Told::Masked | Told::Unknown(_) => true,
    }
}

fn spot(site: Site<'_>) -> Read<Spot<'_>> {
    Ok(Spot {
        facts: PlaceFacts {
            place: place_of(&site)?,
            programmes: Listed::default(),
            platforms: Listed::default(),
        },
        site,
    })
}

/// The place that a site is at.
fn position(spots: &[Spot<'_>], site: &Site<'_>) -> Result<Option<usize>, Blocked> {
    let same = spots.iter().map(|spot| spot.site.is_same(site));
    match same.clone().position(|same| same == Ok(true)) {
        Some(at) => Ok(Some(at)),
        None => any(same).map(|_| None),
    }
}
