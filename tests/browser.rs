//! The review sheet in a real browser: what a reader sees, does and saves.
//!
//! Needs Node.js, what `npm ci --prefix tests/browser` installs, and a Chromium (`MISSIONLINT_BROWSER` names another one
//! than those in the path). Where one of them is missing the tests are reported as ignored, by name; `.ci/run` installs
//! them.

#[path = "generator/mod.rs"]
mod generator;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use libtest_mimic::{Arguments, Failed, Trial};
use serde_json::Value;
use tempfile::TempDir;

/// Checks of tests/browser/run.mjs, by phase.
const FIRST: [&str; 13] = [
    "the_verdict_comes_first",
    "it_reads_without_scripts",
    "findings_are_filtered_and_searched",
    "the_keyboard_reaches_everything",
    "everything_is_there_in_three_languages",
    "decisions_are_saved",
    "a_sheet_fits_paper",
    "axe_finds_nothing",
    "it_fits_a_phone",
    "nothing_moves_where_motion_is_unwanted",
    "hostile_content_is_text",
    "ten_thousand_findings_are_usable",
    "nothing_is_requested_and_nothing_complains",
];
/// Checks of the page of an audit.
const WORLD: [&str; 9] = [
    "the_world_reads_without_scripts",
    "missions_are_sorted_and_searched",
    "missions_fold_out_what_is_weak",
    "the_world_is_there_in_three_languages",
    "the_keyboard_reaches_the_world",
    "the_world_fits_paper_and_phone",
    "axe_finds_nothing_in_the_world",
    "hostile_missions_are_text",
    "the_world_asks_for_nothing",
];
const AGAIN: [&str; 2] = [
    "decisions_are_shown_again",
    "nothing_complains_about_decisions",
];

const BROWSERS: [&str; 4] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];

fn main() {
    let arguments = Arguments::from_args();
    let browser = browser().filter(|_| is_installed());
    let absent = browser.is_none();
    let browser: &'static Path = Box::leak(browser.unwrap_or_default().into_boxed_path());
    let driven = FIRST.into_iter().chain(WORLD).chain(AGAIN).map(|name| {
        Trial::test(name, move || told(stage(browser), name)).with_ignored_flag(absent)
    });
    let imported = Trial::test("saved_exceptions_become_entries", move || {
        imported(stage(browser))
    });
    let trials = driven.chain([imported.with_ignored_flag(absent)]);
    libtest_mimic::run(&arguments, trials.collect()).exit();
}

/// The browser to drive.
fn browser() -> Option<PathBuf> {
    if let Some(named) = std::env::var_os("MISSIONLINT_BROWSER") {
        return Some(PathBuf::from(named));
    }
    let folders = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&folders).collect();
    let mut places = BROWSERS
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    places.find(|place| place.is_file())
}

/// Whether what drives a browser is there.
fn is_installed() -> bool {
    let has_node = Command::new("node").arg("--version").output();
    has_node.is_ok_and(|output| output.status.success())
        && project("tests/browser/node_modules/playwright-core").is_dir()
        && project("tests/browser/node_modules/axe-core").is_dir()
}

fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Pages, what was seen in them, and what was saved: made once for all tests.
struct Stage {
    folder: TempDir,
    seen: Result<BTreeMap<String, Value>, String>,
}

fn stage(browser: &Path) -> &'static Stage {
    static STAGE: OnceLock<Stage> = OnceLock::new();
    STAGE.get_or_init(|| {
        let folder = TempDir::new_in(env!("CARGO_TARGET_TMPDIR"))
            .unwrap_or_else(|error| panic!("no folder for pages: {error}"));
        let seen = play(folder.path(), browser);
        Stage { folder, seen }
    })
}

