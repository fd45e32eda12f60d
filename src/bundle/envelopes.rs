//! Files of several records, with the period they cover.

use std::collections::BTreeMap;

use super::Bundle;
use crate::calendar::Interval;
use crate::document::{Dated, Marked, Read, View};
use crate::finding::{DocumentId, Place};
use crate::record::Head;

/// An envelope with the records of one mission in it.
#[derive(Debug)]
pub struct Envelope<'b, 't> {
    /// The object.
    pub view: View<'t>,
    /// Heads of the mission's records in it, in order of the text.
    pub heads: Vec<&'b Head<'t>>,
}

/// The time that the records of an envelope cover.
#[derive(Debug, Clone, Copy)]
pub struct Period<'t> {
    /// The object.
    pub view: View<'t>,
    /// When; its last day is always given.
    pub interval: Read<Dated>,
    /// Whether it holds all there is.
    pub complete: Read<Option<Marked<bool>>>,
}

impl<'t> Envelope<'_, 't> {
    /// The time its records cover, if it says so.
    pub fn period(&self) -> Read<Option<Period<'t>>> {
        let Some(view) = self.view.optional("period")? else {
            return Ok(None);
        };
        Ok(Some(Period {
            view,
            interval: view.member("to").and_then(|_| view.interval()),
            complete: view.optional_flag("complete"),
        }))
    }

    /// Whether a record in it names a platform in `platform`.
    fn names(&self, bundle: &Bundle<'t>, platform: &str) -> bool {
        let mut named = self
            .heads
            .iter()
            .filter_map(|head| head.view.optional_text("platform").ok()?);
        named.any(|named| bundle.plain(named.value) == platform)
    }
}

impl<'t> Bundle<'t> {
    /// The envelopes that the mission's records stand in, in order of path and text.
    pub fn envelopes(&self) -> Vec<Envelope<'_, 't>> {
        let mut envelopes: BTreeMap<(DocumentId, u32), Envelope<'_, 't>> = BTreeMap::new();
        for head in &self.heads {
            let Some(token) = head.envelope else { continue };
            let document = head.view.document();
            let envelope = envelopes
                .entry((document.id, token))
                .or_insert_with(|| Envelope {
                    view: document.view(token),
                    heads: Vec::new(),
                });
            envelope.heads.push(head);
        }
        envelopes.into_values().collect()
    }

    /// The times of which it is declared that everything about a platform is recorded: complete periods of envelopes
    /// in which a record names it. What cannot be read declares nothing.
    pub fn complete_periods(&self, platform: &str) -> Vec<(Interval, Place)> {
        let platform = self.plain(platform);
        let declared = self.envelopes().into_iter().filter_map(|envelope| {
            let period = envelope.period().ok()??;
            let is_complete = period.complete.ok()?.is_some_and(|complete| complete.value);
            let interval = period.interval.ok()?.interval;
            let concerned = is_complete && envelope.names(self, platform);
            concerned.then(|| (interval, period.view.place()))
        });
        declared.collect()
    }
}
