//! Keys to look for.

use crate::tree::mark_of;

/// Keys that differ, to look for together in objects. As a constant it costs nothing to make.
#[derive(Debug, Clone, Copy)]
pub struct Keys<const N: usize> {
    pub(crate) names: [&'static str; N],
    pub(crate) marks: [u16; N],
    /// The bits of all marks.
    pub(crate) bits: u64,
}

impl<const N: usize> Keys<N> {
    /// Keys, quickest to find where they are given in the order in which they mostly stand.
    pub const fn new(names: [&'static str; N]) -> Self {
        let mut marks = [0; N];
        let (mut bits, mut at) = (0, 0);
        while at < N {
            marks[at] = mark_of(names[at].as_bytes());
            bits |= bit_of(marks[at]);
            at += 1;
        }
        Self { names, marks, bits }
    }

    /// The keys as they were given.
    pub fn names(&self) -> &[&'static str; N] {
        &self.names
    }
}

/// One of 64 bits for a mark.
#[inline]
pub(crate) const fn bit_of(mark: u16) -> u64 {
    1 << (mark & 63)
}
