//! Reading reports back, each form by a library for that form: what a reader gets to know, whatever the form.

use std::collections::{BTreeMap, BTreeSet};

use junit_parser::{TestCase, TestStatus};
use missionlint::message::{Language, Messages};
use missionlint::output::{Format, Look, render};
use missionlint::report::Report;
use missionlint::text::visible;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use serde_json::Value;

pub(crate) fn written(report: &Report, format: Format, look: Look) -> String {
    thread_local! {
        /// Read once: there are many reports to write.
        static MESSAGES: Messages = Messages::new(Language::English);
    }
    let mut bytes = Vec::new();
    MESSAGES
        .with(|messages| render(report, messages, format, look, &mut bytes))
        .unwrap();
    String::from_utf8(bytes).unwrap()
}

/// A finding as a reader of a report sees it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Seen {
    pub(crate) path: String,
    pub(crate) line: u64,
    pub(crate) column: u64,
    pub(crate) rule: String,
    pub(crate) severity: String,
    pub(crate) message: String,
    pub(crate) fingerprint: String,
    pub(crate) help_url: String,
    /// Related places.
    pub(crate) related: BTreeSet<String>,
    pub(crate) pack: Option<String>,
    /// The reason why it does not count.
    pub(crate) suppressed: Option<String>,
}

/// What a reader gets to know.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Told {
    pub(crate) findings: Vec<Seen>,
    /// Rules with the places and the reasons that kept them from judging.
    pub(crate) blocked: BTreeSet<(String, String)>,
    /// Faults of the run: what is said of each.
    pub(crate) faults: Vec<String>,
}

impl Told {
    fn sorted(mut self) -> Self {
        self.findings.sort();
        self.faults.sort();
        self
    }
}

/// A text as forms show it that cannot hold all characters.
pub(crate) fn shown(text: &str) -> String {
    text.chars().map(visible).collect()
}

fn text(value: &Value) -> String {
    shown(value.as_str().unwrap())
}

fn place_of(location: &Value) -> String {
    let start = &location["start"];
    format!(
        "{}:{}:{}",
        text(&location["path"]),
        start["line"],
        start["column"]
    )
}

/// What the JSON report says: what all others are compared with.
pub(crate) fn json(report: &str) -> Told {
    let report: Value = serde_json::from_str(report).unwrap();
    let list = |name: &str| report[name].as_array().unwrap().clone();
    told(&list("findings"), &list("not_checked"), &list("faults"))
}

fn told(findings: &[Value], not_checked: &[Value], faults: &[Value]) -> Told {
    let findings = findings.iter().map(|found| Seen {
        path: text(&found["location"]["path"]),
        line: found["location"]["start"]["line"].as_u64().unwrap(),
        column: found["location"]["start"]["column"].as_u64().unwrap(),
        rule: text(&found["rule"]),
        severity: text(&found["severity"]),
        message: text(&found["message"]),
        fingerprint: text(&found["fingerprint"]),
        help_url: text(&found["help_url"]),
        related: found["related"]
            .as_array()
            .unwrap()
            .iter()
            .map(|related| place_of(&related["location"]))
            .collect(),
        pack: found["policy"].get("pack").map(text),
        suppressed: found["suppressed"].get("reason").map(text),
    });
    let blocked = not_checked.iter().flat_map(|entry| {
        let locations = entry["locations"].as_array().unwrap().iter();
        locations.map(|location| (text(&entry["rule"]), place_of(location)))
    });
    let faults = faults.iter().map(|fault| text(&fault["subject"]));
    Told {
        findings: findings.collect(),
        blocked: blocked.collect(),
        faults: faults.collect(),
    }
    .sorted()
}

/// Lines by their type.
pub(crate) fn ndjson(report: &str) -> Told {
    let mut lines: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for line in report.lines() {
        let line: Value = serde_json::from_str(line).unwrap();
        lines.entry(text(&line["type"])).or_default().push(line);
    }
    let mut of = |name: &str| lines.remove(name).unwrap_or_default();
    told(&of("finding"), &of("not_checked"), &of("fault"))
}

pub(crate) fn csv(report: &str) -> Told {
    let mut reader = ::csv::Reader::from_reader(report.as_bytes());
    let mut told = Told::default();
    for row in reader.deserialize::<BTreeMap<String, String>>() {
        let row = row.unwrap();
        let cell = |name: &str| unquoted(&row[name]);
        let number = |name: &str| row[name].parse::<u64>().unwrap();
        let place = || format!("{}:{}:{}", cell("path"), number("line"), number("column"));
        match row["type"].as_str() {
            "fault" => told.faults.push(cell("path")),
            "not_checked" => {
                told.blocked.insert((cell("rule"), place()));
            }
            kind => {
                let related = cell("related");
                // A place has no space behind it but the one before its label; paths may have some.
                let related = related.lines().map(|line| first_place(line).to_owned());
                told.findings.push(Seen {
                    path: cell("path"),
                    line: number("line"),
                    column: number("column"),
                    rule: cell("rule"),
                    severity: cell("severity"),
                    message: cell("message"),
                    fingerprint: cell("fingerprint"),
                    help_url: cell("help_url"),
                    related: related.collect(),
                    pack: Some(cell("policy_pack")).filter(|pack| !pack.is_empty()),
                    suppressed: (kind == "suppressed").then(|| cell("suppressed_reason")),
                });
            }
        }
    }
    told.sorted()
}

