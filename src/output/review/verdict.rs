//! Ready or not, how much there is of what, and where to look.

use std::collections::BTreeSet;

use maud::{Markup, html};

use super::{Sheet, groups};
use crate::catalogue::Severity;
use crate::output::page::head::sign;
use crate::output::page::say::{apart, plain};
use crate::overview::Reason;
use crate::report::{Found, Report};

/// Numbers of a mission, or of all.
struct Counts {
    of_severity: [usize; 3],
    /// Rules that could not judge everything.
    blocked: usize,
    is_blocking: bool,
}

impl Counts {
    fn of(report: &Report, is_meant: impl Fn(Option<&str>) -> bool) -> Self {
        let found = report
            .counting()
            .filter(|it| is_meant(it.mission.as_deref()));
        let found: Vec<&Found> = found.collect();
        let of_severity =
            Severity::ALL.map(|severity| found.iter().filter(|it| it.severity == severity).count());
        let entries = report.not_checked.iter();
        let entries: Vec<_> = entries
            .filter(|it| is_meant(it.mission.as_deref()))
            .collect();
        let rules: BTreeSet<&str> = entries.iter().map(|entry| entry.rule.id).collect();
        Self {
            of_severity,
            blocked: rules.len(),
            is_blocking: entries
                .iter()
                .any(|entry| entry.severity == Severity::Error),
        }
    }

    fn is_ready(&self) -> bool {
        self.of_severity[0] == 0 && !self.is_blocking
    }
}

