//! The catalogue: ids, pages, parameters, packs, and a message for everything that can be found.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::FluentResource;
use missionlint::catalogue::{
    Example, Group, Meta, NOT_CHECKABLE, ParamValue, Scope, Severity, Strength, builtin,
};
use missionlint::document::Obstacle;
use missionlint::message::{Language, Messages};
use missionlint::report::Found;
use missionlint::rules::{self, RULES};
use missionlint::{reference, schema};

use serde_json::{Value, json};

use crate::tool::{Folder, blessing, first_difference, project};
use crate::{cases, formats};

#[test]
fn ids_are_kebab_case_and_unique() {
    let mut seen = BTreeSet::new();
    for rule in rules::catalogue() {
        let word = |word: &str| {
            !word.is_empty()
                && word
                    .bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        };
        assert!(rule.id.split('-').all(word), "{}", rule.id);
        assert!(rule.id.len() <= 36, "{} is too long for a column", rule.id);
        assert!(seen.insert(rule.id), "{} is there twice", rule.id);
    }
    let groups: BTreeSet<&str> = rules::catalogue()
        .iter()
        .map(|rule| rule.group.code())
        .collect();
    assert!(groups.is_disjoint(&seen), "a family has the name of a rule");
}

#[test]
fn rules_are_sorted_and_every_file_is_a_rule() {
    let ids: Vec<&str> = RULES.iter().map(|rule| rule.meta.id).collect();
    assert!(ids.is_sorted(), "{ids:?}");
    let frame = ["by-id", "judge", "mod", "precedence", "rule", "shared"];
    let mut files: Vec<String> = std::fs::read_dir(project("src/rules"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        // The catalogue is made from the rules.
        .filter(|path| !path.ends_with("README.md"))
        .map(|path| {
            path.file_stem()
                .unwrap()
                .to_string_lossy()
                .replace('_', "-")
        })
        .filter(|name| !frame.contains(&name.as_str()))
        .collect();
    files.sort();
    assert_eq!(ids, files);
}

#[test]
fn summaries_are_one_short_sentence() {
    for rule in rules::catalogue() {
        let summary = rule.summary;
        let id = rule.id;
        assert!(
            !summary.is_empty() && summary.chars().count() <= 80,
            "{id}: {} characters",
            summary.chars().count()
        );
        assert!(
            summary.ends_with('.') && !summary.trim_end_matches('.').contains(". "),
            "{id}: {summary}"
        );
        assert!(
            summary.starts_with(|first: char| first.is_uppercase() || first == '`'),
            "{id}: {summary}"
        );
    }
}

#[test]
fn pages_have_the_headings() {
    let known = [
        "What it checks",
        "Why it matters",
        "Exceptions",
        "What it marks",
    ];
    for rule in rules::catalogue() {
        let headings: Vec<&str> = rule
            .page
            .lines()
            .filter_map(|line| line.strip_prefix("## "))
            .collect();
        let mut expected: Vec<&str> = known
            .into_iter()
            .filter(|heading| headings.contains(heading))
            .collect();
        assert_eq!(
            headings, expected,
            "{}: unknown headings, or in another order",
            rule.id
        );
        expected.retain(|heading| ["What it checks", "Why it matters"].contains(heading));
        assert_eq!(expected.len(), 2, "{}", rule.id);
        assert!(
            rule.scope != Scope::Subject || headings.contains(&"What it marks"),
            "{}",
            rule.id
        );
        assert!(
            rule.page.starts_with("## ") && rule.page.ends_with('\n'),
            "{}",
            rule.id
        );
        for section in rule.page.split("## ").skip(1) {
            let (heading, text) = section.split_once('\n').unwrap();
            assert!(
                text.trim().ends_with('.'),
                "{}: {heading} is no text",
                rule.id
            );
        }
    }
}

#[test]
fn sources_are_told_in_words() {
    for rule in rules::catalogue() {
        assert!(!rule.source.is_empty(), "{}", rule.id);
        let code = |word: &str| {
            let digits = word.trim_start_matches(|letter: char| letter.is_ascii_uppercase());
            word == "INF"
                || (digits.len() < word.len()
                    && !digits.is_empty()
                    && digits.bytes().all(|byte| byte.is_ascii_digit()))
        };
        let words = rule
            .source
            .split(|character: char| !character.is_alphanumeric());
        let codes: Vec<&str> = words.filter(|word| code(word)).collect();
        assert!(
            codes.is_empty(),
            "{}: {codes:?} means nothing to a reader",
            rule.id
        );
    }
}

#[test]
fn parameters_are_documented_and_within_their_bounds() {
    let mut seen: BTreeMap<(&str, &str), (ParamValue, &str)> = BTreeMap::new();
    for rule in RULES {
        for param in rule.meta.params {
            let name = format!("{}.{}", param.table, param.key);
            if let ParamValue::Number(number, least, most) = param.value {
                assert!(least <= number && number <= most && least < most, "{name}");
            }
            assert!(
                param.doc.ends_with('.') && param.doc.len() > 20,
                "{name}: {}",
                param.doc
            );
            assert!(
                param
                    .key
                    .bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte == b'_'),
                "{name}"
            );
            let same = seen
                .entry((param.table, param.key))
                .or_insert((param.value, param.doc));
            assert_eq!(
                *same,
                (param.value, param.doc),
                "{name} differs between rules"
            );
            let foreign = RULES
                .iter()
                .any(|other| other.meta.id == param.table && other.meta.id != rule.meta.id);
            assert!(
                !foreign,
                "{} uses the table of another rule: {name}",
                rule.meta.id
            );
        }
    }
    assert!(!seen.is_empty());
}

#[test]
fn packs_exist_and_their_rules_belong_to_a_policy() {
    for rule in rules::catalogue() {
        for pack in rule.packs() {
            assert!(
                reference::pack(pack).is_some(),
                "{}: there is no pack {pack}",
                rule.id
            );
            assert!(
                matches!(
                    rule.group,
                    Group::Integrity
                        | Group::Security
                        | Group::Humanitarian
                        | Group::Development
                        | Group::Coverage
                        | Group::Subnational
                        | Group::Terminology
                        | Group::Organization
                        | Group::Timeliness
                        | Group::Protection
                ),
                "{}",
                rule.id
            );
        }
    }
}

#[test]
fn precedence_names_rules() {
    let mut seen = BTreeSet::new();
    for chain in rules::CHAINS {
        assert!(chain.len() > 1, "{chain:?}");
        for id in *chain {
            assert!(
                RULES.iter().any(|rule| rule.meta.id == *id),
                "there is no rule {id}"
            );
            assert!(seen.insert(*id), "{id} is in two chains");
        }
    }
}

/// Files with other messages than those of findings.
const INTERFACE: [&str; 6] = ["atlas", "audit", "cli", "interface", "reports", "review"];

/// A message file by its lines: ids with their attributes.
fn written() -> BTreeMap<&'static str, Vec<(String, BTreeSet<String>)>> {
    let files = Language::English.files().iter().map(|(file, text)| {
        let mut messages: Vec<(String, BTreeSet<String>)> = Vec::new();
        for line in text.lines() {
            let name = |text: &str| text.split(" =").next().unwrap_or("").trim().to_owned();
            if line.starts_with(|first: char| first.is_ascii_lowercase()) {
                messages.push((name(line), BTreeSet::new()));
            } else if let (Some(attribute), Some(last)) =
                (line.strip_prefix("    ."), messages.last_mut())
            {
                assert!(
                    last.1.insert(name(attribute)),
                    "{file}: {} has .{} twice",
                    last.0,
                    name(attribute)
                );
            }
        }
        (*file, messages)
    });
    files.collect()
}

