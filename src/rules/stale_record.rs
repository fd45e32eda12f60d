//! Nobody has confirmed a record for a long time.

use super::shared::standing::entry_on;
use super::shared::{any, items};
use super::{Judge, Rule};
use crate::bundle::Bundle;
use crate::calendar::{Day, Interval, days_between};
use crate::catalogue::{Example, Group, Meta, Param, ParamValue, Scope, Severity, Strength};
use crate::document::{Dated, Kind, Read};
use crate::finding::{Fact, Finding};
use crate::record::{Head, Mission, Person, Platform};

/// For how many days records of a kind hold.
const fn limit(key: &'static str, days: i64, doc: &'static str) -> Param {
    Param {
        table: "stale-record",
        key,
        value: ParamValue::Number(days, 1, 3_660),
        doc,
    }
}

static MISSION_DAYS: Param = limit(
    "mission_days",
    365,
    "Number of days for which a mission record holds without being confirmed.",
);
static PERSON_DAYS: Param = limit(
    "person_days",
    365,
    "Number of days for which the record of a person holds without being confirmed.",
);
static PROGRAMME_DAYS: Param = limit(
    "programme_days",
    365,
    "Number of days for which a programme holds without being confirmed.",
);
static PLATFORM_DAYS: Param = limit(
    "platform_days",
    365,
    "Number of days for which a platform holds without being confirmed.",
);
static REPRESENTATION_DAYS: Param = limit(
    "representation_days",
    365,
    "Number of days for which a seat on a platform holds without being confirmed.",
);
static DESIGNATION_DAYS: Param = limit(
    "designation_days",
    365,
    "Number of days for which a designation holds without being confirmed.",
);
static VACANCY_DAYS: Param = limit(
    "vacancy_days",
    180,
    "Number of days for which a vacancy holds without being confirmed.",
);
static CONTACT_DAYS: Param = limit(
    "contact_days",
    365,
    "Number of days for which a functional contact holds without being confirmed.",
);

static META: Meta = Meta {
    id: "stale-record",
    group: Group::Timeliness,
    severity: Severity::Warning,
    scope: Scope::Subject,
    summary: "A record that still holds was confirmed long ago or never.",
    page: "## What it checks\n\
        A record of a mission, person, programme, platform, representation, designation, vacancy or contact that is \
        not over was `confirmed` within the number of days set for its kind (365, vacancies 180). Without `confirmed` \
        the latest of its own dates that is past counts.\n\n\
        ## Why it matters\n\
        Contacts, seats and vacancies change; a list that nobody looks at is wrong after a year, and every other \
        rule believes it. That the status of the standing platforms is kept up to date is asked for by the Emergency \
        Manual; the other limits are our own inference.\n\n\
        ## Exceptions\n\
        Records marked `historic`, records whose time is over (a person without a present assignment, a platform that \
        is deactivated, or not established for a reason that is given), and records without any past date. Meetings \
        and contact-logs are facts of a day.\n\n\
        ## What it marks\n\
        `confirmed`, or the `id` where that is missing.\n",
    example: EXAMPLE,
    source: "our own inference; IOM Emergency Manual, Pre-Crisis Coordination Structure (September 2022) for platforms",
    statements: &["N1"],
    strength: Strength::Inferred,
    pack: None,
    also_packs: &[],
    params: &[
        &MISSION_DAYS,
        &PERSON_DAYS,
        &PROGRAMME_DAYS,
        &PLATFORM_DAYS,
        &REPRESENTATION_DAYS,
        &DESIGNATION_DAYS,
        &VACANCY_DAYS,
        &CONTACT_DAYS,
    ],
};

const EXAMPLE: Example = Example::Records {
    as_of: "2025-03-31",
    given: "",
    valid: r#"
{"kind": "person", "id": "P-01", "mission": "mli", "confirmed": "2025-02-14", "assignments": [
  {"role": "chief-of-mission", "kind": "staff", "duty_station": "bko", "from": "2024-02-01"}]}
"#,
    invalid: r#"
{"kind": "person", "id": "P-01", "mission": "mli", "confirmed": "2024-02-14", "assignments": [
  {"role": "chief-of-mission", "kind": "staff", "duty_station": "bko", "from": "2024-02-01"}]}
"#,
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    for mission in &bundle.missions {
        judge_record(judge, &mission.head, &MISSION_DAYS, |_| {
            Ok(Life::of(intervals_of(mission)?, false))
        });
    }
    for person in &bundle.people {
        judge_record(judge, &person.head, &PERSON_DAYS, |today| {
            life_of_person(person, today)
        });
    }
    for platform in &bundle.platforms {
        judge_record(judge, &platform.head, &PLATFORM_DAYS, |today| {
            life_of_platform(platform, today)
        });
    }
    let dated = bundle
        .programmes
        .iter()
        .map(|record| (&record.head, record.interval));
    judge_dated(judge, &PROGRAMME_DAYS, dated);
    let dated = bundle
        .representations
        .iter()
        .map(|record| (&record.head, record.interval));
    judge_dated(judge, &REPRESENTATION_DAYS, dated);
    let dated = bundle
        .designations
        .iter()
        .map(|record| (&record.head, record.interval));
    judge_dated(judge, &DESIGNATION_DAYS, dated);
    let dated = bundle
        .vacancies
        .iter()
        .map(|record| (&record.head, record.interval));
    judge_dated(judge, &VACANCY_DAYS, dated);
    let dated = bundle
        .contacts
        .iter()
        .map(|record| (&record.head, record.interval));
    judge_dated(judge, &CONTACT_DAYS, dated);
}

