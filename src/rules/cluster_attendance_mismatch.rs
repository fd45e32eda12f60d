//! Somebody without a seat speaks in a cluster that none of the person's programmes belongs to.

use std::collections::BTreeMap;

use super::shared::cluster_seat::is_named_cluster;
use super::shared::theme::{
    Cluster, Holder, areas_of, distinct, is_coordinator, roles_on, severity_for,
};
use super::shared::{any, held, items};
use super::{Judge, Rule};
use crate::bundle::{Bundle, Terms};
use crate::calendar::Moment;
use crate::catalogue::{Example, Group, Meta, Scope, Severity, Strength};
use crate::document::{Marked, Read, View};
use crate::finding::{Fact, Finding};
use crate::record::{Meeting, Platform, Representation, Row};

static META: Meta = Meta {
    id: "cluster-attendance-mismatch",
    group: Group::Humanitarian,
    severity: Severity::Warning,
    scope: Scope::Subject,
    summary: "Somebody speaks for IOM in a cluster that none of their programmes belongs to.",
    page: "## What it checks\n\
        Whoever is `present` as a member or alternate at a meeting of a cluster, on a day on which no seat of that \
        person there is recorded, works on that day for a programme that belongs to the cluster: by its areas or by \
        its own `clusters`.\n\n\
        ## Why it matters\n\
        Staff represent IOM in the cluster of their programme; somebody else has nothing to report there.\n\n\
        ## Exceptions\n\
        Observers, and cluster coordinators and co-coordinators. Days with a seat: it is judged by \
        `cluster-staff-mismatch`. Where the areas of the programmes are not the namesake of a cluster this is an \
        advice.\n\n\
        ## What it marks\n\
        The `person` of the first such attendance; related: the next four, the `areas` of the person’s programmes on \
        the first day, the platform’s `clusters`.\n",
    example: EXAMPLE,
    source: "IOM Emergency Manual, Coordination in Different Contexts (November 2022)",
    statements: &["N20"],
    strength: Strength::Should,
    pack: Some("em-contexts"),
    also_packs: &[],
    params: &[],
};

const EXAMPLE: Example = Example::Records {
    as_of: "2025-03-31",
    given: r#"
{"mission": "mli", "records": [
  {"kind": "programme", "id": "G-shl", "areas": ["shelter"], "crisis": true, "sites": ["mop"],
   "from": "2024-01-01"},
  {"kind": "programme", "id": "G-hea", "areas": ["health"], "crisis": true, "sites": ["bko"],
   "from": "2024-01-01"},
  {"kind": "person", "id": "P-03", "programmes": [{"programme": "G-shl"}], "assignments": [
    {"role": "senior-programme-manager", "kind": "staff", "duty_station": "bko",
     "from": "2023-01-01"}]},
  {"kind": "person", "id": "P-06", "programmes": [{"programme": "G-hea"}], "assignments": [
    {"role": "programme-officer", "kind": "staff", "duty_station": "bko", "from": "2024-01-15"}]},
  {"kind": "platform", "id": "cl-hea", "types": ["cluster"], "clusters": ["HEA"],
   "level": "national", "status": [{"value": "active", "from": "2012-04-01"}]}
]}
"#,
    valid: r#"
{"kind": "meeting", "id": "M-1", "mission": "mli", "platform": "cl-hea",
 "start": "2025-03-12T10:00:00Z", "status": "held", "mode": "in-person",
 "attendance": [{"person": "P-06", "capacity": "member", "presence": "present"}]}
"#,
    invalid: r#"
{"kind": "meeting", "id": "M-1", "mission": "mli", "platform": "cl-hea",
 "start": "2025-03-12T10:00:00Z", "status": "held", "mode": "in-person",
 "attendance": [{"person": "P-03", "capacity": "member", "presence": "present"}]}
"#,
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

/// How many further attendances are shown at most.
const SHOWN: usize = 4;

/// Attendance of a person at the meetings of a platform.
struct Pair<'b, 't> {
    platform: &'b Platform<'t>,
    rows: Vec<(&'b Row<'t>, Moment<'t>)>,
}

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    let mut pairs: BTreeMap<(&str, &str), Pair<'_, '_>> = BTreeMap::new();
    for meeting in &bundle.meetings {
        match spoken(bundle, judge, meeting) {
            Ok(None) => {}
            Ok(Some((id, platform, start, rows))) => {
                for row in rows {
                    match row.person {
                        Ok(person) => pairs
                            .entry((id, bundle.plain(person.value)))
                            .or_insert(Pair {
                                platform,
                                rows: Vec::new(),
                            })
                            .rows
                            .push((row, start)),
                        Err(blocked) => judge.block(blocked),
                    }
                }
            }
            Err(blocked) => judge.block(blocked),
        }
    }
    for ((id, _), mut pair) in pairs {
        pair.rows.sort_by_key(|(_, start)| start.instant);
        judge.subject(pair.platform.head.place(), |judge| {
            judge_pair(bundle, judge, id, &pair)
        });
    }
}

type Spoken<'b, 't> = (&'t str, &'b Platform<'t>, Moment<'t>, Vec<&'b Row<'t>>);

/// Who spoke at a meeting of a cluster; none for other meetings.
fn spoken<'b, 't>(
    bundle: &'b Bundle<'t>,
    judge: &Judge<'_>,
    meeting: &'b Meeting<'t>,
) -> Read<Option<Spoken<'b, 't>>> {
    let reference = meeting.platform;
    let platform = bundle.platform_of(meeting);
    let is_cluster = platform.and_then(is_named_cluster);
    let is_foreign = reference.is_ok_and(|reference| bundle.is_foreign(reference.value));
    let is_past = meeting.start.map(|start| judge.in_force(start.value.day));
    if is_foreign || [is_cluster, is_past, held(meeting)].contains(&Ok(false)) {
        return Ok(None);
    }
    is_cluster?;
    is_past?;
    held(meeting)?;
    let mut rows = Vec::new();
    for row in items(&meeting.attendance)? {
        let present = row.presence.map(|presence| presence.value == "present");
        let speaks = row
            .capacity
            .map(|capacity| matches!(capacity.value, "member" | "alternate"));
        if super::shared::all([present, speaks])? {
            rows.push(row);
        }
    }
    let id = bundle.plain(reference?.value);
    Ok(Some((id, platform?, meeting.start?.value, rows)))
}

fn judge_pair(
    bundle: &Bundle<'_>,
    judge: &mut Judge<'_>,
    id: &str,
    pair: &Pair<'_, '_>,
) -> Read<()> {
    let (mut counted, mut untold) = (Vec::new(), Ok(()));
    let seats = bundle.seats_of(id);
    for &(row, start) in &pair.rows {
        match is_explained(bundle, judge, &seats, pair.platform, row, start) {
            Ok(true) => {}
            Ok(false) => counted.push((row, start)),
            Err(blocked) => untold = untold.and(Err(blocked)),
        }
    }
    if counted.is_empty() {
        return untold;
    }
    judge.report(describe(bundle, judge, id, pair.platform, &counted)?);
    Ok(())
}

fn holder_of<'b, 't>(bundle: &'b Bundle<'t>, reference: Marked<&'t str>) -> Read<Holder<'b, 't>> {
    Ok(Holder {
        person: bundle.person(reference)?,
        home: bundle.home_of(reference.value).0,
    })
}

/// Whether a seat, a post as coordinator or a programme explains an attendance.
fn is_explained<'t>(
    bundle: &Bundle<'t>,
    judge: &Judge<'_>,
    seats: &Terms<&Representation<'t>>,
    platform: &Platform<'t>,
    row: &Row<'t>,
    start: Moment<'_>,
) -> Read<bool> {
    let reference = row.person?;
    let is_theirs =
        |person: Marked<&str>| bundle.plain(person.value) == bundle.plain(reference.value);
    let seated = any(seats.on(start.day).map(|seat| seat.person.map(is_theirs)));
    if seated == Ok(true) {
        return Ok(true);
    }
    let holder = holder_of(bundle, reference)?;
    let cluster = Cluster::new(bundle, judge, platform, start.day);
    let coordinates =
        roles_on(holder.person, start.day).map(|role| Ok(is_coordinator(role?.value)));
    any([
        seated,
        any(coordinates),
        cluster.suits(holder),
        seats.complete(start.day, start.day).map(|()| false),
    ])
}

