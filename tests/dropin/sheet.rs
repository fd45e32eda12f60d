//! The review sheet reaches those who are no programmers: in the action, and on the other platforms.

use serde_json::Value;

use crate::action::{SECRET, check, machine, run};
use crate::cases::{Case, Need};
use crate::platforms;
use crate::shell::Machine;
use crate::tool::project;
use crate::yaml;

pub(crate) const CASES: &[Case] = &[
    ("sheet_is_attached_before_anything_fails", &[], attached),
    (
        "sheet_of_the_action_tells_what_the_check_tells",
        &[Need::Bash, Need::Git],
        made,
    ),
    (
        "sheet_of_a_pull_request_shows_missions_whole_by_the_law_of_its_base",
        &[Need::Bash, Need::Git],
        whole,
    ),
    (
        "sheet_shows_decisions_that_are_in_the_repository",
        &[Need::Bash, Need::Git],
        decided,
    ),
    (
        "sheet_that_cannot_be_made_fails_nothing",
        &[Need::Bash, Need::Git],
        harmless,
    ),
    (
        "sheet_shows_no_more_than_its_readers_may_see",
        &[Need::Bash, Need::Git],
        masked,
    ),
    ("sheet_has_a_link_in_the_summary", &[Need::Bash], linked),
    ("sheet_is_where_platforms_look_for_it", &[], placed),
    (
        "sheet_of_the_other_platforms_comes_with_the_check",
        &[Need::Bash, Need::Git],
        elsewhere,
    ),
];

const MISSION: &str = "missions/mli";
const EXCEPTION: &str =
    "\n[[allow]]\nrule = \"cluster-staff-mismatch\"\nrecord = \"R-5\"\nreason = \"because\"\n";

fn steps() -> Vec<Value> {
    let action = yaml::read("action.yml");
    action["runs"]["steps"].as_array().unwrap().clone()
}

fn attached() {
    let steps = steps();
    let at = |id: &str| steps.iter().position(|step| step["id"] == id).unwrap();
    let (review, upload, check) = (at("review"), at("upload"), at("check"));
    assert!(review < upload && upload < check);
    for step in &steps[review..check] {
        assert_eq!(step["continue-on-error"], true, "{step}");
    }
    assert!(steps[check].get("continue-on-error").is_none());
    let upload = &steps[upload];
    let text = std::fs::read_to_string(project(".github/ci/github.yml")).unwrap();
    let uses = upload["uses"].as_str().unwrap();
    assert!(text.contains(&format!("uses: {uses} ")), "{uses}");
    // The page itself, not an archive; what is replaced is what has its name, and nothing else.
    let with = &upload["with"];
    assert_eq!(with["archive"], "false");
    assert_eq!(with["path"], "${{ steps.review.outputs.file }}");
    assert_eq!(with["name"], "${{ steps.review.outputs.name }}");
}

/// Runs the script, which must pass, and gives the page.
fn sheet(machine: &Machine) -> String {
    let (run, outputs) = run(machine, "review.sh");
    assert_eq!(run.code, Some(0), "{run:?}");
    assert!(run.out.is_empty() && run.err.is_empty(), "{run:?}");
    assert!(outputs["file"].ends_with(&format!("/{}", outputs["name"])));
    std::fs::read_to_string(&outputs["file"]).unwrap()
}

/// Runs the script, which must make no page, say so, and pass.
fn no_sheet(machine: &Machine, why: &str) {
    let (run, outputs) = run(machine, "review.sh");
    assert_eq!(run.code, Some(0), "{why}: {run:?}");
    assert!(outputs.is_empty(), "{why}: {outputs:?}");
    assert!(
        run.out
            .contains("::warning title=missionlint::No review sheet: "),
        "{why}: {run:?}"
    );
}

/// Whether a page shows a finding of a rule that counts.
fn counts(page: &str, rule: &str) -> bool {
    page.contains(&format!("data-severity=\"error\" data-rule=\"{rule}\""))
}

fn made() {
    let mut machine = machine().with_mission(MISSION);
    let page = sheet(&machine);
    assert!(page.contains(">Ready to submit<"));
    machine.plant(MISSION);
    machine.set("REPORT_LANG", "fr");
    machine.set("REVIEW", "mali.html");
    // Options are those of the check, but for other reports and what the sheet does not know.
    machine.set(
        "ARGS",
        "-o junit=a.xml --output=b.json -osarif=c.sarif --since HEAD --ignore coverage --since=HEAD",
    );
    let page = sheet(&machine);
    assert!(page.starts_with("<!DOCTYPE html><html lang=\"fr\">"));
    assert!(page.contains(">Pas prête à être soumise<"));
    assert!(counts(&page, "cluster-staff-mismatch"));
    for file in ["a.xml", "b.json", "c.sarif"] {
        assert!(!machine.folder.path().join("work").join(file).exists());
    }
    assert!(!machine.folder.path().join("summary").exists());
}

