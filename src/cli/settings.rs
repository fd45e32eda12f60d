//! `missionlint config`: the settings in force.

use std::path::{Path, PathBuf};

use super::Outcome;
use super::args::{ConfigOptions, SettingsFormat};
use super::configuration::{Refusal, find_config, literal_part, read_config, refuse, shown};
use super::inspect::print;
use super::schema::Origin;
use super::terminal::complain_about;
use super::wording;
use crate::config::{Effective, Home, Settings};
use crate::discover::Name;
use crate::finding::Phrase;
use crate::message::Messages;
use crate::rules;

/// Runs the command.
pub(super) fn run(options: &ConfigOptions, messages: &Messages) -> Outcome {
    match told(options, messages) {
        Ok(text) => print(&text),
        Err(Refusal) => Outcome::Unusable,
    }
}

fn told(options: &ConfigOptions, messages: &Messages) -> Result<String, Refusal> {
    let base = match std::env::current_dir() {
        Ok(base) => base,
        Err(error) => {
            let phrase = Phrase::new("no-current-directory").because(&error);
            return refuse(messages, &phrase);
        }
    };
    let path = path_of(options, &base, messages)?;
    let (mut settings, text) = match &path {
        Some(path) => {
            let (settings, source) = read_config(path, options.color, messages)?;
            (settings, source.text)
        }
        None => (Settings::default(), String::new()),
    };
    if let Some(path) = &path {
        let origin = Origin {
            path,
            shown: shown(path),
            text: &text,
        };
        wording::read(&settings, &origin, &base, options.color, messages).ok_or(Refusal)?;
    }
    let folder = path.as_deref().and_then(Path::parent).unwrap_or(&base);
    settings.home = Home::new(base.clone(), folder.to_owned());
    let here = settings.resolved(options.mission.as_deref(), options.path.as_deref());
    let catalogue = rules::catalogue();
    let effective = Effective {
        all: &settings,
        here: &here,
        rules: &catalogue,
        defaults: options.all,
        path: &path.as_deref().map(shown).unwrap_or_default(),
        text: &text,
        unset: &messages.say("config-unset", &[]),
    };
    Ok(match options.format {
        SettingsFormat::Toml => effective.toml(),
        SettingsFormat::Json => format!("{:#}\n", effective.json()),
    })
}

/// The configuration that a check of the same paths would use.
fn path_of(
    options: &ConfigOptions,
    base: &Path,
    messages: &Messages,
) -> Result<Option<PathBuf>, Refusal> {
    let of_place = options.path.iter().filter(|_| options.paths.is_empty());
    let missing = options.paths.iter().find(|path| {
        let folder = literal_part(path);
        !folder.is_empty() && !base.join(folder).exists()
    });
    if let Some(missing) = missing {
        complain_about(missing, &Phrase::new("reason-no-such-path"), messages);
        return Err(Refusal);
    }
    let named: Vec<Name> = options
        .paths
        .iter()
        .chain(of_place)
        .map(Name::from)
        .collect();
    let given = (!named.is_empty()).then_some(named.as_slice());
    find_config(given, options.config.as_deref(), base, messages)
}
