//! The report for people at a terminal.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use super::frame::{Label, draw};
use super::table::lay_out;
use crate::catalogue::Severity;
use crate::message::Messages;
use crate::report::{Found, Location, NotChecked, Report};
use crate::text::visible;

/// Findings of one rule in one mission that are shown with excerpts …
const SHOWN: usize = 3;
/// … and those that are then listed by place.
const LISTED: usize = 20;
/// Obstacles listed by place.
const OBSTACLES: usize = 20;

/// Rules named at an obstacle.
const NAMED: usize = 4;

/// How the text looks.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// Whether to colour.
    pub color: bool,
    /// Whether to draw with Unicode characters.
    pub unicode: bool,
    /// Columns to wrap at.
    pub width: usize,
    /// Findings only: no table, no summary.
    pub quiet: bool,
}

/// Writes the report.
pub(super) fn render(report: &Report, messages: &Messages, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let page = Page { messages, look };
    for group in groups(report) {
        page.group(&group, out)?;
    }
    page.faults(report, out)?;
    if look.quiet {
        return Ok(());
    }
    page.not_checked(report, out)?;
    page.table(report, out)?;
    page.summary(report, out)
}

/// Writes findings alone: mistakes in the configuration.
pub fn render_findings(findings: &[Found], messages: &Messages, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let page = Page { messages, look };
    findings.iter().try_for_each(|found| page.finding(found, out))
}

/// Findings of one rule and severity in one mission: missions in order, within one the heaviest first.
fn groups(report: &Report) -> Vec<Vec<&Found>> {
    let mut groups: BTreeMap<_, Vec<&Found>> = BTreeMap::new();
    for found in &report.findings {
        let key = (found.mission.as_deref(), std::cmp::Reverse(found.severity), found.rule.id);
        groups.entry(key).or_default().push(found);
    }
    groups.into_values().collect()
}

struct Page<'m> {
    messages: &'m Messages,
    look: Look,
}

