//! A file of entries by their keys: what it is, whose it is, the entries, a checksum.
//!
//! A file that says anything else is as good as none.

use std::borrow::Cow;
use std::collections::BTreeMap;

use rustc_hash::FxHashMap;
use xxhash_rust::xxh3::xxh3_128;

/// What files begin with. The number changes when entries are written in another way.
const MAGIC: &[u8; 24] = b"missionlint results, 1\n\0";

/// Bytes of a key, or of a digest.
const DIGEST: usize = size_of::<u128>();

/// Larger files are neither written nor read, in bytes.
pub const LARGEST: u64 = 1 << 31;

/// Entries to be written, by key.
pub(super) type Entries<'b> = BTreeMap<u128, Cow<'b, [u8]>>;

/// Entries that were read, by key.
pub(super) type Found<'b> = FxHashMap<u128, &'b [u8]>;

/// Reads the entries of a file, in two shelves: none of them where it is not whole, or not of this identity.
pub(super) fn read(bytes: &[u8], identity: u128) -> Option<[Found<'_>; 2]> {
    let (body, checksum) = bytes.split_last_chunk::<DIGEST>()?;
    let body = body.strip_prefix(MAGIC)?;
    let (own, mut rest) = body.split_first_chunk::<DIGEST>()?;
    if u128::from_le_bytes(*own) != identity {
        return None;
    }
    let known = &bytes[..bytes.len() - DIGEST];
    if xxh3_128(known) != u128::from_le_bytes(*checksum) {
        return None;
    }
    let shelves = [entries(&mut rest)?, entries(&mut rest)?];
    rest.is_empty().then_some(shelves)
}

fn entries<'b>(rest: &mut &'b [u8]) -> Option<Found<'b>> {
    let mut found = Found::default();
    for _ in 0..number(rest)? {
        let (key, behind) = rest.split_first_chunk::<DIGEST>()?;
        *rest = behind;
        let length = usize::try_from(number(rest)?).ok()?;
        let (entry, behind) = rest.split_at_checked(length)?;
        *rest = behind;
        found.insert(u128::from_le_bytes(*key), entry);
    }
    Some(found)
}

fn number(rest: &mut &[u8]) -> Option<u64> {
    let (number, behind) = rest.split_first_chunk()?;
    *rest = behind;
    Some(u64::from_le_bytes(*number))
}

/// The file of the entries on two shelves; none where it would be too large.
pub(super) fn write(identity: u128, shelves: [&Entries<'_>; 2]) -> Option<Vec<u8>> {
    let numbers = size_of::<u64>();
    let all = shelves.iter().flat_map(|entries| entries.values());
    let room: usize = all.map(|entry| DIGEST + numbers + entry.len()).sum();
    let room = room + MAGIC.len() + 2 * DIGEST + 2 * numbers;
    if room as u64 > LARGEST {
        return None;
    }
    let mut bytes = Vec::with_capacity(room);
    bytes.extend(MAGIC);
    bytes.extend(identity.to_le_bytes());
    for entries in shelves {
        bytes.extend((entries.len() as u64).to_le_bytes());
        for (key, entry) in entries {
            bytes.extend(key.to_le_bytes());
            bytes.extend((entry.len() as u64).to_le_bytes());
            bytes.extend_from_slice(entry);
        }
    }
    bytes.extend(xxh3_128(&bytes).to_le_bytes());
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn packed() -> Vec<u8> {
        let texts = Entries::from([(1, Cow::Borrowed(&b"one"[..])), (7, Cow::Borrowed(b""))]);
        let units = Entries::from([(2, Cow::Borrowed(&b"two"[..]))]);
        write(9, [&texts, &units]).unwrap()
    }

    #[test]
    fn what_is_written_is_read() {
        let bytes = packed();
        let [texts, units] = read(&bytes, 9).unwrap();
        assert_eq!(
            (texts.len(), texts[&1], texts[&7]),
            (2, &b"one"[..], &b""[..])
        );
        assert_eq!((units.len(), units[&2]), (1, &b"two"[..]));
        assert!(read(&bytes, 8).is_none(), "somebody else's");
    }

    #[test]
    fn what_is_damaged_is_nothing() {
        let bytes = packed();
        for at in 0..bytes.len() {
            assert!(read(&bytes[..at], 9).is_none(), "cut at {at}");
            for flip in [1, 0x80, 0xFF] {
                let mut damaged = bytes.clone();
                damaged[at] ^= flip;
                assert!(read(&damaged, 9).is_none(), "{flip} at {at}");
            }
        }
        let longer = [&bytes[..], b"x"].concat();
        assert!(read(&longer, 9).is_none());
    }

    #[test]
    fn what_is_no_file_of_ours_is_nothing_whatever_its_checksum() {
        let sign = |mut bytes: Vec<u8>| {
            bytes.extend(xxh3_128(&bytes).to_le_bytes());
            bytes
        };
        let head = [&MAGIC[..], &9_u128.to_le_bytes()].concat();
        let endless = [&head[..], &u64::MAX.to_le_bytes()].concat();
        let long = [
            &head[..],
            &1_u64.to_le_bytes(),
            &[0; 16],
            &u64::MAX.to_le_bytes(),
        ]
        .concat();
        for bytes in [Vec::new(), MAGIC.to_vec(), head, endless, long] {
            assert!(read(&sign(bytes.clone()), 9).is_none(), "{bytes:?}");
        }
    }
}