fn describe<'t>(
    bundle: &Bundle<'t>,
    judge: &Judge<'_>,
    id: &str,
    platform: &Platform<'t>,
    counted: &[(&Row<'t>, Moment<'t>)],
) -> Read<Finding> {
    let (Some((row, first)), Some((_, last))) = (counted.first(), counted.last()) else {
        return Err(platform
            .head
            .view
            .blocked(crate::document::Obstacle::Schema));
    };
    let person = row.person?;
    let holder = holder_of(bundle, person)?;
    let cluster = Cluster::new(bundle, judge, platform, first.day);
    let programmes = distinct(cluster.programmes_of(holder).collect::<Read<Vec<_>>>()?);
    let areas = areas_of(&programmes)?;
    let codes = cluster
        .codes()
        .map(|code| Ok(code?.value.to_owned()))
        .collect::<Read<Vec<_>>>()?;
    let roles = roles_on(holder.person, first.day).collect::<Read<Vec<_>>>()?;
    let role = roles.first().map(|role| Fact::Role(role.value.to_owned()));
    let again = counted.iter().skip(1).take(SHOWN);
    let again = again.map(|(row, _)| Ok(row.person?.place));
    let mut finding = Finding::new(&META, person.place)
        .weighing(severity_for(&META, &areas))
        .judged_on(first.day)
        .with("person", Fact::Person(person.value.to_owned()))
        .with("platform", Fact::Id(id.to_owned()))
        .with(
            "count",
            Fact::Number(i64::try_from(counted.len()).unwrap_or(i64::MAX)),
        )
        .with("clusters", Fact::Codes(codes))
        .with("areas", Fact::Codes(areas))
        .with_some("role", role)
        .with("from", Fact::Day(first.day))
        .with("to", Fact::Day(last.day))
        .and_all("again", again.collect::<Read<Vec<_>>>()?);
    for programme in &programmes {
        finding = finding.and("areas", programme.areas_view?.place());
    }
    finding = finding.and_all("clusters", platform.clusters_view?.map(View::place));
    let rows = counted.iter().map(|(row, _)| row.place);
    Ok(rows.fold(finding, Finding::about))
}
