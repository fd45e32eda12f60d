//! Somebody was in two places at once.

use jiff::{SignedDuration, Timestamp};
use rustc_hash::FxHashMap;

use super::shared::place::{Site, written as written_place};
use super::shared::present_rows;
use super::{Judge, Rule};
use crate::bundle::Bundle;
use crate::catalogue::{Example, Group, Meta, Param, ParamValue, Scope, Severity, Strength};
use crate::document::{Location, Marked, Read};
use crate::finding::{Fact, Finding};
use crate::record::{Meeting, Row};

static ASSUMED_MINUTES: Param = Param {
    table: "person-in-two-places",
    key: "assumed_minutes",
    value: ParamValue::Number(60, 1, 1_440),
    doc: "Minutes that a meeting without a recorded end is assumed to last.",
};

static META: Meta = Meta {
    id: "person-in-two-places",
    group: Group::Integrity,
    severity: Severity::Error,
    scope: Scope::Subject,
    summary: "A person attended two meetings in different places at the same time.",
    page: "## What it checks\n\
        Meetings that a person attended in person may overlap in time only where they took place in the same place. \
        The place is the meeting's, else its platform's; places are the same when office, P-code or town is.\n\n\
        ## Why it matters\n\
        One of the two attendances, times or places is wrong, and counts as participation all the same.\n\n\
        ## Exceptions\n\
        Remote attendance; hybrid meetings, unless the attendance says in person; places that are not known. Where a \
        meeting has no end it is assumed to last `assumed_minutes` (60), and the finding is a warning.\n\n\
        ## What it marks\n\
        The `person` at the meeting that began later; related: the same at each meeting it overlaps.\n",
    example: EXAMPLE,
    source: "our own inference",
    statements: &[],
    strength: Strength::Inferred,
    pack: None,
    also_packs: &[],
    params: &[&ASSUMED_MINUTES],
};

const EXAMPLE: Example = Example::Records {
    as_of: "2025-03-31",
    given: r#"
{"mission": "mli", "records": [
  {"kind": "person", "id": "P-01", "assignments": [
    {"role": "chief-of-mission", "kind": "staff", "duty_station": "bko", "from": "2024-02-01"}]},
  {"kind": "platform", "id": "hct", "types": ["hct"], "level": "national",
   "status": [{"value": "active", "from": "2012-04-01"}]},
  {"kind": "meeting", "id": "M-1", "platform": "hct", "place": {"place": "Bamako"},
   "start": "2025-03-19T10:00:00Z", "end": "2025-03-19T11:30:00Z",
   "status": "held", "mode": "in-person",
   "attendance": [{"person": "P-01", "capacity": "member", "presence": "present"}]}
]}
"#,
    valid: r#"
{"kind": "meeting", "id": "M-2", "mission": "mli", "platform": "hct",
 "place": {"place": "Gao"}, "start": "2025-03-19T11:00:00Z", "end": "2025-03-19T12:00:00Z",
 "status": "held", "mode": "remote",
 "attendance": [{"person": "P-01", "capacity": "member", "presence": "present"}]}
"#,
    invalid: r#"
{"kind": "meeting", "id": "M-2", "mission": "mli", "platform": "hct",
 "place": {"place": "Gao"}, "start": "2025-03-19T11:00:00Z", "end": "2025-03-19T12:00:00Z",
 "status": "held", "mode": "in-person",
 "attendance": [{"person": "P-01", "capacity": "member", "presence": "present"}]}
"#,
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    let assumed = SignedDuration::from_mins(judge.number(&ASSUMED_MINUTES));
    let mut people: Vec<Vec<Visit<'_, '_>>> = Vec::new();
    let mut index: FxHashMap<&str, usize> = FxHashMap::default();
    for attended in present_rows(bundle) {
        let visit = attended.and_then(|(meeting, row)| Visit::read(bundle, meeting, row, assumed));
        match visit {
            Ok(Some(visit)) => {
                let at = *index
                    .entry(bundle.plain(visit.person.value))
                    .or_insert(people.len());
                match people.get_mut(at) {
                    Some(visits) => visits.push(visit),
                    None => people.push(vec![visit]),
                }
            }
            Ok(None) => {}
            Err(blocked) => judge.block(blocked),
        }
    }
    for visits in &mut people {
        // Stable: of two that begin together, the first in order of path and text counts as the earlier one.
        visits.sort_by_key(|visit| visit.start);
        judge_person(bundle, visits, judge);
    }
}

