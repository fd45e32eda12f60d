//! Missions and their offices.

use crate::calendar::Day;
use crate::document::{Dated, Location, Marked, Read, View};
use crate::record::{Head, Phase};

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
    /// Where OCHA is or was present; none where that is not recorded.
    pub ocha_presence: Read<Option<Vec<Presence<'t>>>>,
}

/// Where OCHA is present for some time.
#[derive(Debug, Clone, Copy)]
pub struct Presence<'t> {
    /// Where.
    pub place: Read<Location<'t>>,
    /// The object, with an interval.
    pub view: View<'t>,
}

impl Presence<'_> {
    /// When.
    pub fn interval(&self) -> Read<Dated> {
        self.view.interval()
    }
}

/// An activation of the humanitarian system or of the organization for a large emergency.
#[derive(Debug, Clone, Copy)]
pub struct ScaleUp<'t> {
    /// iasc-scale-up, iasc-l3, l3-internal.
    pub system: Read<Marked<&'t str>>,
    /// Whether it was extended.
    pub extension: Read<bool>,
    /// When.
    pub interval: Read<Dated>,
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
            ocha_presence: view.given_list("ocha_presence", |presence| Presence {
                place: presence.member("place").and_then(View::location),
                view: presence,
            }),
        }
    }

    /// Its name.
    pub fn name(&self) -> Read<Marked<&'t str>> {
        self.head.view.text_of("name")
    }

    /// The regional offices that support it, by their ids.
    pub fn regional_offices(&self) -> Read<Vec<Phase<'t>>> {
        self.phases("regional_office", "office")
    }

    /// Its phases.
    pub fn phase(&self) -> Read<Vec<Phase<'t>>> {
        self.phases("phase", "value")
    }

    /// How the response is coordinated: cluster, refugee, mixed, government-led, none.
    pub fn context_models(&self) -> Read<Vec<Phase<'t>>> {
        self.phases("context_model", "value")
    }

    fn phases(&self, list: &str, name: &str) -> Read<Vec<Phase<'t>>> {
        self.head.view.list(list, |entry| Phase::read(entry, name))
    }

    /// When there was an integrated peace mission.
    pub fn integrated_missions(&self) -> Read<Vec<Read<Dated>>> {
        self.head
            .view
            .optional_list("integrated_missions", View::interval)
    }

    /// When there was a Humanitarian Coordinator; none where that is not recorded, unlike an empty list.
    pub fn humanitarian_coordinator(&self) -> Read<Option<Vec<Read<Dated>>>> {
        self.head
            .view
            .given_list("humanitarian_coordinator", View::interval)
    }

    /// Activations of a scale-up or of the highest emergency level.
    pub fn scale_ups(&self) -> Read<Vec<ScaleUp<'t>>> {
        self.head.view.optional_list("scale_ups", |entry| ScaleUp {
            system: entry.text_of("system"),
            extension: entry
                .optional_flag("extension")
                .map(|extension| extension.is_some_and(|extension| extension.value)),
            interval: entry.interval(),
        })
    }

    /// For how many years attendance is kept.
    pub fn retention_years(&self) -> Read<Option<Marked<i64>>> {
        let years = self.head.view.optional("retention_years")?;
        years.map(View::whole).transpose()
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
