//! The table of contents of a ZIP archive (APPNOTE.TXT 6.3.10, its sections in brackets).
//!
//! Read here and not by a library, because it decides what is checked: every entry counts, also the second one of a name;
//! its size is bounded before anything is set aside for it; and members are told where they lie, so that each is read
//! without the others.

use std::io::{self, Read, Seek, SeekFrom};

use flate2::Crc;
use memchr::memmem;

use super::Defect;
use super::layer::Told;

/// Bytes of a table of contents, at most: some 300,000 files.
pub const LARGEST_DIRECTORY: u64 = 1 << 25;

/// Bytes of the end record without its comment (4.3.16).
const END: usize = 22;

/// Bytes of the record that says where the end record of a large archive is (4.3.15).
const LOCATOR: usize = 20;

/// Bytes of the end record of a large archive (4.3.14).
const LARGE_END: usize = 56;

/// Bytes of an entry without what has no fixed length (4.3.12).
const ENTRY: usize = 46;

/// An entry of the table.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) name: String,
    /// Where it begins.
    pub(super) start: u64,
    /// Bytes, packed.
    pub(super) packed: u64,
    pub(super) told: Told,
    /// Why it cannot be read.
    pub(super) defect: Option<Defect>,
}

/// Where the table is.
struct Table {
    start: u64,
    size: u64,
    /// Where the archive begins: programs that unpack themselves come before it.
    base: u64,
    count: u64,
    /// Bits of the count.
    width: u32,
}

/// Reads the table of an archive.
pub(super) fn read(archive: &mut (impl Read + Seek)) -> io::Result<Vec<Entry>> {
    let length = archive.seek(SeekFrom::End(0))?;
    let table = find(archive, length)?;
    if table.size > LARGEST_DIRECTORY {
        return Err(Defect::TooManyFiles.into());
    }
    let bytes = at(archive, table.start, table.size)?;
    let mut rest = bytes.as_slice();
    let mut entries = Vec::new();
    while let Some((entry, next)) = entry(rest, table.base) {
        entries.push(entry);
        rest = next;
    }
    // A signature may follow (4.3.13).
    if !rest.is_empty() && !rest.starts_with(b"PK\x05\x05") {
        return Err(Defect::Damaged.into());
    }
    let counted = entries.len() as u64;
    if (counted ^ table.count) << (u64::BITS - table.width) != 0 {
        return Err(Defect::Damaged.into());
    }
    let mut packed = entries.iter().map(|entry| entry.packed);
    let all = packed.try_fold(0, u64::checked_add);
    // Entries that lie in each other: a few bytes would be read as often as there are entries.
    if all.is_none_or(|all| all > length) {
        return Err(Defect::Damaged.into());
    }
    Ok(entries)
}

/// Finds the table by the end record. That has to be the very end: what other programs would read is what is checked.
fn find(archive: &mut (impl Read + Seek), length: u64) -> io::Result<Table> {
    let tail_start = length.saturating_sub((END + usize::from(u16::MAX)) as u64);
    let tail = at(archive, tail_start, length - tail_start)?;
    let mut found = memmem::rfind_iter(&tail, b"PK\x05\x06");
    let is_end = |&start: &usize| {
        let comment = start + END;
        comment <= tail.len() && comment + short(&tail, start + 20) == tail.len()
    };
    let Some(start) = found.find(is_end) else {
        return Err(without_end(archive, &tail)?.into());
    };
    let end = &tail[start..];
    let place = tail_start + start as u64;
    let (mut table, offset) = if let Some(large) = large_end(archive, end, place)? {
        (
            Table {
                start: large.0,
                size: long(&large.1, 40),
                base: 0,
                count: long(&large.1, 32),
                width: u64::BITS,
            },
            long(&large.1, 48),
        )
    } else {
        // Parts of an archive that lie elsewhere.
        if short(end, 4) != 0 || short(end, 6) != 0 || short(end, 8) != short(end, 10) {
            return Err(Defect::OtherMethod.into());
        }
        (
            Table {
                start: place,
                size: middle(end, 12),
                base: 0,
                count: short(end, 10) as u64,
                width: u16::BITS,
            },
            middle(end, 16),
        )
    };
    let start = table.start.checked_sub(table.size);
    let base = start.and_then(|start| start.checked_sub(offset));
    let (Some(start), Some(base)) = (start, base) else {
        return Err(Defect::Damaged.into());
    };
    (table.start, table.base) = (start, base);
    Ok(table)
}

