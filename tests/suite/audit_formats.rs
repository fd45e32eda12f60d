//! Audits as workbooks, CSV and Parquet: read back by something else than what wrote them.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use missionlint::audit::{Audit, Dimension};
use missionlint::engine::{self, Describe, Input, Request};
use missionlint::message::{Language, Messages};
use missionlint::output::{AuditFormat, render_audit};
use missionlint::report::{Audience, Report};
use quick_xml::events::Event as Xml;

use crate::canaries::SECRET_DAYS;
use crate::cases;
use crate::masking::{leaks, restricted};
use crate::reports::{inputs_of_all_sorts, tricky_inputs};

/// A row of a sheet: text of each cell, by the letters of its column.
type Row = BTreeMap<String, String>;

const READERS: [(Audience, bool); 3] = [
    (Audience::Internal, false),
    (Audience::Internal, true),
    (Audience::Public, false),
];

fn audited(inputs: Vec<Input>, request: Request) -> (Report, Audit) {
    let request = Request {
        describe: Describe::Counts,
        ..request
    };
    let report = engine::check(inputs, &request);
    let audit = Audit::of(&report, request.reveal);
    (report, audit)
}

/// Records of every sort for every reader: the gallery with a file that is not there, and names that have to be escaped.
fn all() -> Vec<(Report, Audit)> {
    let inputs = [inputs_of_all_sorts as fn() -> Vec<Input>, tricky_inputs];
    let runs = inputs.into_iter().flat_map(|inputs| {
        READERS.map(|(audience, reveal)| {
            let request = Request {
                audience,
                reveal,
                ..cases::request()
            };
            audited(inputs(), request)
        })
    });
    runs.collect()
}

fn rendered(report: &Report, audit: &Audit, language: Language, format: AuditFormat) -> Vec<u8> {
    let mut bytes = Vec::new();
    let messages = Messages::new(language);
    render_audit(report, audit, &messages, (format, false), &mut bytes).unwrap();
    bytes
}

/// The parts of a workbook, by name.
fn parts(workbook: Vec<u8>) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(workbook)).unwrap();
    let names: Vec<String> = archive
        .file_names()
        .map(|name| name.unwrap().into_owned())
        .collect();
    let mut read = |name: String| {
        let mut text = String::new();
        archive
            .by_name(&name)
            .unwrap()
            .read_to_string(&mut text)
            .unwrap();
        (name, text)
    };
    names.into_iter().map(&mut read).collect()
}

fn attribute(start: &quick_xml::events::BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = start.attributes().map(Result::unwrap);
    let found = attributes.find(|attribute| attribute.key.0 == name)?;
    let value = found.normalized_value(quick_xml::XmlVersion::Explicit1_0);
    Some(value.unwrap().into_owned())
}

/// What stands between the tags of an element inside of another one.
fn inside(outer: &str, element: &str) -> String {
    let Some((_, rest)) = outer.split_once(&format!("<{element}")) else {
        return String::new();
    };
    let (_, rest) = rest.split_once('>').unwrap();
    let (text, _) = rest.split_once(&format!("</{element}>")).unwrap();
    quick_xml::escape::unescape(text).unwrap().into_owned()
}

fn each_element(
    xml: &str,
    element: &str,
    mut visit: impl FnMut(&quick_xml::events::BytesStart<'_>, &str),
) {
    let mut reader = quick_xml::Reader::from_str(xml);
    loop {
        match reader.read_event().unwrap() {
            Xml::Start(start) if start.name().0 == element => {
                let text = reader.read_text(start.name()).unwrap().into_owned();
                visit(&start, &text);
            }
            Xml::Empty(start) if start.name().0 == element => visit(&start, ""),
            Xml::Eof => return,
            _ => {}
        }
    }
}

/// Names and rows of the sheets of a workbook.
fn sheets(parts: &BTreeMap<String, String>) -> Vec<(String, Vec<Row>)> {
    let mut strings = Vec::new();
    each_element(&parts["xl/sharedStrings.xml"], "si", |_, text| {
        strings.push(inside(text, "t"));
    });
    let mut names = Vec::new();
    each_element(&parts["xl/workbook.xml"], "sheet", |start, _| {
        names.push(attribute(start, "name").unwrap());
    });
    let sheet = |(number, name): (usize, String)| {
        let mut rows = Vec::new();
        let xml = &parts[&format!("xl/worksheets/sheet{}.xml", number + 1)];
        each_element(xml, "row", |_, cells| {
            let mut row = Row::new();
            each_element(cells, "c", |start, cell| {
                let place = attribute(start, "r").unwrap();
                let column = place.trim_end_matches(|sign: char| sign.is_ascii_digit());
                let value = inside(cell, "v");
                let value = match attribute(start, "t").as_deref() {
                    Some("s") => strings[value.parse::<usize>().unwrap()].clone(),
                    None | Some("n") => value,
                    other => panic!("{other:?}: {cell}"),
                };
                row.insert(column.to_owned(), value);
            });
            rows.push(row);
        });
        (name, rows)
    };
    names.into_iter().enumerate().map(sheet).collect()
}

/// The values below a heading.
fn column<'r>(rows: &'r [Row], heading: &str) -> Vec<&'r str> {
    let (head, rows) = rows.split_first().unwrap();
    let mut columns = head.iter().filter(|(_, name)| *name == heading);
    let (letters, _) = columns
        .next()
        .unwrap_or_else(|| panic!("no {heading}: {head:?}"));
    let cell = |row: &'r Row| row.get(letters).map_or("", String::as_str);
    rows.iter().map(cell).collect()
}

