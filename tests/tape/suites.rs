//! Where the conformance suites are.

use std::path::{Path, PathBuf};

use libtest_mimic::{Failed, Trial};

/// Names the folder that holds the suites; without it they are looked for next to the project.
const VARIABLE: &str = "MISSIONLINT_SUITES";

/// A test that runs on a folder of the suites, ignored where that is absent.
pub(crate) fn trial(name: &str, folder: &str, test: fn(&Path) -> Result<(), Failed>) -> Trial {
    let folder = root().join(folder);
    // A folder that was asked for by name has to be there.
    let absent = std::env::var_os(VARIABLE).is_none() && !folder.is_dir();
    Trial::test(name, move || test(&folder)).with_ignored_flag(absent)
}

fn root() -> PathBuf {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/suites");
    std::env::var_os(VARIABLE).map_or_else(beside, PathBuf::from)
}

/// Every JSON file below a folder with its path relative to it, in order of the paths.
pub(crate) fn json_files(folder: &Path) -> Result<Vec<(String, PathBuf)>, Failed> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        let listing =
            std::fs::read_dir(&next).map_err(|error| format!("{}: {error}", next.display()))?;
        for entry in listing {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path
                .extension()
                .is_some_and(|extension| extension == "json")
            {
                let name = path
                    .strip_prefix(folder)?
                    .to_string_lossy()
                    .replace('\\', "/");
                files.push((name, path));
            }
        }
    }
    files.sort();
    if files.is_empty() {
        return Err(format!("no JSON files in {}", folder.display()).into());
    }
    Ok(files)
}
