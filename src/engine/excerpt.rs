//! Lines around a place, ready to show: cut, cleaned of control characters, masked.

use std::ops::Range;

use missionlint_tape::{Span, ValueKind};

use crate::document::Document;
use crate::report::{Line, MASK};
use crate::schema;
use crate::text::{LineIndex, push_visible};

/// Lines of up to this many characters are shown whole.
const WHOLE: usize = 140;
/// Of longer ones, this many characters before the mark …
const BEFORE: usize = 50;
/// … and this many from its start on.
const AFTER: usize = 80;

/// The lines around a place.
#[derive(Debug, Default, Clone)]
pub(super) struct Excerpt {
    pub(super) lines: Vec<Line>,
    pub(super) marked_line: usize,
    pub(super) mark: (usize, usize),
}

/// What of a document may be shown as it is.
#[derive(Debug)]
pub(super) struct Clear<'a> {
    pub(super) range: Range<usize>,
    /// Parts of it that are not to be repeated all the same, in order.
    pub(super) but: &'a [Range<usize>],
}

/// The marked line with its neighbours, where these may be shown and belong to it. Of a place that spans lines the first is marked.
///
/// Only what lies in `clear` is shown as it is: neighbouring lines, and the same line of a minified document, may hold
/// records that the reader must not see.
pub(super) fn excerpt(
    document: &Document,
    index: &LineIndex,
    span: Span,
    clear: &Clear<'_>,
) -> Excerpt {
    let text = document.tree.text();
    let at = index.line_of(span.start as usize);
    let mut excerpt = Excerpt {
        lines: Vec::with_capacity(if document.apart { 1 } else { 3 }),
        ..Excerpt::default()
    };
    for line in at.saturating_sub(1)..=at + 1 {
        let Some(range) = index.line_range(text, line) else {
            continue;
        };
        let mark = (line == at).then(|| {
            let start = (span.start as usize).clamp(range.start, range.end);
            start..(span.end as usize).clamp(start, range.end)
        });
        if mark.is_none() && (document.apart || text[range.clone()].trim().is_empty()) {
            continue;
        }
        let anchor = mark.as_ref().map_or(range.start, |mark| mark.start);
        let (window, hidden) = window(document, &range, anchor, clear);
        if mark.is_none() && !hidden.is_empty() {
            // A neighbour that may not be shown whole says nothing.
            continue;
        }
        let start = u32::try_from(range.start).unwrap_or(u32::MAX);
        let (cut, more) = (window.start > range.start, window.end < range.end);
        let (shown, shown_mark) = render(text, &window, &hidden, mark.as_ref());
        if mark.is_some() {
            excerpt.marked_line = excerpt.lines.len();
            excerpt.mark = shown_mark;
        }
        excerpt.lines.push(Line {
            number: document.origins.at(start).line + line as u64 + 1,
            text: shown,
            cut,
            more,
        });
    }
    excerpt
}

/// The part of a line that is shown, and what of it is hidden. Measured as shown: what is cut does not tell how long a
/// hidden value is.
fn window(
    document: &Document,
    line: &Range<usize>,
    anchor: usize,
    clear: &Clear<'_>,
) -> (Range<usize>, Vec<Range<usize>>) {
    let text = document.tree.text();
    // No more of a line of megabytes is looked at than is needed to fill the window.
    let mut reach = 2 * WHOLE;
    let (window, mut hidden) = loop {
        let seen = boundary(text, anchor.saturating_sub(reach)).max(line.start)
            ..boundary(text, anchor.saturating_add(reach))
                .max(anchor)
                .min(line.end);
        let hidden = secrets(document, &seen, clear);
        let walk = Walk {
            text,
            line,
            hidden: &hidden,
        };
        let anchor = walk.hidden_at(anchor).map_or(anchor, |secret| secret.start);
        let (left, left_width) = walk.left(anchor, seen.start, WHOLE);
        let (right, right_width) = walk.right(anchor, seen.end, WHOLE);
        if left == line.start && right == line.end && left_width + right_width <= WHOLE {
            break (line.clone(), hidden);
        }
        if (left_width >= WHOLE || seen.start == line.start)
            && (right_width >= WHOLE || seen.end == line.end)
        {
            let window =
                walk.left(anchor, seen.start, BEFORE).0..walk.right(anchor, seen.end, AFTER).0;
            break (window, hidden);
        }
        reach *= 4;
    };
    hidden.retain(|secret| secret.start < window.end && window.start < secret.end);
    (window, hidden)
}

