//! Every language says everything that English says, of the same things, in its own words and its own typography.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey,
};
use missionlint::catalogue::{Meta, NOT_CHECKABLE};
use missionlint::message::{Language, Messages, slug};
use missionlint::report::Found;
use missionlint::{reference, rules, schema};
use serde_json::Value;

use crate::cases;
use crate::tool::{Folder, project};

/// Plural categories of each language; English has the first and the last only.
const PLURALS: [&str; 3] = ["one", "many", "other"];

/// Messages that are the same in English and in another language.
const COGNATES: &[(&str, &str)] = &[
    ("es", "certainty-provisional"),
    ("es", "explain-line"),
    ("es", "policy-line"),
    ("es", "review-level-wrong"),
    ("es", "severity-error"),
    ("es", "table-error"),
    ("fr", "atlas-dimension-mission"),
    ("fr", "atlas-metric-missions"),
    ("fr", "atlas-missions-count"),
    ("fr", "audit-column-mission"),
    ("fr", "audit-column-missions"),
    ("fr", "audit-sheet-mission"),
    ("fr", "column-document"),
    ("fr", "explain-line"),
    ("fr", "family-protection"),
    ("fr", "help-options-value"),
    ("fr", "man-description"),
    ("fr", "man-synopsis"),
    ("fr", "page-source"),
    ("fr", "policy-line"),
    ("fr", "review-chief-absent"),
    ("fr", "review-column-document"),
    ("fr", "review-column-mission"),
    ("fr", "review-column-programmes"),
    ("fr", "review-column-verdict"),
    ("fr", "review-missions"),
    ("fr", "review-record-programme"),
    ("fr", "review-stamp-tool"),
    ("fr", "review-status-active"),
    ("fr", "table-mission"),
];

/// Sources that are titles of documents alone, which stay in their language.
const DOCUMENTS: [&str; 7] = [
    "IASC Protocol 1, Humanitarian System-Wide Scale-Up Activation",
    "IOM Strategic Plan 2024-2028",
    "ISO 3166-1 alpha-3; ReliefWeb API",
    "OCHA Mali, Structure de la Coordination",
    "OCHA P-codes, Common Operational Datasets",
    "RFC 1952 (gzip), RFC 8878 (Zstandard), APPNOTE.TXT (ZIP)",
    "RFC 8259",
];

/// One template, taken apart.
#[derive(Debug, Default)]
struct Template {
    /// Its text as written, variables in braces.
    text: String,
    variables: BTreeSet<String>,
    /// Keys by the variable that selects among them.
    keys: BTreeMap<String, BTreeSet<String>>,
}

impl Template {
    fn of(pattern: &Pattern<&str>) -> Self {
        let mut template = Self::default();
        template.pattern(pattern);
        template
    }

    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.text.push_str(value),
                PatternElement::Placeable { expression } => self.expression(expression),
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                let InlineExpression::VariableReference { id } = selector else {
                    panic!("a selector that is no variable");
                };
                self.variables.insert(id.name.to_owned());
                for variant in variants {
                    let key = match &variant.key {
                        VariantKey::Identifier { name } => *name,
                        VariantKey::NumberLiteral { value } => *value,
                    };
                    let keys = self.keys.entry(id.name.to_owned()).or_default();
                    keys.insert(key.to_owned());
                    self.text.push('|');
                    self.pattern(&variant.value);
                }
                self.text.push('|');
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
                let _ = write!(self.text, "{{{}}}", id.name);
            }
            InlineExpression::MessageReference { id, .. } => {
                let _ = write!(self.text, "{{{}}}", id.name);
            }
            InlineExpression::StringLiteral { value } => {
                self.text.push_str(&value.replace("\\u00A0", "\u{a0}"));
            }
            other => panic!("not used in our messages: {other:?}"),
        }
    }

    /// Whether what is selected is a number: its plural categories, or numbers.
    fn is_plural(keys: &BTreeSet<String>) -> bool {
        keys.iter().all(|key| {
            PLURALS.contains(&key.as_str()) || key.bytes().all(|byte| byte.is_ascii_digit())
        })
    }

    /// Whether there is anything to translate.
    fn has_words(&self) -> bool {
        let outside = self.text.split('{').flat_map(|part| {
            let behind = part.split_once('}').map_or(part, |(_, behind)| behind);
            behind.chars()
        });
        outside.filter(|letter| letter.is_alphabetic()).count() > 1
    }
}

