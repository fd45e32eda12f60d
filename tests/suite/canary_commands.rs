//! Records full of canaries, and every command there is on them: what nobody may see is in nothing that is printed or
//! written, whatever the audience, the language and the form, also where something is broken.

use std::collections::BTreeSet;

use missionlint::output::Format;
use serde_json::{Value, json};

use crate::canaries::{Canaries, SECRET_DAYS, SECRET_NUMBER, Way, full_records, mutilated};
use crate::masking::{assert_silent, restricted, without_pages, without_rules};
use crate::mission::{Mission, files_below};
use crate::repository::Repository;
use crate::tool::{Folder, Run};

/// What a text of the tool itself cannot hold: it has days and numbers of its own.
fn bare_leaks(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let is_secret = |line: &&str| {
        let letter = |character: char| ('\u{400}'..='\u{4ff}').contains(&character);
        line.contains("qzx") || line.contains(letter) || line.contains(&SECRET_NUMBER.to_string())
    };
    lower.lines().filter(is_secret).map(str::to_owned).collect()
}

fn assert_bare(text: &str, name: &str) {
    let found = bare_leaks(text);
    assert!(
        found.is_empty(),
        "{name} shows:\n{}",
        found[..found.len().min(9)].join("\n")
    );
}

/// Days as French and Spanish write them.
fn days_of(language: &str) -> Vec<String> {
    let french = [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ];
    let spanish = [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ];
    let days = SECRET_DAYS.iter().map(|day| {
        let parts: Vec<usize> = day.split('-').map(|part| part.parse().unwrap()).collect();
        match language {
            "fr" => format!("{} {}", parts[2], french[parts[1] - 1]),
            _ => format!("{} de {}", parts[2], spanish[parts[1] - 1]),
        }
    });
    days.collect()
}

/// A report without what comes from the catalogue.
fn without_catalogue(name: &str, text: &str) -> String {
    let bytes = match name.rsplit('.').next() {
        Some("sarif") => without_pages(text.as_bytes()),
        Some("html") => without_rules(text.as_bytes()),
        _ => return text.to_owned(),
    };
    String::from_utf8(bytes).unwrap()
}

/// Nothing in a report: no text, no number, no day in any language.
fn assert_report(name: &str, language: &str, text: &str) {
    let text = without_catalogue(name, text);
    let name = format!("{name}, {language}");
    assert_silent(&text, &name);
    for language in ["fr", "es"] {
        for day in days_of(language) {
            assert!(!text.to_lowercase().contains(&day), "{name} shows {day}");
        }
    }
}

/// A record of every kind whose id, or whose mission, is a text where something opaque is required.
fn named() -> Mission {
    let mut files = std::collections::BTreeMap::new();
    let mut made = Canaries::new(Way::Record);
    for (kind, record) in full_records(&mut made) {
        for (at, field) in [("id", "id"), ("mission", "mission"), ("kind", "kind")] {
            let mut record = record.clone();
            record["kind"] = json!(kind);
            record["mission"] = json!("nam");
            record["classification"] = json!("restricted");
            record[field] = json!(format!("Ж{kind} Ж"));
            files.insert(format!("nam/{kind}-{at}.json"), record.to_string());
        }
    }
    // Every reference is a name.
    let names = [
        r#""kind": "representation", "id": "R-1", "platform": "Ж qzx", "person": "Ж qzx", "capacity": "member""#,
        r#""kind": "designation", "id": "D-1", "designation": "acting-com", "from_person": "Ж qzx", "to_person": "Ж qzx", "scope": ["Ж qzx"]"#,
        r#""kind": "contact-log", "id": "C-1", "platform": "Ж qzx", "by": "Ж qzx", "with": {"org": "Ж"}, "date": "2023-11-17""#,
        r#""kind": "meeting", "id": "M-1", "platform": "Ж qzx", "start": "2023-11-17T19:53:00Z", "status": "held", "mode": "remote", "attendance": [{"person": "Ж qzx", "capacity": "member", "presence": "present"}]"#,
        r#""kind": "person", "id": "P-1", "assignments": [{"role": "Ж qzx", "kind": "staff", "duty_station": "Ж qzx", "from": "2023-11-17"}], "programmes": [{"programme": "Ж qzx"}]"#,
    ];
    for (at, record) in names.iter().enumerate() {
        let record = format!(
            r#"{{"classification": "restricted", "mission": "nam", {record}, "from": "2023-11-17"}}"#
        );
        files.insert(format!("nam/names-{at}.json"), record);
    }
    Mission {
        files,
        settings: String::new(),
    }
}

