//! `--since`: what a revision had already.
//!
//! The files of the revision are found by the rules of discovery and by its own configuration, read from the repository
//! into memory, and judged like those at hand, as of the same day. Nothing of them is written to the disk.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::authority::Authority;
use super::baseline;
use super::configuration::{Refusal, literal_part, refuse};
use super::files::Files;
use super::ground::{Ground, Law, names};
use super::reports::is_report_text;
use super::revision::{Meant, Revision};
use super::schema::{self, Origin};
use crate::config::{Settings, plain};
use crate::discover::{Listed, Name};
use crate::engine::{self, Content, Input, Request};
use crate::output::Format;
use crate::report::Report;
use crate::schema::Contract;

/// Absolute paths of files, with those that reports show.
type Listing = BTreeMap<PathBuf, Arc<str>>;

/// The outcome of a revision.
pub(super) struct Before {
    pub(super) report: Report,
    pub(super) revision: String,
    pub(super) commit: String,
}

impl Ground<'_> {
    /// Judges the files of a revision as those at hand are by `request`.
    pub(super) fn before(
        &self,
        name: &str,
        authority: Option<&Authority>,
        request: &Request,
        covered: bool,
        outputs: &[(Format, PathBuf)],
    ) -> Result<Before, Refusal> {
        let revision = self.open(name, Meant::Ancestor)?;
        let config = self.config_in(&revision);
        let (own, source) = self.settings_of(&revision, config.as_deref())?;
        let folder = self.folder_of(config.as_deref());
        let origin = config.as_deref().map(|path| Origin {
            path,
            shown: source.path.clone(),
            text: &source.text,
        });
        let files = Files::Of(&revision);
        let contract = schema::contract(
            self.options,
            &own,
            origin.as_ref(),
            self.base,
            files,
            self.messages,
        )
        .ok_or(Refusal)?;
        let mut found = self.listed(&revision, &own, &folder);
        if let Some(authority) = authority {
            let more = Settings {
                exclude: authority.settings.exclude.clone(),
                ..own.clone()
            };
            found.extend(self.listed(&revision, &more, &authority.folder));
        }
        found.remove(&plain(&baseline::place(
            self.options,
            &own,
            &folder,
            self.base,
        )));
        self.leave_out(&mut found, &contract, outputs);
        let inputs = self.inputs(&revision, found)?;
        let source = config.is_some().then_some(source);
        let law = Law::of(own, source, folder, authority);
        let at = authority.map_or(&revision, |authority| &authority.revision);
        let accepted = self.baseline(&law, Files::Of(at), covered)?;
        let request = law.request(self, request.as_of, covered, None, accepted);
        Ok(Before {
            report: engine::check_by(inputs, &request, &contract),
            revision: revision.name,
            commit: revision.commit,
        })
    }

    /// The files that settings lead to in a revision, with their paths as reports show them.
    fn listed(&self, revision: &Revision, settings: &Settings, folder: &Path) -> Listing {
        let mut all: BTreeSet<PathBuf> = revision.paths().cloned().collect();
        let names = names(self.given, settings, folder);
        // Links are followed where they are named, as on the disk.
        for name in &names {
            let path = match name {
                Name::Pattern(path) => literal_part(path),
                Name::Literal(path) | Name::Bytes(path, _) => path,
                Name::Unusable(_) => continue,
            };
            all.extend(revision.linked(&self.base.join(path)));
        }
        let listed = Listed {
            files: &all,
            base: self.base,
            exclude: &settings.exclude,
            exclude_base: folder,
        };
        listed.discover(&names).into_iter().collect()
    }

    /// Leaves out what is not checked at hand either: reports of earlier runs, and schemas that were found, not named.
    fn leave_out(&self, found: &mut Listing, contract: &Contract, outputs: &[(Format, PathBuf)]) {
        let absolute = |path: &Path| plain(&self.base.join(path));
        let schemas = schema::files_of(contract, self.base);
        let schemas: BTreeSet<PathBuf> = schemas.iter().map(|path| plain(path)).collect();
        let outputs = outputs.iter().map(|(_, output)| absolute(output));
        let outputs: BTreeSet<PathBuf> = outputs.collect();
        let named = self.options.paths.iter();
        let named: BTreeSet<PathBuf> = named.map(|path| absolute(Path::new(path))).collect();
        found.retain(|path, _| {
            !outputs.contains(path) && (!schemas.contains(path) || named.contains(path))
        });
    }

    /// Files with their contents in a revision.
    fn inputs(&self, revision: &Revision, found: Listing) -> Result<Vec<Input>, Refusal> {
        let (paths, shown): (Vec<PathBuf>, Vec<_>) = found.into_iter().unzip();
        let contents = revision
            .read_all(&paths)
            .or_else(|reason| refuse(self.messages, &reason))?;
        let named = self.options.paths.iter();
        let named: BTreeSet<PathBuf> = named.map(|path| plain(&self.base.join(path))).collect();
        // Reports are left out as they are at hand.
        let is_left_out = |path: &PathBuf, bytes: &[u8]| {
            self.options.by.schema.is_none() && !named.contains(path) && is_report_text(bytes)
        };
        let inputs = paths.iter().zip(shown.into_iter().zip(contents));
        Ok(inputs
            .filter(|(path, (_, bytes))| !is_left_out(path, bytes))
            .map(|(_, (path, bytes))| Input {
                path,
                content: Content::Bytes(bytes),
            })
            .collect())
    }
}