#[test]
fn message_files_are_whole_and_have_no_duplicates() {
    let mut seen = BTreeSet::new();
    for (file, text) in Language::English.files() {
        if let Err((_, errors)) = FluentResource::try_new((*text).to_owned()) {
            panic!("{file}.ftl: {errors:?}");
        }
        for (id, _) in &written()[file] {
            assert!(seen.insert(id.clone()), "{id} is there twice");
        }
    }
}

#[test]
fn every_entry_has_a_message_and_every_message_an_entry() {
    let catalogue = rules::catalogue();
    let mut found: BTreeSet<&str> = BTreeSet::new();
    let files = written();
    for (file, messages) in &files {
        for (id, attributes) in messages.iter().filter(|_| !INTERFACE.contains(file)) {
            let rule = catalogue.iter().find(|rule| rule.id == id);
            let rule =
                rule.unwrap_or_else(|| panic!("{file}.ftl: {id} is no entry of the catalogue"));
            let home = match rule.group {
                Group::Schema if rule.scope == Scope::Schema => "schemas",
                Group::Syntax | Group::Schema | Group::Config => "builtin",
                group => group.code(),
            };
            assert_eq!(*file, home, "{id} is in the wrong file");
            for wanted in ["primary", "help"] {
                assert!(attributes.contains(wanted), "{id} has no .{wanted}");
            }
            found.insert(rule.id);
        }
    }
    let missing: Vec<&str> = catalogue
        .iter()
        .map(|rule| rule.id)
        .filter(|id| !found.contains(id))
        .collect();
    assert!(missing.is_empty(), "no message for {missing:?}");
}

