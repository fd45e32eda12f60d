//! Standard input, which may be a person who types: whoever reads it can be interrupted.

use std::io::{self, Chain, Cursor, Read};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::time::Duration;

use serde::de::IgnoredAny;

use super::interrupt;

/// So many bytes are read at a time.
const PIECE: usize = 1 << 16;

/// So many pieces may wait.
const WAITING: usize = 4;

/// So often a reader that waits looks whether it is to go on.
const BEAT: Duration = Duration::from_millis(50);

/// The byte order mark of UTF-8.
const MARK: &[u8] = b"\xEF\xBB\xBF";

/// A first line that is longer is not looked at: what is one JSON value is often one line.
const LONGEST_FIRST_LINE: usize = 1 << 24;

/// Standard input. Reading ends with an error when Ctrl-C is pressed.
pub(super) struct StandardInput {
    pieces: Receiver<io::Result<Vec<u8>>>,
    piece: Cursor<Vec<u8>>,
}

impl StandardInput {
    /// Opens it, once in a process. It is read by another thread: nothing else could end a read that waits.
    pub(super) fn open() -> Self {
        interrupt::heed();
        let (sender, pieces) = sync_channel(WAITING);
        std::thread::spawn(move || pass_on(&mut io::stdin().lock(), &sender));
        Self {
            pieces,
            piece: Cursor::default(),
        }
    }
}

/// Passes on what there is to read until nobody wants more; an empty piece is the end.
fn pass_on(input: &mut impl Read, sender: &SyncSender<io::Result<Vec<u8>>>) {
    loop {
        let mut piece = vec![0; PIECE];
        let read = match input.read(&mut piece) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            read => read,
        };
        let is_last = !matches!(read, Ok(1..));
        let piece = read.map(|length| {
            piece.truncate(length);
            piece
        });
        if sender.send(piece).is_err() || is_last {
            return;
        }
    }
}

impl Read for StandardInput {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            let read = self.piece.read(buffer)?;
            if read > 0 || buffer.is_empty() {
                return Ok(read);
            }
            if interrupt::is_heeded() {
                // Whoever reads on when a call is interrupted is not to.
                return Err(io::Error::other("Ctrl-C"));
            }
            match self.pieces.recv_timeout(BEAT) {
                Ok(piece) => self.piece = Cursor::new(piece?),
                Err(RecvTimeoutError::Timeout) => continue,
                Err(RecvTimeoutError::Disconnected) => return Ok(0),
            }
            if self.piece.get_ref().is_empty() {
                return Ok(0);
            }
        }
    }
}

/// What somebody pipes without a name: whether it is lines with a JSON value each, and all of it.
///
/// It is lines where the first that is not blank is a whole list or object, and what follows it begins like another one.
/// As much is read as is needed to see that. What cannot be read is told by whoever reads on.
pub(super) fn looked_into<R: Read>(mut input: R) -> (bool, Chain<Cursor<Vec<u8>>, Rest<R>>) {
    let mut start = Vec::new();
    let (mut are_lines, mut has_line, mut failure) = (false, false, None);
    let mut piece = vec![0; PIECE];
    loop {
        // A long line is not looked through again and again.
        let line = if has_line || start.len() <= PIECE {
            first_line(&start)
        } else {
            First::Unfinished
        };
        match line {
            First::Line { is_followed } => {
                are_lines = is_followed;
                break;
            }
            First::Other => break,
            First::Unfinished if start.len() > LONGEST_FIRST_LINE => break,
            First::Unfinished => {}
        }
        match input.read(&mut piece) {
            Ok(0) => break,
            Ok(read) => {
                has_line |= piece[..read].contains(&b'\n');
                start.extend_from_slice(&piece[..read]);
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => {
                failure = Some(error);
                break;
            }
        }
    }
    let rest = Rest { failure, input };
    (are_lines, Cursor::new(start).chain(rest))
}

/// What comes behind what was looked at.
pub(super) struct Rest<R> {
    failure: Option<io::Error>,
    input: R,
}

impl<R: Read> Read for Rest<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.failure
            .take()
            .map_or_else(|| self.input.read(buffer), Err)
    }
}

/// What the first line is, as far as it was read.
enum First {
    /// A whole list or object, and whether something that begins like one follows on another line.
    Line { is_followed: bool },
    /// Something else.
    Other,
    /// It may become anything.
    Unfinished,
}

fn first_line(text: &[u8]) -> First {
    if text.len() < MARK.len() && MARK.starts_with(text) {
        return First::Unfinished;
    }
    let text = text.strip_prefix(MARK).unwrap_or(text);
    let text = text.trim_ascii_start();
    let begins = |text: &[u8]| matches!(text, [b'{' | b'[', ..]);
    let Some(end) = memchr::memchr(b'\n', text) else {
        return if text.is_empty() || begins(text) {
            First::Unfinished
        } else {
            First::Other
        };
    };
    let (line, behind) = (&text[..end], text[end..].trim_ascii_start());
    if behind.is_empty() {
        return First::Unfinished;
    }
    if begins(line) && serde_json::from_slice::<IgnoredAny>(line).is_ok() {
        First::Line {
            is_followed: begins(behind),
        }
    } else {
        First::Other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives a few bytes at a time.
    struct Slowly(Vec<u8>, usize);

    impl Read for Slowly {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let length = self.1.min(self.0.len()).min(buffer.len());
            buffer[..length].copy_from_slice(&self.0[..length]);
            self.0.drain(..length);
            Ok(length)
        }
    }

    #[test]
    fn lines_are_told_from_one_value_and_nothing_is_lost() {
        for (text, expected) in [
            ("{\"a\": 1}\n{\"a\": 2}\n", true),
            ("\u{feff}\n{\"a\": 1}\r\n\r\n  [2]", true),
            ("[1]\n{\n\"a\": 2}", true),
            ("{\"a\": 1}\n{ broken", true),
            ("{\"a\": 1}\n", false),
            ("{\"a\": 1}", false),
            ("{\"a\":\n1}\n{}\n", false),
            ("[{\"a\": 1},\n{\"a\": 2}]\n", false),
            ("{\"a\": 1} {\"a\": 2}\n{}", false),
            ("{\"a\": 1}\nx", false),
            ("3\n{}\n", false),
            ("x\n{}\n{}\n", false),
            ("{\"a\": \n{}\n", false),
            ("", false),
            ("\n\n", false),
        ] {
            for step in [1, 3, PIECE] {
                let input = Slowly(text.as_bytes().to_vec(), step);
                let (are_lines, mut all) = looked_into(input);
                assert_eq!(are_lines, expected, "{text:?}");
                let mut read = Vec::new();
                all.read_to_end(&mut read).unwrap();
                assert_eq!(read, text.as_bytes());
            }
        }
    }

    #[test]
    fn no_more_is_read_than_is_needed() {
        let lines = std::iter::repeat_n(b"{\"a\": 1}\n", 100_000);
        let text: Vec<u8> = lines.flatten().copied().collect();
        let long = [b"[".to_vec(), vec![b' '; LONGEST_FIRST_LINE * 2]].concat();
        for (text, most) in [(text, 2 * PIECE), (long, LONGEST_FIRST_LINE + 2 * PIECE)] {
            let input = Slowly(text.clone(), PIECE);
            let (_, all) = looked_into(input);
            let start = all.get_ref().0.get_ref().len();
            assert!(start <= most && start < text.len());
        }
    }
}
