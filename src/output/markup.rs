//! Text in Markdown: whatever a text holds, readers see that text and nothing else happens.
//!
//! Backslashes keep punctuation from being markup. What sites look for in the finished page (mentions, references to
//! issues, bare links, pictograms) is broken up by an empty comment, which no reader sees.

use crate::text::visible;

/// Punctuation that may be markup anywhere.
const MARKUP: &str = "\\`*_[]<>&|~$#{}^";

/// Punctuation that may be markup at the start of a line.
const OPENING: &str = "-+=:";

/// Breaks up what would be found in the text of the page.
const BREAK: &str = "<!-- -->";

/// A text on one line, behind a marker of a list or heading, in a cell of a table or behind other text.
pub(super) fn escaped(text: &str) -> String {
    let text: Vec<char> = text.chars().map(visible).collect();
    let is_space = |character: &&char| **character == ' ';
    let start = text.iter().take_while(is_space).count();
    let end = text.len() - text[start..].iter().rev().take_while(is_space).count();
    // A number with a point or a bracket would open a list.
    let digits = text[start..]
        .iter()
        .take_while(|digit| digit.is_ascii_digit());
    let behind_digits = match digits.count() {
        0 => None,
        count => Some(start + count),
    };
    let mut written = String::with_capacity(text.len() + 16);
    for (at, &character) in text.iter().enumerate() {
        if at < start || at >= end {
            // Spaces at the ends would be taken away, or be an indent.
            written.push_str("&#32;");
            continue;
        }
        let opens = at == start && OPENING.contains(character)
            || Some(at) == behind_digits && ".)".contains(character);
        if character == '.'
            && at >= 3
            && text[at - 3..at].iter().all(|letter| "wW".contains(*letter))
        {
            written.push_str(BREAK);
        }
        if opens || MARKUP.contains(character) {
            written.push('\\');
        }
        written.push(character);
        if text
            .get(at + 1)
            .is_some_and(|next| is_found(character, *next))
        {
            written.push_str(BREAK);
        }
    }
    written
}

/// Whether a site may make something of two characters in the text of a page.
fn is_found(character: char, next: char) -> bool {
    match character {
        '@' => next != ' ',
        '#' => next.is_ascii_alphanumeric(),
        ':' => next == '/' || next.is_ascii_alphabetic() || "+-".contains(next),
        _ => false,
    }
}

