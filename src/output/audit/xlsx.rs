//! Audits as a workbook for Excel, in the language of the reader: a summary, a sheet for each dimension, the findings.
//!
//! Texts are written as texts: no cell is a formula or a link, whatever it begins with. Numbers stay numbers. The same
//! audit gives the same bytes: the workbook is dated by the day of the run.

use std::io::{self, Write};

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError,
};

use super::group_in_words;
use super::measure::Measure;
use super::table::{self, Cell, FINDINGS, Kind};
use crate::audit::{Audit, Dimension, Group, Numbers};
use crate::config::Metric;
use crate::message::Messages;
use crate::output::details::fault;
use crate::output::text::clean;
use crate::overview::{MASKED, NONE, UNDATED, UNKNOWN};
use crate::reference::{by_alpha3, platform_title, support_office};
use crate::report::Report;

/// Rows of a sheet below the first one.
const MOST_ROWS: usize = 1_048_575;
/// Characters of a cell.
const MOST_CHARACTERS: usize = 32_000;

/// How cells look.
struct Look {
    head: Format,
    text: Format,
    count: Format,
    share: Format,
    rate: Format,
    change: Format,
}

impl Look {
    fn new() -> Self {
        let top = || Format::new().set_align(FormatAlign::Top);
        Self {
            head: top().set_bold().set_text_wrap(),
            text: top(),
            count: top().set_num_format("#,##0"),
            share: top().set_num_format("0.0%"),
            // Few of very many checks.
            rate: top().set_num_format("0.000%"),
            change: top().set_num_format("+#,##0;-#,##0;0"),
        }
    }

    fn of(&self, measure: Measure) -> &Format {
        match measure {
            Measure::Of(Metric::FailureRate | Metric::BlockedRate) => &self.rate,
            _ if measure.is_share() => &self.share,
            _ => &self.count,
        }
    }
}

/// A column of a sheet: its heading, its width, how its numbers look.
struct Head<'l> {
    name: String,
    width: f64,
    numbers: &'l Format,
}

/// Writes the workbook.
pub(super) fn render(
    report: &Report,
    audit: &Audit,
    messages: &Messages,
    out: &mut dyn Write,
) -> io::Result<()> {
    let bytes = workbook(report, audit, messages).map_err(io::Error::other)?;
    out.write_all(&bytes)
}

fn workbook(report: &Report, audit: &Audit, messages: &Messages) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let day = report.as_of;
    let year = u16::try_from(day.year()).unwrap_or(1900).max(1900);
    let month = u8::try_from(day.month()).unwrap_or(1);
    let date = ExcelDateTime::from_ymd(year, month, u8::try_from(day.day()).unwrap_or(1))?;
    workbook.set_properties(
        &DocProperties::new()
            .set_author(env!("CARGO_PKG_NAME"))
            .set_creation_datetime(&date),
    );
    let look = Look::new();
    summary(workbook.add_worksheet(), report, audit, messages, &look)?;
    for dimension in Dimension::ALL {
        let sheet = workbook.add_worksheet();
        groups(sheet, dimension, audit, messages, &look)?;
    }
    findings(workbook.add_worksheet(), report, audit, messages, &look)?;
    workbook.save_to_buffer()
}

fn sheet_name(code: &str, messages: &Messages) -> String {
    messages.say(&format!("audit-sheet-{code}"), &[])
}

fn column_name(code: &str, messages: &Messages) -> String {
    let code = code.replace('_', "-");
    messages.say(&format!("audit-column-{code}"), &[])
}

/// Writes a table with a heading that stays in sight and can filter. Rows beyond the last one of a sheet are left out;
/// how many is given.
fn fill(
    sheet: &mut Worksheet,
    heads: &[Head<'_>],
    rows: impl Iterator<Item = Vec<Cell>>,
    look: &Look,
) -> Result<usize, XlsxError> {
    for (column, head) in (0_u16..).zip(heads) {
        sheet.write_string_with_format(0, column, &head.name, &look.head)?;
        sheet.set_column_width(column, head.width)?;
    }
    let (mut written, mut left_out) = (0_u32, 0);
    for row in rows {
        if written as usize == MOST_ROWS {
            left_out += 1;
            continue;
        }
        written += 1;
        for ((column, head), cell) in (0_u16..).zip(heads).zip(&row) {
            write(sheet, (written, column), cell, head.numbers, look)?;
        }
    }
    sheet.set_freeze_panes(1, 1)?;
    if let Some(last) = heads.len().checked_sub(1) {
        sheet.autofilter(0, 0, written, u16::try_from(last).unwrap_or(u16::MAX))?;
    }
    Ok(left_out)
}

fn write(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Cell,
    numbers: &Format,
    look: &Look,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => {}
        Cell::Text(text) => {
            let text = shortened(text);
            sheet.write_string_with_format(row, column, text, &look.text)?;
        }
        Cell::Count(count) => {
            #[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
            let count = *count as f64;
            sheet.write_number_with_format(row, column, count, numbers)?;
        }
        Cell::Number(number) => {
            sheet.write_number_with_format(row, column, *number, numbers)?;
        }
    }
    Ok(())
}

