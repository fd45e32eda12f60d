//! Two persons hold an office at once that only one can hold.

use rustc_hash::FxHashMap;

use super::shared::{all, any, each, items};
use super::{Judge, Rule};
use crate::bundle::Bundle;
use crate::calendar::{Day, Interval, length_in_days};
use crate::catalogue::{Example, Group, Meta, Param, ParamValue, Scope, Severity, Strength};
use crate::document::{Kind, Marked, Read};
use crate::finding::{Fact, Finding};
use crate::record::{Assignment, Person};

static HANDOVER_DAYS: Param = Param {
    table: "concurrent-office-holder",
    key: "handover_days",
    value: ParamValue::Number(14, 0, 366),
    doc: "Days, both ends counted, for which two persons may hold the office together.",
};

static META: Meta = Meta {
    id: "concurrent-office-holder",
    group: Group::Integrity,
    severity: Severity::Error,
    scope: Scope::Subject,
    summary: "Two persons hold an office at once that only one can hold.",
    page: "## What it checks\n\
        A mission has one Chief of Mission and one Resource Management Officer at a time, and one coordinator for \
        each cluster and duty station. An assignment to such an office is reported when it overlaps one that began \
        earlier, of another person, by more than `handover_days` (14), counted up to the day of the run.\n\n\
        ## Why it matters\n\
        Who was responsible on those days cannot be told, and presence is judged for the wrong person.\n\n\
        ## Exceptions\n\
        A handover of up to `handover_days`. Chiefs of Mission where a designation `acting-com` to either of them \
        covers the whole overlap.\n\n\
        ## What it marks\n\
        The role of the later assignment; related: the roles of the earlier ones it overlaps, eight at most.\n",
    example: EXAMPLE,
    source: "our own inference; record contract (exclusive roles)",
    statements: &[],
    strength: Strength::Inferred,
    pack: None,
    also_packs: &[],
    params: &[&HANDOVER_DAYS],
};

const EXAMPLE: Example = Example::Records {
    as_of: "2025-03-31",
    given: r#"
{"kind": "person", "id": "P-20", "mission": "mli", "assignments": [
  {"role": "chief-of-mission", "kind": "staff", "duty_station": "bko",
   "from": "2023-06-15", "to": "2024-02-10"}]}
"#,
    valid: r#"
{"kind": "person", "id": "P-01", "mission": "mli", "assignments": [
  {"role": "chief-of-mission", "kind": "staff", "duty_station": "bko", "from": "2024-02-01"}]}
"#,
    invalid: r#"
{"kind": "person", "id": "P-01", "mission": "mli", "assignments": [
  {"role": "chief-of-mission", "kind": "staff", "duty_station": "bko", "from": "2024-01-01"}]}
"#,
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    let mut terms = Vec::new();
    for person in &bundle.people {
        each(
            judge,
            &person.assignments,
            |judge, assignment| match Term::read(bundle, person, assignment) {
                Ok(Some(term)) => terms.push(term),
                Ok(None) => {}
                Err(blocked) => judge.block(blocked),
            },
        );
    }
    // Stable: of two that begin together, the first in order of path and text counts as the earlier one.
    terms.sort_by_key(|term| term.interval.from);
    judge_terms(bundle, &terms, judge);
}

/// Earlier assignments that a finding names: a bad import may give one office to everybody.
const MOST: usize = 8;

/// What only one person can hold at a time: a role in the mission, or a cluster at a duty station.
type Seat<'t> = (&'t str, &'t str);

/// An assignment to an exclusive role.
struct Term<'t> {
    person: &'t str,
    role: Marked<&'t str>,
    interval: Interval,
    seats: Vec<Seat<'t>>,
}

impl<'t> Term<'t> {
    /// None for other roles.
    fn read(
        bundle: &Bundle<'t>,
        person: &Person<'t>,
        assignment: &Assignment<'t>,
    ) -> Read<Option<Self>> {
        let role = assignment.role?;
        let seats = match role.value {
            "chief-of-mission" | "resource-management-officer" => vec![(role.value, "")],
            "cluster-coordinator" => {
                let station = bundle.plain(assignment.duty_station?.value);
                let clusters = items(&assignment.clusters)?.iter();
                clusters
                    .map(|cluster| cluster.map(|cluster| (cluster.value, station)))
                    .collect::<Read<_>>()?
            }
            _ => return Ok(None),
        };
        Ok(Some(Self {
            person: person.head.id?.value,
            role,
            interval: assignment.interval?.interval,
            seats,
        }))
    }
}

