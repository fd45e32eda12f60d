//! Something ends before it begins.

use super::{Judge, Rule};
use crate::bundle::Bundle;
use crate::catalogue::{Example, Group, Meta, Scope, Severity, Strength};
use crate::document::{Kind, Obstacle, Read, View};
use crate::finding::{Fact, Finding, Safety};
use crate::record::{Head, Meeting};

static META: Meta = Meta {
    id: "interval-inverted",
    group: Group::Integrity,
    severity: Severity::Error,
    scope: Scope::Subject,
    summary: "An interval or a meeting ends before it begins.",
    page: "## What it checks\n\
        Wherever `from` and `to` stand together, `to` is not the earlier day. A meeting does not end before it \
        starts; the two are compared as moments, whatever their offsets.\n\n\
        ## Why it matters\n\
        Nothing is in force on any day of such an interval. Every rule that needs it is blocked until it is put \
        right.\n\n\
        ## Exceptions\n\
        None. An interval of one day begins and ends on the same day; an interval without `to` is open.\n\n\
        ## What it marks\n\
        The value of `to` (of a meeting: `end`); related: the value of `from` (`start`). Swapping the two is \
        suggested.\n",
    example: EXAMPLE,
    source: "our own inference; IATI ruleset, date_order",
    statements: &[],
    strength: Strength::Inferred,
    pack: None,
    also_packs: &[],
    params: &[],
};

const EXAMPLE: Example = Example::Records {
    as_of: "2025-03-31",
    given: "",
    valid: r#"
{"kind": "representation", "id": "R-1", "mission": "mli", "platform": "hct",
 "person": "P-01", "capacity": "member", "from": "2024-02-01", "to": "2026-01-31"}
"#,
    invalid: r#"
{"kind": "representation", "id": "R-1", "mission": "mli", "platform": "hct",
 "person": "P-01", "capacity": "member", "from": "2024-02-01", "to": "2023-01-31"}
"#,
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    for head in &bundle.heads {
        if let Some(envelope) = envelope_begun_by(head) {
            judge_period(envelope, judge);
        }
        // Meetings have no days but moments; contacts have one day. What a country's own kinds mean by theirs is not
        // known.
        if !matches!(
            head.kind,
            Kind::Meeting | Kind::ContactLog | Kind::Custom(_)
        ) {
            judge_intervals(head.view, judge);
        }
    }
    for meeting in &bundle.meetings {
        judge_meeting(meeting, judge);
    }
}

/// The envelope whose first record this is.
fn envelope_begun_by<'t>(head: &Head<'t>) -> Option<View<'t>> {
    let envelope = head.envelope?;
    let document = head.view.document();
    let first = document.slots.partition_point(|slot| slot.node <= envelope);
    let is_first = document.slots.get(first)?.node == head.view.node().index();
    is_first.then(|| document.view(envelope))
}

fn judge_period(envelope: View<'_>, judge: &mut Judge<'_>) {
    match envelope.optional("period") {
        Ok(Some(period)) => judge_intervals(period, judge),
        Ok(None) => {}
        Err(blocked) => judge.block(blocked),
    }
}

/// Judges all objects with `from` and `to` in a value.
fn judge_intervals(value: View<'_>, judge: &mut Judge<'_>) {
    let part = |node| View::new(value.document(), node);
    let (mut from, mut to) = (None, None);
    for (key, member) in value.node().members() {
        match key.as_str() {
            Some("from") => from = Some(part(member)),
            Some("to") => to = Some(part(member)),
            _ => judge_intervals(part(member), judge),
        }
    }
    for element in value.node().elements() {
        judge_intervals(part(element), judge);
    }
    if let (Some(from), Some(to)) = (from, to) {
        judge.subject(value.place(), |judge| {
            let (first, last) = (from.day()?.value, to.day()?.value);
            if last < first {
                judge.report(finding(from, to, Fact::Day(first), Fact::Day(last)));
            }
            Ok(())
        });
    }
}

/// A meeting that ends before it starts is an obstacle to all who read it; here is where it is reported.
fn judge_meeting(meeting: &Meeting<'_>, judge: &mut Judge<'_>) {
    match meeting.end {
        Ok(None) => {}
        Ok(Some(_)) => judge.subject(meeting.head.place(), |_| meeting.start.map(|_| ())),
        Err(blocked) if blocked.obstacle == Obstacle::InvertedInterval => {
            judge.subject(meeting.head.place(), |judge| {
                judge.report(inverted(meeting.head.view)?);
                Ok(())
            });
        }
        Err(blocked) => judge.block(blocked),
    }
}

fn inverted(meeting: View<'_>) -> Read<Finding> {
    let (start, end) = (meeting.member("start")?, meeting.member("end")?);
    let moment = |view: View<'_>| view.text().map(|text| Fact::Moment(text.value.to_owned()));
    Ok(finding(start, end, moment(start)?, moment(end)?))
}

fn finding(from: View<'_>, to: View<'_>, first: Fact, last: Fact) -> Finding {
    let swapped = vec![
        (from.place(), to.node().lexeme().to_owned()),
        (to.place(), from.node().lexeme().to_owned()),
    ];
    Finding::new(&META, to.place())
        .with("from", first)
        .with("to", last)
        .and("from", from.place())
        .fixed_by(Safety::Suggested, swapped)
}
