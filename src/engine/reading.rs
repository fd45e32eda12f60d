//! Reading all inputs, and judging missions as soon as they are complete, so that their texts need not be read again.

use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

use super::Inputs;
use super::early::{Early, Pause};
use super::files::Files;
use super::load::{LoadedFile, Loading, Reading};
use super::plan::Register;
use super::queue::{Order, order};
use super::reread::is_read_again;
use super::room::Room;
use super::run::Run;
use crate::privacy::clearance;

/// A file, by its position, with what is left to read of it: of most nothing, for which there is no room to be kept.
type Begun<'i> = (usize, LoadedFile, Option<Box<Reading<'i>>>);

impl Run<'_> {
    /// Reads inputs; with what was judged meanwhile.
    pub(super) fn read(&self, inputs: &Inputs, register: &Register) -> (Files, Early) {
        let room = self.room(inputs);
        let loading = Loading {
            contract: self.contract,
            settings: &self.request.settings,
            clearance: clearance(self.request.audience, self.request.reveal),
            register,
            room: &room,
            progress: &self.means.progress,
            is_once: false,
            apart: &self.means.apart,
            shelf: self.shelf.as_ref().filter(|_| is_read_again(inputs)),
            digest: self.digest,
        };
        let mut files = Files::unread(inputs.len());
        let order = order(inputs);
        let next = AtomicUsize::new(0);
        let mut early = Early::default();
        let mut begun: Vec<Begun<'_>> = Vec::new();
        loop {
            let read = read_some(begun, inputs, &order, &next, &loading);
            begun = Vec::new();
            let mut open = Vec::new();
            for (at, mut file, reading) in read {
                early.take_note(at, &mut file);
                files.put(at, file);
                if let Some(reading) = reading {
                    open.push((at, reading));
                }
            }
            let read = next.load(Relaxed).min(order.files.len());
            if open.is_empty() && read == order.files.len() || loading.progress.is_stopped() {
                break;
            }
            let pause = Pause {
                inputs,
                register,
                room: &room,
                open: open.iter().map(|(at, _)| *at).collect(),
                last: order.files[..read].last().map(|last| *last as usize),
                large: &order.files[order.small..],
            };
            early.judge(self, &mut files, &pause);
            for (at, reading) in open {
                let file = files.take(at, reading.path());
                begun.push((at, file, Some(reading)));
            }
        }
        (files, early)
    }

    /// Room for what is read.
    fn room(&self, inputs: &Inputs) -> Room {
        let memory = self.means.memory;
        if !self.means.early {
            Room::new(memory)
        } else if (0..inputs.len()).any(|at| inputs.is_once(at)) {
            // What is given up too early could not be read again.
            Room::stretching(memory)
        } else {
            let threads = u64::try_from(rayon::current_num_threads()).unwrap_or(u64::MAX);
            Room::turning_over(memory, self.means.each.saturating_mul(threads))
        }
    }
}

/// Reads until room is to be made, or nothing is left: what was begun first, then what comes next in the order.
fn read_some<'i>(
    begun: Vec<Begun<'i>>,
    inputs: &'i Inputs,
    order: &Order,
    next: &AtomicUsize,
    loading: &Loading<'_>,
) -> Vec<Begun<'i>> {
    let begun = Mutex::new(begun);
    let take = || {
        let mut begun = begun.lock().unwrap_or_else(PoisonError::into_inner);
        begun.pop()
    };
    let workers = (0..rayon::current_num_threads()).into_par_iter();
    let read = workers.with_max_len(1).flat_map_iter(|_| {
        let mut read = Vec::new();
        while !loading.room.is_full() {
            let begun = take().or_else(|| {
                let at = *order.files.get(next.fetch_add(1, Relaxed))? as usize;
                let input = inputs.get(at);
                let mut file = LoadedFile::new(input.path.clone());
                let reading = Reading::begin(input, &mut file, loading).map(Box::new);
                Some((at, file, reading))
            });
            let Some((at, mut file, mut reading)) = begun else {
                break;
            };
            // Not left unread: what is at its end tells what is not complete.
            while let Some(open) = &mut reading {
                if !open.go_on(&mut file, loading) {
                    reading = None;
                } else if loading.room.is_full() {
                    break;
                }
            }
            read.push((at, file, reading));
        }
        read
    });
    let mut read: Vec<Begun<'i>> = read.collect();
    read.extend(begun.into_inner().unwrap_or_else(PoisonError::into_inner));
    read
}