/// What is wrong with an archive that has no end record.
fn without_end(archive: &mut (impl Read + Seek), tail: &[u8]) -> io::Result<Defect> {
    let mut start = Vec::new();
    archive.seek(SeekFrom::Start(0))?;
    archive.take(4).read_to_end(&mut start)?;
    Ok(match start.as_slice() {
        _ if memmem::find(tail, b"PK\x05\x06").is_some() => Defect::Damaged,
        [] | [b'P'] | [b'P', b'K', ..] => Defect::CutOff,
        _ => Defect::NotZip,
    })
}

/// The end record of a large archive, and where it is.
fn large_end(
    archive: &mut (impl Read + Seek),
    end: &[u8],
    place: u64,
) -> io::Result<Option<(u64, Vec<u8>)>> {
    let is_full = short(end, 10) == usize::from(u16::MAX)
        || [12, 16]
            .iter()
            .any(|&field| middle(end, field) == u64::from(u32::MAX));
    let Some(locator) = place.checked_sub(LOCATOR as u64).filter(|_| is_full) else {
        return Ok(None);
    };
    let locator = at(archive, locator, LOCATOR as u64)?;
    if !locator.starts_with(b"PK\x06\x07") {
        return Ok(None);
    }
    let start = long(&locator, 8);
    let record = at(archive, start, LARGE_END as u64)?;
    if record.starts_with(b"PK\x06\x06") {
        Ok(Some((start, record)))
    } else {
        Err(Defect::Damaged.into())
    }
}

/// Bytes of an archive, where it has so many.
fn at(archive: &mut (impl Read + Seek), start: u64, length: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    archive.seek(SeekFrom::Start(start))?;
    archive.take(length).read_to_end(&mut bytes)?;
    if bytes.len() as u64 == length {
        Ok(bytes)
    } else {
        Err(Defect::Damaged.into())
    }
}

/// The first entry of a part of the table, and what follows.
fn entry(table: &[u8], base: u64) -> Option<(Entry, &[u8])> {
    let (fixed, rest) = table.split_at_checked(ENTRY)?;
    if !fixed.starts_with(b"PK\x01\x02") {
        return None;
    }
    let (name, rest) = rest.split_at_checked(short(fixed, 28))?;
    let (extra, rest) = rest.split_at_checked(short(fixed, 30))?;
    let (_, rest) = rest.split_at_checked(short(fixed, 32))?;
    let mut sizes = [middle(fixed, 24), middle(fixed, 20), middle(fixed, 42)];
    large_sizes(extra, &mut sizes);
    let [length, packed, start] = sizes;
    let flags = short(fixed, 8);
    let method = short(fixed, 10);
    let made_by = fixed[5];
    let mode = middle(fixed, 38) >> 16;
    // Unix and macOS say here that an entry is a link.
    let is_link = matches!(made_by, 3 | 19) && mode & 0o17_0000 == 0o12_0000;
    let defect = if is_link {
        Some(Defect::Link)
    } else if flags & 0x2001 != 0 {
        Some(Defect::Encrypted)
    } else {
        (!matches!(method, 0 | 8)).then_some(Defect::OtherMethod)
    };
    let entry = Entry {
        name: decoded(name, extra),
        start: base.checked_add(start)?,
        packed,
        told: Told {
            length,
            checksum: u32::try_from(middle(fixed, 16)).unwrap_or_default(),
            deflated: method == 8,
        },
        defect,
    };
    Some((entry, rest))
}

