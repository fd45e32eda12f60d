//! The thresholds of the configuration, and the groups that break them.

use maud::{Markup, html};

use super::Page;
use crate::audit::{Compared, Measured};
use crate::output::page::head::sign;
use crate::output::page::say::apart;

/// Groups named of one threshold.
const NAMED: usize = 20;

impl Page<'_> {
    /// How many thresholds are broken.
    pub(super) fn broken(&self) -> u64 {
        let all = self.audit.thresholds.iter();
        all.filter(|compared| !compared.breaches.is_empty()).count() as u64
    }

    pub(super) fn limits(&self) -> Markup {
        let tongues = &self.tongues;
        if self.audit.thresholds.is_empty() {
            return html! {};
        }
        html! {
            section aria-labelledby="limits" {
                h2 #limits { (tongues.say("atlas-limits")) }
                p.lead { (tongues.say("atlas-limits-lead")) }
                ul.limits { @for compared in &self.audit.thresholds { li { (self.limit(compared)) } } }
            }
        }
    }

    fn limit(&self, compared: &Compared) -> Markup {
        let (threshold, tongues) = (&compared.threshold, &self.tongues);
        let metric = threshold.condition.metric.code();
        let breaches = compared.worst_first();
        let shape = match (breaches.is_empty(), compared.groups) {
            (true, 0) => "unknown",
            (true, _) if compared.not_judged > 0 => "unknown",
            (true, _) => "ok",
            (false, _) => threshold.severity.code(),
        };
        html! {
            p {
                (sign(shape)) " "
                @if let Some(dimension) = threshold.dimension {
                    (tongues.say(&format!("atlas-dimension-{}", dimension.code())))
                    @if let Some(group) = &threshold.group { " " (self.name(dimension, group)) }
                    ": "
                }
                (tongues.say(&format!("atlas-metric-{metric}"))) " "
                code { (apart(&threshold.condition.to_string())) } " · "
                @if !breaches.is_empty() {
                    strong { (tongues.with("atlas-limit-broken", &[("count", breaches.len().into()), ("all", compared.groups.into())])) }
                } @else if compared.groups == 0 && compared.not_judged == 0 {
                    (tongues.say("atlas-limit-nothing"))
                } @else if compared.not_judged == 0 {
                    (self.count("atlas-limit-kept", compared.groups))
                }
                @if compared.not_judged > 0 {
                    @if !breaches.is_empty() { " · " }
                    (self.count("atlas-limit-not-judged", compared.not_judged))
                }
            }
            @if !breaches.is_empty() && let Some(dimension) = threshold.dimension {
                p.breaches {
                    @for (at, breach) in breaches.iter().take(NAMED).enumerate() {
                        @if at > 0 { " · " }
                        @if let Some(group) = &breach.group { (self.name(dimension, group)) " " }
                        (self.measured(breach.value))
                    }
                    @if breaches.len() > NAMED { " · " (tongues.count("atlas-and-more", breaches.len() - NAMED)) }
                }
            } @else if let Some(breach) = breaches.first() {
                p.breaches { (self.measured(breach.value)) }
            }
        }
    }

    fn measured(&self, measured: Measured) -> Markup {
        match measured {
            Measured::Count(count) => self.number(count),
            Measured::Share(ratio) => self.percent(ratio),
        }
    }
}
