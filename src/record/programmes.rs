//! Programmes and the frameworks they are tagged with.

use missionlint_tape::Keys;

use crate::document::{Dated, Marked, Read, View};
use crate::record::Head;

/// A programme.
#[derive(Debug, Clone)]
pub struct Programme<'t> {
    /// Kind, id, class.
    pub head: Head<'t>,
    /// Codes of its programme areas.
    pub areas: Read<Vec<Read<Marked<&'t str>>>>,
    /// The list of areas as a whole.
    pub areas_view: Read<View<'t>>,
    /// Office ids or P-codes.
    pub sites: Read<Vec<Read<Marked<&'t str>>>>,
    /// Codes of the clusters it reports to.
    pub clusters: Read<Vec<Read<Marked<&'t str>>>>,
    /// When it runs.
    pub interval: Read<Dated>,
}

/// What is read of a programme.
const OF_PROGRAMMES: Keys<5> = Keys::new(["areas", "sites", "clusters", "from", "to"]);

impl<'t> Programme<'t> {
    /// Reads a programme record.
    pub fn read(head: Head<'t>) -> Self {
        let [areas, sites, clusters, from, to] = head.view.fields(&OF_PROGRAMMES);
        Self {
            head,
            areas: areas.list(View::text),
            areas_view: areas.needed(),
            sites: sites.list(View::text),
            clusters: clusters.optional_list(View::text),
            interval: head.view.interval_of(from, to),
        }
    }

    /// Whether it responds to a crisis.
    pub fn is_crisis(&self) -> Read<bool> {
        Ok(self.head.view.member("crisis")?.flag()?.value)
    }

    /// How it is tagged in the Migration Crisis Operational Framework.
    pub fn mcof(&self) -> Read<Option<Mcof<'t>>> {
        let tag = self.head.view.optional("mcof")?;
        Ok(tag.map(|tag| Mcof {
            version: tag.member("version").and_then(View::whole),
            sectors: tag.list("sectors", View::text),
        }))
    }

    /// The list of cross-cutting issues as a whole.
    pub fn cross_cutting_view(&self) -> Read<Option<View<'t>>> {
        self.head.view.optional("cross_cutting")
    }

    /// What it says on cross-cutting issues.
    pub fn cross_cutting(&self) -> Read<Vec<Issue<'t>>> {
        self.head
            .view
            .optional_list("cross_cutting", |issue| Issue {
                issue: issue.text_of("issue"),
                addressed: issue.member("addressed").and_then(View::flag),
                reason: issue.optional_text("reason"),
            })
    }

    /// How it is tagged in a strategy.
    pub fn strategy(&self) -> Read<Option<Strategy<'t>>> {
        let tag = self.head.view.optional("strategy")?;
        Ok(tag.map(|tag| Strategy {
            framework: tag.text_of("framework"),
            objectives: tag.list("objectives", View::text),
        }))
    }

    /// The United Nations framework it belongs to.
    pub fn un_framework(&self) -> Read<Option<UnFramework<'t>>> {
        let tag = self.head.view.optional("un_framework")?;
        Ok(tag.map(|tag| UnFramework {
            name: tag.text_of("name"),
            cycle_from: tag.member("cycle_from").and_then(View::whole),
        }))
    }
}

/// A tag in the Migration Crisis Operational Framework.
#[derive(Debug, Clone)]
pub struct Mcof<'t> {
    /// The year of the version.
    pub version: Read<Marked<i64>>,
    /// Codes of sectors.
    pub sectors: Read<Vec<Read<Marked<&'t str>>>>,
}

/// What a programme says on a cross-cutting issue.
#[derive(Debug, Clone, Copy)]
pub struct Issue<'t> {
    /// Code of the issue.
    pub issue: Read<Marked<&'t str>>,
    /// Whether it is addressed.
    pub addressed: Read<Marked<bool>>,
    /// Why not.
    pub reason: Read<Option<Marked<&'t str>>>,
}

/// A tag in a strategy of the organization.
#[derive(Debug, Clone)]
pub struct Strategy<'t> {
    /// Code of the strategy.
    pub framework: Read<Marked<&'t str>>,
    /// Codes of objectives.
    pub objectives: Read<Vec<Read<Marked<&'t str>>>>,
}

/// A United Nations framework, as the programme's documents call it.
#[derive(Debug, Clone, Copy)]
pub struct UnFramework<'t> {
    /// Its name or acronym.
    pub name: Read<Marked<&'t str>>,
    /// The year in which its cycle began.
    pub cycle_from: Read<Marked<i64>>,
}
