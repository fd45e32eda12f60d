//! What is to be checked, in few bytes for each file: a corpus may be very many small ones.
//!
//! Most inputs are files that reports show by their own name, in folders with others: of such a one its folder and its
//! name are kept, each once.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::path::PathBuf;

use memchr::memchr;
use rustc_hash::FxHashMap;
use xxhash_rust::xxh3::Xxh3;

use super::{Content, Input};

/// What is to be checked, in order of paths.
#[derive(Debug, Clone, Default)]
pub struct Inputs {
    folders: Vec<Folder>,
    /// Positions of folders, by what tells them, as long as there are more to come.
    known: FxHashMap<u64, u32>,
    /// What folders in the file system begin with, before what reports show of them.
    roots: Vec<Box<str>>,
    /// Folders as reports show them, with the slash at their end, each before the names of the files in it, with a slash
    /// behind each; others may come between.
    names: String,
    files: Vec<Listed>,
    /// What is not kept by its name.
    others: Vec<Input>,
}

/// A folder with files in it.
#[derive(Debug, Clone, Copy)]
struct Folder {
    /// Where it ends among the names.
    end: usize,
    /// Its length there: nothing where reports show no folder.
    length: u32,
    /// Position of its root.
    root: u32,
    /// Whether it is the root with what reports show of it, not the root alone.
    is_below: bool,
}

/// So many roots are looked through for one that is there already.
const ROOTS: usize = 8;

/// An input.
#[derive(Debug, Clone, Copy)]
struct Listed {
    /// Position of its folder, or [`OTHER`].
    folder: u32,
    /// Where its name begins, behind its folder; or its position among the others.
    at: u32,
}

/// In place of a folder.
const OTHER: u32 = u32::MAX;

