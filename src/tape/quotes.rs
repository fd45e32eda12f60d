//! Quotes that are missing, too many or within a text.
//!
//! ## Decisions
//! * Asked only where a string is followed by what cannot follow it, so that sound texts cost nothing.
//! * A reading counts where what stands behind the string as it was meant can follow it.

use crate::parse::{Inside, Parser, span};
use crate::slip::Slip;
use crate::tree::TokenKind;
use crate::{Span, foreign};

/// A string whose quotes are not as they were meant.
pub(crate) struct Misquoted<'t> {
    pub(crate) slip: Slip,
    pub(crate) place: Span,
    /// The position after it as it was meant.
    pub(crate) end: usize,
    /// What it says, where that is plain.
    pub(crate) text: Option<&'t str>,
}

impl<'t> Parser<'t> {
    /// What is wrong with the quotes of the string at `start..end`, behind which stands what cannot follow it.
    pub(crate) fn misquoted(&self, start: usize, end: usize, key: bool) -> Option<Misquoted<'t>> {
        self.quote_too_many(start, end, key)
            .or_else(|| {
                if key {
                    self.unclosed_key(start, end)
                } else {
                    self.unclosed_value(start, end)
                }
            })
            .or_else(|| self.quote_within(end, key))
    }

    /// The same of the value that was read last, behind which something stands at `at`.
    pub(crate) fn misquoted_value(&self, at: usize) -> Option<(Span, Misquoted<'t>)> {
        let token = self.tape.tokens.last()?;
        let value = Span::new(token.start, token.end);
        let (start, end) = (value.start as usize, value.end as usize);
        if self.here.inside == Inside::Nothing || self.skip_space(end) != at {
            return None;
        }
        let misquoted = match token.kind {
            TokenKind::String | TokenKind::EscapedString if self.byte(start) == b'"' => {
                self.misquoted(start, end, false)
            }
            TokenKind::Number | TokenKind::True | TokenKind::False | TokenKind::Null
                if end == at =>
            {
                // What was taken together up to `at` reaches beyond it already.
                let place = self.unopened(start);
                let longer = place.filter(|place| place.end as usize > end);
                longer.map(|place| Misquoted {
                    slip: Slip::UnopenedString,
                    place,
                    end: place.end as usize,
                    text: None,
                })
            }
            _ => None,
        };
        misquoted.map(|misquoted| (value, misquoted))
    }

    /// The text at `at`, where a value belongs, that lacks nothing but its opening quote.
    pub(crate) fn unopened(&self, at: usize) -> Option<Span> {
        let line = foreign::line(self.text, at);
        let length = line.find('"')?;
        let text = &line[..length];
        let odd = |inner: char| "{}[]\\'`“”„‘’«»".contains(inner);
        let starts = text.starts_with(|first: char| !",:;=+*/#<&$%@!?()|~^".contains(first));
        let fits = starts && !text.contains(odd) && self.follows(at + length + 1, false);
        fits.then(|| span(at, at + length + 1))
    }

    /// Whether what stands at `at` can follow a string.
    fn follows(&self, at: usize, key: bool) -> bool {
        let next = self.skip_blanks(at);
        match self.byte(next) {
            b':' => key,
            _ if key => false,
            b',' if self.here.inside == Inside::Object => {
                let line_ends = matches!(self.byte(self.skip_blanks(next + 1)), b'\n' | b'\r');
                let key = self.skip_space(next + 1);
                line_ends || self.run(key) > 1 || self.starts_key(key)
            }
            b',' | b'}' | b']' | b'\n' | b'\r' => true,
            _ => next >= self.text.len(),
        }
    }

    fn skip_blanks(&self, mut at: usize) -> usize {
        while matches!(self.byte(at), b' ' | b'\t') {
            at += 1;
        }
        at
    }

    fn starts_key(&self, at: usize) -> bool {
        let end = (self.byte(at) == b'"').then(|| self.string_end(at));
        end.flatten()
            .is_some_and(|end| self.byte(self.skip_space(end)) == b':')
    }

    /// Quotes in a row from `at` on.
    fn run(&self, at: usize) -> usize {
        let rest = self.bytes().get(at..).unwrap_or_default();
        rest.iter().take_while(|&&byte| byte == b'"').count()
    }

    /// What stands between two positions, where that is plain.
    fn plain(&self, start: usize, end: usize) -> Option<&'t str> {
        let text = self.text.get(start..end)?;
        (!text.contains(|inner: char| inner == '"' || inner == '\\' || inner < ' ')).then_some(text)
    }

    fn quote_too_many(&self, start: usize, end: usize, key: bool) -> Option<Misquoted<'t>> {
        let empty = end == start + 2;
        let more = self.run(end);
        if more > 0 && self.follows(end + more, key) {
            let doubled = empty && more > 1;
            return Some(Misquoted {
                slip: if doubled {
                    Slip::DoubledQuotes
                } else {
                    Slip::ExtraQuote
                },
                place: if doubled {
                    span(start, end + more)
                } else {
                    span(end, end + more)
                },
                end: end + more,
                text: self.plain(start + 1, end - 1),
            });
        }
        if !empty || matches!(self.byte(end), b' ' | b'\t' | b'\n' | b'\r') {
            return None;
        }
        let inner = end + more;
        let close = inner + foreign::line(self.text, inner).find('"')?;
        let closing = self.run(close);
        let after = close + closing;
        let text = self.plain(inner, close)?;
        self.follows(after, key).then_some(Misquoted {
            slip: if closing > 1 {
                Slip::DoubledQuotes
            } else {
                Slip::ExtraQuote
            },
            place: if closing > 1 {
                span(start, after)
            } else {
                span(start, inner - 1)
            },
            end: after,
            text: Some(text),
        })
    }

    /// A key that has taken its colon, and what is behind that, for want of a quote.
    fn unclosed_key(&self, start: usize, end: usize) -> Option<Misquoted<'t>> {
        let content = self.text.get(start + 1..end - 1)?;
        let name = content[..content.find(':')?].trim_end();
        if name.is_empty() || name.contains([',', '\\']) {
            return None;
        }
        let after = start + 1 + name.len();
        let value = self.skip_blanks(self.skip_blanks(after) + 1);
        let sound = match self.byte(value) {
            b'{' | b'[' => true,
            b'"' => self
                .string_end(value)
                .is_some_and(|end| self.follows(end, false)),
            _ => {
                let word = crate::slip::word_at(self.text, value);
                self.follows(word.end as usize, false)
            }
        };
        let in_name = |inner: char| inner.is_alphanumeric() || "_-$.".contains(inner);
        sound.then_some(Misquoted {
            slip: Slip::UnclosedString,
            place: span(start, after),
            end: after,
            text: name.chars().all(in_name).then_some(name),
        })
    }

    /// The same of a key that has taken the rest of its line.
    pub(crate) fn unclosed_key_of_line(
        &self,
        start: usize,
        line_end: usize,
    ) -> Option<Misquoted<'t>> {
        self.plain(start + 1, line_end)?;
        if self.broken_off(line_end) != Slip::UnclosedString {
            return None;
        }
        let misquoted = self.unclosed_key(start, line_end + 1)?;
        let place = span(start, line_end);
        Some(Misquoted { place, ..misquoted })
    }

    /// Where the text of the string at `start` ends that is not closed in its line: before the separators and brackets
    /// at the line's end, as far as those agree with what is open.
    pub(crate) fn text_end_of_line(&self, start: usize, line_end: usize) -> usize {
        let text_end = self.text_end(start, line_end);
        let mut kinds = self.kinds();
        let taken = self.text.get(text_end..line_end).unwrap_or("");
        let agrees = taken.bytes().all(|byte| match byte {
            b'{' => {
                kinds.push(Inside::Object);
                true
            }
            b'[' => {
                kinds.push(Inside::Array);
                true
            }
            b'}' => kinds.pop() == Some(Inside::Object),
            b']' => kinds.pop() == Some(Inside::Array),
            _ => true,
        });
        if agrees {
            return text_end;
        }
        let line = self.text.get(..line_end).unwrap_or("");
        line.trim_end_matches([',', ' ', '\t', '\r'])
            .len()
            .max(start + 1)
    }

    /// Where the text of the unclosed string at `start` ends, whose next quote, or line end, is at `end`: before the
    /// separators and brackets there.
    pub(crate) fn text_end(&self, start: usize, end: usize) -> usize {
        let content = self.text.get(start + 1..end).unwrap_or("");
        let text = content.trim_end_matches([',', ':', '{', '}', '[', ']', ' ', '\t', '\r']);
        start + 1 + text.len()
    }

    /// A value that has taken what is behind it, up to the quote that opens the next text.
    fn unclosed_value(&self, start: usize, end: usize) -> Option<Misquoted<'t>> {
        let text_end = self.text_end(start, end - 1);
        let taken = self.text.get(text_end..end - 1)?;
        let next = self.string_end(end - 1)?;
        let after = self.byte(self.skip_space(next));
        let key = self.here.inside == Inside::Object && taken.trim() == ",";
        let sound = match after {
            b':' => true,
            b',' | b'}' | b']' => !key,
            _ => false,
        };
        let separates = taken.contains([',', '}', ']']);
        (separates && sound).then_some(Misquoted {
            slip: Slip::UnclosedString,
            place: span(start, text_end),
            end: text_end,
            text: None,
        })
    }

    /// A text that goes on behind the quote that ends at `end`.
    fn quote_within(&self, end: usize, key: bool) -> Option<Misquoted<'t>> {
        let odd = |byte: u8| byte <= b' ' || b"{}[],:".contains(&byte);
        if odd(self.byte(end)) {
            return None;
        }
        let line = foreign::line(self.text, end);
        let mut quotes = line.match_indices('"').map(|(length, _)| end + length);
        let last = quotes.find(|&at| self.begins_key(at) || self.follows(at + 1, key))?;
        (!self.begins_key(last)).then_some(Misquoted {
            slip: Slip::InnerQuote,
            place: span(end - 1, end),
            end: last + 1,
            text: None,
        })
    }

    /// Whether the quote at `at` opens the key of another member.
    fn begins_key(&self, at: usize) -> bool {
        let before = self
            .text
            .get(..at)
            .unwrap_or("")
            .trim_end_matches([' ', '\t']);
        before.ends_with([',', '{']) && self.starts_key(at)
    }
}