/// Templates of one file: messages as `id`, attributes as `id.attribute`.
fn templates(text: &str) -> BTreeMap<String, Template> {
    let resource =
        fluent_syntax::parser::parse(text).unwrap_or_else(|(_, errors)| panic!("{errors:?}"));
    let mut found = BTreeMap::new();
    for entry in resource.body {
        if let Entry::Message(message) = entry {
            let id = message.id.name.to_owned();
            for attribute in &message.attributes {
                let name = format!("{id}.{}", attribute.id.name);
                found.insert(name, Template::of(&attribute.value));
            }
            let value = message.value.unwrap_or_else(|| panic!("{id} has no value"));
            assert!(
                found.insert(id.clone(), Template::of(&value)).is_none(),
                "{id} is there twice"
            );
        }
    }
    found
}

fn others() -> impl Iterator<Item = Language> {
    Language::ALL
        .into_iter()
        .filter(|language| *language != Language::English)
}

fn names(templates: &BTreeMap<String, Template>) -> BTreeSet<&String> {
    templates.keys().collect()
}

#[test]
fn every_language_has_every_message_with_the_same_values() {
    let mut problems = String::new();
    for language in others() {
        for (file, english) in Language::English.files() {
            let files = language.files();
            let (_, own) = files.iter().find(|(name, _)| name == file).unwrap();
            let (english, own) = (templates(english), templates(own));
            let path = format!("{}/{file}.ftl", language.code());
            for id in names(&english).symmetric_difference(&names(&own)) {
                let _ = writeln!(problems, "{path}: {id} is missing here or in English");
            }
            for (id, english) in &english {
                let Some(own) = own.get(id) else { continue };
                if english.variables != own.variables {
                    let differing: Vec<_> = english
                        .variables
                        .symmetric_difference(&own.variables)
                        .collect();
                    let _ = writeln!(
                        problems,
                        "{path}: {id}: only here or in English: {differing:?}"
                    );
                }
                for (variable, keys) in &english.keys {
                    if Template::is_plural(keys) {
                        continue;
                    }
                    let own = own.keys.get(variable).cloned().unwrap_or_default();
                    let missing: Vec<_> = keys.difference(&own).collect();
                    if !missing.is_empty() {
                        let _ = writeln!(problems, "{path}: {id}: ${variable} lacks {missing:?}");
                    }
                }
                if english.has_words()
                    && english.text == own.text
                    && !COGNATES.contains(&(language.code(), id.as_str()))
                {
                    let _ = writeln!(problems, "{path}: {id} is English: {}", own.text);
                }
            }
        }
    }
    assert!(problems.is_empty(), "{problems}");
}

/// A selection among plural categories has none that the language does not have, and every selection a last resort.
#[test]
fn plural_categories_are_those_of_the_language() {
    for language in Language::ALL {
        for (file, text) in language.files() {
            for (id, template) in templates(text) {
                for (variable, keys) in &template.keys {
                    let categories = ["zero", "two", "few"];
                    let foreign = keys.iter().find(|key| categories.contains(&key.as_str()));
                    assert_eq!(
                        foreign,
                        None,
                        "{}/{file}.ftl: {id}: {variable}",
                        language.code()
                    );
                }
            }
        }
    }
}

/// What a language has besides the messages of English: texts that English has in the code or in the schemas.
#[test]
fn titles_and_sources_are_whole() {
    let mut wanted = BTreeSet::new();
    for title in titles() {
        wanted.insert(format!("title-{}", slug(&title)));
    }
    for rule in rules::catalogue() {
        if !DOCUMENTS.contains(&rule.source) {
            wanted.insert(format!("source-{}", slug(rule.source)));
        }
    }
    for language in others() {
        let files = language.files();
        let (_, text) = files.iter().find(|(name, _)| *name == "titles").unwrap();
        let there: BTreeSet<String> = templates(text).into_keys().collect();
        let missing: Vec<_> = wanted.difference(&there).collect();
        let unused: Vec<_> = there.difference(&wanted).collect();
        assert!(
            missing.is_empty() && unused.is_empty(),
            "{}/titles.ftl lacks {missing:#?}, and has {unused:#?} for nothing",
            language.code()
        );
    }
}

