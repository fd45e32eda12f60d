//! Who was at which meeting.

use super::reading::items;
use crate::bundle::Bundle;
use crate::document::Read;
use crate::record::{Meeting, Row};

/// Whether a meeting took place.
pub(in crate::rules) fn held(meeting: &Meeting<'_>) -> Read<bool> {
    Ok(meeting.status?.value == "held")
}

/// The rows "present" of meetings that took place; an obstacle for each meeting and each row of which that cannot be
/// told.
pub(in crate::rules) fn present_rows<'b, 't>(
    bundle: &'b Bundle<'t>,
) -> impl Iterator<Item = Read<(&'b Meeting<'t>, &'b Row<'t>)>> {
    bundle.meetings.iter().flat_map(|meeting| {
        let (rows, blocked) = match rows_of_held(meeting) {
            Ok(rows) => (rows, None),
            Err(blocked) => (Default::default(), Some(Err(blocked))),
        };
        let present = rows.iter().filter_map(move |row| match row.presence {
            Ok(presence) => (presence.value == "present").then_some(Ok((meeting, row))),
            Err(blocked) => Some(Err(blocked)),
        });
        blocked.into_iter().chain(present)
    })
}

fn rows_of_held<'b, 't>(meeting: &'b Meeting<'t>) -> Read<&'b [Row<'t>]> {
    if held(meeting)? {
        items(&meeting.attendance)
    } else {
        Ok(&[])
    }
}
