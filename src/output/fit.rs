//! Fitting lines into the columns of a terminal.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::text::is_plain;

/// Columns kept at least in front of the first mark where a line is cut on its left.
const LEAD: usize = 2;

/// Columns from the middle of a mark to the text of its label.
const TAIL: usize = 4;

/// How many columns a text takes.
pub(super) fn columns(text: &str) -> usize {
    // Most texts are of characters that take a column each, which is quicker to see than widths are to look up.
    singles(text).unwrap_or_else(|| text.width())
}

/// How many columns a text takes whose characters are set one by one, whatever stands beside them.
pub(super) fn columns_apart(text: &str) -> usize {
    singles(text).unwrap_or_else(|| {
        let widths = text.chars().map(UnicodeWidthChar::width);
        widths.map(Option::unwrap_or_default).sum()
    })
}

/// How many characters a text has, if each is known to take one column.
fn singles(text: &str) -> Option<usize> {
    // Cut lines have an ellipsis on each side.
    let inner = text.strip_prefix('…').unwrap_or(text);
    let inner = inner.strip_suffix('…').unwrap_or(inner);
    if is_plain(inner) {
        let ellipses = (text.len() - inner.len()) / '…'.len_utf8();
        return Some(inner.len() + ellipses);
    }
    let mut characters = text.chars();
    characters.try_fold(0, |count, character| {
        is_single(character).then_some(count + 1)
    })
}

/// Whether a character is known to take one column, whatever stands beside it. There are more of these.
fn is_single(character: char) -> bool {
    matches!(character, ' '..='~' | 'À'..='ÿ' | '’' | '…' | '·' | '█')
}

/// Columns from the start of a mark to the end of the label below its middle, or to its own end.
pub(super) fn label_end(mark: usize, label: &str) -> usize {
    mark.max(mark / 2 + TAIL + columns(label))
}

/// A marked part of a line, and the columns that its label takes.
pub(super) struct Stretch {
    pub(super) bytes: (usize, usize),
    pub(super) label: usize,
}

/// The part of a line that is kept, in bytes.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Cut {
    from: usize,
    to: usize,
    /// Whether something is left out after it.
    more: bool,
}

impl Cut {
    /// Which part of a line to show so that it and the labels below it stay within `room` columns, with an ellipsis on
    /// each side that is cut; none where nothing has to be cut.
    pub(super) fn of(line: &str, marks: &[Stretch], room: usize) -> Option<Self> {
        let at = |byte: usize| columns(line.get(..byte).unwrap_or(line));
        let middle = |mark: &Stretch| at(mark.bytes.0).midpoint(at(mark.bytes.1));
        let labels_end = marks
            .iter()
            .map(|mark| middle(mark) + TAIL + mark.label)
            .max()
            .unwrap_or(0);
        let whole = columns(line);
        if whole.max(labels_end) <= room {
            return None;
        }
        let marks_end = marks.iter().map(|mark| at(mark.bytes.1)).max().unwrap_or(0);
        let marks_start = marks.iter().map(|mark| at(mark.bytes.0)).min().unwrap_or(0);
        // One column for each ellipsis.
        let skipped = (labels_end.max(marks_end) + 2)
            .saturating_sub(room)
            .min(marks_start.saturating_sub(LEAD));
        let from = byte_at(line, skipped);
        let skipped = at(from);
        let left = usize::from(from > 0);
        if whole - skipped + left <= room {
            return (from > 0).then_some(Self {
                from,
                to: line.len(),
                more: false,
            });
        }
        let kept_to = byte_before(line, skipped + room.saturating_sub(left + 1));
        Some(Self {
            from,
            to: kept_to.max(from),
            more: true,
        })
    }

    /// The kept part with its ellipses.
    pub(super) fn apply(&self, line: &str) -> String {
        let (before, after) = (
            if self.from > 0 { "…" } else { "" },
            if self.more { "…" } else { "" },
        );
        format!(
            "{before}{}{after}",
            line.get(self.from..self.to).unwrap_or(line)
        )
    }

    /// Where a byte of the line is in the kept part.
    pub(super) fn place(&self, byte: usize) -> usize {
        let shift = if self.from > 0 { '…'.len_utf8() } else { 0 };
        byte.clamp(self.from, self.to) - self.from + shift
    }
}

/// The text, or its beginning and an ellipsis, in no more than `room` columns.
pub(super) fn shortened(text: &str, room: usize) -> String {
    if columns(text) <= room {
        return text.to_owned();
    }
    format!("{}…", &text[..byte_before(text, room.saturating_sub(1))])
}

