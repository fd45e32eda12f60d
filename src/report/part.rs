//! The part of a report that is about one mission.

use super::{NotChecked, Report};

/// What a report of one mission leaves out because it belongs to none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Elsewhere {
    /// Findings that count.
    pub findings: usize,
    /// Places where something could not be judged: it may be of the mission.
    pub blocked: usize,
}

impl Report {
    /// What was found and not checked in a mission, with its overview. What went wrong with the run stays, and so does
    /// what was read: the part was judged together with the rest.
    #[must_use]
    pub fn of_mission(&self, mission: &str) -> Self {
        let is_of = |of: Option<&str>| of == Some(mission);
        let blocked = |entry: &NotChecked| entry.mission.is_none();
        let outside = self.counting().filter(|found| found.mission.is_none());
        let unjudged = self.not_checked.iter().filter(|entry| blocked(entry));
        let elsewhere = Elsewhere {
            findings: outside.count(),
            blocked: unjudged.map(|entry| entry.locations.len().max(1)).sum(),
        };
        let findings = self.findings.iter();
        let not_checked = self.not_checked.iter();
        let overviews = self.overviews.iter();
        Self {
            findings: findings
                .filter(|found| is_of(found.mission.as_deref()))
                .cloned()
                .collect(),
            not_checked: not_checked
                .filter(|entry| is_of(entry.mission.as_deref()))
                .cloned()
                .collect(),
            overviews: overviews
                .filter(|overview| overview.id == mission)
                .cloned()
                .collect(),
            elsewhere: Some(elsewhere),
            counts: Vec::new(),
            ..self.head()
        }
    }

    /// Everything that is not about missions.
    fn head(&self) -> Self {
        Self {
            as_of: self.as_of,
            audience: self.audience,
            policy: self.policy,
            packs: self.packs.clone(),
            configs: self.configs.clone(),
            select: self.select.clone(),
            ignore: self.ignore.clone(),
            paths: self.paths.clone(),
            schema: self.schema.clone(),
            schemas: self.schemas.clone(),
            inputs: self.inputs.clone(),
            rules: self.rules.clone(),
            findings: Vec::new(),
            not_checked: Vec::new(),
            overviews: Vec::new(),
            counts: Vec::new(),
            not_judged: Vec::new(),
            left_out: Vec::new(),
            decisions: None,
            compared: None,
            faults: self.faults.clone(),
            earlier: self.earlier.clone(),
            elsewhere: None,
            stale: Vec::new(),
        }
    }
}
