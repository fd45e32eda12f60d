//! The report for the page of a run or for a comment on a change, in GitHub's and GitLab's Markdown.
//!
//! Such pages have limits, and beyond them nothing at all is shown: `Look::room` says how many bytes there are. What does
//! not fit is left out whole, the worst findings last and no rule or file before all others, and counted at the top, with
//! where to find it.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io::{self, Write};

use super::closing::{holds_masked, obstacles, summary_line};
use super::details::{Counts, counts, details, fault, labelled, obstacle};
use super::markup::{code, escaped, link};
use super::quota::worst_first;
use super::text::{clean, place};
use super::told::{self, help_url};
use crate::catalogue::Severity;
use crate::message::Messages;
use crate::reference::Policy;
use crate::report::{Audience, Found, Report};

/// Bytes of a comment: GitHub takes 65,536 characters, and who posts it may want to add some. A byte is never more than
/// a character.
pub const COMMENT: usize = 64_000;

/// Bytes for saying what was left out.
const RESERVE: usize = 1_200;

/// Rules named in a line.
const NAMED: usize = 10;

/// Findings in a row that may be too long for what room is left, before the others are not tried.
const MISSES: usize = 50;

/// Writes the report.
pub(super) fn render(
    report: &Report,
    messages: &Messages,
    room: usize,
    out: &mut dyn Write,
) -> io::Result<()> {
    let page = Page { report, messages };
    out.write_all(page.text(room).as_bytes())
}

struct Page<'p> {
    report: &'p Report,
    messages: &'p Messages,
}

/// A part of the page.
struct Section {
    text: String,
    /// What had no room.
    left_out: usize,
}