fn shortened(text: &str) -> String {
    let mut characters = text.chars();
    let mut short: String = characters.by_ref().take(MOST_CHARACTERS).collect();
    if characters.next().is_some() {
        short.push('…');
    }
    // Characters beyond the basic plane count twice.
    if short.encode_utf16().count() > MOST_CHARACTERS + 1 {
        short = short.chars().take(MOST_CHARACTERS / 2).collect();
        short.push('…');
    }
    short
}

/// What the run was, everything together, thresholds, faults.
fn summary(
    sheet: &mut Worksheet,
    report: &Report,
    audit: &Audit,
    messages: &Messages,
    look: &Look,
) -> Result<(), XlsxError> {
    sheet.set_name(sheet_name("summary", messages))?;
    sheet.set_column_width(0, 48)?;
    sheet.set_column_width(1, 22)?;
    sheet.set_column_width(2, 22)?;
    let mut lines: Vec<(String, Vec<(Cell, &Format)>)> = Vec::new();
    let say = |id: &str| messages.say(id, &[]);
    let text = |text: &str| vec![(Cell::Text(clean(text)), &look.text)];
    lines.push((say("audit-as-of"), text(&report.as_of.to_string())));
    let audience = if audit.revealed {
        "revealed"
    } else {
        report.audience.code()
    };
    let audience = say(&format!("audit-audience-{audience}"));
    lines.push((say("audit-audience"), text(&audience)));
    lines.push((say("audit-version"), text(env!("CARGO_PKG_VERSION"))));
    let earlier = audit.comparison.as_ref();
    if let Some(comparison) = earlier {
        let day = comparison
            .as_of
            .map(|day| day.to_string())
            .unwrap_or_default();
        lines.push((say("audit-earlier-as-of"), text(&day)));
        let differences = comparison.differences.iter();
        let words =
            differences.map(|code| say(&format!("audit-difference-{}", code.replace('_', "-"))));
        let differences = words.collect::<Vec<_>>().join(", ");
        lines.push((say("audit-differences"), text(&differences)));
        let news = comparison.news;
        for (code, number) in [
            ("appeared", news.appeared),
            ("gone", news.gone),
            ("kept", news.kept),
            ("joined", news.joined),
            ("left", news.left),
        ] {
            let name = column_name(code, messages);
            lines.push((name, vec![(Cell::Count(number), &look.count)]));
        }
        for (id, missions) in [
            ("audit-joined", &comparison.joined),
            ("audit-left", &comparison.left),
        ] {
            let missions = missions.iter().map(|it| it.mission.as_str());
            let missions: Vec<&str> = missions.collect();
            lines.push((say(id), text(&missions.join(", "))));
        }
    }
    for measure in Measure::all() {
        let format = look.of(measure);
        let told = |numbers: &Numbers| {
            let value = measure.value(numbers);
            (value.map_or(Cell::Empty, table::number), format)
        };
        let mut cells = vec![told(&audit.totals)];
        cells.extend(earlier.map(|comparison| told(&comparison.totals)));
        lines.push((column_name(measure.code(), messages), cells));
    }
    for compared in &audit.thresholds {
        let threshold = &compared.threshold;
        let heading = format!("[{}] {}", threshold.table(), threshold.condition);
        let broken = compared.breaches.iter();
        let broken: Vec<String> = broken
            .map(|breach| match &breach.group {
                Some(key) => group_in_words(key, messages),
                None => say("audit-total"),
            })
            .collect();
        let state = match broken.as_slice() {
            [] if compared.not_judged > 0 => "not-judged",
            [] if compared.groups == 0 => "unapplied",
            [] => "kept",
            _ => threshold.severity.code(),
        };
        let state = say(&format!("audit-threshold-{state}"));
        let mut cells = text(&state);
        cells.extend(text(&broken.join(", ")));
        lines.push((heading, cells));
    }
    for entry in &report.faults {
        let about = format!("{}: {}", entry.subject, fault(entry, messages));
        lines.push((say("audit-fault"), text(&about)));
    }
    let rows = report.findings.len();
    if rows > MOST_ROWS {
        let count = ("count", (rows - MOST_ROWS).into());
        lines.push((messages.say("left-out-findings", &[count]), Vec::new()));
    }
    for (row, (heading, cells)) in (0_u32..).zip(&lines) {
        let heading = shortened(&clean(heading));
        sheet.write_string_with_format(row, 0, heading, &look.head)?;
        for (column, (cell, format)) in (1_u16..).zip(cells) {
            write(sheet, (row, column), cell, format, look)?;
        }
    }
    sheet.set_freeze_panes(0, 1)?;
    Ok(())
}

