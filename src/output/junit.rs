//! The report in the form of `JUnit`, for lists of tests.
//!
//! One suite for every file with findings, one case for every finding: failed, or skipped with the reason where it does
//! not count. The suite `missionlint rules` has a case for every rule that found nothing: passed, or skipped where
//! nothing was there to be judged, so that a clean run is a report too. What was not checked and faults of the run are
//! cases with an error, in suites of their own. All severities fail: `type` says which it is.
//!
//! A case is named by the rule and the pointer of the value, with the fingerprint where that is not enough: the name
//! stays when lines move.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use super::details::{detail_lines, fault, obstacle, suppression};
use super::text::{clean, place};
use super::told::help_url;
use super::xml::Xml;
use crate::message::Messages;
use crate::report::{Found, Location, NotChecked, Report, RuleCount};

/// How a case ended.
enum End {
    Passed,
    /// With the reason.
    Skipped(String),
    /// The element, its type, its message and its text.
    Bad(&'static str, String, String, String),
}

/// One test.
struct Case {
    name: String,
    class: String,
    place: Option<(String, u64)>,
    properties: Vec<(&'static str, String)>,
    end: End,
}

/// Tests of a file, or of the run.
struct Suite {
    name: String,
    properties: Vec<(&'static str, String)>,
    cases: Vec<Case>,
}

impl Suite {
    fn count(&self, is_counted: impl Fn(&End) -> bool) -> usize {
        self.cases
            .iter()
            .filter(|case| is_counted(&case.end))
            .count()
    }

