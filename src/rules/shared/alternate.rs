//! Designated alternates of the chief of mission in the Humanitarian Country Team.

use super::leadership::has_role;
use super::seat::Seat;
use crate::bundle::Terms;
use crate::document::{Read, any};
use crate::record::Designation;

/// The sort of designation.
pub(crate) const HCT_ALTERNATE: &str = "hct-alternate";

/// The role of those who may be designated.
pub(in crate::rules) const TEAM_LEAD: &str = "rapid-response-team-lead";

/// Whether a designation is of the person of a seat, for its platform.
pub(in crate::rules) fn is_of(designation: &Designation<'_>, seat: &Seat<'_, '_>) -> Read<bool> {
    let person = seat.bundle.plain(seat.reference.value);
    let to = designation.to_person.map(|to| seat.bundle.plain(to.value));
    let names = |platform| seat.bundle.names_platform(designation, platform);
    super::all([
        to.map(|to| to == person),
        seat.platform_id().and_then(names),
    ])
}

/// Whether a designation has the only ground there is for one: a chief with little experience of emergencies.
pub(in crate::rules) fn is_grounded(designation: &Designation<'_>) -> Read<bool> {
    let ground = designation.ground()?;
    Ok(ground.is_some_and(|ground| ground.value == "com-limited-experience"))
}

/// Whether the person of a seat is team lead and designated on good ground for the day of the seat.
pub(in crate::rules) fn is_supported(
    seat: &Seat<'_, '_>,
    alternates: &Terms<&Designation<'_>>,
) -> Read<bool> {
    let complete = alternates.complete(seat.day, seat.day).map(|()| false);
    let designated = alternates
        .on(seat.day)
        .map(|designation| super::all([is_of(designation, seat), is_grounded(designation)]));
    super::all([
        has_role(seat.person, seat.day, TEAM_LEAD),
        any(designated.chain([complete])),
    ])
}
