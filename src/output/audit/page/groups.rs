//! Regional offices, types of platforms, countries and families in numbers.

use maud::{Markup, html};

use super::Page;
use super::facts::ranked;
use crate::audit::{Dimension, Group};

impl Page<'_> {
    pub(super) fn group_tables(&self) -> Markup {
        let tongues = &self.tongues;
        html! {
            section aria-labelledby="groups" {
                h2 #groups { (tongues.say("atlas-groups")) }
                p.lead { (tongues.say("atlas-groups-lead")) }
                @for dimension in [Dimension::RegionalOffice, Dimension::PlatformType, Dimension::Family, Dimension::Country] {
                    (self.group_table(dimension))
                }
            }
        }
    }

    fn group_table(&self, dimension: Dimension) -> Markup {
        let tongues = &self.tongues;
        let id = format!("by-{}", dimension.code());
        html! {
            section.by aria-labelledby=(id) {
                h3 id=(id) { (tongues.say(&format!("atlas-by-{}", dimension.code()))) }
                div.scroll.tall role="group" aria-labelledby=(id) tabindex="0" { table.sorted data-dimension=(dimension.code()) {
                    thead { tr {
                        th scope="col" data-by="up" { (tongues.say(&format!("atlas-dimension-{}", dimension.code()))) }
                        @if dimension.is_of_missions() {
                            th.number scope="col" data-by="down" { (tongues.say("review-missions")) }
                            th.number scope="col" data-by="up" { (tongues.say(self.says_ready())) }
                            @if self.not_judged() > 0 { th.number scope="col" data-by="down" { (tongues.say("atlas-state-not-judged")) } }
                        }
                        (self.columns_of_numbers())
                        @if dimension.has_records() { (self.columns_of_coverage()) }
                        @if self.audit.comparison.is_some() { th.number scope="col" data-by="down" { (tongues.say("atlas-column-news")) } }
                    } }
                    tbody { @for ranked in ranked(self.audit.table(dimension)) { (self.group_row(dimension, ranked.group)) } }
                } }
            }
        }
    }

    fn group_row(&self, dimension: Dimension, group: &Group) -> Markup {
        let missions = group.numbers.missions.unwrap_or_default();
        html! {
            tr {
                th scope="row" data-v=(group.key) { (self.name(dimension, &group.key)) }
                @if dimension.is_of_missions() {
                    (self.number_cell(missions.all))
                    (self.number_cell(missions.ready))
                    @if self.not_judged() > 0 { (self.number_cell(missions.not_judged)) }
                }
                (self.cells_of_numbers(group))
                @if dimension.has_records() { (self.cells_of_coverage(group)) }
                (self.news_cell(group))
            }
        }
    }
}