/// A person at a meeting, at a place that is known.
struct Visit<'b, 't> {
    person: Marked<&'t str>,
    start: Timestamp,
    end: Timestamp,
    /// Whether the meeting has no end of its own.
    assumed: bool,
    meeting: &'b Meeting<'t>,
}

impl<'b, 't> Visit<'b, 't> {
    /// None where the person was not there in person, or nobody knows where that was.
    fn read(
        bundle: &Bundle<'t>,
        meeting: &'b Meeting<'t>,
        row: &Row<'t>,
        assumed: SignedDuration,
    ) -> Read<Option<Self>> {
        let mode = match row.mode? {
            Some(mode) => mode,
            None => meeting.mode?,
        };
        if mode.value != "in-person" || location(bundle, meeting)?.is_none() {
            return Ok(None);
        }
        let start = meeting.start?.value.instant;
        let end = meeting.end?.map(|end| end.value.instant);
        Ok(Some(Self {
            person: row.person?,
            start,
            end: end.unwrap_or_else(|| start.checked_add(assumed).unwrap_or(Timestamp::MAX)),
            assumed: end.is_none(),
            meeting,
        }))
    }

    fn overlaps(&self, later: &Self) -> bool {
        later.start < self.end && self.start < later.end
    }

    /// Whether the two overlap only if a meeting without end lasted as long as assumed. How long the later one lasted
    /// matters only where both began together.
    fn overlaps_by_assumption(&self, later: &Self) -> bool {
        self.assumed || (later.assumed && self.start == later.start)
    }
}

/// Where a meeting took place.
fn location<'t>(bundle: &Bundle<'t>, meeting: &Meeting<'t>) -> Read<Option<Location<'t>>> {
    match meeting.place? {
        Some(place) => Ok(Some(place)),
        None => bundle.platform_of(meeting)?.place,
    }
}

/// Judges the visits of one person in order of their starts.
fn judge_person<'b, 't>(bundle: &Bundle<'t>, visits: &'b [Visit<'b, 't>], judge: &mut Judge<'_>) {
    // Those that have not ended when the next one begins.
    let mut running: Vec<&Visit<'b, 't>> = Vec::new();
    for visit in visits {
        running.retain(|before| visit.start < before.end);
        judge.subject(visit.meeting.head.place(), |judge| {
            let mut elsewhere = Vec::new();
            let mut untold = Ok(());
            for before in running.iter().filter(|before| before.overlaps(visit)) {
                match are_apart(bundle, before.meeting, visit.meeting) {
                    Ok(true) => elsewhere.push(*before),
                    Ok(false) => {}
                    Err(blocked) => untold = untold.and(Err(blocked)),
                }
            }
            match elsewhere.first() {
                Some(first) => judge.report(finding(bundle, visit, first, &elsewhere)?),
                None => untold?,
            }
            Ok(())
        });
        running.push(visit);
    }
}

/// Whether two meetings took place in different places; not, where it is not known that they did.
fn are_apart<'t>(bundle: &Bundle<'t>, one: &Meeting<'t>, other: &Meeting<'t>) -> Read<bool> {
    let (Some(one), Some(other)) = (location(bundle, one)?, location(bundle, other)?) else {
        return Ok(false);
    };
    let (one, other) = (Site::of(bundle, one)?, Site::of(bundle, other)?);
    if one.is_same(&other)? {
        return Ok(false);
    }
    Ok(one.town?.is_some() && other.town?.is_some())
}

fn finding<'t>(
    bundle: &Bundle<'t>,
    visit: &Visit<'_, 't>,
    first: &Visit<'_, 't>,
    elsewhere: &[&Visit<'_, 't>],
) -> Read<Finding> {
    let certain = elsewhere
        .iter()
        .any(|before| !before.overlaps_by_assumption(visit));
    let id = |meeting: &Meeting<'_>| meeting.head.id.map(|id| Fact::Id(id.value.to_owned()));
    let written = |meeting| {
        Ok(location(bundle, meeting)?
            .map(|location| Fact::Text(written_place(location).to_owned())))
    };
    let places = elsewhere.iter().map(|before| before.person.place);
    Ok(Finding::new(&META, visit.person.place)
        .weighing(if certain {
            Severity::Error
        } else {
            Severity::Warning
        })
        .with("person", Fact::Person(visit.person.value.to_owned()))
        .with("meeting", id(visit.meeting)?)
        .with("other", id(first.meeting)?)
        .with(
            "start",
            Fact::Moment(visit.meeting.start?.value.text.to_owned()),
        )
        .with_some("place", written(visit.meeting)?)
        .with_some("other_place", written(first.meeting)?)
        .and_all("other", places))
}