/// Extra fields (4.5.1): their ids and contents.
fn extras(mut extra: &[u8]) -> impl Iterator<Item = (usize, &[u8])> {
    std::iter::from_fn(move || {
        let (head, rest) = extra.split_at_checked(4)?;
        let (field, rest) = rest.split_at_checked(short(head, 2))?;
        extra = rest;
        Some((short(head, 0), field))
    })
}

/// Puts in what has no room in the entry itself (4.5.3): length, packed length, start, in this order.
fn large_sizes(extra: &[u8], sizes: &mut [u64; 3]) {
    let Some((_, mut field)) = extras(extra).find(|(id, _)| *id == 1) else {
        return;
    };
    for size in sizes {
        if *size == u64::from(u32::MAX)
            && let Some((large, rest)) = field.split_at_checked(8)
        {
            *size = long(large, 0);
            field = rest;
        }
    }
}

/// A name: what the extra field for UTF-8 says if it is of this name (4.6.9), else UTF-8 if it is, whether the entry says
/// so or not, for not all programs do, else the characters of the first personal computers (appendix D).
fn decoded(name: &[u8], extra: &[u8]) -> String {
    let mut crc = Crc::new();
    crc.update(name);
    let unicode = extras(extra).find_map(|(id, field)| {
        let (head, text) = field.split_at_checked(5)?;
        let is_of_name = id == 0x7075 && head[0] == 1 && middle(head, 1) == u64::from(crc.sum());
        std::str::from_utf8(text).ok().filter(|_| is_of_name)
    });
    let unicode = unicode.or_else(|| std::str::from_utf8(name).ok());
    let of_first = |&byte: &u8| match byte.checked_sub(128) {
        Some(upper) => UPPER.chars().nth(upper.into()).unwrap_or('\u{fffd}'),
        None => byte.into(),
    };
    unicode.map_or_else(|| name.iter().map(of_first).collect(), str::to_owned)
}

/// Code page 437 from 128 on.
const UPPER: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}";

/// A number of two bytes.
pub(super) fn short(bytes: &[u8], at: usize) -> usize {
    usize::try_from(number(bytes, at, 2)).unwrap_or_default()
}

/// A number of four bytes.
fn middle(bytes: &[u8], at: usize) -> u64 {
    number(bytes, at, 4)
}

/// A number of eight bytes.
fn long(bytes: &[u8], at: usize) -> u64 {
    number(bytes, at, 8)
}

/// A number, its lowest byte first; what is not there counts as zeros.
fn number(bytes: &[u8], at: usize, width: usize) -> u64 {
    let bytes = bytes.iter().skip(at).take(width).rev();
    bytes.fold(0, |number, &byte| number << 8 | u64::from(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_as_they_were_meant() {
        assert_eq!(UPPER.chars().count(), 128);
        assert_eq!(decoded("Ségou.json".as_bytes(), &[]), "Ségou.json");
        assert_eq!(decoded(b"S\x82gou.json", &[]), "Ségou.json");
        assert_eq!(decoded(b"ni\xA4os.json", &[]), "niños.json");
        let mut crc = Crc::new();
        crc.update(b"S_gou.json");
        let mut extra = vec![0x75, 0x70, 16, 0, 1];
        extra.extend(crc.sum().to_le_bytes());
        extra.extend("Ségou.json".as_bytes());
        assert_eq!(decoded(b"S_gou.json", &extra), "Ségou.json");
        assert_eq!(decoded(b"other.json", &extra), "other.json");
    }

    #[test]
    fn large_sizes_are_taken_where_there_is_no_room() {
        let mut extra = vec![1, 0, 16, 0];
        extra.extend(7_u64.to_le_bytes());
        extra.extend(9_u64.to_le_bytes());
        let full = u64::from(u32::MAX);
        let mut sizes = [full, 5, full];
        large_sizes(&extra, &mut sizes);
        assert_eq!(sizes, [7, 5, 9]);
    }
}
