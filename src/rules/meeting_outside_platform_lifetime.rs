//! A meeting was held while its platform was not active.

use super::shared::standing::has_status;
use super::shared::{held, items, nearest_bound};
use super::{Judge, Rule};
use crate::bundle::Bundle;
use crate::calendar::{Day, Interval, days_between};
use crate::catalogue::{Example, Group, Meta, Param, ParamValue, Scope, Severity, Strength};
use crate::document::{Marked, Read};
use crate::finding::{Fact, Finding};
use crate::record::{Meeting, Status};

static HANDOVER_DAYS: Param = Param {
    table: "meeting-outside-platform-lifetime",
    key: "handover_days",
    value: ParamValue::Number(30, 0, 366),
    doc: "Days after the platform's last active day, or before its first, on which a handover meeting may be held.",
};

static META: Meta = Meta {
    id: "meeting-outside-platform-lifetime",
    group: Group::Integrity,
    severity: Severity::Warning,
    scope: Scope::Subject,
    summary: "A meeting was held on a day on which its platform was not active.",
    page: "## What it checks\n\
        On the day of a meeting that was held, the status of its platform is `active`: not suspended, deactivated, \
        not yet established, nor left open.\n\n\
        ## Why it matters\n\
        Rules on presence go by the platform's status. If the platform does meet, its status is out of date; if it \
        does not, the meeting belongs to another platform.\n\n\
        ## Exceptions\n\
        Extraordinary meetings, and handover meetings within `handover_days` (30) after an active period or before \
        one.\n\n\
        ## What it marks\n\
        The start of the meeting; related: the status on that day, or the nearest day with one.\n",
    example: EXAMPLE,
    source: "IOM Emergency Manual, Pre-Crisis Coordination Structure (September 2022)",
    statements: &["N3"],
    strength: Strength::Should,
    pack: None,
    also_packs: &[],
    params: &[&HANDOVER_DAYS],
};

const EXAMPLE: Example = Example::Records {
    as_of: "2025-03-31",
    given: r#"
{"kind": "platform", "id": "cl-log", "mission": "mli", "types": ["cluster"], "clusters": ["LOG"],
 "level": "national", "status": [
   {"value": "active", "from": "2012-04-01", "to": "2025-01-14"},
   {"value": "deactivated", "from": "2025-01-15"}]}
"#,
    valid: r#"
{"kind": "meeting", "id": "M-1", "mission": "mli", "platform": "cl-log",
 "start": "2025-01-08T10:00:00Z", "status": "held", "mode": "in-person",
 "attendance": [{"person": "P-18", "capacity": "member", "presence": "present"}]}
"#,
    invalid: r#"
{"kind": "meeting", "id": "M-1", "mission": "mli", "platform": "cl-log",
 "start": "2025-03-08T10:00:00Z", "status": "held", "mode": "in-person",
 "attendance": [{"person": "P-18", "capacity": "member", "presence": "present"}]}
"#,
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    let handover_days = judge.number(&HANDOVER_DAYS);
    for meeting in &bundle.meetings {
        let applies = held(meeting).map(|held| held.then_some(()));
        judge.consider(meeting.head.place(), applies, |judge, ()| {
            let platform = meeting.platform?;
            let day = meeting.start?.value.day;
            let history = items(&bundle.platform_of(meeting)?.status)?;
            if !has_status(history, "active", |active| active.covers(day))?
                && !is_exempt(meeting, history, day, handover_days)?
            {
                judge.report(finding(meeting, platform, history, day)?);
            }
            Ok(())
        });
    }
}

fn is_exempt(
    meeting: &Meeting<'_>,
    history: &[Status<'_>],
    day: Day,
    handover_days: i64,
) -> Read<bool> {
    match meeting.extraordinary?.map(|sort| sort.value) {
        Some("extraordinary") => Ok(true),
        Some("handover") => has_status(history, "active", |active| {
            days_from(active, day) <= handover_days
        }),
        _ => Ok(false),
    }
}

/// How many days a day lies before or after an interval.
fn days_from(interval: Interval, day: Day) -> i64 {
    let after = interval.to.map_or(0, |to| days_between(to, day));
    after.max(days_between(day, interval.from)).max(0)
}

fn finding(
    meeting: &Meeting<'_>,
    platform: Marked<&str>,
    history: &[Status<'_>],
    day: Day,
) -> Read<Finding> {
    let start = meeting.start?;
    let finding = Finding::new(&META, start.place)
        .with("platform", Fact::Id(platform.value.to_owned()))
        .with("date", Fact::Day(day));
    let covers = |status: &&Status<'_>| {
        status
            .interval
            .is_ok_and(|dated| dated.interval.covers(day))
    };
    if let Some(status) = history.iter().find(covers) {
        let value = status.value?;
        return Ok(finding
            .with("status", Fact::Code(value.value.to_owned()))
            .and("status", value.place));
    }
    let finding = finding.with("status", Fact::Code("none".to_owned()));
    let dated = history.iter().filter_map(|status| status.interval.ok());
    Ok(match nearest_bound(dated, day) {
        Some(bound) => bound.mark(finding),
        None => finding,
    })
}
