//! The report for people at a terminal.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};
use std::rc::Rc;

use super::fit::columns;
use super::frame::{Label, draw};
use super::labels::Labels;
use super::told;
use crate::catalogue::{Group, Severity};
use crate::finding::Fact;
use crate::message::{About, Messages};
use crate::report::{Found, Location, Report, Shown};
use crate::text::push_visible;

/// Findings that look alike and are shown with excerpts …
const SHOWN: usize = 3;
/// … and those that are then listed by place.
const LISTED: usize = 20;
/// How the text looks.
#[derive(Debug, Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "each is a choice of its own")]
pub struct Look {
    /// Whether to colour.
    pub color: bool,
    /// Whether to draw with Unicode characters.
    pub unicode: bool,
    /// Columns to wrap at.
    pub width: usize,
    /// No table, no summary.
    pub quiet: bool,
    /// Whether to list the findings that do not count.
    pub suppressed: bool,
    /// Bytes that a Markdown report may take.
    pub room: usize,
}

/// Writes the report.
pub(super) fn render(
    report: &Report,
    messages: &Messages,
    look: Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    let page = Page::new(messages, look);
    for group in groups(report) {
        page.group(&group, out)?;
    }
    page.faults(report, out)?;
    page.not_checked(report, out)?;
    if look.suppressed {
        page.suppressed(report, out)?;
    }
    if look.quiet {
        return Ok(());
    }
    page.table(report, out)?;
    page.summary(report, out)
}

/// Writes the last line of the report alone, for runs that write the report itself elsewhere.
pub fn render_summary(
    report: &Report,
    messages: &Messages,
    look: Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    Page::new(messages, look).summary(report, out)
}

/// The last line of the report, plain.
pub(super) fn summary_line(report: &Report, messages: &Messages) -> String {
    let look = Look {
        color: false,
        unicode: true,
        width: usize::MAX,
        quiet: false,
        suppressed: false,
        room: 0,
    };
    let mut bytes = Vec::new();
    // Nothing can go wrong where only memory is written to.
    let _ = render_summary(report, messages, look, &mut bytes);
    String::from_utf8_lossy(&bytes).trim_end().to_owned()
}

/// Writes findings alone: mistakes in the configuration.
pub fn render_findings(
    findings: &[Found],
    messages: &Messages,
    look: Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    let page = Page::new(messages, look);
    findings
        .iter()
        .try_for_each(|found| page.finding(found, out))
}

/// Findings that count, of one rule and severity in one mission, and about one property where a schema found them:
/// missions in order, within one the heaviest first, then by the place of the first of each group.
fn groups(report: &Report) -> Vec<Vec<&Found>> {
    let mut groups: BTreeMap<_, Vec<&Found>> = BTreeMap::new();
    for found in report.counting() {
        let weight = std::cmp::Reverse(found.severity);
        let key = (
            found.mission.as_deref(),
            weight,
            found.rule.id,
            subject(found),
        );
        groups.entry(key).or_default().push(found);
    }
    let mut groups: Vec<Vec<&Found>> = groups.into_values().collect();
    groups.sort_by_key(|group| {
        let first = group[0];
        let weight = std::cmp::Reverse(first.severity);
        (first.mission.as_deref(), weight, first.place())
    });
    groups
}

/// What a finding of a schema or of the syntax is about: findings with the same subject look alike.
fn subject(found: &Found) -> Option<&str> {
    if !matches!(found.rule.group, Group::Syntax | Group::Schema) {
        return None;
    }
    let telling = |key: &str| ["slip", "field", "property", "key"].contains(&key);
    found.evidence.iter().find_map(|(key, shown)| match shown {
        Shown::Clear(Fact::Vocabulary(words)) if telling(key) => words.first().map(String::as_str),
        Shown::Clear(Fact::Text(text)) if telling(key) => Some(text.as_str()),
        _ => None,
    })
}

/// Ids of a rule and a policy pack.
type RuleAndPack = (&'static str, Option<&'static str>);

/// The report being written.
pub(super) struct Page<'m> {
    pub(super) messages: &'m Messages,
    pub(super) look: Look,
    labels: Labels,
    /// The last lines of findings, by rule and policy pack: what each says rests on these alone.
    policies: RefCell<BTreeMap<RuleAndPack, Rc<str>>>,
    /// Memory for the frames of a finding.
    drawn: RefCell<String>,
}

impl<'m> Page<'m> {
    /// A report of which nothing is written yet.
    pub(super) fn new(messages: &'m Messages, look: Look) -> Self {
        Self {
            messages,
            look,
            labels: Labels::default(),
            policies: RefCell::default(),
            drawn: RefCell::default(),
        }
    }

    fn group(&self, group: &[&Found], out: &mut dyn Write) -> io::Result<()> {
        let (shown, listed) = group.split_at(group.len().min(SHOWN));
        for found in shown {
            self.finding(found, out)?;
        }
        if listed.is_empty() {
            return Ok(());
        }
        writeln!(
            out,
            "{}",
            self.messages
                .say("more-alike", &[("count", listed.len().into())])
        )?;
        let (listed, rest) = listed.split_at(listed.len().min(LISTED));
        for found in listed {
            writeln!(
                out,
                "  {}  {}",
                place(&found.location),
                self.messages.headline(found)
            )?;
        }
        if !rest.is_empty() {
            let files: BTreeSet<&str> = rest.iter().map(|found| &*found.location.path).collect();
            let counts = [("count", rest.len().into()), ("files", files.len().into())];
            writeln!(out, "  {}", self.messages.say("more-not-shown", &counts))?;
        }
        writeln!(out)
    }

