//! Sketches of texts.

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::Shelf;
use crate::engine::load::Part;
use crate::engine::part::Chunk;
use crate::engine::plan::{
    ASTRAY, Form, More, NOBODY, Number, Owner, Register, Run, Sketch, UNNUMBERED,
};
use crate::privacy::is_opaque;
use crate::text::Origin;

/// How a text is read: what is kept of it holds for this way alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::engine) enum Manner {
    /// As one JSON value, from the beginning of its file.
    Whole,
    /// As lines, from the beginning of their file.
    FirstLines,
    /// As lines that others come before.
    Lines,
}

/// What is kept of a text: its parts. Missions are told by their position among the names, behind [`NOBODY`].
#[derive(Serialize, Deserialize)]
struct Kept {
    names: Vec<String>,
    parts: Vec<KeptPart>,
}

#[derive(Serialize, Deserialize)]
struct KeptPart {
    form: Form,
    is_sound: bool,
    /// Bytes and lines of the text before it.
    offset: u64,
    line: u64,
    length: u64,
    hash: u128,
    runs: Vec<Run>,
    more: Option<Box<More>>,
    texts: u32,
    values: u32,
    records: u32,
}

impl Shelf<'_> {
    /// The parts of a text, with nothing of them at hand: as they were sketched before, or else as they are made now.
    pub(in crate::engine) fn parts(
        &self,
        chunk: Chunk,
        (manner, digest): (Manner, u128),
        register: &Register,
        make: impl FnOnce(Chunk) -> Vec<Part>,
    ) -> Vec<Part> {
        let key = digest.wrapping_add(manner as u128);
        let origin = chunk.origin;
        let kept = self.texts.take(key, |bytes| read(bytes, origin, register));
        kept.unwrap_or_else(|| {
            let parts = make(chunk);
            if let Some(bytes) = write(&parts, origin, register) {
                self.texts.put(key, bytes);
            }
            parts
        })
    }
}

/// What to keep of a text; none where something of it is told in more than numbers, or names a mission by a text that
/// says more than an id.
fn write(parts: &[Part], origin: Origin, register: &Register) -> Option<Vec<u8>> {
    let mut names = Vec::new();
    let mut numbers: FxHashMap<Number, Number> = FxHashMap::default();
    let mut local = |number: Number| {
        if let NOBODY | ASTRAY = number {
            return Some(number);
        }
        if let Some(known) = numbers.get(&number) {
            return Some(*known);
        }
        let name = register.name_of(number)?;
        if !is_opaque(&name) {
            return None;
        }
        names.push(name.to_string());
        let own = Number::try_from(names.len()).ok()?;
        numbers.insert(number, own);
        Some(own)
    };
    let mut kept = Vec::with_capacity(parts.len());
    for part in parts {
        let sketch = &part.sketch;
        let more = sketch.more.as_ref();
        if part.fault.is_some()
            || sketch.form == Form::Unreadable
            || more.is_some_and(|more| !more.unread.is_empty())
        {
            return None;
        }
        let (mut runs, mut more) = (sketch.runs.iter().collect::<Vec<_>>(), sketch.more.clone());
        renumber(&mut runs, more.as_deref_mut(), &mut local)?;
        kept.push(KeptPart {
            form: sketch.form,
            is_sound: sketch.is_sound,
            offset: sketch.origin.offset.checked_sub(origin.offset)?,
            line: sketch.origin.line.checked_sub(origin.line)?,
            length: sketch.length,
            hash: sketch.hash,
            runs,
            more,
            texts: part.texts,
            values: part.values,
            records: part.records,
        });
    }
    let kept = Kept { names, parts: kept };
    postcard::to_stdvec(&kept).ok()
}

pub(super) fn read(bytes: &[u8], origin: Origin, register: &Register) -> Option<Vec<Part>> {
    let (kept, rest): (Kept, &[u8]) = postcard::take_from_bytes(bytes).ok()?;
    if !rest.is_empty() {
        return None;
    }
    let names = kept.names.iter();
    let numbers: Vec<Number> = names.map(|name| register.number_of(name)).collect();
    let mut global = |number: Number| match number {
        NOBODY | ASTRAY => Some(number),
        own => numbers.get(own as usize - 1).copied(),
    };
    let parts = kept.parts.into_iter().map(|mut kept| {
        renumber(&mut kept.runs, kept.more.as_deref_mut(), &mut global)?;
        Some(Part {
            sketch: Sketch {
                file: UNNUMBERED,
                form: kept.form,
                is_sound: kept.is_sound,
                origin: Origin {
                    offset: origin.offset.checked_add(kept.offset)?,
                    line: origin.line.checked_add(kept.line)?,
                },
                length: kept.length,
                hash: kept.hash,
                runs: kept.runs.into(),
                more: kept.more,
            },
            kept: None,
            texts: kept.texts,
            values: kept.values,
            records: kept.records,
            fault: None,
        })
    });
    parts.collect()
}

/// Gives all missions of a sketch other numbers.
fn renumber(
    runs: &mut [Run],
    more: Option<&mut More>,
    number: &mut dyn FnMut(Number) -> Option<Number>,
) -> Option<()> {
    let mut all: Vec<&mut Number> = Vec::new();
    all.extend(runs.iter_mut().filter_map(|run| match &mut run.owner {
        Owner::One(number) => Some(number),
        Owner::Odd(_) => None,
    }));
    if let Some(more) = more {
        for odd in &mut more.odd {
            all.extend(odd.missions.iter_mut().map(|(number, _)| number));
            all.extend(odd.strays.iter_mut().flat_map(|stray| &mut stray.named));
        }
        all.extend(more.ties.iter_mut().map(|(number, _)| number));
        all.extend(more.own.iter_mut().map(|(number, _)| number));
        all.extend(more.seats.iter_mut().map(|(number, _)| number));
        for (one, other) in &mut more.envelopes {
            all.extend([one, other]);
        }
    }
    for each in all {
        *each = number(*each)?;
    }
    Some(())
}
