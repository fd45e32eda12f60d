//! Audits as tables, whatever they are written as: one row for each number of a group, or one for each finding.

use super::measure::Measure;
use crate::audit::{Audit, Dimension, Keys, Measured, Numbers, Then};
use crate::catalogue::Severity;
use crate::message::Messages;
use crate::output::details::fault;
use crate::output::text::clean;
use crate::report::{Found, Report, RunFault};

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Cell {
    Empty,
    Text(String),
    Count(u64),
    /// Shares, from 0 to 1, and differences, to six decimal places.
    Number(f64),
}

/// What cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Count,
    Number,
}

/// A column: its name, its tag in the Humanitarian Exchange Language, what it holds.
#[derive(Debug, Clone, Copy)]
pub(super) struct Column {
    pub(super) name: &'static str,
    pub(super) tag: &'static str,
    pub(super) kind: Kind,
}

const fn column(name: &'static str, tag: &'static str, kind: Kind) -> Column {
    Column { name, tag, kind }
}

/// Columns of aggregates. New ones come at the end.
pub(super) const AGGREGATES: [Column; 13] = [
    column("dimension", "#meta+dimension", Kind::Text),
    column("group", "#meta+group", Kind::Text),
    column("metric", "#indicator+name", Kind::Text),
    column("unit", "#indicator+unit", Kind::Text),
    column("value", "#indicator+value+num", Kind::Number),
    column("part", "#indicator+part+num", Kind::Count),
    column("whole", "#indicator+whole+num", Kind::Count),
    column("unknown", "#indicator+unknown+num", Kind::Count),
    column("earlier", "#indicator+earlier+num", Kind::Number),
    column("change", "#indicator+change+num", Kind::Number),
    column("breach", "#status+breach", Kind::Text),
    column("threshold", "#meta+threshold", Kind::Text),
    column("as_of", "#date+reported", Kind::Text),
];

/// Columns of findings. New ones come at the end.
pub(super) const FINDINGS: [Column; 19] = [
    column("type", "#meta+type", Kind::Text),
    column("severity", "#severity", Kind::Text),
    column("rule", "#meta+rule", Kind::Text),
    column("family", "#meta+family", Kind::Text),
    column("mission", "#meta+mission", Kind::Text),
    column("country", "#country+code", Kind::Text),
    column("regional_office", "#org+regional+code", Kind::Text),
    column("platform_type", "#meta+platform+type", Kind::Text),
    column("month", "#date+month", Kind::Text),
    column("record_kind", "#meta+record+kind", Kind::Text),
    column("record_id", "#meta+record+id", Kind::Text),
    column("path", "#meta+path", Kind::Text),
    column("line", "#meta+line+num", Kind::Count),
    column("column", "#meta+column+num", Kind::Count),
    column("message", "#description", Kind::Text),
    column("help", "#description+help", Kind::Text),
    column("suppressed_by", "#status+suppressed", Kind::Text),
    column("fingerprint", "#meta+id", Kind::Text),
    column("as_of", "#date+reported", Kind::Text),
];

fn text(text: impl AsRef<str>) -> Cell {
    let text = clean(text.as_ref());
    if text.is_empty() {
        Cell::Empty
    } else {
        Cell::Text(text)
    }
}

fn any(value: Option<impl AsRef<str>>) -> Cell {
    value.map_or(Cell::Empty, text)
}

fn count(value: Option<u64>) -> Cell {
    value.map_or(Cell::Empty, Cell::Count)
}

/// A number as tables write it.
pub(super) fn number(value: Measured) -> Cell {
    match value {
        Measured::Count(count) => Cell::Count(count),
        Measured::Share(ratio) => Cell::Number(ratio.value()),
    }
}