    fn finding(&self, found: &Found, out: &mut dyn Write) -> io::Result<()> {
        let severity = self
            .messages
            .say(&format!("severity-{}", found.severity), &[]);
        let title = self.paint(
            &format!("{severity}[{}]", found.rule.id),
            color_of(found.severity),
        );
        let about = self.messages.about(found);
        writeln!(out, "{}", self.labelled(&title, &about.headline()))?;
        let labels = labels(found, &about);
        let mut drawn = self.drawn.borrow_mut();
        drawn.clear();
        draw(labels, found.severity, self.look, &mut drawn);
        out.write_all(drawn.as_bytes())?;
        if let Some(help) = about.attribute("help") {
            self.line("help-label", &help, out)?;
        }
        if let Some((_, edits)) = &found.fix {
            let texts: Vec<String> = edits
                .iter()
                .map(|edit| {
                    format!(
                        "{}:{} {}",
                        edit.start.line,
                        edit.start.column,
                        clean(&edit.text)
                    )
                })
                .collect();
            self.line("suggested-change", &texts.join("; "), out)?;
        }
        if !found.because.is_empty() {
            let rules: BTreeSet<&str> = found.because.iter().map(|nested| nested.rule.id).collect();
            self.line(
                "includes-label",
                &rules.into_iter().collect::<Vec<_>>().join(", "),
                out,
            )?;
        }
        writeln!(out, "{}", self.policy(found))
    }

    /// What a finding rests on, as a line.
    fn policy(&self, found: &Found) -> Rc<str> {
        let key = (found.rule.id, found.pack.map(|pack| &*pack.id));
        if let Some(line) = self.policies.borrow().get(&key) {
            return Rc::clone(line);
        }
        let (label, text) = told::policy(found, self.messages);
        let line: Rc<str> = self.titled(label, &text).into();
        self.policies.borrow_mut().insert(key, Rc::clone(&line));
        line
    }

    fn line(&self, title: &str, text: &str, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(self.titled(title, text).as_bytes())
    }

    /// A line with a title, wrapped with its rest indented.
    fn titled(&self, title: &str, text: &str) -> String {
        let title = self.messages.say(title, &[]);
        let indent = columns(&self.labelled(&title, "")) + 2;
        let text = self.wrapped(text, indent);
        let painted = self.paint(&title, "36");
        format!("  {}\n", self.labelled(&painted, &text))
    }

    /// A text behind its label and a colon.
    pub(super) fn labelled(&self, label: &str, text: &str) -> String {
        self.labels.labelled(label, text, self.messages)
    }

    /// A text that starts at a column, with line ends so that it stays within the width. Words joined by no-break
    /// spaces stay on one line.
    pub(super) fn wrapped(&self, text: &str, indent: usize) -> String {
        let room = self.look.width.saturating_sub(indent);
        let rest = " ".repeat(indent);
        let ends = text.len() / room.max(1) + 1;
        let mut lines = String::with_capacity(text.len() + ends * (indent + 1));
        // Where the last line starts, and its columns: with blanks between words none changes the width of the next.
        let (mut start, mut taken) = (0, 0);
        for word in text.split(' ') {
            let wide = columns(word);
            if lines.len() == start {
                taken = wide;
            } else if taken + 1 + wide <= room {
                lines.push(' ');
                taken += 1 + wide;
            } else {
                lines.push('\n');
                lines.push_str(&rest);
                (start, taken) = (lines.len(), wide);
            }
            lines.push_str(word);
        }
        if lines.contains('\u{a0}') {
            return lines.replace('\u{a0}', " ");
        }
        lines
    }

    pub(super) fn paint(&self, text: &str, color: &str) -> String {
        if self.look.color {
            format!("\u{1b}[{color}m{text}\u{1b}[0m")
        } else {
            text.to_owned()
        }
    }
}

/// What is said at the places of a finding.
fn labels<'r>(found: &'r Found, about: &About<'_>) -> Vec<Label<'r>> {
    let primary = Label {
        location: &found.location,
        text: about.attribute("primary").unwrap_or_default(),
        primary: true,
    };
    let related = found.related.iter().map(|(label, location)| Label {
        location,
        text: about
            .attribute(label)
            .unwrap_or_else(|| (*label).to_owned()),
        primary: false,
    });
    std::iter::once(primary).chain(related).collect()
}

pub(super) fn place(location: &Location) -> String {
    format!(
        "{}:{}:{}",
        clean(&location.path),
        location.start.line,
        location.start.column
    )
}

/// A text without characters that a terminal would obey.
pub(super) fn clean(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    push_visible(text, &mut shown);
    shown
}

fn color_of(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "31;1",
        Severity::Warning => "33;1",
        Severity::Advice => "36;1",
    }
}