impl Page<'_> {
    fn group(&self, group: &[&Found], out: &mut dyn Write) -> io::Result<()> {
        let (shown, listed) = group.split_at(group.len().min(SHOWN));
        for found in shown {
            self.finding(found, out)?;
        }
        if listed.is_empty() {
            return Ok(());
        }
        writeln!(out, "{}", self.messages.say("more-alike", &[("count", listed.len().into())]))?;
        let (listed, rest) = listed.split_at(listed.len().min(LISTED));
        for found in listed {
            writeln!(out, "  {}  {}", place(&found.location), self.messages.headline(found))?;
        }
        if !rest.is_empty() {
            let files: BTreeSet<&str> = rest.iter().map(|found| &*found.location.path).collect();
            let counts = [("count", rest.len().into()), ("files", files.len().into())];
            writeln!(out, "  {}", self.messages.say("more-not-shown", &counts))?;
        }
        writeln!(out)
    }

    fn finding(&self, found: &Found, out: &mut dyn Write) -> io::Result<()> {
        let severity = self.messages.say(&format!("severity-{}", found.severity), &[]);
        let title = self.paint(&format!("{severity}[{}]", found.rule.id), color_of(found.severity));
        writeln!(out, "{title}: {}", self.messages.headline(found))?;
        write!(out, "{}", draw(&self.labels(found), found.severity, self.look))?;
        if let Some(help) = self.messages.attribute(found, "help") {
            self.line("help-label", &help, out)?;
        }
        if let Some((_, edits)) = &found.fix {
            let texts: Vec<String> =
                edits.iter().map(|edit| format!("{}:{} {}", edit.start.line, edit.start.column, clean(&edit.text))).collect();
            self.line("suggested-change", &texts.join("; "), out)?;
        }
        if !found.because.is_empty() {
            let rules: BTreeSet<&str> = found.because.iter().map(|nested| nested.rule.id).collect();
            self.line("includes-label", &rules.into_iter().collect::<Vec<_>>().join(", "), out)?;
        }
        let rule = ("rule", found.rule.id.into());
        match found.pack {
            Some(pack) => {
                let line = self.messages.say("policy-line", &[("document", pack.document.as_str().into()), rule]);
                self.line("policy-label", &line, out)?;
            }
            None => writeln!(out, "  {}", self.messages.say("explain-line", &[rule]))?,
        }
        writeln!(out)
    }

    fn labels<'r>(&self, found: &'r Found) -> Vec<Label<'r>> {
        let primary = Label {
            location: &found.location,
            text: self.messages.attribute(found, "primary").unwrap_or_default(),
            primary: true,
        };
        let related = found.related.iter().map(|(label, location)| Label {
            location,
            text: self.messages.attribute(found, label).unwrap_or_else(|| (*label).to_owned()),
            primary: false,
        });
        std::iter::once(primary).chain(related).collect()
    }

    /// A line with a title, wrapped with its rest indented.
    fn line(&self, title: &str, text: &str, out: &mut dyn Write) -> io::Result<()> {
        let title = self.messages.say(title, &[]);
        let indent = " ".repeat(title.chars().count() + 4);
        let mut column = indent.len();
        write!(out, "  {}:", self.paint(&title, "36"))?;
        for word in text.split(' ') {
            let width = word.chars().count() + 1;
            if column + width > self.look.width && column > indent.len() {
                write!(out, "\n{}", &indent[1..])?;
                column = indent.len();
            }
            write!(out, " {word}")?;
            column += width;
        }
        writeln!(out)
    }

    fn paint(&self, text: &str, color: &str) -> String {
        if self.look.color { format!("\u{1b}[{color}m{text}\u{1b}[0m") } else { text.to_owned() }
    }

    fn faults(&self, report: &Report, out: &mut dyn Write) -> io::Result<()> {
        for fault in &report.faults {
            let values = [("subject", clean(&fault.subject).into()), ("reason", clean(&fault.reason).into())];
            let text = self.messages.say(&format!("fault-{}", fault.kind), &values);
            writeln!(out, "{}: {text}", self.paint("missionlint", "31;1"))?;
        }
        Ok(())
    }

    /// Obstacles by place, each with the rules it blocks.
    fn not_checked(&self, report: &Report, out: &mut dyn Write) -> io::Result<()> {
        if report.not_checked.is_empty() {
            return Ok(());
        }
        let rules: BTreeSet<&str> = report.not_checked.iter().map(|entry| entry.rule.id).collect();
        let count = self.messages.say("not-checked-rules", &[("count", rules.len().into())]);
        let title = self.messages.say("not-checked-title", &[]);
        writeln!(out, "{}: {count}", self.paint(&title, "33;1"))?;
        let places = obstacles(&report.not_checked);
        for ((path, _, position, reason), rules) in places.iter().take(OBSTACLES) {
            let obstacle = self.messages.say(&format!("obstacle-{reason}"), &[]);
            let values = [("obstacle", obstacle.into()), ("count", rules.len().into()), ("rules", self.names(rules).into())];
            let line = self.messages.say("not-checked-line", &values);
            writeln!(out, "  {}:{position}  {line}", clean(path))?;
        }
        if places.len() > OBSTACLES {
            let more = places.len() - OBSTACLES;
            writeln!(out, "  {}", self.messages.say("not-checked-more", &[("count", more.into())]))?;
        }
        writeln!(out)
    }

    /// The first names of a list, and how many more there are; the table below has all.
    fn names(&self, rules: &BTreeSet<&str>) -> String {
        let mut names: Vec<String> = rules.iter().take(NAMED).map(|name| (*name).to_owned()).collect();
        if rules.len() > NAMED {
            names.push(self.messages.say("and-more", &[("count", (rules.len() - NAMED).into())]));
        }
        names.join(", ")
    }

    /// Findings by mission and rule.
    fn table(&self, report: &Report, out: &mut dyn Write) -> io::Result<()> {
        let mut rows: BTreeMap<(Option<&str>, &str), [usize; 4]> = BTreeMap::new();
        for found in &report.findings {
            let column = match found.severity {
                Severity::Error => 0,
                Severity::Warning => 1,
                Severity::Advice => 2,
            };
            rows.entry((found.mission.as_deref(), found.rule.id)).or_default()[column] += 1;
        }
        for entry in &report.not_checked {
            rows.entry((entry.mission.as_deref(), entry.rule.id)).or_default()[3] += entry.locations.len();
        }
        if rows.is_empty() {
            return Ok(());
        }
        let titles = ["mission", "rule", "error", "warning", "advice", "blocked"];
        let heading: Vec<String> = titles.iter().map(|title| self.messages.say(&format!("table-{title}"), &[])).collect();
        let none = self.messages.say("no-mission", &[]);
        let cells: Vec<Vec<String>> = rows
            .into_iter()
            .map(|((mission, rule), counts)| {
                let names = [mission.unwrap_or(&none).to_owned(), rule.to_owned()];
                let counts = counts.iter().map(|count| if *count == 0 { "·".to_owned() } else { count.to_string() });
                names.into_iter().chain(counts).collect()
            })
            .collect();
        for (number, line) in lay_out(&heading, &cells, 2).into_iter().enumerate() {
            writeln!(out, "{}", if number == 0 { self.paint(&line, "1") } else { line })?;
        }
        writeln!(out)
    }

    fn summary(&self, report: &Report, out: &mut dyn Write) -> io::Result<()> {
        let say = |id: &str, count: usize| self.messages.say(id, &[("count", count.into())]);
        let inputs = &report.inputs;
        let values = [
            ("missions", say("missions", inputs.missions).into()),
            ("records", say("records", inputs.records).into()),
            ("files", say("files", inputs.files).into()),
            ("day", self.messages.day(report.as_of).into()),
            ("findings", if report.findings.is_empty() { "none" } else { "some" }.into()),
        ];
        let (id, color) = if report.is_ready() { ("summary-ready", "32;1") } else { ("summary-not-ready", "31;1") };
        writeln!(out, "{}", self.paint(&self.messages.say(id, &values), color))
    }
}

type Obstacles<'r> = BTreeMap<(&'r str, u64, String, &'static str), BTreeSet<&'static str>>;

fn obstacles(entries: &[NotChecked]) -> Obstacles<'_> {
    let mut places = Obstacles::new();
    for entry in entries {
        for location in &entry.locations {
            let start = location.start;
            let key = (&*location.path, start.offset, format!("{}:{}", start.line, start.column), entry.reason);
            places.entry(key).or_default().insert(entry.rule.id);
        }
    }
    places
}

fn place(location: &Location) -> String {
    format!("{}:{}:{}", clean(&location.path), location.start.line, location.start.column)
}

fn clean(text: &str) -> String {
    text.chars().map(visible).collect()
}

fn color_of(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "31;1",
        Severity::Warning => "33;1",
        Severity::Advice => "36;1",
    }
}
