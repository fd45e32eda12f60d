//! `--allow-from`: what exempts from rules comes from a revision, so that a change cannot exempt itself.

use std::path::PathBuf;

use super::configuration::Refusal;
use super::ground::Ground;
use super::revision::{Meant, Revision};
use crate::config::{Settings, Source};
use crate::engine::Held;

/// The configuration that decides what is exempted.
pub(super) struct Authority {
    pub(super) settings: Settings,
    pub(super) source: Option<Source>,
    /// The folder that its paths are relative to.
    pub(super) folder: PathBuf,
    pub(super) revision: Revision,
}

impl Authority {
    /// What of the configuration at hand does not hold.
    pub(super) fn held_back(&self, own: &Settings, source: Option<&Source>) -> Option<Held> {
        let source = source?;
        Some(Held {
            settings: own.held_back(&self.settings, &source.text),
            source: source.clone(),
            by: self.revision.name.clone(),
        })
    }
}

impl Ground<'_> {
    /// Reads the configuration of a revision: the one that it names itself, not an older one.
    pub(super) fn authority(&self, name: &str) -> Result<Authority, Refusal> {
        let revision = self.open(name, Meant::Itself)?;
        let path = self.config_in(&revision);
        let (settings, source) = self.settings_of(&revision, path.as_deref())?;
        Ok(Authority {
            settings,
            source: path.as_ref().map(|_| source),
            folder: self.folder_of(path.as_deref()),
            revision,
        })
    }
}
