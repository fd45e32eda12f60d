//! What was not checked, and what is accepted.

use maud::{Markup, html};

use super::Sheet;
use super::excerpt::record;
use crate::output::closing::obstacles;
use crate::output::page::head::sign;
use crate::output::page::say::apart;
use crate::rules;

/// Places listed of one obstacle.
const PLACES: usize = 50;

/// Missions named that were not judged.
const NAMED: usize = 20;

impl Sheet<'_> {
    pub(super) fn not_checked(&self) -> Markup {
        let tongues = &self.tongues;
        let entries = &self.report.not_checked;
        let left = self.report.not_judged.iter();
        let left: Vec<&str> = left.filter_map(|it| it.mission.as_deref()).collect();
        html! {
            section aria-labelledby="not-checked" {
                h2 #not-checked { (tongues.say("review-not-checked")) }
                @if !left.is_empty() {
                    p.lead { (sign("unknown")) " " (tongues.count("atlas-because-not-judged", left.len())) }
                    p {
                        @for (at, mission) in left.iter().take(NAMED).enumerate() {
                            @if at > 0 { " · " }
                            (apart(mission))
                        }
                        @if left.len() > NAMED { " · " (tongues.count("atlas-and-more", left.len() - NAMED)) }
                    }
                }
                @if entries.is_empty() && !left.is_empty() {
                } @else if entries.is_empty() {
                    p.nothing { (sign("ok")) " " (tongues.say("review-all-checked")) }
                } @else {
                    p.lead { (tongues.say("review-not-checked-lead")) }
                    @for ((reason, blocked), places) in obstacles(entries) {
                        div.obstacle {
                            p { (sign("unknown")) " " strong {
                                (tongues.count(&format!("obstacle-{reason}"), places.len()))
                            } }
                            ul.places {
                                @for (path, (line, column)) in places.iter().take(PLACES) {
                                    li { code { (apart(path)) ":" (line) ":" (column) } }
                                }
                            }
                            @if places.len() > PLACES {
                                p.more { (tongues.count("not-checked-more", places.len() - PLACES)) }
                            }
                            details {
                                summary { (tongues.count("review-questions-open", blocked.len())) }
                                ul {
                                    @for rule in rules::catalogue().into_iter().filter(|it| blocked.contains(it.id)) {
                                        li { a href=(format!("#rule-{}", rule.id)) {
                                            (tongues.each(|messages| messages.summary(rule).replace('`', "")))
                                        } }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    pub(super) fn exceptions(&self) -> Markup {
        let tongues = &self.tongues;
        let column = |name: &str| tongues.say(&format!("review-column-{name}"));
        html! {
            section aria-labelledby="exceptions" {
                h2 #exceptions { (tongues.say("review-exceptions")) }
                @if self.report.suppressed().next().is_none() {
                    p.nothing { (tongues.say("review-no-exceptions")) }
                } @else {
                    p.lead { (tongues.say("review-exceptions-lead")) }
                    div.scroll role="group" aria-labelledby="exceptions" tabindex="0" { table {
                        thead { tr {
                            th scope="col" { (column("finding")) }
                            th scope="col" { (column("record")) }
                            th scope="col" { (column("reason")) }
                            th scope="col" { (column("owner")) }
                            th scope="col" { (column("expires")) }
                        } }
                        tbody { @for (found, suppressed) in self.report.suppressed() { tr {
                            th scope="row" { (sign(found.severity.code())) " " (tongues.headline(found)) }
                            td { (record(&found.location, tongues)) }
                            td { (apart(&suppressed.reason)) }
                            td { @if let Some(owner) = &suppressed.owner { (apart(owner)) } @else { (tongues.say("review-none")) } }
                            td { @match suppressed.expires {
                                Some(day) => (tongues.day(day)),
                                None => (tongues.say("review-no-end")),
                            } }
                        } } }
                    } }
                }
            }
        }
    }
}
