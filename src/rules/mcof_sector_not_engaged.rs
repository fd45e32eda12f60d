//! A crisis programme whose themes have platforms, on none of which the organization sits.

use super::shared::coverage::has_seat;
use super::shared::programme::runs_on;
use super::shared::standing::{is_active, is_relevant};
use super::shared::theme::Cluster;
use super::shared::{all, any};
use super::{Judge, Rule};
use crate::bundle::Bundle;
use crate::catalogue::{Example, Group, Meta, Scope, Severity, Strength};
use crate::document::{Blocked, Kind, Read, entries};
use crate::finding::{Fact, Finding, Place};
use crate::record::{Platform, Programme};
use crate::reference::needs_clusters;

static META: Meta = Meta {
    id: "mcof-sector-not-engaged",
    group: Group::Coverage,
    severity: Severity::Advice,
    scope: Scope::Subject,
    summary: "IOM sits on no platform that coordinates the sector of a crisis programme.",
    page: "## What it checks\n\
        Every programme that responds to a crisis, runs on the date of the run and works in an area for which there \
        are clusters: if platforms of any type are active for one of these areas, or for a cluster that the programme \
        names, a representation of any capacity covers that day on at least one of them.\n\n\
        ## Why it matters\n\
        The Migration Crisis Operational Framework asks that IOM engages in the existing coordination of every \
        sector in which it responds, whatever the system is called: clusters, sectors of a refugee response, \
        government-led working groups.\n\n\
        ## Exceptions\n\
        Programmes for whose areas no platform is active: that is no finding. Platforms declared `not-relevant`. \
        Areas without clusters of their own, such as durable solutions.\n\n\
        ## What it marks\n\
        The `id` of the programme. Related: its `areas`; the `id` of the platforms, five at most.\n",
    example: EXAMPLE,
    source: "Addendum of 2021 to the Migration Crisis Operational Framework",
    statements: &["N81"],
    strength: Strength::Should,
    pack: Some("mcof-2021"),
    also_packs: &[],
    params: &[],
};

const EXAMPLE: Example = Example::Records {
    as_of: "2025-03-31",
    given: r#"
{"mission": "mli", "records": [
  {"kind": "programme", "id": "G-was", "areas": ["wash"], "crisis": true, "sites": ["mop"],
   "from": "2024-01-01"},
  {"kind": "person", "id": "P-08", "programmes": [{"programme": "G-was"}], "assignments": [
    {"role": "operations-officer", "kind": "staff", "duty_station": "mop", "from": "2024-03-01"}]},
  {"kind": "platform", "id": "cl-wsh", "types": ["cluster"], "clusters": ["WSH"],
   "level": "national", "status": [{"value": "active", "from": "2012-04-01"}]},
  {"kind": "platform", "id": "cl-hea", "types": ["cluster"], "clusters": ["HEA"],
   "level": "national", "status": [{"value": "active", "from": "2012-04-01"}]}
]}
"#,
    valid: r#"
{"kind": "representation", "id": "R-1", "mission": "mli", "platform": "cl-wsh",
 "person": "P-08", "capacity": "member", "from": "2024-03-01"}
"#,
    invalid: r#"
{"kind": "representation", "id": "R-1", "mission": "mli", "platform": "cl-hea",
 "person": "P-08", "capacity": "member", "from": "2024-03-01"}
"#,
};

/// How many platforms are named at most.
const PLATFORMS: usize = 5;

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    let today = judge.as_of();
    if !judge.in_force(today) {
        return;
    }
    for programme in &bundle.programmes {
        let concerned = all([
            programme.is_crisis(),
            runs_on(programme, today),
            any(entries(&programme.areas).map(|area| Ok(needs_clusters((*area?)?.value)))),
        ]);
        let applies = match concerned {
            Ok(true) => themed(bundle, judge, programme).given(),
            Ok(false) => Ok(None),
            Err(blocked) => Err(blocked),
        };
        judge.consider(programme.head.place(), applies, |judge, themed| {
            let seated = themed
                .found
                .iter()
                .map(|platform| has_seat(bundle, platform, today));
            if any(seated)? {
                return Ok(());
            }
            // A platform that cannot be told may be the one with a seat.
            if let Some(blocked) = themed.unread {
                return Err(blocked);
            }
            judge.report(describe(judge, programme, &themed)?);
            Ok(())
        });
    }
}

/// The platforms of a programme's themes.
struct Themed<'b, 't> {
    found: Vec<&'b Platform<'t>>,
    unread: Option<Blocked>,
}

impl Themed<'_, '_> {
    /// None, where no platform is active for the themes.
    fn given(self) -> Read<Option<Self>> {
        match self.unread {
            Some(blocked) if self.found.is_empty() => Err(blocked),
            _ => Ok((!self.found.is_empty()).then_some(self)),
        }
    }
}

fn themed<'b, 't>(
    bundle: &'b Bundle<'t>,
    judge: &Judge<'_>,
    programme: &Programme<'t>,
) -> Themed<'b, 't> {
    let mut themed = Themed {
        found: Vec::new(),
        unread: bundle.nothing_unread(Kind::Platform).err(),
    };
    for platform in &bundle.platforms {
        let cluster = Cluster::new(bundle, judge, platform, judge.as_of());
        let by_area = any(entries(&programme.areas).map(|area| {
            let area = (*area?)?.value;
            Ok(needs_clusters(area) && cluster.concerns_area(area)?)
        }));
        let is_meant = all([
            any([by_area, cluster.is_named_by(programme)]),
            is_active(platform, judge.as_of()),
            is_relevant(platform),
        ]);
        match is_meant {
            Ok(true) => themed.found.push(platform),
            Ok(false) => {}
            Err(blocked) => themed.unread = themed.unread.or(Some(blocked)),
        }
    }
    themed
}

fn describe(
    judge: &Judge<'_>,
    programme: &Programme<'_>,
    themed: &Themed<'_, '_>,
) -> Read<Finding> {
    let id = programme.head.id?;
    let mut areas: Vec<String> = Vec::new();
    for area in entries(&programme.areas) {
        let area = (*area?)?.value;
        if needs_clusters(area) && !areas.iter().any(|known| known == area) {
            areas.push(area.to_owned());
        }
    }
    let mut platforms: Vec<(String, Place)> = Vec::new();
    for platform in themed.found.iter().take(PLATFORMS) {
        let id = platform.head.id?;
        platforms.push((id.value.to_owned(), id.place));
    }
    let (ids, places): (Vec<String>, Vec<Place>) = platforms.into_iter().unzip();
    Ok(Finding::new(&META, id.place)
        .about(programme.head.place())
        .and("areas", programme.areas_view?.place())
        .and_all("platform", places)
        .with("programme", Fact::Id(id.value.to_owned()))
        .with("areas", Fact::Codes(areas))
        .with("platforms", Fact::Ids(ids))
        .with("date", Fact::Day(judge.as_of())))
}
