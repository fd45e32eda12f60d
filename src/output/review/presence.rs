//! Where the organization is below the national level, and the Chief of Mission in security meetings.

use maud::{Markup, html};

use super::Sheet;
use crate::output::page::head::sign;
use crate::output::page::say::{apart, plain};
use crate::overview::{
    Blank, ChiefPresence, MeetingStatus, MonthFacts, Overview, PlaceFacts, SecurityMeetingFacts,
    Told,
};

impl Sheet<'_> {
    pub(super) fn presence(&self, at: usize, overview: &Overview) -> Markup {
        let tongues = &self.tongues;
        let id = format!("presence-{at}");
        let places = &overview.places;
        if places.places.is_none() && places.elsewhere.is_empty() && places.unplaced.is_empty() {
            return html! {};
        }
        html! {
            section aria-labelledby=(format!("overview-{at} {id}")) {
                h3 id=(id) { (tongues.say("review-presence")) }
                @if !places.places.items.is_empty() || !places.elsewhere.is_empty() || !places.unplaced.is_empty() {
                div.scroll role="group" aria-labelledby=(id) tabindex="0" { table {
                    thead { tr {
                        th scope="col" { (tongues.say("review-column-place")) }
                        th scope="col" { (tongues.say("review-column-programmes")) }
                        th scope="col" { (tongues.say("review-column-platforms")) }
                    } }
                    tbody {
                        @for place in &places.places.items { (self.placed(overview, place)) }
                        @for (name, platforms) in [("elsewhere", &places.elsewhere), ("unplaced", &places.unplaced)] {
                            @if !platforms.is_empty() {
                                tr {
                                    th scope="row" { (tongues.say(&format!("review-place-{name}"))) }
                                    td {}
                                    td { ul.plain { @for platform in platforms {
                                        @if let Some(facts) = overview.platforms.items.get(*platform) {
                                            li { (self.seated(&facts.represented)) " " (self.platform_named(facts)) }
                                        }
                                    } } }
                                }
                            }
                        }
                    }
                } }
                }
                (self.rest(&places.places))
            }
        }
    }

    fn placed(&self, overview: &Overview, place: &PlaceFacts) -> Markup {
        let tongues = &self.tongues;
        html! {
            tr {
                th scope="row" {
                    (self.place(&place.place))
                    @if let Some(office) = place.place.office.as_ref().filter(|_| place.place.town.is_some()) {
                        " " span.id { (apart(office)) }
                    }
                }
                td {
                    (plain(&place.programmes.items.join(", ")))
                    @if place.programmes.is_none() { span.note { (tongues.say("review-none")) } }
                    (self.rest(&place.programmes))
                }
                td {
                    ul.plain { @for placed in &place.platforms.items {
                        @if let Some(facts) = overview.platforms.items.get(placed.platform) {
                            li { (self.seated(&placed.represented)) " " (self.platform_named(facts)) }
                        }
                    } }
                    @if place.platforms.is_none() { span.note { (tongues.say("review-no-platform-there")) } }
                    (self.rest(&place.platforms))
                }
            }
        }
    }

    /// Whether the organization has a seat.
    fn seated(&self, represented: &Told<bool>) -> Markup {
        self.told(represented, |is_represented| {
            let (shape, id) = if *is_represented {
                ("ok", "review-seat-yes")
            } else {
                ("warning", "review-seat-no")
            };
            html! { (sign(shape)) " " span.note.inline { (self.tongues.say(id)) } }
        })
    }

    pub(super) fn security(&self, at: usize, overview: &Overview) -> Markup {
        let tongues = &self.tongues;
        let security = &overview.security;
        if security.months.is_empty() && security.undated.is_none() {
            return html! {};
        }
        let id = format!("security-{at}");
        html! {
            section aria-labelledby=(format!("overview-{at} {id}")) {
                h3 id=(id) { (tongues.say("review-security")) }
                @if !security.months.is_empty() { p.lead { (tongues.say("review-security-lead")) } }
                ol.months { @for month in &security.months { (self.month(month)) } }
                @if !security.undated.items.is_empty() {
                    p.note { (tongues.count("review-undated", security.undated.items.len())) }
                }
                (self.rest(&security.undated))
            }
        }
    }

    fn month(&self, month: &MonthFacts) -> Markup {
        let tongues = &self.tongues;
        html! {
            li {
                span.name { (tongues.each(|messages| {
                    let name = messages.say(&format!("month-{}", month.first.month()), &[]);
                    let year = month.first.year().to_string();
                    messages.say("review-month", &[("month", name.into()), ("year", year.into())])
                })) }
                @for meeting in &month.meetings { (self.security_meeting(meeting)) }
                @if month.meetings.is_empty() {
                    span.meeting.blank { @match &month.blank {
                        Blank::NothingRecorded => (tongues.say("review-month-nothing")),
                        Blank::NoMeeting => (tongues.say("review-month-no-meeting")),
                        Blank::Masked => (self.masked()),
                        Blank::Unknown(unknown) => (self.unknown(unknown)),
                    } }
                }
            }
        }
    }

    fn security_meeting(&self, meeting: &SecurityMeetingFacts) -> Markup {
        let tongues = &self.tongues;
        let day = meeting.date.day();
        html! {
            span.meeting {
                span.n { (day) }
                " "
                (self.told(&meeting.status, |status| match status {
                    MeetingStatus::Held => self.told(&meeting.chief, |chief| {
                        let (shape, name) = chief_at(*chief);
                        html! { (sign(shape)) " " (tongues.say(&format!("review-chief-{name}"))) }
                    }),
                    MeetingStatus::Cancelled => html! { span.note.inline { (tongues.say("review-meeting-cancelled")) } },
                    MeetingStatus::Planned => html! { span.note.inline { (tongues.say("review-meeting-planned")) } },
                }))
            }
        }
    }
}

/// The sign and the name of what is recorded of the chief.
fn chief_at(chief: ChiefPresence) -> (&'static str, &'static str) {
    match chief {
        ChiefPresence::Present => ("ok", "present"),
        ChiefPresence::ActingPresent => ("ok", "acting"),
        ChiefPresence::Excused => ("warning", "excused"),
        ChiefPresence::Absent => ("error", "absent"),
        ChiefPresence::NotListed => ("error", "not-listed"),
        ChiefPresence::NobodyInPost => ("warning", "nobody"),
    }
}