/// Judges the terms in order of their first days.
fn judge_terms<'t>(bundle: &Bundle<'t>, terms: &[Term<'t>], judge: &mut Judge<'_>) {
    // For each seat the terms that have not ended when the next one begins.
    let mut running: FxHashMap<Seat<'t>, Vec<(usize, &Term<'t>)>> = FxHashMap::default();
    for (at, term) in terms.iter().enumerate() {
        let mut earlier = Vec::new();
        for seat in &term.seats {
            let before = running.entry(*seat).or_default();
            before
                .retain(|(_, before)| before.interval.to.is_none_or(|to| term.interval.from <= to));
            earlier.extend_from_slice(before);
            before.push((at, term));
        }
        // Two terms may share several clusters.
        earlier.sort_unstable_by_key(|(at, _)| *at);
        earlier.dedup_by_key(|(at, _)| *at);
        judge.subject(term.role.place, |judge| {
            judge_term(bundle, term, &earlier, judge)
        });
    }
}

fn judge_term<'t>(
    bundle: &Bundle<'t>,
    term: &Term<'t>,
    earlier: &[(usize, &Term<'t>)],
    judge: &mut Judge<'_>,
) -> Read<()> {
    let handover_days = judge.number(&HANDOVER_DAYS);
    let mut clashes = Vec::new();
    let mut untold = Ok(());
    for (_, earlier) in earlier {
        if clashes.len() == MOST {
            break;
        }
        match clash(bundle, earlier, term, judge.as_of(), handover_days) {
            Ok(Some(clash)) => clashes.push(clash),
            Ok(None) => {}
            Err(blocked) => untold = untold.and(Err(blocked)),
        }
    }
    match clashes.first() {
        Some(first) => judge.report(finding(term, first, &clashes)),
        None => untold?,
    }
    Ok(())
}

/// An earlier term that goes on too long beside a later one.
struct Clash<'b, 't> {
    earlier: &'b Term<'t>,
    first: Day,
    last: Day,
}

impl Clash<'_, '_> {
    fn days(&self) -> i64 {
        length_in_days(self.first, self.last)
    }
}

fn clash<'b, 't>(
    bundle: &Bundle<'t>,
    earlier: &'b Term<'t>,
    later: &Term<'t>,
    as_of: Day,
    handover_days: i64,
) -> Read<Option<Clash<'b, 't>>> {
    if earlier.person == later.person {
        return Ok(None);
    }
    let Some((first, last)) = earlier.interval.overlap(later.interval, as_of) else {
        return Ok(None);
    };
    let clash = Clash {
        earlier,
        first,
        last,
    };
    let tolerated = clash.days() <= handover_days || is_acting(bundle, &clash, later)?;
    Ok((!tolerated).then_some(clash))
}

/// Whether one of two Chiefs of Mission is designated to act for the whole time.
fn is_acting<'t>(bundle: &Bundle<'t>, clash: &Clash<'_, 't>, later: &Term<'t>) -> Read<bool> {
    if later.role.value != "chief-of-mission" {
        return Ok(false);
    }
    let either = [clash.earlier.person, later.person];
    let acting = any(bundle.designations.iter().map(|designation| {
        all([
            designation
                .designation
                .map(|sort| sort.value == "acting-com"),
            designation
                .to_person
                .map(|to| either.contains(&bundle.plain(to.value))),
            designation.interval.map(|dated| {
                dated.interval.covers(clash.first) && dated.interval.covers(clash.last)
            }),
        ])
    }))?;
    if !acting {
        bundle.nothing_unread(Kind::Designation)?;
    }
    Ok(acting)
}

fn finding(term: &Term<'_>, first: &Clash<'_, '_>, clashes: &[Clash<'_, '_>]) -> Finding {
    Finding::new(&META, term.role.place)
        .with("role", Fact::Role(term.role.value.to_owned()))
        .with("person", Fact::Person(term.person.to_owned()))
        .with("other", Fact::Person(first.earlier.person.to_owned()))
        .with("from", Fact::Day(first.first))
        .with("to", Fact::Day(first.last))
        .with("days", Fact::Number(first.days()))
        .and_all(
            "earlier",
            clashes.iter().map(|clash| clash.earlier.role.place),
        )
}
