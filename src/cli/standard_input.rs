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

/// Where lines are longer, no more is looked at: what is one JSON value is often one line.
const LONGEST_FIRST_LINE: usize = 1 << 24;

/// Lines that are looked at.
const LINES: usize = 10;

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
/// As much is read as is needed to see that. What cannot be read is told by whoever reads on.
pub(super) fn looked_into<R: Read>(mut input: R) -> (bool, Chain<Cursor<Vec<u8>>, Rest<R>>) {
    let (mut start, mut looking) = (Vec::new(), Looking::default());
    let mut failure = None;
    let mut piece = vec![0; PIECE];
    let are_lines = loop {
        let is_over = match input.read(&mut piece) {
            Ok(read) => {
                start.extend_from_slice(&piece[..read]);
                read == 0
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => {
                failure = Some(error);
                true
            }
        };
        if let Some(are_lines) = looking.go_on(&start, is_over) {
            break are_lines;
        }
        if is_over || start.len() > LONGEST_FIRST_LINE {
            break false;
        }
    };
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

/// Tells lines with a value each from one value, by the first lines that are not blank.
///
/// They are lines where the first is a whole list or object and what follows it begins like another one; or, since one of
/// them may be broken, where two of them are whole objects. In one value two lines are not, unless one between them or
/// behind them begins with what parts values or ends those around them.
#[derive(Default)]
struct Looking {
    /// Where the line begins that is to be looked at next.
    at: usize,
    /// Up to here there is no end of it.
    searched: usize,
    lines: usize,
    /// Those that are whole objects.
    objects: usize,
    /// Whether the first line is a whole list or object.
    is_first_whole: bool,
}

impl Looking {
    /// Looks at what has come since, up to what is known: nothing as long as it may be either. `text` is everything from
    /// the start.
    fn go_on(&mut self, text: &[u8], is_over: bool) -> Option<bool> {
        if self.at == 0 && text.len() < MARK.len() && MARK.starts_with(text) && !is_over {
            return None;
        }
        if self.at == 0 && text.starts_with(MARK) {
            self.at = MARK.len();
        }
        loop {
            let rest = text[self.at..].trim_ascii_start();
            self.at = text.len() - rest.len();
            let Some(first) = rest.first() else {
                return is_over.then_some(false);
            };
            if self.is_first_whole && self.lines == 1 && begins(rest) {
                return Some(true);
            }
            if self.lines > 0 && b",]}".contains(first) {
                return Some(false);
            }
            let from = self.searched.max(self.at);
            let end = match memchr::memchr(b'\n', &text[from..]) {
                Some(found) => from + found,
                None if is_over => text.len(),
                None => {
                    self.searched = text.len();
                    return None;
                }
            };
            let line = text[self.at..end].trim_ascii_end();
            self.at = end;
            if let Some(are_lines) = self.add(line) {
                return Some(are_lines);
            }
        }
    }

    /// Takes note of the next line that is not blank.
    fn add(&mut self, line: &[u8]) -> Option<bool> {
        let is_whole = begins(line) && serde_json::from_slice::<IgnoredAny>(line).is_ok();
        if self.lines == 0 {
            self.is_first_whole = is_whole;
            if !is_whole && goes_on(line) {
                return Some(false);
            }
        }
        self.lines += 1;
        self.objects += usize::from(is_whole && line.starts_with(b"{"));
        match self {
            _ if line.starts_with(b"```") => Some(false),
            Self { objects: 2.., .. } => Some(true),
            Self { lines, .. } => (*lines == LINES).then_some(false),
        }
    }
}

fn begins(text: &[u8]) -> bool {
    matches!(text, [b'{' | b'[', ..])
}

/// Whether what begins in a first line that is no whole value is meant to go on in the next one.
fn goes_on(line: &[u8]) -> bool {
    line.starts_with(b"[") || matches!(line, [.., b'{' | b'[' | b',' | b':'])
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
            ("x\n{}\n{}\n", true),
            ("x\n{}\n", false),
            ("{\"a\": 1\n{\"a\": 2}\n\n {\"a\": 3}", true),
            ("{\"a\": 1\n{\"a\": 2}\n[3]\n{\"a\": ", false),
            ("{\"a\": 1\n<<<<<<<\nx\n{\"a\": 2}\r\ny\n{\"a\": 3}\n", true),
            ("\": 1}\n{\"a\": 2}\n{\"a\": 3}\nx", true),
            ("{\"a\": 1}\nx\n{\"a\": 3}\n", true),
            ("{\"a\": 1}\n}\n{\"a\": 3}\n{}\n", false),
            ("x\n1\n2\n3\n4\n5\n6\n7\n8\n9\n{}\n{}\n", false),
            ("[{\"a\": 1}\n,\n{\"a\": 2}\n,\n{\"a\": 3}\n]\n", false),
            ("{\"a\": [{}\n,\n{\"a\": 2}\n,\n{\"a\": 3}\n]}\n", false),
            ("[{\"a\": 1}\n{\"a\": 2}\n{\"a\": 3}\n]\n", false),
            ("{\"records\": [\n{\"a\": 2}\n{\"a\": 3}\n]}\n", false),
            ("{\"a\": 1,\n{\"a\": 2}\n{\"a\": 3}\n", false),
            ("# Title\n```json\n{\"a\": 2}\n{\"a\": 3}\n```\n", false),
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
