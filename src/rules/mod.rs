//! The coded rules: one file each, listed here and nowhere else.

mod attendance_outside_assignment;
mod attendee_without_representation;
mod cluster_role_unsuitable;
mod cluster_staff_mismatch;
mod com_post_vacant;
mod concurrent_office_holder;
mod country_mismatch;
mod dangling_reference;
mod duplicate_id;
mod future_attendance;
mod hct_alternate_unsupported;
mod hct_chair_not_hc;
mod hct_coordinator_not_observer;
mod hct_representation_level;
mod iccg_non_coordinator;
mod interval_inverted;
mod judge;
mod meeting_outside_platform_lifetime;
mod noncanonical_platform_name;
mod ocha_role_mismatch;
mod omt_representation_rmo;
mod pcode_country_mismatch;
mod person_in_two_places;
mod platform_parent_cycle;
mod platform_parent_mismatch;
mod pmt_representation_level;
mod precedence;
mod refugee_context_cluster;
mod rule;
#[expect(dead_code, reason = "helpers of rules that are still to come")]
mod shared;
mod smt_chair_not_do;
mod smt_com_absent;
mod smt_com_representation_missing;
mod smt_delegate_not_acting;
mod smt_observer_only;
mod smt_security_officer_not_observer;
mod superseded_cluster_name;
mod unct_chair_not_rc;
mod unct_representation_level;
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
    &cluster_role_unsuitable::RULE,
    &cluster_staff_mismatch::RULE,
    &com_post_vacant::RULE,
    &concurrent_office_holder::RULE,
    &country_mismatch::RULE,
    &dangling_reference::RULE,
    &duplicate_id::RULE,
    &future_attendance::RULE,
    &hct_alternate_unsupported::RULE,
    &hct_chair_not_hc::RULE,
    &hct_coordinator_not_observer::RULE,
    &hct_representation_level::RULE,
    &iccg_non_coordinator::RULE,
    &interval_inverted::RULE,
    &meeting_outside_platform_lifetime::RULE,
    &noncanonical_platform_name::RULE,
    &ocha_role_mismatch::RULE,
    &omt_representation_rmo::RULE,
    &pcode_country_mismatch::RULE,
    &person_in_two_places::RULE,
    &platform_parent_cycle::RULE,
    &platform_parent_mismatch::RULE,
    &pmt_representation_level::RULE,
    &refugee_context_cluster::RULE,
    &smt_chair_not_do::RULE,
    &smt_com_absent::RULE,
    &smt_com_representation_missing::RULE,
    &smt_delegate_not_acting::RULE,
    &smt_observer_only::RULE,
    &smt_security_officer_not_observer::RULE,
    &superseded_cluster_name::RULE,
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
