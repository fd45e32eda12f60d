//! A meeting was entered long after it took place.

use std::cell::LazyCell;

use rustc_hash::FxHashMap;

use super::{Judge, Rule};
use crate::bundle::Bundle;
use crate::calendar::{Day, days_between};
use crate::catalogue::{Example, Group, Meta, Param, ParamValue, Scope, Severity, Strength};
use crate::document::{Blocked, Marked, Read};
use crate::finding::{Fact, Finding};
use crate::record::Meeting;

static DAYS: Param = Param {
    table: "late-entry",
    key: "days",
    value: ParamValue::Number(30, 0, 3_660),
    doc: "Number of days after a meeting within which it should be entered.",
};

static BULK_MEETINGS: Param = Param {
    table: "late-entry",
    key: "bulk_meetings",
    value: ParamValue::Number(10, 0, 10_000),
    doc: "This many meetings of a mission entered on one day are an import and not judged; 0 = every meeting is \
          judged.",
};

static META: Meta = Meta {
    id: "late-entry",
    group: Group::Timeliness,
    severity: Severity::Advice,
    scope: Scope::Subject,
    summary: "A meeting was entered long after its day.",
    page: "## What it checks\n\
        A meeting that was held or cancelled and says when it was `recorded_on` was entered within `days` (30) after \
        it started.\n\n\
        ## Why it matters\n\
        What is written down months later is written from memory; who was there is not certain any more.\n\n\
        ## Exceptions\n\
        Planned meetings, and meetings without `recorded_on`. An import: `bulk_meetings` (10) or more meetings of the \
        mission entered on the same day.\n\n\
        ## What it marks\n\
        `recorded_on`; related: the start of the meeting.\n",
    example: EXAMPLE,
    source: "our own inference",
    statements: &[],
    strength: Strength::Inferred,
    pack: None,
    also_packs: &[],
    params: &[&DAYS, &BULK_MEETINGS],
};

const EXAMPLE: Example = Example::Records {
    as_of: "2025-03-31",
    given: "",
    valid: r#"
{"kind": "meeting", "id": "M-1", "mission": "mli", "platform": "hct",
 "start": "2025-02-05T09:00:00Z", "status": "held", "mode": "in-person",
 "attendance": [], "recorded_on": "2025-02-07"}
"#,
    invalid: r#"
{"kind": "meeting", "id": "M-1", "mission": "mli", "platform": "hct",
 "start": "2025-02-05T09:00:00Z", "status": "held", "mode": "in-person",
 "attendance": [], "recorded_on": "2025-03-27"}
"#,
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    let limit = judge.number(&DAYS);
    let import = judge.number(&BULK_MEETINGS);
    // Counted only once one is late.
    let entries = LazyCell::new(|| Entries::of(bundle, import));
    for meeting in &bundle.meetings {
        judge.consider(meeting.head.place(), entered(meeting), |judge, recorded| {
            let start = meeting.start?;
            let days = days_between(start.value.day, recorded.value);
            if days > limit && !entries.is_import(recorded.value)? {
                let id = meeting.head.id?.value.to_owned();
                let finding = Finding::new(&META, recorded.place)
                    .with("meeting", Fact::Id(id))
                    .with("date", Fact::Day(start.value.day))
                    .with("recorded", Fact::Day(recorded.value))
                    .with("days", Fact::Number(days))
                    .with("limit", Fact::Number(limit))
                    .and("start", start.place);
                judge.report(finding);
            }
            Ok(())
        });
    }
}

/// When a meeting was entered; none where it does not say so or has not taken place yet.
fn entered(meeting: &Meeting<'_>) -> Read<Option<Marked<Day>>> {
    let recorded = meeting.recorded_on;
    let over = meeting
        .status
        .map(|status| matches!(status.value, "held" | "cancelled"));
    if recorded == Ok(None) || over == Ok(false) {
        return Ok(None);
    }
    over?;
    recorded
}

/// How many meetings were entered on which day.
struct Entries {
    by_day: FxHashMap<Day, i64>,
    untold: i64,
    blocked: Option<Blocked>,
    /// So many on one day are an import; none = no number is.
    import: Option<i64>,
}

impl Entries {
    fn of(bundle: &Bundle<'_>, import: i64) -> Self {
        let mut entries = Self {
            by_day: FxHashMap::default(),
            untold: 0,
            blocked: None,
            import: (import > 0).then_some(import),
        };
        for meeting in &bundle.meetings {
            match meeting.recorded_on {
                Ok(Some(day)) => *entries.by_day.entry(day.value).or_default() += 1,
                Ok(None) => {}
                Err(blocked) => {
                    entries.untold += 1;
                    entries.blocked = entries.blocked.or(Some(blocked));
                }
            }
        }
        entries
    }

    fn is_import(&self, day: Day) -> Read<bool> {
        let Some(import) = self.import else {
            return Ok(false);
        };
        let entered = self.by_day.get(&day).copied().unwrap_or_default();
        match self.blocked {
            Some(blocked) if entered < import && import <= entered + self.untold => Err(blocked),
            _ => Ok(import <= entered),
        }
    }
}
