//! From byte offsets to lines and columns.

use std::sync::OnceLock;

use memchr::memchr_iter;
use serde::{Deserialize, Serialize};

/// Where the lines of a text start and how many characters come before, for looking up many positions.
#[derive(Debug)]
pub struct LineIndex {
    starts: Vec<usize>,
    /// Characters before each block of [`BLOCK`] bytes, for a line may be megabytes long; counted when one is asked about.
    characters: OnceLock<Vec<u64>>,
}

/// Bytes between two counts of characters.
const BLOCK: usize = 1024;

/// Characters that start in some bytes of UTF-8.
fn count_characters(bytes: &[u8]) -> u64 {
    // Most are ASCII, which is quicker to see than characters are to count.
    if bytes.is_ascii() {
        return bytes.len() as u64;
    }
    // As many at a time as a byte can count, which a processor does side by side.
    let counts = bytes.chunks(usize::from(u8::MAX)).map(|chunk| {
        let starts = chunk.iter().map(|byte| u8::from((byte & 0xC0) != 0x80));
        u64::from(starts.sum::<u8>())
    });
    counts.sum()
}

/// A place in a text for people and machines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Position {
    /// 1-based. Lines end at LF; a CR before it belongs to its line.
    pub line: u64,
    /// 1-based, in Unicode code points.
    pub column: u64,
    /// 0-based, in UTF-8 bytes from the start of the file.
    pub offset: u64,
    /// The column in UTF-8 bytes, 1-based.
    pub byte_column: u64,
}

/// Where a text stands in its file, when it is a part of one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Origin {
    /// Bytes before it.
    pub offset: u64,
    /// Lines before it.
    pub line: u64,
}

/// Where the parts of a text stand in its file: whole lines of the file may be missing between them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Origins {
    first: Origin,
    /// Bytes of the text before each later part, with where the text would begin if no line were missing before it.
    later: Vec<(u32, Origin)>,
}

impl Origin {
    /// Where a text stands that comes behind bytes of a text that stands here.
    #[must_use]
    pub fn after(self, bytes: &[u8]) -> Self {
        Self {
            offset: self.offset + bytes.len() as u64,
            line: self.line + memchr_iter(b'\n', bytes).count() as u64,
        }
    }
}

impl From<Origin> for Origins {
    fn from(first: Origin) -> Self {
        Self {
            first,
            later: Vec::new(),
        }
    }
}

impl Origins {
    /// Where the text begins.
    pub fn first(&self) -> Origin {
        self.first
    }

    /// Where the text would begin if all of the file were in it that comes before a byte of it.
    pub fn at(&self, byte: u32) -> Origin {
        let before = self.later.partition_point(|(start, _)| *start <= byte);
        let last = before.checked_sub(1);
        last.map_or(self.first, |last| self.later[last].1)
    }

    /// Leaves out so many bytes of the first line.
    pub fn move_by(&mut self, bytes: usize) {
        self.first.offset += bytes as u64;
        for (start, _) in &mut self.later {
            *start -= u32::try_from(bytes).unwrap_or(*start);
        }
    }

    /// Says what of the file is missing before a byte of the text, behind all that was said to be.
    pub fn pass_over(&mut self, byte: u32, missing: &[u8]) {
        let origin = self.at(byte).after(missing);
        self.later.push((byte, origin));
    }
}

impl LineIndex {
    /// Looks for the line ends of `text`.
    pub fn new(text: &str) -> Self {
        let ends = memchr_iter(b'\n', text.as_bytes());
        Self {
            characters: OnceLock::new(),
            starts: std::iter::once(0).chain(ends.map(|at| at + 1)).collect(),
        }
    }

    /// Characters before each block.
    fn characters(&self, text: &str) -> &[u64] {
        self.characters.get_or_init(|| {
            let mut before = 0;
            let blocks = text.as_bytes().chunks(BLOCK).map(|block| {
                let start = before;
                before += count_characters(block);
                start
            });
            blocks.collect()
        })
    }

    /// Characters from a byte offset to another one that is not before it.
    fn characters_between(&self, text: &str, start: usize, end: usize) -> u64 {
        let end = end.min(text.len());
        match text.as_bytes().get(start..end) {
            Some(bytes) if bytes.len() <= BLOCK => count_characters(bytes),
            _ => self.characters_before(text, end) - self.characters_before(text, start),
        }
    }

