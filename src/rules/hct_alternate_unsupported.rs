//! A designation does not support the seat of an alternate in the Humanitarian Country Team.

use super::shared::alternate::{HCT_ALTERNATE, TEAM_LEAD, is_grounded, is_of};
use super::shared::leadership::{Leadership, has_role};
use super::shared::period::days_within;
use super::shared::seat::{self, Seat, Wanted, first_role, with_roles};
use super::shared::{Bound, any, nearest_bound};
use super::{Judge, Rule};
use crate::bundle::{Bundle, Terms};
use crate::calendar::{Day, Interval, days_between, length_in_days};
use crate::catalogue::{Example, Group, Meta, Scope, Severity, Strength};
use crate::document::Read;
use crate::finding::{Fact, Finding};
use crate::record::Designation;

static META: Meta = Meta {
    id: "hct-alternate-unsupported",
    group: Group::Humanitarian,
    severity: Severity::Warning,
    scope: Scope::Subject,
    summary: "No designation supports the seat of an alternate in the HCT.",
    page: "## What it checks\n\
        Every representation on a Humanitarian Country Team, with the capacity `member` or `alternate`, of a Rapid \
        Response Team lead or of somebody with a designation `hct-alternate` for that platform: a designation \
        `hct-alternate` with the ground `com-limited-experience` covers each day of the representation up to the date \
        of the run, and the person is `rapid-response-team-lead` on the last of these days.\n\n\
        ## Why it matters\n\
        The lead of the Rapid Response Team may take the seat where the Chief of Mission has little experience of \
        emergencies. Without a designation that says so the team cannot tell who speaks for IOM.\n\n\
        ## Exceptions\n\
        Days before 1 November 2022 are not judged, nor those on which the person is Chief of Mission or acts as such; \
        somebody who is so on the last day is not judged at all. Of several faults the first is told: `no-designation`, \
        `expired` (some day is in no designation), `no-ground`, `not-team-lead`. The last is advice, as the source \
        names the lead without excluding others. This finding replaces `hct-representation-level`; \
        `com-post-vacant` replaces it.\n\n\
        ## What it marks\n\
        The `person` of the representation. Related: the nearest end or begin of a designation (`expired`), or the \
        `ground` of the one that covers the day (`no-ground`); each post of the person on the last day.\n",
    example: EXAMPLE,
    source: "IOM Emergency Manual, Coordination in Different Contexts (November 2022): may",
    statements: &["N15"],
    strength: Strength::May,
    pack: Some("em-contexts"),
    also_packs: &[],
    params: &[],
};

const EXAMPLE: Example = Example::Records {
    as_of: "2025-03-31",
    given: r#"
{"mission": "mli", "records": [
  {"kind": "person", "id": "P-01", "assignments": [
    {"role": "chief-of-mission", "kind": "staff", "duty_station": "bko", "from": "2024-02-01"}]},
  {"kind": "person", "id": "P-21", "assignments": [
    {"role": "rapid-response-team-lead", "kind": "surge", "duty_station": "bko",
     "from": "2025-01-06"}]},
  {"kind": "platform", "id": "hct", "types": ["hct"], "level": "national",
   "status": [{"value": "active", "from": "2012-04-01"}]},
  {"kind": "representation", "id": "R-1", "platform": "hct", "person": "P-21",
   "capacity": "alternate", "from": "2025-01-13"}
]}
"#,
    valid: r#"
{"kind": "designation", "id": "D-1", "mission": "mli", "designation": "hct-alternate",
 "from_person": "P-01", "to_person": "P-21", "scope": ["hct"],
 "ground": "com-limited-experience", "from": "2025-01-13"}
"#,
    invalid: r#"
{"kind": "designation", "id": "D-1", "mission": "mli", "designation": "hct-alternate",
 "from_person": "P-01", "to_person": "P-21", "scope": ["hct"],
 "ground": "absence", "from": "2025-01-13"}
"#,
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

const SEATS: Wanted = Wanted {
    kind: "hct",
    except: &[],
    capacities: &["member", "alternate"],
};

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    let leadership = Leadership::of(bundle);
    let alternates = bundle.designation_terms(HCT_ALTERNATE);
    seat::judge_each(
        bundle,
        judge,
        &SEATS,
        |_, _| Ok(true),
        |judge, seat| judge_seat(judge, seat, &leadership, &alternates),
    );
}