#[test]
fn statements_and_packs_are_whole() {
    let mut wanted = BTreeSet::new();
    for statement in reference::statements() {
        let number = statement.number.to_lowercase();
        wanted.insert(format!("statement-{number}"));
        let unchecked = statement.not_checked.as_ref();
        wanted.extend(unchecked.map(|_| format!("statement-unchecked-{number}")));
        let note = statement.note.as_ref();
        wanted.extend(note.map(|_| format!("statement-note-{number}")));
    }
    let packs = reference::packs().iter().filter(|pack| pack.note.is_some());
    wanted.extend(packs.map(|pack| format!("pack-note-{}", pack.id)));
    let entries = NOT_CHECKABLE.iter();
    wanted.extend(entries.map(|entry| format!("not-checkable-{}", entry.id)));
    for language in others() {
        let files = language.files();
        let (_, text) = files
            .iter()
            .find(|(name, _)| *name == "statements")
            .unwrap();
        let there: BTreeSet<String> = templates(text).into_keys().collect();
        assert_eq!(wanted, there, "{}/statements.ftl", language.code());
    }
}

/// What the views of the catalogue say in a language.
fn views(language: &str) -> String {
    let folder = Folder::new();
    let asked: [&[&str]; 6] = [
        &["rules"],
        &["rules", "--format", "markdown"],
        &["policy"],
        &["policy", "em-precrisis"],
        &["policy", "--statements"],
        &["schema"],
    ];
    let told = asked.map(|arguments| {
        let run = folder.run(&[&["--lang", language], arguments].concat());
        assert_eq!(run.code, Some(0), "{run:?}");
        run.out
    });
    told.concat()
}

#[test]
fn nothing_english_is_left_in_views_of_the_catalogue() {
    for language in ["fr", "es"] {
        let told = views(language);
        let outside = told.split("```").step_by(2).flat_map(str::lines);
        for line in outside {
            // Titles of documents, and examples with the values of records.
            let is_foreign = [
                "IOM",
                "Guidance",
                "Manual",
                "{",
                "Standard Terms",
                "Humanitarian",
                "Framework",
                "(MC/",
            ]
            .iter()
            .any(|part| line.contains(part));
            let bare = without_code(line);
            let mut words = bare.split(|letter: char| !letter.is_alphabetic() && letter != '-');
            let english = words.find(|word| ENGLISH.contains(word));
            assert!(
                is_foreign || english.is_none(),
                "{language}: {english:?} in {line}"
            );
        }
    }
}

/// Titles of all schemas that records are judged by.
fn titles() -> BTreeSet<String> {
    fn collect(value: &Value, titles: &mut BTreeSet<String>) {
        match value {
            Value::Object(members) => {
                if let Some(title) = members.get("title").and_then(Value::as_str) {
                    titles.insert(title.to_owned());
                }
                let data = ["const", "enum", "examples"];
                let inner = members
                    .iter()
                    .filter(|(key, _)| !data.contains(&key.as_str()));
                inner.for_each(|(_, value)| collect(value, titles));
            }
            Value::Array(items) => items.iter().for_each(|item| collect(item, titles)),
            _ => {}
        }
    }
    let mut titles = BTreeSet::new();
    for (_, text) in schema::SCHEMAS {
        collect(&serde_json::from_str(text).unwrap(), &mut titles);
    }
    assert!(titles.len() > 100);
    // Those of what the tool writes and reads besides records stand in lists only.
    for entry in std::fs::read_dir(project("schemas")).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            let text = std::fs::read_to_string(path).unwrap();
            let schema: Value = serde_json::from_str(&text).unwrap();
            titles.insert(schema["title"].as_str().unwrap().to_owned());
        }
    }
    titles
}

#[test]
fn parameters_are_described_in_every_language() {
    let params = rules::catalogue().into_iter().flat_map(|rule| rule.params);
    let wanted: BTreeSet<String> = params
        .map(|param| format!("parameter-{}-{}", param.table, param.key))
        .collect();
    for language in others() {
        let files = language.files();
        let (_, text) = files
            .iter()
            .find(|(name, _)| *name == "parameters")
            .unwrap();
        let there: BTreeSet<String> = templates(text).into_keys().collect();
        assert_eq!(wanted, there, "{}/parameters.ftl", language.code());
    }
}

