//! What routing and joining need to know of a document without its text: a few bytes for each run of records.

use memchr::{memchr_iter, memmem, memrchr};
use missionlint_tape::{Node, Span};
use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};

use super::named::missions_named_in;
use super::register::{ASTRAY, Asking, NOBODY, Number, Register, digest};
use super::runs::{Owner, Run, Runs};
use super::seat::countries;
use crate::document::{Class, Document, Kind, Slot};
use crate::finding::{Finding, Spot};
use crate::report::{Countries, Location};
use crate::text::Origin;

/// Mission ids are not longer than this: the look back from a `/` ends there.
const LONGEST_ID: usize = 64;

/// The number of a file that has none yet.
pub(in crate::engine) const UNNUMBERED: u32 = u32::MAX;

/// How a part of a file is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::engine) enum Form {
    /// One JSON value.
    Whole,
    /// Lines with one JSON value each, which may be read one without the other.
    Lines,
    /// Lines that say what they say only when they are read together.
    Together,
    /// Nothing of it can be read.
    Unreadable,
}

/// What is known of a document.
#[derive(Debug, Clone)]
pub(in crate::engine) struct Sketch {
    /// Its file, by position in order of paths.
    pub(in crate::engine) file: u32,
    pub(in crate::engine) form: Form,
    /// Whether nothing of it was lost to slips.
    pub(in crate::engine) is_sound: bool,
    /// Where it stands in its file.
    pub(in crate::engine) origin: Origin,
    /// In bytes.
    pub(in crate::engine) length: u64,
    pub(in crate::engine) hash: u128,
    /// Its texts, in order.
    pub(in crate::engine) runs: Runs,
    pub(in crate::engine) more: Option<Box<More>>,
}

impl Sketch {
    /// A text of which more is to be said.
    pub(in crate::engine) fn odd(&self, at: u32) -> &Odd {
        static NONE: Odd = Odd {
            missions: Vec::new(),
            strays: Vec::new(),
            found: false,
            outside: false,
        };
        let more = self.more.as_deref();
        more.and_then(|more| more.odd.get(at as usize))
            .unwrap_or(&NONE)
    }

    /// Whether something in it does not tell its mission.
    pub(in crate::engine) fn is_unsettled(&self) -> bool {
        let more = self.more.as_deref();
        more.is_some_and(|more| more.odd.iter().any(|odd| !odd.strays.is_empty()))
    }

    /// Whether it has records that say they belong to no mission.
    pub(in crate::engine) fn has_of_nobody(&self) -> bool {
        self.runs.iter().any(|run| match run.owner {
            Owner::One(number) => number == NOBODY,
            Owner::Odd(at) => {
                let mut missions = self.odd(at).missions.iter();
                missions.any(|(number, _)| *number == NOBODY)
            }
        })
    }

    /// Whether lines of it can be read without the others.
    pub(in crate::engine) fn is_divisible(&self) -> bool {
        self.form == Form::Lines
    }
}

/// What not every document has.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(in crate::engine) struct More {
    pub(in crate::engine) odd: Vec<Odd>,
    /// Missions with what may be the name of another that their records refer to, or are covered by.
    pub(in crate::engine) ties: Vec<(Number, u64)>,
    /// Whether what its records refer to cannot be told from the text.
    pub(in crate::engine) untold: bool,
    /// Records of missions: the mission, and what stands for the id of the record.
    pub(in crate::engine) own: Vec<(Number, u64)>,
    /// Where missions are, by their records.
    pub(in crate::engine) seats: Vec<(Number, Countries)>,
    /// Runs by position that are not one text for each record, with the number of their texts.
    pub(in crate::engine) folded: Vec<(u32, u32)>,
    /// Pairs of missions that share an envelope.
    pub(in crate::engine) envelopes: Vec<(Number, Number)>,
    /// Where a schema of the user's could not be applied.
    #[serde(skip)]
    pub(in crate::engine) unread: Vec<Location>,
}

impl More {
    pub(super) fn is_empty(&self) -> bool {
        let Self {
            odd,
            ties,
            untold,
            own,
            seats,
            folded,
            envelopes,
            unread,
        } = self;
        let is_of_texts = odd.is_empty() && folded.is_empty() && unread.is_empty();
        let is_of_missions = ties.is_empty() && own.is_empty() && seats.is_empty();
        is_of_texts && is_of_missions && envelopes.is_empty() && !untold
    }
}

/// A text with records of several missions or none, or with some that do not tell.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(in crate::engine) struct Odd {
    /// The missions of its records, each once, in order of the text; with the number of records.
    pub(in crate::engine) missions: Vec<(Number, u32)>,
    pub(in crate::engine) strays: Vec<Stray>,
    /// Whether something was found in it, and whether outside of any record.
    pub(in crate::engine) found: bool,
    pub(in crate::engine) outside: bool,
}

/// Something that does not tell its mission.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::engine) struct Stray {
    /// Missions that its text names.
    pub(in crate::engine) named: Vec<Number>,
    /// Whether it is a record, which may be given to the mission around it.
    pub(in crate::engine) is_record: bool,
    /// Whether rules may miss it.
    pub(in crate::engine) is_missed: bool,
}