/// All code of the tool that makes findings or sentences.
fn code() -> String {
    let mut code = String::new();
    let mut folders = vec![project("src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                code.push_str(&std::fs::read_to_string(path).unwrap());
            }
        }
    }
    code
}

#[test]
fn no_message_is_unused() {
    let code = code();
    let used = |name: &str| code.contains(&format!("\"{name}\""));
    // Sentences whose id is put together: `severity-{…}` and the like.
    let made = |id: &str| {
        id.match_indices('-')
            .any(|(at, _)| code.contains(&format!("\"{}{{", &id[..=at])))
    };
    let files = written();
    let texts = Language::English.files();
    // Parts of other sentences.
    let part = |id: &str| {
        let reference = format!("{{ {id} }}");
        texts.iter().any(|(_, text)| text.contains(&reference))
    };
    for file in INTERFACE {
        for (id, attributes) in &files[file] {
            assert!(
                used(id) || made(id) || part(id),
                "{file}.ftl: nothing uses {id}"
            );
            assert!(attributes.is_empty(), "{file}.ftl: {id} has attributes");
        }
    }
    for (file, messages) in files {
        for (id, attributes) in messages {
            for attribute in attributes
                .iter()
                .filter(|name| !["primary", "help"].contains(&name.as_str()))
            {
                assert!(used(attribute), "{file}.ftl: nothing uses {id}.{attribute}");
            }
        }
    }
}

/// Families of sentences whose id is put together have one for every code.
#[test]
fn families_of_sentences_are_whole() {
    let messages = Messages::new(Language::English);
    let mut ids: Vec<String> = (1..=12).map(|month| format!("month-{month}")).collect();
    for severity in Severity::ALL {
        ids.extend(["severity", "count", "table"].map(|family| format!("{family}-{severity}")));
    }
    let code = code();
    for family in ["obstacle", "fault"] {
        for (id, _) in written()["interface"]
            .iter()
            .filter(|(id, _)| id.starts_with(&format!("{family}-")))
        {
            let reason = &id[family.len() + 1..];
            assert!(
                code.contains(&format!("\"{reason}\"")),
                "{id} is made for nothing"
            );
        }
    }
    for obstacle in [
        Obstacle::Syntax,
        Obstacle::NoRecord,
        Obstacle::Schema,
        Obstacle::InvertedInterval,
        Obstacle::Reference,
        Obstacle::NotGiven,
        Obstacle::MissionNotInRun,
        Obstacle::MissionUnknown,
    ] {
        ids.push(format!("obstacle-{}", obstacle.code()));
    }
    ids.extend(Strength::ALL.map(|strength| format!("strength-{}", strength.code())));
    ids.extend(
        [
            "cannot-read",
            "changed-while-read",
            "interrupted",
            "rule-failed",
            "tool-schema",
        ]
        .map(|kind| format!("fault-{kind}")),
    );
    for id in ids {
        assert_ne!(messages.say(&id, &[]), id, "there is no {id}");
    }
}

