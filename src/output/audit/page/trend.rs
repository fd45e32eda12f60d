//! Month by month: lines, and the numbers that they show.

use std::fmt::Write as _;

use maud::{Markup, html};

use super::Page;
use super::facts::not_passed;
use super::words::tenths;
use crate::audit::{Dimension, Group, Ratio};
use crate::overview::MASKED;

/// Months that lines cover; the table has all.
const MONTHS: i64 = 24;
/// Width of a chart.
const WIDTH: u64 = 640;
/// Height of the drawing in it.
const HEIGHT: u64 = 150;
/// Room for the numbers at the left.
const LEFT: u64 = 52;
/// Room above and at the right.
const EDGE: u64 = 12;

impl Page<'_> {
    pub(super) fn trends(&self) -> Markup {
        let tongues = &self.tongues;
        let groups = self.audit.table(Dimension::Month);
        let today = self.report.as_of;
        let last = (i64::from(today.year()) * 12) + i64::from(today.month()) - 1;
        let dated = groups
            .iter()
            .filter_map(|group| Some((month_of(&group.key)?, group)));
        let dated: Vec<(i64, &Group)> = dated.filter(|(month, _)| *month <= last).collect();
        let first = dated.iter().map(|(month, _)| *month).min().unwrap_or(last);
        let first = first.max(last - MONTHS + 1);
        let lines = |value: fn(&Group) -> Option<Ratio>| -> Vec<Option<Ratio>> {
            (first..=last)
                .map(|month| {
                    let mut here = dated.iter().filter(|(of, _)| *of == month);
                    here.next().and_then(|(_, group)| value(group))
                })
                .collect()
        };
        let failing = lines(|group| not_passed(&group.numbers));
        let attending = lines(|group| group.numbers.smt_attendance());
        html! {
            section aria-labelledby="trends" {
                h2 #trends { (tongues.say("atlas-trends")) }
                p.lead { (tongues.say("atlas-trends-lead")) }
                div.trends {
                    (self.chart("atlas-trend-not-passed", first, &failing, 1000))
                    (self.chart("atlas-trend-security", first, &attending, 100))
                }
                details {
                    summary { (tongues.say("atlas-trend-numbers")) }
                    (self.months(groups))
                }
            }
        }
    }

    fn chart(&self, says: &str, first: i64, line: &[Option<Ratio>], of: u64) -> Markup {
        let masked = self.audit.table(Dimension::Month).iter();
        let is_masked = masked
            .filter(|group| &*group.key == MASKED)
            .any(|group| group.numbers.smt_attendance().is_some() && of == 100);
        let most = line.iter().flatten().map(|ratio| tenths(*ratio, of)).max();
        html! {
            figure {
                figcaption { (self.tongues.say(says)) }
                @match most {
                    None => p.nothing { (self.tongues.say(if is_masked { "atlas-trend-masked" } else { "atlas-trend-none" })) },
                    Some(most) => (draw(first, line, of, if of == 100 { 1000 } else { ceiling(most) })),
                }
            }
        }
    }

    /// The numbers, the latest month first.
    fn months(&self, groups: &[Group]) -> Markup {
        let tongues = &self.tongues;
        let mut groups: Vec<&Group> = groups.iter().collect();
        groups.sort_by_key(|group| {
            (
                month_of(&group.key).is_none(),
                std::cmp::Reverse(month_of(&group.key)),
            )
        });
        html! {
            div.scroll.tall role="group" aria-labelledby="trends" tabindex="0" { table data-dimension="month" {
                thead { tr {
                    th scope="col" { (tongues.say("atlas-dimension-month")) }
                    (self.columns_of_numbers())
                    th scope="col" { (tongues.say("atlas-column-security")) }
                } }
                tbody { @for group in groups { tr {
                    th scope="row" data-v=(group.key) { (self.name(Dimension::Month, &group.key)) }
                    (self.cells_of_numbers(group))
                    (self.share_cell(group.numbers.coverage.map(|coverage| coverage.security_meetings)))
                } } }
            } }
        }
    }
}

