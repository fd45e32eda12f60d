//! The order in which files are read: what every mission may need first, then folder by folder.
//!
//! A mission's files usually lie in a folder of its own, and files about no mission above or beside the folders of
//! missions, in folders with nothing below. So a folder's own files come before its folders, and among these the flat
//! ones first. Large files of lines hold many missions: they come last, so that what lies beside them, and may be about
//! any mission, is known when their missions are complete. Reports do not depend on it.

use rustc_hash::FxHashMap;

use super::{Content, Inputs};
use crate::source::is_lines;

/// Files of lines with so many bytes hold whole missions.
const LARGE: u64 = 1 << 20;

/// A folder with what is in it.
#[derive(Default)]
struct Folder {
    /// Positions of its files.
    files: Vec<u32>,
    /// Positions of its folders in the list of all.
    folders: Vec<usize>,
    /// How many folders lie one in another below it.
    height: usize,
}

/// The order in which inputs are read.
pub(super) struct Order {
    /// Positions of inputs.
    pub(super) files: Vec<u32>,
    /// How many of them are no large files of lines: these come last.
    pub(super) small: usize,
}

/// The order in which to read inputs.
pub(super) fn order(inputs: &Inputs) -> Order {
    let mut all = vec![Folder::default()];
    let mut known: FxHashMap<&str, usize> = FxHashMap::default();
    for (at, number) in (0..inputs.len()).zip(0..) {
        let folder = place(inputs.folder(at), &mut all, &mut known);
        all[folder].files.push(number);
    }
    // Folders come after those that they lie in.
    for at in (0..all.len()).rev() {
        let heights = all[at].folders.iter().map(|inner| all[*inner].height + 1);
        all[at].height = heights.max().unwrap_or_default();
    }
    let mut small = Vec::with_capacity(inputs.len());
    let mut next = vec![0];
    while let Some(at) = next.pop() {
        small.append(&mut all[at].files);
        let mut folders = std::mem::take(&mut all[at].folders);
        // Stable: in order of path otherwise.
        folders.sort_by_key(|inner| all[*inner].height);
        next.extend(folders.into_iter().rev());
    }
    let is_large = |at: &mut u32| is_large(inputs, *at as usize);
    let large: Vec<u32> = small.extract_if(.., is_large).collect();
    let count = small.len();
    small.extend(large);
    Order {
        files: small,
        small: count,
    }
}

/// Whether an input is a large file of lines.
fn is_large(inputs: &Inputs, at: usize) -> bool {
    let is_lines = is_lines(&inputs.path(at));
    is_lines
        && match &inputs.get(at).content {
            Content::Bytes(bytes) => bytes.len() as u64 >= LARGE,
            Content::File(path) => std::fs::metadata(path).is_ok_and(|file| file.len() >= LARGE),
            // Nobody knows how large it is.
            Content::Once(_) => true,
            _ => false,
        }
}

/// The position of a folder in the list of all, with those that it lies in.
fn place<'p>(
    folder: &'p str,
    all: &mut Vec<Folder>,
    known: &mut FxHashMap<&'p str, usize>,
) -> usize {
    let mut missing = Vec::new();
    let mut rest = folder;
    let mut at = loop {
        if rest.is_empty() {
            break 0;
        }
        if let Some(at) = known.get(rest) {
            break *at;
        }
        missing.push(rest);
        rest = rest.rsplit_once('/').map_or("", |(above, _)| above);
    };
    while let Some(folder) = missing.pop() {
        let inner = all.len();
        all.push(Folder::default());
        all[at].folders.push(inner);
        known.insert(folder, inner);
        at = inner;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{Content, Input};

    fn ordered(paths: &[&str]) -> Vec<String> {
        let inputs = paths.iter().map(|path| Input {
            path: (*path).into(),
            content: Content::Bytes(Vec::new()),
        });
        let inputs: Inputs = inputs.collect();
        let order = order(&inputs).files.into_iter();
        order
            .map(|at| inputs.path(at as usize).into_owned())
            .collect()
    }

    #[test]
    fn what_lies_above_or_beside_missions_is_read_first() {
        let expected = [
            "z.json",
            "regional/contacts.json",
            "missions/list.json",
            "missions/eth/people.json",
            "missions/mli/people.json",
            "missions/mli/meetings/1.json",
            "missions/mli/meetings/2.json",
        ];
        assert_eq!(ordered(&expected), expected);
    }

    #[test]
    fn large_files_of_lines_are_read_last() {
        let large = vec![b' '; usize::try_from(LARGE).unwrap()];
        let inputs = [
            ("all.ndjson", large.clone()),
            ("annex/mli/log.json", large.clone()),
            ("few.ndjson", large[1..].to_vec()),
            ("more/some.jsonl", large),
            ("z.json", Vec::new()),
        ];
        let inputs = inputs.map(|(path, bytes)| Input {
            path: path.into(),
            content: Content::Bytes(bytes),
        });
        let inputs: Inputs = inputs.into_iter().collect();
        let order = order(&inputs);
        assert_eq!(order.small, 3);
        let paths: Vec<_> = order
            .files
            .into_iter()
            .map(|at| inputs.path(at as usize))
            .collect();
        let expected = [
            "few.ndjson",
            "z.json",
            "annex/mli/log.json",
            "all.ndjson",
            "more/some.jsonl",
        ];
        assert_eq!(paths, expected);
    }

    #[test]
    fn paths_of_any_form_are_read_once_each() {
        let odd = [
            "/",
            "/a",
            "/a/b",
            "a//b",
            "a/b",
            "a/b/c.zip!/x/y.json",
            "",
            "./a/b",
        ];
        let mut read = ordered(&odd);
        read.sort();
        let mut expected = odd.map(str::to_owned);
        expected.sort();
        assert_eq!(read, expected);
        assert!(ordered(&[]).is_empty());
    }
}
