//! Somebody attended on a day without any assignment.

use super::shared::{Bound, any, items, nearest_bound, present_rows};
use super::{Judge, Rule};
use crate::bundle::Bundle;
use crate::calendar::Day;
use crate::catalogue::{Example, Group, Meta, Scope, Severity, Strength};
use crate::document::Read;
use crate::finding::{Fact, Finding};
use crate::record::{Assignment, Meeting, Row};

static META: Meta = Meta {
    id: "attendance-outside-assignment",
    group: Group::Integrity,
    severity: Severity::Error,
    scope: Scope::Subject,
    summary: "A person attended a meeting on a day outside any assignment.",
    page: "## What it checks\n\
        Whoever is marked `present` at a meeting that was held has an assignment on that day: of any role and kind, \
        in this mission or, for a colleague of another mission, there. The day is that of the meeting's start where \
        it was held.\n\n\
        ## Why it matters\n\
        Either the attendance or the assignment is wrong, and with it everything that is judged by who was in post.\n\n\
        ## Exceptions\n\
        None: temporary duty, surge, standby and consultancies are assignments like any other.\n\n\
        ## What it marks\n\
        The `person` of the attendance; related: the last day of the last assignment before that day, else the first \
        day of the first one after it.\n",
    example: EXAMPLE,
    source: "our own inference; IATI ruleset, between_dates",
    statements: &["N91"],
    strength: Strength::Contextual,
    pack: None,
    also_packs: &[],
    params: &[],
};

const EXAMPLE: Example = Example::Records {
    as_of: "2025-03-31",
    given: r#"
{"mission": "mli", "records": [
  {"kind": "platform", "id": "gcm", "types": ["general-coordination"], "level": "national",
   "status": [{"value": "active", "from": "2012-04-01"}]},
  {"kind": "meeting", "id": "M-1", "platform": "gcm", "start": "2025-03-12T10:00:00Z",
   "status": "held", "mode": "in-person",
   "attendance": [{"person": "P-06", "capacity": "member", "presence": "present"}]}
]}
"#,
    valid: r#"
{"kind": "person", "id": "P-06", "mission": "mli", "assignments": [
  {"role": "programme-officer", "kind": "staff", "duty_station": "bko",
   "from": "2024-01-15", "to": "2025-05-31"}]}
"#,
    invalid: r#"
{"kind": "person", "id": "P-06", "mission": "mli", "assignments": [
  {"role": "programme-officer", "kind": "staff", "duty_station": "bko",
   "from": "2024-01-15", "to": "2025-02-28"}]}
"#,
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    for attended in present_rows(bundle) {
        let about = attended.map_or_else(|blocked| blocked.place, |(_, row)| row.place);
        judge.consider(about, attended.map(Some), |judge, (meeting, row)| {
            let day = meeting.start?.value.day;
            let assignments = items(&bundle.person_of(row)?.assignments)?;
            if !is_in_post(assignments, day)? {
                let dated = assignments
                    .iter()
                    .filter_map(|assignment| assignment.interval.ok());
                judge.report(finding(meeting, row, day, nearest_bound(dated, day))?);
            }
            Ok(())
        });
    }
}

fn is_in_post(assignments: &[Assignment<'_>], day: Day) -> Read<bool> {
    any(assignments
        .iter()
        .map(|assignment| Ok(assignment.interval?.interval.covers(day))))
}

fn finding(meeting: &Meeting<'_>, row: &Row<'_>, day: Day, bound: Option<Bound>) -> Read<Finding> {
    let person = row.person?;
    let finding = Finding::new(&META, person.place)
        .with("person", Fact::Person(person.value.to_owned()))
        .with("meeting", Fact::Id(meeting.head.id?.value.to_owned()))
        .with("date", Fact::Day(day))
        .with_some("bound", bound.map(|bound| Fact::Day(bound.day())));
    Ok(match bound {
        Some(bound) => bound.mark(finding),
        None => finding,
    })
}