/// Everything restricted in any way, broken in many.
fn folder() -> Folder {
    let folder = Folder::new();
    let named = named();
    for (path, text) in restricted().files.into_iter().chain(named.files) {
        folder.write(&format!("data/{path}"), text);
    }
    // Not JSON at all, and not text.
    folder.write("data/brk/notes.json", "Ж qzx 48151\n");
    folder.write("data/brk/page.json", "<html><body>Ж qzx</body></html>\n");
    folder.write(
        "data/brk/table.json",
        "person,date\nЖ,2023-11-17\nqzx,2023-11-17\n",
    );
    folder.write(
        "data/brk/bytes.json",
        b"{\"classification\": \"restricted\", \"note\": \"qzx\xff\"}",
    );
    folder.write("missionlint.toml", SETTINGS);
    folder
}

const SETTINGS: &str = "paths = [\"data\"]\nas_of = \"2025-03-31\"\n";
/// For whom.
const AUDIENCES: [&str; 2] = ["internal", "public"];
const LANGUAGES: [&str; 3] = ["en", "fr", "es"];

/// Runs a command as somebody does who looks for what is wrong with it.
fn run(folder: &Folder, arguments: &[&str]) -> Run {
    folder.run_with(
        arguments,
        &[
            ("RUST_BACKTRACE", "full"),
            ("RUST_LOG", "trace"),
            ("MISSIONLINT_LOG", "trace"),
        ],
    )
}

fn ending(format: Format) -> &'static str {
    match format {
        Format::Html => "html",
        Format::Sarif => "sarif",
        other => other.code(),
    }
}

/// The commands that this test, or the one behind the colon, runs on the records. Another one has to be added.
#[test]
fn no_command_is_forgotten() {
    let help = Folder::new().run(&["--help"]).out;
    let (_, commands) = help.split_once("Commands:\n").unwrap();
    let (commands, _) = commands.split_once("\n\n").unwrap();
    let names = commands.lines().filter_map(|line| {
        let line = line
            .strip_prefix("  ")
            .filter(|line| !line.starts_with(' '))?;
        line.split(' ').next()
    });
    let names: BTreeSet<&str> = names.collect();
    let known = [
        "allow",
        "audit",
        "baseline",
        "check",
        "completions",
        "config",
        "diff",
        "explain",
        "help",
        "init",
        "man",
        "policy",
        "review",
        "rules",
        "schema",
    ];
    let known = BTreeSet::from(known);
    assert!(names.is_subset(&known), "{:?}", names.difference(&known));
    assert!(names.len() > 10);
}

/// Runs a command with a report in every form, which show nothing.
fn assert_reports(folder: &Folder, language: &str, arguments: &[&str], formats: &[Format]) {
    let name = |format: &Format| format!("out/{}.{}", format.code(), ending(*format));
    let files = formats
        .iter()
        .map(|format| format!("{}={}", format.code(), name(format)));
    let files: Vec<String> = files.collect();
    let mut all = arguments.to_vec();
    all.extend(["--lang", language]);
    all.extend(files.iter().flat_map(|file| ["-o", file.as_str()]));
    let run = run(folder, &all);
    assert_eq!(run.code, Some(1), "{all:?}: {}", run.err);
    let told = arguments.join(" ");
    assert_report(
        &format!("{told}: standard error"),
        language,
        &(run.out + &run.err),
    );
    for format in formats {
        let text = folder.read(&name(format));
        assert!(!text.is_empty());
        assert_report(&format!("{told}: {}", name(format)), language, &text);
    }
}

