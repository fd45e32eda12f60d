//! Languages: which one is chosen, and that each has every message.

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
fn help_has_no_english_headings_in_other_languages() {
    let folder = Folder::new();
    let commands = ["check", "config", "explain", "rules", "schema", "help"];
    let asked = commands.map(|command| vec!["help", command]);
    let asked = asked
        .into_iter()
        .chain([vec!["--help"], vec!["check", "--help"]]);
    for language in ["fr", "es"] {
        for arguments in asked.clone() {
            let run = folder.run(&[&["--lang", language], arguments.as_slice()].concat());
            assert_eq!(run.code, Some(0), "{run:?}");
            for english in [
                "Usage:",
                "Commands:",
                "Exit codes",
                "Examples",
                "[default",
                "possible values",
                "Print",
                "COMMAND>",
                "<FILE>",
            ] {
                assert!(!run.out.contains(english), "{english} in:\n{}", run.out);
            }
        }
    }
    let run = folder.run(&["--lang", "es", "help", "check"]);
    for heading in ["Uso:", "Argumentos:", "Opciones:", "Ejemplos:"] {
        assert!(run.out.contains(heading), "no {heading} in:\n{}", run.out);
    }
    let run = folder.run(&["--lang", "fr", "--help"]);
    assert!(run.out.contains("\nCommandes\u{a0}:\n"), "{}", run.out);
}

/// What was typed wrong is told in the language, with the suggestion, by exit code 2.
#[test]
fn complaints_are_in_the_language() {
    let folder = Folder::new();
    let complaint = |arguments: &[&str]| {
        let run = folder.run(&[&["--lang", "fr"], arguments].concat());
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{arguments:?}");
        run.err
    };
    for (arguments, expected) in [
        (
            vec!["chek"],
            "la commande \"chek\" n’existe pas\u{a0}; vouliez-vous dire check\u{a0}?",
        ),
        (
            vec!["check", "--colr"],
            "l’option --colr n’existe pas ici\u{a0}; vouliez-vous dire --color\u{a0}?",
        ),
        (
            vec!["check", "--color", "bleu"],
            "\"bleu\" n’est pas une valeur de --color <QUAND> [valeurs possibles\u{a0}: auto, always, never]",
        ),
        (
            vec!["check", "--color", "nevr"],
            "vouliez-vous dire never\u{a0}?",
        ),
        (vec!["check", "--color"], "--color <QUAND> exige une valeur"),
        (
            vec!["check", "--as-of", "2025"],
            "écrivez le jour sous la forme AAAA-MM-JJ",
        ),
        (vec!["check", "--format", "jsn"], "formats connus\u{a0}: "),
        (
            vec!["check", "--reveal", "--audience", "public"],
            "--reveal ne peut pas être utilisé avec --audience <PUBLIC>",
        ),
        (
            vec!["check", "--format-annotation"],
            "il manque quelque chose\u{a0}: --schema <FICHIER>",
        ),
        (
            vec!["check", "-q", "-q"],
            "--quiet ne peut être donné qu’une fois",
        ),
        (vec!["check", "--quiet=1"], "--quiet ne prend pas de valeur"),
        (vec!["explain"], "il manque quelque chose\u{a0}: <RÈGLE>"),
        (
            vec!["schema", "person", "b"],
            "\"b\" est un argument de trop",
        ),
        (
            vec!["explain", "duplicate-i"],
            "la règle duplicate-i n’existe pas\u{a0}; vouliez-vous dire duplicate-id\u{a0}?",
        ),
        (
            vec!["schema", "persn"],
            "le schéma persn n’existe pas\u{a0}; vouliez-vous dire person\u{a0}?",
        ),
        (
            vec!["check", "nowhere.json"],
            "nowhere.json\u{a0}: ce fichier ou répertoire n’existe pas",
        ),
        (
            vec!["check"],
            "aucun fichier .json, .ndjson ou .jsonl à contrôler n’a été trouvé dans le répertoire courant",
        ),
        (
            vec!["check", "-o", "xml=x"],
            "--output xml=x\u{a0}: format inconnu xml\u{a0}; formats connus\u{a0}: ",
        ),
        (
            vec!["check", "--files-from", "no-list"],
            "no-list n’a pas pu être lu\u{a0}: ce fichier n’existe pas",
        ),
        (
            vec!["check", "--schema", "none.json"],
            "le schéma none.json n’a pas pu être lu\u{a0}: ce fichier n’existe pas",
        ),
    ] {
        let said = complaint(&arguments);
        assert!(said.contains(expected), "{expected}\n---\n{said}");
    }
}
