//! Meetings of the Security Management Team: who had to be there, and what is recorded of that.

use crate::bundle::{Bundle, Holder, Terms};
use crate::calendar::{Day, days_between};
use crate::catalogue::{Param, ParamValue};
use crate::document::{Marked, Obstacle, Read, any};
use crate::finding::{Fact, Finding, Place};
use crate::record::{Designation, Meeting, Platform, Row};
use crate::rules::Judge;

/// The canonical type of the platforms concerned.
pub(crate) const SMT: &str = "smt";

/// The sort of designation that puts someone in the chief's place.
pub(crate) const ACTING_COM: &str = "acting-com";

/// How far away a designation may be to be shown beside an absence.
const NEAR_DAYS: i64 = 90;

/// Whether an acting chief counts as the chief.
pub(crate) static ACTING_COM_SATISFIES: Param = Param {
    table: "smt",
    key: "acting_com_satisfies",
    value: ParamValue::Flag(true),
    doc: "Whether the presence of someone designated as acting Chief of Mission satisfies the duty to take part.",
};

static SHORT_NOTICE_DAYS: Param = Param {
    table: "smt",
    key: "short_notice_days",
    value: ParamValue::Number(1, 0, 30),
    doc: "An absence weighs less when the meeting was announced fewer than this many days before its own day: \
          1 = on the day itself, 0 = notice never matters.",
};

/// The parameters of all rules on these meetings.
pub(crate) static PARAMS: &[&Param] = &[&ACTING_COM_SATISFIES, &SHORT_NOTICE_DAYS];

/// Judges each held meeting of a Security Management Team while the policy is in force.
pub(crate) fn judge_each<'t>(
    bundle: &Bundle<'t>,
    judge: &mut Judge<'_>,
    mut check: impl FnMut(&mut Judge<'_>, &SecurityMeeting<'_, 't>) -> Read<()>,
) {
    let command = Command {
        short_notice_days: judge.number(&SHORT_NOTICE_DAYS),
        ..Command::of(bundle, judge.flag(&ACTING_COM_SATISFIES))
    };
    for (meeting, platform) in bundle.meetings_with_type(SMT) {
        let day = day_of_duty(judge, meeting);
        let applies = day.and_then(|day| {
            day.map(|day| platform.map(|platform| (day, platform)))
                .transpose()
        });
        judge.consider(meeting.head.place(), applies, |judge, (day, platform)| {
            check(
                judge,
                &SecurityMeeting {
                    meeting,
                    platform,
                    day,
                    command: &command,
                },
            )
        });
    }
}

/// The day of a meeting if it was held while the policy was in force.
fn day_of_duty(judge: &Judge<'_>, meeting: &Meeting<'_>) -> Read<Option<Day>> {
    let held = meeting.status.map(|status| status.value == "held");
    let day = meeting.start.map(|start| start.value.day);
    if held == Ok(false) || day.is_ok_and(|day| !judge.in_force(day)) {
        return Ok(None);
    }
    held?;
    day.map(Some)
}

/// Whether a row says that the person was there.
fn is_present(row: &Row<'_>) -> Read<bool> {
    Ok(row.presence?.value == "present")
}

/// The capacity in which the person of a row was there; none where the person was not.
pub(crate) fn capacity_present<'t>(row: &Row<'t>) -> Read<Option<Marked<&'t str>>> {
    if is_present(row)? {
        row.capacity.map(Some)
    } else {
        Ok(None)
    }
}

/// Who can discharge the duty of a mission, on any day.
pub(crate) struct Command<'b, 't> {
    bundle: &'b Bundle<'t>,
    chiefs: Terms<Holder<'b, 't>>,
    /// None where an acting chief does not count.
    acting: Option<Terms<&'b Designation<'t>>>,
    short_notice_days: i64,
}

impl<'b, 't> Command<'b, 't> {
    /// Those of a mission; `acting` is whether an acting chief counts.
    pub(crate) fn of(bundle: &'b Bundle<'t>, acting: bool) -> Self {
        Self {
            bundle,
            chiefs: bundle.chief_terms(),
            acting: acting.then(|| bundle.designation_terms(ACTING_COM)),
            short_notice_days: 0,
        }
    }
}