/// Makes the pages, looks at them, decides, makes the page with the decisions and looks at that.
fn play(folder: &Path, browser: &Path) -> Result<BTreeMap<String, Value>, String> {
    copy(&project("fixtures/missions/mli"), &folder.join("ready"))?;
    copy(&project("fixtures/missions/mli"), &folder.join("broken"))?;
    damage(&folder.join("broken"))?;
    write(&folder.join("hostile/records.json"), &hostile())?;
    write(
        &folder.join("hostile/missionlint.toml"),
        "as_of = \"2025-03-31\"\n",
    )?;
    copy(&project("fixtures/missions"), &folder.join("several"))?;
    for name in ["mli", "eth"] {
        let config = folder.join(format!("several/{name}/missionlint.toml"));
        std::fs::remove_file(config).map_err(|error| error.to_string())?;
    }
    write(
        &folder.join("several/missionlint.toml"),
        "as_of = \"2025-03-31\"\n",
    )?;
    write(&folder.join("many/people.ndjson"), &many())?;
    write(
        &folder.join("many/missionlint.toml"),
        "as_of = \"2025-03-31\"\n",
    )?;
    for name in ["ready", "broken", "hostile", "several", "many"] {
        review(folder, name, &format!("{name}.html"), &[])?;
    }
    world(folder)?;
    let mut seen = drive(folder, "first", browser)?;
    seen.extend(drive(folder, "world", browser)?);
    if folder.join("review.json").exists() {
        // The record of the exception changes, the others do not.
        let path = folder.join("broken/platforms/subnational.json");
        let text = read(&path)?.replace(
            "\"confirmed\": \"2025-02-17\"",
            "\"confirmed\": \"2025-02-18\"",
        );
        write(&path, &text)?;
        review(
            folder,
            "broken",
            "again.html",
            &["--decisions", "review.json"],
        )?;
        seen.extend(drive(folder, "again", browser)?);
    }
    Ok(seen)
}

/// Pages of audits: of all countries, compared with an earlier one and with thresholds, with sheets; and of hostile
/// records.
fn world(folder: &Path) -> Result<(), String> {
    let options = generator::Options {
        missions: 168,
        months: 2,
        errors: 0.06,
        seed: 7,
        layout: generator::Layout::Ndjson,
    };
    let root = folder.join("world");
    generator::generate(&options, &root).map_err(|error| error.to_string())?;
    let config = root.join("data/missionlint.toml");
    let limits = "[audit]\nwarn_if = [\"ready < 100%\"]\n[audit.country]\nerror_if = [\"smt-attendance < 80%\"]\n";
    let text = read(&config)?;
    write(&config, &format!("{text}\n{limits}"))?;
    let data = "world/data";
    audit(folder, &[data, "-o", "world.json"])?;
    let page = [
        "-o",
        "world.html",
        "--compare",
        "world.json",
        "--sheets",
        "sheets",
    ];
    audit(folder, &[&[data][..], &page].concat())?;
    audit(
        folder,
        &[
            "hostile",
            "-o",
            "hostile-audit.html",
            "--sheets",
            "hostile-sheets",
        ],
    )?;
    audit(folder, &["ready", "-o", "one.html"])
}

fn audit(folder: &Path, arguments: &[&str]) -> Result<(), String> {
    let (code, err) = missionlint(folder, &[&["audit"], arguments, &["--lang", "en"]].concat())?;
    if code < 2 { Ok(()) } else { Err(err) }
}

/// What a check found.
fn told(stage: &Stage, name: &str) -> Result<(), Failed> {
    let seen = stage
        .seen
        .as_ref()
        .map_err(|error| Failed::from(error.clone()))?;
    let Some(check) = seen.get(name) else {
        return Err(format!("{name} was not played").into());
    };
    if let Some(measured) = check["measured"].as_object().filter(|it| !it.is_empty()) {
        let measured = Value::from(measured.clone());
        let _ = writeln!(std::io::stderr(), "{name}: {measured}");
    }
    let problems = check["problems"].as_array().into_iter().flatten();
    let problems: Vec<&str> = problems.filter_map(Value::as_str).collect();
    if problems.is_empty() {
        return Ok(());
    }
    Err(problems.join("\n").into())
}

