//! Completions and man pages: the shell and `man` themselves judge, where they are installed. Where they are not, that
//! is said by name, and the structure is looked at instead.

use std::path::Path;
use std::process::{Command, Stdio};

use missionlint::reference::packs;
use missionlint::rules;

use crate::tool::{Folder, command, finish};

fn is_installed(program: &str) -> bool {
    let tried = Command::new(program)
        .arg("--version")
        .stdin(Stdio::null())
        .output();
    tried.is_ok_and(|output| output.status.success())
}

/// Says what a test leaves out, past the harness, which hides what passing tests print.
fn leave_out(what: &str) {
    use std::io::Write;
    let _ = writeln!(std::io::stderr(), "left out: {what}");
}

fn script(shell: &str) -> String {
    let run = Folder::new().run(&["completions", shell]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    run.out
}

/// What bash offers for words, the last of which is being typed.
fn offered(folder: &Folder, words: &[&str]) -> Vec<String> {
    let quoted: Vec<String> = words.iter().map(|word| format!("'{word}'")).collect();
    let last = words.len() - 1;
    let asked = format!(
        "source ./script; COMP_WORDS=({}); COMP_CWORD={last}; \
         _missionlint missionlint {} {}; printf '%s\\n' \"${{COMPREPLY[@]}}\"",
        quoted.join(" "),
        quoted[last],
        quoted[last - 1],
    );
    let mut bash = Command::new("bash");
    bash.args(["--noprofile", "--norc", "-c", &asked])
        .current_dir(folder.path())
        .stdin(Stdio::null());
    let run = finish(&mut bash);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{run:?}");
    run.out.lines().map(str::to_owned).collect()
}

#[test]
fn bash_completes_commands_options_and_names() {
    let text = script("bash");
    let folder = Folder::new().with("script", &text);
    if is_installed("bash") {
        assert_eq!(offered(&folder, &["missionlint", "ch"]), ["check"]);
        assert_eq!(
            offered(&folder, &["missionlint", "check", "--wat"]),
            ["--watch"]
        );
        let rules = offered(&folder, &["missionlint", "explain", "smt-com-abs"]);
        assert_eq!(rules, ["smt-com-absent"]);
        let chosen = ["missionlint", "check", "--select", "cluster-staff"];
        assert_eq!(offered(&folder, &chosen), ["cluster-staff-mismatch"]);
        assert_eq!(
            offered(&folder, &["missionlint", "schema", "contact-"]),
            ["contact-log"]
        );
        assert_eq!(
            offered(&folder, &["missionlint", "init", "--ci", "git"]),
            ["github", "gitlab"]
        );
    } else {
        leave_out("bash is not installed: it did not run its completions");
        assert!(text.contains("complete -F _missionlint"), "{text}");
    }
}

#[test]
fn every_shell_knows_every_command_rule_and_pack() {
    let help = Folder::new().run(&["--help"]).out;
    let commands: Vec<&str> = help
        .lines()
        .skip_while(|line| *line != "Commands:")
        .skip(1)
        .take_while(|line| line.starts_with("  "))
        .filter(|line| !line.starts_with("   "))
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    assert!(commands.contains(&"check") && commands.contains(&"man"));
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let text = script(shell);
        for name in &commands {
            assert!(text.contains(name), "{shell}: {name}");
        }
        // What clap makes for PowerShell has no values of arguments.
        if shell != "powershell" {
            let rules = rules::catalogue();
            for name in rules.iter().map(|rule| rule.id) {
                assert!(text.contains(name), "{shell}: {name}");
            }
        }
        // For fish it makes none of arguments without an option.
        for pack in packs().iter().filter(|_| ["bash", "zsh"].contains(&shell)) {
            assert!(text.contains(&pack.id), "{shell}: {}", pack.id);
        }
    }
}

/// What is completed makes no difference to what is said about a wrong name.
#[test]
fn a_wrong_name_is_told_in_few_words() {
    let run = Folder::new().run(&["explain", "smt-com-absnt"]);
    assert_eq!(run.code, Some(2));
    let wanted = "missionlint: there is no rule smt-com-absnt; did you mean smt-com-absent?\n";
    assert_eq!(run.err, wanted);
}

fn pages(language: &str) -> Folder {
    let folder = Folder::new();
    let run = folder.run(&["man", "--dir", "man1", "--lang", language]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{run:?}");
    folder
}

fn page(folder: &Folder, name: &str) -> String {
    folder.read(&format!("man1/{name}"))
}

fn headings(page: &str) -> Vec<&str> {
    page.lines()
        .filter_map(|line| line.strip_prefix(".SH "))
        .collect()
}

#[test]
fn every_command_has_a_page_in_every_language() {
    for (language, name, wanted) in [
        ("en", "NAME", "Check records and report findings"),
        (
            "fr",
            "NOM",
            "Contrôle des enregistrements et rapporte les constats",
        ),
        (
            "es",
            "NOMBRE",
            "Comprueba registros e informa de los hallazgos",
        ),
    ] {
        let folder = pages(language);
        let program = page(&folder, "missionlint.1");
        let mut files: Vec<String> = std::fs::read_dir(folder.path().join("man1"))
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        files.sort();
        let named: Vec<String> = program
            .lines()
            .filter_map(|line| line.strip_suffix("(1)"))
            .map(|line| format!("{}.1", line.replace('\\', "")))
            .collect();
        assert_eq!(named.len() + 1, files.len(), "{program}");
        for file in &named {
            assert!(files.contains(file), "{file} of {files:?}");
        }
        for file in &files {
            let text = page(&folder, file);
            let found = headings(&text);
            assert_eq!(found[0], name, "{file}");
            assert!(found.len() >= 4, "{file}: {found:?}");
            for heading in found {
                assert_eq!(heading, heading.trim(), "{file}");
                assert_eq!(heading, heading.to_uppercase(), "{file}");
            }
            let opening = text.lines().find(|line| line.starts_with(".TH "));
            assert!(
                opening.is_some_and(|line| line.contains("missionlint ")),
                "{file}"
            );
        }
        let check = page(&folder, "missionlint-check.1");
        assert!(check.contains(wanted), "{check}");
        assert!(check.contains("\\-\\-watch"), "{check}");
    }
}

fn groff_complains(file: &Path) -> String {
    let mut groff = Command::new("groff");
    groff
        .args(["-man", "-ww", "-Tutf8", "-Kutf8", "-z"])
        .arg(file)
        .stdin(Stdio::null());
    let run = finish(&mut groff);
    assert_eq!(run.code, Some(0), "{run:?}");
    run.err
}

#[test]
fn groff_finds_nothing_wrong_with_the_pages() {
    if !is_installed("groff") {
        leave_out("groff is not installed: it did not read the man pages");
    }
    for language in ["en", "fr", "es"] {
        let folder = pages(language);
        for entry in std::fs::read_dir(folder.path().join("man1")).unwrap() {
            let path = entry.unwrap().path();
            if is_installed("groff") {
                assert_eq!(groff_complains(&path), "", "{}", path.display());
            }
        }
    }
    // Without a folder it is the page of the program.
    let printed = finish(command(Path::new(".")).arg("man"));
    assert_eq!(printed.out, page(&pages("en"), "missionlint.1"));
}

/// A page that is there is put in place of the earlier one: it belongs to the tool.
#[test]
fn pages_that_cannot_be_written_are_told() {
    let folder = Folder::new().with("file", "");
    let run = folder.run(&["man", "--dir", "file"]);
    assert_eq!((run.code, run.out.as_str()), (Some(2), ""));
    assert!(run.err.contains("could not be written"), "{}", run.err);
}
