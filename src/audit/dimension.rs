//! The groups that something is in.

use std::sync::Arc;

pub use crate::config::Dimension;

use super::geography::{Geography, Place};
use crate::overview::{NONE, UNDATED};
use crate::report::Found;

/// The group of something in each dimension.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keys {
    /// By mission, country and office.
    pub place: Place,
    /// Id of the rule.
    pub rule: Arc<str>,
    /// Its family.
    pub family: Arc<str>,
    /// Types of the platform.
    pub platform_type: Arc<str>,
    /// Month.
    pub month: Arc<str>,
}

impl Keys {
    /// Those of a finding.
    pub(super) fn of(found: &Found, geography: &Geography) -> Self {
        let nowhere = || (NONE.into(), UNDATED.into());
        let cell = found.cell.as_ref();
        let (platform_type, month) = cell.map_or_else(nowhere, |cell| {
            (cell.platform_type.clone(), cell.month.clone())
        });
        Self {
            place: geography.place(found.mission.as_deref()).clone(),
            rule: found.rule.id.into(),
            family: found.rule.group.code().into(),
            platform_type,
            month,
        }
    }

    /// Those of what belongs nowhere.
    pub(super) fn nowhere() -> Self {
        Self {
            place: Place::nowhere(),
            rule: NONE.into(),
            family: NONE.into(),
            platform_type: NONE.into(),
            month: UNDATED.into(),
        }
    }

    /// The group in a dimension.
    pub fn key(&self, dimension: Dimension) -> &Arc<str> {
        match dimension {
            Dimension::Country => &self.place.country,
            Dimension::RegionalOffice => &self.place.regional_office,
            Dimension::Rule => &self.rule,
            Dimension::Family => &self.family,
            Dimension::PlatformType => &self.platform_type,
            Dimension::Month => &self.month,
            Dimension::Mission => &self.place.mission,
        }
    }
}
