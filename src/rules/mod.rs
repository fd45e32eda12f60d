//! The coded rules: one file each, listed here and nowhere else.

mod active_platform_unrepresented;
mod ambiguous_acronym;
mod attendance_outside_assignment;
mod attendee_without_representation;
pub(crate) mod by_id;
mod cluster_attendance_mismatch;
mod cluster_double_hat;
mod cluster_lead_without_coordinator;
mod cluster_programme_uncovered;
mod cluster_role_unsuitable;
mod cluster_staff_mismatch;
mod cmcoord_anachronism;
mod cmcoord_composition;
mod cmcoord_iom_member;
mod com_post_vacant;
mod concurrent_office_holder;
mod continuing_platform_disengaged;
mod country_mismatch;
mod cross_cutting_incomplete;
mod dangling_reference;
mod duplicate_id;
mod future_attendance;
mod hct_alternate_unsupported;
mod hct_chair_not_hc;
mod hct_coordinator_not_observer;
mod hct_representation_level;
mod iccg_coordinator_absent;
mod iccg_non_coordinator;
mod interval_inverted;
mod judge;
mod late_entry;
mod mcof_sector_missing;
mod mcof_sector_not_engaged;
mod mcof_vocabulary;
mod meeting_cadence_gap;
mod meeting_outside_platform_lifetime;
mod noncanonical_platform_name;
mod ocha_role_mismatch;
mod office_kind_conflict;
mod omt_representation_rmo;
mod pcode_country_mismatch;
mod period_incomplete;
mod person_in_two_places;
mod personal_contact_detail;
mod platform_parent_cycle;
mod platform_parent_mismatch;
mod platform_status_missing;
mod pmt_representation_level;
mod policy_version_gap;
mod precedence;
mod refugee_context_cluster;
mod regional_office_mismatch;
mod representation_expired;
mod retention_exceeded;
mod rts_missing;
mod rule;
mod scale_up_overrun;
mod sensitive_content_in_security_record;
pub(crate) mod shared;
mod smt_chair_not_do;
mod smt_com_absent;
mod smt_com_representation_missing;
mod smt_delegate_not_acting;
mod smt_observer_only;
mod smt_security_officer_not_observer;
mod stale_record;
mod strategic_objective_unknown;
mod subnational_presence_unrepresented;
mod subnational_representative_elsewhere;
mod superseded_cluster_name;
mod superseded_strategy_name;
mod superseded_un_framework_name;
mod superseded_unit_name;
mod suspended_contact_missing;
mod suspended_contact_stale;
mod unct_chair_not_rc;
mod unct_representation_level;
mod unknown_country_code;
mod wrong_kind_reference;

pub use judge::{Judge, JudgedSeat, NotChecked, Tally, Verdict, concerns};
pub use precedence::{CHAINS, fold};
pub use rule::Rule;

use crate::catalogue::{Meta, builtin};

/// All rules, sorted by id.
pub static RULES: &[&Rule] = &[
    &active_platform_unrepresented::RULE,
    &ambiguous_acronym::RULE,
    &attendance_outside_assignment::RULE,
    &attendee_without_representation::RULE,
    &cluster_attendance_mismatch::RULE,
    &cluster_double_hat::RULE,
    &cluster_lead_without_coordinator::RULE,
    &cluster_programme_uncovered::RULE,
    &cluster_role_unsuitable::RULE,
    &cluster_staff_mismatch::RULE,
    &cmcoord_anachronism::RULE,
    &cmcoord_composition::RULE,
    &cmcoord_iom_member::RULE,
    &com_post_vacant::RULE,
    &concurrent_office_holder::RULE,
    &continuing_platform_disengaged::RULE,
    &country_mismatch::RULE,
    &cross_cutting_incomplete::RULE,
    &dangling_reference::RULE,
    &duplicate_id::RULE,
    &future_attendance::RULE,
    &hct_alternate_unsupported::RULE,
    &hct_chair_not_hc::RULE,
    &hct_coordinator_not_observer::RULE,
    &hct_representation_level::RULE,
    &iccg_coordinator_absent::RULE,
    &iccg_non_coordinator::RULE,
    &interval_inverted::RULE,
    &late_entry::RULE,
    &mcof_sector_missing::RULE,
    &mcof_sector_not_engaged::RULE,
    &mcof_vocabulary::RULE,
    &meeting_cadence_gap::RULE,
    &meeting_outside_platform_lifetime::RULE,
    &noncanonical_platform_name::RULE,
    &ocha_role_mismatch::RULE,
    &office_kind_conflict::RULE,
    &omt_representation_rmo::RULE,
    &pcode_country_mismatch::RULE,
    &period_incomplete::RULE,
    &person_in_two_places::RULE,
    &personal_contact_detail::RULE,
    &platform_parent_cycle::RULE,
    &platform_parent_mismatch::RULE,
    &platform_status_missing::RULE,
    &pmt_representation_level::RULE,
    &policy_version_gap::RULE,
    &refugee_context_cluster::RULE,
    &regional_office_mismatch::RULE,
    &representation_expired::RULE,
    &retention_exceeded::RULE,
    &rts_missing::RULE,
    &scale_up_overrun::RULE,
    &sensitive_content_in_security_record::RULE,
    &smt_chair_not_do::RULE,
    &smt_com_absent::RULE,
    &smt_com_representation_missing::RULE,
    &smt_delegate_not_acting::RULE,
    &smt_observer_only::RULE,
    &smt_security_officer_not_observer::RULE,
    &stale_record::RULE,
    &strategic_objective_unknown::RULE,
    &subnational_presence_unrepresented::RULE,
    &subnational_representative_elsewhere::RULE,
    &superseded_cluster_name::RULE,
    &superseded_strategy_name::RULE,
    &superseded_un_framework_name::RULE,
    &superseded_unit_name::RULE,
    &suspended_contact_missing::RULE,
    &suspended_contact_stale::RULE,
    &unct_chair_not_rc::RULE,
    &unct_representation_level::RULE,
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
