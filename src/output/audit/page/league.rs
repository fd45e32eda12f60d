//! All missions, the weakest first; each folds out what is weak in it.

use maud::{Markup, html};

use super::Page;
use super::facts::{Ranked, Spot, State, not_passed, ranked};
use crate::audit::{Dimension, Group};
use crate::output::page::head::sign;
use crate::output::page::say::apart;
use crate::overview::{Coverage, NONE, Share};

/// Rules named of one mission.
const SPOTS: usize = 5;

impl Page<'_> {
    pub(super) fn league(&self) -> Markup {
        let tongues = &self.tongues;
        let ranked = ranked(self.audit.table(Dimension::Mission));
        let columns = 12 + usize::from(self.audit.comparison.is_some());
        html! {
            section aria-labelledby="league" {
                h2 #league tabindex="-1" { (tongues.say("atlas-league")) }
                p.lead { (tongues.say("atlas-league-lead")) }
                @if self.sheets.is_empty() {
                    p.lead { (tongues.say("atlas-no-sheets")) " " code { "missionlint audit … --sheets DIR" } }
                }
                (self.tools())
                div.scroll.tall role="group" aria-labelledby="league" tabindex="0" {
                    table.league.sorted data-bodies {
                        thead { tr {
                            th.number scope="col" data-by="up" aria-sort="ascending" { (tongues.say("atlas-column-rank")) }
                            th scope="col" data-by="up" { (tongues.say("review-column-mission")) }
                            th scope="col" data-by="up" { (tongues.say("atlas-column-country")) }
                            th scope="col" data-by="down" { (tongues.say("review-column-verdict")) }
                            (self.columns_of_numbers())
                            (self.columns_of_coverage())
                            @if self.audit.comparison.is_some() { th.number scope="col" data-by="down" { (tongues.say("atlas-column-news")) } }
                        } }
                        @for (at, ranked) in ranked.iter().enumerate() { (self.mission(at, ranked, columns)) }
                    }
                }
            }
        }
    }

    /// What narrows the list; of no use without the script, which shows it.
    fn tools(&self) -> Markup {
        let tongues = &self.tongues;
        let mut states = vec![State::NotReady, State::Doubtful, State::Ready];
        states.extend((self.not_judged() > 0).then_some(State::NotJudged));
        html! {
            form.tools role="search" hidden {
                div.search {
                    label for="search" { (tongues.say("atlas-search")) }
                    input #search type="search" autocomplete="off" spellcheck="false";
                }
                fieldset {
                    legend { (tongues.say("review-filter")) }
                    @for state in states {
                        label.chip {
                            input type="checkbox" name="state" value=(state.code()) checked;
                            (sign(state.sign())) " " (tongues.say(&format!("atlas-state-{}", state.code())))
                        }
                    }
                }
                p #shown role="status" {
                    span #shown-count {} " / " (self.count("atlas-missions-count", self.audit.totals.missions.map_or(0, |missions| missions.all)))
                }
            }
        }
    }

    pub(super) fn columns_of_numbers(&self) -> Markup {
        let tongues = &self.tongues;
        html! {
            @for name in ["review-tally-error", "review-tally-warning", "review-tally-advice", "atlas-column-not-passed", "atlas-column-blocked"] {
                th.number scope="col" data-by="down" { (tongues.say(name)) }
            }
        }
    }

    pub(super) fn columns_of_coverage(&self) -> Markup {
        let tongues = &self.tongues;
        html! {
            @for name in ["level", "security", "suspended"] {
                th scope="col" data-by="up" { (tongues.say(&format!("atlas-column-{name}"))) }
            }
        }
    }

    pub(super) fn cells_of_numbers(&self, group: &Group) -> Markup {
        let numbers = &group.numbers;
        html! {
            (self.number_cell(numbers.findings.error))
            (self.number_cell(numbers.findings.warning))
            (self.number_cell(numbers.findings.advice))
            (self.rate_cell(not_passed(numbers)))
            (self.number_cell(numbers.checks.blocked))
        }
    }

    pub(super) fn cells_of_coverage(&self, group: &Group) -> Markup {
        let of = |share: fn(Coverage) -> Share| group.numbers.coverage.map(share);
        html! {
            (self.share_cell(of(|coverage| coverage.level)))
            (self.share_cell(of(|coverage| coverage.security_meetings)))
            (self.share_cell(of(|coverage| coverage.suspended)))
        }
    }

    /// Findings that have come and gone since the earlier audit.
    pub(super) fn news_cell(&self, group: &Group) -> Markup {
        let Some(then) = group.then.filter(|_| self.audit.comparison.is_some()) else {
            return html! {};
        };
        html! {
            td.number.news data-v=(then.news.appeared) {
                @if then.news.appeared + then.news.gone == 0 {
                    "0"
                } @else {
                    "+" (self.number(then.news.appeared)) " −" (self.number(then.news.gone))
                }
            }
        }
    }

    fn mission(&self, at: usize, ranked: &Ranked<'_>, columns: usize) -> Markup {
        let (group, tongues) = (ranked.group, &self.tongues);
        let state = self.facts.state(group);
        let within = |dimension| {
            let mut within = group.within.iter().filter(|(of, _)| *of == dimension);
            within.next().map_or(NONE, |(_, key)| key)
        };
        let (country, office) = (
            within(Dimension::Country),
            within(Dimension::RegionalOffice),
        );
        let id = format!("mission-{at}");
        html! {
            tbody id=(id) data-state=(state.code()) {
                tr {
                    td.number data-v=(at) {
                        @match ranked.place {
                            Some(place) => { @if ranked.is_tied { "=" } (self.number(place as u64)) }
                            None => "–",
                        }
                    }
                    th scope="row" data-v=(group.key) {
                        details {
                            summary { (self.name(Dimension::Mission, &group.key)) }
                            span.unseen { (tongues.say("atlas-fold")) }
                        }
                    }
                    td data-v=(country) {
                        (self.name(Dimension::Country, country))
                        span.note { (self.name(Dimension::RegionalOffice, office)) }
                    }
                    td.state.(state.code()) data-v=(state as u8) { (sign(state.sign())) " " (tongues.say(&format!("atlas-state-{}", state.code()))) }
                    (self.cells_of_numbers(group))
                    (self.cells_of_coverage(group))
                    (self.news_cell(group))
                }
                tr.more { td colspan=(columns) { (self.weak_points(group)) } }
            }
        }
    }

    /// What a mission folds out.
    fn weak_points(&self, group: &Group) -> Markup {
        let tongues = &self.tongues;
        let spots = self.facts.spots(&group.key);
        let (named, others) = spots.split_at(spots.len().min(SPOTS));
        let blocked = self.facts.blocked(&group.key) as u64;
        let accepted = group.numbers.findings.suppressed;
        let coverage = group.numbers.coverage;
        html! {
            div.weak {
                div {
                    p { strong { (tongues.say("atlas-weak")) } }
                    @if spots.is_empty() {
                        p.nothing { (tongues.say(if self.facts.state(group) == State::NotJudged { "atlas-state-not-judged" } else { "atlas-weak-none" })) }
                    }
                    ul.plain { @for spot in named { li { (self.spot(spot)) } } }
                    @if !others.is_empty() {
                        p.note { (self.count("atlas-weak-more", others.iter().map(|spot| spot.count).sum())) }
                    }
                    @if accepted > 0 {
                        p { (sign("ok")) " " (tongues.say("atlas-tally-suppressed")) ": " (self.number(accepted)) }
                    }
                    @if blocked > 0 {
                        p { (sign("unknown")) " " (self.count("atlas-weak-blocked", blocked)) }
                    }
                }
                div {
                    p { strong { (tongues.say("atlas-coverage")) } }
                    @if let Some(coverage) = coverage {
                        ul.plain {
                            @for (name, share) in [("expected", coverage.expected), ("level", coverage.level), ("security", coverage.security_meetings), ("suspended", coverage.suspended)] {
                                @if share.total() > 0 {
                                    li {
                                        (tongues.say(&format!("review-share-{name}"))) ": "
                                        (tongues.with("review-of-all", &[("count", share.yes.into()), ("all", share.total().into())]))
                                        @if share.unknown > 0 { " (" (tongues.count("review-share-unknown", share.unknown)) ")" }
                                    }
                                }
                            }
                        }
                    }
                    @if let Some(link) = self.sheets.get(&*group.key) {
                        p.sheet { a href=(link) { (tongues.say("atlas-sheet")) " " (apart(&group.key)) } }
                    }
                }
            }
        }
    }

    fn spot(&self, spot: &Spot) -> Markup {
        html! {
            (sign(spot.severity.code())) " " strong { (self.number(spot.count)) } " × "
            a href=(format!("#rule-{}", spot.rule.id)) { (self.rule_name(spot.rule.id)) }
        }
    }
}
