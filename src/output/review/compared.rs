//! What has changed since an earlier report.

use std::collections::BTreeSet;

use maud::{Markup, html};

use super::Sheet;
use crate::comparison::EarlierFinding;
use crate::document::Kind;
use crate::output::page::head::sign;
use crate::output::page::say::{apart, plain};
use crate::report::{Audience, Found};
use crate::rules;

/// Earlier findings listed; all are counted.
const LISTED: usize = 200;

impl Sheet<'_> {
    /// Whether a finding was not there before.
    fn is_new(&self, found: &Found) -> bool {
        self.earlier
            .as_ref()
            .is_some_and(|there| !there.contains(found.fingerprint.as_str()))
    }

    /// Says of a finding that it was not there before.
    pub(super) fn novelty(&self, found: &Found) -> Markup {
        html! { @if self.is_new(found) { span.new { (self.tongues.say("review-new")) } } }
    }

    pub(super) fn compared(&self) -> Markup {
        let Some(earlier) = &self.report.compared else {
            return html! {};
        };
        let tongues = &self.tongues;
        let now: BTreeSet<&str> = self
            .report
            .findings
            .iter()
            .map(|it| it.fingerprint.as_str())
            .collect();
        let gone = earlier
            .findings
            .iter()
            .filter(|it| !now.contains(it.fingerprint.as_str()));
        let (unclear, fixed): (Vec<_>, Vec<_>) = gone.partition(|it| self.is_blocked(it));
        let all = self.report.counting().count();
        let new = self
            .report
            .counting()
            .filter(|found| self.is_new(found))
            .count();
        html! {
            section aria-labelledby="compared" {
                h2 #compared { (tongues.say("review-compared")) }
                @if let Some(day) = earlier.as_of {
                    p.lead { (tongues.each(|messages| {
                        messages.say("review-compared-with", &[("day", messages.day(day).into())])
                    })) }
                }
                ul.changes {
                    li { (sign("warning")) " " (tongues.count("review-compared-new", new)) }
                    li { (sign("ok")) " " (tongues.count("review-compared-fixed", fixed.len())) (self.earlier_list(&fixed)) }
                    @if !unclear.is_empty() {
                        li { (sign("unknown")) " " (tongues.count("review-compared-unclear", unclear.len())) (self.earlier_list(&unclear)) }
                    }
                    li { (tongues.count("review-compared-same", all - new)) }
                }
            }
        }
    }

    /// Whether the rule could not judge everything in the mission: what is found no more need not be put right.
    fn is_blocked(&self, earlier: &EarlierFinding) -> bool {
        self.report.not_checked.iter().any(|entry| {
            entry.rule.id == earlier.rule && entry.mission.as_deref() == earlier.mission.as_deref()
        }) || !self.report.faults.is_empty()
    }

    fn earlier_list(&self, list: &[&EarlierFinding]) -> Markup {
        if list.is_empty() {
            return html! {};
        }
        let catalogue = rules::catalogue();
        html! {
            details {
                summary { (self.tongues.say("review-compared-which")) }
                ul { @for found in list.iter().take(LISTED) { li {
                    @match catalogue.iter().find(|rule| rule.id == found.rule) {
                        Some(rule) => (self.tongues.each(|messages| messages.summary(rule).replace('`', ""))),
                        None => code { (plain(&found.rule)) },
                    }
                    @if let Some((kind, id)) = &found.record { " · " (self.earlier_record(kind, id.as_deref())) }
                } } }
                @if list.len() > LISTED { p.more { (self.tongues.count("review-more", list.len() - LISTED)) } }
            }
        }
    }

    /// A record that an earlier report, or a decision about one, names.
    pub(super) fn earlier_record(&self, kind: &str, id: Option<&str>) -> Markup {
        html! {
            @match Kind::of_code(kind) {
                Some(kind) => (self.tongues.say(&format!("review-record-{}", kind.code()))),
                None if crate::privacy::show_id(kind) == kind => (apart(kind)),
                None => (self.tongues.say("review-record-none")),
            }
            @if let Some(id) = id.filter(|id| self.may_name(kind, id)) { " " b { (apart(id)) } }
        }
    }

    /// The earlier report may have been made for others: of persons the public sees nothing, of other records an id
    /// that has the shape of one.
    fn may_name(&self, kind: &str, id: &str) -> bool {
        crate::privacy::show_id(id) == id
            && (self.report.audience == Audience::Internal || kind != "person")
    }
}