/// The place that a text begins with: up to the column behind the first extension of a file of records.
fn first_place(text: &str) -> &str {
    let digits = |from: usize| {
        let rest = &text[from..];
        from + rest.len()
            - rest
                .trim_start_matches(|digit: char| digit.is_ascii_digit())
                .len()
    };
    let found = text.match_indices(':').find_map(|(at, _)| {
        let line = digits(at + 1);
        let column = text[line..].starts_with(':').then(|| digits(line + 1))?;
        (line > at + 1 && column > line + 1).then_some(column)
    });
    &text[..found.unwrap_or_else(|| panic!("no place in {text}"))]
}

/// A cell as it was before it was kept from being a formula.
pub(crate) fn unquoted(cell: &str) -> String {
    let mut text = String::new();
    let mut may_begin = true;
    let mut characters = cell.chars();
    while let Some(character) = characters.next() {
        let character = match character {
            '\'' if may_begin => characters.next().unwrap(),
            other => other,
        };
        text.push(character);
        may_begin = match character {
            ';' | '\n' => true,
            ' ' | '"' => may_begin,
            _ => false,
        };
    }
    text
}

pub(crate) fn junit(report: &str) -> Told {
    let suites = junit_parser::from_reader(report.as_bytes()).unwrap();
    let mut told = Told::default();
    let mut texts = texts_of("failure", report).into_iter();
    let mut unchecked = texts_of("error", report).into_iter();
    let faults = suites
        .suites
        .iter()
        .filter(|suite| suite.name == "missionlint run");
    unchecked
        .by_ref()
        .take(faults.map(|suite| suite.cases.len()).sum())
        .for_each(drop);
    let cases: Vec<&TestCase> = suites
        .suites
        .iter()
        .flat_map(|suite| &suite.cases)
        .collect();
    assert_eq!(suites.tests, cases.len() as u64);
    let count =
        |is: fn(&TestStatus) -> bool| cases.iter().filter(|case| is(&case.status)).count() as u64;
    assert_eq!(suites.failures, count(TestStatus::is_failure));
    assert_eq!(suites.errors, count(TestStatus::is_error));
    assert_eq!(suites.skipped, count(TestStatus::is_skipped));
    for suite in &suites.suites {
        let names: BTreeSet<&str> = suite.cases.iter().map(|case| case.name.as_str()).collect();
        assert_eq!(names.len(), suite.cases.len(), "names of {}", suite.name);
        for case in &suite.cases {
            match suite.name.as_str() {
                "missionlint rules" => {
                    assert!(case.status.is_success() || case.status.is_skipped());
                }
                "missionlint run" => told
                    .faults
                    .push(case.original_name.split_once(' ').unwrap().1.to_owned()),
                "missionlint not-checked" => {
                    let text = unchecked.next().unwrap();
                    let places = text
                        .lines()
                        .map(|place| (case.properties.hashmap["rule"].clone(), place.to_owned()));
                    told.blocked.extend(places);
                }
                path => told.findings.push(of_case(path, case, &mut texts)),
            }
        }
    }
    told.sorted()
}

/// Texts of elements, in order: the crate takes the spaces around each character reference away.
fn texts_of(element: &str, report: &str) -> Vec<String> {
    use quick_xml::events::Event as Xml;
    let mut texts = Vec::new();
    let mut reader = quick_xml::Reader::from_str(report);
    loop {
        match reader.read_event().unwrap() {
            Xml::Start(start) if start.name().0 == element => {
                let text = reader.read_text(start.name()).unwrap();
                texts.push(quick_xml::escape::unescape(&text).unwrap().into_owned());
            }
            Xml::Eof => return texts,
            _ => {}
        }
    }
}

