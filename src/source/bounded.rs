//! How much may come out of what is packed.

use std::io::{self, Read};
use std::sync::Arc;

use memchr::memrchr;

use super::Defect;
use super::layer::Meter;

/// Bytes of one packed JSON document, and of one line of packed NDJSON, at most: a document is held in memory as a whole,
/// several times its size, and nobody sees from the size of a packed file that it will be. A record takes a few thousand.
pub const LARGEST_DOCUMENT: u64 = 1 << 30;

/// Bytes of one packed file of lines, which is read run by run: more than a country writes in decades.
pub const LARGEST_LINES: u64 = 1 << 36;

/// So many times the packed bytes may come out of them. Records give 10 to 50; deflate cannot give more than 1032,
/// Zstandard gives any number.
pub const RATIO: u64 = 250;

/// So many bytes may come out whatever the ratio: a small file of blanks is no attack.
pub const RATIO_FROM: u64 = 1 << 26;

/// Ends with an error where too much comes out.
pub(super) struct Bounded<R> {
    inner: R,
    meter: Arc<Meter>,
    is_lines: bool,
    given: u64,
    /// Of the line that has not ended.
    line: u64,
}

impl<R: Read> Bounded<R> {
    pub(super) fn new(inner: R, meter: Arc<Meter>, is_lines: bool) -> Self {
        Self {
            inner,
            meter,
            is_lines,
            given: 0,
            line: 0,
        }
    }

    fn is_too_much(&self) -> bool {
        let fair = RATIO_FROM.max(self.meter.taken().saturating_mul(RATIO));
        let largest = if self.is_lines {
            LARGEST_LINES
        } else {
            LARGEST_DOCUMENT
        };
        self.given > largest || self.given > fair || self.line > LARGEST_DOCUMENT
    }
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(bytes)?;
        self.given += read as u64;
        if self.is_lines {
            match memrchr(b'\n', &bytes[..read]) {
                Some(end) => self.line = (read - end - 1) as u64,
                None => self.line += read as u64,
            }
        }
        if self.is_too_much() {
            return Err(Defect::TooLarge.into());
        }
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::super::layer::Fed;
    use super::*;

    /// Reads packed bytes as zeros, so many for each.
    struct Blown<R> {
        inner: R,
        ratio: u64,
    }

    impl<R: Read> Read for Blown<R> {
        fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
            let ratio = usize::try_from(self.ratio).unwrap();
            let wanted = bytes.len() / ratio;
            let read = self.inner.by_ref().take(wanted as u64).read(bytes)?;
            bytes[..read * ratio].fill(0);
            Ok(read * ratio)
        }
    }

    fn read(packed: u64, ratio: u64, is_lines: bool) -> (u64, io::Result<()>) {
        let meter = Arc::new(Meter::default());
        let inner = Fed::new(io::repeat(1).take(packed), &meter);
        let mut bounded = Bounded::new(Blown { inner, ratio }, meter, is_lines);
        let mut bytes = vec![0; 1 << 18];
        let mut given = 0;
        loop {
            match bounded.read(&mut bytes) {
                Ok(0) => return (given, Ok(())),
                Ok(read) => given += read as u64,
                Err(error) => return (given, Err(error)),
            }
        }
    }

    #[test]
    fn what_comes_out_stays_in_proportion() {
        let (given, fair) = read(400_000, RATIO, false);
        assert!(fair.is_ok());
        assert_eq!(given, 400_000 * RATIO);
        let (given, much) = read(400_000, RATIO + 1, false);
        assert_eq!(
            super::super::defect(&much.unwrap_err()),
            Some(Defect::TooLarge)
        );
        assert!(given <= RATIO_FROM);
        let (given, small) = read(1_000, 10 * RATIO, true);
        assert!(small.is_ok());
        assert_eq!(given, 10_000 * RATIO);
    }

    #[test]
    fn a_line_is_bounded_like_a_document() {
        for is_lines in [true, false] {
            let (given, endless) = read(LARGEST_DOCUMENT, 100, is_lines);
            assert_eq!(
                super::super::defect(&endless.unwrap_err()),
                Some(Defect::TooLarge)
            );
            assert!(given <= LARGEST_DOCUMENT);
        }
    }
}
