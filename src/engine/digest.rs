//! How contents are told from one another.

use sha2::{Digest as _, Sha256};
use xxhash_rust::xxh3::xxh3_128;

use super::Means;

/// How contents are told from one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Digest {
    /// Within a run: what changes by chance while it is read is noticed.
    Quick,
    /// From one run to the next: nobody can write two texts that are taken for one.
    Strict,
}

impl Digest {
    /// That of a run.
    pub(super) fn of_run(means: &Means) -> Self {
        if means.cache.is_some() {
            Self::Strict
        } else {
            Self::Quick
        }
    }

    pub(super) fn of(self, bytes: &[u8]) -> u128 {
        match self {
            Self::Quick => xxh3_128(bytes),
            Self::Strict => strict(bytes),
        }
    }

    /// That of bytes whose quick one is known.
    pub(super) fn beside(self, quick: u128, bytes: &[u8]) -> u128 {
        match self {
            Self::Quick => quick,
            Self::Strict => strict(bytes),
        }
    }
}

/// The first half of what SHA-256 gives.
fn strict(bytes: &[u8]) -> u128 {
    let digest = Sha256::digest(bytes);
    let (half, _) = digest.split_at(size_of::<u128>());
    half.iter()
        .fold(0, |number, byte| number << 8 | u128::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_strict_one_is_half_of_sha_256() {
        // NIST, the example of SHA-256 for "abc".
        let expected = 0xba78_16bf_8f01_cfea_4141_40de_5dae_2223;
        assert_eq!(Digest::Strict.of(b"abc"), expected);
        assert_eq!(Digest::Strict.beside(1, b"abc"), expected);
        assert_eq!(Digest::Quick.beside(1, b"abc"), 1);
    }
}
