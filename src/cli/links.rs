//! Links in a tree of files that does not lie on the disk.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::config::plain;

/// More links than this in one path go round in a circle.
const DEEPEST: usize = 40;

/// The links of a tree.
#[derive(Debug)]
pub(super) struct Links {
    /// The folder that none may lead out of; absolute.
    top: PathBuf,
    /// What they lead to, relative to their own folders, by absolute path.
    targets: BTreeMap<PathBuf, PathBuf>,
}

impl Links {
    pub(super) fn new(top: PathBuf, targets: BTreeMap<PathBuf, PathBuf>) -> Self {
        Self { top, targets }
    }

    /// Whether there is a link at a path.
    pub(super) fn has(&self, path: &Path) -> bool {
        self.targets.contains_key(path)
    }

    /// Where a path without `.` and `..` leads; none where that is out of the tree or round in a circle.
    pub(super) fn follow(&self, path: &Path) -> Option<PathBuf> {
        let mut path = path.to_owned();
        for _ in 0..=DEEPEST {
            // The outermost first: what lies behind it is elsewhere.
            let folders: Vec<&Path> = path.ancestors().collect();
            let mut folders = folders.into_iter().rev();
            let Some(link) = folders.find(|folder| self.has(folder)) else {
                return Some(path);
            };
            let folder = link.parent()?;
            let rest = path.strip_prefix(link).ok()?;
            let next = plain(&folder.join(self.targets.get(link)?).join(rest));
            if !next.starts_with(&self.top) {
                return None;
            }
            path = next;
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_followed_as_far_as_the_tree_goes() {
        let targets = [
            ("/r/a", "b"),
            ("/r/b", "data/c"),
            ("/r/data/up", "../other"),
            ("/r/data/out", "../../r2"),
            ("/r/etc", "/etc"),
            ("/r/one", "two"),
            ("/r/two", "one/x"),
        ];
        let targets = targets.map(|(link, target)| (link.into(), target.into()));
        let links = Links::new("/r".into(), targets.into());
        for (path, target) in [
            ("/r/plain/x", Some("/r/plain/x")),
            ("/elsewhere/a", Some("/elsewhere/a")),
            ("/r/a", Some("/r/data/c")),
            ("/r/a/x", Some("/r/data/c/x")),
            ("/r/data/up/x", Some("/r/other/x")),
            ("/r/data/out", None),
            ("/r/etc/passwd", None),
            ("/r/one", None),
        ] {
            assert_eq!(
                links.follow(Path::new(path)).as_deref(),
                target.map(Path::new),
                "{path}"
            );
        }
    }
}
