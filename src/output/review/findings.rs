//! All findings that count, by platform, and the rules that made them.

use std::collections::{BTreeMap, BTreeSet};

use maud::{Markup, html};

use super::Sheet;
use super::groups::{Group, anchor};
use crate::catalogue::{Meta, Scope, Severity};
use crate::output::page::head::sign;
use crate::output::page::markdown::page;
use crate::output::page::say::apart;
use crate::overview::Judgement;
use crate::rules;

impl Sheet<'_> {
    pub(super) fn findings(&self) -> Markup {
        let tongues = &self.tongues;
        let groups = &self.groups.groups;
        html! {
            section aria-labelledby="findings" {
                h2 #findings tabindex="-1" { (tongues.say("review-findings")) }
                @if groups.is_empty() {
                    p.nothing { (sign("ok")) " " (tongues.say("review-nothing-found")) }
                } @else {
                    (self.tools())
                }
                @for (at, group) in groups.iter().enumerate() {
                    @let is_first = at == 0 || groups[at - 1].mission != group.mission;
                    (self.group(at, group, is_first))
                }
            }
        }
    }

    /// What narrows the list; of no use without the script, which shows it.
    fn tools(&self) -> Markup {
        let tongues = &self.tongues;
        html! {
            form.tools role="search" hidden {
                div.search {
                    label for="search" { (tongues.say("review-search")) }
                    input #search type="search" autocomplete="off" spellcheck="false";
                }
                fieldset {
                    legend { (tongues.say("review-filter")) }
                    @for severity in Severity::ALL {
                        label.chip {
                            input type="checkbox" name="severity" value=(severity.code()) checked;
                            (sign(severity.code())) " "
                            (tongues.say(&format!("review-severity-{severity}")))
                        }
                    }
                }
                p #shown role="status" {
                    span #shown-count {} " / " (tongues.count("review-findings-count", self.report.counting().count()))
                }
                button.plain #everything type="button" hidden { (tongues.say("review-show-all")) }
                p #none-shown hidden { (tongues.say("review-none-shown")) }
            }
        }
    }

    fn group(&self, at: usize, group: &Group<'_>, is_first: bool) -> Markup {
        let tongues = &self.tongues;
        let id = anchor(at);
        let mission = group.mission.filter(|_| is_first);
        html! {
            section.group aria-labelledby=(id) {
                @if let Some(mission) = mission { a id=(format!("mission-{mission}")) {} }
                h3 id=(id) {
                    @if self.groups.are_several() {
                        @match group.mission {
                            Some(mission) => (apart(mission)),
                            None => (tongues.say("review-no-mission")),
                        }
                        " · "
                    }
                    (self.platform(group.mission, group.platform))
                    span.amount { (tongues.count("review-findings-count", group.found.len())) }
                }
                @for found in &group.found { (self.finding(found)) }
            }
        }
    }

    /// What a platform is called.
    fn platform(&self, mission: Option<&str>, platform: Option<&str>) -> Markup {
        let Some(id) = platform else {
            return self.tongues.say("review-whole-mission");
        };
        let overview = self.groups.overview(mission);
        let mut all = overview
            .into_iter()
            .flat_map(|overview| &overview.platforms.items);
        match all.find(|platform| platform.record.id.as_deref() == Some(id)) {
            Some(facts) => self.platform_named(facts),
            None => apart(id),
        }
    }

    /// The page of each rule that has found or missed something.
    pub(super) fn rules(&self) -> Markup {
        let tongues = &self.tongues;
        let found = self.report.findings.iter().map(|found| found.rule);
        let blocked = self.report.not_checked.iter().map(|entry| entry.rule);
        let rules: BTreeMap<&str, &Meta> = found
            .chain(blocked)
            .chain(self.judging())
            .map(|rule| (rule.id, rule))
            .collect();
        if rules.is_empty() {
            return html! {};
        }
        html! {
            section.rules aria-labelledby="rules" {
                h2 #rules { (tongues.say("review-rules")) }
                p.lead { (tongues.say("review-rules-lead")) }
                @for rule in rules.values() { (self.rule(rule)) }
            }
        }
    }

    /// Rules that the tables name.
    fn judging(&self) -> impl Iterator<Item = &'static Meta> {
        let platforms = self
            .report
            .overviews
            .iter()
            .flat_map(|it| &it.platforms.items);
        let named = platforms.flat_map(|platform| match &platform.judgement {
            Judgement::Wrong(rules) => rules.as_slice(),
            _ => &[],
        });
        let named: BTreeSet<&str> = named.copied().collect();
        rules::catalogue()
            .into_iter()
            .filter(move |rule| named.contains(rule.id))
    }

    fn rule(&self, rule: &Meta) -> Markup {
        let tongues = &self.tongues;
        html! {
            details {
                summary { (tongues.each(|messages| messages.summary(rule).replace('`', ""))) }
                div.page id=(format!("rule-{}", rule.id)) tabindex="-1" {
                    p.source {
                        @if rule.scope == Scope::Subject {
                            (tongues.say(&format!("review-strength-{}", rule.strength.code()))) " · "
                        }
                        (tongues.each(|messages| messages.source(rule).replace('`', "")))
                    }
                    (tongues.blocks(|messages| page(messages.page(rule))))
                    p.id { (tongues.say("review-technical-rule")) " " code { (rule.id) } }
                }
            }
        }
    }
}
