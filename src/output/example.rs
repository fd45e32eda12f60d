//! The example of a page, in Markdown.

use std::fmt::Write as _;

use crate::calendar::parse_day;
use crate::catalogue::Example;
use crate::message::Messages;

/// The section that shows the example of an entry, with its heading; empty if there is none. The documents stand in
/// blocks of code, their lines as they are written.
pub fn example_section(example: &Example, messages: &Messages) -> String {
    let (given, kind, valid, invalid) = match *example {
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
        Example::None => return String::new(),
    };
    let mut section = format!("## {}\n", messages.say("example-title", &[]));
    section.push_str(&given);
    section.push_str(&block(&messages.say("example-valid", &[]), kind, valid));
    section.push_str(&block(&messages.say("example-invalid", &[]), kind, invalid));
    section
}

/// The records that both documents need, and the day that all are judged on.
fn records_given(as_of: &str, given: &str, messages: &Messages) -> String {
    let day = parse_day(as_of).map_or_else(|| as_of.to_owned(), |day| messages.day(day));
    let day = [("day", day.into())];
    if given.is_empty() {
        return format!("{}\n\n", messages.say("example-day", &day));
    }
    block(&messages.say("example-given", &day), "json", given)
}

/// A line that says what follows, and a block of code.
fn block(line: &str, kind: &str, text: &str) -> String {
    let mut block = format!("{line}\n\n```{kind}\n");
    let _ = writeln!(block, "{}\n```\n", text.trim_matches('\n'));
    block
}
