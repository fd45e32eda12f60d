//! What could not be judged, as it is shown.

use std::collections::BTreeMap;

use super::reveal::mission_name;
use super::show::Show;
use crate::catalogue::{Meta, Severity};
use crate::finding::Place;

use crate::report::NotChecked;
use crate::rules;

impl<'t> Show<'_, 't> {
    /// Groups what could not be judged by rule and obstacle.
    pub(super) fn not_checked(
        &self,
        mission: &'t str,
        entries: Vec<(&'static Meta, Severity, rules::NotChecked)>,
        list: &mut Vec<NotChecked>,
    ) {
        type Group = (&'static Meta, Severity, Vec<Place>);
        let mut groups: BTreeMap<(&str, &str), Group> = BTreeMap::new();
        for (rule, severity, entry) in entries {
            let group = groups.entry((rule.id, entry.blocked.obstacle.code()));
            let group = group.or_insert((rule, severity, Vec::new()));
            group.2.push(entry.blocked.place);
        }
        for ((_, reason), (rule, severity, mut places)) in groups {
            places.sort_unstable();
            places.dedup();
            let name = mission_name(mission);
            let identities = places
                .iter()
                .map(|place| self.identity_of_blocked(rule, reason, name.as_deref(), *place));
            let identities = identities.collect();
            let locations = places.into_iter().map(|place| {
                let masked = self.class_of(place, Some(mission)) > self.stage.clearance;
                self.location(place, Some(mission), masked, false)
            });
            list.push(NotChecked {
                rule,
                severity,
                reason,
                mission: name,
                locations: locations.collect(),
                identities,
            });
        }
    }
}
