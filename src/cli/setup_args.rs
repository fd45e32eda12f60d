//! Options of the commands that set the tool up: in a repository, a shell, a manual.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

pub(super) const INIT: &str = "\
Examples:
  missionlint init
  missionlint init --mission ssd --ci gitlab data
  missionlint init --mission sahel --country NER --dry-run";

pub(super) const COMPLETIONS: &str = "\
Examples:
  missionlint completions bash > ~/.local/share/bash-completion/completions/missionlint
  missionlint completions zsh > ~/.zfunc/_missionlint
  missionlint completions fish > ~/.config/fish/completions/missionlint.fish
  missionlint completions powershell >> $PROFILE";

pub(super) const MAN: &str = "\
Examples:
  missionlint man | man -l -
  missionlint man --dir ~/.local/share/man/man1";

#[derive(Debug, Args)]
pub(super) struct InitOptions {
    /// Folder of the repository; made where it does not exist [default: the current directory]
    pub(super) folder: Option<PathBuf>,
    /// Id of the mission in the example records: lower-case letters, digits, hyphens
    #[arg(long, value_name = "ID", value_parser = mission, default_value = "mli")]
    pub(super) mission: String,
    /// Its country, as ISO 3166-1 alpha-3 code [default: the mission id, where it is one]
    #[arg(long, value_name = "COUNTRY", value_parser = country)]
    pub(super) country: Option<String>,
    /// For which service a file is written that checks every change
    #[arg(long, value_name = "SERVICE", value_enum, default_value_t = Service::Github)]
    pub(super) ci: Service,
    /// Only tell what would be written
    #[arg(long)]
    pub(super) dry_run: bool,
}

/// A service that runs checks of a repository.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Service {
    Github,
    Gitlab,
    Azure,
    Jenkins,
    None,
}

#[derive(Debug, Args)]
pub(super) struct CompletionsOptions {
    /// For which shell
    #[arg(value_enum)]
    pub(super) shell: Shell,
}

/// A shell that completes what is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Shell {
    Bash,
    Zsh,
    Fish,
    Powershell,
}

#[derive(Debug, Args)]
pub(super) struct ManOptions {
    /// Write the pages of the program and of all its commands into this folder, in place of earlier ones
    #[arg(long, value_name = "DIR")]
    pub(super) dir: Option<PathBuf>,
}

// Parsers of values: their errors are ids of messages that say what is right.

/// The pattern of `mission_id` in the record contract.
fn mission(text: &str) -> Result<String, String> {
    let is_inner =
        |letter: u8| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == b'-';
    let right = (2..=32).contains(&text.len())
        && text.starts_with(|first: char| first.is_ascii_lowercase())
        && text.bytes().all(is_inner);
    right
        .then(|| text.to_owned())
        .ok_or_else(|| "expected-mission".to_owned())
}

fn country(text: &str) -> Result<String, String> {
    let code = text.to_ascii_uppercase();
    match crate::reference::by_alpha3(&code) {
        Some(_) => Ok(code),
        None => Err("expected-country".to_owned()),
    }
}
