//! Going on after slips: every slip of a text that is no JSON, and a tape of what of it can be read.
//!
//! A second pass over a text the strict parser has refused; valid texts never come here.
//!
//! ## Decisions
//! * One slip is one error. What a slip makes of the text after it is passed over without a word: to the next
//!   comma or bracket, or to the line end where a quote is missing, since no string goes beyond its line.
//! * A value whose meaning is plain is kept: behind a comment, a missing or superfluous comma, in single quotes;
//!   a key without quotes too. Any other one becomes a *hole*: a `null` on the tape, listed as unknown.
//! * A member whose key is not known is left out. Its object is *lossy*: it may lack members. So is every
//!   container that was closed by anything else than its own bracket.
//! * A text of [`SLIP_LIMIT`] slips is read no further: what follows is lost.

use crate::parse::{Frame, Inside, Parser, Stop, narrow, span};
use crate::slip::{self, Slip, SyntaxError};
use crate::surmise::Ahead;
use crate::tree::{Mark, TokenKind};
use crate::{Span, Tree, foreign};

/// So many slips of one text are named; the rest of it counts as lost.
pub const SLIP_LIMIT: usize = 100;

/// Members of an object that may be opened again: beyond, its keys are compared only once, when it closes.
const REOPENED_MEMBERS: u16 = 32;

/// What became of a text that is no JSON.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Recovered {
    /// Its slips as they are noticed from front to back, [`SLIP_LIMIT`] at most. What only the text behind it tells comes
    /// after slips there: that a string does not end, or that a comma is the last one.
    pub errors: Vec<SyntaxError>,
    /// Tokens, in order, of values that are not known; each is a `null` on the tape.
    pub holes: Vec<u32>,
    /// Tokens, in order, of objects and arrays that may lack members or elements.
    pub lossy: Vec<u32>,
    /// Tokens, in order, of objects that may hold members of the one around them, which is not closed: its bracket may
    /// have closed these.
    pub overfull: Vec<u32>,
    /// Tokens of the values found at the top level, also added to the roots of the tree.
    pub roots: Vec<u32>,
    /// Whether there may be values at the top level that are not among the roots.
    pub lost: bool,
}

/// Where the parser is.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Step {
    /// Before an entry of the innermost container; the comma in front, if any.
    Entry(Option<usize>),
    /// Before a value; the colon in front, if any.
    Value(Option<usize>),
    /// After a value.
    After,
}

/// A member that will be left out when its value ends.
#[derive(Debug, Clone, Copy)]
struct Dropped {
    depth: usize,
    mark: Mark,
    holes: usize,
    lossy: usize,
    overfull: usize,
}

#[expect(
    clippy::struct_excessive_bools,
    reason = "any of them may go with any other"
)]
pub(crate) struct Recovery<'t> {
    pub(crate) parser: Parser<'t>,
    pub(crate) found: Recovered,
    /// What comes next may stand there without a comma: text before it was passed over.
    pub(crate) excused: bool,
    /// Brackets were passed over, so that others have no partner.
    pub(crate) torn: bool,
    /// The value at hand belongs to a slip that was named.
    pub(crate) quiet: bool,
    /// The closing bracket of a container that was closed before it, and how deep it may stand.
    pub(crate) early: Option<(u8, usize)>,
    /// How deep the object is that a square bracket opened and another one closes.
    pub(crate) pair: Option<usize>,
    /// The object in which something else than a key was named last.
    pub(crate) told_in: Option<u32>,
    /// Something was said about text after the first value.
    pub(crate) tail_told: bool,
    /// The first side of a merge conflict is being read.
    in_conflict: bool,
    /// No marker that ends a conflict follows.
    unended_conflict: bool,
    /// What may still be read ahead.
    pub(crate) ahead: Ahead,
    dropped: Option<Dropped>,
}

impl Tree {
    /// Reads the whole text as [`Tree::parse_document`] does, going on after slips.
    pub fn recover_document(&mut self) -> Recovered {
        self.clear();
        match u32::try_from(self.text.len()) {
            Ok(end) => self.recover_value(Span::new(0, end)),
            Err(_) => Recovered {
                errors: vec![SyntaxError {
                    slip: Slip::TooLarge,
                    span: Span::new(0, 0),
                    opening: None,
                }],
                lost: true,
                ..Recovered::default()
            },
        }
    }

