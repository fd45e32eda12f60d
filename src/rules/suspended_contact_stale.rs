//! The last contact with the convener of a suspended platform was long ago.

use super::shared::suspension::{Suspension, suspension_of};
use super::{Judge, Rule};
use crate::bundle::Bundle;
use crate::calendar::{Day, days_between};
use crate::catalogue::{Example, Group, Meta, Param, ParamValue, Scope, Severity, Strength};
use crate::document::Read;
use crate::finding::{Fact, Finding};
use crate::record::ContactLog;

static STALE_DAYS: Param = Param {
    table: "suspended-contact-stale",
    key: "stale_days",
    value: ParamValue::Number(90, 1, 3_660),
    doc: "Number of days that may pass after a contact with the convener of a suspended platform.",
};

static META: Meta = Meta {
    id: "suspended-contact-stale",
    group: Group::Coverage,
    severity: Severity::Advice,
    scope: Scope::Subject,
    summary: "The last contact with the convener of a suspended platform is too old.",
    page: "## What it checks\n\
        The last contact-log of the time in which a platform is suspended is not more than `stale_days` (90) old.\n\n\
        ## Why it matters\n\
        Whether a suspended platform will be resumed is known from its convener only; an old contact says nothing \
        any more.\n\n\
        ## Exceptions\n\
        Platforms declared `not-relevant`, and types on which IOM is not expected. A later attempt counts, whatever \
        its outcome. Where no contact is recorded at all, `suspended-contact-missing` says so. That contact is kept up \
        rests on the Emergency Manual; the number of days is our own inference.\n\n\
        ## What it marks\n\
        The `date` of the last contact; related: the status that says the platform is suspended.\n",
    example: EXAMPLE,
    source: "IOM Emergency Manual, Pre-Crisis Coordination Structure (September 2022)",
    statements: &["N3"],
    strength: Strength::Should,
    pack: Some("em-precrisis"),
    also_packs: &[],
    params: &[&STALE_DAYS],
};

const EXAMPLE: Example = Example::Records {
    as_of: "2025-03-31",
    given: r#"
{"kind": "platform", "id": "cl-log", "mission": "mli", "types": ["cluster"], "clusters": ["LOG"],
 "level": "national", "convener": {"org": "WFP"}, "status": [
   {"value": "active", "from": "2012-04-01", "to": "2024-09-30"},
   {"value": "suspended", "from": "2024-10-01"}]}
"#,
    valid: r#"
{"kind": "contact-log", "id": "L-1", "mission": "mli", "platform": "cl-log",
 "date": "2025-02-20", "with": {"org": "WFP"}, "by": "P-18"}
"#,
    invalid: r#"
{"kind": "contact-log", "id": "L-1", "mission": "mli", "platform": "cl-log",
 "date": "2024-10-20", "with": {"org": "WFP"}, "by": "P-18"}
"#,
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    let today = judge.as_of();
    let limit = judge.number(&STALE_DAYS);
    for platform in &bundle.platforms {
        let applies = suspension_of(bundle, judge, platform)
            .and_then(|suspension| suspension.map_or(Ok(None), |found| contact_of(found, today)));
        judge.consider(
            platform.head.place(),
            applies,
            |judge, (suspension, (day, contact))| {
                let days = days_between(day, today);
                if days > limit {
                    suspension.contacts_are_known(day, today)?;
                    let id = contact.head.id?.value.to_owned();
                    let finding = suspension
                        .mark(Finding::new(&META, contact.date?.place))
                        .with("contact", Fact::Id(id))
                        .with("date", Fact::Day(day))
                        .with("days", Fact::Number(days))
                        .with("limit", Fact::Number(limit));
                    judge.report(finding);
                }
                Ok(())
            },
        );
    }
}

type Contacted<'b, 't> = (Suspension<'b, 't>, (Day, &'b ContactLog<'t>));

/// A suspension with its last contact; none where there was none.
fn contact_of<'b, 't>(
    suspension: Suspension<'b, 't>,
    today: Day,
) -> Read<Option<Contacted<'b, 't>>> {
    match suspension.last_contact(today) {
        Some(contact) => Ok(Some((suspension, contact))),
        None => suspension
            .contacts_are_known(suspension.since, today)
            .map(|()| None),
    }
}
