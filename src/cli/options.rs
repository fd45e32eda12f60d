//! Options of `missionlint check` that go together: what is new, and by whose leave.

use clap::Args;

/// What findings are compared with.
#[derive(Debug, Args)]
pub(super) struct SinceOptions {
    /// Report only what changes since this git revision have brought, also in files they do not touch; compares with
    /// the last commit that REV and HEAD have in common, so that what others changed on REV since does not count
    #[arg(long, value_name = "REV")]
    pub(super) since: Option<String>,
    /// Take what exempts from rules ([[allow]], baseline, exclude, severity, parameters, as_of) from missionlint.toml of
    /// this git revision: a change cannot exempt itself
    #[arg(long, value_name = "REV")]
    pub(super) allow_from: Option<String>,
}
