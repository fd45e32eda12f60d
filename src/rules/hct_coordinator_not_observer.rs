//! A cluster coordinator sits in the Humanitarian Country Team otherwise than as an observer.

use super::shared::leadership::Leadership;
use super::shared::seat::{self, Seat, Wanted};
use super::shared::standing::permits;
use super::shared::theme::is_coordinator;
use super::shared::{any, items, quoted};
use super::{Judge, Rule};
use crate::bundle::Bundle;
use crate::catalogue::{Example, Group, Meta, Scope, Severity, Strength};
use crate::document::{Marked, Read};
use crate::finding::{Fact, Safety};

static META: Meta = Meta {
    id: "hct-coordinator-not-observer",
    group: Group::Humanitarian,
    severity: Severity::Warning,
    scope: Scope::Subject,
    summary: "A cluster coordinator is in the HCT as member, not as observer.",
    page: "## What it checks\n\
        Every representation on a Humanitarian Country Team of somebody whose post is `cluster-coordinator` or \
        `cluster-co-coordinator` on its last day or the date of the run: the capacity is `observer`.\n\n\
        ## Why it matters\n\
        Coordinators speak for their cluster, not for IOM. They may be in the team as observers; IOM's seat is that of \
        its highest representative.\n\n\
        ## Exceptions\n\
        Somebody who is Chief of Mission or acts as such that day is not judged. Local terms of reference with \
        `permits` `coordinator-member` are respected. A coordinator who is not in the team at all is never reported. \
        `hct-alternate-unsupported` and `com-post-vacant` replace this finding where they apply.\n\n\
        ## What it marks\n\
        The `capacity` of the representation. Related: each post as coordinator on that day.\n",
    example: EXAMPLE,
    source: "IOM Emergency Manual, Coordination in Different Contexts (November 2022): may observe",
    statements: &["N16"],
    strength: Strength::May,
    pack: Some("em-contexts"),
    also_packs: &[],
    params: &[],
};

const EXAMPLE: Example = Example::Records {
    as_of: "2025-03-31",
    given: r#"
{"mission": "mli", "records": [
  {"kind": "person", "id": "P-04", "assignments": [
    {"role": "cluster-coordinator", "kind": "staff", "duty_station": "bko", "cluster": ["SHL"],
     "from": "2024-05-01"}]},
  {"kind": "platform", "id": "hct", "types": ["hct"], "level": "national",
   "status": [{"value": "active", "from": "2012-04-01"}]}
]}
"#,
    valid: r#"
{"kind": "representation", "id": "R-1", "mission": "mli", "platform": "hct",
 "person": "P-04", "capacity": "observer", "from": "2024-05-01"}
"#,
    invalid: r#"
{"kind": "representation", "id": "R-1", "mission": "mli", "platform": "hct",
 "person": "P-04", "capacity": "member", "from": "2024-05-01"}
"#,
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

const SEATS: Wanted = Wanted {
    kind: "hct",
    except: &[],
    capacities: &[],
};

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    let leadership = Leadership::of(bundle);
    seat::judge_each(
        bundle,
        judge,
        &SEATS,
        |_, _| Ok(true),
        |judge, seat| judge_seat(judge, seat, &leadership),
    );
}

fn judge_seat<'t>(
    judge: &mut Judge<'_>,
    seat: &Seat<'_, 't>,
    leadership: &Leadership<'_, 't>,
) -> Read<()> {
    let capacity = seat.record.capacity?;
    if capacity.value == "observer" {
        return Ok(());
    }
    let (roles, clusters) = coordinates(seat)?;
    let Some(role) = roles.first() else {
        return Ok(());
    };
    let head = leadership.is_head(seat.reference, seat.person, seat.day, seat.platform_id()?);
    if any([permits(seat.platform, "coordinator-member"), head])? {
        return Ok(());
    }
    let finding = seat
        .finding_at_capacity(judge)?
        .with("capacity", seat.capacity()?)
        .with("role", Fact::Role(role.value.to_owned()))
        .with("clusters", Fact::Codes(clusters))
        .with("date", Fact::Day(seat.day))
        .and_all("role", roles.iter().map(|role| role.place))
        .fixed_by(
            Safety::Suggested,
            vec![(capacity.place, quoted("observer"))],
        );
    judge.report(finding);
    Ok(())
}

/// The person's posts as coordinator on the day, and the clusters coordinated, each once.
fn coordinates<'t>(seat: &Seat<'_, 't>) -> Read<(Vec<Marked<&'t str>>, Vec<String>)> {
    let (mut roles, mut clusters) = (Vec::new(), Vec::new());
    for post in Bundle::posts_of(seat.person, seat.day) {
        let post = post?;
        let role = post.role?;
        if !is_coordinator(role.value) {
            continue;
        }
        roles.push(role);
        for cluster in items(&post.clusters)? {
            let cluster = (*cluster)?.value;
            if !clusters.iter().any(|known| known == cluster) {
                clusters.push(cluster.to_owned());
            }
        }
    }
    Ok((roles, clusters))
}
