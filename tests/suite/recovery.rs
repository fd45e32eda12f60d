//! Texts with slips: each slip is one finding, what it hides is blocked, everything else is judged as without it.

use std::collections::{BTreeMap, BTreeSet};

use missionlint::engine::{self, Content, Input};
use missionlint::report::{Found, Report, Shown};

use crate::mission::{Mission, describe_evidence};

const JANUARY: &str = "meetings/2025-01.json";
const PEOPLE: &str = "people.json";
const SMT_2025: &str = "meetings/smt-2025.json";

/// A mission with three faults, two of them in the record that gets the slips.
fn faulty() -> Mission {
    Mission::clean()
        .with(
            PEOPLE,
            "\"field-security-officer\", \"kind\": \"staff\", \"duty_station\": \"bko\", \"country\": \"MLI\", \"from\": \"2022-09-01\"",
            "\"field-security-officer\", \"kind\": \"staff\", \"duty_station\": \"bko\", \"country\": \"MLX\", \"from\": \"2022-09-01\"",
        )
        .with(
            JANUARY,
            "\"end\": \"2025-01-16T16:30:00Z\",\n      \"status\": \"held\"",
            "\"end\": \"2025-01-16T16:30:00Z\",\n      \"status\": \"hold\"",
        )
        .with(JANUARY, "\"recorded_on\": \"2025-01-24\"", "\"recorded_on\": \"2025-13-24\"")
}

/// Where the slips go: rows of one record, with what follows them.
const ROWS: &str = "\"attendance\": [
        { \"person\": \"P-04\", \"capacity\": \"member\", \"presence\": \"present\" },
        { \"person\": \"P-09\", \"capacity\": \"observer\", \"presence\": \"excused\", \"reason\": \"mission à Mopti\" }
      ],
      \"recorded_on\": \"2025-13-24\"
    },";

