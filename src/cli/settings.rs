//! `missionlint config`: the settings in force.

use std::path::{Path, PathBuf};

use super::Outcome;
use super::args::{ConfigOptions, SettingsFormat};
use super::check::{Refusal, find_config, read_config, refuse, shown};
use super::inspect::print;
use crate::config::{Effective, Home, Settings};
use crate::discover::Name;
use crate::rules;

/// Runs the command.
pub(super) fn run(options: &ConfigOptions) -> Outcome {
    match told(options) {
        Ok(text) => print(&text),
        Err(Refusal) => Outcome::Unusable,
    }
}

fn told(options: &ConfigOptions) -> Result<String, Refusal> {
    let base = match std::env::current_dir() {
        Ok(base) => base,
        Err(error) => return refuse(&format!("the current directory cannot be read: {error}")),
    };
    let path = path_of(options, &base)?;
    let (mut settings, text) = match &path {
        Some(path) => {
            let (settings, _, text) = read_config(path, options.color)?;
            (settings, text)
        }
        None => (Settings::default(), String::new()),
    };
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
    };
    Ok(match options.format {
        SettingsFormat::Toml => effective.toml(),
        SettingsFormat::Json => format!("{:#}\n", effective.json()),
    })
}

/// The configuration that a check of the same paths would use.
fn path_of(options: &ConfigOptions, base: &Path) -> Result<Option<PathBuf>, Refusal> {
    let of_place = options.path.iter().filter(|_| options.paths.is_empty());
    let named: Vec<Name> = options
        .paths
        .iter()
        .chain(of_place)
        .map(Name::from)
        .collect();
    let given = (!named.is_empty()).then_some(named.as_slice());
    find_config(given, options.config.as_deref(), base)
}