impl Sheet<'_> {
    pub(super) fn verdict(&self) -> Markup {
        let (report, tongues) = (self.report, &self.tongues);
        let mut counts = Counts::of(report, |_| true);
        let elsewhere = report.elsewhere.unwrap_or_default();
        // What belongs to no mission may be of this one.
        counts.is_blocking |= elsewhere.blocked > 0;
        // What was there before and is left out blocks all the same.
        let left_out = report.earlier.as_ref();
        let hides = left_out.is_some_and(|it| it.count(Severity::Error) + it.blocked > 0);
        let is_ready = report.is_ready() && !hides && elsewhere.blocked == 0;
        let (class, shape) = if is_ready {
            ("ready", "ok")
        } else {
            ("not-ready", "error")
        };
        let word = match (&report.schema, is_ready) {
            (None, _) => format!("review-verdict-{class}"),
            (Some(_), true) => "verdict-valid".to_owned(),
            (Some(_), false) => "verdict-not-valid".to_owned(),
        };
        html! {
            section.verdict.(class) aria-labelledby="verdict" {
                div.word {
                    (sign(shape))
                    h2 #verdict { (tongues.say(&word)) }
                }
                p.why { (self.reason(&counts)) }
                @if let Some(left_out) = left_out {
                    p.doubt { (sign("unknown")) " " (tongues.with("review-left-out-earlier", &[
                        ("revision", plain(&left_out.revision).into()),
                        ("count", (left_out.total() + left_out.blocked).into()),
                    ])) }
                }
                @if elsewhere.findings + elsewhere.blocked > 0 {
                    p.doubt { (sign("unknown")) " " (tongues.count("review-elsewhere", elsewhere.findings + elsewhere.blocked)) }
                }
                ul.counts {
                    @for (severity, count) in Severity::ALL.into_iter().zip(counts.of_severity) {
                        (self.tally(severity.code(), "#findings", count))
                    }
                    (self.tally("unknown", "#not-checked", counts.blocked))
                    (self.tally("allowed", "#exceptions", report.suppressed().count()))
                }
                @for fault in &report.faults {
                    p.fault { (sign("error")) " " (tongues.each(|messages| {
                        let values = [
                            ("subject", plain(&fault.subject).into()),
                            ("reason", plain(&messages.phrase(&fault.reason)).into()),
                        ];
                        messages.say(&format!("fault-{}", fault.kind), &values)
                    })) }
                }
            }
        }
    }

    /// Why the missions are ready or not, in one sentence.
    fn reason(&self, counts: &Counts) -> Markup {
        let tongues = &self.tongues;
        let [errors, warnings, advice] = counts.of_severity;
        html! {
            @if errors > 0 {
                (tongues.count("review-because-errors", errors))
                @if counts.is_blocking { " " (tongues.say("review-because-also-blocked")) }
            } @else if counts.is_blocking {
                (tongues.say("review-because-blocked"))
            } @else if !self.report.faults.is_empty() {
                (tongues.say("review-because-faults"))
            } @else if warnings + advice > 0 {
                (tongues.count("review-because-minor", warnings + advice))
            } @else {
                (tongues.say("review-because-clean"))
            }
        }
    }

    /// A number with what it counts, leading there.
    fn tally(&self, name: &str, target: &str, count: usize) -> Markup {
        let said = self.tongues.say(&format!("review-tally-{name}"));
        let shape = match name {
            _ if count == 0 => "none",
            "allowed" => "ok",
            other => other,
        };
        html! {
            li.(name).none[count == 0] {
                a href=(target) {
                    @if shape != "none" { (sign(shape)) }
                    strong { (self.tongues.number(count)) }
                    span.what { (said) }
                }
            }
        }
    }

    /// The parts of the page.
    pub(super) fn contents(&self) -> Markup {
        let tongues = &self.tongues;
        let parts = [
            ("compared", self.report.compared.is_some()),
            ("to-act", !self.groups.tasks.is_empty()),
            ("overview-0", !self.report.overviews.is_empty()),
            ("findings", true),
            ("decisions", self.report.counting().next().is_some()),
            ("not-checked", true),
            ("exceptions", true),
            ("packs", true),
            ("rules", !self.groups.groups.is_empty()),
            ("stamp", true),
        ];
        html! {
            nav.contents aria-labelledby="contents" {
                h2 #contents { (tongues.say("review-contents")) }
                ol {
                    @for (part, _) in parts.into_iter().filter(|(_, is_there)| *is_there) {
                        li { a href=(format!("#{part}")) { (tongues.say(&format!("review-{}", part.trim_end_matches("-0")))) } }
                    }
                }
            }
        }
    }

    /// The missions with their verdicts, where there are several.
    pub(super) fn missions(&self) -> Markup {
        let tongues = &self.tongues;
        if !self.groups.are_several() {
            return html! {};
        }
        html! {
            section aria-labelledby="missions" {
                h2 #missions { (tongues.say("review-missions")) }
                div.scroll role="group" aria-labelledby="missions" tabindex="0" {
                    table {
                        thead { tr {
                            th scope="col" { (tongues.say("review-column-mission")) }
                            th scope="col" { (tongues.say("review-column-verdict")) }
                            @for severity in Severity::ALL {
                                th.number scope="col" { (tongues.say(&format!("review-tally-{severity}"))) }
                            }
                            th.number scope="col" { (tongues.say("review-tally-unknown")) }
                        } }
                        tbody {
                            @for mission in self.groups.missions() {
                                (self.mission(mission))
                            }
                        }
                    }
                }
            }
        }
    }

    fn mission(&self, mission: &str) -> Markup {
        let tongues = &self.tongues;
        let counts = Counts::of(self.report, |of| of == Some(mission));
        let (class, shape) = if counts.is_ready() {
            ("ready", "ok")
        } else {
            ("not-ready", "error")
        };
        html! {
            tr {
                th scope="row" { a href=(format!("#mission-{mission}")) { (apart(mission)) } }
                td.(class) { (sign(shape)) " " (tongues.say(&format!("review-verdict-{class}"))) }
                @for count in counts.of_severity { td.number { (tongues.number(count)) } }
                td.number { (tongues.number(counts.blocked)) }
            }
        }
    }

    /// Who has to act, and on what.
    pub(super) fn to_act(&self) -> Markup {
        let tongues = &self.tongues;
        if self.groups.tasks.is_empty() {
            return html! {};
        }
        html! {
            section aria-labelledby="to-act" {
                h2 #to-act { (tongues.say("review-to-act")) }
                ul.tasks {
                    @for task in &self.groups.tasks { (self.task(task)) }
                }
            }
        }
    }

    fn task(&self, task: &groups::Task<'_>) -> Markup {
        let tongues = &self.tongues;
        let (listed, more) = task.found.split_at(task.found.len().min(TASKS));
        html! {
            li {
                p.who {
                    strong {
                        @match &task.person {
                            Some(id) => @match self.groups.person(task.mission, id) {
                                Some(person) => (self.who(person)),
                                None => (apart(id)),
                            },
                            None => (tongues.say("review-keeper")),
                        }
                    }
                    @if self.groups.are_several() && let Some(mission) = task.mission {
                        " · " (apart(mission))
                    }
                    " · " (tongues.count("review-findings-count", task.found.len()))
                    @match task.reason {
                        Reason::Represents => { " · " (tongues.say("review-act-represents")) }
                        Reason::Leads => { " · " (tongues.say("review-act-leads")) }
                        Reason::Named | Reason::Keeps => {}
                    }
                    " " button.plain type="button" hidden data-task=(groups::task_name(task.mission, task.person.as_deref())) {
                        (tongues.say("review-show-these"))
                    }
                }
                ol {
                    @for found in listed {
                        li {
                            (sign(found.severity.code())) " "
                            a href=(format!("#f-{}", found.fingerprint)) { (tongues.headline(found)) }
                        }
                    }
                }
                @if !more.is_empty() {
                    p.more { (tongues.count("review-more", more.len())) }
                }
            }
        }
    }
}

/// Findings listed of one person; all are below.
const TASKS: usize = 10;
