//! Suspended platforms, and the contacts kept with their conveners.

use super::desk::{Desk, Seen, one_of};
use super::facts::{ContactFacts, Party, SuspensionFacts};
use super::told::Told;
use crate::calendar::Day;
use crate::document::Read;
use crate::privacy::show_id;
use crate::record::{self, ContactLog, Platform};
use crate::rules::shared::suspension::suspended_on;

const OUTCOMES: [&str; 2] = ["reached", "unreachable"];

impl<'b, 't> Desk<'b, 't> {
    pub(super) fn suspension(
        &self,
        platform: &'b Platform<'t>,
        seen: Seen,
    ) -> Told<Option<SuspensionFacts>> {
        let suspension = suspended_on(self.bundle, platform, self.today);
        self.tell(seen, suspension, |suspension| {
            suspension.map(|suspension| {
                let known = |first| suspension.contacts_are_known(first, self.today);
                let last = match suspension.last_contact(self.today) {
                    Some((day, log)) => match day.tomorrow() {
                        Ok(next) if next <= self.today => known(next),
                        _ => Ok(()),
                    }
                    .map(|()| Some((day, log))),
                    None => known(suspension.since).map(|()| None),
                };
                let seen = self.seen_contacts(suspension.id.value, suspension.since);
                SuspensionFacts {
                    since: suspension.since,
                    convener: self.tell(
                        Seen::Clear,
                        platform.convener().and_then(|it| it.map(party).transpose()),
                        |it| it,
                    ),
                    last_contact: self.tell(seen, last, |last| {
                        last.map(|(day, log)| self.contact(day, log))
                    }),
                }
            })
        })
    }

    /// Whether the reader may see all contacts of a time.
    fn seen_contacts(&self, platform: &str, since: Day) -> Seen {
        let logs = self.bundle.contact_logs_of(platform);
        let mut within = logs.found().iter().filter(|(days, _)| days.from >= since);
        if within.all(|(_, log)| self.seen(&log.head) == Seen::Clear) {
            Seen::Clear
        } else {
            Seen::Masked
        }
    }

    fn contact(&self, date: Day, log: &ContactLog<'t>) -> ContactFacts {
        let outcome = log
            .outcome()
            .and_then(|it| it.map(|it| one_of(it, &OUTCOMES)).transpose());
        ContactFacts {
            record: self.record(&log.head),
            date,
            with: self.tell(Seen::Clear, log.with().and_then(party), |it| it),
            outcome: self.tell(Seen::Clear, outcome, |it| it.map(str::to_owned)),
        }
    }
}

fn party(party: record::Party<'_>) -> Read<Party> {
    // Some write a name in place of a code.
    let org = party.org?.map(|org| show_id(org.value).to_owned());
    Ok(Party { org })
}