impl Inputs {
    /// Number of inputs.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// All of them, in order of paths.
    pub fn iter(&self) -> impl Iterator<Item = Cow<'_, Input>> {
        (0..self.len()).map(|at| self.get(at))
    }

    /// The one at a position below [`Inputs::len`]. What is at hand is not copied.
    pub fn get(&self, at: usize) -> Cow<'_, Input> {
        self.listed(self.files[at])
    }

    /// Keeps those that are to be kept.
    pub fn retain(&mut self, keeps: impl Fn(&Input) -> bool) {
        let mut files = std::mem::take(&mut self.files);
        files.retain(|file| keeps(&self.listed(*file)));
        self.files = files;
    }

    fn listed(&self, file: Listed) -> Cow<'_, Input> {
        let Some(folder) = self.folders.get(file.folder as usize) else {
            return Cow::Borrowed(&self.others[file.at as usize]);
        };
        let (shown, name) = (self.shown(folder), self.name(folder, file));
        let [root, below] = self.place(folder);
        Cow::Owned(Input {
            path: [shown, name].concat().into(),
            content: Content::File(PathBuf::from([root, below, name].concat())),
        })
    }

    /// The path of the one at a position, as reports show it.
    pub(super) fn path(&self, at: usize) -> Cow<'_, str> {
        let parts = self.parts(self.files[at]);
        if let ["", whole] | [whole, ""] = parts {
            Cow::Borrowed(whole)
        } else {
            Cow::Owned(parts.concat())
        }
    }

    /// The folder of the one at a position, without the slash at its end.
    pub(super) fn folder(&self, at: usize) -> &str {
        let [above, name] = self.parts(self.files[at]);
        let path = if above.is_empty() { name } else { above };
        path.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// Whether the one at a position can be read once alone.
    pub(super) fn is_once(&self, at: usize) -> bool {
        let file = self.files[at];
        file.folder == OTHER && matches!(self.others[file.at as usize].content, Content::Once(_))
    }

    /// The two parts of a path: folder and name, or nothing and all.
    fn parts(&self, file: Listed) -> [&str; 2] {
        match self.folders.get(file.folder as usize) {
            Some(folder) => [self.shown(folder), self.name(folder, file)],
            None => ["", &self.others[file.at as usize].path],
        }
    }

    /// A folder as reports show it, with the slash at its end.
    fn shown(&self, folder: &Folder) -> &str {
        &self.names[folder.end - folder.length as usize..folder.end]
    }

    /// A folder in the file system, in two parts.
    fn place(&self, folder: &Folder) -> [&str; 2] {
        let root = &self.roots[folder.root as usize];
        let below = folder.is_below.then(|| self.shown(folder));
        [root, below.unwrap_or_default()]
    }

    fn name(&self, folder: &Folder, file: Listed) -> &str {
        let rest = &self.names[folder.end + file.at as usize..];
        let end = memchr(b'/', rest.as_bytes());
        &rest[..end.unwrap_or(rest.len())]
    }

    fn compare(&self, one: Listed, other: Listed) -> Ordering {
        let is_beside = one.folder == other.folder && one.folder != OTHER;
        let [one, other] = [one, other].map(|file| self.parts(file).map(str::as_bytes));
        if is_beside {
            return one[1].cmp(other[1]);
        }
        // Most folders begin alike, and memory is quicker compared as a whole.
        let both = one[0].len().min(other[0].len());
        let [[begin, rest], [other_begin, other_rest]] = [one, other].map(|parts| {
            let (begin, rest) = parts[0].split_at(both);
            [begin, rest]
        });
        begin.cmp(other_begin).then_with(|| {
            let other = other_rest.iter().chain(other[1]);
            rest.iter().chain(one[1]).cmp(other)
        })
    }

    /// Adds one, in no order.
    pub(crate) fn push(&mut self, input: Input) {
        let listed = self.by_name(&input).unwrap_or_else(|| {
            self.others.push(input);
            Listed {
                folder: OTHER,
                at: u32::try_from(self.others.len() - 1).unwrap_or(u32::MAX),
            }
        });
        self.files.push(listed);
    }

    /// Keeps an input by its name, where that says everything.
    fn by_name(&mut self, input: &Input) -> Option<Listed> {
        let Content::File(path) = &input.content else {
            return None;
        };
        let start = input.path.rfind('/').map_or(0, |slash| slash + 1);
        let (shown, name) = input.path.split_at(start);
        let place = path.to_str()?.strip_suffix(name)?;
        let folder = self.folder_of(shown, place)?;
        let at = self.names.len() - self.folders[folder as usize].end;
        let at = u32::try_from(at).ok()?;
        self.names.push_str(name);
        self.names.push('/');
        Some(Listed { folder, at })
    }

    /// The position of a folder, of which a name can follow now.
    fn folder_of(&mut self, shown: &str, place: &str) -> Option<u32> {
        let mut hasher = Xxh3::new();
        hasher.update(shown.as_bytes());
        hasher.update(&[0]);
        hasher.update(place.as_bytes());
        let key = hasher.digest();
        let is_it = |number: &u32| {
            let folder = &self.folders[*number as usize];
            let is_near = u32::try_from(self.names.len() - folder.end).is_ok();
            let [root, below] = self.place(folder);
            is_near && self.shown(folder) == shown && place.strip_prefix(root) == Some(below)
        };
        if let Some(number) = self.known.get(&key).copied().filter(is_it) {
            return Some(number);
        }
        let number = u32::try_from(self.folders.len()).ok()?;
        let length = u32::try_from(shown.len()).ok()?;
        let root = place.strip_suffix(shown);
        let folder = Folder {
            end: self.names.len() + shown.len(),
            length,
            root: self.root_of(root.unwrap_or(place))?,
            is_below: root.is_some(),
        };
        if number == OTHER {
            return None;
        }
        self.names.push_str(shown);
        self.folders.push(folder);
        self.known.insert(key, number);
        Some(number)
    }

    fn root_of(&mut self, root: &str) -> Option<u32> {
        let last = self.roots.iter().enumerate().rev().take(ROOTS);
        let there = last.into_iter().find(|(_, it)| ***it == *root);
        let at = if let Some((at, _)) = there {
            at
        } else {
            self.roots.push(root.into());
            self.roots.len() - 1
        };
        u32::try_from(at).ok()
    }

    /// Puts those that were added into order; equal paths stay in the order in which they came.
    pub(crate) fn arrange(&mut self) {
        let mut files = std::mem::take(&mut self.files);
        files.sort_by(|one, other| self.compare(*one, *other));
        files.shrink_to_fit();
        self.files = files;
        self.names.shrink_to_fit();
        self.folders.shrink_to_fit();
        self.known = FxHashMap::default();
    }
}

impl Extend<Input> for Inputs {
    fn extend<I: IntoIterator<Item = Input>>(&mut self, inputs: I) {
        inputs.into_iter().for_each(|input| self.push(input));
        self.arrange();
    }
}

impl FromIterator<Input> for Inputs {
    fn from_iter<I: IntoIterator<Item = Input>>(inputs: I) -> Self {
        let mut all = Self::default();
        all.extend(inputs);
        all
    }
}

impl From<Vec<Input>> for Inputs {
    fn from(inputs: Vec<Input>) -> Self {
        inputs.into_iter().collect()
    }
}

