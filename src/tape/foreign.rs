//! Signs and words that other notations, keyboards and tools put where JSON has its own.
//!
//! What reaches beyond the line looks no further than [`REACH`], so that no text costs quadratic time.

use crate::Span;
use crate::parse::span;
use crate::slip::{self, Slip};

/// So many bytes are searched for the end of what is no JSON.
const REACH: usize = 1 << 14;

/// The text from `at` on, as far as it is searched.
fn reach(text: &str, at: usize) -> &str {
    let rest = text.get(at..).unwrap_or("");
    let mut end = rest.len().min(REACH);
    while !rest.is_char_boundary(end) {
        end -= 1;
    }
    &rest[..end]
}

/// The rest of the line, as far as it is searched.
pub(crate) fn line(text: &str, at: usize) -> &str {
    let rest = reach(text, at);
    &rest[..rest.find(['\n', '\r']).unwrap_or(rest.len())]
}

/// What begins at `at` that is no part of the data: a comment, white space JSON does not have, a marker of a merge.
pub(crate) fn aside_at(text: &str, at: usize) -> Option<(Slip, Span)> {
    if let Some(comment) = slip::comment_at(text, at) {
        return Some((Slip::Comment, comment));
    }
    if let Some(spaces) = spaces_at(text, at) {
        return Some((Slip::OtherSpace, spaces));
    }
    marker_at(text, at).map(|marker| (Slip::MergeConflict, marker))
}

/// The run of white space at `at` that begins with some JSON does not have.
fn spaces_at(text: &str, at: usize) -> Option<Span> {
    let rest = text.get(at..)?;
    rest.chars().next().filter(|&first| is_other_space(first))?;
    let run = rest
        .find(|character| !is_other_space(character) && !matches!(character, ' ' | '\t'))
        .unwrap_or(rest.len());
    Some(span(
        at,
        at + rest[..run].trim_end_matches([' ', '\t']).len(),
    ))
}

/// Whether a character is white or no ink at all, and JSON does not count it as white space.
fn is_other_space(character: char) -> bool {
    let white = character.is_whitespace() && !matches!(character, ' ' | '\t' | '\n' | '\r');
    white
        || matches!(character,
            '\u{AD}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
                | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

/// The line that a merge which was not finished has left at `at`.
pub(crate) fn marker_at(text: &str, at: usize) -> Option<Span> {
    let bytes = text.as_bytes();
    let first = *bytes.get(at)?;
    let starts_line = at == 0 || matches!(bytes[at - 1], b'\n' | b'\r');
    if !starts_line || !matches!(first, b'<' | b'|' | b'=' | b'>') {
        return None;
    }
    let run = bytes[at..]
        .iter()
        .take(8)
        .take_while(|&&byte| byte == first);
    let ends = bytes
        .get(at + 7)
        .is_none_or(|byte| matches!(byte, b' ' | b'\n' | b'\r'));
    (run.count() == 7 && ends).then(|| span(at, at + line(text, at).trim_end().len()))
}

/// Where the line after the marker `>>>>>>>` begins that ends a conflict, looking from `at` on.
pub(crate) fn conflict_end(text: &str, at: usize) -> Option<usize> {
    let mut start = at;
    loop {
        start += text.get(start..)?.find("\n>>>>>>>")? + 1;
        if let Some(marker) = marker_at(text, start) {
            return Some(marker.end as usize);
        }
    }
}

/// A text in quotes that JSON does not know.
pub(crate) struct Quoted<'t> {
    pub(crate) slip: Slip,
    pub(crate) span: Span,
    /// What stands between the quotes; nothing where that is not plain.
    pub(crate) text: Option<&'t str>,
}

/// The kind of a quote and the quotes that may close what it opens.
fn quotes(open: char) -> Option<(Slip, &'static [char])> {
    Some(match open {
        '\'' => (Slip::SingleQuotes, &['\'']),
        '`' | '´' => (Slip::Backticks, &['`', '´']),
        '“' | '”' | '„' | '‟' | '＂' => {
            (Slip::TypographicQuotes, &['“', '”', '„', '‟', '＂', '"'])
        }
        '‘' | '’' | '‚' | '‛' => (Slip::TypographicQuotes, &['‘', '’', '‚', '‛']),
        '«' | '»' => (Slip::TypographicQuotes, &['«', '»']),
        '‹' | '›' => (Slip::TypographicQuotes, &['‹', '›']),
        _ => return None,
    })
}

/// The text in other quotes at `at`: up to the quote in its line behind which something else begins, or the opening
/// quote alone.
pub(crate) fn quoted_at(text: &str, at: usize) -> Option<Quoted<'_>> {
    let line = line(text, at);
    if let Some(inside) = line.strip_prefix("\\\"") {
        let length = inside.find("\\\"")?;
        return Some(Quoted {
            slip: Slip::EscapedQuotes,
            span: span(at, at + length + 4),
            text: (!inside[..length].contains(['\\', '"'])).then_some(&inside[..length]),
        });
    }
    let open = line.chars().next()?;
    let (slip, closers) = quotes(open)?;
    let mut first = None;
    let mut found = None;
    let mut sound = line.find('"');
    for (position, close) in line.char_indices().skip(1) {
        let own = closers.contains(&close);
        // One whose opening quote alone is another: the next of JSON's own quotes closes it.
        let half = !own && sound == Some(position) && first.is_none();
        if half {
            sound = None;
        }
        if !own && !half {
            continue;
        }
        let end = position + close.len_utf8();
        if own {
            first = first.or(Some((position, end)));
        }
        let after = line[end..].trim_start().chars().next();
        if after.is_none_or(|next| ",:}]=;，：；/#".contains(next)) {
            found = Some((position, end));
            break;
        }
    }
    let (inner, end) = found
        .or(first)
        .unwrap_or((open.len_utf8(), open.len_utf8()));
    let inside = &line[open.len_utf8()..inner];
    let closed = end > inner;
    let plain = closed
        && !inside.contains(|inner| closers.contains(&inner) || inner == '\\' || inner < ' ');
    Some(Quoted {
        slip,
        span: span(at, at + end),
        text: plain.then_some(inside),
    })
}