#[test]
fn workbooks_hold_everything_and_no_formula() {
    for (report, audit) in all() {
        let parts = parts(rendered(
            &report,
            &audit,
            Language::English,
            AuditFormat::Xlsx,
        ));
        for (name, xml) in &parts {
            for forbidden in [
                "<f>",
                "<f ",
                "hyperlink",
                "externalLink",
                "ddeLink",
                "t=\"str\"",
            ] {
                assert!(!xml.contains(forbidden), "{name} has {forbidden}");
            }
        }
        assert!(
            parts["docProps/core.xml"].contains("2025-03-31"),
            "the day of the run"
        );
        let sheets = sheets(&parts);
        let names: Vec<&str> = sheets.iter().map(|(name, _)| name.as_str()).collect();
        let expected = [
            "Summary",
            "Countries",
            "Regional offices",
            "Rules",
            "Families",
            "Platform types",
            "Months",
            "Missions",
            "Findings",
        ];
        assert_eq!(names, expected);
        for ((name, rows), dimension) in sheets[1..8].iter().zip(Dimension::ALL) {
            let errors = column(rows, "Errors").into_iter();
            let errors: u64 = errors.map(|cell| cell.parse::<u64>().unwrap()).sum();
            assert_eq!(errors, audit.totals.findings.error, "{name}");
            assert_eq!(rows.len() - 1, audit.table(dimension).len(), "{name}");
        }
        let (_, rows) = &sheets[8];
        assert_eq!(rows.len() - 1, report.findings.len() + report.faults.len());
        let told = column(rows, "Fingerprint");
        for (found, told) in report.findings.iter().zip(told) {
            assert_eq!(found.fingerprint, told);
        }
        for xml in ["xl/worksheets/sheet2.xml", "xl/worksheets/sheet9.xml"] {
            assert!(parts[xml].contains("<autoFilter"), "{xml}");
            assert!(parts[xml].contains("state=\"frozen\""), "{xml}");
        }
    }
}

#[test]
fn the_same_audit_is_the_same_workbook_in_every_language() {
    let (report, audit) = audited(inputs_of_all_sorts(), cases::request());
    for language in Language::ALL {
        let once = rendered(&report, &audit, language, AuditFormat::Xlsx);
        assert_eq!(once, rendered(&report, &audit, language, AuditFormat::Xlsx));
        let sheets = sheets(&parts(once));
        let (_, countries) = &sheets[1];
        assert_eq!(countries.len() - 1, audit.table(Dimension::Country).len());
        let heads: Vec<&String> = countries[0].values().collect();
        assert!(
            heads.iter().all(|head| !head.starts_with("audit-")),
            "{heads:?}"
        );
    }
}

fn table(bytes: &[u8]) -> Vec<BTreeMap<String, String>> {
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap();
    let mut reader = csv::Reader::from_reader(text);
    reader.deserialize().map(Result::unwrap).collect()
}

#[test]
fn tables_are_tidy_and_have_no_formula() {
    for (report, audit) in all() {
        let rows = table(&rendered(
            &report,
            &audit,
            Language::English,
            AuditFormat::AggregatesCsv,
        ));
        let mut sums: BTreeMap<(&str, &str), u64> = BTreeMap::new();
        for row in rows.iter().filter(|row| row["unit"] == "count") {
            let count: u64 = row["value"].parse().unwrap();
            *sums.entry((&row["dimension"], &row["metric"])).or_default() += count;
        }
        for dimension in Dimension::ALL {
            for metric in [
                "errors",
                "warnings",
                "advice",
                "suppressed",
                "failed",
                "blocked",
                "applicable",
                "faults",
            ] {
                let total = sums[&("total", metric)];
                assert_eq!(
                    sums[&(dimension.code(), metric)],
                    total,
                    "{dimension:?} {metric}"
                );
            }
        }
        for row in rows.iter().filter(|row| row["unit"] == "share") {
            let number = |name: &str| row[name].parse::<f64>().unwrap();
            let share = number("part") / number("whole");
            assert!((share - number("value")).abs() < 1e-6, "{row:?}");
        }
        let found = table(&rendered(
            &report,
            &audit,
            Language::French,
            AuditFormat::FindingsCsv,
        ));
        assert_eq!(found.len(), report.findings.len() + report.faults.len());
        let numbers = [
            "value", "part", "whole", "unknown", "earlier", "change", "line", "column",
        ];
        for row in rows.iter().chain(&found) {
            for (name, cell) in row
                .iter()
                .filter(|(name, _)| !numbers.contains(&name.as_str()))
            {
                for line in cell.split(['\n', ';']) {
                    let begins = line.trim_start_matches([' ', '"']).chars().next();
                    let is_formula = begins.is_some_and(|sign| "=+-@\t\r＝＋－＠".contains(sign));
                    assert!(!is_formula, "{name}: {cell}");
                }
            }
        }
    }
}

