//! Syntax errors, named for the slip the writer made.

use crate::parse::{narrow, span};
use crate::{Span, filler, foreign};

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
    /// Another sign where a comma belongs.
    WrongComma,
    /// Two values or members without a comma between them.
    MissingComma,
    /// A key without a colon after it.
    MissingColon,
    /// Another sign where a colon belongs.
    WrongColon,
    /// A second colon after a key.
    ExtraColon,
    /// A colon without a value after it.
    MissingValue,
    /// A string in single quotes.
    SingleQuotes,
    /// A string in the quotes of printed text.
    TypographicQuotes,
    /// A string in backticks or accents.
    Backticks,
    /// A key without quotes.
    UnquotedKey,
    /// A value that is a bare word, such as `yes`.
    BareWord,
    /// `true`, `false` or `null` as another language writes it, such as `True`.
    ForeignWord,
    /// A value as a program writes it: a call, a list in round brackets; or program text before the value.
    ProgramCode,
    /// `NaN` or `Infinity`.
    NotANumber,
    /// A number JSON does not allow: leading zero or plus sign, missing digits.
    MalformedNumber,
    /// A number with a comma in it.
    DecimalComma,
    /// An escape JSON does not know.
    BadEscape,
    /// Half of a surrogate pair.
    LoneSurrogate,
    /// A control character inside a string.
    ControlCharacter,
    /// A double quote within a string.
    InnerQuote,
    /// A quote too many before or after a string.
    ExtraQuote,
    /// A string with each quote doubled, as tables are exported; named once a text.
    DoubledQuotes,
    /// A string whose quotes are escaped, as in a text that was escaped twice; named once a text.
    EscapedQuotes,
    /// A string that does not begin with a quote.
    UnopenedString,
    /// Texts that a sign joins, as in a program.
    Concatenation,
    /// A placeholder of a template that was not filled in.
    Placeholder,
    /// An error of a spreadsheet, such as `#N/A`.
    SpreadsheetError,
    /// A date or a time without quotes.
    UnquotedDate,
    /// A round bracket where a square one or a brace belongs.
    RoundBracket,
    /// A string that goes on in the next line.
    LineBreak,
    /// A string that does not end.
    UnclosedString,
    /// A bracket or brace that does not close; [`SyntaxError::opening`] says which.
    UnclosedBracket,
    /// A closing bracket of the wrong kind; [`SyntaxError::opening`] says what it would close.
    MismatchedBracket,
    /// A bracket too many: one with nothing to close, or the second of two that open.
    ExtraBracket,
    /// Members of an object without the brace before them.
    MissingOpening,
    /// Elements of a list without the bracket before them.
    MissingListOpening,
    /// A brace before the elements of a list.
    WrongBrace,
    /// A square bracket before the members of an object.
    WrongBracket,
    /// White space that JSON does not have, or characters without ink.
    OtherSpace,
    /// The marker of a merge that was not finished.
    MergeConflict,
    /// Something that is no value, after the value that should be the only one.
    TrailingText,
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
            Self::WrongComma => "wrong-comma",
            Self::MissingComma => "missing-comma",
            Self::MissingColon => "missing-colon",
            Self::WrongColon => "wrong-colon",
            Self::ExtraColon => "extra-colon",
            Self::MissingValue => "missing-value",
            Self::SingleQuotes => "single-quotes",
            Self::TypographicQuotes => "typographic-quotes",
            Self::Backticks => "backticks",
            Self::UnquotedKey => "unquoted-key",
            Self::BareWord => "bare-word",
            Self::ForeignWord => "foreign-word",
            Self::ProgramCode => "program-code",
            Self::NotANumber => "not-a-number",
            Self::MalformedNumber => "malformed-number",
            Self::DecimalComma => "decimal-comma",
            Self::BadEscape => "bad-escape",
            Self::LoneSurrogate => "lone-surrogate",
            Self::ControlCharacter => "control-character",
            Self::InnerQuote => "inner-quote",
            Self::ExtraQuote => "extra-quote",
            Self::DoubledQuotes => "doubled-quotes",
            Self::EscapedQuotes => "escaped-quotes",
            Self::UnopenedString => "unopened-string",
            Self::Concatenation => "concatenation",
            Self::Placeholder => "placeholder",
            Self::SpreadsheetError => "spreadsheet-error",
            Self::UnquotedDate => "unquoted-date",
            Self::RoundBracket => "round-bracket",
            Self::LineBreak => "line-break",
            Self::UnclosedString => "unclosed-string",
            Self::UnclosedBracket => "unclosed-bracket",
            Self::MismatchedBracket => "mismatched-bracket",
            Self::ExtraBracket => "extra-bracket",
            Self::MissingOpening => "missing-opening",
            Self::MissingListOpening => "missing-list-opening",
            Self::WrongBrace => "wrong-brace",
            Self::WrongBracket => "wrong-bracket",
            Self::OtherSpace => "other-space",
            Self::MergeConflict => "merge-conflict",
            Self::TrailingText => "trailing-text",
            Self::UnexpectedCharacter => "unexpected-character",
            Self::TooDeep => "too-deep",
            Self::TooLarge => "too-large",
        }
    }

    /// Whether it is named once a text: what made it has made all of its strings so.
    pub(crate) fn is_everywhere(self) -> bool {
        matches!(self, Self::DoubledQuotes | Self::EscapedQuotes)
    }

    /// Whether it is a string in other quotes than JSON's.
    pub(crate) fn is_quotes(self) -> bool {
        matches!(
            self,
            Self::SingleQuotes | Self::TypographicQuotes | Self::Backticks | Self::EscapedQuotes
        )
    }
}

