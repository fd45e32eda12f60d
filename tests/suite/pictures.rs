//! The pictures of the README: there, small, and such as can be made again.

use crate::tool::project;

#[test]
fn pictures_of_the_readme_are_small_and_can_be_made_again() {
    let readme = std::fs::read_to_string(project("README.md")).unwrap();
    let maker = std::fs::read_to_string(project("tests/browser/pictures.mjs")).unwrap();
    let mut shown = Vec::new();
    for rest in readme.split("![").skip(1) {
        let (words, rest) = rest.split_once("](").unwrap();
        let path = rest.split_once(')').unwrap().0;
        assert!(
            words.len() > 20,
            "{path} has to be told to those who do not see it"
        );
        let picture = std::fs::read(project(path)).unwrap();
        assert!(picture.len() < 60_000, "{path}: {} bytes", picture.len());
        assert!(
            picture.starts_with(b"RIFF") && &picture[8..12] == b"WEBP",
            "{path}"
        );
        let name = path.rsplit('/').next().unwrap().trim_end_matches(".webp");
        assert!(maker.contains(&format!("picture(\"{name}\"")), "{name}");
        shown.push(path.to_owned());
    }
    assert!(shown.len() >= 4, "{shown:?}");
    let entries = std::fs::read_dir(project(".github/screenshots")).unwrap();
    assert_eq!(entries.count(), shown.len());
}
