//! `[messages]`: wording of one's own in place of that of the tool.

use missionlint::config::LANGUAGES;
use missionlint::message::Language;
use serde_json::Value;

use crate::config::assert_mistake;
use crate::tool::{Folder, project};

/// A mission with one finding, `unknown-country-code`.
fn mission(wording: &str) -> Folder {
    let case = project("fixtures/rules/unknown-country-code/invalid/not-assigned");
    let case = if case.exists() {
        case
    } else {
        let folder = project("fixtures/rules/unknown-country-code/invalid");
        let mut cases: Vec<_> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .collect();
        cases.sort();
        cases.swap_remove(0)
    };
    let folder = Folder::new().with_copy(&case, "mli");
    let settings = folder.read("mli/missionlint.toml");
    let file = "wording/own.ftl";
    folder
        .with(
            "mli/missionlint.toml",
            format!("{settings}\n[messages]\nen = \"../{file}\"\n"),
        )
        .with(file, wording)
}

fn finding(folder: &Folder, arguments: &[&str]) -> Value {
    let arguments = [arguments, &["mli"]].concat();
    let report = folder.report(&arguments);
    let findings = report["findings"].as_array().unwrap().iter();
    let rule = "unknown-country-code";
    let mut findings = findings.filter(|finding| finding["rule"] == rule);
    findings.next().unwrap().clone()
}

#[test]
fn the_languages_of_the_configuration_are_those_of_the_messages() {
    let mut codes: Vec<&str> = Language::ALL.map(Language::code).to_vec();
    codes.sort_unstable();
    assert_eq!(codes, LANGUAGES);
}

#[test]
fn what_is_given_replaces_what_the_tool_says_and_the_rest_stays() {
    let ours = finding(&mission(""), &[]);
    let headline = finding(
        &mission("unknown-country-code = { $code } is not on our list\n"),
        &[],
    );
    let code = ours["evidence"]
        .as_array()
        .unwrap()
        .iter()
        .find(|fact| fact["key"] == "code")
        .unwrap();
    let code = code["value"].as_str().unwrap();
    assert_eq!(headline["message"], format!("{code} is not on our list"));
    assert_eq!(headline["help"], ours["help"]);
    assert_eq!(headline["location"], ours["location"]);
    let help = finding(
        &mission("unknown-country-code =\n    .help = ask the desk officer\n"),
        &[],
    );
    assert_eq!(help["message"], ours["message"]);
    assert_eq!(help["help"], "ask the desk officer");
    assert_eq!(help["fingerprint"], ours["fingerprint"]);
    let run = mission("unknown-country-code =\n    .help = ask the desk officer\n");
    let run = run.run(&["check", "mli"]);
    assert!(
        run.out.contains("help: ask the desk officer"),
        "{}",
        run.out
    );
}

#[test]
fn wording_is_of_one_language() {
    let folder = mission("unknown-country-code = in our words\n");
    assert_eq!(finding(&folder, &[])["message"], "in our words");
    let french = finding(&folder, &["--lang", "fr"]);
    assert_ne!(french["message"], "in our words");
    folder.edit("mli/missionlint.toml", "en = ", "fr = ");
    assert_eq!(
        finding(&folder, &["--lang", "fr"])["message"],
        "in our words"
    );
    assert_ne!(finding(&folder, &[])["message"], "in our words");
}

#[test]
fn wording_cannot_reach_the_terminal_as_anything_but_text() {
    let text = "unknown-country-code = a\u{1b}[31mb\u{202e}c{ \"\\u001b\" }]0;x\n";
    let message = &finding(&mission(text), &[])["message"];
    assert_eq!(message, "a␛[31mb\u{fffd}c␛]0;x");
    let run = mission(text).run(&["check", "mli"]);
    assert!(!run.out.contains('\u{1b}'), "{}", run.out);
}

#[test]
fn wording_shows_no_more_of_restricted_records() {
    let folder = mission("unknown-country-code = { $code }!\n");
    folder.edit(
        "mli/mission.json",
        "\"kind\": \"mission\",",
        "\"kind\": \"mission\", \"classification\": \"restricted\",",
    );
    assert_eq!(finding(&folder, &[])["message"], "█████!");
}

#[track_caller]
fn assert_wording_mistake(text: &str, place: &str, expected: &[&str]) {
    for command in ["check", "config"] {
        let run = mission(text).run(&[command, "mli"]);
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{}", run.err);
        let place = format!("─[wording/own.ftl:{place}]");
        for part in [place.as_str()].iter().chain(expected) {
            assert!(run.err.contains(part), "{part:?} is missing:\n{}", run.err);
        }
    }
}

#[test]
fn mistakes_in_wording_are_marked_in_its_file() {
    assert_wording_mistake(
        "# Ours\n\nunknown-country-coed = x\n",
        "3:1",
        &[
            "there is no message \"unknown-country-coed\"",
            "did you mean \"unknown-country-code\"?",
            "write the id of a rule",
        ],
    );
    assert_wording_mistake(
        "unknown-country-code = x\n    .halp = y\n",
        "2:6",
        &["the message has no part \"halp\"", "did you mean \"help\"?"],
    );
    assert_wording_mistake(
        "unknown-country-code = é { $cod }\n",
        "1:29",
        &["the message has no value \"cod\"", "did you mean \"code\"?"],
    );
    assert_wording_mistake(
        "unknown-country-code = { $code ->\n    [a] x\n   *[b] { $nothing }\n }\n",
        "3:12",
        &["the message has no value \"nothing\""],
    );
    assert_wording_mistake(
        "unknown-country-code = { NUMBER($code) }\n",
        "1:26",
        &["there is no function \"NUMBER\"", "leave it out"],
    );
    assert_wording_mistake(
        "unknown-country-code = { unknown-kind }\n",
        "1:26",
        &["there is no message \"unknown-kind\""],
    );
    assert_wording_mistake(
        "-brand = x\nunknown-country-code = { -brand }\n",
        "1:2",
        &["there is no message \"brand\""],
    );
    assert_wording_mistake(
        "unknown-country-code = x\nunknown-country-code = y\n",
        "2:1",
        &["should be one entry for each message"],
    );
    assert_wording_mistake(
        "unknown-country-code = x\n\n!!! what is this\n",
        "3:1",
        &[
            "!!! what is this is not a value for \"messages\"",
            "an entry of a Fluent file",
        ],
    );
    assert_wording_mistake(
        "unknown-country-code = { $code\n",
        "1:1",
        &["an entry of a Fluent file"],
    );
}

#[test]
fn mistakes_in_the_table_are_marked_in_the_configuration() {
    assert_mistake(
        "messages = \"x\"",
        "1:12",
        &["a table of languages with files of wording"],
    );
    assert_mistake(
        "[messages]\nfrench = \"x.ftl\"",
        "2:1",
        &[
            "there are no messages in the language \"french\"",
            "use one of: en, es, fr",
        ],
    );
    assert_mistake("[messages]\nfr = 1", "2:6", &["the path of a Fluent file"]);
    assert_mistake(
        "[messages]\nfr = \"\"",
        "2:6",
        &["the path of a Fluent file"],
    );
    assert_mistake(
        "[messages]\nfr = \"x.ftl\"",
        "2:6",
        &[
            "config-unreadable-file",
            "\"x.ftl\" could not be read: there is no such file",
        ],
    );
}