/// What stands where in a document.
enum Mark {
    Record(usize),
    Broken(Span),
    Found { outside: bool },
}

/// Sketches a document, in which something was found, for a reader who may see what is of a class.
pub(in crate::engine) fn sketch(
    document: &Document,
    findings: &[Finding],
    register: &Register,
    clearance: Class,
) -> (Runs, Option<Box<More>>) {
    let mut drawing = Drawing {
        document,
        clearance,
        numbers: Vec::with_capacity(document.slots.len()),
        asking: Asking::new(register),
        runs: Vec::new(),
        texts: Vec::new(),
        more: More::default(),
    };
    for slot in &document.slots {
        let number = drawing.number(slot);
        drawing.numbers.push(number);
    }
    let marks = drawing.marks(findings);
    let mut next = 0;
    while let Some((start, _)) = marks.get(next) {
        let text = document.text_at(*start);
        let here = marks[next..].iter();
        let count = here.take_while(|(start, _)| *start <= text.end).count();
        drawing.text(text, &marks[next..next + count]);
        next += count.max(1);
    }
    drawing.envelopes();
    drawing.ties();
    drawing.folded();
    let Drawing { runs, more, .. } = drawing;
    (runs.into(), (!more.is_empty()).then(|| Box::new(more)))
}

struct Drawing<'d, 'r> {
    document: &'d Document,
    clearance: Class,
    /// The missions of its records.
    numbers: Vec<Number>,
    asking: Asking<'r>,
    runs: Vec<Run>,
    /// How many texts each run is.
    texts: Vec<u32>,
    more: More,
}

impl Drawing<'_, '_> {
    fn number(&mut self, slot: &Slot) -> Number {
        match self.document.mission_of(slot) {
            _ if slot.astray => ASTRAY,
            Some(mission) => self.asking.number(mission),
            None => NOBODY,
        }
    }

    /// All that is to be told, in order of the text.
    fn marks(&self, findings: &[Finding]) -> Vec<(u32, Mark)> {
        let document = self.document;
        let start_of = |token: u32| document.tree.node(token).span().start;
        let records = document.slots.iter().enumerate();
        let records = records.map(|(at, slot)| (start_of(slot.node), Mark::Record(at)));
        let mut marks: Vec<(u32, Mark)> = records.collect();
        let before = marks.len();
        let broken = document.broken.iter();
        marks.extend(broken.map(|span| (span.start, Mark::Broken(*span))));
        marks.extend(findings.iter().map(|finding| {
            let (start, slot) = match finding.primary.spot {
                Spot::Bytes(span) => (span.start, document.slot_around(span)),
                Spot::Value(token) | Spot::Key(token) | Spot::KeyOf(token) => {
                    (start_of(token), document.slot_at(token))
                }
            };
            let outside = slot.is_none();
            (start, Mark::Found { outside })
        }));
        if marks.len() > before {
            marks.sort_by_key(|(start, _)| *start);
        }
        marks
    }

    fn text(&mut self, text: Span, marks: &[(u32, Mark)]) {
        let document = self.document;
        if let [(_, Mark::Record(at))] = marks
            && !document.slots[*at].astray
        {
            // Nearly all lines are one record in which nothing was found.
            return self.push(text.end.saturating_add(1), 1, self.numbers[*at]);
        }
        let mut odd = Odd::default();
        let mut records = 0;
        for (_, mark) in marks {
            match mark {
                Mark::Record(at) => {
                    let slot = &document.slots[*at];
                    let number = self.numbers[*at];
                    records += 1;
                    match odd.missions.iter_mut().find(|(other, _)| *other == number) {
                        Some((_, count)) => *count += 1,
                        None => odd.missions.push((number, 1)),
                    }
                    if slot.astray {
                        let span = document.tree.node(slot.node).span();
                        odd.strays.push(Stray {
                            named: self.named_in(span),
                            is_record: true,
                            is_missed: !slot.kind.is_some_and(Kind::is_custom),
                        });
                    }
                }
                Mark::Broken(span) => odd.strays.push(Stray {
                    named: self.named_in(*span),
                    is_record: false,
                    is_missed: true,
                }),
                Mark::Found { outside } => {
                    odd.found = true;
                    odd.outside |= outside;
                }
            }
        }
        let end = text.end.saturating_add(1);
        match odd.missions.as_slice() {
            [(number, _)] if *number != ASTRAY && odd.strays.is_empty() => {
                self.push(end, records, *number);
            }
            _ => {
                let position = u32::try_from(self.more.odd.len()).unwrap_or(u32::MAX);
                self.runs.push(Run {
                    end,
                    records,
                    owner: Owner::Odd(position),
                });
                self.texts.push(1);
                self.more.odd.push(odd);
            }
        }
    }