#[test]
fn no_report_of_a_check_in_any_form_shows_what_is_restricted() {
    let folder = folder();
    for (path, text) in mutilated(&mut Canaries::new(Way::Record), 1).files {
        folder.write(&format!("data/{path}"), text);
    }
    for (audience, language) in [("internal", "fr"), ("public", "es"), ("internal", "en")] {
        let arguments = ["check", "--audience", audience, "--show-allowed"];
        assert_reports(&folder, language, &arguments, &Format::ALL);
    }
    let coloured = ["check", "--color", "always", "--lang", "en"];
    let run = run(&folder, &coloured);
    assert_report("in colour", "en", &(run.out + &run.err));
}

#[test]
fn parts_of_the_records_show_nothing_either() {
    let folder = folder();
    let meetings = folder.read("data/flt-rec/meetings.ndjson");
    folder.write("list", "data/brk/comma.json\ndata/brk/line.json\n");
    let schema = crate::tool::project("schemas/meeting.schema.json");
    let schema = schema.to_str().unwrap();
    for (at, arguments) in [
        &["data/flt-rec/meetings.ndjson"][..],
        &["data/brk", "--ignore", "syntax-error"],
        &["--files-from", "list"],
        &["data/flt-*/**/*.json", "--policy", "latest"],
        &[
            "data/nam",
            "--quiet",
            "--fail-on",
            "advice",
            "--allow-blocked",
        ],
        // Its own schema instead of the contract: the records are what they were.
        &["data/brk", "--schema", schema],
        &["data/flt-rec", "--schema", schema],
    ]
    .into_iter()
    .enumerate()
    {
        let audience = ["--audience", AUDIENCES[at % 2]];
        let arguments = [&["check"], &audience[..], arguments].concat();
        assert_reports(
            &folder,
            "en",
            &arguments,
            &[Format::Text, Format::Json, Format::Html],
        );
    }
    // From standard input, in place of a file.
    let mut command = crate::tool::command(folder.path());
    command.args([
        "check",
        "-",
        "--stdin-filename",
        "data/x.ndjson",
        "--format",
        "json",
    ]);
    command
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped());
    command.stderr(std::process::Stdio::piped());
    let mut child = command.spawn().unwrap();
    std::io::Write::write_all(&mut child.stdin.take().unwrap(), meetings.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_silent(&String::from_utf8(output.stdout).unwrap(), "standard input");
    assert_silent(&String::from_utf8(output.stderr).unwrap(), "standard input");
}

/// What a page saves when every finding is decided upon.
fn saved(page: &str, audience: &str) -> Value {
    let attribute = |text: &str, name: &str| {
        let (_, rest) = text.split_once(&format!(" {name}=\""))?;
        Some(
            rest.split_once('"')?
                .0
                .replace("&quot;", "\"")
                .replace("&amp;", "&"),
        )
    };
    let mut saved: Value = serde_json::from_str(&attribute(page, "data-run").unwrap()).unwrap();
    let articles = page.split("<article ").skip(1);
    let decisions = articles.map(|article| {
        let article = article.split_once('>').unwrap().0;
        let get = |name: &str| attribute(article, name);
        json!({
            "fingerprint": get("id").unwrap().trim_start_matches("f-"), "rule": get("data-rule"),
            "mission": get("data-mission"), "pointer": get("data-pointer"), "decision": "exception",
            "record": get("data-kind").map(|kind| json!({"kind": kind, "id": get("data-record")})),
            "reason": "r", "owner": null, "expires": null, "record_hash": get("data-hash"),
        })
    });
    let decisions: Vec<Value> = decisions.collect();
    assert!(decisions.len() > 100, "{audience}: {}", decisions.len());
    saved["decisions"] = Value::from(decisions);
    saved["reviewer"] = Value::Null;
    saved["decided_on"] = json!("2025-03-31");
    saved
}