/// What has changed from one number to another.
pub(super) fn change(earlier: Measured, now: Measured) -> Cell {
    let millionths = |value| match value {
        Measured::Count(count) => i128::from(count) * 1_000_000,
        Measured::Share(ratio) => i128::from(ratio.millionths()),
    };
    let difference = millionths(now) - millionths(earlier);
    #[expect(
        clippy::cast_precision_loss,
        reason = "far fewer than 2^53 findings are compared"
    )]
    let difference = difference as f64 / 1e6;
    Cell::Number(difference)
}

/// A group, or everything together.
struct Part<'a> {
    dimension: Option<Dimension>,
    key: &'a str,
    numbers: &'a Numbers,
    then: Option<Then>,
}

/// The rows of aggregates: for everything together (`total`), then for each group.
pub(super) fn aggregates(report: &Report, audit: &Audit) -> Vec<Vec<Cell>> {
    let comparison = audit.comparison.as_ref();
    let all = Part {
        dimension: None,
        key: "",
        numbers: &audit.totals,
        then: comparison.map(|comparison| Then {
            numbers: Some(comparison.totals),
            news: comparison.news,
        }),
    };
    let groups = audit.tables.iter().flat_map(|table| {
        table.groups.iter().map(|group| Part {
            dimension: Some(table.dimension),
            key: &group.key,
            numbers: &group.numbers,
            then: group.then,
        })
    });
    let as_of = report.as_of.to_string();
    let parts = std::iter::once(all).chain(groups);
    parts
        .flat_map(|part| rows_of(&part, audit, &as_of))
        .collect()
}

/// Whether the earlier audit, if there is one, has judged all missions.
fn earlier_is_judged(audit: &Audit) -> bool {
    let earlier = audit.comparison.as_ref();
    earlier.is_none_or(|earlier| earlier.totals.is_judged())
}

fn rows_of(part: &Part<'_>, audit: &Audit, as_of: &str) -> Vec<Vec<Cell>> {
    let begin = |metric: &str, unit: &str| {
        let dimension = part.dimension.map_or("total", Dimension::code);
        vec![text(dimension), text(part.key), text(metric), text(unit)]
    };
    // What one of two audits has not judged has not changed.
    let is_comparable = match part.dimension {
        Some(dimension) if dimension.is_of_missions() => {
            let then = part.then.and_then(|then| then.numbers);
            part.numbers.is_judged() && then.as_ref().is_none_or(Numbers::is_judged)
        }
        _ => audit.totals.is_judged() && earlier_is_judged(audit),
    };
    let mut rows = Vec::new();
    for measure in Measure::all().filter(|measure| measure.is_of(part.dimension)) {
        let now = measure.value(part.numbers);
        let then = part.then.and_then(|then| then.numbers);
        let then = then.and_then(|numbers| measure.value(&numbers));
        if now.is_none() && then.is_none() {
            continue;
        }
        let ratio = match now {
            Some(Measured::Share(ratio)) => Some(ratio),
            _ => None,
        };
        let mut row = begin(
            measure.code(),
            if measure.is_share() { "share" } else { "count" },
        );
        row.push(now.map_or(Cell::Empty, number));
        row.push(count(ratio.map(|ratio| ratio.part)));
        row.push(count(ratio.map(|ratio| ratio.whole)));
        row.push(count(
            measure.unknown(part.numbers).filter(|_| ratio.is_some()),
        ));
        row.push(then.map_or(Cell::Empty, number));
        row.push(match (then, now) {
            (Some(then), Some(now)) if is_comparable => change(then, now),
            _ => Cell::Empty,
        });
        let broken = breaches(audit, part.dimension, part.key, Some(measure));
        row.push(any(broken
            .iter()
            .map(|(severity, _)| *severity)
            .max()
            .map(Severity::code)));
        let conditions: Vec<String> = broken.into_iter().map(|(_, condition)| condition).collect();
        row.push(text(conditions.join("; ")));
        row.push(text(as_of));
        rows.push(row);
    }
    if let Some(Then { news, .. }) = part.then {
        for (metric, number) in [
            ("appeared", news.appeared),
            ("gone", news.gone),
            ("kept", news.kept),
            ("joined", news.joined),
            ("left", news.left),
        ] {
            let mut row = begin(metric, "count");
            row.push(Cell::Count(number));
            row.resize(AGGREGATES.len() - 1, Cell::Empty);
            row.push(text(as_of));
            rows.push(row);
        }
    }
    rows
}

