//! Records of a time before the policies by which they would be judged.

use super::{Judge, Rule};
use crate::bundle::Bundle;
use crate::calendar::Day;
use crate::catalogue::{Example, Group, Meta, Scope, Severity, Strength};
use crate::document::{Marked, Read};
use crate::finding::{Fact, Finding};
use crate::record::{Meeting, Platform, Programme, Representation};
use crate::reference::{self, Policy};

static META: Meta = Meta {
    id: "policy-version-gap",
    group: Group::Timeliness,
    severity: Severity::Advice,
    scope: Scope::Subject,
    summary: "Records are of a time before the policies in force today and are not judged.",
    page: "## What it checks\n\
        For each mission, the meetings held and the representations on security, country team, programme and \
        operations management bodies before September 2022, on humanitarian country teams, inter-cluster groups and \
        clusters before November 2022, and the crisis programmes that ended before the Migration Crisis Operational \
        Framework of November 2012.\n\n\
        ## Why it matters\n\
        A record is judged by the policy of its own day. For what is older than the first version that the linter \
        knows, silence is no statement: nobody should read a clean report as one on those years.\n\n\
        ## Exceptions\n\
        With `--policy latest` everything is judged by the policies of today, and nothing is said. Records whose day \
        cannot be read are passed over here.\n\n\
        ## What it marks\n\
        The `id` of the mission. Related: the days that put the first five of these records before the policy.\n",
    example: EXAMPLE,
    source: "IOM Emergency Manual, Pre-Crisis Coordination Structure (September 2022)",
    statements: &["N88"],
    strength: Strength::Contextual,
    pack: None,
    also_packs: &[],
    params: &[],
};

const EXAMPLE: Example = Example::Records {
    as_of: "2025-03-31",
    given: r#"
{"mission": "mli", "records": [
  {"kind": "mission", "id": "mli", "name": "IOM Mali", "countries": ["MLI"],
   "regional_office": [{"office": "ro-dakar", "from": "2011-07-01"}],
   "offices": [{"id": "bko", "place": "Bamako", "from": "1998-03-01"}],
   "phase": [{"value": "protracted", "from": "2015-01-01"}],
   "context_model": [{"value": "cluster", "from": "2012-04-01"}]},
  {"kind": "platform", "id": "smt", "types": ["smt"], "level": "national",
   "status": [{"value": "active", "from": "2013-01-01"}]}
]}
"#,
    valid: r#"
{"kind": "meeting", "id": "M-1", "mission": "mli", "platform": "smt",
 "start": "2022-11-09T09:00:00Z", "status": "held", "mode": "in-person",
 "attendance": [{"person": "P-19", "capacity": "member", "presence": "present"}]}
"#,
    invalid: r#"
{"kind": "meeting", "id": "M-1", "mission": "mli", "platform": "smt",
 "start": "2022-06-08T09:00:00Z", "status": "held", "mode": "in-person",
 "attendance": [{"person": "P-19", "capacity": "member", "presence": "present"}]}
"#,
};

/// The types of platforms that the rules of a policy pack judge.
const PLATFORMS: &[(&str, &[&str])] = &[
    ("em-precrisis", &["smt", "unct", "pmt", "omt"]),
    ("em-contexts", &["hct", "iccg", "cluster"]),
];

/// The first policy on crisis programmes.
const CRISIS: &str = "mcof-2012";

/// How many days are marked at most.
const MARKED: usize = 5;

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    for mission in &bundle.missions {
        judge.subject(mission.head.place(), |judge| {
            if judge.policy() == Policy::Latest {
                return Ok(());
            }
            let early = Early::of(bundle, judge.as_of());
            let Some(earliest) = early.days.iter().map(|day| day.value).min() else {
                return Ok(());
            };
            let id = mission.head.id?;
            let mut places: Vec<_> = early.days.iter().map(|day| day.place).collect();
            places.sort_unstable();
            let count = i64::try_from(places.len()).unwrap_or(i64::MAX);
            let packs = early.packs.iter().map(|pack| (*pack).to_owned()).collect();
            judge.report(
                Finding::new(&META, id.place)
                    .about(mission.head.place())
                    .and_all("early", places.into_iter().take(MARKED))
                    .with("records", Fact::Number(count))
                    .with("packs", Fact::Vocabulary(packs))
                    .with("earliest", Fact::Day(earliest)),
            );
            Ok(())
        });
    }
}

