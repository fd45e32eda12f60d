//! Syntax errors, named for the slip the writer made.

use crate::Span;

/// What kind of slip a syntax error is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Slip {
    /// Nothing but white space.
    EmptyDocument,
    /// A second value after the first.
    SecondValue,
    /// A comment, which JSON does not have.
    Comment,
    /// A comma before a closing bracket.
    TrailingComma,
    /// A comma where a value or key is expected.
    ExtraComma,
    /// Two values or members without a comma between them.
    MissingComma,
    /// A key without a colon after it.
    MissingColon,
    /// A key or colon without a value.
    MissingValue,
    /// A string in single quotes.
    SingleQuotes,
    /// A key without quotes.
    UnquotedKey,
    /// A value that is a bare word, such as `yes` or `True`.
    BareWord,
    /// `NaN` or `Infinity`.
    NotANumber,
    /// A number JSON does not allow: leading zero or plus sign, missing digits.
    MalformedNumber,
    /// An escape JSON does not know.
    BadEscape,
    /// Half of a surrogate pair.
    LoneSurrogate,
    /// A control character inside a string.
    ControlCharacter,
    /// A string that does not end.
    UnclosedString,
    /// A bracket or brace that does not close; `opening` says which.
    UnclosedBracket,
    /// A closing bracket of the wrong kind; `opening` says what it would close.
    MismatchedBracket,
    /// A closing bracket with nothing to close.
    ExtraBracket,
    /// A character that can start no value.
    UnexpectedCharacter,
    /// More levels than [`crate::DEPTH_LIMIT`].
    TooDeep,
    /// A text of 4 GiB or more in one document.
    TooLarge,
}

impl Slip {
    /// The kebab-case code of the slip, for evidence and message look-up.
    pub fn code(self) -> &'static str {
        match self {
            Self::EmptyDocument => "empty-document",
            Self::SecondValue => "second-value",
            Self::Comment => "comment",
            Self::TrailingComma => "trailing-comma",
            Self::ExtraComma => "extra-comma",
            Self::MissingComma => "missing-comma",
            Self::MissingColon => "missing-colon",
            Self::MissingValue => "missing-value",
            Self::SingleQuotes => "single-quotes",
            Self::UnquotedKey => "unquoted-key",
            Self::BareWord => "bare-word",
            Self::NotANumber => "not-a-number",
            Self::MalformedNumber => "malformed-number",
            Self::BadEscape => "bad-escape",
            Self::LoneSurrogate => "lone-surrogate",
            Self::ControlCharacter => "control-character",
            Self::UnclosedString => "unclosed-string",
            Self::UnclosedBracket => "unclosed-bracket",
            Self::MismatchedBracket => "mismatched-bracket",
            Self::ExtraBracket => "extra-bracket",
            Self::UnexpectedCharacter => "unexpected-character",
            Self::TooDeep => "too-deep",
            Self::TooLarge => "too-large",
        }
    }
}

/// The first place where a text is not JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SyntaxError {
    /// What went wrong.
    pub slip: Slip,
    /// Where; empty only at the end of the text.
    pub span: Span,
    /// The bracket concerned, where it stands.
    pub opening: Option<Span>,
}

/// The span of the character at `at`, empty at the end of the text.
pub(crate) fn character_at(text: &str, at: usize) -> Span {
    let width = text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    crate::parse::span(at, at + width)
}

/// The span of the run of word characters at `at`, at least one character.
pub(crate) fn word_at(text: &str, at: usize) -> Span {
    let rest = text.get(at..).unwrap_or("");
    let length: usize = rest
        .chars()
        .take_while(|character| character.is_alphanumeric() || matches!(character, '_' | '-' | '+' | '.'))
        .map(char::len_utf8)
        .sum();
    if length == 0 { character_at(text, at) } else { crate::parse::span(at, at + length) }
}

/// Names the slip where a value was expected at byte `at`.
pub(crate) fn bad_value(text: &str, at: usize) -> SyntaxError {
    let rest = text.get(at..).unwrap_or("");
    let (slip, span) = match rest.as_bytes().first() {
        None | Some(b':') => (Slip::MissingValue, character_at(text, at)),
        Some(b'/' | b'#') => (Slip::Comment, comment_at(text, at)),
        Some(b'\'') => (Slip::SingleQuotes, single_quoted_at(text, at)),
        Some(b',') => (Slip::ExtraComma, character_at(text, at)),
        Some(b']' | b'}') => (Slip::MissingValue, character_at(text, at)),
        Some(b'+' | b'.') => (Slip::MalformedNumber, word_at(text, at)),
        Some(b'-') if rest.starts_with("-Infinity") || rest.starts_with("-NaN") => (Slip::NotANumber, word_at(text, at)),
        Some(b'-') => (Slip::MalformedNumber, word_at(text, at)),
        _ if ["NaN", "Infinity", "nan", "inf"].iter().any(|word| word_at(text, at).slice(text) == *word) => {
            (Slip::NotANumber, word_at(text, at))
        }
        _ if rest.starts_with(char::is_alphabetic) => (Slip::BareWord, word_at(text, at)),
        _ => (Slip::UnexpectedCharacter, character_at(text, at)),
    };
    SyntaxError { slip, span, opening: None }
}

/// Names the slip where a key was expected at byte `at`.
pub(crate) fn bad_key(text: &str, at: usize) -> SyntaxError {
    let rest = text.get(at..).unwrap_or("");
    let (slip, span) = match rest.as_bytes().first() {
        Some(b'/' | b'#') => (Slip::Comment, comment_at(text, at)),
        Some(b'\'') => (Slip::SingleQuotes, single_quoted_at(text, at)),
        Some(b',') => (Slip::ExtraComma, character_at(text, at)),
        _ if rest.starts_with(|c: char| c.is_alphanumeric() || c == '_' || c == '$') => {
            (Slip::UnquotedKey, word_at(text, at))
        }
        _ => (Slip::UnexpectedCharacter, character_at(text, at)),
    };
    SyntaxError { slip, span, opening: None }
}

/// The comment at `at`: to the end of its line, or to `*/`.
pub(crate) fn comment_at(text: &str, at: usize) -> Span {
    let rest = text.get(at..).unwrap_or("");
    let length = if rest.starts_with("/*") {
        rest.find("*/").map_or(rest.len(), |end| end + 2)
    } else {
        rest.find('\n').unwrap_or(rest.len())
    };
    let length = rest[..length].trim_end().len();
    if length == 0 { character_at(text, at) } else { crate::parse::span(at, at + length) }
}

fn single_quoted_at(text: &str, at: usize) -> Span {
    let rest = text.get(at..).unwrap_or("");
    let line = &rest[..rest.find('\n').unwrap_or(rest.len())];
    match line[1..].find('\'') {
        Some(end) => crate::parse::span(at, at + end + 2),
        None => character_at(text, at),
    }
}