fn with_causes<'f>(found: &'f Found, all: &mut Vec<&'f Found>) {
    all.push(found);
    found
        .because
        .iter()
        .for_each(|nested| with_causes(nested, all));
}

#[test]
fn messages_of_all_findings_can_be_formatted() {
    let messages = Messages::new(Language::English);
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let mut problems: BTreeSet<String> = BTreeSet::new();
    for case in cases::all() {
        let mut all = Vec::new();
        case.report
            .findings
            .iter()
            .for_each(|found| with_causes(found, &mut all));
        for found in all {
            seen.insert(found.rule.id);
            let labels = found.related.iter().map(|(label, _)| Some(*label));
            for part in [None, Some("primary"), Some("help")]
                .into_iter()
                .chain(labels)
            {
                for problem in messages.problems(found, part) {
                    problems.insert(format!(
                        "{}: {} {part:?}: {problem}",
                        case.name, found.rule.id
                    ));
                }
                let text = match part {
                    None => Some(messages.headline(found)),
                    Some(name) => messages.attribute(found, name),
                };
                for oddity in ["{$", "{ $", "  ", "\n", "()", " ,", " ;"] {
                    if text.as_ref().is_some_and(|text| text.contains(oddity)) {
                        problems.insert(format!(
                            "{}: {} {part:?}: {oddity:?} in {text:?}",
                            case.name, found.rule.id
                        ));
                    }
                }
            }
        }
    }
    assert!(problems.is_empty(), "{problems:#?}");
    let unseen: Vec<&Meta> = rules::catalogue()
        .into_iter()
        .filter(|rule| !seen.contains(rule.id))
        .collect();
    // Mistakes in the configuration are no findings of a run; their tests are in `config`, those of schemas
    // that users bring in `any_schema`. Our schemas do not use the keywords of some entries; those are tested with other schemas, in `branches`.
    let of_other_schemas = [
        "no-form-fits",
        "not-a-multiple",
        "not-allowed-here",
        "schema-mismatch",
        "several-forms-fit",
    ];
    let elsewhere = |rule: &&Meta| {
        matches!(rule.scope, Scope::Config | Scope::Schema) || of_other_schemas.contains(&rule.id)
    };
    let unseen: Vec<&str> = unseen
        .into_iter()
        .filter(|rule| !elsewhere(rule))
        .map(|rule| rule.id)
        .collect();
    assert!(unseen.is_empty(), "no fixture finds {unseen:?}");
}

#[test]
fn counts_add_up() {
    for case in cases::all() {
        for count in &case.report.rules {
            let tally = count.tally;
            assert_eq!(
                tally.applicable,
                tally.run + tally.blocked,
                "{}: {}",
                case.name,
                count.rule.id
            );
            let found = case
                .report
                .counting()
                .filter(|found| found.rule.id == count.rule.id)
                .count();
            assert_eq!(
                count.findings, found as u64,
                "{}: {}",
                case.name, count.rule.id
            );
        }
        let ids: Vec<&str> = case
            .report
            .rules
            .iter()
            .map(|count| count.rule.id)
            .collect();
        assert!(ids.is_sorted(), "{}", case.name);
        assert!(
            case.report.faults.is_empty(),
            "{}: {:?}",
            case.name,
            case.report.faults
        );
    }
}

#[test]
fn builtin_entries_are_about_documents_records_or_settings() {
    for entry in builtin::ALL {
        assert_ne!(entry.scope, Scope::Subject, "{}", entry.id);
        assert_eq!(
            entry.group == Group::Config,
            entry.scope == Scope::Config,
            "{}",
            entry.id
        );
        assert!(
            entry.pack.is_none() && entry.params.is_empty(),
            "{}",
            entry.id
        );
    }
    assert!(RULES.iter().all(|rule| rule.meta.scope == Scope::Subject));
    assert!(schema::SCHEMAS.len() > 10);
}

/// What `missionlint rules` writes in a form.
fn exported(arguments: &[&str]) -> String {
    let run = Folder::new().run(&[&["rules"], arguments].concat());
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    run.out
}