    /// Characters before a byte offset within the text.
    fn characters_before(&self, text: &str, offset: usize) -> u64 {
        let characters = self.characters(text);
        let block = offset / BLOCK;
        let within = text
            .as_bytes()
            .get(block * BLOCK..offset)
            .unwrap_or_default();
        let before = characters.get(block).copied();
        // At the very end of a text of whole blocks there is no further block.
        before.map_or_else(
            || {
                block.checked_sub(1).map_or(0, |last| {
                    characters[last] + count_characters(&text.as_bytes()[last * BLOCK..offset])
                })
            },
            |before| before + count_characters(within),
        )
    }

    /// The 0-based line of a byte offset.
    pub fn line_of(&self, offset: usize) -> usize {
        self.starts.partition_point(|&start| start <= offset) - 1
    }

    /// The bytes of a 0-based line, without its line end; nothing beyond the last line.
    pub fn line_range(&self, text: &str, line: usize) -> Option<std::ops::Range<usize>> {
        let start = *self.starts.get(line)?;
        let end = self
            .starts
            .get(line + 1)
            .map_or(text.len(), |next| next - 1);
        let end = if end > start && text.as_bytes()[end - 1] == b'\r' {
            end - 1
        } else {
            end
        };
        Some(start..end)
    }

    /// The position of a byte offset of `text`, which stands at `origin` in its file.
    pub fn position(&self, text: &str, offset: usize, origin: Origin) -> Position {
        let line = self.line_of(offset);
        let before = self.characters_between(text, self.starts[line], offset);
        Position {
            line: origin.line + line as u64 + 1,
            column: before + 1,
            offset: origin.offset + offset as u64,
            byte_column: (offset - self.starts[line]) as u64 + 1,
        }
    }
}

/// A character that cannot move the cursor, hide text or reorder it.
pub fn visible(character: char) -> char {
    match character {
        '\t' => ' ',
        '\0'..='\u{1f}' => char::from_u32(0x2400 + character as u32).unwrap_or('\u{fffd}'),
        '\u{7f}' => '\u{2421}',
        '\u{80}'..='\u{9f}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{61c}'
        | '\u{180e}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}' => '\u{fffd}',
        other => other,
    }
}

/// Whether a text consists of ASCII characters that stand for themselves.
pub fn is_plain(text: &str) -> bool {
    // Looking at all of them, which a processor does side by side, is quicker than stopping at the first other one.
    let bytes = text.bytes();
    bytes.fold(true, |plain, byte| plain & (b' '..=b'~').contains(&byte))
}

/// Appends a text as it may be shown.
pub fn push_visible(text: &str, shown: &mut String) {
    if is_plain(text) {
        shown.push_str(text);
    } else {
        shown.extend(text.chars().map(visible));
    }
}

/// The first bytes of a digest in hexadecimal.
pub fn hex(digest: &[u8], bytes: usize) -> String {
    let halves = digest.iter().take(bytes);
    let halves = halves.flat_map(|byte| [byte >> 4, byte & 0xF]);
    let digits = halves.filter_map(|half| char::from_digit(u32::from(half), 16));
    let mut text = String::with_capacity(2 * bytes);
    text.extend(digits);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_offsets_count_bytes() {
        let text = "é1\r\n💧b\nc";
        let index = LineIndex::new(text);
        let at = |needle: &str| index.position(text, text.find(needle).unwrap(), Origin::default());
        assert_eq!(
            at("1"),
            Position {
                line: 1,
                column: 2,
                offset: 2,
                byte_column: 3
            }
        );
        assert_eq!(
            at("b"),
            Position {
                line: 2,
                column: 2,
                offset: 9,
                byte_column: 5
            }
        );
        assert_eq!(
            at("c"),
            Position {
                line: 3,
                column: 1,
                offset: 11,
                byte_column: 1
            }
        );
        assert_eq!(&text[index.line_range(text, 0).unwrap()], "é1");
        assert_eq!(index.line_range(text, 3), None);
        let long = format!("x\n{}", "é".repeat(3 * BLOCK));
        let index_of_long = LineIndex::new(&long);
        for offset in [2, 4, BLOCK, BLOCK + 2, BLOCK + 4, 2 * BLOCK, 6 * BLOCK + 2] {
            let offset = offset - offset % 2;
            let column = (offset as u64 - 2) / 2 + 1;
            assert_eq!(
                index_of_long
                    .position(&long, offset, Origin::default())
                    .column,
                column,
                "{offset}"
            );
        }
        let later = index.position(
            text,
            11,
            Origin {
                offset: 100,
                line: 7,
            },
        );
        assert_eq!(
            later,
            Position {
                line: 10,
                column: 1,
                offset: 111,
                byte_column: 1
            }
        );
    }
}