/// What the page saved satisfies its schema, and its exception becomes an entry that holds.
fn imported(stage: &Stage) -> Result<(), Failed> {
    stage
        .seen
        .as_ref()
        .map_err(|error| Failed::from(error.clone()))?;
    let folder = stage.folder.path();
    let schema = project("schemas/review.schema.json");
    let schema = schema.to_string_lossy().into_owned();
    let (code, out) = missionlint(folder, &["check", "--schema", &schema, "review.json"])?;
    if code != 0 {
        return Err(out.into());
    }
    // Committed beside the records it is no record.
    std::fs::copy(
        folder.join("review.json"),
        folder.join("broken/review.json"),
    )?;
    let (_, report) = missionlint(folder, &["check", "broken", "--format", "json"])?;
    let mut report: Value = serde_json::from_str(&report)?;
    let left_out = report["left_out"].take().to_string();
    if report.to_string().contains("broken/review.json") || !left_out.contains("review.json") {
        return Err("what the page saved is taken for a record".into());
    }
    let config = "broken/missionlint.toml";
    let import = ["allow", "import", "review.json", "--config", config];
    let before = read(&folder.join(config))?;
    let (code, out) = missionlint(folder, &[&import[..], &["--dry-run"]].concat())?;
    let entry = "[[allow]]\nrule = \"subnational-presence-unrepresented\"\nmission = \"mli\"\nrecord = \"platform/sub-tom\"\n\
        pointer = \"/id\"\nreason = \"The hub in Mopti covers it <b>until</b> the road is open\"\nowner = \"Head of Office, Mopti\"\n\
        expires = \"2025-06-30\"\n";
    if code != 0 || !out.contains(entry) || read(&folder.join(config))? != before {
        return Err(format!("dry run ({code}): {out}").into());
    }
    missionlint(folder, &import)?;
    let rule = [
        "check",
        "broken",
        "--select",
        "subnational-presence-unrepresented",
        "--format",
        "json",
    ];
    let (_, report) = missionlint(folder, &rule)?;
    let report: Value = serde_json::from_str(&report)?;
    if report["summary"]["suppressed"] != 1 || report["summary"]["warning"] != 0 {
        return Err(format!("not accepted: {}", report["summary"]).into());
    }
    let after = read(&folder.join(config))?;
    let (code, out) = missionlint(folder, &import)?;
    if code != 0 || read(&folder.join(config))? != after {
        return Err(format!("imported twice: {out}").into());
    }
    Ok(())
}

/// Errors, warnings, something unread: findings of all sorts.
fn damage(mission: &Path) -> Result<(), String> {
    let edits = [
        (
            "people.json",
            "\"role\": \"programme-manager\"",
            "\"role\": \"programme-managr\"",
        ),
        (
            "representations/clusters.json",
            "\"capacity\": \"member\"",
            "\"capacity\": \"coordinator\"",
        ),
        (
            "contact-log.json",
            "\"date\": \"2025-02-18\"",
            "\"date\": \"2024-02-18\"",
        ),
    ];
    for (name, from, to) in edits {
        let path = mission.join(name);
        let text = read(&path)?;
        if !text.contains(from) {
            return Err(format!("{name} has no {from}"));
        }
        write(&path, &text.replacen(from, to, 1))?;
    }
    let meetings = mission.join("meetings/2025-03.json");
    let text = read(&meetings)?;
    write(&meetings, &text.replacen("\"held\"", "\"hold\"", 1))
}

