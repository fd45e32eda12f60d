//! Zstandard (RFC 8878): frames one after the other, as parallel packers write them.

use std::io::{self, BufRead, Read};

use ruzstd::decoding::errors::{FrameDecoderError, ReadFrameHeaderError};
use ruzstd::decoding::{BlockDecodingStrategy, FrameDecoder};
use xxhash_rust::xxh64::Xxh64;

use super::Defect;

/// What all frames hold. A frame that says how its content hashes is compared with it.
pub(super) struct Frames<R> {
    source: R,
    decoder: FrameDecoder,
    hasher: Xxh64,
    inside: bool,
}

impl<R: BufRead> Frames<R> {
    pub(super) fn new(source: R) -> Self {
        Self {
            source,
            decoder: FrameDecoder::new(),
            hasher: Xxh64::new(0),
            inside: false,
        }
    }

    /// Begins the next frame; whether there is one.
    fn next(&mut self) -> io::Result<bool> {
        loop {
            if self.source.fill_buf()?.is_empty() {
                return Ok(false);
            }
            match self.decoder.reset(&mut self.source) {
                Ok(()) => {
                    self.hasher = Xxh64::new(0);
                    self.inside = true;
                    return Ok(true);
                }
                Err(FrameDecoderError::ReadFrameHeaderError(ReadFrameHeaderError::SkipFrame {
                    length,
                    ..
                })) => self.skip(length.into())?,
                // More memory than is usual, or a dictionary that the reader must have.
                Err(
                    FrameDecoderError::WindowSizeTooBig { .. }
                    | FrameDecoderError::DictNotProvided { .. },
                ) => return Err(Defect::OtherMethod.into()),
                Err(error) => return Err(io::Error::other(error)),
            }
        }
    }

    fn skip(&mut self, length: u64) -> io::Result<()> {
        let skipped = io::copy(&mut self.source.by_ref().take(length), &mut io::sink())?;
        if skipped == length {
            Ok(())
        } else {
            Err(Defect::CutOff.into())
        }
    }

    /// Decodes until there is something to give, or the frame ends.
    fn decode(&mut self) -> io::Result<()> {
        while self.decoder.can_collect() == 0 && !self.decoder.is_finished() {
            let one = BlockDecodingStrategy::UptoBlocks(1);
            self.decoder
                .decode_blocks(&mut self.source, one)
                .map_err(io::Error::other)?;
        }
        Ok(())
    }

    fn end(&mut self) -> io::Result<()> {
        self.inside = false;
        // Frames tell the lower half of the hash.
        let found = self.hasher.digest() & u64::from(u32::MAX);
        match self.decoder.get_checksum_from_data() {
            Some(told) if u64::from(told) != found => Err(Defect::Damaged.into()),
            _ => Ok(()),
        }
    }
}

impl<R: BufRead> Read for Frames<R> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        if bytes.is_empty() {
            return Ok(0);
        }
        while self.inside || self.next()? {
            self.decode()?;
            let read = self.decoder.read(bytes)?;
            if read > 0 {
                self.hasher.update(&bytes[..read]);
                return Ok(read);
            }
            self.end()?;
        }
        Ok(0)
    }
}