/// What is written instead of a part of [`ROWS`], the slip's name, and what it marks.
const SLIPS: [(&str, &str, &str, &str); 53] = [
    ("Mopti\" }\n", "Mopti\", }\n", "trailing-comma", ","),
    ("Mopti\" }\n", "Mopti\" },\n", "trailing-comma", ","),
    ("13-24\"\n", "13-24\",\n", "trailing-comma", ","),
    ("\"observer\",", "\"observer\",,", "extra-comma", ","),
    ("\"observer\",", "\"observer\"", "missing-comma", "\""),
    ("},\n        {", "}\n        {", "missing-comma", "{"),
    ("],\n", "]\n", "missing-comma", "\""),
    (
        "},\n        {",
        "}, // Ségou\n        {",
        "comment",
        "// Ségou",
    ),
    (
        "},\n        {",
        "}, /* , } */\n        {",
        "comment",
        "/* , } */",
    ),
    ("\"observer\"", "'observer'", "single-quotes", "'observer'"),
    (
        "\"capacity\": \"observer\"",
        "'capacity': \"observer\"",
        "single-quotes",
        "'capacity'",
    ),
    (
        "\"capacity\": \"observer\"",
        "capacity: \"observer\"",
        "unquoted-key",
        "capacity",
    ),
    (
        "\"capacity\": \"observer\"",
        "\"capacity\" \"observer\"",
        "missing-colon",
        "\"",
    ),
    ("\"mission à Mopti\"", "NaN", "not-a-number", "NaN"),
    ("\"mission à Mopti\"", "", "missing-value", "}"),
    ("\"mission à Mopti\"", "Mopti", "bare-word", "Mopti"),
    ("\"mission à Mopti\"", "+1", "malformed-number", "+1"),
    ("à Mopti", "\\q Mopti", "bad-escape", "\\q"),
    ("à Mopti", "\\ud800 Mopti", "lone-surrogate", "\\ud800"),
    ("à Mopti", "\u{1} Mopti", "control-character", "\u{1}"),
    ("à Mopti", "à\tMopti\tet\tGao", "control-character", "\t"),
    (
        "à Mopti",
        "\n  à Mopti,\n  et Gao",
        "line-break",
        "\"mission ",
    ),
    (
        "{ \"person\": \"P-09\"",
        "\"person\": \"P-09\"",
        "missing-opening",
        "\"person\"",
    ),
    (
        "{ \"person\": \"P-04\"",
        "\"person\": \"P-04\"",
        "missing-opening",
        "\"person\"",
    ),
    (
        "\"attendance\": [",
        "\"attendance\": ",
        "missing-list-opening",
        "{",
    ),
    ("},\n        {", ",\n        {", "unclosed-bracket", "{"),
    ("},\n        {", "}},\n        {", "extra-bracket", "}"),
    ("Mopti\" }\n", "Mopti\" } }\n", "extra-bracket", "}"),
    ("],\n", "]],\n", "extra-bracket", "]"),
    (
        "{ \"person\": \"P-09\"",
        "{{ \"person\": \"P-09\"",
        "extra-bracket",
        "{",
    ),
    ("\"observer\",", "\"observer\",,,", "extra-comma", ","),
    ("\"observer\",", "\"observer\";", "wrong-comma", ";"),
    ("\"observer\",", "\"observer\"，", "wrong-comma", "，"),
    (
        "\"capacity\": \"observer\"",
        "\"capacity\":: \"observer\"",
        "extra-colon",
        ":",
    ),
    (
        "\"capacity\": \"observer\"",
        "\"capacity\" = \"observer\"",
        "wrong-colon",
        "=",
    ),
    (
        "\"capacity\": \"observer\"",
        "\"capacity\" => \"observer\"",
        "wrong-colon",
        "=>",
    ),
    (
        "\"capacity\": \"observer\"",
        "\"capacity\"：\"observer\"",
        "wrong-colon",
        "：",
    ),
    ("\"mission à Mopti\"", "True", "foreign-word", "True"),
    ("\"mission à Mopti\"", "None", "foreign-word", "None"),
    (
        "\"mission à Mopti\"",
        "undefined",
        "foreign-word",
        "undefined",
    ),
    ("\"mission à Mopti\"", "0x1F", "malformed-number", "0x1F"),
    ("\"mission à Mopti\"", "1_000", "malformed-number", "1_000"),
    ("\"mission à Mopti\"", ".5", "malformed-number", ".5"),
    ("\"mission à Mopti\"", "1,5", "decimal-comma", "1,5"),
    (
        "\"mission à Mopti\"",
        "datetime(2025, 1, 1)",
        "program-code",
        "datetime(",
    ),
    (
        "\"mission à Mopti\"",
        "(\"a\", [\"b\"])",
        "program-code",
        "(\"a\"",
    ),
    (
        "\"mission à Mopti\"",
        "new Date(2025, 1)",
        "program-code",
        "new Date(",
    ),
    (
        "\"observer\"",
        "“observer”",
        "typographic-quotes",
        "“observer”",
    ),
    (
        "\"capacity\": \"observer\"",
        "„capacity“: \"observer\"",
        "typographic-quotes",
        "„capacity“",
    ),
    ("\"observer\"", "`observer`", "backticks", "`observer`"),
    (
        "\"observer\",",
        "\"observer\",\u{A0}",
        "other-space",
        "\u{A0}",
    ),
    (
        "\"observer\",",
        "\u{FEFF}\"observer\",",
        "other-space",
        "\u{FEFF}",
    ),
    (
        "        { \"person\": \"P-09\", \"capacity\": \"observer\", \"presence\": \"excused\", \"reason\": \"mission à Mopti\" }\n",
        "<<<<<<< HEAD\n{ \"person\": \"P-09\", \"capacity\": \"observer\", \"presence\": \"excused\", \"reason\": \"mission à Mopti\" }\n=======\n{ \"person\": \"P-10\" }\n>>>>>>> other\n",
        "merge-conflict",
        "<<<<<<< HEAD",
    ),
];

/// A finding without its place in the text, which slips may move: rule, path, pointer, evidence.
fn identity(found: &Found) -> [String; 4] {
    [
        found.rule.id.to_owned(),
        found.location.path.to_string(),
        found.location.pointer.clone(),
        describe_evidence(found),
    ]
}

