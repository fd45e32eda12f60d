//! Platforms whose work is suspended, and the contacts kept with their conveners meanwhile.

use super::standing::{entry_with, expects_iom, is_relevant};
use crate::bundle::{Bundle, Terms};
use crate::calendar::{Day, Interval};
use crate::document::{Marked, Read};
use crate::finding::{Fact, Finding};
use crate::record::{ContactLog, Platform};
use crate::rules::Judge;

/// A platform that is suspended on the day of the run though the organization should be there.
pub(crate) struct Suspension<'b, 't> {
    pub(crate) platform: &'b Platform<'t>,
    /// Its id.
    pub(crate) id: Marked<&'t str>,
    /// The first day.
    pub(crate) since: Day,
    /// The status that says so.
    value: Marked<&'t str>,
    logs: Terms<&'b ContactLog<'t>>,
}

/// The suspension of a platform; none where it is not suspended on the day of the run, or the organization is not
/// expected there.
pub(crate) fn suspension_of<'b, 't>(
    bundle: &'b Bundle<'t>,
    judge: &Judge<'_>,
    platform: &'b Platform<'t>,
) -> Read<Option<Suspension<'b, 't>>> {
    let today = judge.as_of();
    let expected = expects_iom(platform);
    let relevant = is_relevant(platform);
    if !judge.in_force(today) || expected == Ok(false) || relevant == Ok(false) {
        return Ok(None);
    }
    let suspension = suspended_on(bundle, platform, today)?;
    if suspension.is_some() {
        expected?;
        relevant?;
    }
    Ok(suspension)
}

/// The suspension of a platform on a day, whether or not the organization is expected there; none where it is not
/// suspended.
pub(crate) fn suspended_on<'b, 't>(
    bundle: &'b Bundle<'t>,
    platform: &'b Platform<'t>,
    day: Day,
) -> Read<Option<Suspension<'b, 't>>> {
    let Some(entry) = entry_with(platform, "suspended", day)? else {
        return Ok(None);
    };
    let id = platform.head.id?;
    Ok(Some(Suspension {
        platform,
        id,
        since: entry.interval?.interval.from,
        value: entry.value?,
        logs: bundle.contact_logs_of(id.value),
    }))
}

impl<'b, 't> Suspension<'b, 't> {
    /// The last contact from the beginning of the suspension to `today`, with its day; none where none can be read.
    pub(crate) fn last_contact(&self, today: Day) -> Option<(Day, &'b ContactLog<'t>)> {
        let asked = Interval {
            from: self.since,
            to: Some(today),
        };
        let found = self.logs.found().iter();
        let within = found.filter(|(days, _)| asked.covers(days.from));
        within
            .map(|(days, log)| (days.from, *log))
            .max_by_key(|(day, _)| *day)
    }

    /// An obstacle if there may be a contact from `first` to `last` that could not be read.
    pub(crate) fn contacts_are_known(&self, first: Day, last: Day) -> Read<()> {
        self.logs.complete(first, last)
    }

    /// Adds what it is about to a finding: the platform, and the status.
    pub(crate) fn mark(&self, finding: Finding) -> Finding {
        finding
            .about(self.platform.head.place())
            .with("platform", Fact::Id(self.id.value.to_owned()))
            .and("status", self.value.place)
    }
}