#[test]
fn the_catalogue_is_the_one_that_is_kept() {
    let path = project("src/rules/README.md");
    let found = exported(&["--format", "markdown"]);
    if blessing() {
        std::fs::write(&path, &found).unwrap();
    }
    let stored = std::fs::read_to_string(&path).unwrap_or_default();
    if let Some((line, (stored, new))) = first_difference(&stored, &found) {
        panic!(
            "src/rules/README.md, line {line} (BLESS=1 stores what is found):\n- {stored}\n+ {new}"
        );
    }
    let headings: Vec<&str> = found
        .lines()
        .filter_map(|line| line.strip_prefix('#'))
        .map(|line| line.trim_start_matches('#').trim())
        .collect();
    for rule in rules::catalogue() {
        let times = headings
            .iter()
            .filter(|heading| **heading == rule.id)
            .count();
        assert_eq!(times, 1, "{}", rule.id);
        // Its page, but for the level of its headings.
        let lines = rule.page.lines().filter(|line| !line.starts_with('#'));
        lines.for_each(|line| assert!(found.contains(line), "{}: {line}", rule.id));
    }
    for target in found
        .split("](#")
        .skip(1)
        .map(|rest| rest.split(')').next().unwrap())
    {
        assert!(headings.contains(&target), "#{target} leads nowhere");
    }
    for statement in reference::statements() {
        let row = format!(
            "\n| {} | {} | ",
            statement.number,
            statement.strength.code()
        );
        assert_eq!(found.matches(&row).count(), 1, "{row}");
    }
}

/// An example as data.
fn example(of: Example) -> Value {
    let of_text = |kind: &str, [as_of, given, schema]: [Option<&str>; 3], texts: [&str; 2]| {
        let [valid, invalid] = texts.map(|text| text.trim_matches('\n'));
        json!({
            "kind": kind, "as_of": as_of, "given": given.map(|text| text.trim_matches('\n')),
            "schema": schema.map(|text| text.trim_matches('\n')), "valid": valid, "invalid": invalid,
        })
    };
    let none = [None; 3];
    match of {
        Example::Records {
            as_of,
            given,
            valid,
            invalid,
        } => {
            let given = (!given.trim().is_empty()).then_some(given);
            of_text("records", [Some(as_of), given, None], [valid, invalid])
        }
        Example::Documents { valid, invalid } => of_text("records", none, [valid, invalid]),
        Example::Values {
            schema,
            valid,
            invalid,
        } => of_text("values", [None, None, Some(schema)], [valid, invalid]),
        Example::Schemas { valid, invalid } => of_text("schemas", none, [valid, invalid]),
        Example::Settings { valid, invalid } => of_text("settings", none, [valid, invalid]),
        Example::Exceptions {
            as_of,
            given,
            valid,
            invalid,
        } => of_text(
            "settings",
            [Some(as_of), Some(given), None],
            [valid, invalid],
        ),
        Example::None => Value::Null,
    }
}

#[test]
fn the_catalogue_as_data_is_whole() {
    let text = exported(&["--format", "json"]);
    assert!(formats::violations("catalogue", &text).is_empty());
    let data: Value = serde_json::from_str(&text).unwrap();
    let optional = |at: &str| {
        at.matches('/').count() == 1 || at.ends_with("/least") || at.ends_with("/greatest")
    };
    let missing = formats::undescribed("catalogue", &data, optional);
    assert!(missing.is_empty(), "{missing:#?}");
    let listed = data["rules"].as_array().unwrap();
    assert_eq!(listed.len(), rules::catalogue().len());
    for rule in rules::catalogue() {
        let entry = listed.iter().find(|entry| entry["id"] == rule.id).unwrap();
        let params: Vec<Value> = rule
            .params
            .iter()
            .map(|param| match param.value {
                ParamValue::Number(number, least, greatest) => json!({
                    "table": param.table, "key": param.key, "doc": param.doc,
                    "default": number, "least": least, "greatest": greatest,
                }),
                ParamValue::Flag(flag) => json!({
                    "table": param.table, "key": param.key, "doc": param.doc, "default": flag,
                }),
            })
            .collect();
        assert_eq!(
            *entry,
            json!({
                "id": rule.id, "group": rule.group.code(), "severity": rule.severity.code(),
                "scope": rule.scope.code(), "summary": rule.summary, "source": rule.source,
                "statements": rule.statements, "strength": rule.strength.code(), "pack": rule.pack,
                "also_packs": rule.also_packs, "parameters": params, "page": rule.page,
                "example": example(rule.example),
            })
        );
    }
    assert_eq!(
        data["packs"].as_array().unwrap().len(),
        reference::packs().len()
    );
    assert_eq!(
        data["statements"].as_array().unwrap().len(),
        reference::statements().len()
    );
    assert_eq!(
        data["not_checkable"].as_array().unwrap().len(),
        NOT_CHECKABLE.len()
    );
    for arguments in [
        &["policy"][..],
        &["policy", "--statements"],
        &["policy", "em-contexts"],
    ] {
        let run = Folder::new().run(&[arguments, &["--format", "json"]].concat());
        let found = formats::violations("catalogue", &run.out);
        assert!(found.is_empty(), "{arguments:?}: {found:#?}");
    }
}