fn split(report: &Report) -> (Vec<&Found>, BTreeSet<[String; 4]>) {
    let (slips, others): (Vec<&Found>, Vec<&Found>) = report
        .findings
        .iter()
        .partition(|found| found.rule.id == "syntax-error");
    (slips, others.into_iter().map(identity).collect())
}

fn slip_of(found: &Found) -> String {
    match &found.evidence[0] {
        ("slip" | "encoding", Shown::Clear(fact)) => format!("{fact:?}"),
        other => panic!("{other:?}"),
    }
}

fn marked<'m>(mission: &'m Mission, found: &Found) -> &'m str {
    let bytes = |offset: u64| usize::try_from(offset).unwrap();
    let location = &found.location;
    &mission.files[&*location.path][bytes(location.start.offset)..bytes(location.end.offset)]
}

#[test]
fn a_slip_in_a_record_with_faults_is_one_finding_more() {
    let (none, faults) = {
        let report = faulty().check();
        let (slips, faults) = split(&report);
        (slips.len(), faults)
    };
    assert_eq!((none, faults.len()), (0, 3), "{faults:#?}");
    for (find, replacement, slip, mark) in SLIPS {
        let rows = ROWS.replacen(find, replacement, 1);
        assert_ne!(rows, ROWS, "{find}");
        let mission = faulty().with(JANUARY, ROWS, &rows);
        let report = mission.check();
        let (slips, others) = split(&report);
        assert_eq!(others, faults, "{replacement}");
        let [found] = slips.as_slice() else {
            panic!("{replacement}: {slips:#?}");
        };
        assert!(slip_of(found).contains(slip), "{replacement}: {found:#?}");
        assert!(
            marked(&mission, found).starts_with(mark),
            "{replacement}: {found:#?}"
        );
        let record = found.location.record.as_ref().expect("the record it is in");
        assert_eq!(record.1.as_deref(), Some("M-iccg-250116"));
        assert!(
            found.location.pointer.starts_with("/records/1"),
            "{found:#?}"
        );
    }
}

#[test]
fn many_slips_are_all_named() {
    let mut rows = ROWS.to_owned();
    let chosen = [0, 3, 7, 9];
    for (find, replacement, ..) in chosen.map(|at| SLIPS[at]) {
        rows = rows.replacen(find, replacement, 1);
    }
    let report = faulty().with(JANUARY, ROWS, &rows).check();
    let (slips, others) = split(&report);
    assert_eq!((slips.len(), others.len()), (4, 3), "{slips:#?}");
}

/// Rules that are blocked somewhere, with the reason and the number of places.
fn blocked(report: &Report) -> BTreeMap<(&str, &str), usize> {
    let entries = report.not_checked.iter();
    entries
        .map(|entry| ((entry.rule.id, entry.reason), entry.locations.len()))
        .collect()
}

#[test]
fn only_what_reads_the_damaged_value_is_blocked() {
    let row = "{ \"person\": \"P-04\", \"capacity\": \"member\", \"presence\": \"present\" }";
    let report = Mission::clean()
        .with(
            JANUARY,
            &format!("{row},\n        {{ \"person\": \"P-09\", \"capacity\": \"observer\", \"presence\": \"excused\""),
            &format!(
                "{},\n        {{ \"person\": \"P-09\", \"capacity\": \"observer\", \"presence\": \"excused\"",
                row.replace("\"P-04\"", "P-04")
            ),
        )
        .check();
    assert_eq!(report.findings.len(), 1);
    // Who is the subject of these rules; a meeting of the ICCG is none of the security ones.
    let expected = [
        "attendance-outside-assignment",
        "attendee-without-representation",
        "dangling-reference",
        "person-in-two-places",
        "wrong-kind-reference",
    ];
    let expected = expected.map(|rule| ((rule, "syntax"), 1));
    assert_eq!(blocked(&report), expected.into_iter().collect());
}

#[test]
fn a_member_that_may_be_lost_is_not_missing() {
    // The key of a required member is spoilt: no finding says that it is missing.
    let spoilt = ROWS.replacen(
        "\"presence\": \"present\"",
        "\"pres\u{1}ence\": \"present\"",
        1,
    );
    let report = faulty().with(JANUARY, ROWS, &spoilt).check();
    let (slips, others) = split(&report);
    assert_eq!(
        (slips.len(), others.len()),
        (1, 3),
        "{:#?}",
        report.findings
    );
}

