//! Values that are held in few bytes until somebody asks for them: every mission of a corpus has some until the end.

use std::marker::PhantomData;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::finding::Phrase;
use crate::report::RunFault;

/// Values of a type, in few bytes.
pub(super) struct Packed<T> {
    bytes: Box<[u8]>,
    held: PhantomData<fn() -> T>,
}

/// Values that cannot be packed, or not be had again.
#[derive(Debug)]
pub(super) struct Lost(postcard::Error);

impl From<Lost> for RunFault {
    fn from(lost: Lost) -> Self {
        Self {
            kind: "rule-failed",
            subject: "overview".to_owned(),
            reason: Phrase::new("reason-tool").with("text", lost.0.to_string()),
        }
    }
}

impl<T> Default for Packed<T> {
    fn default() -> Self {
        Self {
            bytes: Box::default(),
            held: PhantomData,
        }
    }
}

impl<T: Serialize + DeserializeOwned> Packed<T> {
    /// The values, in order.
    pub(super) fn of(values: impl IntoIterator<Item = T>) -> Result<Self, Lost> {
        let mut bytes = Vec::new();
        for value in values {
            bytes = postcard::to_extend(&value, bytes).map_err(Lost)?;
        }
        Ok(Self {
            bytes: bytes.into(),
            held: PhantomData,
        })
    }

    /// Each value, in order.
    pub(super) fn open(&self) -> impl Iterator<Item = Result<T, Lost>> {
        let mut rest = &*self.bytes;
        std::iter::from_fn(move || {
            if rest.is_empty() {
                return None;
            }
            let taken = postcard::take_from_bytes(rest);
            rest = taken.as_ref().map_or(&[], |(_, behind)| behind);
            Some(taken.map(|(value, _)| value).map_err(Lost))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_comes_back_as_it_was() {
        let values = [
            (300_u64, "a".to_owned()),
            (0, String::new()),
            (u64::MAX, "é".into()),
        ];
        for count in 0..=values.len() {
            let packed = Packed::of(values[..count].to_vec()).unwrap();
            let back: Vec<(u64, String)> = packed.open().map(Result::unwrap).collect();
            assert_eq!(back, values[..count]);
        }
        assert!(Packed::<u64>::default().open().next().is_none());
    }

    #[test]
    fn what_cannot_be_unpacked_is_told_once() {
        let packed = Packed::of([b'a'; 3]).unwrap();
        let other = Packed::<String> {
            bytes: packed.bytes,
            held: PhantomData,
        };
        let all: Vec<_> = other.open().collect();
        assert!(matches!(all[..], [Err(Lost(_))]));
    }
}
