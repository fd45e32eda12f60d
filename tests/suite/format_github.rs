//! Workflow commands: decoded by the rules of GitHub's runner, they are the findings, and nothing else is a command.

use std::collections::{BTreeMap, BTreeSet};

use missionlint::output::Format;
use missionlint::text::visible;
use serde_json::Value;

use crate::cases::Case;
use crate::reports::{TRICKS, all, json, list, multiplied, text, written};
use crate::tool::Folder;

/// Annotations of a level that GitHub takes from a step.
const ANNOTATIONS: usize = 10;

/// A command as the runner reads it.
#[derive(Debug)]
struct Command {
    name: String,
    properties: BTreeMap<String, String>,
    data: String,
}

/// Lines as the runner gets them from a process.
fn lines(output: &str) -> impl Iterator<Item = &str> {
    output
        .split('\n')
        .flat_map(|line| line.trim_end_matches('\r').split('\r'))
}

fn unescaped(text: &str, escapes: &[(&str, &str)]) -> String {
    escapes
        .iter()
        .fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}

const DATA: &[(&str, &str)] = &[("%0D", "\r"), ("%0A", "\n"), ("%25", "%")];
const PROPERTY: &[(&str, &str)] = &[
    ("%0D", "\r"),
    ("%0A", "\n"),
    ("%3A", ":"),
    ("%2C", ","),
    ("%25", "%"),
];

/// What begins with `::` after space.
fn command(line: &str) -> Option<Command> {
    let rest = line.trim_start().strip_prefix("::")?;
    let (info, data) = rest.split_once("::")?;
    let (name, properties) = info.split_once(' ').unwrap_or((info, ""));
    let properties = properties.trim().split(',').filter_map(|pair| {
        let (key, value) = pair.split_once('=')?;
        Some((key.to_owned(), unescaped(value, PROPERTY)))
    });
    Some(Command {
        name: name.to_owned(),
        properties: properties.collect(),
        data: unescaped(data, DATA),
    })
}

/// A line without what comparisons by the rules of a language pass over.
fn compared(line: &str) -> String {
    line.chars()
        .filter(|character| *character != '\u{ad}' && visible(*character) == *character)
        .collect()
}

/// What the runner would take for a command of either form.
fn is_obeyed(line: &str) -> bool {
    let line = compared(line);
    command(&line).is_some() || line.trim_start().starts_with("::") || line.contains("##[")
}

fn clean(text: &str) -> String {
    text.chars().map(visible).collect()
}

/// A path as a property has it.
fn shown(path: &str) -> String {
    let path = clean(path);
    if path.starts_with('=') {
        format!("./{path}")
    } else {
        path
    }
}

fn level(severity: &str) -> &str {
    if severity == "advice" {
        "notice"
    } else {
        severity
    }
}

/// Whether an annotation is that of a finding.
fn tells(command: &Command, finding: &Value) -> bool {
    let at = &finding["location"];
    let number = |value: &Value| value.as_u64().unwrap().to_string();
    let property = |name: &str| command.properties.get(name).map(String::as_str);
    let one_line = at["start"]["line"] == at["end"]["line"];
    let column = |value: &Value| one_line.then(|| number(value));
    let title = match finding["mission"].as_str() {
        Some(mission) => format!("{} ({})", text(&finding["rule"]), clean(mission)),
        None => text(&finding["rule"]).to_owned(),
    };
    command.name == level(text(&finding["severity"]))
        && property("file") == Some(&shown(text(&at["path"])))
        && property("line") == Some(&number(&at["start"]["line"]))
        && property("endLine") == Some(&number(&at["end"]["line"]))
        && property("col").map(str::to_owned) == column(&at["start"]["column"])
        && property("endColumn").map(str::to_owned) == column(&at["end"]["column"])
        && property("title") == Some(&title)
        && command.data.lines().next() == Some(text(&finding["message"]))
}

/// What stands in plain lines, without the spaces that take commands apart.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

