//! `missionlint allow import`: exceptions that a reviewer decided on, as entries of the configuration.

use std::path::{Path, PathBuf};

use super::Outcome;
use super::configuration::{Refusal, read_config, refuse, shown};
use super::inspect::print;
use super::options::{AllowCommand, AllowOptions, ImportOptions};
use super::review;
use super::terminal::{complain, today};
use crate::config::{Exception, Settings, with_exceptions};
use crate::decisions::{Decision, Decisions, Ruling};
use crate::discover::config_for;
use crate::finding::Phrase;
use crate::message::Messages;
use crate::rules;
use crate::whole::write_atomically;

/// Runs the command.
pub(super) fn run(options: &AllowOptions, messages: &Messages) -> Outcome {
    let AllowCommand::Import(options) = &options.command;
    import(options, messages).unwrap_or(Outcome::Unusable)
}

fn import(options: &ImportOptions, messages: &Messages) -> Result<Outcome, Refusal> {
    let decisions = review::read(&options.review, messages)?;
    let (path, settings, text) = configuration(options, messages)?;
    let exceptions = decisions
        .all
        .iter()
        .filter(|decision| decision.ruling == Ruling::Exception);
    tell_doubts(&decisions, options, messages);
    let mut wanted = Vec::new();
    for decision in exceptions {
        let exception = exception(decision).or_else(|reason| refuse(messages, &reason))?;
        if !exception.is_among(&settings.allow) {
            wanted.push(exception);
        }
    }
    if wanted.is_empty() {
        complain(&messages.say("allow-import-nothing", &[]));
        return Ok(Outcome::Passed);
    }
    let (entries, changed) =
        with_exceptions(&text, &wanted).or_else(|reason| refuse(messages, &reason))?;
    print(&entries);
    if options.dry_run {
        return Ok(Outcome::Passed);
    }
    if let Err(error) = write_atomically(&path, changed.as_bytes()) {
        let phrase = Phrase::new("cannot-write").with("path", shown(&path));
        return refuse(messages, &phrase.because(&error));
    }
    let values = [
        ("count", wanted.len().into()),
        ("path", shown(&path).into()),
    ];
    complain(&messages.say("allow-imported", &values));
    Ok(Outcome::Passed)
}

/// Tells what speaks against taking decisions as they are. Only a check knows findings and records.
fn tell_doubts(decisions: &Decisions, options: &ImportOptions, messages: &Messages) {
    for rule in &decisions.replaced {
        complain(&messages.say("allow-import-replaced", &[("rule", rule.as_str().into())]));
    }
    let exceptions = decisions
        .all
        .iter()
        .filter(|decision| decision.ruling == Ruling::Exception);
    let today = today();
    let mut any = false;
    for decision in exceptions {
        any = true;
        if let Some(day) = decision.expires.filter(|day| *day < today) {
            let values = [
                ("rule", decision.rule.as_str().into()),
                ("day", day.to_string().into()),
            ];
            complain(&messages.say("allow-import-expired", &values));
        }
    }
    if any {
        let path = shown(&options.review);
        complain(&messages.say("allow-import-unchecked", &[("path", path.into())]));
    }
}

/// The configuration to add to: its path, what it says, its text. One that is named need not be there yet.
fn configuration(
    options: &ImportOptions,
    messages: &Messages,
) -> Result<(PathBuf, Settings, String), Refusal> {
    let named = options.config.clone();
    let found = named.or_else(|| config_for(Path::new(".")));
    let Some(path) = found else {
        return refuse(messages, &Phrase::new("allow-no-configuration"));
    };
    if options.config.is_some() && !path.exists() {
        return Ok((path, Settings::default(), String::new()));
    }
    let (settings, source) = read_config(&path, options.color, messages)?;
    Ok((path, settings, source.text))
}

/// A decision as an entry, or why it cannot be one.
fn exception(decision: &Decision) -> Result<Exception<'_>, Phrase> {
    let refusal = |id| Phrase::new(id).with("rule", decision.rule.as_str());
    let catalogue = rules::catalogue();
    let rule = catalogue.iter().find(|rule| rule.id == decision.rule);
    let rule = rule.ok_or_else(|| refusal("allow-unknown-rule"))?;
    if !crate::config::is_allowable(rule) {
        return Err(refusal("allow-not-allowable"));
    }
    let (Some(mission), Some((kind, id))) = (&decision.mission, &decision.record) else {
        return Err(refusal("allow-without-record"));
    };
    Ok(Exception {
        rule: rule.id,
        mission,
        kind,
        id,
        pointer: decision.pointer.as_deref(),
        reason: decision.reason.as_deref().unwrap_or_default(),
        owner: decision.owner.as_deref(),
        expires: decision.expires,
    })
}