/// What stands for a comma at `at`.
pub(crate) fn comma_at(text: &str, at: usize) -> Option<Span> {
    let first = text.get(at..)?.chars().next()?;
    matches!(first, ';' | '；' | '，' | '、' | '،' | '﹐').then(|| slip::character_at(text, at))
}

/// What stands for a colon at `at`.
pub(crate) fn colon_at(text: &str, at: usize) -> Option<Span> {
    let rest = text.get(at..)?;
    let sign = ["=>", "->", "=", "：", "﹕", "∶"]
        .into_iter()
        .find(|sign| rest.starts_with(sign))?;
    Some(span(at, at + sign.len()))
}

/// Whether a word is `true`, `false` or `null` in another language.
pub(crate) fn is_foreign_word(word: &str) -> bool {
    matches!(
        word,
        "True"
            | "TRUE"
            | "False"
            | "FALSE"
            | "None"
            | "NONE"
            | "Null"
            | "NULL"
            | "nil"
            | "undefined"
    )
}

/// A value as a program writes it at `at`: a call, or a list in round brackets.
pub(crate) fn code_at(text: &str, at: usize) -> Option<Span> {
    let rest = text.get(at..)?;
    let created = rest.starts_with("new ");
    let start = if created { at + 4 } else { at };
    let mut end = word_end(text, start);
    let mut called = created && end > start;
    while text.as_bytes().get(end) == Some(&b'(') {
        end = word_end(text, round_end(text, end)?);
        called = true;
    }
    called.then(|| span(at, end))
}

/// The position after the word characters at `at`.
fn word_end(text: &str, at: usize) -> usize {
    let rest = reach(text, at);
    let in_word = |character: char| character.is_alphanumeric() || matches!(character, '_' | '.');
    at + rest
        .find(|character| !in_word(character))
        .unwrap_or(rest.len())
}

/// The position after the round bracket that closes the one at `at`.
fn round_end(text: &str, at: usize) -> Option<usize> {
    let bytes = reach(text, at).as_bytes();
    let mut depth = 0_usize;
    // Square brackets and braces that are open within.
    let mut others = 0_usize;
    let mut quote = None;
    for (position, &byte) in bytes.iter().enumerate() {
        match (byte, quote) {
            (b'"' | b'\'', None) => quote = Some(byte),
            (_, Some(open)) if byte == open || byte == b'\n' => quote = None,
            (b'(', None) => depth += 1,
            (b'[' | b'{', None) => others += 1,
            (b']' | b'}', None) => others = others.checked_sub(1)?,
            (b')', None) => {
                depth -= 1;
                if depth == 0 {
                    return Some(at + position + 1);
                }
            }
            _ => {}
        }
    }
    None
}

/// What a program writes before a value it assigns or hands over, up to the bracket in the same line.
pub(crate) fn prelude_at(text: &str, at: usize) -> Option<Span> {
    let line = line(text, at);
    let bracket = line.find(['{', '['])?;
    let before = line[..bracket].trim_end();
    let name =
        before.starts_with(|first: char| first.is_alphabetic() || matches!(first, '_' | '$'));
    let plain = |inner: char| inner.is_alphanumeric() || " _$.=(:".contains(inner);
    (name && before.ends_with(['=', '(', 't']) && before.chars().all(plain))
        .then(|| span(at, at + before.len()))
}