fn of_case(path: &str, case: &TestCase, texts: &mut impl Iterator<Item = String>) -> Seen {
    let property = |name: &str| case.properties.hashmap[name].clone();
    assert_eq!(
        (case.classname.as_deref(), case.file.as_deref()),
        (Some(path), Some(path))
    );
    let mut related = BTreeSet::new();
    let (message, suppressed) = match &case.status {
        TestStatus::Failure(failure) => {
            assert_eq!(failure.failure_type, property("severity"));
            related = places_of(texts.next().unwrap().lines().skip(1));
            (failure.message.clone(), None)
        }
        // The message, then the reason.
        TestStatus::Skipped(skipped) => {
            let (message, reason) = skipped.message.rsplit_once(": ").unwrap();
            (message.to_owned(), Some(reason.to_owned()))
        }
        other => panic!("{other:?}"),
    };
    Seen {
        path: path.to_owned(),
        line: case.line.unwrap(),
        column: property("column").parse().unwrap(),
        rule: property("rule"),
        severity: property("severity"),
        message,
        fingerprint: property("fingerprint"),
        help_url: property("help_url"),
        related,
        pack: case.properties.hashmap.get("policy_pack").cloned(),
        suppressed,
    }
}

/// Places among lines with a label each.
fn places_of<'t>(lines: impl Iterator<Item = &'t str>) -> BTreeSet<String> {
    let known = [
        "help: ",
        "suggested change: ",
        "includes: ",
        "policy: ",
        "allowed: ",
        "fingerprint: ",
        "more: ",
    ];
    let related = lines.filter(|line| !known.iter().any(|label| line.starts_with(label)));
    related
        .map(|line| line.split_once(": ").unwrap().1.to_owned())
        .collect()
}

/// There is no crate that reads Checkstyle's form: elements and attributes as `quick-xml` gives them.
pub(crate) fn checkstyle(report: &str) -> Told {
    use quick_xml::events::Event as Xml;
    let mut told = Told::default();
    let mut path = String::new();
    let mut reader = quick_xml::Reader::from_str(report);
    loop {
        match reader.read_event().unwrap() {
            Xml::Start(start) if start.name().0 == "file" => {
                path.clone_from(&attributes(&start)["name"]);
            }
            Xml::Empty(error) if error.name().0 == "error" => {
                of_error(&path, &attributes(&error), &mut told);
            }
            Xml::Start(start) => assert_eq!(start.name().0, "checkstyle"),
            Xml::Eof => return told.sorted(),
            Xml::Decl(_) | Xml::End(_) | Xml::Text(_) => {}
            other => panic!("{other:?}"),
        }
    }
}

fn attributes(start: &quick_xml::events::BytesStart<'_>) -> BTreeMap<String, String> {
    let attributes = start.attributes().map(|attribute| {
        let attribute = attribute.unwrap();
        let value = attribute
            .normalized_value(quick_xml::XmlVersion::Explicit1_0)
            .unwrap();
        (attribute.key.0.to_owned(), value.into_owned())
    });
    attributes.collect()
}

fn of_error(path: &str, error: &BTreeMap<String, String>, told: &mut Told) {
    let (line, column): (u64, u64) = (
        error["line"].parse().unwrap(),
        error["column"].parse().unwrap(),
    );
    let message = &error["message"];
    let mut source = error["source"].split('.');
    assert_eq!(source.next(), Some("missionlint"));
    match source.next().unwrap() {
        "run" => told.faults.push(path.to_owned()),
        "not-checked" => {
            let (_, rules) = message.split_once("; blocked: ").unwrap();
            let place = format!("{path}:{line}:{column}");
            told.blocked.extend(
                rules
                    .split(", ")
                    .map(|rule| (rule.to_owned(), place.clone())),
            );
        }
        _ => {
            let lines: Vec<&str> = message.lines().collect();
            let behind = |label: &str| lines.iter().find_map(|line| line.strip_prefix(label));
            let policy = behind("policy: ");
            assert_eq!(behind("fingerprint: "), Some(error["fingerprint"].as_str()));
            told.findings.push(Seen {
                path: path.to_owned(),
                line,
                column,
                rule: source.next().unwrap().to_owned(),
                severity: error["severity"].replace("info", "advice"),
                message: lines[0].to_owned(),
                fingerprint: error["fingerprint"].clone(),
                help_url: behind("more: ").unwrap().to_owned(),
                related: places_of(lines[1..].iter().copied()),
                pack: policy.map(pack_of),
                suppressed: behind("allowed: ").map(str::to_owned),
            });
        }
    }
}

/// The id of the pack: in brackets, in front of the day or at the end.
fn pack_of(policy: &str) -> String {
    let policy = policy.split(", in force from").next().unwrap();
    let id = policy.trim_end_matches(')').rsplit_once('(').unwrap().1;
    id.to_owned()
}

/// An item of a list: its texts and codes in order, links, and the items below it.
#[derive(Debug, Default)]
struct Item {
    words: Vec<(bool, String)>,
    links: Vec<(String, String)>,
    below: Vec<Item>,
}

impl Item {
    fn text(&self) -> String {
        self.words.iter().map(|(_, text)| text.as_str()).collect()
    }
}

