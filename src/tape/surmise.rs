//! Which bracket is missing, too many or of the wrong kind: the reading with which the brackets behind it agree for
//! longest.
//!
//! ## Decisions
//! * Nothing but brackets and keys is looked at, so that other slips behind do not count.
//! * What one text may cost is limited ([`Ahead`]); beyond, layout and kind decide.

use crate::Span;
use crate::foreign;
use crate::parse::{DEPTH_LIMIT, Inside, Parser};
use crate::scan::skip_plain;
use crate::tree::TokenKind;

/// Members of an object in square brackets, among the kinds of open containers.
const WRONG_PAIR: Inside = Inside::Nothing;

/// Bytes that are searched backwards for the start of a line.
const LINE: usize = 1 << 12;

/// How much of a text may still be read ahead, in bytes.
pub(crate) struct Ahead(usize);

impl Ahead {
    /// As much as a first decision takes.
    pub(crate) fn unlimited() -> Self {
        Self(usize::MAX)
    }

    /// A small multiple of the text's length, so that the time stays linear.
    pub(crate) fn of(length: usize) -> Self {
        Self(length.saturating_mul(16))
    }
}

/// What a key among values may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reading {
    /// No key: the colon is the slip.
    Plain,
    /// The brace before it is missing.
    Opened,
    /// The innermost container should have been closed before.
    Around,
    /// The bracket that opened the container should have been a brace.
    Wrong,
    /// So should the one that closes it.
    WrongPair,
    /// The object with this token, the last element, was closed too early.
    Reopened(u32),
}

/// What a closing bracket that is not the innermost container's closes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Closing {
    /// The container at this depth, with all in it.
    Partner(usize),
    /// The innermost one, though it is of the wrong kind.
    Innermost,
    /// None.
    Nothing,
}

