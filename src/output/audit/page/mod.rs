//! The audit for headquarters: one page that holds everything, in all languages at once. It opens from disk, asks
//! nothing of a network and reads without scripts; these only sort, filter, search and fold.
//!
//! Findings are counted, not listed: the data files have all of them.

mod facts;
mod groups;
mod heat;
mod league;
mod limits;
mod notes;
mod rules;
mod since;
mod trend;
mod verdict;
mod words;

use std::collections::BTreeMap;
use std::io::{self, Write};

use maud::{DOCTYPE, Markup, html};

use self::facts::Facts;
use crate::audit::{Audit, Cross};
use crate::message::{Language, Messages};
use crate::output::page::{head, say::Tongues, stamp};
use crate::report::Report;

const STYLE: &str = include_str!("style.css");
const SCRIPT: &str = include_str!("page.js");

/// Links from the page to the review sheets of missions, by mission.
pub type Sheets = BTreeMap<String, String>;

/// What the page is made from.
struct Page<'r> {
    report: &'r Report,
    audit: &'r Audit,
    tongues: Tongues,
    facts: Facts<'r>,
    cross: Cross,
    sheets: &'r Sheets,
}

/// Writes the page. It opens in the language of `messages`.
pub(super) fn render(
    report: &Report,
    audit: &Audit,
    messages: &Messages,
    sheets: &Sheets,
    out: &mut dyn Write,
) -> io::Result<()> {
    let page = Page {
        report,
        audit,
        tongues: Tongues::of(messages),
        facts: Facts::of(report, audit),
        cross: audit.by_country_and_family(report),
        sheets,
    };
    out.write_all(page.all().into_string().as_bytes())
}

impl Page<'_> {
    fn all(&self) -> Markup {
        let tongues = &self.tongues;
        html! {
            (DOCTYPE)
            html lang=(tongues.first().code()) {
                (head::head(&self.title(tongues.first()), STYLE, SCRIPT))
                body {
                    a.skip href="#main" { (tongues.say("review-skip")) }
                    (head::signs())
                    (self.banner())
                    main #main tabindex="-1" {
                        (self.verdict())
                        (self.contents())
                        (self.limits())
                        (self.since())
                        (self.league())
                        (self.heat())
                        (self.trends())
                        (self.group_tables())
                        (self.rules())
                        (self.not_checked())
                        (stamp::packs(self.report, tongues))
                        (stamp::stamp(self.report, tongues))
                    }
                    footer { p { (tongues.say("review-footer")) } }
                    (head::scripts(SCRIPT))
                }
            }
        }
    }

    fn title(&self, language: Language) -> String {
        let mut all = self.tongues.all().iter();
        let messages = all.find(|messages| messages.language() == language);
        messages.map_or_else(String::new, |messages| {
            let day = messages.day(self.report.as_of);
            messages.say("atlas-title", &[("day", day.into())])
        })
    }

    fn banner(&self) -> Markup {
        let tongues = &self.tongues;
        let all = self
            .audit
            .totals
            .missions
            .map_or(0, |missions| missions.all);
        html! {
            header.banner {
                div {
                    p.kind { (tongues.say("atlas-kind")) }
                    h1 { (self.count("atlas-missions-count", all)) }
                    p.day { (tongues.each(|messages| {
                        messages.say("review-as-of", &[("day", messages.day(self.report.as_of).into())])
                    })) }
                }
                (head::languages(tongues, |language| self.title(language)))
            }
        }
    }
}