#[test]
fn no_sheet_shows_what_is_restricted_nor_does_what_it_saves() {
    let folder = folder();
    // What others were shown: all of it.
    let revealed = [
        "review",
        "--reveal",
        "-o",
        "html=open.html",
        "-o",
        "json=open.json",
        "--lang",
        "en",
    ];
    run(&folder, &revealed);
    assert!(!bare_leaks(&folder.read("open.html")).is_empty());
    let open = saved(&folder.read("open.html"), "revealed");
    // Decisions of those on what is there no more.
    let mut gone = open.clone();
    for decision in gone["decisions"].as_array_mut().unwrap() {
        decision["fingerprint"] = json!("0");
        decision["rule"] = json!("stale-record");
    }
    gone["decisions"].as_array_mut().unwrap().push(
        json!({"fingerprint": "1", "rule": "stale-record", "mission": "nam",
        "record": {"kind": "person", "id": "PX-1"}, "decision": "accepted"}),
    );
    gone["decisions"].as_array_mut().unwrap().push(
        json!({"fingerprint": "2", "rule": "stale-record", "mission": "Ж",
        "record": {"kind": "Ж", "id": "Ж qzx"}, "pointer": "/Ж", "decision": "accepted"}),
    );
    folder.write("open-review.json", open.to_string());
    folder.write("gone-review.json", gone.to_string());
    let mut earlier: Value = serde_json::from_str(&folder.read("open.json")).unwrap();
    for found in earlier["findings"].as_array_mut().unwrap() {
        found["fingerprint"] = json!("0");
    }
    folder.write("gone.json", earlier.to_string());
    for audience in AUDIENCES {
        let page = |more: &[&str]| {
            let arguments = [
                &[
                    "review",
                    "--audience",
                    audience,
                    "--lang",
                    "en",
                    "-o",
                    "html=page.html",
                ],
                more,
            ]
            .concat();
            let run = run(&folder, &arguments);
            assert!(run.code == Some(1), "{}", run.err);
            assert_silent(&(run.out + &run.err), "standard error");
            let page = folder.read("page.html");
            assert_report(&format!("{audience} {}.html", more.join(" ")), "en", &page);
            page
        };
        let sheet = page(&[]);
        let own = saved(&sheet, audience).to_string();
        assert_silent(&own, "what is saved");
        folder.write("own.json", &own);
        page(&["--decisions", "own.json"]);
        page(&["--decisions", "open-review.json"]);
        let gone = page(&["--decisions", "gone-review.json"]);
        assert_eq!(gone.contains("<bdi>PX-1</bdi>"), audience == "internal");
        page(&["--compare", "open.json"]);
        page(&["--compare", "gone.json"]);
        // Exceptions of what the page saved, as entries.
        let import = ["allow", "import", "own.json", "--dry-run"];
        let run = run(&folder, &import);
        assert_bare(&(run.out + &run.err), "allow import --dry-run");
        folder.write("missionlint.toml", SETTINGS);
        let run = self::run(&folder, &import[..3]);
        assert_bare(&(run.out + &run.err), "allow import");
        assert_bare(&folder.read("missionlint.toml"), "missionlint.toml");
        page(&[]);
        let shown = self::run(&folder, &["config", "--all", "--format", "json"]);
        assert_bare(&(shown.out + &shown.err), "config");
        folder.write("missionlint.toml", SETTINGS);
    }
}

