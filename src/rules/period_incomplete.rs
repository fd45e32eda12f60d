//! A file of meetings is said to hold everything too early, or never.

use jiff::Timestamp;

use super::shared::all;
use super::{Judge, Rule};
use crate::bundle::{Bundle, Envelope, Period};
use crate::calendar::days_between;
use crate::catalogue::{Example, Group, Meta, Param, ParamValue, Scope, Severity, Strength};
use crate::document::{Dated, Kind, Read};
use crate::finding::{Fact, Finding, Place};
use crate::record::Meeting;

static GRACE_DAYS: Param = Param {
    table: "period-incomplete",
    key: "grace_days",
    value: ParamValue::Number(30, 0, 366),
    doc: "Days after the end of a period within which its meetings may still be entered.",
};

static META: Meta = Meta {
    id: "period-incomplete",
    group: Group::Timeliness,
    severity: Severity::Advice,
    scope: Scope::Subject,
    summary: "A period of meetings is declared complete too early, or not at all.",
    page: "## What it checks\n\
        An envelope with meetings that states a `period` declares it `complete` by `grace_days` (30) after its end \
        (else `open`), not before its end (`running`), and only with no past meeting left as `planned` in it \
        (`outcome-open`).\n\n\
        ## Why it matters\n\
        A complete period is taken at its word: a meeting that is not in it did not take place. Without that word \
        nobody can tell a platform that did not meet from one whose meetings were not entered.\n\n\
        ## Exceptions\n\
        Envelopes without a period, and periods that lie in the future. Records whose dates lie outside the period \
        are not judged.\n\n\
        ## What it marks\n\
        `complete`, or `period` where that is missing; related: the end of the period. For a meeting left open its \
        `status`; related: its start.\n",
    example: EXAMPLE,
    source: "our own inference",
    statements: &[],
    strength: Strength::Inferred,
    pack: None,
    also_packs: &[],
    params: &[&GRACE_DAYS],
};

const EXAMPLE: Example = Example::Records {
    as_of: "2025-03-31",
    given: "",
    valid: r#"
{"mission": "mli", "kind": "meeting",
 "period": {"from": "2025-01-01", "to": "2025-01-31", "complete": true}, "records": [
  {"id": "M-1", "platform": "hct", "start": "2025-01-15T10:00:00Z", "status": "held",
   "mode": "in-person", "attendance": []}
]}
"#,
    invalid: r#"
{"mission": "mli", "kind": "meeting",
 "period": {"from": "2025-01-01", "to": "2025-01-31", "complete": false}, "records": [
  {"id": "M-1", "platform": "hct", "start": "2025-01-15T10:00:00Z", "status": "held",
   "mode": "in-person", "attendance": []}
]}
"#,
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    for envelope in &bundle.envelopes() {
        let has_meetings = envelope.heads.iter().any(|head| head.kind == Kind::Meeting);
        if !has_meetings {
            continue;
        }
        judge.consider(envelope.view.place(), envelope.period(), |judge, period| {
            if let Some(finding) = fault(bundle, judge, envelope, &period)? {
                judge.report(finding);
            }
            Ok(())
        });
    }
}

fn fault(
    bundle: &Bundle<'_>,
    judge: &Judge<'_>,
    envelope: &Envelope<'_, '_>,
    period: &Period<'_>,
) -> Read<Option<Finding>> {
    let today = judge.as_of();
    let dated = period.interval?;
    let (Some(last), Some(end)) = (dated.interval.to, dated.to) else {
        return Ok(None);
    };
    let complete = period.complete?;
    let is_complete = complete.is_some_and(|complete| complete.value);
    let declared = complete.map_or(period.view.place().key(), |complete| complete.place);
    let found = |fault| describe(judge, (fault, declared), dated, None).and("end", end);
    if !is_complete {
        let is_late = days_between(last, today) > judge.number(&GRACE_DAYS);
        return Ok(is_late.then(|| found("open")));
    }
    if dated.interval.from <= today && today < last {
        return Ok(Some(found("running")));
    }
    let Some(meeting) = left_open(bundle, judge, envelope)? else {
        return Ok(None);
    };
    let id = meeting.head.id?.value.to_owned();
    let place = meeting.status?.place;
    let finding = describe(judge, ("outcome-open", place), dated, Some(id));
    Ok(Some(finding.and("start", meeting.start?.place)))
}

fn describe(
    judge: &Judge<'_>,
    (fault, place): (&str, Place),
    dated: Dated,
    meeting: Option<String>,
) -> Finding {
    Finding::new(&META, place)
        .with("fault", Fact::Kind(fault.to_owned()))
        .with("from", Fact::Day(dated.interval.from))
        .with_some("to", dated.interval.to.map(Fact::Day))
        .with_some("meeting", meeting.map(Fact::Id))
        .with("date", Fact::Day(judge.as_of()))
}

/// The earliest meeting of an envelope that is still planned though its day is over.
fn left_open<'b, 't>(
    bundle: &'b Bundle<'t>,
    judge: &Judge<'_>,
    envelope: &Envelope<'_, 't>,
) -> Read<Option<&'b Meeting<'t>>> {
    let document = envelope.view.document().id;
    let token = envelope.view.node().index();
    let within = bundle.meetings.iter().filter(|meeting| {
        meeting.head.envelope == Some(token) && meeting.head.view.document().id == document
    });
    let (mut earliest, mut untold) = (None, Ok(()));
    for meeting in within {
        match is_open(judge, meeting) {
            Ok(Some(start)) => {
                if earliest.is_none_or(|(first, _)| start < first) {
                    earliest = Some((start, meeting));
                }
            }
            Ok(None) => {}
            Err(blocked) => untold = untold.and(Err(blocked)),
        }
    }
    match earliest {
        Some((_, meeting)) => Ok(Some(meeting)),
        None => untold.map(|()| None),
    }
}

/// The start of a meeting that is planned though its day is over.
fn is_open(judge: &Judge<'_>, meeting: &Meeting<'_>) -> Read<Option<Timestamp>> {
    let planned = meeting.status.map(|status| status.value == "planned");
    let past = meeting.start.map(|start| start.value.day < judge.as_of());
    if !all([planned, past])? {
        return Ok(None);
    }
    Ok(Some(meeting.start?.value.instant))
}
