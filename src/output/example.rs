//! The example of a page, in Markdown.

use std::fmt::Write as _;

use super::markdown::COMMENT;
use super::text::{Look, render_findings};
use crate::calendar::parse_day;
use crate::catalogue::{Example, Meta};
use crate::engine::example_findings;
use crate::message::Messages;

/// How what is found looks on a page.
const LOOK: Look = Look {
    color: false,
    unicode: true,
    width: 100,
    quiet: true,
    suppressed: false,
    room: COMMENT,
};

/// The section that shows the example of an entry, its heading at a level; empty if there is none. The documents stand
/// in blocks of code, their lines as they are written, and after them what is found, as a report shows it.
pub fn example_section(rule: &'static Meta, level: usize, messages: &Messages) -> String {
    let (given, kind, valid, invalid) = match rule.example {
        Example::Records {
            as_of,
            given,
            valid,
            invalid,
        } => (
            records_given(as_of, given, messages),
            "json",
            valid,
            invalid,
        ),
        Example::Values {
            schema,
            valid,
            invalid,
        } => (
            block(&messages.say("example-schema", &[]), "json", schema),
            "json",
            valid,
            invalid,
        ),
        Example::Documents { valid, invalid } | Example::Schemas { valid, invalid } => {
            (String::new(), "json", valid, invalid)
        }
        Example::Settings { valid, invalid } => (String::new(), "toml", valid, invalid),
        Example::Exceptions {
            as_of,
            given,
            valid,
            invalid,
        } => (
            records_given(as_of, given, messages),
            "toml",
            valid,
            invalid,
        ),
        Example::None => return String::new(),
    };
    let blocks = [
        given,
        block(&messages.say("example-valid", &[]), kind, valid),
        block(&messages.say("example-invalid", &[]), kind, invalid),
        block(
            &messages.say("example-report", &[]),
            "text",
            &report(rule, messages),
        ),
    ];
    let there: Vec<String> = blocks
        .into_iter()
        .filter(|block| !block.is_empty())
        .collect();
    format!(
        "{} {}\n{}",
        "#".repeat(level),
        messages.say("example-title", &[]),
        there.join("\n")
    )
}

/// The records that both documents need, and the day that all are judged on.
fn records_given(as_of: &str, given: &str, messages: &Messages) -> String {
    let day = parse_day(as_of).map_or_else(|| as_of.to_owned(), |day| messages.day(day));
    let day = [("day", day.into())];
    if given.is_empty() {
        return format!("{}\n", messages.say("example-day", &day));
    }
    block(&messages.say("example-given", &day), "json", given)
}

/// What is found in the invalid document.
fn report(rule: &'static Meta, messages: &Messages) -> String {
    let mut bytes = Vec::new();
    // Nothing can go wrong where only memory is written to.
    let _ = render_findings(&example_findings(rule), messages, LOOK, &mut bytes);
    String::from_utf8_lossy(&bytes).into_owned()
}

/// A line that says what follows, and a block of code.
fn block(line: &str, kind: &str, text: &str) -> String {
    let mut block = format!("{line}\n\n```{kind}\n");
    let _ = writeln!(block, "{}\n```", text.trim_matches('\n'));
    block
}