fn whole() {
    let mut machine = machine().with_mission(MISSION);
    machine.folder.write("summary", "");
    machine.plant(MISSION);
    machine.commit("An old fault");
    let (base, head) = machine.request(|machine| {
        let settings = machine.folder.read("work/missionlint.toml");
        machine
            .folder
            .write("work/missionlint.toml", settings + EXCEPTION);
    });
    machine.set("BASE", &base);
    machine.set("HEAD_OF_REQUEST", &head);
    assert_eq!(check(&machine).0.code, Some(0), "the fault is known");
    assert!(counts(&sheet(&machine), "cluster-staff-mismatch"));
    machine.set("ALLOW_FROM", "none");
    assert!(!counts(&sheet(&machine), "cluster-staff-mismatch"));
    // Not by another law where the base is not there.
    machine.set("ALLOW_FROM", "");
    machine.set("BASE", "0123456789012345678901234567890123456789");
    machine.set("HEAD_OF_REQUEST", "");
    no_sheet(&machine, "no base");
}

/// What a reviewer saved from a page: its first error is accepted.
fn decisions(page: &str) -> String {
    let attribute = |text: &str, name: &str| {
        let rest = text.split_once(&format!("{name}=\"")).unwrap().1;
        rest.split_once('"').unwrap().0.replace("&quot;", "\"")
    };
    let saved: Value = serde_json::from_str(&attribute(page, "data-run")).unwrap();
    let finding = page
        .split_once("<article class=\"finding error\"")
        .unwrap()
        .1;
    let decision = serde_json::json!({
        "fingerprint": attribute(finding, "id").trim_start_matches("f-"), "rule": attribute(finding, "data-rule"),
        "mission": "mli", "decision": "accepted", "reason": "seen by the desk",
    });
    let (version, tool, run) = (&saved["schema_version"], &saved["tool"], &saved["run"]);
    format!(
        "{{\"schema_version\": {version}, \"tool\": {tool}, \"run\": {run}, \"reviewer\": null, \
         \"decided_on\": \"2025-03-31\", \"decisions\": [{decision}]}}"
    )
}

fn decided() {
    let mut machine = machine().with_mission(MISSION);
    machine.plant(MISSION);
    let page = sheet(&machine);
    let shown = ["<div class=\"decided\"", "seen by the desk"];
    assert!(!shown.iter().any(|text| page.contains(text)));
    machine.folder.write("work/review.json", decisions(&page));
    let page = sheet(&machine);
    assert!(shown.iter().all(|text| page.contains(text)));
    assert!(
        counts(&page, "cluster-staff-mismatch"),
        "it counts all the same"
    );
    // It is no record.
    let (run, _) = check(&machine);
    assert_eq!(run.code, Some(1), "{run:?}");
    assert!(!run.out.contains("file=review.json"), "{}", run.out);
    machine.set("DECISIONS", "elsewhere.json");
    assert!(!sheet(&machine).contains(shown[1]));
    // A link may lead anywhere.
    std::os::unix::fs::symlink("review.json", machine.path("work/elsewhere.json")).unwrap();
    assert!(!sheet(&machine).contains(shown[1]));
    machine.set("DECISIONS", "review.json");
    machine.folder.write("work/review.json", "{\"qzx\": 1}");
    no_sheet(&machine, "no decisions");
}

fn harmless() {
    let mut machine = machine().with_mission(MISSION);
    for name in [
        "../x.html",
        "x",
        ".html",
        "a b.html",
        "a\nb.html",
        "-x.html",
        "a/b.html",
    ] {
        machine.set("REVIEW", name);
        no_sheet(&machine, name);
    }
    machine.set("REVIEW", "x.html");
    for (name, value, usual) in [
        ("FOLDER", "nowhere", "."),
        ("ARGS", "--ignore 'cluster", ""),
        ("ARGS", "--help", ""),
        ("ARGS", "--no-such-option", ""),
        ("PATHS", "nowhere", ""),
        ("MISSIONLINT", "/nowhere/missionlint", crate::shell::PROGRAM),
    ] {
        machine.set(name, value);
        no_sheet(&machine, value);
        machine.set(name, usual);
    }
    machine.folder.write("work/missionlint.toml", "as_of = \n");
    no_sheet(&machine, "settings");
}

fn masked() {
    let mut machine = machine().with_mission(MISSION);
    machine.plant(MISSION);
    let file = format!("work/{MISSION}/secret.json");
    machine.folder.write(&file, SECRET);
    let page = sheet(&machine);
    assert!(page.contains("secret.json") && !page.contains("qzx"));
    assert!(page.contains("P-03"));
    machine.set("AUDIENCE", "public");
    let page = sheet(&machine);
    assert!(!page.contains("qzx") && !page.contains("P-03"));
    machine.set("ARGS", "--reveal");
    no_sheet(&machine, "--reveal");
}

