//! Decoders over readers. A decoder reads through a meter, which knows afterwards what went wrong: with the packed bytes,
//! or with reading them.

use std::io::{self, BufReader, ErrorKind, Read};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use flate2::Crc;
use flate2::read::{DeflateDecoder, MultiGzDecoder};

use super::Defect;
use super::name::Packing;
use super::zstandard::Frames;

/// What a decoder was given.
#[derive(Debug, Default)]
pub(super) struct Meter {
    taken: AtomicU64,
    ended: AtomicBool,
    failure: Mutex<Option<io::Error>>,
}

impl Meter {
    /// How many packed bytes were read.
    pub(super) fn taken(&self) -> u64 {
        self.taken.load(Ordering::Relaxed)
    }

    /// Why a decoder has failed: what it read from did, or what it read is no good.
    fn cause(&self, error: io::Error) -> io::Error {
        let failure = self
            .failure
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        if let Some(failure) = failure {
            return failure;
        }
        if super::defect(&error).is_some() || error.kind() == ErrorKind::Interrupted {
            return error;
        }
        let ended = self.ended.load(Ordering::Relaxed);
        if ended || error.kind() == ErrorKind::UnexpectedEof {
            Defect::CutOff.into()
        } else {
            Defect::Damaged.into()
        }
    }
}

/// What a decoder reads from.
pub(super) struct Fed<R> {
    inner: R,
    meter: Arc<Meter>,
}

impl<R: Read> Fed<R> {
    pub(super) fn new(inner: R, meter: &Arc<Meter>) -> Self {
        Self {
            inner,
            meter: Arc::clone(meter),
        }
    }
}

impl<R: Read> Read for Fed<R> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(bytes);
        match &read {
            Ok(0) if !bytes.is_empty() => self.meter.ended.store(true, Ordering::Relaxed),
            Ok(read) => {
                self.meter.taken.fetch_add(*read as u64, Ordering::Relaxed);
            }
            Err(_) => {}
        }
        read.map_err(|error| {
            let kind = error.kind();
            if kind == ErrorKind::Interrupted {
                return error;
            }
            let mut failure = self
                .meter
                .failure
                .lock()
                .unwrap_or_else(PoisonError::into_inner);
            *failure = Some(error);
            kind.into()
        })
    }
}

/// A decoder whose errors say what is wrong.
struct Decoded<D> {
    decoder: D,
    meter: Arc<Meter>,
}

impl<D: Read> Read for Decoded<D> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        let read = self.decoder.read(bytes);
        read.map_err(|error| self.meter.cause(error))
    }
}

/// What is packed in bytes.
pub(super) fn unpack<'r>(
    mut bytes: Box<dyn Read + Send + 'r>,
    packing: Packing,
    meter: &Arc<Meter>,
) -> io::Result<Box<dyn Read + Send + 'r>> {
    let mut start = Vec::new();
    bytes.by_ref().take(4).read_to_end(&mut start)?;
    let wrong = match (packing, start.as_slice()) {
        (_, []) => Some(Defect::CutOff),
        (Packing::Gzip, [0x1F, 0x8B, ..] | [0x1F])
        | (Packing::Zstandard, [0x28, 0xB5, 0x2F, 0xFD] | [0x50..=0x5F, 0x2A, 0x4D, 0x18]) => None,
        (Packing::Gzip, _) => Some(Defect::NotGzip),
        (Packing::Zstandard, _) => Some(Defect::NotZstandard),
    };
    if let Some(wrong) = wrong {
        return Err(wrong.into());
    }
    let fed = Fed::new(io::Cursor::new(start).chain(bytes), meter);
    let decoder: Box<dyn Read + Send + 'r> = match packing {
        Packing::Gzip => Box::new(MultiGzDecoder::new(fed)),
        Packing::Zstandard => Box::new(Frames::new(BufReader::new(fed))),
    };
    let meter = Arc::clone(meter);
    Ok(Box::new(Decoded { decoder, meter }))
}

/// What an archive says of a file in it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Told {
    /// Bytes, unpacked.
    pub(super) length: u64,
    /// CRC-32 of these.
    pub(super) checksum: u32,
    /// Whether they are deflated.
    pub(super) deflated: bool,
}

/// What is stored or deflated in an archive, checked by what that says of it.
pub(super) fn unpack_member<'r>(
    bytes: impl Read + Send + 'r,
    told: Told,
    meter: &Arc<Meter>,
) -> Box<dyn Read + Send + 'r> {
    let fed = Fed::new(bytes, meter);
    let inner: Box<dyn Read + Send + 'r> = if told.deflated {
        Box::new(DeflateDecoder::new(fed))
    } else {
        Box::new(fed)
    };
    let decoder = Checked {
        inner,
        found: Crc::new(),
        length: 0,
        told,
    };
    let meter = Arc::clone(meter);
    Box::new(Decoded { decoder, meter })
}

/// Compares what is read with what was told of it.
struct Checked<R> {
    inner: R,
    found: Crc,
    length: u64,
    told: Told,
}

impl<R: Read> Read for Checked<R> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(bytes)?;
        self.found.update(&bytes[..read]);
        self.length += read as u64;
        let is_end = read == 0 && !bytes.is_empty();
        let fits = if is_end {
            self.length == self.told.length && self.found.sum() == self.told.checksum
        } else {
            self.length <= self.told.length
        };
        if fits {
            Ok(read)
        } else {
            Err(Defect::Damaged.into())
        }
    }
}
