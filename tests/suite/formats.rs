//! Forms of report: JSON against its schema, text against a stored one, both free of what a terminal would obey.

use missionlint::message::{Language, Messages};
use missionlint::output::{Format, Look, render};
use missionlint::report::Report;
use missionlint::text::visible;
use missionlint_tape::{SchemaSet, Tree, Validator};
use serde_json::Value;

use crate::cases::{self, Case};
use crate::gallery;
use crate::look::PLAIN;
use crate::reports::full_report;
use crate::tool::{Folder, assert_as_stored, project};

fn rendered(report: &Report, format: Format, look: Look) -> String {
    let mut bytes = Vec::new();
    render(
        report,
        &Messages::new(Language::English),
        format,
        look,
        &mut bytes,
    )
    .unwrap();
    String::from_utf8(bytes).unwrap()
}

/// The text of a schema of what the tool writes, and the schema.
pub(crate) fn output_schema(name: &str) -> (String, Value) {
    let path = project(&format!("schemas/{name}.schema.json"));
    let text = std::fs::read_to_string(path).unwrap();
    let parsed = serde_json::from_str(&text).unwrap();
    (text, parsed)
}

fn validator(name: &str) -> Validator {
    let (text, schema) = output_schema(name);
    let uri = schema["$id"].as_str().unwrap();
    SchemaSet::parse([(uri, text.as_str())])
        .unwrap()
        .compile(uri)
        .unwrap()
}

/// What of an output of the tool does not satisfy its schema.
pub(crate) fn violations(name: &str, json: &str) -> Vec<String> {
    problems(&validator(name), json)
}

pub(crate) fn problems(validator: &Validator, json: &str) -> Vec<String> {
    let mut tree = Tree::new(json.to_owned());
    tree.parse_document().unwrap();
    let node = tree.roots().next().unwrap();
    let violations = validator.violations(node);
    violations
        .iter()
        .map(|violation| {
            format!(
                "{}: {violation:?}",
                tree.node(violation.node).pointer_from(node)
            )
        })
        .collect()
}

#[test]
fn json_reports_satisfy_their_schema() {
    let validator = validator("report");
    for Case { name, report } in cases::all() {
        let found = problems(&validator, &rendered(report, Format::Json, PLAIN));
        assert!(found.is_empty(), "{name}: {found:#?}");
    }
    let found = problems(&validator, &rendered(&full_report(), Format::Json, PLAIN));
    assert!(found.is_empty(), "{found:#?}");
}

/// Every member of a report is described and, but for one, required.
#[test]
fn the_schema_of_reports_describes_and_requires_what_is_there() {
    let report: Value =
        serde_json::from_str(&rendered(&full_report(), Format::Json, PLAIN)).unwrap();
    // Only there when there is something.
    let optional = |at: &str| at.ends_with("/because") && at != "/findings/*/because";
    let missing = undescribed("report", &report, optional);
    assert!(missing.is_empty(), "{missing:#?}");
    for part in ["findings", "not_checked", "faults", "rules"] {
        assert!(
            !report[part].as_array().unwrap().is_empty(),
            "the full report has no {part}"
        );
    }
    let findings = report["findings"].as_array().unwrap();
    for part in ["fix", "policy", "mission"] {
        assert!(
            findings.iter().any(|finding| !finding[part].is_null()),
            "no finding has a {part}"
        );
    }
    for part in ["because", "related", "evidence"] {
        assert!(
            findings
                .iter()
                .any(|finding| finding[part] != Value::Array(Vec::new())),
            "no finding has {part}"
        );
    }
}

fn resolved<'s>(root: &'s Value, schema: &'s Value) -> Vec<&'s Value> {
    let here = schema.get("$ref").and_then(Value::as_str).map(|reference| {
        root.pointer(reference.strip_prefix('#').unwrap())
            .unwrap_or_else(|| panic!("{reference}"))
    });
    let branches = schema
        .get("anyOf")
        .and_then(Value::as_array)
        .into_iter()
        .flatten();
    let mut all = vec![schema];
    all.extend(
        here.into_iter()
            .chain(branches)
            .flat_map(|part| resolved(root, part)),
    );
    all
}

/// Members of an output that its schema does not describe, or not require though they are not optional.
pub(crate) fn undescribed(
    name: &str,
    output: &Value,
    optional: impl Fn(&str) -> bool,
) -> Vec<String> {
    let (_, schema) = output_schema(name);
    let mut missing = Vec::new();
    compare(&schema, &schema, output, "", &optional, &mut missing);
    missing
}

fn compare(
    root: &Value,
    schema: &Value,
    value: &Value,
    at: &str,
    optional: &dyn Fn(&str) -> bool,
    missing: &mut Vec<String>,
) {
    let parts = resolved(root, schema);
    match value {
        Value::Object(members) => {
            for (key, member) in members {
                let described = parts
                    .iter()
                    .find_map(|part| part.get("properties")?.get(key));
                let required = |part: &&Value| {
                    part.get("required")
                        .is_some_and(|list| list.as_array().unwrap().contains(&key.as_str().into()))
                };
                let here = format!("{at}/{key}");
                if !parts.iter().any(required) && !optional(&here) {
                    missing.push(format!("{at}/{key} is not required"));
                }
                match described {
                    Some(described) => compare(root, described, member, &here, optional, missing),
                    None => missing.push(format!("{at}/{key} is not described")),
                }
            }
        }
        Value::Array(items) => {
            let described = parts.iter().find_map(|part| part.get("items"));
            for item in items {
                match described {
                    Some(described) => {
                        compare(root, described, item, &format!("{at}/*"), optional, missing);
                    }
                    None => missing.push(format!("{at}: its items are not described")),
                }
            }
        }
        _ => {}
    }
}

