//! `.github/ci/`: what stands in the files for GitLab, Azure DevOps and Jenkins is run as those run it.

use serde_json::Value;

use crate::cases::{Case, Need};
use crate::install::with_release;
use crate::shell::Machine;
use crate::tool::{Run, project};
use crate::yaml;

pub(crate) const CASES: &[Case] = &[
    (
        "gitlab_reports_findings_of_a_merge_request",
        &[Need::Bash, Need::Git],
        gitlab,
    ),
    (
        "azure_reports_findings_of_a_pull_request",
        &[Need::Bash, Need::Git],
        azure,
    ),
    (
        "azure_gives_hostile_text_no_command",
        &[Need::Bash, Need::Git],
        azure_commands,
    ),
    (
        "jenkins_reports_findings_of_a_change",
        &[Need::Bash, Need::Git],
        jenkins,
    ),
    (
        "a_repository_that_init_makes_passes_its_own_check",
        &[Need::Bash, Need::Git],
        from_init,
    ),
    ("platforms_get_missionlint_in_one_way", &[], one_way),
    (
        "exceptions_that_the_target_branch_took_back_hold_no_more",
        &[Need::Bash, Need::Git],
        taken_back,
    ),
];

const MISSION: &str = "missions/mli";

/// A machine that gets missionlint from its release.
pub(crate) fn machine() -> Machine {
    with_release(Machine::new()).with_mission(MISSION)
}

/// The fragment of GitLab, as its runner joins it.
pub(crate) fn gitlab_script() -> String {
    let job = &yaml::read(".github/ci/gitlab.yml")["missionlint"];
    let parts = ["before_script", "script"].map(|part| job[part][0].as_str().unwrap().to_owned());
    parts.concat()
}

pub(crate) fn azure_script() -> String {
    let file = yaml::read(".github/ci/azure.yml");
    file["steps"][1]["bash"].as_str().unwrap().to_owned()
}

pub(crate) fn jenkins_script() -> String {
    let file = std::fs::read_to_string(project(".github/ci/Jenkinsfile")).unwrap();
    let script = file.split("'''").nth(1).unwrap();
    // Groovy would read them, and take them away.
    assert!(!script.contains('\\'));
    script.to_owned()
}

pub(crate) fn run(machine: &Machine, shell: &str, script: &str) -> Run {
    machine.folder.write("script", script);
    let script = machine.path("script");
    machine.run(&[shell, &script])
}

fn junit_names(machine: &Machine, path: &str, rule: &str) -> bool {
    let text = machine.folder.read(path);
    assert!(text.starts_with("<?xml"), "{text}");
    text.contains(rule)
}