fn headings(page: &str) -> usize {
    page.lines().filter(|line| line.starts_with("## ")).count()
}

fn code_spans(text: &str) -> BTreeSet<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

/// A rule's summary and page with what the language has instead.
fn pages(language: Language) -> Vec<(&'static Meta, String)> {
    let messages = Messages::new(language);
    let catalogue = rules::catalogue().into_iter();
    catalogue
        .map(|rule| {
            (
                rule,
                format!("{}\n\n{}", messages.summary(rule), messages.page(rule)),
            )
        })
        .collect()
}

#[test]
fn every_rule_has_its_page_in_every_language() {
    let mut problems = String::new();
    for language in others() {
        for (rule, page) in pages(language) {
            let path = format!("{}/pages/{}.md", language.code(), rule.id);
            let english = format!("{}\n\n{}", rule.summary, rule.page);
            if page == english {
                let _ = writeln!(problems, "{path} is missing");
                continue;
            }
            let (summary, text) = page.split_once("\n\n").unwrap();
            if summary.contains('\n') || !summary.ends_with('.') || summary.chars().count() > 120 {
                let _ = writeln!(problems, "{path}: the summary is no short sentence");
            }
            if headings(text) != headings(rule.page)
                || !text.starts_with("## ")
                || !text.ends_with('\n')
            {
                let _ = writeln!(
                    problems,
                    "{path}: the headings are not those of the English page"
                );
            }
            let differing: Vec<_> = code_spans(&page)
                .symmetric_difference(&code_spans(&english))
                .copied()
                .collect();
            if !differing.is_empty() {
                let _ = writeln!(problems, "{path}: only here or in English: {differing:?}");
            }
        }
    }
    assert!(problems.is_empty(), "{problems}");
}

/// Breaks of the typography of French in a text without code.
fn french_faults(text: &str) -> Vec<String> {
    let letters: Vec<char> = text.chars().collect();
    let at = |at: usize| letters.get(at).copied().unwrap_or(' ');
    let mut faults = Vec::new();
    for (place, letter) in letters.iter().copied().enumerate() {
        let before = if place == 0 { '\u{a0}' } else { at(place - 1) };
        let after = at(place + 1);
        let ends = after.is_whitespace() || "|»)".contains(after);
        let wrong = match letter {
            ';' | '?' | '!' | ':' if ends => !"\u{a0}?!|".contains(before),
            '»' => before != '\u{a0}',
            '«' => after != '\u{a0}',
            '\'' => before.is_alphabetic() && after.is_alphabetic(),
            _ => false,
        };
        if wrong {
            let start = place.saturating_sub(20);
            let end = letters.len().min(place + 10);
            faults.push(letters[start..end].iter().collect());
        }
    }
    faults
}

#[test]
fn french_typography_is_checked() {
    assert!(french_faults("ceci\u{a0}: «\u{a0}cela\u{a0}»\u{a0}; l’un\u{a0}? à 09:00").is_empty());
    for wrong in [
        "ceci: cela",
        "ceci : cela",
        "quoi?",
        "a ; b",
        "« a\u{a0}»",
        "«\u{a0}a »",
        "l'un",
    ] {
        assert_eq!(french_faults(wrong).len(), 1, "{wrong}");
    }
}

fn without_code(text: &str) -> String {
    text.split('`').step_by(2).collect::<Vec<_>>().join("x")
}

#[test]
fn french_is_set_as_french() {
    let mut problems = String::new();
    for (file, text) in Language::French.files() {
        for (id, template) in templates(text) {
            // Examples of what is typed, and titles of English documents.
            if id.ends_with("-after") || id.starts_with("source-") {
                continue;
            }
            for fault in french_faults(&without_code(&template.text)) {
                let _ = writeln!(problems, "fr/{file}.ftl: {id}: …{fault}…");
            }
        }
    }
    for (rule, page) in pages(Language::French) {
        for fault in french_faults(&without_code(&page)) {
            let _ = writeln!(problems, "fr/pages/{}.md: …{fault}…", rule.id);
        }
    }
    assert!(problems.is_empty(), "{problems}");
}