/// The first place where a text is not JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SyntaxError {
    /// What went wrong.
    pub slip: Slip,
    /// Where, in the whole text; empty only at the end of what was parsed, and for [`Slip::TooLarge`].
    pub span: Span,
    /// The innermost bracket that is open there.
    pub opening: Option<Span>,
}

/// The span of the character at `at`, empty at the end of the text.
pub(crate) fn character_at(text: &str, at: usize) -> Span {
    let width = rest(text, at).chars().next().map_or(0, char::len_utf8);
    span(at, at + width)
}

/// The span of the run of word characters at `at`, at least one character.
pub(crate) fn word_at(text: &str, at: usize) -> Span {
    let in_word =
        |character: char| character.is_alphanumeric() || matches!(character, '_' | '-' | '+' | '.');
    let rest = rest(text, at);
    match rest
        .find(|character| !in_word(character))
        .unwrap_or(rest.len())
    {
        0 => character_at(text, at),
        length => span(at, at + length),
    }
}

/// The comment at `at`, to the end of its line or to `*/`; nothing where no comment begins.
pub(crate) fn comment_at(text: &str, at: usize) -> Option<Span> {
    let rest = rest(text, at);
    let length = if rest.starts_with("/*") {
        rest.find("*/").map_or(rest.len(), |end| end + 2)
    } else if rest.starts_with("//")
        || rest.starts_with('#') && filler::spreadsheet_error_at(text, at).is_none()
    {
        rest.find('\n').unwrap_or(rest.len())
    } else {
        return None;
    };
    Some(span(at, at + rest[..length].trim_end().len()))
}

/// Names the slip where a value was expected at byte `at`, where nothing begins that is no part of the data.
pub(crate) fn bad_value(text: &str, at: usize) -> (Slip, Span) {
    if let Some(quoted) = foreign::quoted_at(text, at) {
        return (quoted.slip, quoted.span);
    }
    if let Some(code) = foreign::code_at(text, at) {
        return (Slip::ProgramCode, code);
    }
    if let Some(written) = unwritten_at(text, at) {
        return written;
    }
    let word = word_at(text, at);
    match rest(text, at).chars().next() {
        Some(',') => (Slip::ExtraComma, character_at(text, at)),
        Some(']' | '}') => (Slip::MissingValue, character_at(text, at)),
        Some('+' | '-' | '.' | '0'..='9') if !not_a_number(text, at) => {
            (Slip::MalformedNumber, word)
        }
        Some(_) if not_a_number(text, at) => (Slip::NotANumber, word),
        Some(_) if foreign::is_foreign_word(word.slice(text)) => (Slip::ForeignWord, word),
        Some(first) if first.is_alphabetic() || first == '_' => (Slip::BareWord, word),
        _ => (Slip::UnexpectedCharacter, character_at(text, at)),
    }
}

/// What stands at `at` for a value that was never written, or for a text without quotes.
fn unwritten_at(text: &str, at: usize) -> Option<(Slip, Span)> {
    let placeholder = filler::placeholder_at(text, at).map(|place| (Slip::Placeholder, place));
    let error = || filler::spreadsheet_error_at(text, at);
    let date = || filler::date_at(text, at).map(|date| (Slip::UnquotedDate, date));
    placeholder
        .or_else(|| error().map(|place| (Slip::SpreadsheetError, place)))
        .or_else(date)
}

/// Names the slip where a key was expected at byte `at`, where nothing begins that is no part of the data.
pub(crate) fn bad_key(text: &str, at: usize) -> (Slip, Span) {
    if let Some(quoted) = foreign::quoted_at(text, at) {
        return (quoted.slip, quoted.span);
    }
    if let Some(place) = filler::placeholder_at(text, at) {
        return (Slip::Placeholder, place);
    }
    match rest(text, at).chars().next() {
        Some(',') => (Slip::ExtraComma, character_at(text, at)),
        Some('$') => (
            Slip::UnquotedKey,
            Span::new(narrow(at), word_at(text, at + 1).end),
        ),
        Some(first) if first.is_alphanumeric() || first == '_' => {
            let word = word_at(text, at);
            if rest(text, word.end as usize).starts_with("\":") {
                (Slip::UnopenedString, Span::new(word.start, word.end + 1))
            } else {
                (Slip::UnquotedKey, word)
            }
        }
        _ => (Slip::UnexpectedCharacter, character_at(text, at)),
    }
}

/// Whether the word at `at` means a number that JSON cannot write.
fn not_a_number(text: &str, at: usize) -> bool {
    let word = word_at(text, at).slice(text);
    let unsigned = word.strip_prefix(['-', '+']).unwrap_or(word);
    ["nan", "inf", "infinity"]
        .iter()
        .any(|name| unsigned.eq_ignore_ascii_case(name))
}

fn rest(text: &str, at: usize) -> &str {
    text.get(at..).unwrap_or("")
}
