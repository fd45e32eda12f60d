//! Decimal numbers as written, without going through floating point.

use serde_json::Number;

/// A number lexeme as digits and a power of ten: `value = digits * 10^exponent`, no zeros at either end.
#[derive(Debug, PartialEq, Eq)]
struct Decimal {
    negative: bool,
    digits: Vec<u8>,
    /// Saturates: exponents beyond this range cannot be told apart, which only matters for absurd numbers.
    exponent: i64,
}

impl Decimal {
    fn of(lexeme: &str) -> Self {
        let (negative, unsigned) = match lexeme.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, lexeme),
        };
        let (mantissa, exponent) = unsigned.split_once(['e', 'E']).unwrap_or((unsigned, "0"));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let mut exponent = parse_exponent(exponent)
            .saturating_sub(i64::try_from(fraction.len()).unwrap_or(i64::MAX));
        let mut digits: Vec<u8> = whole
            .bytes()
            .chain(fraction.bytes())
            .skip_while(|&digit| digit == b'0')
            .collect();
        while digits.last() == Some(&b'0') {
            digits.pop();
            exponent = exponent.saturating_add(1);
        }
        if digits.is_empty() {
            return Self {
                negative: false,
                digits,
                exponent: 0,
            };
        }
        Self {
            negative,
            digits,
            exponent,
        }
    }
}

fn parse_exponent(text: &str) -> i64 {
    let (negative, digits) = match text.as_bytes().first() {
        Some(b'-') => (true, &text[1..]),
        Some(b'+') => (false, &text[1..]),
        _ => (false, text),
    };
    let magnitude = digits.parse().unwrap_or(i64::MAX / 4);
    if negative { -magnitude } else { magnitude }
}

/// Whether two number lexemes denote the same number: `1`, `1.0` and `10e-1` do.
pub(crate) fn same_number(left: &str, right: &str) -> bool {
    left == right || Decimal::of(left) == Decimal::of(right)
}

/// Whether a lexeme denotes the number a schema asks for, as far as `Number` still knows that one.
///
/// Integers are compared exactly. A schema's other numbers are rounded to `f64` when it is read, so the lexeme is
/// rounded too: else a number would not equal itself where schema and record spell it with more digits.
pub(crate) fn is_number(lexeme: &str, expected: &Number) -> bool {
    let integer = lexeme.parse::<i64>().ok();
    if let (Some(integer), Some(expected)) = (integer, expected.as_i64()) {
        return integer == expected;
    }
    let exact = integer.is_some() || lexeme.parse::<u64>().is_ok() || !expected.is_f64();
    match (exact, expected.as_f64()) {
        (false, Some(expected)) => lexeme.parse() == Ok(expected),
        _ => same_number(lexeme, &expected.to_string()),
    }
}

/// One spelling for each number.
pub(crate) fn canonical_number(lexeme: &str) -> String {
    let Decimal {
        negative,
        digits,
        exponent,
    } = Decimal::of(lexeme);
    format!(
        "{}{}e{exponent}",
        if negative { "-" } else { "" },
        String::from_utf8_lossy(&digits)
    )
}

/// Whether a number lexeme denotes a whole number: `1.0` and `1e2` do.
pub(crate) fn is_whole(lexeme: &str) -> bool {
    !lexeme
        .bytes()
        .any(|byte| matches!(byte, b'.' | b'e' | b'E'))
        || Decimal::of(lexeme).exponent >= 0
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test that cannot go on fails")]
mod tests {
    use super::*;

    #[test]
    fn spelling_does_not_matter() {
        for (left, right) in [
            ("1", "1.0"),
            ("10e-1", "1"),
            ("-0", "0.0e5"),
            ("1.50", "15E-1"),
            ("1e400", "10e399"),
        ] {
            assert!(same_number(left, right), "{left} {right}");
        }
        for (left, right) in [
            ("1", "-1"),
            ("9007199254740993", "9007199254740992"),
            ("1e400", "1e401"),
        ] {
            assert!(!same_number(left, right), "{left} {right}");
        }
    }

    #[test]
    fn numbers_of_a_schema_are_known_to_the_precision_it_kept() {
        let number = |text: &str| serde_json::from_str::<Number>(text).expect("a number");
        for (lexeme, schema) in [
            ("1.0", "1"),
            ("1", "1.0"),
            ("-0", "0"),
            ("18446744073709551615", "18446744073709551615"),
            ("12345678901234567890123", "12345678901234567890123"),
            ("0.30000000000000001", "0.30000000000000001"),
            ("0.1", "0.1"),
            ("1e-1", "0.1"),
        ] {
            assert!(is_number(lexeme, &number(schema)), "{lexeme} {schema}");
        }
        for (lexeme, schema) in [
            ("1.5", "1"),
            ("9007199254740993", "9007199254740992"),
            ("9007199254740993.0", "9007199254740992"),
            ("9007199254740993", "9007199254740992.0"),
            ("1e400", "1.7976931348623157e308"),
            ("0.2", "0.1"),
        ] {
            assert!(!is_number(lexeme, &number(schema)), "{lexeme} {schema}");
        }
    }

    #[test]
    fn whole_numbers() {
        assert!(
            ["0", "1.0", "1e2", "12.50e1", "100e-2", "1e999999999999"]
                .into_iter()
                .all(is_whole)
        );
        assert!(
            !["0.5", "1e-1", "12.55e1", "101e-2"]
                .into_iter()
                .any(is_whole)
        );
    }
}