impl Page<'_> {
    fn text(&self, room: usize) -> String {
        let mut head = self.head();
        let mut room = room.saturating_sub(head.len() + RESERVE);
        let mut left = |section: Section| {
            room = room.saturating_sub(section.text.len());
            (section, room)
        };
        // What is found has the room that the rest leaves, and at least a third.
        let whole = left(Section {
            text: String::new(),
            left_out: 0,
        })
        .1;
        let (faults, _) = left(self.faults(whole / 12));
        let (table, _) = left(self.table(whole / 4));
        let (unchecked, _) = left(self.not_checked(whole / 6));
        let (allowed, room) = left(self.allowed(whole / 6));
        let findings = self.findings(room);
        let sections = [
            ("findings", &findings),
            ("faults", &faults),
            ("rules", &table),
            ("places", &unchecked),
            ("allowed", &allowed),
        ];
        head.push_str(&self.left_out(&sections));
        for section in [faults, table, findings, unchecked, allowed] {
            head.push_str(&section.text);
        }
        head
    }

    fn say(&self, id: &str) -> String {
        escaped(&self.messages.say(id, &[]))
    }

    fn count(&self, id: &str, count: usize) -> String {
        self.messages.say(id, &[("count", count.into())])
    }

    /// Ready or not, the outcome in a line, what stands in the way.
    fn head(&self) -> String {
        let report = self.report;
        let (verdict, is_good) = told::verdict(report);
        let sign = if is_good { "✅" } else { "❌" };
        let verdict = self.messages.say(verdict, &[]);
        let title = labelled("missionlint", &verdict, self.messages);
        let mut head = format!("## {sign} {}\n\n", escaped(&title));
        let summary = summary_line(report, self.messages);
        let _ = write!(head, "{}\n\n", escaped(&summary));
        let left = told::not_judged(report, self.messages);
        for note in told::before(report, self.messages).into_iter().chain(left) {
            let _ = write!(head, "{}\n\n", escaped(&note));
        }
        let blocks = self.blocks();
        if !blocks.is_empty() {
            let _ = write!(head, "### {}\n\n", self.say("report-blocks-title"));
            for line in blocks {
                let _ = writeln!(head, "- {line}");
            }
            head.push('\n');
        }
        let mut notes = Vec::new();
        if report.policy == Policy::Latest && report.schema.is_none() {
            notes.push("latest-note");
        }
        if report.audience == Audience::Internal && report.counting().any(holds_masked) {
            notes.push("masked-note");
        }
        for note in notes {
            let _ = write!(head, "{}\n\n", self.say(note));
        }
        head
    }

    /// What keeps the verdict from being good.
    fn blocks(&self) -> Vec<String> {
        let report = self.report;
        let mut lines = Vec::new();
        let error = |severity: Severity| severity == Severity::Error;
        let found = report.counting().filter(|found| error(found.severity));
        let found: BTreeSet<&str> = found.map(|found| found.rule.id).collect();
        let blocked = report
            .not_checked
            .iter()
            .filter(|entry| error(entry.severity));
        let blocked: BTreeSet<&str> = blocked.map(|entry| entry.rule.id).collect();
        if !found.is_empty() {
            let count = self.count("count-error", report.count(Severity::Error));
            lines.push(labelled(
                &escaped(&count),
                &self.links(&found),
                self.messages,
            ));
        }
        if !blocked.is_empty() {
            let count = self.count("report-blocked-errors", blocked.len());
            lines.push(labelled(
                &escaped(&count),
                &self.links(&blocked),
                self.messages,
            ));
        }
        if !report.faults.is_empty() {
            lines.push(escaped(&self.count("count-fault", report.faults.len())));
        }
        lines
    }

    /// The first rules of a list, each with its page, and how many more there are.
    fn links(&self, rules: &BTreeSet<&str>) -> String {
        let links: Vec<String> = rules
            .iter()
            .take(NAMED)
            .map(|rule| link(rule, &help_url(rule)))
            .collect();
        let links: Vec<&str> = links.iter().map(String::as_str).collect();
        self.messages.list(&links, rules.len() - links.len())
    }

    /// A heading with as many of the records as there is room for; nothing without records.
    fn section(&self, title: &str, records: impl Iterator<Item = String>, room: usize) -> Section {
        let heading = format!("### {}\n\n", self.say(title));
        let mut section = Section {
            text: heading.clone(),
            left_out: 0,
        };
        for record in records {
            if section.left_out == 0 && section.text.len() + record.len() < room {
                section.text.push_str(&record);
            } else {
                section.left_out += 1;
            }
        }
        if section.text.len() == heading.len() {
            section.text.clear();
        } else {
            section.text.push('\n');
        }
        section
    }

    fn faults(&self, room: usize) -> Section {
        let faults = self.report.faults.iter();
        let lines = faults.map(|entry| format!("- {}\n", escaped(&fault(entry, self.messages))));
        self.section("report-faults-title", lines, room)
    }

    /// Counts by severity, of all rules and of each, the worst first.
    fn table(&self, room: usize) -> Section {
        let mut rules: Vec<(&str, Counts)> = counts(self.report).into_iter().collect();
        if rules.is_empty() {
            return Section {
                text: String::new(),
                left_out: 0,
            };
        }
        rules.sort_by_key(|(id, of)| Reverse((of.found, of.allowed, of.blocked, Reverse(*id))));
        let mut all = Counts::default();
        for (_, of) in &rules {
            (0..3).for_each(|severity| all.found[severity] += of.found[severity]);
            all.allowed += of.allowed;
            all.blocked += of.blocked;
        }
        let row = |name: &str, of: &Counts| {
            let [error, warning, advice] = of.found;
            let cells = [error, warning, advice, of.blocked, of.allowed].map(|count| match count {
                0 => "·".to_owned(),
                count => count.to_string(),
            });
            format!("| {name} | {} |\n", cells.join(" | "))
        };
        let titles = ["rule", "error", "warning", "advice", "blocked", "allowed"];
        let titles = titles.map(|title| self.say(&format!("table-{title}")));
        let heading = format!(
            "| {} |\n|---|---:|---:|---:|---:|---:|\n",
            titles.join(" | ")
        );
        let all = format!(
            "{heading}{}",
            row(&format!("**{}**", self.say("report-all-rules")), &all)
        );
        let rules = rules
            .iter()
            .map(|(id, of)| row(&link(id, &help_url(id)), of));
        self.section("report-counts-title", [all].into_iter().chain(rules), room)
    }

    /// Findings that count: by mission, then the heaviest first.
    fn findings(&self, room: usize) -> Section {
        type Key<'r> = (Option<&'r str>, Reverse<Severity>, &'static str);
        let mut totals: BTreeMap<Key<'_>, usize> = BTreeMap::new();
        for found in self.report.counting() {
            *totals.entry(key_of(found)).or_default() += 1;
        }
        let mut kept: BTreeMap<Key<'_>, Vec<(&Found, String)>> = BTreeMap::new();
        let mut missions: BTreeSet<Option<&str>> = BTreeSet::new();
        let title = format!("### {}\n\n", self.say("report-findings-title"));
        let mut room = room.saturating_sub(title.len() + 2);
        let (mut count, mut misses) = (0, 0);
        for found in worst_first(self.report.counting()) {
            if misses == MISSES {
                break;
            }
            let key = key_of(found);
            let record = self.record(found, "");
            let mut cost = record.len();
            if !missions.contains(&key.0) {
                cost += self.mission(key.0).len();
            }
            if !kept.contains_key(&key) {
                // The number of those shown may take as many digits as that of all.
                cost += self.group(key, totals[&key], totals[&key]).len() + 24;
            }
            if cost > room {
                misses += 1;
                continue;
            }
            (room, misses, count) = (room - cost, 0, count + 1);
            missions.insert(key.0);
            kept.entry(key).or_default().push((found, record));
        }
        let left_out = totals.values().sum::<usize>() - count;
        let mut text = String::new();
        let mut last = None;
        for (key, mut records) in kept {
            if text.is_empty() {
                text.push_str(&title);
            }
            if last != Some(key.0) {
                text.push_str(&self.mission(key.0));
                last = Some(key.0);
            }
            text.push_str(&self.group(key, records.len(), totals[&key]));
            records.sort_by(|(one, _), (other, _)| one.place().cmp(&other.place()));
            text.extend(records.into_iter().map(|(_, record)| record));
            text.push('\n');
        }
        Section { text, left_out }
    }

    /// The heading of a mission; values that need not be records have none.
    fn mission(&self, mission: Option<&str>) -> String {
        if self.report.schema.is_some() {
            return String::new();
        }
        let none = self.messages.say("no-mission", &[]);
        let mission = clean(mission.unwrap_or(&none));
        let title = labelled(
            &self.messages.say("table-mission", &[]),
            &mission,
            self.messages,
        );
        format!("#### {}\n\n", escaped(&title))
    }

    /// The heading of the findings of a rule, and a line end below them.
    fn group(
        &self,
        (_, Reverse(severity), rule): (Option<&str>, Reverse<Severity>, &str),
        shown: usize,
        all: usize,
    ) -> String {
        let severity = self.say(&format!("severity-{severity}"));
        let count = if shown == all {
            all.to_string()
        } else {
            let values = [("shown", shown.into()), ("count", all.into())];
            escaped(&self.messages.say("report-shown", &values))
        };
        format!(
            "##### {} · {severity} · {count}\n\n",
            link(rule, &help_url(rule))
        )
    }

    /// A finding behind what is said of it first.
    fn record(&self, found: &Found, first: &str) -> String {
        let (place, headline) = (code(&place(&found.location)), self.messages.headline(found));
        let mut record = format!("- {place} {first}{}\n", escaped(&headline));
        for detail in details(found, self.messages) {
            let text = if detail.is_code {
                code(&detail.text)
            } else {
                escaped(&detail.text)
            };
            let line = labelled(&escaped(&detail.label), &text, self.messages);
            let _ = writeln!(record, "  - {line}");
        }
        record
    }

    /// What rules could not judge: each place with what stands in the way and which rules it blocks.
    fn not_checked(&self, room: usize) -> Section {
        let records = obstacles(&self.report.not_checked).into_iter().flat_map(
            |((reason, rules), places)| {
                let sentence = obstacle(reason, places.len(), self.messages);
                let names: Vec<&str> = rules.into_iter().collect();
                let values = [
                    ("obstacle", sentence.into()),
                    ("which", "some".into()),
                    ("count", names.len().into()),
                    ("rules", self.messages.list(&names, 0).into()),
                ];
                let line = self.messages.say("not-checked-line", &values);
                let mut line = Some(format!("- {}\n", escaped(&line)));
                places.into_iter().map(move |(path, (row, column))| {
                    let spot = code(&format!("{}:{row}:{column}", clean(path)));
                    format!("{}  - {spot}\n", line.take().unwrap_or_default())
                })
            },
        );
        self.section("report-not-checked-title", records, room)
    }

    /// Findings that do not count, each with the reason.
    fn allowed(&self, room: usize) -> Section {
        let records = self.report.suppressed().map(|(found, _)| {
            let rule = link(found.rule.id, &help_url(found.rule.id));
            self.record(found, &format!("{rule} · "))
        });
        self.section("report-allowed-title", records, room)
    }

    /// What had no room, and where it is.
    fn left_out(&self, sections: &[(&str, &Section)]) -> String {
        let cut = sections.iter().filter(|(_, section)| section.left_out > 0);
        let mut text = String::new();
        for (name, section) in cut {
            let line = self.count(&format!("left-out-{name}"), section.left_out);
            let _ = writeln!(text, "- **{}**", escaped(&line));
        }
        if !text.is_empty() {
            let _ = write!(text, "\n{}\n\n", self.say("left-out-rest"));
        }
        text
    }
}

/// What findings below one heading have in common.
fn key_of(found: &Found) -> (Option<&str>, Reverse<Severity>, &'static str) {
    (
        found.mission.as_deref(),
        Reverse(found.severity),
        found.rule.id,
    )
}