#[test]
fn annotations_are_findings_and_the_log_has_all_of_them() {
    for Case { name, report } in all() {
        let output = written(report, Format::Github);
        let report = json(report);
        let counting: Vec<&Value> = list(&report["findings"])
            .iter()
            .filter(|finding| finding["suppressed"].is_null())
            .collect();
        let commands: Vec<Command> = lines(&output).filter_map(command).collect();
        let mut levels: BTreeMap<&str, usize> = BTreeMap::new();
        for finding in &counting {
            *levels.entry(level(text(&finding["severity"]))).or_default() += 1;
        }
        let reasons = list(&report["not_checked"]).iter();
        let reasons: BTreeSet<&str> = reasons.map(|entry| text(&entry["reason"])).collect();
        let others = reasons.len() + list(&report["faults"]).len();
        let mut annotated = 0;
        for command in &commands {
            let tells = counting.iter().any(|finding| tells(command, finding));
            let title = command.properties["title"].as_str();
            annotated += usize::from(tells);
            assert!(
                tells || ["not checked", "missionlint"].contains(&title),
                "{name}: {command:?}"
            );
        }
        for (level, count) in levels {
            let there = commands.iter().filter(|command| command.name == level);
            let there = there.count();
            assert!(there <= ANNOTATIONS, "{name}: {there} of {level}");
            assert!(
                there >= count.min(ANNOTATIONS),
                "{name}: {there} of {count} of {level}"
            );
        }
        let left = counting.len() + others - commands.len();
        let said = output.contains(&format!("{left} more are not annotated"))
            || output.contains("one more is not annotated");
        assert_eq!(said, left > 0, "{name}: {annotated} annotated, {left} left");
        let log = squeezed(
            &lines(&output)
                .filter(|line| command(line).is_none())
                .collect::<Vec<_>>()
                .join("\n"),
        );
        for finding in &counting {
            let at = &finding["location"];
            let line = format!(
                "{}[{}] {}:{}:{} {}",
                text(&finding["severity"]),
                text(&finding["rule"]),
                clean(text(&at["path"])),
                at["start"]["line"],
                at["start"]["column"],
                text(&finding["message"]),
            );
            assert!(log.contains(&squeezed(&line)), "{name}: no {line}");
            for related in list(&finding["related"]).iter().take(10) {
                let message = text(&related["message"]);
                assert!(log.contains(&squeezed(message)), "{name}: no {message}");
            }
        }
        for finding in list(&report["findings"]) {
            if let Some(reason) = finding["suppressed"]["reason"].as_str() {
                assert!(
                    log.contains(&squeezed(&clean(reason))),
                    "{name}: no {reason}"
                );
            }
        }
        for fault in list(&report["faults"]) {
            assert!(
                log.contains(&squeezed(text(&fault["subject"]))),
                "{name}: {fault}"
            );
        }
    }
}

#[test]
fn nothing_but_annotations_is_a_command() {
    for Case { name, report } in all() {
        let output = written(report, Format::Github);
        assert!(!output.contains('\r'), "{name}");
        let mut rest = lines(&output).skip_while(|line| command(line).is_some());
        assert_eq!(rest.find(|line| is_obeyed(line)), None, "{name}");
        let commands: Vec<&str> = lines(&output)
            .take_while(|line| command(line).is_some())
            .collect();
        for line in commands {
            let name = command(line).unwrap().name;
            assert!(
                ["error", "warning", "notice"].contains(&name.as_str()),
                "{line}"
            );
        }
    }
    let obeyed: Vec<&&str> = TRICKS.iter().filter(|trick| is_obeyed(trick)).collect();
    assert!(obeyed.len() > 5, "the tricks are some: {obeyed:?}");
}

#[test]
fn of_many_findings_each_rule_has_its_turn() {
    let report = multiplied(10_000);
    let output = written(&report, Format::Github);
    let commands: Vec<Command> = lines(&output).filter_map(command).collect();
    for name in ["error", "warning", "notice"] {
        let there = commands.iter().filter(|command| command.name == name);
        assert!(there.count() <= ANNOTATIONS);
    }
    let title = |command: &Command| command.properties["title"].clone();
    let errors: Vec<String> = commands
        .iter()
        .filter(|command| command.name == "error")
        .map(title)
        .collect();
    let of_rules: Vec<&String> = errors
        .iter()
        .filter(|title| *title != "not checked")
        .collect();
    let different: BTreeSet<&&String> = of_rules.iter().collect();
    assert_eq!(errors.len(), ANNOTATIONS);
    assert_eq!(of_rules.len(), different.len(), "{errors:?}");
    assert!(of_rules.len() > ANNOTATIONS / 2, "{errors:?}");
    assert!(output.contains("more are not annotated: GitHub takes 10"));
    let told = output.lines().filter(|line| line.contains("] many/"));
    assert_eq!(told.count(), 10_000);
}

#[test]
fn the_command_line_writes_it_and_the_exit_code_stays() {
    let folder = Folder::new().with("a b.json", "{\"kind\": \"person\", }");
    let run = folder.run(&["check", "--format", "github", "a b.json"]);
    assert_eq!(run.code, Some(1));
    let first = run.out.lines().find(|line| line.contains("syntax-error"));
    assert!(
        first.unwrap().starts_with(
            "::error file=a b.json,line=1,endLine=1,col=18,endColumn=19,title=syntax-error::"
        ),
        "{}",
        run.out
    );
    let run = folder.run(&["check", "-o", "github=log/commands.txt", "a b.json"]);
    assert_eq!(run.out, "");
    assert!(
        folder
            .read("log/commands.txt")
            .contains("::error file=a b.json")
    );
}
