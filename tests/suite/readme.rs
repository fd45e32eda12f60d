//! What README, CHANGELOG and CONTRIBUTING say is true.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use missionlint::catalogue::{Meta, builtin};
use missionlint::{config, rules};

use crate::tool::{Folder, blessing, first_difference, project};

fn read(path: &str) -> String {
    std::fs::read_to_string(project(path)).unwrap()
}

/// Compares what stands between two markers of the README with what should; writes it with `BLESS=1`.
fn assert_between(marker: &str, expected: &str) {
    let path = project("README.md");
    let text = std::fs::read_to_string(&path).unwrap();
    let (open, close) = (
        format!("<!-- {marker} -->\n"),
        format!("<!-- /{marker} -->\n"),
    );
    let start = text
        .find(&open)
        .unwrap_or_else(|| panic!("README.md has no {open}"))
        + open.len();
    let end = start
        + text[start..]
            .find(&close)
            .unwrap_or_else(|| panic!("README.md has no {close}"));
    if blessing() {
        std::fs::write(
            &path,
            format!("{}{expected}{}", &text[..start], &text[end..]),
        )
        .unwrap();
        return;
    }
    if let Some((line, (stored, new))) = first_difference(&text[start..end], expected) {
        panic!(
            "README.md, {marker}, line {line} (BLESS=1 stores what is found):\n- {stored}\n+ {new}"
        );
    }
}

/// Both generated parts in one test: they are written to one file.
#[test]
fn the_readme_shows_what_the_tool_does() {
    let mission = "fixtures/missions/mli";
    let folder = Folder::new().with_copy(&project(mission), mission);
    let clean = folder.run(&["check", mission]);
    assert_eq!(
        clean.code,
        Some(0),
        "the README says it has a warning only: {}",
        clean.out
    );
    let seat = |person: &str| {
        format!(
            "\"id\": \"R-5\",\n      \"confirmed\": \"2025-03-10\",\n      \"platform\": \"cl-hea\",\n      \"person\": \"{person}\""
        )
    };
    folder.edit(
        &format!("{mission}/representations/clusters.json"),
        &seat("P-06"),
        &seat("P-03"),
    );
    let run = folder.run(&["check", mission]);
    assert_eq!(run.code, Some(1));
    assert_between(
        "output",
        &format!("```text\n$ missionlint check {mission}\n{}```\n", run.out),
    );
    assert_between("rules", &table());
    assert_between("schema", &any_document());
}

/// A schema with a slip in it, and what a check by it says.
fn any_document() -> String {
    let schema = "\
{
  \"$schema\": \"http://json-schema.org/draft-07/schema#\",
  \"properties\": {
    \"topic\": { \"enum\": [\"first-aid\", \"hostile-environment\"] },
    \"day\": { \"type\": \"string\", \"formt\": \"date\" }
  }
}
";
    let folder = Folder::new().with("course.schema.json", schema).with(
        "courses.ndjson",
        "{\"topic\": \"first-aid\"}\n{\"topic\": \"firts-aid\"}\n",
    );
    let command = ["check", "--schema", "course.schema.json", "courses.ndjson"];
    let run = folder.run(&command);
    assert_eq!(run.code, Some(1), "{}", run.err);
    format!(
        "```text\n$ cat course.schema.json\n{schema}$ missionlint {}\n{}```\n",
        command.join(" "),
        run.out
    )
}

/// The catalogue as Markdown, one table for each family.
fn table() -> String {
    let mut families: BTreeMap<_, Vec<&Meta>> = BTreeMap::new();
    for rule in rules::catalogue() {
        families.entry(rule.group).or_default().push(rule);
    }
    let mut text = String::new();
    for (family, rules) in families {
        let _ = write!(
            text,
            "\n| {} | severity | |\n|---|---|---|\n",
            family.code()
        );
        for rule in rules {
            let _ = writeln!(
                text,
                "| `{}` | {} | {} |",
                rule.id, rule.severity, rule.summary
            );
        }
    }
    text + "\n"
}

#[test]
fn settings_in_the_readme_are_valid() {
    let readme = read("README.md");
    let blocks: Vec<&str> = readme
        .split("```toml\n")
        .skip(1)
        .map(|rest| rest.split("```").next().unwrap())
        .collect();
    assert!(!blocks.is_empty());
    for block in blocks {
        config::parse(block, &rules::catalogue())
            .unwrap_or_else(|errors| panic!("{block}\n{errors:#?}"));
    }
}

#[test]
fn the_readme_names_the_two_commands_and_only_options_that_exist() {
    let readme = read("README.md");
    for command in [
        "cargo run --release -- check fixtures/missions/mli\n",
        "cargo test --workspace --locked\n",
    ] {
        assert!(readme.contains(command), "{command}");
    }
    let folder = Folder::new();
    let help = folder.run(&["check", "--help"]).out;
    for line in readme
        .lines()
        .filter(|line| line.starts_with("missionlint check"))
    {
        for option in line
            .split_whitespace()
            .filter(|word| word.starts_with("--") || *word == "-o")
        {
            assert!(help.contains(option), "{line}: there is no {option}");
        }
    }
}

#[test]
fn links_between_the_documents_lead_somewhere() {
    for document in ["README.md", "CHANGELOG.md", ".github/CONTRIBUTING.md"] {
        let text = read(document);
        let folder = project(document).parent().unwrap().to_owned();
        for target in text
            .split("](")
            .skip(1)
            .map(|rest| rest.split(')').next().unwrap())
        {
            if !target.starts_with("http") {
                assert!(folder.join(target).exists(), "{document}: {target}");
            }
        }
    }
    assert!(read(".github/CONTRIBUTING.md").lines().count() <= 120);
}

#[test]
fn the_changelog_lists_the_rules_with_their_severities() {
    let changelog = read("CHANGELOG.md");
    let listed = changelog.split("### Rules").nth(1).unwrap();
    let exceptions = [
        &builtin::ALLOW_INVALID,
        &builtin::ALLOW_EXPIRED,
        &builtin::ALLOW_UNUSED,
    ];
    for rule in rules::RULES.iter().map(|rule| rule.meta).chain(exceptions) {
        let name = format!("`{}`", rule.id);
        let after = listed
            .split(&name)
            .nth(1)
            .unwrap_or_else(|| panic!("{} is not in CHANGELOG.md", rule.id));
        let told = ["warning", "advice"]
            .into_iter()
            .find(|severity| after.starts_with(&format!(" ({severity})")));
        assert_eq!(told.unwrap_or("error"), rule.severity.code(), "{}", rule.id);
    }
}