#[test]
fn what_no_rule_can_know_is_blocked_where_a_list_is_not_closed() {
    let open = ROWS.replacen("\n      ],", "", 1);
    let report = faulty().with(JANUARY, ROWS, &open).check();
    let (slips, others) = split(&report);
    assert_eq!(
        (slips.len(), others.len()),
        (1, 3),
        "{:#?}",
        report.findings
    );
    assert_eq!(slips[0].related.len(), 1, "the bracket that is open");
    assert!(
        blocked(&report)
            .keys()
            .any(|(_, reason)| *reason == "syntax"),
        "{:?}",
        report.not_checked
    );
}

#[test]
fn a_cut_off_file_still_gives_the_findings_of_what_is_there() {
    let mission = faulty();
    let text = &mission.files[JANUARY];
    let cut = text.find("\"recorded_on\": \"2025-13-24\"").unwrap() + 40;
    let (text, rest) = (text[..cut].to_owned(), text[cut..].to_owned());
    let report = mission.with(JANUARY, &rest, "").check();
    assert!(text.len() > 100);
    let (slips, others) = split(&report);
    assert_eq!(slips.len(), 1, "{slips:#?}");
    let expected = split(&faulty().check()).1;
    assert!(others.is_superset(&expected), "{others:#?}");
    // Records may be missing: no rule can say that it has seen everything.
    assert!(blocked(&report).len() >= missionlint::rules::RULES.len());
}

#[test]
fn bytes_that_are_no_text_spoil_only_the_value_they_are_in() {
    let mission = faulty();
    let inputs: Vec<Input> = mission
        .files
        .iter()
        .map(|(path, text)| {
            let mut bytes = text.clone().into_bytes();
            if path == JANUARY {
                let at = text.find("à Mopti").unwrap();
                // The same letter in Latin-1.
                bytes.splice(at..at + 2, [0xE0]);
            }
            Input {
                path: path.as_str().into(),
                content: Content::Bytes(bytes),
            }
        })
        .collect();
    let report = engine::check(inputs, &mission.request());
    let mut rules: Vec<&str> = report.findings.iter().map(|found| found.rule.id).collect();
    rules.sort_unstable();
    assert_eq!(
        rules,
        [
            "invalid-format",
            "not-utf8",
            "unknown-country-code",
            "value-not-allowed"
        ]
    );
    let found = report
        .findings
        .iter()
        .find(|found| found.rule.id == "not-utf8");
    let location = &found.unwrap().location;
    let offset = mission.files[JANUARY].find("à Mopti").unwrap() as u64;
    assert_eq!(
        (location.start.offset, location.end.offset),
        (offset, offset + 1)
    );
    assert_eq!(location.pointer, "/records/1/attendance/1/reason");
}

#[test]
fn what_is_no_json_at_all_is_one_finding() {
    let bytes: Vec<u8> = (0..4096_u32)
        .map(|number| (number * 167 % 251) as u8 | 0x80)
        .collect();
    let input = |path: &str| Input {
        path: path.into(),
        content: Content::Bytes(bytes.clone()),
    };
    let report = engine::check(vec![input("a.json")], &Mission::clean().request());
    let rules: Vec<&str> = report.findings.iter().map(|found| found.rule.id).collect();
    assert_eq!(rules, ["not-utf8"]);
}

#[test]
fn after_a_hundred_slips_the_rest_is_said_to_be_unread() {
    let text = format!("[{}1]", "NaN, ".repeat(150));
    let inputs = vec![Input {
        path: "many.json".into(),
        content: Content::Bytes(text.into_bytes()),
    }];
    let report = engine::check(inputs, &Mission::clean().request());
    assert_eq!(report.findings.len(), 100);
    let more = |found: &Found| found.evidence.iter().any(|(key, _)| *key == "more");
    assert_eq!(
        report.findings.iter().filter(|found| more(found)).count(),
        1
    );
    assert!(more(report.findings.last().unwrap()));
}