fn gitlab() {
    // Images without bash run it with sh.
    for shell in ["bash", "sh"] {
        let mut machine = machine();
        let (base, _) = machine.request(|machine| machine.plant(MISSION));
        with_origin(&machine, &base);
        machine.set("CI_MERGE_REQUEST_IID", "1");
        machine.set("CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "main");
        let found = run(&machine, shell, &gitlab_script());
        assert_eq!(found.code, Some(1), "{found:?}");
        assert!(junit_names(
            &machine,
            "work/missionlint.xml",
            "cluster-staff-mismatch"
        ));
        let quality: Value =
            serde_json::from_str(&machine.folder.read("work/gl-code-quality-report.json")).unwrap();
        let finding = &quality.as_array().unwrap()[0];
        assert_eq!(
            finding["location"]["path"],
            format!("{MISSION}/representations/clusters.json")
        );
        assert_eq!(finding["location"]["lines"]["begin"], 18);
        assert_eq!(finding["check_name"], "cluster-staff-mismatch");
        // The fault is there already, and the request changes something else.
        let base = machine.commit("Merged");
        machine.folder.write("work/README.md", "# Records\n");
        machine.commit("Another");
        machine.git(
            "work",
            &["push", "--quiet", "origin", &format!("{base}:main")],
        );
        let found = run(&machine, shell, &gitlab_script());
        assert_eq!(found.code, Some(0), "{found:?}");
        // A target that cannot be fetched, and one of another project.
        for (name, value, usual) in [
            ("CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "nowhere", "main"),
            ("CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "", "main"),
            ("CI_MERGE_REQUEST_PROJECT_ID", "2", ""),
        ] {
            machine.set(name, value);
            let report = machine.folder.path().join("work/missionlint.xml");
            let _ = std::fs::remove_file(&report);
            let found = run(&machine, shell, &gitlab_script());
            assert_ne!(found.code, Some(0), "{name}: {found:?}");
            assert!(!report.exists(), "{name}: checked by another law");
            machine.set(name, usual);
        }
        // The default branch, which is no request: everything counts.
        machine.set("CI_MERGE_REQUEST_IID", "");
        assert_eq!(run(&machine, shell, &gitlab_script()).code, Some(1));
    }
}

/// Gives `work` an origin whose main is at a commit.
pub(crate) fn with_origin(machine: &Machine, main: &str) {
    let origin = machine.path("origin.git");
    machine.git("work", &["init", "--quiet", "--bare", &origin]);
    machine.git("work", &["remote", "add", "origin", &origin]);
    machine.git(
        "work",
        &[
            "push",
            "--quiet",
            "origin",
            &format!("{main}:refs/heads/main"),
        ],
    );
}

/// An exception that the target branch has taken back holds no more in a request that left before.
fn taken_back() {
    for (script, shell) in [(gitlab_script(), "sh"), (jenkins_script(), "bash")] {
        let mut machine = machine();
        let settings = machine.folder.read("work/missionlint.toml");
        let exception = "\n[[allow]]\nrule = \"cluster-staff-mismatch\"\nrecord = \"R-5\"\nreason = \"because\"\n";
        machine
            .folder
            .write("work/missionlint.toml", format!("{settings}{exception}"));
        let old = machine.commit("Exempt");
        with_origin(&machine, &old);
        machine.git("work", &["checkout", "--quiet", "-b", "branch"]);
        machine.plant(MISSION);
        machine.commit("Change");
        for (name, value) in [
            ("CI_MERGE_REQUEST_IID", "1"),
            ("CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "main"),
            ("CI_MERGE_REQUEST_DIFF_BASE_SHA", &old),
            ("CHANGE_TARGET", "main"),
        ] {
            machine.set(name, value);
        }
        machine.git("work", &["fetch", "--quiet", "origin"]);
        let found = run(&machine, shell, &script);
        assert_eq!(found.code, Some(0), "{found:?}");
        machine.git("work", &["checkout", "--quiet", "main"]);
        machine.folder.write("work/missionlint.toml", &settings);
        machine.commit("Exempt no more");
        machine.git("work", &["push", "--quiet", "origin", "main"]);
        machine.git("work", &["fetch", "--quiet", "origin"]);
        machine.git("work", &["checkout", "--quiet", "branch"]);
        let found = run(&machine, shell, &script);
        assert_eq!(found.code, Some(1), "{found:?}");
    }
}

fn azure() {
    let mut machine = machine().with("BUILD_REASON", "PullRequest");
    let reports = machine.path("reports");
    std::fs::create_dir(&reports).unwrap();
    machine.set("BUILD_ARTIFACTSTAGINGDIRECTORY", &reports);
    machine.request(|machine| machine.plant(MISSION));
    let found = run(&machine, "bash", &azure_script());
    assert_eq!(found.code, Some(1), "{found:?}");
    assert!(junit_names(
        &machine,
        "reports/missionlint.xml",
        "cluster-staff-mismatch"
    ));
    let summary = format!("##vso[task.uploadsummary]{reports}/missionlint.md");
    assert!(
        found.out.lines().any(|line| line == summary),
        "{}",
        found.out
    );
    assert!(
        machine
            .folder
            .read("reports/missionlint.sarif")
            .contains("cluster-staff-mismatch")
    );
    // What the target branch has is known.
    machine.git("work", &["branch", "--force", "main", "HEAD"]);
    machine.git("work", &["branch", "--delete", "--force", "branch"]);
    machine.request(|machine| machine.folder.write("work/README.md", "# Records\n"));
    let found = run(&machine, "bash", &azure_script());
    assert_eq!(found.code, Some(0), "{found:?}");
    // Not the merge commit that Azure makes: the commit before would be taken for the base.
    machine.commit("Another");
    assert_eq!(run(&machine, "bash", &azure_script()).code, Some(2));
    machine.set("BUILD_REASON", "IndividualCI");
    assert_eq!(run(&machine, "bash", &azure_script()).code, Some(1));
}

fn azure_commands() {
    let reports = "temp";
    let machine = machine().with("BUILD_REASON", "Manual");
    let machine = {
        let reports = machine.path(reports);
        machine.with("BUILD_ARTIFACTSTAGINGDIRECTORY", &reports)
    };
    for command in [
        "##vso[task.setvariable variable=x]y",
        "###VSO[build.addbuildtag]x",
        "##[error]x",
    ] {
        let text = format!("{{\"kind\": \"{command}\"");
        machine
            .folder
            .write(&format!("work/{MISSION}/{command}.json"), text);
    }
    let found = run(&machine, "bash", &azure_script());
    assert_eq!(found.code, Some(1), "{found:?}");
    assert!(found.out.contains("task.setvariable"), "{}", found.out);
    for line in found
        .out
        .lines()
        .filter(|line| !line.starts_with("##vso[task.uploadsummary]"))
    {
        let line = line.to_lowercase();
        assert!(!line.contains("##vso[") && !line.contains("##["), "{line}");
    }
}

fn jenkins() {
    let mut machine = machine();
    machine.request(|machine| machine.plant(MISSION));
    machine.set("CHANGE_TARGET", "main");
    machine.git("work", &["update-ref", "refs/remotes/origin/main", "main"]);
    let found = run(&machine, "bash", &jenkins_script());
    assert_eq!(found.code, Some(1), "{found:?}");
    assert!(junit_names(
        &machine,
        "work/missionlint.xml",
        "cluster-staff-mismatch"
    ));
    assert!(
        machine
            .folder
            .read("work/missionlint.sarif")
            .contains("cluster-staff-mismatch")
    );
    // What the target branch has is known.
    machine.git("work", &["update-ref", "refs/remotes/origin/main", "HEAD"]);
    machine.folder.write("work/README.md", "# Records\n");
    machine.commit("Another");
    let found = run(&machine, "bash", &jenkins_script());
    assert_eq!(found.code, Some(0), "{found:?}");
    // A target that is not there fails, and leaves no report of another run behind.
    machine.set("CHANGE_TARGET", "--all");
    let found = run(&machine, "bash", &jenkins_script());
    assert!(found.code.is_some_and(|code| code > 1), "{found:?}");
    assert!(!machine.folder.path().join("work/missionlint.xml").exists());
}

fn one_way() {
    let lines = |script: &str| {
        let lines = script.lines().map(str::trim);
        let lines = lines.skip_while(|line| !line.starts_with("version="));
        let end = |line: &&str| {
            let begins = ["set ", "rm ", "base="];
            !line.is_empty() && !begins.iter().any(|start| line.starts_with(start))
        };
        lines.take_while(end).map(str::to_owned).collect::<Vec<_>>()
    };
    let gitlab = lines(&gitlab_script());
    assert!(gitlab.len() > 5);
    assert_eq!(gitlab[0], format!("version={}", env!("CARGO_PKG_VERSION")));
    assert_eq!(lines(&azure_script()), gitlab);
    assert_eq!(lines(&jenkins_script()), gitlab);
}

/// From nothing to a check of every change: what a maintainer does first.
fn from_init() {
    let machine = with_release(Machine::new());
    let made = machine.run(&["program", "init", "--ci", "gitlab"]);
    assert_eq!(made.code, Some(0), "{made:?}");
    machine.git("work", &["init", "--quiet"]);
    machine.commit("Records");
    let text = machine.folder.read("work/.gitlab-ci.yml");
    let job = &yaml::parse(".gitlab-ci.yml", &text)["missionlint"];
    let parts = ["before_script", "script"].map(|part| job[part][0].as_str().unwrap());
    let found = run(&machine, "sh", &parts.concat());
    assert_eq!(found.code, Some(0), "{found:?}");
    assert_eq!(
        machine
            .folder
            .read("work/gl-code-quality-report.json")
            .trim(),
        "[]"
    );
}
