//! Languages: which one is chosen, and that each has every message.

use missionlint::message::Language;

use crate::tool::Folder;

const MISSION: &str = r#"{"kind":"mission","id":"mli","mission":"mli"}"#;

fn language_of(arguments: &[&str], environment: &[(&str, &str)]) -> String {
    let folder = Folder::new().with("mission.json", MISSION);
    let all = [&["check", "--format", "json"], arguments].concat();
    let run = folder.run_with(&all, environment);
    let report: serde_json::Value =
        serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {run:?}"));
    report["run"]["lang"].as_str().unwrap().to_owned()
}

#[test]
fn the_option_decides_then_the_locale() {
    let french = ("LC_ALL", "fr_ML.UTF-8");
    assert_eq!(language_of(&[], &[]), "en");
    assert_eq!(language_of(&[], &[french]), "fr");
    assert_eq!(language_of(&["--lang", "es"], &[french]), "es");
    assert_eq!(language_of(&["--lang=en"], &[french]), "en");
    let later = [("LC_MESSAGES", "es_CO.UTF-8"), ("LANG", "fr_FR.UTF-8")];
    assert_eq!(language_of(&[], &later), "es");
    assert_eq!(language_of(&[], &[("LC_ALL", ""), ("LANG", "fr")]), "fr");
    assert_eq!(
        language_of(&[], &[("LC_ALL", "C"), ("LANG", "fr_FR.UTF-8")]),
        "en",
        "the first that says something decides, even where it names no language"
    );
}

#[test]
fn the_language_can_be_named_before_the_command() {
    let folder = Folder::new().with("mission.json", MISSION);
    let run = folder.run(&["--lang", "fr", "check", "--format", "json"]);
    assert!(run.out.contains(r#""lang": "fr""#), "{run:?}");
}

#[test]
fn every_language_has_the_files_of_english() {
    let names = |language: Language| {
        let files = language.files().iter();
        files.map(|(name, _)| *name).collect::<Vec<_>>()
    };
    for language in Language::ALL {
        assert_eq!(names(language), names(Language::English));
    }
}
