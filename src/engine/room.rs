//! Room for documents that are kept as they are read.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::Relaxed};

/// At most so many runs of lines are read before they are parsed side by side …
const BATCH: usize = 16;

/// … and no more than fill this part of what is held before room is made.
const SHARE: usize = 4;

/// Room for documents that are kept as they are read, in bytes of their text.
#[derive(Debug)]
pub(super) struct Room {
    budget: u64,
    /// Room is made when so much is held, though there is more.
    first: u64,
    held: AtomicU64,
    limit: AtomicU64,
    /// Whether more is taken than there is room for, because somebody will make room.
    stretches: AtomicBool,
    /// Whether only what cannot be read again is kept any more.
    is_closed: AtomicBool,
}

impl Room {
    /// Room for so many bytes of text, and for no more.
    pub(super) fn new(budget: u64) -> Self {
        Self {
            budget,
            first: budget,
            held: AtomicU64::new(0),
            limit: AtomicU64::new(budget),
            stretches: AtomicBool::new(false),
            is_closed: AtomicBool::new(false),
        }
    }

    /// The same where somebody makes room once it [is full](Self::is_full).
    pub(super) fn stretching(budget: u64) -> Self {
        Self {
            stretches: AtomicBool::new(true),
            ..Self::new(budget)
        }
    }

    /// The same where room is made before it must, when so many bytes are held for the first time.
    pub(super) fn turning_over(budget: u64, first: u64) -> Self {
        let first = first.min(budget);
        Self {
            first,
            limit: AtomicU64::new(first),
            ..Self::stretching(budget)
        }
    }

    /// So many runs of lines, of `chunk` bytes each, are read before they are parsed side by side.
    pub(super) fn batch(&self, chunk: usize) -> usize {
        let batch = usize::try_from(self.first).unwrap_or(usize::MAX) / chunk / SHARE;
        batch.clamp(2, BATCH)
    }

    /// Takes room for a document, if it may be kept; `is_once` tells that it cannot be read again.
    pub(super) fn take(&self, bytes: u64, is_once: bool) -> bool {
        if self.is_closed.load(Relaxed) && !is_once {
            return false;
        }
        let limit = self.limit.load(Relaxed);
        let stretches = self.stretches.load(Relaxed);
        let held = |held: u64| {
            let held = held.checked_add(bytes)?;
            (stretches || held <= limit).then_some(held)
        };
        self.held.fetch_update(Relaxed, Relaxed, held).is_ok()
    }

    /// Gives room back.
    pub(super) fn give(&self, bytes: u64) {
        let held = |held: u64| Some(held.saturating_sub(bytes));
        let _ = self.held.fetch_update(Relaxed, Relaxed, held);
    }

    /// Bytes that are held.
    pub(super) fn held(&self) -> u64 {
        self.held.load(Relaxed)
    }

    /// Whether room is to be made.
    pub(super) fn is_full(&self) -> bool {
        self.stretches.load(Relaxed) && self.held() > self.limit.load(Relaxed)
    }

    /// Bytes that may be held before room is to be made.
    pub(super) fn limit(&self) -> u64 {
        self.limit.load(Relaxed)
    }

    /// Whether all that is held may be held.
    pub(super) fn has_room(&self) -> bool {
        self.held() <= self.budget
    }

    /// Goes on after room was made. What is still held must be held: when there is twice as much, room is made again.
    pub(super) fn go_on(&self) {
        let limit = self.held().saturating_mul(2).max(self.first);
        self.limit.store(limit, Relaxed);
    }

    /// Goes on until there is no room, where nothing is won by making some before.
    pub(super) fn fill(&self) {
        self.limit.store(self.budget, Relaxed);
    }

    /// Keeps no document any more but what cannot be read again, as far as there is room.
    pub(super) fn close(&self) {
        self.stretches.store(false, Relaxed);
        self.is_closed.store(true, Relaxed);
        self.limit.store(self.budget, Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::Room;

    #[test]
    fn no_more_is_kept_than_there_is_room_for() {
        let room = Room::new(10);
        assert!(room.take(4, false) && room.take(6, true) && !room.take(1, true));
        room.give(6);
        assert!(!room.is_full() && room.take(3, false) && !room.take(4, false));
    }

    #[test]
    fn who_makes_room_is_told_when_it_is_needed() {
        let room = Room::stretching(10);
        assert!(room.take(10, false) && !room.is_full() && room.has_room());
        assert!(room.take(20, false) && room.is_full() && !room.has_room());
        room.give(9);
        room.go_on();
        assert!((room.held(), room.limit()) == (21, 42) && !room.is_full());
        room.give(20);
        room.go_on();
        assert_eq!((room.held(), room.limit()), (1, 10));
        room.close();
        assert!(!room.take(1, false) && !room.is_full());
        assert!(room.take(9, true) && !room.take(1, true));
    }

    #[test]
    fn room_is_made_long_before_it_must() {
        let room = Room::turning_over(100, 12);
        assert!(room.take(12, false) && !room.is_full());
        assert!(room.take(1, false) && room.is_full() && room.has_room());
        room.fill();
        assert!(room.take(87, false) && !room.is_full() && room.has_room());
        assert!(room.take(1, false) && room.is_full() && !room.has_room());
        room.give(101);
        room.go_on();
        assert_eq!(room.limit(), 12);
        assert_eq!(Room::turning_over(10, 12).limit(), 10);
    }
}
