//! `missionlint schema`: the record contract, and what the tool writes.

use std::fmt::Write as _;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::Outcome;
use super::args::SchemaOptions;
use super::selection::unknown;
use super::terminal::{clean, complain};
use crate::config::{self, KindSetting};
use crate::discover::config_for;
use crate::finding::Phrase;
use crate::message::Messages;
use crate::whole::write_atomically;
use crate::{rules, schema};

/// The schemas of what the tool writes as JSON.
const OUTPUT_SCHEMAS: [(&str, &str); 5] = [
    ("audit", include_str!("../../schemas/audit.schema.json")),
    ("report", include_str!("../../schemas/report.schema.json")),
    (
        "catalogue",
        include_str!("../../schemas/catalogue.schema.json"),
    ),
    ("review", include_str!("../../schemas/review.schema.json")),
    (
        "baseline",
        include_str!("../../schemas/baseline.schema.json"),
    ),
];

/// Writes to standard output.
pub(super) fn print(text: &str) -> Outcome {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Outcome::Unusable,
        _ => Outcome::Passed,
    }
}

/// Prints a schema, or the list of all.
pub(super) fn schema(options: &SchemaOptions, messages: &Messages) -> Outcome {
    if let Some(folder) = &options.dir {
        return write_schemas(folder, messages);
    }
    let Some(name) = &options.kind else {
        return print(&schema_list(messages));
    };
    if let Some((_, text)) = all_schemas().iter().find(|(known, _)| known == name) {
        return print(text);
    }
    let (folder, kinds) = own_kinds();
    if let Some(kind) = kinds.iter().find(|kind| kind.name == *name) {
        return match std::fs::read_to_string(folder.join(&kind.schema)) {
            Ok(text) => print(&text),
            Err(error) => {
                let phrase = Phrase::new("cannot-read").with("path", &kind.schema);
                complain(&messages.phrase(&phrase.because(&error)));
                Outcome::Unusable
            }
        };
    }
    let ours = all_schemas();
    let known = ours
        .iter()
        .map(|(name, _)| *name)
        .chain(kinds.iter().map(|kind| kind.name.as_str()));
    complain(&messages.phrase(&unknown("unknown-schema-name", name, known)));
    Outcome::Unusable
}

/// Name and text of the files of all schemas, as an editor finds them beside the records.
pub(super) fn all_local_schemas() -> Vec<(String, String)> {
    let others = all_schemas().into_iter();
    let others = others.filter(|(name, _)| !schema::SCHEMAS.iter().any(|(known, _)| known == name));
    let others = others.map(|(name, text)| (name, schema::without_id(&text)));
    let files = schema::local_schemas().into_iter().chain(others);
    files
        .map(|(name, text)| (format!("{name}.schema.json"), text))
        .collect()
}

/// Names of the schemas that the tool brings.
pub(super) fn schema_names() -> Vec<&'static str> {
    all_schemas().into_iter().map(|(name, _)| name).collect()
}

/// Writes all schemas into a folder, in place of earlier ones.
fn write_schemas(folder: &Path, messages: &Messages) -> Outcome {
    let files = all_local_schemas();
    for (name, text) in &files {
        let path = folder.join(name);
        if let Err(error) = write_atomically(&path, text.as_bytes()) {
            let phrase = Phrase::new("cannot-write").with("path", path.to_string_lossy());
            complain(&messages.phrase(&phrase.because(&error)));
            return Outcome::Unusable;
        }
    }
    let folder = folder.to_string_lossy().into_owned();
    let count = files.len() as u64;
    let values = [("folder", folder.into()), ("count", count.into())];
    print(&format!(
        "{}\n",
        clean(&messages.say("schemas-written", &values))
    ))
}

/// The kinds that the configuration at or above the current directory adds, with its folder. Mistakes in it are told
/// by `check`.
fn own_kinds() -> (PathBuf, Vec<KindSetting>) {
    let path = std::env::current_dir()
        .ok()
        .and_then(|base| config_for(&base));
    let text = path
        .as_ref()
        .and_then(|path| std::fs::read_to_string(path).ok());
    let settings = config::parse(&text.unwrap_or_default(), &rules::catalogue());
    let folder = path.and_then(|path| path.parent().map(Path::to_owned));
    (
        folder.unwrap_or_default(),
        settings.map(|settings| settings.kinds).unwrap_or_default(),
    )
}

/// Name and text of every schema that the tool brings.
fn all_schemas() -> Vec<(&'static str, String)> {
    let records = schema::SCHEMAS.iter();
    let records = records.map(|(name, text)| (*name, (*text).to_owned()));
    let config = format!("{:#}\n", config::schema(&rules::catalogue()));
    records
        .chain(OUTPUT_SCHEMAS.map(|(name, text)| (name, text.to_owned())))
        .chain([("config", config)])
        .collect()
}

fn schema_list(messages: &Messages) -> String {
    let mut text = String::new();
    for (name, schema) in all_schemas() {
        let parsed: serde_json::Value = serde_json::from_str(&schema).unwrap_or_default();
        let title = parsed
            .get("title")
            .and_then(serde_json::Value::as_str)
            .unwrap_or("");
        let _ = writeln!(text, "{name:<16} {}", messages.title(title));
    }
    for kind in own_kinds().1 {
        let title = kind.title.as_deref().unwrap_or("");
        let line = format!("{:<16} {title}", kind.name);
        let _ = writeln!(text, "{}", line.trim_end());
    }
    let _ = writeln!(text, "\n{}", messages.say("schemas-more", &[]));
    text
}
