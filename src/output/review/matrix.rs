//! Every platform: is it active, who represents the organization, at the right level, how often, since when not.

use maud::{Markup, html};

use super::Sheet;
use super::chart::{Attendance, MONTHS};
use super::groups::anchor;
use crate::calendar::Day;
use crate::output::page::head::sign;
use crate::output::page::say::{apart, plain};
use crate::overview::{
    Expectation, Judgement, Level, MeetingFacts, Overview, Place, PlatformFacts, SeatFacts, Status,
    SuspensionFacts, Told,
};
use crate::reference;
use crate::rules;

impl Sheet<'_> {
    pub(super) fn matrix(&self, at: usize, overview: &Overview) -> Markup {
        let tongues = &self.tongues;
        let id = format!("matrix-{at}");
        let columns = [
            "status",
            "represents",
            "level",
            "attendance",
            "last-meeting",
            "last-contact",
        ];
        let is_subnational =
            |platform: &&PlatformFacts| platform.level.known() == Some(&Level::Subnational);
        let platforms = overview.platforms.items.iter();
        let (below, national): (Vec<_>, Vec<_>) = platforms.partition(is_subnational);
        html! {
            section aria-labelledby=(format!("overview-{at} {id}")) {
                h3 id=(id) { (tongues.say("review-matrix")) }
                @if overview.platforms.is_none() {
                    p.nothing { (tongues.say("review-no-platforms")) }
                }
                @if !overview.platforms.items.is_empty() {
                    div.scroll role="group" aria-labelledby=(id) tabindex="0" { table.matrix {
                        thead { tr {
                            th scope="col" { (tongues.say("review-column-platform")) }
                            @for column in columns { th scope="col" { (self.column(column)) } }
                        } }
                        @for (name, platforms) in [("national", national), ("subnational", below)] {
                            @if !platforms.is_empty() {
                                tbody {
                                    tr.part { th colspan="7" scope="rowgroup" { (tongues.say(&format!("review-level-{name}"))) } }
                                    @for platform in platforms { (self.row(overview, platform)) }
                                }
                            }
                        }
                    } }
                    p.legend {
                        (tongues.count("review-legend", MONTHS)) " "
                        @for class in ["present", "excused", "absent", "unknown"] {
                            span.key { svg.attendance aria-hidden="true" width="9" height="9" { rect.(class) x="1" y="1" width="7" height="7" {} } " "
                                (tongues.say(&format!("review-legend-{class}"))) }
                            " "
                        }
                    }
                }
                (self.rest(&overview.platforms))
            }
        }
    }

    fn column(&self, name: &str) -> Markup {
        self.tongues.say(&format!("review-column-{name}"))
    }

    fn row(&self, overview: &Overview, platform: &PlatformFacts) -> Markup {
        let cells = [
            ("status", self.status(platform)),
            ("represents", self.represents(platform)),
            ("level", self.level(platform)),
            ("attendance", self.attendance(platform, overview.as_of)),
            ("last-meeting", self.last_meeting(platform)),
            ("last-contact", self.last_contact(platform)),
        ];
        html! {
            tr {
                th scope="row" { (self.platform_named(platform)) (self.findings_on(overview, platform)) }
                @for (name, cell) in cells {
                    td.moot[is_moot(name, platform)] { span.cap { (self.column(name)) } div { (cell) } }
                }
            }
        }
    }

    /// What a platform is called: its types, clusters and place, and its id.
    pub(super) fn platform_named(&self, platform: &PlatformFacts) -> Markup {
        let types: Vec<&str> = platform.types.items.iter().map(String::as_str).collect();
        let clusters = platform
            .clusters
            .known()
            .map(Vec::as_slice)
            .unwrap_or_default();
        let id = platform.record.id.as_deref();
        html! {
            @if types.is_empty() {
                (self.tongues.say("review-record-platform"))
            } @else {
                (self.tongues.each(|messages| {
                    let titles = types.iter().map(|code| {
                        let title = reference::platform_title(code, messages.language().code());
                        title.map_or_else(|| plain(code), str::to_owned)
                    });
                    titles.collect::<Vec<_>>().join(" · ")
                }))
            }
            @if !clusters.is_empty() { " · " (self.clusters(clusters)) }
            @if platform.level.known() != Some(&Level::National) && let Some(Some(place)) = platform.place.known() { " · " (self.place(place)) }
            @if let Some(id) = id { " " span.id { (apart(id)) } }
        }
    }

    /// Clusters by their titles, with the codes that records write.
    fn clusters(&self, codes: &[String]) -> Markup {
        self.tongues.each(|messages| {
            let named = codes.iter().map(|code| {
                let title = reference::cluster_title(code, messages.language().code());
                title.map_or_else(|| plain(code), |title| format!("{title} ({code})"))
            });
            named.collect::<Vec<_>>().join(", ")
        })
    }

    /// A place by its town, else by its office or P-code.
    pub(super) fn place(&self, place: &Place) -> Markup {
        let named = place
            .town
            .as_ref()
            .or(place.office.as_ref())
            .or(place.pcode.as_ref());
        html! { @match named {
            Some(name) => (apart(name)),
            None => (self.tongues.say("review-none")),
        } }
    }

    fn findings_on(&self, overview: &Overview, platform: &PlatformFacts) -> Markup {
        let id = platform.record.id.as_deref();
        let mut groups = self.groups.groups.iter().enumerate();
        let found = groups.find(|(_, group)| {
            group.mission == Some(overview.id.as_str()) && id.is_some() && group.platform == id
        });
        html! {
            @if let Some((at, group)) = found {
                span.amount { (sign(group.found[0].severity.code())) " "
                    a href=(format!("#{}", anchor(at))) { (self.tongues.count("review-findings-count", group.found.len())) } }
            }
        }
    }

    fn status(&self, platform: &PlatformFacts) -> Markup {
        let tongues = &self.tongues;
        html! {
            (self.told(&platform.status, |status| match status {
                None => html! { (sign("unknown")) " " (tongues.say("review-status-none")) },
                Some(status) => html! {
                    (tongues.say(&format!("review-status-{}", code_of(status.value))))
                    span.note { (tongues.each(|messages| {
                        messages.say("review-since", &[("day", messages.day(status.since).into())])
                    })) }
                },
            }))
            @match &platform.expectation {
                Told::Known(Expectation::Expected) | Told::Masked => {}
                Told::Known(other) => span.note { (tongues.say(&format!("review-expectation-{}", named(*other)))) },
                Told::Unknown(unknown) => span.note { (self.unknown(unknown)) },
            }
        }
    }

    fn represents(&self, platform: &PlatformFacts) -> Markup {
        let tongues = &self.tongues;
        html! {
            @if platform.seats.items.is_empty() {
                (self.told(&platform.represented, |is_represented| {
                    if *is_represented {
                        return self.masked();
                    }
                    html! {
                        @if is_wanted(platform) { (sign("warning")) " " }
                        (tongues.say("review-nobody"))
                    }
                }))
            } @else {
                ul.plain { @for seat in &platform.seats.items { li { (self.seat(seat)) } } }
            }
            (self.rest(&platform.seats))
        }
    }

    fn seat(&self, seat: &SeatFacts) -> Markup {
        html! {
            (self.told(&seat.person, |person| self.who(person)))
            ", " (self.told(&seat.capacity, |capacity| self.capacity(capacity)))
            @if matches!(seat.judgement, Judgement::Wrong(_)) { " " (sign("warning")) }
        }
    }

    /// A capacity in words.
    fn capacity(&self, code: &str) -> Markup {
        match code {
            "member" | "observer" | "alternate" | "coordinator" => {
                self.tongues.say(&format!("review-capacity-{code}"))
            }
            other => apart(other),
        }
    }

    fn level(&self, platform: &PlatformFacts) -> Markup {
        let tongues = &self.tongues;
        html! { @match &platform.judgement {
            Judgement::Right(_) => { (sign("ok")) " " (tongues.say("review-level-right")) }
            Judgement::Wrong(rules) => {
                (sign("warning")) " " (tongues.say("review-level-wrong"))
                ul.plain { @for rule in rules::catalogue().into_iter().filter(|it| rules.contains(&it.id)) {
                    li.note { a href=(format!("#rule-{}", rule.id)) {
                        (tongues.each(|messages| messages.summary(rule).replace('`', "")))
                    } }
                } }
            }
            Judgement::Unknown(unknown) => @match unknown.first() {
                Some(unknown) => (self.unknown(unknown)),
                None => (tongues.say("review-unknown")),
            },
            Judgement::NoRule => span.note { (tongues.say("review-level-none")) },
        } }
    }

    fn attendance(&self, platform: &PlatformFacts, today: Day) -> Markup {
        let attendance = Attendance::of(&platform.meetings.items, today);
        let (all, present) = attendance.counts();
        html! {
            @if all > 0 {
                (attendance.draw())
                span.note { (self.tongues.with("review-attended", &[("count", present.into()), ("all", all.into())])) }
            } @else if platform.meetings.left_out > 0 || platform.meetings.items.iter().any(is_hidden) {
                (self.masked())
            } @else {
                span.note { (self.tongues.say("review-no-meetings")) }
            }
            @if !platform.meetings.unread.is_empty() || platform.meetings.items.iter().any(|it| matches!(it.date, Told::Unknown(_))) {
                span.note { (sign("unknown")) " " (self.tongues.say("review-perhaps-more")) }
            }
        }
    }

    fn last_meeting(&self, platform: &PlatformFacts) -> Markup {
        let tongues = &self.tongues;
        let day = |day: &Option<Day>| match day {
            Some(day) => tongues.day(*day),
            None => tongues.say("review-none-recorded"),
        };
        html! {
            (self.told(&platform.last_held, day))
            @if let (Told::Known(Some(held)), Told::Known(attended)) = (&platform.last_held, &platform.last_attended)
                && attended.as_ref() != Some(held) {
                span.note { (tongues.say("review-last-attended")) " " (day(attended)) }
            }
        }
    }

    fn last_contact(&self, platform: &PlatformFacts) -> Markup {
        self.told(&platform.suspension, |suspension| match suspension {
            None => html! { span.note { (self.tongues.say("review-not-suspended")) } },
            Some(suspension) => self.suspension(suspension),
        })
    }

    fn suspension(&self, suspension: &SuspensionFacts) -> Markup {
        let tongues = &self.tongues;
        html! {
            (self.told(&suspension.last_contact, |contact| if let Some(contact) = contact {
                html! {
                    (tongues.day(contact.date))
                    @if let Some(Some(code)) = contact.outcome.known()
                        && ["reached", "unreachable"].contains(&code.as_str()) {
                        span.note { (tongues.say(&format!("review-outcome-{code}"))) }
                    }
                }
            } else {
                html! { (sign("warning")) " " (tongues.say("review-no-contact")) }
            }))
            (self.told(&suspension.convener, |convener| html! {
                span.note {
                    (tongues.say("review-convener")) " "
                    @match convener.as_ref().map(|party| party.org.as_deref()) {
                        Some(Some(org)) => (apart(org)),
                        Some(None) => (tongues.say("review-convener-function")),
                        None => (tongues.say("review-none-recorded")),
                    }
                }
            }))
        }
    }
}

