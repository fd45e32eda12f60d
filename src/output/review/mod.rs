//! The review sheet: one page that holds everything, for people who are no programmers, in all languages at once.
//!
//! It opens from disk, asks nothing of a network and reads without scripts; these only filter, search, fold and note
//! decisions. Everything from records passes through an escaping template.

mod banner;
mod chart;
mod compared;
mod decided;
mod excerpt;
mod finding;
mod findings;
mod glance;
mod groups;
mod matrix;
mod notes;
mod presence;
mod verdict;

use std::collections::BTreeSet;
use std::io::{self, Write};

use maud::{DOCTYPE, Markup, html};

use self::groups::Arranged;
use crate::message::Messages;
use crate::output::page::{head, say::Tongues, stamp};
use crate::report::Report;

/// What the page is made from.
struct Sheet<'r> {
    report: &'r Report,
    tongues: Tongues,
    groups: Arranged<'r>,
    /// Identities of the findings of an earlier report.
    earlier: Option<BTreeSet<&'r str>>,
    /// Whether there are so many findings that each says less.
    is_terse: bool,
}

/// Findings beyond which each says less: a page of hundreds of megabytes helps nobody.
const MANY: usize = 1000;

/// Writes the page. It opens in the language of `messages`.
pub(super) fn render(report: &Report, messages: &Messages, out: &mut dyn Write) -> io::Result<()> {
    let sheet = Sheet {
        report,
        tongues: Tongues::of(messages),
        groups: Arranged::of(report),
        earlier: report.compared.as_ref().map(|earlier| {
            let findings = earlier.findings.iter();
            findings.map(|found| found.fingerprint.as_str()).collect()
        }),
        is_terse: report.counting().count() > MANY,
    };
    out.write_all(sheet.page().into_string().as_bytes())
}

impl Sheet<'_> {
    fn page(&self) -> Markup {
        let tongues = &self.tongues;
        html! {
            (DOCTYPE)
            html lang=(tongues.first().code()) {
                (self.head())
                body {
                    a.skip href="#main" { (tongues.say("review-skip")) }
                    (head::signs())
                    (self.banner())
                    main #main tabindex="-1" data-run=(self.run_for_decisions()) {
                        (self.verdict())
                        (self.contents())
                        (self.missions())
                        (self.compared())
                        (self.to_act())
                        (self.overviews())
                        (self.findings())
                        (self.deciding())
                        (self.not_checked())
                        (self.exceptions())
                        (stamp::packs(self.report, tongues))
                        (self.rules())
                        (stamp::stamp(self.report, tongues))
                    }
                    footer { p { (tongues.say("review-footer")) } }
                    (head::scripts(self::banner::SCRIPT))
                }
            }
        }
    }
}