/// A held meeting under the duty.
pub(crate) struct SecurityMeeting<'b, 't> {
    pub(crate) meeting: &'b Meeting<'t>,
    pub(crate) platform: &'b Platform<'t>,
    pub(crate) day: Day,
    pub(crate) command: &'b Command<'b, 't>,
}

impl<'b, 't> SecurityMeeting<'b, 't> {
    /// The rows of its attendance.
    pub(crate) fn rows(&self) -> Read<&'b [Row<'t>]> {
        self.meeting
            .attendance
            .as_deref()
            .map_err(|blocked| *blocked)
    }

    /// None where a chief or acting chief was present. That nobody was needs everything to be read that may show
    /// otherwise.
    pub(crate) fn absence(&self) -> Read<Option<Absence<'_, 'b, 't>>> {
        let rows = self.rows()?;
        if rows.iter().any(|row| self.satisfies(row) == Ok(true)) {
            return Ok(None);
        }
        self.command.chiefs.complete(self.day, self.day)?;
        if let Some(acting) = &self.command.acting {
            acting.complete(self.day, self.day)?;
        }
        let mut acting = self.acting().collect::<Read<Vec<_>>>()?;
        acting.sort_by_key(|acting| acting.value);
        for row in rows {
            self.resolve(row)?;
            self.satisfies(row)?;
        }
        Ok(Some(self.describe(rows, acting.first().copied())))
    }

    /// Whether a chief was present, rather than an acting one.
    pub(crate) fn has_chief(&self) -> Read<bool> {
        any(self.rows()?.iter().map(|row| {
            let person = row.person?;
            Ok(self.is_chief(person.value) && is_present(row)?)
        }))
    }

    fn satisfies(&self, row: &Row<'t>) -> Read<bool> {
        let counts = row.person.and_then(|person| self.counts(person.value));
        if counts == Ok(false) || !is_present(row)? {
            Ok(false)
        } else {
            counts
        }
    }

    /// Whether somebody's presence satisfies the duty.
    fn counts(&self, person: &str) -> Read<bool> {
        if self.is_chief(person) {
            return Ok(true);
        }
        self.is_acting(person)
    }

    /// An obstacle where a row names nobody: it may be the chief, misspelt. Someone of a mission outside the run is
    /// not, unless that mission covers this one, which shows elsewhere.
    fn resolve(&self, row: &Row<'t>) -> Read<()> {
        match self.command.bundle.person(row.person?) {
            Err(blocked) if blocked.obstacle != Obstacle::MissionNotInRun => Err(blocked),
            _ => Ok(()),
        }
    }

    fn is_chief(&self, person: &str) -> bool {
        let person = self.command.bundle.home_of(person);
        self.command
            .chiefs
            .on(self.day)
            .any(|chief| id_of(&chief).is_ok_and(|id| (chief.mission, id) == person))
    }

    fn is_acting(&self, person: &str) -> Read<bool> {
        any(self
            .acting()
            .map(|acting| Ok(self.is_same(acting?.value, person))))
    }

    /// Who is designated for the day and this platform.
    fn acting(&self) -> impl Iterator<Item = Read<Marked<&'t str>>> {
        let Command { bundle, acting, .. } = self.command;
        let designations = acting.iter().flat_map(|acting| acting.on(self.day));
        designations.filter_map(|designation| {
            let names = self
                .platform_id()
                .and_then(|platform| bundle.names_platform(designation, platform));
            match names {
                Ok(true) => Some(designation.to_person),
                Ok(false) => None,
                Err(blocked) => Some(Err(blocked)),
            }
        })
    }

    /// The platform as references of this mission name it.
    fn platform_id(&self) -> Read<&'t str> {
        Ok(self.command.bundle.plain(self.meeting.platform?.value))
    }

    fn is_same(&self, one: &str, other: &str) -> bool {
        self.command.bundle.plain(one) == self.command.bundle.plain(other)
    }

    fn describe(
        &self,
        rows: &'b [Row<'t>],
        acting: Option<Marked<&'t str>>,
    ) -> Absence<'_, 'b, 't> {
        let first_of = |belongs: &dyn Fn(&str) -> bool| {
            rows.iter()
                .find(|row| row.person.is_ok_and(|person| belongs(person.value)))
        };
        Absence {
            at: self,
            chiefs: self.command.chiefs.on(self.day).collect(),
            chief_row: first_of(&|person| self.is_chief(person)),
            acting_row: first_of(&|person| self.is_acting(person) == Ok(true)),
            acting,
        }
    }

    /// The end or begin of an acting-com designation that is nearest to the day without covering it.
    fn nearest_bound(&self, concerns: impl Fn(&Designation<'t>) -> bool) -> Option<Bound<'b, 't>> {
        let is_acting = |designation: &Designation<'t>| {
            designation
                .designation
                .is_ok_and(|sort| sort.value == ACTING_COM)
        };
        let designations = self.command.bundle.designations.iter();
        designations
            .filter(|designation| is_acting(designation) && concerns(designation))
            .filter_map(|designation| bound_of(designation, self.day))
            .min_by_key(|bound| {
                (
                    bound.days,
                    bound.designation.head.id.ok().map(|id| id.value),
                )
            })
    }

    /// The nearest bound of a designation of this person.
    pub(crate) fn nearest_bound_of(&self, person: &str) -> Option<Bound<'b, 't>> {
        self.nearest_bound(|designation| {
            designation
                .to_person
                .is_ok_and(|to| self.is_same(to.value, person))
        })
    }

    /// Adds platform, meeting and date.
    pub(crate) fn with_meeting(&self, finding: Finding) -> Read<Finding> {
        Ok(finding
            .with("platform", Fact::Id(self.platform_id()?.to_owned()))
            .with("meeting", Fact::Id(self.meeting.head.id?.value.to_owned()))
            .with("date", Fact::Day(self.day)))
    }
}

