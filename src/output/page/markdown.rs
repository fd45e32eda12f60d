//! Pages of rules: the little Markdown that they are written in.

use maud::{Markup, html};

/// Headings, paragraphs, lists, and code in backticks.
pub(in crate::output) fn page(text: &str) -> Markup {
    html! {
        @for block in text.split("\n\n").map(str::trim).filter(|block| !block.is_empty()) {
            (self::block(block))
        }
    }
}

fn block(text: &str) -> Markup {
    if let Some(rest) = text.strip_prefix("## ") {
        let (heading, rest) = rest.split_once('\n').unwrap_or((rest, ""));
        return html! {
            h3 { (heading) }
            @if !rest.trim().is_empty() { (block(rest.trim())) }
        };
    }
    let is_item = |line: &str| line.starts_with("* ") || line.starts_with("- ");
    if text.lines().any(is_item) {
        let (before, items): (Vec<&str>, Vec<&str>) = text.lines().partition(|line| !is_item(line));
        return html! {
            @if !before.is_empty() { p { (coded(&before.join(" "))) } }
            ul { @for item in items { li { (coded(&item[2..])) } } }
        };
    }
    html! { p { (coded(text)) } }
}

/// Every other part between backticks is code.
fn coded(text: &str) -> Markup {
    html! {
        @for (at, part) in text.split('`').enumerate() {
            @if at % 2 == 1 { code { (part) } } @else { (part) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::page;

    #[test]
    fn pages_become_markup_and_nothing_else_does() {
        assert_eq!(
            page("## A\nOne `b` <i>.\n\n* x\n* `y`\n").into_string(),
            "<h3>A</h3><p>One <code>b</code> &lt;i&gt;.</p><ul><li>x</li><li><code>y</code></li></ul>"
        );
    }
}