    /// Reads what [`Tree::parse_value`] refused, going on after slips, and adds all that could be read to the
    /// tape. For a valid text: no slips, and the tape that `parse_value` makes.
    pub fn recover_value(&mut self, within: Span) -> Recovered {
        let mut recovery = Recovery {
            parser: Parser {
                text: self.text.get(..within.end as usize).unwrap_or(&self.text),
                tape: &mut self.tape,
                here: Frame::BOTTOM,
                outer: std::mem::take(&mut self.spare_frames),
            },
            found: Recovered::default(),
            excused: false,
            torn: false,
            quiet: false,
            early: None,
            pair: None,
            told_in: None,
            tail_told: false,
            unended_conflict: false,
            in_conflict: false,
            ahead: Ahead::of((within.end - within.start.min(within.end)) as usize),
            dropped: None,
        };
        recovery.document(within.start as usize);
        let Recovery {
            parser, mut found, ..
        } = recovery;
        self.spare_frames = parser.outer;
        self.spare_frames.clear();
        for tokens in [&mut found.holes, &mut found.lossy, &mut found.overfull] {
            tokens.sort_unstable();
            tokens.dedup();
        }
        self.roots.extend(&found.roots);
        found
    }
}

impl Recovery<'_> {
    pub(crate) fn byte(&self, at: usize) -> u8 {
        self.parser.byte(at)
    }

    pub(crate) fn end(&self) -> usize {
        self.parser.text.len()
    }

    fn is_full(&self) -> bool {
        self.found.errors.len() >= SLIP_LIMIT
    }

    pub(crate) fn push(&mut self, error: SyntaxError) {
        let again = error.slip.is_everywhere()
            && self.found.errors.iter().any(|told| told.slip == error.slip);
        if !self.quiet && !self.is_full() && !again {
            self.found.errors.push(error);
        }
    }

    pub(crate) fn error(&mut self, slip: Slip, span: Span) {
        let Stop(error) = self.parser.slip(slip, span);
        self.push(*error);
    }

    pub(crate) fn error_at(&mut self, slip: Slip, at: usize) {
        self.error(slip, slip::character_at(self.parser.text, at));
    }

    /// Skips white space, and what is no part of the data: each of these is a slip.
    pub(crate) fn space(&mut self, mut at: usize) -> usize {
        loop {
            at = self.parser.skip_space(at);
            let Some((slip, place)) = foreign::aside_at(self.parser.text, at) else {
                return at;
            };
            if slip == Slip::MergeConflict {
                at = self.marker(place);
            } else {
                self.error(slip, place);
                at = place.end as usize;
            }
            self.excused |= at >= self.end();
        }
    }

    /// At a marker of a merge: the first side is read, the others are passed over. One slip each conflict.
    fn marker(&mut self, place: Span) -> usize {
        if !self.in_conflict {
            self.error(Slip::MergeConflict, place);
        }
        let end = place.end as usize;
        let marker = self.byte(place.start as usize);
        self.in_conflict = marker == b'<';
        if self.in_conflict {
            return end;
        }
        self.lossy_here();
        if marker == b'>' || self.unended_conflict {
            return end;
        }
        let after = foreign::conflict_end(self.parser.text, end);
        self.unended_conflict = after.is_none();
        after.unwrap_or(end)
    }

    /// A value that is not known.
    pub(crate) fn hole(&mut self, start: usize, end: usize) {
        self.found.holes.push(narrow(self.parser.tape.tokens.len()));
        self.parser.tape.push(TokenKind::Null, start, end);
    }

    pub(crate) fn lossy_here(&mut self) {
        if self.parser.here.inside == Inside::Nothing {
            self.found.lost = true;
        } else {
            self.found.lossy.push(self.parser.here.token);
        }
    }

    /// The kind of container around the innermost one.
    pub(crate) fn around(&self) -> Inside {
        self.parser
            .outer
            .last()
            .map_or(Inside::Nothing, |frame| frame.inside)
    }

    pub(crate) fn drop_member(&mut self, mark: Mark) {
        if self.dropped.is_none() {
            self.dropped = Some(Dropped {
                depth: self.parser.outer.len(),
                mark,
                holes: self.found.holes.len(),
                lossy: self.found.lossy.len(),
                overfull: self.found.overfull.len(),
            });
        }
    }

    /// Leaves out the member that has just ended, if it is to be.
    fn settle(&mut self) {
        let depth = self.parser.outer.len();
        if let Some(dropped) = self.dropped.take_if(|dropped| dropped.depth == depth) {
            self.parser.tape.rewind(dropped.mark);
            self.found.holes.truncate(dropped.holes);
            self.found.lossy.truncate(dropped.lossy);
            self.found.overfull.truncate(dropped.overfull);
        }
    }

    pub(crate) fn close(&mut self, at: usize) -> (usize, Step) {
        self.settle();
        self.excused = false;
        let depth = self.parser.outer.len();
        self.early.take_if(|early| early.1 >= depth);
        (self.parser.close(at), Step::After)
    }

    /// Closes the innermost container before `at`, where something does not belong to it.
    pub(crate) fn close_before(&mut self, at: usize) {
        self.settle();
        self.lossy_here();
        self.note_overfull();
        // What was read last may be a hole behind white space.
        let last = self.parser.tape.tokens.last();
        let end = last.map_or(0, |token| token.end as usize);
        let end = end.max(self.before_space(at));
        self.parser.close(end.saturating_sub(1));
        // No step of its own follows the container's end.
        self.settle();
    }

    /// The innermost container is not closed: the object at its end, and the one at the end of that, may have been
    /// closed by its bracket.
    fn note_overfull(&mut self) {
        let mut token = self.parser.here.token;
        while let Some(last) = self.parser.last_entry(token)
            && self.found.overfull.last() != Some(&last)
        {
            self.found.overfull.push(last);
            token = last;
        }
    }

    /// The position after the last character before `at` that is no white space.
    fn before_space(&self, at: usize) -> usize {
        let before = self.parser.bytes().get(..at).unwrap_or_default();
        let last = before
            .iter()
            .rposition(|byte| !matches!(byte, b' ' | b'\t' | b'\n' | b'\r'));
        last.map_or(0, |last| last + 1)
    }

    fn document(&mut self, start: usize) {
        let mut at = self.space(start);
        if at >= self.end() {
            if self.found.errors.is_empty() {
                self.error(Slip::EmptyDocument, span(at, at));
            }
            self.found.lost = true;
            return;
        }
        let mut step = Some(Step::Value(None));
        while let Some(next) = step {
            if matches!(next, Step::Value(_)) {
                self.found.roots.push(narrow(self.parser.tape.tokens.len()));
            }
            at = self.run(at, next);
            (at, step) = self.after_root(at);
        }
    }

    /// From a step to the end of the value at the top level.
    fn run(&mut self, mut at: usize, mut step: Step) -> usize {
        loop {
            if matches!(step, Step::After) {
                self.quiet = false;
                self.settle();
                if self.parser.here.inside == Inside::Nothing {
                    return at;
                }
            }
            at = self.space(at);
            if at >= self.end() || self.is_full() {
                self.give_up(at, step);
                return self.end();
            }
            (at, step) = match (step, self.parser.here.inside) {
                (Step::Value(colon), _) => self.value(at, colon),
                (Step::Entry(comma), Inside::Object) => self.member(at, comma),
                (Step::Entry(comma), _) => self.element(at, comma),
                (Step::After, _) => self.separator(at),
            };
        }
    }

    /// The text ends, or is read no further, before everything is closed.
    fn give_up(&mut self, at: usize, step: Step) {
        if !self.excused && !self.torn && at >= self.end() {
            self.quiet = false;
            self.error(Slip::UnclosedBracket, span(at, at));
        }
        self.found.lost |= at < self.end();
        if matches!(step, Step::Value(_)) {
            let end = self.before_space(at);
            self.hole(end, end);
        }
        while self.parser.here.inside != Inside::Nothing {
            self.close_before(at);
        }
        self.settle();
    }

    /// After a value at the top level: nothing, or what to go on with.
    fn after_root(&mut self, mut at: usize) -> (usize, Option<Step>) {
        loop {
            at = self.space(at);
            if at >= self.end() || self.is_full() {
                self.found.lost |= at < self.end();
                return (at, None);
            }
            let byte = self.byte(at);
            if !std::mem::replace(&mut self.tail_told, true) && !self.torn {
                let root = self.found.roots.last().copied().unwrap_or(u32::MAX);
                let (slip, place) = self.parser.bad_tail(at, root, &mut self.ahead);
                self.error(slip, place);
            }
            match byte {
                b'{' | b'[' => return (at, Some(Step::Value(None))),
                b',' => {
                    at = self.space(at + 1);
                    if at < self.end() && self.reopen(at) {
                        return (at, Some(Step::Entry(None)));
                    }
                }
                b'}' | b']' => at += 1,
                _ => {
                    self.found.lost = true;
                    at = self.skip_junk(at);
                }
            }
        }
    }

    /// Goes back into the container that was closed last, where what comes at `at` belongs there.
    fn reopen(&mut self, at: usize) -> bool {
        let Some(&root) = self.found.roots.last() else {
            return false;
        };
        let Some(token) = self.parser.tape.tokens.get(root as usize).copied() else {
            return false;
        };
        match token.kind {
            TokenKind::Array => {}
            TokenKind::Object | TokenKind::ObjectWithDuplicates if self.is_key(at) => {}
            _ => return false,
        }
        self.enter(root) && {
            self.lossy_here();
            true
        }
    }

    /// Goes back into the container with a token, the last one that was closed; nothing where it has too many members.
    pub(crate) fn enter(&mut self, container: u32) -> bool {
        let Some(token) = self.parser.tape.tokens.get(container as usize).copied() else {
            return false;
        };
        let inside = if token.kind == TokenKind::Array {
            Inside::Array
        } else {
            Inside::Object
        };
        if inside == Inside::Object && token.extra >= REOPENED_MEMBERS {
            return false;
        }
        self.parser.outer.push(self.parser.here);
        self.parser.here = Frame {
            inside,
            token: container,
            entries: u32::from(token.extra),
            keys_seen: u64::MAX,
        };
        true
    }
}
