//! Whether a run covers all that its configuration is for: only then is it known that an exception is not needed.

use std::path::Path;

use super::args::{CheckOptions, PolicyArgument};
use super::configuration::literal_part;
use super::reports::LeavingOut;
use super::terminal::today;
use crate::config::{Settings, plain};
use crate::discover::Discovered;
use crate::engine::Input;

/// Whether a run judges by the day and the policy that runs judge by when nothing else is asked for.
pub(super) fn is_usual(options: &CheckOptions, settings: &Settings) -> bool {
    let day = || settings.as_of.unwrap_or_else(today);
    options.policy == PolicyArgument::Dated && options.as_of.is_none_or(|asked| asked == day())
}

/// Whether everything below the paths of the configuration, or else below its folder, was looked for and could be used.
/// `base` is what named paths are relative to, `folder` that of the configuration.
pub(super) fn covers_all(
    found: &Discovered,
    options: &CheckOptions,
    settings: &Settings,
    base: &Path,
    folder: &Path,
    reports: &LeavingOut,
) -> bool {
    let is_named = !options.paths.is_empty() || options.files_from.is_some();
    let is_covered = |place: &Path| {
        let place = plain(place);
        let is_within = |walked: &String| place.starts_with(plain(&base.join(walked)));
        let is_input = |input: &Input| {
            let file = input.content.file();
            file.is_some_and(|path| plain(path) == place) && !reports.leaves_out(input)
        };
        found.walked.iter().any(is_within) || found.inputs.iter().any(|input| is_input(&input))
    };
    found.unusable.is_empty()
        && match settings.paths.as_slice() {
            [] => is_covered(folder),
            paths if is_named => {
                let mut places = paths.iter().map(|path| folder.join(literal_part(path)));
                places.all(|place| is_covered(&place))
            }
            _ => true,
        }
}
