//! What was read and not judged is named in every form in which people and programs look at a report.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use missionlint::audit::Audit;
use missionlint::engine::{
    Apart, Describe, Holding, Input, Means, Progress, Request, check_within,
};
use missionlint::message::{Language, Messages};
use missionlint::output::{AuditFormat, Format, render_audit};
use missionlint::report::Report;
use missionlint::schema::Contract;
use serde_json::{Value, json};

use crate::cases;
use crate::inputs::piped;
use crate::look::PLAIN;
use crate::readers::written;
use crate::scale::input;
use crate::streams::{MISSIONS, STREAM, mixed};
use crate::tool::{Folder, Run};

/// Lines that do not fit, and cannot be read twice.
fn refused(folder: &Folder, format: &str, more: &[&str]) -> Run {
    let form = ["--format", format];
    let all = [&["check"], &STREAM[..5], &STREAM[7..], &form, more].concat();
    let run = piped(folder, &all, mixed());
    assert_eq!(run.code, Some(2), "{}", run.err);
    run
}

#[test]
fn people_are_told_which_missions_a_pipe_has_cost() {
    let folder = Folder::new();
    let names = MISSIONS.join(", ");
    let count = MISSIONS.len();
    for (language, told) in [
        (
            "en",
            format!("not judged: {count} missions ({names}); what is wrong there is not known"),
        ),
        (
            "fr",
            format!("non évalué : {count} missions ({names}) ; on ne sait pas ce qui y est erroné"),
        ),
        (
            "es",
            format!("no evaluado: {count} misiones ({names}); no se sabe qué está mal ahí"),
        ),
    ] {
        for format in ["text", "github", "markdown"] {
            let run = refused(&folder, format, &["--lang", language]);
            // Lines of text are wrapped.
            let words: Vec<&str> = run.out.split_whitespace().collect();
            let text = words.join(" ");
            assert!(text.contains(&told), "{format}: {text}");
        }
    }
    let quiet = refused(&folder, "text", &["--quiet"]);
    assert!(quiet.out.contains("not judged: 6 missions"), "{quiet:?}");
    let page = refused(&folder, "html", &[]).out;
    assert!(page.contains(&MISSIONS.join("</bdi> · <bdi>")));
}

