//! The chief of mission was not at a meeting of the Security Management Team.

use super::shared::security_meeting::{self, SecurityMeeting};
use super::{Judge, Rule};
use crate::bundle::Bundle;
use crate::catalogue::{Example, Group, Meta, Scope, Severity, Strength};
use crate::document::Read;

static META: Meta = Meta {
    id: "smt-com-absent",
    group: Group::Security,
    severity: Severity::Error,
    scope: Scope::Subject,
    summary: "No Chief of Mission was present at a Security Management Team meeting.",
    page: "## What it checks\n\
        Every Security Management Team meeting that was held (area teams are other bodies): somebody who is Chief of \
        Mission on the date of the meeting, or acts as such, is recorded as `present`, in whatever capacity and mode. \
        Chiefs of Mission are those of the mission itself and of the mission named in `covered_by`. Acting are those \
        whom a designation `acting-com` covering the date names, if it has no `scope` or names the platform. The date \
        is the local one, as written in `start`.\n\n\
        ## Why it matters\n\
        The Chief of Mission's participation is mandatory: IOM is a full member of the United Nations Security \
        Management System, and the team advises the Designated Official on all security matters at the duty station.\n\n\
        ## Exceptions\n\
        Meetings that were cancelled or are planned, and those before 1 September 2022, are not judged. An absence \
        weighs one step less when the row says `excused` and gives a `reason`, or when the meeting was announced on \
        the day itself (parameter `smt.short_notice_days`). With `smt.acting_com_satisfies = false` nobody can act. \
        That an acting Chief of Mission satisfies the duty, and what lowers it, is our reading: the policy does not \
        say. One of `smt-observer-only`, `smt-delegate-not-acting` and `com-post-vacant` replaces this finding where \
        it applies.\n\n\
        ## What it marks\n\
        The `presence` of the Chief of Mission, else of the acting one; the key `attendance` where neither is listed. \
        Related: the post of each Chief of Mission, the nearest end or begin of a designation `acting-com` within 90 \
        days, the platform.\n",
    example: EXAMPLE,
    source: "IOM Emergency Manual, Pre-Crisis Coordination Structure (September 2022): mandatory",
    statements: &["N38"],
    strength: Strength::Mandatory,
    pack: Some("em-precrisis"),
    also_packs: &[],
    params: security_meeting::PARAMS,
};

const EXAMPLE: Example = Example::Records {
    as_of: "2025-03-31",
    given: r#"
{"mission": "mli", "records": [
  {"kind": "person", "id": "P-01", "assignments": [
    {"role": "chief-of-mission", "kind": "staff", "duty_station": "bko", "from": "2024-02-01"}]},
  {"kind": "platform", "id": "smt", "types": ["smt"], "level": "national",
   "status": [{"value": "active", "from": "2013-01-01"}]}
]}
"#,
    valid: r#"
{"kind": "meeting", "id": "M-1", "mission": "mli", "platform": "smt",
 "start": "2025-03-05T09:00:00Z", "status": "held", "mode": "in-person",
 "attendance": [{"person": "P-01", "capacity": "member", "presence": "present"}]}
"#,
    invalid: r#"
{"kind": "meeting", "id": "M-1", "mission": "mli", "platform": "smt",
 "start": "2025-03-05T09:00:00Z", "status": "held", "mode": "in-person",
 "attendance": [{"person": "P-01", "capacity": "member", "presence": "absent"}]}
"#,
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    security_meeting::judge_each(bundle, judge, judge_meeting);
}

fn judge_meeting(judge: &mut Judge<'_>, meeting: &SecurityMeeting<'_, '_>) -> Read<()> {
    let Some(absence) = meeting.absence()? else {
        return Ok(());
    };
    let finding = absence.finding(judge, absence.mark()?)?;
    let finding = absence.with_context(absence.with_facts(finding)?)?;
    judge.report(finding);
    Ok(())
}
