//! How many missions are ready, how much there is of what, and where to look.

use std::collections::BTreeSet;

use maud::{Markup, html};

use super::Page;
use super::facts::State;
use crate::audit::{Dimension, Missions};
use crate::catalogue::Severity;
use crate::output::page::head::sign;
use crate::output::page::say::plain;

impl Page<'_> {
    pub(super) fn verdict(&self) -> Markup {
        let (report, tongues) = (self.report, &self.tongues);
        let totals = &self.audit.totals;
        let Missions { all, ready, .. } = totals.missions.unwrap_or_default();
        let is_kept = self.audit.worst_breach() < Some(Severity::Error);
        let is_ready = report.is_ready() && is_kept;
        let (class, shape) = if is_ready {
            ("ready", "ok")
        } else {
            ("not-ready", "error")
        };
        let blocked: BTreeSet<&str> = report.not_checked.iter().map(|it| it.rule.id).collect();
        let broken = self.broken();
        let says = if self.facts.may_be_wrong {
            "atlas-verdict-doubtful"
        } else {
            "atlas-verdict"
        };
        // A broken limit weighs what the configuration says.
        let worst = self.audit.worst_breach().map_or("error", Severity::code);
        html! {
            section.verdict.(class) aria-labelledby="verdict" {
                // Whoever reads the numbers knows by then what they are of.
                @for fault in &report.faults {
                    p.fault { (sign("error")) " " (tongues.each(|messages| {
                        let values = [
                            ("subject", plain(&fault.subject).into()),
                            ("reason", plain(&messages.phrase(&fault.reason)).into()),
                        ];
                        messages.say(&format!("fault-{}", fault.kind), &values)
                    })) }
                }
                div.word {
                    (sign(shape))
                    h2 #verdict { (tongues.with(says, &[("ready", ready.into()), ("all", all.into())])) }
                }
                p.why { (self.reason(all, ready)) }
                @if let Some(doubt) = self.facts.doubt {
                    p.doubt { (sign("unknown")) " " (tongues.say(doubt)) }
                }
                ul.counts {
                    (self.tally("error", "#rules", "review-tally-error", totals.findings.error))
                    (self.tally("warning", "#rules", "review-tally-warning", totals.findings.warning))
                    (self.tally("advice", "#rules", "review-tally-advice", totals.findings.advice))
                    (self.tally("unknown", "#not-checked", "review-tally-unknown", blocked.len() as u64))
                    @if self.not_judged() > 0 {
                        (self.tally("unknown", "#not-checked", "atlas-tally-not-judged", self.not_judged()))
                    }
                    @if !self.audit.thresholds.is_empty() {
                        (self.tally(worst, "#limits", "atlas-tally-limits", broken))
                    }
                    @if totals.findings.suppressed > 0 {
                        (self.tally("ok", "#rules", "atlas-tally-suppressed", totals.findings.suppressed))
                    }
                }
            }
        }
    }

    /// What keeps missions from being ready, in one sentence, and how many of the others were not fully checked.
    fn reason(&self, all: u64, ready: u64) -> Markup {
        let tongues = &self.tongues;
        let missions = self.audit.table(Dimension::Mission).iter();
        let states: Vec<State> = missions.map(|group| self.facts.state(group)).collect();
        let count = |state: State| states.iter().filter(|it| **it == state).count() as u64;
        let (broken, doubtful, left) = (self.broken(), count(State::Doubtful), self.not_judged());
        html! {
            @if ready + left < all {
                (self.count("atlas-because-not-ready", all - ready - left))
            } @else if !self.report.faults.is_empty() {
                (tongues.say("review-because-faults"))
            } @else if all == 0 {
                (tongues.say("atlas-because-nothing"))
            } @else if !self.report.is_ready() {
                (tongues.say("atlas-because-outside"))
            } @else if broken == 0 {
                (tongues.say("atlas-because-ready"))
            }
            @if left > 0 { " " (self.count("atlas-because-not-judged", left)) }
            @if doubtful > 0 { " " (self.count("atlas-because-doubtful", doubtful)) }
            @if broken > 0 { " " (self.count("atlas-because-limits", broken)) }
        }
    }

    /// What the missions are called in which nothing keeps from submitting.
    pub(super) fn says_ready(&self) -> &'static str {
        if self.facts.may_be_wrong {
            "atlas-column-without-errors"
        } else {
            "atlas-column-ready"
        }
    }

    /// How many missions were not judged.
    pub(super) fn not_judged(&self) -> u64 {
        let missions = self.audit.totals.missions;
        missions.map_or(0, |missions| missions.not_judged)
    }

    /// A number with what it counts, leading there.
    fn tally(&self, class: &str, target: &str, says: &str, count: u64) -> Markup {
        html! {
            li.(class).none[count == 0] {
                a href=(target) {
                    @if count > 0 { (sign(class)) }
                    strong { (self.number(count)) }
                    span.what { (self.tongues.say(says)) }
                }
            }
        }
    }

    /// The parts of the page.
    pub(super) fn contents(&self) -> Markup {
        let tongues = &self.tongues;
        let parts = [
            ("limits", "atlas-limits", !self.audit.thresholds.is_empty()),
            ("since", "atlas-since", self.audit.comparison.is_some()),
            ("league", "atlas-league", true),
            ("heat", "atlas-heat", true),
            ("trends", "atlas-trends", true),
            ("groups", "atlas-groups", true),
            ("rules", "atlas-rules", true),
            ("not-checked", "review-not-checked", true),
            ("packs", "review-packs", true),
            ("stamp", "review-stamp", true),
        ];
        html! {
            nav.contents aria-labelledby="contents" {
                h2 #contents { (tongues.say("review-contents")) }
                ol {
                    @for (part, says, _) in parts.into_iter().filter(|(_, _, is_there)| *is_there) {
                        li { a href=(format!("#{part}")) { (tongues.say(says)) } }
                    }
                }
            }
        }
    }
}