/// A text shown as code, as it is.
pub(super) fn code(text: &str) -> String {
    let text: String = text.chars().map(visible).collect();
    if text.is_empty() {
        return text;
    }
    let mut longest = 0;
    let mut current = 0;
    for character in text.chars() {
        current = if character == '`' { current + 1 } else { 0 };
        longest = longest.max(current);
    }
    let fence = "`".repeat(longest + 1);
    let edge = |edge: char| text.starts_with(edge) || text.ends_with(edge);
    // One space at both ends is taken away, unless there is nothing else.
    let spaced = text.starts_with(' ') && text.ends_with(' ') && !text.trim_matches(' ').is_empty();
    let pad = if edge('`') || spaced { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
}

/// A link to a page of the tool's own.
pub(super) fn link(text: &str, url: &str) -> String {
    format!("[{}]({url})", escaped(text))
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

    use super::*;

    /// What a reader sees, and every event that is no text.
    fn read(markdown: &str) -> (String, Vec<String>) {
        let options = Options::all() - Options::ENABLE_SMART_PUNCTUATION;
        let mut text = String::new();
        let mut others = Vec::new();
        for event in Parser::new_ext(markdown, options) {
            match event {
                Event::Text(part) | Event::Code(part) => text.push_str(&part),
                Event::InlineHtml(comment) if &*comment == BREAK => {}
                Event::Start(Tag::List(_) | Tag::Item)
                | Event::End(TagEnd::List(_) | TagEnd::Item) => {}
                other => others.push(format!("{other:?}")),
            }
        }
        (text, others)
    }

    fn assert_kept(text: &str) {
        let shown: String = text.chars().map(visible).collect();
        let (found, others) = read(&format!("- {}", escaped(text)));
        assert_eq!(
            (found.as_str(), others),
            (shown.as_str(), Vec::new()),
            "{text:?}: {}",
            escaped(text)
        );
        if !text.is_empty() {
            let (found, others) = read(&format!("- {} {}", escaped("x"), escaped(text)));
            assert_eq!(
                (found, others),
                (format!("x {shown}"), Vec::new()),
                "{text:?}"
            );
        }
        let (found, others) = read(&format!("## {}", escaped(text)));
        let heading = others
            .iter()
            .filter(|event| event.contains("Heading"))
            .count();
        assert_eq!(
            (found, heading),
            (shown.clone(), others.len()),
            "heading {text:?}"
        );
        let (found, others) = read(&format!("| x |\n|---|\n| {} |", escaped(text)));
        let table = others
            .iter()
            .filter(|event| event.contains("Table"))
            .count();
        assert_eq!(
            (found, table),
            (format!("x{shown}"), others.len()),
            "cell {text:?}"
        );
        if !text.is_empty() {
            let (found, others) = read(&format!("- {} x", code(text)));
            assert_eq!(
                (found, others),
                (format!("{shown} x"), Vec::new()),
                "code {text:?}"
            );
        }
    }

    #[test]
    fn hostile_texts_are_texts() {
        for text in [
            "",
            " ",
            "  a  ",
            "    a",
            "\ta",
            "a\nb",
            "a\r\n# b",
            "-",
            "- a",
            "---",
            "+ a",
            "1. a",
            "12) a",
            "=",
            "===",
            "# a",
            "#",
            "a #",
            "> a",
            "`a`",
            "``",
            "` `",
            "a`",
            "\\",
            "a\\",
            "*a*",
            "__a__",
            "~~a~~",
            "[a](javascript:alert(1))",
            "![a](http://a.example)",
            "[^1]",
            "[a]: b",
            "[ ] a",
            "<img src=x onerror=alert(1)>",
            "</details>",
            "<!-- a",
            "-->",
            "&amp;",
            "&#32;",
            "a | b",
            "|",
            "|---|",
            "http://a.example",
            "www.a.example",
            "a@b.example",
            "@all",
            "#1",
            "a/b#1",
            "GH-1",
            ":smile:",
            ":+1:",
            "$a$",
            "$$a$$",
            "{#id}",
            "a {.b}",
            "]]>",
            "'\"",
            "=cmd|'/C calc'!A0",
            "%0A::error::a",
            "\u{1b}[31m",
            "\u{202e}a",
            "é à",
            "日本",
            "\u{a0}a\u{a0}",
            "\u{3000}a",
            "a:b",
            ": a",
            "::: a",
            "+++",
            "a^b^",
            "<a@b.c>",
            "[[a]]",
            "!",
            "a!",
            "```a",
            "~~~a",
            "1.",
            "1",
            "http:",
            "||a||",
            "wwww.a",
        ] {
            assert_kept(text);
        }
    }

    #[test]
    fn texts_of_any_punctuation_are_kept() {
        const PARTS: &[&str] = &[
            "`", "``", "*", "_", "[", "]", "(", ")", "<", ">", "&", "|", "~", "$", "#", "\\", "-",
            "+", "=", ":", "!", "{", "}", "^", "\"", "'", "/", "@", ".", ";", "%", " ", "  ", "a",
            "1", "www", "http", "\n", "\t", "é", "<!-- -->", "--",
        ];
        // Numbers by chance, each time the same.
        let mut state = 7_u64;
        for _ in 0..5_000 {
            let mut text = String::new();
            for _ in 0..9 {
                state = state
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1_442_695_040_888_963_407);
                text.push_str(PARTS[usize::try_from(state >> 33).unwrap() % PARTS.len()]);
            }
            assert_kept(&text);
        }
    }

    #[test]
    fn what_sites_look_for_is_broken_up() {
        for (text, written) in [
            ("@all", "@<!-- -->all"),
            ("a/b#12", "a/b\\#<!-- -->12"),
            ("https://a.example", "https:<!-- -->//a.example"),
            ("www.a.example", "www<!-- -->.a.example"),
            (":smile:", "\\:<!-- -->smile:"),
            ("09:30", "09:30"),
        ] {
            assert_eq!(escaped(text), written);
        }
    }
}