#[test]
fn tags_are_there_on_request_and_well_formed() {
    let (report, audit) = audited(inputs_of_all_sorts(), cases::request());
    let messages = Messages::new(Language::Spanish);
    for format in [AuditFormat::AggregatesCsv, AuditFormat::FindingsCsv] {
        let mut bytes = Vec::new();
        render_audit(&report, &audit, &messages, (format, true), &mut bytes).unwrap();
        let with = table(&bytes);
        let without = table(&rendered(&report, &audit, Language::Spanish, format));
        assert_eq!(with[1..], without[..]);
        for tag in with[0].values() {
            let mut words = tag.strip_prefix('#').unwrap().split('+');
            let is_word = |word: &str| {
                let mut letters = word.chars();
                letters
                    .next()
                    .is_some_and(|first| first.is_ascii_lowercase())
                    && letters.all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == '_')
            };
            assert!(words.all(is_word), "{tag}");
        }
    }
}

/// Months, countries and everything else of restricted records, for readers who may not see them.
#[test]
fn nothing_restricted_shows_in_any_audit() {
    let mission = restricted();
    for (audience, reveal) in READERS {
        let request = Request {
            audience,
            reveal,
            ..mission.request()
        };
        let (report, audit) = audited(mission.inputs(), request);
        let months = audit.table(Dimension::Month).iter();
        let months: Vec<&str> = months.map(|group| &*group.key).collect();
        let is_secret = |month: &&&str| SECRET_DAYS.iter().any(|day| day.starts_with(**month));
        let secret: Vec<&&str> = months.iter().filter(is_secret).collect();
        if reveal {
            assert!(!secret.is_empty(), "{months:?}");
            continue;
        }
        assert!(secret.is_empty(), "{audience:?}: {secret:?}");
        assert!(months.contains(&"masked"), "{months:?}");
        for format in AuditFormat::ALL
            .into_iter()
            .filter(|format| format.is_built())
        {
            let bytes = rendered(&report, &audit, Language::English, format);
            let texts = match format {
                AuditFormat::Xlsx => parts(bytes).into_values().collect(),
                _ if format.is_binary() => continue,
                _ => vec![String::from_utf8(bytes).unwrap()],
            };
            for text in texts {
                assert_eq!(leaks(&text), [""; 0], "{format:?} {audience:?}");
            }
        }
    }
}

/// `cargo test --features parquet --test suite parquet`
#[cfg(feature = "parquet")]
#[test]
fn parquet_holds_what_csv_holds() {
    use parquet::file::reader::{FileReader, SerializedFileReader};
    use parquet::record::Field;

    for (report, audit) in all() {
        for (format, as_csv) in [
            (AuditFormat::AggregatesParquet, AuditFormat::AggregatesCsv),
            (AuditFormat::FindingsParquet, AuditFormat::FindingsCsv),
        ] {
            let bytes = rendered(&report, &audit, Language::English, format);
            assert_eq!(bytes, rendered(&report, &audit, Language::English, format));
            let file = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("audit.parquet");
            std::fs::write(&file, bytes).unwrap();
            let reader = SerializedFileReader::new(std::fs::File::open(&file).unwrap()).unwrap();
            let expected = table(&rendered(&report, &audit, Language::English, as_csv));
            let rows: Vec<_> = reader
                .get_row_iter(None)
                .unwrap()
                .map(Result::unwrap)
                .collect();
            assert_eq!(rows.len(), expected.len());
            for (row, expected) in rows.iter().zip(&expected) {
                for (name, field) in row.get_column_iter() {
                    let cell = &expected[name];
                    match field {
                        Field::Null => assert_eq!(cell, "", "{name}"),
                        Field::Long(count) => assert_eq!(count.to_string(), *cell, "{name}"),
                        Field::Double(number) => {
                            assert!(
                                (number - cell.parse::<f64>().unwrap()).abs() < 1e-9,
                                "{name}"
                            );
                        }
                        Field::Str(text) => {
                            // CSV alone puts a sign in front of what could be a formula.
                            assert_eq!(text.replace('\'', ""), cell.replace('\'', ""), "{name}");
                        }
                        other => panic!("{name}: {other:?}"),
                    }
                }
            }
        }
    }
}