/// The days of records that are older than the policy on them, and the packs that they are older than.
struct Early {
    today: Day,
    days: Vec<Marked<Day>>,
    packs: Vec<&'static str>,
}

impl Early {
    fn of(bundle: &Bundle<'_>, today: Day) -> Self {
        let mut early = Self {
            today,
            days: Vec::new(),
            packs: Vec::new(),
        };
        let starts = reference::packs().iter().filter_map(reference::Pack::from);
        let newest = starts.filter(|from| *from <= today).max();
        let is_new = |day: Day| newest.is_none_or(|newest| newest <= day);
        for meeting in &bundle.meetings {
            // Nearly every one is held under the policies of today.
            if !meeting.start.is_ok_and(|start| is_new(start.value.day)) {
                early.add(of_meeting(bundle, meeting));
            }
        }
        for seat in &bundle.representations {
            early.add(of_seat(bundle, seat));
        }
        for programme in &bundle.programmes {
            early.add(of_programme(programme));
        }
        early.packs.sort_unstable_by_key(|pack| {
            reference::packs().iter().position(|row| row.id == **pack)
        });
        early
    }

    /// Takes a day if it is before one of the packs. What cannot be read is passed over.
    fn add(&mut self, dated: Read<Option<(Marked<Day>, Vec<&'static str>)>>) {
        let Ok(Some((day, packs))) = dated else {
            return;
        };
        let is_early = |pack: &&str| {
            let from = reference::pack(pack).and_then(reference::Pack::from);
            from.is_some_and(|from| day.value < from && from <= self.today)
        };
        let packs: Vec<&'static str> = packs.into_iter().filter(is_early).collect();
        if packs.is_empty() {
            return;
        }
        self.days.push(day);
        for pack in packs {
            if !self.packs.contains(&pack) {
                self.packs.push(pack);
            }
        }
    }
}

/// The packs that the rules on a platform rest on.
fn packs_on(platform: &Platform<'_>) -> Vec<&'static str> {
    let is_judged = |kinds: &[&str]| {
        kinds
            .iter()
            .any(|kind| Bundle::is_of_type(platform, kind) == Ok(true))
    };
    let packs = PLATFORMS.iter().filter(|(_, kinds)| is_judged(kinds));
    packs.map(|(pack, _)| *pack).collect()
}

type Dated = Option<(Marked<Day>, Vec<&'static str>)>;

fn of_meeting(bundle: &Bundle<'_>, meeting: &Meeting<'_>) -> Read<Dated> {
    if !super::shared::held(meeting)? {
        return Ok(None);
    }
    let start = meeting.start?;
    let day = Marked {
        value: start.value.day,
        place: start.place,
    };
    Ok(Some((day, packs_on(bundle.platform_of(meeting)?))))
}

fn of_seat(bundle: &Bundle<'_>, seat: &Representation<'_>) -> Read<Dated> {
    let dated = seat.interval?;
    let ended = dated.interval.to.zip(dated.to);
    let Some((value, place)) = ended else {
        return Ok(None);
    };
    let platform = bundle.platform(seat.platform?)?;
    Ok(Some((Marked { value, place }, packs_on(platform))))
}

fn of_programme(programme: &Programme<'_>) -> Read<Dated> {
    let dated = programme.interval?;
    let Some((value, place)) = dated.interval.to.zip(dated.to) else {
        return Ok(None);
    };
    let packs = if programme.is_crisis()? {
        vec![CRISIS]
    } else {
        Vec::new()
    };
    Ok(Some((Marked { value, place }, packs)))
}
