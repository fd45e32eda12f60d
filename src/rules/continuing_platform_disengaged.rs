//! A platform that goes on through a crisis meets without the organization.

use jiff::ToSpan;

use super::shared::standing::{entry_with, is_standing};
use super::shared::{all, any, held, items};
use super::{Judge, Rule};
use crate::bundle::{Bundle, Terms};
use crate::calendar::{Day, Interval};
use crate::catalogue::{Example, Group, Meta, Param, ParamValue, Scope, Severity, Strength};
use crate::document::Read;
use crate::finding::{Fact, Finding};
use crate::record::{Meeting, Platform, Representation};

static WINDOW_DAYS: Param = Param {
    table: "continuing-platform-disengaged",
    key: "window_days",
    value: ParamValue::Number(365, 30, 3_660),
    doc: "The meetings of this many days up to the day of the run are looked at.",
};

static MEETINGS: Param = Param {
    table: "continuing-platform-disengaged",
    key: "meetings",
    value: ParamValue::Number(3, 1, 100),
    doc: "Number of meetings held without anybody of IOM from which on the platform is reported.",
};

static META: Meta = Meta {
    id: "continuing-platform-disengaged",
    group: Group::Coverage,
    severity: Severity::Warning,
    scope: Scope::Subject,
    summary: "UNCT, PMT or OMT held several meetings, and IOM attended none of them.",
    page: "## What it checks\n\
        Of the meetings that an active United Nations Country Team, Programme or Operations Management Team held in \
        the last `window_days` (365), as far as it was active without interruption, at least one shows somebody of \
        IOM as `present`. Fewer than `meetings` (3) are not judged.\n\n\
        ## Why it matters\n\
        These bodies go on through a crisis, and IOM stays engaged in them beside the humanitarian structure.\n\n\
        ## Exceptions\n\
        Platforms on which IOM is an observer only, platforms declared `not-relevant`, and those active for 30 days \
        or fewer (`coverage.new_days`). The Security Management Team is judged meeting by meeting instead.\n\n\
        ## What it marks\n\
        The `id` of the platform; related: the start of the last five of these meetings.\n",
    example: EXAMPLE,
    source: "IOM Emergency Manual, Pre-Crisis Coordination Structure (September 2022)",
    statements: &["N2", "N4"],
    strength: Strength::Should,
    pack: Some("em-precrisis"),
    also_packs: &[],
    params: &[&WINDOW_DAYS, &MEETINGS, &super::shared::standing::NEW_DAYS],
};

const EXAMPLE: Example = Example::Records {
    as_of: "2025-03-31",
    given: r#"
{"mission": "mli", "records": [
  {"kind": "platform", "id": "unct", "types": ["unct"], "level": "national",
   "status": [{"value": "active", "from": "2002-01-01"}]},
  {"kind": "meeting", "id": "M-1", "platform": "unct", "start": "2024-10-16T09:00:00Z",
   "status": "held", "mode": "in-person", "attendance": []},
  {"kind": "meeting", "id": "M-2", "platform": "unct", "start": "2024-12-11T09:00:00Z",
   "status": "held", "mode": "in-person", "attendance": []}
]}
"#,
    valid: r#"
{"kind": "meeting", "id": "M-3", "mission": "mli", "platform": "unct",
 "start": "2025-02-19T09:00:00Z", "status": "held", "mode": "in-person",
 "attendance": [{"person": "P-01", "capacity": "member", "presence": "present"}]}
"#,
    invalid: r#"
{"kind": "meeting", "id": "M-3", "mission": "mli", "platform": "unct",
 "start": "2025-02-19T09:00:00Z", "status": "held", "mode": "in-person",
 "attendance": [{"person": "P-01", "capacity": "member", "presence": "absent"}]}
"#,
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

/// The types judged.
const TYPES: &[&str] = &["unct", "pmt", "omt"];

/// How many meetings are shown at most.
const SHOWN: usize = 5;

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    if !judge.in_force(judge.as_of()) {
        return;
    }
    for platform in &bundle.platforms {
        judge.consider(
            platform.head.place(),
            window(judge, platform),
            |judge, window| {
                if let Some(finding) = fault(bundle, judge, platform, window)? {
                    judge.report(finding);
                }
                Ok(())
            },
        );
    }
}

/// The days whose meetings are looked at; none where the platform is not judged.
fn window(judge: &Judge<'_>, platform: &Platform<'_>) -> Read<Option<Interval>> {
    let today = judge.as_of();
    let of_type = any(TYPES.iter().map(|kind| Bundle::is_of_type(platform, kind)));
    if !all([of_type, is_standing(judge, platform)])? {
        return Ok(None);
    }
    let Some(entry) = entry_with(platform, "active", today)? else {
        return Ok(None);
    };
    let first = today.saturating_sub((judge.number(&WINDOW_DAYS) - 1).days());
    Ok(Some(Interval {
        from: first.max(entry.interval?.interval.from),
        to: Some(today),
    }))
}

fn fault(
    bundle: &Bundle<'_>,
    judge: &Judge<'_>,
    platform: &Platform<'_>,
    window: Interval,
) -> Read<Option<Finding>> {
    let today = judge.as_of();
    let needed = usize::try_from(judge.number(&MEETINGS)).unwrap_or(usize::MAX);
    let id = platform.head.id?;
    let terms = bundle.meetings_of(id.value);
    let meetings: Vec<(Day, &Meeting<'_>)> = terms
        .found()
        .iter()
        .filter(|(days, _)| window.covers(days.from))
        .map(|(days, meeting)| (days.from, *meeting))
        .collect();
    let attended = any(meetings.iter().map(|(_, meeting)| was_attended(meeting)));
    if attended == Ok(true) {
        return Ok(None);
    }
    terms.complete(window.from, today)?;
    attended?;
    let mut counted = Vec::with_capacity(meetings.len());
    for (day, meeting) in meetings {
        if held(meeting)? {
            counted.push((day, meeting));
        }
    }
    let (Some((first, _)), Some((last, _))) = (counted.first(), counted.last()) else {
        return Ok(None);
    };
    if counted.len() < needed || observes(&bundle.seats_of(id.value), today)? {
        return Ok(None);
    }
    let shown = counted.iter().skip(counted.len().saturating_sub(SHOWN));
    let starts = shown.map(|(_, meeting)| Ok(meeting.start?.place));
    let finding = Finding::new(&META, id.place)
        .about(platform.head.place())
        .judged_on(today)
        .with("platform", Fact::Id(id.value.to_owned()))
        .with(
            "meetings",
            Fact::Number(i64::try_from(counted.len()).unwrap_or(i64::MAX)),
        )
        .with("from", Fact::Day(*first))
        .with("to", Fact::Day(*last))
        .with("window", Fact::Number(judge.number(&WINDOW_DAYS)))
        .and_all("meeting", starts.collect::<Read<Vec<_>>>()?);
    Ok(Some(finding))
}

/// Whether a meeting was held and somebody present.
fn was_attended(meeting: &Meeting<'_>) -> Read<bool> {
    let present = items(&meeting.attendance)
        .and_then(|rows| any(rows.iter().map(|row| Ok(row.presence?.value == "present"))));
    all([held(meeting), present])
}

/// Whether there are seats on a day, all of them observers'.
fn observes(seats: &Terms<&Representation<'_>>, day: Day) -> Read<bool> {
    let listens = |seat: &Representation<'_>| Ok(seat.capacity?.value == "observer");
    let listening = all(seats.on(day).map(listens));
    if listening == Ok(false) {
        return Ok(false);
    }
    seats.complete(day, day)?;
    Ok(listening? && seats.on(day).next().is_some())
}