/// A sheet of a dimension.
fn groups(
    sheet: &mut Worksheet,
    dimension: Dimension,
    audit: &Audit,
    messages: &Messages,
    look: &Look,
) -> Result<(), XlsxError> {
    sheet.set_name(sheet_name(&dimension.code().replace('_', "-"), messages))?;
    let is_compared = audit.comparison.is_some();
    let around: &[Dimension] = match dimension {
        Dimension::Mission => &[Dimension::Country, Dimension::RegionalOffice],
        Dimension::Country => &[Dimension::RegionalOffice],
        Dimension::Rule => &[Dimension::Family],
        _ => &[],
    };
    let measures: Vec<Measure> = Measure::all()
        .filter(|measure| measure.is_of(Some(dimension)))
        .collect();
    let head = |code: &str, width, numbers| Head {
        name: column_name(code, messages),
        width,
        numbers,
    };
    let mut heads = vec![
        head(dimension.code(), 26.0, &look.text),
        head("name", 40.0, &look.text),
    ];
    heads.extend(around.iter().map(|it| head(it.code(), 20.0, &look.text)));
    let of_measure = |measure: &Measure| head(measure.code(), 12.0, look.of(*measure));
    heads.extend(measures.iter().map(of_measure));
    if is_compared {
        let news = ["appeared", "gone", "kept", "joined", "left"];
        heads.extend(news.map(|code| head(code, 12.0, &look.count)));
        heads.push(head("change-findings", 14.0, &look.change));
    }
    heads.push(head("breach", 40.0, &look.text));
    let rows = audit.table(dimension).iter().map(|group| {
        let mut row = vec![
            Cell::Text(clean(&group.key)),
            name_of(dimension, group, messages).map_or(Cell::Empty, Cell::Text),
        ];
        row.extend(around.iter().map(|dimension| {
            let mut within = group.within.iter();
            let key = within.find(|(around, _)| around == dimension);
            key.map_or(Cell::Empty, |(_, key)| Cell::Text(clean(key)))
        }));
        row.extend(measures.iter().map(|measure| {
            let value = measure.value(&group.numbers);
            value.map_or(Cell::Empty, table::number)
        }));
        if is_compared {
            row.extend(compared(group));
        }
        let broken = table::breaches(audit, Some(dimension), &group.key, None);
        let broken: Vec<String> = broken
            .into_iter()
            .map(|(severity, condition)| format!("{}: {condition}", severity.code()))
            .collect();
        row.push(match broken.as_slice() {
            [] => Cell::Empty,
            broken => Cell::Text(broken.join("; ")),
        });
        row
    });
    fill(sheet, &heads, rows, look).map(drop)
}

/// What has come and gone, and by how much there is more.
fn compared(group: &Group) -> [Cell; 6] {
    let Some(then) = group.then else {
        return [const { Cell::Empty }; 6];
    };
    let findings = Measure::all().find(|measure| measure.code() == "findings");
    let value = |numbers: &Numbers| findings.and_then(|measure| measure.value(numbers));
    let before = then.numbers.and_then(|numbers| value(&numbers));
    let change = match (before, value(&group.numbers)) {
        (Some(before), Some(now)) => table::change(before, now),
        _ => Cell::Empty,
    };
    let news = then.news;
    [
        Cell::Count(news.appeared),
        Cell::Count(news.gone),
        Cell::Count(news.kept),
        Cell::Count(news.joined),
        Cell::Count(news.left),
        change,
    ]
}

/// What a key stands for, in the language of the reader.
fn name_of(dimension: Dimension, group: &Group, messages: &Messages) -> Option<String> {
    let key = &*group.key;
    if [NONE, UNKNOWN, MASKED, UNDATED].contains(&key) {
        return Some(messages.say(&format!("audit-group-{key}"), &[]));
    }
    match dimension {
        Dimension::Rule => {
            let mut catalogue = crate::rules::catalogue().into_iter();
            let entry = catalogue.find(|entry| entry.id == key)?;
            Some(messages.summary(entry).to_owned())
        }
        Dimension::Country => {
            let names = key.split('+').map(by_alpha3);
            let names: Option<Vec<&str>> = names.map(|it| Some(it?.name_en.as_str())).collect();
            names.map(|names| names.join(" + "))
        }
        Dimension::RegionalOffice => {
            let cities = key.split('+').map(support_office);
            let cities: Option<Vec<&str>> = cities.map(|it| Some(it?.city.as_str())).collect();
            cities.map(|cities| cities.join(" + "))
        }
        Dimension::Family => messages.find(&format!("family-{key}"), &[]),
        Dimension::PlatformType => {
            let titles = key.split('+').map(|part| {
                let title = platform_title(part, messages.language().code());
                title.unwrap_or(part)
            });
            Some(titles.collect::<Vec<_>>().join(" + "))
        }
        _ => None,
    }
}

fn findings(
    sheet: &mut Worksheet,
    report: &Report,
    audit: &Audit,
    messages: &Messages,
    look: &Look,
) -> Result<(), XlsxError> {
    sheet.set_name(sheet_name("findings", messages))?;
    let heads = FINDINGS.map(|column| Head {
        name: column_name(column.name, messages),
        width: match column.name {
            "message" | "help" => 80.0,
            "path" | "rule" | "fingerprint" => 36.0,
            _ if column.kind == Kind::Count => 8.0,
            _ => 16.0,
        },
        numbers: &look.count,
    });
    let rows = table::findings(report, audit, messages);
    fill(sheet, &heads, rows, look).map(drop)
}
