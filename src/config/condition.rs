//! Conditions on numbers of groups: `errors > 10`, `smt-attendance < 80%`.

use std::str::FromStr;

use super::metric::Metric;

/// How a number is compared with its limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operator {
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `>`
    More,
    /// `>=`
    AtLeast,
}

impl Operator {
    /// As settings write it; longer ones first.
    const ALL: [(Self, &'static str); 4] = [
        (Self::AtMost, "<="),
        (Self::AtLeast, ">="),
        (Self::Less, "<"),
        (Self::More, ">"),
    ];

    /// As settings write it.
    pub fn code(self) -> &'static str {
        let mut all = Self::ALL.into_iter();
        all.find(|(known, _)| *known == self)
            .map_or("", |(_, code)| code)
    }
}

/// A condition on a number of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Condition {
    /// The number.
    pub metric: Metric,
    /// How it is compared.
    pub operator: Operator,
    /// With what: millionths, of a per cent where the number is a share.
    pub limit: u64,
}

/// What is wrong with a condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mistake {
    /// It is none at all.
    Form,
    /// It compares in no way that is known.
    Operator,
    /// It is about something that nobody counts: what is written there.
    Metric(String),
    /// Its number is not there in such groups.
    Misplaced,
    /// Its limit cannot be one of this number.
    Limit(Metric, Limit),
}

/// What is wrong with a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// That of a share has no per cent sign.
    NoPercent,
    /// That of a count has one.
    Percent,
    /// It is no number.
    Unreadable,
    /// It has a comma.
    Comma,
    /// It is below 0.
    Negative,
    /// That of a share is above 100 %.
    Beyond,
    /// That of a count has decimals.
    Fraction,
    /// It has too many decimals.
    Decimals,
    /// It has too many digits.
    Large,
}

impl Mistake {
    /// The variant of `config-hint` that says what would be right.
    pub(super) fn hint(&self) -> &'static str {
        match self {
            Self::Form | Self::Metric(_) => "threshold",
            Self::Operator => "threshold-operator",
            Self::Misplaced => "threshold-metric",
            Self::Limit(_, limit) => match limit {
                Limit::NoPercent => "threshold-percent",
                Limit::Percent => "threshold-count",
                Limit::Unreadable => "threshold-number",
                Limit::Comma => "threshold-comma",
                Limit::Negative => "threshold-negative",
                Limit::Beyond => "threshold-hundred",
                Limit::Fraction => "threshold-fraction",
                Limit::Decimals => "threshold-decimals",
                Limit::Large => "threshold-large",
            },
        }
    }
}

/// More digits than any count has.
const DIGITS: usize = 12;
/// Decimals of a limit.
const DECIMALS: usize = 6;
const MILLION: u64 = 1_000_000;

impl FromStr for Condition {
    type Err = Mistake;

    fn from_str(text: &str) -> Result<Self, Mistake> {
        let codes = Metric::ALL.map(Metric::code);
        let sign = |(_, code): &(Operator, &str)| text.contains(code);
        let Some((operator, code)) = Operator::ALL.into_iter().find(sign) else {
            let is_about = |code: &str| text.trim_start().starts_with(code);
            let is_condition = text.contains('=') || codes.into_iter().any(is_about);
            return Err(if is_condition {
                Mistake::Operator
            } else {
                Mistake::Form
            });
        };
        let (metric, limit) = text.split_once(code).ok_or(Mistake::Form)?;
        let (metric, limit) = (metric.trim(), limit.trim());
        if metric.is_empty() || limit.is_empty() {
            return Err(Mistake::Form);
        }
        let is_sign = |sign: char| matches!(sign, '<' | '>' | '=' | '!');
        if metric.ends_with(is_sign) || limit.starts_with(is_sign) {
            return Err(Mistake::Operator);
        }
        let mut metrics = Metric::ALL.into_iter();
        let metric = metrics
            .find(|known| known.code() == metric)
            .ok_or_else(|| Mistake::Metric(metric.to_owned()))?;
        Ok(Self {
            metric,
            operator,
            limit: limit_of(metric, limit).map_err(|limit| Mistake::Limit(metric, limit))?,
        })
    }
}

