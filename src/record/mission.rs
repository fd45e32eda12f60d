//! Missions and their offices.

use crate::calendar::Day;
use crate::document::{Dated, Location, Marked, Read, View};
use crate::record::Head;

/// A country mission.
#[derive(Debug, Clone)]
pub struct Mission<'t> {
    /// Kind, id, class.
    pub head: Head<'t>,
    /// ISO 3166-1 alpha-3 codes.
    pub countries: Read<Vec<Read<Marked<&'t str>>>>,
    /// The list of countries as a whole.
    pub countries_view: Read<View<'t>>,
    /// Its duty stations.
    pub offices: Read<Vec<Office<'t>>>,
    /// From this day on the clusters of the reset apply.
    pub cluster_transition_date: Read<Option<Marked<Day>>>,
    /// The mission whose chief of mission covers this one.
    pub covered_by: Read<Option<Marked<&'t str>>>,
    /// Where OCHA is present.
    pub ocha_presence: Read<Vec<Read<Location<'t>>>>,
}

/// An office (duty station) of a mission.
#[derive(Debug, Clone, Copy)]
pub struct Office<'t> {
    /// Its id in the mission.
    pub id: Read<Marked<&'t str>>,
    /// The town.
    pub place: Read<Marked<&'t str>>,
    /// Its country, where the mission has several.
    pub country: Read<Option<Marked<&'t str>>>,
    /// Its P-code.
    pub pcode: Read<Option<Marked<&'t str>>>,
    /// The office it belongs to.
    pub parent: Read<Option<Marked<&'t str>>>,
    /// When it exists.
    pub interval: Read<Dated>,
    /// The object.
    pub view: View<'t>,
}

impl<'t> Mission<'t> {
    /// Reads a mission record.
    pub fn read(head: Head<'t>) -> Self {
        let view = head.view;
        Self {
            head,
            countries: view.list("countries", View::text),
            countries_view: view.member("countries"),
            offices: view.list("offices", Office::read),
            cluster_transition_date: view.optional_day("cluster_transition_date"),
            covered_by: view.optional_text("covered_by"),
            ocha_presence: view.optional_list("ocha_presence", |presence| {
                presence.member("place").and_then(View::location)
            }),
        }
    }
}

impl<'t> Office<'t> {
    fn read(view: View<'t>) -> Self {
        Self {
            id: view.text_of("id"),
            place: view.text_of("place"),
            country: view.optional_text("country"),
            pcode: view.optional_text("pcode"),
            parent: view.optional_text("parent"),
            interval: view.interval(),
            view,
        }
    }
}
