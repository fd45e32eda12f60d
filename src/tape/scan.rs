//! Runs of bytes that need no decision: string bodies and indentation.
//!
//! Eight bytes at a time in one machine word, which safe code compiles well for every processor.

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x8080_8080_8080_8080;
const SPACES: u64 = ONES * 0x20;

/// Bytes in a word.
const WORD: usize = 8;

/// The eight bytes from `at`, the first one lowest; nothing within eight bytes of the end.
fn word(bytes: &[u8], at: usize) -> Option<u64> {
    let chunk = bytes.get(at..)?.first_chunk::<WORD>()?;
    Some(u64::from_le_bytes(*chunk))
}

/// Position of the lowest byte with its high bit set.
fn lowest(flags: u64) -> usize {
    (flags.trailing_zeros() / 8) as usize
}

/// The first position from `at` on that holds a quote, a backslash or a control character, else the end.
#[inline]
pub(crate) fn skip_plain(bytes: &[u8], mut at: usize) -> usize {
    while let Some(word) = word(bytes, at) {
        let stops = stops(word);
        if stops != 0 {
            return at + lowest(stops);
        }
        at += WORD;
    }
    while bytes
        .get(at)
        .is_some_and(|&byte| byte != b'"' && byte != b'\\' && byte >= 0x20)
    {
        at += 1;
    }
    at
}

/// The high bit of the lowest byte that is `"`, `\` or below 0x20; higher bytes may be flagged in error.
///
/// Subtracting takes a byte below its subtrahend under zero, which sets its high bit; bytes from 0x80 on have
/// it set anyway and are masked out. The borrow can only spoil bytes above a byte that is flagged itself.
/// Flipping the second bit brings the quote (0x22) next to the control characters and keeps those together.
fn stops(word: u64) -> u64 {
    let quote_or_control = (word ^ (ONES * 2)).wrapping_sub(ONES * 0x21);
    let backslash = (word ^ (ONES * 0x5C)).wrapping_sub(ONES);
    (quote_or_control | backslash) & !word & HIGH
}

/// The first position from `at` on that holds no white space, else the end.
#[inline]
pub(crate) fn skip_space(bytes: &[u8], at: usize) -> usize {
    // Nothing, one space or one line break with indentation, most often.
    let next = match bytes.get(at) {
        Some(b'!'..) => return at,
        Some(b'\n') => skip_indentation(bytes, at + 1),
        Some(b' ') => at + 1,
        _ => at,
    };
    if bytes.get(next).is_some_and(|&byte| byte > b' ') {
        next
    } else {
        skip_lines(bytes, next)
    }
}

#[cold]
fn skip_lines(bytes: &[u8], mut at: usize) -> usize {
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'\n' => at = skip_indentation(bytes, at + 1),
            b' ' | b'\r' | b'\t' => at += 1,
            _ => break,
        }
    }
    at
}

#[inline]
/// The first position from `at` on that holds no space, or one less than a word before the end.
fn skip_indentation(bytes: &[u8], mut at: usize) -> usize {
    while let Some(word) = word(bytes, at) {
        let others = word ^ SPACES;
        if others != 0 {
            return at + lowest(others);
        }
        at += WORD;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every byte at every position of a run, with every neighbour that could spoil the trick.
    #[test]
    fn every_byte_stops_a_string_exactly_when_it_should() {
        for special in 0..=255_u8 {
            for filler in [b'a', b' ', b'!', b'#', b'[', b']', 0x7F, 0x80, 0xFF] {
                for position in 0..20 {
                    let mut bytes = [filler; 27];
                    bytes[position] = special;
                    let stops = |byte: u8| byte == b'"' || byte == b'\\' || byte < 0x20;
                    let expected = bytes
                        .iter()
                        .position(|&byte| stops(byte))
                        .unwrap_or(bytes.len());
                    assert_eq!(
                        skip_plain(&bytes, 0),
                        expected,
                        "{special} among {filler} at {position}"
                    );
                }
            }
        }
    }

    #[test]
    fn white_space_ends_at_the_first_other_byte() {
        for length in 0..40 {
            for (space, other) in [(b' ', b'x'), (b'\n', b'"'), (b'\r', 0x0B), (b'\t', 0xC2)] {
                let mut bytes = vec![b'\n'];
                bytes.resize(1 + length, space);
                assert_eq!(skip_space(&bytes, 0), bytes.len());
                bytes.extend([other; 9]);
                assert_eq!(skip_space(&bytes, 0), 1 + length);
            }
        }
    }
}
