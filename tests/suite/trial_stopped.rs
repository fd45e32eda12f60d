//! What a trial of interrupted runs has found: whoever reads the numbers must know what they are of.

use std::fmt::Write as _;
use std::sync::Arc;
use std::sync::atomic::Ordering::Relaxed;

use missionlint::audit::Audit;
use missionlint::engine::{Content, Describe, Input, Means, Progress, Request, check_within};
use missionlint::message::{Language, Messages};
use missionlint::output::{AuditFormat, render_audit};
use missionlint::report::Report;
use missionlint::schema::Contract;

use crate::cases;

/// Missions named in the fault of a stopped run, as its documentation says.
const NAMED: usize = 10;

/// A file of each mission, and one of a record that belongs to none.
fn inputs(missions: usize) -> Vec<Input> {
    let input = |name: &str, text: String| Input {
        path: format!("{name}.ndjson").into(),
        content: Content::Bytes(text.into_bytes()),
    };
    let of_missions = (0..missions).map(|number| {
        let mission = format!("m{number:04}");
        let people = (0..40).fold(String::new(), |mut text, person| {
            let _ = writeln!(
                text,
                "{{\"kind\": \"person\", \"mission\": \"{mission}\", \"id\": \"P-{person}\", \"confirmed\": \"2025-03-01\", \"assignments\": []}}"
            );
            text
        });
        input(&mission, people)
    });
    let all = of_missions.chain([input("outside", "{\"kind\": \"contact\"}\n".to_owned())]);
    all.collect()
}

/// The report of a run that is stopped when this many units are judged.
fn stopped(missions: usize, after: u64) -> Report {
    let progress = Arc::new(Progress::default());
    progress.stop.store(after == 0, Relaxed);
    let means = Means {
        memory: u64::MAX,
        early: false,
        progress: progress.clone(),
        ..Means::default()
    };
    let request = Request {
        describe: Describe::Counts,
        ..cases::request()
    };
    let watching = std::thread::spawn(move || {
        while !progress.is_stopped() {
            let is_enough = progress.judged.load(Relaxed) >= after;
            progress.stop.store(is_enough, Relaxed);
            std::thread::yield_now();
        }
    });
    let report = check_within(inputs(missions), &request, &Contract::default(), &means);
    means.progress.stop.store(true, Relaxed);
    watching.join().unwrap();
    report
}

fn told(report: &Report, language: Language) -> String {
    Messages::new(language).phrase(&report.faults[0].reason)
}

#[test]
fn a_stopped_run_tells_which_missions_were_not_judged() {
    let missions = 600;
    let report = stopped(missions, 3);
    assert_eq!(report.faults.len(), 1, "stopped in the midst of judging");
    let judged: Vec<&str> = report
        .counts
        .iter()
        .filter_map(|mission| mission.id.as_deref())
        .collect();
    let names = (0..missions).map(|number| format!("m{number:04}"));
    let left: Vec<String> = names
        .filter(|name| !judged.contains(&name.as_str()))
        .collect();
    assert!(left.len() > NAMED && left.len() + judged.len() == missions);
    let (first, more) = (left[..NAMED].join(", "), left.len() - NAMED);
    let judged = judged.len();
    assert_eq!(
        told(&report, Language::English),
        format!(
            "{judged} of {missions} missions were judged; nothing is known of {first} and {more} more; findings and ready missions are counted among those judged alone"
        )
    );
    for language in Language::ALL {
        let told = told(&report, language);
        assert!(told.contains(&first) && told.contains(&more.to_string()));
        assert!(!told.contains(" ;") && !told.contains("  "), "{told}");
    }

    let mut page = Vec::new();
    let audit = Audit::of(&report, false);
    let messages = Messages::new(Language::English);
    let as_page = (AuditFormat::Html, false);
    render_audit(&report, &audit, &messages, as_page, &mut page).unwrap();
    let page = String::from_utf8(page).unwrap();
    let fault = page.find("the run was interrupted").unwrap();
    assert!(fault < page.find("id=\"verdict\"").unwrap());
}

#[test]
fn a_run_stopped_while_reading_has_checked_no_file() {
    let report = stopped(30, 0);
    assert_eq!(report.inputs.files, 0);
    assert_eq!(told(&report, Language::English), "nothing was judged");
    assert_eq!(told(&report, Language::French), "rien n’a été évalué");
    assert_eq!(told(&report, Language::Spanish), "no se evaluó nada");
}
