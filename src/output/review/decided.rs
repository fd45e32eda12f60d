//! What a reviewer decided: as it was, and a form for what is decided now.

use std::collections::BTreeSet;

use maud::{Markup, html};
use serde_json::json;

use super::Sheet;
use crate::decisions::{Decision, Decisions, Ruling, VERSION};
use crate::output::page::head::sign;
use crate::output::page::say::{apart, plain};
use crate::report::Found;
use crate::rules;

/// What became of the record that a decision is about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Since {
    Same,
    Changed,
    /// It may not be told, and something has changed.
    Unknown,
}

impl Sheet<'_> {
    /// What a saved decision says of its run, as JSON for the script.
    pub(super) fn run_for_decisions(&self) -> String {
        let report = self.report;
        let configs = report.configs.iter();
        let configs: Vec<_> = configs
            .map(|(path, hash)| json!({"path": path, "hash": hash}))
            .collect();
        let policy: Vec<&str> = report.packs.iter().map(|pack| pack.id.as_str()).collect();
        json!({
            "schema_version": VERSION,
            "tool": {"name": "missionlint", "version": env!("CARGO_PKG_VERSION")},
            "run": {
                "as_of": report.as_of.to_string(),
                "audience": report.audience.code(),
                "policy": policy,
                "configs": configs,
                "inputs": {"hash": report.inputs.hash},
            },
        })
        .to_string()
    }

    fn decision_on(&self, found: &Found) -> Option<(&Decisions, &Decision)> {
        let decisions = self.report.decisions.as_ref()?;
        let mut all = decisions.all.iter();
        let decision = all.find(|decision| decision.fingerprint == found.fingerprint)?;
        Some((decisions, decision))
    }

    fn since_then(&self, decisions: &Decisions, decision: &Decision, found: &Found) -> Since {
        match (&decision.record_hash, &found.anchor.record_hash) {
            (Some(then), Some(now)) if then == now => Since::Same,
            (Some(_), Some(_)) => Since::Changed,
            _ if decisions.inputs_hash == self.report.inputs.hash => Since::Same,
            _ => Since::Unknown,
        }
    }

    /// The earlier decision on a finding.
    pub(super) fn decided(&self, found: &Found) -> Markup {
        let Some((decisions, decision)) = self.decision_on(found) else {
            return html! {};
        };
        let tongues = &self.tongues;
        let since = self.since_then(decisions, decision, found);
        html! {
            div.decided data-decision=(decision.ruling.code()) data-reason=[decision.reason.as_deref()]
                data-owner=[decision.owner.as_deref()] data-expires=[decision.expires.map(|day| day.to_string())] {
                p {
                    b { (tongues.say("review-decided")) " " (tongues.say(&format!("review-ruling-{}", decision.ruling.code()))) }
                    @if let Some(role) = &decisions.role { " · " (apart(role)) }
                    @if let Some(day) = decisions.decided_on { " · " (tongues.day(day)) }
                }
                @if let Some(reason) = &decision.reason { p { (apart(reason)) } }
                @if decision.owner.is_some() || decision.expires.is_some() {
                    p {
                        @if let Some(owner) = &decision.owner { (tongues.say("review-column-owner")) " " (apart(owner)) " " }
                        @if let Some(day) = decision.expires { (tongues.say("review-column-expires")) " " (tongues.day(day)) }
                    }
                }
                @match since {
                    Since::Same => {}
                    Since::Changed => p.stale { (sign("warning")) " " (tongues.say("review-changed-since")) },
                    Since::Unknown => p.stale { (sign("unknown")) " " (tongues.say("review-may-have-changed")) },
                }
            }
        }
    }

    /// Where decisions are saved, and what became of earlier ones.
    pub(super) fn deciding(&self) -> Markup {
        if self.report.counting().next().is_none() && self.report.decisions.is_none() {
            return html! {};
        }
        let tongues = &self.tongues;
        html! {
            section aria-labelledby="decisions" {
                h2 #decisions { (tongues.say("review-decisions")) }
                (self.earlier())
                p.lead.unscripted { (tongues.say("review-decisions-unscripted")) }
                form #save hidden {
                    p.lead { (tongues.say("review-decisions-lead")) }
                    p role="status" { span #decided-count {} " / "
                        (tongues.count("review-findings-count", self.report.counting().count())) }
                    div.field {
                        label for="role" { (tongues.say("review-role")) }
                        input #role type="text" autocomplete="off"
                            value=[self.report.decisions.as_ref().and_then(|it| it.role.as_deref())];
                    }
                    p.problem #incomplete role="alert" hidden { (sign("error")) " " (tongues.say("review-incomplete")) " "
                        a href="#findings" { (tongues.say("review-show-incomplete")) } }
                    p { button type="submit" { (tongues.say("review-save")) } }
                    p #saved role="status" {}
                    template #saved-text { (tongues.say("review-saved")) }
                }
            }
            (self.form())
        }
    }

    /// Earlier decisions whose finding is there no more, and how many stand.
    fn earlier(&self) -> Markup {
        let Some(decisions) = &self.report.decisions else {
            return html! {};
        };
        let tongues = &self.tongues;
        let there = self
            .report
            .findings
            .iter()
            .map(|found| found.fingerprint.as_str());
        let there: BTreeSet<&str> = there.collect();
        let (standing, gone): (Vec<&Decision>, Vec<&Decision>) = decisions
            .all
            .iter()
            .partition(|decision| there.contains(decision.fingerprint.as_str()));
        let catalogue = rules::catalogue();
        html! {
            p.lead { (tongues.count("review-decisions-standing", standing.len())) }
            @if !gone.is_empty() {
                p { (sign("ok")) " " (tongues.count("review-decisions-gone", gone.len())) }
                ul.gone { @for decision in gone { li {
                    @match catalogue.iter().find(|rule| rule.id == decision.rule) {
                        Some(rule) => (tongues.each(|messages| messages.summary(rule).to_owned())),
                        None => code { (plain(&decision.rule)) },
                    }
                    @if let Some((kind, id)) = &decision.record { " · " (self.earlier_record(kind, Some(id))) }
                    " · " (tongues.say(&format!("review-ruling-{}", decision.ruling.code())))
                    @if let Some(reason) = &decision.reason { " · " (apart(reason)) }
                } } }
            }
        }
    }

    /// The form that the script puts below each finding.
    fn form(&self) -> Markup {
        let tongues = &self.tongues;
        html! {
            template #decision-form {
                fieldset.decision {
                    legend { (tongues.say("review-decide")) }
                    div.rulings {
                        @for ruling in Ruling::ALL {
                            label.chip data-ruling=(ruling.code()) {
                                input type="radio" value=(ruling.code());
                                (tongues.say(&format!("review-ruling-{}", ruling.code())))
                            }
                        }
                        button.plain type="button" data-clear hidden { (tongues.say("review-clear")) }
                    }
                    div.grounds hidden {
                        label { (tongues.say("review-reason")) textarea rows="2" maxlength="1000" data-field="reason" {} }
                        div.pair {
                            label { (tongues.say("review-owner")) input type="text" maxlength="100" data-field="owner" autocomplete="off"; }
                            label { (tongues.say("review-expires")) input type="date" data-field="expires"; }
                        }
                        p.hint { (tongues.say("review-reason-hint")) }
                        p.problem data-missing hidden { (sign("error")) " " (tongues.say("review-reason-missing")) }
                    }
                }
            }
        }
    }
}
