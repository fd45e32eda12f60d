//! Where an audit counts what loading has found.

use super::judge::Judged;

use super::show::Show;
use crate::catalogue::Scope;
use crate::finding::{Cell, Finding, Place};
use crate::overview::cell_outside;
use crate::source::is_lines;

impl Show<'_, '_> {
    /// A finding of loading in a mission of this unit with its cell and the number of its check: of the record in its
    /// file, or of the line where a file has several texts.
    pub(super) fn counted(
        &self,
        finding: Finding,
        mission: Option<&str>,
        judged: &[(&str, Judged)],
    ) -> Finding {
        if !self.stage.request.describe.has_counts() {
            return finding;
        }
        let scope = finding.rule.scope;
        let in_mission =
            scope == Scope::Document && self.stage.owner_of(finding.primary) == mission;
        let judged = judged.iter().find(|(id, _)| Some(*id) == mission);
        let cells = judged.and_then(|(_, judged)| judged.counts.as_ref());
        let document = self.stage.document(finding.primary.document);
        let cell = cells.map_or_else(cell_outside, |(_, cells)| {
            cells.at(document, finding.primary).clone()
        });
        Finding {
            cell: Some(Cell { in_mission, ..cell }),
            subject: self.check_of(scope, finding.primary),
            ..finding
        }
    }

    fn check_of(&self, scope: Scope, place: Place) -> Option<u64> {
        match scope {
            Scope::Record => {
                let (document, slot) = self.slot(place)?;
                Some(u64::from(document.id.0) << 32 | u64::from(slot.node))
            }
            Scope::Document => {
                let (start, _) = self.ends(place);
                let path = &self.stage.document(place.document).path;
                Some(if is_lines(path) { start.line } else { 0 })
            }
            Scope::Subject | Scope::Config | Scope::Schema => None,
        }
    }
}
