//! A platform is active, and nobody of the organization has a seat on it.

use super::shared::coverage::{has_seat, judge_each};
use super::shared::standing::{NEW_DAYS, entry_with, is_out_of_reach, types_of};
use super::{Judge, Rule};
use crate::bundle::Bundle;
use crate::catalogue::{Example, Group, Meta, Scope, Severity, Strength};
use crate::document::Read;
use crate::finding::{Fact, Finding};
use crate::record::Platform;

static META: Meta = Meta {
    id: "active-platform-unrepresented",
    group: Group::Coverage,
    severity: Severity::Warning,
    scope: Scope::Subject,
    summary: "A platform is active, and nobody represents IOM on it in any capacity.",
    page: "## What it checks\n\
        Every platform on which IOM takes part, on the date of the run: if it is active and has been for more than \
        30 days (parameter `coverage.new_days`), a representation of any capacity covers that day.\n\n\
        ## Why it matters\n\
        IOM represents itself on every coordination structure that is active and relevant to it. An empty seat is \
        seen by nobody until a decision has been taken without IOM.\n\n\
        ## Exceptions\n\
        Platforms that the mission declared `not-relevant`; types on which IOM has no seat of its own (civil-military \
        coordination, area security meetings, security cells); subnational platforms whose local terms permit \
        `covered-by-hub` or `no-access`. Which platforms exist is never judged: a platform that is not recorded is \
        no finding.\n\n\
        ## What it marks\n\
        The `id` of the platform. Related: the `value` of its status on that day.\n",
    example: EXAMPLE,
    source: "IOM Emergency Manual, Coordination in Different Contexts (November 2022)",
    statements: &["N2", "N7"],
    strength: Strength::Should,
    pack: Some("em-contexts"),
    also_packs: &[],
    params: &[&NEW_DAYS],
};

const EXAMPLE: Example = Example::Records {
    as_of: "2025-03-31",
    given: r#"
{"mission": "mli", "records": [
  {"kind": "person", "id": "P-01", "assignments": [
    {"role": "chief-of-mission", "kind": "staff", "duty_station": "bko", "from": "2024-02-01"}]},
  {"kind": "platform", "id": "hct", "types": ["hct"], "level": "national",
   "status": [{"value": "active", "from": "2012-04-01"}]}
]}
"#,
    valid: r#"
{"kind": "representation", "id": "R-1", "mission": "mli", "platform": "hct",
 "person": "P-01", "capacity": "member", "from": "2025-02-01"}
"#,
    invalid: r#"
{"kind": "representation", "id": "R-1", "mission": "mli", "platform": "hct",
 "person": "P-01", "capacity": "member", "from": "2025-05-01"}
"#,
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    let any_type = |_: &Judge<'_>, _: &Platform<'_>| Ok(true);
    judge_each(bundle, judge, any_type, |judge, platform| {
        let reach = is_out_of_reach(platform);
        if reach == Ok(true) || has_seat(bundle, platform, judge.as_of())? {
            return Ok(());
        }
        reach?;
        judge.report(describe(judge, platform)?);
        Ok(())
    });
}

fn describe(judge: &Judge<'_>, platform: &Platform<'_>) -> Read<Finding> {
    let id = platform.head.id?;
    let kind = types_of(platform).next().transpose()?;
    let status = entry_with(platform, "active", judge.as_of())?;
    let mut finding = Finding::new(&META, id.place)
        .about(platform.head.place())
        .with("platform", Fact::Id(id.value.to_owned()))
        .with_some("type", kind.map(|kind| Fact::Kind(kind.code.clone())));
    if let Some(status) = status {
        finding = finding
            .with("since", Fact::Day(status.interval?.interval.from))
            .and("status", status.value?.place);
    }
    Ok(finding.with("date", Fact::Day(judge.as_of())))
}