#[test]
fn spanish_questions_are_opened() {
    let mut problems = String::new();
    let mut look = |place: &str, text: &str| {
        let count = |mark: char| text.matches(mark).count();
        if count('¿') != count('?') || count('¡') != count('!') {
            let _ = writeln!(problems, "{place}: {text}");
        }
    };
    for (file, text) in Language::Spanish.files() {
        for (id, template) in templates(text) {
            look(&format!("es/{file}.ftl: {id}"), &template.text);
        }
    }
    for (rule, page) in pages(Language::Spanish) {
        look(&format!("es/pages/{}.md", rule.id), &without_code(&page));
    }
    assert!(problems.is_empty(), "{problems}");
}

/// Words that French and Spanish do not have, and values of records in the cases do not.
const ENGLISH: [&str; 11] = [
    "the", "is", "are", "was", "not", "this", "must", "has", "with", "from", "which",
];

/// Findings of all cases, with what they hold, said by the messages of a language.
fn said(found: &Found, messages: &Messages, told: &mut Vec<String>) {
    told.push(messages.headline(found));
    let labels = found.related.iter().map(|(label, _)| *label);
    for part in ["primary", "help"].into_iter().chain(labels) {
        told.extend(messages.attribute(found, part));
    }
    for nested in &found.because {
        said(nested, messages, told);
    }
}

#[test]
fn nothing_english_is_left_in_findings() {
    let mut problems = BTreeSet::new();
    for language in others() {
        let messages = Messages::new(language);
        for case in cases::all() {
            for found in &case.report.findings {
                let mut told = Vec::new();
                said(found, &messages, &mut told);
                for text in told {
                    // Codes and values stand in quotes.
                    let outside: Vec<&str> = text.split('"').step_by(2).collect();
                    let outside = outside.join(" x ");
                    let words = outside.split_whitespace();
                    let mut words = words
                        .map(|word| word.trim_matches(|letter: char| !letter.is_alphanumeric()));
                    if let Some(word) = words.find(|word| ENGLISH.contains(word)) {
                        let code = language.code();
                        problems.insert(format!("{code}: {}: {word:?} in {text}", found.rule.id));
                    }
                }
            }
        }
    }
    assert!(problems.is_empty(), "{problems:#?}");
}

#[test]
fn findings_are_told_without_errors_in_every_language() {
    let mut problems = BTreeSet::new();
    for language in others() {
        let messages = Messages::new(language);
        for case in cases::all() {
            for found in &case.report.findings {
                let labels = found.related.iter().map(|(label, _)| Some(*label));
                for part in [None, Some("primary"), Some("help")]
                    .into_iter()
                    .chain(labels)
                {
                    for problem in messages.problems(found, part) {
                        problems.insert(format!(
                            "{}: {} {part:?}: {problem}",
                            language.code(),
                            found.rule.id
                        ));
                    }
                }
            }
        }
    }
    assert!(problems.is_empty(), "{problems:#?}");
}

#[test]
fn the_catalogue_as_data_is_in_the_language_too() {
    for language in ["fr", "es"] {
        let path = project(&format!("src/message/{language}/pages/smt-com-absent.md"));
        let page = std::fs::read_to_string(path).unwrap();
        let arguments = [
            "--lang",
            language,
            "rules",
            "smt-com-absent",
            "--format",
            "json",
        ];
        let run = Folder::new().run(&arguments);
        let told: Value = serde_json::from_str(&run.out).unwrap();
        assert_eq!(told["lang"], language);
        assert_eq!(told["rules"][0]["summary"], page.lines().next().unwrap());
    }
}

/// Of two messages with one id the later one would be told in place of the other.
#[test]
fn no_message_is_written_twice() {
    for language in Language::ALL {
        let folder = project(&format!("src/message/{}", language.code()));
        let mut seen = BTreeSet::new();
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_none_or(|extension| extension != "ftl") {
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            for line in text.lines() {
                let Some((id, _)) = line.split_once(" =") else {
                    continue;
                };
                if id.starts_with(|first: char| first.is_ascii_lowercase()) && !id.contains(' ') {
                    let is_new = seen.insert(id.to_owned());
                    assert!(is_new, "{}: {id}", path.display());
                }
            }
        }
        assert!(seen.len() > 100);
    }
}