/// The last place between two characters that is not after a byte.
fn boundary(text: &str, byte: usize) -> usize {
    (0..=byte.min(text.len()))
        .rev()
        .find(|&at| text.is_char_boundary(at))
        .unwrap_or(0)
}

/// Goes along a line by what is shown of it.
struct Walk<'w> {
    text: &'w str,
    line: &'w Range<usize>,
    /// In order.
    hidden: &'w [Range<usize>],
}

impl Walk<'_> {
    fn hidden_at(&self, byte: usize) -> Option<&Range<usize>> {
        let next = self.hidden.partition_point(|secret| secret.end <= byte);
        self.hidden.get(next).filter(|secret| secret.start <= byte)
    }

    /// Whether each byte of a part is a character of its own, none of them hidden: then nothing need be walked.
    fn is_plain(&self, start: usize, end: usize) -> bool {
        let next = self.hidden.partition_point(|secret| secret.end <= start);
        let is_shown = self.hidden.get(next).is_none_or(|it| it.start >= end);
        is_shown
            && self
                .text
                .as_bytes()
                .get(start..end)
                .is_some_and(<[u8]>::is_ascii)
    }

    /// How many characters stand for a hidden part.
    fn width(&self, secret: &Range<usize>) -> usize {
        masked(self.text, secret).chars().count()
    }

    /// Leftwards until `width` characters or `bound`: where that is, and how many characters it took.
    fn left(&self, from: usize, bound: usize, width: usize) -> (usize, usize) {
        if self.is_plain(bound, from) {
            let taken = (from - bound).min(width);
            return (from - taken, taken);
        }
        let (mut at, mut taken) = (from, 0);
        while at > bound && taken < width {
            let before = self.text[..at]
                .chars()
                .next_back()
                .map_or(1, char::len_utf8);
            if let Some(secret) = self.hidden_at(at - before) {
                at = secret.start.max(self.line.start);
                taken += self.width(secret);
            } else {
                at -= before;
                taken += 1;
            }
        }
        (at, taken)
    }

    /// The same rightwards.
    fn right(&self, from: usize, bound: usize, width: usize) -> (usize, usize) {
        if self.is_plain(from, bound) {
            let taken = (bound - from).min(width);
            return (from + taken, taken);
        }
        let (mut at, mut taken) = (from, 0);
        while at < bound && taken < width {
            if let Some(secret) = self.hidden_at(at) {
                at = secret.end.min(self.line.end);
                taken += self.width(secret);
            } else {
                at += self.text[at..].chars().next().map_or(1, char::len_utf8);
                taken += 1;
            }
        }
        (at, taken)
    }
}

/// What stands in place of a hidden part.
fn masked(text: &str, secret: &Range<usize>) -> &'static str {
    if text[secret.clone()].starts_with('"') {
        "\"█████\""
    } else {
        MASK
    }
}

/// Parts of a window outside `clear` that must not be shown, in order: scalar values, and keys that are not of the
/// contract. Where the text is no JSON: everything but brackets, quotes, colons and commas.
fn secrets(document: &Document, window: &Range<usize>, clear: &Clear<'_>) -> Vec<Range<usize>> {
    let mut hidden = secrets_outside(document, window, &clear.range);
    let but = clear.but.iter();
    let but = but.filter(|part| part.start < window.end && window.start < part.end);
    hidden.extend(but.cloned());
    hidden.sort_by_key(|part| (part.start, part.end));
    hidden.dedup_by_key(|part| part.start);
    hidden
}

fn secrets_outside(
    document: &Document,
    window: &Range<usize>,
    clear: &Range<usize>,
) -> Vec<Range<usize>> {
    if clear.start <= window.start && window.end <= clear.end {
        return Vec::new();
    }
    let mut hidden = secret_tokens(document, window, clear);
    // Not all that such a text holds is on the tape.
    let flawed = document.flawed.iter();
    let flawed: Vec<Range<usize>> = flawed
        .map(|text| text.start as usize..text.end as usize)
        .filter(|text| text.start < window.end && window.start < text.end)
        .collect();
    hidden.retain(|token| !flawed.iter().any(|text| text.contains(&token.start)));
    for text in flawed {
        let part = window.start.max(text.start)..window.end.min(text.end);
        let before = part.start..part.end.min(clear.start);
        let after = part.start.max(clear.end)..part.end;
        for part in [before, after].into_iter().filter(|part| !part.is_empty()) {
            hidden.extend(runs_of_content(document.tree.text(), &part));
        }
    }
    hidden.sort_by_key(|range| range.start);
    hidden
}

