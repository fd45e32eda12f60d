//! Platforms: what they are, where they are, who leads them.

use missionlint_tape::Keys;

use crate::document::{Dated, Location, Marked, Read, View};
use crate::record::{Head, Party};
use crate::reference::{TypeName, TypeNames};

/// A coordination platform.
#[derive(Debug, Clone)]
pub struct Platform<'t> {
    /// Kind, id, class.
    pub head: Head<'t>,
    /// What it is.
    pub types: Read<Vec<Read<PlatformKind<'t>>>>,
    /// Where it meets or works.
    pub place: Read<Option<Location<'t>>>,
    /// References to the platforms above it.
    pub parents: Read<Vec<Read<Marked<&'t str>>>>,
    /// Codes of its clusters.
    pub clusters: Read<Vec<Read<Marked<&'t str>>>>,
    /// The list of clusters as a whole.
    pub clusters_view: Read<Option<View<'t>>>,
    /// Who coordinates it, if it is a cluster.
    pub cluster_coordinators: Read<Vec<ClusterCoordinator<'t>>>,
    /// Its history.
    pub status: Read<Vec<Status<'t>>>,
}

/// What a platform is, as one element of its types says.
#[derive(Debug, Clone, Copy)]
pub struct PlatformKind<'t> {
    /// A canonical type or another name of one, as written.
    pub written: Marked<&'t str>,
    /// What that stands for; none for what is no name of a type.
    pub named: Option<TypeName>,
}

impl PlatformKind<'_> {
    /// The canonical type.
    pub fn code(&self) -> Option<&'static str> {
        self.named.map(|named| named.kind.code.as_str())
    }

    /// Whether it is this canonical type.
    pub fn is(&self, kind: &str) -> bool {
        self.code() == Some(kind)
    }
}

/// A platform's status for some time.
#[derive(Debug, Clone, Copy)]
pub struct Status<'t> {
    /// active, suspended, deactivated, not-established.
    pub value: Read<Marked<&'t str>>,
    /// When.
    pub interval: Read<Dated>,
    /// The object.
    pub view: View<'t>,
}

/// What is read of a platform.
const OF_PLATFORMS: Keys<6> = Keys::new([
    "types",
    "place",
    "parents",
    "clusters",
    "cluster_coordinators",
    "status",
]);

impl<'t> Platform<'t> {
    /// Reads a platform record of a mission where types have these names.
    pub fn read(head: Head<'t>, names: &TypeNames) -> Self {
        let view = head.view;
        let kind = |view: View<'t>| {
            view.text().map(|written| PlatformKind {
                written,
                named: names.read(written.value),
            })
        };
        let [
            types,
            place,
            parents,
            clusters,
            cluster_coordinators,
            status,
        ] = view.fields(&OF_PLATFORMS);
        Self {
            head,
            types: types.list(kind),
            place: place.optional_location(),
            parents: parents.optional_list(View::text),
            clusters: clusters.optional_list(View::text),
            clusters_view: clusters.optional(),
            cluster_coordinators: cluster_coordinators.optional_list(ClusterCoordinator::read),
            status: status.list(|status| Status {
                value: status.text_of("value"),
                interval: status.interval(),
                view: status,
            }),
        }
    }

    /// national or subnational.
    pub fn level(&self) -> Read<Marked<&'t str>> {
        self.head.view.text_of("level")
    }

    /// cluster or sector.
    pub fn setting(&self) -> Read<Option<Marked<&'t str>>> {
        self.head.view.optional_text("setting")
    }

    /// Who chairs or chaired it; each with its interval.
    pub fn chairs(&self) -> Read<Vec<Party<'t>>> {
        self.head.view.optional_list("chair", Party::read)
    }

    /// Who facilitates it.
    pub fn facilitator(&self) -> Read<Option<Party<'t>>> {
        self.party("facilitator")
    }

    /// Who coordinates it, if it is no cluster.
    pub fn coordinator(&self) -> Read<Option<Party<'t>>> {
        self.party("coordinator")
    }

    /// Who would convene it again.
    pub fn convener(&self) -> Read<Option<Party<'t>>> {
        self.party("convener")
    }

    fn party(&self, name: &str) -> Read<Option<Party<'t>>> {
        Ok(self.head.view.optional(name)?.map(Party::read))
    }

    /// Lead and co-lead agencies.
    pub fn lead_agencies(&self) -> Read<Vec<LeadAgency<'t>>> {
        self.head
            .view
            .optional_list("lead_agencies", |agency| LeadAgency {
                org: agency.text_of("org"),
                capacity: agency.text_of("capacity"),
                interval: agency.interval(),
            })
    }

    /// The list of members as a whole, and its entries; none where no list is given.
    pub fn members(&self) -> Read<Option<(View<'t>, Vec<Party<'t>>)>> {
        let Some(list) = self.head.view.optional("members")? else {
            return Ok(None);
        };
        Ok(Some((list, list.elements()?.map(Party::read).collect())))
    }

    /// How often it should meet, as an ISO 8601 duration.
    pub fn cadence(&self) -> Read<Option<Marked<&'t str>>> {
        self.head.view.optional_text("cadence")
    }

    /// relevant or not-relevant.
    pub fn relevance(&self) -> Read<Option<Marked<&'t str>>> {
        match self.head.view.optional("relevance")? {
            Some(relevance) => relevance.text_of("value").map(Some),
            None => Ok(None),
        }
    }

    /// What its local terms of reference permit.
    pub fn permits(&self) -> Read<Vec<Read<Marked<&'t str>>>> {
        self.head
            .view
            .optional_list("local_terms", |term| term.text_of("permits"))
    }

    /// Its local names, each with its language.
    pub fn local_names(&self) -> Read<Vec<LocalName<'t>>> {
        match self.head.view.optional("local_names")? {
            Some(names) => Ok(names
                .members()?
                .map(|(language, name)| LocalName {
                    language,
                    name: name.text(),
                })
                .collect()),
            None => Ok(Vec::new()),
        }
    }
}

impl Status<'_> {
    /// Whether a reason is given.
    pub fn has_reason(&self) -> Read<bool> {
        Ok(self.view.optional("reason")?.is_some())
    }
}

/// What a platform is called in a language.
#[derive(Debug, Clone, Copy)]
pub struct LocalName<'t> {
    /// Tag of the language.
    pub language: &'t str,
    /// The name.
    pub name: Read<Marked<&'t str>>,
}

/// A coordinator of a cluster for some time: a person of the organization or another organisation.
#[derive(Debug, Clone, Copy)]
pub struct ClusterCoordinator<'t> {
    /// Reference to the person.
    pub person: Read<Option<Marked<&'t str>>>,
    /// The object, with `org` and an interval.
    pub view: View<'t>,
}

impl<'t> ClusterCoordinator<'t> {
    fn read(view: View<'t>) -> Self {
        Self {
            person: view.optional_text("person"),
            view,
        }
    }

    /// The organisation, as written.
    pub fn org(&self) -> Read<Option<Marked<&'t str>>> {
        self.view.optional_text("org")
    }

    /// When.
    pub fn interval(&self) -> Read<Dated> {
        self.view.interval()
    }
}

/// A lead or co-lead agency of a cluster for some time.
#[derive(Debug, Clone, Copy)]
pub struct LeadAgency<'t> {
    /// The organisation, as written.
    pub org: Read<Marked<&'t str>>,
    /// lead or co-lead.
    pub capacity: Read<Marked<&'t str>>,
    /// When.
    pub interval: Read<Dated>,
}