impl From<Inputs> for Vec<Input> {
    fn from(mut inputs: Inputs) -> Self {
        let files = std::mem::take(&mut inputs.files);
        let others = std::mem::take(&mut inputs.others);
        let mut others: Vec<Option<Input>> = others.into_iter().map(Some).collect();
        let all = files.into_iter().filter_map(|file| match file.folder {
            // What is at hand is not copied.
            OTHER => others[file.at as usize].take(),
            _ => Some(inputs.listed(file).into_owned()),
        });
        all.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, place: &str) -> Input {
        Input {
            path: path.into(),
            content: Content::File(place.into()),
        }
    }

    fn bytes(path: &str) -> Input {
        Input {
            path: path.into(),
            content: Content::Bytes(path.into()),
        }
    }

    /// Path, and what is there.
    fn told(input: &Input) -> (String, String) {
        (input.path.to_string(), format!("{:?}", input.content))
    }

    /// Paths that come near each other in order, in folders and none, of files that go by their name and others.
    fn odd() -> Vec<Input> {
        let paths = [
            "a/b",
            "a/b/c",
            "a/b.json",
            "a/b-c",
            "a-b",
            "a",
            "/a",
            "//a",
            "a//b",
            "",
            "/",
            "a/",
            "a/b/",
            "é/à.json",
            "é",
            "a/b c",
            "b/a",
            "a/c",
            "a/b/d",
            "./a",
            "../a",
        ];
        let mut all = Vec::new();
        for (at, path) in paths.into_iter().enumerate() {
            all.push(file(path, &format!("/root/{path}")));
            if at % 3 == 0 {
                all.push(bytes(path));
            }
            if at % 4 == 0 {
                all.push(file(path, &format!("/elsewhere/{path}")));
                all.push(file(path, "/root/of/another/name"));
            }
        }
        all
    }

    #[test]
    fn what_comes_in_comes_out_in_order_of_paths() {
        for turn in 0..odd().len() {
            let mut all = odd();
            all.rotate_left(turn);
            let inputs = Inputs::from(all.clone());
            all.sort_by(|one, other| one.path.cmp(&other.path));
            let expected: Vec<_> = all.iter().map(told).collect();
            let found: Vec<_> = inputs.iter().map(|input| told(&input)).collect();
            assert_eq!(found, expected);
            for (at, input) in all.iter().enumerate() {
                let folder = input.path.rsplit_once('/').map_or("", |(folder, _)| folder);
                assert_eq!(
                    (&*inputs.path(at), inputs.folder(at)),
                    (&*input.path, folder)
                );
            }
            let back: Vec<Input> = inputs.into();
            assert_eq!(back.iter().map(told).collect::<Vec<_>>(), expected);
        }
    }

    #[test]
    fn some_are_left_out_and_others_come_later() {
        let mut inputs = Inputs::from(odd());
        inputs.retain(|input| input.path.ends_with('c'));
        inputs.extend([file("a/bb", "/root/a/bb"), bytes("0")]);
        let found: Vec<String> = inputs.iter().map(|it| it.path.to_string()).collect();
        let expected = ["0", "a/b c", "a/b-c", "a/b/c", "a/bb", "a/c"];
        let mut each = found.clone();
        each.dedup();
        assert_eq!(each, expected, "{found:?}");
        assert!(found.len() > expected.len() && found.len() == inputs.len());
    }

    #[cfg(unix)]
    #[test]
    fn names_that_are_no_text_are_kept() {
        use std::os::unix::ffi::OsStrExt;
        let place = std::ffi::OsStr::from_bytes(b"/root/a\xFF.json");
        let input = Input {
            path: "a\u{fffd}.json".into(),
            content: Content::File(place.into()),
        };
        let inputs = Inputs::from(vec![input]);
        assert_eq!(inputs.get(0).content.file(), Some(place.as_ref()));
    }

    #[test]
    fn a_file_takes_its_name_and_no_more() {
        assert_eq!(size_of::<Listed>(), 8);
        let path = |at| format!("missions/mli/meetings/{at:04}.json");
        let files =
            (0..1_000).map(|at| file(&path(at), &format!("/home/of/somebody/{}", path(at))));
        let inputs: Inputs = files.collect();
        assert_eq!((inputs.folders.len(), inputs.others.len()), (1, 0));
        assert_eq!((inputs.roots.len(), inputs.known.capacity()), (1, 0));
        let text = "missions/mli/meetings/".len() + 1_000 * "0000.json/".len();
        assert_eq!(inputs.names.capacity(), text);
        assert_eq!(inputs.files.capacity(), 1_000);
    }
}