fn secret_tokens(
    document: &Document,
    window: &Range<usize>,
    clear: &Range<usize>,
) -> Vec<Range<usize>> {
    let tree = &document.tree;
    let Some(last) = tree.roots().last() else {
        return Vec::new();
    };
    let (mut low, mut high) = (0, last.end_index());
    // Tokens start in order; the one before the window may reach into it.
    while low < high {
        let middle = low + (high - low) / 2;
        if (tree.node(middle).span().start as usize) < window.start {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    let mut hidden = Vec::new();
    for token in low.saturating_sub(1)..last.end_index() {
        let node = tree.node(token);
        let span = node.span().start as usize..node.span().end as usize;
        if span.start >= window.end {
            break;
        }
        let container = matches!(node.kind(), ValueKind::Array | ValueKind::Object);
        let known_key = node.is_key()
            && node
                .as_str()
                .is_some_and(|key| schema::property_names().contains(key));
        let shown = clear.start <= span.start && span.end <= clear.end;
        if !container && !known_key && !shown && span.end > window.start {
            hidden.push(span);
        }
    }
    hidden
}

fn runs_of_content(text: &str, window: &Range<usize>) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    let structural = |character: char| matches!(character, '{' | '}' | '[' | ']' | ',' | ':' | '"');
    let mut start = None;
    let shown = &text[window.clone()];
    for (at, character) in shown.char_indices().chain([(shown.len(), ',')]) {
        if structural(character) {
            if let Some(start) = start.take() {
                let run = &shown[start..at];
                let lead = run.len() - run.trim_start().len();
                let kept = run.trim();
                if !kept.is_empty() && !schema::property_names().contains(kept) {
                    let from = window.start + start + lead;
                    runs.push(from..from + kept.len());
                }
            }
        } else if start.is_none() {
            start = Some(at);
        }
    }
    runs
}

/// The text of a window with hidden parts replaced, and the mark in bytes of it.
fn render(
    text: &str,
    window: &Range<usize>,
    hidden: &[Range<usize>],
    mark: Option<&Range<usize>>,
) -> (String, (usize, usize)) {
    let mut shown = String::with_capacity(window.len().min(2 * WHOLE));
    let mut at = window.start;
    let mut bounds = mark.map_or([None; 2], |mark| [Some(mark.start), Some(mark.end)]);
    let mut mapped = [0; 2];
    let mut hidden = hidden.iter().peekable();
    while at < window.end {
        settle(&mut bounds, &mut mapped, at, shown.len());
        if let Some(secret) = hidden.next_if(|secret| secret.start <= at) {
            let before = shown.len();
            shown.push_str(masked(text, secret));
            // A bound inside the hidden part goes to its edge: the start to the left, the end to the right.
            for (side, bound) in bounds.iter_mut().enumerate() {
                if bound.is_some_and(|bound| bound < secret.end || side == 1 && bound == secret.end)
                {
                    mapped[side] = if side == 0 { before } else { shown.len() };
                    *bound = None;
                }
            }
            at = secret.end.max(at + 1);
            continue;
        }
        let next = hidden.peek().map_or(window.end, |secret| secret.start);
        let bound = bounds.iter().flatten().copied().min();
        let next = next.min(bound.unwrap_or(window.end)).min(window.end);
        let next = (next..text.len()).find(|next| text.is_char_boundary(*next));
        let next = next.unwrap_or(text.len());
        push_visible(&text[at..next], &mut shown);
        at = next;
    }
    let length = shown.len();
    settle(&mut bounds, &mut mapped, usize::MAX, length);
    (shown, (mapped[0], mapped[1].max(mapped[0])))
}

/// Maps bounds that lie at or before byte `at` to the length shown so far.
fn settle(bounds: &mut [Option<usize>; 2], mapped: &mut [usize; 2], at: usize, shown: usize) {
    for (bound, mapped) in bounds.iter_mut().zip(mapped) {
        if bound.is_some_and(|bound| bound <= at) {
            *mapped = shown;
            *bound = None;
        }
    }
}
