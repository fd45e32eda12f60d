//! A mission at a glance: who leads it, and how much of what should be there is there.

use maud::{Markup, html};

use super::Sheet;
use crate::output::page::chart;
use crate::output::page::head::sign;
use crate::output::page::say::apart;
use crate::overview::{
    DesignationFacts, LeadershipState, Listed, MissionFacts, Overview, PersonFacts, PostFacts,
    Share, Told, Unknown,
};
use crate::reference;

impl Sheet<'_> {
    /// Every mission as its records tell it.
    pub(super) fn overviews(&self) -> Markup {
        html! {
            @for (at, overview) in self.report.overviews.iter().enumerate() {
                (self.overview(at, overview))
            }
        }
    }

    fn overview(&self, at: usize, overview: &Overview) -> Markup {
        let tongues = &self.tongues;
        let id = format!("overview-{at}");
        html! {
            section.overview aria-labelledby=(id) {
                h2 id=(id) {
                    (tongues.say("review-overview"))
                    @if self.report.overviews.len() > 1 { " · " (mission_name(&overview.mission, &overview.id)) }
                }
                div.glance {
                    div.leads {
                        h3 { (tongues.say("review-leads")) }
                        (self.leadership(overview))
                    }
                    (self.shares(overview))
                }
                (self.unread(overview))
                (self.matrix(at, overview))
                (self.security(at, overview))
                (self.presence(at, overview))
            }
        }
    }

    fn leadership(&self, overview: &Overview) -> Markup {
        let tongues = &self.tongues;
        let leadership = &overview.leadership;
        html! {
            p {
                @match &leadership.state {
                    Told::Known(LeadershipState::InPost) => { (sign("ok")) " " (tongues.say("review-com-in-post")) }
                    Told::Known(LeadershipState::Acting) => { (sign("ok")) " " (tongues.say("review-com-acting")) }
                    Told::Known(LeadershipState::Vacant) => { (sign("error")) " " (tongues.say("review-com-vacant")) }
                    Told::Masked => (self.masked()),
                    Told::Unknown(unknown) => (self.unknown(unknown)),
                }
            }
            ul.plain {
                @for post in &leadership.chiefs.items { li { (self.post(post)) } }
                @for acting in &leadership.acting.items { li { (self.acting(acting)) } }
            }
            (self.rest(&leadership.chiefs))
            (self.rest(&leadership.acting))
        }
    }

    fn post(&self, post: &PostFacts) -> Markup {
        html! { (self.who(&post.person)) (self.since(&post.from)) }
    }

    fn acting(&self, acting: &DesignationFacts) -> Markup {
        html! {
            (self.told(&acting.to_person, |person| self.who(person)))
            ", " (self.tongues.say("review-acts")) (self.since(&acting.from))
        }
    }

    /// Since when.
    fn since(&self, from: &Told<crate::calendar::Day>) -> Markup {
        self.told(from, |day| {
            html! {
                ", " (self.tongues.each(|messages| {
                    messages.say("review-since", &[("day", messages.day(*day).into())])
                }))
            }
        })
    }

    /// A person by role and id.
    pub(super) fn who(&self, person: &PersonFacts) -> Markup {
        let first = person.roles.known().and_then(|roles| roles.first());
        html! {
            @if let Some(role) = first {
                (self.tongues.each(|messages| {
                    let title = reference::role_title(&role.code, messages.language().code());
                    title.map_or_else(|| crate::output::page::say::plain(&role.code), str::to_owned)
                }))
                " "
            }
            span.id { (apart(&person.id)) }
        }
    }

    fn shares(&self, overview: &Overview) -> Markup {
        let tongues = &self.tongues;
        let coverage = &overview.coverage;
        let shares = [
            ("expected", coverage.expected),
            ("level", coverage.level),
            ("security", coverage.security_meetings),
            ("suspended", coverage.suspended),
        ];
        html! {
            dl.shares {
                @for (name, share) in shares.into_iter().filter(|(_, share)| share.total() > 0) {
                    div {
                        dt { (tongues.say(&format!("review-share-{name}"))) }
                        dd {
                            strong { (self.of_all(share)) }
                            (chart::share(share))
                            @if share.unknown > 0 {
                                span.note { (sign("unknown")) " " (tongues.count("review-share-unknown", share.unknown)) }
                            }
                        }
                    }
                }
            }
        }
    }

    fn of_all(&self, share: Share) -> Markup {
        self.tongues.with(
            "review-of-all",
            &[("count", share.yes.into()), ("all", share.total().into())],
        )
    }

    /// What may be a record and could not be read: the tables below may lack it.
    fn unread(&self, overview: &Overview) -> Markup {
        if overview.unread.is_empty() {
            return html! {};
        }
        html! {
            p.doubt { (sign("unknown")) " " (self.tongues.count("review-unread", overview.unread.len())) }
        }
    }

    /// A fact, or why it is not told.
    pub(super) fn told<T>(&self, told: &Told<T>, show: impl FnOnce(&T) -> Markup) -> Markup {
        match told {
            Told::Known(fact) => show(fact),
            Told::Masked => self.masked(),
            Told::Unknown(unknown) => self.unknown(unknown),
        }
    }

    /// In place of what the reader may not see.
    pub(super) fn masked(&self) -> Markup {
        html! { span.masked { (self.tongues.say("review-masked")) } }
    }

    /// In place of what could not be read, with the place.
    pub(super) fn unknown(&self, unknown: &Unknown) -> Markup {
        let source = &unknown.source;
        html! {
            span.unknown { (sign("unknown")) " " (self.tongues.say("review-unknown")) " "
                span.file { (apart(&source.path)) ":" (source.start.line) } }
        }
    }

    /// What is said of those of a list that are not in it.
    pub(super) fn rest<T>(&self, listed: &Listed<T>) -> Markup {
        html! {
            @if listed.left_out > 0 {
                p.note { (self.tongues.count("review-left-out", listed.left_out)) }
            }
            @if !listed.unread.is_empty() {
                p.note { (sign("unknown")) " " (self.tongues.say("review-perhaps-more")) }
            }
        }
    }
}

/// What a mission is called, with its id.
pub(super) fn mission_name(mission: &MissionFacts, id: &str) -> Markup {
    match mission.name.known() {
        Some(Some(name)) if name.as_str() != id => html! { (apart(name)) " (" (apart(id)) ")" },
        _ => apart(id),
    }
}
