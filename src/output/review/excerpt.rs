//! A place in the records: whose it is, the lines, the mark.

use maud::{Markup, html};

use crate::output::page::say::{Tongues, apart, plain};
use crate::report::{Line, Location};

/// Which record a place belongs to, in words.
pub(super) fn record(location: &Location, tongues: &Tongues) -> Markup {
    match &location.record {
        Some((kind, id)) => html! {
            @if kind.is_custom() {
                (apart(kind.code()))
            } @else {
                (tongues.say(&format!("review-record-{}", kind.code())))
            }
            @if let Some(id) = id { " " b { (apart(id)) } }
        },
        None => tongues.say("review-record-none"),
    }
}

/// The lines around a place, with what is said of it below.
pub(super) fn figure(location: &Location, label: &Markup, tongues: &Tongues) -> Markup {
    html! {
        figure {
            figcaption {
                (record(location, tongues))
                span.file { (apart(&location.path)) ", " (tongues.with("review-line", &[
                    ("line", location.start.line.to_string().into()),
                ])) }
            }
            @if !location.excerpt.is_empty() {
                pre dir="ltr" { code {
                    @for (at, line) in location.excerpt.iter().enumerate() {
                        (shown(line, (at == location.marked_line).then_some(location.mark)))
                    }
                } }
            }
            @if !label.0.is_empty() {
                p.label { (label) }
            }
        }
    }
}

fn shown(line: &Line, mark: Option<(usize, usize)>) -> Markup {
    let part = |from: usize, to: usize| plain(line.text.get(from..to).unwrap_or_default());
    let end = line.text.len();
    html! {
        span.line.marked[mark.is_some()] {
            span.n aria-hidden="true" { (line.number) }
            span.text {
                @if line.cut { "…" }
                @match mark {
                    Some((from, to)) => {
                        (part(0, from))
                        mark { (part(from, to)) }
                        (part(to, end))
                    }
                    None => (part(0, end)),
                }
                @if line.more { "…" }
            }
        }
        "\n"
    }
}
