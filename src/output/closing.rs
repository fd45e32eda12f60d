//! What follows the findings in the text report: faults, what was not checked, the table, the summary.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use super::fit::shortened;
use super::table::lay_out;
use super::text::{Page, clean, place};
use super::{
    details,
    told::{self, MISSION},
};
use crate::catalogue::{Scope, Severity};
use crate::message::Messages;
use crate::reference::Policy;
use crate::report::{Audience, Found, MASK, NotChecked, Report, Shown};

/// Places listed of one obstacle.
const OBSTACLES: usize = 20;

/// Rules named at an obstacle.
const NAMED: usize = 4;

impl Page<'_> {
    pub(super) fn faults(&self, report: &Report, out: &mut dyn Write) -> io::Result<()> {
        for fault in &report.faults {
            let text = details::fault(fault, self.messages);
            writeln!(out, "{}: {text}", self.paint("missionlint", "31;1"))?;
        }
        if let Some(left) = told::not_judged(report, self.messages) {
            writeln!(out, "{}", self.wrapped(&left, 2))?;
        }
        if report.faults.is_empty() {
            Ok(())
        } else {
            writeln!(out)
        }
    }

    /// Obstacles with the rules they block and the places where they are.
    pub(super) fn not_checked(&self, report: &Report, out: &mut dyn Write) -> io::Result<()> {
        if report.not_checked.is_empty() {
            return Ok(());
        }
        let rules: BTreeSet<&str> = report
            .not_checked
            .iter()
            .map(|entry| entry.rule.id)
            .collect();
        let count = self
            .messages
            .say("not-checked-rules", &[("count", rules.len().into())]);
        let title = self.messages.say("not-checked-title", &[]);
        let title = self.paint(&title, "33;1");
        writeln!(out, "{}", self.labelled(&title, &count))?;
        let all = report
            .rules
            .iter()
            .filter(|count| count.rule.scope == Scope::Subject)
            .count();
        for ((reason, rules), places) in obstacles(&report.not_checked) {
            let obstacle = self.messages.say(
                &format!("obstacle-{reason}"),
                &[("count", places.len().into())],
            );
            let names = self.names(&rules);
            let which = if rules.len() == all && all > NAMED {
                "all"
            } else {
                "some"
            };
            let values = [
                ("obstacle", obstacle.into()),
                ("which", which.into()),
                ("count", rules.len().into()),
                ("rules", names.into()),
            ];
            writeln!(
                out,
                "  {}",
                self.wrapped(&self.messages.say("not-checked-line", &values), 2)
            )?;
            for (path, position) in places.iter().take(OBSTACLES) {
                writeln!(out, "    {}:{}:{}", clean(path), position.0, position.1)?;
            }
            if places.len() > OBSTACLES {
                let more = places.len() - OBSTACLES;
                writeln!(
                    out,
                    "    {}",
                    self.messages
                        .say("not-checked-more", &[("count", more.into())])
                )?;
            }
        }
        writeln!(out)
    }

    /// The first names of a list, and how many more there are; the table below has all.
    fn names(&self, rules: &BTreeSet<&str>) -> String {
        let names: Vec<&str> = rules.iter().copied().take(NAMED).collect();
        self.messages.list(&names, rules.len() - names.len())
    }

    /// Findings that do not count, each with its reason.
    pub(super) fn suppressed(&self, report: &Report, out: &mut dyn Write) -> io::Result<()> {
        let count = report.suppressed().count();
        if count == 0 {
            return Ok(());
        }
        let title = self.messages.say("allowed-title", &[]);
        let text = self
            .messages
            .say("allowed-findings", &[("count", count.into())]);
        writeln!(out, "{}", self.labelled(&self.paint(&title, "36"), &text))?;
        for (found, suppressed) in report.suppressed() {
            let line = told::accepted(found, suppressed, self.messages);
            let line = format!("{}  {line}", place(&found.location));
            writeln!(out, "  {}", self.wrapped(&line, 4))?;
        }
        writeln!(out)
    }

    /// Findings by mission and rule.
    pub(super) fn table(&self, report: &Report, out: &mut dyn Write) -> io::Result<()> {
        let mut rows: BTreeMap<(Option<&str>, &str), [usize; 4]> = BTreeMap::new();
        for found in report.counting() {
            let column = match found.severity {
                Severity::Error => 0,
                Severity::Warning => 1,
                Severity::Advice => 2,
            };
            rows.entry((found.mission.as_deref(), found.rule.id))
                .or_default()[column] += 1;
        }
        for entry in &report.not_checked {
            rows.entry((entry.mission.as_deref(), entry.rule.id))
                .or_default()[3] += entry.locations.len();
        }
        if rows.is_empty() {
            return Ok(());
        }
        let titles = ["mission", "rule", "error", "warning", "advice", "blocked"];
        // Values that need not be records have no missions.
        let skipped = usize::from(report.schema.is_some());
        let heading: Vec<String> = titles[skipped..]
            .iter()
            .map(|title| self.messages.say(&format!("table-{title}"), &[]))
            .collect();
        let none = self.messages.say("no-mission", &[]);
        let cells: Vec<Vec<Cow<'_, str>>> = rows
            .into_iter()
            .map(|((mission, rule), counts)| {
                let mission = mission.map(|id| shortened(&clean(id), MISSION));
                let names = [
                    mission.map_or(Cow::Borrowed(none.as_str()), Cow::Owned),
                    Cow::Borrowed(rule),
                ];
                let counts = counts.iter().map(|count| match count {
                    0 => Cow::Borrowed("·"),
                    count => Cow::Owned(count.to_string()),
                });
                names.into_iter().chain(counts).skip(skipped).collect()
            })
            .collect();
        for (number, line) in lay_out(&heading, &cells, 2 - skipped)
            .into_iter()
            .enumerate()
        {
            writeln!(
                out,
                "{}",
                if number == 0 {
                    self.paint(&line, "1")
                } else {
                    line
                }
            )?;
        }
        writeln!(out)
    }

    /// Ready or not, how much there is of what, and what was checked.
    pub(super) fn summary(&self, report: &Report, out: &mut dyn Write) -> io::Result<()> {
        let (verdict, is_good) = told::verdict(report);
        let color = if is_good { "32;1" } else { "31;1" };
        let verdict = self.paint(&self.messages.say(verdict, &[]), color);
        let summary = summary_line(report, self.messages);
        writeln!(out, "{}", self.labelled(&verdict, &summary))?;
        for note in told::before(report, self.messages) {
            writeln!(out, "{}", self.wrapped(&note, 0))?;
        }
        if report.policy == Policy::Latest && report.schema.is_none() {
            writeln!(out, "{}", self.messages.say("latest-note", &[]))?;
        }
        if report.audience == Audience::Internal && report.counting().any(holds_masked) {
            writeln!(out, "{}", self.messages.say("masked-note", &[]))?;
        }
        Ok(())
    }
}