/// Markup, scripts, huge and right-to-left texts in every field that takes text.
fn hostile() -> String {
    let nasty = format!(
        "<img src=x onerror=stolen=1><script>stolen=1</script></style></title>\u{202e}\u{2066}'\"`&{{}}; مالي \u{5e9}\u{5dc}\u{5d5}\u{5dd} {}",
        "W".repeat(3000)
    );
    let text = serde_json::to_string(&nasty).unwrap_or_default();
    let record =
        |kind: &str, more: &str| format!("{{\"kind\": \"{kind}\", \"mission\": \"mli\", {more}}}");
    let records = [
        record(
            "mission",
            &format!("\"id\": \"mli\", \"name\": {text}, \"note\": {text}"),
        ),
        record(
            "person",
            &format!("\"id\": {text}, \"assignments\": [{{\"role\": {text}, \"from\": {text}}}]"),
        ),
        record(
            "platform",
            &format!(
                "\"id\": \"p\", \"types\": [{text}], \"place\": {text}, {text}: {text}, \"local_names\": {{\"fr\": {text}}}, \"status\": [{{\"value\": {text}, \"reason\": {text}}}]"
            ),
        ),
        record(
            "meeting",
            &format!(
                "\"id\": \"m\", \"platform\": {text}, \"start\": {text}, \"agenda\": [{text}], \"attendance\": [{{\"person\": {text}, \"reason\": {text}}}]"
            ),
        ),
        record(
            "contact-log",
            &format!(
                "\"id\": \"c\", \"platform\": \"p\", \"with\": {{\"org\": {text}}}, \"date\": \"2025-01-01\", \"by\": {text}, \"next_step\": {text}"
            ),
        ),
        format!("{{\"kind\": {text}, \"id\": \"x\", \"mission\": {text}}}"),
        format!(
            "{{\"kind\": \"vacancy\", \"id\": \"v\", \"mission\": \"mli\", \"role\": {text}, {text}: 1"
        ),
    ];
    format!("[\n{}\n]\n", records.join(",\n"))
}

/// Persons with two faults each: ten thousand findings.
fn many() -> String {
    let mut lines = String::new();
    for number in 0..5_001 {
        let _ = writeln!(
            lines,
            "{{\"kind\": \"person\", \"mission\": \"mli\", \"id\": \"P-{number:05}\", \"assignments\": [{{\"role\": \"programme-managr\", \
             \"kind\": \"staff\", \"duty_station\": \"bko\", \"from\": \"2024-02-01\"}}]}}"
        );
    }
    lines
}

fn review(folder: &Path, mission: &str, page: &str, more: &[&str]) -> Result<(), String> {
    let arguments = [&["review", mission, "-o", page, "--lang", "en"][..], more].concat();
    let (code, err) = missionlint(folder, &arguments)?;
    if folder.join(page).exists() && code < 2 {
        return Ok(());
    }
    Err(format!("{mission}: {err}"))
}

/// Exit code and what was printed.
fn missionlint(folder: &Path, arguments: &[&str]) -> Result<(i32, String), String> {
    let output = Command::new(env!("CARGO_BIN_EXE_missionlint"))
        .current_dir(folder)
        .args(arguments)
        .output()
        .map_err(|error| error.to_string())?;
    let mut text = String::from_utf8_lossy(&output.stdout).into_owned();
    if text.is_empty() {
        text = String::from_utf8_lossy(&output.stderr).into_owned();
    }
    Ok((output.status.code().unwrap_or(2), text))
}

fn drive(folder: &Path, phase: &str, browser: &Path) -> Result<BTreeMap<String, Value>, String> {
    let output = Command::new("node")
        .arg(project("tests/browser/run.mjs"))
        .arg(phase)
        .arg(folder)
        .env("MISSIONLINT_BROWSER", browser)
        .output()
        .map_err(|error| error.to_string())?;
    let lines = String::from_utf8_lossy(&output.stdout).into_owned();
    let checks = lines.lines().filter_map(|line| {
        let check: Value = serde_json::from_str(line).ok()?;
        Some((check["name"].as_str()?.to_owned(), check))
    });
    let checks: BTreeMap<String, Value> = checks.collect();
    if checks.is_empty() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned());
    }
    Ok(checks)
}

fn copy(from: &Path, to: &Path) -> Result<(), String> {
    let mut folders = vec![(from.to_owned(), to.to_owned())];
    while let Some((from, to)) = folders.pop() {
        for entry in std::fs::read_dir(&from).map_err(|error| error.to_string())? {
            let path = entry.map_err(|error| error.to_string())?.path();
            let target = to.join(path.file_name().unwrap_or_default());
            if path.is_dir() {
                folders.push((path, target));
            } else {
                write(&target, &read(&path)?)?;
            }
        }
    }
    Ok(())
}

fn read(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let made = std::fs::create_dir_all(folder).and_then(|()| std::fs::write(path, text));
    made.map_err(|error| format!("{}: {error}", path.display()))
}
