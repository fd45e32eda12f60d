//! The rules, those with most findings first.

use std::cmp::Reverse;

use maud::{Markup, html};

use super::Page;
use crate::audit::{Dimension, Group};
use crate::overview::NONE;

/// Missions named of one rule.
const MISSIONS: usize = 5;

impl Page<'_> {
    pub(super) fn rules(&self) -> Markup {
        let tongues = &self.tongues;
        let groups = self.audit.table(Dimension::Rule).iter();
        let (mut telling, silent): (Vec<&Group>, Vec<&Group>) = groups.partition(|group| {
            let numbers = &group.numbers;
            numbers.findings.counting() + numbers.findings.suppressed + numbers.checks.blocked > 0
        });
        telling.sort_by_key(|group| {
            let numbers = &group.numbers;
            (
                Reverse(numbers.findings.counting()),
                Reverse(numbers.checks.blocked),
                group.key.clone(),
            )
        });
        let applied = silent
            .iter()
            .filter(|group| group.numbers.checks.applicable > 0);
        let applied = applied.count() as u64;
        html! {
            section aria-labelledby="rules" {
                h2 #rules tabindex="-1" { (tongues.say("atlas-rules")) }
                p.lead { (tongues.say("atlas-rules-lead")) }
                div.scroll.tall role="group" aria-labelledby="rules" tabindex="0" { table.sorted data-dimension="rule" {
                    thead { tr {
                        th scope="col" data-by="up" { (tongues.say("atlas-dimension-rule")) }
                        th scope="col" data-by="up" { (tongues.say("atlas-dimension-family")) }
                        @for name in ["review-tally-error", "review-tally-warning", "review-tally-advice", "atlas-column-applicable", "atlas-column-failed", "atlas-column-blocked"] {
                            th.number scope="col" data-by="down" { (tongues.say(name)) }
                        }
                        th.number scope="col" data-by="down" { (tongues.say("review-missions")) }
                        @if self.has_accepted() { th.number scope="col" data-by="down" { (tongues.say("atlas-tally-suppressed")) } }
                        @if self.audit.comparison.is_some() { th.number scope="col" data-by="down" { (tongues.say("atlas-column-news")) } }
                    } }
                    tbody { @for group in telling { (self.rule_row(group)) } }
                } }
                @if applied > 0 { p.note { (self.count("atlas-rules-silent", applied)) } }
            }
        }
    }

    /// Whether findings were accepted anywhere.
    fn has_accepted(&self) -> bool {
        self.audit.totals.findings.suppressed > 0
    }

    fn rule_row(&self, group: &Group) -> Markup {
        let numbers = &group.numbers;
        let family = group.within.first().map_or(NONE, |(_, key)| key);
        let missions = self.facts.missions(&group.key);
        html! {
            tr id=(format!("rule-{}", group.key)) tabindex="-1" {
                th scope="row" data-v=(group.key) {
                    (self.rule_name(&group.key))
                    " " code.id { (group.key) }
                    @if !missions.is_empty() {
                        span.note {
                            (self.tongues.say("atlas-most"))
                            @for (at, (mission, count)) in missions.iter().take(MISSIONS).enumerate() {
                                @if at > 0 { ", " } @else { " " }
                                (self.name(Dimension::Mission, mission)) " " (self.number(*count))
                            }
                            @if missions.len() > MISSIONS { ", …" }
                        }
                    }
                }
                td data-v=(family) { (self.family(family)) }
                (self.number_cell(numbers.findings.error))
                (self.number_cell(numbers.findings.warning))
                (self.number_cell(numbers.findings.advice))
                (self.number_cell(numbers.checks.applicable))
                (self.rate_cell(numbers.failure_rate()))
                (self.number_cell(numbers.checks.blocked))
                (self.number_cell(missions.len() as u64))
                @if self.has_accepted() { (self.number_cell(numbers.findings.suppressed)) }
                (self.news_cell(group))
            }
        }
    }
}
