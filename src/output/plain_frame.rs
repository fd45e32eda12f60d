//! Frames without colours in which no line has two marks, as miette draws them: nearly all frames are of this kind, and
//! drawn here for a fraction of what a general renderer costs.

use std::fmt::Write as _;

use super::fit::columns_apart;

/// Neighbouring lines.
pub(super) struct PlainFrame<'f> {
    /// Path, in characters that may be shown, line and column.
    pub(super) place: (&'f str, u64, u64),
    /// Number of the first line.
    pub(super) first: u64,
    pub(super) lines: Vec<PlainLine<'f>>,
    pub(super) strokes: &'static Strokes,
}

/// A line without control characters.
pub(super) struct PlainLine<'f> {
    pub(super) text: &'f str,
    /// What is marked on it, in bytes, and what is said there.
    pub(super) mark: Option<((usize, usize), &'f str)>,
}

/// The characters that a frame is drawn with.
pub(super) struct Strokes {
    top: char,
    bottom: char,
    side: char,
    broken_side: char,
    horizontal: char,
    underline: char,
    /// Where the label hangs below the mark.
    fork: char,
    /// The same for a mark of no width.
    arrow: char,
}

pub(super) const UNICODE: Strokes = Strokes {
    top: '╭',
    bottom: '╰',
    side: '│',
    broken_side: '·',
    horizontal: '─',
    underline: '─',
    fork: '┬',
    arrow: '▲',
};

pub(super) const ASCII: Strokes = Strokes {
    top: ',',
    bottom: '`',
    side: '|',
    broken_side: ':',
    horizontal: '-',
    underline: '^',
    fork: '|',
    arrow: '^',
};

impl PlainFrame<'_> {
    /// Appends the frame. None where it is not of this kind; then what was appended is worth nothing.
    pub(super) fn draw(&self, drawn: &mut String) -> Option<()> {
        let strokes = self.strokes;
        let last = self.first + self.lines.len() as u64 - 1;
        let mut rows = Rows {
            text: drawn,
            gutter: last.to_string().len(),
        };
        rows.start(strokes.top);
        rows.heading(strokes.horizontal, self.place);
        for (number, line) in (self.first..).zip(&self.lines) {
            if line.text.is_empty() {
                return None;
            }
            rows.numbered(number, strokes.side, line.text);
            if let Some((bytes, label)) = line.mark {
                rows.mark(strokes, line.text, bytes, label)?;
            }
        }
        rows.start(strokes.bottom);
        rows.repeat(strokes.horizontal, 4);
        rows.end();
        Some(())
    }
}

/// What is drawn so far.
struct Rows<'d> {
    text: &'d mut String,
    /// Digits of the longest number of a line.
    gutter: usize,
}

impl Rows<'_> {
    fn repeat(&mut self, character: char, times: usize) {
        self.text.extend(std::iter::repeat_n(character, times));
    }

    /// The beginning of a row without a number.
    fn start(&mut self, stroke: char) {
        self.repeat(' ', self.gutter + 2);
        self.text.push(stroke);
    }

    /// The end of a row, without blanks before it. There is a stroke in every row.
    fn end(&mut self) {
        self.text.truncate(self.text.trim_end().len());
        self.text.push('\n');
    }

    /// The rows below a line with a mark.
    fn mark(
        &mut self,
        strokes: &Strokes,
        line: &str,
        (from, to): (usize, usize),
        label: &str,
    ) -> Option<()> {
        let (before, marked) = (line.get(..from)?, line.get(from..to)?);
        if from == line.len() || label.contains(['\n', '\r']) {
            return None;
        }
        let start = columns_apart(before);
        let end = start + columns_apart(marked).max(1);
        // The label hangs below it.
        let middle = start.midpoint(end);
        self.start(strokes.broken_side);
        self.repeat(' ', start + 1);
        self.repeat(strokes.underline, middle - start);
        self.text.push(if from == to {
            strokes.arrow
        } else {
            strokes.fork
        });
        self.repeat(strokes.underline, end - middle - 1);
        self.end();
        self.start(strokes.broken_side);
        self.repeat(' ', middle + 1);
        self.text.push(strokes.bottom);
        self.repeat(strokes.horizontal, 2);
        self.text.push(' ');
        self.text.push_str(label);
        self.end();
        Some(())
    }

    fn heading(&mut self, stroke: char, (path, line, column): (&str, u64, u64)) {
        // Writing to a string cannot fail.
        let _ = write!(self.text, "{stroke}[{path}:{line}:{column}]");
        self.end();
    }

    fn numbered(&mut self, number: u64, stroke: char, text: &str) {
        // Writing to a string cannot fail.
        let _ = write!(self.text, " {number:width$} {stroke} ", width = self.gutter);
        self.text.push_str(text);
        self.end();
    }
}
