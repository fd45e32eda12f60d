//! What goes wrong where each line should be one JSON value.

use missionlint_tape::{Recovered, Slip, Span, Tree};

use super::nature;
use super::syntax::span;
use crate::catalogue::builtin;
use crate::finding::{Fact, Finding};

/// Values that stretch over several lines.
#[derive(Debug)]
pub(super) struct Spread {
    /// Where the first of them begins.
    pub(super) first: Option<u32>,
    /// Bytes that may still be searched for their ends, so that the time stays linear.
    left: usize,
}

impl Spread {
    /// For a text of so many bytes.
    pub(super) fn of(length: usize) -> Self {
        Self {
            first: None,
            left: length.saturating_mul(4),
        }
    }

    /// The text of the value that begins in a line which is no JSON: the line, or all lines up to the one that closes
    /// what it opens.
    pub(super) fn text(&mut self, tree: &Tree, line: Span) -> Span {
        let text = tree.text();
        let mut depth = Depth::default();
        depth.read(line.slice(text));
        let mut end = line.end as usize;
        while depth.open > 0 && self.left > 0 {
            let Some(rest) = text.get(end + 1..).filter(|rest| !rest.is_empty()) else {
                return line;
            };
            let next = rest.split('\n').next().unwrap_or(rest);
            self.left = self.left.saturating_sub(next.len() + 1);
            if next.starts_with('{') && Tree::new(next.to_owned()).parse_document().is_ok() {
                return line;
            }
            depth.read(next);
            end += 1 + next.len();
        }
        if depth.open > 0 || end == line.end as usize {
            return line;
        }
        let indent = line.slice(text).len() - line.slice(text).trim_start().len();
        let start = line.start as usize + indent;
        self.first.get_or_insert(span(start, start).start);
        span(line.start as usize, end)
    }
}

/// How many brackets are open outside of strings.
#[derive(Debug, Default)]
struct Depth {
    open: usize,
}

impl Depth {
    fn read(&mut self, line: &str) {
        let (mut quoted, mut escaped) = (false, false);
        for byte in line.bytes() {
            match byte {
                _ if escaped => escaped = false,
                b'\\' if quoted => escaped = true,
                b'"' => quoted = !quoted,
                b'{' | b'[' if !quoted => self.open += 1,
                b'}' | b']' if !quoted => self.open = self.open.saturating_sub(1),
                _ => {}
            }
        }
    }
}

/// What is said instead of the only slip of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    As(&'static str),
    /// Nothing: it was said of another line.
    Already,
}

/// How the only slip of a line is said, where it is another one than in a document.
pub(super) fn rename(
    before: &[Finding],
    recovered: &Recovered,
    line: Span,
    whole: &str,
) -> Option<Told> {
    let [error] = recovered.errors.as_slice() else {
        return None;
    };
    let rest = Span::new(error.span.end, line.end).slice(whole);
    match error.slip {
        Slip::SecondValue => Some(Told::As("second-in-line")),
        Slip::ExtraComma if rest.trim().is_empty() && !recovered.roots.is_empty() => {
            let said = Fact::Vocabulary(vec!["comma-after-line".to_owned()]);
            let again = before.iter().any(|finding| {
                finding.rule.id == builtin::SYNTAX_ERROR.id
                    && finding.evidence.iter().any(|(_, fact)| *fact == said)
            });
            Some(if again {
                Told::Already
            } else {
                Told::As("comma-after-line")
            })
        }
        _ => None,
    }
}

/// The finding that a value beginning at `start` stretches over several lines.
pub(super) fn over_several(start: u32) -> Finding {
    nature::found_at("over-several-lines", Span::new(start, start + 1))
}
