//! What `missionlint init` writes: a layout, a small mission that is clean, settings, help for the editor.

use serde_json::json;

use super::ci;
use super::inspect::all_local_schemas;
use super::setup_args::Service;
use crate::calendar::Day;
use crate::discover::CONFIG;
use crate::message::{Language, Messages};
use crate::reference::coverage_of;

/// Where the schemas for the editor lie. Hidden folders are not walked: no schema is read as a record.
pub(super) const SCHEMAS: &str = ".missionlint/schemas";

/// The folder of all records of a new repository.
pub(super) const RECORDS_FOLDER: &str = "missions";

/// Where the settings of the editor lie.
const EDITOR: &str = ".vscode/settings.json";

/// The lines of the settings that are for a new repository alone.
const PATHS: &str = "paths = [\"missions\"]\n";
const EXCLUDE: &str = "exclude = [\"missions/archive\"]\n";

/// The regional office of example records in countries of which the table knows none.
const SOME_OFFICE: &str = "ro-dakar";

macro_rules! records {
    ($($path:literal = $file:literal),* $(,)?) => {
        /// The example records: path in the folder of the mission, and text with names in braces to be filled in.
        const RECORDS: &[(&str, &str)] = &[$(($path, include_str!(concat!("starter/", $file)))),*];
    };
}

records! {
    "mission.json" = "mission.json",
    "people.json" = "people.json",
    "programmes.json" = "programmes.json",
    "platforms/humanitarian.json" = "humanitarian.json",
    "platforms/un-system.json" = "un-system.json",
    "representations.json" = "representations.json",
    "appointments.json" = "appointments.json",
    "meetings/{month}.json" = "meetings.json",
    "meetings/smt-{month}.json" = "security-meetings.json",
    "contacts.json" = "contacts.json",
}

/// For whom the files are made.
pub(super) struct Start<'a> {
    /// Id of the mission.
    pub(super) mission: &'a str,
    /// ISO 3166-1 alpha-3.
    pub(super) country: &'a str,
    /// The day on which the records are confirmed.
    pub(super) today: Day,
    /// What runs checks of the repository.
    pub(super) service: Service,
}

/// A file to be written.
pub(super) struct Piece {
    /// Below the folder, with `/`.
    pub(super) path: String,
    pub(super) text: String,
    /// Whether a file of this name that exists already is likely to need this text as a part of it.
    pub(super) shared: bool,
}

impl Piece {
    fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            text: text.into(),
            shared: false,
        }
    }

    fn shared(self) -> Self {
        Self {
            shared: true,
            ..self
        }
    }
}

/// The folder of the mission's records.
pub(super) fn records_folder(start: &Start<'_>) -> String {
    format!("{RECORDS_FOLDER}/{}", start.mission)
}

/// Everything but the records. `folders` hold those that are there already; none in a new repository.
pub(super) fn settings(start: &Start<'_>, folders: &[String], messages: &Messages) -> Vec<Piece> {
    let mut pieces = vec![
        Piece::new(CONFIG, configuration_of(folders, messages.language())),
        Piece::new(EDITOR, editor(folders)).shared(),
    ];
    let schemas = all_local_schemas().into_iter();
    pieces.extend(schemas.map(|(name, text)| Piece::new(format!("{SCHEMAS}/{name}"), text)));
    pieces.extend(ci::file(start.service).map(|(path, text)| Piece::new(path, text).shared()));
    pieces
}

/// The example records: a complete mission in which nothing is found on the day and for a good while after it.
pub(super) fn records(start: &Start<'_>) -> Vec<Piece> {
    let folder = records_folder(start);
    let month = start
        .today
        .first_of_month()
        .saturating_sub(jiff::Span::new().days(1));
    let since = start
        .today
        .first_of_month()
        .saturating_sub(jiff::Span::new().months(3));
    let office = coverage_of(start.country)
        .next()
        .map_or(SOME_OFFICE, |row| row.office.as_str());
    let values = [
        ("{mission}", start.mission.to_owned()),
        ("{country}", start.country.to_owned()),
        ("{regional-office}", office.to_owned()),
        ("{today}", start.today.to_string()),
        ("{since}", since.to_string()),
        ("{month-end}", month.to_string()),
        ("{month}", month.strftime("%Y-%m").to_string()),
    ];
    let filled = |text: &str| {
        let start = text.to_owned();
        values
            .iter()
            .fold(start, |text, (name, value)| text.replace(name, value))
    };
    let pieces = RECORDS.iter();
    pieces
        .map(|(path, text)| Piece::new(format!("{folder}/{}", filled(path)), filled(text)))
        .collect()
}

/// The settings for records that lie in folders: all of these are checked.
fn configuration_of(folders: &[String], language: Language) -> String {
    let text = configuration(language);
    if folders.is_empty() {
        return text.to_owned();
    }
    let paths = format!("paths = {}\n", json!(folders));
    text.replace(PATHS, &paths)
        .replace(EXCLUDE, &format!("# {EXCLUDE}"))
}

fn configuration(language: Language) -> &'static str {
    match language {
        Language::English => include_str!("starter/en/missionlint.toml"),
        Language::French => include_str!("starter/fr/missionlint.toml"),
        Language::Spanish => include_str!("starter/es/missionlint.toml"),
    }
}

