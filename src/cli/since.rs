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
use super::reports::holds_report;
use super::revision::{Meant, Revision};
use super::schema::{self, Origin};
use crate::config::{Settings, plain};
use crate::discover::{Inside, Listed, Name, within};
use crate::engine::{self, Content, Input, Request};
use crate::finding::Phrase;
use crate::output::Format;
use crate::report::Report;
use crate::schema::Contract;
use crate::source::{self, Place};

/// Absolute paths of files, with those that reports show and, of files in archives, what is there.
type Listing = BTreeMap<PathBuf, (Arc<str>, Option<Content>)>;

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
        let mut found = self.listed(&revision, &own, &folder)?;
        if let Some(authority) = authority {
            let more = Settings {
                exclude: authority.settings.exclude.clone(),
                ..own.clone()
            };
            found.extend(self.listed(&revision, &more, &authority.folder)?);
        }
        if baseline::is_named(self.options, &own) {
            let place = baseline::place(self.options, &own, &folder, self.base);
            found.remove(&plain(&place));
        }
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

    /// The files that settings lead to in a revision.
    fn listed(
        &self,
        revision: &Revision,
        settings: &Settings,
        folder: &Path,
    ) -> Result<Listing, Refusal> {
        let mut all: BTreeSet<PathBuf> = revision.paths().cloned().collect();
        let names = names(self.given, settings, folder);
        // Links are followed where they are named, as on the disk.
        for name in &names {
            let path = match name {
                Name::Pattern(path) => literal_part(path),
                Name::Literal(path) | Name::Bytes(path, _) | Name::Once(path, _) => path,
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
        let mut found = Listing::new();
        for (path, shown) in listed.discover(&names) {
            if source::is_archive(&shown) {
                found.extend(self.members(revision, &listed, &path, &shown)?);
            } else {
                found.insert(path, (shown, None));
            }
        }
        Ok(found)
    }

    /// The files in an archive.
    fn members(
        &self,
        revision: &Revision,
        listed: &Listed<'_>,
        path: &Path,
        shown: &str,
    ) -> Result<Listing, Refusal> {
        let bytes = revision
            .read(path)
            .or_else(|reason| refuse(self.messages, &reason))?;
        let place = Place::Bytes(bytes.unwrap_or_default().into());
        let inside = Inside::of(place).or_else(|error| {
            let phrase = Phrase::new("cannot-read").with("path", shown);
            refuse(self.messages, &phrase.because(&error))
        })?;
        let files = inside.inputs.into_iter();
        let files = files.map(|(below, content)| {
            let shown = within(shown, &below).into();
            (path.join(below), (shown, Some(content)))
        });
        Ok(files
            .filter(|(path, _)| !listed.is_excluded(path))
            .collect())
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
        let named = self.options.paths.iter();
        let named: BTreeSet<PathBuf> = named.map(|path| plain(&self.base.join(path))).collect();
        let (mut inputs, mut paths, mut others) = (Vec::new(), Vec::new(), Vec::new());
        for (path, (shown, content)) in found {
            if let Some(content) = content {
                let path = shown;
                inputs.push((false, Input { path, content }));
            } else {
                others.push((named.contains(&path), shown));
                paths.push(path);
            }
        }
        let contents = revision
            .read_all(&paths)
            .or_else(|reason| refuse(self.messages, &reason))?;
        let others = others.into_iter().zip(contents);
        inputs.extend(others.map(|((is_named, path), bytes)| {
            let content = Content::Bytes(bytes);
            (is_named, Input { path, content })
        }));
        // Reports are left out as they are at hand.
        let is_left_out = |is_named: bool, input: &Input| {
            self.options.by.schema.is_none() && !is_named && holds_report(input)
        };
        let inputs = inputs.into_iter();
        let inputs = inputs.filter(|(is_named, input)| !is_left_out(*is_named, input));
        Ok(inputs.map(|(_, input)| input).collect())
    }
}
