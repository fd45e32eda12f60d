//! Parsing texts: strictly, and where that fails once more, naming every slip and keeping what can be read.

use memchr::memchr;
use missionlint_tape::{Recovered, SLIP_LIMIT, Slip, Span, SyntaxError, Tree};

use super::encoding::{BadBytes, not_utf8_found, repair};
use super::{lines, nature};
use crate::catalogue::builtin;
use crate::document::Damage;
use crate::finding::{DocumentId, Fact, Finding, Place, Spot};
use crate::source::{self, UNNAMED};

/// What parsing gave beside the tape.
#[derive(Debug, Default)]
pub(super) struct Parsed {
    /// How many texts there were that should each be a JSON value.
    pub(super) texts: u64,
    /// A finding for each slip.
    pub(super) findings: Vec<Finding>,
    /// What slips have hidden.
    pub(super) damage: Damage,
    /// Texts that may hold values nobody read.
    pub(super) broken: Vec<Span>,
    /// Texts with slips.
    pub(super) flawed: Vec<Span>,
    /// Whether lines mean what they mean because of others.
    pub(super) across: bool,
    /// The bytes, where they are not UTF-8.
    pub(super) original: Option<Vec<u8>>,
}

/// What bytes should hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Texts {
    /// One JSON value.
    Whole,
    /// One JSON value in every line that is not blank.
    Lines,
}

/// Parses bytes.
pub(super) fn parse(bytes: Vec<u8>, texts: Texts) -> (Tree, Parsed) {
    let mut original = None;
    let (text, bad) = match String::from_utf8(bytes) {
        Ok(text) => (text, Vec::new()),
        Err(error) => {
            let bytes = error.into_bytes();
            original = (texts == Texts::Lines).then(|| bytes.clone());
            repair(bytes)
        }
    };
    let mut tree = Tree::new(text);
    let mut parsed = match texts {
        Texts::Whole => parse_whole(&mut tree),
        Texts::Lines => parse_lines(&mut tree),
    };
    parsed.original = original;
    if texts == Texts::Whole
        && !parsed.flawed.is_empty()
        && nature::fenced(tree.text()).is_empty()
        && let Some(code) = nature::of_text(tree.text()).or_else(|| nature::prose(tree.text()))
    {
        return nothing_read(tree.text(), code);
    }
    if texts == Texts::Lines && parsed.flawed.len() > 1 {
        let mut whole = Tree::new(tree.text().to_owned());
        if whole.parse_document().is_ok() {
            return over_several_lines(whole);
        }
    }
    for text in parsed.flawed.clone() {
        let inside: Vec<BadBytes> = bad
            .iter()
            .copied()
            .filter(|bad| text.start <= bad.span.start && bad.span.end <= text.end)
            .collect();
        if let Some(&first) = inside.first() {
            let may_be_json = text.slice(tree.text()).trim_start().starts_with(['{', '[']);
            parsed.bad_bytes(text, &inside, may_be_json);
            parsed.findings.push(not_utf8_found(first));
        }
    }
    (tree, parsed)
}

fn parse_whole(tree: &mut Tree) -> Parsed {
    let mut parsed = Parsed {
        texts: 1,
        ..Parsed::default()
    };
    if tree.parse_document().is_err() {
        let whole = span(0, tree.text().len());
        let blocks = nature::fenced(tree.text());
        if let Some(&(fence, _)) = blocks.first() {
            parsed.findings.push(nature::found_at("markdown", fence));
            parsed.flawed.push(whole);
            for (_, block) in blocks {
                if tree.parse_value(block).is_err() {
                    let recovered = tree.recover_value(block);
                    parsed.add(&recovered, block, tree.text());
                }
            }
            return parsed;
        }
        let recovered = tree.recover_document();
        parsed.add(&recovered, whole, tree.text());
    }
    parsed
}

/// One value where each line should be one: said once, and read all the same.
fn over_several_lines(tree: Tree) -> (Tree, Parsed) {
    let start = tree.roots().next().map_or(0, |root| root.span().start);
    let parsed = Parsed {
        texts: 1,
        findings: vec![lines::over_several(start)],
        across: true,
        ..Parsed::default()
    };
    (tree, parsed)
}

/// A text that is of another kind: said once, and not read.
fn nothing_read(text: &str, code: &'static str) -> (Tree, Parsed) {
    let tree = Tree::new(nature::lines_of(text.as_bytes()));
    let whole = span(0, tree.text().len());
    let parsed = Parsed {
        texts: 1,
        findings: vec![nature::found(code)],
        broken: vec![whole],
        flawed: vec![whole],
        ..Parsed::default()
    };
    (tree, parsed)
}

fn parse_lines(tree: &mut Tree) -> Parsed {
    let mut parsed = Parsed::default();
    let mut start = 0;
    let mut merge = Merge::None;
    let mut spread = lines::Spread::of(tree.text().len());
    while start < tree.text().len() {
        let rest = &tree.text()[start..];
        let length = memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len());
        let line = &rest[..length];
        let span = span(start, start + length);
        let (next, in_the_way) = merge.after(line);
        if in_the_way {
            if merge == Merge::None && next != Merge::None {
                let marker = Span::new(span.start, span.start + 7);
                let other = other_side(tree.text(), marker);
                parsed.findings.push(conflict(marker, other));
            }
            // The other side may hold records of its own.
            parsed.flawed.push(span);
            parsed.broken.push(span);
            parsed.across = true;
        }
        merge = next;
        let mut end = start + length;
        if !in_the_way && !line.trim().is_empty() {
            parsed.texts += 1;
            if tree.parse_value(span).is_err() {
                let text = spread.text(tree, span);
                end = text.end as usize;
                if text == span || tree.parse_value(text).is_err() {
                    let recovered = tree.recover_value(text);
                    parsed.add_line(&recovered, text, tree.text());
                }
            }
        }
        start = end + 1;
    }
    if let Some(first) = spread.first {
        parsed.findings.push(lines::over_several(first));
        parsed.across = true;
    }
    parsed
}

