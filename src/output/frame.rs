//! Source excerpts with labels: the only file that names miette.
//!
//! miette gets a window of lines that are already cut, cleaned and masked, so it never sees a whole file, a column
//! beyond its limits or a control character.
//!
//! Most frames are without colours and have one mark on a line: these are drawn as miette would, without it.

use std::fmt;

use miette::{
    Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError,
    MietteSpanContents, Severity, SourceCode, SourceSpan, SpanContents, ThemeCharacters,
    ThemeStyles,
};

use super::fit::{Cut, Stretch, columns, end_for_label, label_end};
use super::plain_frame::{ASCII, PlainFrame, PlainLine, UNICODE};
use super::text::{Look, clean};
use crate::catalogue;
use crate::report::{Line, Location};

/// A place and what to say there.
pub(super) struct Label<'r> {
    pub(super) location: &'r Location,
    pub(super) text: String,
    pub(super) primary: bool,
}

/// Appends the frames of a finding: one for each run of neighbouring lines, that of the primary place first.
pub(super) fn draw(
    labels: Vec<Label<'_>>,
    severity: catalogue::Severity,
    look: Look,
    drawn: &mut String,
) {
    for window in windows(labels, look) {
        window.fitted(look).draw(severity, look, drawn);
    }
}

/// Columns between two marks on one line and the edges of the frame.
const MARGIN: usize = 4;

/// Neighbouring lines of one file with the labels on them.
struct Window {
    path: String,
    /// 1-based number and text of each line.
    lines: Vec<(u64, String)>,
    marks: Vec<Mark>,
}

/// A marked part of a line.
struct Mark {
    line: u64,
    bytes: (usize, usize),
    text: String,
    primary: bool,
    /// Line and column to name.
    position: (u64, u64),
}

fn windows(labels: Vec<Label<'_>>, look: Look) -> Vec<Window> {
    let mut windows: Vec<Window> = Vec::new();
    for label in labels {
        let window = Window::of(label);
        match windows.iter_mut().find(|there| there.takes(&window, look)) {
            Some(there) => there.join(window),
            None => windows.push(window),
        }
    }
    windows
}

/// A line as shown: ellipses stand for what was cut, and a mark at its end gets a blank to stand on.
fn shown(line: &Line, marked_from: Option<usize>) -> String {
    let (before, after) = (
        if line.cut { "…" } else { "" },
        if line.more { "…" } else { "" },
    );
    let blank = if marked_from.is_some_and(|start| start >= line.text.len()) {
        " "
    } else {
        ""
    };
    format!("{before}{}{blank}{after}", line.text)
}

impl Window {
    fn of(label: Label<'_>) -> Self {
        let location = label.location;
        let marked = location.excerpt.get(location.marked_line);
        let shift = marked.filter(|line| line.cut).map_or(0, |_| '…'.len_utf8());
        let mark = Mark {
            line: marked.map_or(location.start.line, |line| line.number),
            bytes: (location.mark.0 + shift, location.mark.1 + shift),
            text: label.text,
            primary: label.primary,
            position: (location.start.line, location.start.column),
        };
        let lines = location.excerpt.iter().enumerate().map(|(number, line)| {
            let start = (number == location.marked_line).then_some(location.mark.0);
            (line.number, shown(line, start))
        });
        Self {
            path: clean(&location.path),
            lines: lines.collect(),
            marks: vec![mark],
        }
    }

    /// Whether another window of the same file can be shown in one with this one: it touches or overlaps it, has the
    /// same text where it does, and marks that do not get in each other's way.
    fn takes(&self, other: &Self, look: Look) -> bool {
        let ends = |window: &Self| Some((window.lines.first()?.0, window.lines.last()?.0));
        let (Some((first, last)), Some((other_first, other_last))) = (ends(self), ends(other))
        else {
            return false;
        };
        self.path == other.path
            && other_first <= last + 1
            && first <= other_last + 1
            && other
                .lines
                .iter()
                .all(|(number, text)| self.line(*number).is_none_or(|there| there == text))
            && other.marks.iter().all(|mark| self.has_room_for(mark, look))
    }

