//! Reading a file that is wanted as a whole, with as few calls of the system as can be: records are many small files.

use std::cell::RefCell;
use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::Path;

/// Bytes of a file that is read without asking how long it is.
const SMALL: usize = 1 << 16;

thread_local! {
    /// Room for a small file, used again for the next one.
    static ROOM: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// All bytes of a file.
pub(super) fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut file = File::open(path)?;
    ROOM.with_borrow_mut(|room| {
        room.resize(SMALL, 0);
        let start = fill(&mut file, room)?;
        let mut bytes = Vec::new();
        if start.len() == SMALL {
            let length = file.metadata().map_or(0, |file| file.len());
            let length = usize::try_from(length).unwrap_or(usize::MAX);
            bytes.try_reserve_exact(length.max(SMALL))?;
        }
        bytes.extend_from_slice(start);
        if start.len() == SMALL {
            file.read_to_end(&mut bytes)?;
        }
        Ok(bytes)
    })
}

/// Reads until the end of a file or of the room.
fn fill<'r>(file: &mut impl Read, room: &'r mut [u8]) -> io::Result<&'r [u8]> {
    let mut length = 0;
    while length < room.len() {
        match file.read(&mut room[length..]) {
            Ok(0) => break,
            Ok(read) => length += read,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(&room[..length])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives one byte less each time, and is interrupted now and then.
    struct Halting<'b> {
        bytes: &'b [u8],
        step: usize,
    }

    impl Read for Halting<'_> {
        fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
            self.step += 1;
            if self.step.is_multiple_of(3) {
                return Err(ErrorKind::Interrupted.into());
            }
            self.bytes.by_ref().take(7).read(room)
        }
    }

    #[test]
    fn a_file_is_read_to_its_end_whatever_comes_at_a_time() {
        let bytes: Vec<u8> = (0..=255).collect();
        for length in [0, 1, 100, 255] {
            let mut room = [0; 255];
            let mut file = Halting {
                bytes: &bytes[..length],
                step: 0,
            };
            assert_eq!(fill(&mut file, &mut room).unwrap(), &bytes[..length]);
        }
    }

    #[test]
    fn files_around_the_size_of_the_room_are_read_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        for length in [0, 1, SMALL - 1, SMALL, SMALL + 1, 3 * SMALL + 5] {
            let bytes: Vec<u8> = (0..=250).cycle().take(length).collect();
            std::fs::write(&path, &bytes).unwrap();
            assert!(read(&path).unwrap() == bytes, "{length}");
        }
        assert!(read(folder.path()).is_err());
    }
}