/// Whether a cell says no more than that nothing is asked: small screens leave it out.
fn is_moot(name: &str, platform: &PlatformFacts) -> bool {
    match name {
        "last-contact" => matches!(platform.suspension, Told::Known(None)),
        "level" => platform.judgement == Judgement::NoRule,
        _ => false,
    }
}

/// Whether the reader may not see when a meeting was, or whether it was held.
fn is_hidden(meeting: &MeetingFacts) -> bool {
    meeting.date == Told::Masked || meeting.status == Told::Masked
}

/// Whether the organization should have a seat and the platform works.
fn is_wanted(platform: &PlatformFacts) -> bool {
    let status = platform.status.known().copied().flatten();
    status.is_some_and(|status| status.value == Status::Active)
        && platform.expectation.known() == Some(&Expectation::Expected)
}

fn code_of(status: Status) -> &'static str {
    match status {
        Status::Active => "active",
        Status::Suspended => "suspended",
        Status::Deactivated => "deactivated",
        Status::NotEstablished => "not-established",
    }
}

fn named(expectation: Expectation) -> &'static str {
    match expectation {
        Expectation::Expected => "expected",
        Expectation::NoSeat => "no-seat",
        Expectation::NotRelevant => "not-relevant",
        Expectation::CoveredByHub => "covered-by-hub",
        Expectation::NoAccess => "no-access",
    }
}
