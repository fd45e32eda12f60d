//! Files with wording of one's own.

use std::io;
use std::path::Path;

use super::args::Color;
use super::schema::Origin;
use super::terminal::error_look;
use crate::catalogue::builtin;
use crate::config::{ConfigError, Home, Settings};
use crate::engine::config_findings;
use crate::finding::Phrase;
use crate::message::{Language, Messages, wording_mistakes};
use crate::output::render_findings;

/// Reads the wording that a configuration names; tells what is wrong with it, and gives none then.
pub(super) fn read(
    settings: &Settings,
    config: &Origin<'_>,
    base: &Path,
    color: Color,
    messages: &Messages,
) -> Option<Vec<(Language, String)>> {
    let folder = config.path.parent().unwrap_or(base);
    let (mut wording, mut found) = (Vec::new(), Vec::new());
    for setting in &settings.messages {
        let mut languages = Language::ALL.into_iter();
        let Some(language) = languages.find(|known| known.code() == setting.language) else {
            continue;
        };
        let path = folder.join(&setting.path);
        match std::fs::read_to_string(&path) {
            Ok(text) => {
                let mistakes = wording_mistakes(language, &text);
                let home = Home::new(base.to_owned(), base.to_owned());
                let shown = home.relative(&path.to_string_lossy()).into_owned();
                found.extend(config_findings(&shown, &text, mistakes));
                wording.push((language, text));
            }
            Err(error) => {
                let span = setting.path_span.clone();
                let named = config.text.get(span.clone()).unwrap_or_default();
                let rule = &builtin::CONFIG_UNREADABLE_FILE;
                let mut mistake = ConfigError::new(rule, span, named);
                mistake.reason = Some(Phrase::from(&error));
                found.extend(config_findings(&config.shown, config.text, vec![mistake]));
            }
        }
    }
    if found.is_empty() {
        return Some(wording);
    }
    let _ = render_findings(
        &found,
        messages,
        error_look(color),
        &mut io::stderr().lock(),
    );
    None
}
