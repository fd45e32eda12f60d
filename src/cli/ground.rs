//! What a run stands on: what is named, where it is, and which settings hold, at hand and in a revision.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::args::CheckOptions;
use super::authority::Authority;
use super::configuration::{Refusal, parse_config, place_of, read_config, refuse, shown};
use super::revision::{Meant, Revision};
use crate::calendar::Day;
use crate::config::{Baseline, Home, Settings, Source, plain};
use crate::discover::{CONFIG, Discovered, Name, discover};
use crate::engine::{Content, Describe, Held, Input, Request};
use crate::finding::Phrase;
use crate::message::Messages;

/// What a run is about, apart from its files.
pub(super) struct Ground<'g> {
    pub(super) options: &'g CheckOptions,
    /// What the user names, if anything.
    pub(super) given: Option<&'g [Name]>,
    /// The configuration at hand.
    pub(super) config: Option<&'g Path>,
    /// The current directory.
    pub(super) base: &'g Path,
    pub(super) messages: &'g Messages,
}

/// The settings that a run judges by.
pub(super) struct Law {
    pub(super) settings: Settings,
    pub(super) source: Option<Source>,
    /// The folder that its paths are relative to.
    pub(super) folder: PathBuf,
}

impl Law {
    /// The settings of a configuration, or as far as they exempt those of an authority.
    pub(super) fn of(
        own: Settings,
        source: Option<Source>,
        folder: PathBuf,
        authority: Option<&Authority>,
    ) -> Self {
        match authority {
            Some(authority) => Self {
                settings: own.governed_by(&authority.settings),
                source: authority.source.clone(),
                folder: authority.folder.clone(),
            },
            None => Self {
                settings: own,
                source,
                folder,
            },
        }
    }

    /// The request of a run by it.
    pub(super) fn request(
        self,
        ground: &Ground<'_>,
        as_of: Day,
        covered: bool,
        held: Option<Held>,
        baseline: Option<Baseline>,
    ) -> Request {
        let options = ground.options;
        let mut settings = self.settings;
        if options.exceptions.ignore_allow {
            settings.allow.clear();
        }
        settings.home = Home::new(ground.base.to_owned(), self.folder.clone());
        let source = self.source.map(|source| Source {
            covered,
            base: ground.base.to_owned(),
            folder: self.folder,
            ..source
        });
        Request {
            settings,
            as_of,
            policy: options.policy.into(),
            select: options.select.clone(),
            ignore: options.ignore.clone(),
            audience: options.audience.into(),
            reveal: options.reveal,
            describe: Describe::Nothing,
            configs: source.into_iter().collect(),
            held,
            baseline,
        }
    }
}

/// What is to be checked: what is named, else the paths of the configuration in a folder, else the current directory.
pub(super) fn names(given: Option<&[Name]>, settings: &Settings, folder: &Path) -> Vec<Name> {
    match given {
        Some(named) => named.to_owned(),
        None if settings.paths.is_empty() => vec![Name::Pattern(".".to_owned())],
        None => {
            let paths = settings.paths.iter();
            let absolute = paths.map(|path| folder.join(path).to_string_lossy().into_owned());
            absolute.map(Name::Pattern).collect()
        }
    }
}

