//! All files of a run, each in as few bytes as what is known of it takes: there may be very many small ones.

use std::collections::BTreeMap;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::load::{Loaded, LoadedFile, Part};
use super::plan::{Drawn, Form, Gathered, Plain};

/// Files by number, which is their position in order of paths.
#[derive(Debug, Default)]
pub(super) struct Files {
    entries: Vec<Entry>,
    /// What plain files, and in the end all, say of missions.
    pub(super) gathered: Gathered,
    /// The hashes of plain files that are not those of their texts.
    hashes: FxHashMap<usize, u128>,
}

/// A file.
#[derive(Debug, Default)]
pub(super) enum Entry {
    /// Nothing of it is read.
    #[default]
    Unread,
    /// It holds no records: it is left out.
    Apart,
    /// All of it is one document, nothing of which is at hand.
    Plain(Plain),
    Full(Box<LoadedFile>),
}

impl Entry {
    fn of(file: LoadedFile) -> Self {
        if file.is_apart {
            Self::Apart
        } else {
            Self::Full(Box::new(file))
        }
    }
}

impl Files {
    /// So many files that are not read.
    pub(super) fn unread(count: usize) -> Self {
        let entries = std::iter::repeat_with(Entry::default);
        Self {
            entries: entries.take(count).collect(),
            ..Self::default()
        }
    }

    /// Files at length.
    pub(super) fn of(files: Vec<LoadedFile>) -> Self {
        Self {
            entries: files.into_iter().map(Entry::of).collect(),
            ..Self::default()
        }
    }

    /// The files that are at length, in order.
    pub(super) fn into_full(self) -> Vec<LoadedFile> {
        let full = self.entries.into_iter().filter_map(|entry| match entry {
            Entry::Full(file) => Some(*file),
            Entry::Unread | Entry::Apart | Entry::Plain(_) => None,
        });
        full.collect()
    }

    /// All files, in order.
    pub(super) fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The hash of a plain file.
    pub(super) fn hash_of(&self, at: usize, plain: &Plain) -> u128 {
        let own = self.hashes.get(&at).copied();
        own.unwrap_or_else(|| plain.hash())
    }

    /// Takes a file of which something was read.
    pub(super) fn put(&mut self, at: usize, file: LoadedFile) {
        self.entries[at] = Entry::of(file);
        self.settle(at);
    }

    /// Gives a file back that is not read to its end.
    pub(super) fn take(&mut self, at: usize, path: &Arc<str>) -> LoadedFile {
        match std::mem::take(&mut self.entries[at]) {
            Entry::Full(file) => *file,
            Entry::Unread | Entry::Apart | Entry::Plain(_) => LoadedFile::new(path.clone()),
        }
    }

    /// The parts of a file that is at length.
    pub(super) fn parts(&self, at: usize) -> &[Part] {
        match &self.entries[at] {
            Entry::Full(file) => &file.parts,
            Entry::Unread | Entry::Apart | Entry::Plain(_) => &[],
        }
    }

    /// The same, to be changed.
    pub(super) fn parts_mut(&mut self, at: usize) -> &mut [Part] {
        match &mut self.entries[at] {
            Entry::Full(file) => &mut file.parts,
            Entry::Unread | Entry::Apart | Entry::Plain(_) => &mut [],
        }
    }

    /// Keeps of a file what has to be kept.
    pub(super) fn settle(&mut self, at: usize) {
        let Entry::Full(file) = &mut self.entries[at] else {
            return;
        };
        let Some(plain) = plain(file) else {
            return;
        };
        if plain.hash() != file.hash {
            self.hashes.insert(at, file.hash);
        }
        for part in &mut file.parts {
            self.gathered.take_from(&mut part.sketch);
        }
        self.entries[at] = Entry::Plain(plain);
    }

    /// Gathers what all that was read says of missions: large files say the same again and again.
    pub(super) fn gather(&mut self) {
        for entry in &mut self.entries {
            if let Entry::Full(file) = entry
                && file.fault.is_none()
            {
                for part in &mut file.parts {
                    self.gathered.take_from(&mut part.sketch);
                }
            }
        }
    }

    /// All documents, in order of path and text.
    pub(super) fn drawn(&self) -> impl Iterator<Item = Drawn<'_>> {
        self.entries.iter().zip(0..).flat_map(|(entry, number)| {
            let (plain, parts): (Option<&Plain>, &[Part]) = match entry {
                Entry::Plain(plain) => (Some(plain), &[]),
                Entry::Full(file) if file.fault.is_none() => (None, &file.parts),
                Entry::Unread | Entry::Apart | Entry::Full(_) => (None, &[]),
            };
            let full = parts.iter().map(|part| Drawn::Full(&part.sketch));
            let plain = plain.map(|plain| Drawn::Plain(number, plain));
            plain.into_iter().chain(full)
        })
    }

    /// Numbers all documents, and takes those that are at hand, by their positions.
    pub(super) fn take_kept(&mut self) -> BTreeMap<usize, Box<Loaded>> {
        let (mut kept, mut at) = (BTreeMap::new(), 0);
        for (entry, number) in self.entries.iter_mut().zip(0..) {
            match entry {
                Entry::Plain(_) => at += 1,
                Entry::Full(file) if file.fault.is_none() => {
                    for part in &mut file.parts {
                        part.sketch.file = number;
                        kept.extend(part.kept.take().map(|loaded| (at, loaded)));
                        at += 1;
                    }
                }
                Entry::Unread | Entry::Apart | Entry::Full(_) => {}
            }
        }
        kept
    }

    /// Gives documents back to files that are all at length.
    pub(super) fn give_back(&mut self, loaded: Vec<Loaded>) {
        let full = self.entries.iter_mut().filter_map(|entry| match entry {
            Entry::Full(file) if file.fault.is_none() => Some(file),
            _ => None,
        });
        let parts = full.flat_map(|file| &mut file.parts);
        for (part, loaded) in parts.zip(loaded) {
            part.kept = Some(Box::new(loaded));
        }
    }
}

/// A file in short, where it is plain.
fn plain(file: &LoadedFile) -> Option<Plain> {
    let [part] = file.parts.as_slice() else {
        return None;
    };
    let has_fault = file.fault.is_some() || part.fault.is_some();
    if !file.is_read || has_fault || part.kept.is_some() {
        return None;
    }
    let plain = Plain::of(&part.sketch, part.records)?;
    let (texts, values) = texts_of(&plain);
    let is_told = (part.texts, part.values) == (texts, values);
    (is_told && file.bytes == plain.length()).then_some(plain)
}

/// How many texts and values a plain file has.
pub(super) fn texts_of(plain: &Plain) -> (u32, u32) {
    if plain.form == Form::Whole {
        (1, 1)
    } else {
        (plain.records, plain.records)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_takes_few_bytes() {
        assert_eq!(size_of::<Entry>(), 32);
    }
}