#[test]
fn families_are_listed_in_the_order_of_the_catalogue() {
    assert!(Group::ALL.is_sorted());
    let text = exported(&[]);
    let listed: Vec<&str> = text
        .lines()
        .filter(|line| !line.contains(' ') && !line.is_empty())
        .collect();
    assert_eq!(listed, Group::ALL.map(Group::code));
}

#[test]
fn rules_and_families_can_be_picked() {
    let ids = |arguments: &[&str]| {
        let data: Value =
            serde_json::from_str(&exported(&[arguments, &["--format", "json"]].concat())).unwrap();
        let rules = data["rules"].as_array().unwrap();
        let ids: BTreeSet<String> = rules
            .iter()
            .map(|rule| rule["id"].as_str().unwrap().to_owned())
            .collect();
        (ids, data)
    };
    let security: BTreeSet<String> = RULES
        .iter()
        .filter(|rule| rule.meta.group == Group::Security)
        .map(|rule| rule.meta.id.to_owned())
        .collect();
    assert_eq!(ids(&["security"]).0, security);
    assert_eq!(ids(&["security", "smt-com-absent"]).0, security);
    let (found, data) = ids(&["smt-com-absent", "syntax-error"]);
    assert_eq!(
        found.iter().collect::<Vec<_>>(),
        ["smt-com-absent", "syntax-error"]
    );
    // With what these rest on, and nothing else.
    assert_eq!(data["packs"][0]["id"], "em-precrisis");
    assert_eq!(data["packs"].as_array().unwrap().len(), 1);
    assert_eq!(data["statements"][0]["number"], "N38");
    assert_eq!(data["statements"].as_array().unwrap().len(), 1);
    let run = Folder::new().run(&["rules", "securty"]);
    assert_eq!((run.code, run.out.as_str()), (Some(2), ""));
    assert!(run.err.contains("did you mean security?"), "{}", run.err);
}

#[test]
fn explain_prints_several_pages_with_their_statements() {
    let folder = Folder::new();
    let pages =
        ["smt-com-absent", "cluster-staff-mismatch"].map(|id| folder.run(&["explain", id]).out);
    let both = folder.run(&["explain", "smt-com-absent", "cluster-staff-mismatch"]);
    assert_eq!((both.code, both.out), (Some(0), pages.join("\n")));
    for rule in RULES {
        let page = folder.run(&["explain", rule.meta.id]).out;
        let words = page.split_whitespace().collect::<Vec<_>>().join(" ");
        let strength = format!("- Strength: {} ", rule.meta.strength.code());
        assert!(words.contains(&strength), "{page}");
        for number in rule.meta.statements {
            let statement = reference::statement(number).unwrap();
            let said = format!(
                "- Statement {number} ({}): {}",
                statement.strength.code(),
                statement.text
            );
            assert!(words.contains(&said), "{said} is not in:\n{page}");
        }
    }
    let run = folder.run(&["explain", "smt-com-absent", "smt-com-absnt"]);
    assert_eq!((run.code, run.out.as_str()), (Some(2), ""));
    assert!(
        run.err.contains("did you mean smt-com-absent?"),
        "{}",
        run.err
    );
}
