//! Source excerpts with labels: the only file that names miette.
//!
//! miette gets a window of lines that are already cut, cleaned and masked, so it never sees a whole file, a column
//! beyond its limits or a control character.

use std::fmt;

use miette::{
    Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError, MietteSpanContents, Severity,
    SourceCode, SourceSpan, SpanContents, ThemeCharacters, ThemeStyles,
};

use super::text::Look;
use crate::catalogue;
use crate::report::{Line, Location};
use crate::text::visible;

/// A place and what to say there.
pub(super) struct Label<'r> {
    pub(super) location: &'r Location,
    pub(super) text: String,
    pub(super) primary: bool,
}

/// Draws the frames of a finding: one for each run of neighbouring lines, that of the primary place first.
pub(super) fn draw(labels: &[Label<'_>], severity: catalogue::Severity, look: Look) -> String {
    let mut drawn = String::new();
    for window in windows(labels) {
        drawn.push_str(&window.draw(severity, look));
    }
    drawn
}

/// Neighbouring lines of one file with the labels on them.
struct Window {
    path: String,
    /// 1-based number and text of each line.
    lines: Vec<(u64, String)>,
    /// Line (position in `lines`), bytes in it, text, primary, line and column to name.
    marks: Vec<Mark>,
}

struct Mark {
    line: u64,
    bytes: (usize, usize),
    text: String,
    primary: bool,
    position: (u64, u64),
}

fn windows(labels: &[Label<'_>]) -> Vec<Window> {
    let mut windows: Vec<Window> = Vec::new();
    for label in labels {
        let window = Window::of(label);
        match windows.iter_mut().find(|there| there.fits(&window)) {
            Some(there) => there.join(window),
            None => windows.push(window),
        }
    }
    windows
}

/// A line as shown: an ellipsis stands for what was cut on its left.
fn shown(line: &Line) -> String {
    if line.cut { format!("…{}", line.text) } else { line.text.clone() }
}

impl Window {
    fn of(label: &Label<'_>) -> Self {
        let location = label.location;
        let marked = location.excerpt.get(location.marked_line);
        let shift = marked.filter(|line| line.cut).map_or(0, |_| '…'.len_utf8());
        let mark = Mark {
            line: marked.map_or(location.start.line, |line| line.number),
            bytes: (location.mark.0 + shift, location.mark.1 + shift),
            text: label.text.clone(),
            primary: label.primary,
            position: (location.start.line, location.start.column),
        };
        Self {
            path: location.path.chars().map(visible).collect(),
            lines: location.excerpt.iter().map(|line| (line.number, shown(line))).collect(),
            marks: vec![mark],
        }
    }

    /// Whether another window of the same file touches or overlaps this one, with the same text where it does.
    fn fits(&self, other: &Self) -> bool {
        let ends = |window: &Self| Some((window.lines.first()?.0, window.lines.last()?.0));
        let (Some((first, last)), Some((other_first, other_last))) = (ends(self), ends(other)) else { return false };
        self.path == other.path
            && other_first <= last + 1
            && first <= other_last + 1
            && other.lines.iter().all(|(number, text)| {
                self.lines.iter().find(|(there, _)| there == number).is_none_or(|(_, there)| there == text)
            })
    }

    fn join(&mut self, other: Self) {
        for line in other.lines {
            if self.lines.iter().all(|(number, _)| *number != line.0) {
                self.lines.push(line);
            }
        }
        self.lines.sort_by_key(|(number, _)| *number);
        self.marks.extend(other.marks);
    }

    fn text(&self) -> String {
        let lines: Vec<&str> = self.lines.iter().map(|(_, text)| text.as_str()).collect();
        lines.join("\n")
    }

    /// Where a line starts in the window's text.
    fn start_of(&self, number: u64) -> usize {
        self.lines.iter().take_while(|(there, _)| *there != number).map(|(_, text)| text.len() + 1).sum()
    }

    fn draw(&self, severity: catalogue::Severity, look: Look) -> String {
        let source = Source { window: self, text: self.text() };
        let frame = Frame { source: &source, severity };
        let mut drawn = String::new();
        let handler = GraphicalReportHandler::new_themed(theme(look))
            .with_width(look.width)
            .with_context_lines(1)
            .without_cause_chain()
            .with_links(false);
        if handler.render_report(&mut drawn, &frame).is_err() {
            return String::new();
        }
        // The heading is ours; miette's lines before the frame are dropped.
        let frame = drawn.lines().skip_while(|line| !line.contains("─[") && !line.contains("-["));
        frame.filter(|line| !line.trim().is_empty()).flat_map(|line| [line, "\n"]).collect()
    }
}

fn theme(look: Look) -> GraphicalTheme {
    GraphicalTheme {
        characters: if look.unicode { ThemeCharacters::unicode() } else { ThemeCharacters::ascii() },
        styles: if look.color { ThemeStyles::ansi() } else { ThemeStyles::none() },
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
        let (line, column) = if before == 0 { self.position(span) } else { (self.first_line(), 0) };
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
        let mark = self.window.marks.iter().find(|mark| self.window.start_of(mark.line) + mark.bytes.0 == span.offset());
        let (line, column) = mark.map_or((1, 1), |mark| mark.position);
        let zero_based = |number: u64| usize::try_from(number.saturating_sub(1)).unwrap_or(usize::MAX);
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