#[test]
fn lists_and_comparisons_show_nothing_restricted() {
    let folder = folder();
    for (name, audience) in [("a.json", "internal"), ("b.json", "public")] {
        run(
            &folder,
            &[
                "check",
                "--audience",
                audience,
                "-o",
                &format!("json={name}"),
            ],
        );
    }
    folder.write(
        "data/flt-rec/more.json",
        folder
            .read("data/flt-rec/vacancy.json")
            .replace("V-1", "V-2"),
    );
    run(&folder, &["check", "-o", "json=c.json"]);
    for (old, new) in [
        ("a.json", "c.json"),
        ("c.json", "a.json"),
        ("a.json", "b.json"),
    ] {
        for format in ["text", "json", "markdown"] {
            for language in LANGUAGES
                .into_iter()
                .filter(|language| format == "text" || *language == "en")
            {
                let run = run(
                    &folder,
                    &["diff", old, new, "--format", format, "--lang", language],
                );
                assert!(run.code != Some(2), "{}", run.err);
                assert_report(
                    &format!("diff {old} {new} {format}"),
                    language,
                    &(run.out + &run.err),
                );
            }
        }
    }
    for audience in AUDIENCES {
        for format in ["json", "html"] {
            let audit = ["audit", "--audience", audience, "--format", format];
            let sheets: &[&str] = if format == "html" {
                &["--sheets", "sheets"]
            } else {
                &[]
            };
            let run = run(&folder, &[&audit[..], sheets].concat());
            assert!(run.out.len() > 1000, "{}", run.err);
            assert_silent(&(run.out + &run.err), &format!("audit {format}"));
        }
        for sheet in std::fs::read_dir(folder.path().join("sheets")).unwrap() {
            let path = sheet.unwrap().path();
            let text = std::fs::read_to_string(&path).unwrap();
            assert_silent(&text, &path.to_string_lossy());
        }
        std::fs::remove_dir_all(folder.path().join("sheets")).unwrap();
    }
    let list = "missionlint-baseline.json";
    for action in ["create", "update", "prune"] {
        if action == "prune" {
            std::fs::remove_file(folder.path().join("data/flt-rec/meetings.ndjson")).unwrap();
        }
        let run = run(&folder, &["baseline", action, "--baseline", list]);
        assert_ne!(run.code, Some(2), "{action}: {}", run.err);
        assert_silent(&(run.out + &run.err), action);
        assert_silent(&folder.read(list), list);
    }
    let run = run(
        &folder,
        &[
            "check",
            "--show-allowed",
            "--baseline",
            "missionlint-baseline.json",
        ],
    );
    assert_silent(&(run.out + &run.err), "check --baseline");
}

#[test]
fn what_a_change_has_brought_shows_nothing_restricted() {
    let repository = Repository::of(folder());
    let folder = &repository.0;
    folder.edit("data/flt-rec/vacancy.json", "\"V-1\"", "\"V-2\"");
    folder.write(
        "data/flt-rec/more.json",
        "{\"classification\": \"restricted\", \"note\": \"Ж qzx\"",
    );
    for audience in AUDIENCES {
        let arguments = [
            "check",
            "--since",
            "HEAD",
            "--allow-from",
            "HEAD",
            "--audience",
            audience,
            "-o",
            "json=c.json",
            "-o",
            "markdown=c.md",
        ];
        let run = repository.run(&arguments);
        assert_eq!(run.code, Some(1), "{}", run.err);
        let written = folder.read("c.json") + &folder.read("c.md");
        assert_silent(&(run.out + &run.err + &written), &arguments.join(" "));
    }
}

/// Files that are no records hold what somebody put there by mistake: complaints about them do not repeat it.
#[test]
fn what_is_broken_beside_the_records_is_not_quoted() {
    let folder = folder();
    let texts = [
        "Ж qzx",
        "{\"Ж\": \"qzx\"}",
        "[\"Ж qzx\"]",
        "{\"schema_version\": \"Ж qzx\"}",
        "{\"schema_version\": 1, \"tool\": {\"name\": \"missionlint\"}, \"run\": {\"as_of\": \"Ж\", \"inputs\": {\"hash\": \"Ж\"}}, \"decided_on\": \"Ж\", \"findings\": [\"Ж\"], \"decisions\": [{\"fingerprint\": \"qzx\", \"rule\": \"Ж qzx\", \"decision\": \"Ж\"}]}",
    ];
    for text in texts {
        folder.write("odd.json", text);
        for arguments in [
            &["review", "--decisions", "odd.json", "-o", "html=x.html"][..],
            &["review", "--compare", "odd.json", "-o", "html=x.html"],
            &["allow", "import", "odd.json", "--dry-run"],
            &["diff", "odd.json", "odd.json"],
        ] {
            let run = run(&folder, arguments);
            assert_bare(
                &(run.out + &run.err),
                &format!("{} on {text}", arguments.join(" ")),
            );
        }
    }
}

