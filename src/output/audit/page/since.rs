//! What has changed since an earlier audit.

use std::cmp::Reverse;

use maud::{Markup, html};

use super::Page;
use super::facts::not_passed;
use crate::audit::{Apart, Comparison, Dimension, Group, News, Numbers};
use crate::output::page::head::sign;
use crate::output::page::say::apart;

/// A number of the totals.
type Count = fn(&Numbers) -> u64;

/// Missions named at either end.
const NAMED: usize = 10;

impl Page<'_> {
    pub(super) fn since(&self) -> Markup {
        let tongues = &self.tongues;
        let Some(comparison) = &self.audit.comparison else {
            return html! {};
        };
        html! {
            section aria-labelledby="since" {
                h2 #since { (tongues.say("atlas-since")) }
                p.lead {
                    @match comparison.as_of {
                        Some(day) => (tongues.each(|messages| {
                            messages.say("atlas-since-day", &[("day", messages.day(day).into())])
                        })),
                        None => (tongues.say("atlas-since-no-day")),
                    }
                    " (missionlint " (apart(&comparison.version)) ")"
                }
                @if !comparison.differences.is_empty() {
                    p.doubt {
                        (sign("unknown")) " " (tongues.say("atlas-differs")) " "
                        @for (at, name) in comparison.differences.iter().enumerate() {
                            @if at > 0 { ", " }
                            (tongues.say(&format!("atlas-differs-{}", name.replace('_', "-"))))
                        }
                    }
                }
                (self.incomplete(comparison))
                (self.then_and_now(comparison))
                (self.movers("atlas-worse", |news| news.appeared))
                (self.movers("atlas-better", |news| news.gone))
                (self.apart("atlas-left", &comparison.left))
                (self.apart("atlas-joined", &comparison.joined))
            }
        }
    }

    /// That one of the audits does not know everything.
    fn incomplete(&self, comparison: &Comparison) -> Markup {
        let (then, now) = (&comparison.totals, &self.audit.totals);
        let values = [
            ("faults_then", then.faults.into()),
            ("faults_now", now.faults.into()),
            ("blocked_then", then.checks.blocked.into()),
            ("blocked_now", now.checks.blocked.into()),
        ];
        html! {
            @if then.faults > 0 {
                p.fault { (sign("error")) " " (self.count("atlas-earlier-incomplete", then.faults)) }
            }
            @if comparison.is_incomplete(now) {
                p.doubt { (sign("unknown")) " " (self.tongues.with("atlas-incomplete", &values)) }
            }
        }
    }

    fn then_and_now(&self, comparison: &Comparison) -> Markup {
        let tongues = &self.tongues;
        let (then, now) = (&comparison.totals, &self.audit.totals);
        let counts: [(&str, Count); 7] = [
            ("review-missions", |it| it.missions.map_or(0, |it| it.all)),
            (self.says_ready(), |it| it.missions.map_or(0, |it| it.ready)),
            ("atlas-tally-not-judged", |it| {
                it.missions.map_or(0, |it| it.not_judged)
            }),
            ("review-tally-error", |it| it.findings.error),
            ("review-tally-warning", |it| it.findings.warning),
            ("review-tally-advice", |it| it.findings.advice),
            ("atlas-column-blocked", |it| it.checks.blocked),
        ];
        // Nearly all audits have judged everything.
        let is_told = |(name, count): &(&str, Count)| {
            *name != "atlas-tally-not-judged" || count(then) + count(now) > 0
        };
        let News {
            appeared,
            gone,
            kept,
            ..
        } = comparison.news;
        html! {
            div.scroll role="group" aria-labelledby="since" tabindex="0" { table.then {
                thead { tr {
                    td {}
                    th.number scope="col" { (tongues.say("atlas-then")) }
                    th.number scope="col" { (tongues.say("atlas-now")) }
                } }
                tbody {
                    @for (name, count) in counts.into_iter().filter(is_told) {
                        tr { th scope="row" { (tongues.say(name)) } (self.number_cell(count(then))) (self.number_cell(count(now))) }
                    }
                    tr { th scope="row" { (tongues.say("atlas-column-not-passed")) } (self.rate_cell(not_passed(then))) (self.rate_cell(not_passed(now))) }
                }
            } }
            p.news { (tongues.with("atlas-news", &[("appeared", appeared.into()), ("gone", gone.into()), ("kept", kept.into())])) }
        }
    }

    /// The missions in which most has come, or gone.
    fn movers(&self, says: &str, of: fn(&News) -> u64) -> Markup {
        let moved = |group: &Group| group.then.map_or(0, |then| of(&then.news));
        let groups = self.audit.table(Dimension::Mission).iter();
        let mut groups: Vec<&Group> = groups.filter(|group| moved(group) > 0).collect();
        groups.sort_by_key(|group| (Reverse(moved(group)), group.key.clone()));
        html! {
            @if !groups.is_empty() {
                p {
                    strong { (self.tongues.say(says)) }
                    @for (at, group) in groups.iter().take(NAMED).enumerate() {
                        @if at > 0 { " · " } @else { " " }
                        (self.name(Dimension::Mission, &group.key)) " " (self.number(moved(group)))
                    }
                    @if groups.len() > NAMED { " · " (self.tongues.count("atlas-and-more", groups.len() - NAMED)) }
                }
            }
        }
    }

    /// Missions that are in one of the audits alone, those with most findings first.
    fn apart(&self, says: &str, missions: &[Apart]) -> Markup {
        let mut missions: Vec<&Apart> = missions.iter().collect();
        missions.sort_by_key(|it| (Reverse(it.findings), &it.mission));
        html! {
            @if !missions.is_empty() {
                p {
                    strong { (self.tongues.say(says)) }
                    @for (at, it) in missions.iter().take(NAMED).enumerate() {
                        @if at > 0 { " · " } @else { " " }
                        (self.name(Dimension::Mission, &it.mission)) " (" (self.count("atlas-apart-findings", it.findings)) ")"
                    }
                    @if missions.len() > NAMED { " · " (self.tongues.count("atlas-and-more", missions.len() - NAMED)) }
                }
            }
        }
    }
}