/// What a page says: headings and the items below each.
fn sections(markdown: &str) -> Vec<(HeadingLevel, Item, Vec<Item>)> {
    let mut sections: Vec<(HeadingLevel, Item, Vec<Item>)> = Vec::new();
    let mut open: Vec<Item> = Vec::new();
    let mut link: Option<String> = None;
    for event in Parser::new_ext(markdown, Options::all() - Options::ENABLE_SMART_PUNCTUATION) {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                sections.push((level, Item::default(), Vec::new()));
                open.push(Item::default());
            }
            Event::End(TagEnd::Heading(_)) => sections.last_mut().unwrap().1 = open.pop().unwrap(),
            Event::Start(Tag::Item) => open.push(Item::default()),
            Event::End(TagEnd::Item) => {
                let item = open.pop().unwrap();
                match open.last_mut() {
                    Some(outer) => outer.below.push(item),
                    None => sections.last_mut().unwrap().2.push(item),
                }
            }
            Event::Start(Tag::Link { dest_url, .. }) => {
                assert!(
                    dest_url.starts_with("https://github.com/missionlint/"),
                    "a link to {dest_url}"
                );
                link = Some(dest_url.to_string());
            }
            Event::End(TagEnd::Link) => link = None,
            Event::Text(text) => {
                if let Some(item) = open.last_mut() {
                    if let Some(url) = &link {
                        item.links.push((text.to_string(), url.clone()));
                    }
                    item.words.push((false, text.to_string()));
                }
            }
            Event::Code(code) => open
                .last_mut()
                .unwrap()
                .words
                .push((true, code.to_string())),
            Event::InlineHtml(html) => assert_eq!(&*html, "<!-- -->"),
            Event::Start(
                Tag::Paragraph
                | Tag::List(_)
                | Tag::Strong
                | Tag::Table(_)
                | Tag::TableHead
                | Tag::TableRow
                | Tag::TableCell,
            )
            | Event::End(_) => {}
            other => panic!("{other:?}"),
        }
    }
    assert!(open.is_empty());
    sections
}

pub(crate) fn markdown(report: &str) -> Told {
    let mut told = Told::default();
    let mut part = String::new();
    for (level, heading, items) in sections(report) {
        if level == HeadingLevel::H3 {
            part = heading.text();
        }
        for item in items {
            match part.as_str() {
                "Findings" => {
                    let (rule, url) = heading.links[0].clone();
                    let text = heading.text();
                    let severity = text.split(" · ").nth(1).unwrap();
                    told.findings.push(of_item(&item, &rule, &url, severity));
                }
                "Allowed" => {
                    let (rule, url) = item.links[0].clone();
                    told.findings.push(of_item(&item, &rule, &url, ""));
                }
                "Not checked" => {
                    let text = item.text();
                    let rules = text.split_once("; blocked: ").unwrap().1.split(", ");
                    for rule in rules {
                        let places = item
                            .below
                            .iter()
                            .map(|place| (rule.to_owned(), place.text()));
                        told.blocked.extend(places);
                    }
                }
                "Faults of the run" => {
                    let text = item.text();
                    told.faults
                        .push(text.split_once(" could not be read").unwrap().0.to_owned());
                }
                _ => {}
            }
        }
    }
    told.sorted()
}

fn of_item(item: &Item, rule: &str, url: &str, severity: &str) -> Seen {
    let (is_code, place) = &item.words[0];
    assert!(is_code, "{item:?}");
    let mut place = place.rsplitn(3, ':');
    let (column, line) = (place.next().unwrap(), place.next().unwrap());
    let rest: String = item.words[1..]
        .iter()
        .map(|(_, text)| text.as_str())
        .collect();
    let message = rest.strip_prefix(' ').unwrap();
    let message = message
        .strip_prefix(&format!("{rule} · "))
        .unwrap_or(message);
    let mut seen = Seen {
        path: place.next().unwrap().to_owned(),
        line: line.parse().unwrap(),
        column: column.parse().unwrap(),
        rule: rule.to_owned(),
        severity: severity.to_owned(),
        message: message.to_owned(),
        fingerprint: String::new(),
        help_url: url.to_owned(),
        related: BTreeSet::new(),
        pack: None,
        suppressed: None,
    };
    for detail in &item.below {
        let text = detail.text();
        let last = detail.words.last().unwrap();
        match text.split_once(": ") {
            Some(("policy", policy)) => seen.pack = Some(pack_of(policy)),
            Some(("allowed", reason)) => seen.suppressed = Some(reason.to_owned()),
            Some(("help" | "includes" | "suggested change", _)) => {}
            Some(("fingerprint", fingerprint)) => fingerprint.clone_into(&mut seen.fingerprint),
            _ => {
                assert!(last.0, "{detail:?}");
                seen.related.insert(last.1.clone());
            }
        }
    }
    seen
}