#[test]
fn the_schemas_of_outputs_teach() {
    for name in ["audit", "report", "catalogue"] {
        let (text, schema) = output_schema(name);
        let uri = schema["$id"].as_str().unwrap();
        let set = SchemaSet::parse([(uri, text.as_str())]).unwrap();
        crate::schemas::assert_teaches(&set, uri, &schema);
    }
}

#[test]
fn the_text_report_looks_like_the_stored_one() {
    assert_as_stored(
        "gallery.txt",
        &rendered(&full_report(), Format::Text, PLAIN),
    );
}

#[test]
fn narrow_and_wide_reports_stay_within_their_width() {
    for width in [60, 80, 140, 200] {
        let text = rendered(&full_report(), Format::Text, Look { width, ..PLAIN });
        // Excerpts, and what hangs below them; headings and lists are left to the terminal.
        let excerpts = text
            .lines()
            .filter(|line| line.contains(" │ ") || line.contains(" · "));
        for line in excerpts.filter(|line| line.starts_with(' ')) {
            let columns = unicode_width::UnicodeWidthStr::width(line);
            assert!(columns <= width, "{columns} columns of {width}: {line}");
        }
    }
}

#[test]
fn findings_beyond_the_listed_ones_are_counted() {
    let text = rendered(&full_report(), Format::Text, PLAIN);
    assert!(text.contains("more like this:"), "{text}");
    assert!(text.contains("(--format json has all)"), "{text}");
}

/// Control characters other than line ends, and what hides or reorders text.
pub(crate) fn deceptive(text: &str) -> String {
    text.chars()
        .filter(|character| *character != '\n' && visible(*character) != *character)
        .collect()
}

#[test]
fn no_report_holds_what_a_terminal_would_obey() {
    for reveal in [false, true] {
        let request = missionlint::engine::Request {
            reveal,
            ..cases::request()
        };
        let report = cases::check(gallery::documents(), &request);
        for format in Format::ALL {
            let text = rendered(&report, format, PLAIN);
            let text = without_csv(&text, format);
            assert_eq!(
                deceptive(&text),
                "",
                "{} with reveal {reveal}",
                format.code()
            );
            let painted = rendered(
                &report,
                format,
                Look {
                    color: true,
                    ..PLAIN
                },
            );
            let painted = without_csv(&painted, format);
            assert_eq!(
                deceptive(&without_colors(&painted)),
                "",
                "{} in colour",
                format.code()
            );
        }
        let json: Value = serde_json::from_str(&rendered(&report, Format::Json, PLAIN)).unwrap();
        let paths: Vec<&str> = json["findings"]
            .as_array()
            .unwrap()
            .iter()
            .map(|finding| finding["location"]["path"].as_str().unwrap())
            .collect();
        assert!(
            paths.contains(&format!("xyz/{}.json", gallery::HOSTILE).as_str()),
            "JSON keeps the path as it is"
        );
    }
}

/// The text without the mark that Excel wants and with line ends of its own for those of RFC 4180.
pub(crate) fn without_csv(text: &str, format: Format) -> String {
    if format == Format::Csv {
        text.trim_start_matches('\u{feff}').replace("\r\n", "\n")
    } else {
        text.to_owned()
    }
}

/// The text without the colours that the tool itself sets.
fn without_colors(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("\u{1b}[") {
        plain.push_str(&rest[..at]);
        let code = &rest[at + 2..];
        let end = code
            .find(|character: char| !character.is_ascii_digit() && character != ';')
            .unwrap();
        assert_eq!(
            &code[end..=end],
            "m",
            "an escape sequence that is no colour"
        );
        rest = &code[end + 1..];
    }
    plain + rest
}

#[cfg(unix)]
#[test]
fn names_of_files_cannot_reach_the_terminal() {
    let name = format!("{}.json", gallery::HOSTILE.replace('/', "-"));
    let folder = Folder::new()
        .with(&name, r#"{"kind":"contact","id":"C-1"}"#)
        .with("a/missionlint.toml", "x = 1");
    let glob = format!("{}*.txt", gallery::HOSTILE.replace('/', "-"));
    let below = format!("{name}/below.json");
    let json_below = format!("json={below}");
    let runs: &[&[&str]] = &[
        &["check", "."],
        &["check", &name],
        &["check", "--color", "always", &name],
        &["check", &glob],
        &["check", &below],
        &["check", &name, "-o", &below],
        &["check", &name, "-o", &json_below],
        &["check", "--config", &name, &name],
        &["check", "--config", "a/missionlint.toml", &name],
        &["check", "--select", &name],
        &["check", "--format", &name],
        &["check", "--as-of", &name],
        &[&name],
        &["explain", &name],
        &["schema", &name],
    ];
    for arguments in runs {
        let run = folder.run(arguments);
        assert_ne!(run.code, Some(0), "{arguments:?}");
        for text in [&run.out, &run.err] {
            assert_eq!(
                deceptive(&without_colors(text)),
                "",
                "{arguments:?}\n{text}"
            );
        }
    }
}

#[test]
fn the_same_report_is_the_same_bytes() {
    let (one, other) = (full_report(), full_report());
    for format in Format::ALL {
        assert_eq!(
            rendered(&one, format, PLAIN),
            rendered(&other, format, PLAIN)
        );
    }
}