/// Records named by mistake where something else is meant.
#[test]
fn records_in_place_of_something_else_are_not_quoted() {
    let folder = folder();
    let files = [
        "data/flt-rec/person.json",
        "data/flt-rec/meetings.ndjson",
        "data/brk/comma.json",
        "data/brk/line.json",
        "data/nam/names-3.json",
    ];
    for file in files {
        let schema = format!("[[kinds]]\nkind = \"training\"\nschema = \"{file}\"\n");
        folder.write("kinds.toml", format!("{SETTINGS}{schema}"));
        for arguments in [
            &["check", "--config", file, "data/nam"][..],
            &["config", "--config", file],
            &["check", "--baseline", file, "data/nam"],
            &["baseline", "update", "--baseline", file, "data/nam"],
            &["baseline", "prune", "--baseline", file, "data/nam"],
            &["check", "--schema", file, "data/nam"],
            &["check", "--config", "kinds.toml", "data/nam"],
            &["check", "--files-from", file],
            &["review", "--decisions", file, "data/nam"],
            &["review", "--compare", file, "data/nam"],
            &["allow", "import", file],
            &["diff", file, file],
        ] {
            let run = run(&folder, arguments);
            assert_bare(&(run.out + &run.err), &arguments.join(" "));
        }
    }
}

/// Commands that read no records, in a folder that is full of them.
#[test]
fn other_commands_do_not_look_at_records() {
    let folder = folder();
    for arguments in [
        &["explain", "smt-com-absent"][..],
        &["rules", "--format", "json"],
        &["rules", "--format", "markdown"],
        &["policy", "--statements"],
        &["schema", "meeting"],
        &["schema", "--dir", "made"],
        &["config"],
        &["config", "data/flt-rec/meetings.ndjson", "--all"],
        &["config", "--mission", "flt-rec"],
        &["completions", "bash"],
        &["man"],
        &["init", "--dry-run"],
        &["init", "--mission", "flt"],
    ] {
        let run = run(&folder, arguments);
        assert_bare(&(run.out + &run.err), &arguments.join(" "));
    }
    for (path, file) in files_below(folder.path()) {
        if !path.starts_with("data/") {
            let bytes = std::fs::read(file).unwrap();
            assert_bare(&String::from_utf8_lossy(&bytes), &path);
        }
    }
}

/// What is kept for the next run is as masked as the report.
#[test]
fn no_cache_holds_what_is_restricted() {
    let folder = folder();
    for audience in AUDIENCES {
        for command in ["check", "review", "audit"] {
            let arguments = [command, "--audience", audience, "--cache", "kept"];
            run(&folder, &arguments);
        }
    }
    let leaks = || {
        let files = std::fs::read_dir(folder.path().join("kept")).unwrap();
        let files: Vec<Vec<u8>> = files
            .map(|file| std::fs::read(file.unwrap().path()).unwrap())
            .collect();
        let leaks = files.iter().flat_map(|bytes| leaks_among(bytes));
        (files.len(), leaks.collect::<Vec<String>>())
    };
    // One file for each command and audience, and the tag.
    assert_eq!(leaks(), (7, Vec::new()));
    // The test sees what would be there.
    run(&folder, &["check", "--reveal", "--cache", "kept"]);
    assert!(leaks().1.len() > 20);
}

/// What nobody may see, in a file in which texts stand among digests: these look like words, but not like long ones.
fn leaks_among(bytes: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(bytes);
    let is_text = |character: char| (' '..='~').contains(&character) || character == 'Ж';
    let words = text.split(|character| !is_text(character));
    let long = words.filter(|word| word.chars().count() > 7);
    let is_secret = |word: &&str| {
        let lower = word.to_lowercase();
        let mut days = SECRET_DAYS.iter();
        lower.contains("qzx")
            || lower.contains('ж')
            || lower.contains(&SECRET_NUMBER.to_string())
            || days.any(|day| lower.contains(day))
    };
    long.filter(is_secret).map(str::to_owned).collect()
}