    /// Tests, failures, errors, skipped ones.
    fn counts(&self) -> [usize; 4] {
        let bad = |wanted: &str| {
            self.count(|end| matches!(end, End::Bad(element, ..) if *element == wanted))
        };
        let skipped = self.count(|end| matches!(end, End::Skipped(_)));
        [self.cases.len(), bad("failure"), bad("error"), skipped]
    }
}

/// Writes the report.
pub(super) fn render(report: &Report, messages: &Messages, out: &mut dyn Write) -> io::Result<()> {
    let mut suites = vec![
        of_run(report, messages),
        of_rules(report, messages),
        unchecked(report, messages),
    ];
    let mut files: BTreeMap<&str, Vec<&Found>> = BTreeMap::new();
    for found in &report.findings {
        files.entry(&found.location.path).or_default().push(found);
    }
    suites.extend(
        files
            .into_iter()
            .map(|(path, found)| of_file(path, found, messages)),
    );
    suites.retain(|suite| !suite.cases.is_empty());
    let mut all = [0; 4];
    for suite in &suites {
        all.iter_mut()
            .zip(suite.counts())
            .for_each(|(all, count)| *all += count);
    }
    let mut xml = Xml::new(out)?;
    open("testsuites", "missionlint", all, &mut xml)?;
    for suite in &suites {
        write_suite(suite, &mut xml)?;
    }
    xml.close("testsuites")?;
    xml.finish()
}

/// Opens an element with its counts.
fn open(element: &str, name: &str, counts: [usize; 4], xml: &mut Xml<'_>) -> io::Result<()> {
    let [tests, failures, errors, skipped] = counts.map(|count| count.to_string());
    // The same run gives the same bytes: no time of day, no time taken.
    let attributes = [
        ("name", name),
        ("tests", &tests),
        ("failures", &failures),
        ("errors", &errors),
        ("skipped", &skipped),
        ("time", "0"),
    ];
    xml.open(element, &attributes)
}

fn write_suite(suite: &Suite, xml: &mut Xml<'_>) -> io::Result<()> {
    open("testsuite", &clean(&suite.name), suite.counts(), xml)?;
    write_properties(&suite.properties, xml)?;
    for case in &suite.cases {
        let (name, class) = (clean(&case.name), clean(&case.class));
        let place = case.place.as_ref();
        let place = place.map(|(path, line)| (clean(path), line.to_string()));
        let mut attributes = vec![
            ("name", name.as_str()),
            ("classname", &class),
            ("time", "0"),
        ];
        if let Some((path, line)) = &place {
            attributes.extend([("file", path.as_str()), ("line", line)]);
        }
        xml.open("testcase", &attributes)?;
        write_properties(&case.properties, xml)?;
        match &case.end {
            End::Passed => {}
            End::Skipped(reason) => xml.empty("skipped", &[("message", reason)])?,
            End::Bad(element, kind, message, text) => {
                let attributes = [("message", message.as_str()), ("type", kind)];
                xml.text(element, &attributes, text)?;
            }
        }
        xml.close("testcase")?;
    }
    xml.close("testsuite")
}

fn write_properties(properties: &[(&str, String)], xml: &mut Xml<'_>) -> io::Result<()> {
    if properties.is_empty() {
        return Ok(());
    }
    xml.open("properties", &[])?;
    for (name, value) in properties {
        xml.empty("property", &[("name", name), ("value", &clean(value))])?;
    }
    xml.close("properties")
}

/// Rules that found nothing and were not kept from judging, and what the run depends on.
fn of_rules(report: &Report, messages: &Messages) -> Suite {
    let told = report.findings.iter().map(|found| found.rule.id);
    let blocked = report.not_checked.iter().map(|entry| entry.rule.id);
    let told: BTreeSet<&str> = told.chain(blocked).collect();
    let quiet = |count: &&RuleCount| count.tally.blocked == 0 && !told.contains(count.rule.id);
    let cases = report.rules.iter().filter(quiet).map(|count| Case {
        name: count.rule.id.to_owned(),
        class: format!("missionlint.{}", count.rule.group.code()),
        place: None,
        properties: vec![
            ("help_url", help_url(count.rule.id)),
            ("applicable", count.tally.applicable.to_string()),
        ],
        end: if count.tally.run > 0 {
            End::Passed
        } else {
            End::Skipped(messages.say("report-no-subject", &[]))
        },
    });
    let packs: Vec<&str> = report.packs.iter().map(|pack| pack.id.as_str()).collect();
    let verdict = if report.is_ready() {
        "ready"
    } else {
        "not-ready"
    };
    let earlier = report.earlier.iter();
    let earlier = earlier.flat_map(|earlier| {
        [
            ("since", earlier.commit.clone()),
            ("earlier", earlier.total().to_string()),
        ]
    });
    let mut suite = Suite {
        name: "missionlint rules".to_owned(),
        properties: vec![
            ("version", env!("CARGO_PKG_VERSION").to_owned()),
            ("as_of", report.as_of.to_string()),
            ("verdict", verdict.to_owned()),
            ("audience", report.audience.code().to_owned()),
            ("policy", packs.join(", ")),
            ("policy_mode", report.policy.code().to_owned()),
            ("inputs_hash", report.inputs.hash.clone()),
        ],
        cases: cases.collect(),
    };
    suite.properties.extend(earlier);
    suite
}

fn of_run(report: &Report, messages: &Messages) -> Suite {
    let cases = report.faults.iter().map(|entry| {
        let message = fault(entry, messages);
        Case {
            name: format!("{} {}", entry.kind, entry.subject),
            class: "missionlint.run".to_owned(),
            place: None,
            properties: Vec::new(),
            end: End::Bad("error", entry.kind.to_owned(), message.clone(), message),
        }
    });
    Suite {
        name: "missionlint run".to_owned(),
        properties: Vec::new(),
        cases: cases.collect(),
    }
}

fn unchecked(report: &Report, messages: &Messages) -> Suite {
    let mut names: BTreeMap<String, usize> = BTreeMap::new();
    let cases = report.not_checked.iter().map(|entry| {
        let NotChecked {
            rule,
            reason,
            mission,
            locations,
            severity,
            identities: _,
        } = entry;
        let places: Vec<String> = locations.iter().map(place).collect();
        let mission = mission.as_deref().unwrap_or_default();
        let first = locations.first();
        let name = format!("{} {reason} {mission}", rule.id);
        let mut name = name.trim_end().to_owned();
        // Missions whose ids cannot be shown have the same name.
        let number = names.entry(name.clone()).or_default();
        *number += 1;
        if *number > 1 {
            name = format!("{name} ({number})");
        }
        Case {
            name,
            class: "missionlint.not-checked".to_owned(),
            place: first.map(|location| (location.path.to_string(), location.start.line)),
            properties: vec![
                ("rule", rule.id.to_owned()),
                ("severity", severity.code().to_owned()),
                ("reason", (*reason).to_owned()),
                ("mission", mission.to_owned()),
                ("help_url", help_url(rule.id)),
            ],
            end: End::Bad(
                "error",
                "not-checked".to_owned(),
                obstacle(reason, locations.len(), messages),
                places.join("\n"),
            ),
        }
    });
    Suite {
        name: "missionlint not-checked".to_owned(),
        properties: Vec::new(),
        cases: cases.collect(),
    }
}

fn of_file(path: &str, mut findings: Vec<&Found>, messages: &Messages) -> Suite {
    findings.sort_by(|one, other| one.place().cmp(&other.place()));
    let mut names: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for found in &findings {
        *names.entry(name(found)).or_default() += 1;
    }
    let cases = findings.iter().map(|found| {
        let (rule, pointer) = name(found);
        let name = format!("{rule} {pointer}");
        Case {
            name: match names[&(rule, pointer)] {
                1 => name.trim_end().to_owned(),
                _ => format!("{} [{}]", name.trim_end(), found.fingerprint),
            },
            class: path.to_owned(),
            place: Some((path.to_owned(), found.location.start.line)),
            properties: properties(found),
            end: end(found, messages),
        }
    });
    Suite {
        name: path.to_owned(),
        properties: Vec::new(),
        cases: cases.collect(),
    }
}

fn name(found: &Found) -> (&'static str, &str) {
    (found.rule.id, &found.location.pointer)
}

fn properties(found: &Found) -> Vec<(&'static str, String)> {
    let Location { start, pointer, .. } = &found.location;
    let mut properties = vec![
        ("rule", found.rule.id.to_owned()),
        ("severity", found.severity.code().to_owned()),
        ("column", start.column.to_string()),
        ("pointer", pointer.clone()),
        ("fingerprint", found.fingerprint.clone()),
        ("help_url", help_url(found.rule.id)),
    ];
    let mission = found.mission.as_deref();
    properties.extend(mission.map(|mission| ("mission", mission.to_owned())));
    properties.extend(found.pack.map(|pack| ("policy_pack", pack.id.clone())));
    properties.extend(found.judged_on.map(|day| ("judged_on", day.to_string())));
    properties
}

fn end(found: &Found, messages: &Messages) -> End {
    let headline = messages.headline(found);
    if let Some(reason) = suppression(found, messages) {
        let values = [("label", headline.into()), ("text", reason.into())];
        return End::Skipped(messages.say("labelled", &values));
    }
    let mut lines = vec![place(&found.location)];
    lines.extend(detail_lines(found, messages, &help_url(found.rule.id)));
    End::Bad(
        "failure",
        found.severity.code().to_owned(),
        headline,
        lines.join("\n"),
    )
}