/// How much there is of what, and what was checked.
pub(super) fn summary_line(report: &Report, messages: &Messages) -> String {
    let say = |id: &str, count: usize| messages.say(id, &[("count", count.into())]);
    let blocked: BTreeSet<&str> = report
        .not_checked
        .iter()
        .map(|entry| entry.rule.id)
        .collect();
    let mut counts: Vec<String> = [
        ("count-error", report.count(Severity::Error)),
        ("count-warning", report.count(Severity::Warning)),
        ("count-advice", report.count(Severity::Advice)),
        ("count-blocked", blocked.len()),
        ("count-fault", report.faults.len()),
    ]
    .into_iter()
    .filter(|(_, count)| *count > 0)
    .map(|(id, count)| say(id, count))
    .collect();
    match (counts.is_empty(), report.suppressed().count()) {
        (true, 0) if report.earlier.is_some() => counts.push(say("count-nothing-new", 0)),
        (true, 0) => counts.push(say("count-nothing", 0)),
        (true, allowed) => counts.push(say("count-only-allowed", allowed)),
        (false, 0) => {}
        (false, allowed) => counts.push(say("count-allowed", allowed)),
    }
    let inputs = &report.inputs;
    let values = [
        ("counts", counts.join(", ").into()),
        ("missions", say("missions", inputs.missions).into()),
        ("records", say("records", inputs.records).into()),
        ("files", say("files", inputs.files).into()),
        ("day", messages.day(report.as_of).into()),
    ];
    match &report.schema {
        None => messages.say("summary", &values),
        Some(schema) => {
            let [counts, _, _, files, _] = values;
            let values = ("values", say("values", inputs.records).into());
            let schema = ("schema", clean(schema).into());
            messages.say("summary-of-values", &[counts, values, files, schema])
        }
    }
}

/// Whether something of a finding is masked.
pub(super) fn holds_masked(found: &Found) -> bool {
    let locations =
        std::iter::once(&found.location).chain(found.related.iter().map(|(_, location)| location));
    found
        .evidence
        .iter()
        .any(|(_, shown)| matches!(shown, Shown::Masked(_)))
        || locations
            .flat_map(|location| &location.excerpt)
            .any(|line| line.text.contains(MASK))
}

/// A path with a line and a column.
pub(super) type Spot<'r> = (&'r str, (u64, u64));

/// Places by reason and blocked rules.
pub(super) type Obstacles<'r> =
    BTreeMap<(&'static str, BTreeSet<&'static str>), BTreeSet<Spot<'r>>>;

/// Places where something could not be judged, by why and by what could not judge it.
pub(super) fn obstacles(entries: &[NotChecked]) -> Obstacles<'_> {
    let mut blocked: BTreeMap<(Spot<'_>, &'static str), BTreeSet<&'static str>> = BTreeMap::new();
    for entry in entries {
        for location in &entry.locations {
            let spot = (
                &*location.path,
                (location.start.line, location.start.column),
            );
            blocked
                .entry((spot, entry.reason))
                .or_default()
                .insert(entry.rule.id);
        }
    }
    let mut obstacles = Obstacles::new();
    for ((spot, reason), rules) in blocked {
        obstacles.entry((reason, rules)).or_default().insert(spot);
    }
    obstacles
}