    fn has_room_for(&self, mark: &Mark, look: Look) -> bool {
        let Some(line) = self.line(mark.line) else {
            return true;
        };
        let mut there = self.marks.iter().filter(|there| there.line == mark.line);
        there.all(|there| {
            let (left, right) = if there.bytes <= mark.bytes {
                (there, mark)
            } else {
                (mark, there)
            };
            let extent = |part: (usize, usize)| columns(line.get(part.0..part.1).unwrap_or(line));
            let apart = extent((left.bytes.0, right.bytes.0));
            let right_end = apart + label_end(extent(right.bytes), &right.text);
            let ends = right_end.max(label_end(extent(left.bytes), &left.text));
            left.bytes == right.bytes
                || (left.bytes.1 <= right.bytes.0 && ends + MARGIN <= self.room(look))
        })
    }

    fn line(&self, number: u64) -> Option<&String> {
        self.lines
            .iter()
            .find(|(there, _)| *there == number)
            .map(|(_, text)| text)
    }

    /// Takes in another window; what is said of one and the same place becomes one label.
    fn join(&mut self, other: Self) {
        for line in other.lines {
            if self.line(line.0).is_none() {
                self.lines.push(line);
            }
        }
        self.lines.sort_by_key(|(number, _)| *number);
        for mark in other.marks {
            match self
                .marks
                .iter_mut()
                .find(|there| (there.line, there.bytes) == (mark.line, mark.bytes))
            {
                Some(there) if there.text == mark.text => {}
                Some(there) => there.text = format!("{}; {}", there.text, mark.text),
                None => self.marks.push(mark),
            }
        }
    }

    /// Columns left for the text of a line, beside its number.
    fn room(&self, look: Look) -> usize {
        let last = self.lines.last().map_or(1, |(number, _)| *number);
        look.width.saturating_sub(last.to_string().len() + 4)
    }

    /// The same window with lines cut where they would not fit.
    fn fitted(mut self, look: Look) -> Self {
        let room = self.room(look);
        for (number, text) in &mut self.lines {
            let mut marks: Vec<&mut Mark> = self
                .marks
                .iter_mut()
                .filter(|mark| mark.line == *number)
                .collect();
            let stretches: Vec<Stretch> = marks
                .iter()
                .map(|mark| Stretch {
                    bytes: mark.bytes,
                    label: columns(&mark.text),
                })
                .collect();
            if let Some(cut) = Cut::of(text, &stretches, room) {
                for mark in &mut marks {
                    mark.bytes = (cut.place(mark.bytes.0), cut.place(mark.bytes.1));
                }
                *text = cut.apply(text);
            }
            for mark in marks {
                let stretch = Stretch {
                    bytes: mark.bytes,
                    label: columns(&mark.text),
                };
                mark.bytes.1 = end_for_label(text, &stretch, room);
            }
        }
        self
    }

    fn text(&self) -> String {
        let lines: Vec<&str> = self.lines.iter().map(|(_, text)| text.as_str()).collect();
        lines.join("\n")
    }

    /// Where a line starts in the window's text.
    fn start_of(&self, number: u64) -> usize {
        self.lines
            .iter()
            .take_while(|(there, _)| *there != number)
            .map(|(_, text)| text.len() + 1)
            .sum()
    }

    fn draw(&self, severity: catalogue::Severity, look: Look, drawn: &mut String) {
        let before = drawn.len();
        let is_plain = !look.color && self.draw_plain(look, drawn).is_some();
        if !is_plain {
            drawn.truncate(before);
            drawn.push_str(&self.drawn_by_miette(severity, look));
        }
    }

    /// Draws the frame if no line has two marks; otherwise what is appended is worth nothing.
    fn draw_plain(&self, look: Look, drawn: &mut String) -> Option<()> {
        let marks_on = |number| self.marks.iter().filter(move |mark| mark.line == number);
        let numbers = || self.lines.iter().map(|(number, _)| *number);
        let is_plain = numbers().all(|number| marks_on(number).count() <= 1);
        let in_order: Vec<&Mark> = numbers().flat_map(marks_on).collect();
        if !is_plain || in_order.len() < self.marks.len() {
            return None;
        }
        let primary = in_order.iter().find(|mark| mark.primary);
        let (line, column) = primary.or(in_order.first())?.position;
        let lines = self.lines.iter().map(|(number, text)| PlainLine {
            text,
            mark: marks_on(*number)
                .next()
                .map(|mark| (mark.bytes, mark.text.as_str())),
        });
        let frame = PlainFrame {
            place: (&self.path, line.max(1), column.max(1)),
            first: numbers().next()?.max(1),
            lines: lines.collect(),
            strokes: if look.unicode { &UNICODE } else { &ASCII },
        };
        frame.draw(drawn)
    }

