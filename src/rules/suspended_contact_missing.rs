//! Nobody keeps in touch with the convener of a suspended platform.

use super::shared::suspension::{Suspension, suspension_of};
use super::{Judge, Rule};
use crate::bundle::Bundle;
use crate::calendar::days_between;
use crate::catalogue::{Example, Group, Meta, Param, ParamValue, Scope, Severity, Strength};
use crate::document::Read;
use crate::finding::{Fact, Finding};

static GRACE_DAYS: Param = Param {
    table: "suspended",
    key: "grace_days",
    value: ParamValue::Number(30, 0, 366),
    doc: "A platform suspended for fewer days than this is not judged: there was no time yet to approach its \
          convener.",
};

static META: Meta = Meta {
    id: "suspended-contact-missing",
    group: Group::Coverage,
    severity: Severity::Warning,
    scope: Scope::Subject,
    summary: "A suspended platform has no convener on record, or no contact with it.",
    page: "## What it checks\n\
        A platform that has been suspended for at least `grace_days` (30) names its `convener`, and at least one \
        contact-log of the time of the suspension shows that somebody approached the convener.\n\n\
        ## Why it matters\n\
        A suspended platform is resumed by whoever convened it. Without a contact IOM learns of that too late, and \
        nobody can tell a platform that rests from one that is forgotten.\n\n\
        ## Exceptions\n\
        Platforms declared `not-relevant`, and types on which IOM is not expected. An attempt counts: a contact-log \
        with the outcome `unreachable` is one. A contact before the suspension does not count.\n\n\
        ## What it marks\n\
        The `id` of the platform; related: the status that says it is suspended.\n",
    example: EXAMPLE,
    source: "IOM Emergency Manual, Pre-Crisis Coordination Structure (September 2022)",
    statements: &["N3"],
    strength: Strength::Should,
    pack: Some("em-precrisis"),
    also_packs: &[],
    params: &[&GRACE_DAYS],
};

const EXAMPLE: Example = Example::Records {
    as_of: "2025-03-31",
    given: r#"
{"kind": "platform", "id": "cl-log", "mission": "mli", "types": ["cluster"], "clusters": ["LOG"],
 "level": "national", "convener": {"org": "WFP"}, "status": [
   {"value": "active", "from": "2012-04-01", "to": "2025-01-14"},
   {"value": "suspended", "from": "2025-01-15"}]}
"#,
    valid: r#"
{"kind": "contact-log", "id": "L-1", "mission": "mli", "platform": "cl-log",
 "date": "2025-02-20", "with": {"org": "WFP"}, "by": "P-18"}
"#,
    invalid: r#"
{"kind": "contact-log", "id": "L-1", "mission": "mli", "platform": "cl-log",
 "date": "2025-01-10", "with": {"org": "WFP"}, "by": "P-18"}
"#,
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    let today = judge.as_of();
    let grace = judge.number(&GRACE_DAYS);
    for platform in &bundle.platforms {
        let suspension = suspension_of(bundle, judge, platform);
        let settled = suspension.map(|suspension| {
            suspension.filter(|suspension| days_between(suspension.since, today) >= grace)
        });
        judge.consider(platform.head.place(), settled, |judge, suspension| {
            let missing = missing(judge, &suspension)?;
            if !missing.is_empty() {
                judge.report(describe(judge, &suspension, missing));
            }
            Ok(())
        });
    }
}

fn missing(judge: &Judge<'_>, suspension: &Suspension<'_, '_>) -> Read<Vec<String>> {
    let today = judge.as_of();
    let has_convener = suspension.platform.convener()?.is_some();
    let has_contact = suspension.last_contact(today).is_some();
    if !has_contact {
        suspension.contacts_are_known(suspension.since, today)?;
    }
    let parts = [("convener", has_convener), ("contact", has_contact)];
    let missing = parts.into_iter().filter(|(_, there)| !there);
    Ok(missing.map(|(part, _)| part.to_owned()).collect())
}

fn describe(judge: &Judge<'_>, suspension: &Suspension<'_, '_>, missing: Vec<String>) -> Finding {
    let today = judge.as_of();
    suspension
        .mark(Finding::new(&META, suspension.id.place))
        .with("missing", Fact::Vocabulary(missing))
        .with("since", Fact::Day(suspension.since))
        .with("days", Fact::Number(days_between(suspension.since, today)))
        .with("date", Fact::Day(today))
}
