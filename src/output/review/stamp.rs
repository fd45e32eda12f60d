//! By which policy it was judged, and what would make the same page again.

use maud::{Markup, html};

use super::Sheet;
use super::say::apart;
use crate::reference::{Pack, Policy};
use crate::report::Audience;

impl Sheet<'_> {
    pub(super) fn packs(&self) -> Markup {
        let tongues = &self.tongues;
        html! {
            section aria-labelledby="packs" {
                h2 #packs { (tongues.say("review-packs")) }
                p.lead { (tongues.say(match self.report.policy {
                    Policy::Dated => "review-packs-dated",
                    Policy::Latest => "review-packs-latest",
                })) }
                @if !self.report.packs.is_empty() {
                    details { summary { (tongues.count("review-packs-count", self.report.packs.len())) }
                    div.scroll role="group" aria-labelledby="packs" tabindex="0" { table {
                        thead { tr {
                            th scope="col" { (tongues.say("review-column-document")) }
                            th scope="col" { (tongues.say("review-column-valid")) }
                            th scope="col" { (tongues.say("review-column-pack")) }
                        } }
                        tbody { @for pack in &self.report.packs { (self.pack(pack)) } }
                    } } }
                }
            }
        }
    }

    fn pack(&self, pack: &Pack) -> Markup {
        html! {
            tr {
                th scope="row" { (pack.document) }
                td { (self.tongues.each(|messages| {
                    let days = [("from", pack.from()), ("to", pack.to())].into_iter();
                    let days = days.filter_map(|(key, day)| Some((key, messages.day(day?).into())));
                    messages.say("pack-validity", &days.collect::<Vec<_>>())
                })) }
                td { code { (pack.id) } }
            }
        }
    }

    pub(super) fn stamp(&self) -> Markup {
        let (report, tongues) = (self.report, &self.tongues);
        let entry = |name: &str, value: Markup| {
            html! { div { dt { (tongues.say(&format!("review-stamp-{name}"))) } dd { (value) } } }
        };
        let inputs = &report.inputs;
        html! {
            section.stamp aria-labelledby="stamp" {
                h2 #stamp { (tongues.say("review-stamp")) }
                p.lead { (tongues.say("review-stamp-lead")) }
                dl {
                    (entry("tool", html! { code { (concat!("missionlint ", env!("CARGO_PKG_VERSION"))) } }))
                    (entry("day", tongues.day(report.as_of)))
                    (entry("audience", tongues.say(match report.audience {
                        Audience::Public => "review-audience-public",
                        Audience::Internal => "review-audience-internal",
                    })))
                    (entry("inputs", html! {
                        (tongues.count("records", inputs.records)) ", " (tongues.count("files", inputs.files))
                        " · " code.hash { (inputs.hash) }
                    }))
                    @for (path, hash) in &report.configs {
                        (entry("config", html! { code { (apart(path)) } " · " code.hash { (hash) } }))
                    }
                    @for (path, hash) in &report.schemas {
                        (entry("schema", html! { code { (apart(path)) } " · " code.hash { (hash) } }))
                    }
                    (entry("policy", html! {
                        @for (at, pack) in report.packs.iter().enumerate() {
                            @if at > 0 { ", " }
                            code { (pack.id) }
                        }
                    }))
                }
            }
        }
    }
}