fn judge_seat<'t>(
    judge: &mut Judge<'_>,
    seat: &Seat<'_, 't>,
    leadership: &Leadership<'_, 't>,
    alternates: &Terms<&Designation<'t>>,
) -> Read<()> {
    let (person, platform) = (seat.reference.value, seat.platform_id()?);
    let is_acting = leadership.is_acting(person, seat.day, platform);
    if leadership.is_chief(person, seat.day) || is_acting == Ok(true) {
        return Ok(());
    }
    let is_lead = has_role(seat.person, seat.day, TEAM_LEAD);
    let own = alternates.found().iter().map(|(_, one)| is_of(one, seat));
    if !any([is_lead, any(own)])? {
        return Ok(());
    }
    is_acting?;
    let from = seat.record.interval?.interval.from;
    let first = judge.pack_start().map_or(from, |start| from.max(start));
    let support = Support {
        leading: leading(seat, leadership, first)?,
        designations: own_designations(seat, alternates)?,
        first,
        last: seat.day,
    };
    let is_lead = is_lead?;
    let Some(fault) = support.fault(is_lead)? else {
        return Ok(());
    };
    if !matches!(fault, Fault::NotTeamLead) {
        alternates.complete(first, seat.day)?;
        leadership.chiefs.complete(first, seat.day)?;
        leadership.acting.complete(first, seat.day)?;
    }
    judge.report(describe(judge, seat, &support, &fault)?);
    Ok(())
}

/// On which days the person was chief of mission or acted as such.
fn leading<'t>(
    seat: &Seat<'_, 't>,
    leadership: &Leadership<'_, 't>,
    first: Day,
) -> Read<Vec<Interval>> {
    let person = seat.bundle.plain(seat.reference.value);
    let home = seat.bundle.home_of(person);
    let mut leading = Vec::new();
    for (days, chief) in leadership.chiefs.found() {
        let id = chief.person.head.id;
        if id.is_ok_and(|id| (chief.mission, id.value) == home) {
            leading.push(*days);
        }
    }
    let judged = Interval {
        from: first,
        to: Some(seat.day),
    };
    for (days, acting) in leadership.acting.found() {
        // Whose the others are does not matter.
        if days.overlap(judged, seat.day).is_some() && is_of(acting, seat)? {
            leading.push(*days);
        }
    }
    Ok(leading)
}

/// The person's designations as alternate for the platform.
fn own_designations<'b, 't>(
    seat: &Seat<'_, 't>,
    alternates: &Terms<&'b Designation<'t>>,
) -> Read<Vec<(Interval, &'b Designation<'t>)>> {
    let mut own = Vec::new();
    for (days, designation) in alternates.found() {
        if is_of(designation, seat)? {
            own.push((*days, *designation));
        }
    }
    Ok(own)
}

/// What supports a seat on the days that are judged.
struct Support<'b, 't> {
    leading: Vec<Interval>,
    designations: Vec<(Interval, &'b Designation<'t>)>,
    first: Day,
    last: Day,
}

/// What is wrong with a seat.
enum Fault<'b, 't> {
    NoDesignation,
    /// The last day that no designation covers.
    Expired(Day),
    /// A designation with another ground, or none.
    NoGround(&'b Designation<'t>),
    NotTeamLead,
}

impl Fault<'_, '_> {
    fn code(&self) -> &'static str {
        match self {
            Self::NoDesignation => "no-designation",
            Self::Expired(_) => "expired",
            Self::NoGround(_) => "no-ground",
            Self::NotTeamLead => "not-team-lead",
        }
    }
}