impl Parsed {
    /// Forgets the slips that bytes which are not UTF-8 have made of a text, and all slips of one that is no JSON at
    /// all.
    fn bad_bytes(&mut self, text: Span, bad: &[BadBytes], may_be_json: bool) {
        let overlap = |one: Span, other: Span| one.start < other.end && other.start < one.end;
        self.findings.retain(|finding| match finding.primary.spot {
            Spot::Bytes(slip) if overlap(slip, text) => {
                may_be_json && !bad.iter().any(|bad| overlap(slip, bad.span))
            }
            _ => true,
        });
        if !may_be_json && !self.broken.contains(&text) {
            self.broken.push(text);
        }
    }

    /// Adds a line that is no JSON. That lines end with a comma is said once.
    fn add_line(&mut self, recovered: &Recovered, text: Span, whole: &str) {
        let before = self.findings.len();
        self.add(recovered, text, whole);
        let told = lines::rename(&self.findings[..before], recovered, text, whole);
        match told {
            Some(lines::Told::Already) => self.findings.truncate(before),
            Some(lines::Told::As(code)) => {
                if let (Some(finding), Some(error)) =
                    (self.findings.get_mut(before), recovered.errors.first())
                {
                    *finding = nature::found_at(code, error.span);
                }
            }
            None => {}
        }
    }

    fn add(&mut self, recovered: &Recovered, text: Span, whole: &str) {
        self.flawed.push(text);
        if recovered.lost {
            self.broken.push(text);
        }
        self.damage.add_recovered(recovered);
        let slips = recovered.errors.iter().map(|error| slip(error, whole));
        self.findings.extend(slips);
        if let (true, Some(last)) = (
            recovered.errors.len() >= SLIP_LIMIT,
            self.findings.last_mut(),
        ) {
            last.evidence
                .push(("more", Fact::Vocabulary(vec!["yes".to_owned()])));
        }
    }
}

/// Where a line is between the markers of a merge that was not finished.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Merge {
    None,
    /// On the side that is read.
    Ours,
    /// On another side.
    Theirs,
}

impl Merge {
    /// The state after a line, and whether the line is to be passed over.
    fn after(self, line: &str) -> (Self, bool) {
        let is = |sign: &str| {
            let rest = line.trim_end_matches('\r').strip_prefix(sign);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        };
        match self {
            Self::None if is("<<<<<<<") => (Self::Ours, true),
            Self::None if is("=======") => (Self::Theirs, true),
            Self::Ours if is("=======") || is("|||||||") => (Self::Theirs, true),
            Self::Ours | Self::Theirs if is(">>>>>>>") => (Self::None, true),
            Self::Theirs => (Self::Theirs, true),
            state => (state, false),
        }
    }
}

/// Says of what follows a value where lines of records may come from nowhere that could be named after them.
pub(super) fn tell_unnamed(findings: &mut [Finding], path: &str) {
    if source::is_records(path) && path != UNNAMED {
        return;
    }
    let slips = [Slip::SecondValue, Slip::TrailingText];
    let slips = slips.map(|slip| ("slip", Fact::Vocabulary(vec![slip.code().to_owned()])));
    for finding in findings {
        if slips.iter().any(|slip| finding.evidence.contains(slip)) {
            let unnamed = Fact::Vocabulary(vec!["yes".to_owned()]);
            finding.evidence.push(("unnamed", unnamed));
        }
    }
}

/// The marker between the sides of the conflict that begins with a marker.
fn other_side(text: &str, marker: Span) -> Option<Span> {
    let from = marker.end as usize;
    let at = from + text.get(from..)?.find("\n=======")? + 1;
    Some(span(at, at + 7))
}

fn conflict(marker: Span, other: Option<Span>) -> Finding {
    let name = Fact::Vocabulary(vec![Slip::MergeConflict.code().to_owned()]);
    let finding = Finding::new(&builtin::SYNTAX_ERROR, bytes_at(marker)).with("slip", name);
    match other {
        Some(other) => finding.and("other", bytes_at(other)),
        None => finding,
    }
}

fn slip(error: &SyntaxError, text: &str) -> Finding {
    if error.slip == Slip::MergeConflict {
        return conflict(error.span, other_side(text, error.span));
    }
    let mut finding = Finding::new(&builtin::SYNTAX_ERROR, bytes_at(error.span))
        .with("slip", Fact::Vocabulary(vec![error.slip.code().to_owned()]));
    if let Some(opening) = error.opening.filter(|_| tells_opening(error.slip)) {
        finding = finding.and("opening", bytes_at(opening));
    }
    finding
}

/// Whether the bracket that is open around a slip helps to understand it.
fn tells_opening(slip: Slip) -> bool {
    matches!(slip, Slip::UnclosedBracket | Slip::MismatchedBracket)
}

/// The place of bytes of document 0.
pub(super) fn bytes_at(span: Span) -> Place {
    Place {
        document: DocumentId(0),
        spot: Spot::Bytes(span),
    }
}

/// A span in bytes; what is beyond 4 GiB is cut off.
pub(super) fn span(start: usize, end: usize) -> Span {
    let narrow = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    Span::new(narrow(start), narrow(end))
}
