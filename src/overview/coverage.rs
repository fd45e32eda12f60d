//! Counts for comparing missions.

use std::ops::AddAssign;

use super::facts::{Coverage, Expectation, Judgement, PlatformFacts, SecurityFacts, Share, Status};
use super::told::Told;
use crate::calendar::Day;

impl Coverage {
    /// From platforms and meetings as far as they are told.
    pub(super) fn of<'p>(
        platforms: impl IntoIterator<Item = &'p PlatformFacts>,
        security: &SecurityFacts,
        today: Day,
    ) -> Self {
        let mut coverage = Self::default();
        for platform in platforms {
            coverage.platforms += 1;
            match &platform.status {
                Told::Known(Some(status)) => coverage.add(platform, status.value),
                Told::Known(None) => {}
                Told::Masked | Told::Unknown(_) => coverage.status_unknown += 1,
            }
        }
        let meetings = security.months.iter().flat_map(|month| &month.meetings);
        for attended in meetings.filter_map(|meeting| meeting.is_attended(today)) {
            coverage.security_meetings.add(&attended);
        }
        coverage.security_meetings.unknown += security.undated.unread.len();
        coverage
    }

    fn add(&mut self, platform: &PlatformFacts, status: Status) {
        let expected = platform.expectation.known();
        let unexpected = expected.is_some_and(|it| *it != Expectation::Expected);
        match status {
            Status::Active => {
                self.active += 1;
                if !unexpected {
                    self.add_active(platform);
                }
            }
            Status::Suspended if !unexpected => {
                let contacted = match &platform.suspension {
                    Told::Known(Some(suspension)) => suspension
                        .last_contact
                        .clone()
                        .map(|contact| contact.is_some()),
                    Told::Known(None) => Told::Known(false),
                    Told::Masked => Told::Masked,
                    Told::Unknown(unknown) => Told::Unknown(unknown.clone()),
                };
                self.suspended.add(&contacted);
            }
            Status::Suspended | Status::Deactivated | Status::NotEstablished => {}
        }
    }

    fn add_active(&mut self, platform: &PlatformFacts) {
        if platform.expectation.known().is_none() {
            self.expected.unknown += 1;
            return;
        }
        self.expected.add(&platform.represented);
        if platform.represented == Told::Known(true) {
            match &platform.judgement {
                Judgement::Right(_) => self.level.yes += 1,
                Judgement::Wrong(_) => self.level.no += 1,
                Judgement::Unknown(_) => self.level.unknown += 1,
                Judgement::NoRule => {}
            }
        }
    }
}

impl AddAssign for Share {
    fn add_assign(&mut self, other: Self) {
        self.yes += other.yes;
        self.no += other.no;
        self.unknown += other.unknown;
    }
}

impl AddAssign for Coverage {
    fn add_assign(&mut self, other: Self) {
        self.platforms += other.platforms;
        self.active += other.active;
        self.status_unknown += other.status_unknown;
        self.expected += other.expected;
        self.level += other.level;
        self.security_meetings += other.security_meetings;
        self.suspended += other.suspended;
    }
}

impl Share {
    pub(super) fn add(&mut self, answer: &Told<bool>) {
        match answer {
            Told::Known(true) => self.yes += 1,
            Told::Known(false) => self.no += 1,
            Told::Masked | Told::Unknown(_) => self.unknown += 1,
        }
    }
}
