//! `.github/action/install.sh` and `.github/release/package.sh`: a missionlint that is the one wanted, or none.

use crate::cases::{Case, Need};
use crate::shell::{Machine, PROGRAM, wrapper};
use crate::tool::{Run, project};

pub(crate) const CASES: &[Case] = &[
    (
        "install_uses_the_program_that_is_given",
        &[Need::Bash],
        given,
    ),
    (
        "install_uses_the_program_on_the_path",
        &[Need::Bash],
        on_the_path,
    ),
    (
        "install_takes_a_release_and_verifies_it",
        &[Need::Bash],
        release,
    ),
    (
        "install_refuses_an_archive_with_another_checksum",
        &[Need::Bash],
        checksum,
    ),
    (
        "install_refuses_an_archive_without_provenance",
        &[Need::Bash],
        provenance,
    ),
    (
        "install_builds_where_there_is_no_release",
        &[Need::Bash],
        build,
    ),
    (
        "install_refuses_a_version_that_is_none",
        &[Need::Bash],
        no_version,
    ),
];

const VERSION: &str = env!("CARGO_PKG_VERSION");

/// A machine of the kind that releases are made for, without missionlint and without releases.
fn bare() -> Machine {
    let machine = Machine::new()
        .with_tool("uname", "case $1 in -s) echo Linux ;; *) echo x86_64 ;; esac")
        .with_tool("curl", r#"printf '%s\n' "$*" >>"$HOME/curl"; exit 22"#)
        .with_tool("cargo", r#"printf '%s\n' "$*" >>"$HOME/cargo"; while [ "$1" != --root ]; do shift; done
mkdir -p "$2/bin"; printf '#!/bin/sh\necho missionlint built\n' >"$2/bin/missionlint"; chmod +x "$2/bin/missionlint""#);
    let output = machine.path("output");
    machine.with("GITHUB_OUTPUT", &output)
}

/// The same with a release, made as the release workflow makes it.
pub(crate) fn with_release(machine: Machine) -> Machine {
    let machine = machine.with_tool("program", &wrapper());
    let package = project(".github/release/package.sh");
    let (program, folder) = (machine.path("tools/program"), machine.path("release"));
    let run = machine.run(&[
        "bash",
        package.to_str().unwrap(),
        &program,
        "x86_64-unknown-linux-musl",
        &folder,
    ]);
    assert_eq!(run.code, Some(0), "{run:?}");
    machine.with_tool(
        "curl",
        r#"printf '%s\n' "$*" >>"$HOME/curl"
while [ $# -gt 0 ]; do case $1 in -o) file=$2; shift ;; https://*) address=$1 ;; esac; shift; done
cp "$HOME/../release/${address##*/}" "$file""#,
    )
}

fn install(machine: &Machine) -> Run {
    machine.run(&[
        "bash",
        project(".github/action/install.sh").to_str().unwrap(),
    ])
}

/// The program that the script has chosen.
fn chosen(machine: &Machine) -> String {
    let output = machine.folder.read("output");
    let program = output.strip_prefix("program=").unwrap();
    program.strip_suffix('\n').unwrap().to_owned()
}

fn is_there(machine: &Machine, name: &str) -> bool {
    machine.folder.path().join(name).exists()
}

fn given() {
    let machine = bare().with("BINARY", PROGRAM);
    let run = install(&machine);
    assert_eq!(run.code, Some(0), "{run:?}");
    assert_eq!(chosen(&machine), PROGRAM);
    assert!(!is_there(&machine, "home/curl"));
    // Relative to the workspace, and found from elsewhere too.
    let machine = bare()
        .with_tool("own", &wrapper())
        .with("BINARY", "../tools/own");
    assert_eq!(install(&machine).code, Some(0));
    assert_eq!(chosen(&machine), machine.path("tools/own"));
    for none in ["/no/such/program", "/"] {
        let run = install(&bare().with("BINARY", none));
        assert_eq!(run.code, Some(2), "{run:?}");
    }
}

fn on_the_path() {
    for wanted in ["", VERSION, &format!("v{VERSION}")] {
        let machine = bare()
            .with_tool("missionlint", &wrapper())
            .with("VERSION", wanted);
        let run = install(&machine);
        assert_eq!(run.code, Some(0), "{run:?}");
        assert_eq!(chosen(&machine), machine.path("tools/missionlint"));
        assert!(
            run.out.contains(&format!("missionlint {VERSION}")),
            "{run:?}"
        );
    }
    // Another version is wanted than the one that is there.
    let machine = bare()
        .with_tool("missionlint", &wrapper())
        .with("VERSION", "99.0.0");
    install(&machine);
    assert!(machine.folder.read("home/curl").contains("/v99.0.0/"));
}

fn release() {
    let machine = with_release(bare());
    let run = install(&machine);
    assert_eq!(run.code, Some(0), "{run:?}");
    let program = chosen(&machine);
    assert!(program.starts_with(&machine.path("temp")), "{program}");
    assert!(run.out.contains("is not verified"), "{run:?}");
    let fetched = machine.folder.read("home/curl");
    let name = format!("v{VERSION}/missionlint-v{VERSION}-x86_64-unknown-linux-musl.tar.gz");
    assert!(fetched.contains(&format!(
        "https://github.com/missionlint/missionlint/releases/download/{name}"
    )));
    assert!(!is_there(&machine, "home/cargo"));
    // What else is in the archive.
    let folder = std::path::Path::new(&program).parent().unwrap();
    for file in [
        "README.md",
        "LICENSE-MIT",
        "LICENSE-APACHE",
        "completions/missionlint.bash",
        "man/missionlint.1",
    ] {
        let length = std::fs::metadata(folder.join(file)).map(|about| about.len());
        assert!(length.is_ok_and(|length| length > 100), "{file}");
    }
}

fn checksum() {
    let machine = with_release(bare());
    let name = format!("release/missionlint-v{VERSION}-x86_64-unknown-linux-musl.tar.gz");
    let mut archive = std::fs::read(machine.folder.path().join(&name)).unwrap();
    archive.push(0);
    machine.folder.write(&name, archive);
    let run = install(&machine);
    assert_eq!(run.code, Some(2), "{run:?}");
    assert!(run.out.contains("checksum"), "{run:?}");
    assert!(!is_there(&machine, "output") && !is_there(&machine, "home/cargo"));
}

fn provenance() {
    let there = |answer: &str| {
        with_release(bare())
            .with_tool(
                "gh",
                &format!("printf '%s\\n' \"$*\" >\"$HOME/gh\"; exit {answer}"),
            )
            .with("GH_TOKEN", "token")
            .with("GITHUB_SERVER_URL", "https://github.com")
    };
    let machine = there("1");
    let run = install(&machine);
    assert_eq!(run.code, Some(2), "{run:?}");
    assert!(!is_there(&machine, "output"));
    let machine = there("0");
    let run = install(&machine);
    assert_eq!(run.code, Some(0), "{run:?}");
    let asked = machine.folder.read("home/gh");
    assert!(asked.starts_with("attestation verify "), "{asked}");
    assert!(
        asked.ends_with("--repo missionlint/missionlint --signer-workflow missionlint/missionlint/.github/workflows/release.yml\n"),
        "{asked}"
    );
}

fn build() {
    let machine = bare();
    let run = install(&machine);
    assert_eq!(run.code, Some(0), "{run:?}");
    let home = project("");
    let asked = machine.folder.read("home/cargo");
    let home = home.to_str().unwrap().trim_end_matches('/');
    assert!(
        asked.starts_with(&format!("install --locked --path {home} ")),
        "{asked}"
    );
    assert!(chosen(&machine).ends_with("/bin/missionlint"));

    let machine = bare().with("VERSION", "v9.8.7");
    assert_eq!(install(&machine).code, Some(0));
    let asked = machine.folder.read("home/cargo");
    assert!(
        asked.contains("--git https://github.com/missionlint/missionlint --tag v9.8.7 "),
        "{asked}"
    );

    // Neither a release nor cargo.
    let machine = bare();
    std::fs::remove_file(machine.path("tools/cargo")).unwrap();
    assert_eq!(install(&machine).code, Some(2));

    // A machine that no release is made for is not asked for one.
    let machine = bare().with_tool("uname", "echo Plan9");
    assert_eq!(install(&machine).code, Some(0));
    assert!(!is_there(&machine, "home/curl"));
}

fn no_version() {
    for version in [
        "latest",
        "1.0",
        "../../1.0.0",
        "1.0.0/x",
        "1.0.0;x",
        "1.0.0\n1.0.0",
        "-1.0.0",
    ] {
        let machine = bare().with("VERSION", version);
        let run = install(&machine);
        assert_eq!(run.code, Some(2), "{version}: {run:?}");
        assert!(
            !is_there(&machine, "home/curl") && !is_there(&machine, "home/cargo"),
            "{version}"
        );
    }
}
