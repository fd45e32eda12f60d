//! Somebody was present at a meeting that has not taken place yet.

use jiff::{SignedDuration, Timestamp};

use super::shared::items;
use super::{Judge, Rule};
use crate::bundle::Bundle;
use crate::calendar::{Day, end_of};
use crate::catalogue::{Example, Group, Meta, Param, ParamValue, Scope, Severity, Strength};
use crate::document::Read;
use crate::finding::{Fact, Finding, Place};
use crate::record::Meeting;

static TOLERANCE_HOURS: Param = Param {
    table: "future-attendance",
    key: "tolerance_hours",
    value: ParamValue::Number(24, 0, 8_784),
    doc: "Hours after the end of the day of the run (UTC) by which a meeting may start and still be attended.",
};

static META: Meta = Meta {
    id: "future-attendance",
    group: Group::Integrity,
    severity: Severity::Error,
    scope: Scope::Subject,
    summary: "Somebody is recorded as present at a meeting that lies in the future.",
    page: "## What it checks\n\
        A meeting with somebody marked `present` must not start later than `tolerance_hours` (24) after the end of \
        the day of the run, midnight UTC.\n\n\
        ## Why it matters\n\
        Attendance written down in advance counts as participation that may never happen.\n\n\
        ## Exceptions\n\
        Cancelled meetings. The tolerance allows for clocks and time zones.\n\n\
        ## What it marks\n\
        The first `presence` that says present; related: the start of the meeting.\n",
    example: EXAMPLE,
    source: "our own inference; IATI ruleset, date_now",
    statements: &[],
    strength: Strength::Inferred,
    pack: None,
    also_packs: &[],
    params: &[&TOLERANCE_HOURS],
};

const EXAMPLE: Example = Example::Records {
    as_of: "2025-03-31",
    given: "",
    valid: r#"
{"kind": "meeting", "id": "M-1", "mission": "mli", "platform": "hct",
 "start": "2025-03-19T10:00:00Z", "status": "held", "mode": "in-person",
 "attendance": [{"person": "P-01", "capacity": "member", "presence": "present"}]}
"#,
    invalid: r#"
{"kind": "meeting", "id": "M-1", "mission": "mli", "platform": "hct",
 "start": "2025-05-19T10:00:00Z", "status": "held", "mode": "in-person",
 "attendance": [{"person": "P-01", "capacity": "member", "presence": "present"}]}
"#,
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    let as_of = judge.as_of();
    let tolerance = SignedDuration::from_hours(judge.number(&TOLERANCE_HOURS));
    let limit = end_of(as_of)
        .checked_add(tolerance)
        .unwrap_or(Timestamp::MAX);
    for meeting in &bundle.meetings {
        judge.consider(
            meeting.head.place(),
            presence(meeting, limit),
            |judge, presence| {
                if meeting.start?.value.instant > limit {
                    judge.report(finding(meeting, &presence, as_of)?);
                }
                Ok(())
            },
        );
    }
}

/// Who is marked present.
struct Presence {
    first: Place,
    count: i64,
}

/// The rows "present"; none where there are none or the meeting was cancelled. What cannot be read of a meeting in the
/// past does not matter.
fn presence(meeting: &Meeting<'_>, limit: Timestamp) -> Read<Option<Presence>> {
    let read = present(meeting);
    let past = meeting
        .start
        .is_ok_and(|start| start.value.instant <= limit);
    if past {
        Ok(read.unwrap_or_default())
    } else {
        read
    }
}

fn present(meeting: &Meeting<'_>) -> Read<Option<Presence>> {
    if meeting.status?.value == "cancelled" {
        return Ok(None);
    }
    let mut rows = items(&meeting.attendance)?.iter().map(|row| row.presence);
    let present = rows
        .clone()
        .filter_map(Result::ok)
        .filter(|presence| presence.value == "present");
    let count = i64::try_from(present.clone().count()).unwrap_or(i64::MAX);
    match present.map(|presence| presence.place).next() {
        Some(first) => Ok(Some(Presence { first, count })),
        None => rows
            .try_for_each(|presence| presence.map(drop))
            .map(|()| None),
    }
}

fn finding(meeting: &Meeting<'_>, presence: &Presence, as_of: Day) -> Read<Finding> {
    let start = meeting.start?;
    Ok(Finding::new(&META, presence.first)
        .with("meeting", Fact::Id(meeting.head.id?.value.to_owned()))
        .with("date", Fact::Day(start.value.day))
        .with("as_of", Fact::Day(as_of))
        .with("present", Fact::Number(presence.count))
        .and("start", start.place))
}