fn judge_dated<'b, 't: 'b>(
    judge: &mut Judge<'_>,
    limit: &Param,
    records: impl Iterator<Item = (&'b Head<'t>, Read<Dated>)>,
) {
    for (head, dated) in records {
        judge_record(judge, head, limit, |today| {
            let interval = dated?.interval;
            Ok(Life::of(vec![interval], is_over(interval, today)))
        });
    }
}

/// The dates of a record, and whether its time is over.
struct Life {
    days: Vec<Day>,
    is_over: bool,
}

impl Life {
    fn of(intervals: Vec<Interval>, is_over: bool) -> Self {
        let bounds = |interval: Interval| [Some(interval.from), interval.to].into_iter().flatten();
        Self {
            days: intervals.into_iter().flat_map(bounds).collect(),
            is_over,
        }
    }
}

fn is_over(interval: Interval, today: Day) -> bool {
    interval.to.is_some_and(|to| to < today)
}

fn life_of_person(person: &Person<'_>, today: Day) -> Read<Life> {
    let assignments = items(&person.assignments)?.iter();
    let intervals = assignments
        .map(|assignment| Ok(assignment.interval?.interval))
        .collect::<Read<Vec<_>>>()?;
    let all_over = intervals.iter().all(|interval| is_over(*interval, today));
    let has_left = all_over && !intervals.is_empty();
    Ok(Life::of(intervals, has_left))
}

fn life_of_platform(platform: &Platform<'_>, today: Day) -> Read<Life> {
    let rests = match entry_on(platform, today)? {
        Some(entry) => match entry.value?.value {
            "deactivated" => true,
            "not-established" => entry.has_reason()?,
            _ => false,
        },
        None => false,
    };
    let entries = items(&platform.status)?.iter();
    let intervals = entries
        .map(|status| Ok(status.interval?.interval))
        .collect::<Read<Vec<_>>>()?;
    Ok(Life::of(intervals, rests))
}

fn intervals_of(mission: &Mission<'_>) -> Read<Vec<Interval>> {
    let offices = items(&mission.offices)?
        .iter()
        .map(|office| office.interval);
    let phases = [
        mission.regional_offices()?,
        mission.phase()?,
        mission.context_models()?,
    ];
    let phases = phases.into_iter().flatten().map(|phase| phase.interval);
    offices
        .chain(phases)
        .map(|dated| Ok(dated?.interval))
        .collect()
}

/// Judges one record. One that is historic, confirmed lately or over needs nothing else to be read.
fn judge_record(
    judge: &mut Judge<'_>,
    head: &Head<'_>,
    limit: &Param,
    life: impl Fn(Day) -> Read<Life>,
) {
    let today = judge.as_of();
    let limit = judge.number(limit);
    let confirmed = head.confirmed();
    let is_old = |day: Day| days_between(day, today) > limit;
    let fresh = confirmed.is_ok_and(|day| day.is_some_and(|day| !is_old(day.value)));
    let life = if fresh { None } else { Some(life(today)) };
    let over = match &life {
        Some(Ok(life)) => Ok(life.is_over),
        Some(Err(blocked)) => Err(*blocked),
        None => Ok(false),
    };
    let historic = head.is_historic();
    if any([historic, over]) == Ok(true) {
        return;
    }
    let last = match life {
        None => Ok(None),
        Some(life) => last_day(head, life, today),
    };
    if !fresh && last == Ok(None) {
        return;
    }
    judge.subject(head.place(), |judge| {
        let Some(last) = last?.filter(|day| is_old(*day)) else {
            return Ok(());
        };
        historic?;
        let id = head.id?;
        let place = confirmed?.map_or(id.place, |confirmed| confirmed.place);
        let finding = Finding::new(&META, place)
            .about(head.place())
            .with("kind", Fact::Kind(kind_of(head)))
            .with("id", id_fact(head.kind, id.value))
            .with("last", Fact::Day(last))
            .with("days", Fact::Number(days_between(last, today)))
            .with("limit", Fact::Number(limit));
        judge.report(finding);
        Ok(())
    });
}

/// When it was confirmed, else its latest date that is past.
fn last_day(head: &Head<'_>, life: Read<Life>, today: Day) -> Read<Option<Day>> {
    let confirmed = head.confirmed()?;
    let life = life?;
    let past = life.days.into_iter().filter(|day| *day <= today);
    Ok(confirmed.map(|day| day.value).or(past.max()))
}

fn kind_of(head: &Head<'_>) -> String {
    head.kind.code().to_owned()
}

fn id_fact(kind: Kind, id: &str) -> Fact {
    match kind {
        Kind::Person => Fact::Person(id.to_owned()),
        _ => Fact::Id(id.to_owned()),
    }
}
