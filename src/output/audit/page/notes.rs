//! What was not checked.

use maud::{Markup, html};

use super::Page;
use crate::audit::Dimension;
use crate::output::closing::obstacles;
use crate::output::page::head::sign;
use crate::output::page::say::apart;

/// Places listed of one obstacle: the data files have all.
const PLACES: usize = 10;

/// Missions named that were not judged: the table has all.
const NAMED: usize = 20;

impl Page<'_> {
    /// The missions that were not judged.
    fn left(&self) -> Markup {
        let left = self.report.not_judged.iter();
        let left: Vec<&str> = left.filter_map(|it| it.mission.as_deref()).collect();
        html! {
            @if !left.is_empty() {
                div.obstacle {
                    p { (sign("unknown")) " " strong { (self.count("atlas-because-not-judged", left.len() as u64)) } }
                    p {
                        @for (at, mission) in left.iter().take(NAMED).enumerate() {
                            @if at > 0 { " · " }
                            (self.name(Dimension::Mission, mission))
                        }
                        @if left.len() > NAMED { " · " (self.tongues.count("atlas-and-more", left.len() - NAMED)) }
                    }
                }
            }
        }
    }

    pub(super) fn not_checked(&self) -> Markup {
        let tongues = &self.tongues;
        let mut obstacles: Vec<_> = obstacles(&self.report.not_checked).into_iter().collect();
        obstacles.sort_by_key(|(_, places)| std::cmp::Reverse(places.len()));
        let mut by_reason: Vec<(&str, usize, Vec<String>)> = Vec::new();
        for ((reason, _), places) in &obstacles {
            let at = by_reason.iter().position(|(of, _, _)| of == reason);
            let at = at.unwrap_or_else(|| {
                by_reason.push((reason, 0, Vec::new()));
                by_reason.len() - 1
            });
            let (_, count, named) = &mut by_reason[at];
            *count += places.len();
            let room = PLACES.saturating_sub(named.len());
            named.extend(
                places
                    .iter()
                    .take(room)
                    .map(|(path, (line, column))| format!("{path}:{line}:{column}")),
            );
        }
        let blocked = self.audit.totals.checks.blocked;
        html! {
            section aria-labelledby="not-checked" {
                h2 #not-checked { (tongues.say("review-not-checked")) }
                (self.left())
                @if by_reason.is_empty() && self.audit.is_partial {
                } @else if by_reason.is_empty() {
                    p.nothing { (sign("ok")) " " (tongues.say("review-all-checked")) }
                } @else {
                    p.lead { (self.count("atlas-not-checked-lead", blocked)) }
                    @for (reason, count, places) in &by_reason {
                        div.obstacle {
                            p { (sign("unknown")) " " strong { (tongues.count(&format!("obstacle-{reason}"), *count)) } }
                            ul.places { @for place in places { li { code { (apart(place)) } } } }
                            @if *count > places.len() { p.more { (tongues.count("not-checked-more", count - places.len())) } }
                        }
                    }
                }
            }
        }
    }
}