/// A month as a number, one more for each month later; none for other groups.
fn month_of(key: &str) -> Option<i64> {
    let (year, month) = key.split_once('-')?;
    let year: i64 = year.parse().ok()?;
    let month: i64 = month.parse().ok()?;
    (1..=12).contains(&month).then_some(year * 12 + month - 1)
}

/// A round number of tenths that is no less.
fn ceiling(most: u64) -> u64 {
    let mut step = 10;
    loop {
        for factor in [1, 2, 5] {
            if factor * step >= most {
                return factor * step;
            }
        }
        step *= 10;
    }
}

/// A line with a point for each month; where there is nothing it is broken.
fn draw(first: i64, line: &[Option<Ratio>], of: u64, top: u64) -> Markup {
    let count = (line.len() as u64).max(1);
    let room = WIDTH - LEFT - EDGE;
    let x = |at: usize| LEFT + room * (2 * at as u64 + 1) / (2 * count);
    let y = |value: u64| EDGE + HEIGHT - HEIGHT * value.min(top) / top;
    let points: Vec<Option<(u64, u64)>> = line
        .iter()
        .enumerate()
        .map(|(at, ratio)| ratio.map(|ratio| (x(at), y(tenths(ratio, of)))))
        .collect();
    let mut path = String::new();
    let mut is_on = false;
    for point in &points {
        if let Some((x, y)) = point {
            let _ = write!(path, "{}{x} {y}", if is_on { 'L' } else { 'M' });
        }
        is_on = point.is_some();
    }
    let unit = if of == 100 { "%" } else { "‰" };
    let every = count.div_ceil(12);
    html! {
        svg.trend aria-hidden="true" focusable="false" viewBox=(format!("0 0 {WIDTH} {}", HEIGHT + EDGE + 40)) {
            @for value in [0, top / 2, top] {
                path.rule d=(format!("M{LEFT} {}H{}", y(value), WIDTH - EDGE)) {}
                text x=(LEFT - 6) y=(y(value) + 4) text-anchor="end" { (label(value)) (unit) }
            }
            path.line d=(path) {}
            @for (x, y) in points.iter().flatten() { circle cx=(x) cy=(y) r="3.5" {} }
            @for (at, month) in (first..).take(line.len()).enumerate() {
                @if ((line.len() - 1 - at) as u64).is_multiple_of(every) {
                    text x=(x(at)) y=(HEIGHT + EDGE + 16) text-anchor="middle" { (format!("{:02}", month.rem_euclid(12) + 1)) }
                }
                @if at == 0 || month.rem_euclid(12) == 0 {
                    text.year x=(x(at)) y=(HEIGHT + EDGE + 32) text-anchor="middle" { (month.div_euclid(12)) }
                }
            }
        }
    }
}

/// Tenths as a whole number where they are one; marks of scales are.
fn label(tenths: u64) -> String {
    if tenths.is_multiple_of(10) {
        (tenths / 10).to_string()
    } else {
        format!("{}.{}", tenths / 10, tenths % 10)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scales_end_at_round_numbers() {
        assert_eq!([0, 10, 11, 21, 999].map(ceiling), [10, 10, 20, 50, 1000]);
        assert_eq!(month_of("2025-03"), Some(2025 * 12 + 2));
        assert_eq!((month_of("undated"), month_of("2025-13")), (None, None));
    }

    #[test]
    fn lines_are_broken_where_there_is_nothing() {
        let ratio = |part| Ratio::new(part, 10);
        let drawn = draw(2025 * 12, &[ratio(0), None, ratio(10), ratio(5)], 100, 1000);
        let drawn = drawn.into_string();
        let path = drawn.split("class=\"line\" d=\"").nth(1).unwrap();
        assert_eq!(path.split('"').next().unwrap(), "M124 162M412 12L556 87");
    }
}
