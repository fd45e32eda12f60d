//! Countries by families of rules: how often checks found something.

use std::sync::Arc;

use maud::{Markup, html};

use super::Page;
use super::facts::ranked;
use super::words::tenths;
use crate::audit::{Dimension, Group, Part, Ratio};
use crate::output::page::head::sign;

/// From how many of a thousand checks a cell is one step darker.
const STEPS: [u64; 5] = [1, 5, 20, 50, 100];

impl Page<'_> {
    pub(super) fn heat(&self) -> Markup {
        let tongues = &self.tongues;
        let families = self.audit.table(Dimension::Family);
        html! {
            section aria-labelledby="heat" {
                h2 #heat { (tongues.say("atlas-heat")) }
                p.lead { (tongues.say("atlas-heat-lead")) }
                @if let Some(doubt) = self.facts.doubt {
                    p.doubt { (sign("unknown")) " " (tongues.say(doubt)) }
                }
                p.legend {
                    @for (class, text) in legend() { span.key { span.swatch.(class) { (text) } } " " }
                    span.key { span.swatch.h0.doubt { "0?" } " " (tongues.say("atlas-heat-doubt")) } " "
                    span.key { span.swatch.moot { "–" } " " (tongues.say("atlas-heat-moot")) }
                }
                div.scroll.tall role="group" aria-labelledby="heat" tabindex="0" {
                    table.heat.sorted {
                        thead { tr {
                            th scope="col" data-by="up" { (tongues.say("atlas-column-country")) }
                            th.number scope="col" data-by="down" { (tongues.say("atlas-column-all")) }
                            @for family in families { th.number scope="col" data-by="down" { (self.family(&family.key)) } }
                        } }
                        tbody { @for ranked in ranked(self.audit.table(Dimension::Country)) { (self.heat_row(ranked.group, families)) } }
                    }
                }
            }
        }
    }

    fn heat_row(&self, country: &Group, families: &[Group]) -> Markup {
        let numbers = &country.numbers;
        let whole = Part {
            checks: numbers.checks,
            failed: numbers.failed,
            findings: numbers.findings.counting(),
        };
        html! {
            tr {
                th scope="row" data-v=(country.key) { (self.name(Dimension::Country, &country.key)) }
                (self.heat_cell(&whole))
                @for family in families { (self.heat_cell(&self.part(&country.key, &family.key))) }
            }
        }
    }

    fn part(&self, country: &Arc<str>, family: &Arc<str>) -> Part {
        let part = self.cross.get(&(country.clone(), family.clone()));
        part.copied().unwrap_or_default()
    }

    /// A rate with its colour; a rate of which not everything was checked is marked.
    fn heat_cell(&self, part: &Part) -> Markup {
        let Some(rate) = part.failure_rate() else {
            return html! { td.number.moot { "–" } };
        };
        let is_doubtful = part.checks.blocked > 0;
        html! {
            td.number.(step(rate)).doubt[is_doubtful] data-v=(rate.value()) {
                (self.rate(Some(rate))) @if is_doubtful { "?" }
            }
        }
    }
}

/// The class of a rate: its step of colour.
fn step(rate: Ratio) -> String {
    let shown = tenths(rate, 1000);
    let above = STEPS.iter().filter(|least| shown >= **least * 10).count();
    let step = if rate.part == 0 { 0 } else { above + 1 };
    format!("h{step}")
}

/// The steps with what they stand for.
fn legend() -> Vec<(String, String)> {
    let mut steps = vec![
        ("h0".to_owned(), "0".to_owned()),
        ("h1".to_owned(), format!("<{}", STEPS[0])),
    ];
    for (at, least) in STEPS.iter().enumerate() {
        steps.push((format!("h{}", at + 2), format!("≥{least}")));
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_nothing_is_coloured() {
        let step = |part, whole| super::step(Ratio::new(part, whole).unwrap());
        assert_eq!(step(0, 10), "h0");
        assert_eq!(step(1, 1_000_000), "h1");
        assert_eq!(step(1, 1000), "h2", "one of a thousand");
        assert_eq!(step(1, 1001), "h2", "told as 1.0");
        assert_eq!(step(19, 1000), "h3");
        assert_eq!(step(1, 1), "h6");
    }
}