#[test]
fn a_damaged_security_meeting_is_not_taken_for_a_clean_one() {
    let row = "{ \"person\": \"P-01\", \"capacity\": \"member\", \"presence\": \"present\" }";
    let mission = Mission::clean();
    let at = mission.files[SMT_2025].find(row).unwrap();
    let mut damaged = mission.clone();
    let text = damaged.files.get_mut(SMT_2025).unwrap();
    text.replace_range(at..at + row.len(), &row.replace("\"present\"", "present"));
    let report = damaged.check();
    assert_eq!(report.findings.len(), 1);
    let blocked = blocked(&report);
    assert_eq!(
        blocked.get(&("smt-com-absent", "syntax")),
        Some(&1),
        "{blocked:?}"
    );
}

#[test]
fn a_document_in_a_file_of_lines_is_said_once_and_read() {
    let mut mission = faulty();
    let text = mission.files.remove(JANUARY).unwrap();
    mission
        .files
        .insert("meetings/2025-01.ndjson".to_owned(), text);
    let report = mission.check();
    let (slips, others) = split(&report);
    assert_eq!((slips.len(), others.len()), (1, 3), "{slips:#?}");
    assert!(slip_of(slips[0]).contains("over-several-lines"));
    assert_eq!(slips[0].location.start.offset, 0);
    assert!(
        report
            .not_checked
            .iter()
            .all(|entry| entry.reason != "syntax")
    );
}

#[test]
fn lines_in_a_file_of_one_document_are_said_once_and_read() {
    let mut mission = faulty();
    let text = mission
        .files
        .remove("meetings/clusters-2024.ndjson")
        .unwrap();
    let lines = text.lines().count();
    mission
        .files
        .insert("meetings/clusters-2024.json".to_owned(), text);
    let report = mission.check();
    let (slips, others) = split(&report);
    assert!(lines > 5);
    assert_eq!((slips.len(), others.len()), (1, 3), "{slips:#?}");
    assert!(slip_of(slips[0]).contains("second-value"));
    assert_eq!(slips[0].location.start.line, 2);
}

#[test]
fn a_kind_of_an_envelope_that_is_not_known_is_one_finding() {
    let mission = Mission::clean().with(JANUARY, "\"kind\": \"meeting\"", "\"kind\": \"meting\"");
    let report = mission.check();
    let [found] = report.findings.as_slice() else {
        panic!("{:#?}", report.findings);
    };
    assert_eq!(found.rule.id, "unknown-kind");
    let because: Vec<&str> = found.because.iter().map(|nested| nested.rule.id).collect();
    assert_eq!(because, ["value-not-allowed"]);
}

/// What the only finding of a file says it is, and whether its records count as unread.
fn nature(path: &str, bytes: &[u8]) -> (String, usize) {
    let input = Input {
        path: path.into(),
        content: Content::Bytes(bytes.to_vec()),
    };
    let report = engine::check(vec![input], &Mission::clean().request());
    let [found] = report.findings.as_slice() else {
        panic!("{path}: {:#?}", report.findings);
    };
    let unread = report
        .not_checked
        .iter()
        .filter(|entry| entry.reason == "syntax");
    (slip_of(found), unread.count())
}

#[test]
fn what_is_of_another_kind_is_said_to_be_that() {
    let utf32 = "[{}]"
        .chars()
        .flat_map(|next| u32::from(next).to_le_bytes());
    let utf32: Vec<u8> = utf32.collect();
    let files: [(&str, &[u8]); 15] = [
        ("html", b"\n<!DOCTYPE html>\n<p>[1]</p>"),
        ("html", b"<HTML><body>{}</body></HTML>"),
        ("xml", b"<?xml version=\"1.0\"?>\n<a>{}</a>"),
        ("xml", b"<records><a/></records>"),
        (
            "yaml",
            b"kind: meeting\nid: M-1\nattendance:\n  - person: P-1\n",
        ),
        ("yaml", b"---\nkind: meeting\n"),
        ("csv", b"id,kind\nM-1,meeting\nM-2,\"a, b\"\n"),
        ("csv", b"id;kind\r\nM-1;meeting\r\n"),
        ("csv", b"id\tkind\nM-1\tmeeting\n"),
        ("spreadsheet", b"PK\x03\x04\x14\0\0\0xl/workbook.xml"),
        ("zip", b"PK\x03\x04\x14\0\0\0a.json"),
        ("pdf", b"%PDF-1.7\n%\xE2\xE3"),
        ("gzip", b"\x1F\x8B\x08\0\0"),
        ("plain-text", b"# Notes\n\nNothing, {for} \"now\".\n"),
        ("utf-32", &utf32),
    ];
    for (name, bytes) in files {
        for path in ["a.json", "a.ndjson"] {
            if (name, path) == ("plain-text", "a.ndjson") {
                continue;
            }
            let (said, unread) = nature(path, bytes);
            assert!(said.contains(&format!("{name:?}")), "{path}: {said}");
            assert_eq!(unread, missionlint::rules::RULES.len(), "{name}");
        }
    }
}