fn linked() {
    let mut machine = machine();
    let url = "https://github.com/o/r/actions/runs/1/artifacts/2";
    let script = |machine: &Machine| {
        machine.folder.write("summary", "before\n");
        let (run, _) = run(machine, "link.sh");
        assert_eq!(run.code, Some(0), "{run:?}");
        let summary = machine.folder.read("summary");
        summary.strip_prefix("before\n").unwrap().to_owned()
    };
    machine.set("REVIEW_URL", url);
    for (language, words) in [
        ("en", "Review sheet"),
        ("fr", "Fiche d’examen"),
        ("es", "Ficha de revisión"),
    ] {
        machine.set("REPORT_LANG", language);
        let added = script(&machine);
        assert!(
            added.starts_with(&format!("**[{words}]({url})** – ")),
            "{added}"
        );
        // It is called what the page calls itself.
        let name = format!("review-kind = {words}\n");
        let texts = project(&format!("src/message/{language}/review.ftl"));
        assert!(std::fs::read_to_string(texts).unwrap().contains(&name));
    }
    machine.set("SUMMARY", "False");
    assert_eq!(script(&machine), "");
    machine.set("SUMMARY", "true");
    for url in [
        "",
        "https://x/) [x](y",
        "http://x/1",
        "https://x/1\n::error::x",
    ] {
        machine.set("REVIEW_URL", url);
        assert_eq!(script(&machine), "", "{url}");
    }
}

fn placed() {
    let job = &yaml::read(".github/ci/gitlab.yml")["missionlint"]["artifacts"];
    // GitLab links to the page itself if it is the only path, and to none if that is a pattern.
    assert_eq!(job["paths"], serde_json::json!([PAGE]));
    assert_eq!(job["when"], "always");
    assert!(job["expose_as"].is_string());
    let azure = yaml::read(".github/ci/azure.yml");
    let mut steps = azure["steps"].as_array().unwrap().iter();
    let sheet = steps
        .find(|step| step["artifact"] == "review-sheet")
        .unwrap();
    assert_eq!(
        sheet["publish"],
        "$(Build.ArtifactStagingDirectory)/review-sheet"
    );
    assert_eq!(sheet["condition"], "succeededOrFailed()");
    let jenkins = std::fs::read_to_string(project(".github/ci/Jenkinsfile")).unwrap();
    let post = jenkins.split_once("always {").unwrap().1;
    assert!(post.contains(&format!("archiveArtifacts artifacts: '{PAGE}, ")));
}

const PAGE: &str = "missionlint-review.html";

fn elsewhere() {
    let azure = format!("reports/review-sheet/{PAGE}");
    let usual = format!("work/{PAGE}");
    for (script, shell, page) in [
        (platforms::gitlab_script(), "sh", &usual),
        (platforms::azure_script(), "bash", &azure),
        (platforms::jenkins_script(), "bash", &usual),
    ] {
        let mut machine = platforms::machine();
        std::fs::create_dir(machine.path("reports")).unwrap();
        let reports = machine.path("reports");
        // The fault is known; the exception is that of the request alone.
        machine.plant(MISSION);
        let old = machine.commit("An old fault");
        platforms::with_origin(&machine, &old);
        machine.request(|machine| {
            let settings = machine.folder.read("work/missionlint.toml");
            machine
                .folder
                .write("work/missionlint.toml", settings + EXCEPTION);
        });
        machine.git("work", &["fetch", "--quiet", "origin"]);
        for (name, value) in [
            ("BUILD_ARTIFACTSTAGINGDIRECTORY", reports.as_str()),
            ("BUILD_BUILDID", "7"),
            ("BUILD_REASON", "PullRequest"),
            ("CHANGE_TARGET", "main"),
            ("CI_MERGE_REQUEST_IID", "1"),
            ("CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "main"),
            ("SYSTEM_COLLECTIONURI", "https://dev.azure.com/o/"),
            ("SYSTEM_TEAMPROJECTID", "0f8fad5b"),
        ] {
            machine.set(name, value);
        }
        let found = platforms::run(&machine, shell, &script);
        assert_eq!(found.code, Some(0), "{found:?}");
        let text = machine.folder.read(page);
        assert!(counts(&text, "cluster-staff-mismatch"), "{shell}");
        if page == &azure {
            let link = machine.folder.read("reports/review.md");
            let url = "https://dev.azure.com/o/0f8fad5b/_build/results?buildId=7&view=artifacts";
            assert!(
                link.starts_with(&format!("**[Review sheet]({url}")),
                "{link}"
            );
        }
        // Decisions that are no decisions cost the page, and nothing else.
        std::fs::remove_file(machine.path(page)).unwrap();
        machine.folder.write("work/review.json", "[]");
        let found = platforms::run(&machine, shell, &script);
        assert_eq!(found.code, Some(0), "{found:?}");
        assert!(!machine.folder.path().join(page).exists());
        assert!(
            found.out.contains("The review sheet is not there"),
            "{found:?}"
        );
    }
}
