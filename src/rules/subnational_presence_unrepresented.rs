//! The organization works where a subnational platform meets, and has no seat on it.

use super::shared::coverage::{has_seat, judge_each};
use super::shared::place::{Site, written};
use super::shared::programme::runs_on;
use super::shared::standing::{NEW_DAYS, is_level, is_out_of_reach};
use super::shared::{all, any};
use super::{Judge, Rule};
use crate::bundle::Bundle;
use crate::calendar::Day;
use crate::catalogue::{Example, Group, Meta, Scope, Severity, Strength};
use crate::document::{Blocked, Kind, Read, entries};
use crate::finding::{Fact, Finding, Place};
use crate::record::{Person, Platform, Programme};

static META: Meta = Meta {
    id: "subnational-presence-unrepresented",
    group: Group::Subnational,
    severity: Severity::Warning,
    scope: Scope::Subject,
    summary: "IOM works where a subnational platform is active and has no seat on it.",
    page: "## What it checks\n\
        Every subnational platform with a place, on the date of the run: if it is active and has been for more than \
        30 days (parameter `coverage.new_days`), and IOM has an open office or a site of a running programme there, \
        a representation of any capacity covers that day. A place is there if office, town or P-code are the same, or \
        its P-code lies below that of the platform.\n\n\
        ## Why it matters\n\
        Where IOM has a sub-office or carries out a programme, the head of that office or the programme staff take \
        part in the coordination of the area. From the capital nobody notices that the seat is empty.\n\n\
        ## Exceptions\n\
        Platforms whose local terms permit `covered-by-hub` or `no-access`, that are declared `not-relevant`, or on \
        which IOM has no seat of its own. Platforms without a place, and those where IOM is not present.\n\n\
        ## What it marks\n\
        The `id` of the platform. Related: the `id` of each office there, then the entries of `sites` of each \
        programme. Up to five colleagues whose duty station is there are named.\n",
    example: EXAMPLE,
    source: "IOM Emergency Manual, Coordination in Different Contexts (November 2022)",
    statements: &["N8"],
    strength: Strength::Should,
    pack: Some("em-contexts"),
    also_packs: &[],
    params: &[&NEW_DAYS],
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
  {"kind": "platform", "id": "sub-gao", "types": ["subnational-coordination"],
   "level": "subnational", "place": "gao", "status": [{"value": "active", "from": "2013-01-01"}]}
]}
"#,
    valid: r#"
{"kind": "representation", "id": "R-1", "mission": "mli", "platform": "sub-gao",
 "person": "P-07", "capacity": "member", "from": "2025-03-01"}
"#,
    invalid: r#"
{"kind": "representation", "id": "R-1", "mission": "mli", "platform": "sub-gao",
 "person": "P-07", "capacity": "member", "from": "2025-05-01"}
"#,
};

/// How many colleagues are named at most.
const CANDIDATES: usize = 5;

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    let today = judge.as_of();
    let is_concerned = |_: &Judge<'_>, platform: &Platform<'_>| {
        let placed = [
            is_level(platform, "subnational"),
            platform.place.map(|place| place.is_some()),
        ];
        if placed.contains(&Ok(false)) {
            return Ok(false);
        }
        all(placed
            .into_iter()
            .chain([is_present(bundle, platform, today)]))
    };
    judge_each(bundle, judge, is_concerned, |judge, platform| {
        let reach = is_out_of_reach(platform);
        if reach == Ok(true) || has_seat(bundle, platform, today)? {
            return Ok(());
        }
        reach?;
        judge.report(describe(bundle, platform, today)?);
        Ok(())
    });
}

/// What of the organization is at a place.
#[derive(Default)]
struct Presence {
    offices: Vec<(String, Place)>,
    programmes: Vec<String>,
    sites: Vec<Place>,
    /// What may be there as well.
    unread: Option<Blocked>,
}

impl Presence {
    fn is_empty(&self) -> bool {
        self.offices.is_empty() && self.sites.is_empty()
    }

    fn doubt<T>(&mut self, read: Read<T>) -> Option<T> {
        read.map_err(|blocked| self.unread = self.unread.or(Some(blocked)))
            .ok()
    }
}