impl Ground<'_> {
    /// The files at hand that settings lead to, and those that they lead to by an authority: what that does not leave
    /// out is checked.
    pub(super) fn discover(
        &self,
        settings: &Settings,
        folder: &Path,
        authority: Option<&Authority>,
    ) -> Discovered {
        let find = |settings: &Settings, exclude: &[String], home: &Path, folder: &Path| {
            let named = names(self.given, settings, home);
            discover(named, self.base, exclude, folder)
        };
        let mut found = find(settings, &settings.exclude, folder, folder);
        let Some(authority) = authority else {
            return found;
        };
        let (other, home) = (&authority.settings, &authority.folder);
        // Paths of the authority may be there no more.
        let place = |input: &Input| {
            let path = match &input.content {
                Content::File(path) => self.base.join(path),
                _ => self.base.join(&*input.path),
            };
            path.canonicalize().unwrap_or_else(|_| plain(&path))
        };
        // Both may name one file in different ways.
        let mut known: BTreeSet<PathBuf> = found.inputs.iter().map(|input| place(&input)).collect();
        for (settings, at) in [(settings, folder), (other, home)] {
            let more = find(settings, &other.exclude, at, home);
            let new = Vec::from(more.inputs).into_iter();
            found
                .inputs
                .extend(new.filter(|input| known.insert(place(input))));
            found.configs.extend(more.configs);
            for passed in more.passed_over {
                if !found.passed_over.contains(&passed) {
                    found.passed_over.push(passed);
                }
            }
        }
        found
    }

    /// Opens a revision of the repository that the first path lies in, or else the current directory.
    pub(super) fn open(&self, name: &str, meant: Meant) -> Result<Revision, Refusal> {
        let folder = self.first_folder().unwrap_or_else(|| self.base.to_owned());
        Revision::open(name, &folder, meant).or_else(|reason| refuse(self.messages, &reason))
    }

    /// The nearest folder of the first path that is there.
    fn first_folder(&self) -> Option<PathBuf> {
        let first = self.place()?;
        let mut folders = first.ancestors();
        let folder = folders.find(|folder| folder.is_dir())?;
        folder.canonicalize().ok()
    }

    /// Where the first path leads.
    fn place(&self) -> Option<PathBuf> {
        let mut named = self.given?.iter();
        let path = named.find_map(|name| place_of(name, self.base))?;
        Some(plain(&self.base.join(path)))
    }

    /// The configuration that a revision has in the place of the one at hand. What lies outside of the repository is the
    /// same at all times.
    pub(super) fn config_in(&self, revision: &Revision) -> Option<PathBuf> {
        if let Some(named) = &self.options.config {
            let named = self.base.join(named);
            if !revision.covers(&named) || revision.names(&named) {
                return Some(named);
            }
        }
        // One that the revision lacks does not make the change free: what held for these files holds.
        let named = self.options.config.as_deref();
        let above_named = || Some(plain(self.base.join(named?).parent()?));
        let place = self.place().or_else(above_named);
        let place = place.unwrap_or_else(|| self.base.to_owned());
        let mut folders = place.ancestors().map(|folder| folder.join(CONFIG));
        let inside = folders.find(|config| revision.names(config));
        let outside = || {
            let config = self.config.filter(|config| !revision.covers(config));
            config.map(Path::to_owned)
        };
        inside.or_else(outside)
    }

    /// What a configuration says in a revision.
    pub(super) fn settings_of(
        &self,
        revision: &Revision,
        config: Option<&Path>,
    ) -> Result<(Settings, Source), Refusal> {
        let Some(path) = config else {
            return Ok((Settings::default(), Source::default()));
        };
        let color = self.options.color;
        if !revision.covers(path) {
            return read_config(path, color, self.messages);
        }
        let bytes = revision
            .read(path)
            .or_else(|reason| refuse(self.messages, &reason))?;
        let shown = shown(path);
        let named = format!("{}:{shown}", revision.name);
        let text = String::from_utf8(bytes.unwrap_or_default()).or_else(|_| {
            let phrase = Phrase::new("cannot-read").with("path", named.as_str());
            refuse(
                self.messages,
                &phrase.because(Phrase::new("reason-not-utf8")),
            )
        })?;
        let at_hand = self.config.and_then(|config| std::fs::read(config).ok());
        let is_same = at_hand.is_some_and(|at_hand| at_hand == text.as_bytes());
        let shown = if is_same { shown } else { named };
        parse_config(shown, text, color, self.messages).inspect_err(|_| {
            let phrase = Phrase::new("revision-configuration");
            let phrase = phrase.with("revision", revision.name.as_str());
            let _ = refuse::<()>(self.messages, &phrase);
        })
    }

    /// The folder that paths of a configuration are relative to.
    pub(super) fn folder_of(&self, config: Option<&Path>) -> PathBuf {
        plain(config.and_then(Path::parent).unwrap_or(self.base))
    }
}