    fn push(&mut self, end: u32, records: u32, number: Number) {
        let owner = Owner::One(number);
        match self.runs.last_mut() {
            Some(last) if last.owner == owner => {
                last.end = end;
                last.records += records;
                if let Some(texts) = self.texts.last_mut() {
                    *texts += 1;
                }
            }
            _ => {
                self.runs.push(Run {
                    end,
                    records,
                    owner,
                });
                self.texts.push(1);
            }
        }
    }

    /// Takes note of runs whose number of texts cannot be told from that of their records. A document that is one run
    /// is one in any case.
    fn folded(&mut self) {
        if let [_, _, ..] = self.runs.as_slice() {
            let runs = self.runs.iter().zip(&self.texts).zip(0..);
            let folded = runs.filter(|((run, texts), _)| {
                matches!(run.owner, Owner::One(_)) && run.records != **texts
            });
            self.more.folded = folded.map(|((_, texts), at)| (at, *texts)).collect();
        }
    }

    fn named_in(&mut self, span: Span) -> Vec<Number> {
        let text = span.slice(self.document.tree.text());
        let named = missions_named_in(text).into_iter();
        named.map(|name| self.asking.number(name)).collect()
    }

    /// Missions that share an envelope, that cover for others, and that have a record of their own.
    fn envelopes(&mut self) {
        let mut last: Option<(u32, Number)> = None;
        for (slot, number) in self.document.slots.iter().zip(&self.numbers) {
            if let Some(envelope) = slot.envelope {
                match last {
                    Some((before, first)) if before == envelope => {
                        let pair = (first, *number);
                        if first != *number && self.more.envelopes.last() != Some(&pair) {
                            self.more.envelopes.push(pair);
                        }
                    }
                    _ => last = Some((envelope, *number)),
                }
            }
            if slot.kind == Some(Kind::Mission) {
                let record = self.document.tree.node(slot.node);
                if let Some(other) = record.get("covered_by").and_then(Node::as_str) {
                    self.more.ties.push((*number, digest(other)));
                }
                if let Some(id) = record.get("id").and_then(Node::as_str) {
                    self.more.own.push((*number, digest(id)));
                }
                let countries = countries(self.document, slot, self.clearance);
                self.more.seats.push((*number, countries));
            }
        }
        self.more.envelopes.sort_unstable();
        self.more.envelopes.dedup();
    }

    /// Pairs of missions of which a record of the first seems to name the second, as `"mission/id"`.
    fn ties(&mut self) {
        let document = self.document;
        let text = document.tree.text();
        // Escapes of the letters that a reference is made of, the slash among them: nobody writes them so.
        if memmem::find(text.as_bytes(), b"\\u00").is_some_and(|at| may_be_ascii(text, at)) {
            self.more.untold = true;
            return;
        }
        let mut found: FxHashSet<(Number, u64)> = self.more.ties.drain(..).collect();
        let (mut before, mut begun, mut last) = (0, 0, None);
        for slash in memchr_iter(b'/', text.as_bytes()) {
            let named = before_slash(text, slash, before);
            before = slash + 1;
            let Some(named) = named else { continue };
            // Of records that begin before the slash the last one is around it, if any is.
            while document
                .slots
                .get(begun)
                .is_some_and(|slot| start_of(document, slot) < slash)
            {
                begun += 1;
            }
            let Some(at) = begun.checked_sub(1) else {
                continue;
            };
            let tie = (self.numbers[at], named);
            // The same words come again and again, such as the name of a folder.
            if last != Some(tie) && is_around(document, at, slash, named) {
                found.insert((tie.0, digest(named)));
                last = Some(tie);
            }
        }
        let mut ties = Vec::from_iter(found);
        ties.sort_unstable();
        self.more.ties = ties;
    }
}

fn start_of(document: &Document, slot: &Slot) -> usize {
    document.tree.node(slot.node).span().start as usize
}

/// Whether a byte belongs to the record at a position, which begins before it, and that is not of the mission `named`.
fn is_around(document: &Document, position: usize, byte: usize, named: &str) -> bool {
    let at = u32::try_from(byte).unwrap_or(u32::MAX);
    let slot = &document.slots[position];
    document.reaches(slot, Span::new(at, at)) && document.mission_of(slot) != Some(named)
}

/// Whether any escape from `at` on stands for a character of ASCII.
fn may_be_ascii(text: &str, at: usize) -> bool {
    memmem::find_iter(&text.as_bytes()[at..], b"\\u00").any(|escape| {
        text.as_bytes()
            .get(at + escape + 4)
            .is_some_and(|digit| (b'2'..=b'7').contains(digit))
    })
}

/// What stands between a quote and the slash at `slash`, behind `least`: the first slash of a text divides it.
fn before_slash(text: &str, slash: usize, least: usize) -> Option<&str> {
    let bytes = text.as_bytes();
    let end = slash - usize::from(slash > 0 && bytes[slash - 1] == b'\\');
    let least = end.saturating_sub(LONGEST_ID).max(least);
    let start = memrchr(b'"', bytes.get(least..end)?)?;
    text.get(least + start + 1..end)
}