impl<'b, 't> Support<'b, 't> {
    /// The days covered by designations that pass a test, or by being chief.
    fn covered(&self, passes: impl Fn(&Designation<'t>) -> Read<bool>) -> Read<Vec<Interval>> {
        let mut days = self.leading.clone();
        for (interval, designation) in &self.designations {
            if passes(designation)? {
                days.push(*interval);
            }
        }
        Ok(days)
    }

    /// The last of the judged days that lies in none of several intervals.
    fn last_outside(&self, intervals: &[Interval]) -> Option<Day> {
        let mut day = self.last;
        while let Some(inside) = intervals.iter().find(|interval| interval.covers(day)) {
            day = inside.from.yesterday().ok()?;
            if day < self.first {
                return None;
            }
        }
        Some(day)
    }

    fn fault(&self, is_lead: bool) -> Read<Option<Fault<'b, 't>>> {
        if self.designations.is_empty() {
            return Ok(Some(Fault::NoDesignation));
        }
        let designated = self.covered(|_| Ok(true))?;
        if let Some(day) = self.last_outside(&designated) {
            return Ok(Some(Fault::Expired(day)));
        }
        if let Some(day) = self.last_outside(&self.covered(is_grounded)?) {
            let covering = self.designations.iter().find(|(days, _)| days.covers(day));
            return Ok(covering.map(|(_, designation)| Fault::NoGround(designation)));
        }
        Ok((!is_lead).then_some(Fault::NotTeamLead))
    }

    /// The designation whose end or begin is nearest to a day that none covers.
    fn nearest(&self, day: Day) -> Read<Option<(Bound, &'b Designation<'t>)>> {
        let mut bounds = Vec::new();
        for (_, designation) in &self.designations {
            let dated = designation.interval?;
            if let Some(bound) = nearest_bound(std::iter::once(dated), day) {
                bounds.push((bound, *designation));
            }
        }
        let distance = |bound: &Bound| days_between(bound.day(), day).abs();
        let id = |designation: &Designation<'t>| designation.head.id.ok().map(|id| id.value);
        Ok(bounds
            .into_iter()
            .min_by_key(|(bound, designation)| (distance(bound), id(designation))))
    }

    fn uncovered(&self) -> i64 {
        let designated = self.designations.iter().map(|(days, _)| *days);
        let covered = self.leading.iter().copied().chain(designated);
        length_in_days(self.first, self.last) - days_within(covered, self.first, self.last)
    }
}

fn describe<'t>(
    judge: &Judge<'_>,
    seat: &Seat<'_, 't>,
    support: &Support<'_, 't>,
    fault: &Fault<'_, 't>,
) -> Read<Finding> {
    let nearest = match fault {
        Fault::Expired(day) => support.nearest(*day)?,
        _ => None,
    };
    let designation = match fault {
        Fault::NoGround(designation) => Some(*designation),
        _ => nearest.map(|(_, designation)| designation),
    };
    let id = designation.map(|one| one.head.id).transpose()?;
    let uncovered = matches!(fault, Fault::Expired(_)).then(|| Fact::Number(support.uncovered()));
    let roles = seat.roles()?;
    let mut finding = seat
        .finding_at_person(judge)?
        .judged_on(seat.day)
        .with("fault", Fact::Kind(fault.code().to_owned()))
        .with_some("designation", id.map(|id| Fact::Id(id.value.to_owned())))
        .with_some("role", first_role(&roles))
        .with("from", Fact::Day(support.first))
        .with("to", Fact::Day(support.last))
        .with_some("uncovered", uncovered);
    if let Some((bound, _)) = nearest {
        finding = bound.mark(finding);
    }
    if let Fault::NoGround(designation) = fault {
        let place = match designation.ground()? {
            Some(ground) => ground.place,
            None => designation.designation?.place,
        };
        finding = finding.and("ground", place);
    }
    if matches!(fault, Fault::NotTeamLead) {
        finding = finding.weighing(META.severity.lowered());
    }
    Ok(with_roles(finding, &roles))
}
