//! One test for each case below `fixtures/rules/<rule>/{valid,invalid}/<case>/`.
//!
//! A case is checked with the rule itself, the rules of its precedence chain, and the syntax and schema entries.
//! `valid`: nothing found, nothing blocked. `invalid`: exactly what `expected.txt` lists, with every place.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use libtest_mimic::{Arguments, Failed, Trial};
use missionlint::catalogue::Group;
use missionlint::config::{self, Settings};
use missionlint::discover::discover;
use missionlint::engine::{self, Request};
use missionlint::finding::Fact;
use missionlint::report::{Audience, Found, Location, Report, Shown};
use missionlint::rules;

fn main() {
    let arguments = Arguments::from_args();
    libtest_mimic::run(&arguments, trials()).exit();
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/rules")
}

fn folders(path: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = std::fs::read_dir(path)
        .map(|entries| {
            entries
                .flatten()
                .map(|entry| entry.path())
                .filter(|path| path.is_dir())
                .collect()
        })
        .unwrap_or_default();
    found.sort();
    found
}

fn name(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

fn trials() -> Vec<Trial> {
    let mut trials = vec![Trial::test(
        "every rule has valid and invalid cases, every directory a rule",
        coverage,
    )];
    trials.push(Trial::test(
        "every rule that relates records has a case that relates files",
        across_files,
    ));
    for rule in folders(&root()) {
        for polarity in ["valid", "invalid"] {
            for case in folders(&rule.join(polarity)) {
                let (id, valid) = (name(&rule), polarity == "valid");
                let title = format!("{id}/{polarity}/{}", name(&case));
                trials.push(Trial::test(title, move || run_case(&id, &case, valid)));
            }
        }
    }
    trials
}

fn coverage() -> Result<(), Failed> {
    let ids: Vec<String> = rules::RULES
        .iter()
        .map(|rule| rule.meta.id.to_owned())
        .collect();
    let directories: Vec<String> = folders(&root()).iter().map(|path| name(path)).collect();
    if ids != directories {
        return Err(format!("rules {ids:?}\ndirectories {directories:?}").into());
    }
    for rule in folders(&root()) {
        for polarity in ["valid", "invalid"] {
            if folders(&rule.join(polarity)).len() < 2 {
                return Err(format!("{} has fewer than two {polarity} cases", name(&rule)).into());
            }
        }
    }
    Ok(())
}

/// Where a finding of one record has to do with another record, one case has the other in another file: that a rule
/// looks beyond the file is not to be taken for granted.
fn across_files() -> Result<(), Failed> {
    let mut lacking = Vec::new();
    for rule in folders(&root()) {
        let id = name(&rule);
        let mut relations = Vec::new();
        for case in folders(&rule.join("invalid")) {
            for found in &check(&id, &case)?.findings {
                if found.rule.id == id {
                    let related = found.related.iter();
                    relations.extend(related.map(|(_, other)| relation(&found.location, other)));
                }
            }
        }
        if relations.contains(&Relation::Records) && !relations.contains(&Relation::Files) {
            lacking.push(id);
        }
    }
    if lacking.is_empty() {
        Ok(())
    } else {
        Err(format!("no case across files: {lacking:?}").into())
    }
}

/// What two places are in.
#[derive(PartialEq)]
enum Relation {
    /// One record.
    Record,
    /// Two records of one file.
    Records,
    /// Two files.
    Files,
}

fn relation(one: &Location, other: &Location) -> Relation {
    if one.path != other.path {
        Relation::Files
    } else if one.record == other.record {
        Relation::Record
    } else {
        Relation::Records
    }
}

/// The rule, what shares a precedence chain with it, and everything that is no coded rule.
fn selection(rule: &str) -> Vec<String> {
    let mut selected = vec![rule.to_owned()];
    for chain in rules::CHAINS.iter().filter(|chain| chain.contains(&rule)) {
        selected.extend(chain.iter().map(|id| (*id).to_owned()));
    }
    selected.extend([Group::Syntax, Group::Schema].map(|group| group.code().to_owned()));
    selected
}

fn check(rule: &str, case: &Path) -> Result<Report, Failed> {
    let text = std::fs::read_to_string(case.join("missionlint.toml"))?;
    let settings: Settings = config::parse(&text, &rules::catalogue())
        .map_err(|errors| format!("missionlint.toml: {errors:?}"))?;
    let as_of = settings.as_of.ok_or("missionlint.toml sets no as_of")?;
    let found = discover(&[".".to_owned()], case, &settings.exclude, case);
    let request = Request {
        settings,
        as_of,
        policy: missionlint::reference::Policy::Dated,
        select: selection(rule),
        ignore: Vec::new(),
        audience: Audience::Internal,
        reveal: true,
        describe: missionlint::engine::Describe::Nothing,
        configs: Vec::new(),
        held: None,
        baseline: None,
    };
    Ok(engine::check(found.inputs.into(), &request))
}

fn run_case(rule: &str, case: &Path, valid: bool) -> Result<(), Failed> {
    let report = check(rule, case)?;
    let mut problems = String::new();
    for fault in &report.faults {
        let _ = writeln!(problems, "fault: {fault:?}");
    }
    for entry in &report.not_checked {
        let place = entry.locations.first().map(place).unwrap_or_default();
        if valid {
            let _ = writeln!(
                problems,
                "not checked: {} ({}) {place}",
                entry.rule.id, entry.reason
            );
        }
    }
    for count in &report.rules {
        if count.tally.applicable != count.tally.run + count.tally.blocked {
            let _ = writeln!(problems, "{}: {:?}", count.rule.id, count.tally);
        }
    }
    let expected = if valid {
        String::new()
    } else {
        std::fs::read_to_string(case.join("expected.txt"))?
    };
    let found: String = report.findings.iter().map(describe).collect();
    if found.trim() != expected.trim() {
        let _ = writeln!(problems, "expected:\n{expected}\nfound:\n{found}");
    }
    if problems.is_empty() {
        Ok(())
    } else {
        Err(problems.into())
    }
}

fn place(location: &Location) -> String {
    let Location {
        path,
        start,
        end,
        pointer,
        ..
    } = location;
    format!(
        "{path}:{}:{}-{}:{} {pointer}",
        start.line, start.column, end.line, end.column
    )
}

fn describe(found: &Found) -> String {
    let mut text = format!(
        "{} {} {}\n",
        found.severity,
        found.rule.id,
        place(&found.location)
    );
    let evidence: Vec<String> = found
        .evidence
        .iter()
        .map(|(key, shown)| format!("{key}={}", written(shown)))
        .collect();
    if !evidence.is_empty() {
        let _ = writeln!(text, "  evidence {}", evidence.join("; "));
    }
    for (_, location) in &found.related {
        let _ = writeln!(text, "  related {}", place(location));
    }
    for nested in &found.because {
        let _ = writeln!(text, "  because {}", nested.rule.id);
    }
    text
}

fn written(shown: &Shown) -> String {
    match shown {
        Shown::Masked(kind) => format!("masked {kind}"),
        Shown::Clear(fact) => match fact {
            Fact::Id(text)
            | Fact::Person(text)
            | Fact::Kind(text)
            | Fact::Role(text)
            | Fact::Code(text)
            | Fact::Moment(text)
            | Fact::Text(text) => text.clone(),
            Fact::People(list) | Fact::Ids(list) | Fact::Codes(list) | Fact::Vocabulary(list) => {
                list.join(",")
            }
            Fact::Day(day) => day.to_string(),
            Fact::Number(number) => number.to_string(),
            Fact::Phrase(phrase) => phrase.id.to_owned(),
        },
    }
}
