//! ZIP archives: which files are in one, and reading one of them.

use std::fs::File;
use std::io::{self, BufReader, Cursor, Read, Seek, SeekFrom};
use std::sync::Arc;

use super::directory::{self, Entry, short};
use super::layer::{Meter, unpack_member};
use super::{Content, Defect, Place};

/// Bytes before the content of a file, without its name (APPNOTE.TXT 4.3.7).
const HEADER: usize = 30;

/// An archive whose table of contents was read.
#[derive(Debug)]
pub struct Archive {
    place: Place,
    entries: Vec<Entry>,
}

/// A file in an archive.
#[derive(Debug, Clone)]
pub struct Member {
    archive: Arc<Archive>,
    index: usize,
}

impl Archive {
    /// Reads the table of contents of an archive.
    pub fn open(place: Place) -> io::Result<Arc<Self>> {
        let entries = match &place {
            Place::File(path) => directory::read(&mut BufReader::new(File::open(path)?)),
            Place::Bytes(bytes) => directory::read(&mut Cursor::new(bytes)),
        }?;
        Ok(Arc::new(Self { place, entries }))
    }

    /// Names of everything in it, as the archive gives them, with what is there.
    pub fn files(self: &Arc<Self>) -> impl Iterator<Item = (&str, Content)> {
        let entries = self.entries.iter().enumerate();
        entries.map(|(index, entry)| {
            let content = match entry.defect {
                Some(defect) => Content::Defective(self.place.clone(), defect),
                None => Content::Member(Member {
                    archive: Arc::clone(self),
                    index,
                }),
            };
            (entry.name.as_str(), content)
        })
    }
}

impl Member {
    /// Whether there is nothing in it: folders are such. Nothing, deflated, still takes a few bytes.
    pub fn is_empty(&self) -> bool {
        let entry = &self.archive.entries[self.index];
        entry.packed < 8 && entry.told.length == 0
    }

    /// Where its archive lies.
    pub(super) fn place(&self) -> &Place {
        &self.archive.place
    }

    /// Its content, without that of others.
    pub(super) fn open<'m>(&'m self, meter: &Arc<Meter>) -> io::Result<Box<dyn Read + Send + 'm>> {
        let entry = &self.archive.entries[self.index];
        Ok(match &self.archive.place {
            Place::File(path) => {
                let packed = packed(File::open(path)?, entry)?;
                unpack_member(packed, entry.told, meter)
            }
            Place::Bytes(bytes) => {
                let packed = packed(Cursor::new(&**bytes), entry)?;
                unpack_member(packed, entry.told, meter)
            }
        })
    }
}

/// The packed bytes of an entry.
fn packed<R: Read + Seek>(mut archive: R, entry: &Entry) -> io::Result<impl Read> {
    let mut header = Vec::new();
    archive.seek(SeekFrom::Start(entry.start))?;
    archive
        .by_ref()
        .take(HEADER as u64)
        .read_to_end(&mut header)?;
    if header.len() < HEADER || !header.starts_with(b"PK\x03\x04") {
        return Err(Defect::Damaged.into());
    }
    let skipped = short(&header, 26) + short(&header, 28);
    archive.seek_relative(i64::try_from(skipped).unwrap_or_default())?;
    Ok(archive.take(entry.packed))
}