/// Settings of VS Code: records are checked and explained while they are typed.
fn editor(folders: &[String]) -> String {
    let pattern = |folder: &str| match folder {
        "." => "/**/*.json".to_owned(),
        folder => format!("/{folder}/**/*.json"),
    };
    let patterns: Vec<String> = if folders.is_empty() {
        vec![pattern(RECORDS_FOLDER)]
    } else {
        folders.iter().map(|folder| pattern(folder)).collect()
    };
    let settings = json!({
        "json.schemas": [{
            "fileMatch": patterns,
            "url": format!("./{SCHEMAS}/document.schema.json"),
        }],
    });
    format!("{settings:#}\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::parse_day;
    use crate::config::Settings;
    use crate::engine::{Content, Describe, Input, Request, check};
    use crate::reference::{Policy, support_offices};
    use crate::report::{Audience, Report};
    use crate::{config, rules};

    fn report(country: &str, written: Day, read: Day, settings: Settings) -> Report {
        let start = Start {
            mission: "abc",
            country,
            today: written,
            service: Service::None,
        };
        let input = |piece: Piece| Input {
            path: piece.path.into(),
            content: Content::Bytes(piece.text.into_bytes()),
        };
        let request = Request {
            settings,
            as_of: read,
            policy: Policy::Dated,
            select: Vec::new(),
            ignore: Vec::new(),
            audience: Audience::Internal,
            reveal: true,
            describe: Describe::Nothing,
            configs: Vec::new(),
            held: None,
            baseline: None,
        };
        check(records(&start).into_iter().map(input).collect(), &request)
    }

    fn assert_clean(report: &Report, what: &str) {
        let found: Vec<_> = report
            .findings
            .iter()
            .map(|found| (found.rule.id, &found.location.path, &found.location.pointer))
            .collect();
        assert!(found.is_empty(), "{what}: {found:?}");
        assert!(
            report.not_checked.is_empty(),
            "{what}: {:?}",
            report.not_checked
        );
        assert!(report.faults.is_empty(), "{what}: {:?}", report.faults);
    }

    /// As many rules as possible have something to judge: a person sees what they are about.
    #[test]
    fn example_records_are_clean_on_any_day() {
        let mut day = parse_day("2024-12-01").unwrap();
        let end = parse_day("2033-01-01").unwrap();
        while day < end {
            assert_clean(
                &report("MLI", day, day, Settings::default()),
                &day.to_string(),
            );
            // Ends of months and of years, leap days, and every day of the week come up.
            day = day.saturating_add(jiff::Span::new().days(13));
        }
        for day in ["2028-02-29", "2027-12-31", "2027-01-01", "2027-03-31"] {
            let day = parse_day(day).unwrap();
            assert_clean(
                &report("MLI", day, day, Settings::default()),
                "a special day",
            );
        }
    }

    #[test]
    fn example_records_are_clean_in_any_country() {
        let day = parse_day("2026-11-22").unwrap();
        let table = include_str!("../reference/tables/countries.json");
        let table: serde_json::Value = serde_json::from_str(table).unwrap();
        let rows = table["rows"].as_array().unwrap();
        assert!(rows.len() > 200);
        for row in rows {
            let country = row["alpha3"].as_str().unwrap();
            assert_clean(&report(country, day, day, Settings::default()), country);
        }
        assert!(
            support_offices()
                .iter()
                .any(|office| office.id == SOME_OFFICE)
        );
    }

    /// They stay clean for a month, so that somebody who comes back finds what was left.
    #[test]
    fn example_records_stay_clean_for_a_while() {
        let written = parse_day("2026-11-22").unwrap();
        for days in 0..30 {
            let read = written.saturating_add(jiff::Span::new().days(days));
            assert_clean(
                &report("MLI", written, read, Settings::default()),
                &read.to_string(),
            );
        }
    }

    /// Clean because all is judged, not because nothing is: no rule is off, each kind of record is there, and what is
    /// broken is found.
    #[test]
    fn example_records_are_judged() {
        let day = parse_day("2026-11-22").unwrap();
        let clean = report("MLI", day, day, Settings::default());
        let ran = clean.rules.iter().filter(|count| count.tally.run > 0);
        assert!(ran.count() > 60, "{:?}", clean.rules.len());
        let all: String = RECORDS.iter().map(|(_, text)| *text).collect();
        for kind in crate::document::Kind::ALL {
            let written = format!("\"kind\": \"{}\"", kind.code());
            assert!(all.contains(&written), "{written}");
        }
        let later = day.saturating_add(jiff::Span::new().years(3));
        let stale = report("MLI", day, later, Settings::default());
        assert!(
            stale
                .findings
                .iter()
                .any(|found| found.rule.id == "stale-record")
        );
    }

    #[test]
    fn every_language_has_the_same_settings() {
        let on = |language: Language| {
            let text = configuration(language);
            let lines = text.lines().filter(|line| !line.starts_with('#'));
            lines.collect::<Vec<_>>().join("\n")
        };
        let parsed = config::parse(&on(Language::English), &rules::catalogue()).unwrap();
        assert_eq!(parsed.paths, ["missions"]);
        for language in Language::ALL {
            assert_eq!(on(language), on(Language::English));
            let folders = ["a \"b\"".to_owned(), "data".to_owned()];
            let other = configuration_of(&folders, language);
            let other = config::parse(&other, &rules::catalogue()).unwrap();
            assert_eq!(other.paths, folders);
            assert!(other.exclude.is_empty());
        }
    }
}
