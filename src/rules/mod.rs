//! The coded rules: one file each, listed here and nowhere else.

mod attendance_outside_assignment;
mod attendee_without_representation;
mod cluster_attendance_mismatch;
mod cluster_role_unsuitable;
mod cluster_staff_mismatch;
mod com_post_vacant;
mod concurrent_office_holder;
mod continuing_platform_disengaged;
mod country_mismatch;
mod cross_cutting_incomplete;
mod dangling_reference;
mod duplicate_id;
mod future_attendance;
mod interval_inverted;
mod judge;
mod late_entry;
mod mcof_sector_missing;
mod mcof_vocabulary;
mod meeting_cadence_gap;
mod meeting_outside_platform_lifetime;
mod office_kind_conflict;
mod pcode_country_mismatch;
mod period_incomplete;
mod person_in_two_places;
mod platform_parent_cycle;
mod platform_status_missing;
mod precedence;
mod regional_office_mismatch;
mod retention_exceeded;
mod rts_missing;
mod rule;
#[expect(dead_code, reason = "helpers of rules that are still to come")]
mod shared;
mod smt_com_absent;
mod smt_delegate_not_acting;
mod smt_observer_only;
mod stale_record;
mod strategic_objective_unknown;
mod superseded_strategy_name;
mod superseded_un_framework_name;
mod suspended_contact_missing;
mod suspended_contact_stale;
mod unknown_country_code;
mod wrong_kind_reference;

pub use judge::{Judge, NotChecked, Tally, Verdict, concerns};
pub use precedence::{CHAINS, fold};
pub use rule::Rule;

use crate::catalogue::{Meta, builtin};

/// All rules, sorted by id.
pub static RULES: &[&Rule] = &[
    &attendance_outside_assignment::RULE,
    &attendee_without_representation::RULE,
    &cluster_attendance_mismatch::RULE,
    &cluster_role_unsuitable::RULE,
    &cluster_staff_mismatch::RULE,
    &com_post_vacant::RULE,
    &concurrent_office_holder::RULE,
    &continuing_platform_disengaged::RULE,
    &country_mismatch::RULE,
    &cross_cutting_incomplete::RULE,
    &dangling_reference::RULE,
    &duplicate_id::RULE,
    &future_attendance::RULE,
    &interval_inverted::RULE,
    &late_entry::RULE,
    &mcof_sector_missing::RULE,
    &mcof_vocabulary::RULE,
    &meeting_cadence_gap::RULE,
    &meeting_outside_platform_lifetime::RULE,
    &office_kind_conflict::RULE,
    &pcode_country_mismatch::RULE,
    &period_incomplete::RULE,
    &person_in_two_places::RULE,
    &platform_parent_cycle::RULE,
    &platform_status_missing::RULE,
    &regional_office_mismatch::RULE,
    &retention_exceeded::RULE,
    &rts_missing::RULE,
    &smt_com_absent::RULE,
    &smt_delegate_not_acting::RULE,
    &smt_observer_only::RULE,
    &stale_record::RULE,
    &strategic_objective_unknown::RULE,
    &superseded_strategy_name::RULE,
    &superseded_un_framework_name::RULE,
    &suspended_contact_missing::RULE,
    &suspended_contact_stale::RULE,
    &unknown_country_code::RULE,
    &wrong_kind_reference::RULE,
];

/// Every entry of the catalogue: what is no coded rule first, then the rules.
pub fn catalogue() -> Vec<&'static Meta> {
    builtin::ALL
        .iter()
        .copied()
        .chain(RULES.iter().map(|rule| rule.meta))
        .collect()
}