/// The duty was not satisfied, for certain.
pub(crate) struct Absence<'m, 'b, 't> {
    at: &'m SecurityMeeting<'b, 't>,
    /// Chiefs of mission on the day.
    chiefs: Vec<Holder<'b, 't>>,
    /// The first row of a chief.
    chief_row: Option<&'b Row<'t>>,
    /// The first row of an acting chief.
    acting_row: Option<&'b Row<'t>>,
    /// The first acting chief on the day, by id.
    acting: Option<Marked<&'t str>>,
}

impl<'b, 't> Absence<'_, 'b, 't> {
    /// The row that says where the chief was, else the acting one.
    fn row(&self) -> Option<&'b Row<'t>> {
        self.chief_row.or(self.acting_row)
    }

    /// What is recorded of the chief, or else of the acting one: `excused`, `absent`; none where neither is listed.
    pub(crate) fn presence(&self) -> Read<Option<Marked<&'t str>>> {
        self.row().map(|row| row.presence).transpose()
    }

    /// Whether nobody was chief or acted as such.
    pub(crate) fn is_leaderless(&self) -> bool {
        self.chiefs.is_empty() && self.acting.is_none()
    }

    /// The first row of a chief.
    pub(crate) fn chief_row(&self) -> Option<&'b Row<'t>> {
        self.chief_row
    }

    /// A finding about the meeting: one step lighter where the chief was excused with a reason or the meeting was
    /// announced too late.
    pub(crate) fn finding(&self, judge: &Judge<'_>, primary: Place) -> Read<Finding> {
        let severity = judge.rule().severity;
        let severity = if self.is_lighter()? {
            severity.lowered()
        } else {
            severity
        };
        Ok(Finding::new(judge.rule(), primary)
            .weighing(severity)
            .about(self.at.meeting.head.place()))
    }

    fn is_lighter(&self) -> Read<bool> {
        let excused = |row: &Row<'_>| Ok(row.presence?.value == "excused" && row.reason?.is_some());
        let notice = self.at.meeting.notice_date;
        any([
            self.row().map_or(Ok(false), excused),
            notice.map(|notice| notice.is_some_and(|notice| self.is_short(notice.value))),
        ])
    }

    fn is_short(&self, notice: Day) -> bool {
        days_between(notice, self.at.day) < self.at.command.short_notice_days
    }

    /// Where the absence shows: the presence in the row; without one, the key of the attendance.
    pub(crate) fn mark(&self) -> Read<Place> {
        match self.row() {
            Some(row) => Ok(row.presence?.place),
            None => Ok(self.at.meeting.attendance_view?.place().key()),
        }
    }

    /// Adds who was missing where, and how that is recorded.
    pub(crate) fn with_facts(&self, finding: Finding) -> Read<Finding> {
        let presence = self.presence()?;
        let finding = finding.with_some("person", self.missing()?.map(Fact::Person));
        let finding = self.at.with_meeting(finding)?;
        Ok(finding.with_some(
            "presence",
            presence.map(|presence| Fact::Code(presence.value.to_owned())),
        ))
    }

    /// Whoever the row names, else the chief, else the acting one.
    fn missing(&self) -> Read<Option<String>> {
        if let Some(row) = self.row() {
            return Ok(Some(row.person?.value.to_owned()));
        }
        Ok(self
            .chief()?
            .or_else(|| self.acting.map(|acting| acting.value.to_owned())))
    }

    /// The chief of mission: the one the row names, else the first by id, in whatever order the records are.
    pub(crate) fn chief(&self) -> Read<Option<String>> {
        if let Some(row) = self.chief_row {
            return Ok(Some(row.person?.value.to_owned()));
        }
        let own = self.at.command.bundle.id;
        let ids =
            |chief: &&Holder<'_, 't>| (chief.mission != own, chief.mission, id_of(chief).ok());
        let Some(first) = self.chiefs.iter().min_by_key(ids) else {
            return Ok(None);
        };
        let id = id_of(first)?;
        let is_own = first.mission == self.at.command.bundle.id;
        Ok(Some(if is_own {
            id.to_owned()
        } else {
            format!("{}/{id}", first.mission)
        }))
    }

    /// Adds where each chief's post is recorded.
    pub(crate) fn with_posts(&self, finding: Finding) -> Finding {
        let roles = self
            .chiefs
            .iter()
            .filter_map(|chief| chief.assignment.role.ok());
        finding.and_all("chief", roles.map(|role| role.place))
    }

    /// Adds the chiefs' posts, the nearest time with an acting chief, and the platform.
    pub(crate) fn with_context(&self, finding: Finding) -> Read<Finding> {
        let near = self
            .at
            .nearest_bound(|_| true)
            .filter(|bound| bound.days <= NEAR_DAYS);
        let finding = with_bound(self.with_posts(finding), near.as_ref());
        Ok(finding.and("platform", self.at.platform.head.id?.place))
    }
}

fn id_of<'t>(holder: &Holder<'_, 't>) -> Read<&'t str> {
    Ok(holder.person.head.id?.value)
}

/// The end or begin of a designation.
pub(crate) struct Bound<'b, 't> {
    pub(crate) designation: &'b Designation<'t>,
    label: &'static str,
    place: Place,
    days: i64,
}

fn bound_of<'b, 't>(designation: &'b Designation<'t>, day: Day) -> Option<Bound<'b, 't>> {
    let dated = designation.interval.ok()?;
    let (from, to) = (dated.interval.from, dated.interval.to);
    if from > day {
        return Some(Bound {
            designation,
            label: "acting-begins",
            place: dated.from,
            days: days_between(day, from),
        });
    }
    let last = to.filter(|last| *last < day)?;
    Some(Bound {
        designation,
        label: "acting-ended",
        place: dated.to?,
        days: days_between(last, day),
    })
}

/// Adds the bound of a designation.
pub(crate) fn with_bound(finding: Finding, bound: Option<&Bound<'_, '_>>) -> Finding {
    match bound {
        Some(bound) => finding.and(bound.label, bound.place),
        None => finding,
    }
}