/// The end of a mark on a line, moved forward so that the label below its middle stays within `room` columns.
pub(super) fn end_for_label(line: &str, mark: &Stretch, room: usize) -> usize {
    let (start, end) = mark.bytes;
    let (Some(before), Some(marked)) = (line.get(..start), line.get(start..end)) else {
        return end;
    };
    let before = columns(before);
    let furthest_middle = room.saturating_sub(TAIL + mark.label);
    if before.midpoint(before + columns(marked)) <= furthest_middle {
        return end;
    }
    let kept = (2 * furthest_middle).saturating_sub(2 * before).max(1);
    (start + byte_at(marked, kept)).min(end)
}

/// The first byte at or after a column.
fn byte_at(line: &str, column: usize) -> usize {
    let mut here = 0;
    for (byte, character) in line.char_indices() {
        if here >= column {
            return byte;
        }
        here += character.width().unwrap_or(0);
    }
    line.len()
}

/// The last byte that does not reach beyond a column.
fn byte_before(line: &str, column: usize) -> usize {
    let mut here = 0;
    for (byte, character) in line.char_indices() {
        here += character.width().unwrap_or(0);
        if here > column {
            return byte;
        }
    }
    line.len()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may fail by panicking")]
mod tests {
    use super::*;

    fn fitted(line: &str, mark: &str, label: usize, room: usize) -> String {
        let start = line.find(mark).unwrap();
        let mark = Stretch {
            bytes: (start, start + mark.len()),
            label,
        };
        Cut::of(line, &[mark], room).map_or_else(
            || line.to_owned(),
            |cut| {
                let shown = cut.apply(line);
                let (from, to) = (cut.place(start), cut.place(start + 3));
                format!("{shown}|{}", &shown[from..to])
            },
        )
    }

    #[test]
    fn short_lines_stay_whole() {
        assert_eq!(fitted("abc def", "def", 5, 20), "abc def");
    }

    #[test]
    fn lines_are_cut_on_the_right_first_and_on_the_left_for_the_mark_and_its_label() {
        assert_eq!(
            fitted("abc def ghi jkl mno", "abc", 3, 12),
            "abc def ghi…|abc"
        );
        let line = "0123456789 0123456789 0123456789 def 0123456789";
        assert_eq!(fitted(line, "def", 2, 24), "…789 0123456789 def 012…|def");
        assert_eq!(
            fitted(line, "def", 2, 40),
            "…23456789 0123456789 0123456789 def 012…|def"
        );
        assert_eq!(
            fitted("0123456789 0123456789 def", "def", 9, 26),
            "…123456789 def|def"
        );
    }

    #[test]
    fn marks_end_early_where_their_label_would_not_fit() {
        let line = "0123456789 abcdefghijklmnopqrst";
        let end = |label| {
            end_for_label(
                line,
                &Stretch {
                    bytes: (11, 31),
                    label,
                },
                31,
            )
        };
        assert_eq!(
            [end(4), end(6), end(10), end(16), end(30)],
            [31, 31, 23, 12, 12]
        );
    }

    #[test]
    fn what_is_quick_to_see_is_what_the_tables_say() {
        let single: Vec<char> = ('\0'..='\u{ffff}').filter(|one| is_single(*one)).collect();
        assert!(single.len() > 150);
        for character in &single {
            assert_eq!(character.width(), Some(1), "{character}");
            for other in ['a', 'é', '…', '█', 'f', 'i'] {
                let pair = format!("{character}{other}{character}");
                assert_eq!(pair.width(), 3, "{pair}");
            }
        }
        let texts = [
            "",
            "abc",
            "…a█é’",
            "日本",
            "e\u{301}",
            "÷÷",
            "…",
            "……",
            "…a…",
            "…日…",
            "☁\u{fe0f}",
            "👩\u{200d}🔬",
            "a\tb",
        ];
        for text in texts {
            assert_eq!(columns(text), text.width(), "{text}");
            let apart = text.chars().map(|one| one.width().unwrap_or(0));
            assert_eq!(columns_apart(text), apart.sum::<usize>(), "{text}");
        }
        assert_eq!(columns_apart("👩\u{200d}🔬"), 4);
    }

    #[test]
    fn texts_are_shortened_by_columns() {
        assert_eq!(shortened("abcdef", 6), "abcdef");
        assert_eq!(shortened("abcdef", 5), "abcd…");
        assert_eq!(shortened("日本語", 4), "日…");
    }

    #[test]
    fn wide_characters_take_two_columns() {
        assert_eq!(columns("日本"), 4);
        assert_eq!(
            fitted("日本日本日本日本 def", "def", 2, 18),
            "…日本日本 def|def"
        );
        assert_eq!(
            fitted("def 日本日本日本日本", "def", 2, 10),
            "def 日本…|def"
        );
    }
}