/// The thresholds that a group breaks: those on a number, or all.
pub(super) fn breaches(
    audit: &Audit,
    dimension: Option<Dimension>,
    key: &str,
    measure: Option<Measure>,
) -> Vec<(Severity, String)> {
    let thresholds = audit.thresholds.iter().filter(|compared| {
        let condition = compared.threshold.condition;
        compared.threshold.dimension == dimension
            && measure.is_none_or(|measure| measure == Measure::Of(condition.metric))
    });
    let broken = thresholds.filter(|compared| {
        let mut groups = compared.breaches.iter();
        groups.any(|breach| breach.group.as_deref().unwrap_or_default() == key)
    });
    broken
        .map(|compared| {
            let threshold = &compared.threshold;
            (threshold.severity, threshold.condition.to_string())
        })
        .collect()
}

/// The rows of findings, then of broken thresholds and of faults of the run, one at a time.
pub(super) fn findings<'r>(
    report: &'r Report,
    audit: &'r Audit,
    messages: &'r Messages,
) -> impl Iterator<Item = Vec<Cell>> + 'r {
    let as_of = report.as_of.to_string();
    let found = report.findings.iter().zip(&audit.keys);
    let found = found.map(|(found, keys)| finding(found, keys, messages));
    let broken = audit.thresholds.iter().flat_map(|compared| {
        compared.breaches.iter().map(|breach| {
            let threshold = &compared.threshold;
            let mut row = vec![Cell::Empty; FINDINGS.len()];
            let key = breach.group.as_deref();
            let mut set = |name, cell| set(&mut row, name, cell);
            set("type", text("breach"));
            set("severity", text(threshold.severity.code()));
            if let Some(dimension) = threshold.dimension {
                set(dimension.code(), any(key));
            }
            set("message", text(threshold.condition.to_string()));
            row
        })
    });
    let faults = report.faults.iter().map(|it| of_fault(it, messages));
    let rows = found.chain(broken).chain(faults);
    rows.map(move |mut row| {
        set(&mut row, "as_of", text(&as_of));
        row
    })
}

fn set(row: &mut [Cell], name: &str, cell: Cell) {
    let at = FINDINGS.iter().position(|column| column.name == name);
    if let Some(place) = at.and_then(|at| row.get_mut(at)) {
        *place = cell;
    }
}

fn finding(found: &Found, keys: &Keys, messages: &Messages) -> Vec<Cell> {
    let location = &found.location;
    let record = location.record.as_ref();
    let suppressed = found.suppressed.as_ref();
    vec![
        text(if suppressed.is_some() {
            "suppressed"
        } else {
            "finding"
        }),
        text(found.severity.code()),
        text(found.rule.id),
        text(&keys.family),
        any(found.mission.as_deref()),
        text(&keys.place.country),
        text(&keys.place.regional_office),
        text(&keys.platform_type),
        text(&keys.month),
        any(record.map(|(kind, _)| kind.code())),
        any(record.and_then(|(_, id)| id.as_deref())),
        text(&location.path),
        Cell::Count(location.start.line),
        Cell::Count(location.start.column),
        text(messages.headline(found)),
        any(messages.attribute(found, "help")),
        any(suppressed.map(|why| why.by.code())),
        text(&found.fingerprint),
        Cell::Empty,
    ]
}

fn of_fault(entry: &RunFault, messages: &Messages) -> Vec<Cell> {
    let mut row = vec![Cell::Empty; FINDINGS.len()];
    set(&mut row, "type", text("fault"));
    set(&mut row, "path", text(&entry.subject));
    set(&mut row, "message", text(fault(entry, messages)));
    row
}
