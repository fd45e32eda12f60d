//! The order of the modules, and which file may name which foreign crate.

use std::fmt::Write as _;
use std::path::PathBuf;

use crate::tool::project;

/// A module uses only modules before it in this list; `lib.rs` shows the same order.
const ORDER: &[&str] = &[
    "text",
    "calendar",
    "nearest",
    "known",
    "whole",
    "catalogue",
    "finding",
    "decisions",
    "comparison",
    "document",
    "privacy",
    "reference",
    "record",
    "bundle",
    "config",
    "rules",
    "overview",
    "schema",
    "source",
    "report",
    "audit",
    "engine",
    "message",
    "output",
    "discover",
    "cli",
];

/// Foreign crates that one file alone names.
const ALONE: &[(&str, &str)] = &[
    ("clap_complete", "src/cli/completions.rs"),
    ("clap_mangen", "src/cli/man.rs"),
    ("ctrlc", "src/cli/interrupt.rs"),
    ("indicatif", "src/cli/progress.rs"),
    ("miette", "src/output/frame.rs"),
    ("notify", "src/cli/watch.rs"),
    ("ruzstd", "src/source/zstandard.rs"),
    ("rust_xlsxwriter", "src/output/audit/xlsx.rs"),
    ("jsonschema", "src/tape/validate.rs"),
    ("jsonschema_value", "src/tape/instance.rs"),
];

/// Lines a file may have.
const LONGEST: usize = 450;

struct Source {
    /// Below the project, with `/`.
    path: String,
    text: String,
}

fn sources() -> Vec<Source> {
    let mut found = Vec::new();
    let mut folders = vec![project("src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path: PathBuf = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = std::fs::read_to_string(&path).unwrap();
                let path = path
                    .strip_prefix(project(""))
                    .unwrap()
                    .to_string_lossy()
                    .replace('\\', "/");
                found.push(Source { path, text });
            }
        }
    }
    found.sort_by(|one, other| one.path.cmp(&other.path));
    found
}

impl Source {
    /// The module of the library that the file belongs to.
    fn module(&self) -> Option<&str> {
        let inner = self.path.strip_prefix("src/")?;
        let module = inner.split(['/', '.']).next()?;
        (!["lib", "main", "tape"].contains(&module)).then_some(module)
    }

    /// Words of the code with their lines: no comments, no texts.
    fn code(&self) -> String {
        let mut code = String::new();
        for line in self.text.lines() {
            let line = line.split("//").next().unwrap_or("");
            let outside = line.split('"').step_by(2).collect::<Vec<_>>().join(" ");
            let _ = writeln!(code, "{outside}");
        }
        code
    }

    /// Modules named behind `crate::`, with the line; `use crate::{a, b::{c, d}}` names a and b.
    fn uses(&self) -> Vec<(usize, String)> {
        let code = self.code();
        let mut found = Vec::new();
        for (at, _) in code.match_indices("crate::") {
            let line = code[..at].matches('\n').count() + 1;
            let rest = &code[at + "crate::".len()..];
            found.extend(first_words(rest).into_iter().map(|word| (line, word)));
        }
        found
    }
}

fn word(text: &str) -> String {
    text.trim_start()
        .chars()
        .take_while(|character| character.is_alphanumeric() || *character == '_')
        .collect()
}

/// The first word of a path, or of each path of a group.
fn first_words(rest: &str) -> Vec<String> {
    let Some(group) = rest.strip_prefix('{') else {
        return vec![word(rest)];
    };
    let mut words = vec![word(group)];
    let mut depth = 1;
    for (at, character) in group.char_indices() {
        match character {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 1 => words.push(word(&group[at + 1..])),
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

#[test]
fn groups_are_understood() {
    assert_eq!(first_words("text::visible;"), ["text"]);
    assert_eq!(first_words("{a, b::{c, d}, e as f,\n};"), ["a", "b", "e"]);
}

#[test]
fn modules_use_only_modules_before_them() {
    let rank = |module: &str| ORDER.iter().position(|known| *known == module);
    let mut problems = String::new();
    let mut seen = Vec::new();
    for source in sources() {
        let Some(module) = source.module() else {
            continue;
        };
        let Some(own) = rank(module) else {
            let _ = writeln!(
                problems,
                "{}: the module {module} has no place in the order",
                source.path
            );
            continue;
        };
        seen.push(module.to_owned());
        for (line, used) in source.uses() {
            match rank(&used) {
                Some(there) if there > own => {
                    let _ = writeln!(
                        problems,
                        "{}:{line}: {module} uses {used}, which comes after it",
                        source.path
                    );
                }
                Some(_) => {}
                None => {
                    let _ = writeln!(
                        problems,
                        "{}:{line}: crate::{used} is no module",
                        source.path
                    );
                }
            }
        }
    }
    for module in ORDER
        .iter()
        .filter(|module| !seen.iter().any(|seen| seen == *module))
    {
        let _ = writeln!(problems, "there is no module {module}");
    }
    assert!(problems.is_empty(), "{problems}");
}

#[test]
fn the_map_in_lib_rs_has_the_same_order() {
    let lib = std::fs::read_to_string(project("src/lib.rs")).unwrap();
    let table = lib
        .lines()
        .filter_map(|line| line.strip_prefix("//! | ")?.split(" | ").next());
    let listed: Vec<&str> = table
        .flat_map(|cell| cell.split('`').skip(1).step_by(2))
        .filter(|name| *name != "missionlint_tape")
        .collect();
    assert_eq!(listed, ORDER);
}

#[test]
fn foreign_crates_are_named_in_one_file() {
    let mut problems = String::new();
    for source in sources() {
        let code = source.code();
        for (number, line) in code.lines().enumerate() {
            let words: Vec<&str> = line
                .split(|character: char| !character.is_alphanumeric() && character != '_')
                .collect();
            for (name, file) in ALONE
                .iter()
                .filter(|(name, file)| *file != source.path && words.contains(name))
            {
                let _ = writeln!(
                    problems,
                    "{}:{}: {name} belongs into {file}",
                    source.path,
                    number + 1
                );
            }
        }
    }
    for (name, file) in ALONE {
        let named = sources()
            .iter()
            .any(|source| source.path == *file && source.code().contains(name));
        assert!(named, "{file} does not name {name}");
    }
    assert!(problems.is_empty(), "{problems}");
}

#[test]
fn files_are_short() {
    let long: Vec<String> = sources()
        .iter()
        .filter(|source| source.text.lines().count() > LONGEST)
        .map(|source| format!("{} has {} lines", source.path, source.text.lines().count()))
        .collect();
    assert!(long.is_empty(), "more than {LONGEST}: {long:#?}");
}
