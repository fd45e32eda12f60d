//! Attendance is kept longer than the mission keeps it.

use super::shared::period::months_after;
use super::{Judge, Rule};
use crate::bundle::Bundle;
use crate::calendar::Day;
use crate::catalogue::{Example, Group, Meta, Param, ParamValue, Scope, Severity, Strength};
use crate::document::{Marked, Read};
use crate::finding::{Fact, Finding};
use crate::record::Meeting;

static YEARS: Param = Param {
    table: "retention-exceeded",
    key: "years",
    value: ParamValue::Number(5, 1, 100),
    doc: "For how many years attendance is kept where the mission does not state `retention_years`.",
};

static META: Meta = Meta {
    id: "retention-exceeded",
    group: Group::Protection,
    severity: Severity::Advice,
    scope: Scope::Subject,
    summary: "Attendance of a meeting is kept for longer than the mission keeps it.",
    page: "## What it checks\n\
        A meeting older than the mission's `retention_years` (without it, `years`, 5) lists no attendance any more.\n\n\
        ## Why it matters\n\
        Who was where and when is personal data, in security matters sensitive data. It is kept no longer than it is \
        needed.\n\n\
        ## Exceptions\n\
        A meeting with an empty attendance list, and the last day of the time. Where records must be held for an \
        audit, allow the finding and give the reason.\n\n\
        ## What it marks\n\
        The key `attendance`; related: the mission's `retention_years`, where it is set.\n",
    example: EXAMPLE,
    source: "our own inference; IOM Data Protection Principles, retention",
    statements: &[],
    strength: Strength::Inferred,
    pack: None,
    also_packs: &[],
    params: &[&YEARS],
};

const EXAMPLE: Example = Example::Records {
    as_of: "2025-03-31",
    given: "",
    valid: r#"
{"kind": "meeting", "id": "M-1", "mission": "mli", "platform": "hct",
 "start": "2022-03-09T10:00:00Z", "status": "held", "mode": "in-person",
 "attendance": [{"person": "P-19", "capacity": "member", "presence": "present"}]}
"#,
    invalid: r#"
{"kind": "meeting", "id": "M-1", "mission": "mli", "platform": "hct",
 "start": "2020-03-09T10:00:00Z", "status": "held", "mode": "in-person",
 "attendance": [{"person": "P-19", "capacity": "member", "presence": "present"}]}
"#,
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    let stated = bundle.mission().and_then(|mission| match mission {
        Some(mission) => mission.retention_years(),
        None => Ok(None),
    });
    for meeting in &bundle.meetings {
        if meeting.attendance.as_ref().is_ok_and(Vec::is_empty) {
            continue;
        }
        judge.subject(meeting.head.place(), |judge| {
            let day = meeting.start?.value.day;
            // No mission keeps attendance for less than a year.
            if is_kept(day, 1, judge.as_of()) {
                return Ok(());
            }
            if let Some(finding) = fault(judge, meeting, day, stated?)? {
                judge.report(finding);
            }
            Ok(())
        });
    }
}

/// Whether a day lies no more than a number of years back.
fn is_kept(day: Day, years: i64, today: Day) -> bool {
    // Most days are told by their years alone.
    i64::from(day.year()).saturating_add(years) > i64::from(today.year())
        || months_after(day, years.saturating_mul(12)).is_none_or(|last| today <= last)
}

fn fault(
    judge: &Judge<'_>,
    meeting: &Meeting<'_>,
    day: Day,
    stated: Option<Marked<i64>>,
) -> Read<Option<Finding>> {
    let today = judge.as_of();
    let years = stated.map_or_else(|| judge.number(&YEARS), |stated| stated.value);
    if is_kept(day, years, today) {
        return Ok(None);
    }
    let id = meeting.head.id?.value.to_owned();
    let finding = Finding::new(&META, meeting.attendance_view?.place().key())
        .with("meeting", Fact::Id(id))
        .with("date", Fact::Day(day))
        .with("years", Fact::Number(years))
        .with("as_of", Fact::Day(today));
    Ok(Some(match stated {
        Some(stated) => finding.and("years", stated.place),
        None => finding,
    }))
}