#[test]
fn programs_are_told_the_same() {
    let folder = Folder::new();
    let table = refused(&folder, "csv", &[]).out;
    let mut rows = csv::Reader::from_reader(table.trim_start_matches('\u{feff}').as_bytes());
    let head = rows.headers().unwrap().clone();
    let at = |name: &str| head.iter().position(|column| column == name).unwrap();
    let rows: Vec<csv::StringRecord> = rows.records().map(Result::unwrap).collect();
    let left = rows.iter().filter(|row| &row[0] == "not_judged");
    let left: Vec<(&str, &str)> = left
        .map(|row| (&row[at("mission")], &row[at("message")]))
        .collect();
    let text =
        |mission| format!("not judged: one mission ({mission}); what is wrong there is not known");
    let expected = MISSIONS.map(|mission| (mission, text(mission)));
    assert_eq!(left.len(), expected.len());
    for (left, expected) in left.iter().zip(&expected) {
        assert_eq!(*left, (expected.0, expected.1.as_str()));
    }

    let lines = refused(&folder, "ndjson", &[]).out;
    let all = lines
        .lines()
        .map(|line| serde_json::from_str(line).unwrap());
    let all: Vec<Value> = all.collect();
    let left = all.iter().filter(|line| line["type"] == "not_judged");
    let left: Vec<&str> = left.filter_map(|it| it["mission"].as_str()).collect();
    assert_eq!(left, MISSIONS);
    let schema = folder.run(&["schema", "report"]).out;
    let mut schema: Value = serde_json::from_str(&schema).unwrap();
    let line = json!({"$ref": "#/$defs/line", "$defs": schema["$defs"].take(), "properties": schema["properties"].take()});
    // What the lines refer to lies in the schema of a whole report, where these are no lines of it.
    let line = json!({"$id": "line", "anyOf": [{"$ref": "#/$defs/line"}], "$defs": line["$defs"], "definitions": line["properties"]});
    let line = line.to_string().replace("#/properties/", "#/definitions/");
    folder.write("s/line.schema.json", line);
    folder.write("x/lines.ndjson", &lines);
    let checked = folder.report(&["--schema", "s/line.schema.json", "x/lines.ndjson"]);
    assert_eq!(checked["findings"], json!([]));
    // It is known as a report.
    folder.write("data/lines.ndjson", &lines);
    folder.write("data/a.json", r#"{"kind": "contact", "id": "C-1"}"#);
    let among = folder.report(&["data"]);
    assert_eq!(among["run"]["inputs"]["files"], 1);
    assert_eq!(among["left_out"][0]["path"], "data/lines.ndjson");
}

/// A file of each mission, whose people have this besides.
fn files(missions: usize, more: &str) -> Vec<Input> {
    let files = (0..missions).map(|number| {
        let mission = format!("m{number:03}");
        let head = format!("\"mission\": \"{mission}\"");
        let since = "\"from\": \"2020-01-01\"";
        let record = format!(
            "{{\"kind\": \"mission\", {head}, \"id\": \"{mission}\", \"name\": \"M\", \"countries\": [\"MLI\"], \"regional_office\": [{{\"office\": \"ro-dakar\", {since}}}], \"offices\": [{{\"id\": \"cap\", \"place\": \"Bamako\", {since}}}], \"phase\": [{{\"value\": \"recovery\", {since}}}], \"context_model\": [{{\"value\": \"none\", {since}}}]}}"
        );
        let person = |id: usize| {
            format!(
                "{{\"kind\": \"person\", {head}, \"id\": \"P-{id}\", \"assignments\": [{{\"role\": \"programme-officer\", \"kind\": \"staff\", \"duty_station\": \"cap\", {since}}}]{more}}}"
            )
        };
        let people: Vec<String> = std::iter::once(record).chain((0..8).map(person)).collect();
        input(&format!("{mission}.json"), format!("[{}]", people.join(",\n")))
    });
    files.collect()
}

/// Checks files in little memory, and stops when so many of them are begun.
fn stopped(inputs: &[Input], begun: usize) -> Report {
    let progress = Arc::new(Progress::default());
    let (of_files, stops) = (AtomicUsize::new(0), Arc::clone(&progress));
    let means = Means {
        memory: 4_000,
        apart: Apart::those(move |_, _, _| {
            let is_enough = of_files.fetch_add(1, Relaxed) + 1 == begun;
            stops.stop.fetch_or(is_enough, Relaxed);
            Holding::Records
        }),
        progress,
        ..Means::default()
    };
    let request = Request {
        describe: Describe::Counts,
        ..cases::request()
    };
    check_within(inputs.to_vec(), &request, &Contract::default(), &means)
}

/// What nobody knows.
const RANK: &str = ", \"rank\": 1";

fn missions(report: &Report) -> Vec<&str> {
    let left = report.not_judged.iter();
    left.filter_map(|it| it.mission.as_deref()).collect()
}

#[test]
fn while_files_are_still_read_no_mission_counts_as_judged() {
    let report = stopped(&files(60, RANK), 40);
    assert!(report.findings.is_empty() && report.counts.is_empty());
    let seen = missions(&report).len();
    assert!((1..60).contains(&seen), "{seen}");
    for (language, words) in [
        (
            Language::English,
            [
                "files were still being read",
                "missions seen so far counts as judged",
                "with --cache",
            ],
        ),
        (
            Language::French,
            [
                "la lecture n’était pas terminée",
                "ne compte comme évaluée",
                "avec --cache",
            ],
        ),
        (
            Language::Spanish,
            [
                "la lectura no había terminado",
                "cuenta como evaluada",
                "con --cache",
            ],
        ),
    ] {
        let told = Messages::new(language).phrase(&report.faults[0].reason);
        let has = |word: &str| told.contains(word);
        assert!(words.into_iter().all(has), "{told}");
        assert!(has("m000, m001") && has(&seen.to_string()), "{told}");
        assert!(!told.contains(" ;") && !told.contains("  "), "{told}");
    }
}

/// Nothing more can come that would concern what was judged.
#[test]
fn once_everything_is_read_what_was_judged_counts() {
    let inputs = files(60, RANK);
    let report = stopped(&inputs, inputs.len());
    let left = missions(&report);
    assert!(!left.is_empty() && left.len() < 60, "{left:?}");
    let request = cases::request();
    let all = check_within(inputs, &request, &Contract::default(), &Means::default());
    let prints = |report: &Report, left: &[&str]| {
        let found = report.findings.iter();
        let found = found.filter(|it| !it.mission.as_deref().is_some_and(|it| left.contains(&it)));
        found.map(|it| it.fingerprint.clone()).collect::<Vec<_>>()
    };
    assert_eq!(prints(&report, &[]), prints(&all, &left));
    let told = Messages::new(Language::English).phrase(&report.faults[0].reason);
    let judged = format!("{} of 60 missions were judged", 60 - left.len());
    assert!(told.starts_with(&judged), "{told}");
    // The fault names them: once is enough.
    let text = written(&report, Format::Text, PLAIN);
    assert_eq!(text.matches(left[0]).count(), 1, "{text}");
    let table = written(&report, Format::Csv, PLAIN);
    assert_eq!(
        table.matches("\r\nnot_judged,").count(),
        report.not_judged.len()
    );
}

fn page(report: &Report) -> String {
    let mut bytes = Vec::new();
    let messages = Messages::new(Language::English);
    let form = (AuditFormat::Html, false);
    render_audit(
        report,
        &Audit::of(report, false),
        &messages,
        form,
        &mut bytes,
    )
    .unwrap();
    String::from_utf8(bytes).unwrap()
}

#[test]
fn a_page_calls_no_mission_ready_that_it_does_not_call_fully_checked() {
    let inputs = files(60, "");
    let report = stopped(&inputs, inputs.len());
    let judged = 60 - missions(&report).len();
    let stopped = page(&report);
    for words in [
        format!("{judged} of 60 missions without errors, but not fully checked"),
        ">Without errors<".to_owned(),
        "Sans erreur".to_owned(),
        "Sin errores".to_owned(),
    ] {
        assert!(stopped.contains(&words), "{words}");
    }
    assert!(!stopped.contains("missions ready to submit"));
    assert!(stopped.contains("data-state=\"doubtful\""));
    assert!(!stopped.contains("data-state=\"ready\""));
    let request = Request {
        describe: Describe::Counts,
        ..cases::request()
    };
    let whole = check_within(inputs, &request, &Contract::default(), &Means::default());
    let whole = page(&whole);
    assert!(whole.contains("60 of 60 missions ready to submit"));
    assert!(!whole.contains("ithout errors") && whole.contains("data-state=\"ready\""));
}
