//! By which policy it was judged, and what would make the same page again.

use maud::{Markup, html};

use super::say::{Tongues, apart};
use crate::reference::{Pack, Policy};
use crate::report::{Audience, Report};

/// By which policy records were judged.
pub(in crate::output) fn packs(report: &Report, tongues: &Tongues) -> Markup {
    html! {
        section aria-labelledby="packs" {
            h2 #packs { (tongues.say("review-packs")) }
            p.lead { (tongues.say(match report.policy {
                Policy::Dated => "review-packs-dated",
                Policy::Latest => "review-packs-latest",
            })) }
            @if !report.packs.is_empty() {
                details { summary { (tongues.count("review-packs-count", report.packs.len())) }
                div.scroll role="group" aria-labelledby="packs" tabindex="0" { table {
                    thead { tr {
                        th scope="col" { (tongues.say("review-column-document")) }
                        th scope="col" { (tongues.say("review-column-valid")) }
                        th scope="col" { (tongues.say("review-column-pack")) }
                    } }
                    tbody { @for pack in &report.packs { (self::pack(pack, tongues)) } }
                } } }
            }
        }
    }
}

fn pack(pack: &Pack, tongues: &Tongues) -> Markup {
    html! {
        tr {
            th scope="row" { (pack.document) }
            td { (tongues.each(|messages| {
                let days = [("from", pack.from()), ("to", pack.to())].into_iter();
                let days = days.filter_map(|(key, day)| Some((key, messages.day(day?).into())));
                messages.say("pack-validity", &days.collect::<Vec<_>>())
            })) }
            td { code { (pack.id) } }
        }
    }
}

/// What the page depends on.
pub(in crate::output) fn stamp(report: &Report, tongues: &Tongues) -> Markup {
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
