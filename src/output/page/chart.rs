//! Charts that several pages have. What they show is said in words beside them.

use maud::{Markup, html};

use crate::overview::Share;

/// A bar: what there is, what is missing, what is not known.
pub(in crate::output) fn share(share: Share) -> Markup {
    let all = share.total().max(1);
    let width = |count: usize| count * 1000 / all;
    let parts = [
        ("yes", 0, width(share.yes)),
        ("no", width(share.yes), width(share.no)),
        ("unknown", width(share.yes + share.no), width(share.unknown)),
    ];
    html! {
        svg.share aria-hidden="true" focusable="false" viewBox="0 0 1000 10" preserveAspectRatio="none" {
            @for (class, from, width) in parts.into_iter().filter(|(_, _, width)| *width > 0) {
                rect.(class) x=(from) y="0" width=(width) height="10" {}
            }
        }
    }
}