    fn drawn_by_miette(&self, severity: catalogue::Severity, look: Look) -> String {
        let source = Source {
            window: self,
            text: self.text(),
        };
        let frame = Frame {
            source: &source,
            severity,
        };
        let mut drawn = String::new();
        let handler = GraphicalReportHandler::new_themed(self.theme(severity, look))
            .with_width(look.width)
            .with_context_lines(1)
            .without_cause_chain()
            // Only what is left out below would be wrapped.
            .with_wrap_lines(false)
            .with_links(false);
        if handler.render_report(&mut drawn, &frame).is_err() {
            return String::new();
        }
        // The heading is ours; miette's lines before the frame are dropped.
        let frame = drawn
            .lines()
            .skip_while(|line| !line.contains("─[") && !line.contains("-["));
        let lines = frame.map(str::trim_end).filter(|line| !line.is_empty());
        lines.flat_map(|line| [line, "\n"]).collect()
    }

    /// The primary mark has the colour of the severity; miette takes the styles in the order of the marks.
    fn theme(&self, severity: catalogue::Severity, look: Look) -> GraphicalTheme {
        let mut styles = if look.color {
            ThemeStyles::ansi()
        } else {
            ThemeStyles::none()
        };
        let (primary, related) = match severity {
            catalogue::Severity::Error => (styles.error, styles.help),
            catalogue::Severity::Warning => (styles.warning, styles.help),
            catalogue::Severity::Advice => (styles.advice, styles.help),
        };
        let mut marks: Vec<&Mark> = self.marks.iter().collect();
        marks.sort_by_key(|mark| (mark.line, mark.bytes));
        styles.highlights = marks
            .iter()
            .map(|mark| if mark.primary { primary } else { related })
            .collect();
        let characters = if look.unicode {
            ThemeCharacters::unicode()
        } else {
            ThemeCharacters::ascii()
        };
        GraphicalTheme { characters, styles }
    }
}

struct Source<'w> {
    window: &'w Window,
    text: String,
}

impl SourceCode for Source<'_> {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        before: usize,
        _after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let whole = SourceSpan::new(0.into(), self.text.len());
        // Without context miette asks where the place is; with it, for the lines to show.
        let (line, column) = if before == 0 {
            self.position(span)
        } else {
            (self.first_line(), 0)
        };
        Ok(Box::new(MietteSpanContents::new_named(
            self.window.path.clone(),
            self.text.as_bytes(),
            whole,
            line,
            column,
            self.window.lines.len(),
        )))
    }
}

impl Source<'_> {
    /// 0-based, as miette counts.
    fn first_line(&self) -> usize {
        let first = self.window.lines.first().map_or(1, |(number, _)| *number);
        usize::try_from(first.saturating_sub(1)).unwrap_or(usize::MAX)
    }

    fn position(&self, span: &SourceSpan) -> (usize, usize) {
        let mark = self
            .window
            .marks
            .iter()
            .find(|mark| self.window.start_of(mark.line) + mark.bytes.0 == span.offset());
        let (line, column) = mark.map_or((1, 1), |mark| mark.position);
        let zero_based =
            |number: u64| usize::try_from(number.saturating_sub(1)).unwrap_or(usize::MAX);
        (zero_based(line), zero_based(column))
    }
}

struct Frame<'w> {
    source: &'w Source<'w>,
    severity: catalogue::Severity,
}

impl fmt::Debug for Frame<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Frame")
    }
}

impl fmt::Display for Frame<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("")
    }
}

impl std::error::Error for Frame<'_> {}

impl Diagnostic for Frame<'_> {
    fn severity(&self) -> Option<Severity> {
        Some(match self.severity {
            catalogue::Severity::Error => Severity::Error,
            catalogue::Severity::Warning => Severity::Warning,
            catalogue::Severity::Advice => Severity::Advice,
        })
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(self.source)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let window = self.source.window;
        let labels = window.marks.iter().map(move |mark| {
            let start = window.start_of(mark.line) + mark.bytes.0;
            let span = SourceSpan::new(start.into(), mark.bytes.1.saturating_sub(mark.bytes.0));
            let text = Some(mark.text.clone());
            if mark.primary {
                LabeledSpan::new_primary_with_span(text, span)
            } else {
                LabeledSpan::new_with_span(text, span)
            }
        });
        Some(Box::new(labels))
    }
}

#[cfg(test)]
mod tests;