fn limit_of(metric: Metric, limit: &str) -> Result<u64, Limit> {
    let (number, is_share) = limit
        .strip_suffix('%')
        .map_or((limit, false), |number| (number.trim_end(), true));
    let limit = millionths(number)?;
    match (metric.is_share(), is_share) {
        (true, false) => Err(Limit::NoPercent),
        (false, true) => Err(Limit::Percent),
        (true, true) if limit > 100 * MILLION => Err(Limit::Beyond),
        (false, false) if !limit.is_multiple_of(MILLION) => Err(Limit::Fraction),
        _ => Ok(limit),
    }
}

fn millionths(number: &str) -> Result<u64, Limit> {
    let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit());
    let is_number = |text: &str, mark: char| {
        let (whole, part) = text.split_once(mark).unwrap_or((text, "0"));
        are_digits(whole) && are_digits(part)
    };
    if let Some(rest) = number.strip_prefix(['-', '\u{2212}'])
        && (is_number(rest.trim_start(), '.') || is_number(rest.trim_start(), ','))
    {
        return Err(Limit::Negative);
    }
    if !is_number(number, '.') {
        return Err(if is_number(number, ',') {
            Limit::Comma
        } else {
            Limit::Unreadable
        });
    }
    let (whole, part) = number.split_once('.').unwrap_or((number, "0"));
    if part.len() > DECIMALS {
        return Err(Limit::Decimals);
    }
    if whole.len() > DIGITS {
        return Err(Limit::Large);
    }
    let number = |digits: &str| digits.parse::<u64>().map_err(|_| Limit::Unreadable);
    let part = format!("{part:0<DECIMALS$}");
    Ok(number(whole)? * MILLION + number(&part)?)
}

impl std::fmt::Display for Condition {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let part = format!("{:0DECIMALS$}", self.limit % MILLION);
        let (whole, part) = (self.limit / MILLION, part.trim_end_matches('0'));
        let dot = if part.is_empty() { "" } else { "." };
        let sign = if self.metric.is_share() { "%" } else { "" };
        let (metric, operator) = (self.metric.code(), self.operator.code());
        write!(f, "{metric} {operator} {whole}{dot}{part}{sign}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conditions_are_read_and_written() {
        for (text, written) in [
            ("errors > 5", Ok("errors > 5")),
            ("errors > 5.0", Ok("errors > 5")),
            ("smt-attendance<80%", Ok("smt-attendance < 80%")),
            ("failure-rate >= 2.50 %", Ok("failure-rate >= 2.5%")),
            ("failure-rate > 0.000001%", Ok("failure-rate > 0.000001%")),
            ("ready < 100%", Ok("ready < 100%")),
            ("findings <= 0", Ok("findings <= 0")),
            ("errors > 999999999999", Ok("errors > 999999999999")),
            ("errors > 5%", Err("threshold-count")),
            ("smt-attendance < 80", Err("threshold-percent")),
            ("ready < 100.000001%", Err("threshold-hundred")),
            ("errors = 5", Err("threshold-operator")),
            ("errors => 5", Err("threshold-operator")),
            ("errors > = 5", Err("threshold-operator")),
            ("errors 5", Err("threshold-operator")),
            ("errors > -1", Err("threshold-negative")),
            ("failure-rate > -1,5%", Err("threshold-negative")),
            ("errors > 1.5", Err("threshold-fraction")),
            ("failure-rate > 2,5%", Err("threshold-comma")),
            ("failure-rate > 1.2345678%", Err("threshold-decimals")),
            ("errors > 9999999999999", Err("threshold-large")),
            ("errors > five", Err("threshold-number")),
            ("errors > 1e3", Err("threshold-number")),
            ("errors > 5 > 6", Err("threshold-number")),
            ("error > 5", Err("threshold")),
            ("> 5", Err("threshold")),
            ("errors >", Err("threshold")),
            ("many", Err("threshold")),
        ] {
            let read = text.parse::<Condition>();
            let read = read.map(|it| it.to_string()).map_err(|it| it.hint());
            assert_eq!(read.as_deref().map_err(|it| *it), written, "{text}");
        }
    }
}