#[test]
fn json_in_markdown_is_read() {
    let mut mission = faulty();
    let text = mission.files.remove(JANUARY).unwrap();
    let text = format!("The meetings, as JSON:\n\n```json\n{text}\n```\n\nThat is: all.\n");
    mission.files.insert(JANUARY.to_owned(), text);
    let report = mission.check();
    let (slips, others) = split(&report);
    let [found] = slips.as_slice() else {
        panic!("{slips:#?}");
    };
    assert!(slip_of(found).contains("\"markdown\""));
    assert_eq!(marked(&mission, found), "```json");
    assert_eq!(others, split(&faulty().check()).1);
}

#[test]
fn a_merge_that_was_not_finished_is_one_finding_in_lines_too() {
    let path = "meetings/clusters-2024.ndjson";
    let mut mission = faulty();
    let expected = split(&mission.check()).1;
    let text = mission.files.remove(path).unwrap();
    let (first, rest) = text.split_once('\n').unwrap();
    let other = first.replacen("held", "cancelled", 1);
    let text = format!("<<<<<<< HEAD\n{first}\n=======\n{other}\n>>>>>>> other\n{rest}");
    mission.files.insert(path.to_owned(), text);
    let report = mission.check();
    let (slips, others) = split(&report);
    let [found] = slips.as_slice() else {
        panic!("{slips:#?}");
    };
    assert_eq!(others, expected);
    assert_eq!(marked(&mission, found), "<<<<<<<");
    assert_eq!(found.related.len(), 1);
    assert_eq!(found.related[0].1.start.line, 3);
    assert!(!report.not_checked.is_empty());
}

#[test]
fn a_misspelt_records_is_one_finding_and_blocks_what_it_hides() {
    for key in ["record", "recrods", "Records"] {
        let mission = Mission::clean().with(JANUARY, "\"records\":", &format!("\"{key}\":"));
        let report = mission.check();
        let [found] = report.findings.as_slice() else {
            panic!("{key}: {:#?}", report.findings);
        };
        assert_eq!(found.rule.id, "misspelt-key");
        assert_eq!(marked(&mission, found), format!("\"{key}\""));
        assert!(blocked(&report).len() >= missionlint::rules::RULES.len());
    }
}

#[test]
fn many_findings_beside_many_records_are_told_in_time() {
    // Each would look at every record for what may be shown: minutes.
    let record = r#"7, {"kind": "vacancy", "id": "V-1", "mission": "mli"}, "#;
    let input = Input {
        path: "many.json".into(),
        content: Content::Bytes(format!("[{} 7]", record.repeat(5_000)).into_bytes()),
    };
    let report = engine::check(vec![input], &Mission::clean().request());
    let beside = |found: &&Found| found.rule.id == "not-a-record";
    assert_eq!(report.findings.iter().filter(beside).count(), 5_001);
}

#[test]
fn members_after_an_inner_object_that_is_not_closed_are_no_unknown_keys() {
    let sectors = "\"sectors\": [\"shelter-and-settlements\"] },";
    let mission = faulty().with("programmes.json", sectors, &sectors.replace(" }", ""));
    let report = mission.check();
    let (slips, others) = split(&report);
    assert_eq!(slips.len(), 1, "{slips:#?}");
    assert_eq!(others, split(&faulty().check()).1);
}