/// Whether the organization is where a platform works. One that certainly has a seat does not depend on it.
fn is_present(bundle: &Bundle<'_>, platform: &Platform<'_>, day: Day) -> Read<bool> {
    let Some(area) = Site::of_platform(bundle, platform)? else {
        return Ok(false);
    };
    let presence = presence(bundle, &area, day);
    match presence.unread {
        Some(blocked) if presence.is_empty() && has_seat(bundle, platform, day) != Ok(true) => {
            Err(blocked)
        }
        _ => Ok(!presence.is_empty()),
    }
}

fn presence(bundle: &Bundle<'_>, area: &Site<'_>, day: Day) -> Presence {
    let mut presence = Presence::default();
    let offices = presence.doubt(bundle.offices()).unwrap_or_default();
    for office in offices {
        let is_there = all([
            office.interval.map(|dated| dated.interval.covers(day)),
            Site::of_office(office).and_then(|site| site.is_within(area)),
        ]);
        let id = is_there.and_then(|there| if there { office.id.map(Some) } else { Ok(None) });
        if let Some(id) = presence.doubt(id).flatten() {
            presence.offices.push((id.value.to_owned(), id.place));
        }
    }
    for programme in &bundle.programmes {
        let id = sites_at(bundle, programme, area, day, &mut presence)
            .then_some(programme.head.id)
            .transpose();
        if let Some(id) = presence.doubt(id).flatten() {
            presence.programmes.push(id.value.to_owned());
        }
    }
    presence.doubt(bundle.nothing_unread(Kind::Programme));
    presence
}

/// Adds the sites of a running programme that are in an area; whether there are any.
fn sites_at(
    bundle: &Bundle<'_>,
    programme: &Programme<'_>,
    area: &Site<'_>,
    day: Day,
    presence: &mut Presence,
) -> bool {
    let before = presence.sites.len();
    let runs = runs_on(programme, day);
    if runs == Ok(false) {
        return false;
    }
    for site in entries(&programme.sites) {
        let is_there = site.and_then(|site| {
            let site = (*site)?;
            let is_there = Site::of_site(bundle, site)?.is_within(area)?;
            Ok((all([Ok(is_there), runs])?).then_some(site.place))
        });
        let place = presence.doubt(is_there).flatten();
        presence.sites.extend(place);
    }
    presence.sites.len() > before
}

/// Persons posted in an area, as far as can be read, in order of their ids.
fn candidates(bundle: &Bundle<'_>, area: &Site<'_>, day: Day) -> Vec<String> {
    let is_posted = |person: &&Person<'_>| {
        let posts = Bundle::posts_of(person, day);
        any(posts.map(|post| Site::of_reference(bundle, post?.duty_station?)?.is_within(area)))
    };
    let posted = bundle
        .people
        .iter()
        .filter(|person| is_posted(person) == Ok(true));
    let mut ids: Vec<&str> = posted
        .filter_map(|person| Some(person.head.id.ok()?.value))
        .collect();
    ids.sort_unstable();
    ids.truncate(CANDIDATES);
    ids.into_iter().map(str::to_owned).collect()
}

fn describe(bundle: &Bundle<'_>, platform: &Platform<'_>, today: Day) -> Read<Finding> {
    let id = platform.head.id?;
    let finding = Finding::new(&META, id.place)
        .about(platform.head.place())
        .with("platform", Fact::Id(id.value.to_owned()));
    let (Some(location), Some(area)) = (platform.place?, Site::of_platform(bundle, platform)?)
    else {
        return Ok(finding);
    };
    let presence = presence(bundle, &area, today);
    let (offices, places): (Vec<String>, Vec<Place>) = presence.offices.into_iter().unzip();
    let given = |list: Vec<String>| Some(list).filter(|list| !list.is_empty());
    let candidates = candidates(bundle, &area, today);
    Ok(finding
        .and_all("office", places)
        .and_all("site", presence.sites)
        .with("place", Fact::Text(written(location).to_owned()))
        .with_some("offices", given(offices).map(Fact::Ids))
        .with_some("programmes", given(presence.programmes).map(Fact::Ids))
        .with("date", Fact::Day(today))
        .with_some("candidates", given(candidates).map(Fact::People)))
}
