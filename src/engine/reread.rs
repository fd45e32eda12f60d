//! Reading parts of files once more, and making sure that they are what they were.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::ops::Range;
use std::sync::Arc;

use memchr::memchr_iter;
use rayon::prelude::*;
use xxhash_rust::xxh3::xxh3_128;

use super::load::Loaded;
use super::part::{Chunk, again};
use super::plan::{Form, Sketch};
use super::run::Run;
use super::{Content, Input};
use crate::finding::Phrase;
use crate::report::RunFault;
use crate::source::{self, is_packed};
use crate::text::Origin;

/// So many parts of a file are read before they are parsed side by side.
const TOGETHER: usize = 4;

/// No more room is made at once for what is read.
const MOST_RESERVED: usize = 1 << 26;

/// What is wanted of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Wanted {
    All,
    /// Lines, as bytes of the document, in order and not adjacent.
    Lines(Vec<Range<u32>>),
}

/// A part of a document that was read again: its position in the plan, and the first byte.
pub(super) type Key = (usize, u64);

/// What is wanted of one file, in order: positions in the plan.
pub(super) type Wish<'s> = Vec<(usize, &'s Sketch, Wanted)>;

/// Bytes of an input, from its beginning on.
enum Source<'i> {
    /// Where any part is found at once.
    File(File),
    Bytes(&'i [u8]),
    /// With what was passed over and read of it.
    Packed(Box<dyn Read + Send + 'i>, u64),
}

impl<'i> Source<'i> {
    fn open(input: &'i Input) -> io::Result<Self> {
        Ok(match &input.content {
            Content::File(path) if !is_packed(&input.path) => Self::File(File::open(path)?),
            Content::Bytes(bytes) if !is_packed(&input.path) => Self::Bytes(bytes),
            content => Self::Packed(source::open(content, &input.path)?, 0),
        })
    }

    /// The bytes from `offset` on, which lies behind what was asked for before: fewer than `length` where there are no
    /// more.
    fn range(&mut self, offset: u64, length: u64) -> io::Result<Vec<u8>> {
        let narrow = |bytes: u64| usize::try_from(bytes).unwrap_or(usize::MAX);
        let mut bytes = Vec::new();
        match self {
            Self::File(file) => {
                file.seek(SeekFrom::Start(offset))?;
                bytes.reserve_exact(narrow(length).min(MOST_RESERVED));
                file.take(length).read_to_end(&mut bytes)?;
            }
            Self::Bytes(all) => {
                let rest = all.get(narrow(offset)..).unwrap_or_default();
                bytes.extend_from_slice(&rest[..narrow(length).min(rest.len())]);
            }
            Self::Packed(content, at) => {
                let mut passed = content.by_ref().take(offset.saturating_sub(*at));
                io::copy(&mut passed, &mut io::sink())?;
                content.take(length).read_to_end(&mut bytes)?;
                *at = offset + bytes.len() as u64;
            }
        }
        Ok(bytes)
    }
}

impl Run<'_> {
    /// Reads what is wanted of a file once more. The fault is that it cannot be read, or is not what it was.
    pub(super) fn reread(
        &self,
        input: &Input,
        wish: Wish<'_>,
    ) -> Result<Vec<(Key, Loaded)>, RunFault> {
        let mut source = Source::open(input).map_err(|error| refused(input, &error))?;
        let mut all = Vec::new();
        let mut wish = wish.into_iter().peekable();
        while wish.peek().is_some() {
            let mut chunks = Vec::new();
            for (at, sketch, wanted) in wish.by_ref().take(TOGETHER) {
                let read = source.range(sketch.origin.offset, sketch.length);
                let bytes = read.map_err(|error| refused(input, &error))?;
                if bytes.len() as u64 != sketch.length || xxh3_128(&bytes) != sketch.hash {
                    return Err(RunFault {
                        kind: "changed-while-read",
                        subject: input.path.to_string(),
                        reason: Phrase::new("reason-changed-while-read"),
                    });
                }
                let whole = Chunk {
                    origin: sketch.origin,
                    bytes,
                };
                let parts = selected(whole, &wanted).into_iter();
                chunks.extend(parts.map(|chunk| (at, sketch.form, chunk)));
            }
            let parsed = chunks.into_par_iter();
            let parsed: Vec<(Key, Loaded)> = parsed
                .map(|(at, form, chunk)| {
                    let offset = chunk.origin.offset;
                    ((at, offset), self.again(&input.path, chunk, form))
                })
                .collect();
            all.extend(parsed);
        }
        Ok(all)
    }

    fn again(&self, path: &Arc<str>, chunk: Chunk, form: Form) -> Loaded {
        again(path, chunk, form, self.contract, &self.request.settings)
    }
}

fn refused(input: &Input, error: &io::Error) -> RunFault {
    RunFault {
        kind: "cannot-read",
        subject: input.path.to_string(),
        reason: Phrase::from(error),
    }
}

/// What is wanted of a chunk.
fn selected(chunk: Chunk, wanted: &Wanted) -> Vec<Chunk> {
    let Wanted::Lines(ranges) = wanted else {
        return vec![chunk];
    };
    let Chunk { mut origin, bytes } = chunk;
    let mut at = 0;
    let mut pieces = Vec::with_capacity(ranges.len());
    for range in ranges {
        let start = (range.start as usize).min(bytes.len());
        let end = (range.end as usize).clamp(start, bytes.len());
        origin = moved(origin, bytes.get(at..start).unwrap_or_default());
        let piece = bytes[start..end].to_vec();
        pieces.push(Chunk {
            origin,
            bytes: piece,
        });
        (at, origin) = (end, moved(origin, &bytes[start..end]));
    }
    pieces
}

/// Where a text stands that comes behind bytes.
fn moved(origin: Origin, bytes: &[u8]) -> Origin {
    Origin {
        offset: origin.offset + bytes.len() as u64,
        line: origin.line + memchr_iter(b'\n', bytes).count() as u64,
    }
}
