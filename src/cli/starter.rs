//! What `missionlint init` writes: a layout, a small mission that is clean, settings, help for the editor.

use serde_json::json;

use super::ci;
use super::inspect::all_local_schemas;
use super::setup_args::Service;
use crate::calendar::Day;
use crate::message::{Language, Messages};
use crate::reference::coverage_of;

/// Where the schemas for the editor lie. Hidden folders are not walked: no schema is read as a record.
pub(super) const SCHEMAS: &str = ".missionlint/schemas";

/// Where the settings of the editor lie.
const EDITOR: &str = ".vscode/settings.json";

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
    format!("missions/{}", start.mission)
}

/// Everything but the records.
pub(super) fn settings(start: &Start<'_>, messages: &Messages) -> Vec<Piece> {
    let mut pieces = vec![
        Piece::new("missionlint.toml", configuration(messages.language())),
        Piece::new(EDITOR, editor()).shared(),
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

fn configuration(language: Language) -> &'static str {
    match language {
        Language::English => include_str!("starter/en/missionlint.toml"),
        Language::French => include_str!("starter/fr/missionlint.toml"),
        Language::Spanish => include_str!("starter/es/missionlint.toml"),
    }
}

/// Settings of VS Code: records are checked and explained while they are typed.
fn editor() -> String {
    let settings = json!({
        "json.schemas": [{
            "fileMatch": ["/missions/**/*.json"],
            "url": format!("./{SCHEMAS}/document.schema.json"),
        }],
    });
    format!("{settings:#}\n")
}
