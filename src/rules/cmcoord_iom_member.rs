//! The organization is recorded as a member of civil-military coordination without an invitation.

use super::shared::cmcoord;
use super::shared::coverage::is_voice;
use super::{Judge, Rule};
use crate::bundle::Bundle;
use crate::catalogue::{Example, Group, Meta, Scope, Severity, Strength};
use crate::document::Read;
use crate::finding::{Fact, Finding, Place};
use crate::record::{Platform, Representation};
use crate::reference::is_iom;

use super::shared::all;

static META: Meta = Meta {
    id: "cmcoord-iom-member",
    group: Group::Subnational,
    severity: Severity::Advice,
    scope: Scope::Subject,
    summary: "IOM is recorded as a member of civil-military coordination in Mali.",
    page: "## What it checks\n\
        In missions that cover Mali, every active platform of type `cmcoord`: IOM is not among its `members`, and \
        nobody has a seat as member, alternate or coordinator there on the date of the run without a `basis`.\n\n\
        ## Why it matters\n\
        IOM is no standing member of the cell; it takes part when invited. A record that says otherwise is usually \
        one of another meeting, and suggests a closeness to the military that does not exist.\n\n\
        ## Exceptions\n\
        Observers, and seats whose `basis` records the invitation. That IOM is absent is never a finding. Missions in \
        other countries.\n\n\
        ## What it marks\n\
        The `capacity` of the first such seat; without one the entry of IOM in `members`. Related: the others; the \
        `id` of the platform.\n",
    example: EXAMPLE,
    source: "OCHA Mali, Structure de la Coordination",
    statements: &["N50"],
    strength: Strength::Contextual,
    pack: Some("mali-ocha"),
    also_packs: &[],
    params: &[],
};

const EXAMPLE: Example = Example::Records {
    as_of: "2025-03-31",
    given: r#"
{"mission": "mli", "records": [
  {"kind": "mission", "id": "mli", "name": "IOM Mali", "countries": ["MLI"],
   "regional_office": [{"office": "ro-dakar", "from": "2011-07-01"}],
   "offices": [{"id": "gao", "place": "Gao", "from": "2013-03-15"}],
   "phase": [{"value": "protracted", "from": "2015-01-01"}],
   "context_model": [{"value": "cluster", "from": "2012-04-01"}]},
  {"kind": "person", "id": "P-07", "assignments": [
    {"role": "head-of-sub-office", "kind": "staff", "duty_station": "gao", "from": "2024-03-01"}]},
  {"kind": "platform", "id": "cmc-gao", "types": ["cmcoord"],
   "level": "subnational", "place": "gao", "status": [{"value": "active", "from": "2013-03-01"}]}
]}
"#,
    valid: r#"
{"kind": "representation", "id": "R-1", "mission": "mli", "platform": "cmc-gao",
 "person": "P-07", "capacity": "observer", "from": "2024-03-01"}
"#,
    invalid: r#"
{"kind": "representation", "id": "R-1", "mission": "mli", "platform": "cmc-gao",
 "person": "P-07", "capacity": "member", "from": "2024-03-01"}
"#,
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    let today = judge.as_of();
    let any_platform = |_: &Platform<'_>| Ok(true);
    cmcoord::judge_each(bundle, judge, any_platform, |judge, platform| {
        let seats = bundle.seats_of(platform.head.id?.value);
        let mut voices = Vec::new();
        for seat in seats.on(today) {
            if all([is_voice(seat), seat.has_basis().map(|basis| !basis)])? {
                voices.push(seat);
            }
        }
        let listed = listed(platform)?;
        if voices.is_empty() && listed.is_empty() {
            return seats.complete(today, today);
        }
        judge.report(describe(judge, platform, &voices, &listed)?);
        Ok(())
    });
}

/// Where the organization is among the members.
fn listed(platform: &Platform<'_>) -> Read<Vec<Place>> {
    let mut listed = Vec::new();
    for member in platform
        .members()?
        .map(|(_, members)| members)
        .unwrap_or_default()
    {
        listed.extend(
            member
                .org?
                .filter(|org| is_iom(org.value))
                .map(|org| org.place),
        );
    }
    Ok(listed)
}

fn describe(
    judge: &Judge<'_>,
    platform: &Platform<'_>,
    voices: &[&Representation<'_>],
    listed: &[Place],
) -> Read<Finding> {
    let id = platform.head.id?;
    let capacities = voices.iter().map(|seat| Ok(seat.capacity?.place));
    let mut places = capacities.collect::<Read<Vec<Place>>>()?;
    places.extend(listed);
    let primary = places.first().copied().unwrap_or(id.place);
    let mut finding = Finding::new(&META, primary)
        .about(platform.head.place())
        .and_all("other", places.into_iter().skip(1))
        .and("platform", id.place)
        .with("platform", Fact::Id(id.value.to_owned()));
    if let Some(seat) = voices.first() {
        finding = finding
            .with("person", Fact::Person(seat.person?.value.to_owned()))
            .with("capacity", Fact::Code(seat.capacity?.value.to_owned()));
    }
    Ok(finding.with("date", Fact::Day(judge.as_of())))
}
