//! One finding: what is wrong, what to do, where, why it matters.

use maud::{Markup, html};

use super::Sheet;
use super::excerpt::figure;
use crate::catalogue::Scope;
use crate::config::is_allowable;
use crate::output::page::head::sign;
use crate::output::page::say::{apart, plain};
use crate::report::{Found, MASK};

impl Sheet<'_> {
    pub(super) fn finding(&self, found: &Found) -> Markup {
        let (tongues, severity) = (&self.tongues, found.severity.code());
        let id = format!("f-{}", found.fingerprint);
        let record = found.location.record.as_ref();
        html! {
            article.finding.(severity) id=(id) aria-labelledby=(format!("{id}-h"))
                data-severity=(severity) data-rule=(found.rule.id)
                data-mission=[found.mission.as_deref()]
                data-task=[self.groups.task_of(found)]
                data-kind=[record.map(|(kind, _)| kind.code())]
                data-record=[record.and_then(|(_, id)| id.as_deref())]
                data-pointer=[found.anchor.pointer.as_deref()]
                data-hash=[found.anchor.record_hash.as_deref()]
                data-allowable[can_be_excepted(found)] {
                p.severity { (sign(severity)) " " (tongues.say(&format!("review-severity-{severity}"))) (self.novelty(found)) }
                h4 id=(format!("{id}-h")) { (tongues.headline(found)) }
                @if let Some(help) = tongues.help(found) {
                    div.help {
                        h5 { (tongues.say("review-help")) }
                        (help)
                    }
                }
                (figure(&found.location, &self.label(found, "primary"), tongues))
                (self.related(found))
                @if self.is_terse {
                    p.why.technical { code { (found.rule.id) } " · " code { (apart(&found.location.pointer)) } " · "
                        a href=(format!("#rule-{}", found.rule.id)) { (tongues.say("review-about-rule")) } }
                } @else {
                    (self.rests_on(found))
                    (self.details(found))
                }
                (self.decided(found))
                div.decide hidden {}
            }
        }
    }

    /// What is said of a place.
    fn label(&self, found: &Found, name: &str) -> Markup {
        self.tongues
            .each(|messages| messages.attribute(found, name).unwrap_or_default())
    }

    fn related(&self, found: &Found) -> Markup {
        if found.related.is_empty() {
            return html! {};
        }
        html! {
            details {
                summary { (self.tongues.count("review-related", found.related.len())) }
                @for (label, location) in &found.related {
                    (figure(location, &self.label(found, label), &self.tongues))
                }
            }
        }
    }

    /// How binding it is, and by which document.
    fn rests_on(&self, found: &Found) -> Markup {
        let (tongues, rule) = (&self.tongues, found.rule);
        html! {
            p.why {
                b { (tongues.say("review-why")) } " "
                @if rule.scope == Scope::Subject {
                    (tongues.say(&format!("review-strength-{}", rule.strength.code()))) " · "
                }
                @match found.pack {
                    Some(pack) => {
                        cite { (pack.document) }
                        @if let Some(day) = pack.from() {
                            ", " (tongues.each(|messages| {
                                messages.say("page-in-force", &[("day", messages.day(day).into())])
                            }))
                        }
                    },
                    None => (tongues.each(|messages| messages.source(rule).replace('`', ""))),
                }
                " · " a href=(format!("#rule-{}", rule.id)) { (tongues.say("review-about-rule")) }
            }
        }
    }

    /// What those who correct the files need.
    fn details(&self, found: &Found) -> Markup {
        let tongues = &self.tongues;
        let start = found.location.start;
        html! {
            details.technical {
                summary { (tongues.say("review-technical")) }
                dl {
                    dt { (tongues.say("review-technical-rule")) }
                    dd { code { (found.rule.id) } }
                    dt { (tongues.say("review-technical-place")) }
                    dd { code { (apart(&found.location.path)) ":" (start.line) ":" (start.column) } " "
                        code { (apart(&found.location.pointer)) } }
                    @if let Some((_, edits)) = &found.fix {
                        dt { (tongues.say("review-technical-fix")) }
                        @for edit in edits {
                            dd { code { (edit.start.line) ":" (edit.start.column) " " (plain(&edit.text)) } }
                        }
                    }
                    @if !found.because.is_empty() {
                        dt { (tongues.say("review-technical-because")) }
                        @for nested in &found.because {
                            dd { (tongues.headline(nested)) " " code { (nested.rule.id) } }
                        }
                    }
                    dt { (tongues.say("review-technical-fingerprint")) }
                    dd { code { (found.fingerprint) } }
                }
            }
        }
    }
}

/// Whether an entry of the configuration could accept it: it names a record.
fn can_be_excepted(found: &Found) -> bool {
    let record = found.location.record.as_ref();
    let is_named = record.is_some_and(|(_, id)| id.as_deref().is_some_and(|id| !id.contains(MASK)));
    is_allowable(found.rule) && found.mission.is_some() && is_named
}
