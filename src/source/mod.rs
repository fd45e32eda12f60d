//! Where the bytes of an input come from: a file, bytes at hand, a file in an archive; unpacked where the name says that
//! they are packed. Nothing is ever written to the disk.
//!
//! ## Decisions
//! * What is packed is untrusted: it may take a million times its size. Every reader is bounded by what was read of the
//!   packed bytes, so that what comes out stays in proportion to what went in.
//! * What cannot be unpacked is the content's fault, a [`Defect`]; what cannot be read is the system's. Both travel as
//!   [`io::Error`], for a defect may show only after megabytes; [`defect`] tells them apart.

mod archive;
mod bounded;
mod directory;
mod layer;
mod name;
mod near;
mod once;
mod small;
mod zstandard;

use std::fmt;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use archive::{Archive, Member};
pub use bounded::{LARGEST_DOCUMENT, LARGEST_LINES, RATIO, RATIO_FROM};
pub use directory::LARGEST_DIRECTORY;
pub use name::{UNNAMED, UNNAMED_LINES, is_archive, is_lines, is_packed, is_records, unpacked};
pub use near::{Near, is_other_file, near};
pub use once::Once;

use bounded::Bounded;
use layer::Meter;
use name::Packing;

/// Where the bytes of an input come from.
#[derive(Debug, Clone)]
pub enum Content {
    /// A file, read when its turn comes.
    File(PathBuf),
    /// Bytes at hand.
    Bytes(Vec<u8>),
    /// What can be read once, when its turn comes.
    Once(Once),
    /// A file in an archive, read when its turn comes.
    Member(Member),
    /// What is there, but cannot be unpacked.
    Defective(Place, Defect),
}

/// Where something packed lies.
#[derive(Debug, Clone)]
pub enum Place {
    /// In a file.
    File(PathBuf),
    /// At hand.
    Bytes(Arc<[u8]>),
}

impl Content {
    /// The file that it lies in, itself or in the archive that it is.
    pub fn file(&self) -> Option<&Path> {
        let place = match self {
            Self::File(path) => return Some(path),
            Self::Bytes(_) | Self::Once(_) => return None,
            Self::Member(member) => member.place(),
            Self::Defective(place, _) => place,
        };
        match place {
            Place::File(path) => Some(path),
            Place::Bytes(_) => None,
        }
    }
}

/// Why something packed cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Defect {
    /// Its name says gzip, its content does not.
    NotGzip,
    /// Its name says Zstandard, its content does not.
    NotZstandard,
    /// Its name says ZIP, its content does not.
    NotZip,
    /// It ends too early.
    CutOff,
    /// It contradicts itself, or its checksum.
    Damaged,
    /// It is encrypted.
    Encrypted,
    /// It is packed by a method that is not read here.
    OtherMethod,
    /// It takes more than [`LARGEST_DOCUMENT`], [`LARGEST_LINES`] or [`RATIO`] allow.
    TooLarge,
    /// The archive has a larger table of contents than [`LARGEST_DIRECTORY`].
    TooManyFiles,
    /// An archive in an archive.
    Nested,
    /// Several files of the archive have this name.
    SameName,
    /// Its name leads out of the archive.
    LeadsOut,
    /// It is a link.
    Link,
    /// It is hidden.
    Hidden,
    /// Its name is nearly that of a file of records.
    NearName,
}

impl Defect {
    /// Its name in messages.
    pub fn code(self) -> &'static str {
        match self {
            Self::NotGzip => "not-gzip",
            Self::NotZstandard => "not-zstandard",
            Self::NotZip => "not-zip",
            Self::CutOff => "cut-off",
            Self::Damaged => "damaged",
            Self::Encrypted => "encrypted",
            Self::OtherMethod => "other-method",
            Self::TooLarge => "too-large",
            Self::TooManyFiles => "too-many-files",
            Self::Nested => "nested",
            Self::SameName => "same-name",
            Self::LeadsOut => "leads-out",
            Self::Link => "link",
            Self::Hidden => "hidden",
            Self::NearName => "near-name",
        }
    }
}

impl fmt::Display for Defect {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.code())
    }
}

impl std::error::Error for Defect {}

impl From<Defect> for io::Error {
    fn from(defect: Defect) -> Self {
        Self::new(io::ErrorKind::InvalidData, defect)
    }
}

/// The defect that an error stands for, if it is about the content.
pub fn defect(error: &io::Error) -> Option<Defect> {
    error.get_ref()?.downcast_ref().copied()
}

/// The bytes of an input, unpacked as its name demands.
pub fn open<'c>(content: &'c Content, name: &str) -> io::Result<Box<dyn Read + Send + 'c>> {
    let (meter, bytes) = match content {
        Content::Defective(_, defect) => return Err((*defect).into()),
        Content::Member(member) => {
            let meter = Arc::new(Meter::default());
            let bytes = member.open(&meter)?;
            (Some(meter), bytes)
        }
        Content::Once(once) => (None, once.open()?),
        Content::File(path) => return open_file(path, name),
        Content::Bytes(bytes) => (None, Box::new(bytes.as_slice()) as Box<dyn Read + Send>),
    };
    unpacking(bytes, meter, name)
}

/// The bytes of a file, unpacked as its name demands.
pub fn open_file(path: &Path, name: &str) -> io::Result<Box<dyn Read + Send>> {
    unpacking(Box::new(File::open(path)?), None, name)
}

/// What bytes hold whose name says how they are packed; `meter` counts those of an archive.
fn unpacking<'c>(
    bytes: Box<dyn Read + Send + 'c>,
    meter: Option<Arc<Meter>>,
    name: &str,
) -> io::Result<Box<dyn Read + Send + 'c>> {
    let packing = Packing::of(name);
    if meter.is_none() && packing.is_none() {
        return Ok(bytes);
    }
    let (meter, bytes) = match (meter, packing) {
        (meter, None) => (meter.unwrap_or_default(), bytes),
        (meter, Some(packing)) => {
            let own = Arc::new(Meter::default());
            let bytes = layer::unpack(bytes, packing, &own)?;
            (meter.unwrap_or(own), bytes)
        }
    };
    Ok(Box::new(Bounded::new(bytes, meter, is_lines(name))))
}

/// All bytes of an input, unpacked as its name demands.
pub fn read(content: &Content, name: &str) -> io::Result<Vec<u8>> {
    match content {
        Content::File(path) if !is_packed(name) => small::read(path),
        Content::Bytes(bytes) if !is_packed(name) => Ok(bytes.clone()),
        _ => {
            let mut bytes = Vec::new();
            open(content, name)?.read_to_end(&mut bytes)?;
            Ok(bytes)
        }
    }
}
