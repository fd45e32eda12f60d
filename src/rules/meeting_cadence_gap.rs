//! A platform that should meet regularly has met far less often, as recorded.

use std::cell::LazyCell;

use jiff::ToSpan;

use super::shared::period::{Cadence, days_within};
use super::shared::standing::entry_with;
use super::{Judge, Rule};
use crate::bundle::Bundle;
use crate::calendar::{Day, days_between};
use crate::catalogue::{Example, Group, Meta, Param, ParamValue, Scope, Severity, Strength};
use crate::document::{Marked, Read};
use crate::finding::{Fact, Finding};
use crate::record::{Meeting, Platform};

static WINDOW_DAYS: Param = Param {
    table: "meeting-cadence-gap",
    key: "window_days",
    value: ParamValue::Number(365, 30, 3_660),
    doc: "Gaps that ended more than this many days before the day of the run are not judged.",
};

static META: Meta = Meta {
    id: "meeting-cadence-gap",
    group: Group::Timeliness,
    severity: Severity::Warning,
    scope: Scope::Subject,
    summary: "No meeting of a platform is recorded for more than twice its own cadence.",
    page: "## What it checks\n\
        A platform that is active and states its `cadence` has meetings recorded so often that no more than twice the \
        cadence lies between one and the next, or between the last one and the day of the run; without any meeting, \
        since it became active. A meeting counts whatever its status: a cancelled one is recorded too. Of several \
        gaps in the last `window_days` (365) the latest is reported.\n\n\
        ## Why it matters\n\
        Either the platform no longer meets as it says it does, or meetings are missing from the records; then every \
        rule on attendance judges a part only.\n\n\
        ## Exceptions\n\
        Days within a `period` declared `complete` in an envelope with a record of the platform: there everything is \
        recorded, and the platform did not meet. A cadence shorter than a day.\n\n\
        ## What it marks\n\
        The `cadence`; related: the start of the meetings before and after the gap.\n",
    example: EXAMPLE,
    source: "the cadence that the platform declares",
    statements: &["N51"],
    strength: Strength::Contextual,
    pack: None,
    also_packs: &[],
    params: &[&WINDOW_DAYS],
};

const EXAMPLE: Example = Example::Records {
    as_of: "2025-03-31",
    given: r#"
{"mission": "mli", "records": [
  {"kind": "platform", "id": "hct", "types": ["hct"], "level": "national", "cadence": "P1M",
   "status": [{"value": "active", "from": "2024-11-01"}]},
  {"kind": "meeting", "id": "M-1", "platform": "hct", "start": "2024-12-18T10:00:00Z",
   "status": "held", "mode": "in-person", "attendance": []}
]}
"#,
    valid: r#"
{"kind": "meeting", "id": "M-2", "mission": "mli", "platform": "hct",
 "start": "2025-02-12T10:00:00Z",
 "status": "held", "mode": "in-person", "attendance": []}
"#,
    invalid: r#"
{"kind": "meeting", "id": "M-2", "mission": "mli", "platform": "hct",
 "start": "2025-03-12T10:00:00Z",
 "status": "held", "mode": "in-person", "attendance": []}
"#,
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    for platform in &bundle.platforms {
        judge.consider(
            platform.head.place(),
            subject(platform, judge.as_of()),
            |judge, subject| {
                if let Some(finding) = fault(bundle, judge, platform, &subject)? {
                    judge.report(finding);
                }
                Ok(())
            },
        );
    }
}

/// How often a platform should meet, and since when.
struct Rhythm<'t> {
    written: Marked<&'t str>,
    cadence: Cadence,
    since: Day,
}

fn subject<'t>(platform: &Platform<'t>, today: Day) -> Read<Option<Rhythm<'t>>> {
    let active = entry_with(platform, "active", today);
    if matches!(active, Ok(None)) {
        return Ok(None);
    }
    let Some(written) = platform.cadence()? else {
        return Ok(None);
    };
    let (Some(entry), Some(cadence)) = (active?, Cadence::parse(written.value)) else {
        return Ok(None);
    };
    Ok(Some(Rhythm {
        written,
        cadence,
        since: entry.interval?.interval.from,
    }))
}

/// A time without a recorded meeting.
struct Gap<'b, 't> {
    first: Day,
    last: Day,
    before: Option<&'b Meeting<'t>>,
    after: Option<&'b Meeting<'t>>,
}

/// The times between one recorded meeting and the next, and up to today; in order.
fn gaps<'b, 't>(meetings: &[(Day, &'b Meeting<'t>)], since: Day, today: Day) -> Vec<Gap<'b, 't>> {
    let Some(&(last, meeting)) = meetings.last() else {
        return vec![Gap {
            first: since,
            last: today,
            before: None,
            after: None,
        }];
    };
    let between = meetings.windows(2).filter_map(|pair| match pair {
        [(first, before), (last, after)] => Some(Gap {
            first: *first,
            last: *last,
            before: Some(*before),
            after: Some(*after),
        }),
        _ => None,
    });
    let open = Gap {
        first: last,
        last: today,
        before: Some(meeting),
        after: None,
    };
    between.chain([open]).collect()
}

fn fault(
    bundle: &Bundle<'_>,
    judge: &Judge<'_>,
    platform: &Platform<'_>,
    rhythm: &Rhythm<'_>,
) -> Read<Option<Finding>> {
    let today = judge.as_of();
    let id = platform.head.id?;
    let oldest = today.saturating_sub(judge.number(&WINDOW_DAYS).days());
    let terms = bundle.meetings_of(id.value);
    let meetings: Vec<(Day, &Meeting<'_>)> = terms
        .found()
        .iter()
        .map(|(days, meeting)| (days.from, *meeting))
        .filter(|(day, _)| rhythm.since <= *day && *day <= today)
        .collect();
    let complete = LazyCell::new(|| bundle.complete_periods(id.value));
    let too_long = |gap: &Gap<'_, '_>| {
        if gap.last <= oldest {
            return None;
        }
        let limit = rhythm.cadence.after(gap.first, 2)?;
        if gap.last <= limit {
            return None;
        }
        let allowed = days_between(gap.first, limit);
        let (first, last) = (gap.first.tomorrow().ok()?, gap.last.yesterday().ok()?);
        let declared = days_within(complete.iter().map(|(period, _)| *period), first, last);
        let days = days_between(gap.first, gap.last) - declared;
        (days > allowed).then_some((days, allowed))
    };
    let mut latest_first = gaps(&meetings, rhythm.since, today).into_iter().rev();
    let Some((gap, (days, allowed))) =
        latest_first.find_map(|gap| too_long(&gap).map(|told| (gap, told)))
    else {
        return Ok(None);
    };
    terms.complete(gap.first, gap.last)?;
    let mut finding = Finding::new(&META, rhythm.written.place)
        .about(platform.head.place())
        .with("platform", Fact::Id(id.value.to_owned()))
        .with("cadence", Fact::Code(rhythm.written.value.to_owned()))
        .with("from", Fact::Day(gap.first))
        .with("to", Fact::Day(gap.last))
        .with("days", Fact::Number(days))
        .with("allowed", Fact::Number(allowed));
    for (label, meeting) in [("before", gap.before), ("after", gap.after)] {
        if let Some(meeting) = meeting {
            finding = finding.and(label, meeting.start?.place);
        }
    }
    Ok(Some(finding))
}
