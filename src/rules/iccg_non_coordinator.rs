//! Somebody who coordinates nothing has a seat among the cluster coordinators.

use super::shared::seat::{self, Seat, Wanted, first_role, with_roles};
use super::shared::standing::is_context;
use super::shared::theme::{is_coordinator, roles_on};
use super::shared::{all, any};
use super::{Judge, Rule};
use crate::bundle::Bundle;
use crate::catalogue::{Example, Group, Meta, Scope, Severity, Strength};
use crate::document::{Kind, Marked, Read, entries};
use crate::finding::Fact;

static META: Meta = Meta {
    id: "iccg-non-coordinator",
    group: Group::Humanitarian,
    severity: Severity::Warning,
    scope: Scope::Subject,
    summary: "Somebody who coordinates nothing has IOM's seat in the ICCG.",
    page: "## What it checks\n\
        Every representation on an Inter-Cluster Coordination Group with the capacity `member` or `alternate`, on its \
        last day or the date of the run: the person's post is `cluster-coordinator` or `cluster-co-coordinator`, or \
        the person is among the `cluster_coordinators` of a platform, or has a seat with the capacity `coordinator` on \
        a cluster or working group.\n\n\
        ## Why it matters\n\
        The group consists of those who coordinate the clusters. IOM has its seats there through the clusters it \
        leads; whoever reports on IOM's own programmes attends the clusters.\n\n\
        ## Exceptions\n\
        Groups of the setting `sector`, and days on which the context model is `refugee`, are not judged. Coordinators \
        of working groups are members by the group's terms of reference.\n\n\
        ## What it marks\n\
        The `person` of the representation. Related: each post of the person on that day.\n",
    example: EXAMPLE,
    source: "IOM Emergency Manual, Coordination in Different Contexts (November 2022): should",
    statements: &["N18"],
    strength: Strength::Should,
    pack: Some("em-contexts"),
    also_packs: &[],
    params: &[],
};

const EXAMPLE: Example = Example::Records {
    as_of: "2025-03-31",
    given: r#"
{"mission": "mli", "records": [
  {"kind": "person", "id": "P-03", "assignments": [
    {"role": "senior-programme-manager", "kind": "staff", "duty_station": "bko",
     "from": "2023-01-01"}]},
  {"kind": "person", "id": "P-04", "assignments": [
    {"role": "cluster-coordinator", "kind": "staff", "duty_station": "bko", "cluster": ["SHL"],
     "from": "2024-05-01"}]},
  {"kind": "platform", "id": "iccg", "types": ["iccg"], "level": "national",
   "status": [{"value": "active", "from": "2012-04-01"}]}
]}
"#,
    valid: r#"
{"kind": "representation", "id": "R-1", "mission": "mli", "platform": "iccg",
 "person": "P-04", "capacity": "member", "from": "2024-05-01"}
"#,
    invalid: r#"
{"kind": "representation", "id": "R-1", "mission": "mli", "platform": "iccg",
 "person": "P-03", "capacity": "member", "from": "2024-05-01"}
"#,
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

const SEATS: Wanted = Wanted {
    kind: "iccg",
    except: &[],
    capacities: &["member", "alternate"],
};

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    let is_of_clusters =
        |setting: Option<Marked<&str>>| setting.is_none_or(|setting| setting.value != "sector");
    seat::judge_each(
        bundle,
        judge,
        &SEATS,
        |platform, day| {
            let refugee = is_context(bundle, "refugee", day);
            all([
                platform.setting().map(is_of_clusters),
                refugee.map(|refugee| !refugee),
            ])
        },
        judge_seat,
    );
}

fn judge_seat(judge: &mut Judge<'_>, seat: &Seat<'_, '_>) -> Read<()> {
    let has_post = any(
        roles_on(seat.person, seat.day).map(|role| role.map(|role| is_coordinator(role.value)))
    );
    if has_post == Ok(true) || any([has_post, is_named(seat), has_coordinating_seat(seat)])? {
        return Ok(());
    }
    let roles = seat.roles()?;
    let finding = seat
        .finding_at_person(judge)?
        .with("capacity", seat.capacity()?)
        .with_some("role", first_role(&roles))
        .with("date", Fact::Day(seat.day));
    judge.report(with_roles(finding, &roles));
    Ok(())
}

/// Whether a reference names the person of the seat.
fn is_person(seat: &Seat<'_, '_>, reference: Read<Marked<&str>>) -> Read<bool> {
    let person = seat.bundle.plain(seat.reference.value);
    reference.map(|named| seat.bundle.plain(named.value) == person)
}

/// Whether any platform names the person as its coordinator for the day.
fn is_named(seat: &Seat<'_, '_>) -> Read<bool> {
    let platforms = seat.bundle.platforms.iter();
    let coordinators = platforms.flat_map(|platform| entries(&platform.cluster_coordinators));
    let named = coordinators.map(|coordinator| {
        let coordinator = coordinator?;
        let person = match coordinator.person {
            Ok(None) => Ok(false),
            Ok(Some(person)) => is_person(seat, Ok(person)),
            Err(blocked) => Err(blocked),
        };
        let days = coordinator.interval();
        all([person, days.map(|dated| dated.interval.covers(seat.day))])
    });
    let unread = seat.bundle.nothing_unread(Kind::Platform);
    any(named.chain([unread.map(|()| false)]))
}

/// Whether the person coordinates a cluster or working group by a seat.
fn has_coordinating_seat(seat: &Seat<'_, '_>) -> Read<bool> {
    let bundle = seat.bundle;
    let seats = bundle.representations.iter().map(|other| {
        let capacity = other.capacity.map(|held| held.value == "coordinator");
        let days = other.interval.map(|dated| dated.interval.covers(seat.day));
        let platform = || {
            let platform = bundle.platform(other.platform?)?;
            any(["cluster", "working-group"].map(|kind| Bundle::is_of_type(platform, kind)))
        };
        all([capacity, is_person(seat, other.person), days, platform()])
    });
    let unread = bundle.nothing_unread(Kind::Representation);
    any(seats.chain([unread.map(|()| false)]))
}