impl Parser<'_> {
    /// The position after the closing quote of the string at `at`; nothing where its line ends before.
    pub(crate) fn string_end(&self, at: usize) -> Option<usize> {
        let mut at = at + 1;
        loop {
            at = skip_plain(self.bytes(), at);
            match self.byte(at) {
                b'"' => return Some(at + 1),
                b'\n' | b'\r' => return None,
                b'\\' if !matches!(self.byte(at + 1), b'\n' | b'\r') => at += 2,
                _ if at >= self.bytes().len() => return None,
                _ => at += 1,
            }
        }
    }

    pub(crate) fn line_end(&self, at: usize) -> usize {
        let rest = self.bytes().get(at..).unwrap_or_default();
        rest.iter()
            .position(|byte| matches!(byte, b'\n' | b'\r'))
            .map_or(self.bytes().len(), |length| at + length)
    }

    /// The kinds of the open containers, outermost first.
    pub(crate) fn kinds(&self) -> Vec<Inside> {
        let frames = self.outer.iter().chain([&self.here]);
        frames
            .map(|frame| frame.inside)
            .filter(|&inside| inside != Inside::Nothing)
            .collect()
    }

    /// Up to where brackets and keys agree with the containers that are open at `at`; beyond any position if they do
    /// to the end. `last` is the sign before `at`.
    fn outlook(
        &self,
        mut open: Vec<Inside>,
        mut at: usize,
        mut last: u8,
        ahead: &mut Ahead,
    ) -> usize {
        let start = at;
        let limit = at.saturating_add(ahead.0);
        let reached = loop {
            at = self.skip_space(at);
            if at >= self.text.len() {
                break if open.is_empty() { usize::MAX } else { at };
            }
            if at >= limit {
                break at;
            }
            let byte = self.byte(at);
            if !byte.is_ascii_alphanumeric()
                && let Some((_, aside)) = foreign::aside_at(self.text, at)
            {
                at = aside.end as usize;
                continue;
            }
            let Some(&inside) = open.last() else {
                break at;
            };
            match byte {
                b'"' => {
                    let end = self.string_end(at);
                    let key = end.is_some_and(|end| self.byte(self.skip_space(end)) == b':');
                    if key && (inside == Inside::Array || last == b':') {
                        break at;
                    }
                    at = end.unwrap_or_else(|| self.line_end(at));
                    last = byte;
                    continue;
                }
                b'{' | b'[' if inside == Inside::Object && matches!(last, b',' | b'{') => break at,
                b'{' => open.push(Inside::Object),
                b'[' => open.push(Inside::Array),
                b']' if inside == WRONG_PAIR => {
                    open.pop();
                }
                b'}' | b']' if inside != closed_by(byte) => break at,
                b'}' | b']' => {
                    open.pop();
                }
                _ => {}
            }
            last = byte;
            at = self.next_character(at);
        };
        ahead.0 = ahead.0.saturating_sub(at - start);
        reached
    }

    fn next_character(&self, at: usize) -> usize {
        let mut next = at + 1;
        while !self.text.is_char_boundary(next) {
            next += 1;
        }
        next
    }

    /// What a key that stands where a value belongs means; `token` is the index its token has or would have.
    pub(crate) fn reading(&self, key: usize, token: u32, ahead: &mut Ahead) -> Reading {
        let kinds = self.kinds();
        let Some((&inside, around)) = kinds.split_last() else {
            return Reading::Opened;
        };
        let colon = self.string_end(key).map_or(key, |end| self.skip_space(end));
        let with = |kinds: &[Inside], inside| [kinds, &[inside]].concat();
        let opened = self.outlook(with(&kinds, Inside::Object), key, b',', ahead);
        let plain = self.outlook(kinds.clone(), colon + 1, b':', ahead);
        if inside == Inside::Object {
            return if opened > plain {
                Reading::Opened
            } else {
                Reading::Plain
            };
        }
        let previous = self.last_element(token);
        let closed = match around.last() {
            Some(Inside::Object) => self.outlook(around.to_vec(), key, b',', ahead),
            _ => 0,
        };
        let mut wrong = |inside| match previous {
            None => self.outlook(with(around, inside), key, b',', ahead),
            Some(_) => 0,
        };
        let (pair, wrong) = (wrong(WRONG_PAIR), wrong(Inside::Object));
        if pair > opened.max(closed).max(plain).max(wrong) {
            Reading::WrongPair
        } else if wrong > opened.max(closed).max(plain) {
            Reading::Wrong
        } else if plain > opened.max(closed) {
            Reading::Plain
        } else if closed > opened || closed == opened && !self.is_deeper(key) {
            Reading::Around
        } else if let Some(object) = previous.filter(|&object| self.ends_oddly(object, key)) {
            Reading::Reopened(object)
        } else {
            Reading::Opened
        }
    }

    /// The last element of the innermost container before the token at an index.
    fn last_element(&self, before: u32) -> Option<u32> {
        let mut last = None;
        let mut next = self.here.token + 1;
        while next < before {
            last = Some(next);
            next = self.tape.tokens.get(next as usize)?.next.max(next + 1);
        }
        last
    }

    /// The object that is the last value of the object at a token; nothing where that is something else.
    pub(crate) fn last_entry(&self, object: u32) -> Option<u32> {
        let tokens = &self.tape.tokens;
        let is_object = |token: u32| {
            let kind = tokens.get(token as usize).map(|token| token.kind);
            matches!(
                kind,
                Some(TokenKind::Object | TokenKind::ObjectWithDuplicates)
            )
        };
        let end = tokens.len();
        let mut last = None;
        let mut next = object + 1;
        while is_object(object) && (next as usize) < end {
            let value = next + 1;
            last = Some(value);
            next = tokens.get(value as usize)?.next.max(value + 1);
        }
        last.filter(|&value| is_object(value))
    }

    /// The value before `at` in the innermost object, if what stands at `at`, which is no member, agrees with a list
    /// that begins with that value; `end` is the index of the token after it.
    pub(crate) fn unopened_list(&self, at: usize, end: u32, ahead: &mut Ahead) -> Option<u32> {
        if self.here.inside != Inside::Object || self.outer.len() >= DEPTH_LIMIT {
            return None;
        }
        let value = self.last_value(end)?;
        if self.tape.tokens[value as usize].kind == TokenKind::Array {
            return None;
        }
        let inner = self.outlook(vec![Inside::Array], at, b',', ahead);
        let kinds = self.kinds();
        let plain = self.outlook(kinds.clone(), at, b',', ahead);
        let opened = self.outlook([&kinds[..], &[Inside::Array]].concat(), at, b',', ahead);
        let in_list = kinds.len() > 1 && kinds[kinds.len() - 2] == Inside::Array;
        // An object in a list of objects: rather the one before it is not closed.
        let unclosed = if in_list && self.byte(at) == b'{' {
            self.outlook(kinds[..kinds.len() - 1].to_vec(), at, b',', ahead)
        } else {
            0
        };
        // Where the look ahead at the list alone stops at the same sign, the list does not end before it.
        (opened > plain.max(unclosed) && opened != inner).then_some(value)
    }

    /// The last value of the innermost object before the token at an index.
    fn last_value(&self, end: u32) -> Option<u32> {
        let mut last = None;
        let mut next = self.here.token + 1;
        while next + 1 < end {
            let value = next + 1;
            last = Some(value);
            next = self.tape.tokens.get(value as usize)?.next.max(value + 1);
        }
        last
    }

    /// Where the bracket before a list's first value is missing.
    pub(crate) fn first_of_list(&self, value: u32) -> Span {
        let token = self.tape.tokens[value as usize];
        match self.byte(token.start as usize) {
            b'{' => Span::new(token.start, token.start + 1),
            _ => Span::new(token.start, token.end),
        }
    }

    /// Whether what begins a line at `at` is indented more than the line that opened the innermost container.
    fn is_deeper(&self, at: usize) -> bool {
        let (indent, first) = self.indent(at);
        first && indent > self.indent(self.start_of(self.here.token)).0
    }

    fn start_of(&self, token: u32) -> usize {
        let token = self.tape.tokens.get(token as usize);
        token.map_or(0, |token| token.start as usize)
    }

    /// Whether the brace that ends an object does not look like its end, a key following behind it.
    fn ends_oddly(&self, object: u32, key: usize) -> bool {
        let token = self.tape.tokens[object as usize];
        let end = token.end as usize;
        let is_object = matches!(
            token.kind,
            TokenKind::Object | TokenKind::ObjectWithDuplicates
        );
        if !is_object || self.byte(end - 1) != b'}' {
            return false;
        }
        let start = token.start as usize;
        let (indent, first) = self.indent(end - 1);
        if first {
            return indent != self.indent(start).0;
        }
        if self.text[start..end].contains('\n') {
            return true;
        }
        let doubled = self.text[..end - 1].trim_end().ends_with('}');
        let name = &self.text[key..self.string_end(key).unwrap_or(key)];
        doubled && !self.text[start..end].contains(name)
    }

    /// The bracket that closed the whole text's container, if what follows the comma at `at` belongs into it.
    pub(crate) fn closed_early(&self, at: usize, root: u32, ahead: &mut Ahead) -> Option<Span> {
        let token = self.tape.tokens.get(root as usize)?;
        let kind = match token.kind {
            TokenKind::Array => Inside::Array,
            TokenKind::Object | TokenKind::ObjectWithDuplicates => Inside::Object,
            _ => return None,
        };
        let written = matches!(self.byte(token.end as usize - 1), b'}' | b']');
        let reached = self.outlook(vec![kind], at + 1, b',', ahead);
        let more = match kind {
            Inside::Object => reached > self.skip_space(at + 1) && reached != self.text.len(),
            _ => reached != self.text.len(),
        };
        (written && more).then(|| Span::new(token.end - 1, token.end))
    }

    /// What the closing bracket at `at`, which is not the innermost container's, closes, and the slip it is.
    pub(crate) fn closing(&self, at: usize, ahead: &mut Ahead) -> (Closing, crate::Slip) {
        let byte = self.byte(at);
        let kinds = self.kinds();
        let usual = self.usual_closing(at);
        let partner = self.partner(byte);
        let around = kinds.len().saturating_sub(1);
        let mut look = |left: usize| self.outlook(kinds[..left].to_vec(), at + 1, byte, ahead);
        let closes = partner.map_or(0, |depth| look(depth - 1));
        let (wrong, extra) = (look(around), look(kinds.len()));
        let best = closes.max(wrong).max(extra);
        let usual_score = match usual {
            Closing::Partner(_) => closes,
            Closing::Innermost => wrong,
            Closing::Nothing => extra,
        };
        let chosen = match partner {
            _ if usual_score == best => usual,
            Some(depth) if closes == best => Closing::Partner(depth),
            _ if wrong == best => Closing::Innermost,
            _ => Closing::Nothing,
        };
        let superfluous = chosen == Closing::Nothing && extra > closes.max(wrong);
        let slip = if superfluous {
            crate::Slip::ExtraBracket
        } else {
            crate::Slip::MismatchedBracket
        };
        (chosen, slip)
    }

    /// Whether the brackets from `at` on, where the first key of an object belongs, rather agree with a list.
    pub(crate) fn is_list(&self, at: usize, ahead: &mut Ahead) -> bool {
        let kinds = self.kinds();
        let mut list = kinds.clone();
        list.pop();
        list.push(Inside::Array);
        let as_list = self.outlook(list, at, b',', ahead);
        as_list > self.outlook(kinds, at + 1, b',', ahead)
    }

    /// The slip a closing round bracket at `at` is: it closes the innermost container, unless the brackets behind it agree
    /// for longer without it.
    pub(crate) fn round_closing(&self, at: usize, ahead: &mut Ahead) -> crate::Slip {
        let kinds = self.kinds();
        let around = kinds[..kinds.len().saturating_sub(1)].to_vec();
        let closes = self.outlook(around, at + 1, b']', ahead);
        if self.outlook(kinds, at + 1, b']', ahead) > closes {
            crate::Slip::ExtraBracket
        } else {
            crate::Slip::RoundBracket
        }
    }

    /// How deep the innermost container is that a bracket may close.
    fn partner(&self, bracket: u8) -> Option<usize> {
        let wanted = closed_by(bracket);
        self.outer.iter().rposition(|frame| frame.inside == wanted)
    }

    /// What a closing bracket closes as far as layout tells.
    pub(crate) fn usual_closing(&self, at: usize) -> Closing {
        let byte = self.byte(at);
        let own = if byte == b'}' { b']' } else { b'}' };
        let follows = self.byte(self.skip_space(at + 1)) == own;
        match self.partner(byte) {
            Some(depth) if !self.is_wrong_kind(at, depth) => Closing::Partner(depth),
            None if self.outer.len() > 1 || !follows => Closing::Innermost,
            Some(_) if !follows => Closing::Innermost,
            _ => Closing::Nothing,
        }
    }

    /// Whether a closing bracket at `at` is rather meant to close the innermost container than its partner, the one
    /// at `depth`: by its indentation where it begins a line, else because its partner is the whole text's.
    fn is_wrong_kind(&self, at: usize, depth: usize) -> bool {
        let (indent, first) = self.indent(at);
        if first {
            return self.indent(self.start_of(self.here.token)).0 == indent;
        }
        let more = self.skip_space(at + 1) < self.bytes().len();
        depth == 1 && more
    }

    /// The indentation of the line that holds `at`, and whether nothing else stands in front of `at` there.
    fn indent(&self, at: usize) -> (usize, bool) {
        let before = self.bytes().get(..at).unwrap_or_default();
        let near = before.get(at.saturating_sub(LINE)..).unwrap_or_default();
        let break_before = near.iter().rposition(|byte| *byte == b'\n');
        let line = near.get(break_before.map_or(0, |end| end + 1)..);
        let line = line.unwrap_or_default();
        let spaces = line
            .iter()
            .position(|byte| !matches!(byte, b' ' | b'\t'))
            .unwrap_or(line.len());
        (spaces, spaces == line.len() && break_before.is_some())
    }
}

fn closed_by(bracket: u8) -> Inside {
    if bracket == b'}' {
        Inside::Object
    } else {
        Inside::Array
    }
}
